/* Tests of support/json.h and uri.h: what is written can be read, what is not JSON is refused. */
#include "support/json.h"

#include <stdlib.h>

#include "support/uri.h"

#define CHECK(cond)                                                                        \
	do {                                                                               \
		if (!(cond)) {                                                             \
			fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #cond); \
			exit(1);                                                           \
		}                                                                          \
	} while (0)

static Arena *arena;

static const char *written(const char *s, size_t n)
{
	Buf buf = buf_make(arena);
	json_string(&buf, s, n);
	return buf_cstr(&buf);
}

static JsonValue *parse(const char *s)
{
	return json_parse(arena, s, strlen(s));
}

static void test_strings(void)
{
	CHECK(!strcmp(written("a\"\\\n\r\t\x01<>&\x7f", 11),
		      "\"a\\\"\\\\\\n\\r\\t\\u0001\\u003c\\u003e\\u0026\x7f\""));
	CHECK(!strcmp(written("\xc3\xa9\xff\xe2\x80\xa8", 6), "\"\xc3\xa9\\ufffd\\u2028\""));
	char all[256];
	for (int i = 0; i < 256; i++)
		all[i] = (char)(i & 0x7f);
	const char *text = written(all, sizeof all);
	JsonValue *v = parse(text);
	CHECK(v && v->kind == JSON_STRING && v->len == sizeof all &&
	      !memcmp(v->text, all, sizeof all));
	v = parse("\"\\ud83d\\ude00 \\u00e9 \\/\\b\\f \\ud800x\"");
	CHECK(v && !strcmp(v->text, "\xf0\x9f\x98\x80 \xc3\xa9 /\b\f \xef\xbf\xbdx"));
}

static void test_values(void)
{
	JsonValue *v =
		parse(" {\"a\": [1, -2.5e3, true, false, null, {}], \"b\": {\"c\": \"d\"}} ");
	CHECK(v && v->kind == JSON_OBJECT);
	const JsonValue *a = json_member(v, "a")->first;
	CHECK(json_integer(a, 9) == 1 && a->next->number == -2500 && a->next->next->boolean);
	CHECK(!strcmp(json_text(json_path(v, "b.c")), "d") && !json_path(v, "b.c.d") &&
	      !json_path(v, "x.y"));
	CHECK(json_integer(json_path(v, "b"), 9) == 9 && json_integer(parse("1e300"), 9) == 9);
	static const char *const bad[] = {
		"",        "{",           "[1,]",    "{\"a\"}", "{\"a\":1,}", "{a:1}",    "01",
		"1.",      "-",           "1e",      "+1",      "tru",        "nul",      "\"a",
		"\"\\x\"", "\"\\u12g4\"", "\"\n\"",  "[1 2]",   "1 2",        "[",        "]",
		"\"\\",    "'a'",         "\"\\u12", "NaN",     "Infinity",   "{\"a\":}", "{1:2}",
		",",       "[,1]",        "//",      "\x80",
	};
	for (size_t i = 0; i < COUNT(bad); i++)
		CHECK(!parse(bad[i]));
	char deep[200001];
	memset(deep, '[', 200000);
	CHECK(!json_parse(arena, deep, 200000));
}

static void test_uris(void)
{
	Buf buf = buf_make(arena);
	uri_escape(&buf, "/a b/\xc3\xa9%.go", URI_PATH);
	CHECK(!strcmp(buf_cstr(&buf), "/a%20b/%C3%A9%25.go"));
	CHECK(!strcmp(uri_path("file:///a%20b/%c3%A9%25.go"), "/a b/\xc3\xa9%.go"));
	CHECK(!strcmp(uri_path("file://host/x%2"), "/x%2") && !uri_path("http://x/y") &&
	      !uri_path("file:///a%00b"));
	CHECK(!uri_path("") && !uri_path("file://"));
}

int main(void)
{
	arena = arena_new();
	test_strings();
	test_values();
	test_uris();
	return 0;
}
