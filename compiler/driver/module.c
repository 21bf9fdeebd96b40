/*
 * Modules: a go.mod file says which import path its directory has; paths below it are its
 * subdirectories. Nothing is ever fetched: what another module provides must be in the directory
 * vendor (https://go.dev/ref/mod).
 */
#include "driver/plan.h"

#include <ctype.h>
#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

bool is_directory(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool has_go_files(const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *entry;
	bool found = false;
	while (dir && !found && (entry = readdir(dir)))
		found = has_go_suffix(entry->d_name);
	if (dir)
		closedir(dir);
	return found;
}

const char *absolute_directory(Arena *arena, const char *path)
{
	char *real = realpath(path, NULL);
	if (real) {
		const char *copy = arena_printf(arena, "%s", real);
		free(real);
		return copy;
	}
	char cwd[4096];
	while (path[0] == '.' && path[1] == '/')
		path += 2;
	return path[0] == '/' || !getcwd(cwd, sizeof cwd) ? path
							  : arena_printf(arena, "%s/%s", cwd, path);
}

/* What stands after the word `name` at the beginning of a line, perhaps quoted; NULL when there is
 * no such line. */
static Str word_after(const char *file, const char *name)
{
	FILE *f = fopen(file, "r");
	char line[4096];
	Str word = NULL;
	size_t length = strlen(name);
	while (f && !word && fgets(line, sizeof line, f)) {
		char *p = line + strspn(line, " \t");
		if (strncmp(p, name, length) != 0 || !isspace((unsigned char)p[length]))
			continue;
		p += length + strspn(p + length, " \t\"`");
		size_t n = strcspn(p, " \t\r\n\"`");
		if (n && strncmp(p, "//", 2) != 0)
			word = str_intern_n(p, n);
	}
	if (f)
		fclose(f);
	return word;
}

/* Versions that change what a program means; what earlier ones lacked does no harm. */
static int newer_language(Str version)
{
	int minor = 0;
	if (!version || sscanf(version, "1.%d", &minor) != 1 || minor < 20)
		return 0;
	return minor > 22 ? 22 : minor;
}

Module module_find(Arena *arena)
{
	Module m = {0};
	const char *mode = getenv("GO111MODULE");
	if (mode && strcmp(mode, "off") == 0)
		return m;
	char *directory = (char *)absolute_directory(arena, ".");
	for (;;) {
		const char *file = arena_printf(arena, "%s/go.mod", directory);
		if (access(file, R_OK) == 0) {
			m.path = word_after(file, "module");
			m.lang_minor = newer_language(word_after(file, "go"));
			m.directory = m.path ? directory : NULL;
			m.vendor =
				m.path && is_directory(arena_printf(arena, "%s/vendor", directory));
			return m;
		}
		char *slash = strrchr(directory, '/');
		if (!slash)
			return m;
		*slash = 0;
	}
}

/* What is left of `path` behind the directory or import path `prefix`; NULL: it is elsewhere. */
static const char *below(const char *path, const char *prefix)
{
	size_t n = strlen(prefix);
	if (strncmp(path, prefix, n) != 0 || (path[n] && path[n] != '/'))
		return NULL;
	return path[n] ? path + n + 1 : path + n;
}

const char *module_path_of(Arena *arena, const Module *m, const char *directory)
{
	const char *rest = m->directory ? below(directory, m->directory) : NULL;
	if (!rest)
		return NULL;
	return *rest ? arena_printf(arena, "%s/%s", m->path, rest) : m->path;
}

const char *module_directory_of(Arena *arena, const Module *m, const char *path)
{
	const char *rest = m->directory ? below(path, m->path) : NULL;
	if (!rest)
		return NULL;
	return *rest ? arena_printf(arena, "%s/%s", m->directory, rest) : m->directory;
}

/* The absolute path seen from the directory `from`: "../b/x" from /a. */
static const char *relative_to(Arena *arena, const char *from, const char *path)
{
	size_t same = 0; /* where the common directories end */
	for (size_t i = 0;; i++) {
		bool ends = !from[i] || from[i] == '/', path_ends = !path[i] || path[i] == '/';
		if (ends && path_ends)
			same = i;
		if (!from[i] || from[i] != path[i])
			break;
	}
	Buf out = buf_make(arena);
	for (const char *p = from + same; *p; p++)
		if (*p == '/')
			buf_puts(&out, "../");
	const char *rest = path + same;
	buf_puts(&out, *rest == '/' ? rest + 1 : rest);
	return buf_cstr(&out);
}

const char *shown_path(Arena *arena, const char *path)
{
	char cwd[4096];
	if (path[0] == '/' && getcwd(cwd, sizeof cwd)) {
		const char *relative = relative_to(arena, cwd, path);
		if (strlen(relative) < strlen(path))
			path = relative;
	}
	while (path[0] == '.' && path[1] == '/')
		path += 2;
	return strchr(path, '/') ? path : arena_printf(arena, "./%s", path);
}
