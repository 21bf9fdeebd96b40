/*
 * The compile step: Go files and archives of what they import in, an archive out. It depends on
 * nothing else, so it can be run by hand, by make or by ninja: see `burrow help compile`.
 *
 * Imports are found by path among the packagefile lines of -importcfg, then as DIR/PATH.a in the
 * directories of -I; what is missing there and belongs to the Go tree is compiled into the build
 * cache when the step is a command of its own.
 */
#include "driver/driver.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "driver/archive.h"
#include "driver/editor.h"
#include "driver/edits.h"
#include "driver/imports.h"
#include "driver/plan.h"
#include "driver/process.h"
#include "driver/resolve.h"
#include "driver/step.h"
#include "driver/trial.h"
#include "ir/ir.h"

/* ---- imports */

/* The package of an import path that is known, read at its first mention; NULL: there is none. */
static Package *find_imported(void *ctx, Str path)
{
	Build *build = ctx;
	Package *package = map_get(&build->packages, path);
	if (package)
		return package;
	const char *file = map_get(&build->archives, path);
	Archive *archive = file ? archive_open(build->arena, file) : NULL;
	if (!archive)
		return NULL;
	ExportImport *import = NEW(build->arena, ExportImport);
	import->path = path;
	memcpy(import->hash, archive->export_hash, sizeof import->hash);
	map_set(&build->hashes, path, import);
	package = types_import(archive->export_data, &build->import_config, NULL);
	map_set(&build->packages, path, package);
	return package;
}

static Package *import_package(void *ctx, Str spelling, Pos pos)
{
	Build *build = ctx;
	if (strcmp(spelling, "unsafe") == 0)
		return package_unsafe;
	Str path = resolve_spelling(build, spelling);
	stats_begin("import");
	Package *package = find_imported(build, path);
	stats_end();
	if (!package)
		diag_error(pos, "could not import %s (file not found)", spelling);
	return package;
}

/* ---- files */

/* The path a program's tables hold: without directories under -trimpath. */
static const char *recorded_path(Build *build, const char *path)
{
	const char *base = strrchr(path, '/');
	base = base ? base + 1 : path;
	if (build->options->trimpath)
		return arena_printf(build->arena, "%s/%s", build->options->label, base);
	const char *directory = arena_copy(build->arena, path, (size_t)(base - path));
	directory = absolute_directory(build->arena, *directory ? directory : ".");
	return arena_printf(build->arena, "%s/%s", directory, base);
}

/* As gc shows it: "./" before a file of this directory. */
static const char *shown_name(Build *build, const char *path)
{
	return strchr(path, '/') ? path : arena_printf(build->arena, "./%s", path);
}

/* The sources of all files that can be read; *ok: that is all of them. */
static uint32_t read_sources(Build *build, const char *const *files, uint32_t n,
			     SourceFile **sources, bool *ok)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < n; i++) {
		const char *error = NULL;
		SourceFile *source = source_read(files[i], shown_name(build, files[i]), &error);
		if (!source) {
			fprintf(stderr, "burrow: %s: %s\n", files[i], error);
			*ok = false;
			continue;
		}
		source->path = str_intern(recorded_path(build, files[i]));
		sources[count++] = source;
	}
	return count;
}

/* A large package needs much memory. */
static void make_memory_ahead(const Build *build, SourceFile *const *sources, uint32_t n)
{
	enum { WORTH_A_THREAD = 256 << 10 };
	uint64_t bytes = 0;
	for (uint32_t i = 0; i < n; i++)
		bytes += sources[i]->size;
	if (build->options->jobs > 1 && bytes >= WORTH_A_THREAD)
		ahead_start();
}

static bool read_files(Build *build, Compilation *c, const char *const *files, uint32_t n)
{
	bool ok = true;
	bool in_tree = resolve_is_standard(build, c->path);
	unsigned flags = in_tree ? PARSE_STANDARD : build->options->standard ? PARSE_STD_RULES : 0;
	if (in_tree)
		edits_apply(build, c->path);
	SourceFile **sources = NEW_ARRAY(build->arena, SourceFile *, n + 1);
	c->files = NEW_ARRAY(build->arena, File *, n + 1);
	diag_stage("syntax");
	stats_begin("parse");
	uint32_t count = read_sources(build, files, n, sources, &ok);
	make_memory_ahead(build, sources, count);
	syntax_parse_files(build->arena, sources, count, flags, build->options->jobs, c->files);
	for (uint32_t i = 0; i < count; i++)
		ok = ok && !c->files[i]->failed;
	c->nfiles = (int)count;
	stats_end();
	return ok;
}

/* ---- the step */

static void check(Build *build, Compilation *c)
{
	TypesConfig config = {
		.ctx = build,
		.import = import_package,
		.lang_minor = build->options->lang_minor,
		.partial = build->part != NULL,
		.complete = build->options->complete && !build->part,
	};
	diag_stage("types");
	stats_begin("types");
	c->package = types_check(&config, c->path, c->files, c->nfiles);
	c->package->lang_minor = build->options->lang_minor;
	c->package->is_local = strcmp(c->path, "main") == 0;
	stats_end();
}

static void add_import(Build *build, ExportMeta *meta, Str path)
{
	const ExportImport *import = map_get(&build->hashes, path);
	if (!import)
		return;
	vec_each(ExportImport, known, meta->imports)
		if (known->path == path)
			return;
	vec_push(build->arena, meta->imports, *import);
}

/* Imports in the order of the source, package runtime last. */
ExportMeta step_meta(Build *build, const Compilation *c)
{
	ExportMeta meta = {0};
	Obj *main = scope_lookup(c->package->scope, STR("main"));
	meta.has_main = main && main->kind == O_FUNC;
	for (int i = 0; i < c->package->nimports; i++)
		add_import(build, &meta, c->package->imports[i]->path);
	add_import(build, &meta, STR("runtime"));
	return meta;
}

static int compare_keys(const void *a, const void *b)
{
	uint64_t x, y;
	memcpy(&x, a, sizeof x);
	memcpy(&y, b, sizeof y);
	return (x > y) - (x < y);
}

static Buf method_keys(Arena *arena, const IrPackage *ir)
{
	Buf keys = buf_make(arena);
	for (uint32_t i = 0; i < ir->methods_called.count; i++)
		buf_write(&keys, &ir->methods_called.entries[i].key, sizeof(uint64_t));
	if (keys.len)
		qsort(keys.data, keys.len / sizeof(uint64_t), sizeof(uint64_t), compare_keys);
	return keys;
}

int step_write(Build *build, Compilation *c, const char *output)
{
	stats_begin("export");
	Buf methods = method_keys(build->arena, c->ir);
	bool ok = archive_write(output, &c->export_data, &methods, buf_cstr(&build->diag->log),
				c->objects.data, c->objects.len);
	stats_end();
	if (ok)
		return EXIT_OK;
	fprintf(stderr, "burrow: cannot write %s: %s\n", output, strerror(errno));
	return EXIT_FAULT;
}

bool step_check(Build *build, Compilation *c, const char *const *files, uint32_t nfiles)
{
	types_init();
	build->import_config = (ImportConfig){build, find_imported};
	bool ok = read_files(build, c, files, nfiles);
	Package *runtime = find_imported(build, STR("runtime"));
	if (runtime)
		ir_use_runtime(runtime);
	else if (map_has(&build->archives, STR("runtime")))
		diag_error(NO_POS, "could not import runtime (file not found)");
	if (ok && build->part)
		trial_leave_out(build, c);
	/* As in gc, only syntax errors keep a file from being checked. */
	if (ok)
		check(build, c);
	return ok;
}

int compile_step(Build *build, Str path, const char *const *files, uint32_t nfiles,
		 const char *output)
{
	Compilation c = {.path = path};
	bool ok = step_check(build, &c, files, nfiles);
	if (ok && !diag_errors()) {
		c.meta = step_meta(build, &c);
		compile_package(build, &c);
	}
	diag_flush();
	const char *diagnostics = build->options->diagnostics;
	if (diagnostics && !editor_write_errors(diagnostics, build->diag)) {
		fprintf(stderr, "burrow: cannot write %s: %s\n", diagnostics, strerror(errno));
		return EXIT_FAULT;
	}
	if (!ok || diag_errors())
		return EXIT_SOURCE;
	return output ? step_write(build, &c, output) : EXIT_OK;
}

/* ---- burrow compile */

static const char *default_archive(Build *build, const char *file)
{
	const char *slash = strrchr(file, '/'), *base = slash ? slash + 1 : file;
	size_t n = strlen(base);
	return arena_printf(build->arena, "%.*s.a", (int)(has_go_suffix(base) ? n - 3 : n), base);
}

/* The packages that the files import have to be there before they are compiled. */
static int resolve_files(Build *build, char **files)
{
	for (int i = 0; files[i]; i++) {
		size_t size;
		const char *text = file_map(files[i], &size);
		if (!text)
			continue;
		SourceHead head = imports_read(build->arena, text, size);
		if (head.malformed) /* compiling it will end there */
			return EXIT_OK;
		vec_each(SourceImport, import, head.imports)
			if (imports_valid_path(import->path))
				resolve_import(build, resolve_spelling(build, import->path));
	}
	if (!build->options->path || strcmp(build->options->path, "runtime") != 0)
		resolve_import(build, STR("runtime"));
	return resolve_compile_missing(build);
}

int compile_command(Build *build)
{
	Options *o = build->options;
	uint32_t n = 0;
	if (!resolve_read_importcfg(build))
		return EXIT_FAULT;
	int status = resolve_files(build, o->args);
	if (status)
		return status;
	while (o->args[n])
		n++;
	Str path = str_intern(o->path ? o->path : "main");
	if (!o->label)
		o->label = path;
	const char *output = o->output ? o->output : default_archive(build, o->args[0]);
	status = compile_step(build, path, (const char *const *)o->args, n, output);
	diag_show(build->diag, stderr);
	if (o->stats)
		stats_print(stderr, build->arena);
	return status;
}
