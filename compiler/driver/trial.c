/*
 * A suggestion on trial: a child process compiles the package with the changed source as far as
 * escape analysis, and writes down what is on the heap then. The files on disk stay as they are;
 * the changed text goes to the work directory.
 */
#include "driver/trial.h"

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "driver/archive.h"
#include "driver/process.h"

void trial_leave_out(const Build *build, Compilation *c)
{
	for (int i = 0; i < c->nfiles; i++)
		for (uint32_t j = 0; j < c->files[i]->decls.len; j++) {
			Decl *d = c->files[i]->decls.data[j];
			const Decl *same = build->whole_files[i]->decls.data[j];
			if (d->kind == DECL_FUNC && !explain_part_keeps(build->part, same))
				d->func.body = NULL;
		}
}

static int by_place(const void *a, const void *b)
{
	const ExplainEdit *x = a, *y = b;
	return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

/* The text of f with the edits made, in the work directory; the file itself when there is none in
 * it. NULL: it cannot be written. */
static const char *changed_file(Build *build, const SourceFile *f, const ExplainEdit *edits,
				uint32_t n, int number)
{
	const char *file = arena_printf(build->arena, "%s/changed%d.go",
					process_work_directory(build->options->work), number);
	Buf text = buf_make(build->arena);
	uint32_t at = 0;
	for (uint32_t i = 0; i < n; i++) {
		if (pos_source(edits[i].span.start) != f)
			continue;
		uint32_t start = edits[i].span.start - f->base;
		if (start < at)
			return NULL; /* they overlap */
		buf_write(&text, f->text + at, start - at);
		buf_puts(&text, edits[i].text);
		at = edits[i].span.end - f->base;
	}
	if (!text.len)
		return f->name;
	buf_write(&text, f->text + at, f->size - at);
	return file_write_whole(file, text.data, text.len) ? file : NULL;
}

static _Noreturn void compile_changed(const Trial *trial, const ExplainPart *part,
				      const ExplainChange *change, const char *heap)
{
	Build *build = trial->build;
	uint32_t n = change->edits.len;
	ExplainEdit *edits = NEW_ARRAY(build->arena, ExplainEdit, n + 1);
	memcpy(edits, change->edits.data, n * sizeof *edits);
	qsort(edits, n, sizeof *edits, by_place);
	const char **files = NEW_ARRAY(build->arena, const char *, trial->c->nfiles + 1);
	for (int i = 0; i < trial->c->nfiles; i++) {
		files[i] = changed_file(build, trial->c->files[i]->source, edits, n, i);
		if (!files[i])
			_exit(EXIT_FAULT);
	}
	build->options->explain = NULL;
	build->options->m = 0;
	build->options->dump = NULL;
	build->options->json = NULL;
	build->options->trial = heap;
	build->part = part;
	build->whole_files = trial->c->files;
	build->whole_ir = trial->c->ir;
	build->diag = diag_new(build->arena, NULL);
	diag_use(build->diag);
	compile_step(build, trial->c->path, files, (uint32_t)trial->c->nfiles, NULL);
	_exit(EXIT_SOURCE); /* it does not compile */
}

/* The package with the change, or the part of it; NULL: all. */
static TrialResult run(const Trial *trial, const ExplainPart *part, HeapNames *before,
		       const ExplainFinding *finding, const ExplainChange *change)
{
	Build *build = trial->build;
	fflush(stdout);
	/* this process removes the directory */
	const char *heap = arena_printf(build->arena, "%s/heap.%d",
					process_work_directory(build->options->work), getpid());
	pid_t pid = fork();
	if (pid == 0)
		compile_changed(trial, part, change, heap);
	int status;
	bool ok = pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status) &&
		  WEXITSTATUS(status) == EXIT_OK;
	TrialResult result = TRIAL_INVALID;
	if (ok)
		result = explain_compare(build->arena, before, part != NULL, finding, change->aim,
					 heap);
	unlink(heap);
	return result;
}

TrialResult trial_run(void *ctx, const ExplainFinding *finding, const ExplainChange *change)
{
	Trial *trial = ctx;
	const ExplainPart *part = explain_part(trial->c->ir, change);
	TrialResult result = TRIAL_SPREADS;
	if (part)
		result = run(trial, part, explain_heap(trial->c->ir, part), finding, change);
	if (result != TRIAL_SPREADS && !trial->build->options->verify)
		return result;
	if (!trial->before)
		trial->before = explain_heap(trial->c->ir, NULL);
	TrialResult all = run(trial, NULL, trial->before, finding, change);
	if (result != TRIAL_SPREADS && result != all)
		ICE(finding->pos, "the trial of a part of the package has shown %d, not %d", result,
		    all);
	return all;
}
