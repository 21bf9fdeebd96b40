/*
 * Type descriptors and itabs: the data behind the symbols that ir_type_symbol and ir_itab_symbol
 * gave out.
 *
 * runtime/include/type.h describes the layout. Descriptors are shared data: weak, one in a program.
 * A defined type's descriptor, and that of the pointer to it, belong to the package that defines
 * the type: an imported package makes them all, since importers only refer to them; the package of
 * the command line makes those that are asked for. All other types' descriptors are made wherever
 * they are referred to.
 *
 * A descriptor asks for others (elements, fields, signatures of methods) and for the wrappers of
 * methods, so this is a work list: type_refs and itab_refs grow while they are walked.
 */
#include "lower/lower.h"

/* The runtime's names for the layout; its Type is not the compiler's. */
#define Type RuntimeType
#include "type.h"
#undef Type

typedef struct Descriptor {
	IrPackage *package;
	IrData *d;
	int64_t end; /* where the next variable part goes */
} Descriptor;

enum { MAX_SLOT = 128 /* bytes: larger keys and elements of maps are kept elsewhere */ };

/* ---------------------------------------------------------------- pieces of data */

static Str hashed(const char *prefix, const void *bytes, size_t n)
{
	return str_printf("%s%016llx%016llx", prefix, (unsigned long long)hash_bytes(bytes, n, 1),
			  (unsigned long long)hash_bytes(bytes, n, 2));
}

static IrData *shared_data(IrPackage *p, Str symbol, int64_t size, uint32_t align)
{
	IrData *d = ir_data(p, symbol);
	if (d->defined)
		return NULL;
	d->defined = d->shared = d->read_only = true;
	d->size = size;
	d->align = align;
	return d;
}

static void put(Descriptor *t, int64_t offset, int size, uint64_t value)
{
	ir_data_int(t->package, t->d, offset, size, value);
}

static void refer(Descriptor *t, int64_t offset, int size, Str symbol)
{
	ir_data_reloc(t->package, t->d, offset, size, symbol, 0);
}

static void refer_type(Descriptor *t, int64_t offset, int size, Type *type)
{
	refer(t, offset, size, ir_type_symbol(t->package, type));
}

static void put_varint(Buf *b, size_t n)
{
	for (; n >= 0x80; n >>= 7)
		buf_putc(b, (char)(n | 0x80));
	buf_putc(b, (char)n);
}

/* A name: flags, text, tag, package path. */
static Str name_data(IrPackage *p, Str text, Str tag, int flags, Str package_path)
{
	Buf b = buf_make(p->arena);
	if (tag && str_len(tag))
		flags |= NAME_HAS_TAG;
	if (package_path)
		flags |= NAME_HAS_PKGPATH;
	buf_putc(&b, (char)flags);
	put_varint(&b, str_len(text));
	buf_write(&b, text, str_len(text));
	if (flags & NAME_HAS_TAG) {
		put_varint(&b, str_len(tag));
		buf_write(&b, tag, str_len(tag));
	}
	size_t own = b.len;
	if (package_path) /* part of what the symbol is made of; the address stands in its place */
		buf_write(&b, package_path, str_len(package_path));
	Str symbol = hashed("name.", buf_cstr(&b), b.len);
	IrData *d = shared_data(p, symbol, (int64_t)own + (package_path ? 4 : 0), 1);
	if (!d)
		return symbol;
	ir_data_bytes(p, d, 0, buf_cstr(&b), (int64_t)own);
	if (package_path)
		ir_data_reloc(p, d, (int64_t)own, 4, name_data(p, package_path, NULL, 0, NULL), 0);
	return symbol;
}

static Str path_of(Package *pkg)
{
	return pkg ? pkg->path : NULL;
}

/* The name of a method or an interface's method: with the package path where it is not exported. */
static Str method_name(IrPackage *p, const Obj *o)
{
	bool exported = obj_is_exported(o);
	return name_data(p, o->name, NULL, exported ? NAME_EXPORTED : 0,
			 exported ? NULL : path_of(o->pkg));
}

static void set_bit(void *ctx, int64_t offset)
{
	((uint8_t *)ctx)[offset / 64] |= (uint8_t)(1 << (offset / 8 % 8));
}

static Str bitmap_data(IrPackage *p, const uint8_t *bits, int64_t n)
{
	Str symbol = hashed("gcbits.", bits, (size_t)n);
	IrData *d = shared_data(p, symbol, n, 1);
	if (d)
		ir_data_bytes(p, d, 0, bits, n);
	return symbol;
}

static int64_t bitmap_size(int64_t ptrdata)
{
	return (ptrdata / 8 + 7) / 8;
}

/* ---------------------------------------------------------------- the common part */

static Kind kind_of(Type *type)
{
	static const uint8_t kinds[T_NKINDS] = {
		[T_BOOL] = KIND_BOOL,
		[T_INT] = KIND_INT,
		[T_INT8] = KIND_INT8,
		[T_INT16] = KIND_INT16,
		[T_INT32] = KIND_INT32,
		[T_INT64] = KIND_INT64,
		[T_UINT] = KIND_UINT,
		[T_UINT8] = KIND_UINT8,
		[T_UINT16] = KIND_UINT16,
		[T_UINT32] = KIND_UINT32,
		[T_UINT64] = KIND_UINT64,
		[T_UINTPTR] = KIND_UINTPTR,
		[T_FLOAT32] = KIND_FLOAT32,
		[T_FLOAT64] = KIND_FLOAT64,
		[T_COMPLEX64] = KIND_COMPLEX64,
		[T_COMPLEX128] = KIND_COMPLEX128,
		[T_STRING] = KIND_STRING,
		[T_UNSAFE_POINTER] = KIND_UNSAFE_POINTER,
		[T_ARRAY] = KIND_ARRAY,
		[T_SLICE] = KIND_SLICE,
		[T_STRUCT] = KIND_STRUCT,
		[T_POINTER] = KIND_POINTER,
		[T_FUNC] = KIND_FUNC,
		[T_INTERFACE] = KIND_INTERFACE,
		[T_MAP] = KIND_MAP,
		[T_CHAN] = KIND_CHAN,
	};
	return kinds[type_kind(type)];
}

static int64_t fixed_size(Type *type)
{
	switch (type_kind(type)) {
	case T_ARRAY: return sizeof(ArrayType);
	case T_CHAN: return sizeof(ChanType);
	case T_FUNC: return sizeof(FuncType);
	case T_INTERFACE: return sizeof(InterfaceType);
	case T_MAP: return sizeof(MapType);
	case T_POINTER: return sizeof(PtrType);
	case T_SLICE: return sizeof(SliceType);
	case T_STRUCT: return sizeof(StructType);
	default: return sizeof(RuntimeType);
	}
}

static uint32_t link_hash(Type *type)
{
	uint32_t h = 2166136261u;
	for (const char *s = type_link_string(type); *s; s++)
		h = (h ^ (uint8_t)*s) * 16777619u;
	return h;
}

/* The closure that compares two values of the type: {rt_type_equal, descriptor}. */
static Str equal_data(IrPackage *p, Type *type)
{
	Str descriptor = ir_type_symbol(p, type), symbol = str_printf("equal.%s", descriptor);
	IrData *d = shared_data(p, symbol, 16, 8);
	if (d) {
		ir_data_reloc(p, d, 0, 8, STR("rt_type_equal"), 0);
		ir_data_reloc(p, d, 8, 8, descriptor, 0);
	}
	return symbol;
}

static bool is_exported_type(Type *type)
{
	return type->kind == T_NAMED && obj_is_exported(type->obj);
}

static bool defined_elsewhere(IrPackage *p, Type *type)
{
	if (type->kind == T_POINTER)
		type = type->elem;
	return type->kind == T_NAMED && type->obj->pkg && type->obj->pkg != p->package;
}

/* Will there be a descriptor of *type in every program that has this one? Reflection can make
 * values of *type from it, which need their methods. */
static bool pointer_is_known(IrPackage *p, Type *type)
{
	Selection **methods;
	if (type->kind == T_NAMED && type->obj->pkg && !type->obj->pkg->is_local)
		return true;
	if (types_method_set(type_pointer(type), &methods))
		return true;
	return map_has(&p->type_refs, type_canonical(type_pointer(type)));
}

static void common_part(Descriptor *t, Type *type, bool has_uncommon)
{
	IrPackage *p = t->package;
	int64_t ptrdata = type_ptrdata(type);
	int tflag = has_uncommon ? TFLAG_UNCOMMON : 0;
	TypeKind kind = type_kind(type);
	if (type_is_named(type))
		tflag |= TFLAG_NAMED;
	if (type_is_comparable(type) && type_is_plain_memory(type))
		tflag |= TFLAG_REGULAR_MEMORY;
	put(t, offsetof(RuntimeType, size), 8, (uint64_t)type_size(type));
	put(t, offsetof(RuntimeType, ptrdata), 8, (uint64_t)ptrdata);
	put(t, offsetof(RuntimeType, hash), 4, link_hash(type));
	put(t, offsetof(RuntimeType, tflag), 1, (uint64_t)tflag);
	put(t, offsetof(RuntimeType, align), 1, (uint64_t)type_align(type));
	put(t, offsetof(RuntimeType, field_align), 1, (uint64_t)type_field_align(type));
	put(t, offsetof(RuntimeType, kind), 1,
	    kind_of(type) | (type_is_direct_iface(type) ? KIND_DIRECT_IFACE : 0));
	if (type_is_comparable(type) && kind != T_FUNC)
		refer(t, offsetof(RuntimeType, equal), 8, equal_data(p, type));
	if (ptrdata > 0) {
		uint8_t *bits = arena_alloc(p->arena, (size_t)bitmap_size(ptrdata));
		type_visit_pointers(type, 0, set_bit, bits);
		refer(t, offsetof(RuntimeType, gcdata), 8,
		      bitmap_data(p, bits, bitmap_size(ptrdata)));
	}
	Str text = type_string(type, TYPE_FORM_REFLECT, NULL);
	refer(t, offsetof(RuntimeType, str), 4,
	      name_data(p, text, NULL, is_exported_type(type) ? NAME_EXPORTED : 0, NULL));
	if (pointer_is_known(p, type))
		refer_type(t, offsetof(RuntimeType, ptr_to_this), 4, type_pointer(type));
}

/* ---------------------------------------------------------------- the kinds */

static void slice_header(Descriptor *t, int64_t offset, int64_t where, uint64_t n)
{
	ir_data_reloc(t->package, t->d, offset, 8, t->d->symbol, where);
	put(t, offset + 8, 8, n);
	put(t, offset + 16, 8, n);
}

static void interface_part(Descriptor *t, Type *type)
{
	Obj **methods;
	int n = type_interface_methods(type, &methods);
	Str path = type->kind == T_NAMED ? path_of(type->obj->pkg) : NULL;
	for (int i = 0; i < n && !path; i++)
		if (!obj_is_exported(methods[i]))
			path = path_of(methods[i]->pkg);
	if (path)
		refer(t, offsetof(InterfaceType, pkg_path), 8,
		      name_data(t->package, path, NULL, 0, NULL));
	slice_header(t, offsetof(InterfaceType, methods), t->end, (uint64_t)n);
	for (int i = 0; i < n; i++, t->end += sizeof(IMethod)) {
		refer(t, t->end, 4, method_name(t->package, methods[i]));
		refer_type(t, t->end + 4, 4, methods[i]->type);
	}
}

static void struct_part(Descriptor *t, Type *type)
{
	Type *s = type_under(type);
	Str path = NULL;
	slice_header(t, offsetof(StructType, fields), t->end, (uint64_t)s->nfields);
	for (int i = 0; i < s->nfields; i++, t->end += sizeof(StructField)) {
		const Obj *f = s->fields[i];
		int flags = (obj_is_exported(f) ? NAME_EXPORTED : 0) |
			    (f->is_embedded ? NAME_EMBEDDED : 0);
		if (!obj_is_exported(f) && !path)
			path = path_of(f->pkg);
		refer(t, t->end, 8,
		      name_data(t->package, f->name, s->tags ? s->tags[i] : NULL, flags, NULL));
		refer_type(t, t->end + 8, 8, f->type);
		put(t, t->end + 16, 8, (uint64_t)type_field_offset(type, i));
	}
	if (path)
		refer(t, offsetof(StructType, pkg_path), 8,
		      name_data(t->package, path, NULL, 0, NULL));
}

static void func_part(Descriptor *t, Type *type)
{
	Type *f = type_under(type);
	put(t, offsetof(FuncType, in_count), 2, (uint64_t)f->nparams);
	put(t, offsetof(FuncType, out_count), 2,
	    (uint64_t)f->nresults | (f->variadic ? 1 << 15 : 0));
	for (int i = 0; i < f->nparams; i++, t->end += 8)
		refer_type(t, t->end, 8, f->params[i]->type);
	for (int i = 0; i < f->nresults; i++, t->end += 8)
		refer_type(t, t->end, 8, f->results[i]->type);
}

/* Properties of a key type that decide how a map treats it. */
static int key_flags(Type *key)
{
	switch (type_kind(key)) {
	case T_FLOAT32:
	case T_FLOAT64:
	case T_COMPLEX64:
	case T_COMPLEX128: return MAP_NEED_KEY_UPDATE;
	case T_STRING: return MAP_REFLEXIVE_KEY | MAP_NEED_KEY_UPDATE;
	case T_INTERFACE: return MAP_NEED_KEY_UPDATE | MAP_HASH_MIGHT_PANIC;
	case T_ARRAY: return key_flags(type_elem(key));
	case T_STRUCT: {
		int flags = MAP_REFLEXIVE_KEY;
		for (int i = 0; i < type_nfields(key); i++) {
			int f = key_flags(type_field(key, i)->type);
			flags = (flags & f & MAP_REFLEXIVE_KEY) |
				((flags | f) & ~MAP_REFLEXIVE_KEY);
		}
		return flags;
	}
	default: return MAP_REFLEXIVE_KEY;
	}
}

typedef struct SlotBits {
	uint8_t *bits;
	int64_t at;
} SlotBits;

static void set_slot_bit(void *ctx, int64_t offset)
{
	SlotBits *s = ctx;
	set_bit(s->bits, s->at + offset);
}

/* Eight slots of a type from `at` on; the offset after them. *ptrdata: after the last pointer. */
static int64_t slots(uint8_t *bits, int64_t at, Type *type, int64_t size, int64_t *ptrdata)
{
	SlotBits s = {bits, at};
	bool indirect = type_size(type) > MAX_SLOT;
	for (int i = 0; i < 8; i++, s.at += size) {
		if (indirect)
			set_bit(bits, s.at);
		else if (type_has_pointers(type))
			type_visit_pointers(type, 0, set_slot_bit, &s);
		if (indirect || type_has_pointers(type))
			*ptrdata = s.at + (indirect ? 8 : type_ptrdata(type));
	}
	return s.at;
}

/* The descriptor of a group of slots: only what the allocator and the collector look at. */
static Str group_data(IrPackage *p, Type *map, int64_t key_size, int64_t elem_size)
{
	Str symbol = str_printf("group.%s", ir_type_symbol(p, map));
	int64_t size = 8 + 8 * (key_size + elem_size), ptrdata = 0;
	IrData *d = shared_data(p, symbol, sizeof(RuntimeType), 8);
	if (!d)
		return symbol;
	Descriptor t = {p, d, sizeof(RuntimeType)};
	uint8_t *bits = arena_alloc(p->arena, (size_t)bitmap_size(size) + 1);
	int64_t at = slots(bits, 8, type_key(map), key_size, &ptrdata);
	slots(bits, at, type_elem(map), elem_size, &ptrdata);
	put(&t, offsetof(RuntimeType, size), 8, (uint64_t)size);
	put(&t, offsetof(RuntimeType, ptrdata), 8, (uint64_t)ptrdata);
	put(&t, offsetof(RuntimeType, align), 1, 8);
	put(&t, offsetof(RuntimeType, field_align), 1, 8);
	put(&t, offsetof(RuntimeType, kind), 1, KIND_STRUCT);
	if (ptrdata)
		refer(&t, offsetof(RuntimeType, gcdata), 8,
		      bitmap_data(p, bits, bitmap_size(ptrdata)));
	refer(&t, offsetof(RuntimeType, str), 4, name_data(p, STR("map.group"), NULL, 0, NULL));
	return symbol;
}

static void map_part(Descriptor *t, Type *type)
{
	Type *key = type_key(type), *elem = type_elem(type);
	int flags = key_flags(key);
	int64_t key_size = type_size(key), elem_size = type_size(elem);
	if (key_size > MAX_SLOT) {
		flags |= MAP_INDIRECT_KEY;
		key_size = 8;
	}
	if (elem_size > MAX_SLOT) {
		flags |= MAP_INDIRECT_ELEM;
		elem_size = 8;
	}
	refer_type(t, offsetof(MapType, key), 8, key);
	refer_type(t, offsetof(MapType, elem), 8, elem);
	refer(t, offsetof(MapType, bucket), 8, group_data(t->package, type, key_size, elem_size));
	put(t, offsetof(MapType, key_size), 1, (uint64_t)key_size);
	put(t, offsetof(MapType, elem_size), 1, (uint64_t)elem_size);
	put(t, offsetof(MapType, bucket_size), 2, (uint64_t)(8 + 8 * (key_size + elem_size)));
	put(t, offsetof(MapType, flags), 4, (uint64_t)flags);
}

static void kind_part(Descriptor *t, Type *type)
{
	static const uint8_t dirs[] = {[CHAN_BOTH] = 3, [CHAN_SEND] = 2, [CHAN_RECV] = 1};
	switch (type_kind(type)) {
	case T_ARRAY:
		refer_type(t, offsetof(ArrayType, elem), 8, type_elem(type));
		refer_type(t, offsetof(ArrayType, slice), 8, type_slice(type_elem(type)));
		put(t, offsetof(ArrayType, len), 8, (uint64_t)type_len(type));
		break;
	case T_CHAN:
		refer_type(t, offsetof(ChanType, elem), 8, type_elem(type));
		put(t, offsetof(ChanType, dir), 8, dirs[type_under(type)->dir]);
		break;
	case T_SLICE:
	case T_POINTER: refer_type(t, offsetof(PtrType, elem), 8, type_elem(type)); break;
	case T_FUNC: func_part(t, type); break;
	case T_INTERFACE: interface_part(t, type); break;
	case T_MAP: map_part(t, type); break;
	case T_STRUCT: struct_part(t, type); break;
	default: break;
	}
}

/* ---------------------------------------------------------------- methods */

/* The path of the package that a defined type belongs to; NULL: it has none. */
static Str package_of_type(Type *type)
{
	if (type->kind == T_UNSAFE_POINTER)
		return STR("unsafe");
	return type->kind == T_NAMED ? path_of(type->obj->pkg) : NULL;
}

static void methods_part(Descriptor *t, Type *type, Selection **methods, int n, int64_t uncommon)
{
	IrPackage *p = t->package;
	int exported = 0;
	Str path = package_of_type(type);
	if (path)
		refer(t, uncommon + (int64_t)offsetof(Uncommon, pkg_path), 4,
		      name_data(p, path, NULL, 0, NULL));
	put(t, uncommon + (int64_t)offsetof(Uncommon, mcount), 2, (uint64_t)n);
	put(t, uncommon + (int64_t)offsetof(Uncommon, moff), 4, (uint64_t)(t->end - uncommon));
	for (int i = 0; i < n; i++, t->end += sizeof(Method)) {
		const Obj *m = methods[i]->obj;
		exported += obj_is_exported(m);
		refer(t, t->end, 4, method_name(p, m));
		refer_type(t, t->end + 4, 4, m->type);
		refer(t, t->end + 8, 4,
		      ir_method_symbol(m, ir_method_wrapper(p, type, methods[i], true)));
		refer(t, t->end + 12, 4,
		      ir_method_symbol(m, ir_method_wrapper(p, type, methods[i], false)));
	}
	put(t, uncommon + (int64_t)offsetof(Uncommon, xcount), 2, (uint64_t)exported);
}

/* How many bytes follow the fixed part and the Uncommon. */
static int64_t variable_size(Type *type)
{
	Obj **methods;
	Type *u = type_under(type);
	switch (u->kind) {
	case T_INTERFACE: return type_interface_methods(type, &methods) * (int64_t)sizeof(IMethod);
	case T_STRUCT: return u->nfields * (int64_t)sizeof(StructField);
	case T_FUNC: return (u->nparams + u->nresults) * 8;
	default: return 0;
	}
}

static void define_type(IrPackage *p, Type *type)
{
	Selection **methods = NULL;
	bool is_interface = type_is_interface(type);
	int n = is_interface || (type->kind == T_POINTER && type_is_interface(type->elem))
			? 0
			: types_method_set(type, &methods);
	bool has_uncommon = n > 0 || type->kind == T_NAMED || package_of_type(type);
	int64_t fixed = fixed_size(type), uncommon = has_uncommon ? (int64_t)sizeof(Uncommon) : 0;
	int64_t size = fixed + uncommon + variable_size(type) + n * (int64_t)sizeof(Method);
	IrData *d = shared_data(p, ir_type_symbol(p, type), size, 8);
	if (!d)
		return;
	d->is_type_link = !type_is_named(type) && !is_interface;
	Descriptor t = {p, d, fixed + uncommon};
	common_part(&t, type, has_uncommon);
	kind_part(&t, type);
	if (has_uncommon)
		methods_part(&t, type, methods, n, fixed);
}

static void define_itab(IrPackage *p, const ItabRef *r)
{
	enum { FUN = 24 };
	Obj **methods;
	int n = type_interface_methods(r->iface, &methods);
	IrData *d = shared_data(p, r->symbol, FUN + 8 * n, 8);
	if (!d)
		return;
	Descriptor t = {p, d, FUN};
	refer_type(&t, 0, 8, r->iface);
	refer_type(&t, 8, 8, r->concrete);
	put(&t, 16, 4, link_hash(r->concrete));
	for (int i = 0; i < n; i++) {
		Selection *s = types_lookup(r->concrete, methods[i]->pkg, methods[i]->name);
		Func *f = ir_method_wrapper(p, r->concrete, s, true);
		refer(&t, FUN + 8 * i, 8, ir_method_symbol(s->obj, f));
	}
}

/* Asks for the descriptors of all types that this package defines, for those who import it. */
static void ask_for_own_types(IrPackage *p)
{
	Package *package = p->package;
	for (int i = 0; i < package->ntypes; i++) {
		Obj *o = package->types[i];
		if (o->kind != O_TYPE || o->is_alias || o->type->kind != T_NAMED ||
		    o->type->obj != o)
			continue;
		if (type_is_interface(o->type) && type_under(o->type)->is_constraint)
			continue;
		ir_type_symbol(p, o->type);
		ir_type_symbol(p, type_pointer(o->type));
	}
}

void lower_types(IrPackage *p)
{
	if (!p->package->is_local)
		ask_for_own_types(p);
	for (uint32_t types = 0, itabs = 0;
	     types < p->type_refs.count || itabs < p->itab_refs.count;) {
		if (itabs < p->itab_refs.count) {
			define_itab(p, p->itab_refs.entries[itabs++].value);
			continue;
		}
		Type *type = p->type_refs.entries[types++].value;
		if (!defined_elsewhere(p, type))
			define_type(p, type);
	}
}
