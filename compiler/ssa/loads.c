/*
 * Pass loads: a load of what was just stored or loaded is replaced by the value; stores to slots
 * that nobody reads are dropped.
 *
 * The values known to be in memory are a short list, carried from a block to those whose only
 * predecessor it is. A write takes off what it may overlap: places off the same base are compared
 * by offset, different slots never overlap, and a slot whose address is not taken overlaps nothing
 * else and survives calls. Nothing is assumed from types.
 */
#include "ssa/passes.h"

enum { KNOWN_MAX = 16 };

/* `value` is at base + offset. */
typedef struct Known {
	Value *base, *value;
	int64_t offset;
	bool immutable;
} Known;

typedef struct Memory {
	uint32_t n;
	Known known[KNOWN_MAX];
} Memory;

typedef struct Place {
	Value *base;
	int64_t offset, size; /* size -1: not known */
} Place;

static Place place_of(Value *p, int64_t offset, int64_t size)
{
	while (p->op == OP_OFF_PTR) {
		offset += p->aux;
		p = p->args[0];
	}
	return (Place){p, offset, size};
}

/* What a pointer is derived from. */
static const Value *root_of(const Value *p)
{
	while (p->op == OP_ADD_INDEX || p->op == OP_ADD_PTR || p->op == OP_OFF_PTR ||
	       p->op == OP_COPY)
		p = p->args[0];
	return p;
}

static bool is_private(const Value *base)
{
	return base->op == OP_ADDR_SLOT && base->slot->place == SLOT_FRAME &&
	       !base->slot->address_taken;
}

static bool same_base(const Value *x, const Value *y)
{
	if (x == y)
		return true;
	return x->op == y->op && ((x->op == OP_ADDR_SLOT && x->slot == y->slot) ||
				  (x->op == OP_ADDR_SYM && x->sym == y->sym));
}

/* The offset that the base itself has. */
static int64_t base_offset(const Value *base)
{
	return base->op == OP_ADDR_SLOT || base->op == OP_ADDR_SYM ? base->aux : 0;
}

static bool may_overlap(const Known *k, const Place *w)
{
	if (k->immutable)
		return false;
	if (!same_base(k->base, w->base)) {
		const Value *x = root_of(k->base), *y = root_of(w->base);
		if (same_base(x, y))
			return true;
		if (is_private(x) || is_private(y))
			return false;
		return x->op != y->op || (x->op != OP_ADDR_SLOT && x->op != OP_ADDR_SYM);
	}
	if (w->size < 0)
		return true;
	int64_t at = k->offset + base_offset(k->base), to = w->offset + base_offset(w->base);
	return at < to + w->size && to < at + kind_size(k->value->kind);
}

static void forget(Memory *m, const Place *w)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < m->n; i++)
		if (!may_overlap(&m->known[i], w))
			m->known[n++] = m->known[i];
	m->n = n;
}

/* After a call: only what it cannot reach. */
static void forget_shared(Memory *m)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < m->n; i++)
		if (m->known[i].immutable || is_private(root_of(m->known[i].base)))
			m->known[n++] = m->known[i];
	m->n = n;
}

static void remember(Memory *m, const Place *p, Value *value, bool immutable)
{
	if (m->n == KNOWN_MAX) {
		memmove(m->known, m->known + 1, (KNOWN_MAX - 1) * sizeof *m->known);
		m->n--;
	}
	m->known[m->n++] = (Known){p->base, value, p->offset, immutable};
}

static Value *find(const Memory *m, const Place *p, Kind kind)
{
	for (uint32_t i = m->n; i-- > 0;) {
		const Known *k = &m->known[i];
		if (k->value->kind == kind && same_base(k->base, p->base) &&
		    k->offset + base_offset(k->base) == p->offset + base_offset(p->base))
			return k->value;
	}
	return NULL;
}

static Value *resolve(Value *v)
{
	while (v->op == OP_COPY)
		v = v->args[0];
	return v;
}

static void visit(SsaFunc *f, Memory *m, Value *v)
{
	Place p;
	for (uint32_t i = 0; i < v->nargs; i++)
		v->args[i] = resolve(v->args[i]);
	switch (v->op) {
	case OP_LOAD: {
		if (v->flags & VF_VOLATILE)
			return;
		p = place_of(v->args[0], v->aux, kind_size(v->kind));
		Value *known = find(m, &p, v->kind);
		if (known)
			ssa_become_copy(f, v, known);
		else
			remember(m, &p, v, v->flags & VF_IMMUTABLE);
		return;
	}
	case OP_STORE:
	case OP_STORE_WB:
		p = place_of(v->args[0], v->aux, kind_size(v->args[1]->kind));
		forget(m, &p);
		remember(m, &p, v->args[1], false);
		return;
	case OP_ZERO:
	case OP_MOVE:
		p = place_of(v->args[0], 0, v->aux);
		forget(m, &p);
		return;
	default:
		if (value_is(v, OPF_CALL) || (value_is(v, OPF_WRITE) && v->op != OP_NIL_CHECK))
			forget_shared(m);
	}
}

static void forward(SsaFunc *f)
{
	each_block(f, b) b->data = NULL;
	/* Reverse postorder: a block's only predecessor comes before it. */
	each_block(f, b)
	{
		Memory *m = NEW(f->arena, Memory);
		if (b->preds.len == 1 && b->preds.data[0].block->data && b != f->recover)
			*m = *(Memory *)b->preds.data[0].block->data;
		each_value(b, v) visit(f, m, v);
		b->data = m;
	}
	each_block(f, b) b->data = NULL;
}

/* ---- stores that nobody reads */

static bool only_writes(const Value *user, uint32_t arg)
{
	return arg == 0 && (user->op == OP_STORE || user->op == OP_ZERO || user->op == OP_MOVE);
}

static void drop_unread(SsaFunc *f)
{
	bool *is_read = NEW_ARRAY(f->arena, bool, f->slots.len + 1);
	each_block(f, b)
	{
		each_value(b, v) for (uint32_t i = 0; i < v->nargs;
				      i++) if (v->args[i]->op == OP_ADDR_SLOT && !only_writes(v, i))
			is_read[v->args[i]->slot->id] = true;
		if (b->control)
			for (uint32_t i = 0; i < b->control->nargs; i++)
				if (b->control->args[i]->op == OP_ADDR_SLOT)
					is_read[b->control->args[i]->slot->id] = true;
	}
	each_block(f, b)
	{
		uint32_t n = 0;
		each_value(b, v)
		{
			Value *p = v->nargs ? v->args[0] : NULL;
			if (!p || p->op != OP_ADDR_SLOT || !only_writes(v, 0) || !is_private(p) ||
			    is_read[p->slot->id])
				b->values.data[n++] = v;
		}
		b->values.len = n;
	}
}

void ssa_pass_loads(SsaFunc *f)
{
	forward(f);
	ssa_pass_copies(f);
	drop_unread(f);
}
