// Function maps: what the runtime knows about a function's frame, calls and lines
// (runtime/include/funcmap.h).
//
// At a safepoint the words of the frame that hold pointers are the spill slots of the pointers that
// live across it and the pointer words of the frame's variables. Those are zeroed at entry, so they
// may be looked at anywhere.
#include "amd64/unit.h"
#include "funcmap.h"

typedef struct BitmapPool {
	Arena *arena;
	Buf bytes;
	Map offsets; // hash of a bitmap -> offset + 1
	uint32_t base;
} BitmapPool;

// The offset of a bitmap in the map; equal ones are shared.
static uint32_t pool_bitmap(BitmapPool *p, const uint8_t *bits, uint32_t n)
{
	uint32_t end = n;
	while (end && !bits[end - 1])
		end--;
	if (!end)
		return 0;
	uint64_t key = hash_bytes(bits, n, n);
	uint32_t at = (uint32_t)(uintptr_t)map_get(&p->offsets, key);
	if (at && at - 1 + n <= p->bytes.len && memcmp(p->bytes.data + at - 1, bits, n) == 0)
		return p->base + at - 1;
	map_set(&p->offsets, key, p->bytes.len + 1);
	buf_write(&p->bytes, bits, n);
	return p->base + (uint32_t)p->bytes.len - n;
}

static void set_bit(uint8_t *bits, uint32_t word)
{
	bits[word / 8] |= 1 << word % 8;
}

static void mark_variables(const MFunc *f, uint8_t *bits)
{
	vec_each(MLocal, local, f->locals)
		for (int64_t w = 0; local->ptrs && !local->incoming && w < local->size / 8; w++)
			if (local->ptrs[w / 8] >> w % 8 & 1)
				set_bit(bits, local->offset / 8 + w);
}

static void mark_spills(const MFunc *f, const MSite *s, uint8_t *bits)
{
	for (uint32_t i = 0; i < s->nlive; i++)
		if (f->vreg.data[s->live[i]].spilled)
			set_bit(bits, f->spill_base / 8 + f->vreg.data[s->live[i]].slot);
}

static void emit_sites(Emitter *e, BitmapPool *pool)
{
	const MFunc *f = e->f;
	uint32_t words = f->frame_size / 8, nbytes = words / 8 + 1;
	uint32_t args_words = (f->args_size + f->spill_size + 7) / 8,
		 args_bytes = args_words / 8 + 1;
	uint8_t *variables = NEW_ARRAY(f->arena, uint8_t, nbytes),
		*bits = NEW_ARRAY(f->arena, uint8_t, nbytes);
	uint8_t *entry = NEW_ARRAY(f->arena, uint8_t, args_bytes);
	mark_variables(f, variables);
	memcpy(entry, f->arg_ptrs, (f->args_size + f->spill_size) / 64 + 1);
	for (uint32_t i = 0; i < f->nparam_regs; i++)
		if (f->param_regs[i].pointer)
			set_bit(entry, f->param_regs[i].offset / 8);
	uint32_t args = pool_bitmap(pool, f->arg_ptrs, (f->args_size + f->spill_size) / 64 + 1);
	for (uint32_t i = 0; i < e->sites.len; i++) {
		const MSite *s = e->sites.data[i];
		uint32_t locals = 0;
		if (!s->at_entry) {
			memcpy(bits, variables, nbytes);
			mark_spills(f, s, bits);
			locals = pool_bitmap(pool, bits, nbytes);
		}
		unit_printf(e->u, "\tdd %s.s%u - %s, %u, %u, %u\n", f->symbol, i, f->symbol, locals,
			    s->at_entry ? pool_bitmap(pool, entry, args_bytes) : args, s->regs);
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

static void emit_inlines(Emitter *e)
{
	for (uint32_t i = 0; i < e->ir->inlines.len; i++) {
		const InlinedCall *call = &e->ir->inlines.data[i];
		unit_printf(e->u, "\tdd .i%u, file.%u, %u, %u\n", i,
			    unit_file(e->u, pos_path(call->callee->pos)), call->parent,
			    pos_line(call->call_pos));
	}
}

static void emit_name(Emitter *e, const char *label, uint32_t n, const char *name)
{
	unit_printf(e->u, "%s%u: db ", label, n);
	unit_string(e->u, name, strlen(name));
	unit_puts(e->u, ", 0\n");
}

void emit_map(Emitter *e)
{
	const MFunc *f = e->f;
	Amd64Unit *u = e->u;
	const char *s = f->symbol;
	uint32_t flags = f->flags | (f->has_frame ? 0 : FUNC_FRAMELESS);
	uint32_t sites = sizeof(FuncMap), lines = sites + e->sites.len * sizeof(FuncSite);
	uint32_t inlines = lines + e->rows.len * sizeof(FuncLine);
	uint32_t bitmaps = inlines + e->ir->inlines.len * sizeof(FuncInline);
	BitmapPool pool = {f->arena, buf_make(f->arena), map_make(f->arena), bitmaps};
	unit_printf(u, "section .gomap.%s progbits alloc noexec nowrite align=4\ngomap.%s:\n", s,
		    s);
	unit_printf(u, "\tdd .n0, %s, %s.end - %s, %u\n\tdw %u, %u\n", s, s, s, f->frame_size,
		    flags, (f->args_size + f->spill_size + 7) / 8);
	if (f->defer_point)
		unit_printf(u, "\tdd %s.defer - %s", s, s);
	else
		unit_puts(u, "\tdd 0");
	unit_printf(u, ", file.%u, %u\n\tdd %u, %u, %u, %u, 0, 0, %u, %u\n",
		    unit_file(u, pos_path(f->pos)), pos_line(f->pos), sites, e->sites.len, lines,
		    e->rows.len, inlines, e->ir->inlines.len);
	emit_sites(e, &pool);
	for (uint32_t i = 0; i < e->rows.len; i++)
		unit_printf(u, "\tdd %s.l%u - %s, %u, %u\n", s, i, s, e->rows.data[i].line,
			    e->rows.data[i].inl);
	emit_inlines(e);
	emit_bytes(e, &pool.bytes);
	emit_name(e, ".n", 0, f->name);
	for (uint32_t i = 0; i < e->ir->inlines.len; i++)
		emit_name(e, ".i", i, e->ir->inlines.data[i].callee->symbol);
}
