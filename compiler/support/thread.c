// Threads of the compiler. Each has a stack that nested source cannot overflow, of which memory is
// taken only as far as it is used. A mapping holds, from below: the stack on which a crash is told,
// a page that catches an overflow, the stack.
#include "support/support.h"

#include <errno.h>
#include <sys/mman.h>

static const size_t stack_size = (size_t)16 << 30;

enum { GUARD = 4096 };

static void *run(void *argument)
{
	Thread *thread = argument;
	crash_thread(thread->stack, CRASH_STACK);
	diag_use(thread->diag);
	return thread->work(thread->arg);
}

bool thread_start(Thread *thread, void *(*work)(void *arg), void *arg)
{
	size_t below = CRASH_STACK + GUARD;
	void *stack = mmap(NULL, stack_size, PROT_READ | PROT_WRITE,
			   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
	if (stack == MAP_FAILED)
		return false;
	*thread = (Thread){.stack = stack, .work = work, .arg = arg, .diag = diag_current()};
	mprotect((char *)stack + CRASH_STACK, GUARD, PROT_NONE);
	pthread_attr_t attributes;
	pthread_attr_init(&attributes);
	int fault = pthread_attr_setstack(&attributes, (char *)stack + below, stack_size - below);
	if (!fault)
		fault = pthread_create(&thread->id, &attributes, run, thread);
	pthread_attr_destroy(&attributes);
	if (!fault)
		return true;
	munmap(stack, stack_size);
	errno = fault;
	return false;
}

void thread_join(Thread *thread)
{
	pthread_join(thread->id, NULL);
	munmap(thread->stack, stack_size);
}
