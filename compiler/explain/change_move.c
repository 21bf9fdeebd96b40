/*
 * What is made anew each time around a loop may be made once, before it. For a value that nothing
 * can change (what an interface holds, a function literal that holds nothing of the iteration) that
 * is the same; variables and slices are then shared by all iterations.
 */
#include "explain/changes.h"

typedef struct Inner {
	const TreeNode *loop;
	const Expr *root;
	bool varies; /* has another value, or panics, in some iteration or before the loop */
	bool makes;  /* makes what can be told from its like, or changed */
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

/* len and cap of what has them in its own value; those of a map or channel change with it. */
static void look_at_builtin(Inner *in, const Expr *call)
{
	Builtin id = call->call.fun->obj->builtin;
	Type *arg = call->call.args.data[0]->type;
	if (id == BUILTIN_MAKE || id == BUILTIN_NEW)
		in->makes = true;
	else if ((id != BUILTIN_LEN && id != BUILTIN_CAP) || type_kind(arg) == T_MAP ||
		 type_kind(arg) == T_CHAN)
		in->varies = true;
}

/* Of the conversions, one looks at what a slice points to, and one may panic. */
static void look_at_call(Inner *in, const Expr *call)
{
	const Expr *fun = call->call.fun;
	Type *from = call->call.args.len ? call->call.args.data[0]->type : NULL;
	if (fun->mode != MODE_TYPE && fun->kind != EX_SLICE_TYPE) {
		if (fun->kind == EX_NAME && fun->obj && fun->obj->kind == O_BUILTIN)
			look_at_builtin(in, call);
		else
			in->varies = true;
	} else if (type_kind(from) == T_SLICE) {
		in->varies |= type_kind(call->type) != T_SLICE;
	} else if (type_kind(call->type) == T_SLICE) {
		in->makes = true;
	}
}

static bool compares_plainly(Type *t)
{
	return type_is_const_type(t) || type_kind(t) == T_POINTER;
}

/* A division by zero, a negative shift, and a comparison of what cannot be compared panic. */
static bool may_panic(const Expr *x)
{
	const Const *y = x->binary.y->value;
	switch (x->binary.op) {
	case OPER_DIV:
	case OPER_REM: return type_is_integer(x->type) && (!y || const_is_zero(y));
	case OPER_SHL:
	case OPER_SHR: return !y && !type_is_unsigned(x->binary.y->type);
	case OPER_EQ:
	case OPER_NE:
		return !compares_plainly(x->binary.x->type) || !compares_plainly(x->binary.y->type);
	default: return false;
	}
}

static bool is_of_loop(const Inner *in, const Obj *obj)
{
	return in->loop->start <= obj->pos && obj->pos < in->loop->end;
}

static bool look_in_literal(Inner *in, const Expr *x)
{
	const Obj *obj = x->kind == EX_NAME ? x->obj : NULL; /* whatever it becomes */
	if (obj && obj->kind == O_VAR && is_of_loop(in, obj) &&
	    !(in->root->start <= obj->pos && obj->pos < in->root->end))
		in->varies = true;
	return true;
}

static bool look(void *ctx, const TreePath *path)
{
	Inner *in = ctx;
	TreeNode n = vec_last(*path);
	if (n.kind != TREE_EXPR)
		return true;
	const Expr *x = n.expr;
	if (in->root->kind == EX_FUNC_LIT)
		return look_in_literal(in, x);
	if (x->value)
		return false;
	switch (x->kind) {
	case EX_CALL: look_at_call(in, x); break;
	case EX_BINARY: in->varies |= may_panic(x); break;
	case EX_UNARY:
		in->varies |= x->unary.op == OPER_RECV;
		in->makes |= x->unary.op == OPER_AND;
		break;
	case EX_COMPOSITE:
		in->makes |= type_kind(x->type) == T_SLICE || type_kind(x->type) == T_MAP;
		break;
	case EX_INDEX:
	case EX_SLICE:
	case EX_STAR:
	case EX_ASSERT:
	case EX_SELECTOR: in->varies = true; break; /* may be set, or panic */
	default: break;
	}
	const Obj *obj = x->kind == EX_NAME && x->obj && x->obj->kind == O_VAR ? x->obj : NULL;
	if (obj &&
	    (obj->is_package_level || is_of_loop(in, obj) || is_set_within(in->s, obj, in->loop)))
		in->varies = true;
	return true;
}

/* A type or constant that is declared in the loop: before it, its name is another's. */
static bool look_declared(void *ctx, const TreePath *path)
{
	Inner *in = ctx;
	TreeNode n = vec_last(*path);
	if (n.kind == TREE_DECL && n.decl->kind != DECL_VAR)
		in->varies = true;
	return true;
}

/* Has x the same value whenever it is evaluated in the loop, and before it? Does it make something
 * each time that all iterations would share? */
static bool is_constant_in(const Suggester *s, const TreeNode *loop, Expr *x, bool *makes)
{
	Inner in = {.loop = loop, .root = x, .s = s};
	TreeNode root = {.kind = TREE_EXPR, .expr = x, .start = x->start, .end = x->end};
	tree_walk_from(s->arena, root, look, &in);
	tree_walk_from(s->arena, *loop, look_declared, &in);
	*makes = in.makes;
	return !in.varies;
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
	bool makes, channel = s->v->by == ALLOC_CHANNEL; /* a new one is another one */
	if (!loop || channel || !is_constant_in(s, loop, value, &makes) ||
	    is_ambiguous(s, name->obj) || is_set_within(s, name->obj, loop))
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
	if (!makes)
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
	bool boxed = s->v->by == ALLOC_BOXING, literal = x->kind == EX_FUNC_LIT, makes;
	if (!loop || (!boxed && !literal) || !is_constant_in(s, loop, x, &makes) || makes ||
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
