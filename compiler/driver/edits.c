/*
 * Changes to packages of the Go tree. Where a package needs little to compile (a type parameter in
 * one line of a large file), burrow does not supply all of it but says what is different: its
 * directory in the library then has a file `edits` beside its .go files, which are added to the
 * package's own. Lines of `edits`:
 *
 *	without NAME.go         the file is left out
 *	in NAME.go              the lines that follow are for this file
 *	FROM -> TO              wherever FROM stands, TO stands instead
 *	# text                  a comment; empty lines count for nothing
 *
 * A file in which FROM is not found is an error: it is not the one that the edits are made for.
 */
#include "driver/edits.h"

#include "driver/archive.h"

/* Calls `each` for the lines; the first word of "without" and "in" lines is `word`. */
static void each_line(Arena *arena, const char *text,
		      void (*each)(void *ctx, const char *word, char *line), void *ctx)
{
	char *copy = arena_printf(arena, "%s", text), *save;
	for (char *line = strtok_r(copy, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
		if (*line == '#')
			continue;
		if (strncmp(line, "without ", 8) == 0)
			each(ctx, "without", line + 8);
		else if (strncmp(line, "in ", 3) == 0)
			each(ctx, "in", line + 3);
		else
			each(ctx, "", line);
	}
}

typedef struct Reading {
	Arena *arena;
	Edits *edits;
	const char *file; /* of the lines at hand */
} Reading;

static void note_without(void *ctx, const char *word, char *line)
{
	Reading *r = ctx;
	if (strcmp(word, "without") == 0)
		vec_push(r->arena, r->edits->without, line);
}

Edits edits_of(const Build *build, Str path)
{
	Edits edits = {0};
	size_t size;
	const char *directory = arena_printf(build->arena, "%s/src/%s", build->library, path);
	const char *text = file_map(arena_printf(build->arena, "%s/edits", directory), &size);
	if (!text)
		return edits;
	edits.directory = directory;
	edits.text = arena_copy(build->arena, text, size);
	Reading r = {build->arena, &edits, NULL};
	each_line(build->arena, edits.text, note_without, &r);
	return edits;
}

static void apply_line(void *ctx, const char *word, char *line)
{
	Reading *r = ctx;
	char *arrow = strstr(line, " -> ");
	if (strcmp(word, "in") == 0)
		r->file = line;
	if (*word || !r->file || !arrow)
		return;
	*arrow = 0;
	source_edit(r->file, line, arrow + 4);
}

void edits_apply(const Build *build, Str path)
{
	Edits edits = edits_of(build, path);
	Reading r = {build->arena, &edits, NULL};
	if (edits.directory)
		each_line(build->arena, edits.text, apply_line, &r);
}
