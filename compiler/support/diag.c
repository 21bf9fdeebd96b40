// Diagnostics: what the user is told about the source, and burrow's own faults.
//
// Messages are collected and written in batches, sorted by position, because the stages do not meet
// errors in source order. Piped, the text is gc's byte for byte (`./x.go:3:7: message`); on a
// terminal the same line is followed by the source line with the fault underlined. Like gc, one
// line has at most one syntax error, equal errors at one place are told once, and after ten the
// rest is dropped.
#include "support/support.h"

#include <stdlib.h>
#include <unistd.h>

#define BOLD  "\033[1m"
#define RED   "\033[1;31m"
#define PLAIN "\033[0m"

enum { ERROR_LIMIT = 10 };

static __thread Diag *current;

Diag *diag_new(Arena *arena, FILE *out)
{
	Diag *diag = NEW(arena, Diag);
	diag->arena = arena;
	diag->out = out;
	diag->log = buf_make(arena);
	diag->error_limit = ERROR_LIMIT;
	diag->faulty = map_make(arena);
	return diag;
}

void diag_use(Diag *diag)
{
	current = diag;
}

Diag *diag_current(void)
{
	if (!current)
		current = diag_new(arena_new(), stderr);
	return current;
}

void diag_stage(const char *stage)
{
	diag_current()->stage = stage;
	diag_current()->function = NULL;
}

void diag_function(const char *name)
{
	diag_current()->function = name;
}

uint32_t diag_errors(void)
{
	return diag_current()->errors;
}

// ---- Writing

// Leaves out what a terminal would act on.
static void write_source(FILE *out, const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		fputc((unsigned char)s[i] < ' ' && s[i] != '\t' ? '?' : s[i], out);
}

static bool continuation_byte(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

enum { SHOWN_BEFORE = 100, SHOWN_AFTER = 60 }; // bytes of a long line around the position

// What is shown of a line, as offsets in the file, and what of it is underlined.
typedef struct Excerpt {
	const char *text;
	uint32_t first, last; // the part of the line
	uint32_t from, to;    // the span
	uint32_t at;          // the position
} Excerpt;

static bool find_excerpt(const DiagMessage *message, Excerpt *e)
{
	SourceFile *file = message->pos ? pos_source(message->pos) : NULL;
	if (!file || !file->text)
		return false;
	e->text = file->text;
	e->at = message->pos - file->base;
	e->first = file->lines[pos_raw_line(message->pos) - 1];
	const char *newline = memchr(file->text + e->first, '\n', file->size - e->first);
	e->last = newline ? (uint32_t)(newline - file->text) : file->size;
	e->from = e->at;
	e->to = e->at + 1;
	if (message->start && message->end > message->start &&
	    message->start - file->base <= file->size) {
		e->from = message->start - file->base;
		e->to = message->end - file->base;
	}
	if (e->at > e->first + SHOWN_BEFORE)
		e->first = e->at - SHOWN_BEFORE;
	if (e->last > e->at + SHOWN_AFTER)
		e->last = e->at + SHOWN_AFTER;
	while (e->first < e->at && continuation_byte(e->text[e->first]))
		e->first++;
	e->from = e->from < e->first ? e->first : e->from;
	e->to = e->to > e->last ? e->last : e->to;
	return true;
}

// The source line of a message and a line of marks below it: `^` at the position, `~` for the rest
// of the span.
static void write_caret(FILE *out, const DiagMessage *message, bool color)
{
	Excerpt e;
	if (!find_excerpt(message, &e))
		return;
	fputs("    ", out);
	write_source(out, e.text + e.first, e.last - e.first);
	fprintf(out, "\n    %s", color ? RED : "");
	for (uint32_t i = e.first; i < e.to || i <= e.at; i++) {
		char c = i < e.last ? e.text[i] : ' ';
		if (continuation_byte(c))
			continue;
		fputc(i == e.at                 ? '^'
		      : i >= e.from && i < e.to ? '~'
		      : c == '\t'               ? '\t'
						: ' ',
		      out);
	}
	fprintf(out, "%s\n", color ? PLAIN : "");
}

static DiagColor color_mode; // set once, before there are threads

void diag_color(DiagColor color)
{
	color_mode = color;
}

static bool is_terminal(FILE *out)
{
	return color_mode == DIAG_COLOR_ALWAYS ||
	       (color_mode == DIAG_COLOR_AUTO && isatty(fileno(out)));
}

// NO_COLOR (https://no-color.org) and TERM=dumb take the colour away, not the source line.
static bool is_colored(void)
{
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
	return color_mode == DIAG_COLOR_ALWAYS ||
	       (!(no_color && *no_color) && !(term && !strcmp(term, "dumb")));
}

static void show_message(FILE *out, const DiagMessage *message, bool terminal)
{
	const char *place = message->pos ? pos_text(message->pos) : "";
	const char *separator = message->pos ? ": " : "";
	if (!terminal) {
		fprintf(out, "%s%s%s\n", place, separator, message->text);
		return;
	}
	bool color = is_colored();
	fprintf(out, "%s%s%s%serror: %s%s\n", color ? BOLD : "", place, separator,
		color ? PLAIN RED : "", color ? PLAIN : "", message->text);
	write_caret(out, message, color);
	if (message->hint)
		fprintf(out, "    %shint:%s %s\n", color ? BOLD : "", color ? PLAIN : "",
			message->hint);
}

void diag_show(Diag *diag, FILE *out)
{
	bool terminal = is_terminal(out);
	for (; diag->shown < diag->done.len; diag->shown++) {
		const DiagMessage *message = &diag->done.data[diag->shown];
		show_message(out, message, terminal && message->kind == DIAG_ERROR);
	}
}

static void write_message(Diag *diag, const DiagMessage *message)
{
	const char *place = message->pos ? pos_text(message->pos) : "";
	buf_printf(&diag->log, "%s%s%s\n", place, message->pos ? ": " : "", message->text);
	vec_push(diag->arena, diag->done, *message);
	if (diag->out)
		diag_show(diag, diag->out);
}

// By position; errors of several files by the file in which one was met first, as gc numbers files.
static int compare_messages(const void *left, const void *right)
{
	const DiagMessage *a = left, *b = right;
	if (a->file && b->file && a->file != b->file)
		return a->file < b->file ? -1 : 1;
	if (pos_before(a->pos, b->pos))
		return -1;
	if (pos_before(b->pos, a->pos))
		return 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

static bool equal_errors(const DiagMessage *a, const DiagMessage *b)
{
	return a->kind == DIAG_ERROR && b->kind == DIAG_ERROR && a->pos == b->pos &&
	       !strcmp(a->text, b->text);
}

void diag_flush(void)
{
	Diag *diag = diag_current();
	if (diag->pending.len)
		qsort(diag->pending.data, diag->pending.len, sizeof *diag->pending.data,
		      compare_messages);
	for (uint32_t i = 0; i < diag->pending.len; i++)
		if (i == 0 || !equal_errors(&diag->pending.data[i - 1], &diag->pending.data[i]))
			write_message(diag, &diag->pending.data[i]);
	diag->pending.len = 0;
	if (diag->too_many && !diag->said_too_many) {
		diag->said_too_many = true;
		write_message(diag, &(DiagMessage){.kind = DIAG_LINE,
						   .pos = diag->last_pos,
						   .text = "too many errors"});
	}
	if (diag->out)
		fflush(diag->out);
}

// ---- Taking messages

static char *format_text(Diag *diag, const char *format, va_list args)
{
	Buf buf = buf_make(diag->arena);
	buf_vprintf(&buf, format, args);
	return (char *)buf_cstr(&buf);
}

static DiagMessage *take(Diag *diag, DiagKind kind, Pos pos, const char *text)
{
	DiagMessage message = {.kind = kind, .pos = pos, .text = text, .order = diag->next_order++};
	vec_push(diag->arena, diag->pending, message);
	return &vec_last(diag->pending);
}

// Whether an error repeats what its line was already told.
static bool is_repeated(Diag *diag, Pos pos, const char *text)
{
	if (!strncmp(text, "syntax error", strlen("syntax error"))) {
		uint64_t line = pos ? (uint64_t)pos_source(pos)->base << 32 | pos_raw_line(pos) : 0;
		if (line && line == diag->last_syntax)
			return true;
		diag->last_syntax = line;
		return false;
	}
	bool same = pos && diag->last_text && pos_source(pos) == pos_source(diag->last_error) &&
		    pos_raw_line(pos) == pos_raw_line(diag->last_error) &&
		    !strcmp(text, diag->last_text);
	diag->last_error = pos;
	diag->last_text = text;
	return same;
}

static uint32_t faulty_file(Diag *diag, Pos pos)
{
	if (!pos)
		return 0;
	void **slot = map_slot(&diag->faulty, pos_source(pos));
	if (!*slot)
		*slot = (void *)(uintptr_t)diag->faulty.count;
	return (uint32_t)(uintptr_t)*slot;
}

void diag_verror(Pos pos, Pos start, Pos end, const char *format, va_list args)
{
	Diag *diag = diag_current();
	diag->note_fits = false;
	if (diag->too_many)
		return;
	char *text = format_text(diag, format, args);
	if (is_repeated(diag, pos, text))
		return;
	DiagMessage *message = take(diag, DIAG_ERROR, pos, text);
	message->file = faulty_file(diag, pos);
	message->start = start;
	message->end = end;
	diag->note_fits = true;
	diag->last_pos = pos;
	diag->errors++;
	diag->too_many = diag->error_limit && diag->errors >= diag->error_limit;
}

void diag_error(Pos pos, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	diag_verror(pos, NO_POS, NO_POS, format, args);
	va_end(args);
}

void diag_error_span(Pos pos, Pos start, Pos end, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	diag_verror(pos, start, end, format, args);
	va_end(args);
}

void diag_unsupported(Pos pos, const char *format, ...)
{
	Diag *diag = diag_current();
	va_list args;
	va_start(args, format);
	const char *what = format_text(diag, format, args);
	va_end(args);
	diag_error(pos, "not supported yet: %s", what);
}

void diag_note(Pos pos, const char *format, ...)
{
	Diag *diag = diag_current();
	if (!diag->note_fits || !diag->pending.len)
		return;
	va_list args;
	va_start(args, format);
	const char *text = format_text(diag, format, args);
	va_end(args);
	DiagMessage *message = &vec_last(diag->pending);
	message->text =
		pos ? arena_printf(diag->arena, "%s\n\t%s: %s", message->text, pos_text(pos), text)
		    : arena_printf(diag->arena, "%s\n\t%s", message->text, text);
}

void diag_hint(const char *format, ...)
{
	Diag *diag = diag_current();
	if (!diag->note_fits || !diag->pending.len || vec_last(diag->pending).hint)
		return;
	va_list args;
	va_start(args, format);
	vec_last(diag->pending).hint = format_text(diag, format, args);
	va_end(args);
}

void diag_drop_notes(void)
{
	diag_current()->note_fits = false;
}

void diag_info(Pos pos, const char *format, ...)
{
	Diag *diag = diag_current();
	diag->note_fits = false;
	va_list args;
	va_start(args, format);
	take(diag, DIAG_INFO, pos, format_text(diag, format, args));
	va_end(args);
}

void diag_line(Pos pos, const char *format, ...)
{
	Diag *diag = diag_current();
	va_list args;
	va_start(args, format);
	DiagMessage message = {.kind = DIAG_LINE, .pos = pos, .order = diag->next_order++};
	message.text = format_text(diag, format, args);
	va_end(args);
	write_message(diag, &message);
}

void diag_fatal(const char *format, ...)
{
	Diag *diag = diag_current();
	diag_flush();
	diag_show(diag, stderr);
	fputs("burrow: ", stderr);
	va_list args;
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

void ice_at(const char *file, int line, Pos pos, const char *format, ...)
{
	Diag *diag = diag_current();
	diag_flush();
	fprintf(stderr, "burrow: internal error");
	if (diag->stage)
		fprintf(stderr, " in stage %s", diag->stage);
	if (diag->function)
		fprintf(stderr, ", function %s", diag->function);
	if (pos)
		fprintf(stderr, ", at %s", pos_text(pos));
	fputs(": ", stderr);
	va_list args;
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	const char *name = strrchr(file, '/');
	fprintf(stderr, " (%s:%d)\nThis is a fault of burrow's, not of your program.\n",
		name ? name + 1 : file, line);
	exit(3);
}
