// Parses the files named on the command line and verifies their trees; -dump prints them, -q
// reports nothing, -e all errors. Exit status 1 when one had syntax errors. The last line on stdout
// counts files, lines and failures.
#include "syntax/syntax.h"

#include <pthread.h>

static int run_argc;
static char **run_argv;
static int failures;

static void *run(void *unused)
{
	unsigned flags = 0;
	bool dump = false, all = false;
	uint32_t lines = 0, files = 0;
	for (int i = 1; i < run_argc; i++) {
		const char *error;
		if (!strcmp(run_argv[i], "-dump")) {
			dump = true;
			continue;
		}
		if (!strcmp(run_argv[i], "-q")) {
			flags |= PARSE_QUIET;
			continue;
		}
		if (!strcmp(run_argv[i], "-e")) {
			all = true;
			continue;
		}
		SourceFile *source = source_read(run_argv[i], run_argv[i], &error);
		if (!source) {
			fprintf(stderr, "%s: %s\n", run_argv[i], error);
			failures++;
			continue;
		}
		Arena *arena = arena_new();
		Diag *diag = diag_new(arena, stderr);
		diag->error_limit = all ? 0 : diag->error_limit;
		diag_use(diag);
		File *file = syntax_parse(arena, source, flags);
		diag_flush();
		if (!file->failed)
			syntax_verify(file);
		if (file->failed)
			printf("%s: failed\n", run_argv[i]);
		if (dump)
			syntax_print(stdout, file);
		failures += file->failed;
		files++;
		lines += source->line_count;
		arena_free(arena);
	}
	printf("%u files, %u lines, %d failed\n", files, lines, failures);
	return unused;
}

int main(int argc, char **argv)
{
	pthread_attr_t attributes;
	pthread_t thread;
	run_argc = argc;
	run_argv = argv;
	pthread_attr_init(&attributes);
	pthread_attr_setstacksize(&attributes, (size_t)4 << 30);
	if (pthread_create(&thread, &attributes, run, NULL) != 0)
		return 2;
	pthread_join(thread, NULL);
	return failures != 0;
}
