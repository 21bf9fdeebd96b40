/* File URIs. */
#include "support/uri.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

void uri_escape(Buf *buf, const char *s, const char *plain)
{
	for (; *s; s++)
		if (isalnum((unsigned char)*s) || strchr(plain, *s))
			buf_putc(buf, *s);
		else
			buf_printf(buf, "%%%02X", (unsigned char)*s);
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

char *uri_path(const char *uri)
{
	const char *s = strncasecmp(uri, "file://", 7) == 0 ? strchr(uri + 7, '/') : NULL;
	if (!s)
		return NULL;
	char *path = malloc(strlen(s) + 1), *to = path;
	for (; path && *s; s++) {
		int high = s[0] == '%' ? hex(s[1]) : -1, low = high >= 0 ? hex(s[2]) : -1;
		*to = low >= 0 ? (char)(high * 16 + low) : *s;
		s += low >= 0 ? 2 : 0;
		if (!*to++) {
			free(path);
			return NULL;
		}
	}
	if (path)
		*to = 0;
	return path;
}
