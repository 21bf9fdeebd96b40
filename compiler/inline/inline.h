/*
 * Inlining: which functions can be inlined, and inlining them; devirtualisation.
 *
 * The rules, the costs and the lines of -m are gc 1.19's. Functions are visited bottom-up; a
 * function that can be inlined keeps a copy of its body as it was before calls in it were inlined.
 */
#ifndef BURROW_INLINE_H
#define BURROW_INLINE_H

#include "ir/ir.h"

typedef struct InlineOptions {
	/* -m: lines "can inline", "inlining call to"; 2: costs, bodies and reasons too */
	int m;
	bool disabled; /* -l: nothing is inlined */
	bool eager;    /* -l=4: a call that is not inlined itself costs 1 */
	/* called with each group of functions that refer to each other, literals included, when
	 * calls in it are inlined, with those it refers to before it; the group's bodies and names
	 * are not looked at any more, but for what is copied from inline_body. NULL: not wanted.
	 * With `disabled` it is not called. */
	void (*group)(void *ctx, Func **funcs, uint32_t n);
	void *ctx;
} InlineOptions;

void inline_package(IrPackage *package, const InlineOptions *options);
/* Inlines the calls of a function that is in no list of the package (ir_shown_wrapper), with -l
 * too. */
void inline_shown(IrPackage *package, const InlineOptions *options, Func *f);

/* Is a call of this function compiled to instructions of its own (math/bits, sync/atomic, ...)? */
bool inline_is_intrinsic(const Func *f);

#endif
