/*
 * How gc's diagnostics show the packages of what they mention.
 *
 * By name, but for a name that several packages have: then by path, in quotes. The packages that
 * count are those that the export data of the direct imports mentions, whether the program can name
 * them or not. Package runtime is burrow's own, gc's mentions another package atomic.
 */
#include "types/checker.h"
#include "types/exportdata.h"

typedef struct Mentions {
	Map *by_name; /* name -> path, or AMBIGUOUS */
	const Package *shown_in;
} Mentions;

static char ambiguous;
#define AMBIGUOUS ((void *)&ambiguous)

static void mention(Mentions *m, Str path, Str name)
{
	if (path == m->shown_in->path)
		return;
	void **slot = map_slot(m->by_name, name);
	if (!*slot)
		*slot = (void *)path;
	else if (*slot != (void *)path)
		*slot = AMBIGUOUS;
}

static void mention_exported(Mentions *m, Importer *in)
{
	for (uint32_t i = 0; i < in->header->table[TABLE_PACKAGES].count; i++) {
		ImportReader r = import_chunk(in, TABLE_PACKAGES, i);
		Str path = import_str(&r);
		mention(m, path, import_str(&r));
	}
}

void types_show_paths(Package *p)
{
	if (p->paths_by_name)
		return;
	Mentions m = {NEW(types_arena, Map), p};
	*m.by_name = map_make(types_arena);
	for (int i = 0; i < p->nimports; i++) {
		const Package *import = p->imports[i];
		mention(&m, import->path, import->name);
		if (import->importer)
			mention_exported(&m, import->importer);
		if (import->path == STR("runtime"))
			mention(&m, STR("runtime/internal/atomic"), STR("atomic"));
	}
	p->paths_by_name = m.by_name;
}

Str package_shown(const Package *p, const Package *relative)
{
	if (!relative || !relative->paths_by_name ||
	    map_get(relative->paths_by_name, p->name) != AMBIGUOUS)
		return p->name;
	return str_printf("\"%s\"", p->path);
}
