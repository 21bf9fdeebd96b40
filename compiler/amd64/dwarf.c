// Debug information as data: a line table, and a compile unit with one subprogram per function
// under its Go name (DWARF 4). Functions have sections of their own, so each has its own sequence
// of line rows; those of functions that the linker dropped keep address 0, which debuggers ignore.
#include "amd64/unit.h"

void dwarf_add(Emitter *e)
{
	DebugFunc d = {arena_copy(e->u->arena, e->f->name, strlen(e->f->name)),
		       arena_copy(e->u->arena, e->f->symbol, strlen(e->f->symbol)),
		       e->rows.data[0].file,
		       e->rows.data[0].line,
		       NEW_ARRAY(e->u->arena, LineRow, e->rows.len),
		       e->rows.len};
	memcpy(d.rows, e->rows.data, e->rows.len * sizeof *d.rows);
	vec_push(e->u->arena, e->u->debug, d);
}

// An unsigned LEB128 number, followed by `after`.
static void write_uleb(Amd64Unit *u, uint32_t n, const char *after)
{
	for (; n >= 128; n >>= 7)
		unit_printf(u, "%u, ", (n & 0x7f) | 0x80);
	unit_printf(u, "%u%s", n, after);
}

static void write_rows(Amd64Unit *u, const DebugFunc *d)
{
	uint32_t file = 1, line = 1;
	unit_printf(u, "\tdb 0, 9, 2\n\tdq %s\n", d->symbol); // DW_LNE_set_address
	for (uint32_t i = 0; i < d->nrows; i++) {
		const LineRow *r = &d->rows[i];
		if (i) // DW_LNS_fixed_advance_pc
			unit_printf(u, "\tdb 9\n\tdw %s.l%u - %s.l%u\n", d->symbol, i, d->symbol,
				    i - 1);
		if (r->file != file) { // DW_LNS_set_file
			unit_puts(u, "\tdb 4, ");
			write_uleb(u, r->file, "\n");
		}
		int32_t delta = (int32_t)r->line - (int32_t)line;
		unit_puts(u, "\tdb 3"); // DW_LNS_advance_line
		for (;;) {
			uint32_t byte = delta & 0x7f;
			delta >>= 7;
			bool last = (delta == 0 && !(byte & 0x40)) || (delta == -1 && byte & 0x40);
			unit_printf(u, ", %u", last ? byte : byte | 0x80);
			if (last)
				break;
		}
		unit_puts(u, ", 1\n"); // DW_LNS_copy
		file = r->file;
		line = r->line;
	}
	unit_printf(u, "\tdb 9\n\tdw %s.end - %s.l%u\n\tdb 0, 1, 1\n", d->symbol, d->symbol,
		    d->nrows - 1);
}

static void write_line_table(Amd64Unit *u)
{
	unit_puts(u, "section .debug_line progbits noalloc noexec nowrite\n"
		     "line:\tdd .end - .ver\n.ver:\tdw 4\n\tdd .prog - .hdr\n"
		     ".hdr:\tdb 1, 1, 1, -5, 14, 13, 0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1, 0\n");
	for (uint32_t i = 0; i < u->files.len; i++) {
		unit_puts(u, "\tdb ");
		unit_string(u, u->files.data[i], strlen(u->files.data[i]));
		unit_puts(u, ", 0, 0, 0, 0\n");
	}
	unit_puts(u, "\tdb 0\n.prog:\n");
	vec_each(DebugFunc, d, u->debug)
		write_rows(u, d);
	unit_puts(u, ".end:\n");
}

static void write_info(Amd64Unit *u)
{
	unit_puts(
		u,
		"section .debug_abbrev progbits noalloc noexec nowrite\n"
		"abbrev:\tdb 1, 0x11, 1\n" // unit: language name directory lines ranges low_pc
		"\tdb 0x13, 0x0b, 0x03, 0x08, 0x1b, 0x08, 0x10, 0x17, 0x55, 0x17, 0x11, 0x01, 0, "
		"0\n"
		"\tdb 2, 0x2e, 0\n" // subprogram: name low_pc high_pc file line external frame base
		"\tdb 0x03, 0x08, 0x11, 0x01, 0x12, 0x07, 0x3a, 0x0f, 0x3b, 0x0f, 0x3f, 0x19, "
		"0x40, 0x18, 0, 0\n"
		"\tdb 0\nsection .debug_ranges progbits noalloc noexec nowrite\nranges:\n");
	vec_each(DebugFunc, d, u->debug)
		unit_printf(u, "\tdq %s, %s.end\n", d->symbol, d->symbol);
	unit_puts(u, "\tdq 0, 0\nsection .debug_info progbits noalloc noexec nowrite\n"
		     "info:\tdd .end - .ver\n.ver:\tdw 4\n\tdd abbrev\n\tdb 8, 1, 0x16\n\tdb ");
	const char *name = u->package ? u->package->path : "";
	unit_string(u, name, strlen(name));
	unit_puts(u, ", 0, \".\", 0\n\tdd line, ranges\n\tdq 0\n");
	vec_each(DebugFunc, d, u->debug) {
		unit_puts(u, "\tdb 2, ");
		unit_string(u, d->name, strlen(d->name));
		unit_printf(u, ", 0\n\tdq %s, %s.end - %s\n\tdb ", d->symbol, d->symbol, d->symbol);
		write_uleb(u, d->file, ", ");
		write_uleb(u, d->line, ", ");
		unit_puts(u, "1, 0x9c\n"); // DW_OP_call_frame_cfa
	}
	unit_puts(u, "\tdb 0\n.end:\n");
}

void dwarf_write(Amd64Unit *u)
{
	if (u->options.strip || !u->debug.len)
		return;
	write_line_table(u);
	write_info(u);
}
