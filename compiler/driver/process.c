/*
 * Running the assembler, the linker and finished programs.
 *
 * Children are started with posix_spawn, a bounded number at a time. Temporary files live in one
 * work directory per run of burrow; it is removed at exit, also on Ctrl-C, unless -work asks to
 * keep it. An output file is written under a temporary name beside its place and renamed when it is
 * whole, so no half-written file is ever seen.
 */
#include "driver/process.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <pthread.h>
#include <time.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* The work directory and the output under way: read by the signal handler, so they are plain global
 * storage. */
static char work_directory[4096];
static char partial_output[4096];
static bool keep_work;

static volatile sig_atomic_t stopping; /* a signal is ending burrow */

/* The file or directory `name` in the directory `at`, with all in it. Runs in the signal handler:
 * system calls only, no memory of malloc's. */
static void remove_tree(int at, const char *name)
{
	if (unlinkat(at, name, 0) == 0)
		return;
	int directory = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (directory < 0)
		return;
	_Alignas(struct dirent64) char entries[4096];
	long n;
	while ((n = syscall(SYS_getdents64, directory, entries, sizeof entries)) > 0) {
		const struct dirent64 *entry;
		for (long i = 0; i < n; i += entry->d_reclen) {
			entry = (const void *)(entries + i);
			if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
				remove_tree(directory, entry->d_name);
		}
	}
	close(directory);
	unlinkat(at, name, AT_REMOVEDIR);
}

static void remove_work(void)
{
	if (partial_output[0])
		unlink(partial_output);
	/* After a signal an assembler or another thread may still be making files there: until the
	 * directory is gone they are removed again, for a second at most. */
	for (int i = 0; i < 100 && work_directory[0] && !keep_work; i++) {
		remove_tree(AT_FDCWD, work_directory);
		if (access(work_directory, F_OK) != 0)
			break;
		nanosleep(&(struct timespec){.tv_nsec = 10 * 1000 * 1000}, NULL);
	}
	partial_output[0] = work_directory[0] = 0;
}

static void on_signal(int signal_number)
{
	stopping = 1;
	remove_work();
	signal(signal_number, SIG_DFL);
	raise(signal_number);
}

const char *process_work_directory(bool keep)
{
	if (work_directory[0])
		return work_directory;
	const char *tmp = getenv("TMPDIR");
	char template[sizeof work_directory];
	snprintf(template, sizeof template, "%s/burrow-XXXXXX", tmp && *tmp ? tmp : "/tmp");
	int signals[] = {SIGINT, SIGTERM, SIGHUP};
	sigset_t held;
	sigemptyset(&held);
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		sigaddset(&held, signals[i]);
		signal(signals[i], on_signal);
	}
	pthread_sigmask(SIG_BLOCK, &held, NULL);
	bool made = mkdtemp(template);
	keep_work = keep;
	if (made)
		strcpy(work_directory, template);
	pthread_sigmask(SIG_UNBLOCK, &held, NULL);
	if (!made)
		return NULL;
	if (keep)
		fprintf(stderr, "WORK=%s\n", work_directory);
	atexit(remove_work);
	return work_directory;
}

void process_remove_work(void)
{
	remove_work();
}

void process_set_partial(const char *path)
{
	snprintf(partial_output, sizeof partial_output, "%s", path ? path : "");
}

void process_print_command(char *const argv[], const char *before)
{
	fputs(before, stderr);
	for (int i = 0; argv[i]; i++)
		fprintf(stderr, "%s%s", i ? " " : "", argv[i]);
	fputc('\n', stderr);
}

/* The exit status of a finished child, as a shell gives it. */
static int shell_status(int status)
{
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

/* Nothing is to be told of a child that has died of a signal to all of the group: burrow ends, as
 * soon as the handler runs, perhaps on another thread. */
static void wait_for_end(int child_signal)
{
	if (child_signal != SIGINT && child_signal != SIGTERM && child_signal != SIGHUP)
		return;
	nanosleep(&(struct timespec){.tv_nsec = 100 * 1000 * 1000}, NULL);
	while (stopping)
		pause();
}

void process_report_signal(const char *what, int status)
{
	if (status <= 128)
		return;
	wait_for_end(status - 128);
	fprintf(stderr, "burrow: %s died of signal %d (%s)\n", what, status - 128,
		strsignal(status - 128));
}

pid_t process_start(char *const argv[], const char *directory, const char *stderr_path)
{
	posix_spawn_file_actions_t actions;
	posix_spawn_file_actions_init(&actions);
	if (directory)
		posix_spawn_file_actions_addchdir_np(&actions, directory);
	if (stderr_path)
		posix_spawn_file_actions_addopen(&actions, 2, stderr_path,
						 O_WRONLY | O_CREAT | O_TRUNC, 0666);
	pid_t pid;
	int error = posix_spawnp(&pid, argv[0], &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	if (error) {
		errno = error;
		return -1;
	}
	return pid;
}

int process_wait(pid_t pid)
{
	int status;
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return 127;
	return shell_status(status);
}

uint32_t process_wait_any(int *status, const void *jobs, uint32_t n, size_t stride, size_t offset)
{
	for (;;) {
		int wait_status;
		pid_t pid = waitpid(-1, &wait_status, 0);
		if (pid < 0 && errno != EINTR) {
			*status = 127;
			return 0;
		}
		for (uint32_t i = 0; pid > 0 && i < n; i++) {
			pid_t job;
			memcpy(&job, (const char *)jobs + i * stride + offset, sizeof job);
			if (job != pid)
				continue;
			*status = shell_status(wait_status);
			return i;
		}
	}
}

int process_run(char *const argv[], const char *stderr_path)
{
	pid_t pid = process_start(argv, NULL, stderr_path);
	return pid < 0 ? -1 : process_wait(pid);
}

int process_run_foreground(char *const argv[])
{
	pid_t pid = process_start(argv, NULL, NULL);
	if (pid < 0)
		return -1;
	signal(SIGINT, SIG_IGN);
	signal(SIGQUIT, SIG_IGN);
	return process_wait(pid);
}
