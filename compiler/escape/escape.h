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

#include "ir/ir.h"

typedef struct EscapeOptions {
	int m; /* -m: lines "escapes to heap", "moved to heap", "leaking param" */
} EscapeOptions;

/* Fills in Node.esc, Var.esc, Var.by_value and the tags of parameters. */
void escape_package(IrPackage *package, const EscapeOptions *options);

#endif
