/* Private to escape/: what a whole program can run and call (rta.c). */
#ifndef BURROW_ESCAPE_RTA_H
#define BURROW_ESCAPE_RTA_H

#include "escape/private.h"
typedef struct Rta Rta;
typedef struct CallClass CallClass;

typedef struct Target { /* a function that a call may reach */
	Func *func;
	Type *type; /* of the receiver in the interface; NULL: a func value */
	int shift;  /* argument 0 is this parameter */
	int receiver_derefs;
} Target;

typedef VEC(Target) TargetList;

typedef struct ClassTarget { /* a call through an embedded interface */
	CallClass *class;
	int shift;
} ClassTarget;

Rta *rta_analyze(Arena *arena, const WholeProgram *program);
bool rta_reachable(const Rta *r, const Func *f);
/* May a call through an interface or of a func value reach f? */
bool rta_is_target(const Rta *r, const Func *f);
/* The function with a body that f, declared without one, stands for by its symbol; or f. */
Func *rta_body(const Rta *r, Func *f);
/* Does any code but the standard library's use runtime.SetFinalizer? */
bool rta_sets_finalizers(const Rta *r);

/* The class of a call through an interface or of a func value that is not known. */
CallClass *rta_class(Rta *r, const Node *call);
CallClass *rta_method_class(Rta *r, Type *iface, const Obj *method);
/* What argument number i (the receiver of an interface's method is 0) leaks, by the tags that the
 * targets have now: entries as of a tag. NULL: not known. */
const int *rta_leaks(Rta *r, CallClass *c, uint32_t i);
/* The type of which a value must be that a call of the class, through an interface, gets to a
 * method; of T and *T with the same method: *T. NULL: there are several, or it is not known. */
Type *rta_only_type(Rta *r, CallClass *c);
/* Fills in what the fact says of the class. */
void rta_describe(Rta *r, Arena *arena, CallClass *c, EscapeFact *fact);
/* Tags have changed. */
void rta_next_round(Rta *r);

#endif
