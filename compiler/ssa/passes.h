/*
 * Private to ssa/: the passes and what they share. Each pass is a file with one entry point, takes
 * verified SSA and leaves verified SSA; passes.c has the table of all, in order.
 */
#ifndef BURROW_SSA_PASSES_H
#define BURROW_SSA_PASSES_H

#include "ssa/ssa.h"

void ssa_pass_copies(SsaFunc *f);
void ssa_pass_dead(SsaFunc *f);
void ssa_pass_fold(SsaFunc *f);
void ssa_pass_divide(SsaFunc *f);
void ssa_pass_scale(SsaFunc *f);
void ssa_pass_branches(SsaFunc *f);
void ssa_pass_cse(SsaFunc *f);
void ssa_pass_nilcheck(SsaFunc *f);
void ssa_pass_faults(SsaFunc *f);
void ssa_pass_prove(SsaFunc *f);
void ssa_pass_loads(SsaFunc *f);
void ssa_pass_stores(SsaFunc *f);
void ssa_pass_combine(SsaFunc *f);
void ssa_pass_select(SsaFunc *f);
void ssa_pass_switch(SsaFunc *f);
void ssa_pass_polls(SsaFunc *f);
void ssa_pass_cold(SsaFunc *f);
void ssa_pass_slots(SsaFunc *f);

/* Rewriting the values of a block: the pass walks the old list and builds the new one. */
typedef struct Rewriter {
	SsaFunc *f;
	Block *block;
	VEC(Value *) out;
	Pos pos;
	uint32_t inl;
	bool changed;
} Rewriter;

/* Begins with an empty list for b. */
void rewrite_begin(Rewriter *r, Block *b);
/* The new list becomes the block's. */
void rewrite_end(Rewriter *r);
Value *rewrite0(Rewriter *r, SsaOp op, Kind kind, int64_t aux);
Value *rewrite1(Rewriter *r, SsaOp op, Kind kind, int64_t aux, Value *x);
Value *rewrite2(Rewriter *r, SsaOp op, Kind kind, int64_t aux, Value *x, Value *y);
Value *rewrite_const(Rewriter *r, Kind kind, int64_t c);

/* The constant c as a value of `kind` has it in aux: sign-extended. */
int64_t ssa_sign_extend(int64_t c, Kind kind);
int64_t ssa_zero_extend(int64_t c, Kind kind);
/* A value that is 0 or 1. */
bool ssa_is_bool(const Value *v);

#endif
