/* Build constraints: which files of a directory belong to a package. See constraint.c. */
#ifndef BURROW_DRIVER_CONSTRAINT_H
#define BURROW_DRIVER_CONSTRAINT_H

#include <stdbool.h>
#include <stddef.h>

typedef struct BuildTags {
	const char *user; /* the words of -tags, separated by commas; may be NULL */
	bool own_library; /* a package of burrow's own runtime/lib: amd64 is set */
	bool assembly;    /* of the Go tree, with assembly files that burrow has no part of */
} BuildTags;

/* Is a file of this name (without directory) meant for this system? (`x_windows.go` is not, nor is
 * `x_test.go`.) */
bool constraint_name_matches(const char *name, const BuildTags *tags);

/* Is it the name of an assembly file that gc takes for this system? */
bool constraint_is_assembly(const char *name);

/* Does the `//go:build` line before the package clause, if there is one, hold? */
bool constraint_text_matches(const char *text, size_t length, const BuildTags *tags);

#endif
