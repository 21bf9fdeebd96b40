/* Whole files. */
#ifndef BURROW_SUPPORT_FILE_H
#define BURROW_SUPPORT_FILE_H

#include "support/support.h"

/* A whole file in memory (mapped), NULL when it cannot be read; *size its size. */
const char *file_map(const char *path, size_t *size);

/* A regular file (or nothing) is replaced by renaming; anything else, such as /dev/null, is written
 * to in place: false. */
bool file_is_replaceable(const char *path);

/* Writes a file, under another name that is changed at the end. False with errno set. */
bool file_write_whole(const char *path, const void *data, size_t size);

/* The contents of a file, or of a pipe: malloc'ed, with a NUL behind them. NULL with errno set. */
char *file_read(const char *path, size_t *size);

#endif
