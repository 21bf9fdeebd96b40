/* Texts of documents, and the two ways to count columns in them. */
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lsp/private.h"

enum { MAX_FILE = 64 << 20 };

const char *text_line(const Text *text, int64_t line, size_t *len)
{
	const char *s = text->data, *end = s + text->len;
	for (; line > 1 && s < end; line--) {
		const char *newline = memchr(s, '\n', (size_t)(end - s));
		s = newline ? newline + 1 : end;
	}
	const char *newline = memchr(s, '\n', (size_t)(end - s));
	*len = (size_t)((newline ? newline : end) - s);
	if (*len && s[*len - 1] == '\r')
		--*len;
	return s;
}

/* UTF-16 units of a code point; a byte that is not UTF-8 counts as one. */
static int units_of(int32_t rune)
{
	return rune >= 0x10000 ? 2 : 1;
}

void text_put_position(Buf *out, Units units, const Text *text, Place place)
{
	size_t len, bytes = place.column > 0 ? (size_t)place.column - 1 : 0;
	int64_t line = place.line > 0 ? place.line : 1, character = 0;
	const char *s = text_line(text, line, &len);
	if (bytes > len)
		bytes = len;
	for (size_t i = 0; i < bytes && !units.utf8;) {
		int size;
		character += units_of(utf8_decode(s + i, len - i, &size));
		i += (size_t)size;
	}
	if (units.utf8)
		character = (int64_t)bytes;
	buf_printf(out, "{\"line\":%ld,\"character\":%ld}", (long)line - 1, (long)character);
}

void text_put_range(Buf *out, Units units, const Text *text, Place start, Place end)
{
	buf_puts(out, "{\"start\":");
	text_put_position(out, units, text, start);
	buf_puts(out, ",\"end\":");
	text_put_position(out, units, text, end);
	buf_putc(out, '}');
}

Place text_place(Units units, const Text *text, int64_t line, int64_t character)
{
	size_t len, i = 0;
	if (line < 0 || line > INT32_MAX)
		line = line < 0 ? 0 : INT32_MAX;
	const char *s = text_line(text, line + 1, &len);
	while (i < len && character > 0) {
		int size = 1;
		character -= units.utf8 ? 1 : units_of(utf8_decode(s + i, len - i, &size));
		i += (size_t)size;
	}
	return (Place){line + 1, (int64_t)i + 1};
}

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_' || (unsigned char)c >= 0x80;
}

Place text_word_end(const Text *text, Place place)
{
	size_t len, i = place.column > 0 ? (size_t)place.column - 1 : 0;
	const char *s = text_line(text, place.line, &len);
	if (i >= len)
		return place;
	char first = s[i++];
	if (first == '"' || first == '`') {
		const char *close = memchr(s + i, first, len - i);
		i = close ? (size_t)(close - s) + 1 : i;
	}
	while (is_word(first) && i < len && is_word(s[i]))
		i++;
	return (Place){place.line, (int64_t)i + 1};
}

const char *text_real_path(Arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *directory = slash ? arena_copy(arena, path, (size_t)(slash + 1 - path)) : "./";
	const char *base = slash ? slash + 1 : path;
	char *real = realpath(directory, NULL);
	if (real)
		path = arena_printf(arena, "%s/%s", strcmp(real, "/") == 0 ? "" : real, base);
	free(real);
	return path;
}

bool text_read(const char *path, Text *text)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	*text = (Text){0};
	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size <= MAX_FILE &&
	    (text->data = malloc((size_t)st.st_size + 1))) {
		ssize_t n;
		while (text->len < (size_t)st.st_size &&
		       (n = read(fd, text->data + text->len, (size_t)st.st_size - text->len)) > 0)
			text->len += (size_t)n;
		text->data[text->len] = 0;
	}
	if (fd >= 0)
		close(fd);
	return text->data != NULL;
}
