/* Time spent in each stage, for -stats. A stage that begins inside another one interrupts it. */
#include "driver/driver.h"

#include <sys/resource.h>
#include <time.h>

enum { MAX_STAGES = 32, MAX_DEPTH = 64 };

static struct {
	const char *names[MAX_STAGES];
	double seconds[MAX_STAGES];
	int count;
	int stack[MAX_DEPTH];
	int depth;
	long trials;  /* of burrow explain; -1: none could be made */
	double since; /* when the stage on top began or went on */
} stats = {.trials = -1};

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* Charges the time since the last change to the stage on top. */
static void charge(void)
{
	double t = now();
	if (stats.depth > 0 && stats.depth <= MAX_DEPTH)
		stats.seconds[stats.stack[stats.depth - 1]] += t - stats.since;
	stats.since = t;
}

void stats_begin(const char *stage)
{
	charge();
	int i = 0;
	while (i < stats.count && strcmp(stats.names[i], stage) != 0)
		i++;
	if (i == stats.count && i < MAX_STAGES)
		stats.names[stats.count++] = stage;
	if (stats.depth < MAX_DEPTH)
		stats.stack[stats.depth] = i < MAX_STAGES ? i : 0;
	stats.depth++;
}

void stats_end(void)
{
	charge();
	stats.depth--;
}

void stats_trials(uint32_t n)
{
	stats.trials = n;
}

void stats_print(FILE *out, const Arena *arena)
{
	double total = 0;
	for (int i = 0; i < stats.count; i++)
		total += stats.seconds[i];
	for (int i = 0; i < stats.count; i++)
		fprintf(out, "%-10s %8.1f ms %5.1f%%\n", stats.names[i], stats.seconds[i] * 1e3,
			total > 0 ? 100 * stats.seconds[i] / total : 0.0);
	if (stats.trials >= 0)
		fprintf(out, "%-10s %8ld of changes, by burrow explain\n", "trials", stats.trials);
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	fprintf(out, "%-10s %8.1f ms, %zu KiB in the arena, %ld KiB at most\n", "total",
		total * 1e3, arena->total / 1024, usage.ru_maxrss);
}
