/* What a file imports, from its head alone. See imports.c. */
#ifndef BURROW_DRIVER_IMPORTS_H
#define BURROW_DRIVER_IMPORTS_H

#include "support/support.h"

typedef struct SourceImport {
	Str path;
	uint32_t offset; /* of the quote, in bytes from the file's beginning */
} SourceImport;

typedef struct SourceHead {
	Str package; /* NULL: no package clause could be read */
	uint32_t package_offset;
	VEC(SourceImport) imports;
	bool malformed; /* a syntax error ended the reading */
} SourceHead;

/* Reads a file's package clause and imports as far as they are well formed; the parser reports what
 * is not. */
SourceHead imports_read(Arena *arena, const char *text, size_t size);

/* Can it be an import path at all? (The checker reports those that cannot.) */
bool imports_valid_path(Str path);

#endif
