/*
 * Finding and reading packages.
 *
 * An import path is looked up in burrow's own runtime/lib first (the packages at the bottom, which
 * touch the runtime), then in the Go tree. Packages are checked depth first, so each is complete
 * before the one that imports it; the order in which they become complete is the order in which
 * they are compiled and initialised.
 */
#include "driver/driver.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "driver/constraint.h"

static Unit *load_package(Build *build, const char *path, Pos pos);

static bool is_directory(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* A directory may be there only for the sake of those below it. */
static bool has_go_files(const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *entry;
	bool found = false;
	while (dir && !found && (entry = readdir(dir))) {
		size_t n = strlen(entry->d_name);
		found = n > 3 && !strcmp(entry->d_name + n - 3, ".go");
	}
	if (dir)
		closedir(dir);
	return found;
}

static int compare_strings(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* ---- files */

static const char *absolute_path(Build *build, const char *path)
{
	char *real = realpath(path, NULL);
	const char *copy = real ? arena_printf(build->arena, "%s", real) : path;
	free(real);
	return copy;
}

/* As the go command shows it: "./" before a file of this directory. */
static const char *shown_name(Build *build, const char *path)
{
	while (path[0] == '.' && path[1] == '/')
		path += 2;
	return strchr(path, '/') ? path : arena_printf(build->arena, "./%s", path);
}

/* The path a program's tables hold: without directories under -trimpath. */
static const char *recorded_path(Build *build, const Unit *unit, const char *path)
{
	if (!build->options->trimpath)
		return absolute_path(build, path);
	const char *base = strrchr(path, '/');
	return arena_printf(build->arena, "%s/%s", unit->label, base ? base + 1 : path);
}

static File *read_file(Build *build, Unit *unit, const char *path)
{
	const char *error = NULL;
	SourceFile *source =
		source_read(path, unit->local ? shown_name(build, path) : path, &error);
	if (!source) {
		fprintf(stderr, "burrow: %s: %s\n", path, error);
		return NULL;
	}
	source->path = str_intern(recorded_path(build, unit, path));
	return syntax_parse(build->arena, source, 0);
}

/* Reads the whole start of a file to see its constraint, which stands before the package clause. */
static bool file_wanted(const char *path, const BuildTags *tags)
{
	FILE *f = fopen(path, "r");
	if (!f)
		return true; /* reading it properly gives the message */
	char head[16384];
	size_t n = fread(head, 1, sizeof head, f);
	fclose(f);
	return constraint_text_matches(head, n, tags);
}

typedef VEC(char *) NameList;

/* The .go files of a directory that belong to the package here, sorted. False when it cannot be
 * read. */
static bool list_directory(Build *build, Unit *unit, NameList *names)
{
	BuildTags tags = {build->options->tags, unit->own_library};
	DIR *dir = opendir(unit->directory);
	if (!dir)
		return false;
	struct dirent *entry;
	while ((entry = readdir(dir))) {
		if (!constraint_name_matches(entry->d_name, &tags))
			continue;
		char *path = arena_printf(build->arena, "%s/%s", unit->directory, entry->d_name);
		if (file_wanted(path, &tags))
			vec_push(build->arena, *names, path);
	}
	closedir(dir);
	if (names->len)
		qsort(names->data, names->len, sizeof *names->data, compare_strings);
	return true;
}

static bool read_files(Build *build, Unit *unit, const NameList *names)
{
	bool ok = true;
	unit->files = NEW_ARRAY(build->arena, File *, names->len ? names->len : 1);
	stats_begin("parse");
	for (uint32_t i = 0; i < names->len; i++) {
		File *file = read_file(build, unit, names->data[i]);
		if (!file) {
			ok = false;
			continue;
		}
		unit->files[unit->nfiles++] = file;
		ok = ok && !file->failed;
	}
	stats_end();
	return ok;
}

/* ---- checking */

static Package *import_package(void *context, const char *path, Pos pos)
{
	Build *build = context;
	if (strcmp(path, "unsafe") == 0)
		return package_unsafe;
	Unit *unit = load_package(build, path, pos);
	return unit ? unit->package : NULL;
}

/* Loads what the files import, then checks the package. */
static void check_unit(Build *build, Unit *unit)
{
	uint32_t errors = diag_errors();
	for (int i = 0; i < unit->nfiles; i++) {
		DeclList *imports = &unit->files[i]->imports;
		for (uint32_t j = 0; j < imports->len; j++) {
			Str path = imports->data[j]->import.path_value;
			if (!path || strcmp(path, "unsafe") == 0 || strcmp(path, "C") == 0)
				continue;
			Expr *literal = imports->data[j]->import.path;
			Unit *imported = load_package(build, path, literal->start);
			if (imported && !imported->loading)
				vec_push(build->arena, unit->imports, imported);
		}
	}
	if (diag_errors() != errors)
		return;
	TypesConfig config = {
		.ctx = build,
		.import = import_package,
		.lang_minor = unit->local ? build->options->lang_minor : 0,
	};
	diag_stage("types");
	stats_begin("types");
	Package *package = types_check(&config, unit->path, unit->files, unit->nfiles);
	stats_end();
	if (package) {
		package->is_local = unit->local;
		unit->package = package;
	}
}

static Unit *new_unit(Build *build, const char *path, const char *directory)
{
	Unit *unit = NEW(build->arena, Unit);
	unit->path = str_intern(path);
	unit->label = unit->path;
	unit->directory = directory;
	map_set(&build->units, str_intern(path), unit);
	return unit;
}

/* Where a package's source is: burrow's own library, the Go tree, or what the Go tree vendors. */
static const char *find_directory(Build *build, const char *path, bool *own)
{
	const char *const places[] = {
		arena_printf(build->arena, "%s/src/%s", build->library, path),
		arena_printf(build->arena, "%s/src/%s", build->goroot, path),
		arena_printf(build->arena, "%s/src/vendor/%s", build->goroot, path),
	};
	for (size_t i = 0; i < COUNT(places); i++) {
		if (is_directory(places[i]) && (i > 0 || has_go_files(places[i]))) {
			*own = i == 0;
			return places[i];
		}
	}
	return NULL;
}

static Unit *load_package(Build *build, const char *path, Pos pos)
{
	Unit *unit = map_get(&build->units, str_intern(path));
	if (unit) {
		if (unit->loading) {
			diag_error(pos, "import cycle not allowed: %s", path);
			return NULL;
		}
		return unit;
	}
	bool own = false;
	const char *directory = find_directory(build, path, &own);
	if (!directory) {
		diag_error(pos, "package %s is not in GOROOT (%s/src/%s)", path, build->goroot,
			   path);
		return NULL;
	}
	unit = new_unit(build, path, directory);
	unit->own_library = own;
	unit->loading = true;
	NameList names = {0};
	if (!list_directory(build, unit, &names) || names.len == 0)
		diag_error(pos, "package %s: no Go files in %s", path, directory);
	else if (read_files(build, unit, &names))
		check_unit(build, unit);
	unit->loading = false;
	vec_push(build->arena, build->order, unit);
	return unit;
}

/* ---- the command line */

static bool has_go_suffix(const char *name)
{
	size_t n = strlen(name);
	return n > 3 && strcmp(name + n - 3, ".go") == 0;
}

/* Fills the names of the main package's files; false with a message when the arguments make no
 * sense. */
static bool command_line_files(Build *build, Unit *unit, NameList *names)
{
	char **args = build->options->args;
	if (args[0] && has_go_suffix(args[0])) {
		for (int i = 0; args[i]; i++) {
			if (!has_go_suffix(args[i])) {
				fprintf(stderr, "burrow: named files must be .go files: %s\n",
					args[i]);
				return false;
			}
			vec_push(build->arena, *names, args[i]);
		}
		return true;
	}
	if (args[0] && args[1]) {
		fprintf(stderr,
			"burrow: not supported yet: several packages on the command line\n");
		return false;
	}
	unit->directory = args[0] ? args[0] : ".";
	unit->label = unit->directory;
	if (!list_directory(build, unit, names)) {
		fprintf(stderr, "burrow: %s: %s\n", unit->directory, strerror(errno));
		return false;
	}
	if (names->len == 0) {
		fprintf(stderr, "burrow: no Go files in %s\n", unit->directory);
		return false;
	}
	return true;
}

bool load_program(Build *build)
{
	types_init();
	Unit *unit = new_unit(build, "main", ".");
	unit->label = "command-line-arguments";
	unit->local = true;
	build->main = unit;
	NameList names = {0};
	if (!command_line_files(build, unit, &names))
		return false;
	diag_stage("syntax");
	bool ok = read_files(build, unit, &names);
	/* Every program has package runtime: compiled code calls it. It comes first, as it is
	 * initialised first. */
	ok = load_package(build, "runtime", NO_POS) != NULL && ok;
	/* As in gc, only syntax errors keep a file from being checked. */
	if (ok)
		check_unit(build, unit);
	vec_push(build->arena, build->order, unit);
	return ok && diag_errors() == 0;
}
