/*
 * The address of the variable that a range statement sets is the same each time around, and most
 * who take it want that of the element. `for i := range s { p := &s[i]; ... }` gives them that, and
 * nothing has to be on the heap for it.
 */
#include "explain/changes.h"

/* Is the variable set in the statement, or its address taken there or before? */
static bool may_change_in(const Suggester *s, const Obj *obj, const Stmt *loop)
{
	TreeUses uses = tree_uses(s->arena, s->package, obj);
	vec_each(const TreeUse, u, uses)
		if (u->addressed || (u->written && (u->literal || (loop->start <= u->name->pos &&
								   u->name->pos < loop->end))))
			return true;
	return obj->is_package_level;
}

/* `for _, v := range x` over a slice with a name, v the variable at hand; NULL: it is another. */
static const Stmt *range_of(const Suggester *s)
{
	int i = tree_above(&s->path, (int)s->path.len - 1, tree_is_loop);
	const Stmt *loop = i >= 0 ? s->path.data[i].stmt : NULL;
	if (!loop || loop->kind != ST_RANGE || !loop->range.define || loop->range.lhs.len != 2 ||
	    loop->range.lhs.data[1]->obj != s->obj || !loop->range.body->block.stmts.len)
		return NULL;
	const Expr *x = loop->range.x;
	bool named = x->kind == EX_NAME && x->obj && x->obj->kind == O_VAR;
	return named && type_kind(x->type) == T_SLICE && !may_change_in(s, x->obj, loop) ? loop
											 : NULL;
}

static const Expr *parent_of(const TreeUse *u)
{
	TreeNode n = u->path.data[u->path.len - 2];
	return n.kind == TREE_EXPR ? n.expr : NULL;
}

/* &v becomes v, and v itself *v, which is true then; v.f stays. */
static bool edit_use(const Suggester *s, ExplainChange *c, const TreeUse *u)
{
	const Expr *parent = parent_of(u);
	const char *name = s->obj->name;
	bool taken = parent && parent->kind == EX_UNARY && parent->unary.op == OPER_AND;
	if (taken)
		edit_replace(s, c, parent->start, parent->end, name);
	if (taken || (parent && parent->kind == EX_SELECTOR))
		return false;
	edit_replace(s, c, u->name->start, u->name->end, arena_printf(s->arena, "(*%s)", name));
	return true;
}

/* A name that stands nowhere in the loop. */
static const char *index_name(const Suggester *s, const Stmt *loop)
{
	static const char *const usual[] = {"i", "j", "k", "n"};
	for (size_t i = 0; i < COUNT(usual); i++)
		if (!tree_names(s->arena, loop, usual[i]))
			return usual[i];
	return fresh_name(s, "index");
}

bool change_element(const Suggester *s, ExplainChange *c)
{
	const Stmt *loop = s->obj ? range_of(s) : NULL;
	TypeKind kind = loop ? type_kind(s->obj->type) : T_INVALID;
	if (!loop || kind == T_POINTER || kind == T_INTERFACE)
		return false;
	bool addressed = false, whole = false;
	vec_each(const TreeUse, u, s->uses) {
		if (u->written)
			return false; /* it would be the element that is set */
		addressed = addressed || u->addressed;
		if (u->name != loop->range.lhs.data[1])
			whole |= edit_use(s, c, u);
	}
	if (!addressed)
		return false;
	const Expr *key = loop->range.lhs.data[0];
	const char *name = s->obj->name, *slice = loop->range.x->name;
	const char *index = strcmp(key->name, "_") == 0 ? index_name(s, loop) : key->name;
	edit_replace(s, c, key->start, loop->range.lhs.data[1]->end, index);
	edit_insert(s, c, loop->range.body->block.stmts.data[0]->start,
		    arena_printf(s->arena, "%s := &%s[%s]; ", name, slice, index));
	const char *uses =
		arena_printf(s->arena, whole ? ", %s for &%s and *%s for %s" : " and %s for &%s",
			     name, name, name, name);
	c->text = arena_printf(
		s->arena,
		"`for %s := range %s`, and in it `%s := &%s[%s]`%s, takes %s off the heap", index,
		slice, name, slice, index, uses, name);
	c->kind = CHANGE_BEHAVIOUR;
	c->effect = arena_printf(s->arena,
				 "each pointer is to an element of %s, which is kept as long as "
				 "the pointer; what is written through one is seen in the other",
				 slice);
	return true;
}
