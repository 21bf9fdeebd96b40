/*
 * Visits the functions of a package bottom-up: what a function refers to comes before it, and
 * functions that refer to each other come together (R. Tarjan, Depth-first search and linear graph
 * algorithms, 1972). A function literal always comes with the function it is written in. The order
 * is gc's: roots in source order, references in the order of the tree.
 */
#include "ir/ir.h"

typedef struct Visitor {
	IrPackage *package;
	Arena *arena;
	uint32_t next;    /* number of the visit; a function's is in Func.visit */
	FuncList visited; /* all of them */
	FuncList stack;
	void (*analyze)(void *ctx, Func **funcs, uint32_t n, bool recursive);
	void *ctx;
} Visitor;

/* Func.visit once its component is complete; of one in the group that ir_visit_group looks at */
static const uint32_t DONE = UINT32_MAX, MEMBER = UINT32_MAX - 1;

/* Is n quiet when its operands are? */
static bool is_computation(Op op)
{
	switch (op) {
	case OPLUS:
	case ONEG:
	case OBITNOT:
	case ONOT:
	case OADD:
	case OSUB:
	case OMUL:
	case ODIV:
	case OMOD:
	case OAND:
	case OOR:
	case OXOR:
	case OANDNOT:
	case OLSH:
	case ORSH:
	case OEQ:
	case ONE:
	case OLT:
	case OLE:
	case OGT:
	case OGE:
	case OANDAND:
	case OOROR:
	case OREAL:
	case OIMAG:
	case OLEN:
	case OCAP:
	case ODEREF:
	case ODOT:
	case ODOTPTR:
	case OINDEX:
	case OPAREN:
	case OCONV: return true;
	default: return false;
	}
}

static bool has_quiet_operands(const Node *n)
{
	return !n->init.len && ir_is_quiet(n->x) && (!n->y || ir_is_quiet(n->y));
}

typedef struct Summary {
	Func *func;
	bool first; /* else no quiet node has become another */
} Summary;

static bool summarize_node(void *ctx, Node **slot)
{
	const Summary *s = ctx;
	Func *f = s->func;
	Node *n = *slot;
	if (s->first)
		f->node_count++;
	else if (ir_is_quiet(n))
		return false;
	bool reference = n->op == OFUNCNAME || n->op == OCLOSURE || n->op == ODOTMETH ||
			 n->op == OMETHEXPR || n->op == OMETHVALUE;
	if (reference && n->func)
		vec_push(f->package->arena, f->refers_to, n->func);
	if (n->op == OCALLINTER)
		vec_push(f->package->arena, f->interface_calls, n);
	ir_each_child(n, summarize_node, ctx);
	if (is_computation(n->op) && has_quiet_operands(n))
		n->flags |= NF_QUIET;
	return false;
}

void ir_summarize(Func *f)
{
	if (f->summarized)
		return;
	Summary s = {f, f->node_count == 0};
	f->refers_to.len = f->interface_calls.len = 0;
	for (uint32_t i = 0; i < f->body.len; i++)
		summarize_node(&s, &f->body.data[i]);
	f->summarized = true;
}

void ir_prefetch(const Func *f)
{
	for (size_t i = 0; i < COUNT(f->made); i++)
		for (const char *p = f->made[i].start; p < f->made[i].end; p += CACHE_LINE)
			__builtin_prefetch(p);
}

static void complete(Visitor *v, Func *f, bool recursive)
{
	uint32_t i = v->stack.len;
	do
		v->stack.data[--i]->visit = DONE;
	while (v->stack.data[i] != f);
	/* The analysis may visit nothing new, but the stack must be its own. */
	uint32_t n = v->stack.len - i;
	v->stack.len = i;
	v->analyze(v->ctx, v->stack.data + i, n, recursive);
}

bool ir_is_hidden_closure(const Func *f)
{
	return f->closure && f->outer && !f->outer->is_init;
}

static uint32_t visit_func(Visitor *v, Func *f)
{
	if (f->visit)
		return f->visit;
	if (f->package != v->package || f->escape_planned)
		return DONE;
	uint32_t id = ++v->next;
	f->visit = id;
	vec_push(v->arena, v->visited, f);
	vec_push(v->arena, v->stack, f);
	uint32_t lowest = ++v->next;
	ir_summarize(f);
	for (uint32_t i = 0; i < f->refers_to.len; i++) {
		uint32_t low = visit_func(v, f->refers_to.data[i]);
		if (low < lowest)
			lowest = low;
	}
	if ((lowest == id || lowest == id + 1) && !ir_is_hidden_closure(f))
		complete(v, f, lowest == id);
	return lowest;
}

void ir_visit_bottom_up(IrPackage *package,
			void (*analyze)(void *ctx, Func **funcs, uint32_t n, bool recursive),
			void *ctx)
{
	Arena *arena = arena_new();
	Visitor v = {.package = package, .arena = arena, .analyze = analyze, .ctx = ctx};
	FuncList roots = {0};
	uint32_t d = 0;
	for (uint32_t i = 0; i < package->funcs.len; i++) {
		Func *f = package->funcs.data[i];
		for (; d < package->declared.len &&
		       (f->is_init || package->declared.data[d]->pos < f->pos);
		     d++)
			vec_push(arena, roots, package->declared.data[d]);
		vec_push(arena, roots, f);
	}
	for (; d < package->declared.len; d++)
		vec_push(arena, roots, package->declared.data[d]);
	for (uint32_t i = 0; i < roots.len; i++)
		if (!ir_is_hidden_closure(roots.data[i]))
			visit_func(&v, roots.data[i]);
	for (uint32_t i = 0; i < v.visited.len; i++)
		v.visited.data[i]->visit = 0;
	arena_free(arena);
}

/* ---------------------------------------------------------------- one group */

static void mark(Func *f, uint32_t visit)
{
	f->visit = visit;
	vec_each(Func *const, literal, f->closures)
		mark(*literal, visit);
}

/* Is all that f, of the group, and the literals in it refer to planned, or of the group? */
static bool is_ready(Func *f)
{
	ir_summarize(f);
	vec_each(Func *const, r, f->refers_to)
		if ((*r)->package == f->package && (*r)->visit != MEMBER && (*r)->has_body &&
		    !(*r)->escape_planned)
			return false;
	vec_each(Func *const, literal, f->closures)
		if (!is_ready(*literal))
			return false;
	return true;
}

void ir_visit_group(IrPackage *package, Arena *arena, Func **group, uint32_t n,
		    void (*analyze)(void *ctx, Func **funcs, uint32_t n, bool recursive), void *ctx)
{
	bool ready = true;
	for (uint32_t i = 0; i < n; i++)
		mark(group[i], MEMBER);
	for (uint32_t i = 0; i < n && ready; i++)
		ready = is_ready(group[i]);
	for (uint32_t i = 0; i < n; i++)
		mark(group[i], ready ? 0 : DONE);
	if (!ready)
		return;
	Visitor v = {.package = package, .arena = arena, .analyze = analyze, .ctx = ctx};
	for (uint32_t i = 0; i < n; i++)
		if (!ir_is_hidden_closure(group[i]))
			visit_func(&v, group[i]);
}
