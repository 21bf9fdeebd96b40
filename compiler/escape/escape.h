/*
 * Escape analysis: which variables and allocations may live on the stack.
 *
 * The model is gc's. Locations (variables, allocation sites, the heap) are joined by edges dst <-
 * src weighted with the number of dereferences on the way: -1 for dst = &src, 0 for dst = src, 1
 * for dst = *src. It is neither flow- nor field-sensitive. A location must be on the heap when its
 * address flows to one that outlives it: the heap, a result, a variable of an outer loop or
 * function. Groups of functions that call each other are solved together, callees first; what
 * parameters leak is kept in tags for callers.
 */
#ifndef BURROW_ESCAPE_H
#define BURROW_ESCAPE_H

#include "inline/inline.h"
#include "ir/ir.h"

typedef struct EscapeOptions {
	int m;        /* -m: lines "escapes to heap", "moved to heap", "leaking param" */
	bool stories; /* the graph stays, for escape_story and the log of decisions */
} EscapeOptions;

/* Fills in Node.esc, Var.esc, Var.by_value and the tags of parameters. */
void escape_package(IrPackage *package, const EscapeOptions *options);

/* The same beside inlining (beside.c): begin; the groups of functions that inline_package is done
 * with; end, which waits for them and analyses what is left. Says nothing (m 0) and keeps no
 * stories. */
typedef struct EscapeRun EscapeRun;
EscapeRun *escape_begin(IrPackage *package, int threads);
void escape_group(EscapeRun *run, Func **funcs, uint32_t n);
void escape_end(EscapeRun *run);

/* Before it: functions without a body leak what those of the same name in `known`, an analysed
 * package, leak. */
void escape_take_tags(IrPackage *package, const IrPackage *known);

/* ---- A whole program at once (whole.c): the same model, but nothing is unknown */

typedef struct WholePackage {
	IrPackage *ir;
	bool local;         /* its diagnostics are wanted */
	bool standard;      /* of the Go tree or burrow's library */
	uint64_t digest[2]; /* out: of all verdicts in it */
} WholePackage;

typedef struct WholeProgram {
	Arena *arena;
	VEC(WholePackage) packages; /* each after those it imports; the last is package main */
	int m;                      /* of the local packages, as in EscapeOptions */
	bool compares;              /* Verdict.gc_heap and escape_facts are wanted */
	bool checks;                /* the program is to show that the analysis is right */
	/* called before anything is said about package number i */
	void (*begin)(void *ctx, uint32_t i);
	void *ctx;
} WholeProgram;

/* What escape_package does, for all packages, which have been inlined. */
void escape_whole(WholeProgram *program);
/* The lines of -m about the methods that gc generates (generated.c). After escape_package, only for
 * their lines: nothing that is compiled changes. */
void escape_generated(IrPackage *package, const EscapeOptions *options,
		      const InlineOptions *inlining);

/* Why a value flows: one note of an edge, the one nearest to the source first. */
typedef struct EscapeNote {
	const struct EscapeNote *next;
	const Node *where;
	const Func *func; /* `where` is in, or was inlined into */
	const char *why;  /* gc's word: "assign", "call parameter" */
	const Node *arg;  /* "call parameter": the argument ... */
	const Var *param; /* ... and the parameter, where the function is known */
	bool silent;      /* not a note of gc's: -m=2 leaves it out */
} EscapeNote;

/* ---- Verdicts: what an allocating expression costs when it runs (verdict.c) */

/* Who takes the memory: the expression itself, or the runtime on its behalf. */
/* clang-format off */
#define ALLOC_BY(X) \
	X(ALLOC_SITE, "the site") \
	X(ALLOC_APPEND, "append") \
	X(ALLOC_MAP, "map") \
	X(ALLOC_STRING, "string building") \
	X(ALLOC_CHANNEL, "channel") \
	X(ALLOC_BOXING, "boxing") \
	X(ALLOC_GOROUTINE, "goroutine") \
	X(ALLOC_DEFER, "defer")
/* clang-format on */

typedef enum AllocBy {
#define X(name, text) name,
	ALLOC_BY(X)
#undef X
} AllocBy;

typedef struct Verdict {
	const Node *node; /* the expression; NULL: it is a variable */
	Var *var;         /* a variable moved to the heap, or NULL */
	const Func *func; /* whose code it is in, after inlining */
	Pos pos;          /* where; the call into the runtime has the same position */
	uint32_t inl;     /* the inlined call it came from, as in Node */
	int depth;        /* of loops around it in func */
	EscVerdict where; /* never ESC_UNKNOWN */
	AllocBy by;
	int64_t bytes;         /* of one object; -1: known only at run time */
	int64_t element;       /* bytes of one element, where `bytes` is -1 for a slice; else 0 */
	int64_t bound;         /* ESC_UNTIL_GROWS: fits in the frame up to this many ... */
	const char *unit;      /* ... "bytes", "runes", "entries" */
	bool gc_heap;          /* of a whole program: it is on the heap by gc's rules */
	const char *free_when; /* the value for which nothing is allocated even so, or NULL */
} Verdict;

typedef VEC(Verdict) VerdictList;

/* The variable to which the room in the frame belongs in which the slice of an append grows; NULL:
 * the append has its own. */
Var *escape_append_owner(const Node *n);

/* Appends the verdicts of f's body, in the order of the text. After escape_package, before
 * lowering. Stack and heap of variables: only those on the heap are listed. */
void escape_verdicts(Arena *arena, Func *f, VerdictList *out);
/* "heap", "stack until it grows beyond 32 bytes" */
const char *escape_verdict_text(Arena *arena, const Verdict *v);
extern const char *const escape_by_text[]; /* by AllocBy */
void escape_dump_verdicts(FILE *out, Arena *arena, const VerdictList *verdicts);

/* How a parameter of an analysed function leaks, in the words of -m ("leaking param: p to result
 * ~r0 level=0"), several joined by "; ". NULL: there is nothing to leak, or it is on the heap. */
const char *escape_param_text(Arena *arena, const Func *f, const Var *p);

/* ---- Stories: the way that puts something on the heap (story.c) */

/* A variable or the storage of an allocating expression; all NULL: the heap, or a temporary. */
typedef struct StoryPlace {
	Var *var;
	const Node *site;
	const Func *func;
	bool heap;
	bool result;        /* a result of func */
	bool reassigned;    /* a variable that is assigned to after it was captured, ... */
	bool address_taken; /* ... or whose address is taken: closures hold its address */
} StoryPlace;

typedef struct StoryStep {
	StoryPlace from, to;
	int derefs; /* -1: the address of `from` flows, 0: its value, 1: what it points to */
	const EscapeNote *notes;
	int level; /* in the callee of the step before with a smaller level */
} StoryStep;

typedef enum StoryEnd {
	STORY_NONE,   /* no way found: nothing is said */
	STORY_HEAP,   /* memory that lives as long as anything points to it */
	STORY_RESULT, /* a result of the function */
	STORY_OUTER,  /* a variable of a loop or function further out */
	STORY_LARGE,  /* not a way at all: its size */
} StoryEnd;

typedef struct Story {
	VEC(StoryStep) steps;
	StoryEnd end;
	StoryPlace last; /* what outlives it */
} Story;

/* The shortest way that forces what the verdict is about to the heap. After escape_package. */
Story escape_story(Arena *arena, const Verdict *verdict);

/* Appends the location graph of f and its literals in the DOT language of Graphviz (dot.c). After
 * escape_package. */
void escape_dot(Buf *out, Arena *arena, Func *f);

/* ---- Facts about a whole program that keep something off the heap (kept.c) */

typedef enum EscapeFactKind {
	FACT_CALL, /* a call of unknown target gets its address, and no possible target keeps it */
	FACT_SIZE, /* it has `bound` elements at most */
	FACT_APPENDS, /* it grows to `bound` elements at most */
	FACT_ROOM,    /* its frame has room for `bound` elements, more go to the heap */
	FACT_ONCE,    /* the code in func that makes it runs once */
} EscapeFactKind;

typedef struct EscapeFact {
	EscapeFactKind kind;
	const Node *call;
	const Func *func; /* the call is in */
	Type *iface;      /* the call is through it; NULL: of a func value of type `signature` */
	const Obj *method;
	Type *signature;
	VEC(Type *) types; /* what iface can hold */
	FuncList funcs;    /* what can be called */
	bool direct;       /* a method of one type, so that it is called directly */
	const void *class; /* the same for calls with the same targets */
	uint32_t argument; /* with the address, from 0; 0 is the receiver of a method */
	int64_t bound;
} EscapeFact;

typedef VEC(EscapeFact) EscapeFactList;

/* Of something that gc's rules put on the heap and the analysis of the whole program did not. */
void escape_facts(Arena *arena, const Verdict *verdict, EscapeFactList *out);

#endif
