// Interned strings and string builders.
//
// The table of interned strings is the process's: a Str made in one stage or thread compares by
// pointer with one made in any other. In front of its bytes stand its length and its hash.
#include "support/support.h"

#include <pthread.h>
#include <stdlib.h>

typedef struct InternEntry { // what a Str points into: its `text`
	uint32_t len;
	uint32_t hash;
	char text[];
} InternEntry;

typedef struct Table { // open addressing, at most half full
	uint32_t mask;
	InternEntry *slots[];
} Table;

// Readers take no lock: they see a table and, in its slots, entries that are complete. A table that
// has become too small stays as it is for those who still read it; what they miss they look up
// again under the lock.
static struct {
	pthread_mutex_t lock; // guards what is written below
	Arena *arena;
	Table *table;
	uint32_t count;
} interned = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void table_grow(void)
{
	const Table *old = interned.table;
	uint32_t size = old ? (old->mask + 1) * 2 : 4096;
	Table *table = arena_alloc(interned.arena, sizeof *table + size * sizeof *table->slots);
	table->mask = size - 1;
	for (uint32_t i = 0; old && i <= old->mask; i++) {
		InternEntry *entry = old->slots[i];
		if (!entry)
			continue;
		uint32_t k = entry->hash & table->mask;
		while (table->slots[k])
			k = (k + 1) & table->mask;
		table->slots[k] = entry;
	}
	__atomic_store_n(&interned.table, table, __ATOMIC_RELEASE);
}

// The string's entry, or NULL; *at is its slot, or the free one where it belongs.
static InternEntry *find(const Table *table, uint32_t hash, const char *s, size_t len, uint32_t *at)
{
	InternEntry *entry;
	uint32_t i = hash & table->mask;
	while ((entry = __atomic_load_n(&table->slots[i], __ATOMIC_ACQUIRE)) &&
	       (entry->hash != hash || entry->len != len || memcmp(entry->text, s, len)))
		i = (i + 1) & table->mask;
	*at = i;
	return entry;
}

static Str add(uint32_t hash, const char *s, size_t len)
{
	pthread_mutex_lock(&interned.lock);
	if (!interned.arena)
		interned.arena = arena_new();
	if (!interned.table || interned.count >= interned.table->mask / 2)
		table_grow();
	uint32_t at;
	InternEntry *entry = find(interned.table, hash, s, len, &at);
	if (!entry) {
		entry = arena_alloc(interned.arena, sizeof *entry + len + 1);
		entry->len = (uint32_t)len;
		entry->hash = hash;
		memcpy(entry->text, s, len);
		__atomic_store_n(&interned.table->slots[at], entry, __ATOMIC_RELEASE);
		interned.count++;
	}
	pthread_mutex_unlock(&interned.lock);
	return entry->text;
}

Str str_intern_n(const char *s, size_t len)
{
	uint32_t hash = (uint32_t)hash_bytes(s, len, 0);
	const Table *table = __atomic_load_n(&interned.table, __ATOMIC_ACQUIRE);
	uint32_t at;
	const InternEntry *entry = table ? find(table, hash, s, len, &at) : NULL;
	return entry ? entry->text : add(hash, s, len);
}

Str str_intern(const char *s)
{
	return str_intern_n(s, strlen(s));
}

Str str_printf(const char *format, ...)
{
	Buf buf = buf_make(NULL);
	va_list args;
	va_start(args, format);
	buf_vprintf(&buf, format, args);
	va_end(args);
	Str result = buf_str(&buf);
	buf_free(&buf);
	return result;
}

// ---- String builder

void buf_reserve(Buf *buf, size_t more)
{
	size_t need = buf->len + more + 1;
	if (need <= buf->cap)
		return;
	size_t cap = buf->cap ? buf->cap : 64;
	while (cap < need)
		cap *= 2;
	if (buf->arena)
		buf->data = arena_grow(buf->arena, buf->data, buf->cap, cap);
	else if (!(buf->data = realloc(buf->data, cap)))
		ICE(NO_POS, "out of memory");
	buf->cap = cap;
}

void buf_write(Buf *buf, const void *data, size_t len)
{
	buf_reserve(buf, len);
	if (len)
		memcpy(buf->data + buf->len, data, len);
	buf->len += len;
	buf->data[buf->len] = 0;
}

void buf_puts(Buf *buf, const char *s)
{
	buf_write(buf, s, strlen(s));
}

void buf_vprintf(Buf *buf, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	buf_reserve(buf, 64);
	size_t room = buf->cap - buf->len;
	size_t len = (size_t)vsnprintf(buf->data + buf->len, room, format, args);
	if (len >= room) {
		buf_reserve(buf, len);
		vsnprintf(buf->data + buf->len, len + 1, format, again);
	}
	va_end(again);
	buf->len += len;
}

void buf_printf(Buf *buf, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	buf_vprintf(buf, format, args);
	va_end(args);
}

void buf_rune(Buf *buf, int32_t rune)
{
	uint32_t r = (uint32_t)rune;
	if (r > 0x10ffff || (r >= 0xd800 && r < 0xe000))
		r = 0xfffd;
	if (r < 0x80)
		buf_putc(buf, (char)r);
	else if (r < 0x800)
		buf_write(buf, (char[]){(char)(0xc0 | r >> 6), (char)(0x80 | (r & 0x3f))}, 2);
	else if (r < 0x10000)
		buf_write(buf,
			  (char[]){(char)(0xe0 | r >> 12), (char)(0x80 | (r >> 6 & 0x3f)),
				   (char)(0x80 | (r & 0x3f))},
			  3);
	else
		buf_write(buf,
			  (char[]){(char)(0xf0 | r >> 18), (char)(0x80 | (r >> 12 & 0x3f)),
				   (char)(0x80 | (r >> 6 & 0x3f)), (char)(0x80 | (r & 0x3f))},
			  4);
}

static void quote_rune(Buf *buf, int32_t r)
{
	static const char names[] = "\aa\bb\ff\nn\rr\tt\vv\\\\\"\"";
	for (const char *n = names; *n; n += 2)
		if (r == *n) {
			buf_putc(buf, '\\');
			buf_putc(buf, n[1]);
			return;
		}
	if (r < ' ' || r == 0x7f)
		buf_printf(buf, "\\x%02x", (unsigned)r);
	else if ((r >= 0x80 && r <= 0xa0) || r == 0xad || r == 0xfeff ||
		 (r >= 0x2000 && r <= 0x200f) || (r >= 0x2028 && r <= 0x202f) ||
		 (r >= 0xe000 && r < 0xf900))
		buf_printf(buf, "\\u%04x", (unsigned)r);
	else
		buf_rune(buf, r);
}

void buf_quote(Buf *buf, const char *s, size_t len)
{
	buf_putc(buf, '"');
	for (size_t i = 0; i < len;) {
		int size;
		int32_t r = utf8_decode(s + i, len - i, &size);
		if (r == 0xfffd && size == 1)
			buf_printf(buf, "\\x%02x", (unsigned char)s[i]);
		else
			quote_rune(buf, r);
		i += (size_t)size;
	}
	buf_putc(buf, '"');
}

const char *buf_cstr(Buf *buf)
{
	return buf->data && buf->len ? buf->data : "";
}

Str buf_str(Buf *buf)
{
	return str_intern_n(buf_cstr(buf), buf->len);
}

void buf_free(Buf *buf)
{
	if (!buf->arena)
		free(buf->data);
	*buf = (Buf){.arena = buf->arena};
}

int32_t utf8_decode(const char *s, size_t n, int *size)
{
	const unsigned char *p = (const unsigned char *)s;
	*size = 1;
	if (p[0] < 0x80)
		return p[0];
	int len = p[0] >= 0xf0 && p[0] < 0xf5   ? 4
		  : p[0] >= 0xe0 && p[0] < 0xf0 ? 3
		  : p[0] >= 0xc2 && p[0] < 0xe0 ? 2
						: 0;
	if (!len || n < (size_t)len)
		return 0xfffd;
	uint32_t r = p[0] & (0xffu >> (len + 1));
	for (int i = 1; i < len; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0xfffd;
		r = r << 6 | (p[i] & 0x3f);
	}
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	if (r < least[len] || r > 0x10ffff || (r >= 0xd800 && r < 0xe000))
		return 0xfffd;
	*size = len;
	return (int32_t)r;
}
