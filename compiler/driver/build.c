/* The commands build, run and check: plan, compile, link. */
#include "driver/driver.h"

#include <stdlib.h>
#include <unistd.h>

#include "driver/archive.h"
#include "driver/plan.h"
#include "driver/process.h"

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

static int build_stages(Build *build)
{
	const Options *o = build->options;
	stats_begin("plan");
	bool planned = plan_program(build);
	stats_end();
	if (!planned)
		return EXIT_SOURCE;
	stats_begin("schedule");
	int status = schedule_packages(build);
	stats_end();
	/* Of several packages none is kept, as with the go command: building checks them. */
	if (status || o->check_only || build->roots.len != 1)
		return status;
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
