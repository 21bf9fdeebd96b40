/*
 * Inlines one call: makes the OINLCALL
 *
 *   init  declarations of the callee's parameters, `params = arguments`, the results set to zero,
 *         the inline mark
 *   body  a copy of the callee's body, with `return x, y` as { results = x, y; goto end }, and the
 *         label `end`; a return that ends the body needs no jump
 *   list  the result variables
 *
 * Every local of the callee gets a new variable of the caller, every label a new one, every
 * function literal in the body a copy of its own. Copied nodes carry the index of the new entry in
 * the caller's table of inlined calls; those inside a literal do not, as nothing is inlined there.
 */
#include "inline/private.h"

typedef struct Substitution {
	Inliner *in;
	Func *owner; /* function that the copies belong to: the caller, or a copied literal */
	Func *callee;
	NodeList results;
	Label *end;   /* NULL: nothing jumps there yet */
	bool delayed; /* the results are declared at the only return */
	uint32_t inl;
	int closures; /* > 0: inside a copied literal, whose returns stay */
} Substitution;

static Node *copy(Substitution *s, Node *n);

static NodeList copy_list(Substitution *s, const NodeList *from)
{
	NodeList to = {0};
	vec_reserve(s->in->arena, to, from->len);
	for (uint32_t i = 0; i < from->len; i++)
		vec_push(s->in->arena, to, from->data[i] ? copy(s, from->data[i]) : NULL);
	return to;
}

static Node *node(Substitution *s, Op op, Pos pos)
{
	Node *n = ir_node(s->in->arena, op, pos, NULL);
	n->inl = s->inl;
	return n;
}

/* ---------------------------------------------------------------- variables and labels */

static void note_copy(Substitution *s, Var *v, Var *copy)
{
	v->copy = copy;
	vec_push(s->in->arena, s->in->copied, v);
}

static Var *new_local(Substitution *s, Var *v, VarClass class, Str name)
{
	Var *c = ir_var(s->in->arena, s->owner, class, v->pos, name, v->type);
	c->obj = v->obj;
	if (!c->obj && s->callee->package != s->in->package && name[0] != '~' && name[0] != '.')
		c->obj = obj_new(O_VAR, v->pos, s->callee->package->package, name, v->type);
	c->address_taken = v->address_taken;
	c->reassigned = v->reassigned;
	c->captured = v->captured;
	c->used = v->used;
	c->is_temp = v->is_temp;
	c->node->inl = s->inl;
	note_copy(s, v, c);
	return c;
}

/* A variable that a literal captured, seen from the function that the literal's body is put into.
 * */
static Var *captured_var(Substitution *s, Var *v)
{
	Var *o = v->outer;
	while (o && o->func != s->owner && o->is_closure_var)
		o = o->outer;
	if (!o || o->func != s->owner)
		ICE(v->pos, "captured variable %s is not in %s", v->name, s->owner->symbol);
	return o;
}

static Var *substitute(Substitution *s, Var *v)
{
	if (v->class == VAR_GLOBAL || !v->func)
		return v;
	if (v->copy)
		return v->copy;
	if (v->is_closure_var && v->func == s->callee)
		return captured_var(s, v);
	return new_local(s, v, VAR_LOCAL, v->name);
}

static Label *substitute_label(Substitution *s, Label *l)
{
	if (!l->copy) {
		l->copy = ir_label(s->in->arena, s->owner);
		l->copy->name = l->name;
		vec_push(s->in->arena, s->in->copied_labels, l);
	}
	return l->copy;
}

/* The next body is copied anew. */
static void forget_copies(Inliner *in)
{
	vec_each(Var *const, v, in->copied)
		(*v)->copy = NULL;
	vec_each(Label *const, l, in->copied_labels)
		(*l)->copy = NULL;
	in->copied.len = in->copied_labels.len = 0;
}

/* ---------------------------------------------------------------- function literals */

static void copy_signature(Substitution *s, Func *from)
{
	for (uint32_t i = 0; i < from->params.len; i++) {
		Var *v = from->params.data[i];
		Var *c = new_local(s, v, VAR_PARAM, v->name);
		c->is_ddd = v->is_ddd;
	}
	for (uint32_t i = 0; i < from->results.len; i++)
		new_local(s, from->results.data[i], VAR_RESULT, from->results.data[i]->name);
}

/* A closure variable as v is. Its function may be analysed at the moment: what escape/ notes in v
 * must not be looked at. */
static Var *captured(Arena *arena, Func *f, const Var *v)
{
	Var *c = NEW(arena, Var);
	c->name = v->name;
	c->class = v->class;
	c->type = v->type;
	c->pos = v->pos;
	c->func = f;
	c->obj = v->obj;
	c->id = f->next_var++;
	c->address_taken = v->address_taken;
	c->reassigned = v->reassigned;
	c->captured = v->captured;
	c->is_closure_var = true;
	c->is_temp = v->is_temp;
	c->used = v->used;
	c->defn = v->defn;
	c->node = ir_node(arena, ONAME, v->pos, v->type);
	c->node->var = c;
	return c;
}

static void copy_captures(Substitution *s, Func *from, Func *to, Func *outer)
{
	Arena *a = s->in->arena;
	for (uint32_t i = 0; i < from->closure_vars.len; i++) {
		Var *v = from->closure_vars.data[i];
		s->owner = outer;
		Var *o = substitute(s, v->outer);
		s->owner = to;
		Var *c = captured(a, to, v);
		c->outer = o;
		o->captured = true;
		vec_push(a, to->closure_vars, c);
		note_copy(s, v, c);
	}
}

/* gc names copies when they are complete, those inside first, all after the function that the body
 * is put into. */
static void name_copy(Func *f, Func *outer)
{
	if (outer->is_init) {
		uint32_t n = ++f->package->glob_closures;
		f->name = str_printf("glob..func%u", n);
		f->symbol = str_printf("%s.%s", f->package->path, f->name);
		return;
	}
	const char *prefix = outer->closure ? "" : "func";
	uint32_t n = ++outer->literals;
	f->name = str_printf("%s.%s%u", outer->name, prefix, n);
	f->symbol = str_printf("%s.%s%u", outer->symbol, prefix, n);
}

static Func *copy_closure(Substitution *s, Func *from, Node *closure)
{
	Arena *a = s->in->arena;
	Func *outer = s->owner;
	Func *f = NEW(a, Func);
	f->package = s->in->package;
	f->type = from->type;
	f->pos = from->pos;
	f->start = from->start;
	f->end = from->end;
	f->has_body = f->is_copy = true;
	f->has_defer = from->has_defer;
	f->has_recover = from->has_recover;
	f->has_loop_defer = from->has_loop_defer;
	f->has_goto = from->has_goto;
	f->outer = outer;
	f->closure = closure;
	vec_push(a, outer->closures, f);
	vec_push(a, s->in->package->funcs, f);
	uint32_t inl = s->inl;
	s->owner = f;
	s->inl = 0;
	copy_signature(s, from);
	copy_captures(s, from, f, outer);
	s->closures++;
	f->body = copy_list(s, from->inline_body.len ? &from->inline_body : &from->body);
	s->closures--;
	s->owner = outer;
	s->inl = inl;
	name_copy(f, s->in->func);
	return f;
}

/* ---------------------------------------------------------------- nodes */

/* The results are assigned what n, a return, gives. */
static void copy_results(Substitution *s, const Node *n, NodeList *out)
{
	Arena *a = s->in->arena;
	if (!s->results.len || !n->list.len)
		return;
	Node *as = node(s, OAS2, n->pos);
	as->flags |= NF_RESULTS;
	as->rlist = copy_list(s, &n->list);
	vec_reserve(a, as->list, s->results.len);
	for (uint32_t i = 0; i < s->results.len; i++) {
		Node *r = s->results.data[i];
		vec_push(a, as->list, r);
		if (!s->delayed)
			continue;
		Node *dcl = node(s, ODCL, n->pos);
		dcl->x = r;
		vec_push(a, as->init, dcl);
		r->var->defn = as;
	}
	vec_push(a, *out, as);
}

static Node *copy_return(Substitution *s, Node *n)
{
	Node *block = node(s, OBLOCK, n->pos);
	block->body = copy_list(s, &n->init);
	copy_results(s, n, &block->body);
	if (!s->end)
		s->end = ir_label(s->in->arena, s->owner);
	Node *jump = node(s, OGOTO, n->pos);
	jump->label = s->end;
	vec_push(s->in->arena, block->body, jump);
	return block;
}

/* The callee's body; a return at its end needs no jump. */
static NodeList copy_body(Substitution *s, const NodeList *from)
{
	Node *last = from->len ? vec_last(*from) : NULL;
	if (!last || last->op != ORETURN)
		return copy_list(s, from);
	NodeList before = *from, to = {0};
	before.len--;
	vec_reserve(s->in->arena, to, from->len + last->init.len + 1);
	vec_each(Node *const, n, before)
		vec_push(s->in->arena, to, copy(s, *n));
	vec_each(Node *const, n, last->init)
		vec_push(s->in->arena, to, copy(s, *n));
	copy_results(s, last, &to);
	return to;
}

static Node *copy(Substitution *s, Node *n)
{
	if (n->op == ONAME)
		return substitute(s, n->var)->node;
	if (n->op == ORETURN && !s->closures)
		return copy_return(s, n);
	Node *c = NEW(s->in->arena, Node);
	*c = *n;
	c->inl = s->inl;
	if (s->callee->package != s->in->package)
		c->flags |= NF_FOREIGN;
	c->init = copy_list(s, &n->init);
	Node **operands[] = {&c->x, &c->y, &c->z, &c->w};
	for (int i = 0; i < 4; i++)
		if (*operands[i])
			*operands[i] = copy(s, *operands[i]);
	c->list = copy_list(s, &n->list);
	c->rlist = copy_list(s, &n->rlist);
	c->body = copy_list(s, &n->body);
	c->els = copy_list(s, &n->els);
	if (n->label)
		c->label = substitute_label(s, n->label);
	if (n->op == OCASE && n->var) {
		c->var = substitute(s, n->var);
		c->var->defn = c;
	}
	if (n->op == OCLOSURE)
		c->func = copy_closure(s, n->func, c);
	return c;
}

/* ---------------------------------------------------------------- the call */

typedef struct Returns {
	int count;
} Returns;

static bool count_returns(void *ctx, Node **slot)
{
	Returns *r = ctx;
	if ((*slot)->op == ORETURN)
		r->count += (*slot)->list.len ? 1 : 2;
	return r->count > 1 || ir_each_child(*slot, count_returns, ctx);
}

/* Exactly one return, with values, and no result has a name: then the results begin to live there.
 * */
static bool can_delay_results(Func *f)
{
	for (uint32_t i = 0; i < f->results.len; i++)
		if (f->results.data[i]->name[0] != '~')
			return false;
	Returns r = {0};
	for (uint32_t i = 0; i < f->inline_body.len; i++)
		count_returns(&r, &f->inline_body.data[i]);
	return r.count == 1;
}

static void declare(Substitution *s, NodeList *out, Var *v)
{
	Node *dcl = node(s, ODCL, v->pos);
	dcl->x = v->node;
	vec_push(s->in->arena, *out, dcl);
}

static void declare_results(Substitution *s, Node *res, Pos pos)
{
	Arena *a = s->in->arena;
	s->delayed = can_delay_results(s->callee);
	for (uint32_t i = 0; i < s->callee->results.len; i++) {
		Var *v = s->callee->results.data[i];
		Str name = v->name[0] == '~' ? str_printf("~R%u", i) : v->name;
		vec_push(a, s->results, new_local(s, v, VAR_LOCAL, name)->node);
	}
	res->list = s->results;
	if (s->delayed)
		return;
	for (uint32_t i = 0; i < s->results.len; i++) {
		declare(s, &res->init, s->results.data[i]->var);
		Node *zero = node(s, OAS, pos);
		zero->x = s->results.data[i];
		vec_push(a, res->init, zero);
	}
}

static void assign_arguments(Substitution *s, Node *res, Node *call)
{
	Arena *a = s->in->arena;
	Func *f = s->callee;
	Node *as = ir_node(a, OAS2, call->pos, NULL);
	as->inl = call->inl;
	as->flags |= NF_DEFINE;
	if (call->x->op == ODOTMETH)
		vec_push(a, as->rlist, call->x->x);
	vec_reserve(a, as->list, f->params.len);
	for (uint32_t i = 0; i < call->list.len; i++)
		vec_push(a, as->rlist, call->list.data[i]);
	for (uint32_t i = 0; i < f->params.len; i++) {
		Var *v = f->params.data[i];
		if (v->name == STR("_")) {
			vec_push(a, as->list, ir_blank(a, call->pos));
			continue;
		}
		Var *c = new_local(s, v, VAR_LOCAL, v->name);
		c->defn = as;
		declare(s, &as->init, c);
		vec_push(a, as->list, c->node);
	}
	if (as->rlist.len)
		vec_push(a, res->init, as);
}

Node *inline_call(Inliner *in, Node *call, Func *callee)
{
	Arena *a = in->arena;
	Func *caller = in->func;
	ir_load_body(callee);
	caller->has_goto |= callee->has_goto;
	InlinedCall entry = {.callee = callee, .call_pos = call->pos, .parent = call->inl};
	vec_push(a, caller->inlines, entry);
	Substitution s = {.in = in, .owner = caller, .callee = callee, .inl = caller->inlines.len};
	Node *res = ir_node(a, OINLCALL, call->pos, call->type);
	res->start = call->start;
	res->end = call->end;
	res->inl = call->inl;
	res->x = NULL;
	res->call = call;
	res->func = callee;
	res->init = call->init;
	assign_arguments(&s, res, call);
	declare_results(&s, res, call->pos);
	Node *mark = node(&s, OINLMARK, call->pos);
	mark->inl = call->inl;
	mark->index = (int32_t)s.inl - 1;
	vec_push(a, res->init, mark);
	res->body = copy_body(&s, &callee->inline_body);
	if (s.end) {
		Node *end = node(&s, OLABEL, call->pos);
		end->label = s.end;
		vec_push(a, res->body, end);
	}
	forget_copies(in);
	return res;
}
