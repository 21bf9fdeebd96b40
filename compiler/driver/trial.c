/*
 * A suggestion on trial: a child process compiles the package with the changed source as far as
 * escape analysis, and its exit status is the answer. The files on disk stay as they are; the
 * changed text goes to the work directory.
 */
#include "driver/trial.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "driver/archive.h"
#include "driver/process.h"

/* The text with the edit made, in the work directory. NULL: it cannot be written. */
static const char *changed_file(Build *build, const SourceFile *f, const ExplainEdit *edit)
{
	const char *file = arena_printf(build->arena, "%s/changed.go",
					process_work_directory(build->options->work));
	Buf text = buf_make(build->arena);
	uint32_t at = edit->at - f->base;
	buf_write(&text, f->text, at);
	buf_puts(&text, edit->insert);
	buf_write(&text, f->text + at, f->size - at);
	return file_write_whole(file, text.data, text.len) ? file : NULL;
}

static _Noreturn void compile_changed(const Trial *trial, const ExplainEdit *edit)
{
	Build *build = trial->build;
	const SourceFile *changed = pos_source(edit->at);
	const char **files = NEW_ARRAY(build->arena, const char *, trial->c->nfiles + 1);
	for (int i = 0; i < trial->c->nfiles; i++) {
		const SourceFile *f = trial->c->files[i]->source;
		files[i] = f == changed ? changed_file(build, f, edit) : f->name;
		if (!files[i])
			_exit(EXIT_FAULT);
	}
	build->options->explain = NULL;
	build->options->m = 0;
	build->options->dump = NULL;
	build->options->try_func = edit->func;
	build->options->try_var = edit->var;
	build->diag = diag_new(build->arena, NULL);
	diag_use(build->diag);
	compile_step(build, trial->c->path, files, (uint32_t)trial->c->nfiles, NULL);
	_exit(EXIT_SOURCE); /* it does not compile */
}

bool trial_run(void *ctx, const ExplainEdit *edit)
{
	const Trial *trial = ctx;
	fflush(stdout);
	process_work_directory(trial->build->options->work); /* this process removes it */
	pid_t pid = fork();
	if (pid == 0)
		compile_changed(ctx, edit);
	int status;
	return pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status) &&
	       WEXITSTATUS(status) == EXIT_OK;
}
