/*
 * Export data round trips: packages of the Go tree are checked, each archive's export data is
 * imported as a whole and exported again, and must be the same byte for byte. Then data and
 * archives are damaged at many places: that is always noticed.
 */
#include <assert.h>
#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

#include "driver/archive.h"
#include "driver/driver.h"
#include "ir/ir.h"

static Arena *arena;
static Map archives, packages; /* by import path */
static Archive *with_objects;

static Package *find(void *ctx, Str path);
static ImportConfig config = {NULL, find};

static Package *import(const Archive *a, ExportMeta *meta)
{
	return types_import(a->export_data, &config, meta);
}

static Package *find(void *ctx, Str path)
{
	(void)ctx;
	void **slot = map_slot(&packages, path);
	Archive *a = map_get(&archives, path);
	if (!*slot && a)
		*slot = import(a, NULL);
	return map_get(&packages, path);
}

/* Every package that compiles is an archive in the directory afterwards. */
static void compile_packages(const char *directory)
{
	const char *command = arena_printf(
		arena,
		"BURROWCACHE=%s; export BURROWCACHE; \"$BURROW\" check io strings strconv sort "
		"math bytes "
		"unicode/utf16 reflect fmt os time bufio container/heap container/list hash/crc32 "
		"text/tabwriter encoding/csv regexp math/rand math/big text/scanner; "
		"\"$BURROW\" build internal/cpu",
		directory);
	int status = system(command);
	(void)status;
}

static void load(const char *directory)
{
	DIR *d = opendir(directory);
	struct dirent *entry;
	assert(d);
	while ((entry = readdir(d))) {
		if (entry->d_name[0] != 'p')
			continue;
		Archive *a =
			archive_open(arena, arena_printf(arena, "%s/%s", directory, entry->d_name));
		assert(a && archive_objects_valid(a));
		Str path, name;
		ExportMeta meta = {0};
		types_import_meta(a->export_data, arena, &path, &name, &meta);
		if (a->nobjects)
			with_objects = a;
		else
			map_set(&archives, path, a);
	}
	closedir(d);
}

static void round_trip(const char *path, const Archive *a)
{
	ExportMeta meta = {0};
	Package *p = import(a, &meta);
	map_set(&packages, str_intern(path), p);
	IrPackage package = {.package = p};
	Buf again = ir_export(arena, &package, &meta);
	if (again.len == a->export_size && memcmp(again.data, a->export_data, again.len) == 0)
		return;
	size_t at = 0;
	while (at < again.len && at < a->export_size && again.data[at] == a->export_data[at])
		at++;
	printf("%s: %zu bytes, again %zu, the first difference at %zu\n", path, a->export_size,
	       again.len, at);
	exit(1);
}

static void damage_data(const Archive *a)
{
	char *copy = arena_copy(arena, a->export_data, a->export_size);
	assert(types_export_valid(copy, a->export_size, NULL));
	for (size_t at = 0; at < a->export_size; at++) {
		if (at > 4096 && at % 61)
			continue;
		for (int bit = 0; bit < 8; bit += 3) {
			copy[at] ^= (char)(1 << bit);
			assert(!types_export_valid(copy, a->export_size, NULL));
			copy[at] ^= (char)(1 << bit);
		}
	}
	for (size_t size = 0; size < a->export_size; size += 1 + size / 7)
		assert(!types_export_valid(copy, size, NULL));
}

/* A damaged archive is either refused or what is damaged is not used: headers of ar members. */
static void damage_archive(const Archive *a, const char *file)
{
	char *copy = arena_copy(arena, a->data, a->size);
	for (size_t at = 0; at < a->size; at += at < 1024 ? 3 : a->size / 100 + 1) {
		copy[at] ^= 0x55;
		assert(file_write_whole(file, copy, a->size));
		Archive *b = archive_open(arena, file);
		if (b) {
			assert(b->export_size == a->export_size);
			assert(memcmp(b->export_data, a->export_data, a->export_size) == 0);
			assert(strcmp(b->messages, a->messages) == 0);
		}
		copy[at] ^= 0x55;
	}
	for (size_t size = 0; size < a->size; size += 1 + size / 5) {
		assert(file_write_whole(file, copy, size));
		assert(!archive_open(arena, file));
	}
}

int main(void)
{
	arena = arena_new();
	archives = map_make(arena);
	packages = map_make(arena);
	types_init();
	char directory[] = "/tmp/burrow-export-XXXXXX";
	assert(mkdtemp(directory));
	compile_packages(directory);
	load(directory);
	assert(archives.count > 25);
	find(NULL, STR("runtime"));
	ir_use_runtime(map_get(&packages, STR("runtime")));
	for (uint32_t i = 0; i < archives.count; i++)
		round_trip((Str)(uintptr_t)archives.entries[i].key, archives.entries[i].value);
	assert(with_objects);
	damage_data(map_get(&archives, STR("strconv")));
	damage_archive(with_objects, arena_printf(arena, "%s/damaged.a", directory));
	printf("%u packages\n", archives.count);
	return system(arena_printf(arena, "rm -rf %s", directory));
}
