/*
 * burrow explain -html: one page that needs nothing else.
 *
 * page/page.html is the frame; style sheet, script and data go where it says @CSS@, @JS@, @DATA@.
 * The data are the report as burrow explain -o writes it and the texts of the files that it speaks
 * of; everything that is seen is made from them by page/page.js.
 */
#include <stdlib.h>

#include "explain/private.h"
#include "support/json.h"

static const char frame[] = {
#include "explain/page_html.inc"
};
static const char style[] = {
#include "explain/page_css.inc"
};
static const char script[] = {
#include "explain/page_js.inc"
};

/* ---------------------------------------------------------------- the files spoken of */

typedef VEC(Str) FileNames;

static void add_name(Arena *arena, FileNames *names, const char *name)
{
	Str file = str_intern(name);
	vec_each(Str, known, *names)
		if (*known == file)
			return;
	vec_push(arena, *names, file);
}

/* All members "file", at any depth. */
static void collect(Arena *arena, FileNames *names, const JsonValue *v)
{
	for (const JsonValue *m = v->first; m; m = m->next) {
		if (m->key && strcmp(m->key, "file") == 0 && json_text(m))
			add_name(arena, names, m->text);
		collect(arena, names, m);
	}
}

static void put_sources(Buf *out, const FileNames *names)
{
	const char *comma = "";
	vec_each(Str, name, *names) {
		const char *error;
		const SourceFile *f = source_read(*name, *name, &error);
		if (!f)
			continue; /* a name that a //line directive gives */
		buf_printf(out, "%s\n{\"file\":", comma);
		json_cstring(out, *name);
		buf_puts(out, ",\"text\":");
		json_string(out, f->text, f->size);
		buf_putc(out, '}');
		comma = ",";
	}
}

/* ---------------------------------------------------------------- what was counted */

/* The file as the report names it; NULL: it is none of those shown. */
static const char *shown_name(const FileNames *names, char *const *real, const CountRow *row)
{
	for (uint32_t i = 0; i < names->len; i++)
		if (real[i] && strlen(real[i]) == row->path_len &&
		    memcmp(real[i], row->path, row->path_len) == 0)
			return names->data[i];
	return NULL;
}

static void put_counts(Buf *out, const FileNames *names, FILE *table)
{
	char **real = NEW_ARRAY(out->arena, char *, names->len), *line = NULL;
	for (uint32_t i = 0; i < names->len; i++)
		real[i] = realpath(names->data[i], NULL);
	const char *comma = "";
	size_t cap = 0;
	while (getline(&line, &cap, table) > 0) {
		CountRow row;
		const char *name = counts_row(line, &row) ? shown_name(names, real, &row) : NULL;
		if (!name)
			continue;
		buf_printf(out, "%s\n{\"file\":", comma);
		json_cstring(out, name);
		buf_printf(out, ",\"line\":%ld,\"objects\":%lld,\"bytes\":%lld}", row.line,
			   row.objects, row.bytes);
		comma = ",";
	}
	free(line);
	for (uint32_t i = 0; i < names->len; i++)
		free(real[i]);
}

/* ---------------------------------------------------------------- the page */

/* JSON inside <script>: a `<` can only be part of a string. */
static void put_safe(Buf *out, const char *json, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (json[i] == '<')
			buf_puts(out, "\\u003c");
		else
			buf_putc(out, json[i]);
}

static void put_data(Buf *out, const char *report, size_t len, FILE *table)
{
	const JsonValue *parsed = json_parse(out->arena, report, len);
	FileNames names = {0};
	if (!parsed)
		ICE(NO_POS, "the report is not JSON");
	collect(out->arena, &names, parsed);
	buf_puts(out, "{\"report\":");
	put_safe(out, report, len);
	buf_puts(out, ",\"sources\":[");
	put_sources(out, &names);
	buf_puts(out, "]");
	if (table) {
		buf_puts(out, ",\"counts\":[");
		put_counts(out, &names, table);
		buf_puts(out, "]");
	}
	buf_puts(out, "}");
}

Buf html_page(Arena *arena, const char *report, size_t len, FILE *table)
{
	Buf out = buf_make(arena);
	for (size_t i = 0; i < sizeof frame;) {
		const char *rest = frame + i;
		size_t left = sizeof frame - i;
		if (left > 5 && memcmp(rest, "@CSS@", 5) == 0)
			buf_write(&out, style, sizeof style), i += 5;
		else if (left > 4 && memcmp(rest, "@JS@", 4) == 0)
			buf_write(&out, script, sizeof script), i += 4;
		else if (left > 6 && memcmp(rest, "@DATA@", 6) == 0)
			put_data(&out, report, len, table), i += 6;
		else
			buf_putc(&out, frame[i++]);
	}
	return out;
}
