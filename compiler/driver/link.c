/*
 * From assembly text to a program.
 *
 * Every unit is an independent nasm process, several at a time. The linker is GNU ld: it drops
 * unused sections, merges the weak shared data and sorts the frame table that the runtime searches.
 * The program is written beside its final place and renamed when it is whole.
 *
 * Most of a program is the standard library, and most of the linker's work is to find out which
 * parts of it are used; neither changes when the program is edited. So the packages of the Go tree
 * and the runtime are linked once (`ld -r --gc-sections`) into one object with only what the rest
 * of the program refers to, in few sections; it is kept in the build cache by what it was made
 * from, the list of symbols included. Linking a changed program then reads that
 * object and the program's own.
 */
#include "driver/driver.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "amd64/amd64.h"
#include "driver/allocs.h"
#include "driver/archive.h"
#include "driver/cache.h"
#include "driver/process.h"
#include "driver/resolve.h"
#include "driver/undefined.h"
#include "ir/ir.h"

enum { LINKED_LIMIT = 200 }; /* linked standard parts in the cache */

typedef VEC(char *) Words;

/* A program while it is linked. */
typedef struct Linker {
	Build *build;
	Unit *main;
	UnitList units; /* what it consists of, imports first */
	const char *cache;
	const char *start; /* the object of the last unit */
	Map called;        /* keys of the methods that are called through interfaces */
	bool all_methods;  /* reflection may call any */
} Linker;

/* Shows what a failed tool printed and says which one failed. */
static int tool_failed(const char *tool, int status, const char *log)
{
	FILE *f = fopen(log, "r");
	char line[1024];
	while (f && fgets(line, sizeof line, f))
		fputs(line, stderr);
	if (f)
		fclose(f);
	if (status > 128)
		process_report_signal(tool, status);
	else if (status >= 0)
		fprintf(stderr, "burrow: %s failed with status %d\n", tool, status);
	else if (errno == ENOENT)
		fprintf(stderr, "burrow: %s is not installed (or not on PATH)\n", tool);
	else
		fprintf(stderr, "burrow: cannot run %s: %s\n", tool, strerror(errno));
	return EXIT_FAULT;
}

typedef struct Assembly { /* one nasm process */
	pid_t pid;
	const char *log;
} Assembly;

/* nasm writes the name of its source into the object, so it runs in that directory: equal text
 * gives equal objects. */
static pid_t start_nasm(Build *build, const AssemblyUnit *unit, const char *log)
{
	Arena *arena = build->arena;
	const char *base = strrchr(unit->source, '/') + 1;
	const char *directory = arena_copy(arena, unit->source, (size_t)(base - unit->source) - 1);
	char *argv[] = {"nasm",
			"-f",
			"elf64",
			unit->is_long ? "-O1" : "-Ox",
			"-w-zeroing",
			"-o",
			(char *)unit->object,
			(char *)base,
			NULL};
	if (build->options->x)
		process_print_command(
			argv, arena_printf(arena, "%scd %s && ", build->options->inner, directory));
	return process_start(argv, directory, log);
}

int assemble_units(Build *build, const AssemblyUnit *units, int n)
{
	Assembly *running = NEW_ARRAY(build->arena, Assembly, n + 1);
	int started = 0, status = EXIT_OK;
	for (int finished = 0; finished < n; finished++) {
		while (started < n && started - finished < build->options->jobs && !status) {
			Assembly *a = &running[started];
			a->log = arena_printf(build->arena, "%s.log", units[started].source);
			a->pid = start_nasm(build, &units[started], a->log);
			started++;
			if (a->pid < 0)
				return tool_failed("nasm", -1, a->log);
		}
		if (finished >= started)
			break;
		int result = process_wait(running[finished].pid);
		if (result)
			status = tool_failed("nasm", result, running[finished].log);
	}
	return status;
}

static int output_failed(const char *output, int error)
{
	fprintf(stderr, "burrow: cannot write %s: %s\n", output, strerror(error));
	return EXIT_FAULT;
}

static int copy_to(const char *from, const char *to)
{
	FILE *in = fopen(from, "r"), *out = fopen(to, "w");
	char chunk[65536];
	size_t n;
	bool ok = in && out;
	while (ok && (n = fread(chunk, 1, sizeof chunk, in)) > 0)
		ok = fwrite(chunk, 1, n, out) == n;
	int error = errno;
	if (in)
		fclose(in);
	if (out && fclose(out))
		ok = false, error = errno;
	return ok ? EXIT_OK : output_failed(to, error);
}

/* ---- objects that the cache keeps: a hash of the contents stands behind them */

typedef struct Seal {
	char magic[16];
	uint64_t hash[2];
} Seal;

#define SEAL_MAGIC "burrow object\n\001"

static Seal seal_of(const char *data, size_t size)
{
	Seal seal = {.magic = SEAL_MAGIC};
	seal.hash[0] = hash_bytes(data, size, 7);
	seal.hash[1] = hash_bytes(data, size, seal.hash[0]);
	return seal;
}

static bool sealed_valid(const char *file)
{
	size_t size;
	const char *data = file_map(file, &size);
	if (!data)
		return false;
	bool valid = false;
	if (size > sizeof(Seal)) {
		Seal seal = seal_of(data, size - sizeof(Seal));
		valid = memcmp(&seal, data + size - sizeof seal, sizeof seal) == 0;
	}
	munmap((void *)data, size);
	return valid;
}

/* Copies an object into the cache. */
static bool sealed_keep(const char *object, const char *kept)
{
	size_t size;
	const char *data = file_map(object, &size);
	if (!data)
		return false;
	Buf out = buf_make(NULL);
	buf_reserve(&out, size + sizeof(Seal) + 1);
	buf_write(&out, data, size);
	Seal seal = seal_of(data, size);
	buf_write(&out, &seal, sizeof seal);
	bool ok = file_write_whole(kept, out.data, out.len);
	int error = errno;
	buf_free(&out);
	munmap((void *)data, size);
	errno = error;
	return ok;
}

/* ---- the last unit: initialisers in order, and the main function */

static void mark_imports(Unit *unit, Map *marked, UnitList *list, Arena *arena)
{
	if (map_has(marked, unit))
		return;
	map_set(marked, unit, 1);
	vec_each(Unit *, imported, unit->imports)
		mark_imports(*imported, marked, list, arena);
	if (list)
		vec_push(arena, *list, unit);
}

/* What package runtime needs is initialised before everything else. */
static void emit_start(const Linker *l, FILE *file)
{
	Arena *arena = l->build->arena;
	Map first = map_make(arena);
	VEC(const char *) inits = {0};
	vec_each(Unit *, unit, l->units)
		if (strcmp((*unit)->path, "runtime") == 0)
			mark_imports(*unit, &first, NULL, arena);
	for (int round = 0; round < 2; round++)
		vec_each(Unit *, unit, l->units)
			if ((*unit)->meta.init && map_has(&first, *unit) == (round == 0))
				vec_push(arena, inits, (*unit)->meta.init);
	Amd64Unit *u = amd64_begin_unit(arena, file, NULL, AMD64_CODE, NULL);
	amd64_emit_start(u, inits.data, inits.len, "main.main");
	if (l->build->options->allocs)
		amd64_emit_data(u, allocs_tables(arena, &l->units));
	amd64_end_unit(u);
}

/* Assembled, or found in the cache: it is the same for all programs with the same packages. */
static int make_start(Linker *l)
{
	Build *build = l->build;
	char *text;
	size_t size;
	FILE *memory = open_memstream(&text, &size);
	if (!memory)
		return EXIT_FAULT;
	emit_start(l, memory);
	fclose(memory);
	CacheHash hash = cache_hash();
	cache_add(&hash, text, size);
	const char *work = process_work_directory(build->options->work);
	const char *source = arena_printf(build->arena, "%s/start.asm", work);
	const char *object = arena_printf(build->arena, "%s/start.o", work);
	const char *kept = l->cache ? cache_file(build->arena, l->cache, 's', hash.h, ".o") : NULL;
	if (kept)
		cache_touch(kept);
	if (kept && sealed_valid(kept)) {
		l->start = kept;
		free(text);
		return EXIT_OK;
	}
	bool written = file_write_whole(source, text, size);
	free(text);
	if (!written) {
		fprintf(stderr, "burrow: cannot write %s: %s\n", source, strerror(errno));
		return EXIT_FAULT;
	}
	int status = assemble_units(build, &(AssemblyUnit){source, object, false}, 1);
	l->start = !status && kept && sealed_keep(object, kept) ? kept : object;
	return status;
}

static int run_ld(Build *build, Words *argv, const char *label)
{
	const char *log = arena_printf(build->arena, "%s/ld.log",
				       process_work_directory(build->options->work));
	vec_push(build->arena, *argv, NULL);
	if (build->options->x)
		process_print_command(argv->data, build->options->inner);
	int status = process_run(argv->data, log);
	if (status > 0 && status < 128 && undefined_report(build->arena, log, label))
		return EXIT_SOURCE;
	return status ? tool_failed("ld", status, log) : EXIT_OK;
}

/* ---- methods */

static bool is_live(void *ctx, uint64_t key)
{
	const Linker *l = ctx;
	return l->all_methods || map_has_u64(&l->called, key);
}

static void collect_methods(Linker *l)
{
	l->called = map_make(l->build->arena);
	vec_each(Unit *, unit, l->units) {
		const Archive *a = (*unit)->archive;
		for (uint32_t i = 0; i < a->nmethods; i++) {
			*map_slot_u64(&l->called, a->methods[i]) = l;
			l->all_methods = l->all_methods || a->methods[i] == METHOD_KEY_ALL;
		}
	}
}

/* What the program's own packages call besides what the standard ones do: part of the key of the
 * linked standard part, in any order that depends on nothing else. */
static void add_called(const Linker *l, CacheHash *hash)
{
	Map standard = map_make(l->build->arena);
	uint64_t sum[2] = {l->all_methods, 0};
	vec_each(Unit *, unit, l->units)
		for (uint32_t i = 0; (*unit)->standard && i < (*unit)->archive->nmethods; i++)
			*map_slot_u64(&standard, (*unit)->archive->methods[i]) = *unit;
	for (uint32_t i = 0; i < l->called.count; i++) {
		uint64_t key = l->called.entries[i].key;
		if (map_has_u64(&standard, key))
			continue;
		sum[0] += hash_bytes(&key, sizeof key, 11);
		sum[1] += hash_bytes(&key, sizeof key, 12);
	}
	cache_add(hash, sum, sizeof sum);
}

/* ---- the standard part, linked once */

typedef struct Symbols { /* of the program's own objects */
	const Linker *linker;
	Arena *arena;
	Map defined, used; /* interned name -> itself */
} Symbols;

static void take_symbol(void *ctx, const char *name, bool defined)
{
	Symbols *s = ctx;
	uint64_t key;
	const char *method;
	if (method_reference(name, &key, &method)) {
		if (!is_live((void *)s->linker, key))
			return;
		name = method;
	}
	map_set(defined ? &s->defined : &s->used, str_intern(name), 1);
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* What the program's own objects refer to and do not define, sorted. */
static Words wanted_symbols(const Linker *l)
{
	Symbols s = {l, l->build->arena, map_make(l->build->arena), map_make(l->build->arena)};
	Words wanted = {0};
	vec_each(Unit *, unit, l->units)
		if (!(*unit)->standard)
			archive_symbols((*unit)->archive, take_symbol, &s);
	size_t size;
	const char *start = file_map(l->start, &size);
	if (start)
		object_symbols(start, size, take_symbol, &s);
	for (uint32_t i = 0; i < s.used.count; i++)
		if (!map_has_u64(&s.defined, s.used.entries[i].key))
			vec_push(s.arena, wanted, (char *)(uintptr_t)s.used.entries[i].key);
	if (wanted.len)
		qsort(wanted.data, wanted.len, sizeof *wanted.data, compare_names);
	return wanted;
}

/* One section of each sort is enough: what is unused is gone. */
static const char merge_script[] = "SECTIONS {\n"
				   ".text : { *(.text .text.*) }\n"
				   ".rodata : { *(.rodata .rodata.*) }\n"
				   ".typelink : { *(.typelink .typelink.*) }\n"
				   ".gomap : { *(.gomap.*) }\n"
				   ".data : { *(.data .data.*) }\n"
				   ".bss : { *(.bss .bss.*) }\n"
				   ".eh_frame : { KEEP(*(.eh_frame)) }\n"
				   "goroots : { KEEP(*(goroots)) }\n"
				   "}\n";

static const char *runtime_library(const Build *build)
{
	return arena_printf(build->arena, "%s/libruntime.a", build->library);
}

/* Copies of the archives, with the references to methods resolved. */
static bool add_archives(const Linker *l, Words *argv, bool standard)
{
	Arena *arena = l->build->arena;
	const char *work = process_work_directory(l->build->options->work);
	vec_each(Unit *, unit, l->units) {
		if ((*unit)->standard != standard)
			continue;
		char *file =
			arena_printf(arena, "%s/link%d.a", work, (int)argv->len + 100 * standard);
		if (!archive_objects_valid((*unit)->archive)) {
			fprintf(stderr, "burrow: %s is damaged\n", (*unit)->archive->file);
			return false;
		}
		if (!archive_resolve_methods((*unit)->archive, file, is_live, (void *)l)) {
			fprintf(stderr, "burrow: cannot write %s: %s\n", file, strerror(errno));
			return false;
		}
		vec_push(arena, *argv, file);
	}
	return true;
}

static const char *standard_key(const Linker *l, const Words *wanted)
{
	Build *build = l->build;
	CacheHash hash = cache_hash();
	cache_add_text(&hash, merge_script);
	add_called(l, &hash);
	vec_each(char *, w, *wanted)
		cache_add_text(&hash, *w);
	vec_each(Unit *, unit, l->units)
		if ((*unit)->standard)
			cache_add(&hash, (*unit)->archive->hash, sizeof(*unit)->archive->hash);
	struct stat st;
	if (stat(runtime_library(build), &st) == 0) {
		int64_t words[] = {st.st_size, st.st_mtim.tv_sec, st.st_mtim.tv_nsec,
				   (int64_t)st.st_ino};
		cache_add(&hash, words, sizeof words);
	}
	/* They are large, and there is one for each set of symbols: a directory with a limit. */
	const char *directory = arena_printf(build->arena, "%s/linked", l->cache);
	mkdir(directory, 0777);
	return cache_file(build->arena, directory, 'l', hash.h, ".o");
}

static int link_standard(const Linker *l, const Words *wanted, const char *kept)
{
	Build *build = l->build;
	Arena *arena = build->arena;
	Words argv = {0};
	const char *work = process_work_directory(build->options->work);
	const char *script = arena_printf(arena, "%s/standard.ld", work);
	const char *object = arena_printf(arena, "%s/standard.o", work);
	Buf text = buf_make(arena);
	buf_puts(&text, "EXTERN(");
	vec_each(char *, w, *wanted)
		buf_printf(&text, " \"%s\"", *w);
	buf_printf(&text, " )\n%s", merge_script);
	if (!file_write_whole(script, text.data, text.len))
		return EXIT_FAULT;
	char *const first[] = {"ld",           "-r", "--gc-sections", "-x", "-e",
			       "_start",       "-T", (char *)script,  "-o", (char *)object,
			       "--start-group"};
	for (size_t i = 0; i < COUNT(first); i++)
		vec_push(arena, argv, first[i]);
	if (!add_archives(l, &argv, true))
		return EXIT_FAULT;
	vec_push(arena, argv, (char *)runtime_library(build));
	vec_push(arena, argv, "--end-group");
	int status = run_ld(build, &argv, NULL);
	cache_limit(arena_printf(arena, "%s/linked", l->cache), LINKED_LIMIT);
	if (!status && !sealed_keep(object, kept)) {
		fprintf(stderr, "burrow: cannot write %s: %s\n", kept, strerror(errno));
		status = EXIT_FAULT;
	}
	return status;
}

/* The object with the standard part: *object, NULL when there is no cache to keep it in. */
static int find_standard(const Linker *l, const char **object)
{
	*object = NULL;
	if (!l->cache)
		return EXIT_OK;
	Words wanted = wanted_symbols(l);
	*object = standard_key(l, &wanted);
	cache_touch(*object);
	if (sealed_valid(*object))
		return EXIT_OK;
	return link_standard(l, &wanted, *object);
}

/* ---- the program */

/* The descriptors of unnamed types stand together, for reflect to find those that the program has
 * (runtime/lib/runtime/typelinks.go). */
static const char program_script[] =
	"SECTIONS { .typelink : { rt_typelinks_start = .; *(.typelink .typelink.*) "
	"rt_typelinks_end = .; } }\n"
	"INSERT AFTER .rodata;\n";

static const char *write_program_script(const Linker *l)
{
	const char *work = process_work_directory(l->build->options->work);
	const char *script = arena_printf(l->build->arena, "%s/program.ld", work);
	return file_write_whole(script, program_script, strlen(program_script)) ? script : NULL;
}

static int link_objects(const Linker *l, const char *temporary)
{
	Words argv = {0};
	Arena *arena = l->build->arena;
	const char *standard;
	int status = find_standard(l, &standard);
	if (status)
		return status;
	const char *script = write_program_script(l);
	if (!script)
		return EXIT_FAULT;
	char *const first[] = {"ld",          "-static",      "-nostdlib",       "--gc-sections",
			       "-T",          (char *)script, "--eh-frame-hdr",  "-z",
			       "noexecstack", "-x",           "--build-id=none", "-o"};
	for (size_t i = 0; i < COUNT(first); i++)
		vec_push(arena, argv, first[i]);
	vec_push(arena, argv, (char *)temporary);
	if (l->build->options->strip)
		vec_push(arena, argv, "-s");
	else if (l->build->options->strip_debug)
		vec_push(arena, argv, "-S");
	vec_push(arena, argv, (char *)l->start);
	if (standard)
		vec_push(arena, argv, (char *)standard);
	vec_push(arena, argv, "--start-group");
	if (!add_archives(l, &argv, false) || (!standard && !add_archives(l, &argv, true)))
		return EXIT_FAULT;
	if (!standard) {
		vec_push(arena, argv, (char *)runtime_library(l->build));
	}
	vec_push(arena, argv, "--end-group");
	return run_ld(l->build, &argv, l->build->options->is_step ? NULL : l->main->label);
}

static int link_to(Linker *l, const char *temporary)
{
	stats_begin("link");
	int status = make_start(l);
	if (!status)
		status = link_objects(l, temporary);
	stats_end();
	return status;
}

int link_program(Build *build, Unit *main, const char *output)
{
	Linker l = {.build = build, .main = main, .cache = cache_directory(build->arena)};
	Map marked = map_make(build->arena);
	mark_imports(main, &marked, &l.units, build->arena);
	collect_methods(&l);
	bool replace = file_is_replaceable(output);
	struct stat st;
	if (stat(output, &st) == 0 && S_ISDIR(st.st_mode))
		return output_failed(output, EISDIR);
	const char *temporary =
		replace ? arena_printf(build->arena, "%s.tmp%d", output, (int)getpid())
			: arena_printf(build->arena, "%s/program.out",
				       process_work_directory(false));
	FILE *probe = fopen(temporary, "w"); /* a clear message before ld has its own */
	if (!probe)
		return output_failed(output, errno);
	fclose(probe);
	process_set_partial(temporary);
	int status = link_to(&l, temporary);
	if (!status && !replace)
		status = copy_to(temporary, output);
	else if (!status && rename(temporary, output))
		status = output_failed(output, errno);
	if (status)
		unlink(temporary);
	process_set_partial(NULL);
	return status;
}

/* ---- burrow link */

/* The unit of an archive, with those of all it imports. */
static Unit *unit_of(Build *build, Str path, const char *file)
{
	Unit *unit = map_get(&build->units, path);
	if (unit)
		return unit;
	unit = NEW(build->arena, Unit);
	unit->path = unit->label = path;
	unit->standard = resolve_is_standard(build, path);
	map_set(&build->units, path, unit);
	unit->archive = file ? archive_open(build->arena, file) : NULL;
	if (!unit->archive) {
		fprintf(stderr,
			file ? "burrow: %s is no package archive of this version\n"
			     : "burrow: no archive of package %s (see -importcfg and -L)\n",
			file ? file : path);
		build->errors++;
		return unit;
	}
	Str own_path, name;
	types_import_meta(unit->archive->export_data, build->arena, &own_path, &name, &unit->meta);
	unit->is_command = strcmp(name, "main") == 0;
	vec_each(ExportImport, i, unit->meta.imports) {
		Unit *imported = unit_of(build, i->path, map_get(&build->archives, i->path));
		vec_push(build->arena, unit->imports, imported);
		if (imported->archive &&
		    memcmp(imported->archive->export_hash, i->hash, sizeof i->hash) != 0) {
			fprintf(stderr, "burrow: %s was compiled with another version of %s\n",
				path, i->path);
			build->errors++;
		}
	}
	return unit;
}

int link_command(Build *build)
{
	const Options *o = build->options;
	const char *file = o->args[0];
	if (!resolve_read_importcfg(build))
		return EXIT_FAULT;
	Archive *archive = archive_open(build->arena, file);
	if (!archive) {
		fprintf(stderr, "burrow: %s is no package archive of this version\n", file);
		return EXIT_SOURCE;
	}
	Str path, name;
	ExportMeta meta = {0};
	types_import_meta(archive->export_data, build->arena, &path, &name, &meta);
	vec_each(ExportImport, i, meta.imports)
		resolve_import(build, i->path);
	int status = resolve_compile_missing(build);
	if (status)
		return status;
	/* Packages of the Go tree are units already; the others become units now. */
	Unit *main = unit_of(build, path, file);
	if (build->errors)
		return EXIT_SOURCE;
	return link_unit(build, main, o->output ? o->output : "a.out");
}
