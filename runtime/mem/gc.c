/*
 * The collector: precise mark and sweep with the world stopped, on all processors.
 *
 * A collection is asked for by the allocator when the heap has grown to its goal, and made by the
 * goroutine that notices, at a safepoint; or by runtime.GC. The thread that collects does all
 * phases; helpers, threads that exist for this only, take part in marking and sweeping when they
 * come in time, and nobody waits for one that has not begun.
 */
#include "mem.h"

typedef enum Phase { PHASE_NONE, PHASE_MARK, PHASE_SWEEP } Phase;

enum {
	MIN_HEAP = 4 << 20,
	RUNWAY = 1 << 20, /* bytes allocated between two collections at least */
	HELPERS_MAX = 31,
	WORTH_HELP = 512 << 10, /* bytes to look at: less is done before a helper wakes up */
};

static struct {
	uint32_t phase; /* Phase in the low two bits, above them a number: helpers sleep on it */
	uint32_t helpers;
	int64_t start_of_program;
	uint64_t busy_ns; /* processor time spent, for gctrace */
} gc;

/* Package runtime's variable: package sync's hook, or nil. */
extern void *pool_cleanup __asm__("runtime.poolCleanup") __attribute__((weak));
void rt_call(G *g, void *closure);

/* ---------------------------------------------------------------- helpers */

static void set_phase(Phase p)
{
	uint32_t next = (gc.phase & ~3u) + 4 + p;
	atomic_store(&gc.phase, next);
	if (p != PHASE_NONE && gc.helpers)
		futex_wake(&gc.phase, INT32_MAX);
}

static void helper_main(void)
{
	uint32_t seen = 0;
	for (;;) {
		uint32_t now = atomic_load(&gc.phase);
		if (now == seen) {
			futex_sleep(&gc.phase, seen, -1);
			continue;
		}
		seen = now;
		if ((now & 3) == PHASE_MARK)
			mark_help();
		else if ((now & 3) == PHASE_SWEEP)
			sweep_run();
	}
}

/* As many as there are processors besides this thread's. */
static void start_helpers(void)
{
	uint32_t want = sched_procs() - 1, cpus = (uint32_t)sched_ncpu() - 1;
	if (want > cpus)
		want = cpus;
	if (want > HELPERS_MAX)
		want = HELPERS_MAX;
	for (; gc.helpers < want; gc.helpers++)
		m_launch(m_new(helper_main));
}

/* ---------------------------------------------------------------- goal */

bool gc_wanted(void)
{
	return atomic_peek(&heap.gc_wanted) != 0;
}

/* GOGC says what may be allocated for what the last collection had to look at, roots included, so
 * that its cost is spread over as much allocation. And since spans are accounted for as a whole, as
 * many as there are classes and processors, a goal nearer than RUNWAY would be reached by the first
 * of them: that is the distance, as in Go, but for the first collection. */
void gc_set_goal(void)
{
	int64_t percent = atomic_peek(&heap.percent);
	uintptr_t goal, least, growth;
	if (percent < 0) {
		goal = UINTPTR_MAX;
	} else {
		growth = (heap.marked_bytes + heap.stack_bytes + heap.global_bytes) *
			 (uintptr_t)percent / 100;
		if (growth < RUNWAY && heap.marked_bytes)
			growth = RUNWAY;
		goal = heap.marked_bytes + growth;
		least = (uintptr_t)MIN_HEAP * (uintptr_t)percent / 100;
		if (goal < least)
			goal = least;
	}
	atomic_store(&heap.next_gc, goal);
}

/* ---------------------------------------------------------------- a collection */

/* Package sync's hook, a Go function that neither allocates nor blocks. It runs on a goroutine of
 * its own. */
static void clean_pools(void)
{
	enum { STACK = 16384 };
	static G g;
	if (!&pool_cleanup || !pool_cleanup)
		return;
	if (!g.stack_lo)
		stack_alloc(&g, STACK);
	g.stackguard = g.stack_lo + STACK_GUARD;
	g.m = this_m();
	rt_call(&g, pool_cleanup);
}

static void put_ms(int64_t ns)
{
	uint64_t us = (uint64_t)ns / 1000;
	print_uint(us / 1000);
	print_string(".");
	print_uint(us / 100 % 10);
	print_uint(us / 10 % 10);
	print_uint(us % 10);
}

static void put_mb(const char *before, uintptr_t bytes)
{
	print_string(before);
	print_uint(bytes >> 20);
}

/* A line as Go prints it; what is done concurrently there takes no time here. */
static void trace(int64_t stop, int64_t begin, int64_t marked, int64_t end, uintptr_t before,
		  uintptr_t goal, bool forced)
{
	int64_t total = end - gc.start_of_program;
	gc.busy_ns += (uint64_t)(end - begin);
	print_lock();
	print_string("gc ");
	print_uint(heap.stats.num_gc);
	print_string(" @");
	put_ms(total / 1000);
	print_string("s ");
	print_uint(total > 0 ? gc.busy_ns * 100 / (uint64_t)total : 0);
	print_string("%: ");
	put_ms(begin - stop);
	print_string("+");
	put_ms(marked - begin);
	print_string("+");
	put_ms(end - marked);
	print_string(" ms clock, ");
	put_ms(begin - stop);
	print_string("+0/");
	put_ms((marked - begin) * (int64_t)(gc.helpers + 1));
	print_string("/0+");
	put_ms((end - marked) * (int64_t)(gc.helpers + 1));
	print_string(" ms cpu, ");
	put_mb("", before);
	put_mb("->", before);
	put_mb("->", heap.marked_bytes);
	put_mb(" MB, ", goal);
	put_mb(" MB goal, ", heap.stack_bytes);
	put_mb(" MB stacks, ", heap.global_bytes);
	print_string(" MB globals, ");
	print_uint(sched_procs());
	print_string(forced ? " P (forced)\n" : " P\n");
	print_unlock();
}

/* The world is stopped. */
static void collect(int64_t stop, bool forced)
{
	int64_t begin = os_nanotime(), nsec;
	uintptr_t before = heap.live, goal = heap.next_gc;
	atomic_store(&heap.gc_wanted, 0);
	clean_pools();
	caches_flush();
	bool help = before + heap.stack_bytes >= WORTH_HELP;
	if (help)
		start_helpers();
	mark_begin(!help || gc.helpers == 0);
	if (help)
		set_phase(PHASE_MARK);
	mark_run();
	mark_more(finalizers_find_dead);
	sweep_begin();
	int64_t marked = os_nanotime();
	if (help)
		set_phase(PHASE_SWEEP);
	sweep_run();
	sweep_end();
	if (help)
		set_phase(PHASE_NONE);
	gc_set_goal();
	pages_release(heap.next_gc == UINTPTR_MAX ? 0 : heap.next_gc - heap.live);
	finalizers_wake();
	int64_t end = os_nanotime();
	heap.stats.num_gc++;
	heap.stats.num_forced_gc += forced;
	heap.stats.pause_total_ns += (uint64_t)(end - stop);
	heap.stats.last_gc = (uint64_t)os_walltime(&nsec) * 1000000000 + (uint64_t)nsec;
	if (modes.gctrace)
		trace(stop, begin, marked, end, before, goal, forced);
}

bool gc_automatic(void)
{
	int64_t stop = os_nanotime();
	if (!sched_stop_world())
		return false;
	/* Another goroutine may have collected since. */
	if (gc_wanted()) {
		G *g = this_g();
		g->status = G_STOPPED;
		collect(stop, false);
		g->status = G_RUNNING;
	}
	sched_start_world();
	return true;
}

bool mem_gc(void)
{
	int64_t stop = os_nanotime();
	if (!sched_stop_world())
		return false;
	collect(stop, true);
	sched_start_world();
	return true;
}

void gc_init(void)
{
	gc.start_of_program = os_nanotime();
}
