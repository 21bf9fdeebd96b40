/* Private to explain/. */
#ifndef BURROW_EXPLAIN_PRIVATE_H
#define BURROW_EXPLAIN_PRIVATE_H

#include "explain/explain.h"

#define NO_SPAN ((Span){NO_POS, NO_POS})

typedef struct Teller {
	Arena *arena;
	const Verdict *verdict;
	const Story *story;
	ExplainFinding *finding; /* being told */
	int number, level;       /* of the step */
	/* a value that went into something nobody wrote, for the step that uses that */
	const char *carried;
	bool carried_argument; /* into the slice of variadic arguments ... */
	int carried_number;    /* ... at this place */
} Teller;

/* ---- query.c: what is asked for */

/* Does the place that was asked for exist? A message says that it does not. */
bool query_exists(const IrPackage *package, const ExplainQuery *q);
bool query_matches(const ExplainQuery *q, const Verdict *v);
/* May f have verdicts that match? */
bool query_may_match(const void *query, const Func *f);
bool query_matches_func(const ExplainQuery *q, const Func *f);
/* The package's file with that source; NULL: it is another package's. */
const File *file_of(const Package *package, const SourceFile *source);
/* The call in the source of this package through which v came from that of another; NULL: it is of
 * this package's. */
const InlinedCall *bringing_call(const Verdict *v);
/* Is it in the function that stands there in the source, not in one that this was inlined into? */
bool is_own_copy(const Verdict *v);
/* Where a verdict is shown: in the source of this package. */
Pos shown_pos(const Verdict *v);
/* The outermost of the calls through which v came into its function, NULL: it was there. */
const InlinedCall *outermost_call(const Verdict *v);

/* ---- explain.c */
/* The verdicts of all functions that stand in the source. */
VerdictList all_verdicts(const IrPackage *package);
/* Those of some of them. */
VerdictList some_verdicts(const IrPackage *package, bool (*wanted)(const void *ctx, const Func *f),
			  const void *ctx);
/* Are they verdicts of one place, whatever function they were inlined into? */
bool same_place(Arena *arena, const Verdict *a, const Verdict *b);

/* ---- finding.c: a finding put into words */

/* "i", "make([]int, 3)", "the function literal" */
const char *finding_name(Arena *arena, const Verdict *v);
/* Fills in what there is to say about the copies of f. */
void finding_tell(Arena *arena, ExplainFinding *f);
/* ... and what would change it, for one that is on the heap and has been told. How many changes
 * were tried. */
uint32_t finding_suggest(Arena *arena, ExplainFinding *f, const ExplainQuery *q);

/* ---- source.c: parts of the source */

Span span_of(const Node *n);
/* The name at pos. */
Span span_of_name(Pos pos);
/* Is it the variable of a type switch, of which each clause has one? */
bool is_of_clause(const Var *v);
/* Where the variable is shown: its name where it is declared; of a type switch's, which is another
 * in each clause, the header of the clause. */
Span span_of_variable(Arena *arena, const Var *v);
/* The name where it is written. */
Span span_of_declaration(const Var *v);
/* The expression or statement as it is written, shortened; the IR's words where the source is not
 * at hand. */
const char *source_phrase(Arena *arena, const Node *n);
/* The IR's words for n of f, which are short; as it is written where they are not Go. */
const char *source_words(Arena *arena, const Func *f, const Node *n);
/* Argument `number` (from 0) of the call whose parenthesis is at `call`. Names have no place of
 * their own in the IR, so an argument that is one is found in the text. */
Span span_of_argument(Pos call, int number, const Node *arg);
/* The receiver `arg` of the method call whose parenthesis is at `call`. */
Span span_of_receiver(Pos call, const Node *arg);
/* Result `number` (from 0) of the return statement at `statement`; negative: the statement. */
Span span_of_result(Pos statement, int number);
/* Shows the line of the span's start, with carets under the span, after a colon; a full stop where
 * the text is not at hand (bodies of other packages). `last` is the file shown before. */
void source_show_lines(Buf *out, Span span, const SourceFile **last);

/* ---- words.c: how things are called */

/* "the address of c", "the slice", "what p points to" */
const char *words_value(Teller *t, const StoryPlace *from, int derefs);
const char *words_place(Teller *t, const StoryPlace *place);
/* what an expression makes: "the slice", "the pointer to the new T" */
const char *words_made(Teller *t, const Node *site);
const char *words_type(Teller *t, const Type *type);
/* "one 8-byte int", "512 bytes"; NULL: only known when it runs */
const char *words_amount(Teller *t);
/* "per call of foo", "each time around the loop in foo" */
const char *words_frequency(Teller *t);
const char *words_function(Teller *t, const Func *f); /* with its package, if that is another */
const char *words_callee(Teller *t, const Node *call);

/* ---- steps.c: the story */
void steps_tell(Teller *t);
/* A sentence that is no step of the way. */
void remark(Teller *t, Span span, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* ---- kept.c: what is off the heap, thanks to the analysis of the whole program */
bool explain_is_kept(const Verdict *v);
void kept_tell(Teller *t);

/* ---- part.c: does f, or the function it is in, belong to the part? */
bool part_has(const ExplainPart *part, const Func *f);
/* Does f, or what it names, name f? */
bool part_is_recursive(IrPackage *package, const Func *f);

/* ---- suggest.c: changes that help */
uint32_t suggest(Teller *t, const ExplainQuery *q); /* how many were tried */

/* ---- text.c, json.c: the answer */
void text_finding(Buf *out, const ExplainReport *report, const ExplainFinding *f);
/* What does not go to the heap on the line that was asked for; nothing for other questions. */
void text_rest(Buf *out, const ExplainReport *report);
void json_begin(Buf *out, char bracket); /* '{' or '['; 0: only the comma for what follows */
void json_end(Buf *out, char bracket);
void json_key(Buf *out, const char *name);
void json_int_field(Buf *out, const char *name, int64_t n);
void json_finding(Buf *out, const ExplainReport *report, const ExplainFinding *f);
void json_param(Buf *out, const ExplainReport *report, const ExplainParam *p);
void json_variable(Buf *out, const ExplainReport *report, const Var *v);

/* ---- html.c: the answer as a page that needs nothing else */

/* The page with the report, a text in the form of docs/explain.schema.json, with the files it
 * speaks of, which are read from here, and with what is counted in them in `table`, which a
 * program built with -allocs has written (NULL: there is none). */
Buf html_page(Arena *arena, const char *report, size_t len, FILE *table);

/* ---- counts.c: what a run with -allocs has counted */
typedef struct CountRow {
	long long objects, bytes;
	const char *path; /* not terminated */
	size_t path_len;
	long line, column;
	int depth;           /* of loops around it; 0 where that is not known */
	const char *verdict; /* "heap (boxing)", among blanks; not terminated */
	size_t verdict_len;
	const char *what; /* "x in main.f", to the end of the line */
} CountRow;

/* False: the line of the table is no row with a place. */
bool counts_row(const char *line, CountRow *row);
/* Fills in what the table has counted for each finding, 0 where it has none. False: it cannot be
 * read. */
bool counts_read(ExplainReport *report, const char *file);

/* ---- diff.c: what moved since an earlier report */

/* Prints what got worse and better in `now`, a report in the form of docs/explain.schema.json,
 * since the one in `old_file`. EXPLAIN_NO_REPORT: that is none (a message is on standard error). */
ExplainShown diff_reports(FILE *out, Arena *arena, const char *old_file, const Buf *now);

/* ---- loops.c: loops that count */

/* The loop whose header declares v; NULL: none. */
const Node *loop_of(const Func *f, const Var *v);
/* How often it goes around, if that is known, else -1; *last is v after it. */
int64_t loop_count(const Func *f, const Node *loop, const Var *v, int64_t *last);
/* How many goroutines a loop starts, one each time around, that share its variable v; -1: not
 * known, or none. */
int64_t loop_goroutines(const Func *f, const Var *v);

#endif
