/*
 * The variables of a loop as Go 1.22 has them: each iteration has its own.
 *
 * What the loop counts with is then a hidden variable, and each iteration begins with a copy of it:
 *
 *	for z := x; cond(z); post(z) { ... }
 *
 * becomes
 *
 *	for h := x; cond(h); h = z, post(h) { z := h; ... }
 *
 * The specification has the copy made before `post`, which then changes the new variable; done to
 * the hidden one, it is the same as long as neither `cond` nor `post` lets z's address out. Where
 * they may, they are done to z itself:
 *
 *	for h, first := x, true; ; h = z {
 *		z := h
 *		if first { first = false } else { post(z) }
 *		if cond(z) {} else { break }
 *		...
 *	}
 *
 * A variable that nothing can hold on to is left as it is: nobody can tell the difference.
 */
#include "ir/build.h"

typedef struct Split {
	Builder *b;
	Node *loop;
	VarList own, hidden; /* a variable of each iteration, and what stands for it outside */
	NodeList copies;     /* z := h */
} Split;

static bool captured(const Func *f, const Var *v)
{
	for (uint32_t i = 0; i < f->closures.len; i++) {
		const VarList *held = &f->closures.data[i]->closure_vars;
		for (uint32_t j = 0; j < held->len; j++)
			if (held->data[j]->outer == v)
				return true;
	}
	return false;
}

/* A hidden variable for v, when someone can hold on to v. */
static Node *split(Split *s, Node *name)
{
	Var *v = name && name->op == ONAME ? name->var : NULL;
	if (!v || ir_is_blank(name) || (!v->address_taken && !captured(v->func, v)))
		return name;
	Arena *arena = s->b->arena;
	Var *hidden = build_temp(s->b, v->pos, v->type);
	hidden->reassigned = true;
	Node *copy = ir_assign(arena, s->loop->pos, v->node, hidden->node);
	copy->flags |= NF_DEFINE;
	vec_push(arena, copy->init, ir_unary(arena, ODCL, v->pos, NULL, v->node));
	v->defn = copy;
	vec_push(arena, s->own, v);
	vec_push(arena, s->hidden, hidden);
	vec_push(arena, s->copies, copy);
	return hidden->node;
}

static bool is_own(const Split *s, const Node *name)
{
	for (uint32_t i = 0; name->op == ONAME && i < s->own.len; i++)
		if (s->own.data[i] == name->var)
			return true;
	return false;
}

static void remove_declarations(Split *s, NodeList *list)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < list->len; i++) {
		Node *d = list->data[i];
		if (d->op != ODCL || !is_own(s, d->x))
			list->data[n++] = d;
	}
	list->len = n;
}

static void put_before(Split *s, NodeList *body, const NodeList *first)
{
	NodeList all = {0};
	for (uint32_t i = 0; i < first->len; i++)
		vec_push(s->b->arena, all, first->data[i]);
	for (uint32_t i = 0; i < body->len; i++)
		vec_push(s->b->arena, all, body->data[i]);
	*body = all;
}

/* Anything that could take the address of a variable, or hold it. */
static bool lets_out(void *ctx, Node **slot)
{
	switch ((*slot)->op) {
	case OCLOSURE:
	case OADDR:
	case OMETHVALUE: return true;
	default: return ir_each_child(*slot, lets_out, ctx);
	}
}

/* The variables that the header's statement sets; those split are replaced there. */
static void split_init(Split *s, Node *as)
{
	if (as->x && as->op == OAS)
		as->x = split(s, as->x);
	for (uint32_t i = 0; i < as->list.len; i++)
		as->list.data[i] = split(s, as->list.data[i]);
	remove_declarations(s, &as->init);
}

static NodeList copies_back(Split *s)
{
	NodeList list = {0};
	for (uint32_t i = 0; i < s->own.len; i++)
		vec_push(s->b->arena, list,
			 ir_assign(s->b->arena, s->loop->pos, s->hidden.data[i]->node,
				   s->own.data[i]->node));
	return list;
}

static void use_hidden(Split *s)
{
	Node *n = s->loop;
	Map hidden = map_make(s->b->arena);
	for (uint32_t i = 0; i < s->own.len; i++)
		map_set(&hidden, s->own.data[i], s->hidden.data[i]);
	NodeList post = copies_back(s);
	for (uint32_t i = 0; i < n->els.len; i++)
		vec_push(s->b->arena, post, ir_copy(s->b->arena, n->els.data[i], &hidden));
	n->els = post;
	if (n->x)
		n->x = ir_copy(s->b->arena, n->x, &hidden);
}

/* post and cond are done in the body, to the iteration's own variables. */
static void use_own(Split *s)
{
	Arena *arena = s->b->arena;
	Node *n = s->loop;
	Node *first = build_temp(s->b, n->pos, type_basic[T_BOOL])->node;
	first->var->reassigned = true;
	vec_push(arena, n->init, ir_assign(arena, n->pos, first, ir_bool(arena, n->pos, true)));
	Node *post = ir_node(arena, OIF, n->pos, NULL);
	post->x = first;
	vec_push(arena, post->body, ir_assign(arena, n->pos, first, ir_bool(arena, n->pos, false)));
	post->els = n->els;
	n->els = copies_back(s);
	vec_push(arena, s->copies, post);
	if (!n->x)
		return;
	Node *leave = ir_node(arena, OIF, n->pos, NULL);
	leave->x = ir_unary(arena, ONOT, n->pos, n->x->type, n->x);
	vec_push(arena, leave->body, ir_node(arena, OBREAK, n->pos, NULL));
	vec_push(arena, s->copies, leave);
	n->x = NULL;
}

void build_split_for(Builder *b, Node *n)
{
	Split s = {.b = b, .loop = n};
	bool out = n->x && lets_out(NULL, &n->x);
	for (uint32_t i = 0; i < n->els.len && !out; i++)
		out = lets_out(NULL, &n->els.data[i]);
	for (uint32_t i = 0; i < n->init.len; i++)
		split_init(&s, n->init.data[i]);
	remove_declarations(&s, &n->init);
	if (!s.own.len)
		return;
	if (out)
		use_own(&s);
	else
		use_hidden(&s);
	put_before(&s, &n->body, &s.copies);
}

void build_split_range(Builder *b, Node *n)
{
	Split s = {.b = b, .loop = n};
	n->x = split(&s, n->x);
	n->y = split(&s, n->y);
	remove_declarations(&s, &n->init);
	put_before(&s, &n->body, &s.copies);
}
