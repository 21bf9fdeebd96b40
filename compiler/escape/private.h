/* Private to escape/: locations, edges, holes. */
#ifndef BURROW_ESCAPE_PRIVATE_H
#define BURROW_ESCAPE_PRIVATE_H

#include "escape/escape.h"

typedef struct Loc Loc;

typedef struct Edge {
	Loc *src;
	int derefs;
} Edge;

/* results that a tag can name; parameters that flow to others leak to the heap */
enum { TAG_RESULTS = 7 };

struct Loc {
	Var *var;        /* a variable, or NULL */
	Node *node;      /* an allocation site, or NULL */
	Func *func;      /* it is in; NULL: the heap */
	int depth;       /* of loops around its declaration; the function is 1 */
	VEC(Edge) edges; /* what flows into it */
	bool escapes;    /* must be on the heap */
	int result;      /* a result of func: its index, else -1 */
	bool is_param;
	/* parameter: least dereferences on a way to the heap [0], to result i [i + 1]; -1: none */
	int leaks[TAG_RESULTS + 1];
	/* the solver's */
	uint32_t walk;
	int derefs;
	bool queued;
	bool in_walk;
};

typedef VEC(Loc *) LocList;

/* Where the value of an expression goes: dst = value, with derefs as in an edge. */
typedef struct Hole {
	Loc *dst;
	int derefs;
} Hole;

typedef struct Closure { /* a function literal whose captures flow to `k` */
	Hole k;
	Node *node;
} Closure;

typedef struct Batch {
	IrPackage *package;
	Arena *arena;
	int m;
	LocList locs;
	Loc heap, blank;
	VEC(Closure) closures;
	Func *func; /* being walked */
	int depth;
	Map looping; /* labels that are jumped back to */
	Map called;  /* Func of literals called where they stand */
} Batch;

/* ---- graph.c */
Loc *loc_new(Batch *b, Var *var, Node *node);
/* of a variable of the group; the outermost one of a captured variable */
Loc *loc_of(Batch *b, Var *var);
void flow(Batch *b, Hole k, Loc *src);
static inline Hole hole_to(Loc *l)
{
	return (Hole){l, 0};
}
static inline Hole hole_heap(Batch *b)
{
	return (Hole){&b->heap, 0};
}
static inline Hole hole_discard(Batch *b)
{
	return (Hole){&b->blank, 0};
}
static inline Hole hole_shift(Hole k, int by)
{
	return (Hole){k.dst, k.derefs + by};
}
Hole hole_tee(Batch *b, const Hole *ks, int n); /* a value that goes to several places */
/* k gets the address of what site allocates: a hole for its contents */
Hole hole_spill(Batch *b, Hole k, Node *site);
Str leaks_tag(const int *leaks);
void leaks_of_tag(Str tag, int *leaks);

/* ---- expr.c, call.c, stmt.c */
void walk_expr(Batch *b, Hole k, Node *n);
void walk_discard(Batch *b, Node *n);
void walk_discards(Batch *b, const NodeList *list);
void walk_stmts(Batch *b, const NodeList *list);
void walk_call(Batch *b, const Hole *ks, int nks, Node *call);
void walk_go_defer(Batch *b, Node *n);
Hole walk_left(Batch *b, Node *n); /* the hole that an assignment to n fills */
void walk_func(Batch *b, Func *f);
void init_func(Batch *b, Func *f);
void flow_closures(Batch *b);

/* ---- solve.c */
void solve(Batch *b);

#endif
