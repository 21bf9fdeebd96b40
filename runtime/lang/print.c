/*
 * print and println: the text of one statement is collected and written to standard error at its
 * end, so that the lines of different goroutines do not mix. A goroutine owns the buffer from
 * printlock to printunlock, which nest; package runtime lets others run while it cannot have it.
 * It is pinned meanwhile, so that a dying program never waits for one that has stopped.
 */
#include "lang.h"

static struct {
	G *owner; /* atomic */
	uint32_t depth;
	uint32_t used;
	char text[1024];
} out;

bool print_try_lock(void)
{
	G *g = this_g(), *none = NULL;
	if (__atomic_load_n(&out.owner, __ATOMIC_RELAXED) != g &&
	    !__atomic_compare_exchange_n(&out.owner, &none, g, false, __ATOMIC_ACQUIRE,
					 __ATOMIC_RELAXED))
		return false;
	sched_pin();
	out.depth++;
	return true;
}

static void flush(void)
{
	os_write(2, out.text, out.used);
	out.used = 0;
}

void print_unlock_go(void)
{
	if (--out.depth == 0) {
		flush();
		__atomic_store_n(&out.owner, NULL, __ATOMIC_RELEASE);
	}
	sched_unpin();
}

/* Text printed without the lock (a panic's) goes out at once. */
void print_go_string(const char *s, Int n)
{
	if (__atomic_load_n(&out.owner, __ATOMIC_RELAXED) != this_g()) {
		os_write(2, s, n);
		return;
	}
	if (n > (Int)sizeof out.text - (Int)out.used)
		flush();
	if (n > (Int)sizeof out.text) {
		os_write(2, s, n);
		return;
	}
	memcpy(out.text + out.used, s, (size_t)n);
	out.used += (uint32_t)n;
}

static void print_digits(uint64_t v, unsigned base, const char *prefix)
{
	char buf[24];
	unsigned i = sizeof buf;
	do
		buf[--i] = "0123456789abcdef"[v % base];
	while ((v /= base));
	for (unsigned n = (unsigned)strlen(prefix); n > 0; n--)
		buf[--i] = prefix[n - 1];
	print_go_string(buf + i, (Int)(sizeof buf - i));
}

void print_go_int(int64_t v)
{
	if (v < 0)
		print_digits(-(uint64_t)v, 10, "-");
	else
		print_digits((uint64_t)v, 10, "");
}

void print_go_uint(uint64_t v)
{
	print_digits(v, 10, "");
}

void print_go_hex(uint64_t v)
{
	print_digits(v, 16, "0x");
}

/* A sign, one digit, six decimals, an exponent of three digits: +1.500000e+000. The value is scaled
 * in double precision, so the last digit is only as good as that. Answers the length. */
Int print_format_float(char *buf, double v)
{
	enum { DIGITS = 7 };
	if (v != v) {
		memcpy(buf, "NaN", 3);
		return 3;
	}
	if (v + v == v && v != 0) {
		memcpy(buf, v > 0 ? "+Inf" : "-Inf", 4);
		return 4;
	}
	char *p = buf;
	int exponent = 0;
	*p++ = __builtin_signbit(v) ? '-' : '+';
	v = __builtin_fabs(v);
	if (v != 0) {
		for (; v >= 10; exponent++)
			v /= 10;
		for (; v < 1; exponent--)
			v *= 10;
		double half = 5;
		for (int i = 0; i < DIGITS; i++)
			half /= 10;
		v += half;
		if (v >= 10) {
			exponent++;
			v /= 10;
		}
	}
	for (int i = 0; i < DIGITS; i++) {
		int digit = (int)v;
		*p++ = (char)('0' + digit);
		if (i == 0)
			*p++ = '.';
		v = (v - digit) * 10;
	}
	*p++ = 'e';
	*p++ = exponent < 0 ? '-' : '+';
	exponent = exponent < 0 ? -exponent : exponent;
	*p++ = (char)('0' + exponent / 100);
	*p++ = (char)('0' + exponent / 10 % 10);
	*p++ = (char)('0' + exponent % 10);
	return p - buf;
}
