// Source files and positions.
//
// All files of the process share one space of positions: each has a range of its own, one longer
// than its text (for the end of file). A position is looked up by binary search, first among files,
// then among the file's line starts. `//line` directives are a sorted list per file, applied only
// when a position is shown.
#include "support/support.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static struct {
	pthread_mutex_t lock; // guards all below
	Arena *arena;
	VEC(SourceFile *) files; // by base
	Pos next;                // the base of the next file
} sources = {.lock = PTHREAD_MUTEX_INITIALIZER, .next = 1};

static SourceFile *source_register(const char *path, const char *name, const char *text,
				   uint32_t size)
{
	pthread_mutex_lock(&sources.lock);
	if (!sources.arena)
		sources.arena = arena_new();
	if (size >= UINT32_MAX - sources.next - 1) {
		fprintf(stderr, "burrow: %s: more than 4 GB of source\n", path);
		exit(1);
	}
	SourceFile *file = NEW(sources.arena, SourceFile);
	file->path = str_intern(path);
	file->name = str_intern(name);
	file->text = text;
	file->size = size;
	file->base = sources.next;
	sources.next += size + 1;
	vec_push(sources.arena, sources.files, file);
	pthread_mutex_unlock(&sources.lock);
	return file;
}

SourceFile *source_add(const char *path, const char *name, const char *text, uint32_t size)
{
	SourceFile *file = source_register(path, name, text, size);
	uint32_t count = 1, cap = size / 24 + 16;
	uint32_t *lines = malloc(cap * sizeof *lines);
	if (!lines)
		ICE(NO_POS, "out of memory");
	lines[0] = 0;
	const char *end = text + size;
	for (const char *p = text; (p = memchr(p, '\n', (size_t)(end - p)));) {
		if (count == cap && !(lines = realloc(lines, (cap *= 2) * sizeof *lines)))
			ICE(NO_POS, "out of memory");
		lines[count++] = (uint32_t)(++p - text);
	}
	file->lines = lines;
	file->line_count = count;
	return file;
}

SourceFile *source_add_lines(const char *path, const char *name, uint32_t size,
			     const uint8_t *packed, uint32_t line_count)
{
	SourceFile *file = source_register(path, name, NULL, size);
	file->packed = packed;
	file->line_count = line_count;
	return file;
}

const uint32_t *source_lines(SourceFile *file)
{
	if (file->lines)
		return file->lines;
	uint32_t *lines = malloc((file->line_count + 1) * sizeof *lines);
	if (!lines)
		ICE(NO_POS, "out of memory");
	const uint8_t *p = file->packed;
	lines[0] = 0;
	for (uint32_t i = 1; i < file->line_count; i++) {
		uint32_t length = 0;
		for (unsigned shift = 0;; shift += 7) {
			length |= (uint32_t)(*p & 0x7f) << shift;
			if (!(*p++ & 0x80))
				break;
		}
		lines[i] = lines[i - 1] + length;
	}
	return file->lines = lines;
}

// Reads everything from a descriptor that need not know its size. NULL: errno says why.
static char *read_all(int fd, size_t expected, size_t *size)
{
	size_t cap = expected + 1, len = 0;
	char *text = malloc(cap);
	for (;;) {
		if (!text)
			ICE(NO_POS, "out of memory");
		ssize_t n = read(fd, text + len, cap - len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			free(text);
			return NULL;
		}
		if (n == 0)
			break;
		len += (size_t)n;
		if (len == cap)
			text = realloc(text, cap *= 2);
	}
	text[len] = 0;
	*size = len;
	return text;
}

// ---- -overlay

typedef struct Overlay {
	char *path; // absolute
	const char *replacement;
} Overlay;

static VEC(Overlay) overlays; // set once, before there are threads

// Without the symbolic links of its directory; the file itself need not exist. malloc'ed.
static char *absolute_path(const char *path)
{
	const char *slash = strrchr(path, '/'), *base = slash ? slash + 1 : path;
	char *directory = slash ? strndup(path, (size_t)(base - path)) : strdup(".");
	char *real = directory ? realpath(directory, NULL) : NULL, *whole = NULL;
	if (asprintf(&whole, "%s/%s", real ? real : "", base) < 0)
		whole = NULL;
	free(directory);
	free(real);
	return whole;
}

void source_overlay(const char *path, const char *replacement)
{
	static Arena *arena;
	if (!arena)
		arena = arena_new();
	Overlay o = {absolute_path(path), replacement};
	vec_push(arena, overlays, o);
}

const char *source_actual(const char *path)
{
	if (!overlays.len)
		return path;
	const char *actual = path;
	char *absolute = absolute_path(path);
	vec_each(Overlay, o, overlays)
		if (absolute && strcmp(o->path, absolute) == 0)
			actual = o->replacement;
	free(absolute);
	return actual;
}

// ---- edits

typedef struct SourceEdit {
	const char *file, *from, *to;
} SourceEdit;

static VEC(SourceEdit) edits; // set once, before there are threads

void source_edit(const char *file, const char *from, const char *to)
{
	static Arena *arena;
	if (!arena)
		arena = arena_new();
	SourceEdit edit = {file, from, to};
	vec_push(arena, edits, edit);
}

// The text with one edit made, malloc'ed; NULL when it has nowhere to be made. Frees the old one.
static char *edited(char *text, size_t *size, const SourceEdit *edit)
{
	size_t n = strlen(edit->from), len = 0;
	char *out = NULL;
	FILE *f = open_memstream(&out, &len);
	const char *at = text, *next = strstr(text, edit->from);
	bool found = next != NULL;
	for (; next && f; next = strstr(at, edit->from)) {
		fwrite(at, 1, (size_t)(next - at), f);
		fputs(edit->to, f);
		at = next + n;
	}
	if (!f || fwrite(at, 1, *size - (size_t)(at - text), f) == 0 || fclose(f) != 0)
		ICE(NO_POS, "out of memory");
	free(text);
	*size = len;
	if (found)
		return out;
	free(out);
	return NULL;
}

static char *with_edits(const char *path, char *text, size_t *size)
{
	const char *slash = strrchr(path, '/'), *base = slash ? slash + 1 : path;
	vec_each(SourceEdit, e, edits)
		if (text && strcmp(e->file, base) == 0)
			text = edited(text, size, e);
	return text;
}

// ---- files

static SourceFile *generated; // set once, by source_generated

static void add_generated(void)
{
	const char *name = "<autogenerated>";
	generated = source_add(name, name, "", 0);
	LineDirective no_columns = {.name = generated->name, .line = 1, .raw_line = 1};
	vec_push(sources.arena, generated->directives, no_columns);
}

SourceFile *source_read(const char *path, const char *name, const char **error)
{
	*error = NULL;
	int fd = open(source_actual(path), O_RDONLY | O_CLOEXEC);
	struct stat st;
	if (fd < 0 || fstat(fd, &st) < 0) {
		*error = strerror(errno);
		if (fd >= 0)
			close(fd);
		return NULL;
	}
	size_t size = 0;
	char *text = NULL;
	if (S_ISDIR(st.st_mode))
		*error = strerror(EISDIR);
	else if (st.st_size >= (off_t)UINT32_MAX / 2)
		*error = strerror(EFBIG);
	else if (!(text = read_all(fd, (size_t)st.st_size, &size)))
		*error = strerror(errno);
	else if (edits.len && !(text = with_edits(path, text, &size)))
		*error = "not the file of Go 1.19 that burrow's edits are for";
	close(fd);
	return text ? source_add(path, name, text, (uint32_t)size) : NULL;
}

void source_line_directive(SourceFile *file, LineDirective directive)
{
	pthread_mutex_lock(&sources.lock);
	vec_push(sources.arena, file->directives, directive);
	pthread_mutex_unlock(&sources.lock);
}

Pos source_generated(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, add_generated);
	return generated->base;
}

SourceFile *pos_source(Pos pos)
{
	static __thread SourceFile *last;
	if (last && pos >= last->base && pos - last->base <= last->size)
		return last;
	SourceFile *found = NULL;
	pthread_mutex_lock(&sources.lock);
	uint32_t low = 0, high = sources.files.len;
	while (low < high) {
		uint32_t middle = (low + high) / 2;
		if (sources.files.data[middle]->base <= pos)
			low = middle + 1;
		else
			high = middle;
	}
	if (pos && low)
		found = sources.files.data[low - 1];
	pthread_mutex_unlock(&sources.lock);
	if (!found || pos - found->base > found->size)
		return NULL;
	return last = found;
}

// The line (from 0) that holds an offset.
static uint32_t line_index(SourceFile *file, uint32_t offset)
{
	const uint32_t *lines = source_lines(file);
	uint32_t low = 0, high = file->line_count;
	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;
		if (lines[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static const LineDirective *directive_at(const SourceFile *file, uint32_t offset)
{
	uint32_t low = 0, high = file->directives.len;
	while (low < high) {
		uint32_t middle = (low + high) / 2;
		if (file->directives.data[middle].offset <= offset)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? &file->directives.data[low - 1] : NULL;
}

uint32_t pos_raw_line(Pos pos)
{
	SourceFile *file = pos_source(pos);
	return file ? line_index(file, pos - file->base) + 1 : 0;
}

uint32_t pos_raw_col(Pos pos)
{
	SourceFile *file = pos_source(pos);
	if (!file)
		return 0;
	uint32_t offset = pos - file->base;
	return offset - source_lines(file)[line_index(file, offset)] + 1;
}

const char *pos_file(Pos pos)
{
	SourceFile *file = pos_source(pos);
	if (!file)
		return "<unknown>";
	const LineDirective *directive = directive_at(file, pos - file->base);
	return directive ? directive->name : file->name;
}

const char *pos_path(Pos pos)
{
	SourceFile *file = pos_source(pos);
	if (!file)
		return "<unknown>";
	const LineDirective *directive = directive_at(file, pos - file->base);
	return directive ? directive->name : file->path;
}

uint32_t pos_line(Pos pos)
{
	SourceFile *file = pos_source(pos);
	if (!file)
		return 0;
	uint32_t offset = pos - file->base;
	uint32_t line = line_index(file, offset) + 1;
	const LineDirective *directive = directive_at(file, offset);
	return directive ? directive->line + (line - directive->raw_line) : line;
}

uint32_t pos_col(Pos pos)
{
	SourceFile *file = pos_source(pos);
	if (!file)
		return 0;
	uint32_t offset = pos - file->base;
	const LineDirective *directive = directive_at(file, offset);
	if (!directive)
		return pos_raw_col(pos);
	if (!directive->col)
		return 0;
	if (line_index(file, offset) + 1 == directive->raw_line)
		return directive->col + (offset - directive->offset);
	return pos_raw_col(pos);
}

const char *pos_text(Pos pos)
{
	enum { RING = 16, LIMIT = 4352, NO_COLUMN_FROM = 255 };
	static __thread char ring[RING][LIMIT];
	static __thread unsigned next;
	char *text = ring[next++ % RING];
	uint32_t col = pos_col(pos);
	if (!pos)
		snprintf(text, LIMIT, "<unknown line number>");
	else if (!col || col >= NO_COLUMN_FROM)
		snprintf(text, LIMIT, "%s:%u", pos_file(pos), pos_line(pos));
	else
		snprintf(text, LIMIT, "%s:%u:%u", pos_file(pos), pos_line(pos), col);
	return text;
}

bool pos_before(Pos a, Pos b)
{
	SourceFile *file_a = pos_source(a), *file_b = pos_source(b);
	if (file_a == file_b)
		return a < b;
	if (!file_a || !file_b)
		return !file_a;
	int order = strcmp(file_a->name, file_b->name);
	return order ? order < 0 : a < b;
}
