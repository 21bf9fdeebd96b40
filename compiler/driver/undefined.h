/* What ld says about functions that nothing defines, in Go's words. See undefined.c. */
#ifndef BURROW_DRIVER_UNDEFINED_H
#define BURROW_DRIVER_UNDEFINED_H

#include "support/support.h"

/* Reads what ld has written to the file `log`. When all of it is about undefined functions, prints
 * that on standard error, below a line with the program's label unless it is NULL. False: it is
 * about something else, and nothing was printed. */
bool undefined_report(Arena *arena, const char *log, const char *label);

#endif
