/*
 * Construction of SSA: statements and control flow.
 *
 * After a jump there is no current block; what follows goes into a block without predecessors,
 * which ssa_order drops.
 */
#include "ssa/build.h"

LabelState *build_label(Builder *s, Label *label)
{
	if (!label->block)
		label->block = NEW(s->arena, LabelState);
	return label->block;
}

static LabelState *label_block(Builder *s, Label *label)
{
	LabelState *l = build_label(s, label);
	if (!l->block)
		l->block = build_block(s);
	return l;
}

static void seal_label(Builder *s, LabelState *l)
{
	if (l->placed && l->seen == l->gotos)
		build_seal(s, l->block);
}

static void build_goto(Builder *s, Label *label)
{
	LabelState *l = label_block(s, label);
	l->seen++;
	build_jump(s, l->block);
	seal_label(s, l);
}

static void place_label(Builder *s, Label *label)
{
	LabelState *l = label_block(s, label);
	build_jump(s, l->block);
	build_start(s, l->block);
	l->placed = true;
	seal_label(s, l);
}

static Loop *find_loop(Builder *s, const Node *n)
{
	Loop *loop = s->loop;
	while (loop && n->label && loop->label != n->label)
		loop = loop->outer;
	if (!loop)
		ICE(n->pos, "break or continue outside a loop");
	return loop;
}

static void if_stmt(Builder *s, Node *n)
{
	Block *yes = build_block(s), *done = build_block(s);
	Block *no = n->els.len ? build_block(s) : done;
	build_stmts(s, &n->init);
	build_branch(s, n->x, yes, no, n->flags & NF_LIKELY ? 1 : n->flags & NF_UNLIKELY ? -1 : 0);
	build_seal(s, yes);
	build_start(s, yes);
	build_stmts(s, &n->body);
	build_jump(s, done);
	if (no != done) {
		build_seal(s, no);
		build_start(s, no);
		build_stmts(s, &n->els);
		build_jump(s, done);
	}
	build_seal(s, done);
	build_start(s, done);
}

/* header: condition, to body or done; body; next: post statements, back to the header. */
static void for_stmt(Builder *s, Node *n)
{
	build_stmts(s, &n->init);
	Block *header = build_block(s), *body = build_block(s), *next = build_block(s),
	      *done = build_block(s);
	Loop loop = {n->label, done, next, s->loop};
	build_jump(s, header);
	build_start(s, header);
	if (n->x)
		build_branch(s, n->x, body, done, 1);
	else
		build_jump(s, body);
	build_seal(s, body);
	s->loop = &loop;
	build_start(s, body);
	build_stmts(s, &n->body);
	build_jump(s, next);
	s->loop = loop.outer;
	build_seal(s, next);
	build_start(s, next);
	build_stmts(s, &n->els);
	build_jump(s, header);
	build_seal(s, header);
	build_seal(s, done);
	build_start(s, done);
}

static void jump_table(Builder *s, Node *n)
{
	Block *table = build_block(s), *done = build_block(s);
	Value *index = build_extend(s, build_expr1(s, n->x), type_is_signed(n->x->type), K_I64);
	Value *in_range = build2(s, OP_LT_U, K_I8, 0, index, build_const(s, K_I64, n->list.len));
	build_if(s, in_range, table, done, 0);
	build_seal(s, table);
	build_seal(s, done);
	table->kind = BLOCK_SWITCH;
	table->control = index;
	for (uint32_t i = 0; i < n->list.len; i++) {
		LabelState *l = label_block(s, n->list.data[i]->label);
		l->seen++;
		ssa_add_edge(s->f, table, l->block);
		seal_label(s, l);
	}
	build_start(s, done);
}

/* Arrays that two pointers lead to may overlap, since slices can be converted to such pointers;
 * nothing else overlaps but with itself. */
static bool may_overlap(const Node *n, const Addr *x, const Addr *y)
{
	return type_kind(n->x->type) == T_ARRAY && !x->slot && !y->slot &&
	       x->base->op != OP_ADDR_SYM && y->base->op != OP_ADDR_SYM;
}

/* Aggregates that live in memory are copied from place to place. */
static void copy_stmt(Builder *s, Node *n)
{
	int64_t size = type_size(n->x->type);
	Addr from = build_addr(s, n->y), to = build_addr(s, n->x);
	if (size == 0 || (from.slot && from.slot == to.slot && from.offset == to.offset))
		return;
	if (may_overlap(n, &to, &from)) {
		Value *x = build_pointer(s, to), *y = build_pointer(s, from);
		build_leaf_call(s, ir_runtime_func("memmove"), 3,
				(Value *[]){x, y, build_const(s, K_I64, size)});
	} else {
		build_move(s, to, from, size);
	}
}

static void zero_stmt(Builder *s, Node *x, bool init)
{
	if (build_shape(s, x->type)->split) {
		Parts zero = build_zero_parts(s, x->type);
		build_assign(s, x, &zero, init);
	} else {
		build_zero_memory(s, build_addr(s, x), x->type, init);
	}
}

static void assign_stmt(Builder *s, Node *n)
{
	bool init = n->flags & NF_INIT;
	if (n->y && ir_is_call(n->y)) {
		build_call(s, n->y, &n->x, 1, init);
	} else if (!n->x || ir_is_blank(n->x)) {
		if (n->y)
			build_effects(s, n->y);
	} else if (!n->y) {
		zero_stmt(s, n->x, init);
	} else if (build_shape(s, n->x->type)->split) {
		Parts p = build_expr(s, n->y);
		build_assign(s, n->x, &p, init);
	} else {
		copy_stmt(s, n);
	}
}

static void keep_alive(Builder *s, Node *x)
{
	if (!build_shape(s, x->type)->split) {
		build1(s, OP_KEEP_ALIVE, K_VOID, 0, build_addr(s, x).base);
		return;
	}
	Parts p = build_expr(s, x);
	for (uint32_t i = 0; i < p.n; i++)
		if (p.v[i]->kind == K_PTR)
			build1(s, OP_KEEP_ALIVE, K_VOID, 0, p.v[i]);
}

static void stmt(Builder *s, Node *n)
{
	if (!s->cur && n->op != OLABEL) {
		Block *dead = build_block(s);
		build_seal(s, dead);
		build_start(s, dead);
	}
	Pos pos = s->pos;
	uint32_t inl = s->inl;
	s->pos = n->pos;
	s->inl = n->inl;
	if (n->op != OIF && n->op != OFOR)
		build_stmts(s, &n->init);
	switch (n->op) {
	case OAS: assign_stmt(s, n); break;
	case OAS2FUNC:
		build_call(s, n->rlist.data[0], n->list.data, n->list.len, n->flags & NF_INIT);
		break;
	case OCALLFUNC:
	case OCALLINTER: build_call(s, n, NULL, 0, false); break;
	case OBLOCK: build_stmts(s, &n->body); break;
	case OIF: if_stmt(s, n); break;
	case OFOR: for_stmt(s, n); break;
	case OBREAK: build_jump(s, find_loop(s, n)->on_break); break;
	case OCONTINUE: build_jump(s, find_loop(s, n)->on_continue); break;
	case OGOTO: build_goto(s, n->label); break;
	case OLABEL: place_label(s, n->label); break;
	case ORETURN: build_return(s); break;
	case OINLMARK: build0(s, OP_INL_MARK, K_VOID, 0)->inl = n->index + 1; break;
	case OCHECKNIL: build_nil_check(s, build_expr1(s, n->x), n); break;
	case OKEEPALIVE: keep_alive(s, n->x); break;
	case OJUMPTABLE: jump_table(s, n); break;
	case OZERO: zero_stmt(s, n->x, n->flags & NF_INIT); break;
	case OUNREACHABLE: build_exit(s); break;
	default: ICE(n->pos, "statement %s after lowering", ir_op_name[n->op]);
	}
	s->pos = pos;
	s->inl = inl;
}

void build_stmts(Builder *s, const NodeList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		stmt(s, list->data[i]);
}
