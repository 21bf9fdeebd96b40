/*
 * Pass stores: a store that another one overwrites, before anybody can have read what it wrote, is
 * dropped.
 *
 * Each block is walked backwards with a short list of places that will be written for certain. A
 * load, or anything that may read or fault, takes off what it may see; in the frame's private slots
 * only what refers to the slot itself counts, unless the function can recover, and so look at its
 * results after any fault.
 */
#include "ssa/passes.h"

enum { PLACES_MAX = 16 };

typedef struct Place {
	Value *base;
	int64_t offset, size;
} Place;

typedef struct Shadow {
	bool recovers;
	uint32_t n;
	Place place[PLACES_MAX];
} Shadow;

static Place place_of(Value *p, int64_t offset, int64_t size)
{
	while (p->op == OP_OFF_PTR) {
		offset += p->aux;
		p = p->args[0];
	}
	if (p->op == OP_ADDR_SLOT)
		offset += p->aux;
	return (Place){p, offset, size};
}

static bool same_base(const Value *x, const Value *y)
{
	return x == y || (x->op == OP_ADDR_SLOT && y->op == OP_ADDR_SLOT && x->slot == y->slot);
}

static bool is_private(const Shadow *s, const Value *base)
{
	return !s->recovers && base->op == OP_ADDR_SLOT && base->slot->place == SLOT_FRAME &&
	       !base->slot->address_taken;
}

static bool is_overwritten(const Shadow *s, const Place *p)
{
	for (uint32_t i = 0; i < s->n; i++) {
		const Place *w = &s->place[i];
		if (same_base(w->base, p->base) && w->offset <= p->offset &&
		    p->offset + p->size <= w->offset + w->size)
			return true;
	}
	return false;
}

static void add(Shadow *s, const Place *p)
{
	if (s->n == PLACES_MAX)
		memmove(s->place, s->place + 1, --s->n * sizeof *s->place);
	s->place[s->n++] = *p;
}

/* Slot of which `p` is the address, or inside which it points; NULL: may point anywhere but into a
 * private slot. */
static const Slot *slot_of(const Value *p)
{
	while (p->op == OP_ADD_INDEX || p->op == OP_ADD_PTR || p->op == OP_OFF_PTR)
		p = p->args[0];
	return p->op == OP_ADDR_SLOT ? p->slot : NULL;
}

/* Memory at p is read. */
static void read_at(Shadow *s, const Value *p)
{
	const Slot *slot = slot_of(p);
	uint32_t n = 0;
	for (uint32_t i = 0; i < s->n; i++) {
		const Place *w = &s->place[i];
		if (is_private(s, w->base) && w->base->slot != slot)
			s->place[n++] = *w;
	}
	s->n = n;
}

/* Anything outside the private slots may be read. */
static void read_shared(Shadow *s)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < s->n; i++)
		if (is_private(s, s->place[i].base))
			s->place[n++] = s->place[i];
	s->n = n;
}

static bool is_dead(Shadow *s, Value *v)
{
	Place p;
	switch (v->op) {
	case OP_LOAD: read_at(s, v->args[0]); return false;
	case OP_STORE: p = place_of(v->args[0], v->aux, kind_size(v->args[1]->kind)); break;
	case OP_ZERO: p = place_of(v->args[0], 0, v->aux); break;
	case OP_MOVE:
		p = place_of(v->args[0], 0, v->aux);
		if (is_overwritten(s, &p))
			return true;
		read_shared(s);
		add(s, &p);
		read_at(s, v->args[1]);
		return false;
	default:
		if (value_is(v, OPF_WRITE | OPF_CALL | OPF_EFFECT))
			read_shared(s);
		/* An address that goes elsewhere is not of a private slot. */
		return false;
	}
	if (is_overwritten(s, &p))
		return true;
	if (!is_private(s, p.base))
		read_shared(s); /* it may fault: earlier stores must have been done */
	add(s, &p);
	return false;
}

void ssa_pass_stores(SsaFunc *f)
{
	each_block(f, b)
	{
		Shadow shadow = {.recovers = f->recover};
		uint32_t n = b->values.len, kept = n;
		for (uint32_t i = n; i-- > 0;) {
			Value *v = b->values.data[i];
			if (!is_dead(&shadow, v))
				b->values.data[--kept] = v;
		}
		if (kept)
			memmove(b->values.data, b->values.data + kept,
				(n - kept) * sizeof(Value *));
		b->values.len = n - kept;
	}
}
