/* How values, places, amounts and functions are called in a story. */
#include "explain/private.h"

const char *words_type(Teller *t, const Type *type)
{
	return type_string((Type *)type, TYPE_FORM_GC, t->verdict->func->package->package);
}

static const char *site_words(Teller *t, const Node *n)
{
	switch ((Op)n->op) {
	case OCLOSURE: return n->func ? "the function literal" : "the call to be made later";
	case OSLICELIT:
		if (n->flags & NF_DDD && n->flags & NF_IMPLICIT)
			return "the slice of the variadic arguments";
		break;
	case OCONVIFACE:
		return arena_printf(t->arena, "the copy of %s in the interface",
				    source_phrase(t->arena, n->x));
	case OMETHVALUE:
		return arena_printf(t->arena, "the method value %s", source_phrase(t->arena, n));
	default: break;
	}
	return source_words(t->arena, t->verdict->func, n);
}

const char *words_made(Teller *t, const Node *site)
{
	switch ((Op)site->op) {
	case OMAKESLICE:
	case OSLICELIT: return "the slice";
	case OMAKEMAP:
	case OMAPLIT: return "the map";
	case ONEW:
	case OPTRLIT:
		return arena_printf(t->arena, "the pointer to the new %s",
				    words_type(t, type_elem(site->type)));
	case OADDSTR: return "the string";
	default: return site_words(t, site);
	}
}

/* A variable of an inlined function is said to be one. */
static const char *var_words(Teller *t, const Var *v)
{
	if (v->is_temp || str_len(v->name) == 0)
		return "a temporary";
	if (v->name[0] == '~')
		return "the result";
	return arena_printf(t->arena, "%s", v->name);
}

const char *words_place(Teller *t, const StoryPlace *place)
{
	if (place->heap)
		return "the heap";
	if (place->var)
		return var_words(t, place->var);
	return place->site ? site_words(t, place->site) : "a temporary";
}

const char *words_value(Teller *t, const StoryPlace *from, int derefs)
{
	const char *name = words_place(t, from);
	if (derefs < 0)
		return from->var ? arena_printf(t->arena, "the address of %s", name) : name;
	if (derefs == 0)
		return name;
	if (derefs == 1)
		return arena_printf(t->arena, "what %s points to", name);
	return arena_printf(t->arena, "what %s leads to over %d pointers", name, derefs);
}

const char *words_amount(Teller *t)
{
	const Verdict *v = t->verdict;
	if (v->var)
		return arena_printf(t->arena, "one %ld-byte %s", (long)v->bytes,
				    words_type(t, v->var->type));
	if (v->bytes >= 0)
		return arena_printf(t->arena, "%ld byte%s", (long)v->bytes,
				    v->bytes == 1 ? "" : "s");
	if (v->element)
		return arena_printf(t->arena, "%ld byte%s for each element", (long)v->element,
				    v->element == 1 ? "" : "s");
	return NULL;
}

const char *words_frequency(Teller *t)
{
	const Verdict *v = t->verdict;
	const char *name = v->func->name;
	if (v->func->is_init && v->depth == 0)
		return "once, when the package is initialised";
	if (v->depth == 0)
		return arena_printf(t->arena, "per call of %s", name);
	if (v->depth == 1)
		return arena_printf(t->arena, "each time around the loop in %s", name);
	return arena_printf(t->arena, "each time around %d nested loops in %s", v->depth, name);
}

const char *words_function(Teller *t, const Func *f)
{
	if (!f->package || f->package == t->verdict->func->package)
		return f->name;
	return arena_printf(t->arena, "%s.%s", f->package->package->name, f->name);
}

const char *words_callee(Teller *t, const Node *call)
{
	if (call->op == OCALLMETH || call->op == OCALLINTER)
		return call->x->sel ? call->x->sel->name : ir_text(t->arena, call->x);
	if (call->op == OCALLFUNC)
		return ir_text(t->arena, call->x);
	return ir_op_text[call->op];
}
