/* Changes to packages of the Go tree. See edits.c. */
#ifndef BURROW_DRIVER_EDITS_H
#define BURROW_DRIVER_EDITS_H

#include "driver/driver.h"

typedef struct Edits {
	const char *directory;     /* of burrow's part of the package; NULL: there is none */
	const char *text;          /* the file `edits`, for hashes */
	VEC(const char *) without; /* names of files that are left out */
} Edits;

/* What burrow changes in the package `path` of the Go tree. */
Edits edits_of(const Build *build, Str path);
/* From now on the package's files are read changed; for the step that compiles it. */
void edits_apply(const Build *build, Str path);

#endif
