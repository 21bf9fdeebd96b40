/* Private to inline/. */
#ifndef BURROW_INLINE_PRIVATE_H
#define BURROW_INLINE_PRIVATE_H

#include "inline/inline.h"

enum {
	MAX_COST = 80,  /* of a function that is inlined */
	CALL_COST = 57, /* of a call that is not inlined itself */
	PANIC_COST = 1,
	THROW_COST = MAX_COST,
	BIG_FUNCTION = 5000,    /* nodes; in functions of at least so many ... */
	BIG_FUNCTION_COST = 20, /* ... only functions of at most this cost are inlined */
};

typedef struct Inliner {
	IrPackage *package;
	Arena *arena;
	const InlineOptions *options;
	Func *func; /* calls in it are being inlined */
	int max_cost;
	bool changed; /* a call in it was */
	bool cut;     /* one was not, to end a recursion */
	bool shown;   /* func is one of inline_shown: gc puts no function literals into it */
	Map active;   /* functions whose bodies are being inlined right now */
	/* of the body that is being copied: what has a copy */
	VarList copied;
	VEC(Label *) copied_labels;
} Inliner;

/* cost.c: decides about f once, sets can_inline, inline_cost, inline_body, cannot_inline; prints
 * the line. */
void inline_decide(Inliner *in, Func *f);
/* The function that an expression in callee position certainly denotes, or NULL. Decides about
 * literals on the way. */
Func *inline_callee(Inliner *in, Node *callee);

/* body.c: the OINLCALL that stands for the call. */
Node *inline_call(Inliner *in, Node *call, Func *callee);

/* devirtualize.c */
void inline_devirtualize(Inliner *in, Func *f);

#endif
