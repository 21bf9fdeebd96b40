/* The commands build, run and check: plan, compile, link. */
#include "driver/driver.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "driver/archive.h"
#include "driver/plan.h"
#include "driver/process.h"
#include "explain/explain.h"

/* The program's name when -o does not give one: that of the first file, of the import path, or of
 * the directory. */
static const char *default_output(const Build *build, const Unit *unit)
{
	const char *name = unit->label;
	if (unit->files.len && strcmp(unit->label, "command-line-arguments") == 0)
		name = unit->files.data[0];
	else if (unit->path[0] == '_')
		name = unit->path;
	const char *slash = strrchr(name, '/'), *base = slash ? slash + 1 : name;
	size_t n = strlen(base);
	const char *output = arena_copy(build->arena, base, has_go_suffix(base) ? n - 3 : n);
	return *output ? output : "a.out";
}

/* As a step that can be run by hand. */
static void print_link(Build *build, Unit *unit, const char *output)
{
	const Options *o = build->options;
	const char *importcfg = write_importcfg(build, unit);
	VEC(char *) argv = {0};
	const char *const words[] = {own_program(),
				     "link",
				     "-o",
				     output,
				     "-importcfg",
				     importcfg,
				     o->strip ? "-s" : NULL,
				     o->strip_debug ? "-w" : NULL,
				     unit->archive->file};
	for (size_t i = 0; i < COUNT(words); i++)
		if (words[i])
			vec_push(build->arena, argv, (char *)words[i]);
	vec_push(build->arena, argv, NULL);
	process_print_command(argv.data, "");
}

/* Links package main, if it has a function main. */
int link_unit(Build *build, Unit *unit, const char *output)
{
	if (unit->meta.has_main && build->options->x && !build->options->is_step)
		print_link(build, unit, output);
	if (unit->meta.has_main)
		return link_program(build, unit, output);
	fprintf(stderr,
		"# %s\nruntime.main_main\xc2\xb7"
		"f: function main is undeclared in the main package\n",
		unit->label);
	return EXIT_SOURCE;
}

/* Does -o name a directory: one that is there, or a name that ends in a slash? */
static bool names_directory(const char *output)
{
	size_t n = output ? strlen(output) : 0;
	return n && (output[n - 1] == '/' || is_directory(output));
}

/* All commands among the packages, each under its default name. */
static int link_into_directory(Build *build)
{
	const char *directory = build->options->output;
	if (mkdir(directory, 0777) != 0 && errno != EEXIST) {
		fprintf(stderr, "burrow: cannot make %s: %s\n", directory, strerror(errno));
		return EXIT_FAULT;
	}
	int status = EXIT_OK;
	for (uint32_t i = 0; i < build->roots.len && !status; i++) {
		Unit *unit = build->roots.data[i];
		if (unit->is_command)
			status = link_unit(build, unit,
					   arena_printf(build->arena, "%s/%s", directory,
							default_output(build, unit)));
	}
	return status;
}

/* Of several packages nothing is kept, as with the go command: building checks them. */
static int kept_none(Build *build)
{
	if (!build->options->output)
		return EXIT_OK;
	fprintf(stderr, "burrow: cannot write several packages to %s, which is no directory\n",
		build->options->output);
	return EXIT_USAGE;
}

/* burrow explain: what the packages' steps have left, put together. */
static int show_report(Build *build)
{
	VEC(const char *) files = {0};
	for (uint32_t i = 0; i < build->order.len; i++)
		if (build->order.data[i]->fragment)
			vec_push(build->arena, files, build->order.data[i]->fragment);
	const Options *o = build->options;
	uint32_t trials = 0;
	ExplainOutput output = {o->explain_json, o->html,         o->explain_allocs,
				o->dot,          o->explain_diff, &trials};
	static const int status[] = {[EXPLAIN_SHOWN] = EXIT_OK,
				     [EXPLAIN_WORSE] = EXIT_SOURCE,
				     [EXPLAIN_NO_REPORT] = EXIT_USAGE,
				     [EXPLAIN_FAILED] = EXIT_FAULT};
	ExplainShown shown = explain_show(stdout, files.data, files.len, &output);
	stats_trials(trials);
	return status[shown];
}

static int build_stages(Build *build)
{
	const Options *o = build->options;
	stats_begin("plan");
	bool planned = plan_program(build);
	stats_end();
	if (!planned)
		return EXIT_SOURCE;
	stats_begin("schedule");
	int status = o->whole ? whole_program(build) : schedule_packages(build);
	stats_end();
	if (!status && o->explain)
		return show_report(build);
	if (status || o->check_only)
		return status;
	if (names_directory(o->output))
		return link_into_directory(build);
	if (build->roots.len > 1)
		return kept_none(build);
	Unit *unit = build->roots.data[0];
	if (unit->is_command)
		return link_unit(build, unit, o->output ? o->output : default_output(build, unit));
	return EXIT_OK;
}

int build_program(Build *build)
{
	int status = build_stages(build);
	if (build->options->stats)
		stats_print(stderr, build->arena);
	return status;
}
