/*
 * Pass combine: bytes that are loaded one by one and put together are loaded at once; neighbouring
 * stores become one.
 *
 * 	zext (load p) | zext (load p+1) << 8 | ...   =>  load p, of 2, 4 or 8 bytes
 * 	store p (x >> 24); ...; store p+3 x          =>  store p (bswap x)
 *
 * Portable code reads and writes numbers of a fixed byte order this way (encoding/binary, hashes,
 * compression). In the other order than the processor's, the bytes are turned around. The loads may
 * stand in different blocks, with bounds checks between them: they are combined where the last one
 * stands, when nothing was written since the first.
 */
#include "ssa/passes.h"

enum { PARTS_MAX = 8 };

/* An address: base + index * scale + offset, modulo 2^64. */
typedef struct Place {
	const Value *base, *index;
	int64_t scale, offset;
} Place;

/* Bits shift ... shift + 8 * size of a number, in memory. */
typedef struct Part {
	Value *access; /* LOAD or STORE */
	Place place;
	int64_t shift; /* bits */
	unsigned size; /* bytes */
	bool swapped;  /* the part itself has its bytes turned around */
} Part;

typedef struct Parts {
	uint32_t n;
	Part part[PARTS_MAX];
} Parts;

/* The index without what is added to it. */
static const Value *split_index(const Value *i, int64_t scale, int64_t *offset)
{
	int64_t c;
	while (i->op == OP_ADD && value_is_const(i->args[1], &c)) {
		*offset = (int64_t)((uint64_t)*offset + (uint64_t)c * (uint64_t)scale);
		i = i->args[0];
	}
	return i;
}

static Place place_of(const Value *p, int64_t offset)
{
	Place place = {.offset = offset};
	for (;; p = p->args[0]) {
		if (p->op == OP_OFF_PTR) {
			place.offset += p->aux;
		} else if (p->op == OP_ADD_INDEX && !place.index) {
			place.scale = p->aux;
			place.index = split_index(p->args[1], p->aux, &place.offset);
		} else if (p->op != OP_COPY) {
			break;
		}
	}
	if (p->op == OP_ADDR_SLOT || p->op == OP_ADDR_SYM)
		place.offset += p->aux;
	place.base = p;
	return place;
}

static bool same_base(const Value *x, const Value *y)
{
	return x == y || (x->op == y->op && ((x->op == OP_ADDR_SLOT && x->slot == y->slot) ||
					     (x->op == OP_ADDR_SYM && x->sym == y->sym)));
}

/* Do the parts, in order of their shifts, stand one behind the other? 1: upwards, as the processor
 * has it, -1: downwards, 0: no. `*size` is that of the whole. */
static int direction(Parts *parts, unsigned *size)
{
	Part *p = parts->part;
	for (uint32_t i = 1; i < parts->n; i++)
		for (uint32_t k = i; k > 0 && p[k].shift < p[k - 1].shift; k--) {
			Part swap = p[k];
			p[k] = p[k - 1];
			p[k - 1] = swap;
		}
	int way = 0;
	unsigned end = 0;
	for (uint32_t i = 0; i < parts->n; i++) {
		if (p[i].shift != 8 * (int64_t)end || !same_base(p[i].place.base, p->place.base) ||
		    p[i].place.index != p->place.index || p[i].place.scale != p->place.scale)
			return 0;
		end += p[i].size;
		if (!i)
			continue;
		int64_t step =
			(int64_t)((uint64_t)p[i].place.offset - (uint64_t)p[i - 1].place.offset);
		int this_way = step == p[i - 1].size ? 1 : step == -(int64_t)p[i].size ? -1 : 0;
		if (!this_way || (way && this_way != way))
			return 0;
		way = this_way;
	}
	*size = end;
	for (uint32_t i = 0; i < parts->n; i++)
		if (p[i].size > 1 && p[i].swapped != (way < 0))
			return 0;
	return end == 2 || end == 4 || end == 8 ? way : 0;
}

static Kind kind_of_size(unsigned size)
{
	return size == 1 ? K_I8 : size == 2 ? K_I16 : size == 4 ? K_I32 : K_I64;
}

/* ---------------------------------------------------------------- loads */

typedef struct Combiner {
	Rewriter r;
	/* Of a load, by value id: when it happens, and how often memory was written before. */
	uint32_t *when, *writes;
} Combiner;

static void number_loads(Combiner *c)
{
	SsaFunc *f = c->r.f;
	c->when = NEW_ARRAY(f->arena, uint32_t, f->next_value);
	c->writes = NEW_ARRAY(f->arena, uint32_t, f->next_value);
	uint32_t writes = 0, when = 0;
	each_block(f, b)
	{
		/* Reverse postorder: a block's only predecessor comes before it. */
		bool follows = b->preds.len == 1 && b != f->recover;
		b->mark = follows ? b->preds.data[0].block->mark : ++writes;
		each_value(b, v)
		{
			c->when[v->id] = ++when;
			if (value_is(v, OPF_CALL) ||
			    (value_is(v, OPF_WRITE) && v->op != OP_NIL_CHECK))
				b->mark = ++writes;
			c->writes[v->id] = b->mark;
		}
	}
}

static Value *through_copies(Value *v)
{
	while (v->op == OP_COPY)
		v = v->args[0];
	return v;
}

/* Of bits that do not overlap. */
static bool is_sum(const Value *v)
{
	return v->op == OP_OR || v->op == OP_ADD || v->op == OP_XOR;
}

/* v is a load, widened and shifted. */
static bool add_load(Parts *parts, Value *v)
{
	Part part = {0};
	if (v->op == OP_SHL && v->uses == 1) {
		if (!value_is_const(v->args[1], &part.shift))
			return false;
		v = through_copies(v->args[0]);
	}
	if (v->op == OP_ZEXT && v->uses == 1)
		v = through_copies(v->args[0]);
	if (v->op == OP_BSWAP && v->uses == 1) {
		part.swapped = true;
		v = through_copies(v->args[0]);
	}
	if (v->op != OP_LOAD || v->uses != 1 || !kind_is_int(v->kind) || (v->flags & VF_VOLATILE) ||
	    parts->n == PARTS_MAX)
		return false;
	part.access = v;
	part.size = kind_size(v->kind);
	part.place = place_of(v->args[0], v->aux);
	parts->part[parts->n++] = part;
	return true;
}

/* The operands of a sum of which no intermediate result is used elsewhere. */
static bool collect_loads(Parts *parts, const Value *sum, int depth)
{
	for (int i = 0; i < 2; i++) {
		Value *v = through_copies(sum->args[i]);
		bool inner = is_sum(v) && v->uses == 1 && v->kind == sum->kind;
		if (inner && depth == PARTS_MAX)
			return false;
		if (inner ? !collect_loads(parts, v, depth + 1) : !add_load(parts, v))
			return false;
	}
	return true;
}

/* The last of the loads; NULL when memory is written between them. */
static Value *last_load(const Combiner *c, const Parts *parts)
{
	Value *last = parts->part[0].access;
	for (uint32_t i = 1; i < parts->n; i++) {
		Value *v = parts->part[i].access;
		if (c->writes[v->id] != c->writes[last->id])
			return NULL;
		if (c->when[v->id] > c->when[last->id])
			last = v;
	}
	return last;
}

/* The last of the loads becomes the wide one, the sum what is made of it. Sums come in order, so
 * that two bytes may have become one load before two more join them. */
static void combine_loads(Combiner *c, Value *sum)
{
	Rewriter *r = &c->r;
	Parts parts = {0};
	unsigned size = 0;
	if (!collect_loads(&parts, sum, 0))
		return;
	int way = direction(&parts, &size);
	Value *whole = last_load(c, &parts);
	if (!way || !whole || size > kind_size(sum->kind))
		return;
	const Value *first = parts.part[way > 0 ? 0 : parts.n - 1].access;
	Value *address = first->args[0];
	for (uint32_t i = 0; i < parts.n; i++)
		whole->flags &= parts.part[i].access->flags;
	whole->aux = first->aux;
	whole->kind = kind_of_size(size);
	ssa_set_args(r->f, whole, 1, &address);
	r->pos = sum->pos;
	r->inl = sum->inl;
	if (way < 0)
		whole = rewrite1(r, OP_BSWAP, whole->kind, 0, whole);
	bool is_same = whole->kind == sum->kind;
	whole->uses = is_same ? sum->uses : 1;
	r->changed = true;
	sum->op = is_same ? OP_COPY : OP_ZEXT;
	sum->aux = 0;
	ssa_set_args(r->f, sum, 1, &whole);
}

/* ---------------------------------------------------------------- stores */

/* What is stored is y, or y >> c: what y is, NULL for a constant. */
static Value *stored_part(Value *store, Part *part)
{
	Value *v = through_copies(store->args[1]);
	int64_t c;
	*part = (Part){.access = store,
		       .place = place_of(store->args[0], store->aux),
		       .size = kind_size(v->kind)};
	if (value_is_const(v, &c))
		return NULL;
	if (v->op != OP_TRUNC)
		return v;
	v = through_copies(v->args[0]);
	if ((v->op == OP_SHR || v->op == OP_SAR) && value_is_const(v->args[1], &c) && c > 0 &&
	    c + 8 * (int64_t)part->size <= 8 * (int64_t)kind_size(v->kind)) {
		part->shift = c;
		v = through_copies(v->args[0]);
	}
	return v;
}

/* The places of constants in what they make together. */
static void shift_constants(Parts *parts)
{
	Part *p = parts->part;
	int64_t lowest = p->place.offset;
	for (uint32_t i = 1; i < parts->n; i++)
		lowest = p[i].place.offset < lowest ? p[i].place.offset : lowest;
	for (uint32_t i = 0; i < parts->n; i++) {
		uint64_t distance = (uint64_t)p[i].place.offset - (uint64_t)lowest;
		p[i].shift = distance < 8 ? 8 * (int64_t)distance : -1;
	}
}

static Value *joined_constant(Rewriter *r, const Parts *parts, Kind kind)
{
	uint64_t sum = 0;
	for (uint32_t i = 0; i < parts->n; i++) {
		const Part *p = &parts->part[i];
		const Value *c = through_copies(p->access->args[1]);
		sum |= (uint64_t)ssa_zero_extend(c->aux, c->kind) << p->shift;
	}
	return rewrite_const(r, kind, (int64_t)sum);
}

/* Makes one of the n stores, between which nothing else happens: of the last one. */
static bool combine_stores(Rewriter *r, Value *const *stores, uint32_t n)
{
	Parts parts = {.n = n};
	Value *whole = stored_part(stores[0], &parts.part[0]);
	for (uint32_t i = 1; i < n; i++)
		if (stored_part(stores[i], &parts.part[i]) != whole)
			return false;
	if (!whole)
		shift_constants(&parts);
	unsigned size = 0;
	int way = direction(&parts, &size);
	if (!way || (whole && size > kind_size(whole->kind)))
		return false;
	const Value *first = parts.part[way > 0 ? 0 : n - 1].access;
	Value *address = first->args[0], *last = stores[n - 1];
	for (uint32_t i = 0; i < n; i++)
		last->flags &= stores[i]->flags;
	Kind kind = kind_of_size(size);
	r->pos = last->pos;
	r->inl = last->inl;
	Value *value = whole;
	if (!whole)
		value = joined_constant(r, &parts, kind);
	else if (whole->kind != kind)
		value = rewrite1(r, OP_TRUNC, kind, 0, whole);
	if (way < 0)
		value = rewrite1(r, OP_BSWAP, kind, 0, value);
	last->aux = first->aux;
	ssa_set_args(r->f, last, 2, (Value *[]){address, value});
	return true;
}

/* Stores that follow each other. */
typedef struct Run {
	uint32_t n;
	Value *store[PARTS_MAX];
} Run;

/* One more; the longest row of the last ones that makes one store does so. Those that are gone have
 * no arguments any more. */
static void add_store(Rewriter *r, Run *run, Value *store)
{
	if (run->n == PARTS_MAX)
		memmove(run->store, run->store + 1, --run->n * sizeof *run->store);
	run->store[run->n++] = store;
	for (uint32_t n = run->n; n >= 2; n--) {
		Value **row = run->store + run->n - n;
		if (!combine_stores(r, row, n))
			continue;
		for (uint32_t i = 0; i + 1 < n; i++)
			row[i]->nargs = 0;
		row[0] = store;
		run->n -= n - 1;
		return;
	}
}

static bool is_plain_store(const Value *v)
{
	return v->op == OP_STORE && kind_is_int(v->args[1]->kind);
}

static void combine_block(Combiner *c, Block *b)
{
	Rewriter *r = &c->r;
	Run run = {0};
	rewrite_begin(r, b);
	each_value(b, v)
	{
		if (is_plain_store(v))
			add_store(r, &run, v);
		else if (value_is(v, OPF_READ | OPF_WRITE | OPF_CALL | OPF_EFFECT | OPF_FAULT))
			run.n = 0;
		else if (is_sum(v) && kind_is_int(v->kind) && v->kind != K_I8)
			combine_loads(c, v);
		vec_push(r->f->arena, r->out, v);
	}
	uint32_t n = 0;
	vec_each(Value *, v, r->out) {
		if ((*v)->op != OP_STORE || (*v)->nargs)
			r->out.data[n++] = *v;
	}
	r->out.len = n;
	rewrite_end(r);
}

void ssa_pass_combine(SsaFunc *f)
{
	Combiner c = {.r.f = f};
	ssa_count_uses(f);
	number_loads(&c);
	each_block(f, b) combine_block(&c, b);
	if (c.r.changed) {
		ssa_pass_copies(f);
		ssa_pass_dead(f);
	}
}
