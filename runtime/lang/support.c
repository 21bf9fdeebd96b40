/*
 * Small leaf functions that package runtime and its neighbours call: the current goroutine, the
 * frame of a caller, the program's arguments, atomic operations. Frame addresses are found along
 * the chain of frame pointers, which C functions keep too.
 */
#include "lang.h"

_Static_assert(offsetof(G, panic) == 24 && offsetof(G, defer) == 32 &&
		       offsetof(G, sig) == 40 + 8 * 20 && offsetof(G, sigaddr) == 48 + 8 * 20,
	       "struct g in runtime/lib/runtime/panic.go");

G *rt_g(void)
{
	return this_g();
}

/* The frame pointer of the Go function that called this leaf. */
#define CALLER_FRAME() (*(uintptr_t **)__builtin_frame_address(0))

/* That function's frame address: its caller's stack pointer at the call. */
uintptr_t rt_own_sp(void)
{
	return (uintptr_t)(CALLER_FRAME() + 2);
}

/* That function's return address. */
uintptr_t rt_caller_pc(void)
{
	return CALLER_FRAME()[1];
}

/* Where the descriptors of unnamed types begin and end; the linker knows. */
extern const char rt_typelinks_start[] __attribute__((weak)),
	rt_typelinks_end[] __attribute__((weak));

Pair rt_typelinks(void)
{
	return (Pair){(uintptr_t)rt_typelinks_start, (uintptr_t)rt_typelinks_end};
}

void rt_breakpoint(void)
{
	__asm__ volatile("int3");
}

void rt_spin(void)
{
	for (int i = 0; i < 30; i++)
		__builtin_ia32_pause();
}

const uint8_t *rt_args(Int i)
{
	return i < os_argc ? (const uint8_t *)os_argv[i] : NULL;
}

const uint8_t *rt_env(Int i)
{
	return (const uint8_t *)os_envp[i];
}

/* The value of an environment variable whose name is a Go string. */
const uint8_t *os_getenv_go(const char *name, Int n)
{
	for (char **e = os_envp; *e; e++)
		if (strlen(*e) > (size_t)n && (*e)[n] == '=' && memcmp(*e, name, (size_t)n) == 0)
			return (const uint8_t *)*e + n + 1;
	return NULL;
}

/* ---- Package sync/atomic: sequentially consistent, as Go's memory model asks. */

uint32_t atomic_swap32(uint32_t *p, uint32_t v)
{
	return __atomic_exchange_n(p, v, __ATOMIC_SEQ_CST);
}

uint64_t atomic_swap64(uint64_t *p, uint64_t v)
{
	return __atomic_exchange_n(p, v, __ATOMIC_SEQ_CST);
}

bool atomic_cas32(uint32_t *p, uint32_t old, uint32_t new)
{
	return __atomic_compare_exchange_n(p, &old, new, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}

bool atomic_cas64(uint64_t *p, uint64_t old, uint64_t new)
{
	return __atomic_compare_exchange_n(p, &old, new, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}

uint32_t atomic_add32(uint32_t *p, uint32_t v)
{
	return __atomic_add_fetch(p, v, __ATOMIC_SEQ_CST);
}

uint64_t atomic_add64(uint64_t *p, uint64_t v)
{
	return __atomic_add_fetch(p, v, __ATOMIC_SEQ_CST);
}

uint32_t atomic_load32(const uint32_t *p)
{
	return __atomic_load_n(p, __ATOMIC_SEQ_CST);
}

uint64_t atomic_load64(const uint64_t *p)
{
	return __atomic_load_n(p, __ATOMIC_SEQ_CST);
}

void atomic_store32(uint32_t *p, uint32_t v)
{
	__atomic_store_n(p, v, __ATOMIC_SEQ_CST);
}

void atomic_store64(uint64_t *p, uint64_t v)
{
	__atomic_store_n(p, v, __ATOMIC_SEQ_CST);
}

/* With the barrier: the old value stays visible to the collector, and so does the new one. The
 * collector runs only while goroutines stand at safepoints, so barrier and operation need not be
 * one. */
static void shade(void **p, void *v)
{
	if (unlikely(rt_wb_enabled)) {
		void *now = *p;
		heap_store(&now, v);
	}
}

void *atomic_swap_pointer(void **p, void *v)
{
	shade(p, v);
	return __atomic_exchange_n(p, v, __ATOMIC_SEQ_CST);
}

bool atomic_cas_pointer(void **p, void *old, void *new)
{
	shade(p, new);
	return __atomic_compare_exchange_n(p, &old, new, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}

void *atomic_load_pointer(void **p)
{
	return __atomic_load_n(p, __ATOMIC_SEQ_CST);
}

void atomic_store_pointer(void **p, void *v)
{
	atomic_swap_pointer(p, v);
}
