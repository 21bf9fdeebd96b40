/*
 * Allocation counting: each package has a read-only table with the verdict of every expression that
 * can allocate, and the program a list of the tables. The runtime counts by return address, and
 * joins the two by function, inlined call, line and column when the program ends.
 */
#include "driver/allocs.h"

#include <stdlib.h>

#include "allocsite.h"
#include "escape/escape.h"
#include "ir/ir.h"

typedef struct Table {
	Arena *arena;
	IrData *data;
	Buf bytes;   /* the table, then the strings */
	Map strings; /* Str -> offset in bytes */
	uint32_t strings_from;
	Buf text;
} Table;

static void put(Table *t, uint32_t v)
{
	buf_write(&t->bytes, &v, sizeof v);
}

static void put_string(Table *t, const char *s)
{
	Str str = str_intern(s);
	if (!map_has(&t->strings, str)) {
		map_set(&t->strings, str, t->text.len);
		buf_write(&t->text, s, strlen(s) + 1);
	}
	IrReloc r = {(uint32_t)t->bytes.len, 4, t->data->symbol,
		     t->strings_from + (int64_t)(uintptr_t)map_get(&t->strings, str)};
	vec_push(t->arena, t->data->relocs, r);
	put(t, 0);
}

/* Bytes that an object must have more than to be allowed on the heap. */
static uint32_t bound_bytes(const Verdict *v)
{
	int64_t unit = strcmp(v->unit, "runes") == 0 ? 4 : 1;
	return (uint32_t)(v->bound * unit);
}

static uint32_t site_by(AllocBy by)
{
	switch (by) {
	case ALLOC_APPEND: return SITE_APPEND;
	case ALLOC_MAP: return SITE_MAP;
	case ALLOC_STRING: return SITE_STRING;
	case ALLOC_CHANNEL: return SITE_CHANNEL;
	case ALLOC_BOXING: return SITE_BOXING;
	case ALLOC_GOROUTINE: return SITE_GOROUTINE;
	case ALLOC_DEFER: return SITE_DEFER;
	default: return SITE_ITSELF;
	}
}

static void put_site(Table *t, const Verdict *v)
{
	bool bytes = v->where == ESC_UNTIL_GROWS && strcmp(v->unit, "entries") != 0 &&
		     strcmp(v->unit, "bytes in all") != 0;
	bool heap = v->where == ESC_HEAP || (v->where == ESC_UNTIL_GROWS && !bytes);
	put_string(t, v->func->symbol);
	put(t, v->inl);
	put_string(t, pos_path(v->pos));
	put(t, pos_line(v->pos));
	put(t, pos_col(v->pos));
	put(t, (uint32_t)v->depth);
	put(t, site_by(v->by));
	put(t, v->bytes > 0 && v->bytes <= UINT32_MAX ? (uint32_t)v->bytes : 0);
	put(t, heap ? PROMISE_HEAP : bytes ? PROMISE_BOUND : PROMISE_NONE);
	put(t, bytes ? bound_bytes(v) : 0);
	const char *verdict = escape_verdict_text(t->arena, v);
	put_string(t, v->by == ALLOC_SITE
			      ? verdict
			      : arena_printf(t->arena, "%s (%s)", verdict, escape_by_text[v->by]));
	put_string(t, v->var ? v->var->name : ir_text(t->arena, v->node));
}

static Str table_symbol(Str path)
{
	return str_printf("allocsites.%s", path);
}

IrData *allocs_table(Arena *arena, IrPackage *package)
{
	Table t = {.arena = arena, .data = NEW(arena, IrData)};
	VerdictList verdicts = {0};
	/* What package runtime allocates, it allocates on behalf of its callers. */
	for (uint32_t i = 0; !package->is_runtime && i < package->funcs.len; i++)
		escape_verdicts(arena, package->funcs.data[i], &verdicts);
	t.strings = map_make(arena);
	t.bytes = t.text = buf_make(arena);
	t.strings_from = (uint32_t)(sizeof(AllocTable) + verdicts.len * sizeof(AllocSite));
	*t.data = (IrData){.symbol = table_symbol(package->path), .align = 8, .read_only = true};
	put(&t, verdicts.len);
	put(&t, sizeof(AllocSite));
	vec_each(const Verdict, v, verdicts)
		put_site(&t, v);
	buf_write(&t.bytes, t.text.data, t.text.len);
	t.data->bytes = t.bytes.data;
	t.data->size = (int64_t)t.bytes.len;
	t.data->defined = true;
	return t.data;
}

IrData *allocs_tables(Arena *arena, const UnitList *units)
{
	IrData *d = NEW(arena, IrData);
	*d = (IrData){.symbol = str_intern("rt_alloc_tables"), .align = 8, .read_only = true};
	d->size = 8 * ((int64_t)units->len + 1);
	d->bytes = NEW_ARRAY(arena, char, d->size);
	d->defined = true;
	for (uint32_t i = 0; i < units->len; i++) {
		const Unit *unit = units->data[i];
		IrReloc r = {i * 8, 8, table_symbol(unit->is_command ? STR("main") : unit->path),
			     0};
		vec_push(arena, d->relocs, r);
	}
	return d;
}
