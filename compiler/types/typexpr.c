// Type expressions and type declarations.
#include "types/checker.h"

static Type *done(Expr *e, Type *t)
{
	e->mode = MODE_TYPE;
	e->type = t;
	return t;
}

static Type *invalid(Expr *e)
{
	e->mode = MODE_INVALID;
	return e->type = type_basic[T_INVALID];
}

static Type *not_a_type(Checker *c, Expr *e)
{
	if (e->mode == MODE_NOVALUE)
		check_error(c, e, "%s used as type", check_operand(c, e));
	else if (e->mode != MODE_INVALID)
		check_error(c, e, "%s is not a type", check_operand(c, e));
	return invalid(e);
}

static Type *type_name(Checker *c, Expr *e)
{
	check_raw(c, e, NULL);
	return e->mode == MODE_TYPE ? done(e, e->type ? e->type : type_basic[T_INVALID])
				    : not_a_type(c, e);
}

// The length of an array; -1 after an error.
static int64_t array_length(Checker *c, Expr *n)
{
	if (n->kind == EX_NAME) {
		Obj *o = scope_lookup_parent(c->scope, n->name, 0, NULL);
		if (!o || o->kind != O_CONST) {
			check_error(c, n,
				    o ? "invalid array length %s"
				      : "undeclared name %s for array length",
				    n->name);
			return -1;
		}
	}
	check_expr(c, n);
	if (operand_is_bad(n))
		return -1;
	if (n->mode != MODE_CONST) {
		check_error(c, n, "array length %s must be constant", check_operand(c, n));
		return -1;
	}
	Const *length = const_unknown();
	if (type_is_untyped(n->type) || type_is_integer(n->type))
		length = const_to_int(n->value);
	if (length->kind != CONST_INT || !const_representable(length, type_basic[T_INT], NULL)) {
		if (n->value->kind != CONST_UNKNOWN)
			check_error(c, n, "array length %s must be integer", check_operand(c, n));
		return -1;
	}
	if (const_sign(length) < 0) {
		check_error(c, n, "invalid array length %s", check_operand(c, n));
		return -1;
	}
	if (type_is_untyped(n->type))
		check_convert(c, n, type_basic[T_INT]);
	return const_int64(length);
}

static Type *array_type(Checker *c, Expr *e)
{
	int64_t len = -1;
	if (e->array_type.len)
		len = array_length(c, e->array_type.len);
	else
		check_error(c, e, "invalid use of [...] array (outside a composite literal)");
	Type *elem = check_var_type(c, e->array_type.elem);
	if (len < 0)
		return invalid(e);
	Type *t = type_array(elem, len);
	check_size_later(c, t);
	return done(e, t);
}

static Obj *field(Checker *c, Field *f, Type *t, bool embedded)
{
	Str name = f->name ? f->name->name : STR("");
	Pos pos = f->name ? f->name->pos : f->pos;
	if (embedded) {
		Expr *x = syntax_unparen(f->type);
		if (x->kind == EX_STAR)
			x = syntax_unparen(x->star.x);
		if (x->kind == EX_INDEX)
			x = x->index.x;
		Expr *n = x->kind == EX_SELECTOR ? x->selector.sel : x;
		name = n->name;
		pos = n->pos;
	}
	Obj *o = obj_new(O_VAR, pos, c->package, name, t);
	o->color = 1;
	f->obj = o;
	if (f->name)
		f->name->obj = o;
	return o;
}

static bool is_unique_field(Checker *c, Map *names, Obj *o)
{
	if (o->name == STR("_"))
		return true;
	Obj *old = map_get(names, o->name);
	if (old) {
		check_error_at(c, o->pos, "%s redeclared", o->name);
		diag_note(old->pos, "other declaration of %s", o->name);
		return false;
	}
	map_set(names, o->name, o);
	return true;
}

/* The field added last gets the tag; `n` are all that may come. */
static void set_tag(Checker *c, Type *t, uint32_t n, const Expr *tag)
{
	if (tag->literal.kind != LIT_STRING) {
		Buf text = buf_make(types_arena);
		buf_quote(&text, tag->literal.text, str_len(tag->literal.text));
		check_error_at(c, tag->pos, "invalid AST: incorrect tag syntax: %s",
			       buf_cstr(&text));
		return;
	}
	if (!t->tags)
		t->tags = NEW_ARRAY(types_arena, Str, n);
	t->tags[t->nfields - 1] = syntax_string_value(tag);
}

static Type *struct_type(Checker *c, Expr *e)
{
	Type *t = type_new(T_STRUCT);
	done(e, t);
	FieldList *list = &e->struct_type.fields;
	Map names = map_make(types_arena);
	t->fields = NEW_ARRAY(types_arena, Obj *, list->len + 1);
	for (uint32_t i = 0; i < list->len; i++) {
		Field *f = list->data[i];
		Type *ft = f->same_type && i ? list->data[i - 1]->obj->type
					     : check_var_type(c, f->type);
		Obj *o = field(c, f, ft, f->embedded);
		o->is_field = true;
		o->is_embedded = f->embedded;
		if (!is_unique_field(c, &names, o))
			continue;
		t->fields[t->nfields++] = o;
		if (f->embedded)
			check_later(c, LATER_EMBEDDED, f->type, check_pos(f->type), ft);
		if (f->tag && !f->tag->literal.bad)
			set_tag(c, t, list->len, f->tag);
	}
	return t;
}

// Parameters or results; a last `...T` becomes []T where that is allowed (variadic not NULL).
static Obj **variables(Checker *c, FieldList *list, bool *variadic)
{
	Obj **vars = NEW_ARRAY(types_arena, Obj *, list->len + 1);
	for (uint32_t i = 0; i < list->len; i++) {
		Field *f = list->data[i];
		Type *t;
		if (f->same_type && i) {
			t = list->data[i - 1]->obj->type;
		} else if (f->type->kind == EX_DOTS_TYPE) {
			t = check_var_type(c, f->type->dots_type.x);
			if (variadic && i + 1 == list->len) {
				t = type_slice(t);
				*variadic = true;
			} else {
				check_error(c, f->type,
					    "can only use ... with final parameter in list");
			}
			done(f->type, t);
		} else {
			t = check_var_type(c, f->type);
		}
		vars[i] = field(c, f, t, false);
		vars[i]->is_param = variadic != NULL;
		vars[i]->is_result = !variadic;
		vars[i]->used = true;
	}
	return vars;
}

static void unique_names(Checker *c, Map *names, Obj **vars, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		Obj *o = vars[i];
		if (!*o->name || o->name == STR("_"))
			continue;
		Obj *old = map_get(names, o->name);
		if (old) {
			check_error_at(c, o->pos, "%s redeclared in this block", o->name);
			diag_note(old->pos, "other declaration of %s", o->name);
			continue;
		}
		map_set(names, o->name, o);
	}
}

Type *check_signature(Checker *c, Field *receiver, Expr *e)
{
	Obj *recv = NULL;
	if (receiver) {
		recv = field(c, receiver, check_type(c, receiver->type), false);
		recv->is_param = recv->is_receiver = recv->used = true;
		check_later(c, LATER_RECEIVER, receiver->type, recv->pos, recv->type);
	}
	bool variadic = false;
	Obj **params = variables(c, &e->func_type.params, &variadic);
	Obj **results = variables(c, &e->func_type.results, NULL);
	Map names = map_make(types_arena);
	unique_names(c, &names, &recv, recv != NULL);
	unique_names(c, &names, params, e->func_type.params.len);
	unique_names(c, &names, results, e->func_type.results.len);
	Type *t = type_func(recv, params, (int)e->func_type.params.len, results,
			    (int)e->func_type.results.len, variadic);
	return done(e, t);
}

static void interface_method(Checker *c, Type *t, Field *f)
{
	if (f->name->name == STR("_")) {
		check_error(c, f->name, "methods must have a unique non-blank name");
		return;
	}
	Obj *m = obj_new(O_FUNC, f->name->pos, c->package, f->name->name, NULL);
	m->is_method = true;
	m->color = 1;
	m->recv_named = t;
	f->obj = f->name->obj = m;
	t->methods[t->nmethods++] = m;
	m->type = check_signature(c, NULL, f->type);
}

static Type *interface_type(Checker *c, Expr *e)
{
	FieldList *list = &e->interface_type.methods;
	Type *t = type_new(T_INTERFACE);
	done(e, t);
	t->methods = NEW_ARRAY(types_arena, Obj *, list->len + 1);
	t->embedded = NEW_ARRAY(types_arena, Type *, list->len + 1);
	t->embedded_pos = NEW_ARRAY(types_arena, Pos, list->len + 1);
	for (uint32_t i = 0; i < list->len; i++) {
		Field *f = list->data[i];
		if (f->name) {
			interface_method(c, t, f);
		} else if (f->type->kind == EX_BINARY || f->type->kind == EX_UNARY) {
			t->is_constraint = true;
		} else {
			t->embedded_pos[t->nembedded] = f->pos;
			t->embedded[t->nembedded++] = check_type(c, f->type);
		}
	}
	check_sort_methods(t);
	if (t->nmethods > 1 || t->nembedded)
		check_later(c, LATER_METHODS, e, e->start, t);
	return t;
}

// An instance; that of a type without parameters is an error in any case.
static Type *generic(Checker *c, Expr *e)
{
	Type *t = check_type(c, e->index.x);
	if (t->kind != T_INVALID)
		check_error(c, e->index.x, "%s is not a generic type", check_type_text(c, t));
	else
		diag_unsupported(e->pos, "type parameters");
	return invalid(e);
}

static Type *map_type(Checker *c, Expr *e)
{
	Type *key = check_var_type(c, e->map_type.key);
	Type *value = check_var_type(c, e->map_type.value);
	check_later(c, LATER_MAP_KEY, e->map_type.key, check_pos(e->map_type.key), key);
	return done(e, type_map(key, value));
}

static Type *chan_type(Checker *c, Expr *e)
{
	Type *t = type_chan(check_var_type(c, e->chan_type.elem), (ChanDir)e->chan_type.dir);
	check_size_later(c, t);
	return done(e, t);
}

Type *check_type(Checker *c, Expr *e)
{
	switch ((ExprKind)e->kind) {
	case EX_NAME:
	case EX_SELECTOR: return type_name(c, e);
	case EX_PAREN: return done(e, check_type(c, e->paren.x));
	case EX_STAR: return done(e, type_pointer(check_var_type(c, e->star.x)));
	case EX_ARRAY_TYPE: return array_type(c, e);
	case EX_SLICE_TYPE: return done(e, type_slice(check_var_type(c, e->slice_type.elem)));
	case EX_STRUCT_TYPE: return struct_type(c, e);
	case EX_FUNC_TYPE: return check_signature(c, NULL, e);
	case EX_INTERFACE_TYPE: return interface_type(c, e);
	case EX_MAP_TYPE: return map_type(c, e);
	case EX_CHAN_TYPE: return chan_type(c, e);
	case EX_INDEX: return generic(c, e);
	case EX_DOTS_TYPE:
		check_error(c, e, "invalid use of ...");
		check_raw(c, e->dots_type.x, NULL);
		return invalid(e);
	case EX_BAD: return invalid(e);
	default:
		check_error(c, e, "%s is not a type", check_text(e));
		check_raw(c, e, NULL);
		return invalid(e);
	}
}

Type *check_var_type(Checker *c, Expr *e)
{
	Type *t = check_type(c, e);
	if (t->kind == T_INTERFACE || t->kind == T_NAMED)
		check_later(c, LATER_VARIABLE, e, check_pos(e), t);
	return t;
}

bool check_is_type(Checker *c, Expr *e)
{
	e = syntax_unparen(e);
	switch ((ExprKind)e->kind) {
	case EX_NAME: {
		Obj *o = scope_lookup_parent(c->scope, e->name, 0, NULL);
		return o && o->kind == O_TYPE;
	}
	case EX_SELECTOR: {
		if (e->selector.x->kind != EX_NAME)
			return false;
		Obj *p = scope_lookup_parent(c->scope, e->selector.x->name, 0, NULL);
		if (!p || p->kind != O_PKG || !p->imported)
			return false;
		Obj *o = scope_lookup(p->imported->scope, e->selector.sel->name);
		return o && o->kind == O_TYPE;
	}
	case EX_STAR: return check_is_type(c, e->star.x);
	case EX_ARRAY_TYPE:
	case EX_SLICE_TYPE:
	case EX_STRUCT_TYPE:
	case EX_FUNC_TYPE:
	case EX_INTERFACE_TYPE:
	case EX_MAP_TYPE:
	case EX_CHAN_TYPE:
	case EX_DOTS_TYPE: return true;
	default: return false;
	}
}
