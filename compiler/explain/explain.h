/*
 * burrow explain: what is on the heap, and the way that put it there, in sentences.
 *
 * The stage stands after escape analysis. It takes verdicts (escape/verdict.c) and stories
 * (escape/story.c) and says nothing that does not follow from them. The answer is a report, a tree
 * of findings and their steps with their places in the source; text.c prints it, json.c writes it
 * for programs, and what is shown elsewhere (pages, editors) is made from that.
 */
#ifndef BURROW_EXPLAIN_H
#define BURROW_EXPLAIN_H

#include "escape/escape.h"

/* A part of the source; start is 0 when its text is not at hand, end when it is only a place. */
typedef struct Span {
	Pos start, end;
} Span;

typedef struct ExplainStep {
	int number;       /* from 1; 0: a remark that is no step of the way */
	const char *text; /* a sentence without its full stop */
	Span span;
	int level; /* 0: in the function itself; more: in what is called */
} ExplainStep;

typedef struct ExplainEdit { /* the text of `span` becomes `text`; an empty span: put in before */
	Span span;
	const char *text;
} ExplainEdit;

typedef enum ChangeKind { CHANGE_SAME, CHANGE_BEHAVIOUR, CHANGE_NO_HELP } ChangeKind;

/* When has a change helped? */
typedef enum ChangeAim {
	AIM_OFF_HEAP,    /* what the finding is about has left the heap */
	AIM_OUT_OF_LOOP, /* it is in fewer loops */
	AIM_NOTHING_NEW, /* nothing else is on the heap: it is there in fewer cases */
} ChangeAim;

typedef struct ExplainChange { /* made, analysed, and seen to help (or not to) */
	ChangeKind kind;
	ChangeAim aim;
	const char *text; /* what to write: one line */
	/* what else changes (CHANGE_SAME: why nothing does, or NULL): a sentence without full
	 * stop */
	const char *effect;
	const char *off_heap; /* `text` where it does more than it aims at; or NULL */
	const char *in_vain;  /* `text` where it does not help; NULL: then nothing is said of it */
	VEC(ExplainEdit) edits;
} ExplainChange;

typedef enum TrialResult {
	TRIAL_INVALID, /* it does not compile */
	TRIAL_SPREADS, /* it changes more than the part that was compiled again */
	TRIAL_NO_HELP,
	TRIAL_HELPS,    /* as it aims to */
	TRIAL_OFF_HEAP, /* what the finding is about has left the heap */
} TrialResult;

/* One place of the source, with all its copies that inlining made. */
typedef struct ExplainFinding {
	const Verdict *verdict; /* of the copy that is told: one on the heap before others */
	VEC(Verdict) copies;
	Pos pos;                 /* where it is shown */
	Span span;               /* the expression, or the name of the variable */
	const char *what;        /* "i", "make([]int, 3)", "the function literal" */
	const char *headline;    /* the first sentence */
	const char *copies_text; /* how the copies differ, NULL: there is one */
	bool copies_alike;       /* copies_text says only that they do not */
	VEC(ExplainStep) steps;
	StoryEnd end;
	VEC(const char *) notes;
	VEC(ExplainChange) changes;
	int64_t objects, measured; /* counted by -allocs: objects and bytes; -1: not counted */
	bool counted_together;     /* with others at this place, which cannot be told apart */
	struct ExplainFinding *next_at_pos, *next_counted; /* while the report is made */
} ExplainFinding;

typedef struct ExplainParam { /* how a parameter leaks */
	const Func *func;
	const Var *var;
	const char *leak; /* gc's words: "leaking param: p", "p does not escape" */
} ExplainParam;

typedef struct ExplainReport {
	IrPackage *package;
	VEC(ExplainFinding *) findings; /* those on the heap first, in the order they are told */
	VEC(ExplainParam) params;
	VarList stack;     /* variables of the functions asked for that are in the frame */
	bool narrow;       /* a line was asked for */
	uint32_t trials;   /* changes that were tried */
	uint32_t untried;  /* findings for which no change was tried: there are too many */
	const char *asked; /* for "nothing on the heap" */
	const char *dot;   /* the location graphs of the functions asked for, or NULL */
} ExplainReport;

/* What was asked for; fields that are 0 or NULL do not narrow it. */
typedef struct ExplainQuery {
	const char *file; /* its name ends so */
	uint32_t line, column;
	const char *func;   /* foo, T.M, (*T).M, main.foo, foo.func1 */
	const char *allocs; /* the table of a run with -allocs; NULL: none */
	/* Compiles the package with the change as far as escape analysis and says whether it helps
	 * the finding; NULL: no suggestions. */
	TrialResult (*try)(void *ctx, const ExplainFinding *finding, const ExplainChange *change);
	void *ctx;
} ExplainQuery;

/* The end of FILE.go, which is all of the pattern or stands before a colon; NULL: there is none. */
const char *explain_file_end(const char *pattern);
/* FILE.go, FILE.go:LINE, FILE.go:LINE:COL, FILE.go:FUNC, or FUNC. */
ExplainQuery explain_parse(Arena *arena, const char *pattern);

/* The answer. NULL when the place asked for does not exist in the package (a message is on standard
 * error). */
ExplainReport *explain_package(IrPackage *package, const ExplainQuery *query);

/* Does a file say //burrow:noheap? */
bool explain_has_noheap(const IrPackage *package);
/* Reports what is on the heap where the source says //burrow:noheap. */
void explain_check_noheap(IrPackage *package);

/* ---- Changes on trial: the package compiled again, by another process */

/* The part of the package that the change touches, for which alone verdicts have to be found anew;
 * NULL: all of it. */
typedef struct ExplainPart ExplainPart;
ExplainPart *explain_part(IrPackage *package, const ExplainChange *change);
bool explain_part_keeps(const ExplainPart *part, const Decl *d);

/* Writes what is on the heap in the changed package. False: the file cannot be written. */
bool explain_write_heap(const char *file, IrPackage *changed);
typedef struct HeapNames HeapNames; /* what is on the heap in a package, or in a part of it */
HeapNames *explain_heap(IrPackage *package, const ExplainPart *part);
/* What the file says is on the heap, compared with `before`, which is of a part or of all. */
TrialResult explain_compare(Arena *arena, const HeapNames *before, bool part,
			    const ExplainFinding *finding, ChangeAim aim, const char *file);

/* ---- Fragments: the findings of one package in a file, for the process that has them all */

/* Appends the report, as text and as JSON. False: the file cannot be written. */
bool explain_write_fragment(const char *file, const ExplainReport *report);
/* Where a report goes, and how. */
typedef struct ExplainOutput {
	const char *file;   /* as docs/explain.schema.json says; NULL: printed as text */
	bool html;          /* `file` becomes a page */
	const char *allocs; /* the table of a program built with -allocs, for the page; or NULL */
	bool dot;           /* the graphs of the functions asked for are printed */
	const char *diff;   /* an earlier report: what moved since is printed; or NULL */
	uint32_t *trials;   /* becomes the number of changes that were tried, of all packages */
} ExplainOutput;

typedef enum ExplainShown {
	EXPLAIN_SHOWN,
	EXPLAIN_WORSE,     /* than in the earlier report */
	EXPLAIN_NO_REPORT, /* the earlier report cannot be read, or is none */
	EXPLAIN_FAILED,    /* a file cannot be read or written */
} ExplainShown;

/* Reads the fragments, ranks their findings together, and shows them. For the last two results a
 * message is on standard error. */
ExplainShown explain_show(FILE *out, const char *const *files, uint32_t n,
			  const ExplainOutput *output);

#endif
