/*
 * Calls, builtins, go and defer.
 *
 * `go f(x)` and `defer f(x)` are analysed as gc compiles them: the operands are copied into
 * temporaries, which a closure without parameters captures and passes on when it runs. Only a slice
 * literal is made by the closure itself, from captured elements.
 */
#include "escape/rta.h"

/* The closure that a go or defer statement makes; NULL for an ordinary call. */
typedef struct Later {
	VarList vars;  /* the temporaries it captures */
	NodeList uses; /* the names that stand for them in the closure */
	bool on_heap;  /* it outlives the statement */
} Later;

typedef struct Call {
	Node *node;
	Node *shown;  /* the call as notes show it: with the temporaries in place of the operands */
	Func *callee; /* NULL: not known */
	const Var *param; /* of a known callee, for which an argument is walked */
	Later *later;
} Call;

/* Is f in the group being analysed? */
static bool in_batch(const Func *f)
{
	if (!f->has_body || f->escape_done)
		return false;
	if (f->params.len)
		return f->params.data[0]->esc_loc != NULL;
	return f->results.len == 0 || f->results.data[0]->esc_loc != NULL;
}

static Hole hole_of_leaks(Batch *b, const Hole *ks, int nks, const int *leaks)
{
	Hole to[TAG_RESULTS + 1];
	int n = 0;
	if (leaks[0] >= 0)
		to[n++] = hole_shift(hole_heap(b), leaks[0]);
	for (int r = 0; r < TAG_RESULTS && r < nks; r++)
		if (leaks[r + 1] >= 0)
			to[n++] = hole_shift(ks[r], leaks[r + 1]);
	return hole_tee(b, to, n);
}

/* Where an argument for a parameter goes. */
Hole param_hole(Batch *b, const Hole *ks, int nks, Func *f, uint32_t i)
{
	if (!f || i >= f->params.len)
		return hole_heap(b);
	Var *p = f->params.data[i];
	if (in_batch(f))
		return p->name == STR("_") ? hole_discard(b) : hole_to(loc_of(b, p));
	int leaks[TAG_RESULTS + 1];
	leaks_of_tag(p->escape_tag, leaks);
	Hole k = hole_of_leaks(b, ks, nks, leaks);
	if (!b->tells)
		return k;
	Loc *l = loc_new(b, NULL, NULL);
	l->passed_as = p;
	flow(b, k, l);
	return hole_to(l);
}

/* The same for argument number i of a call whose function is not known. */
static Hole unknown_hole(Batch *b, const Hole *ks, int nks, const Node *call, CallClass *class,
			 uint32_t i)
{
	const int *leaks = class ? rta_leaks(b->whole, class, i) : NULL;
	Hole k = leaks ? hole_of_leaks(b, ks, nks, leaks) : hole_heap(b);
	if (!class || !b->tells)
		return k;
	Loc *l = loc_new(b, NULL, NULL);
	l->call = call;
	l->class = class;
	l->argument = i;
	flow(b, k, l);
	return hole_to(l);
}

/* The receiver of the method value n. */
Hole method_value_hole(Batch *b, const Hole *ks, int nks, const Node *n)
{
	if (!type_is_interface(n->x->type))
		return param_hole(b, ks, nks, n->func, 0);
	CallClass *class = b->whole ? rta_method_class(b->whole, n->x->type, n->sel) : NULL;
	return unknown_hole(b, ks, nks, n, class, 0);
}

/* ---------------------------------------------------------------- arguments */

/* A new temporary that is set to x. */
static Loc *copy_to_temp(Batch *b, Pos pos, Node *x, uint32_t inl)
{
	if (x->op != ONAME && x->op != OFUNCNAME && x->pos) {
		pos = x->pos;
		inl = x->inl;
	}
	Var *v = ir_temp(b->lasting, b->func, pos, x->type);
	v->node->inl = inl;
	v->defn = ir_assign(b->lasting, pos, v->node, x);
	v->defn->inl = inl;
	Loc *l = loc_new(b, v, NULL);
	walk_expr(b, hole_note(b, hole_to(l), v->defn, "assign"), x);
	return l;
}

/* A pointer passed as a uintptr to a function that is marked as taking such. */
static bool is_unsafe_uintptr(const Func *callee, const Node *arg)
{
	if (!callee)
		return false;
	if (callee->has_body &&
	    !(callee->pragma & (PRAGMA_UINTPTRESCAPES | PRAGMA_UINTPTRKEEPALIVE)))
		return false;
	return arg->op == OCONVNOP && type_kind(arg->type) == T_UINTPTR &&
	       type_kind(arg->x->type) == T_UNSAFE_POINTER;
}

/* The closure of a go or defer statement captures the temporary; gives its name there. */
static Node *capture_temp(Batch *b, const Call *call, Loc *l, Pos pos)
{
	l->captured = true;
	Node *use = ir_node(b->arena, ONAME, pos, l->var->type);
	use->var = l->var;
	use->inl = call->node->inl;
	vec_push(b->arena, call->later->vars, l->var);
	vec_push(b->arena, call->later->uses, use);
	return use;
}

/* Gives the argument as it is passed. */
static Node *walk_unsafe_uintptr(Batch *b, const Call *call, Node *arg)
{
	Loc *l = copy_to_temp(b, arg->pos, arg->x, arg->inl);
	if (call->later)
		capture_temp(b, call, l, arg->pos);
	Node *shown = NEW(b->arena, Node);
	*shown = *arg;
	shown->x = l->var->node;
	if (call->callee->pragma & PRAGMA_UINTPTRESCAPES)
		flow(b, hole_note(b, hole_heap(b), shown, "//go:uintptrescapes"), l);
	return shown;
}

/* What the closure can evaluate itself when it runs. */
static bool is_known(const Node *n)
{
	return n->op == OLITERAL || n->op == ONIL || n->op == OMETHEXPR || n->op == OFUNCNAME;
}

/* n, or the temporary that keeps it for later, or what is left of it when it has been dealt
 * with. */
static Node *keep_operand(Batch *b, const Call *call, Node *n, Pos pos)
{
	if (is_unsafe_uintptr(call->callee, n))
		return walk_unsafe_uintptr(b, call, n);
	if (!call->later || is_known(n))
		return n;
	return capture_temp(b, call, copy_to_temp(b, pos, n, call->node->inl), pos);
}

static void walk_slice_argument(Batch *b, const Call *call, Hole k, Node *n)
{
	NodeList kept = {0};
	for (uint32_t i = 0; i < n->list.len; i++) {
		Node *e = n->list.data[i];
		vec_push(b->arena, kept, keep_operand(b, call, e->op == OKEY ? e->y : e, n->pos));
	}
	walk_stmts(b, &n->init);
	Hole element = hole_spill(b, k, n);
	((Loc *)n->esc_loc)->kept_on_heap = call->later && call->later->on_heap;
	for (uint32_t i = 0; i < kept.len; i++)
		walk_expr(b, hole_note(b, element, n, "slice-literal-element"), kept.data[i]);
}

static void replace(Node **slots, uint32_t n, const Node *from, Node *to)
{
	for (uint32_t i = 0; i < n; i++)
		if (slots[i] == from)
			slots[i] = to;
}

/* Has the call shown with `to` in place of its operand `from`. */
static void show_operand(Batch *b, Call *call, const Node *from, Node *to)
{
	if (call->shown == call->node) {
		Node *shown = NEW(b->arena, Node);
		*shown = *call->node;
		shown->list = (NodeList){0};
		for (uint32_t i = 0; i < call->node->list.len; i++)
			vec_push(b->arena, shown->list, call->node->list.data[i]);
		if (shown->x && shown->op != OCALLFUNC) {
			shown->x = NEW(b->arena, Node);
			*shown->x = *call->node->x;
		}
		call->shown = shown;
	}
	replace(&call->shown->x, 1, from, to);
	replace(&call->shown->y, 1, from, to);
	if (call->shown->op == OCALLMETH || call->shown->op == OCALLINTER)
		replace(&call->shown->x->x, 1, from, to);
	replace(call->shown->list.data, call->shown->list.len, from, to);
}

static void walk_argument(Batch *b, Call *call, Hole k, Node *n)
{
	if (!n)
		return;
	Node *kept = n;
	if (n->op != OSLICELIT)
		kept = keep_operand(b, call, n, call->node->pos);
	if (kept != n)
		show_operand(b, call, n, kept);
	b->arg = n;
	b->param = call->param;
	k = hole_note(b, k, call->shown, "call parameter");
	b->arg = NULL;
	b->param = NULL;
	if (n->op == OSLICELIT)
		walk_slice_argument(b, call, k, n);
	else
		walk_expr(b, k, kept);
}

/* ---------------------------------------------------------------- calls */

static Func *known_callee(Node *n)
{
	if (n->op == OCALLMETH)
		return n->x->func;
	if (n->op != OCALLFUNC)
		return NULL;
	const Node *v = ir_static_value(n->x);
	return v->op == OFUNCNAME || v->op == OMETHEXPR || v->op == OCLOSURE ? v->func : NULL;
}

static void walk_func_call(Batch *b, const Hole *ks, int nks, Call *call)
{
	Node *n = call->node;
	Func *f = known_callee(n);
	CallClass *class = !f && b->whole ? rta_class(b->whole, n) : NULL;
	n->flags |= NF_ANALYSED;
	if (n->op == OCALLFUNC && n->x->op == OCLOSURE)
		map_set(&b->called, n->x->func, 1);
	if (f && in_batch(f))
		for (uint32_t i = 0; i < f->results.len && (int)i < nks; i++)
			walk_expr(b, ks[i], f->results.data[i]->node);
	uint32_t first = 0;
	if (n->op == OCALLFUNC) {
		walk_argument(b, call, hole_discard(b), n->x);
	} else {
		walk_stmts(b, &n->x->init);
		call->callee = f;
		call->param = f && f->params.len ? f->params.data[0] : NULL;
		walk_argument(b, call,
			      f ? param_hole(b, ks, nks, f, 0)
				: unknown_hole(b, ks, nks, n, class, 0),
			      n->x->x);
		first = 1;
	}
	call->callee = f;
	for (uint32_t i = 0; i < n->list.len; i++) {
		call->param = f && first + i < f->params.len ? f->params.data[first + i] : NULL;
		Hole k = f ? param_hole(b, ks, nks, f, first + i)
			   : unknown_hole(b, ks, nks, n, class, first + i);
		walk_argument(b, call, k, n->list.data[i]);
	}
}

static bool has_pointer_elements(const Node *n)
{
	return type_kind(n->type) == T_SLICE && type_has_pointers(type_elem(n->type));
}

/* The old slice may be the result; or else its elements move to new memory on the heap. */
static void walk_append(Batch *b, Hole k, Call *call)
{
	Node *n = call->node, *first = n->list.data[0];
	n->esc = ESC_UNKNOWN;
	append_flow(b, k, n);
	if (type_has_pointers(type_elem(first->type))) {
		Hole ks[2] = {k, hole_deref(b, hole_heap(b), n, "appendee slice")};
		k = hole_tee(b, ks, 2);
	}
	walk_argument(b, call, k, first);
	for (uint32_t i = 1; i < n->list.len; i++) {
		Node *arg = n->list.data[i];
		Hole to = hole_heap(b);
		if (n->flags & NF_DDD && has_pointer_elements(arg))
			to = hole_deref(b, to, n, "appended slice...");
		else if (n->flags & NF_DDD)
			to = hole_discard(b);
		walk_argument(b, call, to, arg);
	}
}

static void walk_copy(Batch *b, Call *call)
{
	Node *n = call->node;
	walk_argument(b, call, hole_discard(b), n->x);
	Hole to = hole_discard(b);
	if (has_pointer_elements(n->y))
		to = hole_deref(b, hole_heap(b), n, "copied slice");
	walk_argument(b, call, to, n->y);
}

/* What gc makes of it: a call that is given the frame of the function that may recover. */
static void walk_recover(Batch *b, Call *call)
{
	Node *n = call->node;
	n->flags |= NF_ANALYSED;
	if (!call->later)
		return;
	Node *frame = ir_nil(b->lasting, n->pos, type_basic[T_UNSAFE_POINTER]);
	capture_temp(b, call, copy_to_temp(b, n->pos, frame, n->inl), n->pos);
}

static void walk_call_later(Batch *b, const Hole *ks, int nks, Node *n, Later *later)
{
	Call call = {.node = n, .shown = n, .later = later};
	Hole k = nks ? ks[0] : hole_discard(b);
	switch ((Op)n->op) {
	case OCALLFUNC:
	case OCALLMETH:
	case OCALLINTER: walk_func_call(b, ks, nks, &call); return;
	case OINLCALL:
		walk_stmts(b, &n->body);
		for (uint32_t i = 0; i < n->list.len; i++)
			walk_expr(b, (int)i < nks ? ks[i] : hole_discard(b), n->list.data[i]);
		return;
	case OAPPEND: walk_append(b, k, &call); return;
	case OCOPY: walk_copy(b, &call); return;
	case OPANIC: walk_argument(b, &call, hole_heap(b), n->x); return;
	case ORECOVER: walk_recover(b, &call); return;
	case OUNSAFEADD:
	case OUNSAFESLICE:
		walk_argument(b, &call, k, n->x);
		walk_argument(b, &call, hole_discard(b), n->y);
		return;
	default:
		walk_argument(b, &call, hole_discard(b), n->x);
		walk_argument(b, &call, hole_discard(b), n->y);
		for (uint32_t i = 0; i < n->list.len; i++)
			walk_argument(b, &call, hole_discard(b), n->list.data[i]);
	}
}

/* A call or builtin whose results go to ks. */
void walk_call(Batch *b, const Hole *ks, int nks, Node *n)
{
	walk_call_later(b, ks, nks, n, NULL);
}

/* ---------------------------------------------------------------- go and defer */

static bool is_plain(const Node *call)
{
	return call->op == OCALLFUNC && !call->list.len && !call->type && call->x->op != OMETHEXPR;
}

/* A deferred call that runs once at most per frame keeps its arguments in the frame; any other
 * keeps them on the heap. */
void walk_go_defer(Batch *b, Node *n)
{
	Node *call = n->x;
	bool in_frame = n->op == ODEFER && b->depth == 1;
	Hole k = in_frame ? hole_discard(b) : hole_heap(b);
	if (n->op == ODEFER && !in_frame)
		n->flags |= NF_LOOP;
	if (in_frame && n->flags & NF_LOOP)
		n->flags &= ~(uint32_t)NF_LOOP;
	if (!in_frame) {
		k = hole_note(b, k, n, n->op == OGO ? "go" : "defer in a loop");
		((Note *)k.notes)->silent = true;
	}
	walk_stmts(b, &call->init);
	if (is_plain(call)) {
		walk_expr(b, k, call->x);
		return;
	}
	Later later = {.on_heap = !in_frame};
	walk_call_later(b, NULL, 0, call, &later);
	Node *closure = ir_node(b->arena, OCLOSURE, n->pos, type_plain_func);
	closure->inl = n->inl;
	Closure c = {hole_spill(b, k, closure), closure, b->func, later.vars, later.uses};
	((Loc *)closure->esc_loc)->is_wrapper = true;
	vec_push(b->arena, b->closures, c);
}
