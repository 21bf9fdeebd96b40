/*
 * Signals. A fault in Go code becomes a call of runtime.sigpanic, as if the faulting instruction
 * had made it; a fault in C, or while a program dies, ends it. Handlers run on an alternate stack
 * that every thread has, and find g through thread-local storage.
 *
 * SIGPIPE ends a program only when it writes to standard output or error. What asks for a dump
 * (SIGQUIT, SIGABRT and the like) shows all goroutines. Signals that only notify (SIGUSR1, SIGALRM,
 * ...) do nothing; those that ask a program to end keep the system's action.
 *
 * A signal that package os/signal wants is noted in a set, from which a goroutine that sleeps on a
 * futex takes it (runtime/lib/runtime/signal.go).
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
	SIGKILL = 9,
	SIGUSR1 = 10,
	SIGSEGV = 11,
	SIGUSR2 = 12,
	SIGPIPE = 13,
	SIGALRM = 14,
	SIGTERM = 15,
	SIGSTKFLT = 16,
	SIGSTOP = 19,
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

#define SIG_IGN ((void (*)(int, const int32_t *, uintptr_t *))1)

/* Words of the kernel's ucontext_t where the registers are. */
enum { NIL_PAGE = 4096 };
enum { CTX_R8 = 5, CTX_R14 = 11, CTX_RBP = 15, CTX_RSP = 20, CTX_RIP = 21 };

/* Of package os/signal; bit sig - 1. */
static struct {
	uint64_t wanted, pending; /* atomic */
	uint64_t ignored;         /* by the program, or by who started it; until it is wanted */
	uint32_t arrived;         /* the futex: 1 when something was added to `pending` */
} notes;

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

static uint64_t signal_bit(int sig)
{
	return (uint64_t)1 << (sig - 1);
}

/* Whether package os/signal wants it: then it is noted. */
static bool note_signal(int sig)
{
	if (!(atomic_load(&notes.wanted) & signal_bit(sig)))
		return false;
	__atomic_fetch_or(&notes.pending, signal_bit(sig), __ATOMIC_SEQ_CST);
	if (!__atomic_exchange_n(&notes.arrived, 1, __ATOMIC_SEQ_CST))
		futex_wake(&notes.arrived, 1);
	return true;
}

static void fault(int sig, const int32_t *info, uintptr_t *context)
{
	bool sent = info[2] <= 0; /* by a program, not by the processor */
	if (sent && note_signal(sig))
		return;
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
	if (note_signal(sig))
		return;
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
static void notify(int sig, const int32_t *info, uintptr_t *context)
{
	(void)info, (void)context;
	note_signal(sig);
}

/* ---- installing handlers */

static uint64_t handled; /* bit sig - 1: a handler of ours is installed */

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
	if (note_signal(sig))
		return;
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

static bool is_among(int sig, const uint8_t *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (list[i] == sig)
			return true;
	return false;
}

/* What is done about a signal that nobody asked for; false: nothing. */
static bool handle_as_usual(int sig)
{
	if (sig == SIGSEGV || sig == SIGBUS || sig == SIGFPE || sig == SIGILL)
		handle(sig, fault);
	else if (is_among(sig, dumping, sizeof dumping))
		handle(sig, dump);
	else if (is_among(sig, notifying, sizeof notifying))
		handle(sig, notify);
	else if (modes.allocs && (sig == SIGHUP || sig == SIGINT || sig == SIGTERM))
		handle(sig, report_and_die);
	else
		return false;
	return true;
}

static void note_ignored(int sig)
{
	SigAction a = {0};
	os_call(SYS_SIGACTION, (uintptr_t)sig, 0, (uintptr_t)&a, 8, 0, 0);
	if (a.handler == SIG_IGN)
		notes.ignored |= signal_bit(sig);
}

void signal_init(void)
{
	note_ignored(SIGHUP);
	note_ignored(SIGINT);
	for (int sig = 1; sig < SIGNALS; sig++)
		handle_as_usual(sig);
}

/* ---- package os/signal; the calls that change something come one at a time */

static bool can_be_handled(uint32_t sig)
{
	return sig > 0 && sig < SIGNALS && sig != SIGKILL && sig != SIGSTOP;
}

void signal_enable(uint32_t sig) /* leaf */
{
	if (!can_be_handled(sig))
		return;
	notes.ignored &= ~signal_bit((int)sig);
	__atomic_fetch_or(&notes.wanted, signal_bit((int)sig), __ATOMIC_SEQ_CST);
	if (!handle_as_usual((int)sig))
		handle((int)sig, notify);
}

static void not_wanted(uint32_t sig)
{
	__atomic_fetch_and(&notes.wanted, ~signal_bit((int)sig), __ATOMIC_SEQ_CST);
}

void signal_disable(uint32_t sig) /* leaf */
{
	if (!can_be_handled(sig))
		return;
	not_wanted(sig);
	if (!handle_as_usual((int)sig))
		set_default((int)sig);
}

void signal_ignore(uint32_t sig) /* leaf */
{
	static const SigAction ignored = {SIG_IGN, SA_RESTORER, os_sigreturn, 0};
	if (!can_be_handled(sig))
		return;
	not_wanted(sig);
	notes.ignored |= signal_bit((int)sig);
	handled &= ~signal_bit((int)sig);
	set_action((int)sig, &ignored);
}

bool signal_ignored(uint32_t sig) /* leaf */
{
	return can_be_handled(sig) && notes.ignored & signal_bit((int)sig);
}

/* leaf: takes a signal that has come; 0: none. Then the futex is ready to sleep on. */
uint32_t signal_take(void)
{
	atomic_store(&notes.arrived, 0);
	uint64_t pending = atomic_load(&notes.pending);
	if (!pending)
		return 0;
	int sig = __builtin_ctzll(pending) + 1;
	__atomic_fetch_and(&notes.pending, ~signal_bit(sig), __ATOMIC_SEQ_CST);
	return (uint32_t)sig;
}

uint32_t *signal_futex(void) /* leaf */
{
	return &notes.arrived;
}

bool signal_is_pending(void) /* leaf */
{
	return atomic_load(&notes.pending) != 0;
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
