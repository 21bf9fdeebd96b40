// Arenas and the growable containers that live in them: vectors, hash maps, bit sets.
//
// An arena gives out memory by moving a pointer through blocks of growing size. The blocks come
// straight from calloc, so what is given out is zero without being touched twice; their pages are
// asked for in advance, because a fault for each 4 KiB costs a compilation more than what is done
// with them. A vector that was the last thing allocated grows in place. A map keeps its
// entries in order of insertion beside an open-addressing index (linear probing, at most 3/4 full),
// so that iteration never depends on addresses.
#include "support/support.h"

#include <stdlib.h>
#include <sys/mman.h>

struct ArenaBlock {
	ArenaBlock *next;
	size_t size;
	bool made_ahead;
};

enum { FIRST_BLOCK = 64 << 10, LARGEST_BLOCK = 32 << 20 };
enum { PAGE = 4096, HUGE_PAGE = 2 << 20 };
enum { AT_ONCE_FROM = 256 << 10, HUGE_FROM = 8 << 20 }; // bytes of a block, see ask_for_pages

static _Noreturn void out_of_memory(void)
{
	fputs("burrow: out of memory\n", stderr);
	exit(3);
}

static void free_block(ArenaBlock *block)
{
	if (block->made_ahead)
		ahead_free(block);
	else
		free(block);
}

Arena *arena_new(void)
{
	Arena *arena = calloc(1, sizeof *arena);
	if (!arena)
		out_of_memory();
	return arena;
}

void arena_free(Arena *arena)
{
	if (!arena)
		return;
	for (ArenaBlock *block = arena->blocks, *next; block; block = next) {
		next = block->next;
		free_block(block);
	}
	free(arena);
}

void arena_reset(Arena *arena)
{
	ArenaBlock *kept = arena->blocks;
	if (kept && kept->size > HUGE_FROM)
		kept = NULL;
	for (ArenaBlock *block = arena->blocks, *next; block; block = next) {
		next = block->next;
		if (block != kept)
			free_block(block);
	}
	char *end = arena->next;
	*arena = (Arena){.blocks = kept};
	if (!kept)
		return;
	kept->next = NULL;
	arena->next = (char *)kept + arena_round_(sizeof *kept);
	arena->limit = (char *)kept + kept->size;
	memset(arena->next, 0, (size_t)(end - arena->next));
}

ArenaSpan arena_since(const Arena *arena, ArenaMark mark)
{
	if (!arena->blocks)
		return (ArenaSpan){0};
	bool same = arena->blocks == mark.block;
	return (ArenaSpan){same ? mark.next : (const char *)(arena->blocks + 1), arena->next};
}

void arena_adopt(Arena *arena, Arena *from)
{
	ArenaBlock **end = &arena->blocks;
	if (!*end) {
		arena->next = from->next;
		arena->limit = from->limit;
	}
	while (*end)
		end = &(*end)->next;
	*end = from->blocks;
	arena->total += from->total;
	free(from);
}

// Has the pages of a block made: huge ones for a large block, all at once for one of moderate size.
// That the system does neither is no fault.
static void ask_for_pages(void *block, size_t size)
{
	uintptr_t page = size >= HUGE_FROM ? HUGE_PAGE : PAGE;
	uintptr_t first = ((uintptr_t)block + page - 1) & ~(page - 1);
	uintptr_t end = ((uintptr_t)block + size) & ~(page - 1);
	if (size >= AT_ONCE_FROM && first < end)
		madvise((void *)first, end - first,
			size >= HUGE_FROM ? MADV_HUGEPAGE : MADV_POPULATE_WRITE);
}

// A block of `size` bytes; one that was made ahead, when that is its size.
static ArenaBlock *new_block(size_t size, bool own)
{
	ArenaBlock *block = size == AHEAD_BLOCK && !own ? ahead_take() : NULL;
	if (block) {
		block->size = AHEAD_BLOCK;
		block->made_ahead = true;
		return block;
	}
	block = calloc(1, size);
	if (!block)
		out_of_memory();
	ask_for_pages(block, size);
	block->size = size;
	return block;
}

// Starts a block with room for `size` bytes. A big request gets a block of its own, and the
// current one stays in use.
void *arena_alloc_slow_(Arena *arena, size_t size)
{
	size_t header = arena_round_(sizeof(ArenaBlock));
	size_t block_size = arena->blocks ? arena->blocks->size * 2 : FIRST_BLOCK;
	size_t largest = ahead_is_started() ? AHEAD_BLOCK : LARGEST_BLOCK;
	if (block_size > largest)
		block_size = largest;
	bool own = size > block_size / 4;
	if (own)
		block_size = size + header;
	if (size > SIZE_MAX / 2)
		out_of_memory();
	ArenaBlock *block = new_block(block_size, own);
	if (own && arena->blocks) {
		block->next = arena->blocks->next;
		arena->blocks->next = block;
		return (char *)block + header;
	}
	block->next = arena->blocks;
	arena->blocks = block;
	arena->next = (char *)block + header + size;
	arena->limit = (char *)block + block->size;
	return (char *)block + header;
}

void *arena_grow(Arena *arena, void *old, size_t old_size, size_t new_size)
{
	size_t old_room = arena_round_(old_size), new_room = arena_round_(new_size);
	if (old && old_size && (char *)old + old_room == arena->next &&
	    new_room - old_room <= (size_t)(arena->limit - arena->next)) {
		arena->next += new_room - old_room;
		arena->total += new_room - old_room;
		return old;
	}
	void *p = arena_alloc(arena, new_size);
	if (old_size)
		memcpy(p, old, old_size);
	return p;
}

char *arena_copy(Arena *arena, const char *s, size_t len)
{
	char *p = arena_alloc(arena, len + 1);
	memcpy(p, s, len);
	return p;
}

char *arena_printf(Arena *arena, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	int len = vsnprintf(NULL, 0, format, args);
	char *p = arena_alloc(arena, (size_t)len + 1);
	vsnprintf(p, (size_t)len + 1, format, again);
	va_end(again);
	va_end(args);
	return p;
}

void *vec_grow_(Arena *arena, void *data, uint32_t *cap, uint32_t need, size_t size)
{
	uint32_t new_cap = *cap ? *cap : size > sizeof(void *) ? 4 : 2;
	while (new_cap < need) {
		if (new_cap > UINT32_MAX / 2)
			out_of_memory();
		new_cap *= 2;
	}
	data = arena_grow(arena, data, *cap * size, new_cap * size);
	*cap = new_cap;
	return data;
}

// ---- Maps

// The last bytes, fewer than 8, as one word.
static uint64_t tail_word(const unsigned char *p, size_t len)
{
	uint32_t low, high;
	if (len >= 4) {
		memcpy(&low, p, 4);
		memcpy(&high, p + len - 4, 4);
		return low | (uint64_t)high << 8 * (len - 4);
	}
	if (!len)
		return 0;
	return p[0] | (uint64_t)p[len / 2] << 8 * (len / 2) | (uint64_t)p[len - 1] << 8 * (len - 1);
}

uint64_t hash_bytes(const void *data, size_t len, uint64_t seed)
{
	const uint64_t multiplier = 0x9e3779b97f4a7c15;
	const unsigned char *p = data;
	uint64_t h = seed ^ len * multiplier;
	for (; len >= 8; len -= 8, p += 8) {
		uint64_t word;
		memcpy(&word, p, 8);
		h = (h ^ word) * multiplier;
		h ^= h >> 32;
	}
	h = (h ^ tail_word(p, len)) * multiplier;
	h ^= h >> 29;
	h *= multiplier;
	return h ^ h >> 32;
}

static uint32_t key_slot(const Map *map, uint64_t key)
{
	uint64_t h = key * 0x9e3779b97f4a7c15;
	return (uint32_t)(h >> 32) & map->mask;
}

Map *map_new(Arena *arena)
{
	Map *map = NEW(arena, Map);
	map->arena = arena;
	return map;
}

static MapEntry *map_find(const Map *map, uint64_t key)
{
	if (!map->mask)
		return NULL;
	for (uint32_t i = key_slot(map, key); map->index[i]; i = (i + 1) & map->mask) {
		MapEntry *entry = &map->entries[map->index[i] - 1];
		if (entry->key == key)
			return entry;
	}
	return NULL;
}

void *map_get_u64(const Map *map, uint64_t key)
{
	MapEntry *entry = map_find(map, key);
	return entry && entry->live ? entry->value : NULL;
}

bool map_has_u64(const Map *map, uint64_t key)
{
	MapEntry *entry = map_find(map, key);
	return entry && entry->live;
}

static void map_rebuild_index(Map *map, uint32_t slots)
{
	map->index = NEW_ARRAY(map->arena, uint32_t, slots);
	map->mask = slots - 1;
	for (uint32_t n = 0; n < map->count; n++) {
		uint32_t i = key_slot(map, map->entries[n].key);
		while (map->index[i])
			i = (i + 1) & map->mask;
		map->index[i] = n + 1;
	}
}

void **map_slot_u64(Map *map, uint64_t key)
{
	MapEntry *entry = map_find(map, key);
	if (entry) {
		if (!entry->live)
			entry->value = NULL;
		entry->live = true;
		return &entry->value;
	}
	if (map->count == map->cap)
		map->entries = vec_grow_(map->arena, map->entries, &map->cap, map->count + 1,
					 sizeof(MapEntry));
	map->entries[map->count++] = (MapEntry){.key = key, .live = true};
	if (!map->mask || map->count > map->mask / 4 * 3)
		map_rebuild_index(map, map->mask ? (map->mask + 1) * 2 : 8);
	else {
		uint32_t i = key_slot(map, key);
		while (map->index[i])
			i = (i + 1) & map->mask;
		map->index[i] = map->count;
	}
	return &map->entries[map->count - 1].value;
}

void map_remove_u64(Map *map, uint64_t key)
{
	MapEntry *entry = map_find(map, key);
	if (entry)
		entry->live = false;
}

// ---- Bit sets

static uint32_t bits_words(const Bits *b)
{
	return (b->size + 63) / 64;
}

Bits bits_new(Arena *arena, uint32_t size)
{
	return (Bits){.words = NEW_ARRAY(arena, uint64_t, (size + 63) / 64), .size = size};
}

void bits_clear(Bits *b)
{
	memset(b->words, 0, bits_words(b) * sizeof *b->words);
}

void bits_copy(Bits *to, const Bits *from)
{
	memcpy(to->words, from->words, bits_words(to) * sizeof *to->words);
}

bool bits_union(Bits *to, const Bits *from)
{
	uint64_t changed = 0;
	for (uint32_t i = 0, n = bits_words(to); i < n; i++) {
		changed |= from->words[i] & ~to->words[i];
		to->words[i] |= from->words[i];
	}
	return changed != 0;
}

void bits_subtract(Bits *to, const Bits *from)
{
	for (uint32_t i = 0, n = bits_words(to); i < n; i++)
		to->words[i] &= ~from->words[i];
}

void bits_intersect(Bits *to, const Bits *from)
{
	for (uint32_t i = 0, n = bits_words(to); i < n; i++)
		to->words[i] &= from->words[i];
}

uint32_t bits_count(const Bits *b)
{
	uint32_t count = 0;
	for (uint32_t i = 0, n = bits_words(b); i < n; i++)
		count += (uint32_t)__builtin_popcountll(b->words[i]);
	return count;
}

uint32_t bits_next(const Bits *b, uint32_t from)
{
	while (from < b->size) {
		uint64_t rest = b->words[from / 64] >> (from % 64);
		if (rest) {
			from += (uint32_t)__builtin_ctzll(rest);
			return from < b->size ? from : b->size;
		}
		from = (from / 64 + 1) * 64;
	}
	return b->size;
}
