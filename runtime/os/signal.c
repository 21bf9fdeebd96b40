/*
 * Signals. A fault in Go code becomes a call of runtime.sigpanic, as if the faulting instruction
 * had made it; a fault in C, or while a program dies, ends it. Handlers run on an alternate stack
 * that every thread has, and find g through thread-local storage.
 *
 * SIGPIPE ends a program only when it writes to standard output or error. What asks for a dump
 * (SIGQUIT, SIGABRT and the like) shows all goroutines. Signals that only notify (SIGUSR1, SIGALRM,
 * ...) do nothing; those that ask a program to end keep the system's action.
 */
#include "funcmap.h"
#include "os.h"

extern void os_sigreturn(void);
extern void go_sigpanic(void) __asm__("runtime.sigpanic");

enum {
	SIGHUP = 1,
	SIGINT = 2,
	SIGQUIT = 3,
	SIGILL = 4,
	SIGTRAP = 5,
	SIGABRT = 6,
	SIGBUS = 7,
	SIGFPE = 8,
	SIGUSR1 = 10,
	SIGSEGV = 11,
	SIGUSR2 = 12,
	SIGPIPE = 13,
	SIGALRM = 14,
	SIGTERM = 15,
	SIGSTKFLT = 16,
	SIGURG = 23,
	SIGXCPU = 24,
	SIGXFSZ = 25,
	SIGVTALRM = 26,
	SIGPROF = 27,
	SIGIO = 29,
	SIGPWR = 30,
	SIGSYS = 31,
	SIGNALS = 65,
	SIG_BLOCK = 0,
	SIG_UNBLOCK = 1,
	SIG_SETMASK = 2,
	SA_SIGINFO = 4,
	SA_ONSTACK = 0x08000000,
	SA_RESTART = 0x10000000,
	SA_RESTORER = 0x04000000,
	SA_NODEFER = 0x40000000,
};

typedef struct SigAction {
	void (*handler)(int, const int32_t *info, uintptr_t *context);
	uint64_t flags;
	void (*restorer)(void);
	uint64_t mask;
} SigAction;

/* Words of the kernel's ucontext_t where the registers are. */
enum { NIL_PAGE = 4096 };
enum { CTX_R8 = 5, CTX_R14 = 11, CTX_RBP = 15, CTX_RSP = 20, CTX_RIP = 21 };

static const struct {
	int number;
	const char *text;
} names[] = {
	{SIGILL, "SIGILL: illegal instruction"},
	{SIGBUS, "SIGBUS: bus error"},
	{SIGFPE, "SIGFPE: floating-point exception"},
	{SIGSEGV, "SIGSEGV: segmentation violation"},
	{SIGQUIT, "SIGQUIT: quit"},
	{SIGABRT, "SIGABRT: abort"},
	{SIGTRAP, "SIGTRAP: trace trap"},
	{SIGSTKFLT, "SIGSTKFLT: stack fault"},
	{SIGSYS, "SIGSYS: bad system call"},
};

static const uint8_t dumping[] = {SIGQUIT, SIGABRT, SIGTRAP, SIGSTKFLT, SIGSYS};
static const uint8_t notifying[] = {SIGUSR1, SIGUSR2,   SIGPIPE, SIGALRM, SIGXCPU,
				    SIGXFSZ, SIGVTALRM, SIGPROF, SIGIO,   SIGPWR};

static void print_name(int sig)
{
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (names[i].number == sig)
			print_string(names[i].text);
}

/* The goroutine's call of runtime.sigpanic: its return address is that of the fault. */
static bool make_panic(G *g, int sig, const int32_t *info, uintptr_t *context)
{
	uintptr_t pc = context[CTX_RIP], sp = context[CTX_RSP];
	uintptr_t address = *(const uintptr_t *)(info + 4);
	/* A call of a nil function: the return address on the stack says where. */
	if (!func_find(pc) && pc < NIL_PAGE && sp >= g->stack_lo && sp < g->stack_hi) {
		pc = *(uintptr_t *)sp;
		sp += 8;
		address = 0;
	}
	/* A leaf function in C or assembly was given a nil pointer: the Go function that called it
	 * has the fault. */
	uintptr_t bp = context[CTX_RBP];
	if (!func_find(pc) && address < NIL_PAGE && func_find(*(uintptr_t *)sp)) {
		pc = *(uintptr_t *)sp;
		sp += 8;
	}
	while (!func_find(pc) && address < NIL_PAGE && bp > sp && bp < g->stack_hi - 16) {
		pc = ((uintptr_t *)bp)[1];
		sp = bp + 16;
		bp = *(uintptr_t *)bp;
	}
	context[CTX_RBP] = bp;
	if (!func_find(pc) || sp < g->stack_lo + 64 || sp > g->stack_hi)
		return false;
	g->sig = (uint32_t)sig;
	g->sigcode = (uint32_t)info[2];
	g->sigaddr = address;
	g->sigpc = pc;
	sp = (sp & ~(uintptr_t)15) - 8; /* functions without a frame leave it unaligned */
	*(uintptr_t *)sp = pc + 1;      /* return addresses are looked up less 1 */
	context[CTX_RSP] = sp;
	context[CTX_RIP] = (uintptr_t)go_sigpanic;
	return true;
}

static _Noreturn void die(int sig, uintptr_t pc, uintptr_t address)
{
	print_string("fatal error: unexpected signal\n[signal ");
	print_name(sig);
	print_string(" addr=");
	print_hex(address);
	print_string(" pc=");
	print_hex(pc);
	print_string("]\n");
	os_exit(2);
}

static void fault(int sig, const int32_t *info, uintptr_t *context)
{
	M *m = this_m();
	G *g = m ? m->curg : NULL;
	bool in_go = g && context[CTX_RSP] >= g->stack_lo && context[CTX_RSP] <= g->stack_hi;
	if (in_go && !m->dying && make_panic(g, sig, info, context))
		return;
	die(sig, context[CTX_RIP], *(const uintptr_t *)(info + 4));
}

static void dump(int sig, const int32_t *info, uintptr_t *context)
{
	(void)info;
	os_begin_panic();
	sched_freeze();
	print_name(sig);
	print_string("\nPC=");
	print_hex(context[CTX_RIP]);
	print_string("\n");
	traceback_print_others(NULL);
	os_exit(2);
}

/* Of SIGPIPE: the write to the broken pipe fails, and package os decides. */
static void ignore(int sig, const int32_t *info, uintptr_t *context)
{
	(void)sig, (void)info, (void)context;
}

/* ---- installing handlers */

static uint64_t handled; /* bit sig - 1: a handler of ours is installed */

static uint64_t signal_bit(int sig)
{
	return (uint64_t)1 << (sig - 1);
}

static void set_action(int sig, const SigAction *action)
{
	os_call(SYS_SIGACTION, (uintptr_t)sig, (uintptr_t)action, 0, 8, 0, 0);
}

static void set_default(int sig)
{
	static const SigAction a = {NULL, SA_RESTORER, os_sigreturn, 0};
	set_action(sig, &a);
}

/* The signal's own way to end the program: its action is the default one. */
static void die_of(int sig)
{
	uint64_t set = signal_bit(sig);
	os_call(SYS_SIGPROCMASK, SIG_UNBLOCK, (uintptr_t)&set, 0, 8, 0, 0);
	int64_t pid = os_call(SYS_GETPID, 0, 0, 0, 0, 0, 0);
	os_call(SYS_KILL, (uintptr_t)pid, (uintptr_t)sig, 0, 0, 0, 0);
}

/* Of a program that counts its allocations: it still dies of the signal. */
static void report_and_die(int sig, const int32_t *info, uintptr_t *context)
{
	(void)info, (void)context;
	allocs_report();
	set_default(sig);
	die_of(sig);
}

static void handle(int sig, void (*handler)(int, const int32_t *, uintptr_t *))
{
	SigAction a = {handler, SA_SIGINFO | SA_ONSTACK | SA_RESTART | SA_RESTORER | SA_NODEFER,
		       os_sigreturn, 0};
	handled |= signal_bit(sig);
	set_action(sig, &a);
}

void signal_init(void)
{
	handle(SIGSEGV, fault);
	handle(SIGBUS, fault);
	handle(SIGFPE, fault);
	handle(SIGILL, fault);
	for (size_t i = 0; i < sizeof dumping; i++)
		handle(dumping[i], dump);
	for (size_t i = 0; i < sizeof notifying; i++)
		handle(notifying[i], ignore);
	if (modes.allocs) {
		handle(SIGHUP, report_and_die);
		handle(SIGINT, report_and_die);
		handle(SIGTERM, report_and_die);
	}
}

void signal_stack(void *lowest, uintptr_t size)
{
	uintptr_t stack[3] = {(uintptr_t)lowest, 0, size};
	os_call(SYS_SIGALTSTACK, (uintptr_t)stack, 0, 0, 0, 0, 0);
}

/* leaf: standard output or error is a broken pipe */
void signal_die_of_pipe(void)
{
	set_default(SIGPIPE);
	die_of(SIGPIPE);
}

/* ---- fork (package syscall); one at a time */

static uint64_t mask_before_fork;

/* leaf: no handler runs until signal_after_fork, or in the child until
 * signal_after_fork_in_child */
void signal_before_fork(void)
{
	static const uint64_t all = ~(uint64_t)0;
	os_call(SYS_SIGPROCMASK, SIG_SETMASK, (uintptr_t)&all, (uintptr_t)&mask_before_fork, 8, 0,
		0);
}

void signal_after_fork(void) /* leaf */
{
	os_call(SYS_SIGPROCMASK, SIG_SETMASK, (uintptr_t)&mask_before_fork, 0, 8, 0, 0);
}

/* leaf: the child has the parent's memory, so it must not run the parent's handlers */
void signal_after_fork_in_child(void)
{
	for (int sig = 1; sig < SIGNALS; sig++)
		if (handled & signal_bit(sig))
			set_default(sig);
	signal_after_fork();
}
