/*
 * Construction of composite literals. Indices are worked out here: an array's or slice's element is
 * a plain value when its place is the next one, else an OKEY with a constant index.
 */
#include "ir/build.h"

/* Literals convert their elements when all of them are built; a conversion stands at the element,
 * or at the colon after its key. What converts the literal itself
 * stands where its last element does (b->at as building the elements has left it). */
static Node *convert_element(Builder *b, const Expr *e, Node *x, Type *type)
{
	b->at = e->pos;
	if (e->kind != EX_KEY_VALUE)
		build_at(b, x);
	return build_assign_conv(b, x, type);
}

static Expr *value_of(Expr *e)
{
	return e->kind == EX_KEY_VALUE ? e->key_value.value : e;
}

static void array_elements(Builder *b, Node *n, Expr *e, Type *elem)
{
	int64_t next = 0, length = 0;
	for (uint32_t i = 0; i < e->composite.elems.len; i++) {
		Expr *x = e->composite.elems.data[i];
		Node *value;
		Node *built = ir_build_expr(b, value_of(x));
		if (x->kind == EX_KEY_VALUE) {
			Expr *key = syntax_unparen(x->key_value.key);
			next = const_int64(key->value);
			Node *index = ir_int(b->arena, x->pos, type_basic[T_INT], next);
			index->source = key;
			value = ir_binary(b->arena, OKEY, x->pos, NULL, index, built);
		} else {
			value = built;
		}
		vec_push(b->arena, n->list, value);
		next++;
		if (next > length)
			length = next;
	}
	n->offset = length;
	Pos last = b->at;
	for (uint32_t i = 0; i < n->list.len; i++) {
		Node **slot = &n->list.data[i];
		if ((*slot)->op == OKEY)
			slot = &(*slot)->y;
		*slot = convert_element(b, e->composite.elems.data[i], *slot, elem);
	}
	b->at = last;
}

static Node *field_value(Builder *b, Pos pos, Type *type, int index, Expr *value)
{
	Obj *field = type_field(type, index);
	Node *n = ir_unary(b->arena, OSTRUCTKEY, pos, field->type, ir_build_expr(b, value));
	n->field = field;
	n->index = index;
	n->offset = type_field_offset(type, index);
	return n;
}

static int field_index(Type *type, Expr *key)
{
	for (int i = 0; i < type_nfields(type); i++)
		if (type_field(type, i) == key->obj)
			return i;
	for (int i = 0; i < type_nfields(type); i++)
		if (type_field(type, i)->name == key->name)
			return i;
	ICE(key->pos, "no field %s", key->name);
}

static void struct_elements(Builder *b, Node *n, Expr *e, Type *type)
{
	for (uint32_t i = 0; i < e->composite.elems.len; i++) {
		Expr *x = e->composite.elems.data[i];
		if (x->kind == EX_KEY_VALUE)
			vec_push(b->arena, n->list,
				 field_value(b, x->pos, type, field_index(type, x->key_value.key),
					     x->key_value.value));
		else
			vec_push(b->arena, n->list, field_value(b, x->pos, type, (int)i, x));
	}
	Pos last = b->at;
	for (uint32_t i = 0; i < n->list.len; i++) {
		Node *key = n->list.data[i];
		key->x = convert_element(b, e->composite.elems.data[i], key->x, key->type);
	}
	b->at = last;
}

static void map_elements(Builder *b, Node *n, Expr *e, Type *type)
{
	for (uint32_t i = 0; i < e->composite.elems.len; i++) {
		Expr *x = e->composite.elems.data[i];
		Node *key = ir_build_expr(b, x->key_value.key);
		Node *value = ir_build_expr(b, x->key_value.value);
		vec_push(b->arena, n->list, ir_binary(b->arena, OKEY, x->pos, NULL, key, value));
	}
	Pos last = b->at;
	for (uint32_t i = 0; i < n->list.len; i++) {
		const Expr *x = e->composite.elems.data[i];
		Node *pair = n->list.data[i];
		pair->x = convert_element(b, x, pair->x, type_key(type));
		pair->y = convert_element(b, x, pair->y, type_elem(type));
	}
	b->at = last;
}

Node *build_composite(Builder *b, Expr *e)
{
	Type *type = e->type;
	bool pointer = type_is_pointer(type); /* an elided &T */
	if (pointer)
		type = type_elem(type);
	Node *n = ir_node(b->arena, OSTRUCTLIT, e->pos, type);
	n->start = e->start;
	n->end = e->end;
	switch (type_kind(type)) {
	case T_ARRAY:
	case T_SLICE:
		n->op = type_kind(type) == T_ARRAY ? OARRAYLIT : OSLICELIT;
		array_elements(b, n, e, type_elem(type));
		break;
	case T_MAP:
		n->op = OMAPLIT;
		map_elements(b, n, e, type);
		break;
	default: struct_elements(b, n, e, type);
	}
	if (!pointer)
		return n;
	Node *p = ir_unary(b->arena, OPTRLIT, e->pos, e->type, n);
	p->start = e->start;
	p->end = e->end;
	return p;
}
