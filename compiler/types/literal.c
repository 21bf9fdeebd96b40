// Composite literals.
#include "types/checker.h"

static void element(Checker *c, Expr *e, Type *t, const char *context)
{
	check_hinted(c, e, t);
	check_assign(c, e, t, context);
}

// ---- Arrays and slices

// The index of an element with or without a key; false when it has none (reported).
static bool element_index(Checker *c, Expr *x, int64_t length, int64_t *next)
{
	if (x->kind != EX_KEY_VALUE) {
		if (length < 0 || *next < length)
			return true;
		check_error(c, x, "index %lld is out of bounds (>= %lld)", (long long)*next,
			    (long long)length);
		return false;
	}
	int64_t value;
	if (!check_index(c, x->key_value.key, length, &value))
		return false;
	if (value < 0) {
		check_error(c, x, "index %s must be integer constant",
			    check_text(x->key_value.key));
		return false;
	}
	*next = value;
	return true;
}

// Returns the length that the elements need.
static int64_t array_elements(Checker *c, Expr *e, Type *elem, int64_t length)
{
	int64_t next = 0, max = 0;
	Map seen = map_make(types_arena); // indices, where some are written
	for (uint32_t i = 0; i < e->composite.elems.len; i++) {
		Expr *x = e->composite.elems.data[i];
		if (element_index(c, x, length, &next) && e->composite.keyed) {
			if (map_has_u64(&seen, (uint64_t)next))
				check_error(c, x, "duplicate index %lld in array or slice literal",
					    (long long)next);
			else
				*map_slot_u64(&seen, (uint64_t)next) = x;
		}
		element(c, x->kind == EX_KEY_VALUE ? x->key_value.value : x, elem,
			"array or slice literal");
		if (next == INT64_MAX)
			return next;
		if (++next > max)
			max = next;
	}
	return max;
}

// ---- Structs

// The fields that a literal of this package may name.
static Map field_table(Checker *c, Type *u)
{
	Map table = map_make(types_arena);
	for (int i = 0; i < u->nfields; i++) {
		Obj *f = u->fields[i];
		if (f->name != STR("_") && (obj_is_exported(f) || f->pkg == c->package))
			map_set(&table, f->name, f);
	}
	return table;
}

static void keyed_fields(Checker *c, Expr *e, Type *t)
{
	Map seen = map_make(types_arena), fields = field_table(c, type_under(t));
	for (uint32_t i = 0; i < e->composite.elems.len; i++) {
		Expr *x = e->composite.elems.data[i];
		if (x->kind != EX_KEY_VALUE) {
			check_error(c, x,
				    "mixture of field:value and value elements in struct literal");
			continue;
		}
		Expr *key = x->key_value.key, *value = x->key_value.value;
		check_expr(c, value);
		if (key->kind != EX_NAME) {
			check_error(c, x, "invalid field name %s in struct literal",
				    check_text(key));
			continue;
		}
		Obj *f = map_get(&fields, key->name);
		if (!f) {
			check_error(c, key, "unknown field '%s' in struct literal of type %s",
				    key->name, check_type_text(c, t));
			check_hint_field(c, key, t);
			continue;
		}
		key->obj = f;
		check_assign(c, value, f->type, "struct literal");
		if (map_has(&seen, f))
			check_error(c, x, "duplicate field name %s in struct literal", key->name);
		map_set(&seen, f, x);
	}
}

static void listed_fields(Checker *c, Expr *e, Type *t)
{
	Type *u = type_under(t);
	uint32_t n = e->composite.elems.len;
	for (uint32_t i = 0; i < n; i++) {
		Expr *x = e->composite.elems.data[i];
		if (x->kind == EX_KEY_VALUE) {
			check_error(c, x,
				    "mixture of field:value and value elements in struct literal");
			continue;
		}
		check_expr(c, x);
		if (i >= (uint32_t)u->nfields) {
			if (x->mode != MODE_INVALID)
				check_error(c, x, "too many values in %s{…}",
					    check_type_text(c, t));
			break;
		}
		Obj *f = u->fields[i];
		if (!obj_is_exported(f) && f->pkg != c->package) {
			check_error(c, x,
				    "implicit assignment to unexported field %s in %s literal",
				    f->name, check_type_text(c, t));
			continue;
		}
		check_assign(c, x, f->type, "struct literal");
	}
	if (n < (uint32_t)u->nfields)
		check_error_at(c, e->composite.rbrace, "too few values in %s{…}",
			       check_type_text(c, t));
}

// ---- Maps

static void map_elements(Checker *c, Expr *e, Type *u)
{
	Map seen = map_make(types_arena);
	for (uint32_t i = 0; i < e->composite.elems.len; i++) {
		Expr *x = e->composite.elems.data[i];
		if (x->kind != EX_KEY_VALUE) {
			check_error(c, x, "missing key in map literal");
			continue;
		}
		Expr *key = x->key_value.key;
		element(c, key, u->key, "map literal");
		if (operand_is_bad(key))
			continue;
		if (key->value && key->value->kind != CONST_UNKNOWN) {
			Str id = str_printf("%u %s", type_canonical(key->type)->id,
					    const_exact_string(key->value));
			if (map_has(&seen, id)) {
				check_error(c, key, "duplicate key %s in map literal",
					    const_string(key->value));
				continue;
			}
			map_set(&seen, id, key);
		}
		element(c, x->key_value.value, u->elem, "map literal");
	}
}

// ---- Any

static void use_elements(Checker *c, Expr *e)
{
	for (uint32_t i = 0; i < e->composite.elems.len; i++) {
		Expr *x = e->composite.elems.data[i];
		check_raw(c, x->kind == EX_KEY_VALUE ? x->key_value.value : x, NULL);
	}
}

static void open_array(Checker *c, Expr *e)
{
	Expr *written = e->composite.type;
	Type *elem = check_var_type(c, written->array_type.elem);
	Type *t = type_array(elem, array_elements(c, e, elem, -1));
	operand_set(written, MODE_TYPE, t);
	operand_set(e, MODE_VALUE, t);
}

void check_composite(Checker *c, Expr *e, Type *hint)
{
	Type *t = hint;
	Expr *written = e->composite.type;
	if (written && written->kind == EX_ARRAY_TYPE && !written->array_type.len) {
		open_array(c, e);
		return;
	}
	if (written)
		t = check_type(c, written);
	if (!t) {
		check_error(c, e, "missing type in composite literal");
		operand_bad(e);
		return;
	}
	Type *base = !written && type_under(t)->kind == T_POINTER ? type_under(t)->elem : t;
	Type *u = type_under(base);
	operand_set(e, MODE_VALUE, t);
	switch (u->kind) {
	case T_STRUCT:
		if (!e->composite.elems.len)
			break;
		if (e->composite.elems.data[0]->kind == EX_KEY_VALUE)
			keyed_fields(c, e, base);
		else
			listed_fields(c, e, base);
		break;
	case T_ARRAY: array_elements(c, e, u->elem, u->len); break;
	case T_SLICE: array_elements(c, e, u->elem, -1); break;
	case T_MAP: map_elements(c, e, u); break;
	default:
		use_elements(c, e);
		if (u->kind != T_INVALID)
			check_error(c, e, "invalid composite literal type %s",
				    check_type_text(c, t));
		operand_bad(e);
	}
}
