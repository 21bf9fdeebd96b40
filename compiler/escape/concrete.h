/* Private to escape/: interface values of one type (concrete.c). */
#ifndef BURROW_ESCAPE_CONCRETE_H
#define BURROW_ESCAPE_CONCRETE_H

#include "escape/rta.h"
typedef struct Concrete Concrete;

Concrete *concrete_collect(Arena *arena, const Rta *rta, const WholeProgram *program);
/* The one type that the value of n, of interface type, can have when it is not nil. NULL: there may
 * be several. */
Type *concrete_type(const Concrete *c, Node *n);

#endif
