/* The parts of a compile step, for one that is not a process of its own (whole.c). */
#ifndef BURROW_DRIVER_STEP_H
#define BURROW_DRIVER_STEP_H

#include "driver/cache.h"
#include "driver/driver.h"

/* Reads and checks the files; build->packages or build->archives have what they import. False when
 * one cannot be read or parsed; errors of types are only counted. */
bool step_check(Build *build, Compilation *c, const char *const *files, uint32_t nfiles);
/* What the archive tells the linker: imports in the order of the source, package runtime last. */
ExportMeta step_meta(Build *build, const Compilation *c);
/* Writes the archive. An exit status. */
int step_write(Build *build, Compilation *c, const char *output);

/* ---- schedule.c */

/* A hash of all that the archive of a unit depends on, except its imports. */
CacheHash unit_hash(Build *build, const Unit *unit);
/* burrow explain: where the part of the report goes that is about a unit asked for. */
void unit_name_fragment(Build *build, Unit *unit);
/* The archive that a step has written becomes the unit's. */
void unit_finish(Build *build, Unit *unit, struct Archive *archive);

#endif
