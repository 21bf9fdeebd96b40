/* The build cache. See cache.c. */
#ifndef BURROW_DRIVER_CACHE_H
#define BURROW_DRIVER_CACHE_H

#include "driver/driver.h"

/* Sets unit->key; the units it imports have theirs. */
void cache_key(const Options *options, Unit *unit);

/* The cache's directory, made if need be; NULL when nothing can be kept. */
const char *cache_directory(Arena *arena);

/* Is the unit in the cache? Then its objects are listed. */
bool cache_find(Arena *arena, const char *directory, Unit *unit);

/* A fresh directory inside `directory` for the objects of unit `number`; NULL when it cannot be
 * made. */
const char *cache_new_entry(Arena *arena, const char *directory, int number);

/* Makes the filled directory `objects` the unit's entry and lists its objects there. When another
 * process was first, or the move fails, the unit keeps the objects it has. */
void cache_store(Arena *arena, const char *directory, Unit *unit, const char *objects);

#endif
