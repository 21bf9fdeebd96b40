/* Reads export data on demand: see exportdata.h for the format and what it promises. */
#include "types/checker.h"
#include "types/exportdata.h"

#include <stdlib.h>

#include "types/exportfields.h"

/* ---- numbers, strings, positions */

void import_corrupt(const ImportReader *r)
{
	diag_fatal("the export data of %s is damaged",
		   r->in->package ? r->in->package->path : "a package");
}

uint64_t import_uint(ImportReader *r)
{
	uint64_t v = 0;
	for (unsigned shift = 0; shift < 64; shift += 7) {
		if (r->at == r->end)
			import_corrupt(r);
		uint8_t byte = *r->at++;
		v |= (uint64_t)(byte & 0x7f) << shift;
		if (!(byte & 0x80))
			return v;
	}
	import_corrupt(r);
}

int64_t import_int(ImportReader *r)
{
	uint64_t v = import_uint(r);
	return (int64_t)(v >> 1) ^ -(int64_t)(v & 1);
}

uint32_t import_below(ImportReader *r, uint64_t limit)
{
	uint64_t v = import_uint(r);
	if (v >= limit)
		import_corrupt(r);
	return (uint32_t)v;
}

/* How many items follow, each at least a byte long. */
static uint32_t count(ImportReader *r)
{
	return import_below(r, (uint64_t)(r->end - r->at) + 1);
}

ImportReader import_chunk(Importer *in, ExportTable table, uint32_t number)
{
	ImportReader r = {.in = in};
	const ExportHeader *h = in->header;
	if (number >= h->table[table].count)
		import_corrupt(&r);
	uint32_t place;
	memcpy(&place, in->data + h->table[table].place + 4 * (size_t)number, sizeof place);
	if (place >= h->size)
		import_corrupt(&r);
	r.at = in->data + place;
	r.end = in->data + (place ? h->size : 0);
	return r;
}

static Str read_string(Importer *in, uint32_t number)
{
	if (!in->strings[number]) {
		ImportReader r = import_chunk(in, TABLE_STRINGS, number);
		uint32_t n = import_below(&r, (uint64_t)(r.end - r.at) + 1);
		if (n > r.end - r.at)
			import_corrupt(&r);
		in->strings[number] = str_intern_n((const char *)r.at, n);
	}
	return in->strings[number];
}

Str import_str(ImportReader *r)
{
	uint32_t n = import_below(r, (uint64_t)r->in->header->table[TABLE_STRINGS].count + 1);
	return n ? read_string(r->in, n - 1) : NULL;
}

/* A line and column as a position of the file, which has just the columns that are used. */
static Pos read_place(ImportReader *r, SourceFile *file)
{
	uint32_t line = import_below(r, (uint64_t)file->line_count + 1);
	uint32_t col = import_below(r, (uint64_t)file->size + 1);
	if (!line || !col)
		import_corrupt(r);
	uint32_t offset = source_lines(file)[line - 1] + col - 1;
	if (offset > file->size)
		import_corrupt(r);
	return file->base + offset;
}

/* How long the lines are together. */
static uint32_t total_width(ImportReader r, uint32_t lines)
{
	uint64_t size = 0;
	while (lines--)
		size += import_uint(&r);
	if (size > UINT32_MAX / 2)
		import_corrupt(&r);
	return (uint32_t)size;
}

/* Directives stand before the lines, but their places need them. */
static void skip_directives(ImportReader *r, uint32_t n)
{
	for (; n; n--)
		for (int field = 0; field < 6; field++)
			import_uint(r);
}

static SourceFile *read_file(Importer *in, uint32_t number)
{
	if (in->files[number])
		return in->files[number];
	ImportReader r = import_chunk(in, TABLE_FILES, number);
	Str path = import_str(&r), name = import_str(&r);
	uint32_t ndirectives = count(&r);
	ImportReader directives = r;
	skip_directives(&r, ndirectives);
	uint32_t lines = count(&r);
	SourceFile *file = source_add_lines(path, name, total_width(r, lines), r.at, lines);
	for (; ndirectives; ndirectives--) {
		LineDirective d = {.offset = read_place(&directives, file) - file->base};
		d.name = import_str(&directives);
		d.line = import_below(&directives, UINT32_MAX);
		d.col = import_below(&directives, UINT32_MAX);
		d.raw_line = import_below(&directives, UINT32_MAX);
		source_line_directive(file, d);
	}
	return in->files[number] = file;
}

Pos import_pos(ImportReader *r)
{
	uint32_t n = import_below(r, (uint64_t)r->in->header->table[TABLE_FILES].count + 1);
	return n ? read_place(r, read_file(r->in, n - 1)) : NO_POS;
}

static Package *read_package_ref(ImportReader *r)
{
	Importer *in = r->in;
	uint32_t n = import_below(r, (uint64_t)in->header->table[TABLE_PACKAGES].count + 1);
	if (!n)
		return NULL;
	if (!in->packages[n - 1]) {
		ImportReader chunk = import_chunk(in, TABLE_PACKAGES, n - 1);
		Str path = import_str(&chunk);
		Package *p = strcmp(path, "unsafe") == 0 ? package_unsafe
							 : in->config->find(in->config->ctx, path);
		if (!p)
			diag_fatal("package %s, which %s refers to, is missing", path,
				   in->package->path);
		in->packages[n - 1] = p;
	}
	return in->packages[n - 1];
}

/* ---- constants */

static void read_integer(ImportReader *r, mpz_ptr z)
{
	uint64_t n = import_uint(r);
	if (n >> 1 > (uint64_t)(r->end - r->at))
		import_corrupt(r);
	mpz_init(z);
	mpz_import(z, n >> 1, 1, 1, 1, 0, r->at);
	r->at += n >> 1;
	if (n & 1)
		mpz_neg(z, z);
}

static void read_float(ImportReader *r, mpfr_ptr f)
{
	mpz_t z;
	int64_t exponent = import_int(r);
	read_integer(r, z);
	mpfr_init2(f, CONST_PRECISION);
	mpfr_set_z_2exp(f, z, exponent, MPFR_RNDN);
	mpz_clear(z);
}

Const *import_const(ImportReader *r)
{
	uint32_t kind = import_below(r, CONST_COMPLEX + 2);
	if (!kind)
		return NULL;
	Const *c = NEW(types_arena, Const);
	c->kind = (ConstKind)(kind - 1);
	switch (c->kind) {
	case CONST_UNKNOWN: break;
	case CONST_BOOL: c->b = import_uint(r); break;
	case CONST_STRING: c->s = import_str(r); break;
	case CONST_INT: read_integer(r, c->z); break;
	case CONST_RAT:
		read_integer(r, mpq_numref(c->q));
		read_integer(r, mpq_denref(c->q));
		break;
	case CONST_FLOAT: read_float(r, c->f); break;
	case CONST_COMPLEX:
		c->c.re = import_const(r);
		c->c.im = import_const(r);
		break;
	}
	return c;
}

/* ---- types */

static Obj **read_objs(ImportReader *r, int *n)
{
	*n = (int)count(r);
	Obj **objs = NEW_ARRAY(types_arena, Obj *, *n + 1);
	for (int i = 0; i < *n; i++)
		objs[i] = import_obj(r);
	return objs;
}

static void read_struct(ImportReader *r, Type *t)
{
	t->fields = read_objs(r, &t->nfields);
	if (!import_uint(r))
		return;
	t->tags = NEW_ARRAY(types_arena, Str, t->nfields + 1);
	for (int i = 0; i < t->nfields; i++)
		t->tags[i] = import_str(r);
}

static void read_interface(ImportReader *r, Type *t)
{
	t->methods = read_objs(r, &t->nmethods);
	t->nembedded = (int)count(r);
	t->embedded = NEW_ARRAY(types_arena, Type *, t->nembedded + 1);
	t->embedded_pos = NEW_ARRAY(types_arena, Pos, t->nembedded + 1);
	for (int i = 0; i < t->nembedded; i++) {
		t->embedded[i] = import_type(r);
		t->embedded_pos[i] = import_pos(r);
	}
	t->is_comparable_constraint = import_uint(r);
	t->is_constraint = import_uint(r);
}

/* A defined type of another package: found there by name. */
static Type *find_named(ImportReader *r, Package *p, Str name, int vargen)
{
	Importer *in = p->importer;
	Str key = str_printf("%s\xc2\xb7%d", name, vargen);
	uint32_t n = in ? (uint32_t)(uintptr_t)map_get(&in->named, key) : 0;
	if (!n)
		import_corrupt(r);
	ImportReader chunk = import_chunk(in, TABLE_NAMED, n - 1);
	import_str(&chunk);
	import_uint(&chunk);
	return import_type(&chunk);
}

static Type *read_named(ImportReader *r, Type **slot)
{
	Package *p = read_package_ref(r);
	Str name = import_str(r);
	int vargen = (int)import_uint(r);
	if (p != r->in->package)
		return *slot = find_named(r, p, name, vargen);
	Type *t = *slot = type_new(T_NAMED);
	t->vargen = vargen;
	t->obj = import_obj(r);
	t->underlying = import_type(r);
	t->methods = read_objs(r, &t->nmethods);
	return t;
}

/* A type that others are made of: there, and one that a value can have. */
static Type *part_type(ImportReader *r)
{
	Type *t = import_type(r);
	if (!t || t->kind == T_INVALID || t->kind == T_TUPLE || type_is_untyped(t))
		import_corrupt(r);
	return t;
}

static Type *read_type(ImportReader *r, Type **slot)
{
	TypeKind kind = (TypeKind)import_below(r, T_NKINDS);
	if (kind == T_NAMED)
		return read_named(r, slot);
	if (kind == T_SLICE)
		return *slot = type_slice(part_type(r));
	if (kind == T_POINTER)
		return *slot = type_pointer(part_type(r));
	Type *t = *slot = type_new(kind);
	switch (kind) {
	case T_ARRAY:
		t->len = import_int(r);
		t->elem = part_type(r);
		break;
	case T_MAP:
		t->key = part_type(r);
		t->elem = part_type(r);
		break;
	case T_CHAN:
		t->dir = (uint8_t)import_uint(r);
		t->elem = part_type(r);
		break;
	case T_STRUCT: read_struct(r, t); break;
	case T_TUPLE: t->fields = read_objs(r, &t->nfields); break;
	case T_FUNC:
		t->recv = import_obj(r);
		t->params = read_objs(r, &t->nparams);
		t->results = read_objs(r, &t->nresults);
		t->variadic = import_uint(r);
		break;
	case T_INTERFACE: read_interface(r, t); break;
	default: import_corrupt(r);
	}
	return t;
}

Type *import_type(ImportReader *r)
{
	static Type *const *const fixed[] = {
#define X(type) &type,
		EXPORT_FIXED_TYPES(X)
#undef X
	};
	Importer *in = r->in;
	uint32_t own = in->header->table[TABLE_TYPES].count;
	uint32_t code = import_below(r, (uint64_t)FIRST_OWN_TYPE + own);
	if (code == 0)
		return NULL;
	if (code < FIRST_FIXED_TYPE)
		return type_basic[code - 1];
	if (code < FIRST_OWN_TYPE)
		return *fixed[code - FIRST_FIXED_TYPE];
	Type **slot = &in->types[code - FIRST_OWN_TYPE];
	if (*slot)
		return *slot;
	ImportReader chunk = import_chunk(in, TABLE_TYPES, code - FIRST_OWN_TYPE);
	return read_type(&chunk, slot);
}

/* ---- objects */

static Obj *read_obj(Importer *in, uint32_t number)
{
	ImportReader chunk = import_chunk(in, TABLE_OBJECTS, number), *r = &chunk;
	Obj *o = in->objects[number] = NEW(types_arena, Obj);
	o->kind = (ObjKind)import_below(r, O_NIL + 1);
	o->name = import_str(r);
	if (!o->name)
		import_corrupt(r);
	o->pkg = read_package_ref(r);
	o->color = 1;
	o->used = o->body_checked = true;
	o->imported_as = number + 1;
	uint64_t flags = import_uint(r);
#define BITS_BOOL(f) o->f = flags & 1, flags >>= 1;
#define BITS_UINT(f)
#define BITS_POS(f)
#define BITS_TYPE(f)
#define BITS_CONST(f)
#define BITS_SKIP(f)
#define BITS_BY_HAND(f)
#define X(f, how) BITS_##how(f)
	EXPORT_OBJ_FIELDS(X)
#undef X
#define GET_BOOL(f)
#define GET_UINT(f)  o->f = (__typeof__(o->f))import_uint(r);
#define GET_POS(f)   o->f = import_pos(r);
#define GET_TYPE(f)  o->f = import_type(r);
#define GET_CONST(f) o->f = import_const(r);
#define GET_SKIP(f)
#define GET_BY_HAND(f)
#define X(f, how) GET_##how(f)
	EXPORT_OBJ_FIELDS(X)
#undef X
	return o;
}

static Obj *own_object(Importer *in, uint32_t number)
{
	return in->objects[number] ? in->objects[number] : read_obj(in, number);
}

static Obj *find_method(ImportReader *r)
{
	Type *t = import_type(r);
	Package *p = read_package_ref(r);
	Str name = import_str(r);
	for (int i = 0; t && i < t->nmethods; i++)
		if (t->methods[i]->name == name && t->methods[i]->pkg == p)
			return t->methods[i];
	import_corrupt(r);
}

static Obj *find_interface_method(ImportReader *r)
{
	Type *t = import_type(r);
	Type *u = t ? type_under(t) : NULL;
	if (!u || u->kind != T_INTERFACE)
		import_corrupt(r);
	return u->methods[import_below(r, (uint64_t)u->nmethods)];
}

Obj *import_obj(ImportReader *r)
{
	switch ((ExportRef)import_uint(r)) {
	case REF_NULL: return NULL;
	case REF_OWN:
		return own_object(r->in,
				  import_below(r, r->in->header->table[TABLE_OBJECTS].count));
	case REF_FOREIGN: {
		Package *p = read_package_ref(r);
		Obj *o = scope_lookup(p->scope, import_str(r));
		if (!o)
			import_corrupt(r);
		return o;
	}
	case REF_METHOD: return find_method(r);
	case REF_INTERFACE: return find_interface_method(r);
	}
	import_corrupt(r);
}

Obj *import_member(ImportReader *r)
{
	uint32_t place = import_below(r, UINT32_MAX);
	if (!place)
		return import_obj(r);
	Type *t = import_type(r), *u = t ? type_under(t) : NULL;
	if (!u)
		import_corrupt(r);
	Obj **members = u->fields;
	int n = u->nfields;
	if (u->kind == T_INTERFACE)
		n = type_interface_methods(u, &members);
	if ((int64_t)place > n)
		import_corrupt(r);
	return members[place - 1];
}

bool import_ir(Obj *o, ImportReader *r)
{
	Importer *in = o->pkg ? o->pkg->importer : NULL;
	if (!in || !o->imported_as)
		return false;
	*r = import_chunk(in, TABLE_IR, o->imported_as - 1);
	return r->at != in->data;
}

/* ---- names */

static void load_name(Scope *s, uint32_t number)
{
	Importer *in = s->importer;
	ImportReader r = import_chunk(in, TABLE_NAMES, number);
	import_str(&r);
	uint32_t object = import_below(&r, in->header->table[TABLE_OBJECTS].count);
	scope_insert(s, own_object(in, object));
}

/* The object of that name, which is then in the scope; NULL when there is none. */
Obj *import_name(Scope *s, Str name)
{
	uint32_t n = (uint32_t)(uintptr_t)map_get(&s->importer->names, name);
	if (!n)
		return NULL;
	map_remove(&s->importer->names, name);
	load_name(s, n - 1);
	return scope_lookup(s, name);
}

void scope_load_all(Scope *s)
{
	Importer *in = s->importer;
	if (!in || in->all_loaded)
		return;
	in->all_loaded = true;
	in->names = map_make(types_arena);
	/* In the order of the source: what was asked for before keeps its objects. */
	s->nobjs = 0;
	s->table = (Map){0};
	for (uint32_t i = 0; i < in->header->table[TABLE_NAMES].count; i++)
		load_name(s, i);
}

static void index_names(Importer *in)
{
	in->names = map_make(types_arena);
	in->named = map_make(types_arena);
	for (uint32_t i = 0; i < in->header->table[TABLE_NAMES].count; i++) {
		ImportReader r = import_chunk(in, TABLE_NAMES, i);
		map_set(&in->names, import_str(&r), (uintptr_t)i + 1);
	}
	for (uint32_t i = 0; i < in->header->table[TABLE_NAMED].count; i++) {
		ImportReader r = import_chunk(in, TABLE_NAMED, i);
		Str name = import_str(&r);
		int vargen = (int)import_uint(&r);
		map_set(&in->named, str_printf("%s\xc2\xb7%d", name, vargen), (uintptr_t)i + 1);
	}
}

/* ---- a package */

bool types_export_valid(const void *data, size_t size, uint64_t hash[2])
{
	const ExportHeader *h = data;
	if (size < sizeof *h || memcmp(h->magic, EXPORT_MAGIC, sizeof h->magic) != 0 ||
	    h->version != EXPORT_VERSION || h->size != size)
		return false;
	const char *rest = (const char *)h->table;
	size_t n = size - (size_t)(rest - (const char *)data);
	uint64_t first = hash_bytes(rest, n, EXPORT_VERSION);
	if (h->hash[0] != first || h->hash[1] != hash_bytes(rest, n, first))
		return false;
	for (int t = 0; t < NTABLES; t++)
		if (h->table[t].place > size || h->table[t].count > (size - h->table[t].place) / 4)
			return false;
	if (hash)
		memcpy(hash, h->hash, sizeof h->hash);
	return true;
}

static Importer *new_importer(const void *data, const ImportConfig *config)
{
	Importer *in = NEW(types_arena, Importer);
	const ExportHeader *h = in->header = data;
	in->data = data;
	in->config = config;
	in->strings = NEW_ARRAY(types_arena, Str, h->table[TABLE_STRINGS].count + 1);
	in->files = NEW_ARRAY(types_arena, SourceFile *, h->table[TABLE_FILES].count + 1);
	in->packages = NEW_ARRAY(types_arena, Package *, h->table[TABLE_PACKAGES].count + 1);
	in->types = NEW_ARRAY(types_arena, Type *, h->table[TABLE_TYPES].count + 1);
	in->objects = NEW_ARRAY(types_arena, Obj *, h->table[TABLE_OBJECTS].count + 1);
	return in;
}

static void read_meta(Importer *in, Arena *arena, ExportMeta *meta)
{
	ImportReader r = import_chunk(in, TABLE_META, 0);
	meta->init = import_str(&r);
	meta->has_main = import_uint(&r);
	uint32_t n = count(&r);
	for (uint32_t i = 0; i < n; i++) {
		ExportImport imported = {.path = import_str(&r)};
		if (r.end - r.at < (ptrdiff_t)sizeof imported.hash)
			import_corrupt(&r);
		memcpy(imported.hash, r.at, sizeof imported.hash);
		r.at += sizeof imported.hash;
		vec_push(arena, meta->imports, imported);
	}
}

static void read_own_name(Importer *in, Str *path, Str *name)
{
	ImportReader r = import_chunk(in, TABLE_PACKAGES, 0);
	*path = import_str(&r);
	*name = import_str(&r);
}

void types_import_meta(const void *data, Arena *arena, Str *path, Str *name, ExportMeta *meta)
{
	types_init();
	Importer *in = new_importer(data, NULL);
	read_own_name(in, path, name);
	read_meta(in, arena, meta);
}

Package *types_import(const void *data, const ImportConfig *config, ExportMeta *meta)
{
	types_init();
	Importer *in = new_importer(data, config);
	Package *p = in->package = NEW(types_arena, Package);
	p->importer = in;
	p->complete = true;
	read_own_name(in, &p->path, &p->name);
	in->packages[0] = p;
	p->scope = scope_new(scope_universe, "package");
	p->scope->importer = in;
	index_names(in);
	if (meta)
		read_meta(in, types_arena, meta);
	return p;
}
