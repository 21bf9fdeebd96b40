/*
 * SSA: functions as blocks of values, between the lowered IR and machine code.
 *
 * A value is a scalar: an integer of 1, 2, 4 or 8 bytes, a pointer, a float32 or a float64.
 * Strings, slices, interfaces, complex numbers, structs and one-element arrays of up to four
 * scalars are taken apart when SSA is built; whatever is larger, or has its address taken, lives in
 * a stack slot (Slot). The kind `ptr` is exact: what the collector and the stack copier must see is
 * of kind ptr, and nothing else is.
 *
 * A block's values stand in the order in which they are executed: a value after its arguments, phis
 * first. Loads, stores, calls and checks keep that order; pure values may move as long as their
 * arguments come before them. Constants and addresses of symbols and slots are values too, in any
 * block that dominates their uses; a back end repeats rather than keeps them.
 *
 * Implicit nil checks: after ssa_optimize, a NIL_CHECK that a load or store of the same pointer
 * follows closely is gone: the access itself faults. So a FAULT value must not be moved or dropped
 * after that (a LOAD without uses is then still there only when it has VF_CHECK: it stands for the
 * check and must be emitted).
 *
 * Files: build*.c construct SSA, abi.c assigns registers and stack places to parameters, the passes
 * of ssa_passes (passes.c) each have a file of their own, slots.c tells which slots live at the
 * safepoints, verify.c and print.c.
 */
#ifndef BURROW_SSA_H
#define BURROW_SSA_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "ir/ir.h"
#include "support/support.h"
#include "types/types.h"

typedef struct SsaFunc SsaFunc;
typedef struct Block Block;
typedef struct Value Value;
typedef struct Slot Slot;
typedef struct Abi Abi;
typedef struct CallInfo CallInfo;

/* ---- kinds of values */
typedef enum Kind { K_VOID, K_I8, K_I16, K_I32, K_I64, K_PTR, K_F32, K_F64, K_TUPLE, NKINDS } Kind;

extern const char *const ssa_kind_name[NKINDS];
static inline bool kind_is_int(Kind k)
{
	return k >= K_I8 && k <= K_I64;
}
static inline bool kind_is_float(Kind k)
{
	return k == K_F32 || k == K_F64;
}
static inline unsigned kind_size(Kind k)
{
	return (const uint8_t[]){0, 1, 2, 4, 8, 8, 4, 8, 0}[k];
}

/* ---- operations: see ops.def */
typedef enum SsaOp {
	OP_INVALID,
#define X(name, text, nargs, result, properties) OP_##name,
#include "ssa/ops.def"
#undef X
	NSSAOPS
} SsaOp;

enum { /* properties; described in ops.def */
       OPF_PURE = 1 << 0,
       OPF_COMMUTES = 1 << 1,
       OPF_READ = 1 << 2,
       OPF_WRITE = 1 << 3,
       OPF_CALL = 1 << 4,
       OPF_FAULT = 1 << 5,
       OPF_SAFEPOINT = 1 << 6,
       OPF_CONST = 1 << 7,
       OPF_PINNED = 1 << 8,
       OPF_EFFECT = 1 << 9,
};

typedef enum ResultRule {
	RES_VOID,
	RES_BOOL,
	RES_INT,
	RES_I64,
	RES_PTR,
	RES_FLT,
	RES_ANY,
	RES_TUPLE,
	RES_SAME,
	RES_FSAME
} ResultRule;

typedef struct OpInfo {
	const char *name;
	int8_t nargs;   /* -1: any number */
	uint8_t result; /* ResultRule */
	uint16_t flags; /* OPF_... */
} OpInfo;
extern const OpInfo ssa_ops[NSSAOPS];

/* ---- values */
enum {                       /* Value.flags */
       VF_NONNIL = 1 << 0,   /* a pointer that is known not to be nil */
       VF_CHECK = 1 << 1,    /* a LOAD or STORE that stands for a nil check */
       VF_VOLATILE = 1 << 2, /* a LOAD that must not be merged or dropped */
       VF_INIT = 1 << 3,     /* a STORE to fresh memory */
       /* a LOAD of memory that never changes (itabs, type descriptors, closures) */
       VF_IMMUTABLE = 1 << 4,
       /* an integer that is not negative: the length or capacity of a string or slice */
       VF_LENGTH = 1 << 5,
};

struct Value {
	uint8_t op;     /* SsaOp */
	uint8_t kind;   /* Kind */
	uint16_t flags; /* VF_... */
	uint32_t id;    /* unique in the function, below f->next_value */
	/* number of uses as argument or control; right after ssa_count_uses and after ssa_optimize
	 * */
	uint32_t uses;
	uint32_t nargs;
	Value **args;
	Value *room[3];         /* args points here when there are few */
	int64_t aux;            /* constant, offset, size, index */
	union {                 /* by op */
		Str sym;        /* ADDR_SYM: Go's name of a symbol */
		Slot *slot;     /* ADDR_SLOT */
		CallInfo *call; /* CALL... */
	};
	Block *block;
	Pos pos;
	/* inlined call that it comes from: entry + 1 of f->ir->inlines, 0: none */
	uint32_t inl;
	uint32_t mark; /* scratch of a pass, and of the back end */
	void *data;    /* likewise */
};

/* ---- blocks */
typedef enum BlockKind {
	BLOCK_PLAIN,  /* goes to succs[0] */
	BLOCK_IF,     /* control (bool): succs[0] when true, else succs[1] */
	BLOCK_SWITCH, /* control (i64) is below nsuccs: goes to succs[control] */
	/* control: an OP_RETURN (not in `values`); results in memory were stored before */
	BLOCK_RETURN,
	BLOCK_EXIT, /* control does not reach its end (after a call that never returns) */
} BlockKind;

typedef struct Edge {
	Block *block;
	/* the same edge at the other end: block->preds[index] or block->succs[index] */
	uint32_t index;
} Edge;

struct Block {
	uint32_t id;   /* unique, below f->next_block */
	uint8_t kind;  /* BlockKind */
	int8_t likely; /* BLOCK_IF: 1 succs[0] is usually taken, -1 usually not, 0 unknown */
	bool cold;     /* ends in a panic, or leads only to such blocks */
	bool loop_header;
	uint32_t depth; /* loops around it */
	Value *control;
	VEC(Value *) values;
	VEC(Edge) succs;
	VEC(Edge) preds;
	Pos pos; /* of the branch */
	uint32_t inl;
	/* dominator tree; right after ssa_dominators and after ssa_optimize */
	Block *idom;              /* NULL: a root (entry, recover) or unreachable */
	Block *child, *sibling;   /* in the tree */
	uint32_t dom_in, dom_out; /* a dominates b iff a.in <= b.in && b.out <= a.out */
	uint32_t order;           /* place in f->blocks after ssa_order: reverse postorder */
	Block *loop;   /* header of the innermost loop around it (itself for a header); NULL */
	Block *outer;  /* loop header: header of the next loop around this one; NULL */
	uint32_t mark; /* scratch */
	void *data;    /* scratch of a pass, and of the back end */
};

/* ---- memory of the frame */
typedef enum SlotPlace {
	SLOT_FRAME, /* anywhere in the frame */
	SLOT_ARGS,  /* at CFA + offset: a parameter or result passed in memory */
	/* f->out: the outgoing arguments, at rsp; the back end makes it as large as the largest
	 * call */
	SLOT_OUT,
} SlotPlace;

struct Slot {
	uint32_t id;   /* number in f->slots */
	uint8_t place; /* SlotPlace */
	/* its address goes elsewhere than to loads, stores, moves (slots.c) */
	bool address_taken;
	bool has_pointers;
	bool used;                   /* right after ssa_slot_liveness: something refers to it */
	bool whole;                  /* likewise: one unit stands for all its pointers */
	uint32_t first_unit, nunits; /* likewise: its units */
	uint32_t align;
	int64_t size;   /* bytes */
	int64_t offset; /* SLOT_ARGS: from the CFA */
	Type *type;     /* what it holds: its pointer words; NULL: none */
	Str name;       /* of the variable, or NULL */
	Var *var;       /* or NULL */
	void *data;     /* of the back end */
};

/* ---- calling convention (abi.c) */
enum { ABI_INT_REGS = 9, ABI_FLOAT_REGS = 15 };

/* One scalar of a parameter or result that is passed in a register. */
typedef struct AbiPiece {
	uint8_t kind; /* Kind */
	/* number in the sequence RAX RBX RCX RDI RSI R8 R9 R10 R11, or in X0-X14 for floats */
	uint8_t reg;
	uint16_t value; /* of which parameter or result */
	bool length;    /* never negative (Scalar) */
	int64_t offset; /* in the value, bytes */
	int64_t spill;  /* parameters: its place in the spill area, from the CFA */
} AbiPiece;

/* One parameter or result. */
typedef struct AbiValue {
	Type *type;
	/* in pieces[first_piece ... + npieces]; values without size have none */
	bool in_regs;
	uint32_t first_piece, npieces;
	int64_t stack; /* !in_regs: offset from the CFA */
} AbiValue;

struct Abi {
	uint32_t nparams, nresults;
	AbiValue *params, *results;
	uint32_t nparam_pieces, nresult_pieces;
	AbiPiece *param_pieces, *result_pieces;
	int64_t args_size;  /* bytes of parameters and results in memory, at the CFA */
	int64_t spill_size; /* bytes of the spill area that follows */
	int64_t results_at; /* where the results in memory begin */
	/* incoming: parameters in memory that hold pointers end here (words: use param types) */
	int64_t ptr_bytes;
};

/* A type taken apart: its scalars, in order of offset. */
typedef struct Scalar {
	Kind kind;
	bool length; /* a length or capacity: never negative */
	int64_t offset;
} Scalar;

/* Fills out[0..*n) with the scalars of t; false when there are more than `max`, or an array of
 * several elements. */
bool ssa_scalars(Type *t, uint32_t max, Scalar *out, uint32_t *n);

/* `params` includes the receiver. */
Abi *ssa_abi(Arena *arena, Type **params, uint32_t nparams, Type **results, uint32_t nresults);
/* Of a function (receiver first) or of a function type (without receiver). */
Abi *ssa_abi_func(Arena *arena, const Func *f);
Abi *ssa_abi_type(Arena *arena, Type *type);
/* Of the call of a method through an interface: a pointer as receiver, then the parameters of
 * `type`. */
Abi *ssa_abi_method(Arena *arena, Type *type);

struct CallInfo {
	Str symbol;   /* CALL: Go's name of the callee; CALL_C: of the C function */
	Func *callee; /* CALL: the callee, when known */
	CCall how;    /* CALL_C: leaf, system, park */
	Abi *abi;     /* not for CALL_C */
	bool noreturn;
	uint8_t nresults; /* CALL_C: 0, 1 or 2 results of these kinds */
	uint8_t result[2];
	/* bytes of f->out that the call needs: arguments and results in memory and the spill area
	 * */
	int64_t out_size;
};

/* ---- functions */
struct SsaFunc {
	Arena *arena;
	Func *ir;   /* name, symbol, position, pragmas, inlines */
	Str symbol; /* Go's full name; the back end mangles it */
	Abi *abi;
	VEC(Block *) blocks; /* blocks[0] is the entry; in reverse postorder after ssa_order */
	Block *entry;
	Block *recover; /* defer-return point: where control arrives after a recovery, with nothing
			   in registers; a root like the entry; or NULL */
	VEC(Slot *) slots;
	Slot *out; /* SLOT_OUT; NULL when nothing is passed in memory */
	uint32_t next_value, next_block;
	bool nosplit;       /* no stack check in the prologue */
	bool wrapper;       /* FUNC_WRAPPER */
	bool has_calls;     /* of any kind but C leaves */
	bool needs_context; /* reads CTX */
	void *data;         /* of the back end */
};

/* ---- which slots live where (slots.c) */

/* What liveness is told for: a pointer word of a slot, or all pointers of a slot that has many. */
typedef struct SlotUnit {
	Slot *slot;
	int64_t offset; /* of the word; 0 when the slot is `whole` */
	bool zero;      /* lives at entry without a value: to be zeroed there */
} SlotUnit;

/* The units that live across a safepoint: what the collector has to look at. */
typedef struct SlotSite {
	uint32_t n;
	const uint32_t *units;
} SlotSite;

typedef struct SlotLiveness {
	VEC(SlotUnit) units;
	const SlotSite **sites;  /* by value id: of the safepoints; NULL: nothing lives */
	VEC(uint32_t) recovered; /* units that live at the defer-return point */
} SlotLiveness;

enum { SLOT_UNITS_MAX = 64 }; /* a slot with more pointers is one unit */

/* Of a function that will not be changed any more. */
SlotLiveness *ssa_slot_liveness(SsaFunc *f);
/* ICE unless every read finds what was written or zeroed and was live at all safepoints since, and
 * what is live at a safepoint has a value. */
void ssa_verify_slots(SsaFunc *f, const SlotLiveness *l);

/* ---- the stage */

typedef struct SsaOptions {
	bool optimize;    /* false: -N, only what later stages rely on */
	bool verify;      /* verify after construction and after each pass */
	const char *dump; /* function to print (name or symbol), "" for all, NULL for none */
	/* print it after each pass, not only at the beginning and the end */
	bool dump_passes;
	FILE *dump_to;
} SsaOptions;

/* Constructs SSA from a lowered function with a body. Everything is allocated in `arena`. */
SsaFunc *ssa_build(Arena *arena, Func *f);
/* A function declared `//burrow:leaf|system|park`: the Go function that passes its arguments on,
 * for calls through func values. */
SsaFunc *ssa_build_stub(Arena *arena, Func *f);
/* Runs the passes (passes.c). */
void ssa_optimize(SsaFunc *f, const SsaOptions *options);
/* Both, with what `options` say. */
SsaFunc *ssa_compile(Arena *arena, Func *f, const SsaOptions *options);

/* Prints a function; `title` says after which pass. */
void ssa_print(FILE *out, const SsaFunc *f, const char *title);
void ssa_print_value(FILE *out, const Value *v);
/* ICE, naming `when`, where an invariant does not hold. */
void ssa_verify(const SsaFunc *f, const char *when);

/* ---- making and changing (func.c) */
Block *ssa_new_block(SsaFunc *f); /* appended to f->blocks */
/* the next succ of `from`; phis of `to` are the caller's */
void ssa_add_edge(SsaFunc *f, Block *from, Block *to);
void ssa_remove_edge(SsaFunc *f, Block *from, uint32_t succ); /* and the phis' arguments */
/* likewise; the new preds of `to` come last */
void ssa_redirect_edge(SsaFunc *f, Block *from, uint32_t succ, Block *to);
Value *ssa_new_value(SsaFunc *f, SsaOp op, Kind kind, Pos pos, uint32_t inl); /* in no block yet */
void ssa_set_args(SsaFunc *f, Value *v, uint32_t n, Value *const *args);
void ssa_append(SsaFunc *f, Block *b, Value *v);
/* appended to b */
Value *ssa_value0(SsaFunc *f, Block *b, SsaOp op, Kind kind, int64_t aux, Pos pos, uint32_t inl);
Value *ssa_value1(SsaFunc *f, Block *b, SsaOp op, Kind kind, int64_t aux, Value *x, Pos pos,
		  uint32_t inl);
Value *ssa_value2(SsaFunc *f, Block *b, SsaOp op, Kind kind, int64_t aux, Value *x, Value *y,
		  Pos pos, uint32_t inl);
/* Makes v a copy of x, or a constant, in place; its users need not be known. */
void ssa_become_copy(SsaFunc *f, Value *v, Value *x);
void ssa_become_const(SsaFunc *f, Value *v, int64_t c);
Slot *ssa_new_slot(SsaFunc *f, SlotPlace place, Type *type, int64_t size, uint32_t align);
void ssa_count_uses(SsaFunc *f);
/* Reverse postorder, unreachable blocks removed; then dominators, loops (header, depth).
 * Near-linear. */
void ssa_order(SsaFunc *f);
void ssa_dominators(SsaFunc *f);
static inline bool ssa_dominates(const Block *a, const Block *b)
{
	return a->dom_in <= b->dom_in && b->dom_out <= a->dom_out;
}

/* Walks the blocks of f, the values of b; neither list may grow meanwhile. */
#define each_block(f, b)                                                                  \
	for (Block **b##_at = (f)->blocks.data, **b##_end = b##_at + (f)->blocks.len, *b; \
	     b##_at < b##_end && (b = *b##_at, true); b##_at++)
#define each_value(block, v)                                                                      \
	for (Value **v##_at = (block)->values.data, **v##_end = v##_at + (block)->values.len, *v; \
	     v##_at < v##_end && (v = *v##_at, true); v##_at++)

static inline bool value_is(const Value *v, unsigned flags)
{
	return ssa_ops[v->op].flags & flags;
}
static inline bool value_is_const(const Value *v, int64_t *c)
{
	return v->op == OP_CONST && (*c = v->aux, true);
}

#endif
