/* Child processes, the work directory and whole output files. See process.c. */
#ifndef BURROW_DRIVER_PROCESS_H
#define BURROW_DRIVER_PROCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* The directory for this run's temporary files, made at the first call and removed at exit unless
 * `keep`. NULL with errno set when it cannot be made. */
const char *process_work_directory(bool keep);

/* Removes the work directory and a partial output now (before replacing the process image, say). */
void process_remove_work(void);

/* Names a file to be removed when burrow ends before it is complete; NULL when it is complete. */
void process_set_partial(const char *path);

/* Starts a program found on PATH, in `directory` when that is not NULL; its standard error goes to
 * the file `stderr_path` when that is not NULL (seen from the directory). Gives
 * its process id, or -1 with errno set. */
pid_t process_start(char *const argv[], const char *directory, const char *stderr_path);

/* Waits for a process; gives its exit status, 128 + N for signal N. */
int process_wait(pid_t pid);

/* Waits for one of n processes, whose ids lie `stride` bytes apart, the first at `offset` from
 * `jobs`; gives its number and *status. */
uint32_t process_wait_any(int *status, const void *jobs, uint32_t n, size_t stride, size_t offset);

/* Says on standard error that `what` ended by a signal, when that is what a status means. */
void process_report_signal(const char *what, int status);

/* Start and wait; -1 with errno set when the program cannot be started. */
int process_run(char *const argv[], const char *stderr_path);

/* Runs a program in the foreground: signals from the terminal go to it and not to burrow. Its exit
 * status, or -1. */
int process_run_foreground(char *const argv[]);

/* Writes a command to standard error on one line, as -x shows it, behind the text `before`. */
void process_print_command(char *const argv[], const char *before);

#endif
