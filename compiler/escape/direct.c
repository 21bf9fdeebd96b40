/*
 * Calls through an interface that become direct calls.
 *
 * Where all that a call can reach (rta.c, concrete.c) is one method of one type, code need not look
 * for it in the itab. The call stays what it is, an OCALLINTER, so that a nil interface panics as
 * it would, after the arguments; its callee only gets the type (ir.h, ODOTINTER), and lower/ finds
 * what is to be called. Nothing else follows from it: the tags of the one target have been used
 * already.
 *
 * T and *T count as one type where the methods of both are T's: itabs of both have the same
 * function. With package reflect, which makes pointers, that is what most values are.
 */
#include "escape/direct.h"

typedef struct Walk {
	Rta *rta;
	const WholePackage *package;
	Func *func;
	int m;
} Walk;

static bool visit(void *ctx, Node **slot)
{
	const Walk *w = ctx;
	Node *n = *slot;
	ir_each_child(n, visit, ctx);
	Type *type = n->op == OCALLINTER ? rta_only_type(w->rta, rta_class(w->rta, n)) : NULL;
	if (!type)
		return false;
	if (w->m)
		diag_line(ir_shown_pos(w->func, n), "devirtualizing %s to %s",
			  ir_text(w->package->ir->arena, n->x),
			  type_string(type, TYPE_FORM_GC, w->package->ir->package));
	n->x->y = ir_node(w->package->ir->arena, OTYPE, n->x->pos, type);
	return false;
}

void direct_calls(Rta *rta, const WholePackage *p, int m)
{
	for (uint32_t i = 0; i < p->ir->funcs.len; i++) {
		Func *f = p->ir->funcs.data[i];
		Walk w = {rta, p, f, f->is_wrapper ? 0 : m};
		for (uint32_t j = 0; rta_reachable(rta, f) && j < f->body.len; j++)
			visit(&w, &f->body.data[j]);
	}
}

/* ---------------------------------------------------------------- the digest */

static void add_layout(Buf *out, Type *t)
{
	Type *u = type_under(t);
	buf_printf(out, "%d:%ld", u->kind, (long)type_size(t));
	if (u->kind == T_ARRAY)
		add_layout(out, u->elem);
	for (int i = 0; u->kind == T_STRUCT && i < u->nfields; i++)
		add_layout(out, u->fields[i]->type);
	buf_putc(out, ';');
}

const char *direct_layout(Arena *arena, const Node *callee)
{
	Buf out = buf_make(arena);
	Type *t = callee->y->type;
	const Selection *s = types_lookup(t, callee->sel->pkg, callee->sel->name);
	buf_printf(&out, "%s %d ", type_link_string(t), s->obj->is_ptr_recv);
	for (int i = 0;; i++) {
		if (type_is_pointer(t))
			t = type_elem(t);
		add_layout(&out, t);
		if (i == s->npath)
			return buf_cstr(&out);
		buf_printf(&out, ".%d", s->path[i]);
		t = type_field(t, s->path[i])->type;
	}
}
