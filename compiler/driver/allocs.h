/* -allocs: the table of allocation sites that a counting program carries. */
#ifndef BURROW_DRIVER_ALLOCS_H
#define BURROW_DRIVER_ALLOCS_H

#include "driver/driver.h"

/* The verdicts of a package that has been escape-analysed, as the data `allocsites.PATH`
 * (runtime/include/allocsite.h). */
struct IrData *allocs_table(Arena *arena, struct IrPackage *package);
/* `rt_alloc_tables`: the tables of all packages of a program. */
struct IrData *allocs_tables(Arena *arena, const UnitList *units);

#endif
