/* What the build cache removes: the oldest entries of a directory with a limit, but none that a
 * build under way may have found and not yet read. */
#include "driver/cache.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static char directory[] = "/tmp/burrow-unit-XXXXXX";
static int faults;

static const char *path_of(int i)
{
	static char path[64];
	snprintf(path, sizeof path, "%s/l%d.o", directory, i);
	return path;
}

/* A file that was touched so many seconds ago. */
static void make(int i, int age)
{
	FILE *f = fopen(path_of(i), "w");
	if (!f)
		exit(2);
	fclose(f);
	struct timespec times[2] = {{.tv_sec = time(NULL) - age}, {.tv_sec = time(NULL) - age}};
	utimensat(AT_FDCWD, path_of(i), times, 0);
}

static void check(const char *what, int got, int want)
{
	if (got != want) {
		printf("%s: got %d, want %d\n", what, got, want);
		faults++;
	}
}

static int count(int from, int to)
{
	int n = 0;
	for (int i = from; i < to; i++)
		n += access(path_of(i), F_OK) == 0;
	return n;
}

int main(void)
{
	if (!mkdtemp(directory))
		return 2;
	for (int i = 0; i < 20; i++)
		make(i, 4000 - i);
	cache_limit(directory, 20);
	check("as many as may be", count(0, 20), 20);
	cache_limit(directory, 16);
	check("the oldest go", count(0, 8), 0);
	check("the others stay", count(8, 20), 12);

	/* an entry that was made half an hour ago, found by a build just now */
	for (int i = 0; i < 20; i++)
		make(i, 1800 - i);
	cache_touch(path_of(0));
	for (int i = 20; i < 40; i++)
		make(i, 0);
	cache_limit(directory, 16);
	check("what has been found stays", count(0, 1), 1);
	check("what nobody uses goes", count(1, 20), 0);
	check("what is new stays", count(20, 40), 20);

	for (int i = 0; i < 40; i++)
		unlink(path_of(i));
	return rmdir(directory) != 0 || faults;
}
