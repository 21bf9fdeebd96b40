/*
 * Maps: open addressing in groups of eight slots.
 *
 * A group is eight control bytes, eight keys, eight elements. A control byte is 0 for a slot that
 * was never used, 1 for one that was deleted while its group was full, else 0x80 and seven bits of
 * the key's hash; all eight are compared at once in a 64-bit word (the idea of Abseil's "Swiss
 * tables", Kulukundis, CppCon 2017; with bytes where zeroed memory is an empty group). The rest of
 * the hash picks the first group; further ones follow in triangular steps, which visit each group
 * of a power-of-two table once. A search ends at a group with an empty slot.
 *
 * A table of one group fills all its slots; larger ones seven of eight. When `free` is used up,
 * package runtime allocates new groups and map_rehash moves everything at once; the old groups are
 * left as they are, because iterators may still walk them.
 *
 * Iteration walks the groups that the map had when it began, from a random slot. While these are
 * still the map's, what is in a slot is what the map holds. After a growth each key met is looked
 * up again: entries deleted since are skipped, changed elements are seen, and nothing is seen
 * twice. Keys that do not equal themselves (NaN) cannot be looked up, nor deleted or changed other
 * than by clearing the map; so they are produced as they were unless `clears` moved on.
 */
#include "lang.h"

typedef struct Map {
	Int count;
	uint8_t *groups;
	uintptr_t mask; /* groups - 1 */
	uintptr_t free; /* empty slots that may be used before the table grows */
	uint64_t seed;
	uint32_t clears;
	uint32_t busy; /* somebody writes; atomic: programs that race may see it */
} Map;

typedef struct MapIter {
	void *key, *elem;
	const MapType *t;
	Map *m;
	uint8_t *groups;
	void *unused[3];
	uintptr_t start, mask, pos, clears;
} MapIter;

enum { SLOTS = 8, EMPTY = 0, DELETED = 1, FULL = 0x80 };
enum { CODE_OK, CODE_SLOW, CODE_BUSY, CODE_FULL };
#define ONES  0x0101010101010101ull
#define HIGHS 0x8080808080808080ull

/* How the keys of a map are hashed and compared: constant where the functions below are inlined. */
typedef enum KeyKind { KEY_WORD32, KEY_WORD64, KEY_STRING, KEY_SIMPLE, KEY_ANY } KeyKind;

#define INLINE static inline __attribute__((always_inline))

INLINE uint64_t control(const uint8_t *group)
{
	return *(const uint64_t *)group;
}

/* Bit 7 of each byte that equals `byte`; a byte above the first match may be claimed falsely. */
INLINE uint64_t match(uint64_t ctrl, uint8_t byte)
{
	uint64_t x = ctrl ^ ONES * byte;
	return (x - ONES) & ~x & HIGHS;
}

INLINE unsigned first(uint64_t bits)
{
	return (unsigned)__builtin_ctzll(bits) >> 3;
}

INLINE void *key_slot(const MapType *t, uint8_t *group, unsigned i)
{
	return group + SLOTS + i * t->key_size;
}

INLINE void *elem_slot(const MapType *t, uint8_t *group, unsigned i)
{
	return group + SLOTS + SLOTS * t->key_size + i * t->elem_size;
}

INLINE void *key_at(const MapType *t, uint8_t *group, unsigned i)
{
	void *p = key_slot(t, group, i);
	return t->flags & MAP_INDIRECT_KEY ? *(void **)p : p;
}

INLINE void *elem_at(const MapType *t, uint8_t *group, unsigned i)
{
	void *p = elem_slot(t, group, i);
	return t->flags & MAP_INDIRECT_ELEM ? *(void **)p : p;
}

INLINE bool key_hash(const MapType *t, const Map *m, const void *key, KeyKind kind, uint64_t *hash)
{
	switch (kind) {
	case KEY_WORD32: *hash = hash_word(*(const uint32_t *)key, m->seed); return true;
	case KEY_WORD64: *hash = hash_word(*(const uint64_t *)key, m->seed); return true;
	case KEY_STRING:
		*hash = hash_bytes(((const String *)key)->p, (uintptr_t)((const String *)key)->n,
				   m->seed);
		return true;
	case KEY_SIMPLE: return type_hash_simple(t->key, key, m->seed, hash);
	default: return type_hash(t->key, key, m->seed, hash) == NULL;
	}
}

/* The hash of a key that is in the table, however it is made: all kinds agree. */
static uint64_t stored_hash(const MapType *t, const Map *m, const void *key)
{
	uint64_t hash = 0;
	switch (kind_of_type(t->key)) {
	case KIND_STRING: key_hash(t, m, key, KEY_STRING, &hash); break;
	default:
		if (t->key->tflag & TFLAG_REGULAR_MEMORY && t->key->size == 4)
			key_hash(t, m, key, KEY_WORD32, &hash);
		else
			key_hash(t, m, key, KEY_ANY, &hash);
	}
	return hash;
}

/* 1, 0, or -1 where KEY_SIMPLE is not enough. */
INLINE Int key_equal(const MapType *t, const void *a, const void *b, KeyKind kind)
{
	switch (kind) {
	case KEY_WORD32: return *(const uint32_t *)a == *(const uint32_t *)b;
	case KEY_WORD64: return *(const uint64_t *)a == *(const uint64_t *)b;
	case KEY_STRING: {
		const String *x = a, *y = b;
		return x->n == y->n && (x->p == y->p || rt_memequal(x->p, y->p, (uintptr_t)x->n));
	}
	case KEY_SIMPLE: return type_equal_simple(t->key, a, b);
	default: return (Int)type_equal(t->key, a, b).a;
	}
}

typedef struct Place {
	uint8_t *group; /* NULL: none */
	unsigned slot;
} Place;

/* Where the key is. *slow is set when a comparison needs KEY_ANY. */
INLINE Place find(const MapType *t, const Map *m, const void *key, uint64_t hash, KeyKind kind,
		  bool *slow)
{
	uint8_t tag = FULL | (hash & 0x7f);
	uintptr_t g = hash >> 7;
	for (uintptr_t step = 0; step <= m->mask; g += ++step) {
		uint8_t *group = m->groups + (g & m->mask) * t->bucket_size;
		uint64_t ctrl = control(group);
		for (uint64_t bits = match(ctrl, tag); bits; bits &= bits - 1) {
			unsigned i = first(bits);
			if (group[i] != tag)
				continue;
			Int equal = key_equal(t, key_at(t, group, i), key, kind);
			if (equal > 0)
				return (Place){group, i};
			if (equal < 0) {
				*slow = true;
				return (Place){NULL, 0};
			}
		}
		if (match(ctrl, EMPTY))
			break;
	}
	return (Place){NULL, 0};
}

/* The first slot that a new key with this hash may take. There is one. */
INLINE Place vacant(const MapType *t, const Map *m, uint64_t hash)
{
	uintptr_t g = hash >> 7;
	for (uintptr_t step = 0; step <= m->mask; g += ++step) {
		uint8_t *group = m->groups + (g & m->mask) * t->bucket_size;
		uint64_t bits = ~control(group) & HIGHS;
		if (bits)
			return (Place){group, first(bits)};
	}
	return (Place){NULL, 0};
}

/* ---- Races: found out where it costs nothing, as in Go. */

/* In a leaf the goroutine is left at its call; with KEY_ANY this runs on M's stack. */
INLINE _Noreturn void race(const char *text, KeyKind kind)
{
	if (kind == KEY_ANY)
		rt_throw(text);
	rt_leaf_throw(text);
}

/* ---- Look-up */

INLINE Pair lookup(const MapType *t, const Map *m, const void *key, KeyKind kind)
{
	uint64_t hash;
	bool slow = false;
	if (!m || m->count == 0)
		return pair(NULL, t->flags & MAP_HASH_MIGHT_PANIC ? CODE_SLOW : CODE_OK);
	if (unlikely(atomic_peek(&m->busy)))
		race("concurrent map read and map write", kind);
	if (!key_hash(t, m, key, kind, &hash))
		return pair(NULL, CODE_SLOW);
	Place at = find(t, m, key, hash, kind, &slow);
	if (!at.group)
		return pair(NULL, slow ? CODE_SLOW : CODE_OK);
	return pair(elem_at(t, at.group, at.slot), CODE_OK);
}

void *map_find32(const MapType *t, const Map *m, uint32_t key)
{
	return (void *)lookup(t, m, &key, KEY_WORD32).a;
}

void *map_find64(const MapType *t, const Map *m, uint64_t key)
{
	return (void *)lookup(t, m, &key, KEY_WORD64).a;
}

void *map_find_string(const MapType *t, const Map *m, const uint8_t *p, Int n)
{
	String key = {p, n};
	return (void *)lookup(t, m, &key, KEY_STRING).a;
}

Pair map_find(const MapType *t, const Map *m, const void *key)
{
	return lookup(t, m, key, KEY_SIMPLE);
}

/* NULL, or the type in the key that cannot be hashed. */
const Type *map_unhashable(const MapType *t, const void *key)
{
	uint64_t hash;
	return type_hash(t->key, key, 0, &hash);
}

/* The second word is the type that cannot be hashed. */
Pair map_find_slow(const MapType *t, const Map *m, const void *key)
{
	const Type *bad = map_unhashable(t, key);
	if (bad || !m || m->count == 0)
		return pair(NULL, (uintptr_t)bad);
	return pair((void *)lookup(t, m, key, KEY_ANY).a, 0);
}

/* ---- Insertion */

INLINE void store_key(const MapType *t, void *slot, const void *key, KeyKind kind)
{
	switch (kind) {
	case KEY_WORD32: *(uint32_t *)slot = *(const uint32_t *)key; break;
	case KEY_WORD64:
		if (t->key->ptrdata)
			store_pointer(slot, *(void *const *)key);
		else
			*(uint64_t *)slot = *(const uint64_t *)key;
		break;
	case KEY_STRING:
		store_pointer(slot, (void *)((const String *)key)->p);
		((String *)slot)->n = ((const String *)key)->n;
		break;
	default: typed_move(t->key, slot, key);
	}
}

INLINE Pair put_busy(const MapType *t, Map *m, const void *key, uint64_t hash, KeyKind kind,
		     void *new_key, void *new_elem)
{
	bool slow = false;
	Place at = find(t, m, key, hash, kind, &slow);
	if (slow)
		return pair(NULL, CODE_SLOW);
	if (at.group) {
		if (t->flags & MAP_NEED_KEY_UPDATE)
			store_key(t, key_at(t, at.group, at.slot), key, kind);
		return pair(elem_at(t, at.group, at.slot), CODE_OK);
	}
	at = vacant(t, m, hash);
	if (!at.group || (at.group[at.slot] == EMPTY && m->free == 0))
		return pair(NULL, CODE_FULL);
	if (t->flags & MAP_INDIRECT_KEY)
		store_pointer(key_slot(t, at.group, at.slot), new_key);
	if (t->flags & MAP_INDIRECT_ELEM)
		store_pointer(elem_slot(t, at.group, at.slot), new_elem);
	store_key(t, key_at(t, at.group, at.slot), key, kind);
	m->free -= at.group[at.slot] == EMPTY;
	at.group[at.slot] = FULL | (hash & 0x7f);
	m->count++;
	return pair(elem_at(t, at.group, at.slot), CODE_OK);
}

INLINE Pair put(const MapType *t, Map *m, const void *key, KeyKind kind, void *new_key,
		void *new_elem)
{
	uint64_t hash;
	if (unlikely(atomic_peek(&m->busy)))
		return pair(NULL, CODE_BUSY);
	if (!m->groups)
		return pair(NULL, CODE_FULL);
	if (!key_hash(t, m, key, kind, &hash))
		return pair(NULL, CODE_SLOW);
	atomic_set(&m->busy, 1);
	Pair r = put_busy(t, m, key, hash, kind, new_key, new_elem);
	if (unlikely(!atomic_peek(&m->busy)))
		return pair(NULL, CODE_BUSY);
	atomic_set(&m->busy, 0);
	return r;
}

Pair map_put32(const MapType *t, Map *m, uint32_t key)
{
	return put(t, m, &key, KEY_WORD32, NULL, NULL);
}

Pair map_put64(const MapType *t, Map *m, uint64_t key)
{
	return put(t, m, &key, KEY_WORD64, NULL, NULL);
}

Pair map_put_string(const MapType *t, Map *m, const uint8_t *p, Int n)
{
	String key = {p, n};
	return put(t, m, &key, KEY_STRING, NULL, NULL);
}

/* new_key and new_elem: memory for a key and an element that are too large for a slot. */
Pair map_put(const MapType *t, Map *m, const void *key, void *new_key, void *new_elem)
{
	return put(t, m, key, KEY_SIMPLE, new_key, new_elem);
}

Pair map_put_slow(const MapType *t, Map *m, const void *key, void *new_key, void *new_elem)
{
	return put(t, m, key, KEY_ANY, new_key, new_elem);
}

/* ---- Growth */

static uintptr_t capacity(uintptr_t groups)
{
	return groups == 1 ? SLOTS : groups * (SLOTS - 1);
}

/* How many groups the next table has: for `hint` entries, or, hint 0, for the map as it is when it
 * has no room: twice as many, or as many as now where a quarter of the slots are only deleted. */
Int map_next_size(const Map *m, Int hint)
{
	uintptr_t groups = 1;
	if (hint > 0) {
		while (capacity(groups) < (uintptr_t)hint)
			groups *= 2;
		return (Int)groups;
	}
	if (!m->groups)
		return 1;
	groups = m->mask + 1;
	return (Int)((uintptr_t)m->count * 4 <= capacity(groups) * 3 ? groups : groups * 2);
}

/* Moves everything to `n` fresh, zeroed groups. */
void map_rehash(const MapType *t, Map *m, uint8_t *groups, Int n)
{
	Map old = *m;
	if (atomic_peek(&m->busy))
		rt_throw("concurrent map writes");
	/* The groups first: who reads meanwhile stays inside them. */
	store_pointer(&m->groups, groups);
	atomic_publish(&m->mask, (uintptr_t)n - 1);
	m->free = capacity((uintptr_t)n) - (uintptr_t)m->count;
	if (!old.groups)
		return;
	atomic_set(&m->busy, 1);
	const Type *b = t->bucket;
	bool pointers = b->ptrdata != 0;
	const Type *key = t->flags & MAP_INDIRECT_KEY ? NULL : t->key;
	const Type *elem = t->flags & MAP_INDIRECT_ELEM ? NULL : t->elem;
	for (uintptr_t g = 0; g <= old.mask; g++) {
		uint8_t *from = old.groups + g * t->bucket_size;
		for (uint64_t bits = control(from) & HIGHS; bits; bits &= bits - 1) {
			unsigned i = first(bits);
			uint64_t hash = stored_hash(t, m, key_at(t, from, i));
			Place to = vacant(t, m, hash);
			if (!to.group)
				rt_throw("concurrent map writes");
			void *k = key_slot(t, to.group, to.slot),
			     *e = elem_slot(t, to.group, to.slot);
			to.group[to.slot] = FULL | (hash & 0x7f);
			if (!pointers) {
				memcpy(k, key_slot(t, from, i), t->key_size);
				memcpy(e, elem_slot(t, from, i), t->elem_size);
				continue;
			}
			if (key)
				typed_move(key, k, key_slot(t, from, i));
			else
				store_pointer(k, *(void **)key_slot(t, from, i));
			if (elem)
				typed_move(elem, e, elem_slot(t, from, i));
			else
				store_pointer(e, *(void **)elem_slot(t, from, i));
		}
	}
	atomic_set(&m->busy, 0);
}

/* ---- Deletion */

static void clear_slot(const MapType *t, uint8_t *group, unsigned i)
{
	void *k = key_slot(t, group, i), *e = elem_slot(t, group, i);
	if (t->flags & MAP_INDIRECT_KEY)
		store_pointer(k, NULL);
	else if (t->key->ptrdata)
		typed_clear(t->key, k);
	if (t->flags & MAP_INDIRECT_ELEM)
		store_pointer(e, NULL);
	else if (t->elem->ptrdata)
		typed_clear(t->elem, e);
	else
		rt_memclr(e, t->elem_size);
}

INLINE Int erase(const MapType *t, Map *m, const void *key, KeyKind kind)
{
	uint64_t hash;
	bool slow = false;
	if (!m || m->count == 0)
		return t->flags & MAP_HASH_MIGHT_PANIC ? CODE_SLOW : CODE_OK;
	if (unlikely(atomic_peek(&m->busy)))
		return CODE_BUSY;
	if (!key_hash(t, m, key, kind, &hash))
		return CODE_SLOW;
	Place at = find(t, m, key, hash, kind, &slow);
	if (!at.group)
		return slow ? CODE_SLOW : CODE_OK;
	atomic_set(&m->busy, 1);
	clear_slot(t, at.group, at.slot);
	/* No search goes on past a group that has an empty slot anyway. */
	bool reuse = m->mask == 0 || match(control(at.group), EMPTY);
	at.group[at.slot] = reuse ? EMPTY : DELETED;
	m->free += reuse;
	m->count--;
	atomic_set(&m->busy, 0);
	return CODE_OK;
}

Int map_delete32(const MapType *t, Map *m, uint32_t key)
{
	return erase(t, m, &key, KEY_WORD32);
}

Int map_delete64(const MapType *t, Map *m, uint64_t key)
{
	return erase(t, m, &key, KEY_WORD64);
}

Int map_delete_string(const MapType *t, Map *m, const uint8_t *p, Int n)
{
	String key = {p, n};
	return erase(t, m, &key, KEY_STRING);
}

Int map_delete(const MapType *t, Map *m, const void *key)
{
	return erase(t, m, key, KEY_SIMPLE);
}

const Type *map_delete_slow(const MapType *t, Map *m, const void *key)
{
	const Type *bad = map_unhashable(t, key);
	if (!bad && m && m->count)
		erase(t, m, key, KEY_ANY);
	return bad;
}

Int map_clear(const MapType *t, Map *m)
{
	if (unlikely(atomic_peek(&m->busy)))
		return CODE_BUSY;
	if (t->bucket->ptrdata)
		typed_clear_n(t->bucket, m->groups, (m->mask + 1) * t->bucket_size);
	else
		rt_memclr(m->groups, (m->mask + 1) * t->bucket_size);
	m->count = 0;
	m->free = capacity(m->mask + 1);
	m->seed = os_random();
	m->clears++;
	return CODE_OK;
}

/* ---- Iteration */

static void produce(MapIter *it, void *key, void *elem)
{
	store_pointer(&it->key, key);
	store_pointer(&it->elem, elem);
}

/* The next full slot of the groups that the iterator walks. */
INLINE Place advance(MapIter *it)
{
	uintptr_t end = (it->mask + 1) * SLOTS;
	while (it->pos < end) {
		uintptr_t at = it->pos++;
		uint8_t *group = it->groups +
				 (((it->start >> 3) + (at >> 3)) & it->mask) * it->t->bucket_size;
		unsigned i = (unsigned)(it->start + at) & (SLOTS - 1);
		if (group[i] & FULL)
			return (Place){group, i};
		if ((at & (SLOTS - 1)) == 0 && !(control(group) & HIGHS))
			it->pos += SLOTS - 1;
	}
	return (Place){NULL, 0};
}

Int map_next(MapIter *it)
{
	if (!it->groups) {
		it->key = NULL;
		return CODE_OK;
	}
	if (unlikely(atomic_peek(&it->m->busy)))
		return CODE_BUSY;
	if (it->m->groups != it->groups)
		return CODE_SLOW;
	Place at = advance(it);
	if (at.group)
		produce(it, key_at(it->t, at.group, at.slot), elem_at(it->t, at.group, at.slot));
	else
		produce(it, NULL, NULL);
	return CODE_OK;
}

/* The map has grown since the iteration began. */
Int map_next_slow(MapIter *it)
{
	const MapType *t = it->t;
	Map *m = it->m;
	for (;;) {
		Place at = advance(it);
		if (!at.group) {
			produce(it, NULL, NULL);
			return CODE_OK;
		}
		void *key = key_at(t, at.group, at.slot);
		if (!(t->flags & MAP_REFLEXIVE_KEY) && !type_equal(t->key, key, key).a) {
			if (it->clears == m->clears) {
				produce(it, key, elem_at(t, at.group, at.slot));
				return CODE_OK;
			}
			continue;
		}
		if (m->count == 0)
			continue;
		bool slow;
		Place now = find(t, m, key, stored_hash(t, m, key), KEY_ANY, &slow);
		if (now.group) {
			produce(it, key_at(t, now.group, now.slot),
				elem_at(t, now.group, now.slot));
			return CODE_OK;
		}
	}
}
