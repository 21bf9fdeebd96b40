/* Private to planning: modules, files, patterns. */
#ifndef BURROW_DRIVER_PLAN_H
#define BURROW_DRIVER_PLAN_H

#include "driver/driver.h"

/* The module around the current directory. */
typedef struct Module {
	const char *directory; /* absolute; NULL: there is none */
	Str path;
	bool vendor;    /* has a directory vendor */
	int lang_minor; /* of its line `go 1.N` where that is 20 to 22; more count as 22; else 0 */
} Module;

/* ---- module.c */

Module module_find(Arena *arena);
/* The import path of a directory of the module (absolute), NULL when it is outside. */
const char *module_path_of(Arena *arena, const Module *m, const char *directory);
/* The directory of an import path inside the module, NULL when it is not of the module. */
const char *module_directory_of(Arena *arena, const Module *m, const char *path);
/* A file or directory as messages show it: relative to the current directory when that is shorter,
 * with "./" before a plain name. */
const char *shown_path(Arena *arena, const char *path);
const char *absolute_directory(Arena *arena, const char *path);
bool is_directory(const char *path);
/* Has the directory files that end in .go? */
bool has_go_files(const char *path);

/* ---- files.c */

typedef struct PlanFile {
	const char *path, *shown;
	Str package;
	bool malformed; /* a syntax error in its head */
	VEC(struct PlanImport) imports;
} PlanFile;

typedef struct PlanImport {
	Str path;
	const char *place; /* "x.go:3:8" */
} PlanImport;

typedef struct PlanName {
	const char *path;
	char *text; /* the contents, malloc'ed, when they have been read already; else NULL */
	size_t size;
} PlanName;

typedef VEC(PlanName) NameList;
typedef VEC(PlanFile) PlanFiles;

/* The files of the unit's directory that belong to the package, sorted; *excluded counts those that
 * build constraints leave out. False when it cannot be read. */
bool files_list(Build *build, const Unit *unit, NameList *names, int *excluded);
/* Reads what `names` import, and takes their contents into unit->contents. False when a file cannot
 * be read (reported). */
bool files_read(Build *build, Unit *unit, const NameList *names, PlanFiles *files);
/* Is there nothing beside the Go files in the unit's directory that could define functions?
 * *assembly: where the first assembly code stands ("x.s:LINE"), which burrow cannot translate. */
bool files_complete(Build *build, const Unit *unit, const char **assembly);
bool has_go_suffix(const char *name);

#endif
