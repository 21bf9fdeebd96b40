/* Linux system calls, without a library. */
#ifndef BURROW_SYSCALL_H
#define BURROW_SYSCALL_H

#include <stdint.h>

enum {
	SYS_WRITE = 1,
	SYS_OPEN = 2,
	SYS_MMAP = 9,
	SYS_MPROTECT = 10,
	SYS_MUNMAP = 11,
	SYS_SIGACTION = 13,
	SYS_SIGPROCMASK = 14,
	SYS_SCHED_YIELD = 24,
	SYS_MADVISE = 28,
	SYS_NANOSLEEP = 35,
	SYS_GETPID = 39,
	SYS_EXIT = 60,
	SYS_KILL = 62,
	SYS_SIGALTSTACK = 131,
	SYS_ARCH_PRCTL = 158,
	SYS_GETTID = 186,
	SYS_FUTEX = 202,
	SYS_SCHED_GETAFFINITY = 204,
	SYS_CLOCK_GETTIME = 228,
	SYS_EXIT_GROUP = 231,
	SYS_TGKILL = 234,
	EINTR_ = 4,
	EAGAIN_ = 11,
	ETIMEDOUT_ = 110,
};

/* The result, or minus the error number. */
static inline int64_t os_call(long nr, uintptr_t a, uintptr_t b, uintptr_t c, uintptr_t d,
			      uintptr_t e, uintptr_t f)
{
	int64_t result;
	register uintptr_t r10 __asm__("r10") = d;
	register uintptr_t r8 __asm__("r8") = e;
	register uintptr_t r9 __asm__("r9") = f;
	__asm__ volatile("syscall"
			 : "=a"(result)
			 : "a"(nr), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
			 : "rcx", "r11", "memory");
	return result;
}

#endif
