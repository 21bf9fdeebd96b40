/*
 * The build cache: files named by a hash of everything they were made from.
 *
 * A package's archive depends on the compiler itself (its build id), the flags that matter, the
 * contents of the package's files, and the export data of what it imports, but not on how that was
 * made: a change in a dependency that leaves its export data alone rebuilds nothing else. Entries
 * are written under another name and renamed, so any number of processes may share the directory,
 * and are checked before they are used (archive.c, link.c). The directory is $BURROWCACHE, or
 * burrow in $XDG_CACHE_HOME or ~/.cache; without any of them nothing is kept. Entries that nobody
 * used for five days are removed, and the oldest ones when there is too much. Builds under way may
 * be about to read an entry that they have found: what is in use is touched, before it is looked
 * at, and what was touched just now stays.
 */
#include "driver/cache.h"

#include <dirent.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
	MINUTE = 60,
	DAY = 24 * 60 * MINUTE,
	KEPT_DAYS = 5,
	TOUCHED = MINUTE,    /* an entry in use is touched when the last time is longer ago */
	BUSY = 2 * MINUTE,   /* what was touched since may be in use: from its finding to ld */
	BUILD = 30 * MINUTE, /* the same for archives, in use while the build lasts */
};

static const off_t LIMIT = (off_t)2 << 30; /* bytes in all; more is halved */

void cache_add(CacheHash *hash, const void *data, size_t n)
{
	hash->h[0] = hash_bytes(data, n, hash->h[0]);
	hash->h[1] = hash_bytes(data, n, hash->h[1] ^ 0x9e3779b97f4a7c15u);
}

void cache_add_text(CacheHash *hash, const char *text)
{
	cache_add(hash, text, strlen(text) + 1);
}

/* The build id that the linker has put into this program. */
static int add_build_id(struct dl_phdr_info *info, size_t size, void *hash)
{
	(void)size;
	for (int i = 0; i < info->dlpi_phnum; i++)
		if (info->dlpi_phdr[i].p_type == PT_NOTE)
			cache_add(hash,
				  (const void *)(info->dlpi_addr + info->dlpi_phdr[i].p_vaddr),
				  info->dlpi_phdr[i].p_memsz);
	return 1; /* the first object is the program itself */
}

CacheHash cache_hash(void)
{
	CacheHash hash = {{1, 2}};
	dl_iterate_phdr(add_build_id, &hash);
	return hash;
}

/* Makes a directory and those above it. */
static bool make_directories(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = 0;
		mkdir(path, 0777);
		*slash = '/';
	}
	return mkdir(path, 0777) == 0 || errno == EEXIST;
}

const char *cache_directory(Arena *arena)
{
	const char *own = getenv("BURROWCACHE"), *xdg = getenv("XDG_CACHE_HOME"),
		   *home = getenv("HOME");
	char *path;
	if (own && *own)
		path = arena_printf(arena, "%s", own);
	else if (xdg && *xdg)
		path = arena_printf(arena, "%s/burrow", xdg);
	else if (home && *home)
		path = arena_printf(arena, "%s/.cache/burrow", home);
	else
		return NULL;
	if (strcmp(path, "off") == 0 || path[0] != '/')
		return NULL;
	return (access(path, W_OK) == 0 || make_directories(path)) ? path : NULL;
}

const char *cache_file(Arena *arena, const char *directory, char kind, const uint64_t key[2],
		       const char *suffix)
{
	return arena_printf(arena, "%s/%c%016llx%016llx%s", directory, kind,
			    (unsigned long long)key[0], (unsigned long long)key[1], suffix);
}

void cache_touch(const char *file)
{
	struct stat st;
	if (stat(file, &st) == 0 && st.st_mtime + TOUCHED < time(NULL))
		utimensat(AT_FDCWD, file, NULL, 0);
}

typedef struct Entry {
	char *path;
	time_t used;
	off_t size;
} Entry;

typedef VEC(Entry) Entries;

static int compare_age(const void *x, const void *y)
{
	const Entry *a = x, *b = y;
	return (a->used > b->used) - (a->used < b->used);
}

/* The files of a directory, those that were not used for longest first. */
static Entries list_entries(Arena *arena, const char *directory)
{
	Entries entries = {0};
	DIR *dir = opendir(directory);
	struct dirent *entry;
	struct stat st;
	while (dir && (entry = readdir(dir))) {
		char *path = arena_printf(arena, "%s/%s", directory, entry->d_name);
		if (stat(path, &st) != 0 || !S_ISREG(st.st_mode))
			continue;
		Entry e = {path, st.st_mtime, st.st_size};
		vec_push(arena, entries, e);
	}
	if (dir)
		closedir(dir);
	if (entries.len)
		qsort(entries.data, entries.len, sizeof *entries.data, compare_age);
	return entries;
}

/* Unless somebody has touched it meanwhile. */
static void remove_unused(const char *path, time_t since)
{
	struct stat st;
	if (stat(path, &st) == 0 && st.st_mtime < since)
		unlink(path);
}

void cache_limit(const char *directory, uint32_t most)
{
	Arena *arena = arena_new();
	Entries entries = list_entries(arena, directory);
	time_t busy = time(NULL) - BUSY;
	if (entries.len > most)
		for (uint32_t i = 0; i < entries.len - most * 3 / 4; i++)
			remove_unused(entries.data[i].path, busy);
	arena_free(arena);
}

void cache_trim(const char *directory)
{
	Arena *arena = arena_new();
	struct stat st;
	time_t now = time(NULL);
	const char *stamp = arena_printf(arena, "%s/trimmed", directory);
	if (stat(stamp, &st) == 0 && st.st_mtime + DAY / 24 > now) {
		arena_free(arena);
		return;
	}
	FILE *f = fopen(stamp, "w");
	if (f)
		fclose(f);
	Entries entries = list_entries(arena, directory);
	off_t total = 0;
	vec_each(Entry, e, entries)
		total += e->size;
	bool over = total > LIMIT;
	vec_each(Entry, e, entries) {
		bool old = e->used + KEPT_DAYS * DAY < now;
		bool much = over && total > LIMIT / 2 && e->used + BUILD < now;
		if (!old && !much)
			continue;
		remove_unused(e->path, now - BUILD);
		total -= e->size;
	}
	arena_free(arena);
}
