/*
 * The package clause and the imports of a file. They come before everything else, so a few bytes
 * of each file tell how packages depend on each other, without parsing it. Errors end the reading:
 * the parser will meet them again and has the messages.
 */
#include "driver/imports.h"

#include <ctype.h>

#include "syntax/syntax.h"

typedef struct Scanner {
	const char *begin, *at, *end;
	bool line_ended; /* the blanks that were skipped had a newline */
} Scanner;

static void skip_comment(Scanner *s)
{
	bool block = s->at[1] == '*';
	const char *close =
		memmem(s->at + 2, (size_t)(s->end - s->at - 2), block ? "*/" : "\n", block ? 2 : 1);
	const char *after = close ? close + (block ? 2 : 0) : s->end;
	s->line_ended = s->line_ended || (block && memchr(s->at, '\n', (size_t)(after - s->at)));
	s->at = after;
}

static void skip_blanks(Scanner *s)
{
	s->line_ended = false;
	while (s->at < s->end) {
		if (*s->at == '\n')
			s->line_ended = true;
		if (isspace((unsigned char)*s->at))
			s->at++;
		else if (s->end - s->at > 1 && *s->at == '/' &&
			 (s->at[1] == '/' || s->at[1] == '*'))
			skip_comment(s);
		else
			return;
	}
	s->line_ended = true;
}

static size_t word_length(const Scanner *s)
{
	const char *p = s->at;
	while (p < s->end && (isalnum((unsigned char)*p) || *p == '_' || (unsigned char)*p >= 0x80))
		p++;
	return (size_t)(p - s->at);
}

static bool take_word(Scanner *s, const char *word)
{
	skip_blanks(s);
	size_t n = word_length(s);
	if (n != strlen(word) || memcmp(s->at, word, n) != 0)
		return false;
	s->at += n;
	return true;
}

static bool take_char(Scanner *s, char c)
{
	skip_blanks(s);
	if (s->at == s->end || *s->at != c)
		return false;
	s->at++;
	return true;
}

/* A semicolon, or the end of the line. */
static bool take_end(Scanner *s)
{
	skip_blanks(s);
	if (s->at < s->end && *s->at == ';') {
		s->at++;
		return true;
	}
	return s->line_ended || (s->at < s->end && *s->at == ')');
}

static bool take_string(Scanner *s, Str *value)
{
	skip_blanks(s);
	const char *from = s->at;
	if (from == s->end || (*from != '"' && *from != '`'))
		return false;
	for (s->at++; s->at < s->end && *s->at != *from; s->at++) {
		if (*s->at == '\n' && *from == '"')
			return false;
		if (*s->at == '\\' && *from == '"' && s->at + 1 < s->end)
			s->at++;
	}
	if (s->at == s->end)
		return false;
	s->at++;
	*value = syntax_unquote(from, (size_t)(s->at - from));
	return *value != NULL;
}

static bool read_import(Arena *arena, Scanner *s, SourceHead *head)
{
	skip_blanks(s);
	if (s->at < s->end && *s->at == '.')
		s->at++;
	else
		s->at += word_length(s);
	skip_blanks(s);
	SourceImport i = {.offset = (uint32_t)(s->at - s->begin)};
	if (!take_string(s, &i.path))
		return false;
	vec_push(arena, head->imports, i);
	return take_end(s);
}

static bool read_head(Arena *arena, Scanner *s, SourceHead *head)
{
	skip_blanks(s);
	head->package_offset = (uint32_t)(s->at - s->begin);
	if (!take_word(s, "package"))
		return false;
	skip_blanks(s);
	size_t n = word_length(s);
	if (!n)
		return false;
	head->package = str_intern_n(s->at, n);
	s->at += n;
	if (!take_end(s))
		return false;
	while (take_word(s, "import")) {
		if (!take_char(s, '(')) {
			if (!read_import(arena, s, head))
				return false;
			continue;
		}
		while (!take_char(s, ')'))
			if (!read_import(arena, s, head))
				return false;
		if (!take_end(s))
			return false;
	}
	return true;
}

SourceHead imports_read(Arena *arena, const char *text, size_t size)
{
	Scanner s = {text, text, text + size, false};
	SourceHead head = {0};
	if (size >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
		s.at += 3;
	head.malformed = !read_head(arena, &s, &head);
	return head;
}

bool imports_valid_path(Str path)
{
	if (!*path || *path == '/')
		return false;
	for (const char *s = path; *s; s++)
		if ((unsigned char)*s <= ' ' || *s == 0x7f ||
		    strchr("!\"#$%&'()*,:;<=>?[]^`{|}\\", *s))
			return false;
	return strlen(path) == str_len(path) && !strstr(path, "\xef\xbf\xbd");
}
