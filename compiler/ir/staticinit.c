/*
 * Static initialisation: what the initialiser of a package variable makes of constants, addresses
 * and literals of them becomes contents of data symbols, and only the rest stays code in PKG.init.
 *
 * A literal is laid out part by part; a part that must be computed becomes an assignment to that
 * part. Memory that a literal needs beside the variable (what &T{} points to, a slice's array, a
 * boxed value) is a variable of its own, PKG..stmp_N. This happens between inlining and escape
 * analysis, as in gc: what became static is not analysed.
 */
#include "ir/ir.h"

typedef struct StaticInit {
	IrPackage *package;
	Arena *arena;
	NodeList *out; /* statements that remain */
} StaticInit;

/* A place in static data, also as something to assign to. */
typedef struct Place {
	IrData *data;
	int64_t offset;
	Node *left;
} Place;

static void store(StaticInit *s, Place at, Node *value);

/* ---------------------------------------------------------------- data of variables */

static IrData *define_global(IrPackage *p, Var *v)
{
	IrData *d = ir_data(p, v->symbol);
	if (d->defined)
		return d;
	d->defined = true;
	d->type = v->type;
	d->size = type_size(v->type);
	d->align = (uint32_t)type_align(v->type);
	d->has_pointers = type_has_pointers(v->type);
	if (d->has_pointers)
		ir_type_symbol(p, v->type); /* the collector's root entry names it */
	return d;
}

static Place new_data(StaticInit *s, Pos pos, Str name, Type *type)
{
	IrPackage *p = s->package;
	Var *v = ir_var(s->arena, NULL, VAR_GLOBAL, pos, name, type);
	v->symbol = str_printf("%s%s", p->path, v->name);
	v->is_temp = true;
	return (Place){define_global(p, v), 0, v->node};
}

static Place temporary(StaticInit *s, Pos pos, Type *type)
{
	return new_data(s, pos, str_printf("..stmp_%u", s->package->stmp++), type);
}

/* ---------------------------------------------------------------- what is static */

/* The symbol and offset that an address expression denotes; false when it is not known before the
 * program runs. */
static bool static_address(const Node *n, Str *symbol, int64_t *offset)
{
	int64_t add = 0;
	for (;;) {
		if (n->op == ODOT) {
			add += n->offset;
			n = n->x;
		} else if (n->op == OINDEX && type_kind(n->x->type) == T_ARRAY &&
			   n->y->op == OLITERAL) {
			add += const_int64(n->y->value) * type_size(n->type);
			n = n->x;
		} else {
			break;
		}
	}
	if (n->op != ONAME || n->var->class != VAR_GLOBAL)
		return false;
	*symbol = n->var->symbol;
	*offset = add;
	return true;
}

/* What a conversion to an interface, perhaps by way of others, converts. */
static Node *boxed_value(const Node *n)
{
	Node *x = n->x;
	while (x->op == OCONVIFACE)
		x = x->x;
	return x;
}

static bool is_static(Node *n);

static bool all_static(const NodeList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		if (!is_static(list->data[i]))
			return false;
	return true;
}

/* Does the whole value need no code? */
static bool is_static(Node *n)
{
	Str symbol;
	int64_t offset;
	switch (n->op) {
	case OLITERAL:
	case ONIL:
	case OFUNCNAME:
	case OMETHEXPR: return true;
	case OCLOSURE: return n->func->closure_vars.len == 0;
	case OADDR: return static_address(n->x, &symbol, &offset);
	case OCONVNOP:
	case OPTRLIT:
	case OSTRUCTKEY: return is_static(n->x);
	case OKEY: return is_static(n->y);
	case OSTR2BYTES: return n->x->op == OLITERAL;
	case OCONVIFACE:
		n = boxed_value(n);
		if (type_is_interface(n->type) || !is_static(n))
			return false;
		return !type_is_direct_iface(n->type) ||
		       (n->op != OSTRUCTLIT && n->op != OARRAYLIT);
	case OARRAYLIT:
	case OSLICELIT:
	case OSTRUCTLIT: return n->init.len == 0 && all_static(&n->list);
	default: return false;
	}
}

/* Has the value a frame that is static: the parts of a literal, the words of an interface? */
static bool is_composite(const Node *n)
{
	return n->init.len == 0 &&
	       (n->op == OARRAYLIT || n->op == OSTRUCTLIT || n->op == OSLICELIT ||
		n->op == OPTRLIT ||
		(n->op == OCONVIFACE && !type_is_interface(boxed_value(n)->type)));
}

/* ---------------------------------------------------------------- storing */

static void store_pointer(StaticInit *s, Place at, Str symbol, int64_t addend)
{
	ir_data_reloc(s->package, at.data, at.offset, 8, symbol, addend);
}

static void store_literal(StaticInit *s, Place at, Node *n)
{
	IrPackage *p = s->package;
	Type *t = n->type;
	Const *c = n->value;
	if (type_is_string(t)) {
		if (!str_len(c->s))
			return;
		store_pointer(s, at, ir_string_data(p, c->s)->symbol, 0);
		ir_data_int(p, at.data, at.offset + 8, 8, str_len(c->s));
	} else if (type_is_complex(t)) {
		bool wide = type_size(t) == 16;
		Type *part = type_basic[wide ? T_FLOAT64 : T_FLOAT32];
		int half = wide ? 8 : 4;
		ir_data_int(p, at.data, at.offset, half, const_bits(const_real(c), part));
		ir_data_int(p, at.data, at.offset + half, half, const_bits(const_imag(c), part));
	} else {
		ir_data_int(p, at.data, at.offset, (int)type_size(t), const_bits(c, t));
	}
}

static Place element_place(StaticInit *s, Place at, int64_t index, Type *elem, Pos pos)
{
	Node *left = ir_binary(s->arena, OINDEX, pos, elem, ir_copy(s->arena, at.left, NULL),
			       ir_int(s->arena, pos, type_basic[T_INT], index));
	left->flags |= NF_BOUNDED;
	return (Place){at.data, at.offset + index * type_size(elem), left};
}

static void store_elements(StaticInit *s, Place at, Node *n, Type *elem)
{
	int64_t index = 0;
	for (uint32_t i = 0; i < n->list.len; i++, index++) {
		Node *e = n->list.data[i];
		if (e->op == OKEY) {
			index = const_int64(e->x->value);
			e = e->y;
		}
		store(s, element_place(s, at, index, elem, e->pos), e);
	}
}

static void store_fields(StaticInit *s, Place at, Node *n)
{
	for (uint32_t i = 0; i < n->list.len; i++) {
		Node *e = n->list.data[i];
		if (e->field->name == STR("_") && is_static(e->x))
			continue;
		Node *left = ir_field(s->arena, e->pos, ir_copy(s->arena, at.left, NULL), e->index);
		store(s, (Place){at.data, at.offset + e->offset, left}, e->x);
	}
}

static void store_slice(StaticInit *s, Place at, int64_t length, Place array)
{
	store_pointer(s, at, array.data->symbol, 0);
	ir_data_int(s->package, at.data, at.offset + 8, 8, (uint64_t)length);
	ir_data_int(s->package, at.data, at.offset + 16, 8, (uint64_t)length);
}

static void store_slice_literal(StaticInit *s, Place at, Node *n)
{
	Type *elem = type_elem(n->type);
	Place array = temporary(s, n->pos, type_array(elem, n->offset));
	store_slice(s, at, n->offset, array);
	store_elements(s, array, n, elem);
}

static void store_bytes(StaticInit *s, Place at, Node *n)
{
	Str text = n->x->value->s;
	Place array = new_data(s, n->pos, str_printf("..bytes_%u", s->package->static_bytes++),
			       type_array(type_elem(n->type), str_len(text)));
	if (str_len(text))
		ir_data_bytes(s->package, array.data, 0, text, str_len(text));
	store_slice(s, at, str_len(text), array);
}

static void assign(StaticInit *s, Place at, Node *value)
{
	Node *as = ir_assign(s->arena, value->pos, at.left, value);
	as->flags |= NF_STATIC;
	as->offset = at.offset;
	vec_push(s->arena, *s->out, as);
}

static void store_interface(StaticInit *s, Place at, Node *n)
{
	Node *x = boxed_value(n);
	Type *concrete = x->type;
	vec_push(s->arena, s->package->static_types, concrete);
	bool empty = type_is_empty_interface(n->type);
	store_pointer(s, at,
		      empty ? ir_type_symbol(s->package, concrete)
			    : ir_itab_symbol(s->package, n->type, concrete),
		      0);
	Place word = {at.data, at.offset + 8, NULL};
	if (type_is_direct_iface(concrete)) {
		bool literal = x->op == OSTRUCTLIT || x->op == OARRAYLIT;
		if (x->op == OPTRLIT || (is_static(x) && !literal))
			store(s, word, x);
		else
			assign(s, at, n);
		return;
	}
	Place boxed = temporary(s, n->pos, concrete);
	if (is_static(x)) {
		boxed.data->read_only = true;
		boxed.data->has_pointers = false;
	}
	store(s, boxed, x);
	store_pointer(s, word, boxed.data->symbol, 0);
}

static void store(StaticInit *s, Place at, Node *n)
{
	Str symbol;
	int64_t offset;
	switch (n->op) {
	case OARRAYLIT: store_elements(s, at, n, type_elem(n->type)); return;
	case OSTRUCTLIT: store_fields(s, at, n); return;
	case OSLICELIT: store_slice_literal(s, at, n); return;
	case OPTRLIT: {
		Place pointee = temporary(s, n->pos, n->x->type);
		store_pointer(s, at, pointee.data->symbol, 0);
		store(s, pointee, n->x);
		return;
	}
	default: break;
	}
	if (!is_static(n) && !is_composite(n)) {
		assign(s, at, n);
		return;
	}
	switch (n->op) {
	case OLITERAL: store_literal(s, at, n); break;
	case ONIL: break;
	case OFUNCNAME:
	case OMETHEXPR:
	case OCLOSURE:
		vec_push(s->arena, s->package->static_funcs, n);
		store_pointer(s, at, ir_func_value(s->package, n->func)->symbol, 0);
		break;
	case OADDR:
		static_address(n->x, &symbol, &offset);
		store_pointer(s, at, symbol, offset);
		break;
	case OCONVNOP: store(s, at, n->x); break;
	case OSTR2BYTES: store_bytes(s, at, n); break;
	case OCONVIFACE: store_interface(s, at, n); break;
	default: ICE(n->pos, "static value of kind %s", ir_op_name[n->op]);
	}
}

/* ---------------------------------------------------------------- statements */

bool ir_check_size(const Var *v)
{
	int64_t size = type_size(v->type);
	if (size <= MAX_SYMBOL)
		return true;
	diag_error(v->pos, "%s: symbol too large (%lld bytes > %d bytes)", v->symbol,
		   (long long)size, MAX_SYMBOL);
	return false;
}

static void init_statement(StaticInit *s, Node *n)
{
	bool global = n->op == OAS && n->init.len == 0 && n->x->op == ONAME &&
		      n->x->var->class == VAR_GLOBAL;
	bool blank = n->op == OAS && ir_is_blank(n->x);
	if (blank && n->y && is_static(n->y))
		return;
	if (!global || (n->y && !is_composite(n->y) && !is_static(n->y))) {
		vec_push(s->arena, *s->out, n);
		return;
	}
	if (n->y && ir_check_size(n->x->var))
		store(s, (Place){define_global(s->package, n->x->var), 0, n->x}, n->y);
}

/* A variable that go:linkname takes from another package. */
static bool is_elsewhere(const Var *v)
{
	bool initialised = v->obj->init && v->obj->init->rhs;
	return !initialised && strcmp(v->symbol, obj_link_name(v->obj)) != 0;
}

IrData *ir_static_data(IrPackage *p, Node *n)
{
	StaticInit s = {p, p->arena, NULL};
	ASSERT(is_static(n));
	Place place = temporary(&s, n->pos, n->type);
	place.data->read_only = true;
	place.data->has_pointers = false;
	store(&s, place, n);
	return place.data;
}

void ir_set_string(IrPackage *p, const char *name, const char *value)
{
	Obj *o = scope_lookup(p->package->scope, str_intern(name));
	if (!o || o->kind != O_VAR)
		return;
	Var *v = ir_var_of(o);
	IrData *d = ir_data(p, v->symbol);
	if (type_canonical(o->type) != type_basic[T_STRING]) {
		diag_error(NO_POS, "%s: cannot set with -X: not a var of type string (type.%s)",
			   obj_link_name(o), type_link_string(o->type));
		return;
	}
	if (!d->defined)
		return;
	Str text = str_intern(value);
	d->bytes = NULL;
	d->relocs.len = 0;
	if (!str_len(text))
		return;
	ir_data_reloc(p, d, 0, 8, ir_string_data(p, text)->symbol, 0);
	ir_data_int(p, d, 8, 8, (uint64_t)str_len(text));
}

void ir_static_init(IrPackage *p)
{
	for (uint32_t i = 0; i < p->globals.len; i++)
		if (!is_elsewhere(p->globals.data[i]))
			define_global(p, p->globals.data[i]);
	if (!p->init)
		return;
	NodeList body = p->init->body;
	p->init->body = (NodeList){0};
	p->init->summarized = false;
	StaticInit s = {p, p->arena, &p->init->body};
	for (uint32_t i = 0; i < body.len; i++)
		init_statement(&s, body.data[i]);
}
