/*
 * Private to sched/: processors, the scheduler's state, and what its files give each other.
 *
 * docs/runtime.md states the invariants: who may touch what when, the order of the locks, how a
 * thread goes to sleep without losing a wake-up, how the world stops.
 */
#ifndef BURROW_SCHED_H
#define BURROW_SCHED_H

#include "runtime.h"
#include "syscall.h"

typedef enum PStatus {
	P_IDLE,    /* on the idle list; nobody's */
	P_RUNNING, /* belongs to a thread, which alone changes this */
	P_SYSCALL, /* its thread is in a system call: who swaps this for another value owns it */
	P_STOPPED, /* the world is stopped: belongs to who stopped it */
	P_DEAD,    /* GOMAXPROCS has been lowered */
} PStatus;

enum { RUNQ_SIZE = 256, SUDOG_CACHE = 128, DEAD_CACHE = 64, ID_BATCH = 16 };
#define NEVER INT64_MAX

/* The timers of a processor: a heap ordered by time. */
typedef struct TimerHeap {
	Lock lock; /* guards everything here and the timers in the heap */
	Timer **items;
	Int count, room;
	int64_t first; /* when the first is due, or NEVER; written under the lock, read without */
} TimerHeap;

/* A processor: the right to run Go code, and what a thread that has it may use without locks. */
struct P {
	uint32_t id;     /* index in sched.ps */
	uint32_t status; /* PStatus; atomic */
	M *m;            /* who holds it; NULL: idle, or left behind in a system call */
	P *next;         /* on the idle list */

	/* The run queue: only the owner adds (at tail), all may take (swap head). */
	uint32_t head, tail;
	G *next_g; /* runs before the queue; the owner sets it, thieves may take it */
	G *queue[RUNQ_SIZE];

	uint32_t sched_tick;   /* how many time slices it has begun */
	uint32_t slice_over;   /* set by the monitor: next_g has to wait like others; atomic */
	bool inherits;         /* what runs next goes on with the slice */
	uint32_t syscall_tick; /* how many system calls it has gone into or been taken from */
	TimerHeap timers;

	/* Only for the owner, or with the world stopped. */
	struct Cache *cache; /* mem/ */
	G *dead;             /* finished goroutines, some with a stack of STACK_MIN */
	uint32_t dead_count, sudog_count;
	Sudog *sudogs;
	uint64_t next_id, end_id; /* goroutine numbers it may give out */
	Int goroutines;           /* made here less finished here; read by others */

	/* What the monitor saw last, and when. */
	struct {
		uint32_t sched_tick, syscall_tick;
		int64_t sched_when, syscall_when;
	} seen;
};

enum { MAX_PROCS = 1024 };

extern struct Sched {
	Lock lock; /* guards everything up to the next comment */
	P *idle_ps;
	M *idle_ms;
	G *first, *last; /* the global queue */
	int32_t ms, idle_m_count, locked_idle;
	uint32_t stop_left; /* processors that have still to stop */
	G *dead;            /* finished goroutines that no processor keeps */
	Sudog *sudogs;

	/* Written under the lock, read without. */
	P *ps[MAX_PROCS];
	uint32_t procs; /* how many of them are in use */
	uint32_t idle_p_count, queue_count;
	M *stopping;    /* who stops the world, or has stopped it; NULL: it runs */
	uint32_t epoch; /* changes when the world starts again: stopped threads sleep on it */
	bool frozen;    /* the program is dying: the world does not start again */
	bool monitor_sleeping; /* until a processor is used again */
	Note monitor_note, stop_note;

	/* Atomic, without a lock. */
	uint32_t spinning;   /* threads that look for work */
	M *timer_sleeper;    /* the thread that sleeps until the next timer, or NULL */
	int64_t sleep_until; /* until when it sleeps */
	Note timer_note;
	uint32_t threads_started; /* the monitor exists */
	uint64_t ids;
	Int goroutines; /* of processors that are no more */

	Lock all_lock; /* guards the growth of: every G that ever was */
	G **all;
	uintptr_t all_count, all_room;
} sched;

/* ---- queue.c */

bool runq_is_empty(P *p);
void runq_put(P *p, G *g, bool next); /* owner; the half of a full queue goes to the global one */
G *runq_get(P *p);                    /* owner */
/* A half of another's queue; with_next: even what is to run next there. */
G *runq_steal(P *p, P *from, bool with_next);
void globq_put(G *g); /* takes sched.lock */
void globq_put_locked(G *g);
G *globq_get(P *p, uint32_t max); /* sched.lock is held; moves p's share to its queue */

/* ---- sched.c */

_Noreturn void sched_schedule(void); /* runs the next goroutine; on M's stack, curg is NULL */
_Noreturn void rt_gogo(G *g);
bool work_anywhere(void);
void sched_yield(void); /* park */
/* modes.schedseed: now and then a delay, so that threads meet in other ways */
void perturb(void);

/* ---- thread.c */

void p_acquire(M *m, P *p); /* p is the caller's: taken from the idle list or handed over */
P *p_release(M *m);         /* status stays P_RUNNING: to be handed over or made idle */
P *idle_p_get(void);        /* sched.lock is held; NULL: none, or the world is stopped */
void idle_p_put(P *p);      /* sched.lock is held */
void p_wake(void);          /* another thread, when there is a processor for it and none spins */
void m_start(P *p, bool spinning);        /* p NULL: an idle one, if any */
void m_stop(M *m);                        /* until there is a processor for it */
void m_stop_locked(M *m);                 /* until its locked goroutine can run, with a processor */
_Noreturn void m_hand_locked(M *m, G *g); /* gives the processor to g's thread */
void p_hand_off(P *p);                    /* a processor without a thread: finds one if needed */
M *m_new(void (*body)(void));             /* not started */
void m_launch(M *m);
void threads_begin(void); /* when a second goroutine is made: the monitor starts */
void check_dead(void);    /* sched.lock is held */

/* ---- world.c */

/* The current thread holds a P and stops here while the world does. false: the P is gone. */
bool world_wait(M *m);
/* A P has just become P_SYSCALL, and perhaps the world is being stopped. */
void world_stop_syscall(P *p);
void procs_init(void);

/* ---- monitor.c */

void monitor_main(void);
void sched_trace(int64_t now);

/* ---- timer.c */

/* Fires what is due at `now` in a processor's heap. */
void timers_run(P *p, int64_t now);
int64_t timers_next(void);        /* nanotime of the first timer anywhere, or NEVER */
void timers_move(P *from, P *to); /* the world is stopped */
/* This thread has nothing to do and no P: sleeps until the next timer unless another does. */
bool timers_sleep(M *m);

/* ---- goroutine.c */

void dead_flush(P *p);   /* the world is stopped */
void sudogs_flush(P *p); /* the world is stopped */
G *goroutine_new(char *entry, void *closure);

/* ---- mem/ */

bool gc_wanted(void);
bool gc_automatic(void); /* at a safepoint; false: the world was being stopped already */
void mem_init(void);
struct Cache *cache_new(void);
void cache_flush(struct Cache *c); /* the world is stopped */
void stacks_flush(struct Cache *c);
void caches_flush(void);
void stack_alloc(G *g, uintptr_t size);
void stack_free(G *g);
void stack_move(G *g);
_Noreturn void stack_more(G *g);
/* A mapping for a thread's own stack, with a page below it that must not be touched. */
uintptr_t stack_system(uintptr_t size);

/* ---- os/ */

bool os_dying(void);

#endif
