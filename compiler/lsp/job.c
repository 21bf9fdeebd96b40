/*
 * Compilations: burrow explain as a child process, one at a time.
 *
 * All open documents are put beside the work directory's overlay, so that what is compiled is what
 * the editor shows. In a module the package of the document's directory is compiled; elsewhere the
 * file alone, and when that has errors and there are others beside it, all of them together: the
 * directory may be a package, or a collection of programs.
 *
 * The child leads a process group of its own, which ends as a whole when the document changes.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lsp/private.h"
#include "support/file.h"

enum { TIME_LIMIT = 60 * 1000 };

static const char *in_work(Server *s, const char *name)
{
	return arena_printf(s->arena, "%s/%s", s->config->directory, name);
}

/* ---------------------------------------------------------------- what to compile */

/* A directory above, or the one itself, holds a go.mod. */
static bool in_module(const char *directory)
{
	Arena *arena = arena_new();
	char *path = arena_copy(arena, directory, strlen(directory));
	bool found = false;
	while (!found) {
		found = access(arena_printf(arena, "%s/go.mod", path), F_OK) == 0;
		char *slash = strrchr(path, '/');
		if (!slash)
			break;
		*slash = 0;
	}
	arena_free(arena);
	return found;
}

static bool is_source(const char *name)
{
	size_t n = strlen(name);
	return n > 3 && strcmp(name + n - 3, ".go") == 0 && name[0] != '_' && name[0] != '.' &&
	       !(n > 8 && strcmp(name + n - 8, "_test.go") == 0);
}

static int count_sources(const char *directory)
{
	DIR *dir = opendir(directory);
	struct dirent *entry;
	int n = 0;
	while (dir && (entry = readdir(dir)))
		n += is_source(entry->d_name);
	if (dir)
		closedir(dir);
	return n;
}

/* ---------------------------------------------------------------- the overlay */

static bool write_overlay(Server *s)
{
	Buf json = buf_make(s->arena);
	buf_puts(&json, "{\"Replace\":{");
	for (uint32_t i = 0; i < s->documents.len; i++) {
		const Document *d = s->documents.data[i];
		const char *file = in_work(s, arena_printf(s->arena, "document.%u", i));
		if (!file_write_whole(file, d->text.data, d->text.len))
			return false;
		buf_puts(&json, i ? "," : "");
		json_cstring(&json, d->path);
		buf_putc(&json, ':');
		json_cstring(&json, file);
	}
	buf_puts(&json, "}}\n");
	return file_write_whole(in_work(s, "overlay.json"), json.data, json.len);
}

/* ---------------------------------------------------------------- running */

static char **command(Server *s, const Document *d, bool whole)
{
	VEC(char *) words = {0};
	const char *const fixed[] = {s->config->program,
				     "explain",
				     "-o",
				     in_work(s, "report.json"),
				     "-overlay",
				     in_work(s, "overlay.json"),
				     "-diagnostics",
				     in_work(s, "errors.json")};
	for (size_t i = 0; i < COUNT(fixed); i++)
		vec_push(s->arena, words, (char *)fixed[i]);
	for (uint32_t i = 0; s->config->flags[i]; i++)
		vec_push(s->arena, words, (char *)s->config->flags[i]);
	vec_push(s->arena, words, whole ? (char *)"." : strrchr(d->path, '/') + 1);
	vec_push(s->arena, words, NULL);
	return words.data;
}

static _Noreturn void run_child(Server *s, const char *directory, char **argv)
{
	int in = open("/dev/null", O_RDONLY), out = open("/dev/null", O_WRONLY);
	int log = open(in_work(s, "log"), O_WRONLY | O_CREAT | O_TRUNC, 0666);
	setpgid(0, 0);
	setenv("TMPDIR", in_work(s, "tmp"), true); /* what it leaves behind when it is killed */
	if (in >= 0 && out >= 0 && log >= 0 && dup2(in, 0) >= 0 && dup2(out, 1) >= 0 &&
	    dup2(log, 2) >= 0 && chdir(directory) == 0)
		execv(argv[0], argv);
	_exit(127);
}

static void start(Server *s, Document *d, bool whole)
{
	char *slash = strrchr(d->path, '/');
	char *directory = strndup(d->path, slash == d->path ? 1 : (size_t)(slash - d->path));
	const char *const old[] = {"report.json", "errors.json", "log"};
	for (size_t i = 0; i < COUNT(old); i++)
		unlink(in_work(s, old[i]));
	char **argv = command(s, d, whole);
	int ends[2];
	d->dirty = false;
	mkdir(in_work(s, "tmp"), 0700);
	if (!write_overlay(s) || pipe(ends) != 0) {
		free(directory);
		return;
	}
	pid_t pid = fork();
	if (pid == 0) {
		close(ends[0]);
		run_child(s, directory, argv);
	}
	close(ends[1]);
	fcntl(ends[0], F_SETFD, FD_CLOEXEC);
	if (pid < 0) {
		close(ends[0]);
		free(directory);
		return;
	}
	setpgid(pid, pid);
	s->job = (Job){pid, ends[0], clock_ms() + TIME_LIMIT, d, directory, whole};
}

static int remove_entry(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st, (void)kind, (void)ftw;
	return remove(path);
}

static void end_job(Server *s)
{
	kill(-s->job.pid, SIGKILL); /* what it has started and left behind */
	while (waitpid(s->job.pid, NULL, 0) < 0 && errno == EINTR)
		continue;
	nftw(in_work(s, "tmp"), remove_entry, 16, FTW_DEPTH | FTW_PHYS);
	close(s->job.alive);
	free(s->job.directory);
	s->job = (Job){0};
}

void job_cancel(Server *s)
{
	if (s->job.pid)
		end_job(s);
}

void job_start_due(Server *s)
{
	for (uint32_t i = 0; i < s->documents.len && !s->job.pid; i++) {
		Document *d = s->documents.data[i];
		if (!d->dirty || d->due > clock_ms())
			continue;
		char *slash = strrchr(d->path, '/');
		const char *directory = arena_copy(s->arena, d->path, (size_t)(slash - d->path));
		start(s, d, in_module(directory));
	}
}

/* The file alone has errors: is it a part of something? */
static bool try_whole(Server *s, Document *d, Result *r)
{
	if (s->job.whole || !r->faults.len || count_sources(s->job.directory) < 2)
		return false;
	result_free(d->result);
	d->result = r; /* kept if the whole has errors too */
	end_job(s);
	start(s, d, true);
	return s->job.pid != 0;
}

void job_finish(Server *s)
{
	Document *d = s->job.document;
	Result *r = result_read(in_work(s, "report.json"), in_work(s, "errors.json"),
				in_work(s, "log"), s->job.directory);
	bool second = s->job.whole && !in_module(s->job.directory);
	if (try_whole(s, d, r))
		return;
	if (second && r->faults.len) { /* programs that have nothing to do with each other */
		result_free(r);
	} else {
		result_free(d->result);
		d->result = r;
	}
	end_job(s);
}
