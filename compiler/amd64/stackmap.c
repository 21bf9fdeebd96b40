// Function maps: what the runtime knows about a function's frame, calls and lines
// (runtime/include/funcmap.h).
//
// At a safepoint the words of the frame that hold pointers are the spill slots of the pointers that
// live across it and the units (MUnit) of the frame's variables that do. Variables whose address is
// taken are described once for all sites, so that the collector can trace what a pointer leads to.
#include <stdlib.h>

#include "amd64/unit.h"
#include "funcmap.h"

typedef struct BitmapPool {
	Arena *arena;
	Buf bytes;
	Map offsets; // hash of a bitmap -> offset + 1
	uint32_t base;
} BitmapPool;

static void set_bit(uint8_t *bits, uint32_t i)
{
	bits[i / 8] |= 1 << i % 8;
}

// The offset of some bytes in the map; equal ones are shared.
static uint32_t pool_bytes(BitmapPool *p, const void *bytes, uint32_t n)
{
	uint64_t key = hash_bytes(bytes, n, n);
	uint32_t at = (uint32_t)(uintptr_t)map_get(&p->offsets, key);
	if (at && at - 1 + n <= p->bytes.len && memcmp(p->bytes.data + at - 1, bytes, n) == 0)
		return p->base + at - 1;
	map_set(&p->offsets, key, p->bytes.len + 1);
	buf_write(&p->bytes, bytes, n);
	return p->base + (uint32_t)p->bytes.len - n;
}

// The offset of a bitmap's record: where its first byte that is not zero stands, how many bytes
// there are up to the last, these. 0: there is none. `bits` has four bytes of room before it.
static uint32_t pool_bitmap(const MFunc *f, BitmapPool *p, uint8_t *bits, uint32_t nbits)
{
	uint32_t begin = 0, end = nbits / 8 + 1;
	while (end && !bits[end - 1])
		end--;
	if (!end)
		return 0;
	while (!bits[begin])
		begin++;
	if (end > UINT16_MAX) {
		diag_unsupported(f->pos, "function with so many variables");
		return 0;
	}
	uint8_t *record = NEW_ARRAY(p->arena, uint8_t, end - begin + 4);
	uint16_t head[2] = {begin, end - begin};
	memcpy(record, head, 4);
	memcpy(record + 4, bits + begin, end - begin);
	return pool_bytes(p, record, end - begin + 4);
}

// The bits of a frame's map at work: of the words [pointers_from, pointers_to), then one for each
// object, and of the incoming words.
typedef struct FrameBits {
	uint8_t *locals, *args;
	uint32_t nlocals, nargs;
} FrameBits;

static uint32_t frame_words(const MFunc *f)
{
	return (f->pointers_to - f->pointers_from) / 8;
}

static FrameBits new_bits(const MFunc *f)
{
	FrameBits b = {.nlocals = frame_words(f) + f->nobjects,
		       .nargs = (f->args_size + f->spill_size + 7) / 8};
	b.locals = NEW_ARRAY(f->arena, uint8_t, b.nlocals / 8 + 1);
	b.args = NEW_ARRAY(f->arena, uint8_t, b.nargs / 8 + 1);
	return b;
}

static void clear_bits(FrameBits *b)
{
	memset(b->locals, 0, b->nlocals / 8 + 1);
	memset(b->args, 0, b->nargs / 8 + 1);
}

static void mark_frame_word(const MFunc *f, FrameBits *b, uint32_t offset)
{
	if (offset < f->pointers_from || offset >= f->pointers_to)
		ICE(f->pos, "%s: a pointer at %u, outside [%u, %u)", f->name, offset,
		    f->pointers_from, f->pointers_to);
	set_bit(b->locals, (offset - f->pointers_from) / 8);
}

static void mark_unit(const MFunc *f, FrameBits *b, const MUnit *u)
{
	const MLocal *local = &f->locals.data[u->local];
	if (local->whole)
		set_bit(b->locals, frame_words(f) + local->number);
	else if (local->incoming)
		set_bit(b->args, (local->offset + u->offset) / 8);
	else
		mark_frame_word(f, b, local->offset + u->offset);
}

static void mark_site(const MFunc *f, FrameBits *b, const MSite *s)
{
	for (uint32_t i = 0; i < s->nlive; i++)
		if (f->vreg.data[s->live[i]].spilled)
			mark_frame_word(f, b, f->spill_base + 8 * f->vreg.data[s->live[i]].slot);
	for (uint32_t i = 0; i < s->nunits; i++)
		mark_unit(f, b, &f->units.data[s->units[i]]);
}

// At entry all parameters live, those in registers in the spill area.
static void mark_entry(const MFunc *f, FrameBits *b)
{
	memcpy(b->args, f->arg_ptrs, b->nargs / 8 + 1);
	for (uint32_t i = 0; i < f->nparam_regs; i++)
		if (f->param_regs[i].pointer)
			set_bit(b->args, f->param_regs[i].offset / 8);
}

static void emit_sites(Emitter *e, BitmapPool *pool)
{
	const MFunc *f = e->f;
	FrameBits b = new_bits(f);
	for (uint32_t i = 0; i < e->sites.len; i++) {
		const MSite *s = e->sites.data[i];
		clear_bits(&b);
		if (s->at_entry)
			mark_entry(f, &b);
		else
			mark_site(f, &b, s);
		uint32_t locals = pool_bitmap(f, pool, b.locals, b.nlocals),
			 args = pool_bitmap(f, pool, b.args, b.nargs);
		unit_printf(e->u, "\tdd %s.s%u - %s, %u, %u, %u\n", f->symbol, i, f->symbol, locals,
			    args, s->regs | (s->column < UINT16_MAX ? s->column : 0) << 16);
	}
}

// The words that hold pointers when they live.
static uint32_t all_pointers(const MFunc *f, BitmapPool *pool)
{
	FrameBits b = new_bits(f);
	for (uint32_t slot = f->pointer_slots; slot < f->nslots; slot++)
		mark_frame_word(f, &b, f->spill_base + 8 * slot);
	vec_each(MUnit, u, f->units)
		if (!f->locals.data[u->local].whole)
			mark_unit(f, &b, u);
	return pool_bitmap(f, pool, b.locals, b.nlocals);
}

// ---- objects

static int32_t object_offset(const MFunc *f, const MLocal *local)
{
	return local->incoming ? local->offset : (int32_t)(local->offset - f->frame_size) - 16;
}

typedef struct Object {
	int32_t offset; // from the CFA
	MLocal *local;
} Object;

static int compare_objects(const void *x, const void *y)
{
	const Object *a = x, *b = y;
	return (a->offset > b->offset) - (a->offset < b->offset);
}

static void emit_objects(Emitter *e, BitmapPool *pool)
{
	MFunc *f = e->f;
	Object *objects = NEW_ARRAY(f->arena, Object, f->nobjects + 1);
	uint32_t n = 0;
	vec_each(MLocal, local, f->locals)
		if (local->object)
			objects[n++] = (Object){object_offset(f, local), local};
	qsort(objects, n, sizeof *objects, compare_objects);
	for (uint32_t i = 0; i < n; i++) {
		MLocal *local = objects[i].local;
		local->number = i;
		unit_printf(e->u, "\tdd %d, %u, %u, %u\n", objects[i].offset, (uint32_t)local->size,
			    (uint32_t)local->period,
			    pool_bytes(pool, local->ptrs, local->period / 64 + 1));
	}
}

static void emit_bytes(Emitter *e, const Buf *b)
{
	for (size_t i = 0; i < b->len; i++) {
		unit_puts(e->u, i % 32 == 0 ? "\n\tdb " : ",");
		unit_int(e->u, (uint8_t)b->data[i]);
	}
	unit_puts(e->u, "\n");
}

/* The entry of a row: the inlined call's, or one of its own where a //line directive names another
 * file. */
static uint32_t row_entry(Emitter *e, const LineRow *row)
{
	const InlinedCall *calls = e->ir->inlines.data;
	Pos home = row->inl ? calls[row->inl - 1].callee->pos : e->f->pos;
	if (unit_file(e->u, pos_path(home)) == row->file)
		return row->inl;
	uint32_t i = 0;
	for (; i < e->file_entries.len; i++)
		if (e->file_entries.data[i].file == row->file &&
		    e->file_entries.data[i].inl == row->inl)
			break;
	if (i == e->file_entries.len)
		vec_push(e->f->arena, e->file_entries, ((FileEntry){row->file, row->inl}));
	return e->ir->inlines.len + i + 1;
}

static void emit_rows(Emitter *e)
{
	const char *s = e->f->symbol;
	for (uint32_t i = 0; i < e->rows.len; i++)
		unit_printf(e->u, "\tdd %s.l%u - %s, %u, %u\n", s, i, s, e->rows.data[i].line,
			    row_entry(e, &e->rows.data[i]));
}

static void emit_inlines(Emitter *e)
{
	for (uint32_t i = 0; i < e->ir->inlines.len; i++) {
		const InlinedCall *call = &e->ir->inlines.data[i];
		unit_printf(e->u, "\tdd .i%u, file.%u, %u, %u\n", i,
			    unit_file(e->u, pos_path(call->callee->pos)), call->parent,
			    pos_line(call->call_pos));
	}
	vec_each(FileEntry, entry, e->file_entries)
		unit_printf(e->u, "\tdd 0, file.%u, %u, 0\n", entry->file, entry->inl);
}

static void emit_name(Emitter *e, const char *label, uint32_t n, const char *name)
{
	unit_printf(e->u, "%s%u: db ", label, n);
	unit_string(e->u, name, strlen(name));
	unit_puts(e->u, ", 0\n");
}

void emit_map(Emitter *e)
{
	MFunc *f = e->f;
	Amd64Unit *u = e->u;
	const char *s = f->symbol;
	uint32_t flags = f->flags | (f->has_frame ? 0 : FUNC_FRAMELESS);
	vec_each(MLocal, local, f->locals)
		f->nobjects += local->object;
	uint32_t objects = sizeof(FuncMap), sites = objects + f->nobjects * sizeof(StackObject),
		 lines = sites + e->sites.len * sizeof(FuncSite);
	uint32_t inlines = lines + e->rows.len * sizeof(FuncLine);
	for (uint32_t i = 0; i < e->rows.len; i++)
		row_entry(e, &e->rows.data[i]);
	uint32_t ninlines = e->ir->inlines.len + e->file_entries.len;
	uint32_t bitmaps = inlines + ninlines * sizeof(FuncInline);
	BitmapPool pool = {f->arena, buf_make(f->arena), map_make(f->arena), bitmaps};
	unit_printf(u, "section .gomap.%s progbits alloc noexec nowrite align=4\ngomap.%s:\n", s,
		    s);
	unit_printf(u, "\tdd .n0, %s, %s.end - %s, %u\n\tdw %u, %u\n", s, s, s, f->frame_size,
		    flags, (f->args_size + f->spill_size + 7) / 8);
	if (f->defer_point)
		unit_printf(u, "\tdd %s.defer - %s", s, s);
	else
		unit_puts(u, "\tdd 0");
	unit_printf(u, ", file.%u, %u\n\tdd %u, %u, %u, %u, %u, %u, %u, %u\n",
		    unit_file(u, pos_path(f->pos)), pos_line(f->pos), sites, e->sites.len, lines,
		    e->rows.len, objects, f->nobjects, inlines, ninlines);
	unit_printf(u, "\tdd %u, %u, %u\n", f->pointers_from, frame_words(f),
		    all_pointers(f, &pool));
	emit_objects(e, &pool);
	emit_sites(e, &pool);
	emit_rows(e);
	emit_inlines(e);
	emit_bytes(e, &pool.bytes);
	emit_name(e, ".n", 0, f->name);
	for (uint32_t i = 0; i < e->ir->inlines.len; i++)
		emit_name(e, ".i", i, e->ir->inlines.data[i].callee->symbol);
}
