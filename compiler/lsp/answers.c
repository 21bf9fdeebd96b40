/*
 * What the client is shown of a result: diagnostics, hover, hints, lenses.
 *
 * A hint is a word: where a thing lives, or how a parameter leaves. What is on the heap is a
 * diagnostic too, of the lowest severity, with the steps of its story as related information, so
 * that editors can lead through them.
 */
#include <stdlib.h>

#include "lsp/private.h"
#include "support/uri.h"

enum { SEVERITY_ERROR = 1, SEVERITY_HINT = 4 };

static const char *member(const JsonValue *v, const char *key)
{
	const char *text = json_text(json_member(v, key));
	return text ? text : "";
}

static bool is_before(Place a, Place b)
{
	return a.line < b.line || (a.line == b.line && a.column < b.column);
}

/* The text of a file as the client has it, or as it is on disk. */
static const Text *text_of(Server *s, Result *r, const char *path)
{
	const Document *d = server_document(s, path);
	return d ? &d->text : result_text(r, path);
}

static bool is_heap(const Finding *f)
{
	return !f->is_param && strcmp(member(f->json, "verdict"), "heap") == 0;
}

/* A line of what the hint says; NULL: nothing worth a hint. */
static const char *hint_of(Server *s, const Finding *f)
{
	if (f->is_param) {
		const char *leak = member(f->json, "leak");
		if (strncmp(leak, "leaking param content", 21) == 0)
			return strstr(leak, "to result") ? "content to result" : "content leaks";
		if (strncmp(leak, "leaking param", 13) == 0)
			return strstr(leak, "to result") ? "to result" : "leaks";
		return NULL;
	}
	if (is_heap(f))
		return "heap";
	const JsonValue *bound = json_member(f->json, "bound");
	if (!bound)
		return NULL;
	return arena_printf(s->arena, "stack up to %s %s", bound->text, member(f->json, "unit"));
}

/* ---------------------------------------------------------------- diagnostics */

static void put_uri(Server *s, Buf *out, const char *path)
{
	const Document *d = server_document(s, path);
	if (d) {
		json_cstring(out, d->uri);
		return;
	}
	buf_puts(out, "\"file://");
	uri_escape(out, path, URI_PATH);
	buf_putc(out, '"');
}

static void put_location(Server *s, Buf *out, Result *r, const Span *span)
{
	buf_puts(out, "{\"location\":{\"uri\":");
	put_uri(s, out, span->path);
	buf_puts(out, ",\"range\":");
	text_put_range(out, s->units, text_of(s, r, span->path), span->start, span->end);
	buf_puts(out, "},\"message\":");
}

static void put_fault(Server *s, Buf *out, Result *r, const Fault *f)
{
	const Text *text = text_of(s, r, f->span.path);
	Place end = f->span.end;
	if (!is_before(f->span.start, end))
		end = text_word_end(text, f->span.start);
	buf_puts(out, "{\"range\":");
	text_put_range(out, s->units, text, f->span.start, end);
	buf_printf(out, ",\"severity\":%d,\"source\":\"burrow\",\"message\":", SEVERITY_ERROR);
	json_cstring(out, f->hint ? arena_printf(s->arena, "%s\nhint: %s", f->message, f->hint)
				  : f->message);
	buf_putc(out, '}');
}

static void put_heap(Server *s, Buf *out, Result *r, const Finding *f)
{
	buf_puts(out, "{\"range\":");
	text_put_range(out, s->units, text_of(s, r, f->span.path), f->span.start, f->span.end);
	buf_printf(out, ",\"severity\":%d,\"source\":\"burrow\",\"code\":\"heap\",\"message\":",
		   SEVERITY_HINT);
	json_cstring(out, member(f->json, "summary"));
	const JsonValue *steps = json_member(f->json, "steps");
	const char *before = ",\"relatedInformation\":[", *after = "";
	for (const JsonValue *step = steps ? steps->first : NULL; step; step = step->next) {
		Span span;
		if (!result_span(r, step, &span))
			continue;
		buf_puts(out, before);
		put_location(s, out, r, &span);
		json_cstring(out, member(step, "text"));
		buf_putc(out, '}');
		before = ",";
		after = "]";
	}
	buf_printf(out, "%s}", after);
}

/* The diagnostics of one file. */
static void publish(Server *s, Result *r, const char *path, bool open)
{
	Buf out = buf_make(s->arena);
	const char *comma = "";
	vec_each(const Fault, f, r->faults) {
		if (strcmp(f->span.path, path) != 0)
			continue;
		buf_puts(&out, comma);
		put_fault(s, &out, r, f);
		comma = ",";
	}
	vec_each(const Finding, f, r->findings) {
		if (!open || !is_heap(f) || strcmp(f->span.path, path) != 0)
			continue;
		buf_puts(&out, comma);
		put_heap(s, &out, r, f);
		comma = ",";
	}
	Buf uri = buf_make(s->arena);
	put_uri(s, &uri, path);
	server_send(s,
		    "\"method\":\"textDocument/publishDiagnostics\",\"params\":{\"uri\":%s,"
		    "\"diagnostics\":[%s]}",
		    buf_cstr(&uri), buf_cstr(&out));
}

static void publish_nothing(Server *s, const char *path)
{
	Buf uri = buf_make(s->arena);
	put_uri(s, &uri, path);
	server_send(s,
		    "\"method\":\"textDocument/publishDiagnostics\",\"params\":{\"uri\":%s,"
		    "\"diagnostics\":[]}",
		    buf_cstr(&uri));
}

static bool has_faults(const Result *r, const char *path)
{
	vec_each(const Fault, f, r->faults)
		if (strcmp(f->span.path, path) == 0)
			return true;
	return false;
}

/* Files that d's compilation has found errors in, and finds none in now (r NULL: at all). */
static void withdraw(Server *s, const Document *d, const Result *r)
{
	for (uint32_t i = 0; i < s->published.len;) {
		Published p = s->published.data[i];
		if (p.by != d || (r && has_faults(r, p.path))) {
			i++;
			continue;
		}
		s->published.data[i] = vec_pop(s->published);
		if (!server_document(s, p.path))
			publish_nothing(s, p.path);
		free(p.path);
	}
}

static bool is_published(const Server *s, const char *path)
{
	vec_each(const Published, p, s->published)
		if (strcmp(p->path, path) == 0)
			return true;
	return false;
}

void answer_diagnostics(Server *s, Document *d)
{
	if (!d->result)
		return;
	publish(s, d->result, d->path, true);
	withdraw(s, d, d->result);
	vec_each(const Fault, f, d->result->faults) {
		const char *path = f->span.path;
		if (server_document(s, path))
			continue;
		if (!is_published(s, path)) {
			Published p = {strdup(path), d};
			vec_push(s->lasting, s->published, p);
		}
		publish(s, d->result, path, false);
	}
}

void answer_no_diagnostics(Server *s, const Document *d)
{
	publish_nothing(s, d->path);
	withdraw(s, d, NULL);
}

/* ---------------------------------------------------------------- hover */

/* Text with what Markdown would act on taken as it is. */
static void put_plain(const Server *s, Buf *out, const char *text)
{
	for (; *text; text++) {
		if (s->markdown && strchr("\\`*_{}[]<>#|~&", *text))
			buf_putc(out, '\\');
		buf_putc(out, *text);
	}
}

static void put_code(const Server *s, Buf *out, const char *line, size_t len)
{
	while (len && (*line == ' ' || *line == '\t'))
		line++, len--;
	/* a fence longer than any in the text */
	int ticks = s->markdown ? 1 : 0, run = 0;
	for (size_t i = 0; i < len && s->markdown; i++) {
		run = line[i] == '`' ? run + 1 : 0;
		ticks = run >= ticks ? run + 1 : ticks;
	}
	buf_printf(out, "%.*s", ticks, "````````");
	buf_write(out, line, len);
	buf_printf(out, "%.*s", ticks, "````````");
}

static void put_step(Server *s, Buf *out, Result *r, const JsonValue *step, const char *path)
{
	Span span;
	int64_t number = json_integer(json_member(step, "number"), 0);
	buf_puts(out, "\n\n");
	if (number > 0)
		buf_printf(out, "%ld. ", (long)number);
	put_plain(s, out, member(step, "text"));
	if (!result_span(r, step, &span))
		return;
	const char *slash = strrchr(span.path, '/');
	size_t len;
	const char *line = text_line(text_of(s, r, span.path), span.start.line, &len);
	buf_puts(out, s->markdown ? "  \n   " : "\n   ");
	if (strcmp(span.path, path) != 0)
		put_plain(s, out, arena_printf(s->arena, "%s:", slash ? slash + 1 : span.path));
	buf_printf(out, "%ld: ", (long)span.start.line);
	put_code(s, out, line, len);
}

static void put_strings(Server *s, Buf *out, const JsonValue *list, const char *before)
{
	for (const JsonValue *v = list ? list->first : NULL; v; v = v->next) {
		if (!json_text(v))
			continue;
		buf_printf(out, "\n\n%s", before);
		put_plain(s, out, v->text);
	}
}

/* Text in which what stands between backquotes is code. */
static void put_rich(const Server *s, Buf *out, const char *text)
{
	while (*text) {
		size_t plain = strcspn(text, "`");
		put_plain(s, out, arena_copy(s->arena, text, plain));
		text += plain;
		const char *end = *text ? strchr(text + 1, '`') : NULL;
		if (!end) {
			put_plain(s, out, text);
			return;
		}
		buf_write(out, text, (size_t)(end + 1 - text));
		text = end + 1;
	}
}

/* "change (same behaviour): ...", "no help: ..." */
static void put_changes(Server *s, Buf *out, const JsonValue *list)
{
	for (const JsonValue *v = list ? list->first : NULL; v; v = v->next) {
		const char *kind = member(v, "kind"), *effect = member(v, "effect");
		bool helps = strcmp(kind, "no help") != 0;
		buf_puts(out, "\n\n");
		put_plain(s, out,
			  helps ? arena_printf(s->arena, "change (%s): ", kind) : "no help: ");
		put_rich(s, out, member(v, "text"));
		if (*effect)
			put_rich(s, out, arena_printf(s->arena, "; %s", effect));
	}
}

static void put_story(Server *s, Buf *out, Result *r, const Finding *f)
{
	buf_puts(out, s->markdown ? "**" : "");
	put_plain(s, out, member(f->json, f->is_param ? "leak" : "summary"));
	buf_puts(out, s->markdown ? "**" : "");
	const JsonValue *steps = json_member(f->json, "steps");
	for (const JsonValue *step = steps ? steps->first : NULL; step; step = step->next)
		put_step(s, out, r, step, f->span.path);
	put_strings(s, out, json_member(f->json, "notes"), "");
	put_changes(s, out, json_member(f->json, "changes"));
}

static bool covers(const Finding *f, const Document *d, Place place)
{
	return strcmp(f->span.path, d->path) == 0 && !is_before(place, f->span.start) &&
	       !is_before(f->span.end, place);
}

void answer_hover(Server *s, Buf *out, const Document *d, Place place)
{
	Buf story = buf_make(s->arena);
	const Finding *first = NULL;
	for (uint32_t i = 0; d->result && i < d->result->findings.len; i++) {
		const Finding *f = &d->result->findings.data[i];
		if (!covers(f, d, place))
			continue;
		if (first)
			buf_puts(&story, s->markdown ? "\n\n---\n\n" : "\n\n");
		put_story(s, &story, d->result, f);
		first = first ? first : f;
	}
	if (!first) {
		buf_puts(out, "null");
		return;
	}
	buf_printf(out, "{\"contents\":{\"kind\":\"%s\",\"value\":",
		   s->markdown ? "markdown" : "plaintext");
	json_cstring(out, buf_cstr(&story));
	buf_puts(out, "},\"range\":");
	text_put_range(out, s->units, &d->text, first->span.start, first->span.end);
	buf_putc(out, '}');
}

/* ---------------------------------------------------------------- hints and lenses */

/* Calls put for each finding of d that has a hint, with commas between. */
static void answer_each(Server *s, Buf *out, const Document *d,
			void (*put)(Server *s, Buf *out, const Document *d, const Finding *f,
				    const char *hint))
{
	const char *comma = "";
	buf_putc(out, '[');
	for (uint32_t i = 0; d->result && i < d->result->findings.len; i++) {
		const Finding *f = &d->result->findings.data[i];
		const char *hint = hint_of(s, f);
		if (!hint || strcmp(f->span.path, d->path) != 0)
			continue;
		buf_puts(out, comma);
		put(s, out, d, f, hint);
		comma = ",";
	}
	buf_putc(out, ']');
}

static void put_hint(Server *s, Buf *out, const Document *d, const Finding *f, const char *hint)
{
	buf_puts(out, "{\"position\":");
	text_put_position(out, s->units, &d->text, f->span.end);
	buf_puts(out, ",\"label\":");
	json_cstring(out, hint);
	buf_puts(out, ",\"paddingLeft\":true,\"tooltip\":");
	json_cstring(out, member(f->json, f->is_param ? "leak" : "summary"));
	buf_putc(out, '}');
}

void answer_hints(Server *s, Buf *out, const Document *d)
{
	answer_each(s, out, d, put_hint);
}

static void put_lens(Server *s, Buf *out, const Document *d, const Finding *f, const char *hint)
{
	const char *name = member(f->json, f->is_param ? "name" : "what");
	buf_puts(out, "{\"range\":");
	text_put_range(out, s->units, &d->text, f->span.start, f->span.end);
	buf_puts(out, ",\"command\":{\"command\":\"\",\"title\":");
	json_cstring(out, arena_printf(s->arena, "%s: %s", name, hint));
	buf_puts(out, "}}");
}

void answer_lenses(Server *s, Buf *out, const Document *d)
{
	answer_each(s, out, d, put_lens);
}
