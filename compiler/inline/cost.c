/*
 * Which functions can be inlined: gc's cost model.
 *
 * Each node of the body costs 1, a call that will not itself be inlined 57 more, one that will the
 * cost of its body; some constructs cost more or nothing, some forbid inlining. The budget is 80.
 * Our tree differs from gc's in a few places (packed variadic arguments, one node for a type
 * switch, a method callee), which the table below makes up for.
 */
#include "inline/private.h"
#include "ir/decisions.h"

typedef struct Cost {
	Inliner *in;
	int total;
	Str reason;
	bool full; /* -m=2: go on beyond the budget, for the message */
} Cost;

static bool visit(void *ctx, Node **slot);

static bool forbid(Cost *c, Str reason)
{
	c->reason = reason;
	return true;
}

static bool visit_list(Cost *c, NodeList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		if (list->data[i] && visit(c, &list->data[i]))
			return true;
	return false;
}

Func *inline_callee(Inliner *in, Node *callee)
{
	callee = ir_static_value(callee);
	switch (callee->op) {
	case OFUNCNAME:
	case ODOTMETH:
	case OMETHEXPR: return callee->func;
	case OCLOSURE: inline_decide(in, callee->func); return callee->func;
	default: return NULL;
	}
}

static bool runtime_call(Cost *c, const Func *f, bool *done)
{
	if (!f->package->is_runtime || f->obj == NULL || f->obj->is_method)
		return false;
	if (f->name == STR("getcallerpc") || f->name == STR("getcallersp"))
		return forbid(c, str_printf("call to %s", f->name));
	if (f->name == STR("throw")) {
		c->total += THROW_COST;
		*done = true;
	}
	return false;
}

/* On amd64 the fixed-size methods of package encoding/binary are loads and stores. */
static bool is_load_or_store(const Func *f)
{
	static const char names[] = " littleEndian.Uint16 littleEndian.Uint32 littleEndian.Uint64"
				    " littleEndian.PutUint16 littleEndian.PutUint32"
				    " littleEndian.PutUint64 bigEndian.Uint16 bigEndian.Uint32"
				    " bigEndian.Uint64 bigEndian.PutUint16 bigEndian.PutUint32"
				    " bigEndian.PutUint64 ";
	if (f->package->path != STR("encoding/binary"))
		return false;
	const char *name = str_printf(" %s ", f->name);
	return strstr(names, name) != NULL;
}

static int call_cost(const Cost *c)
{
	return c->in->options->eager ? 1 : CALL_COST;
}

/* The callee's part of a call's cost. */
static bool add_call(Cost *c, Node *n)
{
	bool done = false;
	if (n->x->op == OFUNCNAME && runtime_call(c, n->x->func, &done))
		return true;
	if (done || (n->x->op == OFUNCNAME && inline_is_intrinsic(n->x->func)))
		return false;
	if (n->op == OCALLMETH && is_load_or_store(n->x->func))
		return false;
	Func *f = inline_callee(c->in, n->x);
	c->total += f && f->can_inline ? f->inline_cost : call_cost(c);
	return false;
}

/* A conversion of an address and its dereference cost half. */
static bool is_reinterpretation(const Node *n)
{
	const Node *x = n->x;
	while (x->op == OCONVNOP)
		x = x->x;
	return x->op == OADDR;
}

/* `if` with a constant condition: only the branch taken counts. */
static bool visit_constant_if(Cost *c, Node *n)
{
	return visit_list(c, &n->init) || visit_list(c, n->x->value->b ? &n->body : &n->els);
}

/* What n costs beside its operands; true: it forbids inlining. */
static bool add_own(Cost *c, Node *n)
{
	switch (n->op) {
	case OCALLFUNC: c->total++; return add_call(c, n);
	case OCALLMETH: c->total++; return add_call(c, n);
	case OCALLINTER: c->total += 1 + call_cost(c); return false;
	case OPANIC:
		if (n->x->op == OCONVIFACE && n->x->flags & NF_IMPLICIT)
			c->total--;
		c->total += 1 + PANIC_COST;
		return false;
	case ORECOVER: return forbid(c, STR("call to recover"));
	case OGO: return forbid(c, STR("unhandled op GO"));
	case ODEFER: return forbid(c, STR("unhandled op DEFER"));
	case ODCLTYPE:
		if (!n->type)
			return false;
		return forbid(c, STR("unhandled op DCLTYPE"));
	case OCLOSURE: c->total += 16; return false;
	case OFALLTHROUGH:
	case OCONVNOP:
	case OBLOCK: return false;
	case ODEREF:
		if (is_reinterpretation(n))
			c->total--;
		break;
	case OTYPESW: c->total += n->flags & NF_DEFINE ? 3 : 2; return false;
	case OCASE: c->total += n->var ? 2 : 1; return false;
	case OLEN:
	case OCAP: /* of an array through a pointer: of what it points to */
		c->total += type_is_pointer(n->x->type) ? 2 : 1;
		return false;
	case ONIL:
		if (n->flags & NF_DDD)
			return false;
		break;
	case OSLICELIT:
		if (!(n->flags & NF_DDD))
			c->total += 2;
		return false;
	case OMAKEMAP:
	case OMAKECHAN: /* a size that is not given is a constant, too */
		c->total += n->x ? 1 : 2;
		return false;
	case OMETHVALUE:
	case ONEW: c->total += 2; return false;
	default: break;
	}
	c->total++;
	return false;
}

static bool visit(void *ctx, Node **slot)
{
	Cost *c = ctx;
	Node *n = *slot;
	if (n->op == OIF && n->x->op == OLITERAL)
		return visit_constant_if(c, n);
	if (n->op == OMETHEXPR) { /* its type operand */
		c->total++;
		return false;
	}
	if (n->op == OCLOSURE && visit_list(c, &n->func->body))
		return true;
	if (add_own(c, n))
		return true;
	if (c->total > MAX_COST && !c->full)
		return forbid(c, STR("too expensive"));
	return ir_each_child(n, visit, c);
}

/* ---------------------------------------------------------------- decisions */

static Str forbidden_by_pragma(const Func *f)
{
	if (f->pragma & PRAGMA_NOINLINE)
		return STR("marked go:noinline");
	if (f->pragma & PRAGMA_UINTPTRESCAPES)
		return STR("marked as having an escaping uintptr argument");
	if (f->pragma & PRAGMA_UINTPTRKEEPALIVE)
		return STR("marked as having a keep-alive uintptr argument");
	if (f->pragma & PRAGMA_YESWRITEBARRIERREC)
		return STR("marked go:yeswritebarrierrec");
	if (!f->has_body)
		return STR("no function body");
	return NULL;
}

static Str measure(Inliner *in, Func *f, int *cost)
{
	if (f->inline_cost) { /* it is given: //burrow:cost */
		*cost = f->inline_cost;
		return NULL;
	}
	Cost c = {.in = in, .full = in->options->m >= 2 || in->package->decisions};
	bool stopped = visit_list(&c, &f->body);
	*cost = c.total;
	if (stopped)
		return c.reason;
	if (c.total > MAX_COST)
		return str_printf("function too complex: cost %d exceeds budget %d", c.total,
				  MAX_COST);
	return NULL;
}

static void report(Inliner *in, Func *f)
{
	Arena *a = in->arena;
	DecisionLog *log = in->package->decisions;
	if (log && f->can_inline)
		decision_add(log, f, NULL, "canInlineFunction", "cost: %d", f->inline_cost);
	else if (log)
		decision_add(log, f, NULL, "cannotInlineFunction", "%s", f->cannot_inline);
	if (in->options->m >= 2 && f->cannot_inline)
		diag_line(f->pos, "cannot inline %s: %s", f->name, f->cannot_inline);
	if (in->options->m == 0 || !f->can_inline)
		return;
	if (in->options->m == 1) {
		diag_line(f->pos, "can inline %s", f->name);
		return;
	}
	const char *type = type_string(f->type, TYPE_FORM_GC, in->package->package);
	const char *recv = "";
	if (f->has_receiver)
		recv = arena_printf(
			a, "method(%s) ",
			type_string(f->params.data[0]->type, TYPE_FORM_GC, in->package->package));
	diag_line(f->pos, "can inline %s with cost %d as: %s%s { %s }", f->name, f->inline_cost,
		  recv, type, ir_body_text(a, &f->body));
}

/* Keeps the body as it is now, and those of the literals in it. */
static void preserve(Inliner *in, Func *f)
{
	if (!f->inline_body.len)
		for (uint32_t i = 0; i < f->body.len; i++)
			vec_push(in->arena, f->inline_body,
				 ir_copy(in->arena, f->body.data[i], NULL));
	for (uint32_t i = 0; i < f->closures.len; i++)
		preserve(in, f->closures.data[i]);
}

void inline_decide(Inliner *in, Func *f)
{
	if (f->is_wrapper) /* gc makes them after inlining */
		return;
	Str reason = forbidden_by_pragma(f);
	if (reason) {
		f->cannot_inline = reason;
		report(in, f);
		return;
	}
	if (f->can_inline || f->cannot_inline)
		return;
	int cost;
	f->cannot_inline = measure(in, f, &cost);
	if (!f->cannot_inline) {
		f->can_inline = true;
		f->inline_cost = cost;
		preserve(in, f);
	}
	report(in, f);
}
