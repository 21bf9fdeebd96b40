/*
 * The log of what the optimizer decided, for tools: -gcflags=-json=0,DIR.
 *
 * gc 1.19 writes such a log as records of the Language Server Protocol, a file for each source
 * file. Inlining and escape analysis add their decisions here as they fall; the driver has them
 * written. A place is a list of positions: where the source is, then, for code that was inlined,
 * the places in the functions it came from, from the outermost call inwards.
 */
#ifndef BURROW_IR_DECISIONS_H
#define BURROW_IR_DECISIONS_H

#include "ir/ir.h"

typedef VEC(Pos) DecisionPlace; /* empty: nowhere in the source */

typedef struct DecisionStep {
	DecisionPlace place;
	const char *text;
} DecisionStep;

typedef struct Decision {
	DecisionPlace place;
	const char *code; /* gc's: "canInlineFunction", "escape" ... */
	const char *text; /* may be empty */
	VEC(DecisionStep) steps;
} Decision;

struct DecisionLog {
	Arena *arena;
	VEC(Decision *) decisions; /* as they fell */
};

DecisionLog *decision_log(Arena *arena);
/* A decision about node n of f; about f itself where n is NULL. */
Decision *decision_add(DecisionLog *log, const Func *f, const Node *n, const char *code,
		       const char *format, ...) PRINTF_LIKE(5, 6);
/* One step of its explanation; n NULL: nowhere. */
void decision_step(DecisionLog *log, Decision *d, const Func *f, const Node *n, const char *format,
		   ...) PRINTF_LIKE(5, 6);

/* Writes directory/PACKAGE/BASE.json for each source file with decisions; `version` is the
 * compiler's. False, and errno is set, when one cannot be written. */
bool decisions_write(DecisionLog *log, const char *directory, const char *package,
		     const char *version);

#endif
