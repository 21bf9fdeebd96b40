/*
 * JSON (RFC 8259): strings as they are written, and texts read to trees.
 *
 * Writers build their text in a Buf and need only the strings from here. The reader takes any
 * bytes: what is not JSON gives NULL, depth is limited, and \u0000 is kept (strings have a
 * length).
 */
#ifndef BURROW_SUPPORT_JSON_H
#define BURROW_SUPPORT_JSON_H

#include "support/support.h"

/* Appends s as a JSON string, quotes included, byte for byte as Go's encoding/json does: safe
 * inside HTML (<, >, & are escaped), U+FFFD for bytes that are not UTF-8. */
void json_string(Buf *buf, const char *s, size_t len);
static inline void json_cstring(Buf *buf, const char *s)
{
	json_string(buf, s, strlen(s));
}

typedef enum JsonKind {
	JSON_NULL,
	JSON_BOOL,
	JSON_NUMBER,
	JSON_STRING,
	JSON_ARRAY,
	JSON_OBJECT,
} JsonKind;

typedef struct JsonValue {
	JsonKind kind;
	bool boolean;
	double number;
	const char *text; /* string, or the number as it was written; NUL-terminated */
	size_t len;       /* of text */
	struct JsonValue *first, *next; /* elements or members, in order */
	const char *key;                /* of a member */
} JsonValue;

/* NULL: text[0..len) is not one JSON value. */
JsonValue *json_parse(Arena *arena, const char *text, size_t len);

/* All of these take NULL and values of any kind, so that look-ups can be chained. */
const JsonValue *json_member(const JsonValue *object, const char *key); /* NULL: none */
const char *json_text(const JsonValue *string);                         /* NULL: not a string */
/* NULL where a value on the way is missing: json_path(message, "params.textDocument.uri") */
const JsonValue *json_path(const JsonValue *value, const char *path);
int64_t json_integer(const JsonValue *number, int64_t otherwise);

#endif
