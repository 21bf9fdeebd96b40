/*
 * Did a change help? What is on the heap is written down as names, one a line (function, what takes
 * the memory and for what), which stay the same when lines move. A change helps when there are
 * fewer of the finding's name, and not more altogether than before less one.
 */
#include <stdlib.h>

#include "explain/private.h"

static const char *heap_name(Arena *arena, const Verdict *v)
{
	return arena_printf(arena, "%s\t%s\t%s", v->func->symbol, escape_by_text[v->by],
			    finding_name(arena, v));
}

bool explain_write_heap(const char *file, IrPackage *changed)
{
	FILE *f = fopen(file, "w");
	if (!f)
		return false;
	VerdictList all = all_verdicts(changed);
	vec_each(const Verdict, v, all)
		if (v->where == ESC_HEAP)
			fprintf(f, "%s%c", heap_name(changed->arena, v), 0);
	return fclose(f) == 0;
}

bool explain_helps(IrPackage *package, const ExplainFinding *finding, const char *file)
{
	VerdictList all = all_verdicts(package);
	const char *name = heap_name(package->arena, finding->verdict);
	int before = 0, named_before = 0, after = 0, named_after = 0;
	vec_each(const Verdict, v, all) {
		if (v->where != ESC_HEAP)
			continue;
		before++;
		named_before += strcmp(heap_name(package->arena, v), name) == 0;
	}
	size_t size;
	const char *s = read_whole(package->arena, file, &size), *end = s + size;
	for (; s && s < end; s += strlen(s) + 1) {
		after++;
		named_after += strcmp(s, name) == 0;
	}
	return s && named_after < named_before && after < before;
}
