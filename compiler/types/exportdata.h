/*
 * Export data: what the importers of a package need of it, in one block of bytes.
 *
 * 	header   magic, version, hash of all that follows, the places of the tables
 * 	tables   strings, files, packages, names of objects, names of types, types, objects, IR
 * 	chunks   one for each type, for each object and for the IR of each function and variable
 *
 * A table has 32-bit places of chunks, so nothing is decoded before it is asked for: an importer
 * that uses fmt.Println pays for the objects and types that it leads to. A chunk is a sequence of
 * numbers in LEB128; everything in it that has an identity is a number in a table. What belongs to
 * another package is named (package, name) and found in that package's export data.
 *
 * The writer goes breadth first from the exported objects; the order of first mention numbers the
 * tables, so that equal packages have equal bytes. Positions are (file, line, column); an importer
 * makes up a file whose lines are just long enough for the columns that occur, so that its
 * positions have the lines, columns, order and `//line` directives of the source, but what the
 * file has besides does not matter.
 *
 * types/ writes and reads types, objects and constants; ir/ does functions and variables
 * (ir/export.c), through the primitives here. The hash is checked when the data is opened, so
 * damaged data is never decoded; that every number is in its range is checked besides.
 */
#ifndef BURROW_TYPES_EXPORTDATA_H
#define BURROW_TYPES_EXPORTDATA_H

#include "types/types.h"

/* Changes whenever the encoding does. */
enum { EXPORT_VERSION = 2 };

/* The tables. COUNT entries each, which are places of chunks from the beginning of the data. */
/* clang-format off */
#define EXPORT_TABLES(X) \
	X(STRINGS)  /* length, bytes */ \
	X(FILES)    /* path, name, directives, number of lines, length of each as far as used */ \
	X(PACKAGES) /* path, name; the first is the package itself */ \
	X(NAMES)    /* of package level, those that importers can come to: name, object */ \
	X(NAMED)    /* defined types of the package: name, number among the local ones, type */ \
	X(TYPES) \
	X(OBJECTS) \
	X(IR)       /* of the object of the same number; place 0: none */ \
	X(META)     /* one: see types_export */
/* clang-format on */

typedef enum ExportTable {
#define X(name) TABLE_##name,
	EXPORT_TABLES(X)
#undef X
		NTABLES
} ExportTable;

typedef struct ExportHeader {
	char magic[8];
	uint32_t version;
	uint32_t size;    /* of all */
	uint64_t hash[2]; /* of what follows the header's first 32 bytes */
	struct {
		uint32_t place, count;
	} table[NTABLES];
} ExportHeader;

#define EXPORT_MAGIC "burrow\n\001"

/* ---------------------------------------------------------------- writing */

typedef struct ExportChunks {
	Map index; /* what -> number + 1 */
	VEC(const void *) items;
	VEC(Buf) chunks;
} ExportChunks;

typedef struct ExportFile { /* for each line how many columns of it are used */
	VEC(uint32_t) widths;
} ExportFile;

typedef struct Exporter {
	Arena *arena;
	Package *package;
	ExportChunks tables[NTABLES];
	VEC(ExportFile) files; /* as in the table FILES */
	/* ir/'s: writes the IR of a function or variable of this package; may write nothing */
	void (*write_ir)(struct Exporter *x, Buf *out, Obj *o);
} Exporter;

void export_uint(Buf *out, uint64_t v);
void export_int(Buf *out, int64_t v);
void export_str(Exporter *x, Buf *out, Str s); /* NULL is kept apart from "" */
void export_pos(Exporter *x, Buf *out, Pos pos);
void export_type(Exporter *x, Buf *out, Type *t); /* NULL allowed */
void export_obj(Exporter *x, Buf *out, Obj *o);   /* NULL allowed */
void export_const(Exporter *x, Buf *out, const Const *c);
/* A field or interface method of t, found by its place there. */
void export_member(Exporter *x, Buf *out, Type *t, Obj *o);

/* ---------------------------------------------------------------- reading */

/* A chunk being read. */
typedef struct ImportReader {
	struct Importer *in;
	const uint8_t *at, *end;
} ImportReader;

typedef struct Importer {
	Package *package;
	const uint8_t *data;
	const ExportHeader *header;
	/* What has been decoded, by number. */
	Str *strings;
	SourceFile **files;
	Package **packages;
	Type **types;
	Obj **objects;
	Map names;       /* Str -> number in NAMES + 1 */
	bool all_loaded; /* every name is in the scope */
	Map named;       /* name·number -> number in NAMED + 1 */
	const ImportConfig *config;
} Importer;

uint64_t import_uint(ImportReader *r);
int64_t import_int(ImportReader *r);
Str import_str(ImportReader *r);
Pos import_pos(ImportReader *r);
Type *import_type(ImportReader *r);
Obj *import_obj(ImportReader *r);
Const *import_const(ImportReader *r);
Obj *import_member(ImportReader *r);
/* Ends the compilation: what was read cannot be used, so the data is damaged. */
__attribute__((noreturn)) void import_corrupt(const ImportReader *r);
/* A number below `limit`; anything else ends the compilation: the data is damaged. */
uint32_t import_below(ImportReader *r, uint64_t limit);
ImportReader import_chunk(Importer *in, ExportTable table, uint32_t number);
/* The IR of an object of an imported package; false when it has none. */
bool import_ir(Obj *o, ImportReader *r);

#endif
