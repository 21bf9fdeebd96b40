/* Private to escape/: objects that are made once (once.c). */
#ifndef BURROW_ESCAPE_ONCE_H
#define BURROW_ESCAPE_ONCE_H

#include "escape/facts.h"

/* Has what is on the heap, and made once, be part of the program's data: ESC_STATIC. */
void once_place(const Context *c, Facts *facts);

#endif
