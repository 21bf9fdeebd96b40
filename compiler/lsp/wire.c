/*
 * The base protocol: header lines that end in CR LF, an empty line, and as many bytes as
 * Content-Length says.
 *
 * A client that sends something else is not to bring the server down: a header without a length is
 * passed over, and so is a line that is no header. Only a length beyond all reason ends the
 * connection, because where the next message begins is then unknown.
 */
#include <errno.h>
#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

#include "lsp/private.h"

enum { MAX_HEADER = 64 << 10, MAX_MESSAGE = 256 << 20 };

void wire_fill(Wire *w)
{
	enum { CHUNK = 64 << 10 };
	buf_reserve(&w->buffer, CHUNK);
	ssize_t n = read(w->in, w->buffer.data + w->buffer.len, CHUNK - 1);
	if (n > 0)
		w->buffer.len += (size_t)n;
	else if (n == 0 || (errno != EINTR && errno != EAGAIN))
		w->ended = true;
	w->buffer.data[w->buffer.len] = 0;
}

static void drop(Wire *w, size_t n)
{
	memmove(w->buffer.data, w->buffer.data + n, w->buffer.len - n + 1);
	w->buffer.len -= n;
}

/* The length that a header line gives; -1: it is another one. */
static int64_t content_length(const char *line, size_t len)
{
	static const char name[] = "Content-Length:";
	size_t n = sizeof name - 1;
	if (len <= n || strncasecmp(line, name, n) != 0)
		return -1;
	while (n < len && line[n] == ' ')
		n++;
	if (n == len || line[n] < '0' || line[n] > '9')
		return -1;
	errno = 0;
	long long value = strtoll(line + n, NULL, 10);
	return errno ? INT64_MAX : value;
}

bool wire_take(Wire *w, Arena *arena, const char **body, size_t *len)
{
	for (;;) {
		int64_t length = -1;
		size_t at = 0;
		const char *newline;
		bool complete = false;
		while ((newline = at < w->buffer.len
					  ? memchr(w->buffer.data + at, '\n', w->buffer.len - at)
					  : NULL)) {
			size_t end = (size_t)(newline - w->buffer.data), n = end - at;
			if (n && w->buffer.data[end - 1] == '\r')
				n--;
			int64_t value = content_length(w->buffer.data + at, n);
			if (value >= 0)
				length = value;
			at = end + 1;
			complete = n == 0;
			if (complete)
				break;
		}
		if (!complete) {
			if (w->buffer.len - at > MAX_HEADER || at > MAX_HEADER)
				w->buffer.len = 0;
			return false;
		}
		if (length > MAX_MESSAGE)
			w->ended = true;
		if (length > MAX_MESSAGE || (length >= 0 && w->buffer.len - at < (size_t)length))
			return false;
		if (length >= 0) {
			*body = arena_copy(arena, w->buffer.data + at, (size_t)length);
			*len = (size_t)length;
			drop(w, at + (size_t)length);
			return true;
		}
		drop(w, at);
	}
}

static bool write_all(int fd, const char *s, size_t n)
{
	while (n) {
		ssize_t k = write(fd, s, n);
		if (k < 0 && errno == EINTR)
			continue;
		if (k <= 0)
			return false;
		s += k;
		n -= (size_t)k;
	}
	return true;
}

void wire_send(Wire *w, const Buf *body)
{
	char header[64];
	int n = snprintf(header, sizeof header, "Content-Length: %zu\r\n\r\n", body->len);
	if (!write_all(w->out, header, (size_t)n) || !write_all(w->out, body->data, body->len))
		w->ended = true;
}
