/* Source lines with carets under an expression. */
#include "explain/private.h"
#include "explain/tree.h"

enum { TAB = 4, MOST_PHRASE = 48 };

static bool is_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_' || (unsigned char)c >= 0x80;
}

Span span_of_name(Pos pos)
{
	const SourceFile *f = pos_source(pos);
	Pos end = pos;
	while (f && f->text && end - f->base < f->size && is_name_byte(f->text[end - f->base]))
		end++;
	return (Span){pos, end > pos ? end : pos + 1};
}

Span span_of(const Node *n)
{
	if (n->op == ONAME && !n->var->is_closure_var)
		return (Span){NO_POS, NO_POS}; /* its place is that of its declaration */
	if (n->start && n->end > n->start)
		return (Span){n->start, n->end};
	return n->pos ? span_of_name(n->pos) : NO_SPAN;
}

bool is_of_clause(const Var *v)
{
	const SourceFile *f = pos_source(v->pos);
	return f && f->text && f->text[v->pos - f->base] == ':';
}

Span span_of_variable(Arena *arena, const Var *v)
{
	const Clause *clause = NULL;
	if (is_of_clause(v))
		clause = tree_clause(arena, v->func->package->package, v->pos);
	return clause ? (Span){clause->start, v->pos + 1} : span_of_name(v->pos);
}

Span span_of_declaration(const Var *v)
{
	return span_of_name(v->obj && is_of_clause(v) ? v->obj->pos : v->pos);
}

/* Past the string, rune or comment that begins at s[i], if one does. */
static uint32_t skip_literal(const char *s, uint32_t i, uint32_t n)
{
	char quote = s[i];
	if (quote == '/' && i + 1 < n && (s[i + 1] == '/' || s[i + 1] == '*')) {
		const char *end = strstr(s + i + 2, s[i + 1] == '/' ? "\n" : "*/");
		return end ? (uint32_t)(end - s) + (s[i + 1] == '/' ? 1 : 2) : n;
	}
	if (quote != '"' && quote != '\'' && quote != '`')
		return i;
	for (i++; i < n && s[i] != quote; i++)
		if (s[i] == '\\' && quote != '`')
			i++;
	return i + 1;
}

Span span_of_argument(Pos call, int number, const Node *arg)
{
	const SourceFile *f = pos_source(call);
	if (arg && arg->op != ONAME && arg->start)
		return span_of(arg);
	if (!f || !f->text || number < 0)
		return (Span){call, call + 1};
	uint32_t i = call - f->base, from = i + 1;
	int depth = 0;
	for (; i < f->size; i++) {
		uint32_t past = skip_literal(f->text, i, f->size);
		if (past > i) {
			i = past - 1;
			continue;
		}
		char c = f->text[i];
		depth += c == '(' || c == '[' || c == '{';
		depth -= c == ')' || c == ']' || c == '}';
		if (depth == 0 || (depth == 1 && c == ',')) {
			if (number-- == 0)
				break;
			from = i + 1;
			if (depth == 0)
				return (Span){call, call + 1};
		}
	}
	while (from < i && (f->text[from] == ' ' || f->text[from] == '\t' || f->text[from] == '\n'))
		from++;
	return (Span){f->base + from, f->base + i};
}

Span span_of_receiver(Pos call, const Node *arg)
{
	const SourceFile *f = pos_source(call);
	if (arg && arg->op != ONAME && arg->start)
		return span_of(arg);
	if (!f || !f->text)
		return (Span){call, call + 1};
	uint32_t i = call - f->base;
	while (i > 0 && is_name_byte(f->text[i - 1]))
		i--;
	if (i == 0 || f->text[i - 1] != '.')
		return (Span){call, call + 1};
	uint32_t end = --i;
	for (int depth = 0; i > 0; i--) {
		char c = f->text[i - 1];
		depth += c == ')' || c == ']';
		depth -= c == '(' || c == '[';
		if (depth < 0 ||
		    (depth == 0 && !is_name_byte(c) && c != '.' && c != '(' && c != '['))
			break;
	}
	return i < end ? (Span){f->base + i, f->base + end} : (Span){call, call + 1};
}

Span span_of_result(Pos statement, int number)
{
	const SourceFile *f = pos_source(statement);
	if (!f || !f->text || strncmp(f->text + (statement - f->base), "return", 6) != 0)
		return (Span){statement, statement + 1};
	uint32_t start = statement - f->base, from = start + 6, i = from, end = from;
	for (int depth = 0; i < f->size; i++) {
		char c = f->text[i];
		uint32_t past = skip_literal(f->text, i, f->size);
		if (c == '/' && past > i && depth == 0)
			break;
		if (past > i) {
			end = past;
			i = past - 1;
			continue;
		}
		depth += c == '(' || c == '[' || c == '{';
		depth -= c == ')' || c == ']' || c == '}';
		if (depth < 0 || (depth == 0 && (c == '\n' || c == ';')))
			break;
		if (depth == 0 && c == ',' && number-- == 0)
			break;
		if (depth == 0 && c == ',')
			from = i + 1;
		if (c != ' ' && c != '\t')
			end = i + 1;
	}
	while (f->text[from] == ' ' || f->text[from] == '\t')
		from++;
	if (number > 0 || from >= end || (number < 0 && f->text[i] != ','))
		from = start;
	return (Span){f->base + from, f->base + (end > start + 6 ? end : start + 6)};
}

/* The end of what stands on a line from `at` to `to`, without comments. */
static uint32_t end_of_code(const SourceFile *f, uint32_t at, uint32_t to)
{
	uint32_t end = at;
	while (at < to) {
		bool comment =
			f->text[at] == '/' && (f->text[at + 1] == '/' || f->text[at + 1] == '*');
		uint32_t past = skip_literal(f->text, at, to);
		bool space = f->text[at] == ' ' || f->text[at] == '\t';
		at = past > at ? past : at + 1;
		if (!comment && !space)
			end = at < to ? at : to;
	}
	return end;
}

const char *source_phrase(Arena *arena, const Node *n)
{
	Span span = span_of(n);
	const SourceFile *f = span.start ? pos_source(span.start) : NULL;
	if (!f || !f->text || !n->start || n->end <= n->start || n->end - f->base > f->size)
		return ir_text(arena, n);
	uint32_t start = span.start - f->base, end = span.end - f->base, to = start;
	while (to < end && f->text[to] != '\n')
		to++;
	if (to < end)
		to = end_of_code(f, start, to);
	if (to - start > MOST_PHRASE)
		to = start + MOST_PHRASE;
	while (to < end && ((unsigned char)f->text[to] & 0xc0) == 0x80)
		to++;
	const char *more = to == end ? "" : f->text[to - 1] == '{' ? "...}" : "...";
	return arena_printf(arena, "%.*s%s", (int)(to - start), f->text + start, more);
}

static bool is_foreign(const Func *f, const Node *n)
{
	return !n->pos || !file_of(f->package->package, pos_source(n->pos));
}

/* Does s, a name that stands after `before` in an expression, name a variable, not a type? */
static bool names_variable(char before, const char *s)
{
	bool lower = *s >= 'a' && *s <= 'z';
	while (is_name_byte(*s))
		s++;
	return lower && before != ']' && *s != '{';
}

/* Without the name of the package before those of its variables: strings.b.buf is b.buf. */
static const char *without_package(Arena *arena, const char *text, const char *package)
{
	Buf out = buf_make(arena);
	size_t n = strlen(package);
	for (const char *s = text; *s; s++) {
		char before = s == text ? ' ' : s[-1];
		bool begins = !is_name_byte(before) && before != '.';
		if (begins && strncmp(s, package, n) == 0 && s[n] == '.' &&
		    names_variable(before, s + n + 1))
			s += n + 1;
		buf_putc(&out, *s);
	}
	return buf_cstr(&out);
}

const char *source_words(Arena *arena, const Func *f, const Node *n)
{
	const char *text = ir_text(arena, n);
	if (is_foreign(f, n) && n->op != ONEW && n->inl && n->inl <= f->inlines.len)
		return without_package(arena, text,
				       f->inlines.data[n->inl - 1].callee->package->package->name);
	bool go = !strstr(text, "... argument") && !strchr(text, '~') && !strstr(text, "(*");
	return go ? text : source_phrase(arena, n);
}

/* Columns are counted in runes; tabs are TAB wide. */
static int width_of(const char *s, uint32_t n)
{
	int width = 0;
	for (uint32_t i = 0; i < n; i++)
		if (((unsigned char)s[i] & 0xc0) != 0x80)
			width += s[i] == '\t' ? TAB : 1;
	return width;
}

static void put_line(Buf *out, const char *s, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (s[i] == '\t')
			buf_printf(out, "%*s", TAB, "");
		else
			buf_putc(out, s[i]);
	buf_putc(out, '\n');
}

void source_show_lines(Buf *out, Span span, const SourceFile **last)
{
	const SourceFile *f = pos_source(span.start);
	if (!f || !f->text) {
		buf_puts(out, ".\n");
		return;
	}
	buf_puts(out, ":\n");
	if (f != *last)
		buf_printf(out, "    %s\n", f->name);
	*last = f;
	uint32_t at = span.start - f->base, from = at, to = at;
	while (from > 0 && f->text[from - 1] != '\n')
		from--;
	while (to < f->size && f->text[to] != '\n' && f->text[to] != '\r')
		to++;
	uint32_t end = span.end - f->base < to ? span.end - f->base : end_of_code(f, at, to);
	int carets = end > at ? width_of(f->text + at, end - at) : 1;
	int digits = snprintf(NULL, 0, "%2u", pos_line(span.start));
	buf_printf(out, "    %2u | ", pos_line(span.start));
	put_line(out, f->text + from, to - from);
	buf_printf(out, "    %*s | ", digits, "");
	buf_printf(out, "%*s", width_of(f->text + from, at - from), "");
	for (int i = 0; i < carets; i++)
		buf_putc(out, '^');
	buf_putc(out, '\n');
}
