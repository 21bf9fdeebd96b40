/*
 * Itabs: one table for each pair of interface type and concrete type that meet at run time.
 *
 * The compiler writes those that it sees; those that a conversion between interfaces needs are made
 * here, once, and kept for good. They are found in one hash table with open addressing, read
 * without a lock: an entry, once there, never changes, and a table that is too small is replaced by
 * a larger one (the old one stays readable). A pair where a method is missing is remembered too, as
 * an itab that says `lacking`.
 *
 * Both method lists are sorted alike (exported names first, then by name, then by package path), so
 * one pass over both finds all.
 */
#include "lang.h"

typedef struct Table {
	uintptr_t size, count; /* size is a power of two, at most three quarters are in use */
	const Itab *entries[];
} Table;

static Table *table; /* written under `lock` */
static Lock lock;

static uintptr_t slot_of(const InterfaceType *inter, const Type *type)
{
	return hash_word((uintptr_t)inter, (uintptr_t)type << 17);
}

static void insert(Table *t, const Itab *tab)
{
	uintptr_t i = slot_of(tab->inter, tab->type) & (t->size - 1);
	while (t->entries[i])
		i = (i + 1) & (t->size - 1);
	__atomic_store_n(&t->entries[i], tab, __ATOMIC_RELEASE);
	t->count++;
}

static void grow(uintptr_t size)
{
	Table *old = table, *t = mem_persistent(sizeof(Table) + size * sizeof(t->entries[0]));
	t->size = size;
	for (uintptr_t i = 0; old && i < old->size; i++)
		if (old->entries[i])
			insert(t, old->entries[i]);
	__atomic_store_n(&table, t, __ATOMIC_RELEASE);
}

/* Leaf: the itab, or NULL when it is not in the table. */
const Itab *itab_find(const InterfaceType *inter, const Type *type)
{
	Table *t = __atomic_load_n(&table, __ATOMIC_ACQUIRE);
	if (!t)
		return NULL;
	for (uintptr_t i = slot_of(inter, type);; i++) {
		const Itab *tab = __atomic_load_n(&t->entries[i & (t->size - 1)], __ATOMIC_ACQUIRE);
		if (!tab || (tab->inter == inter && tab->type == type))
			return tab;
	}
}

static const Uncommon *uncommon(const Type *t)
{
	size_t n;
	if (!(t->tflag & TFLAG_UNCOMMON))
		return NULL;
	switch (kind_of_type(t)) {
	case KIND_STRUCT: n = sizeof(StructType); break;
	case KIND_INTERFACE: n = sizeof(InterfaceType); break;
	case KIND_ARRAY: n = sizeof(ArrayType); break;
	case KIND_CHAN: n = sizeof(ChanType); break;
	case KIND_FUNC: n = sizeof(FuncType); break;
	case KIND_MAP: n = sizeof(MapType); break;
	case KIND_POINTER: n = sizeof(PtrType); break;
	case KIND_SLICE: n = sizeof(SliceType); break;
	default: n = sizeof(Type);
	}
	return (const Uncommon *)((const char *)t + n);
}

static const uint8_t *name_at(uint32_t address)
{
	return (const uint8_t *)(uintptr_t)address;
}

static bool same_text(const uint8_t *a, const uint8_t *b)
{
	size_t n, m;
	const char *x = name_text(a, &n), *y = name_text(b, &m);
	return n == m && memcmp(x, y, n) == 0;
}

/* The package path that belongs to an unexported name, or NULL. */
static const uint8_t *name_package(const uint8_t *name)
{
	size_t n;
	uint32_t address;
	if (!(*name & NAME_HAS_PKGPATH))
		return NULL;
	const uint8_t *p = (const uint8_t *)name_text(name, &n) + n;
	if (*name & NAME_HAS_TAG)
		p = (const uint8_t *)name_text(p - 1, &n) + n;
	__builtin_memcpy(&address, p, 4);
	return address ? name_at(address) : NULL;
}

static bool same_method(const InterfaceType *inter, const IMethod *want, const Uncommon *u,
			const Method *have)
{
	const uint8_t *a = name_at(want->name), *b = name_at(have->name);
	if (want->type != have->type || !same_text(a, b))
		return false;
	if (*a & NAME_EXPORTED)
		return true;
	const uint8_t *pa = name_package(a), *pb = name_package(b);
	if (!pa)
		pa = inter->pkg_path;
	if (!pb && u->pkg_path)
		pb = name_at(u->pkg_path);
	return pa == pb || (pa && pb && same_text(pa, pb));
}

/* Fills `fun` unless it is NULL; answers the first method that is missing, or NULL. */
static const uint8_t *find_methods(const InterfaceType *inter, const Type *type, const void **fun)
{
	const Uncommon *u = uncommon(type);
	const Method *methods = u ? (const Method *)((const char *)u + u->moff) : NULL;
	unsigned j = 0, n = u ? u->mcount : 0;
	for (size_t i = 0; i < inter->nmethods; i++) {
		while (j < n && !same_method(inter, &inter->methods[i], u, &methods[j]))
			j++;
		if (j == n) {
			return name_at(inter->methods[i].name);
		}
		if (fun)
			fun[i] = (const void *)(uintptr_t)methods[j].ifn;
		j++;
	}
	return NULL;
}

/* {itab, NULL}, or {NULL, name of the missing method}. */
Pair itab_make(const InterfaceType *inter, const Type *type)
{
	const uint8_t *missing = NULL;
	lock_acquire(&lock);
	if (!table)
		grow(64);
	Itab *tab = (Itab *)itab_find(inter, type);
	if (!tab) {
		if (4 * table->count >= 3 * table->size)
			grow(2 * table->size);
		tab = mem_persistent(sizeof(Itab) + inter->nmethods * sizeof(tab->fun[0]));
		tab->inter = inter;
		tab->type = type;
		tab->hash = type->hash;
		missing = find_methods(inter, type, tab->fun);
		tab->lacking = missing != NULL;
		insert(table, tab);
	} else if (tab->lacking) {
		missing = find_methods(inter, type, NULL);
	}
	lock_release(&lock);
	return missing ? pair(NULL, (uintptr_t)missing) : pair(tab, 0);
}
