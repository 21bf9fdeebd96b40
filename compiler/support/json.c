/* JSON: writing strings, reading values. */
#include "support/json.h"

#include <math.h>
#include <stdlib.h>

enum { MAX_DEPTH = 512 };

/* ---------------------------------------------------------------- writing */

static void write_ascii(Buf *buf, unsigned char c)
{
	switch (c) {
	case '"': buf_puts(buf, "\\\""); return;
	case '\\': buf_puts(buf, "\\\\"); return;
	case '\n': buf_puts(buf, "\\n"); return;
	case '\r': buf_puts(buf, "\\r"); return;
	case '\t': buf_puts(buf, "\\t"); return;
	default: break;
	}
	if (c < ' ' || c == '<' || c == '>' || c == '&')
		buf_printf(buf, "\\u%04x", c);
	else
		buf_putc(buf, (char)c);
}

void json_string(Buf *buf, const char *s, size_t len)
{
	buf_putc(buf, '"');
	for (size_t i = 0; i < len;) {
		if ((unsigned char)s[i] < 0x80) {
			write_ascii(buf, (unsigned char)s[i++]);
			continue;
		}
		int size;
		int32_t rune = utf8_decode(s + i, len - i, &size);
		if ((rune == 0xfffd && size == 1) || rune == 0x2028 || rune == 0x2029)
			buf_printf(buf, "\\u%04x", (unsigned)rune);
		else
			buf_write(buf, s + i, (size_t)size);
		i += (size_t)size;
	}
	buf_putc(buf, '"');
}

/* ---------------------------------------------------------------- reading */

typedef struct Reader {
	Arena *arena;
	const char *at, *end;
	int depth;
} Reader;

static void skip_space(Reader *r)
{
	while (r->at < r->end &&
	       (*r->at == ' ' || *r->at == '\t' || *r->at == '\n' || *r->at == '\r'))
		r->at++;
}

static bool take(Reader *r, char c)
{
	skip_space(r);
	if (r->at == r->end || *r->at != c)
		return false;
	r->at++;
	return true;
}

static bool take_word(Reader *r, const char *word)
{
	size_t n = strlen(word);
	if ((size_t)(r->end - r->at) < n || memcmp(r->at, word, n) != 0)
		return false;
	r->at += n;
	return true;
}

static bool hex4(Reader *r, int32_t *value)
{
	*value = 0;
	for (int i = 0; i < 4; i++, r->at++) {
		char c = r->at < r->end ? *r->at : 0;
		int digit = c >= '0' && c <= '9'   ? c - '0'
			    : c >= 'a' && c <= 'f' ? c - 'a' + 10
			    : c >= 'A' && c <= 'F' ? c - 'A' + 10
						   : -1;
		if (digit < 0)
			return false;
		*value = *value * 16 + digit;
	}
	return true;
}

/* After `\u`; two escapes that make a surrogate pair are one code point. */
static bool read_unicode(Reader *r, Buf *buf)
{
	int32_t rune, low;
	if (!hex4(r, &rune))
		return false;
	if (rune >= 0xd800 && rune < 0xdc00 && r->end - r->at >= 6 && r->at[0] == '\\' &&
	    r->at[1] == 'u') {
		const char *back = r->at;
		r->at += 2;
		if (!hex4(r, &low))
			return false;
		if (low >= 0xdc00 && low < 0xe000)
			rune = 0x10000 + ((rune - 0xd800) << 10) + (low - 0xdc00);
		else
			r->at = back;
	}
	buf_rune(buf, rune);
	return true;
}

static bool read_escape(Reader *r, Buf *buf)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	if (r->at == r->end)
		return false;
	char c = *r->at++;
	if (c == 'u')
		return read_unicode(r, buf);
	const char *found = c ? strchr(from, c) : NULL;
	if (found)
		buf_putc(buf, to[found - from]);
	return found;
}

static bool read_string(Reader *r, const char **text, size_t *len)
{
	Buf buf = buf_make(r->arena);
	if (!take(r, '"'))
		return false;
	for (;;) {
		if (r->at == r->end || (unsigned char)*r->at < ' ')
			return false;
		char c = *r->at++;
		if (c == '"')
			break;
		if (c != '\\')
			buf_putc(&buf, c);
		else if (!read_escape(r, &buf))
			return false;
	}
	*text = buf_cstr(&buf);
	*len = buf.len;
	return true;
}

static bool digits(Reader *r)
{
	const char *from = r->at;
	while (r->at < r->end && *r->at >= '0' && *r->at <= '9')
		r->at++;
	return r->at > from;
}

static bool read_number(Reader *r, JsonValue *v)
{
	const char *from = r->at;
	if (*r->at == '-')
		r->at++;
	const char *whole = r->at;
	if (!digits(r) || (*whole == '0' && r->at > whole + 1))
		return false;
	if (r->at < r->end && *r->at == '.' && (r->at++, !digits(r)))
		return false;
	if (r->at < r->end && (*r->at == 'e' || *r->at == 'E')) {
		r->at++;
		if (r->at < r->end && (*r->at == '+' || *r->at == '-'))
			r->at++;
		if (!digits(r))
			return false;
	}
	v->kind = JSON_NUMBER;
	v->len = (size_t)(r->at - from);
	v->text = arena_copy(r->arena, from, v->len);
	v->number = strtod(v->text, NULL);
	return true;
}

static JsonValue *read_value(Reader *r);

/* After the opening bracket. */
static bool read_list(Reader *r, JsonValue *v, bool object)
{
	JsonValue **end = &v->first;
	char close = object ? '}' : ']';
	v->kind = object ? JSON_OBJECT : JSON_ARRAY;
	if (take(r, close))
		return true;
	do {
		const char *key = NULL;
		size_t len;
		if (object && (!read_string(r, &key, &len) || !take(r, ':')))
			return false;
		*end = read_value(r);
		if (!*end)
			return false;
		(*end)->key = key;
		end = &(*end)->next;
	} while (take(r, ','));
	return take(r, close);
}

static bool read_into(Reader *r, JsonValue *v)
{
	switch (*r->at) {
	case '{':
	case '[': return r->at++, read_list(r, v, r->at[-1] == '{');
	case '"': v->kind = JSON_STRING; return read_string(r, &v->text, &v->len);
	case 't': v->kind = JSON_BOOL, v->boolean = true; return take_word(r, "true");
	case 'f': v->kind = JSON_BOOL; return take_word(r, "false");
	case 'n': return take_word(r, "null");
	default: return read_number(r, v);
	}
}

static JsonValue *read_value(Reader *r)
{
	skip_space(r);
	if (r->at == r->end || r->depth == MAX_DEPTH)
		return NULL;
	r->depth++;
	JsonValue *v = NEW(r->arena, JsonValue);
	bool ok = read_into(r, v);
	r->depth--;
	return ok ? v : NULL;
}

JsonValue *json_parse(Arena *arena, const char *text, size_t len)
{
	Reader r = {arena, text, text + len, 0};
	JsonValue *v = read_value(&r);
	skip_space(&r);
	return r.at == r.end ? v : NULL;
}

/* ---------------------------------------------------------------- looking things up */

const JsonValue *json_member(const JsonValue *object, const char *key)
{
	if (!object || object->kind != JSON_OBJECT)
		return NULL;
	for (const JsonValue *m = object->first; m; m = m->next)
		if (strcmp(m->key, key) == 0)
			return m;
	return NULL;
}

const JsonValue *json_path(const JsonValue *value, const char *path)
{
	char key[64];
	while (value && *path) {
		size_t n = strcspn(path, ".");
		if (n >= sizeof key)
			return NULL;
		memcpy(key, path, n);
		key[n] = 0;
		value = json_member(value, key);
		path += n + (path[n] == '.');
	}
	return value;
}

const char *json_text(const JsonValue *string)
{
	return string && string->kind == JSON_STRING ? string->text : NULL;
}

int64_t json_integer(const JsonValue *number, int64_t otherwise)
{
	if (!number || number->kind != JSON_NUMBER || !(fabs(number->number) < 9e15))
		return otherwise;
	return (int64_t)number->number;
}
