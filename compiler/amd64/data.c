// Static data: package variables, descriptors, string contents, as sections of bytes and addresses.
//
// Private data is strong. Shared data is weak and stands in a unit of its own, where addresses are
// written `wrt ..sym`, lest they bind to the copy in the same file (docs/contracts.md, section 4).
#include <stdlib.h>

#include "amd64/unit.h"
#include "types/types.h"

static const char *section_of(const IrData *d)
{
	return !d->bytes && !d->relocs.len && !d->read_only ? "bss"
	       : d->is_type_link                            ? "typelink"
	       : d->read_only                               ? "rodata"
							    : "data";
}

static void write_bytes(Amd64Unit *u, const char *bytes, int64_t from, int64_t to)
{
	while (from < to) {
		int64_t zeros = 0;
		while (from + zeros < to && (!bytes || !bytes[from + zeros]))
			zeros++;
		if (zeros >= 16 || from + zeros == to) {
			// zeros here too, and nasm does not make them one by one
			unit_printf(u, "\tresb %lld\n", (long long)zeros);
			from += zeros;
			continue;
		}
		int64_t n = 0, run = 0; // up to a long run of zeros, 64 bytes a line
		while (from + n < to && n < 64 && run < 16) {
			run = bytes[from + n] ? 0 : run + 1;
			n++;
		}
		if (run == 16)
			n -= 16;
		unit_puts(u, "\tdb ");
		unit_string(u, bytes + from, n);
		unit_puts(u, "\n");
		from += n;
	}
}

static void write_address(Amd64Unit *u, const IrReloc *r)
{
	const char *symbol = amd64_mangle(u->arena, r->symbol);
	unit_use(u, symbol);
	unit_printf(u, "\t%s %s", r->size == 8 ? "dq" : "dd", symbol);
	if (r->addend)
		unit_printf(u, "%+lld", (long long)r->addend);
	unit_puts(u, u->kind == AMD64_SHARED ? " wrt ..sym\n" : "\n");
}

static int compare_reloc(const void *x, const void *y)
{
	const IrReloc *a = x, *b = y;
	return (a->offset > b->offset) - (a->offset < b->offset);
}

void amd64_emit_data(Amd64Unit *u, const IrData *d)
{
	const char *symbol = amd64_mangle(u->arena, d->symbol), *section = section_of(d);
	bool bss = section[0] == 'b', weak = u->kind == AMD64_SHARED;
	int64_t at = 0;
	unit_define(u, symbol);
	unit_printf(u, "section .%s.%s %s alloc noexec %s align=%u\n", section, symbol,
		    bss ? "nobits" : "progbits", d->read_only ? "nowrite" : "write",
		    d->align ? d->align : 1);
	unit_printf(u, "global %s:data%s (%lld)\n%s:\n", symbol, weak ? " weak" : "",
		    (long long)d->size, symbol);
	if (bss) {
		unit_printf(u, "\tresb %lld\n", (long long)d->size);
	} else {
		if (d->relocs.len > 1)
			qsort(d->relocs.data, d->relocs.len, sizeof *d->relocs.data, compare_reloc);
		vec_each(const IrReloc, r, d->relocs) {
			write_bytes(u, d->bytes, at, r->offset);
			write_address(u, r);
			at = r->offset + r->size;
		}
		write_bytes(u, d->bytes, at, d->size);
	}
	if (d->has_pointers && !d->read_only && d->type) {
		const char *type = amd64_mangle(u->arena, ir_type_symbol(u->package, d->type));
		unit_use(u, type);
		unit_printf(u, "section goroots progbits alloc noexec write align=8\n\tdq %s, %s\n",
			    symbol, type);
	}
	unit_flush(u);
}

void amd64_emit_start(Amd64Unit *u, const char **inits, int ninits, const char *main_symbol)
{
	unit_puts(u, "section .data.rt_inittasks progbits alloc noexec write align=8\n"
		     "global rt_inittasks:data, rt_main:data\nrt_inittasks:\n");
	for (int i = 0; i < ninits; i++) {
		const char *symbol = amd64_mangle(u->arena, inits[i]);
		unit_use(u, symbol);
		unit_printf(u, "\tdq %s\n", symbol);
	}
	const char *main = amd64_mangle(u->arena, main_symbol);
	unit_use(u, main);
	unit_printf(u, "\tdq 0\nrt_main:\tdq %s\n", main);
}
