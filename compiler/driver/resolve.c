/*
 * Archives by import path, for steps that are run by hand or by another build system: importcfg
 * files as gc's tools read them ("packagefile PATH=FILE", "importmap FROM=TO"), directories with
 * DIR/PATH.a, and, for packages of the Go tree, the build cache.
 */
#include "driver/resolve.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "driver/archive.h"

static void importcfg_line(Build *build, char *line)
{
	line[strcspn(line, "\r\n")] = 0;
	char *value = strchr(line, '=');
	if (!value)
		return;
	*value++ = 0;
	if (strncmp(line, "packagefile ", 12) == 0)
		map_set(&build->archives, str_intern(line + 12),
			arena_printf(build->arena, "%s", value));
	else if (strncmp(line, "importmap ", 10) == 0)
		map_set(&build->aliases, str_intern(line + 10), str_intern(value));
}

bool resolve_read_importcfg(Build *build)
{
	const char *file = build->options->importcfg;
	FILE *f = file ? fopen(file, "r") : NULL;
	char *line = NULL;
	size_t size = 0;
	if (file && !f) {
		fprintf(stderr, "burrow: %s: %s\n", file, strerror(errno));
		return false;
	}
	while (f && getline(&line, &size, f) >= 0)
		importcfg_line(build, line);
	free(line);
	if (f)
		fclose(f);
	return true;
}

/* "./a" and "../a" below the path that -D gives. */
static Str resolve_relative(Build *build, Str spelling)
{
	const char *base = build->options->local_base;
	char *path = arena_printf(build->arena, "%s/%s", base ? base : ".", spelling), *out = path;
	char *save;
	VEC(char *) parts = {0};
	bool absolute = path[0] == '/';
	char *copy = arena_printf(build->arena, "%s", path);
	for (char *part = strtok_r(copy, "/", &save); part; part = strtok_r(NULL, "/", &save)) {
		if (strcmp(part, ".") == 0)
			continue;
		if (strcmp(part, "..") == 0 && parts.len)
			parts.len--;
		else
			vec_push(build->arena, parts, part);
	}
	if (absolute)
		*out++ = '/';
	for (uint32_t i = 0; i < parts.len; i++)
		out += sprintf(out, "%s%s", i ? "/" : "", parts.data[i]);
	*out = 0;
	return str_intern(path);
}

Str resolve_spelling(Build *build, Str spelling)
{
	Str path = map_get(&build->aliases, spelling);
	if (path)
		return path;
	if (strncmp(spelling, "./", 2) == 0 || strncmp(spelling, "../", 3) == 0)
		return resolve_relative(build, spelling);
	return spelling;
}

static const char *find_file(Build *build, Str path)
{
	const char *known = map_get(&build->archives, path);
	if (known)
		return known;
	vec_each(const char *, dir, build->options->import_dirs) {
		const char *file = arena_printf(build->arena, "%s/%s.a", *dir, path);
		if (access(file, R_OK) == 0)
			return file;
	}
	return NULL;
}

bool resolve_is_standard(const Build *build, Str path)
{
	const char *const roots[] = {build->library, build->goroot};
	for (size_t i = 0; i < COUNT(roots); i++)
		if (access(arena_printf(build->arena, "%s/src/%s", roots[i], path), R_OK) == 0)
			return true;
	return false;
}

void resolve_import(Build *build, Str path)
{
	if (strcmp(path, "unsafe") == 0 || strcmp(path, "C") == 0 || map_has(&build->units, path) ||
	    map_has(&build->hashes, path))
		return;
	const char *file = find_file(build, path);
	if (!file) {
		if (!resolve_is_standard(build, path))
			return;
		/* What compiled code calls comes first, also for what is compiled here. */
		if (strcmp(path, "runtime") != 0)
			resolve_import(build, STR("runtime"));
		plan_standard(build, path);
		return;
	}
	map_set(&build->archives, path, (char *)file);
	map_set(&build->hashes, path, NULL);
	Archive *archive = archive_open(build->arena, file);
	if (!archive)
		return; /* importing it says so */
	Str own_path, name;
	ExportMeta meta = {0};
	types_import_meta(archive->export_data, build->arena, &own_path, &name, &meta);
	vec_each(ExportImport, i, meta.imports)
		resolve_import(build, i->path);
}

int resolve_compile_missing(Build *build)
{
	if (!build->order.len)
		return EXIT_OK;
	/* The flags of the command are for its own package. */
	Options saved = *build->options;
	Options plain = {.jobs = saved.jobs, .trimpath = saved.trimpath, .x = saved.x};
	*build->options = plain;
	int status = schedule_packages(build);
	*build->options = saved;
	vec_each(Unit *, unit, build->order)
		if ((*unit)->archive)
			map_set(&build->archives, (*unit)->path, (*unit)->archive->file);
	return status;
}
