// Tests of compiler/support: containers, interned strings, positions and the order of diagnostics.
#include "support/support.h"

#include <stdlib.h>

#define CHECK(cond)                                                                        \
	do {                                                                               \
		if (!(cond)) {                                                             \
			fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #cond); \
			exit(1);                                                           \
		}                                                                          \
	} while (0)

static void test_containers(void)
{
	Arena *arena = arena_new();
	VEC(int) v = {0};
	for (int i = 0; i < 100000; i++)
		vec_push(arena, v, i);
	for (int i = 0; i < 100000; i++)
		CHECK(v.data[i] == i);
	Map map = map_make(arena);
	for (uint64_t i = 0; i < 100000; i++)
		map_set(&map, i * 4096, i + 1);
	for (uint64_t i = 0; i < 100000; i++)
		CHECK((uint64_t)(uintptr_t)map_get(&map, i * 4096) == i + 1);
	CHECK(!map_get(&map, 5));
	map_remove(&map, (uint64_t)4096);
	CHECK(!map_has(&map, (uint64_t)4096) && map.entries[2].key == 2 * 4096);
	Bits bits = bits_new(arena, 200);
	bits_add(&bits, 3);
	bits_add(&bits, 199);
	CHECK(bits_next(&bits, 0) == 3 && bits_next(&bits, 4) == 199 && bits_count(&bits) == 2);
	bits_remove(&bits, 199);
	CHECK(bits_next(&bits, 4) == 200);
	char *big = arena_alloc(arena, 10 << 20);
	CHECK(!big[0] && !big[(10 << 20) - 1]);
	arena_free(arena);
}

static void test_strings(void)
{
	CHECK(str_intern("abc") == str_intern_n("abcd", 3));
	CHECK(str_len(str_intern_n("a\0b", 3)) == 3 && str_intern_n("a\0b", 3) != str_intern("a"));
	CHECK(str_printf("%d-%s", 7, "x") == str_intern("7-x"));
	Buf buf = buf_make(NULL);
	buf_quote(&buf, "a\"\n\xff\xc3\xa9", 6);
	CHECK(!strcmp(buf_cstr(&buf), "\"a\\\"\\n\\xff\xc3\xa9\""));
	buf_free(&buf);
	int size;
	CHECK(utf8_decode("\xe2\x82\xac", 3, &size) == 0x20ac && size == 3);
	CHECK(utf8_decode("\xc0\x80", 2, &size) == 0xfffd && size == 1);     // longer than needed
	CHECK(utf8_decode("\xed\xa0\x80", 3, &size) == 0xfffd && size == 1); // a surrogate
	CHECK(unicode_is_letter(0x4e16) && !unicode_is_letter('1') && unicode_is_upper(0xc9));
}

static void test_positions(void)
{
	SourceFile *a = source_add("a.go", "./a.go", "one\ntwo\n\nfour", 13);
	SourceFile *b = source_add("b.go", "./b.go", "x\n", 2);
	CHECK(pos_line(a->base) == 1 && pos_col(a->base) == 1 &&
	      !strcmp(pos_file(a->base), "./a.go"));
	CHECK(pos_line(a->base + 5) == 2 && pos_col(a->base + 5) == 2);
	CHECK(pos_line(a->base + 13) == 4 && pos_col(a->base + 13) == 5); // the end of the file
	CHECK(pos_source(b->base) == b && pos_line(NO_POS) == 0);
	CHECK(!strcmp(pos_text(b->base), "./b.go:1:1"));
	CHECK(pos_before(a->base + 9, b->base) && !pos_before(b->base, a->base));
	source_line_directive(
		a, (LineDirective){
			   .offset = 4, .name = str_intern("g.y"), .line = 100, .raw_line = 2});
	CHECK(!strcmp(pos_text(a->base + 9), "g.y:102") && pos_raw_line(a->base + 9) == 4);
}

static void test_diagnostics(void)
{
	Arena *arena = arena_new();
	SourceFile *file = source_add("d.go", "./d.go", "a\nb\nc\nd\n", 8);
	Diag *diag = diag_new(arena, NULL);
	diag_use(diag);
	diag_error(file->base + 4, "third");
	diag_note(file->base, "declared here");
	diag_error(file->base + 2, "syntax error: second");
	diag_error(file->base + 2, "syntax error: one a line");
	diag_info(file->base, "first");
	diag_line(file->base + 6, "at once");
	diag_flush();
	CHECK(!strcmp(buf_cstr(&diag->log),
		      "./d.go:4:1: at once\n./d.go:1:1: first\n./d.go:2:1: syntax error: second\n"
		      "./d.go:3:1: third\n\t./d.go:1:1: declared here\n"));
	CHECK(diag_errors() == 2);
	diag = diag_new(arena, NULL);
	diag_use(diag);
	for (int i = 0; i < 20; i++)
		diag_error(file->base, "error %d", i);
	diag_flush();
	CHECK(diag->errors == 10 &&
	      strstr(buf_cstr(&diag->log), "error 9\n./d.go:1:1: too many errors\n"));
}

int main(void)
{
	test_containers();
	test_strings();
	test_positions();
	test_diagnostics();
	return 0;
}
