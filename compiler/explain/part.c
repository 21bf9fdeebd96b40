/*
 * The part of a package that a change touches. To try a change the package is compiled again; of
 * functions whose verdicts it cannot change only the signatures are, with the tags that say what
 * their parameters leak. The part is
 *
 *   the functions that are edited, those they were inlined into,
 *   and what can be inlined into any of these.
 *
 * Others depend on the edited functions only by their tags and by whether they can be inlined, so
 * when those come out as they were (trial.c), nothing outside the part has changed. Where an edited
 * function is called by what it calls, tags are found for all of them together, and where something
 * else than a function is edited, anything may change: then the part is the whole package.
 */
#include "explain/tree.h"

#include "explain/private.h"

typedef VEC(Func *) Callees;

struct ExplainPart {
	Arena *arena;
	const IrPackage *package;
	Map kept;    /* Decl */
	Map edited;  /* Decl */
	Map callees; /* Decl -> Callees *: functions of the package that it names */
	VEC(const Decl *) work;
};

/* ---------------------------------------------------------------- who names whom */

/* The function in the source that f is, or is a literal in; NULL: the initialiser's. */
static const Decl *declaration(const Func *f)
{
	while (f->outer)
		f = f->outer;
	return f->obj ? f->obj->decl : NULL;
}

typedef struct Naming {
	ExplainPart *part;
	Callees *callees;
} Naming;

static bool note_callee(void *ctx, const TreePath *path)
{
	Naming *n = ctx;
	const Expr *x = vec_last(*path).kind == TREE_EXPR ? vec_last(*path).expr : NULL;
	if (!x || (x->kind != EX_NAME && x->kind != EX_SELECTOR))
		return true;
	const Obj *obj = x->kind == EX_SELECTOR ? x->selector.sel->obj : x->obj;
	if (obj && obj->kind == O_FUNC && obj->decl && obj->ir &&
	    obj->pkg == n->part->package->package)
		vec_push(n->part->arena, *n->callees, obj->ir);
	return true;
}

static const Callees *callees_of(ExplainPart *part, const Decl *d)
{
	void **slot = map_slot(&part->callees, d);
	if (!*slot) {
		Callees *callees = NEW(part->arena, Callees);
		Naming naming = {part, callees};
		TreeNode root = {.kind = TREE_DECL, .decl = (Decl *)d};
		tree_walk_from(part->arena, root, note_callee, &naming);
		slot = map_slot(&part->callees, d);
		*slot = callees;
	}
	return *slot;
}

/* Does d, or what it names, name an edited function? */
static bool reaches_edited(ExplainPart *part, const Decl *d, Map *seen)
{
	const Callees *callees = callees_of(part, d);
	for (uint32_t i = 0; i < callees->len; i++) {
		const Decl *callee = callees->data[i]->obj->decl;
		if (map_has(&part->edited, callee))
			return true;
		if (map_has(seen, callee))
			continue;
		map_set(seen, callee, 1);
		if (reaches_edited(part, callee, seen))
			return true;
	}
	return false;
}

static bool calls_itself(IrPackage *package, const Decl *d)
{
	ExplainPart part = {.arena = package->arena, .package = package};
	part.edited = map_make(part.arena);
	part.callees = map_make(part.arena);
	map_set(&part.edited, d, 1);
	Map seen = map_make(part.arena);
	return reaches_edited(&part, d, &seen);
}

bool part_is_recursive(IrPackage *package, const Func *f)
{
	const Decl *d = declaration(f);
	return d && calls_itself(package, d);
}

/* ---------------------------------------------------------------- what belongs to it */

static void keep(ExplainPart *part, const Decl *d)
{
	if (map_has(&part->kept, d))
		return;
	map_set(&part->kept, d, 1);
	vec_push(part->arena, part->work, d);
}

static const Decl *edited_function(const Package *package, Pos pos)
{
	for (int i = 0; i < package->nfiles; i++) {
		const File *f = package->files[i];
		for (uint32_t j = 0; j < f->decls.len; j++) {
			const Decl *d = f->decls.data[j];
			if (d->start <= pos && pos < d->end)
				return d->kind == DECL_FUNC && d->obj ? d : NULL;
		}
	}
	return NULL;
}

static void keep_inlined(ExplainPart *part)
{
	vec_each(Func *const, f, part->package->funcs)
		for (uint32_t i = 0; i < (*f)->inlines.len; i++) {
			const Func *callee = (*f)->inlines.data[i].callee;
			const Decl *d = declaration(*f), *from = declaration(callee);
			if (from && d && map_has(&part->edited, from))
				keep(part, d);
		}
}

/* False: the part must be the whole package. */
static bool complete(ExplainPart *part)
{
	Map seen = map_make(part->arena);
	while (part->work.len) {
		const Decl *d = vec_pop(part->work);
		const Callees *callees = callees_of(part, d);
		for (uint32_t i = 0; i < callees->len; i++) {
			const Decl *callee = callees->data[i]->obj->decl;
			if (callees->data[i]->can_inline)
				keep(part, callee);
			else if (!map_has(&part->edited, callee) &&
				 reaches_edited(part, callee, &seen))
				return false;
		}
	}
	return true;
}

ExplainPart *explain_part(IrPackage *package, const ExplainChange *change)
{
	ExplainPart *part = NEW(package->arena, ExplainPart);
	Arena *arena = package->arena;
	*part = (ExplainPart){.arena = arena, .package = package};
	part->kept = map_make(arena);
	part->edited = map_make(arena);
	part->callees = map_make(arena);
	vec_each(const ExplainEdit, e, change->edits) {
		const Decl *d = edited_function(package->package, e->span.start);
		if (!d)
			return NULL;
		map_set(&part->edited, d, 1);
		keep(part, d);
	}
	keep_inlined(part);
	return complete(part) ? part : NULL;
}

bool explain_part_keeps(const ExplainPart *part, const Decl *d)
{
	bool init = d->kind == DECL_FUNC && strcmp(d->func.name->name, "init") == 0;
	return d->kind != DECL_FUNC || init || map_has(&part->kept, d);
}

bool part_has(const ExplainPart *part, const Func *f)
{
	const Decl *d = declaration(f);
	return !d || explain_part_keeps(part, d);
}
