/*
 * From assembly text to a program.
 *
 * Every unit is an independent nasm process, several at a time. The linker is GNU ld: it drops
 * unused sections, merges the weak shared data and sorts the frame table that the runtime searches.
 * The program is written beside its final place and renamed when it is whole.
 */
#include "driver/driver.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "driver/process.h"

/* Shows what a failed tool printed and says which one failed. */
static int tool_failed(const char *tool, int status, const char *log)
{
	FILE *f = fopen(log, "r");
	char line[1024];
	while (f && fgets(line, sizeof line, f))
		fputs(line, stderr);
	if (f)
		fclose(f);
	if (status >= 0)
		fprintf(stderr, "burrow: %s failed with status %d\n", tool, status);
	else if (errno == ENOENT)
		fprintf(stderr, "burrow: %s is not installed (or not on PATH)\n", tool);
	else
		fprintf(stderr, "burrow: cannot run %s: %s\n", tool, strerror(errno));
	return EXIT_FAULT;
}

typedef struct Assembly { /* one nasm process */
	pid_t pid;
	const char *log;
} Assembly;

int assemble_units(Build *build, const char *const *sources, const char *const *objects, int n)
{
	Assembly *running = NEW_ARRAY(build->arena, Assembly, n + 1);
	int started = 0, status = EXIT_OK;
	for (int finished = 0; finished < n; finished++) {
		while (started < n && started - finished < build->options->jobs && !status) {
			char *argv[] = {"nasm",
					"-f",
					"elf64",
					"-O1",
					"-o",
					(char *)objects[started],
					(char *)sources[started],
					NULL};
			Assembly *a = &running[started++];
			if (build->options->x)
				process_print_command(argv);
			a->log = arena_printf(build->arena, "%s.log", sources[started - 1]);
			a->pid = process_start(argv, a->log);
			if (a->pid < 0)
				return tool_failed("nasm", -1, a->log);
		}
		if (finished >= started)
			break;
		int result = process_wait(running[finished].pid);
		if (result)
			status = tool_failed("nasm", result, running[finished].log);
	}
	return status;
}

/* A regular file (or nothing) is replaced by renaming; anything else, such as /dev/null, is written
 * to in place. */
static bool can_rename_over(const char *output)
{
	struct stat st;
	return lstat(output, &st) != 0 || S_ISREG(st.st_mode);
}

static int output_failed(const char *output, int error)
{
	fprintf(stderr, "burrow: cannot write %s: %s\n", output, strerror(error));
	return EXIT_FAULT;
}

static int copy_to(const char *from, const char *to)
{
	FILE *in = fopen(from, "r"), *out = fopen(to, "w");
	char chunk[65536];
	size_t n;
	bool ok = in && out;
	while (ok && (n = fread(chunk, 1, sizeof chunk, in)) > 0)
		ok = fwrite(chunk, 1, n, out) == n;
	int error = errno;
	if (in)
		fclose(in);
	if (out && fclose(out))
		ok = false, error = errno;
	return ok ? EXIT_OK : output_failed(to, error);
}

static int link_objects(Build *build, const char *temporary, const char *log)
{
	VEC(char *) argv = {0};
	Arena *arena = build->arena;
	static char *const first[] = {
		"ld", "-static",     "-nostdlib", "--gc-sections",   "--eh-frame-hdr",
		"-z", "noexecstack", "-x",        "--build-id=none", "-o"};
	for (size_t i = 0; i < COUNT(first); i++)
		vec_push(arena, argv, first[i]);
	vec_push(arena, argv, (char *)temporary);
	if (build->options->strip)
		vec_push(arena, argv, "-s");
	else if (build->options->strip_debug)
		vec_push(arena, argv, "-S");
	for (uint32_t i = 0; i < build->order.len; i++)
		vec_each(const char *, object, build->order.data[i]->objects)
			vec_push(arena, argv, (char *)*object);
	vec_push(arena, argv, arena_printf(arena, "%s/libruntime.a", build->library));
	vec_push(arena, argv, NULL);
	if (build->options->x)
		process_print_command(argv.data);
	int status = process_run(argv.data, log);
	return status ? tool_failed("ld", status, log) : EXIT_OK;
}

int link_program(Build *build, const char *output)
{
	bool replace = can_rename_over(output);
	const char *log = arena_printf(build->arena, "%s/ld.log", process_work_directory(false));
	struct stat st;
	if (stat(output, &st) == 0 && S_ISDIR(st.st_mode))
		return output_failed(output, EISDIR);
	const char *temporary =
		replace ? arena_printf(build->arena, "%s.tmp%d", output, (int)getpid())
			: arena_printf(build->arena, "%s/program.out",
				       process_work_directory(false));
	FILE *probe = fopen(temporary, "w"); /* a clear message before ld has its own */
	if (!probe)
		return output_failed(output, errno);
	fclose(probe);
	process_set_partial(temporary);
	stats_begin("link");
	int status = link_objects(build, temporary, log);
	stats_end();
	if (!status && !replace)
		status = copy_to(temporary, output);
	else if (!status && rename(temporary, output))
		status = output_failed(output, errno);
	if (status)
		unlink(temporary);
	process_set_partial(NULL);
	return status;
}
