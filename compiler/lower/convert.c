/*
 * Conversions: numbers, strings, interfaces; type assertions; concatenation.
 */
#include "lower/private.h"

/* bytes (or runes) of a stack buffer for a result that does not escape */
enum { STRING_BUFFER = 32 };

static Type *pointer_type(void)
{
	return type_basic[T_UNSAFE_POINTER];
}

/* A buffer in the frame for a result that does not outlive it, else nil. */
static Node *buffer(Lower *l, const Node *n, Type *elem, int64_t length)
{
	if (n->esc != ESC_STACK && n->esc != ESC_UNTIL_GROWS)
		return lower_nil(l, pointer_type());
	Node *t = lower_temp(l, type_array(elem, length));
	return lower_pointer(l, t);
}

/* ---------------------------------------------------------------- strings */

/* The bytes of a constant: an array of just that size, copied from the string's data. */
static Node *constant_bytes(Lower *l, Node *n, Str text)
{
	int64_t length = str_len(text);
	Type *array = type_array(type_elem(n->type), length);
	bool stack = n->esc == ESC_STACK || n->esc == ESC_UNTIL_GROWS;
	uint8_t esc = stack ? ESC_STACK : n->esc == ESC_STATIC ? ESC_STATIC : ESC_HEAP;
	Node *p = lower_stable(l, lower_new(l, array, esc));
	if (length) {
		Node *from = lower_cast(l, p->type,
					lower_symbol(l, ir_string_data(l->package, text)->symbol));
		Node *to = lower_unary(l, ODEREF, array, p);
		Node *contents = lower_unary(l, ODEREF, array, from);
		to->flags |= NF_NONNIL;
		contents->flags |= NF_NONNIL;
		lower_init(l, to, contents);
	}
	Node *h = lower_binary(l, OSLICEHEADER, n->type, lower_cast(l, pointer_type(), p),
			       lower_int(l, length));
	h->z = lower_int(l, length);
	return h;
}

static Node *string_conversion(Lower *l, Node *n)
{
	if (n->op == OSTR2BYTES && n->x->op == OLITERAL)
		return constant_bytes(l, n, n->x->value->s);
	Type *byte = type_basic[T_UINT8], *rune = type_basic[T_INT32];
	Node *x = lower_expr(l, n->x);
	switch (n->op) {
	case OBYTES2STR:
		x = lower_stable(l, x);
		return lower_call(l, "slicebytetostring", n->type, 3,
				  buffer(l, n, byte, STRING_BUFFER),
				  lower_unary(l, OSPTR, pointer_type(), x),
				  lower_unary(l, OLEN, type_basic[T_INT], x));
	case ORUNES2STR:
		return lower_call(l, "slicerunetostring", n->type, 2,
				  buffer(l, n, byte, STRING_BUFFER), x);
	case ORUNESTR:
		x = lower_unary(l, type_size(x->type) == 8 ? OCONVNOP : OCONV, type_basic[T_INT64],
				x);
		return lower_call(l, "intstring", n->type, 2, buffer(l, n, byte, 4), x);
	case OSTR2BYTES:
		return lower_call(l, "stringtoslicebyte", n->type, 2,
				  buffer(l, n, byte, STRING_BUFFER), x);
	default:
		return lower_call(l, "stringtoslicerune", n->type, 2,
				  buffer(l, n, rune, STRING_BUFFER), x);
	}
}

Node *lower_concat_parts(Lower *l, Type *type, Node *buf, const NodeList *parts)
{
	if (parts->len <= 5) {
		Node *args[6] = {buf};
		memcpy(args + 1, parts->data, parts->len * sizeof *args);
		const char *name = arena_printf(l->arena, "concatstring%u", parts->len);
		return lower_call_func(l, ir_runtime_func(name), type, (int)parts->len + 1, args);
	}
	Node *array = lower_temp(l, type_array(type, parts->len));
	for (uint32_t i = 0; i < parts->len; i++)
		lower_init(l, lower_element(l, array, lower_int(l, i)), parts->data[i]);
	Node *list = lower_binary(l, OSLICEHEADER, type_slice(type_basic[T_STRING]),
				  lower_pointer(l, array), lower_int(l, parts->len));
	list->z = lower_int(l, parts->len);
	return lower_call(l, "concatstrings", type, 2, buf, list);
}

Node *lower_concat(Lower *l, Node *n)
{
	NodeList parts = {0};
	for (uint32_t i = 0; i < n->list.len; i++)
		vec_push(l->arena, parts, n->list.data[i]);
	lower_exprs(l, &parts);
	Node *buf = buffer(l, n, type_basic[T_UINT8], STRING_BUFFER);
	return lower_concat_parts(l, n->type, buf, &parts);
}

/* ---------------------------------------------------------------- to an interface */

/* A constant lives in read-only memory. */
static Node *static_value(Lower *l, Node *x)
{
	IrPackage *p = l->package;
	IrData *d = ir_data(p, str_printf("%s..stmp_%u", p->path, p->stmp++));
	d->defined = d->read_only = true;
	d->size = type_size(x->type);
	d->align = (uint32_t)type_align(x->type);
	Const *c = x->value;
	if (type_is_string(x->type)) {
		if (str_len(c->s))
			ir_data_reloc(p, d, 0, 8, ir_string_data(p, c->s)->symbol, 0);
		ir_data_int(p, d, 8, 8, str_len(c->s));
	} else if (type_is_complex(x->type)) {
		int half = (int)d->size / 2;
		Type *part = type_basic[half == 8 ? T_FLOAT64 : T_FLOAT32];
		ir_data_int(p, d, 0, half, const_bits(const_real(c), part));
		ir_data_int(p, d, half, half, const_bits(const_imag(c), part));
	} else {
		ir_data_int(p, d, 0, (int)d->size, const_bits(c, x->type));
	}
	return lower_symbol(l, d->symbol);
}

/* A value of one word without pointers, as an integer of its size. */
static Node *as_integer(Lower *l, Node *x, Type *integer)
{
	Type *t = x->type;
	if (type_is_integer(t))
		return lower_cast(l, integer, x);
	if (!lower_is_place(x))
		x = lower_copy(l, x);
	Node *n = lower_unary(l, ODEREF, integer,
			      lower_cast(l, type_pointer(integer), lower_address(l, x)));
	n->flags |= NF_NONNIL;
	return n;
}

static Node *small_value(Lower *l, Node *x)
{
	int64_t size = type_size(x->type);
	Type *word = type_basic[size == 2 ? T_UINT16 : size == 4 ? T_UINT32 : T_UINT64];
	const char *name = size == 2 ? "convT16" : size == 4 ? "convT32" : "convT64";
	return lower_call(l, name, pointer_type(), 1, as_integer(l, x, word));
}

/* A byte or boolean is in the table of small integers. */
static Node *byte_value(Lower *l, Node *x)
{
	Type *byte = type_basic[T_UINT8], *word = type_basic[T_UINTPTR];
	Node *b = lower_unary(l, OCONV, word,
			      type_is_integer(x->type) ? lower_cast(l, byte, x)
						       : as_integer(l, x, byte));
	Node *table = ir_runtime_var("staticuint64s")->node;
	return lower_pointer(l, lower_element(l, table, b));
}

static Node *boxed(Lower *l, Node *x, uint8_t esc)
{
	Type *t = x->type;
	int64_t size = type_size(t);
	if (size == 0) {
		/* Only for its nil check. */
		if (x->op == ODEREF || x->op == ODOTPTR)
			lower_assign(l, ir_blank(l->arena, l->pos), x);
		return lower_cast(l, pointer_type(),
				  lower_address(l, ir_runtime_var("zeroVal")->node));
	}
	if (x->op == OLITERAL)
		return static_value(l, x);
	if (esc == ESC_STACK && size <= 1024) {
		Node *copy = lower_copy(l, x);
		return lower_pointer(l, copy);
	}
	if (size == 1 && (type_is_integer(t) || type_is_boolean(t)))
		return byte_value(l, x);
	if (esc == ESC_STATIC) {
		Node *p = lower_new(l, t, esc), *place = lower_unary(l, ODEREF, t, p);
		place->flags |= NF_NONNIL;
		lower_init(l, place, x);
		return lower_cast(l, pointer_type(), p);
	}
	bool aligned = type_align(t) == size;
	if ((size == 2 || size == 4 || size == 8) && aligned && !type_has_pointers(t))
		return small_value(l, x);
	if (type_kind(t) == T_STRING)
		return lower_call(l, "convTstring", pointer_type(), 1, x);
	if (type_kind(t) == T_SLICE)
		return lower_call(l, "convTslice", pointer_type(), 1,
				  lower_cast(l, type_slice(type_basic[T_UINT8]), x));
	if (!lower_is_place(x))
		x = lower_copy(l, x);
	return lower_call(l, "convT", pointer_type(), 2, lower_type(l, t), lower_pointer(l, x));
}

/* The single pointer in a value that is stored directly. */
static Node *direct_word(Lower *l, Node *x)
{
	switch (type_kind(x->type)) {
	case T_STRUCT:
		for (int i = 0; i < type_nfields(x->type); i++)
			if (type_size(type_field(x->type, i)->type))
				return direct_word(l, lower_field(l, x, i));
		break;
	case T_ARRAY: return direct_word(l, lower_element(l, x, lower_int(l, 0)));
	default: break;
	}
	return lower_cast(l, pointer_type(), x);
}

Node *lower_to_interface(Lower *l, Type *iface, Node *x, uint8_t esc)
{
	Type *t = x->type;
	Node *word = type_is_empty_interface(iface)
			     ? lower_type(l, t)
			     : lower_symbol(l, ir_itab_symbol(l->package, iface, t));
	Node *data =
		type_is_direct_iface(t) ? direct_word(l, lower_stable(l, x)) : boxed(l, x, esc);
	return lower_binary(l, OIFACE, iface, word, data);
}

/* ---------------------------------------------------------------- between interfaces */

Node *lower_type_word(Lower *l, Node *iface, Type *type)
{
	Node *word = lower_unary(l, OITAB, pointer_type(), iface);
	if (type_is_empty_interface(type))
		return word;
	/* itab: {inter, type, ...} */
	word = lower_copy(l, word);
	word->var->reassigned = true;
	NodeList then = {0};
	NodeList *outer = lower_begin(l, &then);
	lower_assign(l, word, lower_load(l, pointer_type(), word, 8));
	lower_end(l, outer);
	lower_if(l, lower_binary(l, ONE, type_basic[T_BOOL], word, lower_nil(l, pointer_type())),
		 then, (NodeList){0});
	return word;
}

static Node *interface_to_interface(Lower *l, Type *to, Node *x)
{
	if (x->op == ONIL)
		return lower_nil(l, to);
	x = lower_stable(l, x);
	Node *data = lower_unary(l, OIDATA, pointer_type(), x);
	Node *word;
	if (type_is_empty_interface(to))
		word = lower_type_word(l, x, x->type);
	else
		word = lower_call(l, "convI2I", pointer_type(), 2, lower_type(l, to),
				  lower_unary(l, OITAB, pointer_type(), x));
	return lower_binary(l, OIFACE, to, word, data);
}

static Node *to_interface(Lower *l, Node *n)
{
	Node *x = lower_expr(l, n->x);
	Type *from = n->x->type;
	if (!type_is_interface(from))
		return lower_to_interface(l, n->type, x, n->esc);
	if (type_identical(type_under(from), type_under(n->type)))
		return lower_cast(l, n->type, x);
	return interface_to_interface(l, n->type, x);
}

/* ---------------------------------------------------------------- type assertions */

/* Itabs of one pair of types may be several; their types are one. */
Node *lower_type_matches(Lower *l, Node *iface, Type *type)
{
	return lower_binary(l, OEQ, type_basic[T_BOOL], lower_type_word(l, iface, iface->type),
			    lower_type(l, type));
}

/* A value of a type that is stored directly, from its single pointer. */
static Node *from_direct_word(Lower *l, Type *type, Node *word)
{
	if (type_kind(type) != T_STRUCT && type_kind(type) != T_ARRAY)
		return lower_cast(l, type, word);
	Node *t = lower_copy(l, word);
	Node *n = lower_unary(l, ODEREF, type,
			      lower_cast(l, type_pointer(type), lower_address(l, t)));
	n->flags |= NF_NONNIL;
	return n;
}

Node *lower_unpack(Lower *l, Node *iface, Type *type)
{
	Node *data = lower_unary(l, OIDATA, pointer_type(), iface);
	if (type_is_direct_iface(type))
		return from_direct_word(l, type, data);
	if (type_size(type) == 0)
		return lower_copy(l, lower_load(l, type, data, 0));
	return lower_load(l, type, data, 0);
}

static void panic_wrong_type(Lower *l, Node *x, Type *type)
{
	Node *want = lower_type(l, type), *iface = lower_type(l, x->type);
	Node *have = lower_unary(l, OITAB, pointer_type(), x);
	lower_call(l, type_is_empty_interface(x->type) ? "panicdottypeE" : "panicdottypeI", NULL, 3,
		   have, want, iface);
}

static Node *assert_concrete(Lower *l, Node *x, Type *type)
{
	NodeList bad = {0};
	NodeList *outer = lower_begin(l, &bad);
	panic_wrong_type(l, x, type);
	lower_end(l, outer);
	Node *cond = lower_unary(l, ONOT, type_basic[T_BOOL], lower_type_matches(l, x, type));
	lower_if(l, cond, bad, (NodeList){0});
	return lower_copy(l, lower_unpack(l, x, type));
}

/* To an empty interface: only nil fails. */
static Node *assert_not_nil(Lower *l, Node *x, Type *type)
{
	Node *word = lower_stable(l, lower_type_word(l, x, x->type));
	NodeList bad = {0};
	NodeList *outer = lower_begin(l, &bad);
	lower_call(l, "panicnildottype", NULL, 1, lower_type(l, type));
	lower_end(l, outer);
	lower_if(l, lower_binary(l, OEQ, type_basic[T_BOOL], word, lower_nil(l, pointer_type())),
		 bad, (NodeList){0});
	return lower_binary(l, OIFACE, type, word, lower_unary(l, OIDATA, pointer_type(), x));
}

Node *lower_assertion(Lower *l, Node *n)
{
	Node *x = lower_stable(l, lower_expr(l, n->x));
	if (!type_is_interface(n->type))
		return assert_concrete(l, x, n->type);
	if (type_is_empty_interface(n->type))
		return assert_not_nil(l, x, n->type);
	Node *tab = lower_call(l, "assertE2I", pointer_type(), 2, lower_type(l, n->type),
			       lower_type_word(l, x, x->type));
	return lower_binary(l, OIFACE, n->type, tab, lower_unary(l, OIDATA, pointer_type(), x));
}

static void assert_interface2(Lower *l, Node *x, Type *type, Node *value, Node *ok)
{
	Node *word = lower_type_word(l, x, x->type);
	if (!type_is_empty_interface(type))
		word = lower_call(l, "assertE2I2", pointer_type(), 2, lower_type(l, type), word);
	word = lower_stable(l, word);
	Node *found = lower_binary(l, ONE, type_basic[T_BOOL], word, lower_nil(l, pointer_type()));
	if (ok)
		lower_assign(l, ok, found);
	if (!value)
		return;
	lower_assign(l, value, NULL);
	NodeList then = {0};
	NodeList *outer = lower_begin(l, &then);
	lower_assign(
		l, value,
		lower_binary(l, OIFACE, type, word, lower_unary(l, OIDATA, pointer_type(), x)));
	lower_end(l, outer);
	lower_if(l, lower_binary(l, ONE, type_basic[T_BOOL], word, lower_nil(l, pointer_type())),
		 then, (NodeList){0});
}

void lower_assertion2(Lower *l, Node *n, Node *value, Node *ok)
{
	Node *x = lower_stable(l, lower_expr(l, n->x));
	if (type_is_interface(n->type)) {
		assert_interface2(l, x, n->type, value, ok);
		return;
	}
	Node *matches = lower_stable(l, lower_type_matches(l, x, n->type));
	if (ok)
		lower_assign(l, ok, matches);
	if (!value)
		return;
	NodeList then = {0}, els = {0};
	NodeList *outer = lower_begin(l, &then);
	lower_assign(l, value, lower_unpack(l, x, n->type));
	lower_end(l, outer);
	outer = lower_begin(l, &els);
	lower_assign(l, value, NULL);
	lower_end(l, outer);
	lower_if(l, matches, then, els);
}

/* ---------------------------------------------------------------- all */

static Node *complex_conversion(Lower *l, Type *to, Node *x)
{
	x = lower_stable(l, x);
	Type *from_part = type_basic[type_size(x->type) == 16 ? T_FLOAT64 : T_FLOAT32];
	Type *to_part = type_basic[type_size(to) == 16 ? T_FLOAT64 : T_FLOAT32];
	Node *re = lower_unary(l, OCONV, to_part, lower_unary(l, OREAL, from_part, x));
	Node *im = lower_unary(l, OCONV, to_part, lower_unary(l, OIMAG, from_part, x));
	return lower_binary(l, OCOMPLEX, to, re, im);
}

/* unsafe.Pointer(v.Pointer()), as package unsafe allows: the collector must see the pointer before
 * anything else runs. */
static bool is_integer_from_call(const Node *n)
{
	return type_kind(n->type) == T_UNSAFE_POINTER && type_kind(n->x->type) == T_UINTPTR &&
	       (ir_is_call(n->x) || n->x->op == OINLCALL);
}

Node *lower_conversion(Lower *l, Node *n)
{
	if (n->op == OCONVNOP && is_integer_from_call(n))
		return lower_copy(l, lower_cast(l, n->type, lower_expr(l, n->x)));
	switch (n->op) {
	case OCONVIFACE: return to_interface(l, n);
	case OCONVNOP: return lower_cast(l, n->type, lower_expr(l, n->x));
	case OCONV: {
		Node *x = lower_expr(l, n->x);
		if (type_kind(n->type) == type_kind(x->type))
			return lower_cast(l, n->type, x);
		if (type_is_complex(n->type))
			return complex_conversion(l, n->type, x);
		return lower_unary(l, OCONV, n->type, x);
	}
	default: return string_conversion(l, n);
	}
}
