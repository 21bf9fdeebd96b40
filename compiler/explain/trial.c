/*
 * Did a change help? What is on the heap is written down as names (function, what takes the memory
 * and for what), which stay the same when lines move, and compared with the names of the package as
 * it is. A change that brings anything else onto the heap, or into more loops, does not help,
 * whatever it takes off.
 *
 * A change may edit what stands in an expression, and so its name. So what is new is asked of the
 * kinds of expressions: an append more is one too many, whatever it appends. What the change is
 * for must be gone by its name, and there must be one less of its kind.
 */
#include <inttypes.h>
#include <stdlib.h>

#include "explain/private.h"
#include "support/file.h"

typedef struct HeapName {
	const char *name; /* FUNCTION tab KIND tab EXPRESSION */
	size_t kind;      /* the bytes of the first two */
	int loops;        /* around it */
} HeapName;

struct HeapNames {
	VEC(HeapName) names; /* sorted */
	int loops;           /* of all, added up */
	/* of the functions: what others know of them; sorted, a line each */
	const char *signatures;
};

/* Function literals are counted with the function they are in: a change may renumber them. One
 * that a go statement calls, and the operands that such a call keeps, are as good as each other. */
static const char *heap_name(Arena *arena, const Verdict *v)
{
	const char *symbol = v->func->symbol, *literal = strstr(symbol, ".func");
	int n = (int)(literal ? (size_t)(literal - symbol) : strlen(symbol));
	if (v->by == ALLOC_GOROUTINE || (v->by == ALLOC_SITE && v->node && v->node->op == OCLOSURE))
		return arena_printf(arena, "%.*s\tfunction literal\t", n, symbol);
	if (v->var)
		return arena_printf(arena, "%.*s\tvariable %s\t", n, symbol, v->var->name);
	return arena_printf(arena, "%.*s\t%s %d\t%s", n, symbol, escape_by_text[v->by], v->node->op,
			    finding_name(arena, v));
}

static int compare_kinds(const HeapName *a, const HeapName *b)
{
	int order = memcmp(a->name, b->name, a->kind < b->kind ? a->kind : b->kind);
	return order ? order : (a->kind > b->kind) - (a->kind < b->kind);
}

static int compare(const void *a, const void *b)
{
	const HeapName *x = a, *y = b;
	int order = compare_kinds(x, y);
	return order ? order : strcmp(x->name, y->name);
}

static HeapName name_of(const char *name, int loops)
{
	size_t function = strcspn(name, "\t");
	size_t kind = name[function] ? function + 1 + strcspn(name + function + 1, "\t") : 0;
	return (HeapName){name, kind ? kind : function, loops};
}

static void add(Arena *arena, HeapNames *heap, const char *name, int loops)
{
	HeapName n = name_of(name, loops);
	vec_push(arena, heap->names, n);
	heap->loops += loops;
}

static HeapNames *sorted(HeapNames *heap)
{
	if (heap->names.len)
		qsort(heap->names.data, heap->names.len, sizeof *heap->names.data, compare);
	return heap;
}

/* What the verdicts of others depend on: can it be inlined, and what do its parameters leak? */
static const char *signature(Arena *arena, const Func *f)
{
	Buf text = buf_make(arena), *out = &text;
	buf_printf(out, "%s %d", f->symbol, f->can_inline);
	for (uint32_t i = 0; i < f->params.len; i++) {
		Str tag = f->params.data[i]->escape_tag;
		buf_printf(out, " %" PRIx64, tag ? hash_bytes(tag, str_len(tag), 1) : 0);
	}
	return buf_cstr(out);
}

static bool is_wanted(const void *part, const Func *f)
{
	return !part || part_has(part, f);
}

static void add_signatures(HeapNames *heap, IrPackage *package, const ExplainPart *part)
{
	HeapNames all = {0};
	Buf text = buf_make(package->arena);
	vec_each(Func *const, f, package->funcs)
		if ((*f)->obj && !(*f)->is_wrapper && is_wanted(part, *f))
			add(package->arena, &all, signature(package->arena, *f), 0);
	sorted(&all);
	vec_each(const HeapName, n, all.names)
		buf_printf(&text, "%s\n", n->name);
	heap->signatures = buf_cstr(&text);
}

HeapNames *explain_heap(IrPackage *package, const ExplainPart *part)
{
	Arena *arena = package->arena;
	HeapNames *heap = NEW(arena, HeapNames);
	VerdictList all = some_verdicts(package, is_wanted, part);
	vec_each(const Verdict, v, all)
		if (v->where == ESC_HEAP)
			add(arena, heap, heap_name(arena, v), v->depth);
	add_signatures(heap, package, part);
	return sorted(heap);
}

bool explain_write_heap(const char *file, IrPackage *changed)
{
	const HeapNames *heap = explain_heap(changed, NULL);
	Buf out = buf_make(changed->arena);
	buf_puts(&out, heap->signatures);
	buf_putc(&out, 0);
	vec_each(const HeapName, n, heap->names) {
		buf_printf(&out, "%d\t%s", n->loops, n->name);
		buf_putc(&out, 0);
	}
	return file_write_whole(file, out.data, out.len);
}

static HeapNames *read_heap(Arena *arena, const char *file)
{
	HeapNames *heap = NEW(arena, HeapNames);
	size_t size;
	const char *s = file_read(file, &size), *end = s + size;
	if (!s)
		return NULL;
	heap->signatures = s;
	for (s += strlen(s) + 1; s < end; s += strlen(s) + 1) {
		char *rest;
		int loops = (int)strtol(s, &rest, 10);
		add(arena, heap, rest + 1, loops);
	}
	return sorted(heap);
}

/* Is each kind of `after` in `before`, at least as often? */
static bool is_part(const HeapNames *after, const HeapNames *before)
{
	uint32_t at = 0;
	vec_each(const HeapName, n, after->names) {
		while (at < before->names.len && compare_kinds(&before->names.data[at], n) < 0)
			at++;
		if (at == before->names.len || compare_kinds(&before->names.data[at], n) != 0)
			return false;
		at++;
	}
	return after->loops <= before->loops;
}

static int count(const HeapNames *heap, const HeapName *name, bool kind)
{
	int n = 0;
	vec_each(const HeapName, h, heap->names)
		n += (kind ? compare_kinds(h, name) : compare(h, name)) == 0;
	return n;
}

static bool is_less(const HeapNames *after, const HeapNames *before, const HeapName *name)
{
	return count(after, name, false) < count(before, name, false) &&
	       count(after, name, true) < count(before, name, true);
}

TrialResult explain_compare(Arena *arena, const HeapNames *before, bool part,
			    const ExplainFinding *finding, ChangeAim aim, const char *file)
{
	const HeapNames *after = read_heap(arena, file);
	HeapName name = name_of(heap_name(arena, finding->verdict), 0);
	if (!after)
		return TRIAL_INVALID;
	if (part && strcmp(before->signatures, after->signatures) != 0)
		return TRIAL_SPREADS;
	if (!is_part(after, before))
		return TRIAL_NO_HELP;
	if (is_less(after, before, &name))
		return TRIAL_OFF_HEAP;
	bool helps =
		aim == AIM_NOTHING_NEW || (aim == AIM_OUT_OF_LOOP && after->loops < before->loops);
	return helps ? TRIAL_HELPS : TRIAL_NO_HELP;
}
