/*
 * A package through the stages, and a program from its packages.
 *
 * compile_package() is the table of the design: each stage takes what the one before it left. The
 * front half (to escape analysis) runs for every package, because importers inline its functions
 * and use its tags; the back half is skipped when the cache has the package's objects.
 *
 * Code goes to units of a limited number of functions, data shared by packages (weak) to a unit of
 * its own; the units are assembled side by side (link.c).
 */
#include "driver/driver.h"

#include <errno.h>
#include <stdlib.h>

#include "amd64/amd64.h"
#include "driver/cache.h"
#include "driver/process.h"
#include "escape/escape.h"
#include "inline/inline.h"
#include "ir/ir.h"
#include "lower/lower.h"
#include "ssa/ssa.h"

/* The assembly files of a package while they are written. */
typedef struct Writer {
	Build *build;
	Unit *unit;
	const char *directory; /* of the objects */
	VEC(const char *) sources, objects;
	Arena *arena;
	FILE *file;
	Amd64Unit *code;
	Amd64Options options;
} Writer;

static bool dumps(const Build *build, const char *stage)
{
	return build->options->dump && strcmp(build->options->dump, stage) == 0;
}

static bool dumps_function(const Build *build, const Func *f)
{
	const char *name = build->options->dump_func;
	return !name || strcmp(name, f->name) == 0 || strcmp(name, f->symbol) == 0;
}

/* The functions as a stage has left them: "ir" as built, "escape" inlined and with verdicts,
 * "lower" without sugar. */
static void dump_ir(const Build *build, const Unit *unit, const char *stage)
{
	if (!dumps(build, stage) || !unit->local)
		return;
	for (uint32_t i = 0; i < unit->ir->funcs.len; i++)
		if (dumps_function(build, unit->ir->funcs.data[i]))
			ir_dump_func(stdout, unit->ir->funcs.data[i]);
}

static void dump_syntax(const Build *build)
{
	for (int i = 0; dumps(build, "ast") && i < build->main->nfiles; i++)
		syntax_print(stdout, build->main->files[i]);
}

/* ---- assembly files */

static void open_source(Writer *w, Amd64UnitKind kind)
{
	int n = w->sources.len;
	const char *source = arena_printf(w->build->arena, "%s/%d.asm", w->directory, n);
	vec_push(w->build->arena, w->sources, source);
	vec_push(w->build->arena, w->objects,
		 arena_printf(w->build->arena, "%s/%d.o", w->directory, n));
	w->file = fopen(source, "w");
	if (!w->file) {
		fprintf(stderr, "burrow: cannot write %s: %s\n", source, strerror(errno));
		exit(EXIT_FAULT);
	}
	w->arena = arena_new();
	w->code = amd64_begin_unit(w->arena, w->file, w->unit->ir, kind, &w->options);
}

static void close_source(Writer *w)
{
	if (!w->code)
		return;
	amd64_end_unit(w->code);
	fclose(w->file);
	arena_free(w->arena);
	w->code = NULL;
}

static void show_assembly(const Writer *w)
{
	vec_each(const char *, source, w->sources) {
		FILE *f = fopen(*source, "r");
		char line[4096];
		while (f && fgets(line, sizeof line, f))
			fputs(line, stdout);
		if (f)
			fclose(f);
	}
}

/* ---- the back half */

static void emit_function(Writer *w, Func *f, bool stub)
{
	const Options *o = w->build->options;
	bool dump = dumps(w->build, "ssa") && w->unit->local && dumps_function(w->build, f);
	SsaOptions options = {.optimize = !(o->N && w->unit->local),
			      .verify = o->verify,
			      .dump = dump ? "" : NULL,
			      .dump_to = stdout};
	Arena *arena = arena_new();
	diag_function(f->symbol);
	if (amd64_unit_full(w->code)) {
		close_source(w);
		open_source(w, AMD64_CODE);
	}
	stats_begin("ssa");
	SsaFunc *ssa = stub ? ssa_build_stub(arena, f) : ssa_build(arena, f);
	if (ssa)
		ssa_optimize(ssa, &options);
	stats_end();
	stats_begin("amd64");
	if (ssa && !diag_errors())
		amd64_emit_func(w->code, ssa);
	stats_end();
	diag_function(NULL);
	arena_free(arena);
}

/* Blank functions and methods are only checked: nothing can call them, and there may be several of
 * a name. */
static bool is_blank(const Func *f)
{
	uint32_t n = str_len(f->symbol);
	return n >= 2 && strcmp(f->symbol + n - 2, "._") == 0;
}

static void emit_code(Writer *w, IrPackage *ir)
{
	open_source(w, AMD64_CODE);
	for (uint32_t i = 0; i < ir->funcs.len; i++) {
		Func *f = ir->funcs.data[i];
		if (!f->dead && !f->is_hidden_closure && !is_blank(f))
			emit_function(w, f, false);
	}
	for (uint32_t i = 0; i < ir->declared.len; i++)
		if (ir->declared.data[i]->c_call != CCALL_NONE)
			emit_function(w, ir->declared.data[i], true);
}

/* Data that is defined here and shared, or not. */
static void emit_data(Writer *w, IrPackage *ir, bool shared)
{
	for (uint32_t i = 0; i < ir->data.len; i++) {
		IrData *d = ir->data.data[i];
		if (d->defined && !d->emitted && d->shared == shared) {
			amd64_emit_data(w->code, d);
			d->emitted = true;
		}
	}
}

static void emit_package(Build *build, Unit *unit, const char *directory)
{
	const Options *o = build->options;
	Writer w = {.build = build, .unit = unit, .directory = directory};
	w.options = (Amd64Options){.verify = o->verify,
				   .strip = o->strip || o->strip_debug,
				   .source_lines = o->S && unit->local,
				   .dump = dumps(build, "machine") && unit->local};
	emit_code(&w, unit->ir);
	emit_data(&w, unit->ir, false);
	close_source(&w);
	open_source(&w, AMD64_SHARED);
	emit_data(&w, unit->ir, true);
	close_source(&w);
	if (unit->local && (o->S || dumps(build, "asm")))
		show_assembly(&w);
	if (diag_errors())
		return;
	stats_begin("assemble");
	if (assemble_units(build, w.sources.data, w.objects.data, w.sources.len) != EXIT_OK)
		exit(EXIT_FAULT);
	stats_end();
	for (uint32_t i = 0; i < w.objects.len; i++) {
		vec_push(build->arena, unit->objects, w.objects.data[i]);
		if (!o->work)
			remove(w.sources.data[i]);
	}
}

static const char *object_directory(Build *build, const char *cache, int number)
{
	const char *directory = cache ? cache_new_entry(build->arena, cache, number) : NULL;
	return directory ? directory
			 : cache_new_entry(build->arena,
					   process_work_directory(build->options->work), number);
}

/* With BURROW_VERIFY: what a stage leaves is of the form it promises, 'T'yped or 'L'owered. */
static void verify_ir(const Build *build, const Unit *unit, char form)
{
	for (uint32_t i = 0; build->options->verify && i < unit->ir->funcs.len; i++)
		ir_verify_func(unit->ir->funcs.data[i], form);
}

static void compile_back_half(Build *build, Unit *unit, const char *cache)
{
	diag_stage("lower");
	stats_begin("lower");
	lower_package(unit->ir);
	stats_end();
	verify_ir(build, unit, 'L');
	dump_ir(build, unit, "lower");
	if (diag_errors())
		return;
	diag_stage("code generation");
	const char *directory = object_directory(build, cache, unit->number);
	emit_package(build, unit, directory);
	if (!diag_errors() && cache)
		cache_store(build->arena, cache, unit, directory);
}

/* ---- the stages */

void compile_package(Build *build, Unit *unit)
{
	const Options *o = build->options;
	InlineOptions inlining = {.m = unit->local ? o->m : 0, .disabled = o->l && unit->local};
	for (int i = 0; i < unit->nfiles && dumps(build, "ast") && unit->local; i++)
		syntax_print(stdout, unit->files[i]);
	diag_stage("ir");
	stats_begin("ir");
	unit->ir = ir_build(build->arena, unit->package);
	stats_end();
	if (diag_errors())
		return;
	verify_ir(build, unit, 'T');
	dump_ir(build, unit, "ir");
	diag_stage("inline");
	stats_begin("inline");
	inline_package(unit->ir, &inlining);
	stats_end();
	verify_ir(build, unit, 'T');
	ir_static_init(unit->ir);
	EscapeOptions escaping = {.m = unit->local ? o->m : 0};
	diag_stage("escape");
	stats_begin("escape");
	escape_package(unit->ir, &escaping);
	stats_end();
	verify_ir(build, unit, 'T');
	dump_ir(build, unit, "escape");
	if (o->check_only)
		return;
	const char *cache =
		o->dump || o->S || o->rebuild || o->verify ? NULL : cache_directory(build->arena);
	cache_key(o, unit);
	if (!cache_find(build->arena, cache, unit) && !diag_errors())
		compile_back_half(build, unit, cache);
}

/* ---- the program */

/* What package runtime needs is initialised before everything else. */
static void mark_imports(Unit *unit, Map *marked)
{
	if (map_has(marked, unit))
		return;
	map_set(marked, unit, 1);
	vec_each(Unit *, imported, unit->imports)
		mark_imports(*imported, marked);
}

/* The last unit: initialisers in order, and the main function. */
static void emit_start(Build *build)
{
	Map first = map_make(build->arena);
	VEC(const char *) inits = {0};
	vec_each(Unit *, unit, build->order)
		if (strcmp((*unit)->path, "runtime") == 0)
			mark_imports(*unit, &first);
	for (int round = 0; round < 2; round++)
		vec_each(Unit *, unit, build->order)
			if ((*unit)->ir->init && map_has(&first, *unit) == (round == 0))
				vec_push(build->arena, inits, (*unit)->ir->init->symbol);
	const char *directory = object_directory(build, NULL, build->order.len);
	const char *source = arena_printf(build->arena, "%s/start.asm", directory);
	const char *object = arena_printf(build->arena, "%s/start.o", directory);
	FILE *file = fopen(source, "w");
	if (!file) {
		fprintf(stderr, "burrow: cannot write %s: %s\n", source, strerror(errno));
		exit(EXIT_FAULT);
	}
	Amd64Unit *u = amd64_begin_unit(build->arena, file, NULL, AMD64_CODE, NULL);
	amd64_emit_start(u, inits.data, inits.len, "main.main");
	amd64_end_unit(u);
	fclose(file);
	if (assemble_units(build, &source, &object, 1) != EXIT_OK)
		exit(EXIT_FAULT);
	vec_push(build->arena, build->main->objects, object);
}

/* Prints what was collected about a package, below a line with its name. */
static void show_messages(Build *build, const Unit *unit)
{
	diag_flush();
	if (build->diag->log.len)
		fprintf(stderr, "# %s\n", unit->label ? unit->label : unit->path);
	diag_show(build->diag, stderr);
	buf_clear(&build->diag->log);
}

/* The program's name when -o does not give one: the first file's or the directory's. */
static const char *default_output(const Build *build)
{
	const char *name = build->options->args[0] ? build->options->args[0] : ".";
	char *directory = realpath(name, NULL);
	if (directory)
		name = directory;
	const char *slash = strrchr(name, '/'), *base = slash ? slash + 1 : name;
	size_t n = strlen(base);
	bool go = n > 3 && strcmp(base + n - 3, ".go") == 0;
	const char *output = arena_copy(build->arena, base, go ? n - 3 : n);
	free(directory);
	return *output ? output : "a.out";
}

/* Only package main becomes a program; of any other one, building means compiling it. */
static bool is_command(const Build *build)
{
	return strcmp(build->main->package->name, "main") == 0;
}

static int build_stages(Build *build)
{
	const Options *o = build->options;
	bool ok = load_program(build);
	show_messages(build, build->main);
	dump_syntax(build);
	if (!ok)
		return EXIT_SOURCE;
	for (uint32_t i = 0; i < build->order.len; i++) {
		Unit *unit = build->order.data[i];
		unit->number = i;
		if (o->v)
			fprintf(stderr, "%s\n", unit->label);
		compile_package(build, unit);
		bool failed = diag_errors() != 0;
		show_messages(build, unit);
		if (failed)
			return EXIT_SOURCE;
	}
	if (o->check_only || !is_command(build))
		return EXIT_OK;
	if (!scope_lookup(build->main->package->scope, STR("main"))) {
		fprintf(stderr,
			"# %s\nruntime.main_main·f: function main is undeclared in the main "
			"package\n",
			build->main->label);
		return EXIT_SOURCE;
	}
	emit_start(build);
	return link_program(build, o->output ? o->output : default_output(build));
}

int build_program(Build *build)
{
	int status = build_stages(build);
	if (build->options->stats)
		stats_print(stderr, build->arena);
	return status;
}
