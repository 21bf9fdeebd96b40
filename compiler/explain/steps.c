/*
 * The steps of a story: one sentence for each edge of the way, with the source line that takes the
 * step. What an edge does is told by its last note (the statement or call that uses the value).
 */
#include "explain/private.h"

static bool is(const EscapeNote *n, const char *why)
{
	return n && strcmp(n->why, why) == 0;
}

/* The note that says where the value goes; those before it take the value apart. */
static const EscapeNote *main_note(const StoryStep *s)
{
	const EscapeNote *found = NULL;
	for (const EscapeNote *n = s->notes; n; n = n->next) {
		if (is(n, "captured by a closure"))
			return n;
		if (!found || (!is(n, "spill") && !is(n, "address-of")) || is(found, "spill"))
			found = n;
	}
	return found;
}

void remark(Teller *t, Span span, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	Buf text = buf_make(t->arena);
	buf_vprintf(&text, format, args);
	va_end(args);
	ExplainStep step = {.text = buf_cstr(&text), .span = span};
	vec_push(t->arena, t->finding->steps, step);
}

__attribute__((format(printf, 2, 3))) static void step(Teller *t, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	Buf text = buf_make(t->arena);
	buf_vprintf(&text, format, args);
	va_end(args);
	ExplainStep step = {.number = ++t->number, .text = buf_cstr(&text), .level = t->level};
	vec_push(t->arena, t->finding->steps, step);
}

/* The source that takes the step told last. */
static void source_show(Teller *t, Span span)
{
	vec_last(t->finding->steps).span = span;
}

/* ---------------------------------------------------------------- stores */

static const Node *root(const Node *n)
{
	while (n->op == ODOT || n->op == OINDEX || n->op == OPAREN)
		n = n->x;
	return n;
}

/* The pair of an assignment whose left side is v, or the only one; its number. */
static int pair_of(const Node *as, const Var *v, const Node **left, const Node **right)
{
	*left = as->x;
	*right = as->y;
	for (uint32_t i = 0; i < as->list.len; i++) {
		const Node *l = as->list.data[i];
		if (!l || (v && (l->op != ONAME || l->var != v)))
			continue;
		*left = l;
		*right = i < as->rlist.len ? as->rlist.data[i] : NULL;
		if (v)
			return (int)i;
	}
	return 0;
}

/* The function whose parameters are set, when n is such an assignment of an inlined call. */
static const Func *inlined_callee(const EscapeNote *n)
{
	const Func *f = n->func;
	if (n->where->op != OAS2)
		return NULL;
	for (uint32_t i = 0; i < f->inlines.len; i++)
		if (f->inlines.data[i].call_pos == n->where->pos &&
		    f->inlines.data[i].parent == n->where->inl)
			return f->inlines.data[i].callee;
	return NULL;
}

static void tell_store(Teller *t, const StoryStep *s, const EscapeNote *n, const char *value)
{
	const Node *left, *right;
	int number = pair_of(n->where, s->to.var, &left, &right);
	const Func *callee = inlined_callee(n);
	if (callee && s->to.var) {
		step(t, "%s goes to %s, as its parameter %s", value, words_function(t, callee),
		     s->to.var->name);
		const Node *arg = t->carried_argument ? NULL : right;
		number -= callee->has_receiver;
		source_show(t, number < 0 ? span_of_receiver(n->where->pos, arg)
					  : span_of_argument(n->where->pos,
							     number + t->carried_number, arg));
		return;
	}
	const Node *base = left ? root(left) : NULL;
	bool made = s->from.site && s->derefs < 0 && s->to.var && !t->carried;
	if (!s->to.heap)
		step(t, made ? "%2$s%3$s holds %1$s" : "%1$s is stored in %2$s%3$s",
		     made ? words_made(t, s->from.site) : value, words_place(t, &s->to),
		     s->to.result ? arena_printf(t->arena,
						 made ? ", a result of %s," : ", a result of %s",
						 n->func->name)
				  : "");
	else if (base && base->op == ONAME && base->var->class == VAR_GLOBAL)
		step(t, "%s is stored in the package variable %s, which outlives every call", value,
		     ir_text(t->arena, base));
	else if (left && left->op == OINDEXMAP)
		step(t, "%s is stored in a map, and maps keep their contents on the heap", value);
	else
		step(t, "%s is stored in %s, in memory that may outlive %s", value,
		     left ? ir_text(t->arena, left) : "a variable", n->func->name);
	bool shown =
		(made || n->where->list.len > 1) && right && right->op != ONAME && right->start;
	if (n->where->flags & NF_RESULTS)
		source_show(t, span_of_result(n->where->pos, number));
	else
		source_show(t, span_of(shown ? right : n->where));
}

/* ---------------------------------------------------------------- calls */

/* Is v the temporary that keeps what was written there for a call made later? */
static bool is_kept_for_later(const Var *v, const Node *written)
{
	const Node *defn = v && v->is_temp ? v->defn : NULL;
	return defn && defn->op == OAS && defn->y == written;
}

static void tell_call(Teller *t, const StoryStep *s, const EscapeNote *n, const char *value,
		      bool goes_on)
{
	const Node *call = n->where;
	const char *callee = words_callee(t, call);
	if (call->op == OCALLINTER)
		step(t, "%s goes to %s through an interface, and some %s might keep it", value,
		     callee, words_type(t, call->x->x->type));
	else if (call->op == OPANIC)
		step(t, "%s goes to panic, which hands it to whoever recovers", value);
	else if (call->op == OAPPEND)
		step(t, "%s is appended to a slice whose array may be on the heap", value);
	else if (n->param && s->to.var == n->param)
		step(t, "%s goes to %s", value, callee);
	else if (n->param && !s->to.heap)
		step(t, "%s goes to %s, whose result may hold it", value, callee);
	else if (n->param && goes_on)
		step(t, "%s goes to %s", value, callee);
	else if (n->param)
		step(t, "%s goes to %s, which lets its parameter %s reach the heap", value, callee,
		     n->param->name);
	else
		step(t, "%s goes to %s, a function known only at run time, which might keep it",
		     value, callee);
	int number = -1;
	for (uint32_t i = 0; i < call->list.len; i++)
		if (call->list.data[i] == n->arg ||
		    (call->list.data[i]->op == ONAME &&
		     is_kept_for_later(call->list.data[i]->var, n->arg)))
			number = (int)i;
	if (number < 0 && call->x && (call->x->op == ODOTMETH || call->x->op == ODOTINTER))
		source_show(t, span_of_receiver(call->pos, n->arg));
	else if (number < 0 && (!n->arg || n->arg->op == ONAME))
		source_show(t, span_of(call));
	else
		source_show(t, span_of_argument(call->pos, number + t->carried_number,
						t->carried_argument ? NULL : n->arg));
}

/* ---------------------------------------------------------------- captures */

static void tell_capture(Teller *t, const StoryStep *s, const EscapeNote *n)
{
	const char *name = words_place(t, &s->from);
	if (s->derefs >= 0)
		step(t, "the function literal that uses %s holds a copy of it", name);
	else
		step(t, "the function literal that uses %s holds a pointer to %s, not a copy", name,
		     name);
	source_show(t, span_of(n->where));
}

static const Var *declared(const Var *v)
{
	while (v->is_closure_var && v->outer)
		v = v->outer;
	return v;
}

/* Does the assignment of several values set v? */
static bool sets_among(const Node *n, const Var *v)
{
	for (uint32_t i = 0; n->op >= OAS2 && n->op <= OAS2RECV && i < n->list.len; i++)
		if (n->list.data[i]->op == ONAME && declared(n->list.data[i]->var) == v)
			return v->defn != n;
	return false;
}

static bool find_change(void *ctx, Node **slot)
{
	const void **pair = ctx;
	const Var *v = pair[0];
	Node *n = *slot;
	bool one = (n->op == OAS || n->op == OASOP) && n->x && n->x->op == ONAME && v->defn != n &&
		   declared(n->x->var) == v && !(n->op == OAS && !n->y);
	if (one || sets_among(n, v)) {
		pair[1] = n;
		return true;
	}
	return ir_each_child(n, find_change, ctx);
}

/* An assignment to v after its declaration, in its function or a literal there. */
static const Node *change_in(const Func *f, const Var *v)
{
	const void *pair[2] = {v, NULL};
	for (uint32_t i = 0; i < f->body.len && !pair[1]; i++)
		find_change(pair, (Node **)&f->body.data[i]);
	for (uint32_t i = 0; i < f->closures.len && !pair[1]; i++)
		pair[1] = change_in(f->closures.data[i], v);
	return pair[1];
}

/* Why a captured variable is held by reference. */
static void tell_declaration(Teller *t, const StoryStep *s)
{
	const Var *v = s->from.var;
	const Node *change = s->from.reassigned ? change_in(v->func, v) : NULL;
	const char *changes = change ? source_words(t->arena, v->func, change) : NULL;
	if (change && change->flags & NF_INCDEC)
		changes = arena_printf(t->arena, "%s%s", v->name,
				       change->subop == OADD ? "++" : "--");
	const Node *loop = loop_of(v->func, v);
	if (loop && loop->op == ORANGE)
		step(t, "%s is declared once for the whole loop, and each iteration sets it",
		     v->name);
	else if (change && loop)
		step(t, "%s is declared once for the whole loop, and %s changes it", v->name,
		     changes);
	else if (change)
		step(t, "%s is declared here%s, and %s changes it later", v->name,
		     is_of_clause(v) ? ", one for each clause" : "", changes);
	else if (type_size(v->type) > 128)
		step(t,
		     "%s is declared here, and too large to be copied into a literal (%ld bytes)",
		     v->name, (long)type_size(v->type));
	else
		step(t, "%s is declared here, and %s", v->name,
		     s->from.reassigned ? "assigned to again" : "its address is taken");
	source_show(t, span_of_declaration(v));
}

/* ---------------------------------------------------------------- the rest */

static void tell_go(Teller *t, const StoryStep *s, const EscapeNote *n)
{
	bool go = is(n, "go");
	const char *name = words_place(t, &s->from);
	if (go && t->carried)
		step(t, "%s is kept for the goroutine, which may outlive %s", t->carried,
		     n->func->name);
	else if (go)
		step(t, "%s starts a goroutine, which may outlive %s", name, n->func->name);
	else if (t->carried)
		step(t, "%s is kept on the heap for a call that is deferred in a loop", t->carried);
	else
		step(t, "%s is deferred in a loop, and kept on the heap until %s returns", name,
		     n->func->name);
	const Node *site = s->from.site;
	source_show(t,
		    site && site->start ? (Span){site->start, site->start + 4} : span_of(n->where));
}

static void tell_size(Teller *t, const StoryStep *s, const EscapeNote *n)
{
	const char *name = words_place(t, &s->from);
	if (is(n, "non-constant size"))
		step(t, "how long %s will be is known only when it runs", name);
	else if (s->from.var)
		step(t,
		     "%s has %ld bytes, and a variable of more than 10 MiB does not go on a stack",
		     name, (long)type_size(s->from.var->type));
	else
		step(t, "%s has more than 64 KiB, the most that goes on a stack without a name",
		     name);
	source_show(t, s->from.var ? span_of_declaration(s->from.var) : span_of(n->where));
}

/* Is the step one that nobody wrote: into the slice made for variadic arguments, into a temporary,
 * into the closure of a go or defer statement? The next one tells of it. */
static bool carry(Teller *t, const StoryStep *s)
{
	const Node *site = s->to.site;
	bool variadic = site && site->op == OSLICELIT && site->flags & NF_DDD;
	bool later = site && site->op == OCLOSURE && !site->func;
	bool unnamed = s->to.var ? s->to.var->is_temp : !site && !s->to.heap && !main_note(s);
	if (!variadic && !later && !unnamed)
		return false;
	if (!t->carried)
		t->carried = s->from.site && s->derefs < 0 ? words_made(t, s->from.site)
							   : words_value(t, &s->from, s->derefs);
	for (uint32_t i = 0; variadic && i < site->list.len; i++) {
		const Node *e = site->list.data[i];
		if (e == s->from.site || is_kept_for_later(s->from.var, e) ||
		    (e->op == ONAME && e->var == s->from.var))
			t->carried_number = (int)i;
	}
	if (variadic)
		t->carried =
			arena_printf(t->arena, "%s, one of the variadic arguments,", t->carried);
	t->carried_argument = variadic;
	return true;
}

/* A result that holds an argument is used further on: two sentences for one edge. */
static const char *tell_call_within(Teller *t, const StoryStep *s, const EscapeNote *last,
				    const char *value)
{
	for (const EscapeNote *n = s->notes; n && n != last; n = n->next) {
		if (!is(n, "call parameter") || !ir_is_call(n->where))
			continue;
		StoryStep inner = *s;
		inner.to = (StoryPlace){.func = n->func};
		tell_call(t, &inner, n, value, false);
		value = arena_printf(t->arena, "what %s returns", words_callee(t, n->where));
	}
	return value;
}

/* Which of the results of a return statement the place is, or is in. */
static int result_of(const Node *statement, const StoryPlace *from)
{
	for (uint32_t i = 0; i < statement->list.len; i++) {
		const Node *x = statement->list.data[i];
		while (x->op == OCONVNOP || x->op == OCONVIFACE || x->op == OPAREN ||
		       x->op == OADDR)
			x = x->x;
		if (x->op == OINLCALL && x->list.len == 1)
			x = x->list.data[0];
		bool inside = from->site && from->site->start && x->start <= from->site->start &&
			      from->site->end <= x->end;
		if (inside || x == from->site ||
		    (root(x)->op == ONAME && root(x)->var == from->var))
			return (int)i;
	}
	return statement->list.len == 1 ? 0 : -1;
}

static void tell_step(Teller *t, const StoryStep *s, bool goes_on)
{
	const EscapeNote *n = main_note(s);
	const char *value = words_value(t, &s->from, s->derefs);
	if (t->carried)
		value = t->carried;
	if (!n)
		return; /* between temporaries: nothing happens in the source */
	value = tell_call_within(t, s, n, value);
	if (is(n, "captured by a closure"))
		tell_capture(t, s, n);
	else if (is(n, "call parameter"))
		tell_call(t, s, n, value, goes_on);
	else if (is(n, "go") || is(n, "defer in a loop"))
		tell_go(t, s, n);
	else if (is(n, "too large for stack") || is(n, "non-constant size"))
		tell_size(t, s, n);
	else if (strncmp(n->why, "assign", 6) == 0)
		tell_store(t, s, n, value);
	else if (is(n, "method value")) {
		step(t, "%s is bound in %s, and whoever calls that may keep it", value,
		     source_phrase(t->arena, n->where));
		source_show(t, span_of(n->where));
	} else if (is(n, "return")) {
		step(t, "%s is returned by %s", value, n->func->name);
		source_show(t, span_of_result(n->where->pos, result_of(n->where, &s->from)));
	} else if (is(n, "send")) {
		step(t, "%s is sent on a channel, and the receiver may outlive %s", value,
		     n->func->name);
		source_show(t, span_of(n->where));
	} else if (is(n, "map literal key") || is(n, "map literal value") ||
		   is(n, "key of map put")) {
		step(t, "%s goes into a map, and maps keep their contents on the heap", value);
		source_show(t, span_of(n->where));
	} else if (is(n, "appendee slice") || is(n, "appended slice...") || is(n, "copied slice")) {
		step(t, "%s is copied to an array that may be on the heap", value);
		source_show(t, span_of(n->where));
	} else if (is(n, "switch case") && s->to.var) {
		step(t, "%s is %s in this clause of the type switch", value, s->to.var->name);
		source_show(t, span_of_variable(t->arena, s->to.var));
	} else if (s->to.site && s->to.site->op == OCONVIFACE) {
		step(t, "%s is put into an interface",
		     s->from.site && s->derefs < 0 ? words_made(t, s->from.site) : value);
		source_show(t, span_of(n->where));
	} else if (s->to.var || s->to.site) {
		step(t, "%s becomes part of %s", value, words_place(t, &s->to));
		source_show(t, span_of(n->where));
	} else if (s->to.heap) {
		step(t, "%s reaches memory that may outlive %s", value, n->func->name);
		source_show(t, span_of(n->where));
	}
}

void steps_tell(Teller *t)
{
	const Story *story = t->story;
	if (story->steps.len && is(main_note(&story->steps.data[0]), "captured by a closure") &&
	    story->steps.data[0].derefs < 0)
		tell_declaration(t, &story->steps.data[0]);
	for (uint32_t i = 0; i < story->steps.len; i++) {
		const StoryStep *s = &story->steps.data[i];
		bool last = i + 1 == story->steps.len;
		if (!last && carry(t, s))
			continue;
		t->level = s->level;
		tell_step(t, s, !last && s[1].level > s->level);
		t->carried = NULL;
		t->carried_number = 0;
		t->carried_argument = false;
	}
	const Var *last = story->last.var;
	if (story->end == STORY_OUTER && last && last->func == t->verdict->func)
		remark(t, NO_SPAN,
		       "%s is declared outside the loop, and would hold what an earlier iteration "
		       "left",
		       last->name);
	else if (story->end == STORY_OUTER && last)
		remark(t, NO_SPAN,
		       "%s belongs to %s, which goes on when this function has returned",
		       last->name, last->func->name);
}
