/* Private to the steps: finding archives by import path. See resolve.c. */
#ifndef BURROW_DRIVER_RESOLVE_H
#define BURROW_DRIVER_RESOLVE_H

#include "driver/driver.h"

/* Reads -importcfg into build->archives and build->aliases; false with a message. */
bool resolve_read_importcfg(Build *build);

/* The import path that a spelling in a source file means: relative ones and those that importmap
 * lines rename. */
Str resolve_spelling(Build *build, Str spelling);

/* Finds the archive of a path and of all that it imports; those of the Go tree that are not there
 * are noted. */
void resolve_import(Build *build, Str path);

/* Is it a package of burrow's library or the Go tree? */
bool resolve_is_standard(const Build *build, Str path);

/* Compiles what was noted into the build cache. An exit status. */
int resolve_compile_missing(Build *build);

#endif
