/*
 * Stores of pointers from C and, where the compiled code's test says so, from Go.
 *
 * The collector stops the world, so a barrier has nothing to do for it; the calls are there, and
 * in the mode `wbcheck` each is checked: what is stored must be a pointer to a live object, or to
 * no heap memory at all.
 */
#include "mem.h"

uint32_t rt_wb_enabled;

/* Leaf: one store, from compiled code or from here. */
void wb_check(void *dst, void *value, void *pc)
{
	uintptr_t base, size;
	(void)pc;
	if (mem_is_heap(dst) && !mem_find_object(dst, &base, &size))
		rt_leaf_throw("write barrier: store to memory that is free");
	if (mem_is_heap(value) && !mem_find_object(value, &base, &size))
		rt_leaf_throw("write barrier: store of a pointer to memory that is free");
}

void heap_store(void *dst, void *value)
{
	if (unlikely(rt_wb_enabled))
		wb_check(dst, value, NULL);
	*(void **)dst = value;
}

void typed_move(const Type *t, void *dst, const void *src)
{
	memmove(dst, src, t->size);
}

void typed_move_n(const Type *t, void *dst, const void *src, uintptr_t bytes)
{
	(void)t;
	memmove(dst, src, bytes);
}

void typed_clear(const Type *t, void *p)
{
	rt_memclr(p, t->size);
}

void typed_clear_n(const Type *t, void *p, uintptr_t bytes)
{
	(void)t;
	rt_memclr(p, bytes);
}
