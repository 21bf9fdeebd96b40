/*
 * What is made anew each time around a loop may be made once, before it. For a value that nothing
 * can change (what an interface holds, a function literal that holds nothing of the iteration) that
 * is the same; variables and slices are then shared by all iterations.
 */
#include "explain/changes.h"

typedef struct Inner {
	const TreeNode *loop;
	bool found; /* a name of the loop's own, something set in it, or a call */
	const Suggester *s;
} Inner;

static bool is_set_within(const Suggester *s, const Obj *obj, const TreeNode *loop)
{
	TreeUses uses = tree_uses(s->arena, s->package, obj);
	vec_each(const TreeUse, u, uses)
		if (u->addressed || (u->written && (u->literal || (loop->start <= u->name->pos &&
								   u->name->pos < loop->end))))
			return true;
	return false;
}

static bool is_conversion_or_make(const Expr *call)
{
	const Expr *fun = call->call.fun;
	const Obj *obj = fun->kind == EX_NAME ? fun->obj : NULL;
	bool builtin = obj && obj->kind == O_BUILTIN &&
		       (strcmp(obj->name, "make") == 0 || strcmp(obj->name, "new") == 0 ||
			strcmp(obj->name, "len") == 0 || strcmp(obj->name, "cap") == 0);
	return builtin || fun->mode == MODE_TYPE || fun->kind == EX_SLICE_TYPE;
}

static bool look(void *ctx, const TreePath *path)
{
	Inner *in = ctx;
	TreeNode n = vec_last(*path);
	if (n.kind != TREE_EXPR)
		return true;
	const Expr *x = n.expr, *root = path->data[0].expr;
	const Obj *obj = x->kind == EX_NAME ? x->obj : NULL;
	if (root->kind == EX_FUNC_LIT) { /* holds variables, whatever they become */
		in->found = in->found || (obj && obj->kind == O_VAR &&
					  in->loop->start <= obj->pos && obj->pos < in->loop->end &&
					  !(root->start <= obj->pos && obj->pos < root->end));
		return true;
	}
	if (x->kind == EX_CALL && !is_conversion_or_make(x))
		in->found = true;
	if ((x->kind == EX_UNARY && x->unary.op == OPER_RECV) || x->kind == EX_INDEX ||
	    x->kind == EX_STAR || x->kind == EX_ASSERT || x->kind == EX_SELECTOR)
		in->found = true; /* may change, or panic */
	if (!obj || obj->kind != O_VAR)
		return true;
	if (obj->is_package_level || (in->loop->start <= obj->pos && obj->pos < in->loop->end) ||
	    is_set_within(in->s, obj, in->loop))
		in->found = true;
	return true;
}

/* Has x the same value whenever it is evaluated in the loop, and before it? */
static bool is_constant_in(const Suggester *s, const TreeNode *loop, Expr *x)
{
	Inner in = {loop, false, s};
	TreeNode root = {.kind = TREE_EXPR, .expr = x, .start = x->start, .end = x->end};
	tree_walk_from(s->arena, root, look, &in);
	return !in.found;
}

/* The innermost loop around the path's end, in the same function; where the loop's statement (and
 * its label) begins goes to *before. NULL: there is none. */
static const TreeNode *loop_around(const Suggester *s, Pos *before)
{
	int last = (int)s->path.len - 1;
	int loop = tree_above(&s->path, last, tree_is_loop);
	if (loop < 0 || loop < tree_above(&s->path, last - 1, tree_is_function))
		return NULL;
	int statement = tree_statement(&s->path, loop);
	int body = tree_above(&s->path, last, tree_is_list);
	if (statement < 0 || body != loop + 1)
		return NULL; /* what is in a branch may never run */
	*before = s->path.data[statement].start;
	return &s->path.data[loop];
}

typedef struct Names {
	const char *name;
	const Obj *obj;
	bool found;
} Names;

static bool look_name(void *ctx, const TreePath *path)
{
	Names *names = ctx;
	TreeNode n = vec_last(*path);
	if (n.kind == TREE_EXPR && n.expr->kind == EX_NAME && n.expr->obj != names->obj &&
	    strcmp(n.expr->name, names->name) == 0)
		names->found = true;
	return true;
}

/* Does something else in the function have the name? */
static bool is_ambiguous(const Suggester *s, const Obj *obj)
{
	Names names = {obj->name, obj, false};
	tree_walk_from(s->arena, s->path.data[0], look_name, &names);
	return names.found;
}

/* x := E, a statement of the loop's body, where the value of E is what is on the heap */
static bool move_definition(const Suggester *s, ExplainChange *c, const Stmt *stmt)
{
	Pos before;
	const TreeNode *loop = loop_around(s, &before);
	Expr *value = stmt->assign.rhs.data[0], *name = stmt->assign.lhs.data[0];
	bool channel = s->v->by == ALLOC_CHANNEL; /* a new one is another one */
	if (!loop || channel || !is_constant_in(s, loop, value) || is_ambiguous(s, name->obj) ||
	    is_set_within(s, name->obj, loop))
		return false;
	const char *text = source_text(s, stmt->start, stmt->end);
	edit_replace(s, c, stmt->start, stmt->end, "");
	edit_insert(s, c, before, arena_printf(s->arena, "%s; ", text));
	c->aim = AIM_OUT_OF_LOOP;
	const char *what = strchr(text, '\n')
				   ? arena_printf(s->arena, "line %u", pos_line(stmt->start))
				   : arena_printf(s->arena, "`%s`", text);
	what = arena_printf(s->arena, "%s before the loop (line %u)", what, pos_line(before));
	c->text = arena_printf(s->arena, "%s makes one for all iterations", what);
	c->off_heap = arena_printf(s->arena, "%s takes it off the heap", what);
	if (value->kind == EX_FUNC_LIT)
		return true;
	c->kind = CHANGE_BEHAVIOUR;
	c->effect = arena_printf(s->arena,
				 "all iterations share one %s: it holds what the one before left, "
				 "and who keeps it sees it change",
				 name->name);
	return true;
}

/* x := E, where x is what is on the heap, becomes x = E, and the variable stands before the loop */
static bool move_variable(const Suggester *s, ExplainChange *c)
{
	Pos before;
	const TreeNode *loop = loop_around(s, &before);
	TreeNode parent = s->path.data[s->path.len - 2];
	if (!loop || parent.kind != TREE_STMT || parent.stmt->kind != ST_DEFINE ||
	    parent.stmt->assign.lhs.len != 1 || is_ambiguous(s, s->obj))
		return false;
	const Stmt *body =
		loop->stmt->kind == ST_FOR ? loop->stmt->for_.body : loop->stmt->range.body;
	if (s->obj->pos < body->start)
		return false;
	const Expr *value = parent.stmt->assign.rhs.data[0];
	const char *name = s->obj->name, *type = type_words(s, s->obj->type);
	edit_replace(s, c, parent.start, value->start, arena_printf(s->arena, "%s = ", name));
	edit_insert(s, c, before, arena_printf(s->arena, "var %s %s; ", name, type));
	c->aim = AIM_OUT_OF_LOOP;
	c->text = arena_printf(s->arena,
			       "`var %s %s` before the loop (line %u), and `%s =` in it, needs one "
			       "%s for all iterations",
			       name, type, pos_line(before), name, name);
	c->off_heap = arena_printf(s->arena,
				   "`var %s %s` before the loop (line %u), and `%s =` in it, takes "
				   "%s off the heap",
				   name, type, pos_line(before), name, name);
	c->kind = CHANGE_BEHAVIOUR;
	c->effect = arena_printf(s->arena,
				 "all iterations share one %s: who keeps its address sees what "
				 "later ones make of it",
				 name);
	return true;
}

bool change_move(const Suggester *s, ExplainChange *c)
{
	if (!s->path.len || s->v->depth < 1)
		return false;
	if (s->obj)
		return s->path.len >= 2 && move_variable(s, c);
	const Stmt *stmt = only_definition(&s->path);
	return stmt && move_definition(s, c, stmt);
}

/* A literal, or a value boxed for interface{}, that is an operand in the loop. */
bool change_move_operand(const Suggester *s, ExplainChange *c)
{
	Pos before;
	if (!s->path.len || s->v->depth < 1 || vec_last(s->path).kind != TREE_EXPR || s->obj ||
	    only_definition(&s->path))
		return false;
	Expr *x = vec_last(s->path).expr;
	const TreeNode *loop = loop_around(s, &before);
	bool boxed = s->v->by == ALLOC_BOXING, literal = x->kind == EX_FUNC_LIT;
	if (!loop || (!boxed && !literal) || !is_constant_in(s, loop, x) ||
	    (boxed && type_interface_methods(s->v->node->type, &(Obj **){NULL}) > 0))
		return false;
	const char *name = fresh_name(s, boxed ? "boxed" : "fn");
	const char *text = source_text(s, x->start, x->end);
	const char *made = boxed ? arena_printf(s->arena, "var %s interface{} = %s", name, text)
				 : arena_printf(s->arena, "%s := %s", name, text);
	edit_insert(s, c, before, arena_printf(s->arena, "%s; ", made));
	edit_replace(s, c, x->start, x->end, name);
	c->aim = AIM_OUT_OF_LOOP;
	if (literal)
		made = arena_printf(s->arena, "%s := func...", name);
	c->text = arena_printf(s->arena,
			       "`%s` before the loop (line %u), and %s in it, makes one for all "
			       "iterations",
			       made, pos_line(before), name);
	return true;
}
