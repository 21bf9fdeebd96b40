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
	char depth[12];
	if (sscanf(text, "%lld %lld %11s%n", &row->objects, &row->bytes, depth, &n) != 3)
		return false;
	row->depth = atoi(depth);
	for (const char *s = text + n; (s = strstr(s, ".go:")); s++) {
		int end = 0;
		if (sscanf(s + 4, "%ld:%ld:%n", &row->line, &row->column, &end) != 2 || !end)
			continue;
		const char *from = memmem(text + n, (size_t)(s - text - n), " /", 2);
		row->path = from ? from + 1 : text + n;
		row->path_len = (size_t)(s + 3 - row->path);
		row->verdict = text + n;
		row->verdict_len = (size_t)(row->path - row->verdict);
		row->what = s + 4 + end + (s[4 + end] == ' ');
		return true;
	}
	return false;
}

static Str row_key(Arena *arena, const char *path, size_t len, long line, long column)
{
	return str_intern(arena_printf(arena, "%.*s:%ld:%ld", (int)len, path, line, column));
}

/* Is the row's function one that the finding has a copy in, in as many loops? What comes from
 * another package is a finding of its own at each call that brought it here, and stands in many
 * functions elsewhere. */
static bool is_of_function(const CountRow *row, const ExplainFinding *f)
{
	if (!bringing_call(f->verdict))
		return true;
	vec_each(const Verdict, v, f->copies) {
		size_t len = strlen(v->func->symbol);
		const char *end = row->what + strcspn(row->what, "\n");
		if (v->depth == row->depth && (size_t)(end - row->what) > len + 4 &&
		    strncmp(end - len, v->func->symbol, len) == 0 &&
		    strncmp(end - len - 4, " in ", 4) == 0)
			return true;
	}
	return false;
}

/* Is this what the finding is about? Several things can stand at one place. */
static bool is_about(Arena *arena, const CountRow *row, const ExplainFinding *f)
{
	const Verdict *v = f->verdict;
	const char *what = v->var ? v->var->name : ir_text(arena, v->node);
	size_t len = strlen(what);
	const char *by = arena_printf(arena, "(%s)", escape_by_text[v->by]);
	return strncmp(row->what, what, len) == 0 && strncmp(row->what + len, " in ", 4) == 0 &&
	       (v->by == ALLOC_SITE || memmem(row->verdict, row->verdict_len, by, strlen(by))) &&
	       is_of_function(row, f);
}

/* May an object of so many bytes be what a finding at this place counts, one whose size is rounded
 * up to a class? Classes are 8 bytes apart at first, then 16, and later an eighth to a seventh. */
static bool may_be(const ExplainFinding *f, int64_t bytes)
{
	int64_t over = bytes - f->verdict->bytes;
	return f->verdict->bytes < 0 || (over >= 0 && over < (bytes <= 32    ? 8
							      : bytes <= 256 ? 16
									     : bytes / 6));
}

typedef VEC(ExplainFinding *) Candidates;

/* A program tells its places by line and column, and names have none of their own: operands of one
 * call for which the same function allocates can only be told apart by their sizes. */
static Candidates candidates(Arena *arena, ExplainFinding *told, ExplainFinding *at_place,
			     const CountRow *row)
{
	Candidates found = {0}, all = {0};
	for (ExplainFinding *f = at_place; f; f = f->next_counted) {
		if (f->verdict->by != told->verdict->by ||
		    (f->verdict->var != NULL) != (told->verdict->var != NULL) ||
		    !is_of_function(row, f))
			continue;
		vec_push(arena, all, f);
		if (row->objects > 0 && may_be(f, row->bytes / row->objects))
			vec_push(arena, found, f);
	}
	return found.len ? found : all;
}

static void count_row(ExplainReport *r, Map *by_place, const CountRow *row)
{
	Arena *arena = r->package->arena;
	Str key = row_key(arena, row->path, row->path_len, row->line, row->column);
	ExplainFinding *at_place = map_get(by_place, key), *told = at_place;
	while (told && !is_about(arena, row, told))
		told = told->next_counted;
	if (!told)
		return;
	Candidates list = candidates(arena, told, at_place, row);
	vec_each(ExplainFinding *, f, list) {
		(*f)->objects += row->objects;
		(*f)->measured += row->bytes;
		(*f)->counted_together |= list.len > 1;
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
