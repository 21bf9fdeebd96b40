/* Loops `for i := A; i < B; i++` with constants, and a variable that nothing else sets. */
#include "explain/private.h"

typedef struct Search {
	const Var *v;
	const Node *loop;
	int changes; /* assignments to v other than its declaration */
	bool leaves; /* the body has a break, goto or return */
} Search;

static const Var *original(const Var *v)
{
	while (v->is_closure_var && v->outer)
		v = v->outer;
	return v;
}

static bool declares(const Node *loop, const Var *v)
{
	for (uint32_t i = 0; i < loop->init.len; i++)
		if (loop->init.data[i] == v->defn)
			return true;
	const Node *names[] = {loop->x, loop->y};
	for (int i = 0; i < 2 && loop->op == ORANGE && loop->flags & NF_DEFINE; i++)
		if (names[i] && names[i]->op == ONAME && names[i]->var == v)
			return true;
	return false;
}

static bool find(void *ctx, Node **slot)
{
	Search *s = ctx;
	Node *n = *slot;
	if ((n->op == OFOR || n->op == ORANGE) && declares(n, s->v))
		s->loop = n;
	if ((n->op == OAS || n->op == OASOP) && n->x && n->x->op == ONAME && n != s->v->defn &&
	    original(n->x->var) == s->v)
		s->changes++;
	for (uint32_t i = 0; i < n->list.len; i++)
		if (n->op >= OAS2 && n->op <= OAS2RECV && n->list.data[i]->op == ONAME &&
		    original(n->list.data[i]->var) == s->v && n != s->v->defn)
			s->changes++;
	return ir_each_child(n, find, ctx);
}

static void search(Search *s, const Func *f)
{
	for (uint32_t i = 0; i < f->body.len; i++)
		find(s, (Node **)&f->body.data[i]);
	for (uint32_t i = 0; i < f->closures.len; i++)
		search(s, f->closures.data[i]);
}

const Node *loop_of(const Func *f, const Var *v)
{
	Search s = {.v = v};
	search(&s, f);
	return s.loop;
}

static bool leaves(void *ctx, Node **slot)
{
	Op op = (*slot)->op;
	if (op == OBREAK || op == OGOTO || op == ORETURN || op == OCONTINUE || op == OPANIC)
		return true;
	return ir_each_child(*slot, leaves, ctx);
}

static bool constant(const Node *n, int64_t *value)
{
	if (!n || n->op != OLITERAL || !const_is_int64(n->value))
		return false;
	*value = const_int64(n->value);
	return true;
}

static bool counts_up(const Node *loop, const Var *v)
{
	const Node *post = loop->els.len == 1 ? loop->els.data[0] : NULL;
	int64_t by;
	return post && post->op == OASOP && post->subop == OADD && post->x->op == ONAME &&
	       post->x->var == v && constant(post->y, &by) && by == 1;
}

int64_t loop_count(const Func *f, const Node *loop, const Var *v, int64_t *last)
{
	Search s = {.v = v};
	search(&s, f);
	if (loop->op != OFOR)
		return -1;
	const Node *cond = loop->x;
	int64_t from, to;
	if (s.changes != 1 || v->address_taken || !counts_up(loop, v) || !v->defn ||
	    v->defn->op != OAS || !constant(v->defn->y, &from))
		return -1;
	if (!cond || (cond->op != OLT && cond->op != OLE) || cond->x->op != ONAME ||
	    cond->x->var != v || !constant(cond->y, &to))
		return -1;
	for (uint32_t i = 0; i < loop->body.len; i++)
		if (leaves(NULL, (Node **)&loop->body.data[i]))
			return -1;
	if (to - from > INT32_MAX || to < from)
		return -1;
	*last = to + (cond->op == OLE);
	return *last - from;
}

static bool captures(const Func *literal, const Var *v)
{
	for (uint32_t i = 0; i < literal->closure_vars.len; i++)
		if (original(literal->closure_vars.data[i]) == v &&
		    !literal->closure_vars.data[i]->by_value)
			return true;
	return false;
}

int64_t loop_goroutines(const Func *f, const Var *v)
{
	int64_t last;
	const Node *loop = loop_of(f, v);
	if (!loop || loop_count(f, loop, v, &last) < 0)
		return -1;
	for (uint32_t i = 0; i < loop->body.len; i++) {
		const Node *n = loop->body.data[i];
		if (n->op == OGO && n->x->op == OCALLFUNC && n->x->x->op == OCLOSURE &&
		    captures(n->x->x->func, v))
			return loop_count(f, loop, v, &last);
	}
	return -1;
}
