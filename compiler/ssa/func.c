/*
 * Making and changing SSA functions: values, blocks, edges, slots.
 *
 * Edges are kept at both ends: block->succs[i] = {to, j} and to->preds[j] = {block, i}. A phi has
 * one argument per predecessor, in the order of `preds`; removing an edge moves the last
 * predecessor into its place, in the phis too.
 */
#include "ssa/ssa.h"

const OpInfo ssa_ops[NSSAOPS] = {
	[OP_INVALID] = {"invalid", 0, RES_VOID, 0},
#define X(name, text, nargs, result, properties) \
	[OP_##name] = {text, nargs, RES_##result, properties},
#include "ssa/ops.def"
#undef X
};

const char *const ssa_kind_name[NKINDS] = {"void", "i8",  "i16", "i32",  "i64",
					   "ptr",  "f32", "f64", "tuple"};

Block *ssa_new_block(SsaFunc *f)
{
	Block *b = NEW(f->arena, Block);
	b->id = f->next_block++;
	vec_push(f->arena, f->blocks, b);
	return b;
}

void ssa_add_edge(SsaFunc *f, Block *from, Block *to)
{
	Edge out = {to, to->preds.len}, in = {from, from->succs.len};
	vec_push(f->arena, from->succs, out);
	vec_push(f->arena, to->preds, in);
}

/* Takes predecessor i out of b: its list and its phis. */
static void drop_pred(Block *b, uint32_t i)
{
	uint32_t last = b->preds.len - 1;
	for (uint32_t k = 0; k < b->values.len && b->values.data[k]->op == OP_PHI; k++) {
		Value *phi = b->values.data[k];
		if (phi->nargs != last + 1)
			continue;
		phi->args[i] = phi->args[last];
		phi->nargs = last;
	}
	b->preds.data[i] = b->preds.data[last];
	b->preds.len = last;
	if (i < last) {
		Edge e = b->preds.data[i];
		e.block->succs.data[e.index].index = i;
	}
}

void ssa_remove_edge(SsaFunc *f, Block *from, uint32_t succ)
{
	(void)f;
	Edge e = from->succs.data[succ];
	drop_pred(e.block, e.index);
	for (uint32_t i = succ; i + 1 < from->succs.len; i++) {
		Edge next = from->succs.data[i + 1];
		from->succs.data[i] = next;
		next.block->preds.data[next.index].index = i;
	}
	from->succs.len--;
}

void ssa_redirect_edge(SsaFunc *f, Block *from, uint32_t succ, Block *to)
{
	Edge e = from->succs.data[succ];
	drop_pred(e.block, e.index);
	from->succs.data[succ] = (Edge){to, to->preds.len};
	Edge in = {from, succ};
	vec_push(f->arena, to->preds, in);
}

Value *ssa_new_value(SsaFunc *f, SsaOp op, Kind kind, Pos pos, uint32_t inl)
{
	Value *v = NEW(f->arena, Value);
	v->op = op;
	v->kind = kind;
	v->id = f->next_value++;
	v->pos = pos;
	v->inl = inl;
	v->args = v->room;
	return v;
}

void ssa_set_args(SsaFunc *f, Value *v, uint32_t n, Value *const *args)
{
	Value **to = n <= COUNT(v->room) ? v->room : NEW_ARRAY(f->arena, Value *, n);
	if (n)
		memmove(to, args, n * sizeof *args);
	v->args = to;
	v->nargs = n;
}

void ssa_append(SsaFunc *f, Block *b, Value *v)
{
	v->block = b;
	vec_push(f->arena, b->values, v);
}

static Value *make(SsaFunc *f, Block *b, SsaOp op, Kind kind, int64_t aux, Pos pos, uint32_t inl)
{
	Value *v = ssa_new_value(f, op, kind, pos, inl);
	v->aux = aux;
	ssa_append(f, b, v);
	return v;
}

Value *ssa_value0(SsaFunc *f, Block *b, SsaOp op, Kind kind, int64_t aux, Pos pos, uint32_t inl)
{
	return make(f, b, op, kind, aux, pos, inl);
}

Value *ssa_value1(SsaFunc *f, Block *b, SsaOp op, Kind kind, int64_t aux, Value *x, Pos pos,
		  uint32_t inl)
{
	Value *v = make(f, b, op, kind, aux, pos, inl);
	v->room[0] = x;
	v->nargs = 1;
	return v;
}

Value *ssa_value2(SsaFunc *f, Block *b, SsaOp op, Kind kind, int64_t aux, Value *x, Value *y,
		  Pos pos, uint32_t inl)
{
	Value *v = make(f, b, op, kind, aux, pos, inl);
	v->room[0] = x;
	v->room[1] = y;
	v->nargs = 2;
	return v;
}

void ssa_become_copy(SsaFunc *f, Value *v, Value *x)
{
	v->op = OP_COPY;
	v->aux = 0;
	v->flags &= VF_NONNIL;
	ssa_set_args(f, v, 1, &x);
}

void ssa_become_const(SsaFunc *f, Value *v, int64_t c)
{
	v->op = OP_CONST;
	v->flags = 0;
	v->aux = c;
	ssa_set_args(f, v, 0, NULL);
}

Slot *ssa_new_slot(SsaFunc *f, SlotPlace place, Type *type, int64_t size, uint32_t align)
{
	Slot *s = NEW(f->arena, Slot);
	s->id = f->slots.len;
	s->place = place;
	s->type = type;
	s->size = size;
	s->align = align;
	s->has_pointers = type && type_has_pointers(type);
	vec_push(f->arena, f->slots, s);
	return s;
}

void ssa_count_uses(SsaFunc *f)
{
	each_block(f, b)
	{
		each_value(b, v) v->uses = 0;
		if (b->control)
			b->control->uses = 0;
	}
	each_block(f, b)
	{
		each_value(b, v) for (uint32_t i = 0; i < v->nargs; i++) v->args[i]->uses++;
		Value *control = b->control;
		if (!control)
			continue;
		if (b->kind != BLOCK_RETURN)
			control->uses++;
		else
			for (uint32_t i = 0; i < control->nargs; i++)
				control->args[i]->uses++;
	}
}
