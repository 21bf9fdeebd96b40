/*
 * Planning: which packages a program needs, where they are, which files they have.
 *
 * Packages are found by import path in burrow's own runtime/lib (those at the bottom, which touch
 * the runtime), in the Go tree, in the module around the current directory and in its vendor
 * directory. Of each file only the package clause and the imports are read. The order in which
 * packages become complete, depth first, is the order in which they are compiled and initialised.
 *
 * Errors are those of the go command, in its words.
 */
#include "driver/plan.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

#include "driver/edits.h"
#include "driver/imports.h"
#include "syntax/syntax.h"

typedef struct Planner {
	Build *build;
	Module module;
	UnitList stack; /* packages under way, each imported by the one before it */
	Map reported;   /* import paths that were said to be missing */
} Planner;

static Unit *plan_import(Planner *p, Unit *importer, const PlanImport *i);

__attribute__((format(printf, 2, 3))) static void plan_error(Planner *p, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	p->build->errors++;
}

static Unit *new_unit(Build *build, Str path, const char *directory)
{
	Unit *unit = NEW(build->arena, Unit);
	unit->path = path;
	unit->label = path;
	unit->directory = directory;
	map_set(&build->units, path, unit);
	return unit;
}

/* ---- imports */

static void add_import(Build *build, Unit *unit, Unit *imported)
{
	vec_each(Unit *, i, unit->imports)
		if (*i == imported)
			return;
	vec_push(build->arena, unit->imports, imported);
}

/* The chain of imports that has come back to `unit`. */
static void report_cycle(Planner *p, const Unit *unit)
{
	uint32_t from = 0;
	while (from < p->stack.len && p->stack.data[from] != unit)
		from++;
	fprintf(stderr, "package %s\n", p->stack.data[0]->label);
	for (uint32_t i = 1; i < p->stack.len; i++)
		fprintf(stderr, "\timports %s\n", p->stack.data[i]->label);
	plan_error(p, "\timports %s: import cycle not allowed", unit->label);
}

/* `internal` is for the tree that its parent directory is the root of. */
static bool internal_allowed(const Unit *importer, const char *path)
{
	const char *found = NULL;
	for (const char *s = path; (s = strstr(s, "internal")); s++)
		if ((s == path || s[-1] == '/') && (s[8] == 0 || s[8] == '/'))
			found = s;
	if (!found)
		return true;
	size_t n = found == path ? 0 : (size_t)(found - path) - 1;
	if (n == 0)
		return importer->standard;
	const char *own = importer->label;
	return strncmp(own, path, n) == 0 && (own[n] == 0 || own[n] == '/');
}

static void add_alias(Build *build, Unit *unit, Str spelling, Str path)
{
	struct ImportAlias alias = {spelling, path};
	if (spelling != path)
		vec_push(build->arena, unit->aliases, alias);
}

/* What the files import; package runtime is imported by all that it does not need itself. */
static void plan_imports(Planner *p, Unit *unit, const PlanFiles *files)
{
	Build *build = p->build;
	vec_each(PlanFile, file, *files) {
		vec_each(PlanImport, i, file->imports) {
			if (strcmp(i->path, "unsafe") == 0 || strcmp(i->path, "C") == 0 ||
			    !imports_valid_path(i->path))
				continue;
			Unit *imported = plan_import(p, unit, i);
			if (!imported)
				continue;
			add_import(build, unit, imported);
			add_alias(build, unit, i->path, imported->path);
		}
	}
	Unit *runtime = map_get(&build->units, STR("runtime"));
	if (runtime && !runtime->loading && runtime != unit)
		add_import(build, unit, runtime);
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

/* All files of a package have one package clause. */
static bool check_package_names(Planner *p, const Unit *unit, const PlanFiles *files)
{
	const PlanFile *first = NULL;
	vec_each(PlanFile, f, *files) {
		if (!f->package)
			continue;
		if (!first)
			first = f;
		if (f->package == first->package)
			continue;
		plan_error(p, "found packages %s (%s) and %s (%s) in %s", first->package,
			   base_name(first->path), f->package, base_name(f->path),
			   absolute_directory(p->build->arena, unit->directory));
		return false;
	}
	return true;
}

static bool any_malformed(const PlanFiles *files)
{
	vec_each(PlanFile, f, *files)
		if (f->malformed)
			return true;
	return false;
}

/* Everything about a package once its files are known. */
static void complete_unit(Planner *p, Unit *unit, const NameList *names)
{
	Build *build = p->build;
	PlanFiles files = {0};
	unit->loading = true;
	vec_push(build->arena, p->stack, unit);
	if (!files_read(build, unit, names, &files)) {
		build->errors++;
	} else if (check_package_names(p, unit, &files)) {
		unit->is_command = files.len && files.data[0].package == STR("main");
		if (!any_malformed(&files)) /* else compiling it will end there */
			plan_imports(p, unit, &files);
	}
	p->stack.len--;
	unit->loading = false;
	vec_push(build->arena, build->order, unit);
}

/* The unit's directory is known: its files, if it has any. False with an error. */
static bool load_directory(Planner *p, Unit *unit)
{
	NameList names = {0};
	int excluded = 0;
	if (!files_list(p->build, unit, &names, &excluded)) {
		plan_error(p, "burrow: %s: %s", unit->directory, strerror(errno));
		return false;
	}
	if (names.len == 0 && excluded) {
		plan_error(p, "package %s: build constraints exclude all Go files in %s",
			   unit->label, absolute_directory(p->build->arena, unit->directory));
		return false;
	}
	if (names.len == 0) {
		plan_error(p, "no Go files in %s",
			   absolute_directory(p->build->arena, unit->directory));
		return false;
	}
	if (!unit->standard) {
		const char *assembly = NULL;
		unit->complete = files_complete(p->build, unit, &assembly);
		if (assembly) {
			plan_error(p, "%s: not supported yet: assembly", assembly);
			return false;
		}
	}
	complete_unit(p, unit, &names);
	return true;
}

/* ---- finding packages */

/* Where a package is; its path, which in a vendor directory of the Go tree is longer than its
 * spelling. */
typedef struct Place {
	const char *directory;
	Str path;
	bool own_library, standard;
} Place;

static bool find_standard(const Build *build, const Unit *importer, Str path, Place *place)
{
	Arena *arena = build->arena;
	const char *own = arena_printf(arena, "%s/src/%s", build->library, path);
	const char *tree = arena_printf(arena, "%s/src/%s", build->goroot, path);
	const char *vendor = arena_printf(arena, "%s/src/vendor/%s", build->goroot, path);
	*place = (Place){.path = path, .standard = true};
	if (is_directory(own) && has_go_files(own) && !edits_of(build, path).directory) {
		place->directory = own;
		place->own_library = true;
	} else if (is_directory(tree)) {
		place->directory = tree;
	} else if (importer && importer->standard && is_directory(vendor)) {
		place->directory = vendor;
		place->path = str_printf("vendor/%s", path);
	}
	return place->directory != NULL;
}

static bool find_package(Planner *p, const Unit *importer, Str path, Place *place)
{
	if (find_standard(p->build, importer, path, place))
		return true;
	*place = (Place){.path = path};
	place->directory = module_directory_of(p->build->arena, &p->module, path);
	if (!place->directory && p->module.vendor)
		place->directory =
			arena_printf(p->build->arena, "%s/vendor/%s", p->module.directory, path);
	return place->directory && is_directory(place->directory);
}

/* A relative import, which packages outside modules may have. */
static bool find_relative(Planner *p, const Unit *importer, const PlanImport *i, Place *place)
{
	const char *directory =
		arena_printf(p->build->arena, "%s/%s", importer->directory, i->path);
	if (p->module.directory) {
		plan_error(p,
			   strcmp(importer->label, "command-line-arguments") == 0
				   ? "%s: \"%s\" is relative, but relative import paths are not "
				     "supported in module mode"
				   : "%s: local import \"%s\" in non-local package",
			   i->place, i->path);
		return false;
	}
	if (!is_directory(directory)) {
		plan_error(p, "%s: cannot find package \".\" in:\n\t%s", i->place,
			   absolute_directory(p->build->arena, directory));
		return false;
	}
	directory = absolute_directory(p->build->arena, directory);
	*place = (Place){.directory = directory, .path = str_printf("_%s", directory)};
	return true;
}

static void report_missing(Planner *p, const char *where, Str path)
{
	const Module *m = &p->module;
	size_t first = strcspn(path, "/");
	if (map_has(&p->reported, path))
		return;
	map_set(&p->reported, path, 1);
	where = *where ? arena_printf(p->build->arena, "%s: ", where) : "";
	const char *own = module_directory_of(p->build->arena, m, path);
	if (m->vendor)
		plan_error(p, "%scannot find package \".\" in:\n\t%s", where,
			   own ? own
			       : arena_printf(p->build->arena, "%s/vendor/%s", m->directory, path));
	else if (!memchr(path, '.', first))
		plan_error(p, "%spackage %s is not in GOROOT (%s/src/%s)", where, path,
			   p->build->goroot, path);
	else if (m->directory)
		plan_error(p, "%sno required module provides package %s; to add it:\n\tgo get %s",
			   where, path, path);
	else
		plan_error(p,
			   "%sno required module provides package %s: go.mod file not found in "
			   "current directory or any parent directory; see 'go help modules'",
			   where, path);
}

static bool is_vendored(const Planner *p, const char *directory)
{
	return p->module.vendor &&
	       strncmp(directory, arena_printf(p->build->arena, "%s/vendor/", p->module.directory),
		       strlen(p->module.directory) + 8) == 0;
}

/* The unit at a place, planned now if it was not before; NULL after an error. */
static Unit *plan_place(Planner *p, const Place *place)
{
	Unit *unit = map_get(&p->build->units, place->path);
	if (unit)
		return unit;
	unit = new_unit(p->build, place->path, place->directory);
	unit->own_library = place->own_library;
	unit->standard = place->standard;
	if (!unit->standard && !unit->own_library && !is_vendored(p, place->directory))
		unit->lang_minor = p->module.lang_minor;
	if (!load_directory(p, unit)) {
		unit->failed = true;
		return NULL;
	}
	return unit;
}

static bool is_relative(const char *path)
{
	return strncmp(path, "./", 2) == 0 || strncmp(path, "../", 3) == 0 ||
	       strcmp(path, ".") == 0 || strcmp(path, "..") == 0;
}

static Unit *plan_import(Planner *p, Unit *importer, const PlanImport *i)
{
	Place place;
	if (is_relative(i->path)) {
		if (!find_relative(p, importer, i, &place))
			return NULL;
	} else if (!find_package(p, importer, i->path, &place)) {
		report_missing(p, i->place, i->path);
		return NULL;
	}
	if (!internal_allowed(importer, place.path)) {
		plan_error(p, "package %s\n\t%s: use of internal package %s not allowed",
			   importer->label, i->place, place.path);
		return NULL;
	}
	Unit *unit = plan_place(p, &place);
	if (unit && unit->loading) {
		report_cycle(p, unit);
		return NULL;
	}
	if (unit && unit->is_command) {
		plan_error(p, "%s: import \"%s\" is a program, not an importable package", i->place,
			   i->path);
		return NULL;
	}
	return unit && !unit->failed ? unit : NULL;
}

/* ---- the command line */

static void add_root(Planner *p, Unit *unit)
{
	vec_each(Unit *, root, p->build->roots)
		if (*root == unit)
			return;
	unit->local = true;
	if (!unit->standard)
		unit->lang_minor = p->module.lang_minor;
	vec_push(p->build->arena, p->build->roots, unit);
}

static const char *directory_of(Arena *arena, const char *file)
{
	const char *slash = strrchr(file, '/');
	return !slash ? "." : slash == file ? "/" : arena_copy(arena, file, (size_t)(slash - file));
}

/* Named files are a package of their own. */
static void plan_files(Planner *p, char **args)
{
	NameList names = {0};
	Unit *unit = new_unit(p->build, STR("command-line-arguments"), ".");
	for (int i = 0; args[i]; i++) {
		if (!has_go_suffix(args[i])) {
			plan_error(p, "burrow: named files must be .go files: %s", args[i]);
			return;
		}
		PlanName name = {.path = args[i]};
		vec_push(p->build->arena, names, name);
	}
	unit->directory = directory_of(p->build->arena, args[0]);
	unit->complete = true;
	add_root(p, unit);
	complete_unit(p, unit, &names);
}

/* Has the text a function main? gofmt's form of it, at the start of a line. */
static bool has_main(const char *text)
{
	const char *start = "func main()";
	for (const char *s = text; (s = strstr(s, start)); s++)
		if (s == text || s[-1] == '\n')
			return true;
	return false;
}

/* Is a file one of several of a package, that of its directory? Not when builds leave it out, as
 * they do tests, nor when the files are of several packages, or are programs of their own. */
static bool is_one_of_package(Planner *p, const char *file)
{
	Arena *arena = p->build->arena;
	Unit probe = {.directory = directory_of(arena, file)};
	NameList names = {0};
	Str package = NULL;
	int excluded = 0, programs = 0;
	bool found = false, one = true;
	if (!files_list(p->build, &probe, &names, &excluded))
		return false;
	vec_each(PlanName, name, names) {
		Str its = name->text ? imports_read(arena, name->text, name->size).package : NULL;
		one &= !package || !its || its == package;
		package = package ? package : its;
		found |= strcmp(base_name(name->path), base_name(file)) == 0;
		programs += name->text && has_main(name->text);
		free(name->text);
	}
	return found && one && names.len > 1 && programs < 2;
}

static void plan_directory(Planner *p, const char *directory)
{
	Arena *arena = p->build->arena;
	const char *absolute = absolute_directory(arena, directory);
	if (!is_directory(absolute)) {
		plan_error(p, "stat %s: directory not found", absolute);
		return;
	}
	const char *path = module_path_of(arena, &p->module, absolute);
	Place place = {.directory = path ? absolute : directory,
		       .path = path ? str_intern(path) : str_printf("_%s", absolute)};
	Unit *unit = plan_place(p, &place);
	if (!unit)
		return;
	if (!path)
		unit->label = directory;
	add_root(p, unit);
}

/* Directories below that hold packages: not those of other modules, vendor, testdata and such. */
static void plan_tree(Planner *p, const char *directory, bool top)
{
	Arena *arena = p->build->arena;
	if (!top && has_go_files(directory) == false &&
	    is_directory(arena_printf(arena, "%s/.git", directory)))
		return;
	if (has_go_files(directory)) {
		Unit probe = {.directory = directory};
		NameList names = {0};
		int excluded = 0;
		if (files_list(p->build, &probe, &names, &excluded) && names.len)
			plan_directory(p, directory);
	}
	struct dirent **entries;
	int n = scandir(directory, &entries, NULL, alphasort);
	for (int i = 0; i < n; i++) {
		const char *name = entries[i]->d_name;
		const char *path = arena_printf(arena, "%s/%s", directory, name);
		const char *module = arena_printf(arena, "%s/go.mod", path);
		FILE *other = NULL;
		if (name[0] != '.' && name[0] != '_' && strcmp(name, "testdata") != 0 &&
		    strcmp(name, "vendor") != 0 && is_directory(path) &&
		    !(other = fopen(module, "r")))
			plan_tree(p, path, false);
		if (other)
			fclose(other);
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
}

static void plan_argument(Planner *p, const char *arg)
{
	Arena *arena = p->build->arena;
	size_t n = strlen(arg);
	bool tree = n >= 4 && strcmp(arg + n - 4, "/...") == 0;
	if (tree) {
		const char *directory = arena_copy(arena, arg, n - 4);
		if (!is_relative(arg) && arg[0] != '/')
			directory = module_directory_of(arena, &p->module, directory);
		if (!directory || !is_directory(directory))
			plan_error(p, "pattern %s: directory not found", arg);
		else
			plan_tree(p, directory, true);
		return;
	}
	Place place;
	if (is_relative(arg) || arg[0] == '/' || (!p->module.directory && is_directory(arg))) {
		plan_directory(p, arg);
	} else if (!find_package(p, NULL, str_intern(arg), &place)) {
		report_missing(p, "", str_intern(arg));
	} else {
		Unit *unit = plan_place(p, &place);
		if (unit)
			add_root(p, unit);
	}
}

bool plan_program(Build *build)
{
	Planner p = {.build = build, .module = module_find(build->arena)};
	char **args = build->options->args;
	p.reported = map_make(build->arena);
	/* Every program has package runtime: compiled code calls it. It comes first, as it is
	 * initialised first. */
	if (!plan_standard(build, STR("runtime")))
		return false;
	bool files = args[0] && has_go_suffix(args[0]);
	if (files && build->options->explain && is_one_of_package(&p, args[0]))
		plan_directory(&p, directory_of(build->arena, args[0]));
	else if (files)
		plan_files(&p, args);
	else if (!args[0])
		plan_directory(&p, ".");
	for (int i = 0; !files && args[i]; i++)
		plan_argument(&p, args[i]);
	return build->errors == 0;
}

Unit *plan_standard(Build *build, Str path)
{
	Planner p = {.build = build};
	Place place;
	p.reported = map_make(build->arena);
	if (!find_standard(build, NULL, path, &place)) {
		report_missing(&p, "", path);
		return NULL;
	}
	return plan_place(&p, &place);
}
