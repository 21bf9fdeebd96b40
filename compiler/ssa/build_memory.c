/*
 * Construction of SSA: places in memory, loads and stores, assignments, checks of indices and
 * pointers.
 *
 * A place is a base pointer and a constant offset, so that the offset ends up in the load or store.
 * Whether the base points into the frame is known from how the place was written; only such places
 * are spared the write barrier, apart from stores that lower/ marked as initialising. A nil check
 * is an operation of its own here; pass nilcheck.c lets the access do its work where it can.
 */
#include "ssa/build.h"

/* ---- places */

Addr build_slot_addr(Builder *s, Slot *slot)
{
	Value *v = build0(s, OP_ADDR_SLOT, K_PTR, 0);
	v->slot = slot;
	v->flags |= VF_NONNIL;
	return (Addr){.base = v, .stack = true, .slot = slot};
}

Value *build_pointer(Builder *s, Addr a)
{
	if (a.offset == 0)
		return a.base;
	Value *v = build1(s, OP_OFF_PTR, K_PTR, a.offset, a.base);
	v->flags |= VF_NONNIL;
	return v;
}

void build_nil_check_at(Builder *s, Value *p, const Node *n, int64_t offset)
{
	enum { NULL_PAGE = 4096 };
	if (!(n->flags & NF_NONNIL) && !(p->flags & VF_NONNIL))
		build1(s, OP_NIL_CHECK, K_VOID, offset < NULL_PAGE ? offset : 0, p);
}

void build_nil_check(Builder *s, Value *p, const Node *n)
{
	build_nil_check_at(s, p, n, 0);
}

/* A copy in the frame of a value that is not in memory. */
static Addr copy_to_slot(Builder *s, Node *n)
{
	Slot *slot =
		ssa_new_slot(s->f, SLOT_FRAME, n->type, type_size(n->type), type_align(n->type));
	Parts parts = build_expr(s, n);
	Addr a = build_slot_addr(s, slot);
	build_store(s, a, n->type, &parts, true);
	return a;
}

static Addr name_addr(Builder *s, Node *n)
{
	Var *v = n->var;
	if (v->class == VAR_GLOBAL)
		return (Addr){.base = build_symbol(s, K_PTR, v->symbol, 0)};
	Place *place = build_place(s, v);
	if (place->split)
		return copy_to_slot(s, n);
	return build_slot_addr(s, place->slot);
}

static Addr element_addr(Builder *s, Addr base, Value *index, int64_t size)
{
	int64_t c;
	if (value_is_const(index, &c)) {
		base.offset += c * size;
		return base;
	}
	if (size == 0)
		return base;
	Value *p = build2(s, OP_ADD_INDEX, K_PTR, size, base.base, index);
	p->flags |= VF_NONNIL;
	base.base = p;
	return base;
}

static Addr index_addr(Builder *s, Node *n)
{
	int64_t size = type_kind(n->x->type) == T_STRING ? 1 : type_size(type_elem(n->x->type));
	if (type_kind(n->x->type) == T_ARRAY) {
		Addr base = build_addr(s, n->x);
		Value *index = build_index(s, n, n->y, build_const(s, K_I64, type_len(n->x->type)));
		return element_addr(s, base, index, size);
	}
	Parts x = build_expr(s, n->x);
	Value *index = build_index(s, n, n->y, x.v[1]);
	return element_addr(s, (Addr){.base = x.v[0]}, index, size);
}

Addr build_addr(Builder *s, Node *n)
{
	switch (n->op) {
	case ONAME: return name_addr(s, n);
	case ODEREF: {
		if (n->x->op == OADDR)
			return build_addr(s, n->x->x);
		Value *p = build_expr1(s, n->x);
		build_nil_check(s, p, n);
		return (Addr){.base = p};
	}
	case ODOTPTR: {
		if (n->x->op == OADDR) {
			Addr a = build_addr(s, n->x->x);
			a.offset += n->offset;
			return a;
		}
		Value *p = build_expr1(s, n->x);
		build_nil_check(s, p, n);
		return (Addr){.base = p, .offset = n->offset};
	}
	case ODOT: {
		Addr a = build_addr(s, n->x);
		a.offset += n->offset;
		return a;
	}
	case OINDEX: return index_addr(s, n);
	case OCONVNOP: return build_addr(s, n->x);
	case OCLOSUREVAR: return (Addr){.base = build_context(s), .offset = n->offset};
	default: return copy_to_slot(s, n);
	}
}

/* ---- loads and stores */

Value *build_load1(Builder *s, Addr a, Kind kind, int64_t offset)
{
	return build1(s, OP_LOAD, kind, a.offset + offset, a.base);
}

Parts build_load(Builder *s, Addr a, Type *t)
{
	const Shape *shape = build_shape(s, t);
	Parts p = {.n = shape->n};
	for (uint32_t i = 0; i < shape->n; i++) {
		p.v[i] = build_load1(s, a, shape->part[i].kind, shape->part[i].offset);
		if (shape->part[i].length)
			p.v[i]->flags |= VF_LENGTH;
	}
	return p;
}

void build_store1(Builder *s, Addr a, int64_t offset, Value *v, bool init)
{
	bool barrier = v->kind == K_PTR && !a.stack && !init;
	Value *store =
		build2(s, barrier ? OP_STORE_WB : OP_STORE, K_VOID, a.offset + offset, a.base, v);
	if (init)
		store->flags |= VF_INIT;
}

void build_store(Builder *s, Addr a, Type *t, const Parts *p, bool init)
{
	const Shape *shape = build_shape(s, t);
	ASSERT(shape->split && shape->n == p->n);
	for (uint32_t i = 0; i < shape->n; i++)
		build_store1(s, a, shape->part[i].offset, p->v[i], init);
}

void build_move(Builder *s, Addr to, Addr from, int64_t size)
{
	if (size == 0)
		return;
	Value *dst = build_pointer(s, to);
	build2(s, OP_MOVE, K_VOID, size, dst, build_pointer(s, from));
}

void build_zero_memory(Builder *s, Addr a, Type *t, bool init)
{
	const Shape *shape = build_shape(s, t);
	if (shape->split) {
		Parts zero = build_zero_parts(s, t);
		build_store(s, a, t, &zero, init);
	} else if (shape->size) {
		build1(s, OP_ZERO, K_VOID, shape->size, build_pointer(s, a));
	}
}

/* ---- assignment */

uint32_t build_field_index(Builder *s, Type *t, const Node *n)
{
	uint32_t at = 0;
	for (int i = 0; i < type_nfields(t); i++) {
		if (type_field(t, i) == n->field)
			return at;
		at += build_shape(s, type_field(t, i)->type)->n;
	}
	/* A field of an identical type: found by its place. */
	at = 0;
	for (int i = 0; i < type_nfields(t); i++) {
		const Shape *shape = build_shape(s, type_field(t, i)->type);
		if (type_field_offset(t, i) == n->offset && shape->n == build_shape(s, n->type)->n)
			return at;
		at += shape->n;
	}
	ICE(n->pos, "field at offset %lld not found", (long long)n->offset);
}

bool build_variables(Builder *s, Node *x, uint32_t *first)
{
	switch (x->op) {
	case ONAME: {
		if (x->var->class == VAR_GLOBAL)
			return false;
		Place *place = build_place(s, x->var);
		*first = place->first;
		return place->split;
	}
	case ODOT:
		if (!build_variables(s, x->x, first))
			return false;
		*first += build_field_index(s, x->x->type, x);
		return true;
	case OINDEX:
		if (type_kind(x->x->type) != T_ARRAY || !type_len(x->x->type) ||
		    !build_variables(s, x->x, first))
			return false;
		build_index(s, x, x->y, build_const(s, K_I64, type_len(x->x->type)));
		return true;
	case OCONVNOP: return build_variables(s, x->x, first);
	default: return false;
	}
}

void build_assign(Builder *s, Node *x, const Parts *p, bool init)
{
	uint32_t first;
	if (!x || ir_is_blank(x))
		return;
	if (!build_variables(s, x, &first)) {
		Addr a = build_addr(s, x);
		build_store(s, a, x->type, p, init);
		return;
	}
	for (uint32_t i = 0; i < p->n; i++)
		build_write(s, s->cur, first + i, p->v[i]);
}

/* ---- checks */

Value *build_index(Builder *s, const Node *n, Node *y, Value *len)
{
	bool is_signed = type_is_signed(y->type);
	Value *index = build_extend(s, build_expr1(s, y), is_signed, K_I64);
	int64_t i, max;
	if (n->flags & NF_BOUNDED)
		return index;
	if (value_is_const(index, &i) && value_is_const(len, &max) && i >= 0 && i < max)
		return index;
	/* What fails, fails at the bracket. */
	Pos pos = s->pos;
	uint32_t inl = s->inl;
	if (n->pos) {
		s->pos = n->pos;
		s->inl = n->inl;
	}
	Value *ok = build2(s, OP_LT_U, K_I8, 0, index, len);
	build_check(s, ok, is_signed ? "panicIndex" : "panicIndexU", 2, (Value *[]){index, len});
	s->pos = pos;
	s->inl = inl;
	return index;
}
