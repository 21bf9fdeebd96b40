/*
 * Build constraints (https://pkg.go.dev/cmd/go, "Build constraints").
 *
 * A file is taken when its name has no foreign _GOOS, _GOARCH or _test suffix and its //go:build
 * expression holds. burrow has no assembler for Go's .s files, so in a package of the Go tree that
 * has such files for amd64, `amd64` does not hold: it then takes its portable files. Everywhere
 * `purego` holds and `gc` does not.
 */
#include "driver/constraint.h"

#include <ctype.h>
#include <string.h>

static const char *const systems[] = {
	"aix",   "android", "darwin", "dragonfly", "freebsd", "hurd",    "illumos", "ios", "js",
	"linux", "nacl",    "netbsd", "openbsd",   "plan9",   "solaris", "windows", "zos", NULL,
};
static const char *const machines[] = {
	"386",     "amd64",   "amd64p32", "arm",    "armbe",    "arm64",     "arm64be",
	"loong64", "mips",    "mipsle",   "mips64", "mips64le", "mips64p32", "mips64p32le",
	"ppc",     "ppc64",   "ppc64le",  "riscv",  "riscv64",  "s390",      "s390x",
	"sparc",   "sparc64", "wasm",     NULL,
};

static bool word_in(const char *word, size_t n, const char *const list[])
{
	for (int i = 0; list[i]; i++)
		if (strlen(list[i]) == n && memcmp(list[i], word, n) == 0)
			return true;
	return false;
}

static bool word_is(const char *word, size_t n, const char *text)
{
	return strlen(text) == n && memcmp(word, text, n) == 0;
}

/* go1.1 to go1.19 */
static bool release_holds(const char *word, size_t n)
{
	if (n < 5 || n > 6 || memcmp(word, "go1.", 4) != 0)
		return false;
	int minor = 0;
	for (size_t i = 4; i < n; i++) {
		if (!isdigit((unsigned char)word[i]))
			return false;
		minor = minor * 10 + word[i] - '0';
	}
	return minor >= 1 && minor <= 19;
}

static bool user_tag(const char *word, size_t n, const char *tags)
{
	while (tags && *tags) {
		size_t length = strcspn(tags, ", ");
		if (length == n && memcmp(tags, word, n) == 0)
			return true;
		tags += length;
		tags += strspn(tags, ", ");
	}
	return false;
}

static bool tag_holds(const char *word, size_t n, const BuildTags *tags)
{
	if (word_is(word, n, "amd64"))
		return tags->own_library || !tags->assembly;
	if (word_is(word, n, "math_big_pure_go")) /* math/big's word for purego */
		return tags->assembly || user_tag(word, n, tags->user);
	return word_is(word, n, "linux") || word_is(word, n, "unix") ||
	       word_is(word, n, "burrow") || word_is(word, n, "purego") || release_holds(word, n) ||
	       user_tag(word, n, tags->user);
}

/* The last words of a file's name without suffix: _GOOS_GOARCH, _GOOS, _GOARCH or _test. */
static bool words_match(const char *name, size_t n, const BuildTags *tags)
{
	const char *end = name + n, *last = end, *before;
	while (last > name && last[-1] != '_')
		last--;
	if (last == name)
		return true;
	size_t length = (size_t)(end - last);
	if (word_is(last, length, "test"))
		return false;
	bool machine = word_in(last, length, machines);
	if (machine && !tag_holds(last, length, tags))
		return false;
	if (!machine)
		return !word_in(last, length, systems) || tag_holds(last, length, tags);
	end = last - 1;
	before = end;
	while (before > name && before[-1] != '_')
		before--;
	length = (size_t)(end - before);
	return before == name || !word_in(before, length, systems) ||
	       tag_holds(before, length, tags);
}

bool constraint_name_matches(const char *name, const BuildTags *tags)
{
	size_t n = strlen(name);
	return n > 3 && strcmp(name + n - 3, ".go") == 0 && name[0] != '_' && name[0] != '.' &&
	       words_match(name, n - 3, tags);
}

bool constraint_is_assembly(const char *name)
{
	static const BuildTags everything = {0};
	size_t n = strlen(name);
	return n > 2 && strcmp(name + n - 2, ".s") == 0 && words_match(name, n - 2, &everything);
}

/* ---- expressions: || && ! ( ) words */

typedef struct Parser {
	const char *at, *end;
	const BuildTags *tags;
} Parser;

static bool parse_or(Parser *p);

static void skip_blanks(Parser *p)
{
	while (p->at < p->end && (*p->at == ' ' || *p->at == '\t' || *p->at == '\r'))
		p->at++;
}

static bool take(Parser *p, const char *text)
{
	size_t n = strlen(text);
	skip_blanks(p);
	if ((size_t)(p->end - p->at) < n || memcmp(p->at, text, n) != 0)
		return false;
	p->at += n;
	return true;
}

static bool parse_not(Parser *p)
{
	if (take(p, "!"))
		return !parse_not(p);
	if (take(p, "(")) {
		bool value = parse_or(p);
		take(p, ")");
		return value;
	}
	skip_blanks(p);
	const char *word = p->at;
	while (p->at < p->end && (isalnum((unsigned char)*p->at) || *p->at == '_' || *p->at == '.'))
		p->at++;
	return tag_holds(word, (size_t)(p->at - word), p->tags);
}

static bool parse_and(Parser *p)
{
	bool value = parse_not(p);
	while (take(p, "&&"))
		value = parse_not(p) && value;
	return value;
}

static bool parse_or(Parser *p)
{
	bool value = parse_and(p);
	while (take(p, "||"))
		value = parse_and(p) || value;
	return value;
}

bool constraint_text_matches(const char *text, size_t length, const BuildTags *tags)
{
	const char *at = text, *end = text + length;
	bool in_comment = false;
	while (at < end) {
		const char *line_end = memchr(at, '\n', (size_t)(end - at));
		if (!line_end)
			line_end = end;
		const char *line = at;
		while (line < line_end && (*line == ' ' || *line == '\t' || *line == '\r'))
			line++;
		at = line_end + 1;
		size_t n = (size_t)(line_end - line);
		if (in_comment) {
			in_comment = !memmem(line, n, "*/", 2);
			continue;
		}
		if (n == 0)
			continue;
		if (n > 11 && memcmp(line, "//go:build ", 11) == 0) {
			Parser p = {line + 11, line_end, tags};
			return parse_or(&p);
		}
		if (n >= 2 && memcmp(line, "//", 2) == 0)
			continue;
		if (n >= 2 && memcmp(line, "/*", 2) == 0) {
			in_comment = !memmem(line + 2, n - 2, "*/", 2);
			continue;
		}
		break;
	}
	return true;
}
