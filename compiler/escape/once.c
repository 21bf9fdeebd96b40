/*
 * Objects that are made once.
 *
 * Code outside of loops in a function that runs once makes one object at most. It need not come
 * from the heap even when it outlives everything: it can be part of the program's data.
 *
 * What such an object points to is then never freed. That is so of a package variable, too, and gc
 * makes data of the literals that initialise one; so initialisers may hold anything here. Elsewhere
 * only objects that hold on to little are taken: an element of a linked list, say, would keep all
 * that are ever linked behind it. Nothing is taken in a program that sets finalizers, which would
 * not run.
 */
#include "escape/once.h"

#include "escape/rta.h"

enum { MAX_STATIC = 64 << 10 }; /* bytes: more would be missed when it is garbage */

/* Can an object of this type keep only a bounded number of others from being freed? */
static bool keeps_little(Type *t)
{
	switch (type_kind(t)) {
	case T_STRING: return true;
	case T_POINTER:
	case T_SLICE: return !type_has_pointers(type_elem(t));
	case T_ARRAY: return keeps_little(type_elem(t));
	case T_STRUCT:
		for (int i = 0; i < type_nfields(t); i++)
			if (!keeps_little(type_field(t, i)->type))
				return false;
		return true;
	default: return !type_has_pointers(t);
	}
}

static bool closure_keeps_little(const Func *f)
{
	for (uint32_t i = 0; i < f->closure_vars.len; i++) {
		const Var *v = f->closure_vars.data[i], *o = canonical((Var *)v);
		if (!keeps_little(o->type) && (v->by_value || o->esc != ESC_STATIC))
			return false;
	}
	return true;
}

/* The type of the object that a site makes; NULL: its size or nature is not known. */
static Type *object_type(Loc *l)
{
	const Node *n = l->node;
	if (l->var)
		return l->var->type;
	if (!n || l->is_wrapper || l->kept_on_heap)
		return NULL;
	switch ((Op)n->op) {
	case ONEW:
	case OPTRLIT: return type_elem(n->type);
	case OSLICELIT: return type_array(type_elem(n->type), n->offset);
	case OMAKESLICE: {
		const Node *c = n->y ? n->y : n->x;
		int64_t size;
		if (!integer_literal(c, &size) || size < 0 || size > MAX_STATIC ||
		    (n->y && n->x->op != OLITERAL))
			return NULL;
		return type_array(type_elem(n->type), size);
	}
	case OSTR2BYTES:
		if (n->x->op != OLITERAL)
			return NULL;
		return type_array(type_elem(n->type), str_len(n->x->value->s));
	case OCONVIFACE:
		if (type_is_interface(n->x->type) || type_is_direct_iface(n->x->type))
			return NULL;
		return n->x->type;
	default: return NULL;
	}
}

static bool is_made_once(const Loc *l, Facts *facts)
{
	return l->escapes && l->func && l->depth == 1 && facts_once(facts, l->func);
}

static void place(Loc *l, Facts *facts)
{
	if (!is_made_once(l, facts))
		return;
	if (l->node && l->node->op == OCLOSURE) {
		const Func *f = l->node->func;
		if (!l->is_wrapper && f->closure_vars.len &&
		    (l->func->is_init || closure_keeps_little(f)))
			l->node->esc = ESC_STATIC;
		return;
	}
	Type *t = object_type(l);
	if (!t || type_size(t) == 0 || type_size(t) > MAX_STATIC)
		return;
	if (!l->func->is_init && !keeps_little(t))
		return;
	if (l->var)
		l->var->esc = ESC_STATIC;
	else
		l->node->esc = ESC_STATIC;
}

void once_place(const Context *c, Facts *facts)
{
	if (rta_sets_finalizers(c->whole))
		return;
	for (int closures = 0; closures < 2; closures++) { /* they hold variables */
		for (uint32_t i = 0; i < c->done.len; i++) {
			const Batch *b = c->done.data[i];
			for (uint32_t j = 0; j < b->locs.len; j++) {
				Loc *l = b->locs.data[j];
				if ((l->node && l->node->op == OCLOSURE) == (closures == 1))
					place(l, facts);
			}
		}
	}
}
