/* Private to escape/: locations, edges with their notes, holes. */
#ifndef BURROW_ESCAPE_PRIVATE_H
#define BURROW_ESCAPE_PRIVATE_H

#include "escape/escape.h"
#include "ir/decisions.h"

typedef struct Loc Loc;

typedef EscapeNote Note;

typedef struct Edge {
	Loc *src;
	int derefs; /* -1: dst = &src, 0: dst = src, 1: dst = *src */
	const Note *notes;
} Edge;

/* results that a tag can name; parameters that flow to others leak to the heap */
enum { TAG_RESULTS = 7 };

/* Of a local variable that is a slice: what is appended to it (append.c). */
typedef struct Appends {
	int64_t length, capacity; /* that its declaration gives it */
	int64_t added;            /* elements, at most, until it is declared again */
	uint32_t sites, own_sites;
	int32_t assigned; /* assignments to it, without those that were looked at */
	bool begun;       /* the declaration was one that gives it a constant size */
	bool odd;         /* it is assigned other slices */
} Appends;

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
	/* what decides whether a closure captures the variable by value */
	bool address_taken, reassigned, captured;
	/* evaluated by a go or defer statement but used by the call it makes later: whatever the
	 * words say, code keeps it where the statement's closure is */
	bool kept_on_heap;
	/* stands for argument number `argument` of a call of unknown target, when that is told */
	const Node *call;
	struct CallClass *class;
	uint32_t argument;
	Var *passed_as;   /* the same for an argument of a function that was solved before */
	bool is_wrapper;  /* the closure that a go or defer statement makes: not reported */
	bool is_append;   /* what an append allocates: not reported, either */
	Appends *appends; /* NULL: not wanted */
	Loc **fields;     /* of a variable: its parts (fields.c), or NULL */
	bool is_part;     /* one of them */
	uint32_t number;  /* in Batch.locs, for the solver */
	/* put on the heap by this flow itself, for which there is no edge: where to, and why */
	Loc *put_in;
	const Note *put_notes;
	struct Batch *batch; /* it is in */
	/* of explain.c's walks */
	uint32_t walk;
	int derefs;
	Loc *to;       /* the next location on the way to the walk's root ... */
	uint32_t edge; /* ... and the edge of `to` that leads here */
	bool queued;
};

typedef VEC(Loc *) LocList;

/* Where the value of an expression goes: dst = value, with derefs and notes as in an edge. */
typedef struct Hole {
	Loc *dst;
	int derefs;
	bool address; /* the value is an address that the expression itself takes */
	const Note *notes;
} Hole;

typedef struct Closure { /* a function literal whose captures flow to `k` */
	Hole k;
	Node *node;
	Func *func;    /* it is in */
	VarList vars;  /* what it captures ... */
	NodeList uses; /* ... and the name that stands for it in the closure */
} Closure;

typedef struct Batch {
	IrPackage *package;
	Arena *arena;
	int m;
	DecisionLog *log; /* or NULL */
	LocList locs;
	Loc heap, blank;
	VEC(Closure) closures;
	Func *func; /* being walked */
	int depth;
	/* around what is being walked, also around the closure it is in; NULL: in the condition of
	 * one, which is evaluated once more than the body */
	NodeList loops;
	Map labels;       /* Label -> LABEL_... */
	Map called;       /* Func of literals called where they stand */
	const Node *arg;  /* the argument being walked, ... */
	const Var *param; /* ... and the parameter of a known function that it is for */
	/* of the whole program; NULL: calls of unknown functions leak everything, and no size is
	 * known but that of a constant */
	struct Rta *whole;
	struct Facts *facts;
	bool tells;     /* arguments of calls of unknown target have locations, for escape_facts */
	Arena *lasting; /* of what becomes part of the function */
	Arena *scratch; /* of the solver, empty between batches; NULL: it makes its own */
	struct OutEdge **out; /* story.c: what each location flows to, made at first use */
} Batch;

/* What an analysis of groups of functions needs; of a whole program, in one round. */
typedef struct Context {
	IrPackage *package;
	Arena *arena; /* of the graph ... */
	bool passing; /* ... which is not needed beyond its group: the arena is emptied then */
	int m;
	struct Rta *whole;
	struct Facts *facts;
	bool keeps, tells;        /* batches in `done`; as in Batch */
	bool guesses;             /* the verdicts are not the last */
	Arena *lasting, *scratch; /* as in Batch; NULL: the package's, none */
	bool changed;             /* some tag is not what it was before */
	VEC(struct Batch *) done; /* of the round, when it is a whole program's */
} Context;

/* ---- escape.c */
void analyze_package(Context *c);
/* The groups of functions on their own: that of ir_visit_bottom_up, and the like. */
void analyze_group(void *context, Func **funcs, uint32_t n, bool recursive);
void analyze_declared(const Context *c);

/* ---- graph.c */
Loc *loc_new(Batch *b, Var *var, Node *node);
/* Is n a literal of an integer of 64 bits? *v: its value */
bool integer_literal(const Node *n, int64_t *v);
/* The variables and nodes of the group know their locations no longer. */
void locs_leave(const Batch *b);
/* of a variable of the group; the outermost one of a captured variable */
Loc *loc_of(Batch *b, Var *var);
void flow(Batch *b, Hole k, Loc *src);
/* Those that must be on the heap wherever their address goes. */
void flow_large(Batch *b);
static inline Hole hole_to(Loc *l)
{
	return (Hole){.dst = l};
}
static inline Hole hole_heap(Batch *b)
{
	return hole_to(&b->heap);
}
static inline Hole hole_discard(Batch *b)
{
	return hole_to(&b->blank);
}
static inline Hole hole_shift(Hole k, int by)
{
	return (Hole){k.dst, k.derefs + by, by < 0, k.notes};
}
Hole hole_note(Batch *b, Hole k, const Node *where, const char *why);
static inline Hole hole_deref(Batch *b, Hole k, const Node *where, const char *why)
{
	return hole_note(b, hole_shift(k, 1), where, why);
}
static inline Hole hole_address(Batch *b, Hole k, const Node *where, const char *why)
{
	return hole_note(b, hole_shift(k, -1), where, why);
}
Hole hole_tee(Batch *b, const Hole *ks, int n); /* a value that goes to several places */
/* k gets the address of what site allocates: a hole for its contents */
Hole hole_spill(Batch *b, Hole k, Node *site);
Str leaks_tag(const int *leaks);
void leaks_of_tag(Str tag, int *leaks);
Var *canonical(Var *v); /* the variable that a closure variable stands for */
bool encloses(const Func *outer, const Func *inner); /* inner is a literal in it, at any depth */
/* Does l live longer than `other`, so that it must not hold the other's address? */
bool outlives(const Batch *b, const Loc *l, const Loc *other);

/* ---- expr.c, call.c, stmt.c, assign.c */
void walk_expr(Batch *b, Hole k, Node *n);
void walk_expr_skip_init(Batch *b, Hole k, Node *n);
void walk_discard(Batch *b, Node *n);
void walk_discards(Batch *b, const NodeList *list);
void walk_unsafe(Batch *b, Hole k, Node *n); /* a uintptr that becomes a pointer */
void walk_stmts(Batch *b, const NodeList *list);
void walk_call(Batch *b, const Hole *ks, int nks, Node *call);
Hole param_hole(Batch *b, const Hole *ks, int nks, Func *f, uint32_t i);
Hole method_value_hole(Batch *b, const Hole *ks, int nks, const Node *n);
void walk_go_defer(Batch *b, Node *n);
Hole walk_left(Batch *b, Node *n); /* the hole that an assignment to n fills */
void walk_to_heap(Batch *b, Node *n, const char *why, const Node *where);
void assign_list(Batch *b, Node **left, Node **right, uint32_t nleft, uint32_t nright,
		 const char *why, Node *where);
void mark_reassigned(const Hole *ks, uint32_t n, const Node *where);
void walk_func(Batch *b, Func *f);
void init_func(Batch *b, Func *f);
void flow_closures(Batch *b);

/* ---- fields.c; nothing is told apart where the program is not analysed whole */
void fields_make(Batch *b, Loc *l);
void fields_set_depth(Loc *l, int depth);
/* The location of the field that n, an ODOT, selects; NULL: it has none of its own. */
Loc *fields_find(Batch *b, const Node *n);
/* A hole for one field of what k is a hole for. */
Hole fields_hole(Hole k, const Obj *field);
/* What l's fields have flows to k, beside what l has. */
void fields_flow(Batch *b, Hole k, const Loc *l);
/* The location of the only object that a pointer or slice can lead to; NULL: not known. */
Loc *known_object(Batch *b, Node *pointer);

/* ---- append.c; nothing happens where the program is not analysed whole */
/* Has the memory of the append n flow to k. */
void append_flow(Batch *b, Hole k, Node *n);
static inline void append_overwritten(Loc *l)
{
	if (l->appends)
		l->appends->assigned++;
}
/* left = value is a part of the statement `where`. */
void append_assigned(Batch *b, const Node *left, const Node *value, const Node *where);
/* The verdict on an append's location. */
void append_decide(const Loc *l);
/* Elements that the slice of an append's location has at most; false: not known. */
bool append_bound(const Loc *l, int64_t *most);

/* ---- escape.c: of a function that is in no list of the package */
void escape_shown(IrPackage *package, int m, Func *f);

/* ---- story.c */
typedef struct Reached {
	Loc *loc;
	int budget;
} Reached;

typedef VEC(Reached) ReachedList;

/* What the address of `from` flows to (budget -1), or what it points to after so many
 * dereferences. */
void story_reached(Arena *arena, Loc *from, int budget, ReachedList *out);

/* ---- solve.c, explain.c */
void solve(Batch *b);
/* gc's walk over the graph, which prints the way of each verdict; needs a graph not yet solved */
void explain(Batch *b);
/* A verdict or leak is about to be explained, by -m=2 and in the log: what of l is decided ... */
typedef struct Explanation {
	Pos pos;            /* of the lines of -m=2; */
	Decision *decision; /* NULL: no log */
} Explanation;

Explanation explain_begin(Batch *b, const Loc *l, const char *code, const char *text);
/* ... and one edge of the way. */
void explain_flow(Batch *b, const Explanation *to, const Loc *dst, const Loc *src, const Edge *e);
static inline bool explains(const Batch *b)
{
	return b->m >= 2 || b->log;
}
const char *loc_name(Batch *b, const Loc *l); /* as in the source */
const char *loc_text(Batch *b, const Loc *l); /* as gc calls it in a flow */
Pos loc_pos(const Loc *l);

#endif
