/*
 * Escape analysis beside inlining.
 *
 * A group of functions that call each other can be analysed when the calls in it are inlined and
 * the groups that it refers to are analysed. So it need not wait for the whole package: with one
 * thread it is analysed at once, while its nodes are in the cache; with more, a thread of its own
 * takes the groups in the order in which inlining is done with them, and inlining goes on.
 *
 * What both threads touch: a group is not changed by inlining any more once it is given away, and
 * copies of its bodies are made from Func.inline_body, which escape analysis does not see; names
 * are interned under a lock, and so are layouts of types computed; Func.visit and escape_planned
 * are inlining's, escape_done and the tags of parameters the analysis'. The verdicts do not depend
 * on the threads.
 */
#include "escape/private.h"

typedef struct Group {
	Func **funcs;
	uint32_t n;
} Group;

struct EscapeRun {
	Context context;
	Arena *arena;      /* of the groups */
	Arena *visits;     /* empty between groups */
	VEC(Group) groups; /* that are ready */
	bool may_start;    /* a thread */
	bool started;
	Thread thread;
	Arena *types; /* what the thread makes of types */
	pthread_mutex_t lock;
	pthread_cond_t more;
	/* under the lock: the groups that the thread can take, and whether no others will come; the
	 * array may have grown and moved since, they have not changed */
	const Group *first;
	uint32_t given;
	bool ended;
};

/* A thread is worth while for so many groups; they are given to it so many at a time. */
enum { WORTH_A_THREAD = 128, AT_ONCE = 32 };

static void analyze(EscapeRun *run, const Group *groups, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		analyze_group(&run->context, groups[i].funcs, groups[i].n, false);
}

static void *analyze_what_comes(void *argument)
{
	EscapeRun *run = argument;
	uint32_t done = 0;
	diag_use(diag_new(run->types, NULL));
	diag_stage("escape");
	types_use_arena(run->types);
	for (;;) {
		pthread_mutex_lock(&run->lock);
		while (run->given == done && !run->ended)
			pthread_cond_wait(&run->more, &run->lock);
		const Group *first = run->first;
		uint32_t given = run->given;
		pthread_mutex_unlock(&run->lock);
		if (given == done)
			return NULL;
		analyze(run, first + done, given - done);
		done = given;
	}
}

/* Lets the thread have all groups so far. */
static void give(EscapeRun *run, bool ended)
{
	pthread_mutex_lock(&run->lock);
	run->first = run->groups.data;
	run->given = run->groups.len;
	run->ended = ended;
	pthread_cond_signal(&run->more);
	pthread_mutex_unlock(&run->lock);
}

/* A group that is ready. */
static void plan(void *ctx, Func **funcs, uint32_t n, bool recursive)
{
	EscapeRun *run = ctx;
	(void)recursive;
	for (uint32_t i = 0; i < n; i++)
		funcs[i]->escape_planned = true;
	if (!run->may_start) {
		analyze_group(&run->context, funcs, n, false);
		return;
	}
	Group group = {NEW_ARRAY(run->arena, Func *, n), n};
	memcpy(group.funcs, funcs, n * sizeof *funcs);
	vec_push(run->arena, run->groups, group);
	if (run->started && run->groups.len % AT_ONCE == 0)
		give(run, false);
	if (run->started || run->groups.len < WORTH_A_THREAD)
		return;
	run->started = thread_start(&run->thread, analyze_what_comes, run);
	run->may_start = run->started;
	if (!run->started)
		analyze(run, run->groups.data, run->groups.len);
}

EscapeRun *escape_begin(IrPackage *package, int threads)
{
	EscapeRun *run = NEW(package->arena, EscapeRun);
	run->context = (Context){.package = package,
				 .arena = arena_new(),
				 .lasting = arena_new(),
				 .scratch = arena_new(),
				 .passing = true};
	run->arena = arena_new();
	run->visits = arena_new();
	run->types = arena_new();
	run->may_start = threads > 1;
	pthread_mutex_init(&run->lock, NULL);
	pthread_cond_init(&run->more, NULL);
	analyze_declared(&run->context);
	return run;
}

/* The initialiser waits for the end: ir_static_init changes it. */
void escape_group(EscapeRun *run, Func **funcs, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		if (!funcs[i]->has_body || funcs[i]->is_init ||
		    (funcs[i]->outer && funcs[i]->outer->is_init))
			return;
	ir_visit_group(run->context.package, run->visits, funcs, n, plan, run);
	arena_reset(run->visits);
}

void escape_end(EscapeRun *run)
{
	Context *c = &run->context;
	if (run->started) {
		give(run, true);
		thread_join(&run->thread);
	} else if (run->may_start) {
		analyze(run, run->groups.data, run->groups.len);
	}
	ir_visit_bottom_up(c->package, analyze_group, c);
	arena_adopt(c->package->arena, c->lasting);
	arena_adopt(c->package->arena, run->types);
	arena_free(c->arena);
	arena_free(c->scratch);
	arena_free(run->arena);
	arena_free(run->visits);
}
