/* Private to escape/: facts about a whole program (facts.c). */
#ifndef BURROW_ESCAPE_FACTS_H
#define BURROW_ESCAPE_FACTS_H

#include "escape/private.h"
typedef struct Facts Facts;

typedef struct Interval { /* low <= value <= high */
	int64_t low, high;
} Interval;

Facts *facts_collect(Arena *arena, struct Rta *rta, const WholeProgram *program);
/* Does f run once at most in every run of the program? */
bool facts_once(Facts *facts, const Func *f);
/* Is it certain that nothing points to v, a variable of a function, and no closure captures it? */
bool facts_only_named(Facts *facts, const Var *v);
/* Of an integer expression, anywhere in its function. */
Interval facts_interval(Facts *facts, const Node *n);

#endif
