/*
 * Lowering: the typed IR becomes the lowered form that SSA is built from (see the end of ir/ir.h):
 * evaluation order is made explicit by temporaries, sugar goes, and what the machine does not do
 * itself becomes calls of package runtime.
 */
#ifndef BURROW_LOWER_H
#define BURROW_LOWER_H

#include "ir/ir.h"

/* Lowers all functions of the package, and makes those it needs besides (wrappers, closures of go
 * and defer), type descriptors, itabs and the data they refer to. Escape analysis has filled in the
 * verdicts; where it has not, memory is heap. */
void lower_package(IrPackage *package);

#endif
