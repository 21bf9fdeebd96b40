/*
 * Reads what export.c writes: a function with its signature when it is first asked for
 * (ir_func_of), its body when the first call of it is inlined.
 */
#include "ir/build.h"
#include "ir/exportfields.h"
#include "types/exportdata.h"

typedef struct Reader {
	ImportReader r;
	Arena *arena;
	IrPackage *package;
	VarList vars;
	VEC(Label *) labels;
	FuncList funcs;
} Reader;

/* A body that has not been read yet. */
struct ImportedBody {
	Reader reader;
};

static Node *read_node(Reader *w);
static Var *read_var(Reader *w);
static Func *read_func(Reader *w, Func *f);

static uint32_t count(Reader *w)
{
	return import_below(&w->r, (uint64_t)(w->r.end - w->r.at) + 1);
}

/* ---- the ways of the tables */

static void read_nodes(Reader *w, NodeList *list)
{
	uint32_t n = count(w);
	vec_reserve(w->arena, *list, n);
	for (uint32_t i = 0; i < n; i++)
		vec_push(w->arena, *list, read_node(w));
}

static Label *read_label(Reader *w)
{
	uint32_t ref = import_below(&w->r, (uint64_t)IR_KNOWN + w->labels.len);
	if (ref >= IR_KNOWN)
		return w->labels.data[ref - IR_KNOWN];
	Label *l = NEW(w->arena, Label);
	vec_push(w->arena, w->labels, l);
	l->name = import_str(&w->r);
	l->id = (int)import_int(&w->r);
	return l;
}

/* An expression of which only the text and how it binds are known. */
static const Expr *read_source(Reader *w)
{
	Expr *e = NEW(w->arena, Expr);
	e->kind = EX_LITERAL;
	e->literal.text = import_str(&w->r);
	e->flags = (uint16_t)import_uint(&w->r);
	return e;
}

#define GET_BOOL(v) (v) = true;
#define GET_UINT(v) (v) = (__typeof__(v))import_uint(&w->r);
#define GET_INT(v)  (v) = (__typeof__(v))import_int(&w->r);
#define GET_STR(v)  (v) = import_str(&w->r);
#define GET_STRS(v)                                \
	for (uint32_t i_ = count(w); i_ > 0; i_--) \
		vec_push(w->arena, (v), import_str(&w->r));
#define GET_POS(v)    (v) = import_pos(&w->r);
#define GET_TYPE(v)   (v) = import_type(&w->r);
#define GET_OBJ(v)    (v) = import_obj(&w->r);
#define GET_NODE(v)   (v) = read_node(w);
#define GET_NODES(v)  read_nodes(w, &(v));
#define GET_LABEL(v)  (v) = read_label(w);
#define GET_VAR(v)    (v) = read_var(w);
#define GET_SOURCE(v) (v) = read_source(w);

/* As export.c has it: a bit for each row that is written. */
#define ROW(field, how) ROW_##how(field)
#define WRITTEN(field, GET)         \
	if (present >> bit++ & 1) { \
		GET(p->field)       \
	}
#define ROW_BOOL(f)   WRITTEN(f, GET_BOOL)
#define ROW_UINT(f)   WRITTEN(f, GET_UINT)
#define ROW_INT(f)    WRITTEN(f, GET_INT)
#define ROW_STR(f)    WRITTEN(f, GET_STR)
#define ROW_STRS(f)   WRITTEN(f, GET_STRS)
#define ROW_POS(f)    WRITTEN(f, GET_POS)
#define ROW_TYPE(f)   WRITTEN(f, GET_TYPE)
#define ROW_OBJ(f)    WRITTEN(f, GET_OBJ)
#define ROW_NODE(f)   WRITTEN(f, GET_NODE)
#define ROW_NODES(f)  WRITTEN(f, GET_NODES)
#define ROW_LABEL(f)  WRITTEN(f, GET_LABEL)
#define ROW_VAR(f)    WRITTEN(f, GET_VAR)
#define ROW_SOURCE(f) WRITTEN(f, GET_SOURCE)
#define ROW_SKIP(f)
#define ROW_BY_HAND(f)

#define READ_FIELDS(FIELDS)                    \
	uint64_t present = import_uint(&w->r); \
	unsigned bit = 0;                      \
	FIELDS(ROW)                            \
	(void)bit;

/* ---- variables */

static Func *func_number(Reader *w)
{
	uint32_t n = import_below(&w->r, (uint64_t)w->funcs.len + 1);
	return n ? w->funcs.data[n - 1] : NULL;
}

static Var *read_var(Reader *w)
{
	uint32_t ref = import_below(&w->r, (uint64_t)IR_KNOWN + w->vars.len);
	if (ref == IR_NULL)
		return NULL;
	if (ref == IR_OF_PACKAGE)
		return ir_var_of(import_obj(&w->r));
	if (ref >= IR_KNOWN)
		return w->vars.data[ref - IR_KNOWN];
	Var *p = NEW(w->arena, Var);
	vec_push(w->arena, w->vars, p);
	p->func = func_number(w);
	READ_FIELDS(EXPORT_VAR_FIELDS)
	if (p->func)
		p->id = p->func->next_var++;
	p->node = ir_node(w->arena, ONAME, p->pos, p->type);
	p->node->var = p;
	return p;
}

static void read_vars(Reader *w, VarList *list)
{
	uint32_t n = count(w);
	for (uint32_t i = 0; i < n; i++) {
		Var *v = read_var(w);
		if (!v || !v->type || !v->name)
			import_corrupt(&w->r);
		vec_push(w->arena, *list, v);
	}
}

/* ---- nodes */

static Func *read_func_ref(Reader *w)
{
	uint32_t ref = import_below(&w->r, (uint64_t)IR_KNOWN + w->funcs.len);
	switch (ref) {
	case IR_NULL: return NULL;
	case IR_OF_PACKAGE: return ir_func_of(import_obj(&w->r));
	case IR_NEW: return read_func(w, NEW(w->arena, Func));
	default: return w->funcs.data[ref - IR_KNOWN];
	}
}

static void read_union(Reader *w, Node *n)
{
	switch (export_union((Op)n->op)) {
	case UNION_NONE: break;
	case UNION_VALUE: n->value = import_const(&w->r); break;
	case UNION_VAR: n->var = read_var(w); break;
	case UNION_FUNC: n->func = read_func_ref(w); break;
	case UNION_FIELD: n->field = import_member(&w->r); break;
	}
	if (n->op == OCLOSURE && n->func)
		n->func->closure = n;
}

static Node *read_node(Reader *w)
{
	uint32_t op = import_below(&w->r, NOPS + 1);
	if (!op)
		return NULL;
	if (op - 1 == ONAME) {
		Var *v = read_var(w);
		if (!v)
			import_corrupt(&w->r);
		return v->node;
	}
	Node *p = NEW(w->arena, Node);
	p->op = (uint8_t)(op - 1);
	READ_FIELDS(EXPORT_NODE_FIELDS)
	read_union(w, p);
	return p;
}

/* ---- functions */

static void read_signature(Reader *w, Func *p)
{
	vec_push(w->arena, w->funcs, p);
	p->package = w->package;
	p->escape_done = true;
	p->outer = func_number(w);
	READ_FIELDS(EXPORT_FUNC_FIELDS)
	read_vars(w, &p->params);
	read_vars(w, &p->results);
	read_vars(w, &p->closure_vars);
}

static void read_body(Reader *w, Func *f)
{
	f->start = import_pos(&w->r);
	f->end = import_pos(&w->r);
	read_nodes(w, &f->inline_body);
}

/* A function inside another one's body, at once. */
static Func *read_func(Reader *w, Func *f)
{
	read_signature(w, f);
	if (import_uint(&w->r))
		read_body(w, f);
	return f;
}

static Reader new_reader(Obj *obj, ImportReader r)
{
	IrPackage *package = build_package_of(obj->pkg);
	return (Reader){.r = r, .arena = package->arena, .package = package};
}

Func *ir_import_func(Obj *obj)
{
	ImportReader r;
	if (!import_ir(obj, &r))
		return NULL;
	Reader w = new_reader(obj, r);
	Func *f = NEW(w.arena, Func);
	f->obj = obj;
	obj->ir = f;
	read_signature(&w, f);
	if (import_uint(&w.r)) {
		f->imported_body = NEW(w.arena, struct ImportedBody);
		f->imported_body->reader = w;
	}
	return f;
}

Var *ir_import_var(Obj *obj)
{
	ImportReader r;
	if (!import_ir(obj, &r))
		return NULL;
	Reader reader = new_reader(obj, r), *w = &reader;
	Var *p = NEW(w->arena, Var);
	p->obj = obj;
	obj->ir = p;
	READ_FIELDS(EXPORT_VAR_FIELDS)
	p->node = ir_node(w->arena, ONAME, p->pos, p->type);
	p->node->var = p;
	return p;
}

void ir_load_body(Func *f)
{
	if (!f->imported_body)
		return;
	Reader w = f->imported_body->reader;
	f->imported_body = NULL;
	read_body(&w, f);
	if (!ir_is_sound(f, &f->inline_body, 'T'))
		import_corrupt(&w.r);
}
