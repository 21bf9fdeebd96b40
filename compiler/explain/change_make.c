/*
 * Slices whose size sends them to the heap. The frame takes what `make` makes only when its size is
 * a constant of at most 64 KiB, but a declared array up to 10 MiB; so an array that is sliced can
 * stand where `make` stands.
 */
#include "explain/changes.h"

enum {
	MOST_MADE = 64 << 10,      /* bytes that make may put into a frame */
	SMALL_ELEMENTS = 64,       /* of the array for the common case, ... */
	MOST_SMALL_ELEMENT = 1024, /* ... in bytes each */
};

/* make([]T, ...), told because of its size; its element's expression, or NULL. */
static const Expr *made_element(const Suggester *s, const Expr **make)
{
	const Expr *x = s->path.len ? vec_last(s->path).expr : NULL;
	if (s->v->var || !x || vec_last(s->path).kind != TREE_EXPR || x->kind != EX_CALL ||
	    s->v->node->op != OMAKESLICE || x->call.args.len < 2 ||
	    x->call.args.data[0]->kind != EX_SLICE_TYPE)
		return NULL;
	*make = x;
	return x->call.args.data[0]->slice_type.elem;
}

static bool is_constant(const Expr *make)
{
	for (uint32_t i = 1; i < make->call.args.len; i++)
		if (!make->call.args.data[i]->value)
			return false;
	return true;
}

static const char *text_of(const Suggester *s, const Expr *x)
{
	return source_text(s, x->start, x->end);
}

/* ---------------------------------------------------------------- constants */

/* The declaration `n := C` or `var n = C` of a local variable that is never set again. */
typedef struct Declared {
	Span span;
	const Expr *value; /* a constant */
} Declared;

static bool find_declaration(const TreeUse *u, Declared *d)
{
	TreeNode n = u->path.data[u->path.len - 2];
	const ExprList *names = NULL, *values = NULL;
	if (n.kind == TREE_STMT && n.stmt->kind == ST_DEFINE)
		names = &n.stmt->assign.lhs, values = &n.stmt->assign.rhs;
	else if (n.kind == TREE_DECL && n.decl->kind == DECL_VAR && !n.decl->group)
		names = &n.decl->var.names, values = &n.decl->var.values;
	if (!names || names->len != 1 || values->len != 1 || !values->data[0]->value)
		return false;
	*d = (Declared){{n.start, n.end}, values->data[0]};
	return true;
}

static bool declared_constant(const Suggester *s, const Expr *x, Declared *d)
{
	const Obj *obj = x->kind == EX_NAME ? x->obj : NULL;
	if (!obj || obj->kind != O_VAR || obj->is_package_level || obj->is_param)
		return false;
	bool found = false;
	TreeUses uses = tree_uses(s->arena, s->package, obj);
	vec_each(const TreeUse, u, uses) {
		if (u->written || u->addressed)
			return false;
		if (u->name->pos == obj->pos)
			found = u->path.len >= 2 && find_declaration(u, d);
	}
	return found;
}

bool change_constant(const Suggester *s, ExplainChange *c)
{
	const Expr *make, *name = NULL;
	if (!made_element(s, &make) || is_constant(make))
		return false;
	Declared d = {0};
	for (uint32_t i = 1; i < make->call.args.len; i++) {
		const Expr *arg = make->call.args.data[i];
		if (arg->value || (name && arg->kind == EX_NAME && arg->obj == name->obj))
			continue;
		if (name || !declared_constant(s, arg, &d))
			return false;
		name = arg;
	}
	const char *constant = arena_printf(s->arena, "const %s %s = %s", name->name,
					    type_words(s, name->obj->type), text_of(s, d.value));
	edit_replace(s, c, d.span.start, d.span.end, constant);
	c->text = arena_printf(s->arena, "line %u `%s` takes it off the heap",
			       pos_line(d.span.start), constant);
	c->effect = arena_printf(s->arena, "nothing sets %s", name->name);
	c->in_vain = arena_printf(s->arena,
				  "line %u `%s`: of constant size, it goes to the heap as well",
				  pos_line(d.span.start), constant);
	return true;
}

/* ---------------------------------------------------------------- arrays */

bool change_array(const Suggester *s, ExplainChange *c)
{
	const Expr *make, *elem = made_element(s, &make);
	const Stmt *stmt = elem ? only_definition(&s->path) : NULL;
	bool large = s->t->story->end == STORY_LARGE;
	if (!stmt || !is_constant(make) || (!large && !story_ends_with(s, "call parameter")))
		return false;
	const char *name = stmt->assign.lhs.data[0]->name;
	const char *array = fresh_name(s, arena_printf(s->arena, "%sArray", name));
	const char *len = text_of(s, make->call.args.data[1]);
	const char *type = arena_printf(s->arena, "[%s]%s", text_of(s, vec_last(make->call.args)),
					text_of(s, elem));
	const char *slice =
		arena_printf(s->arena, "%s[:%s]", array, make->call.args.len == 3 ? len : "");
	edit_replace(s, c, stmt->start, stmt->end,
		     arena_printf(s->arena, "var %s %s; %s := %s", array, type, name, slice));
	c->text =
		arena_printf(s->arena, "`var %s %s; %s := %s` takes it off the heap%s", array, type,
			     name, slice, large ? ": a declared array may have 10 MiB" : "");
	c->in_vain = arena_printf(s->arena, "`var %s %s; %s := %s`: the array goes to the heap %s",
				  array, type, name, slice,
				  large ? "as well, for its size" : "in the same way");
	if (large && part_is_recursive(s->v->func->package, s->v->func)) {
		c->kind = CHANGE_BEHAVIOUR;
		c->effect = arena_printf(s->arena,
					 "each call of %s needs %ld bytes more of the stack, which "
					 "may have 1 GB, and %s is recursive",
					 s->v->func->name, (long)s->v->bytes, s->v->func->name);
	}
	return true;
}

static bool is_plain_variable(const Expr *x)
{
	return x->kind == EX_NAME && x->obj && x->obj->kind == O_VAR && !x->obj->is_package_level;
}

static bool is_small(const Const *len)
{
	return len && const_is_int64(len) && const_int64(len) <= SMALL_ELEMENTS;
}

bool change_small_array(const Suggester *s, ExplainChange *c)
{
	const Expr *make, *elem = made_element(s, &make);
	const Stmt *stmt = elem ? only_definition(&s->path) : NULL;
	if (!stmt || is_constant(make) || s->t->story->end != STORY_LARGE || s->v->element <= 0 ||
	    s->v->element > MOST_SMALL_ELEMENT || s->t->finding->changes.len)
		return false;
	const Expr *size = vec_last(make->call.args), *len = make->call.args.data[1];
	if (!is_plain_variable(size) || (len != size && !is_small(len->value)))
		return false;
	const char *name = stmt->assign.lhs.data[0]->name, *n = size->name;
	const char *array = fresh_name(s, arena_printf(s->arena, "%sArray", name));
	const char *first = arena_printf(s->arena, "var %s [%d]%s; %s := %s[:]", array,
					 SMALL_ELEMENTS, text_of(s, elem), name, array);
	const char *least = len == size ? "0" : text_of(s, len);
	const char *then = arena_printf(s->arena,
					"if %s <= %s && %s <= %d { %s = %s[:%s:%s] } else { %s = "
					"%s }",
					least, n, n, SMALL_ELEMENTS, name, array, text_of(s, len),
					n, name, text_of(s, make));
	edit_replace(s, c, stmt->start, stmt->end, arena_printf(s->arena, "%s; %s", first, then));
	c->aim = AIM_NOTHING_NEW;
	c->text = arena_printf(s->arena, "`%s; %s` needs the heap only for more than %d elements",
			       first, then, SMALL_ELEMENTS);
	return true;
}

bool change_smaller(const Suggester *s, ExplainChange *c)
{
	const Expr *make;
	if (!made_element(s, &make) || !is_constant(make) || make->call.args.len != 2 ||
	    s->t->story->end != STORY_LARGE || only_definition(&s->path))
		return false;
	int64_t size = type_size(type_elem(s->v->node->type));
	const Expr *arg = make->call.args.data[1];
	long most = size > 0 ? (long)(MOST_MADE / size) : 0;
	if (most < 1 || !const_is_int64(arg->value))
		return false;
	edit_replace(s, c, arg->start, arg->end, arena_printf(s->arena, "%ld", most));
	c->text = arena_printf(
		s->arena, "%ld elements, which are 64 KiB, in place of %s take it off the heap",
		most, text_of(s, arg));
	c->kind = CHANGE_BEHAVIOUR;
	c->effect = arena_printf(s->arena, "it has %ld elements, not %ld", most,
				 (long)const_int64(arg->value));
	return true;
}
