/*
 * Locks and notes: threads sleep on futexes.
 *
 * A lock is 0 when free, 1 when held, 2 when held and somebody may sleep on it (Drepper, "Futexes
 * are tricky", 2011, the second mutex). It is held for tens of instructions, so who finds it taken
 * spins first.
 *
 * A note is a word that goes from 0 to 1 once; the sleeper sets it back. Waking before sleeping is
 * not lost.
 */
#include "sched.h"

enum { FUTEX_WAIT_PRIVATE = 128, FUTEX_WAKE_PRIVATE = 129, SPINS = 40 };

void futex_sleep(uint32_t *word, uint32_t value, int64_t ns)
{
	int64_t t[2] = {ns / 1000000000, ns % 1000000000};
	os_call(SYS_FUTEX, (uintptr_t)word, FUTEX_WAIT_PRIVATE, value, ns < 0 ? 0 : (uintptr_t)t, 0,
		0);
}

void futex_wake(uint32_t *word, uint32_t n)
{
	os_call(SYS_FUTEX, (uintptr_t)word, FUTEX_WAKE_PRIVATE, n, 0, 0, 0);
}

static __attribute__((noinline)) void lock_slow(Lock *l)
{
	for (int i = 0; i < SPINS; i++) {
		if (atomic_peek(&l->state) == 0 && atomic_cas(&l->state, 0, 1))
			return;
		cpu_pause();
	}
	while (atomic_exchange(&l->state, 2) != 0)
		futex_sleep(&l->state, 2, -1);
}

void lock_acquire(Lock *l)
{
	if (unlikely(modes.schedseed))
		perturb();
	if (!atomic_cas(&l->state, 0, 1))
		lock_slow(l);
}

void lock_release(Lock *l)
{
	uint32_t old = atomic_exchange(&l->state, 0);
	if (old == 2)
		futex_wake(&l->state, 1);
	else if (old == 0)
		rt_throw("release of a lock that is not held");
}

void note_sleep(Note *n)
{
	while (!atomic_cas(&n->signaled, 1, 0))
		futex_sleep(&n->signaled, 0, -1);
}

bool note_sleep_for(Note *n, int64_t ns)
{
	if (atomic_cas(&n->signaled, 1, 0))
		return true;
	if (ns > 0)
		futex_sleep(&n->signaled, 0, ns);
	return atomic_cas(&n->signaled, 1, 0);
}

void note_wake(Note *n)
{
	if (atomic_exchange(&n->signaled, 1) == 0)
		futex_wake(&n->signaled, 1);
}
