/*
 * append, copy, make, len and cap, and the operations on maps.
 */
#include "escape/escape.h"
#include "lower/private.h"

static Type *pointer_type(void)
{
	return type_basic[T_UNSAFE_POINTER];
}

static Node *part(Lower *l, Op op, Node *x)
{
	return lower_unary(l, op, op == OSPTR ? pointer_type() : type_basic[T_INT], x);
}

static Node *int_value(Lower *l, Node *n)
{
	Node *x = lower_expr(l, n);
	if (type_identical(x->type, type_basic[T_INT]))
		return x;
	return lower_unary(l, type_size(x->type) == 8 ? OCONVNOP : OCONV, type_basic[T_INT], x);
}

/* ---------------------------------------------------------------- append and copy */

/* Memory in the frame for what an append allocates (escape/append.c). */
typedef struct Room {
	Node *array, *used; /* a variable; bytes of it that are used */
	int64_t elements;   /* 0: none */
} Room;

static Node *room_array(Lower *l, Type *elem, int64_t elements)
{
	return lower_temp(l, type_array(elem, elements));
}

static Node *used_bytes(Lower *l)
{
	Node *used = lower_temp(l, type_basic[T_UINTPTR]);
	used->var->reassigned = true;
	lower_init(l, used, lower_uintptr(l, 0));
	return used;
}

void lower_declare_room(Lower *l, Var *v)
{
	if (!v->room)
		return;
	Room *room = map_get(&l->rooms, v);
	if (room) {
		lower_assign(l, room->used, lower_uintptr(l, 0));
		return;
	}
	room = NEW(l->arena, Room);
	*room = (Room){room_array(l, type_elem(v->type), v->room), used_bytes(l), v->room};
	map_set(&l->rooms, v, room);
}

static Room find_room(Lower *l, Node *n)
{
	Var *v = escape_append_owner(n);
	if (n->esc != ESC_STACK && n->esc != ESC_UNTIL_GROWS)
		return (Room){0};
	if (v && v->func == l->func)
		return *(Room *)map_get(&l->rooms, v);
	return (Room){room_array(l, type_elem(n->type), n->offset), used_bytes(l), n->offset};
}

static void grow_slice(Lower *l, Node *r, Node *new_length, Node *more, const Room *room)
{
	Type *elem = type_elem(r->type);
	Node *type = lower_type(l, elem);
	if (!room->elements) {
		lower_assign(l, r,
			     lower_call(l, "growslice", r->type, 5, type, part(l, OSPTR, r),
					new_length, part(l, OCAP, r), more));
		return;
	}
	lower_call2(l, "growsliceframe", r, room->used, 8, type, part(l, OSPTR, r), new_length,
		    part(l, OCAP, r), more, lower_pointer(l, room->array), room->used,
		    lower_uintptr(l, room->elements * type_size(elem)));
}

/* r becomes a slice of its old elements and `more` others, which are not set. */
static void extend(Lower *l, Node *r, Node *new_length, Node *more, const Room *room)
{
	Type *word = type_basic[T_UINTPTR];
	NodeList grow = {0}, fits = {0};
	NodeList *outer = lower_begin(l, &grow);
	grow_slice(l, r, new_length, more, room);
	lower_end(l, outer);
	outer = lower_begin(l, &fits);
	Node *h = lower_binary(l, OSLICEHEADER, r->type, part(l, OSPTR, r), new_length);
	h->z = part(l, OCAP, r);
	lower_assign(l, r, h);
	lower_end(l, outer);
	Node *cond = lower_binary(l, OGT, type_basic[T_BOOL], lower_cast(l, word, new_length),
				  lower_cast(l, word, part(l, OCAP, r)));
	lower_if(l, cond, grow, fits);
}

static void move_elements(Lower *l, Type *elem, Node *to, Node *from, Node *n)
{
	if (type_has_pointers(elem))
		lower_call(l, "typedslicecopy", type_basic[T_INT], 5, lower_type(l, elem), to, n,
			   from, n);
	else
		lower_call(l, "memmove", NULL, 3, to, from,
			   lower_binary(l, OMUL, type_basic[T_UINTPTR],
					lower_cast(l, type_basic[T_UINTPTR], n),
					lower_uintptr(l, type_size(elem))));
}

static Node *append_slice(Lower *l, Node *n)
{
	Room room = find_room(l, n);
	NodeList parts = {0};
	vec_push(l->arena, parts, n->list.data[0]);
	vec_push(l->arena, parts, n->list.data[1]);
	lower_exprs(l, &parts);
	Node *t = lower_stable(l, parts.data[1]);
	Node *r = lower_copy(l, lower_cast(l, n->type, parts.data[0]));
	r->var->reassigned = true;
	Node *more = lower_copy(l, t->op == ONIL ? lower_int(l, 0) : part(l, OLEN, t));
	Node *old = lower_copy(l, part(l, OLEN, r));
	Node *length = lower_copy(l, lower_binary(l, OADD, type_basic[T_INT], old, more));
	extend(l, r, length, more, &room);
	NodeList move = {0};
	NodeList *outer = lower_begin(l, &move);
	Node *tail = lower_unary(l, OSLICE, r->type, r);
	tail->y = old;
	tail->z = length;
	tail->flags |= NF_BOUNDED;
	if (t->op != ONIL)
		move_elements(l, type_elem(n->type), part(l, OSPTR, tail), part(l, OSPTR, t), more);
	lower_end(l, outer);
	if (move.len)
		lower_if(l, lower_binary(l, ONE, type_basic[T_BOOL], more, lower_int(l, 0)), move,
			 (NodeList){0});
	return r;
}

Node *lower_append(Lower *l, Node *n)
{
	if (n->flags & NF_DDD)
		return append_slice(l, n);
	Room room = find_room(l, n);
	NodeList parts = {0};
	for (uint32_t i = 0; i < n->list.len; i++)
		vec_push(l->arena, parts, n->list.data[i]);
	lower_exprs(l, &parts);
	if (parts.len == 1)
		return parts.data[0];
	for (uint32_t i = 1; i < parts.len; i++)
		parts.data[i] = lower_stable(l, parts.data[i]);
	Node *r = lower_copy(l, lower_cast(l, n->type, parts.data[0]));
	r->var->reassigned = true;
	Node *old = lower_copy(l, part(l, OLEN, r));
	Node *more = lower_int(l, parts.len - 1);
	extend(l, r, lower_copy(l, lower_binary(l, OADD, type_basic[T_INT], old, more)), more,
	       &room);
	for (uint32_t i = 1; i < parts.len; i++) {
		Node *index = lower_binary(l, OADD, type_basic[T_INT], old, lower_int(l, i - 1));
		lower_store(l, lower_element(l, r, index), parts.data[i]);
	}
	return r;
}

Node *lower_copy_builtin(Lower *l, Node *n)
{
	NodeList parts = {0};
	vec_push(l->arena, parts, n->x);
	vec_push(l->arena, parts, n->y);
	lower_exprs(l, &parts);
	Node *to = lower_stable(l, parts.data[0]), *from = lower_stable(l, parts.data[1]);
	Type *elem = type_elem(n->x->type), *in = type_basic[T_INT];
	if (to->op == ONIL || from->op == ONIL)
		return lower_int(l, 0);
	if (type_has_pointers(elem))
		return lower_call(l, "typedslicecopy", in, 5, lower_type(l, elem),
				  part(l, OSPTR, to), part(l, OLEN, to), part(l, OSPTR, from),
				  part(l, OLEN, from));
	return lower_call(l, "slicecopy", in, 5, part(l, OSPTR, to), part(l, OLEN, to),
			  part(l, OSPTR, from), part(l, OLEN, from),
			  lower_uintptr(l, type_size(elem)));
}

/* ---------------------------------------------------------------- make, len */

static Node *make_slice_on_stack(Lower *l, Node *n, int64_t capacity)
{
	Node *length = lower_stable(l, int_value(l, n->x));
	if (length->op != OLITERAL) {
		NodeList bad = {0};
		NodeList *outer = lower_begin(l, &bad);
		lower_call(l, "panicmakeslice", NULL, 1, length);
		lower_end(l, outer);
		Type *word = type_basic[T_UINTPTR];
		lower_if(l,
			 lower_binary(l, OGT, type_basic[T_BOOL], lower_cast(l, word, length),
				      lower_uintptr(l, capacity)),
			 bad, (NodeList){0});
	}
	Node *array = lower_temp(l, type_array(type_elem(n->type), capacity));
	lower_init(l, array, NULL);
	Node *h = lower_binary(l, OSLICEHEADER, n->type, lower_pointer(l, array), length);
	h->z = lower_int(l, capacity);
	return h;
}

/* In the frame where 0 <= length <= capacity <= n->offset; else the runtime makes it, or panics. */
static Node *make_slice_if_it_fits(Lower *l, Node *n, Node *length, Node *capacity)
{
	Type *word = type_basic[T_UINTPTR], *boolean = type_basic[T_BOOL];
	Node *array = lower_temp(l, type_array(type_elem(n->type), n->offset));
	Node *p = lower_temp(l, pointer_type());
	p->var->reassigned = true;
	NodeList fits = {0}, larger = {0};
	NodeList *outer = lower_begin(l, &fits);
	lower_init(l, array, NULL);
	lower_assign(l, p, lower_pointer(l, array));
	lower_end(l, outer);
	outer = lower_begin(l, &larger);
	lower_assign(l, p,
		     lower_call(l, "makeslice", pointer_type(), 3,
				lower_type(l, type_elem(n->type)), length, capacity));
	lower_end(l, outer);
	Node *small = lower_binary(l, OLE, boolean, lower_cast(l, word, capacity),
				   lower_uintptr(l, n->offset));
	if (n->y)
		small = lower_binary(l, OANDAND, boolean, small,
				     lower_binary(l, OLE, boolean, lower_cast(l, word, length),
						  lower_cast(l, word, capacity)));
	lower_if(l, small, fits, larger);
	Node *h = lower_binary(l, OSLICEHEADER, n->type, p, length);
	h->z = capacity;
	return h;
}

/* Length and capacity are constants. */
static Node *static_slice(Lower *l, Node *n, int64_t capacity)
{
	Node *p = lower_new(l, type_array(type_elem(n->type), capacity), ESC_STATIC);
	Node *h = lower_binary(l, OSLICEHEADER, n->type, lower_cast(l, pointer_type(), p),
			       lower_int(l, const_int64(n->x->value)));
	h->z = lower_int(l, capacity);
	return h;
}

static Node *make_slice(Lower *l, Node *n)
{
	Node *c = n->y ? n->y : n->x;
	if (n->esc == ESC_STACK && c->op == OLITERAL)
		return make_slice_on_stack(l, n, const_int64(c->value));
	if (n->esc == ESC_STATIC)
		return static_slice(l, n, const_int64(c->value));
	Node *length = lower_stable(l, int_value(l, n->x));
	Node *capacity = n->y ? lower_stable(l, int_value(l, n->y)) : length;
	if (n->esc == ESC_STACK || n->esc == ESC_UNTIL_GROWS)
		return make_slice_if_it_fits(l, n, length, capacity);
	Node *p = lower_call(l, "makeslice", pointer_type(), 3, lower_type(l, type_elem(n->type)),
			     length, capacity);
	Node *h = lower_binary(l, OSLICEHEADER, n->type, p, length);
	h->z = capacity;
	return h;
}

Node *lower_make(Lower *l, Node *n)
{
	if (n->op == OMAKESLICE)
		return make_slice(l, n);
	Node *size = n->x ? int_value(l, n->x) : lower_int(l, 0);
	return lower_call(l, n->op == OMAKEMAP ? "makemap" : "makechan", n->type, 2,
			  lower_type(l, n->type), size);
}

Node *lower_length(Lower *l, Node *n)
{
	Type *t = n->x->type;
	Node *x = lower_expr(l, n->x);
	switch (type_kind(t)) {
	case T_STRING:
		if (x->op == OLITERAL)
			return lower_int(l, str_len(x->value->s));
		return part(l, OLEN, x);
	case T_SLICE: return x->op == ONIL ? lower_int(l, 0) : part(l, n->op, x);
	case T_ARRAY: return lower_int(l, type_len(t));
	case T_POINTER: return lower_int(l, type_len(type_elem(t)));
	default: break;
	}
	/* Of a nil map or channel it is 0, else in the first word (a channel's capacity in the
	 * second). */
	x = lower_stable(l, x);
	Node *r = lower_copy(l, lower_int(l, 0));
	r->var->reassigned = true;
	NodeList then = {0};
	NodeList *outer = lower_begin(l, &then);
	Node *p = lower_cast(l, pointer_type(), x);
	lower_assign(l, r, lower_load(l, type_basic[T_INT], p, n->op == OCAP ? 8 : 0));
	lower_end(l, outer);
	lower_if(l, lower_binary(l, ONE, type_basic[T_BOOL], x, lower_nil(l, x->type)), then,
		 (NodeList){0});
	return r;
}

/* ---------------------------------------------------------------- maps */

/* larger keys and elements are behind pointers: only the general functions know */
enum { MAX_IN_PLACE = 128 };

/* "_fast32", "_fast64", "_faststr" or "" and the type of the key argument. */
static const char *variant(Type *map, Type **key)
{
	Type *k = type_key(map);
	*key = NULL;
	if (type_size(type_elem(map)) > MAX_IN_PLACE)
		return "";
	if (type_is_string(k)) {
		*key = type_basic[T_STRING];
		return "_faststr";
	}
	if (type_is_integer(k) && type_size(k) == 4) {
		*key = type_basic[T_UINT32];
		return "_fast32";
	}
	if (type_is_integer(k) && type_size(k) == 8) {
		*key = type_basic[T_UINT64];
		return "_fast64";
	}
	return "";
}

bool lower_map_key_is_word(Type *map)
{
	Type *key;
	return *variant(map, &key) != 0;
}

static const char *map_function(Lower *l, const char *name, Type *map, Node **key)
{
	Type *type;
	const char *suffix = variant(map, &type);
	*key = type ? lower_cast(l, type, *key) : lower_pointer(l, lower_copy(l, *key));
	return arena_printf(l->arena, "%s%s", name, suffix);
}

Node *lower_map_index(Lower *l, Node *n, Node *ok)
{
	NodeList parts = {0};
	vec_push(l->arena, parts, n->x);
	vec_push(l->arena, parts, n->y);
	lower_exprs(l, &parts);
	Node *key = parts.data[1], *type = lower_type(l, n->x->type);
	const char *name = map_function(l, ok ? "mapaccess2" : "mapaccess1", n->x->type, &key);
	if (!ok)
		return lower_call(l, name, pointer_type(), 3, type, parts.data[0], key);
	Node *p = lower_temp(l, pointer_type());
	lower_call2(l, name, p, ok, 3, type, parts.data[0], key);
	return p;
}

Node *lower_map_assign(Lower *l, Node *m, Node *key, Type *map)
{
	const char *name = map_function(l, "mapassign", map, &key);
	return lower_call(l, name, pointer_type(), 3, lower_type(l, map), m, key);
}

void lower_map_delete(Lower *l, Node *n)
{
	NodeList parts = {0};
	vec_push(l->arena, parts, n->list.data[0]);
	vec_push(l->arena, parts, n->list.data[1]);
	Type *map = n->list.data[0]->type;
	lower_exprs(l, &parts);
	Node *key = parts.data[1];
	const char *name = map_function(l, "mapdelete", map, &key);
	lower_call(l, name, NULL, 3, lower_type(l, map), parts.data[0], key);
}
