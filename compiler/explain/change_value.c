/*
 * A value in place of a pointer: what a function returns or a package variable keeps is copied, and
 * what was pointed to can stay in the frame. And two calls that take the same in another form.
 */
#include "explain/changes.h"

/* Can other packages name it, which the trial does not see? */
static bool is_exported(const Suggester *s, const char *name)
{
	bool command = strcmp(s->package->name, "main") == 0;
	return !command && !(name[0] >= 'a' && name[0] <= 'z') && name[0] != '_';
}

/* ---------------------------------------------------------------- results */

typedef struct Returns { /* of one function that gives one pointer */
	const Suggester *s;
	ExplainChange *c;
	const Expr *first; /* what the first of them returns */
	bool ok;
} Returns;

/* `&E` becomes `E`, new(T) becomes T{}, and p, a variable that is a pointer, *p. */
static bool take_value(const Suggester *s, ExplainChange *c, const Expr *x)
{
	while (x->kind == EX_PAREN)
		x = x->paren.x;
	if (x->kind == EX_UNARY && x->unary.op == OPER_AND) {
		edit_replace(s, c, x->start, x->unary.x->start, "");
		return true;
	}
	bool name = x->kind == EX_NAME && x->obj && x->obj->kind == O_VAR;
	if (name)
		edit_insert(s, c, x->start, "*");
	return name;
}

static bool visit_return(void *ctx, const TreePath *path)
{
	Returns *r = ctx;
	TreeNode n = vec_last(*path);
	if (path->len > 1 && tree_is_function(n))
		return false;
	if (n.kind != TREE_STMT || n.stmt->kind != ST_RETURN)
		return true;
	const Expr *x = n.stmt->results.len == 1 ? n.stmt->results.data[0] : NULL;
	r->ok = r->ok && x && x->kind == EX_UNARY && take_value(r->s, r->c, x);
	if (!r->first)
		r->first = x;
	return true;
}

static const char *one_line(const Suggester *s, const char *text)
{
	size_t n = strcspn(text, "\n{");
	return strchr(text, '\n') ? arena_printf(s->arena, "%.*s{...}", (int)n, text) : text;
}

/* func f(...) *T { return &T{...} }, all of whose returns are of that kind */
bool change_result(const Suggester *s, ExplainChange *c)
{
	int i = tree_above(&s->path, (int)s->path.len - 1, tree_is_function);
	if (i != 0 || s->t->story->end != STORY_RESULT || !story_ends_with(s, "return"))
		return false;
	const Decl *d = s->path.data[0].decl;
	const FieldList *results = &d->func.type->func_type.results;
	if (d->func.receiver || results->len != 1 || results->data[0]->name ||
	    results->data[0]->type->kind != EX_STAR || is_exported(s, d->func.name->name))
		return false;
	const Expr *type = results->data[0]->type;
	edit_replace(s, c, type->start, type->star.x->start, "");
	Returns r = {.s = s, .c = c, .ok = true};
	tree_walk_from(s->arena, s->path.data[0], visit_return, &r);
	if (!r.ok || !r.first)
		return false;
	const char *value = source_text(s, r.first->unary.x->start, r.first->unary.x->end);
	c->text = arena_printf(
		s->arena, "return the %s, not a pointer to it: line %u `%s%s`, line %u `return %s`",
		source_text(s, type->star.x->start, type->end), pos_line(type->start),
		source_text(s, d->start, type->start),
		source_text(s, type->star.x->start, type->end), pos_line(r.first->start),
		one_line(s, value));
	c->kind = CHANGE_BEHAVIOUR;
	c->effect = "each caller has a copy of its own: what one changes, others do not see";
	return true;
}

/* ---------------------------------------------------------------- package variables */

/* The package variable in which the story ends. */
static const Obj *last_global(const Suggester *s)
{
	const Story *story = s->t->story;
	if (story->end != STORY_HEAP || !story->steps.len)
		return NULL;
	for (const EscapeNote *n = vec_last(story->steps).notes; n; n = n->next)
		if (n->where->op == OAS && n->where->x && n->where->x->op == ONAME &&
		    n->where->x->var->class == VAR_GLOBAL)
			return n->where->x->var->obj;
	return NULL;
}

static bool is_star(const TreeUse *u)
{
	TreeNode n = u->path.data[u->path.len - 2];
	return n.kind == TREE_EXPR && n.expr->kind == EX_STAR;
}

/* One use of it, as that of a value; false: it is used in a way that needs the pointer. What the
 * reader must know of it goes to `told`. */
static bool use_value(const Suggester *s, ExplainChange *c, const TreeUse *u, Buf *told)
{
	TreeNode n = u->path.data[u->path.len - 2];
	if (u->name->pos == u->obj->pos)
		return true;
	if (is_star(u)) {
		edit_replace(s, c, n.expr->start, n.expr->star.x->start, "");
		return true;
	}
	if (n.kind == TREE_EXPR && n.expr->kind == EX_SELECTOR)
		return true;
	if (n.kind != TREE_STMT || n.stmt->kind != ST_ASSIGN || n.stmt->assign.lhs.len != 1 ||
	    n.stmt->assign.rhs.len != 1 || n.stmt->assign.lhs.data[0] != u->name ||
	    !take_value(s, c, n.stmt->assign.rhs.data[0]))
		return false;
	const ExplainEdit *e = &vec_last(c->edits);
	buf_printf(told, ", line %u `%s = %s%s`", pos_line(n.stmt->start), u->obj->name, e->text,
		   source_text(s, e->span.end, n.stmt->end));
	return true;
}

bool change_global(const Suggester *s, ExplainChange *c)
{
	const Obj *obj = last_global(s);
	if (!obj || !obj->decl || obj->decl->kind != DECL_VAR || is_exported(s, obj->name))
		return false;
	const Decl *d = obj->decl;
	if (d->var.names.len != 1 || d->var.values.len || !d->var.type ||
	    d->var.type->kind != EX_STAR)
		return false;
	const Expr *type = d->var.type;
	Buf told = buf_make(s->arena);
	edit_replace(s, c, type->start, type->star.x->start, "");
	TreeUses uses = tree_uses(s->arena, s->package, obj);
	vec_each(const TreeUse, u, uses)
		if (!use_value(s, c, u, &told))
			return false;
	bool stars = false;
	vec_each(const TreeUse, u, uses)
		stars = stars || is_star(u);
	c->text = arena_printf(
		s->arena, "keep a copy: line %u `var %s %s`%s%s", pos_line(obj->pos), obj->name,
		source_text(s, type->star.x->start, type->end), buf_cstr(&told),
		stars ? arena_printf(s->arena, ", and %s for *%s", obj->name, obj->name) : "");
	c->kind = CHANGE_BEHAVIOUR;
	c->effect = arena_printf(s->arena, "a nil pointer cannot be kept in %s", obj->name);
	if (s->obj)
		c->effect = arena_printf(s->arena,
					 "what is written to %s later is not seen through %s, and "
					 "%s",
					 s->obj->name, obj->name, c->effect);
	return true;
}

/* ---------------------------------------------------------------- calls */

static bool imports(const Suggester *s, Pos pos, const char *path)
{
	for (int i = 0; i < s->package->nfiles; i++) {
		const File *f = s->package->files[i];
		for (uint32_t j = 0; f->source == pos_source(pos) && j < f->imports.len; j++) {
			const Decl *d = f->imports.data[j];
			if (!d->import.name && d->import.path_value &&
			    strcmp(d->import.path_value, path) == 0)
				return true;
		}
	}
	return false;
}

/* w.Write([]byte(s)) */
bool change_write_string(const Suggester *s, ExplainChange *c)
{
	if (s->v->var || s->v->node->op != OSTR2BYTES || s->path.len < 2 ||
	    s->path.data[s->path.len - 2].kind != TREE_EXPR)
		return false;
	const Expr *call = s->path.data[s->path.len - 2].expr, *bytes = vec_last(s->path).expr;
	if (call->kind != EX_CALL || call->call.args.len != 1 ||
	    call->call.fun->kind != EX_SELECTOR ||
	    strcmp(call->call.fun->selector.sel->name, "Write") != 0 || bytes->kind != EX_CALL ||
	    bytes->call.args.len != 1 || !imports(s, call->start, "io"))
		return false;
	const Expr *w = call->call.fun->selector.x, *text = bytes->call.args.data[0];
	const char *better =
		arena_printf(s->arena, "io.WriteString(%s, %s)", source_text(s, w->start, w->end),
			     source_text(s, text->start, text->end));
	edit_replace(s, c, call->start, call->end, better);
	c->text = arena_printf(s->arena, "`%s` makes no copy here", better);
	c->kind = CHANGE_BEHAVIOUR;
	c->effect = arena_printf(s->arena,
				 "where %s has a method WriteString, that is called in place of "
				 "Write; elsewhere io makes the copy",
				 source_text(s, w->start, w->end));
	return true;
}

/* f(&x) where f takes an interface; never good, but often tried. */
bool change_boxed_pointer(const Suggester *s, ExplainChange *c)
{
	const Expr *x = s->path.len ? vec_last(s->path).expr : NULL;
	if (s->v->by != ALLOC_BOXING || !x || vec_last(s->path).kind != TREE_EXPR ||
	    x->kind != EX_NAME || !x->obj || x->obj->kind != O_VAR || x->obj->is_package_level ||
	    !story_has(s, "call parameter"))
		return false;
	edit_insert(s, c, x->start, "&");
	c->in_vain = arena_printf(s->arena,
				  "`&%s` in its place: then %s itself goes to the heap (the callee "
				  "lets what it is given escape)",
				  x->name, x->name);
	return true;
}
