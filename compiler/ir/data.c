/*
 * Static data: contents of strings, closure objects of functions, bytes and relocations; and the
 * symbols of type descriptors and itabs, whose contents another stage supplies (what was asked for
 * is listed in the package).
 */
#include "ir/ir.h"

static char *contents(IrPackage *p, IrData *d)
{
	if (d->size > MAX_SYMBOL) /* no variable: see ir_check_size */
		diag_fatal("%s: symbol too large (%lld bytes > %d bytes)", d->symbol,
			   (long long)d->size, MAX_SYMBOL);
	if (!d->bytes)
		d->bytes = arena_alloc(p->arena, (size_t)d->size + 1);
	return d->bytes;
}

void ir_data_bytes(IrPackage *p, IrData *d, int64_t offset, const void *bytes, int64_t n)
{
	ASSERT(offset >= 0 && offset + n <= d->size);
	memcpy(contents(p, d) + offset, bytes, (size_t)n);
}

void ir_data_int(IrPackage *p, IrData *d, int64_t offset, int size, uint64_t value)
{
	if (value)
		ir_data_bytes(p, d, offset, &value, size);
}

void ir_data_reloc(IrPackage *p, IrData *d, int64_t offset, int size, Str symbol, int64_t addend)
{
	IrReloc r = {.offset = (uint32_t)offset,
		     .size = (uint8_t)size,
		     .symbol = symbol,
		     .addend = addend};
	contents(p, d);
	vec_push(p->arena, d->relocs, r);
}

static Str hashed(const char *prefix, const char *text, size_t len)
{
	return str_printf("%s%016llx%016llx", prefix, (unsigned long long)hash_bytes(text, len, 1),
			  (unsigned long long)hash_bytes(text, len, 2));
}

IrData *ir_string_data(IrPackage *p, Str text)
{
	IrData *d = ir_data(p, hashed("str.", text, str_len(text)));
	if (d->defined)
		return d;
	d->defined = d->shared = d->read_only = true;
	d->size = str_len(text);
	ir_data_bytes(p, d, 0, text, d->size);
	return d;
}

IrData *ir_func_value(IrPackage *p, Func *f)
{
	Str code = f->linkname ? f->linkname : f->symbol;
	IrData *d = ir_data(p, str_printf("%s..f", code));
	ir_note_func_use(p, f);
	if (d->defined)
		return d;
	d->defined = d->shared = d->read_only = true;
	d->size = d->align = 8;
	ir_data_reloc(p, d, 0, 8, code, 0);
	return d;
}

Str ir_type_symbol(IrPackage *p, Type *type)
{
	void **slot = map_slot(&p->type_refs, type_canonical(type));
	if (!*slot)
		*slot = type;
	const char *text = type_link_string(type);
	return hashed("type.", text, strlen(text));
}

Str ir_itab_symbol(IrPackage *p, Type *iface, Type *concrete)
{
	const char *from = type_link_string(concrete), *to = type_link_string(iface);
	Str text = str_printf("%s,%s", from, to);
	Str symbol = hashed("itab.", text, str_len(text));
	void **slot = map_slot(&p->itab_refs, symbol);
	if (!*slot) {
		ItabRef *r = NEW(p->arena, ItabRef);
		r->symbol = symbol;
		r->iface = iface;
		r->concrete = concrete;
		*slot = r;
	}
	return symbol;
}

/* ---- methods and those who call them */

uint64_t ir_method_key(const Obj *m)
{
	const char *scope = obj_is_exported(m) || !m->pkg ? "" : m->pkg->path;
	Str text = str_printf("%s.%s%s", scope, m->name, type_link_string(m->type));
	return hash_bytes(text, str_len(text), 9) | 2; /* never METHOD_KEY_ALL */
}

Str ir_method_symbol(const Obj *m, const Func *f)
{
	return str_printf("m..%016llx.%s", (unsigned long long)ir_method_key(m),
			  f->linkname ? f->linkname : f->symbol);
}

static bool is_of_reflect(const Obj *o)
{
	return o && o->pkg && strcmp(o->pkg->path, "reflect") == 0;
}

/* Reflection's Method and MethodByName; any interface may have those of reflect.Type. */
static bool finds_methods(const Obj *m)
{
	if (strcmp(m->name, "Method") != 0 && strcmp(m->name, "MethodByName") != 0)
		return false;
	const Type *t = m->type->nresults ? m->type->results[0]->type : NULL;
	return is_of_reflect(m) || (t && t->kind == T_NAMED && is_of_reflect(t->obj) &&
				    strcmp(t->obj->name, "Method") == 0);
}

void ir_note_func_use(IrPackage *p, const Func *f)
{
	if (f->obj && f->obj->is_method && finds_methods(f->obj) &&
	    p->package->path != STR("reflect"))
		*map_slot_u64(&p->methods_called, METHOD_KEY_ALL) = p;
}

void ir_note_method_call(IrPackage *p, const Obj *m)
{
	*map_slot_u64(&p->methods_called, ir_method_key(m)) = p;
	if (finds_methods(m) && p->package->path != STR("reflect"))
		*map_slot_u64(&p->methods_called, METHOD_KEY_ALL) = p;
}
