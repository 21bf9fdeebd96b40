// What burrow says when it crashes: a fault of its own like any other (ICE), with the stage and the
// function at work, instead of a bare signal. The handlers run on stacks of their own, so that an
// overflow of the stack is told as well; a build with sanitizers leaves signals to them.
#include "support/support.h"

#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)

void crash_catch(void (*clean)(void))
{
	(void)clean;
}

void crash_thread(void *stack, size_t size)
{
	(void)stack;
	(void)size;
}

#else

static void (*clean_up)(void);

// Text on standard error without stdio, whose locks the crash may hold.
static void tell(const char *text)
{
	ssize_t n = write(STDERR_FILENO, text, strlen(text));
	(void)n;
}

static void on_crash(int number, siginfo_t *info, void *context)
{
	(void)context;
	signal(number, SIG_DFL);
	if (info->si_code == SI_USER) { // sent by another process: that is how this one ends
		raise(number);
		return;
	}
	const Diag *diag = diag_current();
	tell("burrow: internal error");
	if (diag->stage) {
		tell(" in stage ");
		tell(diag->stage);
	}
	if (diag->function) {
		tell(", function ");
		tell(diag->function);
	}
	tell(": ");
	tell(number == SIGSEGV   ? "segmentation fault"
	     : number == SIGBUS  ? "bus error"
	     : number == SIGFPE  ? "arithmetic exception"
	     : number == SIGABRT ? "aborted"
				 : "illegal instruction");
	tell("\nThis is a fault of burrow's, not of your program.\n");
	if (clean_up)
		clean_up();
	_exit(3);
}

void crash_thread(void *stack, size_t size)
{
	stack_t alternate = {.ss_size = size, .ss_sp = stack};
	if (stack)
		sigaltstack(&alternate, NULL);
}

void crash_catch(void (*clean)(void))
{
	static const int signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
	struct sigaction action = {.sa_sigaction = on_crash,
				   .sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESETHAND};
	clean_up = clean;
	crash_thread(malloc(CRASH_STACK), CRASH_STACK);
	for (size_t i = 0; i < COUNT(signals); i++)
		sigaction(signals[i], &action, NULL);
}

#endif
