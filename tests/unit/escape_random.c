
// Holds the solver of escape/ against gc's walk (one for each location) on random graphs, and looks
// at how its time grows. The number of graphs is the first argument (default 20000), a seed the
// second.
#include <stdlib.h>
#include <time.h>

#include "escape/private.h"

enum { MAX_FUNCS = 6, MAX_LOCS = 24 };

static uint64_t seed = 1;

static uint32_t random_below(uint32_t n)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)(seed >> 33) % n;
}

static void blank_loc(Loc *l)
{
	l->result = -1;
	for (int i = 0; i <= TAG_RESULTS; i++)
		l->leaks[i] = -1;
}

static Batch new_batch(Arena *arena)
{
	Batch b = {.arena = arena};
	b.called = map_make(arena);
	blank_loc(&b.heap);
	blank_loc(&b.blank);
	b.heap.escapes = true;
	return b;
}

static Loc *add_loc(Batch *b, Func *f, int depth)
{
	b->func = f;
	b->depth = depth;
	return loc_new(b, NULL, NULL);
}

static void add_edge(Batch *b, Loc *dst, Loc *src, int derefs)
{
	flow(b, hole_shift(hole_to(dst), derefs), src);
}

static int random_weight(void)
{
	static const int weights[] = {-1, -1, -1, 0, 0, 0, 0, 1, 1, 2};
	return weights[random_below(COUNT(weights))];
}

// Functions, some of them literals in others, some called in place; parameters, results and
// variables in loops.
static void random_graph(Batch *b, Func *funcs)
{
	uint32_t nfuncs = 1 + random_below(MAX_FUNCS), nlocs = 2 + random_below(MAX_LOCS);
	for (uint32_t i = 0; i < nfuncs; i++) {
		funcs[i] = (Func){0};
		if (i && random_below(2))
			funcs[i].outer = &funcs[random_below(i)];
		if (funcs[i].outer && random_below(2))
			map_set(&b->called, &funcs[i], 1);
	}
	int results[MAX_FUNCS] = {0};
	for (uint32_t i = 0; i < nlocs; i++) {
		uint32_t f = random_below(nfuncs);
		uint32_t kind = random_below(5);
		Loc *l = add_loc(b, &funcs[f], kind < 2 ? 1 : 1 + (int)random_below(3));
		if (kind == 0)
			l->is_param = true;
		else if (kind == 1)
			l->result = results[f] += 1 + (int)random_below(2);
	}
	uint32_t nedges = random_below(3 * nlocs);
	for (uint32_t i = 0; i < nedges; i++) {
		Loc *src = b->locs.data[random_below(nlocs)];
		Loc *dst = random_below(20) ? b->locs.data[random_below(nlocs)] : &b->heap;
		add_edge(b, dst, src, random_weight());
	}
}

// A leak to a result says nothing beside one to the heap that is no longer.
static int shown_leak(const Loc *l, int i)
{
	return i && l->leaks[0] >= 0 && l->leaks[i] >= l->leaks[0] ? -1 : l->leaks[i];
}

static bool same_verdict(const Loc *x, const Loc *y)
{
	if (x->escapes != y->escapes)
		return false;
	for (int i = 0; x->is_param && !x->escapes && i <= TAG_RESULTS; i++)
		if (shown_leak(x, i) != shown_leak(y, i))
			return false;
	return true;
}

static void show_graph(const Batch *b, const Func *funcs)
{
	for (uint32_t i = 0; i < b->locs.len; i++) {
		const Loc *l = b->locs.data[i];
		printf("%u: func %d (in %d%s) depth %d result %d%s\n", i, (int)(l->func - funcs),
		       l->func->outer ? (int)(l->func->outer - funcs) : -1,
		       map_has(&b->called, l->func) ? ", called" : "", l->depth, l->result,
		       l->is_param ? " param" : "");
		for (uint32_t j = 0; j < l->edges.len; j++)
			printf("\t<- %u weight %d\n", l->edges.data[j].src->number,
			       l->edges.data[j].derefs);
	}
}

static void compare(uint32_t number)
{
	Arena *arena = arena_new();
	Func funcs[2][MAX_FUNCS];
	Batch b[2];
	uint64_t start = seed;
	for (int i = 0; i < 2; i++) {
		seed = start;
		b[i] = new_batch(arena);
		random_graph(&b[i], funcs[i]);
	}
	explain(&b[0]);
	solve(&b[1]);
	for (uint32_t i = 0; i < b[0].locs.len; i++) {
		const Loc *x = b[0].locs.data[i], *y = b[1].locs.data[i];
		if (same_verdict(x, y))
			continue;
		printf("graph %u: location %u differs: escapes %d %d; leaks", number, i, x->escapes,
		       y->escapes);
		for (int j = 0; j <= TAG_RESULTS; j++)
			printf(" %d:%d", x->leaks[j], y->leaks[j]);
		printf("\n");
		show_graph(&b[1], funcs[1]);
		exit(1);
	}
	arena_free(arena);
}

// ---- Large graphs

typedef enum Shape { RING, CHAIN, STAR, LOOP, SHAPES } Shape;
static const char *const shape_names[] = {"ring of functions", "chain of functions",
					  "star of functions", "one function"};

// Function i: a parameter that goes on to the next function's, whose result comes back; a local of
// the loop whose address is passed.
static void link_functions(Batch *b, Func *funcs, uint32_t n, Shape shape)
{
	Loc **params = NEW_ARRAY(b->arena, Loc *, n), **results = NEW_ARRAY(b->arena, Loc *, n);
	for (uint32_t i = 0; i < n; i++) {
		params[i] = add_loc(b, &funcs[i], 1);
		params[i]->is_param = true;
		results[i] = add_loc(b, &funcs[i], 1);
		results[i]->result = 0;
	}
	for (uint32_t i = 0; i < n; i++) {
		if (shape == CHAIN && i == n - 1)
			break;
		uint32_t next = shape == STAR ? 0 : (i + 1) % n;
		Loc *kept = add_loc(b, &funcs[i], 1), *inner = add_loc(b, &funcs[i], 2);
		add_edge(b, params[next], params[i], 0);
		add_edge(b, params[next], inner, -1);
		add_edge(b, kept, results[next], 0);
		add_edge(b, results[i], results[next], 0);
		add_edge(b, results[i], params[i], 0);
	}
}

static void one_function(Batch *b, Func *f, uint32_t n)
{
	Loc *last = NULL;
	for (uint32_t i = 0; i < n; i++) {
		Loc *object = add_loc(b, f, 2), *pointer = add_loc(b, f, 2);
		add_edge(b, pointer, object, -1);
		if (last)
			add_edge(b, pointer, last, (int)(i % 7 == 0));
		last = pointer;
	}
}

static double solve_large(Shape shape, uint32_t n)
{
	Arena *arena = arena_new();
	Batch b = new_batch(arena);
	Func *funcs = NEW_ARRAY(arena, Func, n);
	if (shape == LOOP)
		one_function(&b, funcs, n);
	else
		link_functions(&b, funcs, n, shape);
	clock_t start = clock();
	solve(&b);
	double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	arena_free(arena);
	return seconds;
}

int main(int argc, char **argv)
{
	uint32_t count = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 20000;
	if (argc > 2)
		seed = strtoull(argv[2], NULL, 10);
	for (uint32_t i = 0; i < count; i++)
		compare(i);
	for (Shape shape = 0; shape < SHAPES; shape++) {
		printf("%-18s", shape_names[shape]);
		for (uint32_t n = 2500; n <= 20000; n *= 2) {
			double seconds = solve_large(shape, n);
			printf(" %8u: %7.3f s", n, seconds);
			if (seconds > 30) {
				printf("\nthe solver takes too long\n");
				return 1;
			}
		}
		printf("\n");
	}
	return 0;
}
