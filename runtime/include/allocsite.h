/*
 * The tables of allocation sites in a program built with -allocs, one for each package:
 * compiler/driver/allocs.c writes them, runtime/mem/allocs.c reads them. `rt_alloc_tables` is the
 * list of their addresses, ended by 0. Addresses are absolute and fit in 32 bits.
 */
#ifndef BURROW_ALLOCSITE_H
#define BURROW_ALLOCSITE_H

#include <stdint.h>

typedef struct AllocSite {
	uint32_t function;     /* address of the symbol of the function whose code it is in */
	uint32_t inl;          /* entry of that function's inlined calls + 1, 0: not inlined */
	uint32_t file;         /* address of its name */
	uint32_t line, column; /* of the call into the runtime */
	uint32_t depth;        /* of loops around it */
	uint32_t by;           /* SITE_...: who takes the memory */
	uint32_t bytes;        /* of one object; 0: not known */
	uint32_t promise;      /* PROMISE_... */
	uint32_t bound; /* PROMISE_BOUND: objects of this many bytes or fewer are not on the heap */
	uint32_t verdict; /* address of its text */
	uint32_t text;    /* address of the expression's text */
} AllocSite;

enum {
	SITE_ITSELF,
	SITE_APPEND,
	SITE_MAP,
	SITE_STRING,
	SITE_CHANNEL,
	SITE_BOXING,
	SITE_GOROUTINE,
	SITE_DEFER,
	SITE_KINDS
};

enum { PROMISE_HEAP, PROMISE_BOUND, PROMISE_NONE };

typedef struct AllocTable {
	uint32_t count, size; /* sites; bytes of one */
	AllocSite sites[];
} AllocTable;

#endif
