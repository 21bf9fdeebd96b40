/* Package archives: what compiling a package gives, in one file. See archive.c. */
#ifndef BURROW_DRIVER_ARCHIVE_H
#define BURROW_DRIVER_ARCHIVE_H

#include "support/file.h"
#include "support/support.h"

typedef struct Archive {
	Str file; /* its path */
	const char *data;
	size_t size;
	const char *export_data; /* valid export data */
	size_t export_size;
	uint64_t export_hash[2];
	uint64_t hash[2]; /* of all its contents */
	const uint64_t
		*methods; /* keys of the methods called through interfaces (ir/ir.h), sorted */
	uint32_t nmethods;
	const char *messages; /* what compiling printed; NUL-terminated, "" when nothing */
	uint32_t nobjects;
} Archive;

/* Opens an archive and checks its export data and messages. NULL when there is none, or it is not
 * whole and undamaged. */
Archive *archive_open(Arena *arena, const char *file);

/* Are the objects undamaged, too? */
bool archive_objects_valid(const Archive *archive);

/* Calls visit for each global symbol of each object. */
typedef void (*ArchiveVisit)(void *ctx, const char *symbol, bool defined);
void archive_symbols(const Archive *archive, ArchiveVisit visit, void *ctx);

/* The same for one object file in memory; false when it is none. */
bool object_symbols(const char *data, size_t size, ArchiveVisit visit, void *ctx);

/* Writes an archive beside `file` and renames it when it is whole. False with errno set. */
bool archive_write(const char *file, const Buf *export_data, const Buf *methods,
		   const char *messages, const char *const *objects, uint32_t nobjects);

/* Writes a copy for the linker: references to methods (`m..KEY.SYMBOL`, see ir/ir.h) become ones to
 * the method when `live` says so of the key, else weak ones, which are zero. */
bool archive_resolve_methods(const Archive *archive, const char *file,
			     bool (*live)(void *ctx, uint64_t key), void *ctx);
/* The key and the method's symbol of such a name; false when it is another. */
bool method_reference(const char *name, uint64_t *key, const char **symbol);

#endif
