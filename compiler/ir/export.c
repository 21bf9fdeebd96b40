/*
 * Writes the IR of functions and variables for importers: signatures with the parameters' tags, and
 * the bodies of functions that can be inlined, literals inside them included. What is written of a
 * node, variable or function is the table's matter (exportfields.h); here is how.
 *
 * Inside a function its variables, labels and the functions of its literals are numbered as they
 * are mentioned; the first mention is followed by the thing itself.
 */
#include "ir/exportfields.h"
#include "types/exportdata.h"

typedef struct Writer {
	Exporter *x;
	Buf *out;
	Map vars, labels, funcs; /* -> number + 1 */
} Writer;

static void write_node(Writer *w, const Node *n);
static void write_var(Writer *w, Var *v);
static void write_func(Writer *w, Func *f, bool with_body);

ExportUnion export_union(Op op)
{
	switch (op) {
	case OLITERAL: return UNION_VALUE;
	case ONAME:
	case OCASE: return UNION_VAR;
	case OFUNCNAME:
	case OMETHEXPR:
	case OMETHVALUE:
	case ODOTMETH:
	case OCLOSURE:
	case OINLCALL: return UNION_FUNC;
	case ODOT:
	case ODOTPTR:
	case OSTRUCTKEY:
	case ODOTINTER: return UNION_FIELD;
	default: return UNION_NONE;
	}
}

/* IR_KNOWN and the number, or IR_NEW: false. */
static bool write_known(Writer *w, Map *map, const void *what)
{
	void **slot = map_slot(map, what);
	if (*slot) {
		export_uint(w->out, IR_KNOWN + (uintptr_t)*slot - 1);
		return true;
	}
	*slot = (void *)(uintptr_t)map->count;
	export_uint(w->out, IR_NEW);
	return false;
}

/* ---- the ways of the tables */

static void write_nodes(Writer *w, const NodeList *list)
{
	export_uint(w->out, list->len);
	for (uint32_t i = 0; i < list->len; i++)
		write_node(w, list->data[i]);
}

static void write_label(Writer *w, const Label *l)
{
	if (write_known(w, &w->labels, l))
		return;
	export_str(w->x, w->out, l->name);
	export_int(w->out, l->id);
}

static void write_source(Writer *w, const Expr *e)
{
	Arena *arena = arena_new();
	export_str(w->x, w->out, str_intern(syntax_expr_text(arena, e)));
	export_uint(w->out, (uint64_t)ir_source_precedence(e));
	arena_free(arena);
}

static void write_strs(Writer *w, const Str *data, uint32_t n)
{
	export_uint(w->out, n);
	for (uint32_t i = 0; i < n; i++)
		export_str(w->x, w->out, data[i]);
}

#define HAS_BOOL(v)    (v)
#define HAS_UINT(v)    ((v) != 0)
#define HAS_INT(v)     ((v) != 0)
#define HAS_STR(v)     ((v) != NULL)
#define HAS_STRS(v)    ((v).len != 0)
#define HAS_POS(v)     ((v) != NO_POS)
#define HAS_TYPE(v)    ((v) != NULL)
#define HAS_OBJ(v)     ((v) != NULL)
#define HAS_NODE(v)    ((v) != NULL)
#define HAS_NODES(v)   ((v).len != 0)
#define HAS_LABEL(v)   ((v) != NULL)
#define HAS_VAR(v)     ((v) != NULL)
#define HAS_SOURCE(v)  ((v) != NULL)
#define HAS_SKIP(v)    0
#define HAS_BY_HAND(v) 0

#define PUT_BOOL(v)   /* the bit says it */
#define PUT_UINT(v)   export_uint(w->out, (uint64_t)(v));
#define PUT_INT(v)    export_int(w->out, (v));
#define PUT_STR(v)    export_str(w->x, w->out, (v));
#define PUT_STRS(v)   write_strs(w, (v).data, (v).len);
#define PUT_POS(v)    export_pos(w->x, w->out, (v));
#define PUT_TYPE(v)   export_type(w->x, w->out, (v));
#define PUT_OBJ(v)    export_obj(w->x, w->out, (v));
#define PUT_NODE(v)   write_node(w, (v));
#define PUT_NODES(v)  write_nodes(w, &(v));
#define PUT_LABEL(v)  write_label(w, (v));
#define PUT_VAR(v)    write_var(w, (v));
#define PUT_SOURCE(v) write_source(w, (v));
#define PUT_SKIP(v)
#define PUT_BY_HAND(v)

/* One bit for each row that is neither SKIP nor BY_HAND says whether the field is there. */
#define ROW_BIT(field, how)                    \
	if (HAS_##how(p->field))               \
		present |= (uint64_t)1 << bit; \
	bit += WRITTEN_##how;
#define ROW_FIELD(field, how)       \
	if (HAS_##how(p->field)) {  \
		PUT_##how(p->field) \
	}
#define WRITTEN_BOOL    1
#define WRITTEN_UINT    1
#define WRITTEN_INT     1
#define WRITTEN_STR     1
#define WRITTEN_STRS    1
#define WRITTEN_POS     1
#define WRITTEN_TYPE    1
#define WRITTEN_OBJ     1
#define WRITTEN_NODE    1
#define WRITTEN_NODES   1
#define WRITTEN_LABEL   1
#define WRITTEN_VAR     1
#define WRITTEN_SOURCE  1
#define WRITTEN_SKIP    0
#define WRITTEN_BY_HAND 0

#define WRITE_FIELDS(FIELDS)          \
	uint64_t present = 0;         \
	unsigned bit = 0;             \
	FIELDS(ROW_BIT)               \
	ASSERT(bit <= 64);            \
	export_uint(w->out, present); \
	FIELDS(ROW_FIELD)

/* ---- variables */

static void write_var(Writer *w, Var *v)
{
	if (v->class == VAR_GLOBAL) {
		export_uint(w->out, IR_OF_PACKAGE);
		export_obj(w->x, w->out, v->obj);
		return;
	}
	if (write_known(w, &w->vars, v))
		return;
	const Var *p = v;
	export_uint(w->out, (uintptr_t)map_get(&w->funcs, v->func));
	WRITE_FIELDS(EXPORT_VAR_FIELDS)
}

static void write_vars(Writer *w, const VarList *list)
{
	export_uint(w->out, list->len);
	for (uint32_t i = 0; i < list->len; i++)
		write_var(w, list->data[i]);
}

/* ---- nodes */

static void write_func_ref(Writer *w, Func *f)
{
	if (!f) {
		export_uint(w->out, IR_NULL);
	} else if (f->obj && f->obj->ir == f) {
		export_uint(w->out, IR_OF_PACKAGE);
		export_obj(w->x, w->out, f->obj);
	} else if (!write_known(w, &w->funcs, f)) {
		write_func(w, f, f->closure || f->can_inline);
	}
}

static void write_union(Writer *w, const Node *n)
{
	switch (export_union((Op)n->op)) {
	case UNION_NONE:
		if (n->value)
			ICE(n->pos, "export data: operand of %s", ir_op_name[n->op]);
		break;
	case UNION_VALUE: export_const(w->x, w->out, n->value); break;
	case UNION_VAR:
		if (n->var)
			write_var(w, n->var);
		else
			export_uint(w->out, IR_NULL);
		break;
	case UNION_FUNC: write_func_ref(w, n->func); break;
	case UNION_FIELD: export_member(w->x, w->out, n->x ? n->x->type : NULL, n->field); break;
	}
}

/* 0 for NULL, else the operation + 1. A name is its variable. */
static void write_node(Writer *w, const Node *p)
{
	export_uint(w->out, p ? p->op + 1u : 0);
	if (!p)
		return;
	if (p->op == ONAME) {
		write_var(w, p->var);
		return;
	}
	WRITE_FIELDS(EXPORT_NODE_FIELDS)
	write_union(w, p);
}

/* ---- functions */

static void write_func(Writer *w, Func *f, bool with_body)
{
	const Func *p = f;
	if (!map_has(&w->funcs, f))
		map_set(&w->funcs, f, (uintptr_t)w->funcs.count + 1);
	export_uint(w->out, f->outer ? (uintptr_t)map_get(&w->funcs, f->outer) : 0);
	WRITE_FIELDS(EXPORT_FUNC_FIELDS)
	write_vars(w, &f->params);
	write_vars(w, &f->results);
	write_vars(w, &f->closure_vars);
	export_uint(w->out, with_body);
	if (!with_body)
		return;
	ir_load_body(f); /* of an imported function that is exported again */
	export_pos(w->x, w->out, f->start);
	export_pos(w->x, w->out, f->end);
	write_nodes(w, f->inline_body.len ? &f->inline_body : &f->body);
}

/* The variable's record without a reference: the object stands for it. */
static void write_global(Writer *w, const Var *p)
{
	WRITE_FIELDS(EXPORT_VAR_FIELDS)
}

static void write_ir(Exporter *x, Buf *out, Obj *o)
{
	Writer w = {.x = x, .out = out};
	w.vars = map_make(x->arena);
	w.labels = map_make(x->arena);
	w.funcs = map_make(x->arena);
	ImportReader r;
	bool declared = o->decl || import_ir(o, &r); /* methods of interfaces are not */
	if (o->kind == O_VAR && o->is_package_level)
		write_global(&w, ir_var_of(o));
	else if (o->kind == O_FUNC && declared && (o->is_package_level || o->is_method))
		write_func(&w, ir_func_of(o), ir_func_of(o)->can_inline);
}

Buf ir_export(Arena *arena, IrPackage *package, const ExportMeta *meta)
{
	return types_export(arena, package->package, meta, write_ir);
}
