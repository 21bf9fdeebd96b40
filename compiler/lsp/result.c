/*
 * The result of a compilation: the report of burrow explain (docs/explain.schema.json), the errors
 * of -diagnostics, and errors that only standard error has (those of planning: imports that are
 * not there).
 */
#include <stdlib.h>

#include "lsp/private.h"

static Place place_of(const JsonValue *v)
{
	return (Place){json_integer(json_member(v, "line"), 0),
		       json_integer(json_member(v, "column"), 0)};
}

static const char *absolute(Result *r, const char *path, size_t n)
{
	bool whole = path[0] == '/';
	return text_real_path(r->arena,
			      arena_printf(r->arena, "%s%s%.*s", whole ? "" : r->directory,
					   whole ? "" : "/", (int)n, path));
}

bool result_span(Result *r, const JsonValue *v, Span *span)
{
	const char *path = json_text(json_member(v, "file"));
	span->start = place_of(json_member(v, "start"));
	span->end = place_of(json_member(v, "end"));
	if (!path || span->start.line <= 0)
		return false;
	span->path = absolute(r, path, strlen(path));
	if (span->end.line < span->start.line)
		span->end = span->start;
	return true;
}

/* ---------------------------------------------------------------- errors */

static JsonValue *read_json(Arena *arena, const char *file)
{
	Text text;
	JsonValue *v = text_read(file, &text) ? json_parse(arena, text.data, text.len) : NULL;
	free(text.data);
	return v;
}

static void read_errors(Result *r, const char *file)
{
	Text text;
	if (!text_read(file, &text))
		return;
	for (char *line = text.data, *end; (end = strchr(line, '\n')); line = end + 1) {
		const JsonValue *v = json_parse(r->arena, line, (size_t)(end - line));
		Fault f = {.message = json_text(json_member(v, "message")),
			   .hint = json_text(json_member(v, "hint"))};
		if (result_span(r, v, &f.span) && f.message)
			vec_push(r->arena, r->faults, f);
	}
	free(text.data);
}

/* "FILE:LINE:COL: text", FILE seen from the directory; the number of bytes before the text, 0: it
 * is something else. */
static size_t read_place(const char *line, size_t n, size_t *name, Place *place)
{
	for (size_t i = 0; i + 4 < n; i++) {
		if (strncmp(line + i, ".go:", 4) != 0)
			continue;
		char *end;
		place->line = strtol(line + i + 4, &end, 10);
		place->column = *end == ':' ? strtol(end + 1, &end, 10) : 0;
		if (place->line <= 0 || place->column <= 0 || strncmp(end, ": ", 2) != 0)
			return 0;
		*name = i + 3;
		return (size_t)(end + 2 - line);
	}
	return 0;
}

static bool is_known(const Result *r, const Fault *f)
{
	vec_each(const Fault, k, r->faults)
		if (strcmp(k->span.path, f->span.path) == 0 &&
		    strncmp(k->message, f->message, strcspn(k->message, "\n")) == 0)
			return true;
	return false;
}

static void read_log(Result *r, const char *file)
{
	Text text;
	if (!text_read(file, &text))
		return;
	char *save = NULL;
	for (char *line = strtok_r(text.data, "\n", &save); line;
	     line = strtok_r(NULL, "\n", &save)) {
		Fault f = {0};
		size_t name, at = read_place(line, strlen(line), &name, &f.span.start);
		if (!at || line[0] == '\t')
			continue;
		f.span.path = absolute(r, line, name);
		f.span.end = f.span.start;
		f.message = arena_copy(r->arena, line + at, strlen(line + at));
		if (!is_known(r, &f))
			vec_push(r->arena, r->faults, f);
	}
	free(text.data);
}

/* ---------------------------------------------------------------- findings */

static void read_findings(Result *r, const JsonValue *list, bool params)
{
	for (const JsonValue *v = list ? list->first : NULL; v; v = v->next) {
		Finding f = {.json = v, .is_param = params};
		if (result_span(r, v, &f.span))
			vec_push(r->arena, r->findings, f);
	}
}

static int by_place(const void *a, const void *b)
{
	const Span *x = &((const Finding *)a)->span, *y = &((const Finding *)b)->span;
	int files = strcmp(x->path, y->path);
	int64_t lines = x->start.line - y->start.line, columns = x->start.column - y->start.column;
	int64_t order = files ? files : lines ? lines : columns;
	return (order > 0) - (order < 0);
}

Result *result_read(const char *report, const char *errors, const char *log, const char *directory)
{
	Arena *arena = arena_new();
	Result *r = NEW(arena, Result);
	r->arena = arena;
	r->directory = arena_copy(arena, directory, strlen(directory));
	read_errors(r, errors);
	read_log(r, log);
	const JsonValue *v = read_json(arena, report);
	read_findings(r, json_member(v, "findings"), false);
	read_findings(r, json_member(v, "parameters"), true);
	if (r->findings.len)
		qsort(r->findings.data, r->findings.len, sizeof *r->findings.data, by_place);
	return r;
}

void result_free(Result *r)
{
	if (!r)
		return;
	vec_each(SourceText, t, r->texts)
		free(t->text.data);
	arena_free(r->arena);
}

const Text *result_text(Result *r, const char *path)
{
	vec_each(SourceText, t, r->texts)
		if (strcmp(t->path, path) == 0)
			return &t->text;
	SourceText t = {.path = arena_copy(r->arena, path, strlen(path))};
	if (!text_read(path, &t.text))
		t.text.data = calloc(1, 1);
	vec_push(r->arena, r->texts, t);
	return &vec_last(r->texts).text;
}
