// From a file to its tree: the lexer, the marking pass and the parser in a row; and what literals
// denote.
#include "syntax/branches.h"

#include <ctype.h>
#include <stdlib.h>

static void tell_error(Parser *p, const SyntaxError *error)
{
	if (error->offset > p->read)
		return;
	vec_push(p->arena, p->file->errors, *error);
	p->file->failed |= (p->flags & PARSE_QUIET) != 0;
}

// Those of the function bodies that end before `reach`.
static void tell_branches(Parser *p, uint32_t *next, uint32_t reach)
{
	while (*next < p->branch_errors.len && p->branch_errors.data[*next].reach <= reach)
		tell_error(p, &p->branch_errors.data[(*next)++]);
}

// Puts the messages of lexer, diagnosis and branches in the order in which one reading of the file
// meets them.
static void order_errors(Parser *p)
{
	SyntaxErrors *lexed = &p->lexer_errors, *parsed = &p->syntax_errors;
	uint32_t branches = 0;
	for (uint32_t i = 0, k = 0; i < lexed->len || k < parsed->len;) {
		bool lexer = k == parsed->len ||
			     (i < lexed->len && lexed->data[i].offset < parsed->data[k].reach);
		const SyntaxError *error = lexer ? &lexed->data[i++] : &parsed->data[k++];
		tell_branches(p, &branches, error->reach);
		tell_error(p, error);
	}
	tell_branches(p, &branches, UINT32_MAX);
}

void syntax_report(const File *file)
{
	vec_each(SyntaxError, error, file->errors) {
		diag_error(file->source->base + error->offset, "%s", error->text);
		if (strstr(error->text, "cannot use assignment"))
			diag_hint("to compare, write == instead of =");
	}
}

// x.(type) outside the header of a type switch.
static void check_guards(Parser *p)
{
	for (uint32_t i = 0; i < p->guards.len && !p->file->failed; i++) {
		Expr *guard = p->guards.data[i];
		if (guard->flags)
			continue;
		parser_error_at(p, guard->start - p->source->base,
				"invalid AST: use of .(type) outside type switch");
		guard->kind = EX_BAD;
	}
}

static void add_go_errors(Parser *p)
{
	vec_each(SyntaxError, error, p->go_errors)
		vec_push(p->arena, p->lexer_errors, *error);
}

File *syntax_tree(Arena *arena, SourceFile *source, unsigned flags)
{
	Parser parser = {.arena = arena, .source = source, .flags = flags, .read = UINT32_MAX};
	Parser *p = &parser;
	File *file = NEW(arena, File);
	p->file = file;
	file->source = source;
	file->end = source->base + source->size;
	lexer_run(p);
	if (!p->too_deep) {
		mark_tokens(p);
		bool whole = parser_run(p) == 0;
		if (!whole && !p->refused)
			file->failed = true;
		if (p->refused && !p->too_deep)
			parser_diagnose(p);
		else
			add_go_errors(p);
		if (whole)
			check_branches(p);
		else
			check_sound_branches(p);
	}
	file->failed |= p->too_deep;
	check_guards(p);
	if (!(flags & PARSE_IMPORTS) && !p->too_deep)
		finish_directives(p);
	order_errors(p);
	free(p->tokens);
	return file;
}

File *syntax_parse(Arena *arena, SourceFile *source, unsigned flags)
{
	File *file = syntax_tree(arena, source, flags);
	if (!(flags & PARSE_QUIET))
		syntax_report(file);
	return file;
}

void parser_refuse(Parser *p, const Token *token)
{
	if (!p->refused)
		p->refused = token;
}

void parser_error_at(Parser *p, uint32_t offset, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	Buf text = buf_make(p->arena);
	buf_vprintf(&text, format, args);
	va_end(args);
	SyntaxError error = {.offset = offset, .reach = offset, .text = buf_cstr(&text)};
	vec_push(p->arena, p->lexer_errors, error);
}

// ---- Literals

// Appends what an escape sequence denotes; s points after the backslash. Returns its end, NULL when
// it is not valid.
static const char *unescape(Buf *out, const char *s, const char *end, int32_t *rune, bool *is_byte)
{
	static const char names[] = "a\ab\bf\fn\nr\rt\tv\v\\\\'\'\"\"";
	*is_byte = false;
	if (s >= end)
		return NULL;
	for (const char *n = names; *n; n += 2)
		if (*s == *n) {
			*rune = n[1];
			buf_putc(out, n[1]);
			return s + 1;
		}
	int digits = *s == 'x' ? 2 : *s == 'u' ? 4 : *s == 'U' ? 8 : 3, base = digits == 3 ? 8 : 16;
	if (digits != 3)
		s++;
	if (end - s < digits)
		return NULL;
	uint32_t value = 0;
	for (int i = 0; i < digits; i++, s++) {
		if (!isxdigit((unsigned char)*s))
			return NULL;
		int d = isdigit((unsigned char)*s) ? *s - '0' : (*s | 32) - 'a' + 10;
		if (d >= base)
			return NULL;
		value = value * (uint32_t)base + (uint32_t)d;
	}
	*rune = (int32_t)value;
	*is_byte = digits <= 3;
	if (*is_byte)
		buf_putc(out, (char)value);
	else
		buf_rune(out, (int32_t)value);
	return s;
}

Str syntax_unquote(const char *text, size_t len)
{
	if (len < 2 || text[0] != text[len - 1] || (text[0] != '"' && text[0] != '`'))
		return NULL;
	const char *s = text + 1, *end = text + len - 1;
	bool raw = text[0] == '`';
	// Most have nothing to translate.
	if (!memchr(s, raw ? '\r' : '\\', (size_t)(end - s)))
		return str_intern_n(s, (size_t)(end - s));
	Buf out = buf_make(NULL);
	while (s && s < end) {
		int32_t rune;
		bool is_byte;
		if (raw && *s == '\r')
			s++;
		else if (!raw && *s == '\\')
			s = unescape(&out, s + 1, end, &rune, &is_byte);
		else
			buf_putc(&out, *s++);
	}
	Str result = s ? buf_str(&out) : NULL;
	buf_free(&out);
	return result;
}

Str syntax_string_value(const Expr *literal)
{
	Str value = syntax_unquote(literal->literal.text, str_len(literal->literal.text));
	if (!value)
		ICE(literal->pos, "not a string literal: %s", literal->literal.text);
	return value;
}

int32_t syntax_rune_value(const Expr *literal)
{
	const char *s = literal->literal.text + 1,
		   *end = literal->literal.text + str_len(literal->literal.text) - 1;
	int32_t rune = 0;
	bool is_byte;
	int size;
	if (s >= end)
		ICE(literal->pos, "not a rune literal: %s", literal->literal.text);
	if (*s != '\\')
		return utf8_decode(s, (size_t)(end - s), &size);
	Buf out = buf_make(NULL);
	if (!unescape(&out, s + 1, end, &rune, &is_byte))
		ICE(literal->pos, "not a rune literal: %s", literal->literal.text);
	buf_free(&out);
	return rune;
}

Expr *syntax_unparen(Expr *expr)
{
	while (expr->kind == EX_PAREN)
		expr = expr->paren.x;
	return expr;
}
