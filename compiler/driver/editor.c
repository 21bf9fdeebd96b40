/* -overlay and -diagnostics. */
#include "driver/editor.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "driver/archive.h"
#include "support/json.h"

const char *editor_read_overlay(Arena *arena, const char *file)
{
	size_t size;
	const char *text = file_map(file, &size);
	if (!text)
		return "it cannot be read";
	const JsonValue *overlay = json_parse(arena, text, size);
	const JsonValue *replace = json_member(overlay, "Replace");
	if (!overlay || overlay->kind != JSON_OBJECT || (replace && replace->kind != JSON_OBJECT))
		return "it is not of the form {\"Replace\": {\"PATH\": \"FILE\"}}";
	for (const JsonValue *r = replace ? replace->first : NULL; r; r = r->next) {
		if (!json_text(r))
			return "it is not of the form {\"Replace\": {\"PATH\": \"FILE\"}}";
		if (!r->len)
			return "not supported yet: a file that is taken away (\"\")";
		source_overlay(r->key, r->text);
	}
	return NULL;
}

static void put_place(Buf *out, const char *name, Pos pos)
{
	buf_printf(out, "\"%s\":{\"line\":%u,\"column\":%u}", name, pos_raw_line(pos),
		   pos_raw_col(pos));
}

static void put_error(Buf *out, const DiagMessage *m)
{
	const SourceFile *f = pos_source(m->pos);
	bool span = m->start && m->end > m->start && pos_source(m->start) == f;
	Pos start = span && m->start < m->pos ? m->start : m->pos;
	Pos end = span ? m->end : m->pos;
	char *path = f ? realpath(f->name, NULL) : NULL;
	buf_puts(out, "{\"file\":");
	json_cstring(out, path ? path : f ? f->path : "");
	free(path);
	buf_putc(out, ',');
	put_place(out, "start", start);
	buf_putc(out, ',');
	put_place(out, "end", end);
	buf_puts(out, ",\"message\":");
	json_cstring(out, m->text);
	if (m->hint) {
		buf_puts(out, ",\"hint\":");
		json_cstring(out, m->hint);
	}
	buf_puts(out, "}\n");
}

bool editor_write_errors(const char *file, const Diag *diag)
{
	Buf text = buf_make(diag->arena);
	vec_each(const DiagMessage, m, diag->done)
		if (m->kind == DIAG_ERROR)
			put_error(&text, m);
	if (!text.len)
		return true;
	int fd = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
	/* one write, so that lines of steps that run side by side are whole */
	bool ok = fd >= 0 && write(fd, text.data, text.len) == (ssize_t)text.len;
	if (fd >= 0)
		close(fd);
	return ok;
}
