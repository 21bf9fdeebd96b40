// Labels and branches of function bodies: see branches.c.
#ifndef BURROW_SYNTAX_BRANCHES_H
#define BURROW_SYNTAX_BRANCHES_H

#include "syntax/build.h"

// Looks at the bodies of a file that the grammar has read: finds the targets of break, continue and
// goto, and fills branch_errors with what is wrong in those without other errors.
void check_branches(Parser *p);
// The same for a file that the grammar has refused, of which p->sound has the bodies to look at;
// nothing is kept but the errors.
void check_sound_branches(Parser *p);

#endif
