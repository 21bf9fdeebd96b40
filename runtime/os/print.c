/* Printing for C: straight to standard error, without memory of its own, so that it works in signal
 * handlers and dying programs. */
#include "os.h"

static uint32_t owner, depth; /* thread number + 1 of who holds the lock, and how often */

void print_lock(void)
{
	uint32_t me = this_m()->id + 1, none = 0;
	if (__atomic_load_n(&owner, __ATOMIC_RELAXED) != me)
		while (!__atomic_compare_exchange_n(&owner, &none, me, false, __ATOMIC_ACQUIRE,
						    __ATOMIC_RELAXED)) {
			none = 0;
			os_call(SYS_SCHED_YIELD, 0, 0, 0, 0, 0, 0);
		}
	depth++;
}

void print_unlock(void)
{
	if (--depth == 0)
		__atomic_store_n(&owner, 0, __ATOMIC_RELEASE);
}

void print_bytes(const void *p, Int n)
{
	os_write(2, p, n);
}

void print_string(const char *s)
{
	os_write(2, s, (Int)strlen(s));
}

static void digits(uint64_t v, unsigned base)
{
	char buf[24];
	unsigned i = sizeof buf;
	do
		buf[--i] = "0123456789abcdef"[v % base];
	while ((v /= base));
	os_write(2, buf + i, (Int)(sizeof buf - i));
}

void print_uint(uint64_t v)
{
	digits(v, 10);
}

void print_int(int64_t v)
{
	if (v < 0)
		print_string("-");
	digits(v < 0 ? -(uint64_t)v : (uint64_t)v, 10);
}

void print_hex(uint64_t v)
{
	print_string("0x");
	digits(v, 16);
}
