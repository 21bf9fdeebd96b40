/* Writes export data: tables, types, objects, constants. See exportdata.h for the format. */
#include "types/exportdata.h"

#include <stdlib.h>

#include "types/exportfields.h"

/* ---- numbers, strings, positions */

void export_uint(Buf *out, uint64_t v)
{
	for (; v >= 0x80; v >>= 7)
		buf_putc(out, (char)(v | 0x80));
	buf_putc(out, (char)v);
}

void export_int(Buf *out, int64_t v)
{
	export_uint(out, (uint64_t)v << 1 ^ (uint64_t)(v >> 63));
}

/* The number of an item of a table; it is put there at its first mention. */
static uint32_t number(Exporter *x, ExportTable table, const void *item)
{
	ExportChunks *t = &x->tables[table];
	void **slot = map_slot(&t->index, item);
	if (!*slot) {
		vec_push(x->arena, t->items, item);
		*slot = (void *)(uintptr_t)t->items.len;
	}
	return (uint32_t)(uintptr_t)*slot - 1;
}

static void add_chunk(Exporter *x, ExportTable table, Buf chunk)
{
	vec_push(x->arena, x->tables[table].chunks, chunk);
}

void export_str(Exporter *x, Buf *out, Str s)
{
	export_uint(out, s ? number(x, TABLE_STRINGS, s) + 1 : 0);
}

/* Line and column in the file itself, which are noted as used. */
static void write_place(Exporter *x, Buf *out, uint32_t file, uint32_t line, uint32_t col)
{
	if (file >= x->files.len)
		vec_resize(x->arena, x->files, file + 1);
	ExportFile *f = &x->files.data[file];
	if (line > f->widths.len)
		vec_resize(x->arena, f->widths, line);
	if (col > f->widths.data[line - 1])
		f->widths.data[line - 1] = col;
	export_uint(out, line);
	export_uint(out, col);
}

void export_pos(Exporter *x, Buf *out, Pos pos)
{
	SourceFile *file = pos_source(pos);
	if (!file) {
		export_uint(out, 0);
		return;
	}
	uint32_t n = number(x, TABLE_FILES, file);
	export_uint(out, (uint64_t)n + 1);
	write_place(x, out, n, pos_raw_line(pos), pos_raw_col(pos));
}

static void write_package_ref(Exporter *x, Buf *out, Package *p)
{
	export_uint(out, p ? number(x, TABLE_PACKAGES, p) + 1 : 0);
}

/* ---- constants */

static void write_integer(Buf *out, mpz_srcptr z)
{
	size_t n = mpz_sgn(z) ? (mpz_sizeinbase(z, 2) + 7) / 8 : 0;
	export_uint(out, n << 1 | (mpz_sgn(z) < 0));
	if (!n)
		return;
	buf_reserve(out, n + 1);
	mpz_export(out->data + out->len, NULL, 1, 1, 1, 0, z);
	out->len += n;
	out->data[out->len] = 0;
}

static void write_float(Buf *out, mpfr_srcptr f)
{
	mpz_t z;
	mpz_init(z);
	export_int(out, mpfr_get_z_2exp(z, f));
	write_integer(out, z);
	mpz_clear(z);
}

/* 0 stands for no constant. */
void export_const(Exporter *x, Buf *out, const Const *c)
{
	if (!c) {
		export_uint(out, 0);
		return;
	}
	export_uint(out, (uint64_t)c->kind + 1);
	switch (c->kind) {
	case CONST_UNKNOWN: break;
	case CONST_BOOL: export_uint(out, c->b); break;
	case CONST_STRING: export_str(x, out, c->s); break;
	case CONST_INT: write_integer(out, c->z); break;
	case CONST_RAT:
		write_integer(out, mpq_numref(c->q));
		write_integer(out, mpq_denref(c->q));
		break;
	case CONST_FLOAT: write_float(out, c->f); break;
	case CONST_COMPLEX:
		export_const(x, out, c->c.re);
		export_const(x, out, c->c.im);
		break;
	}
}

/* ---- types */

void export_type(Exporter *x, Buf *out, Type *t)
{
	static Type *const *const fixed[] = {
#define X(type) &type,
		EXPORT_FIXED_TYPES(X)
#undef X
	};
	if (!t) {
		export_uint(out, 0);
		return;
	}
	for (int i = 0; i < NFIXED_TYPES; i++) {
		if (t == *fixed[i]) {
			export_uint(out, (uint64_t)FIRST_FIXED_TYPE + i);
			return;
		}
	}
	if (t->kind <= T_UNTYPED_NIL)
		export_uint(out, (uint64_t)t->kind + 1);
	else
		export_uint(out, (uint64_t)FIRST_OWN_TYPE + number(x, TABLE_TYPES, t));
}

static void write_objs(Exporter *x, Buf *out, Obj **objs, int n)
{
	export_uint(out, (uint64_t)n);
	for (int i = 0; i < n; i++)
		export_obj(x, out, objs[i]);
}

static void write_struct(Exporter *x, Buf *out, Type *t)
{
	write_objs(x, out, t->fields, t->nfields);
	export_uint(out, t->tags != NULL);
	for (int i = 0; t->tags && i < t->nfields; i++)
		export_str(x, out, t->tags[i]);
}

static void write_interface(Exporter *x, Buf *out, Type *t)
{
	write_objs(x, out, t->methods, t->nmethods);
	export_uint(out, (uint64_t)t->nembedded);
	for (int i = 0; i < t->nembedded; i++) {
		export_type(x, out, t->embedded[i]);
		export_pos(x, out, t->embedded_pos ? t->embedded_pos[i] : NO_POS);
	}
	export_uint(out, t->is_comparable_constraint);
	export_uint(out, t->is_constraint);
}

/* A defined type of another package is only named. */
static void write_named(Exporter *x, Buf *out, Type *t)
{
	write_package_ref(x, out, t->obj->pkg);
	export_str(x, out, t->obj->name);
	export_uint(out, (uint64_t)t->vargen);
	if (t->obj->pkg != x->package)
		return;
	export_obj(x, out, t->obj);
	export_type(x, out, type_under(t));
	write_objs(x, out, t->methods, t->nmethods);
	number(x, TABLE_NAMED, t);
}

static void write_type(Exporter *x, Buf *out, Type *t)
{
	export_uint(out, t->kind);
	switch (t->kind) {
	case T_ARRAY:
		export_int(out, t->len);
		export_type(x, out, t->elem);
		break;
	case T_SLICE:
	case T_POINTER: export_type(x, out, t->elem); break;
	case T_MAP:
		export_type(x, out, t->key);
		export_type(x, out, t->elem);
		break;
	case T_CHAN:
		export_uint(out, t->dir);
		export_type(x, out, t->elem);
		break;
	case T_STRUCT: write_struct(x, out, t); break;
	case T_TUPLE: write_objs(x, out, t->fields, t->nfields); break;
	case T_FUNC:
		export_obj(x, out, t->recv);
		write_objs(x, out, t->params, t->nparams);
		write_objs(x, out, t->results, t->nresults);
		export_uint(out, t->variadic);
		break;
	case T_INTERFACE: write_interface(x, out, t); break;
	case T_NAMED: write_named(x, out, t); break;
	default: ICE(NO_POS, "export data: type of kind %d", t->kind);
	}
}

/* ---- objects */

static int place_of(Obj **objs, int n, const Obj *o)
{
	for (int i = 0; i < n; i++)
		if (objs[i] == o)
			return i;
	return -1;
}

/* A method of an interface that has a name, when the package does not define it itself. */
static bool write_interface_method(Exporter *x, Buf *out, Obj *o)
{
	Type *t = o->recv_named;
	if (!t || t->kind != T_NAMED || t->obj->pkg == x->package || !type_is_interface(t))
		return false;
	Type *u = type_under(t);
	int place = place_of(u->methods, u->nmethods, o);
	if (place < 0)
		return false;
	export_uint(out, REF_INTERFACE);
	export_type(x, out, t);
	export_uint(out, (uint64_t)place);
	return true;
}

void export_obj(Exporter *x, Buf *out, Obj *o)
{
	bool foreign = o && o->pkg && o->pkg != x->package;
	if (!o) {
		export_uint(out, REF_NULL);
	} else if (foreign && o->is_package_level) {
		export_uint(out, REF_FOREIGN);
		write_package_ref(x, out, o->pkg);
		export_str(x, out, o->name);
	} else if (foreign && o->is_method && o->recv_named && !type_is_interface(o->recv_named)) {
		export_uint(out, REF_METHOD);
		export_type(x, out, o->recv_named);
		write_package_ref(x, out, o->pkg);
		export_str(x, out, o->name);
	} else if (!o->is_method || !write_interface_method(x, out, o)) {
		export_uint(out, REF_OWN);
		export_uint(out, number(x, TABLE_OBJECTS, o));
	}
}

void export_member(Exporter *x, Buf *out, Type *t, Obj *o)
{
	Type *u = t ? type_under(t) : NULL;
	if (u && u->kind == T_POINTER)
		u = type_under(t = u->elem);
	int place = -1;
	if (u && u->kind == T_STRUCT) {
		place = place_of(u->fields, u->nfields, o);
	} else if (u && u->kind == T_INTERFACE) {
		Obj **methods;
		int n = type_interface_methods(u, &methods);
		place = place_of(methods, n, o);
	}
	export_uint(out, (uint64_t)(place + 1));
	if (place >= 0)
		export_type(x, out, t);
	else
		export_obj(x, out, o);
}

static void write_obj(Exporter *x, Buf *out, Obj *o)
{
	uint64_t flags = 0;
	unsigned nflags = 0;
	export_uint(out, o->kind);
	export_str(x, out, o->name);
	write_package_ref(x, out, o->pkg);
#define BITS_BOOL(f) flags |= (uint64_t)(o->f) << nflags++;
#define BITS_UINT(f)
#define BITS_POS(f)
#define BITS_TYPE(f)
#define BITS_CONST(f)
#define BITS_SKIP(f)
#define BITS_BY_HAND(f)
#define X(f, how) BITS_##how(f)
	EXPORT_OBJ_FIELDS(X)
#undef X
	export_uint(out, flags);
#define PUT_BOOL(f)
#define PUT_UINT(f)  export_uint(out, (uint64_t)o->f);
#define PUT_POS(f)   export_pos(x, out, o->f);
#define PUT_TYPE(f)  export_type(x, out, o->f);
#define PUT_CONST(f) export_const(x, out, o->f);
#define PUT_SKIP(f)
#define PUT_BY_HAND(f)
#define X(f, how) PUT_##how(f)
	EXPORT_OBJ_FIELDS(X)
#undef X
}

/* ---- the tables */

/* The directives that a used position is behind. */
static void write_directives(Exporter *x, Buf *out, uint32_t number, SourceFile *f)
{
	uint32_t last = x->files.data[number].widths.len, n = 0;
	while (n < f->directives.len && f->directives.data[n].raw_line <= last)
		n++;
	export_uint(out, n);
	for (uint32_t i = 0; i < n; i++) {
		const LineDirective *d = &f->directives.data[i];
		Pos pos = f->base + d->offset;
		write_place(x, out, number, pos_raw_line(pos), pos_raw_col(pos));
		export_str(x, out, d->name);
		export_uint(out, d->line);
		export_uint(out, d->col);
		export_uint(out, d->raw_line);
	}
}

static void write_file(Exporter *x, Buf *out, uint32_t number, SourceFile *f)
{
	export_str(x, out, f->path);
	export_str(x, out, f->name);
	write_directives(x, out, number, f);
	const ExportFile *file = &x->files.data[number];
	export_uint(out, file->widths.len);
	for (uint32_t i = 0; i < file->widths.len; i++)
		export_uint(out, file->widths.data[i]);
}

/* Only what its importers may name, but all of package runtime: compiled code calls it by name. */
static bool is_wanted(const Package *p, const Obj *o)
{
	return obj_is_exported(o) || strcmp(p->path, "runtime") == 0;
}

static void write_roots(Exporter *x)
{
	Package *p = x->package;
	number(x, TABLE_PACKAGES, p);
	for (int i = 0; i < p->scope->nobjs; i++)
		if (is_wanted(p, p->scope->objs[i]))
			number(x, TABLE_OBJECTS, p->scope->objs[i]);
}

/* What has been mentioned, until nothing new is. */
static void write_reachable(Exporter *x)
{
	ExportChunks *types = &x->tables[TABLE_TYPES], *objects = &x->tables[TABLE_OBJECTS];
	while (types->chunks.len < types->items.len || objects->chunks.len < objects->items.len) {
		Buf chunk = buf_make(x->arena), ir = buf_make(x->arena);
		if (types->chunks.len < types->items.len) {
			write_type(x, &chunk, (Type *)types->items.data[types->chunks.len]);
			add_chunk(x, TABLE_TYPES, chunk);
			continue;
		}
		Obj *o = (Obj *)objects->items.data[objects->chunks.len];
		write_obj(x, &chunk, o);
		if (x->write_ir && o->pkg == x->package)
			x->write_ir(x, &ir, o);
		add_chunk(x, TABLE_OBJECTS, chunk);
		add_chunk(x, TABLE_IR, ir);
	}
}

static void write_names(Exporter *x)
{
	Scope *s = x->package->scope;
	for (int i = 0; i < s->nobjs; i++) {
		uintptr_t n = (uintptr_t)map_get(&x->tables[TABLE_OBJECTS].index, s->objs[i]);
		if (!n)
			continue;
		Buf chunk = buf_make(x->arena);
		export_str(x, &chunk, s->objs[i]->name);
		export_uint(&chunk, n - 1);
		add_chunk(x, TABLE_NAMES, chunk);
	}
	vec_each(const void *, item, x->tables[TABLE_NAMED].items) {
		Type *t = (Type *)*item;
		Buf chunk = buf_make(x->arena);
		export_str(x, &chunk, t->obj->name);
		export_uint(&chunk, (uint64_t)t->vargen);
		export_type(x, &chunk, t);
		add_chunk(x, TABLE_NAMED, chunk);
	}
}

static void write_meta(Exporter *x, const ExportMeta *meta)
{
	Buf chunk = buf_make(x->arena);
	export_str(x, &chunk, meta->init);
	export_uint(&chunk, meta->has_main);
	export_uint(&chunk, meta->imports.len);
	vec_each(ExportImport, i, meta->imports) {
		export_str(x, &chunk, i->path);
		buf_write(&chunk, i->hash, sizeof i->hash);
	}
	add_chunk(x, TABLE_META, chunk);
}

/* The tables whose items are complete only when everything else has been written. */
static void write_shared(Exporter *x)
{
	for (uint32_t i = 0; i < x->tables[TABLE_FILES].items.len; i++) {
		Buf chunk = buf_make(x->arena);
		write_file(x, &chunk, i, (SourceFile *)x->tables[TABLE_FILES].items.data[i]);
		add_chunk(x, TABLE_FILES, chunk);
	}
	for (uint32_t i = 0; i < x->tables[TABLE_PACKAGES].items.len; i++) {
		const Package *p = x->tables[TABLE_PACKAGES].items.data[i];
		Buf chunk = buf_make(x->arena);
		export_str(x, &chunk, p->path);
		export_str(x, &chunk, p->name);
		add_chunk(x, TABLE_PACKAGES, chunk);
	}
	for (uint32_t i = 0; i < x->tables[TABLE_STRINGS].items.len; i++) {
		Str s = x->tables[TABLE_STRINGS].items.data[i];
		Buf chunk = buf_make(x->arena);
		export_uint(&chunk, str_len(s));
		buf_write(&chunk, s, str_len(s));
		add_chunk(x, TABLE_STRINGS, chunk);
	}
}

static void pad(Buf *out)
{
	while (out->len % 4)
		buf_putc(out, 0);
}

/* Header, tables, chunks; empty chunks have no place. */
static Buf assemble(Exporter *x)
{
	ExportHeader header = {.magic = EXPORT_MAGIC, .version = EXPORT_VERSION};
	Buf chunks = buf_make(x->arena), tables = buf_make(x->arena), out = buf_make(x->arena);
	uint32_t before = sizeof header;
	for (int t = 0; t < NTABLES; t++)
		before += 4 * (header.table[t].count = x->tables[t].chunks.len);
	for (int t = 0; t < NTABLES; t++) {
		header.table[t].place = sizeof header + (uint32_t)tables.len;
		vec_each(Buf, chunk, x->tables[t].chunks) {
			uint32_t place = chunk->len ? before + (uint32_t)chunks.len : 0;
			buf_write(&tables, &place, sizeof place);
			buf_write(&chunks, chunk->data, chunk->len);
		}
	}
	pad(&chunks);
	header.size = before + (uint32_t)chunks.len;
	buf_reserve(&out, header.size + 1);
	buf_write(&out, &header, sizeof header);
	buf_write(&out, tables.data, tables.len);
	buf_write(&out, chunks.data, chunks.len);
	ExportHeader *h = (ExportHeader *)(void *)out.data;
	const char *rest = (const char *)h->table;
	size_t n = out.len - (size_t)(rest - out.data);
	h->hash[0] = hash_bytes(rest, n, EXPORT_VERSION);
	h->hash[1] = hash_bytes(rest, n, h->hash[0]);
	return out;
}

Buf types_export(Arena *arena, Package *package, const ExportMeta *meta,
		 void (*write_ir)(Exporter *x, Buf *out, Obj *o))
{
	Exporter x = {.arena = arena, .package = package, .write_ir = write_ir};
	for (int t = 0; t < NTABLES; t++)
		x.tables[t].index = map_make(arena);
	scope_load_all(package->scope);
	write_roots(&x);
	write_reachable(&x);
	write_names(&x);
	write_meta(&x, meta);
	write_shared(&x);
	return assemble(&x);
}
