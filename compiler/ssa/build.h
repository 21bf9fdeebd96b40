/*
 * Private to ssa/: the state of construction, shared by build.c (variables, function frame),
 * build_stmt.c, build_expr.c, build_call.c and intrinsics.c.
 */
#ifndef BURROW_SSA_BUILD_H
#define BURROW_SSA_BUILD_H

#include "ssa/ssa.h"

enum { MAX_PARTS = 4 };

/* How values of a type are represented: as up to four scalars, or in memory. */
typedef struct Shape {
	bool split; /* scalars: part[0..n) */
	uint32_t n;
	Scalar part[MAX_PARTS];
	int64_t size;
} Shape;

/* An expression's value, taken apart; n is 0 for types without size. */
typedef struct Parts {
	uint32_t n;
	Value *v[MAX_PARTS];
} Parts;

/* A place in memory: base + offset. */
typedef struct Addr {
	Value *base;
	int64_t offset;
	bool stack; /* in the frame: no write barriers */
	Slot *slot; /* base is the address of this slot, or points into it */
} Addr;

/* Where a variable of the function lives. */
typedef struct Place {
	const Shape *shape;
	bool split; /* in SSA variables first ... first + shape->n */
	uint32_t first;
	Slot *slot; /* else */
} Place;

/* A label: sealed when it was placed and all gotos to it were seen. */
typedef struct LabelState {
	Block *block;
	uint32_t gotos, seen;
	bool placed;
} LabelState;

/* A loop that break and continue may mean. */
typedef struct Loop {
	Label *label;
	Block *on_break, *on_continue;
	struct Loop *outer;
} Loop;

typedef struct Incomplete {
	Value *phi;
	uint32_t var;
} Incomplete;

/* What construction knows of a block (Block.data). */
typedef struct BlockState {
	bool sealed;                /* all predecessors are known */
	VEC(Value *) head;          /* phis made here, some turned into copies */
	VEC(Incomplete) incomplete; /* those that wait for the predecessors */
} BlockState;

typedef struct Builder {
	SsaFunc *f;
	Func *ir;
	Arena *arena;
	Block *cur; /* where values go; NULL after a jump */
	Pos pos;    /* of the node at work */
	uint32_t inl;
	VEC(Scalar) vars;   /* SSA variables, by number */
	Map defs;           /* block << 32 | variable -> its value at the end of the block */
	Map shapes;         /* Type -> Shape */
	Map places;         /* Var -> Place */
	Map in_memory;      /* Var -> 1: its address is needed */
	Loop *loop;         /* innermost */
	Value *ctx;         /* the closure context, once it was asked for */
	Value *out_address; /* unused until something is passed in memory */
} Builder;

/* ---- build.c */
Builder build_begin(SsaFunc *f); /* for f->ir, which may be without a body */
void build_finish(Builder *s);   /* seals all blocks, puts phis in place */
const Shape *build_shape(Builder *s, Type *t);
Kind build_kind(Builder *s, Type *t); /* of a type of one scalar */
Place *build_place(Builder *s, Var *v);
uint32_t build_new_var(Builder *s, Scalar like);
void build_write(Builder *s, Block *b, uint32_t var, Value *v);
Value *build_read(Builder *s, Block *b, uint32_t var);
Block *build_block(Builder *s); /* unsealed, not current */
void build_seal(Builder *s, Block *b);
void build_start(Builder *s, Block *b); /* goes on in b */
void build_jump(Builder *s, Block *to); /* ends the current block, if there is one */
void build_if(Builder *s, Value *cond, Block *yes, Block *no, int likely);
void build_exit(Builder *s); /* the current block's end is not reached */
void build_return(Builder *s);

/* Values appended to the current block, at the current position. */
Value *build0(Builder *s, SsaOp op, Kind kind, int64_t aux);
Value *build1(Builder *s, SsaOp op, Kind kind, int64_t aux, Value *x);
Value *build2(Builder *s, SsaOp op, Kind kind, int64_t aux, Value *x, Value *y);
Value *build3(Builder *s, SsaOp op, Kind kind, Value *x, Value *y, Value *z);
Value *build_const(Builder *s, Kind kind, int64_t c);
Value *build_zero(Builder *s, Kind kind); /* of any kind */
Value *build_symbol(Builder *s, Kind kind, Str symbol, int64_t offset);
Value *build_context(Builder *s);

/* ---- build_memory.c */
/* of an addressable expression, or of a copy of another one */
Addr build_addr(Builder *s, Node *n);
Addr build_slot_addr(Builder *s, Slot *slot);
Value *build_pointer(Builder *s, Addr a); /* base + offset as one value */
Parts build_load(Builder *s, Addr a, Type *t);
Value *build_load1(Builder *s, Addr a, Kind kind, int64_t offset);
void build_store(Builder *s, Addr a, Type *t, const Parts *p, bool init);
void build_store1(Builder *s, Addr a, int64_t offset, Value *v, bool init);
void build_move(Builder *s, Addr to, Addr from, int64_t size);
void build_zero_memory(Builder *s, Addr a, Type *t, bool init);
/* x = parts, where x is of a type that is split. */
void build_assign(Builder *s, Node *x, const Parts *p, bool init);
/* The SSA variables that x stands for: false when it is in memory. Checks indices of one-element
 * arrays. */
bool build_variables(Builder *s, Node *x, uint32_t *first);
/* number of the field's first part */
uint32_t build_field_index(Builder *s, Type *t, const Node *n);
void build_nil_check(Builder *s, Value *p, const Node *n);
/* The same by way of what p points to at that offset: the fault names its address. */
void build_nil_check_at(Builder *s, Value *p, const Node *n, int64_t offset);
/* The index expression y as an i64, checked against len; NF_BOUNDED of `n` spares the check. */
Value *build_index(Builder *s, const Node *n, Node *y, Value *len);

/* ---- build_expr.c */
Parts build_expr(Builder *s, Node *n);
Value *build_expr1(Builder *s, Node *n); /* of a type of one scalar */
void build_effects(Builder *s, Node *n); /* for what evaluating may fault or panic */
void build_branch(Builder *s, Node *cond, Block *yes, Block *no, int likely);
Value *build_extend(Builder *s, Value *v, bool is_signed, Kind to); /* or truncate */
Parts build_zero_parts(Builder *s, Type *t);

/* ---- build_stmt.c */
void build_stmts(Builder *s, const NodeList *list);
LabelState *build_label(Builder *s, Label *label);

/* ---- build_call.c */
/* A call statement; results go to the places in `to` (NULL or blank: dropped). */
void build_call(Builder *s, Node *call, Node *const *to, uint32_t nto, bool init);
/* without results in memory */
Value *build_runtime_call(Builder *s, const char *name, uint32_t n, Value *const *args);
/* Goes on when `ok` holds, else calls the runtime function `name`, which does not return. */
void build_check(Builder *s, Value *ok, const char *name, uint32_t n, Value *const *args);
/* of a C leaf function, without results */
void build_leaf_call(Builder *s, const Func *callee, uint32_t n, Value *const *args);
CallInfo *build_call_info(Builder *s, Abi *abi);

/* ---- intrinsics.c */
/* Builds a call of a function that has an operation of its own. False: it has none. */
bool build_intrinsic(Builder *s, const Func *callee, Node *call, Parts *result);

#endif
