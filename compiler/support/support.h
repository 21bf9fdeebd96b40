// What every stage of the compiler stands on: arenas, growable vectors, hash maps, interned
// strings, string builders, bit sets, source files with positions, and diagnostics.
//
// Memory lives in arenas and dies with them; nothing is freed one by one. Strings that are
// compared are interned (`Str`), so that equality is equality of pointers. A position (`Pos`) is
// one 32-bit number for all files of the process, so that nodes carry positions cheaply.
#ifndef BURROW_SUPPORT_H
#define BURROW_SUPPORT_H

#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#define PRINTF_LIKE(f, args) __attribute__((format(printf, f, args)))
#define COUNT(array)         (sizeof(array) / sizeof((array)[0]))

// ---- Arena: memory given out by moving a pointer, all of it zeroed, freed as a whole.

typedef struct ArenaBlock ArenaBlock;
typedef struct Arena {
	char *next;         // the first free byte of the current block
	char *limit;        // the end of the current block
	ArenaBlock *blocks; // all blocks, the current one first
	size_t total;       // bytes given out, for -stats
} Arena;

// What was given out since a mark, when it lies in one block (else what of it lies in the last).
typedef struct ArenaMark {
	const ArenaBlock *block;
	const char *next;
} ArenaMark;
typedef struct ArenaSpan {
	const char *start, *end;
} ArenaSpan;
enum { CACHE_LINE = 64 };

Arena *arena_new(void);
void arena_free(Arena *arena);  // NULL is allowed
void arena_reset(Arena *arena); // as new; keeps a block of moderate size for what follows
void arena_adopt(Arena *arena, Arena *from); // takes what `from` has given out, and frees it
void *arena_alloc_slow_(Arena *arena, size_t size);
static inline size_t arena_round_(size_t size)
{
	return (size + 15) & ~(size_t)15;
}
// Zeroed, aligned to 16; never NULL.
static inline void *arena_alloc(Arena *arena, size_t size)
{
	size = arena_round_(size ? size : 1);
	arena->total += size;
	if (size > (size_t)(arena->limit - arena->next))
		return arena_alloc_slow_(arena, size);
	void *p = arena->next;
	arena->next += size;
	return p;
}
static inline ArenaMark arena_mark(const Arena *arena)
{
	return (ArenaMark){arena->blocks, arena->next};
}
ArenaSpan arena_since(const Arena *arena, ArenaMark mark);
void *arena_grow(Arena *arena, void *old, size_t old_size, size_t new_size); // new bytes are zero
char *arena_copy(Arena *arena, const char *s, size_t len);                   // NUL-terminated
char *arena_printf(Arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);
#define NEW(arena, T)          ((T *)arena_alloc(arena, sizeof(T)))
#define NEW_ARRAY(arena, T, n) ((T *)arena_alloc(arena, sizeof(T) * (size_t)(n)))

// ---- Vectors: `VEC(T)` is a growable array. Give each a typedef to pass it around:
//	typedef VEC(Expr *) ExprList;
//	vec_push(arena, list, x);  for (uint32_t i = 0; i < list.len; i++) use(list.data[i]);

#define VEC(T)                \
	struct {              \
		T *data;      \
		uint32_t len; \
		uint32_t cap; \
	}

void *vec_grow_(Arena *arena, void *data, uint32_t *cap, uint32_t need, size_t size);
#define vec_reserve(arena, v, n)                                                           \
	((uint32_t)(n) <= (v).cap ? (void)0                                                \
				  : (void)((v).data = vec_grow_(arena, (v).data, &(v).cap, \
								(uint32_t)(n), sizeof *(v).data)))
#define vec_push(arena, v, x)                       \
	do {                                        \
		vec_reserve(arena, v, (v).len + 1); \
		(v).data[(v).len++] = (x);          \
	} while (0)
#define vec_pop(v)  ((v).data[--(v).len])
#define vec_last(v) ((v).data[(v).len - 1])
// Makes the vector n long; new elements are zero.
#define vec_resize(arena, v, n)                                                               \
	do {                                                                                  \
		uint32_t vec_n_ = (uint32_t)(n);                                              \
		vec_reserve(arena, v, vec_n_);                                                \
		if (vec_n_ > (v).len)                                                         \
			memset((v).data + (v).len, 0, (vec_n_ - (v).len) * sizeof *(v).data); \
		(v).len = vec_n_;                                                             \
	} while (0)
#define vec_each(T, x, v) \
	for (__typeof__(T) *x = (v).data, *x##_end_ = x + (v).len; x < x##_end_; x++)

// ---- Maps: 64-bit keys (pointers, interned strings, numbers) to pointers, in order of insertion,
// so that walking a map gives the same order in every run:
//	for (uint32_t i = 0; i < m.count; i++) if (m.entries[i].live) ...

typedef struct MapEntry {
	uint64_t key;
	void *value;
	bool live; // false after map_remove
} MapEntry;

typedef struct Map {
	Arena *arena;
	MapEntry *entries; // in order of insertion
	uint32_t *index;   // open addressing over entries, 0 = free, else entry + 1
	uint32_t count;    // entries, removed ones included
	uint32_t cap;      // room in entries
	uint32_t mask;     // slots of index - 1, or 0 before the first insertion
} Map;

static inline Map map_make(Arena *arena)
{
	return (Map){.arena = arena};
}
Map *map_new(Arena *arena);
void *map_get_u64(const Map *map, uint64_t key); // NULL when absent
bool map_has_u64(const Map *map, uint64_t key);
void **map_slot_u64(
	Map *map,
	uint64_t key); // the value's place, made (NULL) when absent; valid till the next insertion
void map_remove_u64(Map *map, uint64_t key);
#define map_key_(k)        _Generic((k), default : (uint64_t)(uintptr_t)(k))
#define map_get(map, key)  map_get_u64(map, map_key_(key))
#define map_has(map, key)  map_has_u64(map, map_key_(key))
#define map_slot(map, key) map_slot_u64(map, map_key_(key))
#define map_set(map, key, val) \
	((void)(*map_slot_u64(map, map_key_(key)) = (void *)(uintptr_t)(val)))
#define map_remove(map, key) map_remove_u64(map, map_key_(key))
uint64_t hash_bytes(const void *data, size_t len, uint64_t seed);

// ---- Interned strings. A Str is NUL-terminated (and may hold NULs: its length is known); two Strs
// with the same bytes are the same pointer. They live as long as the process. Thread-safe.

typedef const char *Str;

Str str_intern(const char *s);               // the string up to its NUL
Str str_intern_n(const char *s, size_t len); // any bytes
Str str_printf(const char *format, ...) PRINTF_LIKE(1, 2);
static inline uint32_t str_len(Str s)
{
	return ((const uint32_t *)(const void *)s)[-2];
}
static inline uint32_t str_hash(Str s)
{
	return ((const uint32_t *)(const void *)s)[-1];
}
// Of a literal; looked up once in each place where it stands.
#define STR(literal)                                                   \
	({                                                             \
		static Str str_;                                       \
		Str s_ = __atomic_load_n(&str_, __ATOMIC_ACQUIRE);     \
		if (!s_) {                                             \
			s_ = str_intern(literal);                      \
			__atomic_store_n(&str_, s_, __ATOMIC_RELEASE); \
		}                                                      \
		s_;                                                    \
	})

// ---- String builder. `arena` NULL: the memory is malloc's, freed by buf_free.

typedef struct Buf {
	Arena *arena;
	char *data; // always NUL-terminated once something was written
	size_t len;
	size_t cap;
} Buf;

static inline Buf buf_make(Arena *arena)
{
	return (Buf){.arena = arena};
}
void buf_reserve(Buf *buf, size_t more);
void buf_write(Buf *buf, const void *data, size_t len);
void buf_puts(Buf *buf, const char *s);
void buf_printf(Buf *buf, const char *format, ...) PRINTF_LIKE(2, 3);
void buf_vprintf(Buf *buf, const char *format, va_list args);
void buf_quote(Buf *buf, const char *s,
	       size_t len);            // a Go string literal, as strconv.Quote writes it
void buf_rune(Buf *buf, int32_t rune); // UTF-8; U+FFFD for what is no code point
const char *buf_cstr(Buf *buf);        // the text so far, "" when empty
Str buf_str(Buf *buf);                 // interned
void buf_free(Buf *buf);
static inline void buf_putc(Buf *buf, char c)
{
	if (buf->len + 2 > buf->cap)
		buf_reserve(buf, 1);
	buf->data[buf->len++] = c;
	buf->data[buf->len] = 0;
}
static inline void buf_clear(Buf *buf)
{
	buf->len = 0;
}

// Decodes one code point of s[0..n); *size is 1 for a bad byte, and the result U+FFFD.
int32_t utf8_decode(const char *s, size_t n, int *size);

bool unicode_is_letter(int32_t rune);
bool unicode_is_digit(int32_t rune); // decimal digits
bool unicode_is_upper(int32_t rune);

// ---- Bit sets of a fixed size.

typedef struct Bits {
	uint64_t *words;
	uint32_t size; // in bits
} Bits;

Bits bits_new(Arena *arena, uint32_t size);
static inline bool bits_has(const Bits *b, uint32_t i)
{
	return b->words[i / 64] >> (i % 64) & 1;
}
static inline void bits_add(Bits *b, uint32_t i)
{
	b->words[i / 64] |= (uint64_t)1 << (i % 64);
}
static inline void bits_remove(Bits *b, uint32_t i)
{
	b->words[i / 64] &= ~((uint64_t)1 << (i % 64));
}
void bits_clear(Bits *b);
void bits_copy(Bits *to, const Bits *from);  // of the same size
bool bits_union(Bits *to, const Bits *from); // whether `to` changed
void bits_subtract(Bits *to, const Bits *from);
void bits_intersect(Bits *to, const Bits *from);
uint32_t bits_count(const Bits *b);
uint32_t bits_next(const Bits *b, uint32_t from); // the first member >= from, or size

// ---- Source files and positions. Thread-safe.

typedef uint32_t Pos; // byte offset in the concatenation of all files; 0 is "no position"
#define NO_POS ((Pos)0)

typedef struct LineDirective { // `//line name:line:col`, in force from `offset` on
	uint32_t offset;
	Str name; // as it is shown
	uint32_t line;
	uint32_t col;      // 0: columns are not known
	uint32_t raw_line; // the physical line that is called `line`
} LineDirective;

typedef struct SourceFile {
	Str path;         // as opened
	Str name;         // as shown in messages: "./x.go"
	const char *text; // the bytes, with a NUL after them; NULL: not read (positions come from
			  // export data)
	uint32_t size;
	Pos base;        // position of the first byte; positions base..base+size are the file's
	uint32_t *lines; // offset of each line's first byte; NULL: still in `packed`
	const uint8_t *packed; // lengths of the lines but the last, LEB128
	uint32_t line_count;
	VEC(LineDirective) directives;
} SourceFile;

// -overlay: from now on `path` is read from `replacement`; before there are threads.
void source_overlay(const char *path, const char *replacement);
// The file to open for `path`: its replacement, or itself.
const char *source_actual(const char *path);
// From now on source_read gives the text of files of this name (without directory) with `to`
// wherever `from` stands; before there are threads. The strings must live on.
void source_edit(const char *file, const char *from, const char *to);
// Reads a file. NULL and *error (a message: "is a directory", "no such file...") when it cannot be.
SourceFile *source_read(const char *path, const char *name, const char **error);
// A file whose text is at hand; text[size] must be 0 and the text stay alive.
SourceFile *source_add(const char *path, const char *name, const char *text, uint32_t size);
// A file known only by where its lines begin (from export data); pos_* work, carets do not.
// `packed` has the lengths of all lines but the last as LEB128, is trusted, and stays alive.
SourceFile *source_add_lines(const char *path, const char *name, uint32_t size,
			     const uint8_t *packed, uint32_t line_count);
const uint32_t *source_lines(SourceFile *file); // where each of its lines begins
void source_line_directive(SourceFile *file, LineDirective directive); // in order of offset
// How file names are shown: "./" before names without a slash, paths below `dir` cut, -trimpath...:
// the driver's choice.

Pos source_generated(void);      // of code that no file has: "<autogenerated>:1"
SourceFile *pos_source(Pos pos); // NULL for NO_POS
// As shown to the user, `//line` directives applied.
const char *pos_file(Pos pos); // the name; "<unknown>" for NO_POS
const char *pos_path(Pos pos); // as a program's tables hold it: the file's `path`
uint32_t pos_line(Pos pos);    // from 1; 0 for NO_POS
uint32_t pos_col(Pos pos);     // in bytes from 1; 0 where it is not known
// The place in the file itself.
uint32_t pos_raw_line(Pos pos);
uint32_t pos_raw_col(Pos pos);
// "file:line:col" as gc writes it (no column from 255 on); in a ring of static buffers, good for 16
// calls.
const char *pos_text(Pos pos);
bool pos_before(Pos a, Pos b); // gc's order: by file name, line, column

// ---- Diagnostics. One context per compilation; a thread has a current one.
//
// Errors and -m lines are collected; diag_flush sorts them by position, drops equal ones and writes
// them. Lines given to diag_line are written in order of arrival, before what is still collected.

// How messages are shown: on a terminal with colour, source line and hint, elsewhere as gc does.
typedef enum DiagColor { DIAG_COLOR_AUTO, DIAG_COLOR_ALWAYS, DIAG_COLOR_NEVER } DiagColor;
void diag_color(DiagColor color); // of the process; before anything is shown

typedef enum DiagKind { DIAG_ERROR, DIAG_INFO, DIAG_LINE } DiagKind;

typedef struct DiagMessage {
	DiagKind kind;
	Pos pos;
	Pos start, end;   // the source to underline on a terminal; 0: only pos
	const char *text; // without the position; notes follow as "\n\tFILE:LINE:COL: text"
	const char *hint; // how to mend it, shown on a terminal; or NULL
	uint32_t order;   // of arrival
	uint32_t file;    // of an error: the how manyth file that had one
} DiagMessage;

typedef struct Diag {
	Arena *arena;
	VEC(DiagMessage) pending;
	VEC(DiagMessage) done; // what was written, in order (for -json and the build cache)
	FILE *out;             // where the text goes; NULL: only collected in `log`
	uint32_t shown;        // how many of `done` diag_show has shown
	Buf log;               // all text written so far, plain, for replay from the build cache
	uint32_t errors;       // errors reported
	uint32_t error_limit;  // 10; 0 means all (-e)
	bool too_many;         // the limit was reached; later errors are dropped
	bool said_too_many;
	bool note_fits; // the last error was taken, so that notes go below it
	Pos last_pos;   // of the last error taken
	uint32_t next_order;
	Map faulty;     // SourceFile -> DiagMessage.file of its errors
	Pos last_error; // the last error, and its text: equal ones in a row are dropped
	const char *last_text;
	uint64_t last_syntax; // file and line of the last syntax error: one per line
	const char *stage;    // for ICE: "types", "escape"...
	const char *function; // for ICE: the function at work, or NULL
} Diag;

Diag *diag_new(Arena *arena, FILE *out);
// What was flushed since the last call, as `log` has it; on a terminal errors come with their
// source line underlined, in colour.
void diag_show(Diag *diag, FILE *out);
void diag_use(Diag *diag); // makes it this thread's current one (the one all below use)
Diag *diag_current(void);  // there is always one: stderr until diag_use
void diag_stage(const char *stage);
void diag_function(const char *name);

void diag_error(Pos pos, const char *format, ...) PRINTF_LIKE(2, 3);
void diag_error_span(Pos pos, Pos start, Pos end, const char *format, ...) PRINTF_LIKE(4, 5);
void diag_note(Pos pos, const char *format, ...)
	PRINTF_LIKE(2, 3); // "\tPOS: text" below the last error
void diag_unsupported(Pos pos, const char *format, ...)
	PRINTF_LIKE(2, 3);                                          // "not supported yet: ..."
void diag_info(Pos pos, const char *format, ...) PRINTF_LIKE(2, 3); // -m: sorted with the errors
void diag_hint(const char *format, ...)
	PRINTF_LIKE(1, 2);  // for the last error: shown on a terminal
void diag_drop_notes(void); // notes go below no error until the next one
void diag_line(Pos pos, const char *format, ...)
	PRINTF_LIKE(2, 3); // -m inlining: at once, in order
void diag_verror(Pos pos, Pos start, Pos end, const char *format, va_list args);
uint32_t diag_errors(void); // errors so far in the current context
void diag_flush(void);      // sorts and writes what was collected

// What is wrong with the packages that a compilation is given, not with its source: shows what was
// collected and this, and exits with status 1.
_Noreturn void diag_fatal(const char *format, ...) PRINTF_LIKE(1, 2);

// ---- Blocks of memory made ahead (ahead.c), for arenas

enum { AHEAD_BLOCK = 4 << 20 }; // their bytes

// A thread makes some from now on, and more whenever one is taken. No thread: no fault.
void ahead_start(void);
bool ahead_is_started(void);
void *ahead_take(void); // AHEAD_BLOCK zero bytes, made now if none is ready; NULL: there are none
void ahead_free(void *block);

// ---- Threads with a stack for deep recursion, because nested source is walked by it; the stack
// takes memory as it is used.

typedef struct Thread {
	pthread_t id;
	void *stack;
	void *(*work)(void *arg);
	void *arg;
	Diag *diag; // the starter's current one, and the thread's
} Thread;

// Runs work(arg) in a thread. False (errno says why): there is none.
bool thread_start(Thread *thread, void *(*work)(void *arg), void *arg);
void thread_join(Thread *thread); // waits for its end and frees its stack

// From now on a crash is told as a fault of burrow's own (crash.c); `clean` runs before the end.
void crash_catch(void (*clean)(void));
// The same for this thread's overflow of its stack; `stack` is where it is told.
void crash_thread(void *stack, size_t size);
enum { CRASH_STACK = 1 << 16 }; // room enough

// A fault of burrow's own: says where, with stage and function, and exits with status 3.
_Noreturn void ice_at(const char *file, int line, Pos pos, const char *format, ...)
	PRINTF_LIKE(4, 5);
#define ICE(pos, ...) ice_at(__FILE__, __LINE__, pos, __VA_ARGS__)
#define ASSERT(cond)  ((cond) ? (void)0 : ICE(NO_POS, "assertion failed: %s", #cond))

#endif
