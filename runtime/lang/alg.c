/*
 * Equality and hashing of values, by walking their type descriptors.
 *
 * Most types need no walk: memory that is compared as bytes (TFLAG_REGULAR_MEMORY), strings,
 * floats, and interfaces that hold one of these. Those are "simple" and leaf functions deal with
 * them; anything else may nest without bound and is done on M's stack.
 *
 * Rules (Go specification, "Comparison operators"): +0 equals -0 and they hash alike; a NaN differs
 * from itself, so it may hash at random, which keeps many NaN keys from crowding one group; blank
 * fields do not count; an interface that holds a type without equality cannot be compared, and the
 * type is reported.
 *
 * The hash mixes with 64x64->128-bit products as wyhash does (Wang Yi, 2019); every map has its own
 * seed.
 */
#include "lang.h"

static inline uint64_t load64(const uint8_t *p)
{
	uint64_t v;
	__builtin_memcpy(&v, p, 8);
	return v;
}

static inline uint64_t load32(const uint8_t *p)
{
	uint32_t v;
	__builtin_memcpy(&v, p, 4);
	return v;
}

#define SECRET0 0xa0761d6478bd642full
#define SECRET1 0xe7037ed1a0b428dbull
#define SECRET2 0x8ebc6af09c88c6e3ull

uint64_t hash_bytes(const void *data, uintptr_t n, uint64_t seed)
{
	const uint8_t *p = data;
	uintptr_t left = n;
	uint64_t a, b;
	seed ^= SECRET0;
	while (left > 16) {
		seed = hash_mix(load64(p) ^ SECRET1, load64(p + 8) ^ seed);
		p += 16;
		left -= 16;
	}
	if (left >= 8) {
		a = load64(p);
		b = load64(p + left - 8);
	} else if (left >= 4) {
		a = load32(p);
		b = load32(p + left - 4);
	} else if (left > 0) {
		a = (uint64_t)p[0] << 16 | (uint64_t)p[left >> 1] << 8 | p[left - 1];
		b = 0;
	} else {
		a = b = 0;
	}
	return hash_mix(SECRET2 ^ n, hash_mix(a ^ SECRET1, b ^ seed));
}

static uint64_t hash_double(double f, uint64_t seed)
{
	uint64_t bits;
	if (f == 0)
		return hash_word(0, seed);
	if (f != f)
		return hash_word(os_random(), seed);
	__builtin_memcpy(&bits, &f, 8);
	return hash_word(bits, seed);
}

static bool hash_flat(const Type *t, const void *p, uint64_t seed, uint64_t *hash)
{
	switch (kind_of_type(t)) {
	case KIND_STRING: {
		const String *s = p;
		*hash = hash_bytes(s->p, (uintptr_t)s->n, seed);
		return true;
	}
	case KIND_FLOAT32: *hash = hash_double(*(const float *)p, seed); return true;
	case KIND_FLOAT64: *hash = hash_double(*(const double *)p, seed); return true;
	case KIND_COMPLEX64:
		*hash = hash_double(((const float *)p)[1], hash_double(*(const float *)p, seed));
		return true;
	case KIND_COMPLEX128:
		*hash = hash_double(((const double *)p)[1], hash_double(*(const double *)p, seed));
		return true;
	default:
		if (!t->equal || !(t->tflag & TFLAG_REGULAR_MEMORY))
			return false;
		*hash = t->size == 8 ? hash_word(*(const uint64_t *)p, seed)
				     : hash_bytes(p, t->size, seed);
		return true;
	}
}

/* What an interface holds: its dynamic type (NULL: nil interface) and where the value is. */
static const Type *dynamic(const Type *t, const void *p, const void **value)
{
	void *const *words = p;
	const Type *d = words[0];
	if (d && ((const InterfaceType *)t)->nmethods > 0)
		d = ((const Itab *)words[0])->type;
	if (d)
		*value = d->kind & KIND_DIRECT_IFACE ? (const void *)&words[1] : words[1];
	return d;
}

bool type_hash_simple(const Type *t, const void *p, uint64_t seed, uint64_t *hash)
{
	if (kind_of_type(t) != KIND_INTERFACE)
		return hash_flat(t, p, seed, hash);
	t = dynamic(t, p, &p);
	if (!t) {
		*hash = hash_word(0, seed);
		return true;
	}
	return hash_flat(t, p, seed ^ t->hash, hash);
}

static bool is_blank(const StructField *f)
{
	size_t n;
	const char *text = name_text(f->name, &n);
	return n == 1 && text[0] == '_';
}

const Type *type_hash(const Type *t, const void *p, uint64_t seed, uint64_t *hash)
{
	const Type *bad;
	if (hash_flat(t, p, seed, hash))
		return NULL;
	switch (kind_of_type(t)) {
	case KIND_INTERFACE:
		t = dynamic(t, p, &p);
		if (!t) {
			*hash = hash_word(0, seed);
			return NULL;
		}
		return type_hash(t, p, seed ^ t->hash, hash);
	case KIND_ARRAY: {
		const ArrayType *a = (const ArrayType *)t;
		*hash = seed;
		if (!t->equal)
			return t;
		for (size_t i = 0; i < a->len; i++)
			if ((bad = type_hash(a->elem, (const char *)p + i * a->elem->size, *hash,
					     hash)))
				return bad;
		return NULL;
	}
	case KIND_STRUCT: {
		const StructType *s = (const StructType *)t;
		*hash = seed;
		if (!t->equal)
			return t;
		for (size_t i = 0; i < s->nfields; i++) {
			const StructField *f = &s->fields[i];
			if (!is_blank(f) &&
			    (bad = type_hash(f->type, (const char *)p + f->offset, *hash, hash)))
				return bad;
		}
		return NULL;
	}
	default:
		if (!t->equal)
			return t;
		*hash = hash_bytes(p, t->size, seed);
		return NULL;
	}
}

/* For reflect. */
Pair type_hash_seeded(const Type *t, const void *p, uintptr_t seed)
{
	uint64_t hash = 0;
	const Type *bad = type_hash(t, p, seed, &hash);
	return (Pair){hash, (uintptr_t)bad};
}

static Int equal_flat(const Type *t, const void *p, const void *q)
{
	switch (kind_of_type(t)) {
	case KIND_STRING: {
		const String *a = p, *b = q;
		return a->n == b->n && (a->p == b->p || rt_memequal(a->p, b->p, (uintptr_t)a->n));
	}
	case KIND_FLOAT32: return *(const float *)p == *(const float *)q;
	case KIND_FLOAT64: return *(const double *)p == *(const double *)q;
	case KIND_COMPLEX64:
		return *(const float *)p == *(const float *)q &&
		       ((const float *)p)[1] == ((const float *)q)[1];
	case KIND_COMPLEX128:
		return *(const double *)p == *(const double *)q &&
		       ((const double *)p)[1] == ((const double *)q)[1];
	default:
		if (!t->equal || !(t->tflag & TFLAG_REGULAR_MEMORY))
			return -1;
		return t->size == 8 ? *(const uint64_t *)p == *(const uint64_t *)q
				    : rt_memequal(p, q, t->size);
	}
}

Int type_equal_simple(const Type *t, const void *p, const void *q)
{
	if (kind_of_type(t) != KIND_INTERFACE)
		return equal_flat(t, p, q);
	const Type *u = dynamic(t, q, &q);
	t = dynamic(t, p, &p);
	if (t != u)
		return 0;
	return t ? equal_flat(t, p, q) : 1;
}

/* Is a value of type t compared without a walk? Then that cannot panic either. */
static bool is_flat(const Type *t)
{
	unsigned kind = kind_of_type(t);
	return kind == KIND_STRING || (kind >= KIND_FLOAT32 && kind <= KIND_COMPLEX128) ||
	       (t->equal && t->tflag & TFLAG_REGULAR_MEMORY);
}

/* Does one of the flat fields from f on differ in a word or in the length of a string? What the
 * strings hold is looked at only when none does. A field that is not flat ends the look ahead: its
 * comparison may panic before those after it are made. */
static bool differ_in_words(const StructField *f, const StructField *end, const char *p,
			    const char *q)
{
	for (; f < end && is_flat(f->type); f++) {
		const void *a = p + f->offset, *b = q + f->offset;
		if (is_blank(f))
			continue;
		if (kind_of_type(f->type) == KIND_STRING
			    ? ((const String *)a)->n != ((const String *)b)->n
			    : f->type->size <= 16 && !equal_flat(f->type, a, b))
			return true;
	}
	return false;
}

static Pair structs_equal(const StructType *s, const char *p, const char *q)
{
	const StructField *f = s->fields, *end = f + s->nfields;
	for (bool begin = true; f < end; f++) {
		if (begin && differ_in_words(f, end, p, q))
			return (Pair){0, 0};
		begin = !is_flat(f->type);
		if (is_blank(f))
			continue;
		Pair e = type_equal(f->type, p + f->offset, q + f->offset);
		if (!e.a)
			return e;
	}
	return (Pair){1, 0};
}

Pair type_equal(const Type *t, const void *p, const void *q)
{
	const Pair yes = {1, 0};
	Int r = equal_flat(t, p, q);
	if (r >= 0)
		return (Pair){(uintptr_t)r, 0};
	switch (kind_of_type(t)) {
	case KIND_INTERFACE: {
		const Type *u = dynamic(t, q, &q);
		t = dynamic(t, p, &p);
		if (t != u)
			return (Pair){0, 0};
		return t ? type_equal(t, p, q) : yes;
	}
	case KIND_ARRAY: {
		const ArrayType *a = (const ArrayType *)t;
		if (!t->equal)
			return (Pair){0, (uintptr_t)t};
		for (size_t i = 0; i < a->len; i++) {
			size_t at = i * a->elem->size;
			Pair e = type_equal(a->elem, (const char *)p + at, (const char *)q + at);
			if (!e.a)
				return e;
		}
		return yes;
	}
	case KIND_STRUCT:
		return t->equal ? structs_equal((const StructType *)t, p, q)
				: (Pair){0, (uintptr_t)t};
	default:
		if (!t->equal)
			return (Pair){0, (uintptr_t)t};
		return (Pair){rt_memequal(p, q, t->size), 0};
	}
}
