/* Suggestions on trial: the package compiled again with a change of its source. */
#ifndef BURROW_DRIVER_TRIAL_H
#define BURROW_DRIVER_TRIAL_H

#include "driver/driver.h"
#include "explain/explain.h"

typedef struct Trial {
	Build *build;
	Compilation *c;    /* the package as it is */
	HeapNames *before; /* what is on the heap in it; NULL: not needed yet */
} Trial;

/* Takes out the bodies of functions that the change on trial does not touch. */
void trial_leave_out(const Build *build, Compilation *c);

/* ExplainQuery.try: `ctx` is a Trial. */
TrialResult trial_run(void *ctx, const ExplainFinding *finding, const ExplainChange *change);

#endif
