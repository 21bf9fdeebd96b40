// runtime: lang/map.c lang/alg.c
/*
 * Maps against a plain array: random insertions, deletions, look-ups and clears, with an iteration
 * going on meanwhile, which may see an entry once at most, must see those that stay throughout, and
 * never one that was deleted before it was reached.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "runtime.h"
#include "type.h"

typedef struct Pair {
	uintptr_t a, b;
} Pair;
typedef struct Map {
	Int count;
	void *groups;
	uintptr_t mask, free;
	uint64_t seed;
	uint32_t clears, busy;
} Map;
typedef struct MapIter {
	void *key, *elem;
	const MapType *t;
	Map *m;
	void *groups, *unused[3];
	uintptr_t start, mask, pos, clears;
} MapIter;

void *map_find64(const MapType *t, const Map *m, uint64_t key);
void *map_find_string(const MapType *t, const Map *m, const void *p, Int n);
Pair map_find(const MapType *t, const Map *m, const void *key);
Pair map_put64(const MapType *t, Map *m, uint64_t key);
Pair map_put_string(const MapType *t, Map *m, const void *p, Int n);
Pair map_put(const MapType *t, Map *m, const void *key, void *new_key, void *new_elem);
Int map_delete64(const MapType *t, Map *m, uint64_t key);
Int map_delete_string(const MapType *t, Map *m, const void *p, Int n);
Int map_clear(const MapType *t, Map *m);
Int map_next_size(const Map *m, Int hint);
void map_rehash(const MapType *t, Map *m, void *groups, Int n);
Int map_next(MapIter *it), map_next_slow(MapIter *it);

/* ---- What the runtime's other parts give. */

uint32_t rt_wb_enabled;
static uint64_t state = 88172645463325252ull;

uint64_t os_random(void)
{
	state ^= state << 13;
	state ^= state >> 7;
	return state ^= state << 17;
}

void heap_store(void *dst, void *v)
{
	*(void **)dst = v;
}
_Noreturn void rt_throw(const char *text)
{
	puts(text);
	exit(1);
}

_Noreturn void rt_leaf_throw(const char *text)
{
	rt_throw(text);
}

void typed_move(const Type *t, void *dst, const void *src)
{
	memmove(dst, src, t->size);
}
void typed_clear(const Type *t, void *p)
{
	memset(p, 0, t->size);
}
void typed_clear_n(const Type *t, void *p, uintptr_t n)
{
	(void)t;
	memset(p, 0, n);
}
void rt_memclr(void *p, uintptr_t n)
{
	memset(p, 0, n);
}
bool rt_memequal(const void *a, const void *b, uintptr_t n)
{
	return memcmp(a, b, n) == 0;
}

/* ---- The types. */

static Type word = {.size = 8, .kind = KIND_UINT64, .tflag = TFLAG_REGULAR_MEMORY, .equal = "y"};
static Type real = {.size = 8, .kind = KIND_FLOAT64, .equal = "y"};
static Type string = {.size = 16, .ptrdata = 8, .kind = KIND_STRING, .equal = "y"};
static Type word_group = {.size = 8 + 8 * 16},
	    string_group = {.size = 8 + 8 * 24, .ptrdata = 8 + 8 * 16};

static MapType words = {.key = &word,
			.elem = &word,
			.bucket = &word_group,
			.key_size = 8,
			.elem_size = 8,
			.bucket_size = 8 + 8 * 16,
			.flags = MAP_REFLEXIVE_KEY};
static MapType reals = {.key = &real,
			.elem = &word,
			.bucket = &word_group,
			.key_size = 8,
			.elem_size = 8,
			.bucket_size = 8 + 8 * 16,
			.flags = MAP_NEED_KEY_UPDATE};
static MapType strings = {.key = &string,
			  .elem = &word,
			  .bucket = &string_group,
			  .key_size = 16,
			  .elem_size = 8,
			  .bucket_size = 8 + 8 * 24,
			  .flags = MAP_REFLEXIVE_KEY | MAP_NEED_KEY_UPDATE};

static void grow(const MapType *t, Map *m, Int hint)
{
	Int n = map_next_size(m, hint);
	map_rehash(t, m, calloc((size_t)n, t->bucket_size), n);
}

static int failures;
static void check(bool ok, const char *what)
{
	if (!ok && failures++ < 10)
		printf("failed: %s\n", what);
}

/* ---- One kind of map; keys are numbers below KEYS. */

enum { KEYS = 600 };

static const char *name_of(uint64_t key)
{
	static char names[KEYS][16];
	snprintf(names[key], sizeof names[key], "key%d", (int)key * 7919);
	return names[key];
}

static uint64_t *find(const MapType *t, Map *m, uint64_t key)
{
	double d = (double)key;
	if (t == &words)
		return map_find64(t, m, key);
	if (t == &reals)
		return (uint64_t *)map_find(t, m, &d).a;
	return map_find_string(t, m, name_of(key), (Int)strlen(name_of(key)));
}

static void put(const MapType *t, Map *m, uint64_t key, uint64_t value)
{
	double d = (double)key;
	for (;;) {
		Pair p = t == &words ? map_put64(t, m, key)
			 : t == &reals
				 ? map_put(t, m, &d, NULL, NULL)
				 : map_put_string(t, m, name_of(key), (Int)strlen(name_of(key)));
		if (p.b == 0) {
			*(uint64_t *)p.a = value;
			return;
		}
		check(p.b == 3, "insertion asks for growth only");
		grow(t, m, 0);
	}
}

static void erase(const MapType *t, Map *m, uint64_t key)
{
	extern Int map_delete(const MapType *t, Map *m, const void *key);
	double d = (double)key;
	if (t == &words)
		map_delete64(t, m, key);
	else if (t == &reals)
		map_delete(t, m, &d);
	else
		map_delete_string(t, m, name_of(key), (Int)strlen(name_of(key)));
}

static uint64_t key_of(const MapType *t, const void *p)
{
	if (t == &words)
		return *(const uint64_t *)p;
	if (t == &reals)
		return (uint64_t) * (const double *)p;
	for (uint64_t k = 0; k < KEYS; k++)
		if (*(const char *const *)p == name_of(k))
			return k;
	return KEYS;
}

static void next(MapIter *it)
{
	if (map_next(it) == 1)
		map_next_slow(it);
}

static void run(const MapType *t, int steps, unsigned range)
{
	Map m = {.seed = os_random()};
	uint64_t value[KEYS];
	bool in[KEYS] = {0}, seen[KEYS] = {0}, stayed[KEYS] = {0};
	Int count = 0;
	MapIter it = {0};
	for (int i = 0; i < steps; i++) {
		uint64_t r = os_random(), k = (r >> 8) % range;
		switch (r % 100) {
		case 0:
			if (m.groups && (r >> 40) % 30 == 0) {
				map_clear(t, &m);
				memset(in, 0, sizeof in);
				memset(stayed, 0, sizeof stayed);
				memset(seen, 0, sizeof seen);
				count = 0;
			}
			break;
		case 1 ... 40:
			put(t, &m, k, r);
			count += !in[k];
			in[k] = true;
			value[k] = r;
			break;
		case 41 ... 70:
			erase(t, &m, k);
			count -= in[k];
			in[k] = stayed[k] = seen[k] = false;
			break;
		case 71 ... 85: {
			uint64_t *e = find(t, &m, k);
			check(in[k] ? e && *e == value[k] : !e, "look-up");
			break;
		}
		default:
			if (!it.key) {
				for (unsigned j = 0; j < range && it.t; j++)
					check(!stayed[j] || seen[j], "iteration sees what stays");
				it = (MapIter){.t = t,
					       .m = &m,
					       .groups = m.groups,
					       .mask = m.mask,
					       .start = os_random(),
					       .clears = m.clears};
				memcpy(stayed, in, sizeof in);
				memset(seen, 0, sizeof seen);
			}
			next(&it);
			if (it.key) {
				uint64_t key = key_of(t, it.key);
				check(key < range && in[key], "iteration sees what is there");
				if (key < range) {
					check(!seen[key], "iteration sees an entry once");
					check(*(uint64_t *)it.elem == value[key],
					      "iteration sees the element");
					seen[key] = true;
				}
			}
		}
		check(m.count == count, "count");
	}
}

/* NaN keys: each insertion makes an entry; none is found; all are iterated over, through growth. */
static void run_nan(void)
{
	Map m = {.seed = 1};
	double nan = __builtin_nan("");
	MapIter it = {0};
	int seen = 0;
	for (int i = 0; i < 100; i++) {
		for (;;) {
			Pair p = map_put(&reals, &m, &nan, NULL, NULL);
			if (p.b == 0)
				break;
			grow(&reals, &m, 0);
		}
		if (i == 20)
			it = (MapIter){.t = &reals, .m = &m, .groups = m.groups, .mask = m.mask};
	}
	check(m.count == 100 && !map_find(&reals, &m, &nan).a, "NaN is never found");
	for (next(&it); it.key; next(&it))
		seen++;
	check(seen >= 21, "NaN entries are iterated over");
}

int main(void)
{
	const MapType *types[] = {&words, &reals, &strings};
	for (int i = 0; i < 3; i++)
		for (unsigned range = 5; range <= KEYS; range *= 3)
			run(types[i], 200000, range);
	run_nan();
	Map m = {.seed = 3};
	grow(&words, &m, 100);
	check(m.free >= 100, "hint");
	if (failures)
		printf("%d failures\n", failures);
	return failures != 0;
}
