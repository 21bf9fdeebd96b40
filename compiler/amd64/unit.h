// A unit being written: the text so far, what it refers to, and what its debug information will
// say. Private.
#ifndef BURROW_AMD64_UNIT_H
#define BURROW_AMD64_UNIT_H

#include "amd64/amd64.h"
#include "amd64/machine.h"

// A place in the code where another source line begins.
typedef struct LineRow {
	uint32_t label; // `.l` label of the function
	uint32_t line, inl;
	uint32_t file; // number in the unit's list
} LineRow;

/* A part of a function (or of one inlined into it) whose lines are of another file. */
typedef struct FileEntry {
	uint32_t file, inl;
} FileEntry;

typedef struct DebugFunc {
	const char *name, *symbol;
	uint32_t file, line;
	LineRow *rows;
	uint32_t nrows;
} DebugFunc;

struct Amd64Unit {
	Arena *arena;
	FILE *out;
	IrPackage *package; // or NULL
	Amd64UnitKind kind;
	Amd64Options options;
	Buf text;            // not yet written
	size_t written;      // bytes before `text`
	size_t longest;      // bytes of the longest function
	Map defined, used;   // symbols (interned)
	Map float_constants; // size and bits -> label number + 1
	VEC(Str) files;      // numbers from 1 in the line table
	Map file_numbers;
	VEC(DebugFunc) debug;
	uint32_t nfuncs;
};

// ---- text
void unit_puts(Amd64Unit *u, const char *s);
void unit_int(Amd64Unit *u, int64_t x);
void unit_printf(Amd64Unit *u, const char *format, ...) PRINTF_LIKE(2, 3);
void unit_flush(Amd64Unit *u);
void unit_use(Amd64Unit *u, const char *symbol);
void unit_define(Amd64Unit *u, const char *symbol);
uint32_t unit_file(Amd64Unit *u, const char *name);
uint32_t unit_float(Amd64Unit *u, unsigned size, int64_t bits); // label number of a constant
// as operands of db, without a line's end
void unit_string(Amd64Unit *u, const char *bytes, size_t n);

// ---- one function (emit.c, stackmap.c, ehframe.c, dwarf.c)
typedef struct Emitter {
	Amd64Unit *u;
	MFunc *f;
	const Func *ir;
	VEC(LineRow) rows;
	VEC(MSite *) sites;
	VEC(MIns *) cold;    // instructions with a part out of line
	uint32_t nlabels;    // local labels of macros
	uint32_t next_block; // the block behind the current one in the text
	uint32_t row_line, row_inl, row_file;
	VEC(FileEntry) file_entries;
} Emitter;

void emit_function(Emitter *e);
void emit_map(Emitter *e);      // .gomap.SYMBOL
void emit_eh_frame(Emitter *e); // the function's entry
void dwarf_add(Emitter *e);
void dwarf_write(Amd64Unit *u);
void eh_frame_begin(Amd64Unit *u); // the common entry

#endif
