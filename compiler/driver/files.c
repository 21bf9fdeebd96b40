/* The files of a package: which of a directory belong to it, and what they import. */
#include "driver/plan.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

#include "driver/cache.h"
#include "driver/constraint.h"
#include "driver/edits.h"
#include "driver/imports.h"
#include "support/file.h"

bool has_go_suffix(const char *name)
{
	size_t n = strlen(name);
	return n > 3 && strcmp(name + n - 3, ".go") == 0;
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(((const PlanName *)a)->path, ((const PlanName *)b)->path);
}

/* Does gc assemble a part of this package of the Go tree? Package syscall's part is burrow's too
 * (runtime/amd64/syscall.asm). */
static bool has_assembly(const Unit *unit, DIR *dir)
{
	struct dirent *entry;
	bool found = false;
	if (!unit->standard || unit->own_library || unit->path == STR("syscall"))
		return false;
	while ((entry = readdir(dir)))
		found |= constraint_is_assembly(entry->d_name);
	rewinddir(dir);
	return found;
}

static bool is_left_out(const Edits *edits, const char *name)
{
	vec_each(const char *, without, edits->without)
		if (strcmp(*without, name) == 0)
			return true;
	return !has_go_suffix(name) || name[0] == '_' || name[0] == '.';
}

/* The files of one directory. */
static bool list_directory(Build *build, const Unit *unit, const char *directory,
			   const Edits *edits, NameList *names, int *excluded)
{
	BuildTags tags = {build->options->tags, unit->own_library, false};
	DIR *dir = opendir(directory);
	if (!dir)
		return false;
	tags.assembly = has_assembly(unit, dir);
	struct dirent *entry;
	while ((entry = readdir(dir))) {
		if (is_left_out(edits, entry->d_name))
			continue;
		PlanName name = {0};
		name.path = arena_printf(build->arena, "%s/%s", directory, entry->d_name);
		bool wanted = constraint_name_matches(entry->d_name, &tags);
		/* What cannot be read gets its message when it is compiled. */
		if (wanted && (name.text = file_read(source_actual(name.path), &name.size)))
			wanted = constraint_text_matches(name.text, name.size, &tags);
		if (wanted) {
			vec_push(build->arena, *names, name);
			continue;
		}
		free(name.text);
		++*excluded;
	}
	closedir(dir);
	return true;
}

bool files_list(Build *build, const Unit *unit, NameList *names, int *excluded)
{
	static const Edits none;
	Edits edits = none;
	if (unit->standard && !unit->own_library)
		edits = edits_of(build, unit->path);
	if (!list_directory(build, unit, unit->directory, &edits, names, excluded))
		return false;
	if (edits.directory)
		list_directory(build, unit, edits.directory, &none, names, excluded);
	if (names->len)
		qsort(names->data, names->len, sizeof *names->data, compare_names);
	return true;
}

/* ---- other files */

/* The line of the first assembly code in a file, 0: it has none. A file without any only says that
 * functions are defined elsewhere. */
static uint32_t assembly_line(const char *text, const char *end)
{
	uint32_t line = 1;
	bool in_comment = false;
	for (const char *s = text; s < end; s++) {
		bool pair = end - s > 1;
		if (*s == '\n')
			line++;
		else if (in_comment && pair && s[0] == '*' && s[1] == '/')
			in_comment = false, s++;
		else if (in_comment)
			continue;
		else if (pair && s[0] == '/' && s[1] == '*')
			in_comment = true, s++;
		else if (*s == '#' || (pair && s[0] == '/' && s[1] == '/'))
			s += strcspn(s, "\n") - 1;
		else if (*s != ' ' && *s != '\t' && *s != '\r' && *s != ';')
			return line;
	}
	return 0;
}

static void look_for_assembly(Build *build, const Unit *unit, const char *name,
			      const char **assembly)
{
	size_t size;
	BuildTags tags = {.user = build->options->tags};
	const char *path = arena_printf(build->arena, "%s/%s", unit->directory, name);
	char *text = file_read(source_actual(path), &size);
	uint32_t line = text ? assembly_line(text, text + size) : 0;
	if (line && !*assembly && constraint_text_matches(text, size, &tags))
		*assembly =
			arena_printf(build->arena, "%s:%u", shown_path(build->arena, path), line);
	free(text);
}

bool files_complete(Build *build, const Unit *unit, const char **assembly)
{
	static const char *const suffixes[] = {".c", ".cc", ".cpp", ".cxx", ".m", ".f", ".syso"};
	DIR *dir = opendir(unit->directory);
	bool complete = true;
	struct dirent *entry;
	while (dir && (entry = readdir(dir))) {
		const char *name = entry->d_name, *dot = strrchr(name, '.');
		if (name[0] == '_' || name[0] == '.' || !dot)
			continue;
		for (size_t i = 0; i < COUNT(suffixes); i++)
			complete = complete && strcmp(dot, suffixes[i]) != 0;
		if (!constraint_is_assembly(name))
			continue;
		complete = false;
		look_for_assembly(build, unit, name, assembly);
	}
	if (dir)
		closedir(dir);
	return complete;
}

/* ---- contents */

static const char *place(Arena *arena, const char *shown, const char *text, uint32_t offset)
{
	uint32_t line = 1, start = 0;
	for (uint32_t i = 0; i < offset; i++)
		if (text[i] == '\n')
			line++, start = i + 1;
	return arena_printf(arena, "%s:%u:%u", shown, line, offset - start + 1);
}

static void add_imports(Build *build, PlanFile *file, const char *text, size_t size)
{
	SourceHead head = imports_read(build->arena, text, size);
	file->package = head.package;
	file->malformed = head.malformed;
	/* The go command shows files of this directory without "./" where it speaks itself. */
	const char *shown = strncmp(file->shown, "./", 2) == 0 ? file->shown + 2 : file->shown;
	vec_each(SourceImport, i, head.imports) {
		PlanImport import = {i->path, place(build->arena, shown, text, i->offset)};
		vec_push(build->arena, file->imports, import);
	}
}

bool files_read(Build *build, Unit *unit, const NameList *names, PlanFiles *files)
{
	CacheHash hash = {{5, 6}};
	bool ok = true;
	Edits edits = unit->standard ? edits_of(build, unit->path) : (Edits){0};
	if (edits.text)
		cache_add_text(&hash, edits.text);
	for (uint32_t i = 0; i < names->len; i++) {
		PlanFile file = {.path = names->data[i].path};
		size_t size = names->data[i].size;
		file.shown = unit->standard ? file.path : shown_path(build->arena, file.path);
		char *text = names->data[i].text;
		if (!text)
			text = file_read(source_actual(file.path), &size);
		if (!text) {
			fprintf(stderr, "burrow: %s: %s\n", file.path, strerror(errno));
			ok = false;
			continue;
		}
		add_imports(build, &file, text, size);
		cache_add_text(&hash, file.shown);
		cache_add(&hash, text, size);
		vec_push(build->arena, *files, file);
		vec_push(build->arena, unit->files, file.shown);
		free(text);
		names->data[i].text = NULL;
	}
	memcpy(unit->contents, hash.h, sizeof unit->contents);
	return ok;
}
