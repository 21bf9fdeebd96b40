/*
 * Inlines the calls of a package, function by function, bottom-up.
 *
 * Operands come before the call they belong to, and a body that was put in is gone through at once,
 * so that calls in it are inlined too; a function whose body is just being put in is not inlined
 * again into itself.
 */
#include "inline/private.h"
#include "ir/decisions.h"

static bool edit(void *ctx, Node **slot);

static void edit_list(Inliner *in, const NodeList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		edit(in, &list->data[i]);
}

/* Calls in the body that was put in. A recursion that ended in the arguments goes on: they are no
 * longer inside of the call at which it did. */
static void edit_inlined(Inliner *in, Node *call)
{
	if (in->cut)
		edit_list(in, &call->init);
	edit_list(in, &call->body);
}

/* Does the caller take a function of that cost, and is it not the caller itself? */
static bool is_allowed(Inliner *in, const Node *call, const Func *f)
{
	DecisionLog *log = in->package->decisions;
	if (f->inline_cost > in->max_cost) {
		if (log)
			decision_add(log, in->func, call, "cannotInlineCall",
				     "cost %d of %s exceeds max large caller cost %d",
				     f->inline_cost, f->name, in->max_cost);
		return false;
	}
	if (f == in->func && log)
		decision_add(log, in->func, call, "cannotInlineCall", "%s", "");
	return f != in->func;
}

static bool find_literal(void *ctx, Node **slot)
{
	return (*slot)->op == OCLOSURE || ir_each_child(*slot, find_literal, ctx);
}

/* Is a function literal left in f, after the calls in it were inlined? */
static bool has_literal(const Func *f)
{
	for (uint32_t i = 0; i < f->body.len; i++)
		if (find_literal(NULL, &f->body.data[i]))
			return true;
	return false;
}

static Node *try_inline(Inliner *in, Node *call)
{
	if (call->flags & NF_NOINLINE)
		return call;
	if (call->x->op == OFUNCNAME && inline_is_intrinsic(call->x->func))
		return call;
	Func *f = inline_callee(in, call->x);
	if (!f || !f->can_inline || !is_allowed(in, call, f))
		return call;
	if (map_get(&in->active, f)) {
		in->cut = true;
		if (in->options->m >= 2)
			diag_line(ir_shown_pos(in->func, call),
				  "cannot inline %s into %s: repeated recursive cycle", f->name,
				  in->func->name);
		return call;
	}
	if (in->shown && has_literal(f))
		return call;
	map_set(&in->active, f, f);
	if (in->options->m)
		diag_line(ir_shown_pos(in->func, call), "inlining call to %s",
			  ir_func_text(in->arena, f));
	in->changed = true;
	Node *res = inline_call(in, call, f);
	edit_inlined(in, res);
	map_set(&in->active, f, NULL);
	return res;
}

/* left... = f() whose call has become a body: the results are assigned. */
static void use_results(Inliner *in, Node *n)
{
	Node *call = n->rlist.data[0];
	if (call->op != OINLCALL)
		return;
	/* The first result carries the body, the others are plain names. */
	n->op = OAS2;
	n->rlist = (NodeList){0};
	vec_push(in->arena, n->init, call);
	for (uint32_t i = 0; i < call->list.len; i++)
		vec_push(in->arena, n->rlist, call->list.data[i]);
}

static bool edit(void *ctx, Node **slot)
{
	Inliner *in = ctx;
	Node *n = *slot;
	if (n->op == OCLOSURE || ir_is_quiet(n))
		return false;
	ir_each_child(n, edit, in);
	if (n->op == OAS2FUNC)
		use_results(in, n);
	if (n->op == OCALLFUNC || n->op == OCALLMETH)
		*slot = try_inline(in, n);
	return false;
}

static void inline_calls(Inliner *in, Func *f)
{
	in->func = f;
	ir_summarize(f);
	in->max_cost = f->node_count >= BIG_FUNCTION ? BIG_FUNCTION_COST : MAX_COST;
	in->changed = in->cut = false;
	diag_function(f->symbol);
	ArenaMark start = arena_mark(in->arena);
	edit_list(in, &f->body);
	if (in->changed) {
		f->made[1] = arena_since(in->arena, start);
		f->summarized = false;
		ir_summarize(f);
	}
	diag_function(NULL);
}

/* In f and in the literals in it. */
static void devirtualize_all(Inliner *in, Func *f)
{
	inline_devirtualize(in, f);
	vec_each(Func *const, literal, f->closures)
		devirtualize_all(in, *literal);
}

static void visit_group(void *ctx, Func **funcs, uint32_t n, bool recursive)
{
	Inliner *in = ctx;
	uint32_t declared = 0;
	for (uint32_t i = 0; i < n; i++)
		declared += funcs[i]->closure == NULL;
	for (uint32_t i = 0; i < n; i++) {
		Func *f = funcs[i];
		if (f->package != in->package || f->is_wrapper)
			continue;
		ir_prefetch(f);
		if (f->is_init)
			f->cannot_inline = STR("");
		else if (!recursive || declared > 1)
			inline_decide(in, f);
		else if (in->options->m >= 2)
			diag_line(f->pos, "cannot inline %s: recursive", f->name);
		inline_calls(in, f);
	}
	if (!in->options->group)
		return;
	for (uint32_t i = 0; i < n; i++)
		if (!ir_is_hidden_closure(funcs[i]))
			devirtualize_all(in, funcs[i]);
	in->options->group(in->options->ctx, funcs, n);
}

static Inliner inliner(IrPackage *package, const InlineOptions *options)
{
	return (Inliner){.package = package,
			 .arena = package->arena,
			 .options = options,
			 .active = map_make(package->arena)};
}

/* Function literals come before the function that they are in. */
static void devirtualize_with_literals(Inliner *in, Func *f)
{
	vec_each(Func *, c, f->closures)
		if ((*c)->is_copy == f->is_copy)
			devirtualize_with_literals(in, *c);
	inline_devirtualize(in, f);
}

/* In the order in which gc has made the functions: copies of literals last. */
static void devirtualize_package(Inliner *in)
{
	vec_each(Func *, f, in->package->funcs)
		if (!(*f)->closure || (!(*f)->is_copy && (*f)->outer->is_init))
			devirtualize_with_literals(in, *f);
	vec_each(Func *, f, in->package->funcs)
		if ((*f)->is_copy && !(*f)->outer->is_copy)
			devirtualize_with_literals(in, *f);
}

void inline_package(IrPackage *package, const InlineOptions *options)
{
	diag_stage("inline");
	ir_text_package(package->package);
	if (options->m || package->decisions)
		types_show_paths(package->package);
	Inliner in = inliner(package, options);
	if (!options->disabled)
		ir_visit_bottom_up(package, visit_group, &in);
	if (!options->disabled && options->group)
		return;
	devirtualize_package(&in);
}

void inline_shown(IrPackage *package, const InlineOptions *options, Func *f)
{
	Inliner in = inliner(package, options);
	in.shown = true;
	uint32_t funcs = package->funcs.len, literals = package->glob_closures;
	DecisionLog *log = package->decisions;
	package->decisions = NULL;
	inline_calls(&in, f);
	package->decisions = log;
	package->funcs.len = funcs; /* copies of literals */
	package->glob_closures = literals;
}
