/* What editors need of a build: sources that are not on disk yet, errors as data. */
#ifndef BURROW_DRIVER_EDITOR_H
#define BURROW_DRIVER_EDITOR_H

#include "driver/driver.h"

/* -overlay FILE, as the go command takes it: {"Replace": {"PATH": "FILE TO READ INSTEAD"}}. NULL,
 * or what is wrong with it. */
const char *editor_read_overlay(Arena *arena, const char *file);

/* -diagnostics FILE: appends the errors of a step, a JSON object a line:
 *
 *	{"file": ABSOLUTE PATH, "start": {"line": L, "column": C}, "end": ...,
 *	 "message": TEXT, "hint": TEXT}
 *
 * Lines and columns are those of the file, from 1, in bytes. False: it cannot be written. */
bool editor_write_errors(const char *file, const Diag *diag);

#endif
