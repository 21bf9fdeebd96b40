/* Private to explain/. */
#ifndef BURROW_EXPLAIN_PRIVATE_H
#define BURROW_EXPLAIN_PRIVATE_H

#include "explain/explain.h"

typedef struct Teller {
	FILE *out;
	Arena *arena;
	const Verdict *verdict;
	const Story *story;
	int number; /* of the step */
	/* a value that went into something nobody wrote, for the step that uses that */
	const char *carried;
	bool carried_argument;  /* into the slice of variadic arguments ... */
	int carried_number;     /* ... at this place */
	const SourceFile *file; /* shown last */
} Teller;

/* ---- source.c: lines with carets */

typedef struct Span {
	Pos start, end;
} Span;

/* Ends the sentence before, then shows the line of the span's start, with carets under the span;
 * nothing where the text is not at hand (bodies of other packages). */
void source_show(Teller *t, Span span);
Span span_of(const Node *n);
/* The name at pos. */
Span span_of_name(Pos pos);
/* Argument `number` (from 0) of the call whose parenthesis is at `call`. Names have no place of
 * their own in the IR, so an argument that is one is found in the text. */
Span span_of_argument(Pos call, int number, const Node *arg);

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
const char *words_callee(Teller *t, const Node *call);

/* ---- steps.c: the story */
void steps_tell(Teller *t);

/* ---- suggest.c: changes that help */
void suggest(Teller *t, const ExplainQuery *q);

/* ---- loops.c: loops that count */

/* The loop whose header declares v; NULL: none. */
const Node *loop_of(const Func *f, const Var *v);
/* How often it goes around, if that is known, else -1; *last is v after it. */
int64_t loop_count(const Func *f, const Node *loop, const Var *v, int64_t *last);
/* How many goroutines a loop starts, one each time around, that share its variable v; -1: not
 * known, or none. */
int64_t loop_goroutines(const Func *f, const Var *v);

#endif
