// Blocks of memory made ahead. A quarter of a compilation's time goes into the pages that it uses
// for the first time, which the system has to clear. A thread does that while a processor has
// nothing better to do: it keeps some blocks ready, the more the more were taken, and an arena that
// needs one takes it.
//
// The places for ready blocks are swapped with atomic operations, and who takes a block only posts
// a semaphore: so a process that was forked, which has no such thread, finds places that stay empty
// and no lock that stays taken.
#include "support/support.h"

#include <sched.h>
#include <semaphore.h>
#include <sys/mman.h>

enum { MOST = 3, PAGE = 4096, HUGE_PAGE = 2 << 20 };

static struct {
	Thread thread;
	sem_t taken;
	uint32_t count;     // of blocks that were taken
	void *blocks[MOST]; // NULL: taken, or never made
	bool started;
} ahead;

// Zero bytes that begin at a multiple of the size of huge pages, so that these can be used; NULL:
// there is no memory, which those who need it will find out.
static void *make_block(void)
{
	size_t room = AHEAD_BLOCK + HUGE_PAGE;
	char *start = mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (start == MAP_FAILED)
		return NULL;
	char *block = start + (-(uintptr_t)start & (HUGE_PAGE - 1));
	if (block > start)
		munmap(start, (size_t)(block - start));
	if (start + room > block + AHEAD_BLOCK)
		munmap(block + AHEAD_BLOCK, (size_t)(start + room - (block + AHEAD_BLOCK)));
	madvise(block, AHEAD_BLOCK, MADV_HUGEPAGE);
	for (size_t i = 0; i < AHEAD_BLOCK; i += PAGE) // not MADV_POPULATE_WRITE: that would lock
		((volatile char *)block)[i] = 0;       // others' mmap and munmap out meanwhile
	return block;
}

static void *make_blocks(void *unused)
{
	const struct sched_param none = {0};
	sched_setscheduler(0, SCHED_IDLE, &none);
	for (;;) {
		uint32_t wanted = 1 + __atomic_load_n(&ahead.count, __ATOMIC_RELAXED) / 2;
		for (uint32_t i = 0; i < wanted && i < MOST; i++)
			if (!__atomic_load_n(&ahead.blocks[i], __ATOMIC_RELAXED))
				__atomic_store_n(&ahead.blocks[i], make_block(), __ATOMIC_RELEASE);
		while (sem_wait(&ahead.taken))
			;
	}
	return unused;
}

void ahead_start(void)
{
	if (ahead.started || sem_init(&ahead.taken, 0, 0))
		return;
	ahead.started = thread_start(&ahead.thread, make_blocks, NULL);
}

bool ahead_is_started(void)
{
	return ahead.started;
}

void *ahead_take(void)
{
	if (!ahead.started)
		return NULL;
	for (uint32_t i = 0; i < MOST; i++) {
		void *block = __atomic_exchange_n(&ahead.blocks[i], NULL, __ATOMIC_ACQUIRE);
		if (!block)
			continue;
		__atomic_fetch_add(&ahead.count, 1, __ATOMIC_RELAXED);
		sem_post(&ahead.taken);
		return block;
	}
	return make_block();
}

void ahead_free(void *block)
{
	munmap(block, AHEAD_BLOCK);
}
