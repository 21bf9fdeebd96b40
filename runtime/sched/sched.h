/* Private to sched/: the one processor, its run queue and timers. */
#ifndef BURROW_SCHED_H
#define BURROW_SCHED_H

#include "runtime.h"

_Noreturn void sched_schedule(void); /* runs the next goroutine; on M's stack, curg is NULL */
_Noreturn void rt_gogo(G *g);
/* fires what is due; nanotime of the next one, or INT64_MAX */
int64_t timers_run(void);

void gc_collect(void);
bool mem_gc_wanted(void);
void mem_init(void);
void stack_alloc(G *g, uintptr_t size);
void stack_free(G *g);
void stack_move(G *g);

#endif
