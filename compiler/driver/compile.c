/*
 * A package through the stages.
 *
 * compile_package() is the table of the design: each stage takes what the one before it left.
 *
 * Code goes to units of a limited number of functions, data shared by packages (weak) to a unit of
 * its own; the units are assembled side by side (link.c).
 */
#include "driver/driver.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "amd64/amd64.h"
#include "driver/allocs.h"
#include "driver/process.h"
#include "driver/trial.h"
#include "escape/escape.h"
#include "explain/explain.h"
#include "inline/inline.h"
#include "ir/decisions.h"
#include "ir/ir.h"
#include "lower/lower.h"
#include "ssa/ssa.h"

/* The assembly files of a package while they are written. */
typedef struct Writer {
	Build *build;
	Compilation *c;
	const char *directory; /* of the objects */
	VEC(AssemblyUnit) units;
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

static void dump_verdicts(const Build *build, Func *f)
{
	VerdictList verdicts = {0};
	escape_verdicts(build->arena, f, &verdicts);
	if (verdicts.len)
		puts("verdicts:");
	escape_dump_verdicts(stdout, build->arena, &verdicts);
}

/* The functions as a stage has left them: "ir" as built, "escape" inlined and with verdicts,
 * "lower" without sugar. */
static void dump_ir(const Build *build, const Compilation *c, const char *stage)
{
	for (uint32_t i = 0; dumps(build, stage) && i < c->ir->funcs.len; i++) {
		Func *f = c->ir->funcs.data[i];
		if (!dumps_function(build, f))
			continue;
		ir_dump_func(stdout, f);
		if (strcmp(stage, "escape") == 0)
			dump_verdicts(build, f);
	}
}

/* ---- assembly files */

static void open_source(Writer *w, Amd64UnitKind kind)
{
	int n = w->units.len;
	const char *source = arena_printf(w->build->arena, "%s/%d.asm", w->directory, n);
	const char *object = arena_printf(w->build->arena, "%s/%d.o", w->directory, n);
	vec_push(w->build->arena, w->units, ((AssemblyUnit){source, object, false}));
	w->file = fopen(source, "w");
	if (!w->file) {
		fprintf(stderr, "burrow: cannot write %s: %s\n", source, strerror(errno));
		exit(EXIT_FAULT);
	}
	w->arena = arena_new();
	w->code = amd64_begin_unit(w->arena, w->file, w->c->ir, kind, &w->options);
}

static void close_source(Writer *w)
{
	if (!w->code)
		return;
	vec_last(w->units).is_long = amd64_unit_long(w->code);
	amd64_end_unit(w->code);
	fclose(w->file);
	arena_free(w->arena);
	w->code = NULL;
}

static void show_assembly(const Writer *w)
{
	vec_each(const AssemblyUnit, unit, w->units) {
		FILE *f = fopen(unit->source, "r");
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
	bool dump = dumps(w->build, "ssa") && dumps_function(w->build, f);
	SsaOptions options = {.optimize = !o->N,
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
	if (ssa)
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

static void emit_package(Build *build, Compilation *c, const char *directory)
{
	const Options *o = build->options;
	Writer w = {.build = build, .c = c, .directory = directory};
	w.options = (Amd64Options){.verify = o->verify,
				   .strip = o->strip || o->strip_debug,
				   .source_lines = o->S,
				   .dump = dumps(build, "machine")};
	emit_code(&w, c->ir);
	emit_data(&w, c->ir, false);
	if (c->verdicts)
		amd64_emit_data(w.code, c->verdicts);
	close_source(&w);
	open_source(&w, AMD64_SHARED);
	emit_data(&w, c->ir, true);
	close_source(&w);
	if (o->S || dumps(build, "asm"))
		show_assembly(&w);
	if (diag_errors())
		return;
	stats_begin("assemble");
	if (assemble_units(build, w.units.data, w.units.len) != EXIT_OK)
		exit(EXIT_FAULT);
	stats_end();
	vec_each(const AssemblyUnit, unit, w.units)
		vec_push(build->arena, c->objects, unit->object);
}

/* With BURROW_VERIFY: what a stage leaves is of the form it promises, 'T'yped or 'L'owered. */
static void verify_ir(const Build *build, const Compilation *c, char form)
{
	for (uint32_t i = 0; build->options->verify && i < c->ir->funcs.len; i++)
		ir_verify_func(c->ir->funcs.data[i], form);
}

void compile_code(Build *build, Compilation *c, const char *directory)
{
	vec_each(Var *const, v, c->ir->globals)
		ir_check_size(*v);
	if (diag_errors())
		return;
	if (build->options->allocs)
		c->verdicts = allocs_table(build->arena, c->ir);
	diag_stage("lower");
	stats_begin("lower");
	lower_package(c->ir);
	stats_end();
	verify_ir(build, c, 'L');
	dump_ir(build, c, "lower");
	if (diag_errors())
		return;
	diag_stage("code generation");
	emit_package(build, c, directory);
}

/* A place that does not exist is the command line's fault. */
static void explain(Build *build, Compilation *c)
{
	ExplainQuery query = explain_parse(build->arena, build->options->explain);
	diag_stage("explain");
	stats_begin("explain");
	if (!*build->options->explain)
		query.func = NULL;
	Trial trial = {build, c, NULL};
	query.allocs = build->options->explain_allocs;
	query.try = build->options->untried || build->options->whole ? NULL : trial_run;
	query.ctx = &trial;
	const ExplainReport *report = explain_package(c->ir, &query);
	if (!report)
		exit(EXIT_USAGE);
	const char *file = build->options->explain_fragment;
	if (file && !explain_write_fragment(file, report)) {
		fprintf(stderr, "burrow: cannot write %s: %s\n", file, strerror(errno));
		exit(EXIT_FAULT);
	}
	stats_end();
}

static void write_decisions(Build *build, Compilation *c)
{
	const char *directory = build->options->json;
	if (decisions_write(c->ir->decisions, directory, c->path, "go1.19 burrow " BURROW_VERSION))
		return;
	fprintf(stderr, "burrow: cannot write below %s: %s\n", directory, strerror(errno));
	exit(EXIT_FAULT);
}

/* ---- the stages */

/* -X, where it is for this package. */
static void set_strings(Build *build, Compilation *c)
{
	size_t n = strlen(c->path);
	vec_each(const char *, define, build->options->define) {
		const char *name = *define + n + 1, *equals = strchr(*define, '=');
		if (strncmp(*define, c->path, n) != 0 || name[-1] != '.' || equals < name)
			continue;
		name = arena_printf(build->arena, "%.*s", (int)(equals - name), name);
		if (!strchr(name, '.'))
			ir_set_string(c->ir, name, equals + 1);
	}
}

static void escape_inlined(void *ctx, Func **funcs, uint32_t n)
{
	stats_begin("escape");
	diag_stage("escape");
	escape_group(ctx, funcs, n);
	diag_stage("inline");
	stats_end();
}

/* Somebody wants to know why escape analysis decides as it does. */
static bool wants_stories(const Build *build, const Compilation *c)
{
	const Options *o = build->options;
	return o->explain || o->json || o->trial || explain_has_noheap(c->ir);
}

/* Inlining; escape analysis beside it where nothing is to be told of either: then c->escaping. */
static void inline_calls(Build *build, Compilation *c)
{
	const Options *o = build->options;
	InlineOptions inlining = {.m = o->m, .disabled = o->l, .eager = o->eager};
	diag_stage("inline");
	stats_begin("inline");
	if (!o->m && !o->whole && !build->part && !wants_stories(build, c)) {
		c->escaping = escape_begin(c->ir, o->jobs);
		inlining.group = escape_inlined;
		inlining.ctx = c->escaping;
	}
	inline_package(c->ir, &inlining);
	stats_end();
	if (!c->escaping) /* it would meet escape analysis */
		verify_ir(build, c, 'T');
}

void compile_front(Build *build, Compilation *c)
{
	const Options *o = build->options;
	for (int i = 0; i < c->nfiles && dumps(build, "ast"); i++)
		syntax_print(stdout, c->files[i]);
	diag_stage("ir");
	stats_begin("ir");
	c->ir = ir_build(build->arena, c->package);
	c->ir->small_frames = o->small_frames;
	stats_end();
	if (diag_errors())
		return;
	verify_ir(build, c, 'T');
	dump_ir(build, c, "ir");
	if (o->json)
		c->ir->decisions = decision_log(build->arena);
	inline_calls(build, c);
	ir_static_init(c->ir);
	set_strings(build, c);
}

static void analyze_escape(Build *build, Compilation *c)
{
	const Options *o = build->options;
	InlineOptions inlining = {.m = o->m, .disabled = o->l, .eager = o->eager};
	diag_stage("escape");
	stats_begin("escape");
	if (build->part)
		escape_take_tags(c->ir, build->whole_ir);
	EscapeOptions escaping = {.m = o->m, .stories = !c->escaping && wants_stories(build, c)};
	if (c->escaping)
		escape_end(c->escaping);
	else
		escape_package(c->ir, &escaping);
	if (o->m)
		escape_generated(c->ir, &escaping, &inlining);
	stats_end();
}

void compile_tell(Build *build, Compilation *c)
{
	const Options *o = build->options;
	verify_ir(build, c, 'T');
	dump_ir(build, c, "escape");
	if (diag_errors())
		return;
	if (o->trial)
		_exit(explain_write_heap(o->trial, c->ir) ? EXIT_OK : EXIT_FAULT);
	if (o->json)
		write_decisions(build, c);
	if (o->explain)
		explain(build, c);
	else
		explain_check_noheap(c->ir);
}

void compile_export(Build *build, Compilation *c)
{
	stats_begin("export");
	c->meta.init = c->ir->init ? c->ir->init->symbol : NULL;
	c->export_data = ir_export(build->arena, c->ir, &c->meta);
	stats_end();
}

void compile_package(Build *build, Compilation *c)
{
	const Options *o = build->options;
	compile_front(build, c);
	if (diag_errors())
		return;
	analyze_escape(build, c);
	compile_tell(build, c);
	if (diag_errors())
		return;
	compile_export(build, c);
	if (!o->check_only)
		compile_code(build, c, process_work_directory(o->work));
}
