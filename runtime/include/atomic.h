/*
 * Atomic operations on words shared between threads, sequentially consistent but where the name
 * says otherwise. On x86-64 a load costs nothing extra; a store and a read-modify-write lock the
 * cache line.
 */
#ifndef BURROW_ATOMIC_H
#define BURROW_ATOMIC_H

#include <stdbool.h>
#include <stdint.h>

#define atomic_load(p)        __atomic_load_n(p, __ATOMIC_SEQ_CST)
#define atomic_store(p, v)    __atomic_store_n(p, v, __ATOMIC_SEQ_CST)
#define atomic_add(p, v)      __atomic_add_fetch(p, v, __ATOMIC_SEQ_CST) /* the new value */
#define atomic_exchange(p, v) __atomic_exchange_n(p, v, __ATOMIC_SEQ_CST)
#define atomic_or(p, v)       __atomic_fetch_or(p, v, __ATOMIC_SEQ_CST) /* the old value */

/* No order but what the type's size gives: for values that are looked at again under a lock. */
#define atomic_peek(p)   __atomic_load_n(p, __ATOMIC_RELAXED)
#define atomic_set(p, v) __atomic_store_n(p, v, __ATOMIC_RELAXED)

/* All that came before is visible to who sees the new value. */
#define atomic_publish(p, v) __atomic_store_n(p, v, __ATOMIC_RELEASE)

/* true: *p was `old` and is `new` now. */
#define atomic_cas(p, old, new)                                                          \
	__extension__({                                                                  \
		__typeof__(*(p)) expected_ = (old);                                      \
		__atomic_compare_exchange_n(p, &expected_, new, false, __ATOMIC_SEQ_CST, \
					    __ATOMIC_SEQ_CST);                           \
	})

#define atomic_fence() __atomic_thread_fence(__ATOMIC_SEQ_CST)

static inline void cpu_pause(void)
{
	__builtin_ia32_pause();
}

#endif
