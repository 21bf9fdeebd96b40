/* The analysis of a package: groups of functions, results, diagnostics. */
#include "escape/private.h"

/* How messages call a parameter. */
static const char *param_name(const Context *c, const Var *p, uint32_t number)
{
	if (p->obj && !str_len(p->obj->name))
		return arena_printf(c->package->arena, "arg#%u", number);
	return p->name;
}

static void tag_without_body(const Context *c, Func *f, Var *p, uint32_t number)
{
	int leaks[TAG_RESULTS + 1];
	leaks_of_tag(NULL, leaks);
	bool named = p->obj && str_len(p->obj->name);
	if (type_kind(p->type) == T_UINTPTR) {
		if (c->m)
			diag_line(p->pos, "assuming %s is unsafe uintptr",
				  param_name(c, p, number));
		return;
	}
	if (!type_has_pointers(p->type))
		return;
	if (f->pragma & PRAGMA_NOESCAPE) {
		leaks[0] = -1;
		if (c->m && named)
			diag_line(p->pos, "%s does not escape", p->name);
	} else if (c->m && named) {
		diag_line(p->pos, "leaking param: %s", p->name);
	}
	p->escape_tag = leaks_tag(leaks);
}

/* An integer parameter that stands for a pointer. */
static bool tag_uintptr(int m, const Func *f, const Var *p)
{
	if (!(f->pragma & PRAGMA_UINTPTRESCAPES))
		return false;
	bool one = type_kind(p->type) == T_UINTPTR;
	bool many = p->is_ddd && type_kind(type_elem(p->type)) == T_UINTPTR;
	if (m && (one || many))
		diag_line(p->pos, "marking %s as escaping %suintptr", p->name, one ? "" : "...");
	return one || many;
}

/* A way to a result that is no shorter than that to the heap says nothing new. */
static void optimize(int *leaks)
{
	for (int i = 1; i <= TAG_RESULTS && leaks[0] >= 0; i++)
		if (leaks[i] >= leaks[0])
			leaks[i] = -1;
}

static bool is_unnamed(const Var *v)
{
	return str_len(v->name) == 0 || v->name[0] == '~' || (v->name[0] == '_' && v->name[1] == 0);
}

static void make_tag(int m, Func *f, Var *p)
{
	int none[TAG_RESULTS + 1];
	for (int i = 0; i <= TAG_RESULTS; i++)
		none[i] = -1;
	if (tag_uintptr(m, f, p))
		return;
	if (!type_has_pointers(p->type) || is_unnamed(p)) {
		p->escape_tag = leaks_tag(none);
		return;
	}
	Loc *l = p->esc_loc;
	optimize(l->leaks);
	p->escape_tag = leaks_tag(l->leaks);
	if (!m || l->escapes)
		return;
	bool any = false;
	if (l->leaks[0] >= 0) {
		any = true;
		diag_line(p->pos, "leaking param%s: %s", l->leaks[0] == 0 ? "" : " content",
			  p->name);
	}
	for (int i = 1; i <= TAG_RESULTS; i++) {
		if (l->leaks[i] < 0)
			continue;
		any = true;
		diag_line(p->pos, "leaking param: %s to result %s level=%d", p->name,
			  f->results.data[i - 1]->name, l->leaks[i]);
	}
	if (!any)
		diag_line(p->pos, "%s does not escape", p->name);
}

static void tag_param(Context *c, int m, Func *f, Var *p)
{
	Str tag = p->escape_tag;
	make_tag(m, f, p);
	c->changed |= p->escape_tag != tag;
}

const char *escape_param_text(Arena *arena, const Func *f, const Var *p)
{
	int leaks[TAG_RESULTS + 1];
	if (!type_has_pointers(p->type) || is_unnamed(p) || p->esc == ESC_HEAP)
		return NULL;
	leaks_of_tag(p->escape_tag, leaks);
	Buf out = buf_make(arena);
	if (leaks[0] >= 0)
		buf_printf(&out, "leaking param%s: %s", leaks[0] == 0 ? "" : " content", p->name);
	for (int i = 1; i <= TAG_RESULTS; i++)
		if (leaks[i] >= 0)
			buf_printf(&out, "%sleaking param: %s to result %s level=%d",
				   out.len ? "; " : "", p->name, f->results.data[i - 1]->name,
				   leaks[i]);
	if (!out.len)
		buf_printf(&out, "%s does not escape", p->name);
	return buf_cstr(&out);
}

static void report(Batch *b, const Loc *l)
{
	EscVerdict verdict = l->escapes ? ESC_HEAP : ESC_STACK;
	if (l->var) {
		l->var->esc = verdict;
		if (b->m && l->escapes)
			diag_line(loc_pos(l), "moved to heap: %s", ir_text(b->arena, l->var->node));
		return;
	}
	if (b->log && l->node && l->escapes && !l->is_append)
		decision_add(b->log, l->func, l->node, "escape", "%s", "");
	if (l->is_append)
		append_decide(l);
	if (!l->node || l->is_wrapper || l->is_append)
		return;
	l->node->esc = l->kept_on_heap ? ESC_HEAP : verdict;
	if (!l->escapes && l->node->op == OMAKESLICE && l->node->offset &&
	    !(l->node->flags & NF_BOUNDED))
		l->node->esc = ESC_UNTIL_GROWS;
	if (b->m)
		diag_line(loc_pos(l), "%s %s", ir_text(b->arena, l->node),
			  l->escapes ? "escapes to heap" : "does not escape");
}

static void analyze_batch(Context *c, Func **funcs, uint32_t n, int m, DecisionLog *log)
{
	Batch *b = NEW(c->arena, Batch);
	b->package = c->package;
	b->arena = c->arena;
	b->whole = c->whole;
	b->facts = c->facts;
	b->tells = c->tells;
	b->m = m;
	b->log = log;
	b->lasting = c->lasting ? c->lasting : c->package->arena;
	b->scratch = c->scratch;
	b->labels = map_make(b->arena);
	b->called = map_make(b->arena);
	b->heap.escapes = true;
	b->heap.result = b->blank.result = -1;
	b->heap.batch = b->blank.batch = b;
	for (uint32_t i = 0; i < n; i++) {
		ir_prefetch(funcs[i]);
		init_func(b, funcs[i]);
	}
	for (uint32_t i = 0; i < n; i++)
		if (!ir_is_hidden_closure(funcs[i]))
			walk_func(b, funcs[i]);
	flow_closures(b);
	flow_large(b);
	if (explains(b))
		explain(b);
	solve(b);
	for (uint32_t i = 0; i < n; i++) {
		funcs[i]->escape_done = true;
		for (uint32_t j = 0; j < funcs[i]->params.len; j++)
			tag_param(c, funcs[i]->is_wrapper ? 0 : m, funcs[i],
				  funcs[i]->params.data[j]);
	}
	for (uint32_t i = 0; i < b->locs.len; i++)
		report(b, b->locs.data[i]);
	if (c->keeps)
		vec_push(c->arena, c->done, b);
	if (c->passing) {
		locs_leave(b);
		arena_reset(c->arena);
	}
}

void analyze_group(void *ctx, Func **funcs, uint32_t n, bool recursive)
{
	Context *c = ctx;
	(void)recursive;
	if (!funcs[0]->has_body || funcs[0]->escape_done)
		return;
	bool own = funcs[0]->package == c->package && !funcs[0]->is_wrapper;
	analyze_batch(c, funcs, n, own ? c->m : 0,
		      own && !c->guesses ? c->package->decisions : NULL);
}

void analyze_declared(const Context *c)
{
	for (uint32_t i = 0; i < c->package->declared.len; i++) {
		Func *f = c->package->declared.data[i];
		if (f->escape_done)
			continue;
		for (uint32_t j = 0; j < f->params.len; j++)
			tag_without_body(c, f, f->params.data[j], j + 1);
		f->escape_done = true;
	}
}

void escape_take_tags(IrPackage *package, const IrPackage *known)
{
	Map by_symbol = map_make(package->arena);
	vec_each(Func *const, f, known->funcs)
		map_set(&by_symbol, (*f)->symbol, *f);
	vec_each(Func *const, f, package->declared) {
		const Func *same = map_get(&by_symbol, (*f)->symbol);
		if (!same || same->params.len != (*f)->params.len)
			continue;
		for (uint32_t i = 0; i < same->params.len; i++)
			(*f)->params.data[i]->escape_tag = same->params.data[i]->escape_tag;
		(*f)->escape_done = true;
	}
}

void analyze_package(Context *c)
{
	c->scratch = arena_new();
	ir_visit_bottom_up(c->package, analyze_group, c);
	arena_free(c->scratch);
	c->scratch = NULL;
}

void escape_shown(IrPackage *package, int m, Func *f)
{
	Context c = {.package = package, .arena = package->arena, .m = m};
	analyze_batch(&c, &f, 1, m, NULL);
}

void escape_package(IrPackage *package, const EscapeOptions *options)
{
	Context c = {.package = package, .arena = package->arena, .m = options->m};
	c.passing = !options->stories;
	if (c.passing)
		c.arena = arena_new();
	analyze_declared(&c);
	analyze_package(&c);
	if (c.passing)
		arena_free(c.arena);
}
