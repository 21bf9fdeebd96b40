/*
 * Compiling what a program needs: each package whose archive is not in the cache is a step of its
 * own, `burrow compile` with named inputs and one named output, run as a process; steps that do not
 * depend on each other run side by side. A package is ready when what it imports has its archives,
 * because its key is made of their export data.
 *
 * The last step, when it is a package named on the command line, runs in this process: that is what
 * happens when one file was changed, and saves starting another.
 */
#include "driver/driver.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "driver/archive.h"
#include "driver/cache.h"
#include "driver/process.h"
#include "driver/step.h"

typedef VEC(char *) Words;

typedef struct Job { /* a step under way */
	Unit *unit;
	pid_t pid;
	const char *log; /* its standard error */
} Job;

typedef struct Scheduler {
	Build *build;
	const char *cache; /* directory, or NULL */
	VEC(Job) running;
	uint32_t left; /* units without archive that have not failed */
	int status;
} Scheduler;

/* ---- what a step is told */

static void word(Build *build, Words *words, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

static void word(Build *build, Words *words, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	Buf buf = buf_make(build->arena);
	buf_vprintf(&buf, format, args);
	va_end(args);
	vec_push(build->arena, *words, (char *)buf_cstr(&buf));
}

/* The flags that change what comes out of compiling `unit`: part of its key. */
static void step_flags(Build *build, const Unit *unit, Words *words)
{
	const Options *o = build->options;
	word(build, words, "-p");
	word(build, words, "%s", unit->is_command ? "main" : unit->path);
	if (strcmp(unit->label, unit->path) != 0 || unit->is_command)
		word(build, words, "-label=%s", unit->label);
	if (o->trimpath)
		word(build, words, "-trimpath");
	if (o->strip || o->strip_debug)
		word(build, words, "-dwarf=false");
	if (o->check_only)
		word(build, words, "-check");
	if (o->allocs)
		word(build, words, "-allocs");
	if (unit->complete)
		word(build, words, "-complete");
	if (unit_lang(o, unit))
		word(build, words, "-lang=go1.%d", unit_lang(o, unit));
	vec_each(const char *, define, o->define) {
		const char *path = unit->is_command ? "main" : unit->path;
		if (strncmp(*define, path, strlen(path)) == 0 && (*define)[strlen(path)] == '.')
			word(build, words, "-X=%s", *define);
	}
	if (!unit->local)
		return;
	if (o->small_frames)
		word(build, words, "-smallframes");
	if (o->m)
		word(build, words, "-m=%d", o->m);
	if (o->l || o->eager)
		word(build, words, o->l ? "-l" : "-l=4");
	if (o->N)
		word(build, words, "-N");
	if (o->e)
		word(build, words, "-e");
}

/* What is only looked at, and never kept. */
static bool shows_stages(const Build *build, const Unit *unit)
{
	const Options *o = build->options;
	return unit->local && (o->dump || o->S || o->explain || o->json);
}

CacheHash unit_hash(Build *build, const Unit *unit)
{
	CacheHash hash = cache_hash();
	Words words = {0};
	step_flags(build, unit, &words);
	vec_each(char *, w, words)
		cache_add_text(&hash, *w);
	cache_add(&hash, &build->options->verify, sizeof build->options->verify);
	cache_add(&hash, unit->contents, sizeof unit->contents);
	if (!build->options->trimpath && !unit->standard && unit->files.len) {
		char *cwd = getcwd(NULL, 0); /* tracebacks have whole paths */
		cache_add_text(&hash, cwd ? cwd : "");
		free(cwd);
	}
	vec_each(ImportAlias, a, unit->aliases) {
		cache_add_text(&hash, a->spelling);
		cache_add_text(&hash, a->path);
	}
	return hash;
}

static void compute_key(Build *build, Unit *unit)
{
	CacheHash hash = unit_hash(build, unit);
	vec_each(Unit *, i, unit->imports) {
		cache_add_text(&hash, (*i)->path);
		cache_add(&hash, (*i)->archive->export_hash, sizeof(*i)->archive->export_hash);
	}
	memcpy(unit->key, hash.h, sizeof unit->key);
}

/* All that `unit` leads to, itself not included, imports first. */
static void closure(Arena *arena, Unit *unit, Map *seen, UnitList *list)
{
	vec_each(Unit *, i, unit->imports) {
		if (map_has(seen, *i))
			continue;
		map_set(seen, *i, 1);
		closure(arena, *i, seen, list);
		vec_push(arena, *list, *i);
	}
}

/* importcfg as gc's tools read it. */
const char *write_importcfg(Build *build, Unit *unit)
{
	const char *file = arena_printf(build->arena, "%s/importcfg.%d",
					process_work_directory(build->options->work), unit->number);
	FILE *f = fopen(file, "w");
	if (!f)
		return NULL;
	UnitList list = {0};
	Map seen = map_make(build->arena);
	closure(build->arena, unit, &seen, &list);
	vec_each(ImportAlias, a, unit->aliases)
		fprintf(f, "importmap %s=%s\n", a->spelling, a->path);
	vec_each(Unit *, i, list)
		fprintf(f, "packagefile %s=%s\n", (*i)->path, (*i)->archive->file);
	return fclose(f) == 0 ? file : NULL;
}

const char *own_program(void)
{
	static char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
	return n > 0 ? (path[n] = 0, path) : "burrow";
}

static char **step_command(Scheduler *s, Unit *unit, const char *importcfg, int jobs)
{
	Build *build = s->build;
	Words words = {0};
	word(build, &words, "%s", own_program());
	word(build, &words, "compile");
	word(build, &words, "-o");
	word(build, &words, "%s", unit->archive_path);
	step_flags(build, unit, &words);
	if (build->options->overlay && !unit->standard)
		word(build, &words, "-overlay=%s", build->options->overlay);
	if (build->options->diagnostics && unit->local)
		word(build, &words, "-diagnostics=%s", build->options->diagnostics);
	if (shows_stages(build, unit)) {
		if (build->options->S)
			word(build, &words, "-S");
		if (build->options->json)
			word(build, &words, "-json=0,%s", build->options->json);
		if (build->options->explain)
			word(build, &words, "-explain=%s", build->options->explain);
		if (build->options->explain && build->options->explain_allocs)
			word(build, &words, "-explain-allocs=%s", build->options->explain_allocs);
		if (build->options->explain && build->options->untried)
			word(build, &words, "-explain-untried");
		if (unit->fragment)
			word(build, &words, "-explain-to=%s", unit->fragment);
		if (build->options->dump)
			word(build, &words, "-dump=%s%s%s", build->options->dump,
			     build->options->dump_func ? ":" : "",
			     build->options->dump_func ? build->options->dump_func : "");
	}
	if (importcfg) {
		word(build, &words, "-importcfg");
		word(build, &words, "%s", importcfg);
	}
	if (jobs != build->options->jobs || jobs == 1)
		word(build, &words, "-j=%d", jobs);
	vec_each(const char *, f, unit->files)
		word(build, &words, "%s", *f);
	vec_push(build->arena, words, NULL);
	return words.data;
}

/* ---- messages */

void show_package_messages(const char *label, const char *text)
{
	if (*text)
		fprintf(stderr, "# %s\n%s", label, text);
}

static void show_log(const Job *job)
{
	size_t size;
	const char *text = file_map(job->log, &size);
	if (!text)
		return;
	fprintf(stderr, "# %s\n", job->unit->label);
	fwrite(text, 1, size, stderr);
}

/* ---- running steps */

static void fail(Scheduler *s, Unit *unit, int status)
{
	unit->failed = true;
	s->left--;
	if (status > s->status)
		s->status = status;
}

void unit_finish(Build *build, Unit *unit, Archive *archive)
{
	Str path, name;
	unit->archive = archive;
	types_import_meta(archive->export_data, build->arena, &path, &name, &unit->meta);
}

static void finish(Scheduler *s, Unit *unit, Archive *archive)
{
	unit_finish(s->build, unit, archive);
	s->left--;
}

/* The archive that a step has written. */
static void finish_compiled(Scheduler *s, Unit *unit)
{
	Archive *archive = archive_open(s->build->arena, unit->archive_path);
	if (archive) {
		finish(s, unit, archive);
		return;
	}
	fprintf(stderr, "burrow: cannot read %s\n", unit->archive_path);
	fail(s, unit, EXIT_FAULT);
}

/* In the cache, whole and undamaged? The messages of when it was made are shown again. */
static bool found_in_cache(Scheduler *s, Unit *unit)
{
	const Options *o = s->build->options;
	if (!s->cache || o->rebuild || shows_stages(s->build, unit))
		return false;
	cache_touch(unit->archive_path);
	Archive *archive = archive_open(s->build->arena, unit->archive_path);
	if (!archive)
		return false;
	if (unit->local)
		show_package_messages(unit->label, archive->messages);
	finish(s, unit, archive);
	return true;
}

static void name_archive(Scheduler *s, Unit *unit)
{
	Build *build = s->build;
	compute_key(build, unit);
	unit->archive_path =
		s->cache && !shows_stages(build, unit)
			? cache_file(build->arena, s->cache, 'p', unit->key, ".a")
			: arena_printf(build->arena, "%s/%d.a",
				       process_work_directory(build->options->work), unit->number);
}

void unit_name_fragment(Build *build, Unit *unit)
{
	if (build->options->explain && unit->local)
		unit->fragment =
			arena_printf(build->arena, "%s/explain.%d",
				     process_work_directory(build->options->work), unit->number);
}

static void start_step(Scheduler *s, Unit *unit)
{
	Build *build = s->build;
	const char *importcfg = write_importcfg(build, unit);
	int jobs = build->options->jobs > 1 && s->left > 1 ? 1 : build->options->jobs;
	Job job = {.unit = unit};
	char **argv = step_command(s, unit, importcfg, jobs);
	job.log = arena_printf(build->arena, "%s/log.%d",
			       process_work_directory(build->options->work), unit->number);
	if (build->options->x)
		process_print_command(argv, "");
	job.pid = importcfg ? process_start(argv, NULL, job.log) : -1;
	unit->started = true;
	if (job.pid < 0) {
		fprintf(stderr, "burrow: cannot run a compile step: %s\n", strerror(errno));
		fail(s, unit, EXIT_FAULT);
		return;
	}
	vec_push(build->arena, s->running, job);
}

/* The only step that is left, here and now. */
static void run_last_step(Scheduler *s, Unit *unit)
{
	Build *build = s->build;
	unit->started = true;
	UnitList list = {0};
	Map seen = map_make(build->arena);
	closure(build->arena, unit, &seen, &list);
	vec_each(Unit *, i, list)
		map_set(&build->archives, (*i)->path, (*i)->archive->file);
	vec_each(ImportAlias, a, unit->aliases)
		map_set(&build->aliases, a->spelling, a->path);
	build->options->label = unit->label;
	build->options->explain_fragment = unit->fragment;
	build->options->lang_minor = unit_lang(build->options, unit);
	build->options->complete = unit->complete;
	if (build->options->x)
		process_print_command(
			step_command(s, unit, write_importcfg(build, unit), build->options->jobs),
			"");
	Str path = unit->is_command ? STR("main") : unit->path;
	int status =
		compile_step(build, path, unit->files.data, unit->files.len, unit->archive_path);
	if (build->diag->log.len)
		fprintf(stderr, "# %s\n", unit->label);
	diag_show(build->diag, stderr);
	if (status)
		fail(s, unit, status);
	else
		finish_compiled(s, unit);
}

static void wait_for_step(Scheduler *s)
{
	int status;
	uint32_t i = process_wait_any(&status, s->running.data, s->running.len, sizeof(Job),
				      offsetof(Job, pid));
	Job job = s->running.data[i];
	s->running.data[i] = vec_pop(s->running);
	show_log(&job);
	process_report_signal(arena_printf(s->build->arena, "compiling %s", job.unit->label),
			      status);
	if (status)
		fail(s, job.unit, status > EXIT_FAULT ? EXIT_FAULT : status);
	else
		finish_compiled(s, job.unit);
}

typedef enum Readiness { WAITING, READY, IMPOSSIBLE } Readiness;

static Readiness readiness(const Unit *unit)
{
	Readiness r = READY;
	vec_each(Unit *, i, unit->imports) {
		if ((*i)->failed)
			return IMPOSSIBLE;
		if (!(*i)->archive)
			r = WAITING;
	}
	return r;
}

/* Does what can be done about a unit now; true when something was. */
static bool advance(Scheduler *s, Unit *unit)
{
	Build *build = s->build;
	if (unit->archive || unit->failed || unit->started)
		return false;
	Readiness r = readiness(unit);
	if (r == WAITING)
		return false;
	if (r == IMPOSSIBLE) {
		fail(s, unit, EXIT_OK);
		return true;
	}
	if (!unit->archive_path) {
		name_archive(s, unit);
		unit_name_fragment(build, unit);
		if (found_in_cache(s, unit))
			return true;
	}
	if (s->left == 1 && unit->local && !s->running.len) {
		run_last_step(s, unit);
	} else {
		if (s->running.len >= (uint32_t)build->options->jobs)
			return false;
		start_step(s, unit);
	}
	if (build->options->v)
		fprintf(stderr, "%s\n", unit->label);
	return true;
}

int schedule_packages(Build *build)
{
	Scheduler s = {.build = build, .cache = cache_directory(build->arena)};
	s.left = build->order.len;
	for (uint32_t i = 0; i < build->order.len; i++)
		build->order.data[i]->number = (int)i;
	if (s.cache)
		cache_trim(s.cache);
	while (s.left) {
		bool moved = false;
		for (uint32_t i = 0; i < build->order.len; i++)
			moved = advance(&s, build->order.data[i]) || moved;
		if (!moved)
			wait_for_step(&s);
	}
	return s.status;
}
