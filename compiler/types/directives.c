// What is wrong with directives, and functions that have no body: gc says so of a package whose
// types are in order, first what belongs to declarations, then the linknames.
#include "types/checker.h"

bool check_imports(const File *f, Str path)
{
	for (uint32_t i = 0; i < f->imports.len; i++)
		if (f->imports.data[i]->import.path_value == path)
			return true;
	return false;
}

static bool is_linknamed(const File *f, const Decl *d)
{
	if (d->func.receiver || !check_imports(f, STR("unsafe")))
		return false;
	for (const Linkname *l = f->linknames; l; l = l->next)
		if (l->local == d->func.name->name)
			return true;
	return false;
}

// In a package that is Go files only, a function without body has to be another one's second name.
static void check_bodies(Checker *c, const File *f)
{
	for (uint32_t i = 0; i < f->decls.len; i++) {
		const Decl *d = f->decls.data[i];
		if (d->kind != DECL_FUNC)
			continue;
		if (d->func.body && d->pragma & PRAGMA_NOESCAPE)
			check_error_at(
				c, d->func.after,
				"can only use //go:noescape with external func implementations");
		if (d->pragma & PRAGMA_UINTPTRKEEPALIVE && !(d->pragma & PRAGMA_NOSPLIT))
			check_error_at(c, d->func.after, "go:uintptrkeepalive requires go:nosplit");
		if (!d->func.body && c->config->complete && !is_linknamed(f, d))
			check_error_at(c, d->func.after, "missing function body");
	}
}

// A linkname is for a function or variable of the package, and the only one. (The list has the last
// one of the file first.)
static void check_linknames(Checker *c, const File *f)
{
	Map seen = map_make(types_arena);
	VEC(const Linkname *) list = {0};
	bool allowed = check_imports(f, STR("unsafe"));
	for (const Linkname *l = f->linknames; l; l = l->next)
		vec_push(types_arena, list, l);
	while (list.len) {
		const Linkname *l = list.data[--list.len];
		Obj *o = scope_lookup(c->package->scope, l->local);
		if (!allowed) {
			check_error_at(c, l->pos + 2,
				       "//go:linkname only allowed in Go files that import "
				       "\"unsafe\"");
		} else if (!o || (o->kind != O_FUNC && o->kind != O_VAR)) {
			if (!c->config->lang_minor || c->config->lang_minor >= 18)
				check_error_at(c, l->pos + 2,
					       "//go:linkname must refer to declared function or "
					       "variable");
		} else if (map_has(&seen, o))
			check_error_at(c, l->pos + 2, "duplicate //go:linkname for %s", o->name);
		else
			map_set(&seen, o, o);
	}
}

void check_directives(Checker *c)
{
	const Package *p = c->package;
	if (diag_errors())
		return;
	for (int i = 0; i < p->nfiles; i++) {
		const File *f = p->files[i];
		for (uint32_t k = 0; k < f->misplaced.len; k++)
			check_error_at(c, f->misplaced.data[k].pos, "misplaced %s directive",
				       f->misplaced.data[k].embed ? "go:embed" : "compiler");
		check_embeds(c, f);
		check_bodies(c, f);
	}
	diag_flush();
	for (int i = 0; i < p->nfiles; i++)
		check_linknames(c, p->files[i]);
}
