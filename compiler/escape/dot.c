/*
 * The location graph of a function as Graphviz draws it: a node for each variable and each storage
 * of an allocating expression of the function and its literals, and for what they flow to and from;
 * an arrow for each edge, from the source to where it flows, with the address or the dereferences
 * that are on the way, and gc's words for why with their places.
 */
#include "escape/private.h"

typedef struct Drawing {
	Buf *out;
	const Func *func;
	Batch *batch;
	Map numbers; /* of locations that have been drawn */
	uint32_t drawn;
} Drawing;

/* The inside of a DOT string: \n and other escapes of ours are put around it. */
static void put_text(Buf *out, const char *s)
{
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			buf_putc(out, '\\');
		if (*s == '\n' || *s == '\t')
			buf_putc(out, ' ');
		else
			buf_putc(out, *s);
	}
}

static const char *style_of(const Drawing *d, const Loc *l)
{
	if (l == &d->batch->heap)
		return "shape=doubleoctagon,fillcolor=\"#f4b6b0\"";
	if (l->var)
		return l->escapes ? "shape=ellipse,fillcolor=\"#f4b6b0\""
				  : "shape=ellipse,fillcolor=\"#c5e8c5\"";
	if (!l->node)
		return "shape=point";
	return l->escapes ? "shape=box,fillcolor=\"#f4b6b0\"" : "shape=box,fillcolor=\"#c5e8c5\"";
}

/* Draws l where that has not been done; gives its number. */
static uint32_t draw_node(Drawing *d, const Loc *l)
{
	uint64_t known = (uintptr_t)map_get(&d->numbers, l);
	if (known)
		return (uint32_t)known;
	uint32_t number = ++d->drawn;
	map_set(&d->numbers, l, number);
	buf_printf(d->out, "\tn%u [%s,label=\"", number, style_of(d, l));
	put_text(d->out, loc_text(d->batch, l));
	if (l->func && (l->var || l->node)) {
		buf_puts(d->out, "\\n");
		if (l->func != d->func) {
			put_text(d->out, l->func->name);
			buf_putc(d->out, ' ');
		}
		put_text(d->out, pos_text(loc_pos(l)));
	}
	buf_puts(d->out, "\"];\n");
	return number;
}

static void draw_edge(Drawing *d, const Loc *dst, const Edge *e)
{
	uint32_t from = draw_node(d, e->src), to = draw_node(d, dst);
	buf_printf(d->out, "\tn%u -> n%u [label=\"", from, to);
	if (e->derefs < 0)
		buf_putc(d->out, '&');
	for (int i = 0; i < e->derefs; i++)
		buf_putc(d->out, '*');
	const char *between = e->derefs ? "\\n" : "";
	for (const Note *n = e->notes; n; n = n->next) {
		if (n->silent)
			continue;
		buf_puts(d->out, between);
		put_text(d->out, n->why);
		buf_printf(d->out, " %s", pos_text(ir_shown_pos(n->func, n->where)));
		between = "\\n";
	}
	buf_puts(d->out, "\"];\n");
}

static bool is_inside(const Drawing *d, const Loc *l)
{
	return l->func && (l->func == d->func || encloses(d->func, l->func));
}

static void draw_edges(Drawing *d, const Loc *dst)
{
	vec_each(const Edge, e, dst->edges)
		if (is_inside(d, dst) || is_inside(d, e->src))
			draw_edge(d, dst, e);
}

/* The group in which f was solved; NULL: f has neither variables nor allocations. */
static Batch *batch_of(Arena *arena, Func *f)
{
	const VarList *lists[] = {&f->params, &f->locals};
	for (size_t i = 0; i < COUNT(lists); i++)
		for (uint32_t j = 0; j < lists[i]->len; j++)
			if (lists[i]->data[j]->esc_loc)
				return ((Loc *)lists[i]->data[j]->esc_loc)->batch;
	VerdictList sites = {0};
	escape_verdicts(arena, f, &sites);
	vec_each(const Verdict, v, sites)
		if (v->node && v->node->esc_loc)
			return ((Loc *)v->node->esc_loc)->batch;
	return NULL;
}

void escape_dot(Buf *out, Arena *arena, Func *f)
{
	Drawing d = {.out = out, .func = f, .batch = batch_of(arena, f)};
	d.numbers = map_make(arena);
	buf_puts(out, "digraph \"");
	put_text(out, f->symbol);
	buf_puts(out, "\" {\n\trankdir=LR;\n"
		      "\tnode [style=filled,fontname=\"monospace\",fontsize=10];\n"
		      "\tedge [fontname=\"monospace\",fontsize=9];\n");
	for (uint32_t i = 0; d.batch && i < d.batch->locs.len; i++) {
		const Loc *l = d.batch->locs.data[i];
		if (is_inside(&d, l) && (l->var || l->node) && !l->is_wrapper &&
		    !(l->var && l->var->is_temp))
			draw_node(&d, l);
		draw_edges(&d, l);
		if (l->put_in && is_inside(&d, l)) {
			Edge e = {(Loc *)l, -1, l->put_notes};
			draw_edge(&d, l->put_in, &e);
		}
	}
	if (d.batch)
		draw_edges(&d, &d.batch->heap);
	buf_puts(out, "}\n");
}
