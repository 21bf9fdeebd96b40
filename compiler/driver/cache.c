/*
 * The build cache: objects of packages whose inputs did not change.
 *
 * The key of a package is a hash of the compiler itself, the flags that change code, the package's
 * files, and the keys of what it imports. An entry is a directory of that name with the package's
 * objects in order (0.o, 1.o, ...); it is filled under another name and renamed, so that it is
 * there whole or not at all. The directory is $BURROWCACHE, or burrow in $XDG_CACHE_HOME or
 * ~/.cache; without any of them nothing is kept.
 */
#include "driver/cache.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Hash {
	uint64_t h[2];
} Hash;

static void hash_add(Hash *hash, const void *data, size_t n)
{
	hash->h[0] = hash_bytes(data, n, hash->h[0]);
	hash->h[1] = hash_bytes(data, n, hash->h[1] ^ 0x9e3779b97f4a7c15u);
}

static void hash_text(Hash *hash, const char *text)
{
	hash_add(hash, text, strlen(text) + 1);
}

/* The compiler's own identity: a new build of burrow does not use objects of the old one. */
static void hash_compiler(Hash *hash)
{
	struct stat st;
	if (stat("/proc/self/exe", &st) == 0) {
		int64_t words[] = {st.st_size, st.st_mtim.tv_sec, st.st_mtim.tv_nsec};
		hash_add(hash, words, sizeof words);
	}
}

void cache_key(const Options *options, Unit *unit)
{
	Hash hash = {{1, 2}};
	hash_compiler(&hash);
	bool flags[] = {unit->local && options->l, unit->local && options->N, options->trimpath,
			options->strip, options->strip_debug};
	hash_add(&hash, flags, sizeof flags);
	hash_text(&hash, unit->path);
	for (int i = 0; i < unit->nfiles; i++) {
		SourceFile *source = unit->files[i]->source;
		hash_text(&hash, source->path);
		hash_add(&hash, source->text, source->size);
	}
	vec_each(Unit *, imported, unit->imports)
		hash_add(&hash, (*imported)->key, sizeof(*imported)->key);
	memcpy(unit->key, hash.h, sizeof unit->key);
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
	return strcmp(path, "off") != 0 && path[0] == '/' && make_directories(path) ? path : NULL;
}

static const char *entry_path(Arena *arena, const char *directory, const Unit *unit)
{
	return arena_printf(arena, "%s/%016llx%016llx", directory, (unsigned long long)unit->key[0],
			    (unsigned long long)unit->key[1]);
}

static void list_objects(Arena *arena, const char *entry, Unit *unit)
{
	unit->objects.len = 0;
	for (int i = 0;; i++) {
		const char *object = arena_printf(arena, "%s/%d.o", entry, i);
		if (access(object, R_OK) != 0)
			break;
		vec_push(arena, unit->objects, object);
	}
}

bool cache_find(Arena *arena, const char *directory, Unit *unit)
{
	if (!directory)
		return false;
	list_objects(arena, entry_path(arena, directory, unit), unit);
	return unit->objects.len > 0;
}

void cache_store(Arena *arena, const char *directory, Unit *unit, const char *objects)
{
	if (!directory)
		return;
	const char *entry = entry_path(arena, directory, unit);
	if (rename(objects, entry) == 0)
		list_objects(arena, entry, unit);
}

const char *cache_new_entry(Arena *arena, const char *directory, int number)
{
	const char *path = arena_printf(arena, "%s/new.%d.%d", directory, (int)getpid(), number);
	return mkdir(path, 0777) == 0 || errno == EEXIST ? path : NULL;
}
