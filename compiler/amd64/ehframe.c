// .eh_frame by hand: one entry per function, whose LSDA is the function's map, so that the linker
// keeps or drops the three together and makes the sorted look-up table. The call frame instructions
// serve debuggers and profilers.
#include "amd64/unit.h"

void eh_frame_begin(Amd64Unit *u)
{
	unit_puts(u, "section .eh_frame progbits alloc noexec nowrite align=8\n"
		     "cie:\tdd .e - .s\n"
		     ".s:\tdd 0\n"
		     "\tdb 1, \"zLR\", 0\n"
		     "\tdb 1, 0x78, 16\n"   // code 1, data -8, return address column
		     "\tdb 2, 0x1b, 0x1b\n" // LSDA and addresses: pc-relative, signed, 4 bytes
		     "\tdb 0x0c, 7, 8, 0x90, 1\n" // CFA = rsp + 8, rip at CFA - 8
		     "\ttimes (-($ - .s)) & 7 db 0\n"
		     ".e:\n");
}

// The CFA is rsp + 8 at entry, rsp + 16 after the push, rbp + 16 after the move.
static void emit_frame_rules(Emitter *e)
{
	const char *s = e->f->symbol;
	if (!e->f->has_frame)
		return;
	unit_printf(e->u, "\tdb 4\n\tdd %s.p1 - %s\n\tdb 0x0e, 16, 0x86, 2\n", s, s);
	unit_printf(e->u, "\tdb 4\n\tdd %s.p2 - %s.p1\n\tdb 0x0d, 6\n", s, s);
	if (e->f->check_stack)
		unit_printf(e->u, "\tdb 4\n\tdd %s.more - %s.p2\n\tdb 0x0c, 7, 8, 0xc6\n", s, s);
}

void emit_eh_frame(Emitter *e)
{
	const char *s = e->f->symbol;
	unit_printf(e->u,
		    "section .eh_frame\nfde.%s:\n\tdd .e - .s\n.s:\tdd .s - cie\n\tdd %s - $\n\tdd "
		    "%s.end - %s\n"
		    "\tdb 4\n\tdd gomap.%s - $\n",
		    s, s, s, s, s);
	emit_frame_rules(e);
	unit_puts(e->u, "\ttimes (-($ - .s)) & 7 db 0\n.e:\n");
}
