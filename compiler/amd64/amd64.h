/*
 * The back end: SSA functions and static data in, NASM text out.
 *
 * A unit is one assembly file. Code units hold functions (at most AMD64_UNIT_FUNCS, because NASM's
 * time and memory grow faster than the number of sections) and the package's own data; a shared
 * unit holds weak data (type descriptors, itabs, string contents) whose references are written `wrt
 * ..sym`, so that each has one address in a program. The caller opens a stream, begins a unit on
 * it, emits into it, ends it:
 *
 * 	Amd64Unit *u = amd64_begin_unit(arena, out, package, AMD64_CODE, &options);
 * 	amd64_emit_func(u, f);          // for each SsaFunc, until amd64_unit_full(u)
 * 	amd64_emit_data(u, d);          // for each IrData not shared (AMD64_SHARED units: shared)
 * 	amd64_end_unit(u);              // line tables, debug information, `extern` lines
 *
 * amd64_emit_func runs the whole back end on one function: instruction selection (isel*.c),
 * liveness and register allocation (liveness.c, regalloc.c, moves.c), frame layout (frame.c), text
 * (emit.c), maps (stackmap.c, ehframe.c).
 */
#ifndef BURROW_AMD64_H
#define BURROW_AMD64_H

#include <stdbool.h>
#include <stdio.h>

#include "support/support.h"
#include "ir/ir.h"
#include "ssa/ssa.h"

enum { AMD64_UNIT_FUNCS = 500 };

typedef enum Amd64UnitKind {
	AMD64_CODE,   /* functions and data private to the package; everything in it is strong */
	AMD64_SHARED, /* weak data, references are `wrt ..sym` */
} Amd64UnitKind;

typedef struct Amd64Unit Amd64Unit;

/* Options of the whole compilation that the back end heeds. */
typedef struct Amd64Options {
	bool dump;         /* print machine code after selection and after allocation to stderr */
	bool source_lines; /* `-S`: write each Go line as a comment before its instructions */
	bool verify;       /* check what each pass leaves */
	bool strip;        /* no .debug_* sections */
} Amd64Options;

/* Opens a unit of `package` (NULL: of none, for amd64_emit_start) that writes to `out`; `options`
 * NULL: none. */
Amd64Unit *amd64_begin_unit(Arena *arena, FILE *out, IrPackage *package, Amd64UnitKind kind,
			    const Amd64Options *options);

/* True when no more functions should go into this unit. */
bool amd64_unit_full(const Amd64Unit *unit);

/* True when a function of the unit is so long that an assembler which looks for the shortest form
 * of each jump would take minutes. */
bool amd64_unit_long(const Amd64Unit *unit);

/* Compiles one function to text. The function is in the form that ssa_optimize leaves; it is
 * consumed. */
void amd64_emit_func(Amd64Unit *unit, SsaFunc *f);

/* Writes one static datum: bytes, relocations, and its `goroots` entry when it is a package
 * variable with pointers. */
void amd64_emit_data(Amd64Unit *unit, const IrData *data);

/* `rt_inittasks` (NULL-terminated list of function symbols) and `rt_main`: the program's last unit.
 * */
void amd64_emit_start(Amd64Unit *unit, const char **inits, int ninits, const char *main_symbol);

/* Finishes the unit; the stream stays the caller's. */
void amd64_end_unit(Amd64Unit *unit);

/* Go's full name as an assembler symbol: bytes outside [A-Za-z0-9_.] become `$xx`. */
const char *amd64_mangle(Arena *arena, const char *name);

#endif
