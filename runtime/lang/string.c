/*
 * Strings: comparison, decoding of UTF-8, and the searches that package internal/bytealg is made
 * of. All leaf functions: bytes are looked at eight at a time where that pays.
 */
#include "lang.h"

#define ONES  0x0101010101010101ull
#define HIGHS 0x8080808080808080ull

static inline uint64_t load64(const uint8_t *p)
{
	uint64_t v;
	__builtin_memcpy(&v, p, 8);
	return v;
}

/* -1, 0, 1. */
Int string_compare(const uint8_t *a, Int na, const uint8_t *b, Int nb)
{
	Int n = na < nb ? na : nb, i = 0;
	for (; i + 8 <= n; i += 8) {
		uint64_t x = load64(a + i), y = load64(b + i);
		if (x != y)
			return __builtin_bswap64(x) < __builtin_bswap64(y) ? -1 : 1;
	}
	for (; i < n; i++)
		if (a[i] != b[i])
			return a[i] < b[i] ? -1 : 1;
	return na < nb ? -1 : na > nb;
}

/* The index of the first byte c, or -1. */
Int bytes_index(const uint8_t *p, Int n, uint8_t c)
{
	Int i = 0;
	for (; i + 8 <= n; i += 8) {
		uint64_t x = load64(p + i) ^ ONES * c;
		uint64_t hit = (x - ONES) & ~x & HIGHS;
		if (hit)
			return i + (__builtin_ctzll(hit) >> 3);
	}
	for (; i < n; i++)
		if (p[i] == c)
			return i;
	return -1;
}

/* How many bytes are c. */
Int bytes_count(const uint8_t *p, Int n, uint8_t c)
{
	Int i = 0, count = 0;
	for (; i + 8 <= n; i += 8) {
		uint64_t x = load64(p + i) ^ ONES * c;
		uint64_t other = (((x & ~HIGHS) + ~HIGHS) | x) & HIGHS;
		count += 8 - (int)bit_count(other);
	}
	for (; i < n; i++)
		count += p[i] == c;
	return count;
}

/* The index of the first occurrence of q (m > 0 bytes, not many) in p, or -1: candidates are found
 * by the first byte. */
Int bytes_search(const uint8_t *p, Int n, const uint8_t *q, Int m)
{
	for (Int i = 0; i + m <= n; i++) {
		Int hit = bytes_index(p + i, n - m + 1 - i, q[0]);
		if (hit < 0)
			return -1;
		i += hit;
		if (rt_memequal(p + i, q, (uintptr_t)m))
			return i;
	}
	return -1;
}

/* The rune that n > 0 bytes begin with, and its width; what is not UTF-8 is {U+FFFD, 1}. (Unicode
 * 14, table 3-7.) */
Pair string_decode(const uint8_t *p, Int n)
{
	const Pair bad = {0xfffd, 1};
	uint32_t c = p[0];
	if (c < 0x80)
		return (Pair){c, 1};
	if (c < 0xc2 || c > 0xf4)
		return bad;
	int width = c < 0xe0 ? 2 : c < 0xf0 ? 3 : 4;
	if (n < width)
		return bad;
	uint32_t r = c & (0x7fu >> width);
	for (int i = 1; i < width; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return bad;
		r = r << 6 | (p[i] & 0x3f);
	}
	if ((width == 3 && r < 0x800) || (r >= 0xd800 && r < 0xe000) ||
	    (width == 4 && (r < 0x10000 || r > 0x10ffff)))
		return bad;
	return (Pair){r, (uintptr_t)width};
}
