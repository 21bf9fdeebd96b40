// Units: text on its way to a file, the symbols it needs, and the passes of the back end in order.
#include "amd64/unit.h"
#include "funcmap.h"
#include "syntax/syntax.h"

// ---- text

void unit_puts(Amd64Unit *u, const char *s)
{
	buf_write(&u->text, s, strlen(s));
}

void unit_int(Amd64Unit *u, int64_t x)
{
	char digits[24], *p = digits + sizeof digits;
	uint64_t n = x < 0 ? -(uint64_t)x : (uint64_t)x;
	do
		*--p = '0' + n % 10;
	while (n /= 10);
	if (x < 0)
		*--p = '-';
	buf_write(&u->text, p, digits + sizeof digits - p);
}

void unit_printf(Amd64Unit *u, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	buf_vprintf(&u->text, format, args);
	va_end(args);
}

void unit_string(Amd64Unit *u, const char *bytes, size_t n)
{
	bool quoted = false;
	if (n == 0)
		unit_puts(u, "\"\"");
	for (size_t i = 0; i < n; i++) {
		unsigned char c = bytes[i];
		bool plain = c >= ' ' && c < 0x7f && c != '"';
		if (plain && quoted) {
			buf_putc(&u->text, c);
		} else if (plain) {
			unit_puts(u, i ? ", \"" : "\"");
			buf_putc(&u->text, c);
		} else {
			unit_puts(u, quoted ? "\", " : i ? ", " : "");
			unit_int(u, c);
		}
		quoted = plain;
	}
	if (quoted)
		unit_puts(u, "\"");
}

void unit_flush(Amd64Unit *u)
{
	if (u->text.len < 1 << 16)
		return;
	fwrite(u->text.data, 1, u->text.len, u->out);
	u->written += u->text.len;
	buf_clear(&u->text);
}

void unit_use(Amd64Unit *u, const char *symbol)
{
	map_set(&u->used, str_intern(symbol), 1);
}

void unit_define(Amd64Unit *u, const char *symbol)
{
	map_set(&u->defined, str_intern(symbol), 1);
}

uint32_t unit_file(Amd64Unit *u, const char *name)
{
	Str s = str_intern(*name ? name : "??"); /* `//line :1` names no file */
	uint32_t n = (uint32_t)(uintptr_t)map_get(&u->file_numbers, s);
	if (n)
		return n;
	vec_push(u->arena, u->files, s);
	map_set(&u->file_numbers, s, u->files.len);
	return u->files.len;
}

uint32_t unit_float(Amd64Unit *u, unsigned size, int64_t bits)
{
	uint64_t key = size == 4 ? (uint32_t)bits | (uint64_t)0x7ff4 << 48 : (uint64_t)bits;
	void **slot = map_slot(&u->float_constants, key);
	if (!*slot)
		*slot = (void *)(uintptr_t)u->float_constants.count;
	return (uint32_t)(uintptr_t)*slot;
}

// ---- the life of a unit

Amd64Unit *amd64_begin_unit(Arena *arena, FILE *out, IrPackage *package, Amd64UnitKind kind,
			    const Amd64Options *options)
{
	Amd64Unit *u = NEW(arena, Amd64Unit);
	*u = (Amd64Unit){.arena = arena,
			 .out = out,
			 .package = package,
			 .kind = kind,
			 .text = buf_make(NULL)};
	if (options)
		u->options = *options;
	u->defined = map_make(arena);
	u->used = map_make(arena);
	u->float_constants = map_make(arena);
	u->file_numbers = map_make(arena);
	return u;
}

bool amd64_unit_full(const Amd64Unit *u)
{
	return u->nfuncs >= AMD64_UNIT_FUNCS;
}

bool amd64_unit_long(const Amd64Unit *u)
{
	enum { LONG_FUNCTION = 1 << 20 }; // bytes of text
	return u->longest > LONG_FUNCTION;
}

static void write_constants(Amd64Unit *u)
{
	if (u->float_constants.count)
		unit_puts(u, "section .rodata.floats progbits alloc noexec nowrite align=16\n");
	for (uint32_t i = 0; i < u->float_constants.count; i++)
		unit_printf(u, "fc.%u:\tdq 0x%llx, 0\n", i + 1,
			    (unsigned long long)u->float_constants.entries[i].key);
	if (u->nfuncs)
		unit_puts(u, "section .rodata.files progbits alloc noexec nowrite\n");
	for (uint32_t i = 0; u->nfuncs && i < u->files.len; i++) {
		unit_printf(u, "file.%u:\tdb ", i + 1);
		unit_string(u, u->files.data[i], str_len(u->files.data[i]));
		unit_puts(u, ", 0\n");
	}
}

void amd64_end_unit(Amd64Unit *u)
{
	write_constants(u);
	dwarf_write(u);
	for (uint32_t i = 0; i < u->used.count; i++) {
		const char *symbol = (const char *)(uintptr_t)u->used.entries[i].key;
		if (!map_has(&u->defined, symbol))
			unit_printf(u, "extern %s\n", symbol);
	}
	unit_puts(u, "section .note.GNU-stack noalloc noexec nowrite progbits\n");
	fwrite(u->text.data, 1, u->text.len, u->out);
	buf_free(&u->text);
}

// ---- functions

static MFunc *new_function(const Amd64Unit *u, Arena *arena, SsaFunc *ssa)
{
	MFunc *f = NEW(arena, MFunc);
	f->arena = arena;
	f->name = ssa->symbol;
	f->symbol = amd64_mangle(arena, ssa->symbol);
	f->pos = ssa->ir->pos;
	f->nosplit = ssa->nosplit;
	f->shared = ssa->ir->is_shared;
	f->flags = (ssa->wrapper ? FUNC_WRAPPER : 0) | (ssa->nosplit ? FUNC_NOSPLIT : 0) |
		   (u->package && u->package->is_runtime ? FUNC_RUNTIME : 0);
	return f;
}

// The passes, in order.
void amd64_emit_func(Amd64Unit *u, SsaFunc *ssa)
{
	if (!amd64_frame_fits(ssa))
		return;
	MFunc *f = new_function(u, ssa->arena, ssa);
	amd64_select(f, ssa, u->options.verify);
	if (u->options.dump)
		amd64_dump(f, stderr, "after selection");
	amd64_allocate(f);
	if (u->options.dump)
		amd64_dump(f, stderr, "after register allocation");
	if (u->options.verify)
		amd64_verify(f);
	if (!amd64_frame(f))
		return;
	amd64_layout(f);
	Emitter e = {.u = u, .f = f, .ir = ssa->ir};
	size_t start = u->written + u->text.len;
	if (u->nfuncs++ == 0) {
		unit_puts(u, "%use smartalign\nalignmode p6, 16\n"); // long nops, no jump
		eh_frame_begin(u);
	}
	emit_function(&e);
	emit_map(&e);
	emit_eh_frame(&e);
	if (!u->options.strip)
		dwarf_add(&e);
	size_t size = u->written + u->text.len - start;
	if (size > u->longest)
		u->longest = size;
	unit_flush(u);
}
