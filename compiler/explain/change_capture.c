/*
 * A variable that a function literal holds by reference goes where the literal goes. A literal
 * holds a copy instead when the variable is small and never set again after its declaration, so a
 * copy of the variable, made before the literal, can be held by value: `x := x`, or an argument of
 * the literal that a go or defer statement calls. The literal then does not see what the variable
 * becomes later. When nothing sets it later, that is the same.
 */
#include "explain/changes.h"

typedef struct Capture { /* how literals use the variable */
	const TreeUse *first;
	uint32_t literal;   /* the index in first->path of the outermost literal that holds it, */
	uint32_t statement; /* and of the statement it is in */
	bool only_literal;  /* no other literal holds it */
	bool used_after;    /* outside literals, from the statement on in its list */
} Capture;

/* The index in the use's path of the outermost literal that is in the variable's function. */
static int literal_of(const TreeUse *u)
{
	bool inside = !u->obj->closure;
	for (uint32_t i = 0; i < u->path.len; i++) {
		TreeNode n = u->path.data[i];
		if (n.kind != TREE_EXPR || n.expr->kind != EX_FUNC_LIT)
			continue;
		if (inside)
			return (int)i;
		inside = n.expr == u->obj->closure;
	}
	return -1;
}

static bool add_use(Capture *c, const TreeUse *u, int literal)
{
	if (u->written || u->addressed)
		return false; /* a copy would be changed in its place */
	if (!c->first) {
		int statement = tree_statement(&u->path, literal);
		if (statement < 0)
			return false;
		*c = (Capture){u, (uint32_t)literal, (uint32_t)statement, true, false};
		return true;
	}
	uint32_t list = c->statement - 1;
	const Expr *first = c->first->path.data[c->literal].expr;
	c->only_literal = c->only_literal && (uint32_t)literal == c->literal &&
			  u->path.data[literal].expr == first;
	return list < u->path.len && u->path.data[list].start == c->first->path.data[list].start &&
	       u->path.data[list].end == c->first->path.data[list].end;
}

/* False: there is no literal, or a copy cannot serve all that there are. */
static bool find_capture(const Suggester *s, Capture *c)
{
	*c = (Capture){0};
	if (!s->obj || !story_has(s, "captured by a closure"))
		return false;
	vec_each(const TreeUse, u, s->uses) {
		int literal = literal_of(u);
		if (literal >= 0 && !add_use(c, u, literal))
			return false;
	}
	if (!c->first)
		return false;
	Pos from = c->first->path.data[c->statement].start;
	Pos own = c->first->path.data[c->statement].end;
	Pos to = c->first->path.data[c->statement - 1].end;
	vec_each(const TreeUse, u, s->uses)
		if (u->written && from <= u->name->pos && u->name->pos < own)
			return false; /* f = func() { f() }: the copy would be too early */
	vec_each(const TreeUse, u, s->uses)
		if (literal_of(u) < 0 && from <= u->name->pos && u->name->pos < to)
			c->used_after = true;
	return true;
}

/* ---------------------------------------------------------------- loop variables */

/* The loop whose header declares the variable, as its index in the path; -1: none does. */
static int header_loop(const Suggester *s)
{
	int i = tree_above(&s->path, (int)s->path.len - 1, tree_is_loop);
	if (i < 0)
		return -1;
	const Stmt *loop = s->path.data[i].stmt;
	const Stmt *body = loop->kind == ST_FOR ? loop->for_.body : loop->range.body;
	return s->obj->pos < body->start ? i : -1;
}

static const Stmt *loop_body(const Suggester *s, int loop)
{
	const Stmt *stmt = s->path.data[loop].stmt;
	return stmt->kind == ST_FOR ? stmt->for_.body : stmt->range.body;
}

static bool is_set_in(const Suggester *s, const Stmt *body)
{
	vec_each(const TreeUse, u, s->uses)
		if ((u->written || u->addressed) && body->start <= u->name->pos &&
		    u->name->pos < body->end)
			return true;
	return false;
}

/* ", 0 to 9": the values that the loop gives its variable, where they are known. */
static const char *loop_values(const Suggester *s)
{
	const Var *v = s->v->var;
	const Node *loop = loop_of(v->func, v);
	int64_t last, count = loop ? loop_count(v->func, loop, v, &last) : -1;
	if (count < 2)
		return "";
	return arena_printf(s->arena, ", %ld to %ld", (long)(last - count), (long)last - 1);
}

static void tell_loop_effect(const Suggester *s, ExplainChange *c)
{
	c->kind = CHANGE_BEHAVIOUR;
	c->effect =
		arena_printf(s->arena,
			     "each iteration has its own %s%s, and what holds it no longer sees "
			     "later iterations",
			     s->obj->name, loop_values(s));
}

static bool copy_loop_variable(const Suggester *s, ExplainChange *c, int loop)
{
	const Stmt *body = loop_body(s, loop);
	const char *name = s->obj->name;
	if (!body->block.stmts.len || is_set_in(s, body))
		return false; /* the copy would not carry the change on */
	edit_insert(s, c, body->block.stmts.data[0]->start,
		    arena_printf(s->arena, "%s := %s; ", name, name));
	c->text = arena_printf(s->arena,
			       "`%s := %s` at the start of the loop's body takes %s off the heap",
			       name, name, name);
	int64_t literals = loop_goroutines(s->v->var->func, s->v->var);
	if (literals > 1)
		c->text = arena_printf(s->arena, "%s; the %ld literals stay there", c->text,
				       (long)literals);
	tell_loop_effect(s, c);
	return true;
}

/* ---------------------------------------------------------------- other variables */

/* The first assignment that the literal would not see any more; one that stands before it is met
 * again where a loop, a goto or a literal's call comes back to it. NO_POS: there is none. */
static Pos later_change(const Suggester *s, const Capture *capture)
{
	const TreePath *at = &capture->first->path;
	Pos place = at->data[capture->statement].start, first = NO_POS;
	vec_each(const TreeUse, u, s->uses) {
		if (!u->written)
			continue;
		bool after = u->name->pos >= place || s->v->func->has_goto ||
			     u->literal != u->obj->closure ||
			     comes_back(at, capture->statement, u->obj, u->name->pos);
		if (after && (!first || (first < place && u->name->pos >= place)))
			first = u->name->pos;
	}
	return first;
}

static void tell_effect(const Suggester *s, ExplainChange *c, const Capture *capture)
{
	bool settled = is_settled(&s->uses, &capture->first->path, capture->statement);
	const Func *f = s->v->func;
	c->kind = settled && !f->has_goto ? CHANGE_SAME : CHANGE_BEHAVIOUR;
	c->effect = arena_printf(s->arena, "nothing sets %s after that", s->obj->name);
	if (c->kind == CHANGE_SAME)
		return;
	Pos change = later_change(s, capture);
	c->effect = arena_printf(
		s->arena, "the literal keeps the %s of that moment, and does not see %s",
		s->obj->name,
		change ? arena_printf(s->arena, "what line %u makes of it later", pos_line(change))
		: s->obj->is_result ? "what a return statement makes of it"
				    : "what is written through its address later");
}

/* The variable is declared in the list itself, where its name cannot be declared again. */
static bool is_declared_in(const Suggester *s, const Capture *c)
{
	TreeNode list = c->first->path.data[c->statement - 1];
	if (list.kind == TREE_STMT && tree_is_function(c->first->path.data[c->statement - 2]))
		return s->obj->is_param || s->obj->is_result || s->obj->is_receiver ||
		       tree_above(&s->path, (int)s->path.len - 1, tree_is_list) ==
			       (int)c->statement - 1;
	int own = tree_above(&s->path, (int)s->path.len - 1, tree_is_list);
	return own >= 0 && s->path.data[own].start == list.start &&
	       s->path.data[own].end == list.end;
}

static void rename_captured(const Suggester *s, ExplainChange *c, const char *copy)
{
	vec_each(const TreeUse, u, s->uses)
		if (literal_of(u) >= 0)
			edit_replace(s, c, u->name->start, u->name->end, copy);
}

static bool copy_variable(const Suggester *s, ExplainChange *c, const Capture *capture)
{
	const char *name = s->obj->name, *copy = name;
	Pos at = capture->first->path.data[capture->statement].start;
	bool renamed = capture->used_after || is_declared_in(s, capture);
	if (renamed)
		copy = fresh_name(s, arena_printf(s->arena, "%sCopy", name));
	edit_insert(s, c, at, arena_printf(s->arena, "%s := %s; ", copy, name));
	if (renamed)
		rename_captured(s, c, copy);
	c->text = arena_printf(
		s->arena, "`%s := %s` before line %u%s takes %s off the heap", copy, name,
		pos_line(at),
		renamed ? arena_printf(s->arena, ", and %s in the literal,", copy) : "", name);
	if (type_size(s->obj->type) > 128)
		c->in_vain =
			arena_printf(s->arena,
				     "`%s := %s` before line %u: a literal holds a variable of "
				     "more than 128 bytes by reference, set again or not",
				     copy, name, pos_line(at));
	tell_effect(s, c, capture);
	return true;
}

/* ---------------------------------------------------------------- arguments */

/* The go or defer statement that calls the literal itself, or NULL. */
static const Stmt *calling_statement(const Capture *capture)
{
	if (capture->literal < 2)
		return NULL;
	TreeNode call = capture->first->path.data[capture->literal - 1];
	TreeNode stmt = capture->first->path.data[capture->literal - 2];
	bool calls = stmt.kind == TREE_STMT &&
		     (stmt.stmt->kind == ST_GO || stmt.stmt->kind == ST_DEFER) &&
		     call.kind == TREE_EXPR && call.expr->kind == EX_CALL && !call.expr->call.dots;
	return calls ? stmt.stmt : NULL;
}

bool change_loop_copy(const Suggester *s, ExplainChange *c)
{
	Capture capture;
	int loop = find_capture(s, &capture) ? header_loop(s) : -1;
	return loop >= 0 && copy_loop_variable(s, c, loop);
}

/* Where an argument has not done it. */
bool change_copy(const Suggester *s, ExplainChange *c)
{
	Capture capture;
	return !s->t->finding->changes.len && find_capture(s, &capture) && header_loop(s) < 0 &&
	       copy_variable(s, c, &capture);
}

static bool add_parameter(const Suggester *s, ExplainChange *c, const Expr *literal,
			  const char *parameter)
{
	const FieldList *params = &literal->func_lit.type->func_type.params;
	if (params->len) {
		const Field *last = vec_last(*params);
		if (!last->name || last->type->kind == EX_DOTS_TYPE)
			return false;
		edit_insert(s, c, last->type->end, arena_printf(s->arena, ", %s", parameter));
		return true;
	}
	const SourceFile *f = pos_source(literal->start);
	const char *from = f->text + (literal->start - f->base), *paren = strchr(from, '(');
	edit_insert(s, c, literal->start + (Pos)(paren - from) + 1, parameter);
	return true;
}

bool change_argument(const Suggester *s, ExplainChange *c)
{
	Capture capture;
	if (!find_capture(s, &capture) || !capture.only_literal)
		return false;
	const Stmt *stmt = calling_statement(&capture);
	int loop = header_loop(s);
	if (!stmt || type_size(s->obj->type) > 128 ||
	    (loop >= 0 && is_set_in(s, loop_body(s, loop))))
		return false;
	const Expr *call = stmt->go.call;
	const char *name = s->obj->name;
	const char *parameter = arena_printf(s->arena, "%s %s", name, type_words(s, s->obj->type));
	if (!add_parameter(s, c, capture.first->path.data[capture.literal].expr, parameter))
		return false;
	edit_insert(s, c, call->end - 1,
		    arena_printf(s->arena, "%s%s", call->call.args.len ? ", " : "", name));
	c->text = arena_printf(
		s->arena, "%s as an argument, `%s func(%s%s) {...}(%s%s)`, takes %s off the heap",
		name, stmt->kind == ST_GO ? "go" : "defer", call->call.args.len ? "..., " : "",
		parameter, call->call.args.len ? "..., " : "", name, name);
	if (loop >= 0)
		tell_loop_effect(s, c);
	else
		tell_effect(s, c, &capture);
	return true;
}

/* ---------------------------------------------------------------- defer in a loop */

/* Does the body leave the iteration other than at its end? */
static bool leaves(void *ctx, const TreePath *path)
{
	TreeNode n = vec_last(*path);
	bool *found = ctx;
	if (tree_is_function(n))
		return false;
	if (n.kind == TREE_STMT)
		*found = *found || n.stmt->kind == ST_RETURN || n.stmt->kind == ST_BREAK ||
			 n.stmt->kind == ST_CONTINUE || n.stmt->kind == ST_GOTO;
	return true;
}

bool change_defer(const Suggester *s, ExplainChange *c)
{
	if (s->v->by != ALLOC_DEFER && !story_has(s, "defer in a loop"))
		return false;
	int last = (int)s->path.len - 1;
	int loop = tree_above(&s->path, last, tree_is_loop);
	if (loop < 0 || loop < tree_above(&s->path, last - 1, tree_is_function))
		return false;
	const Stmt *body = loop_body(s, loop);
	bool found = false;
	for (uint32_t i = 0; i < body->block.stmts.len; i++) {
		Stmt *stmt = body->block.stmts.data[i];
		TreeNode root = {.kind = TREE_STMT, .stmt = stmt};
		tree_walk_from(s->arena, root, leaves, &found);
	}
	if (found || !body->block.stmts.len)
		return false;
	edit_insert(s, c, body->block.stmts.data[0]->start, "func() { ");
	edit_insert(s, c, vec_last(body->block.stmts)->end, " }()");
	c->text = "`func() { ... }()` around what is in the loop takes it off the heap";
	c->kind = CHANGE_BEHAVIOUR;
	c->effect = arena_printf(s->arena,
				 "what is deferred runs at the end of each iteration, not when %s "
				 "returns",
				 s->v->func->name);
	return true;
}
