/*
 * burrow explain: what is on the heap, and the way that put it there, in sentences.
 *
 * The stage stands after escape analysis. It takes verdicts (escape/verdict.c) and stories
 * (escape/story.c) and says nothing that does not follow from them.
 */
#ifndef BURROW_EXPLAIN_H
#define BURROW_EXPLAIN_H

#include "escape/escape.h"

/* A change of the source: text inserted before `at`. It helps when no variable `var` of the
 * function is on the heap any more. */
typedef struct ExplainEdit {
	Pos at;
	const char *insert;
	Str func, var;
} ExplainEdit;

/* What was asked for; fields that are 0 or NULL do not narrow it. */
typedef struct ExplainQuery {
	const char *file; /* its name ends so */
	uint32_t line, column;
	const char *func; /* foo, T.M, (*T).M, main.foo, foo.func1 */
	/* Compiles the package with the edit as far as escape analysis and says whether it helps;
	 * NULL: no suggestions. */
	bool (*try)(void *ctx, const ExplainEdit *edit);
	void *ctx;
} ExplainQuery;

/* FILE.go, FILE.go:LINE, FILE.go:LINE:COL, FILE.go:FUNC, or FUNC. */
ExplainQuery explain_parse(Arena *arena, const char *pattern);

/* Prints the answer. False when the place asked for does not exist in the package (a message is on
 * standard error). */
bool explain_package(FILE *out, IrPackage *package, const ExplainQuery *query);

/* Is no variable `var` of function `func` on the heap? */
bool explain_helps(IrPackage *package, const char *func, const char *var);

#endif
