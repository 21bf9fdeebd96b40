/*
 * The build cache: files named by a hash of everything they were made from.
 *
 * A package's archive depends on the compiler itself (its build id), the flags that matter, the
 * contents of the package's files, and the export data of what it imports, but not on how that was
 * made: a change in a dependency that leaves its export data alone rebuilds nothing else. Entries
 * are written under another name and renamed, so any number of processes may share the directory,
 * and are checked before they are used (archive.c, link.c). The directory is $BURROWCACHE, or
 * burrow in $XDG_CACHE_HOME or ~/.cache; without any of them nothing is kept. Entries that nobody
 * used for five days are removed.
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

enum { DAY = 24 * 60 * 60, KEPT_DAYS = 5 };

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
	if (stat(file, &st) == 0 && st.st_mtime + DAY / 24 < time(NULL))
		utimensat(AT_FDCWD, file, NULL, 0);
}

void cache_trim(const char *directory)
{
	char path[4096];
	struct stat st;
	time_t now = time(NULL);
	snprintf(path, sizeof path, "%s/trimmed", directory);
	if (stat(path, &st) == 0 && st.st_mtime + DAY > now)
		return;
	FILE *stamp = fopen(path, "w");
	if (stamp)
		fclose(stamp);
	DIR *dir = stamp ? opendir(directory) : NULL;
	struct dirent *entry;
	while (dir && (entry = readdir(dir))) {
		snprintf(path, sizeof path, "%s/%s", directory, entry->d_name);
		if (stat(path, &st) == 0 && S_ISREG(st.st_mode) &&
		    st.st_mtime + KEPT_DAYS * DAY < now)
			unlink(path);
	}
	if (dir)
		closedir(dir);
}
