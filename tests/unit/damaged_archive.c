/*
 * Archives that are damaged although every hash in them is right, so that only what the reader
 * checks besides stands between them and the compiler: a package that imports one compiles, or is
 * refused, or ends in an internal error that says so, but nothing crashes and nothing hangs.
 *
 * FUZZ_COUNT: how many, FUZZ_SEED: from which on. What fails is kept beside this program.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "driver/archive.h"
#include "types/exportdata.h"

static uint64_t state;

static uint64_t next(uint64_t below)
{
	state = state * 6364136223846793005u + 1442695040888963407u;
	return (state >> 33) % below;
}

static void change(uint8_t *p, uint64_t size)
{
	uint8_t *at = p + next(size);
	switch (next(5)) {
	case 0: *at ^= (uint8_t)(1 << next(8)); break;
	case 1: *at = (uint8_t)next(256); break;
	case 2: *at = 0; break;
	case 3: *at = (uint8_t)(*at + next(5) - 2); break;
	default: *at = p[next(size)];
	}
}

/* A copy of the archive with a few bytes changed, mostly of what the tables of the export data lead
 * to, now and then of the tables. */
static bool damage(const Archive *a, const char *file)
{
	uint8_t *copy = malloc(a->size);
	memcpy(copy, a->data, a->size);
	uint8_t *data = copy + (a->export_data - a->data);
	ExportHeader *h = (ExportHeader *)(void *)data;
	enum { HASHED = offsetof(ExportHeader, table) };
	uint64_t from = next(8) == 0 ? HASHED : sizeof *h;
	for (uint64_t n = 1 + next(3); n > 0; n--)
		change(data + from, a->export_size - from);
	size_t n = a->export_size - HASHED;
	h->hash[0] = hash_bytes(data + HASHED, n, EXPORT_VERSION);
	h->hash[1] = hash_bytes(data + HASHED, n, h->hash[0]);
	bool ok = file_write_whole(file, copy, a->size);
	free(copy);
	return ok;
}

static uint64_t number(const char *variable, uint64_t otherwise)
{
	const char *text = getenv(variable);
	return text && *text ? strtoull(text, NULL, 10) : otherwise;
}

static int run(const char *command)
{
	int status = system(command);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 255;
}

int main(void)
{
	Arena *arena = arena_new();
	char directory[] = "/tmp/burrow-damaged-XXXXXX";
	uint64_t first = number("FUZZ_SEED", 1), count = number("FUZZ_COUNT", 100);
	uint32_t ends[256] = {0}, failed = 0;
	if (!mkdtemp(directory) ||
	    run(arena_printf(
		    arena,
		    "cd %s && cp \"$SRCDIR\"/tests/fuzz/archive/*.go . && \"$BURROW\" "
		    "compile -p lib -o lib.a lib.go && echo packagefile lib=damaged.a >cfg && "
		    "sed s/damaged/lib/ cfg >good && \"$BURROW\" compile -importcfg good "
		    "-p main -o user.a user.go",
		    directory)))
		return 1;
	Archive *a = archive_open(arena, arena_printf(arena, "%s/lib.a", directory));
	const char *file = arena_printf(arena, "%s/damaged.a", directory);
	const char *command =
		arena_printf(arena,
			     "cd %s && timeout 60 \"$BURROW\" compile -importcfg cfg -p main -o "
			     "user.a user.go >log.txt 2>&1",
			     directory);
	for (uint64_t seed = first; a && seed < first + count; seed++) {
		state = seed * 0x9e3779b97f4a7c15 + 1;
		if (!damage(a, file))
			return 1;
		int status = run(command);
		ends[status]++;
		if (status <= 3)
			continue;
		failed++;
		printf("seed %lu: exit status %d; see damaged%lu.*\n", seed, status, seed);
		run(arena_printf(arena, "cp %s damaged%lu.a; cp %s/log.txt damaged%lu.txt", file,
				 seed, directory, seed));
	}
	for (int status = 0; status < 256; status++)
		if (ends[status])
			printf("exit status %d: %u\n", status, ends[status]);
	run(arena_printf(arena, "rm -rf %s", directory));
	return !a || failed > 0;
}
