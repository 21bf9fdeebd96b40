/*
 * How a program starts and ends: arguments, environment, auxiliary vector, debugging modes; exit
 * and fatal errors.
 */
#include "os.h"

Int os_argc;
char **os_argv, **os_envp;
Modes modes;

enum { AT_NULL = 0, AT_PHDR = 3, AT_PHNUM = 5, AT_SYSINFO_EHDR = 33 };

static bool starts_with(const char *s, const char *prefix)
{
	size_t n = strlen(prefix);
	return memcmp(s, prefix, n) == 0;
}

const char *os_getenv(const char *name)
{
	size_t n = strlen(name);
	for (char **e = os_envp; *e; e++)
		if (strlen(*e) > n && (*e)[n] == '=' && starts_with(*e, name))
			return *e + n + 1;
	return NULL;
}

static uint64_t number(const char *s)
{
	uint64_t v = 0;
	while (*s >= '0' && *s <= '9')
		v = v * 10 + (uint64_t)(*s++ - '0');
	return v;
}

/* The value of `key` in a list "key=value,key=value"; a key without value is 1. */
static uint64_t option(const char *list, const char *key)
{
	size_t n = strlen(key);
	while (list && *list) {
		if (strlen(list) >= n && starts_with(list, key)) {
			if (list[n] == '=')
				return number(list + n + 1);
			if (list[n] == ',' || list[n] == 0)
				return 1;
		}
		while (*list && *list != ',')
			list++;
		list += *list == ',';
	}
	return 0;
}

static void read_modes(void)
{
	const char *own = os_getenv("BURROWDEBUG"), *go = os_getenv("GODEBUG");
	modes.gcstress = (uint32_t)option(own, "gcstress");
	modes.stackmove = (uint32_t)option(own, "stackmove");
	modes.poison = (uint32_t)option(own, "poison");
	modes.wbcheck = (uint32_t)option(own, "wbcheck");
	modes.schedseed = option(own, "schedseed");
	modes.gctrace = (uint32_t)option(go, "gctrace");
	modes.schedtrace = (uint32_t)option(go, "schedtrace");
}

/* The kernel's stack: argc, arguments, NULL, environment, NULL, auxiliary vector. */
_Noreturn void os_start(uintptr_t *stack)
{
	const void *phdr = NULL, *vdso = NULL;
	uintptr_t phnum = 0;
	os_argc = (Int)stack[0];
	os_argv = (char **)(stack + 1);
	os_envp = os_argv + os_argc + 1;
	char **e = os_envp;
	while (*e)
		e++;
	for (const uintptr_t *aux = (uintptr_t *)(e + 1); aux[0] != AT_NULL; aux += 2) {
		switch (aux[0]) {
		case AT_PHDR: phdr = (const void *)aux[1]; break;
		case AT_PHNUM: phnum = aux[1]; break;
		case AT_SYSINFO_EHDR: vdso = (const void *)aux[1]; break;
		}
	}
	read_modes();
	symbols_init(phdr, phnum);
	allocs_init();
	clock_init(vdso);
	sched_start();
}

void os_exit(int status)
{
	if (modes.allocs)
		allocs_report();
	for (;;)
		os_call(SYS_EXIT_GROUP, (uintptr_t)status, 0, 0, 0, 0, 0);
}

int os_create(const char *name)
{
	enum { WRITE_CREATE_TRUNCATE = 01 | 0100 | 01000, MODE = 0644 };
	return (int)os_call(SYS_OPEN, (uintptr_t)name, WRITE_CREATE_TRUNCATE, MODE, 0, 0, 0);
}

Int os_write(int fd, const void *p, Int n)
{
	const char *s = p;
	Int left = n;
	while (left > 0) {
		int64_t r =
			os_call(SYS_WRITE, (uintptr_t)fd, (uintptr_t)s, (uintptr_t)left, 0, 0, 0);
		if (r == -EINTR_ || r == -EAGAIN_)
			continue;
		if (r <= 0)
			return n - left;
		s += r;
		left -= r;
	}
	return n;
}

/* Who prints a fatal error: the first goroutine (or thread without one) to have one. The others
 * wait for the end. */
static void *dying;

bool os_dying(void)
{
	return atomic_load(&dying) != NULL;
}

static _Noreturn void wait_for_the_end(void)
{
	uint32_t for_ever = 0;
	for (;;)
		futex_sleep(&for_ever, 0, -1);
}

/* Who dies is pinned from here on: it neither collects nor stops with the world, which may never
 * come to a stop, because those that wait for the end do so at no safepoint. */
static void begin_dying(void)
{
	M *m = this_m();
	void *me = m->curg ? (void *)m->curg : (void *)m;
	if (m->dying++ > 1)
		os_exit(2); /* a fault while the fault is printed */
	if (atomic_load(&dying) != me && !atomic_cas(&dying, NULL, me))
		wait_for_the_end();
	if (m->curg)
		sched_pin();
}

/* main.main has returned. When a panic is being printed, that is the program's end. */
void os_exit_main(void)
{
	if (os_dying())
		wait_for_the_end();
	os_exit(0);
}

void os_begin_panic(void)
{
	begin_dying();
}

static _Noreturn void die(const char *text, Int n)
{
	G *g = this_g();
	begin_dying();
	print_lock();
	print_string("fatal error: ");
	print_bytes(text, n);
	print_string("\n");
	if (traceback_level() > 0) {
		sched_freeze();
		if (g)
			traceback_print(g);
		traceback_print_others(g);
	}
	os_exit(2);
}

void rt_throw(const char *text)
{
	die(text, (Int)strlen(text));
}

void os_fatal_error(const char *text, Int n)
{
	die(text, n);
}

void os_fatal_panic(void)
{
	G *g = this_g();
	begin_dying();
	sched_init_done(); /* the deferred calls have run, and this is one */
	print_lock();
	sched_freeze();
	if (traceback_level() > 0)
		traceback_print(g);
	if (traceback_level() > 1)
		traceback_print_others(g);
	os_exit(2);
}
