/*
 * What a program built with -allocs has counted: the table that it writes when it ends. A row is
 * "OBJECTS BYTES DEPTH VERDICT PATH:LINE:COL: WHAT in FUNCTION"; all rows of a finding's place, of
 * the function itself and of inlined copies, count for the finding.
 */
#include <stdlib.h>

#include "explain/private.h"

bool counts_row(const char *text, CountRow *row)
{
	int n = 0;
	if (sscanf(text, "%lld %lld %*s%n", &row->objects, &row->bytes, &n) != 2 || !n)
		return false;
	for (const char *s = text + n; (s = strstr(s, ".go:")); s++) {
		int end = 0;
		if (sscanf(s + 4, "%ld:%ld:%n", &row->line, &row->column, &end) != 2 || !end)
			continue;
		const char *from = memmem(text + n, (size_t)(s - text - n), " /", 2);
		row->path = from ? from + 1 : text + n;
		row->path_len = (size_t)(s + 3 - row->path);
		row->what = s + 4 + end + (s[4 + end] == ' ');
		return true;
	}
	return false;
}

static Str row_key(Arena *arena, const char *path, size_t len, long line, long column)
{
	return str_intern(arena_printf(arena, "%.*s:%ld:%ld", (int)len, path, line, column));
}

/* Is this what the finding is about? Several things can stand at one place. */
static bool is_about(Arena *arena, const char *row_what, const ExplainFinding *f)
{
	const Verdict *v = f->verdict;
	const char *what = v->var ? v->var->name : ir_text(arena, v->node);
	size_t len = strlen(what);
	return strncmp(row_what, what, len) == 0 && strncmp(row_what + len, " in ", 4) == 0;
}

static void count_row(ExplainReport *r, Map *by_place, const CountRow *row)
{
	Arena *arena = r->package->arena;
	Str key = row_key(arena, row->path, row->path_len, row->line, row->column);
	for (ExplainFinding *f = map_get(by_place, key); f; f = f->next_counted)
		if (is_about(arena, row->what, f)) {
			f->objects += row->objects;
			f->measured += row->bytes;
			return;
		}
}

bool counts_read(ExplainReport *r, const char *file)
{
	FILE *table = fopen(file, "r");
	if (!table)
		return false;
	Arena *arena = r->package->arena;
	Map by_place = map_make(arena);
	vec_each(ExplainFinding *, slot, r->findings) {
		ExplainFinding *f = *slot;
		const char *path = pos_path(f->verdict->pos);
		Str key = row_key(arena, path, strlen(path), pos_line(f->verdict->pos),
				  pos_col(f->verdict->pos));
		f->objects = f->measured = 0;
		f->next_counted = map_get(&by_place, key);
		map_set(&by_place, key, f);
	}
	char *line = NULL;
	size_t cap = 0;
	CountRow row;
	while (getline(&line, &cap, table) > 0)
		if (counts_row(line, &row))
			count_row(r, &by_place, &row);
	free(line);
	fclose(table);
	return true;
}
