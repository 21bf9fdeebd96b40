/* The build cache. See cache.c. */
#ifndef BURROW_DRIVER_CACHE_H
#define BURROW_DRIVER_CACHE_H

#include "driver/driver.h"

/* A hash that grows with what is added to it. */
typedef struct CacheHash {
	uint64_t h[2];
} CacheHash;

CacheHash cache_hash(void); /* begins with the compiler's own identity */
void cache_add(CacheHash *hash, const void *data, size_t n);
void cache_add_text(CacheHash *hash, const char *text);

/* The cache's directory, made if need be; NULL when nothing can be kept. */
const char *cache_directory(Arena *arena);

/* The file of an entry: `kind` tells what it is, a letter; `suffix` as of its contents. */
const char *cache_file(Arena *arena, const char *directory, char kind, const uint64_t key[2],
		       const char *suffix);

/* Removes entries that were not used for some days, and the oldest when there is too much; looks
 * once an hour at most. */
void cache_trim(const char *directory);
/* Keeps at most so many files in a directory, those that were used last, and what builds under way
 * may be using. */
void cache_limit(const char *directory, uint32_t most);
/* Says that an entry is in use. */
void cache_touch(const char *file);

#endif
