// Sizes, alignments, offsets and pointer maps, as gc lays types out on amd64.
//
// Each field is aligned to its type, a struct to its widest field. A struct that ends in a field of
// size zero gets a byte of padding, so that a pointer to that field does not point past the object.
// Results are cached in the type; they are asked only once declarations are complete (unsafe.Sizeof
// in array lengths completes what it needs).
#include "types/checker.h"

#include <pthread.h>

static int64_t align_up(int64_t n, int64_t align)
{
	return (n + align - 1) / align * align;
}

static const struct {
	uint8_t size, align, pointers; // pointers: bytes up to the last pointer word
} layout[T_NKINDS] = {
	[T_INVALID] = {0, 1, 0},
	[T_BOOL] = {1, 1, 0},
	[T_INT] = {8, 8, 0},
	[T_INT8] = {1, 1, 0},
	[T_INT16] = {2, 2, 0},
	[T_INT32] = {4, 4, 0},
	[T_INT64] = {8, 8, 0},
	[T_UINT] = {8, 8, 0},
	[T_UINT8] = {1, 1, 0},
	[T_UINT16] = {2, 2, 0},
	[T_UINT32] = {4, 4, 0},
	[T_UINT64] = {8, 8, 0},
	[T_UINTPTR] = {8, 8, 0},
	[T_FLOAT32] = {4, 4, 0},
	[T_FLOAT64] = {8, 8, 0},
	[T_COMPLEX64] = {8, 4, 0},
	[T_COMPLEX128] = {16, 8, 0},
	[T_STRING] = {16, 8, 8},
	[T_UNSAFE_POINTER] = {8, 8, 8},
	[T_UNTYPED_BOOL] = {1, 1, 0},
	[T_UNTYPED_INT] = {8, 8, 0},
	[T_UNTYPED_RUNE] = {4, 4, 0},
	[T_UNTYPED_FLOAT] = {8, 8, 0},
	[T_UNTYPED_COMPLEX] = {16, 8, 0},
	[T_UNTYPED_STRING] = {16, 8, 8},
	[T_UNTYPED_NIL] = {8, 8, 8},
	[T_SLICE] = {24, 8, 8},
	[T_POINTER] = {8, 8, 8},
	[T_FUNC] = {8, 8, 8},
	[T_INTERFACE] = {16, 8, 16},
	[T_MAP] = {8, 8, 8},
	[T_CHAN] = {8, 8, 8},
};

// Beyond this a size is only "too large": the arithmetic saturates.
static const int64_t too_large = (int64_t)1 << 62;

// A layout is complete when its size is there: threads read it without the lock, which is taken by
// who computes one.
static pthread_mutex_t layouts = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;

static int64_t lay_out_struct(Type *u)
{
	int64_t offset = 0;
	u->offsets = NEW_ARRAY(types_arena, int64_t, u->nfields + 1);
	for (int i = 0; i < u->nfields; i++) {
		Type *f = u->fields[i]->type;
		int64_t a = type_align(f), size = type_size(f);
		if (a > u->align)
			u->align = a;
		offset = align_up(offset, a);
		u->offsets[i] = offset;
		offset = offset > too_large - size ? too_large : offset + size;
		if (i == u->nfields - 1 && size == 0 && offset > 0)
			offset++;
	}
	return align_up(offset, u->align);
}

static int64_t lay_out_array(Type *u)
{
	int64_t size = type_size(u->elem), n = u->len > 0 ? u->len : 0;
	u->align = type_align(u->elem);
	return size && n > too_large / size ? too_large : n * size;
}

static int64_t lay_out(Type *u)
{
	if (u->kind == T_STRUCT || u->kind == T_TUPLE)
		return lay_out_struct(u);
	if (u->kind == T_ARRAY)
		return lay_out_array(u);
	u->align = layout[u->kind].align;
	return layout[u->kind].size;
}

static Type *laid_out(Type *t)
{
	Type *u = type_under(t);
	if (__atomic_load_n(&u->size, __ATOMIC_ACQUIRE) >= 0)
		return u;
	pthread_mutex_lock(&layouts);
	if (u->size < 0 && !u->laying_out) {
		u->laying_out = true;
		u->align = 1;
		__atomic_store_n(&u->size, lay_out(u), __ATOMIC_RELEASE);
		u->laying_out = false;
	}
	pthread_mutex_unlock(&layouts);
	return u;
}

// ---- Limits of gc, which it finds in a package that is right otherwise.

enum { MAX_CHAN_ELEM = 1 << 16 };
static const int64_t address_space = (int64_t)1 << 50;

void check_size_later(Checker *c, Type *t)
{
	vec_push(types_arena, c->sized, ((Sized){t, c->where}));
}

void check_sizes(Checker *c)
{
	vec_each(const Sized, s, c->sized) {
		int64_t elem = type_size(s->t->elem);
		if (s->t->kind == T_CHAN && elem >= MAX_CHAN_ELEM)
			check_error_at(c, s->pos, "channel element type too large (>64kB)");
		else if (s->t->kind == T_ARRAY && elem && s->t->len > (address_space - 1) / elem)
			check_error_at(c, s->pos, "type %s larger than address space",
				       check_type_text(c, s->t));
	}
}

int64_t type_size(Type *t)
{
	int64_t size = laid_out(t)->size;
	return size < 0 ? 0 : size; // an invalid recursive type ends here
}
int64_t type_align(Type *t)
{
	return laid_out(t)->align;
}
int64_t type_field_align(Type *t)
{
	return laid_out(t)->align;
}
int64_t type_field_offset(Type *t, int i)
{
	return laid_out(t)->offsets[i];
}

bool type_has_pointers(Type *t)
{
	return type_ptrdata(t) > 0;
}

int64_t type_ptrdata(Type *t)
{
	Type *u = laid_out(t);
	if (u->kind == T_ARRAY) {
		int64_t elem = u->len > 0 ? type_ptrdata(u->elem) : 0;
		return elem ? (u->len - 1) * type_size(u->elem) + elem : 0;
	}
	if (u->kind != T_STRUCT && u->kind != T_TUPLE)
		return layout[u->kind].pointers;
	for (int i = u->nfields - 1; i >= 0; i--) {
		int64_t field = type_ptrdata(u->fields[i]->type);
		if (field)
			return u->offsets[i] + field;
	}
	return 0;
}

void type_visit_pointers(Type *t, int64_t offset, void (*visit)(void *ctx, int64_t offset),
			 void *ctx)
{
	Type *u = laid_out(t);
	if (u->kind == T_ARRAY) {
		if (!type_has_pointers(u->elem))
			return;
		int64_t size = type_size(u->elem);
		for (int64_t i = 0; i < u->len; i++)
			type_visit_pointers(u->elem, offset + i * size, visit, ctx);
	} else if (u->kind == T_STRUCT || u->kind == T_TUPLE) {
		for (int i = 0; i < u->nfields; i++)
			type_visit_pointers(u->fields[i]->type, offset + u->offsets[i], visit, ctx);
	} else {
		for (int i = 0; i < layout[u->kind].pointers; i += 8)
			visit(ctx, offset + i);
	}
}
