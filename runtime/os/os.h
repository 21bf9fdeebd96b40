/* Private to os/: what its files give each other. */
#ifndef BURROW_OS_H
#define BURROW_OS_H

#include "runtime.h"
#include "syscall.h"

void clock_init(const void *vdso);                /* NULL: no vDSO */
void symbols_init(const void *phdr, uintptr_t n); /* the program's headers */
/* One goroutine's frames on standard error. */
void traceback_print(G *g);
/* All goroutines but `but`, as a fatal error shows them. */
void traceback_print_others(G *but);
bool os_dying(void);       /* a fatal error is being printed */
int traceback_level(void); /* GOTRACEBACK: 0 none, 1 single, 2 all, 3 system or crash */

#endif
