// Switches, type switches and selects.
#include "types/checker.h"

static void one_default(Checker *c, const ClauseList *clauses)
{
	Clause *first = NULL;
	for (uint32_t i = 0; i < clauses->len; i++) {
		Clause *k = clauses->data[i];
		if (!k->is_default)
			continue;
		if (first)
			check_error_at(c, k->pos, "multiple defaults (first at %s)",
				       pos_text(first->pos));
		else
			first = k;
	}
}

// ---- Switches

// Values of cases so far, by their text: the expressions of one value, which may have different
// types.
typedef struct SeenValue {
	Expr *e;
	struct SeenValue *next;
} SeenValue;

static void duplicate_value(Checker *c, Expr *e, Map *seen)
{
	if (!e->value || e->value->kind == CONST_BOOL || e->value->kind == CONST_COMPLEX ||
	    e->value->kind == CONST_UNKNOWN)
		return;
	Str key = str_intern(const_exact_string(e->value));
	void **slot = map_slot(seen, key);
	for (SeenValue *s = *slot; s; s = s->next) {
		if (!type_identical(s->e->type, e->type) || !const_equal(s->e->value, e->value))
			continue;
		check_error(c, e, "duplicate case %s in expression switch", check_operand(c, e));
		diag_note(s->e->pos, "previous case");
		return;
	}
	SeenValue *s = NEW(types_arena, SeenValue);
	*s = (SeenValue){e, *slot};
	*slot = s;
}

static void case_value(Checker *c, Expr *e, const Expr *tag, Map *seen)
{
	check_expr(c, e);
	if (operand_is_bad(e) || tag->mode == MODE_INVALID)
		return;
	Expr x, result = {.kind = EX_BINARY, .pos = e->pos, .start = e->start, .end = e->end};
	memcpy(&x, tag, syntax_expr_size(tag->kind));
	check_convert(c, e, x.type); // not only where == would: case "a" is no int, nil none either
	if (operand_is_bad(e))
		return;
	result.binary.op = OPER_EQ;
	result.binary.x = e;
	result.binary.y = &x;
	check_comparison(c, e, &x, OPER_EQ, &result, true);
	if (operand_is_bad(&result))
		return;
	check_default(c, e);
	duplicate_value(c, e, seen);
}

static void switch_tag(Checker *c, Expr *tag)
{
	check_expr(c, tag);
	check_assign(c, tag, NULL, "switch expression");
	if (operand_is_bad(tag) || type_is_comparable(tag->type) || type_has_nil(tag->type))
		return;
	check_error(c, tag, "cannot switch on %s (%s is not comparable)", check_operand(c, tag),
		    check_type_text(c, tag->type));
	operand_bad(tag);
}

void check_switch(Checker *c, Stmt *s)
{
	Expr truth = {.kind = EX_NAME,
		      .mode = MODE_CONST,
		      .pos = s->switch_.body,
		      .start = s->switch_.body,
		      .end = s->switch_.body,
		      .name = STR("true"),
		      .type = type_basic[T_BOOL],
		      .value = const_bool(true)};
	Scope *outer = check_open_scope(c, "switch");
	s->scope = c->scope;
	if (s->switch_.init)
		check_stmt(c, s->switch_.init);
	Expr *tag = s->switch_.tag;
	if (tag)
		switch_tag(c, tag);
	const ClauseList *clauses = &s->switch_.clauses;
	Map seen = map_make(types_arena);
	one_default(c, clauses);
	for (uint32_t i = 0; i < clauses->len; i++) {
		Clause *k = clauses->data[i];
		for (uint32_t j = 0; j < k->exprs.len; j++)
			case_value(c, k->exprs.data[j], tag ? tag : &truth, &seen);
		Scope *around = check_open_scope(c, "case");
		k->scope = c->scope;
		check_stmts(c, &k->body);
		c->scope = around;
	}
	c->scope = outer;
}

// ---- Type switches

static bool is_nil(Checker *c, const Expr *e)
{
	e = syntax_unparen((Expr *)e);
	if (e->kind != EX_NAME)
		return false;
	Obj *o = scope_lookup_parent(c->scope, e->name, 0, NULL);
	return o && o->kind == O_NIL;
}

// Whether a case of this type (NULL: nil) was there before; reported.
static bool duplicate_type(Checker *c, Expr *e, Type *t, Map *seen)
{
	void *key = t ? (void *)type_canonical(t) : (void *)type_basic[T_UNTYPED_NIL];
	Expr *old = map_get(seen, key);
	if (!old) {
		map_set(seen, key, e);
		return false;
	}
	check_error(c, e, "duplicate case %s in type switch", t ? check_type_text(c, t) : "nil");
	diag_note(check_pos(old), "previous case");
	return true;
}

// The type a case names; NULL for nil, and after an error.
static Type *case_type(Checker *c, Expr *e, Expr *x, Map *seen)
{
	Type *t = NULL;
	if (is_nil(c, e)) {
		e->mode = MODE_NIL;
		e->type = type_basic[T_UNTYPED_NIL];
	} else {
		t = check_var_type(c, e);
		if (t->kind == T_INVALID)
			return t;
	}
	if (duplicate_type(c, e, t, seen) || !t || !type_is_interface(x->type))
		return t;
	const char *why = check_missing_method(c, t, x->type);
	if (why && !type_is_interface(t))
		check_error(c, e,
			    "impossible type switch case: %s\n\t%s cannot have dynamic type %s %s",
			    check_text(e), check_operand(c, x), check_type_text(c, t), why);
	return t;
}

static void type_switch_clause(Checker *c, Stmt *s, Clause *k, Map *seen)
{
	Expr *x = s->type_switch.x, *name = s->type_switch.name;
	Type *t = NULL;
	for (uint32_t j = 0; j < k->exprs.len; j++)
		t = case_type(c, k->exprs.data[j], x, seen);
	if (k->exprs.len != 1 || !t)
		t = type_kind(x->type) == T_UNTYPED_NIL ? type_basic[T_INVALID] : x->type;
	Scope *around = check_open_scope(c, "case");
	k->scope = c->scope;
	if (name && name->name != STR("_")) {
		k->obj = check_new_var(c, name, t);
		check_insert(c, k->obj);
	}
	check_stmts(c, &k->body);
	c->scope = around;
}

void check_type_switch(Checker *c, Stmt *s)
{
	Scope *outer = check_open_scope(c, "switch");
	s->scope = c->scope;
	if (s->type_switch.init)
		check_stmt(c, s->type_switch.init);
	Expr *x = s->type_switch.x, *name = s->type_switch.name;
	check_expr(c, x);
	if (operand_is_bad(x)) { // as gc: nothing of the clauses is looked at
		c->scope = outer;
		return;
	}
	if (!type_is_interface(x->type))
		check_error(c, x, "%s is not an interface", check_operand(c, x));
	if (name && name->name == STR("_"))
		check_error_at(c, name->pos, "no new variable on left side of :=");
	const ClauseList *clauses = &s->type_switch.clauses;
	one_default(c, clauses);
	Map seen = map_make(types_arena);
	bool used = false;
	for (uint32_t i = 0; i < clauses->len; i++) {
		type_switch_clause(c, s, clauses->data[i], &seen);
		used |= clauses->data[i]->obj && clauses->data[i]->obj->used;
	}
	if (name && name->name != STR("_") && !used)
		check_error_at(c, name->pos, "%s declared but not used", name->name);
	c->scope = outer;
}

// ---- Selects

static bool is_receive(const Expr *e)
{
	e = syntax_unparen((Expr *)e);
	return e->kind == EX_UNARY && e->unary.op == OPER_RECV;
}

static bool is_communication(const Stmt *s)
{
	switch (s->kind) {
	case ST_SEND: return true;
	case ST_EXPR: return is_receive(s->expr);
	case ST_ASSIGN:
	case ST_DEFINE: return s->assign.rhs.len == 1 && is_receive(s->assign.rhs.data[0]);
	default: return false;
	}
}

void check_select(Checker *c, Stmt *s)
{
	one_default(c, &s->select.clauses);
	for (uint32_t i = 0; i < s->select.clauses.len; i++) {
		Clause *k = s->select.clauses.data[i];
		if (k->comm && !is_communication(k->comm)) {
			check_error_at(c, k->comm->kind == ST_EXPR ? k->comm->pos : k->comm->start,
				       "select case must be send or receive "
				       "(possibly with assignment)");
			continue;
		}
		Scope *outer = check_open_scope(c, "case");
		k->scope = c->scope;
		if (k->comm)
			check_stmt(c, k->comm);
		check_stmts(c, &k->body);
		c->scope = outer;
	}
}
