// The files of a package, parsed side by side. A tree depends on nothing but its file, so each
// thread takes the largest file that is left, until there is none. It has an arena of its own,
// whose blocks become the compilation's. Errors are reported afterwards, in the order of the files.
#include "syntax/token.h"

#include <stdlib.h>

// Below this many bytes of source a thread costs more than it saves.
enum { WORTH_A_THREAD = 64 << 10 };

typedef struct Work {
	SourceFile *const *sources;
	File **files;
	const uint32_t *order; // indices of files, the largest first
	uint32_t n;
	uint32_t next; // in `order`; taken by all threads
	unsigned flags;
} Work;

typedef struct Worker {
	Thread thread;
	Arena *arena;
	Work *work;
} Worker;

static void *parse_what_is_left(void *argument)
{
	const Worker *worker = argument;
	Work *work = worker->work;
	for (;;) {
		uint32_t i = __atomic_fetch_add(&work->next, 1, __ATOMIC_RELAXED);
		if (i >= work->n)
			return NULL;
		i = work->order[i];
		work->files[i] = syntax_tree(worker->arena, work->sources[i], work->flags);
	}
}

typedef struct Size {
	uint32_t size, index;
} Size;

static int by_size(const void *a, const void *b)
{
	const Size *x = a, *y = b;
	return x->size != y->size ? (x->size < y->size) - (x->size > y->size)
				  : (x->index > y->index) - (x->index < y->index);
}

static const uint32_t *largest_first(Arena *arena, SourceFile *const *sources, uint32_t n)
{
	Size *sizes = NEW_ARRAY(arena, Size, n);
	for (uint32_t i = 0; i < n; i++)
		sizes[i] = (Size){sources[i]->size, i};
	qsort(sizes, n, sizeof *sizes, by_size);
	uint32_t *order = NEW_ARRAY(arena, uint32_t, n);
	for (uint32_t i = 0; i < n; i++)
		order[i] = sizes[i].index;
	return order;
}

// How many threads beside this one the files are worth.
static uint32_t helpers(SourceFile *const *sources, uint32_t n, int threads)
{
	uint64_t bytes = 0;
	for (uint32_t i = 0; i < n; i++)
		bytes += sources[i]->size;
	uint64_t worth = bytes / WORTH_A_THREAD;
	if (worth > n)
		worth = n;
	if (threads < 1)
		threads = 1;
	return worth > (unsigned)threads ? (uint32_t)threads - 1 : worth ? (uint32_t)worth - 1 : 0;
}

void syntax_parse_files(Arena *arena, SourceFile *const *sources, uint32_t n, unsigned flags,
			int threads, File **files)
{
	if (!n)
		return;
	uint32_t count = helpers(sources, n, threads), started = 0;
	Work work = {sources, files, largest_first(arena, sources, n), n, 0, flags};
	Worker *workers = NEW_ARRAY(arena, Worker, count + 1);
	for (uint32_t i = 0; i < count; i++) {
		workers[i] = (Worker){.arena = arena_new(), .work = &work};
		if (!thread_start(&workers[i].thread, parse_what_is_left, &workers[i])) {
			arena_free(workers[i].arena);
			break; // those that are there do it
		}
		started++;
	}
	Worker self = {.arena = arena, .work = &work};
	parse_what_is_left(&self);
	for (uint32_t i = 0; i < started; i++) {
		thread_join(&workers[i].thread);
		arena_adopt(arena, workers[i].arena);
	}
	for (uint32_t i = 0; i < n; i++)
		if (!(flags & PARSE_QUIET))
			syntax_report(files[i]);
}
