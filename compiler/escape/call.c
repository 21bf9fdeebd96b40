/* Calls, builtins, go and defer. */
#include "escape/private.h"

/* Is f in the group being analysed? */
static bool in_batch(const Func *f)
{
	if (!f->has_body || f->escape_done)
		return false;
	if (f->params.len)
		return f->params.data[0]->esc_loc != NULL;
	return f->results.len == 0 || f->results.data[0]->esc_loc != NULL;
}

/* Where an argument for a parameter goes. */
static Hole param_hole(Batch *b, const Hole *ks, int nks, Func *f, uint32_t i)
{
	if (!f || i >= f->params.len)
		return hole_heap(b);
	Var *p = f->params.data[i];
	if (in_batch(f))
		return p->esc_loc ? hole_to(p->esc_loc) : hole_discard(b);
	int leaks[TAG_RESULTS + 1];
	leaks_of_tag(p->escape_tag, leaks);
	Hole to[TAG_RESULTS + 1];
	int n = 0;
	if (leaks[0] >= 0)
		to[n++] = hole_shift(hole_heap(b), leaks[0]);
	for (int r = 0; r < TAG_RESULTS && r < nks; r++)
		if (leaks[r + 1] >= 0)
			to[n++] = hole_shift(ks[r], leaks[r + 1]);
	return hole_tee(b, to, n);
}

/* uintptr(p), p of type unsafe.Pointer, as an argument of a function marked go:uintptrescapes: what
 * p points to is on the heap, whatever the number is used for. */
static void escape_pointer(Batch *b, Node *arg)
{
	if (arg->op == OCONVNOP && type_kind(arg->type) == T_UINTPTR &&
	    type_kind(arg->x->type) == T_UNSAFE_POINTER)
		walk_expr(b, hole_heap(b), arg->x);
	else if (arg->op == OSLICELIT)
		for (uint32_t i = 0; i < arg->list.len; i++)
			escape_pointer(b, arg->list.data[i]);
}

static void walk_func_call(Batch *b, const Hole *ks, int nks, Node *call)
{
	Func *f = call->op == OCALLINTER ? NULL : ir_static_callee(call);
	uint32_t first = 0;
	if (f && in_batch(f))
		for (uint32_t i = 0; i < f->results.len && (int)i < nks; i++)
			walk_expr(b, ks[i], f->results.data[i]->node);
	switch (call->op) {
	case OCALLFUNC:
		if (call->x->op == OCLOSURE)
			map_set(&b->called, call->x->func, 1);
		walk_discard(b, call->x);
		break;
	case OCALLMETH:
		walk_stmts(b, &call->x->init);
		walk_expr(b, param_hole(b, ks, nks, f, 0), call->x->x);
		first = 1;
		break;
	case OCALLINTER:
		walk_stmts(b, &call->x->init);
		walk_expr(b, hole_heap(b), call->x->x);
		break;
	}
	for (uint32_t i = 0; i < call->list.len; i++) {
		walk_expr(b, param_hole(b, ks, nks, f, first + i), call->list.data[i]);
		if (f && f->pragma & PRAGMA_UINTPTRESCAPES)
			escape_pointer(b, call->list.data[i]);
	}
}

/* The old slice may be the result; or else its elements move to new memory on the heap. */
static void walk_append(Batch *b, Hole k, Node *n)
{
	Node *first = n->list.data[0];
	if (type_has_pointers(type_elem(first->type))) {
		Hole ks[2] = {k, hole_shift(hole_heap(b), 1)};
		walk_expr(b, hole_tee(b, ks, k.dst == &b->blank ? 1 : 2), first);
		if (k.dst == &b->blank)
			walk_expr(b, ks[1], first);
	} else {
		walk_expr(b, k, first);
	}
	for (uint32_t i = 1; i < n->list.len; i++) {
		Node *arg = n->list.data[i];
		if (!(n->flags & NF_DDD))
			walk_expr(b, hole_heap(b), arg);
		else if (type_kind(arg->type) == T_SLICE && type_has_pointers(type_elem(arg->type)))
			walk_expr(b, hole_shift(hole_heap(b), 1), arg);
		else
			walk_discard(b, arg);
	}
}

static void walk_copy(Batch *b, Node *n)
{
	walk_discard(b, n->x);
	if (type_kind(n->y->type) == T_SLICE && type_has_pointers(type_elem(n->y->type)))
		walk_expr(b, hole_shift(hole_heap(b), 1), n->y);
	else
		walk_discard(b, n->y);
}

/* A call or builtin whose results go to ks. */
void walk_call(Batch *b, const Hole *ks, int nks, Node *n)
{
	Hole k = nks ? ks[0] : hole_discard(b);
	switch ((Op)n->op) {
	case OCALLFUNC:
	case OCALLMETH:
	case OCALLINTER: walk_func_call(b, ks, nks, n); return;
	case OINLCALL:
		walk_stmts(b, &n->body);
		for (uint32_t i = 0; i < n->list.len; i++)
			walk_expr(b, (int)i < nks ? ks[i] : hole_discard(b), n->list.data[i]);
		return;
	case OAPPEND: walk_append(b, k, n); return;
	case OCOPY: walk_copy(b, n); return;
	case OPANIC: walk_expr(b, hole_heap(b), n->x); return;
	case OUNSAFEADD:
	case OUNSAFESLICE:
		walk_expr(b, k, n->x);
		walk_discard(b, n->y);
		return;
	default:
		walk_discard(b, n->x);
		walk_discard(b, n->y);
		walk_discards(b, &n->list);
	}
}

/* Evaluates what the statement evaluates now, to be kept in memory that lives as long as `k` says.
 * */
static void walk_later(Batch *b, Hole k, Node *call)
{
	if (call->op == OCALLMETH || call->op == OCALLINTER) {
		walk_stmts(b, &call->x->init);
		walk_expr(b, k, call->x->x);
	} else if (call->op == OCALLFUNC) {
		walk_expr(b, k, call->x);
	} else {
		walk_expr(b, k, call->x);
		walk_expr(b, k, call->y);
	}
	for (uint32_t i = 0; i < call->list.len; i++)
		walk_expr(b, k, call->list.data[i]);
}

/* A deferred call that runs once at most per frame keeps its arguments in the frame; any other
 * keeps them on the heap. */
void walk_go_defer(Batch *b, Node *n)
{
	Node *call = n->x;
	walk_stmts(b, &call->init);
	if (n->op == ODEFER && b->depth == 1 && !(n->flags & NF_LOOP)) {
		NodeList none = {0};
		NodeList init = call->init;
		call->init = none;
		walk_expr(b, hole_discard(b), call);
		call->init = init;
		return;
	}
	walk_later(b, hole_heap(b), call);
}
