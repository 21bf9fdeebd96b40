/* Private to escape/: calls through interfaces that become direct (direct.c). */
#ifndef BURROW_ESCAPE_DIRECT_H
#define BURROW_ESCAPE_DIRECT_H

#include "escape/rta.h"

/* Marks them in the reachable functions of the package; with m, says so in the words of -m. */
void direct_calls(Rta *rta, const WholePackage *package, int m);
/* What code of the call through `callee`, which has such a type, depends on: the type's name and
 * layout, and the way to the method. */
const char *direct_layout(Arena *arena, const Node *callee);

#endif
