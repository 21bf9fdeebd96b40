// Function bodies: which statements end the flow of control, and what is unused at the end.
#include "types/checker.h"

// ---- Does a statement end the flow of control? (The specification's terminating statements.)

static bool terminates(const Stmt *s, Str label);

static bool list_terminates(const StmtList *list)
{
	for (uint32_t i = list->len; i-- > 0;)
		if (list->data[i]->kind != ST_EMPTY)
			return terminates(list->data[i], NULL);
	return false;
}

static bool list_breaks(const StmtList *list, const Stmt *out);

// Is there a break that leaves `out`?
static bool breaks(const Stmt *s, const Stmt *out)
{
	if (!s)
		return false;
	switch (s->kind) {
	case ST_BREAK: return s->branch.target == out;
	case ST_LABELED: return breaks(s->labeled.stmt, out);
	case ST_BLOCK: return list_breaks(&s->block.stmts, out);
	case ST_IF:
		for (; s && s->kind == ST_IF; s = s->if_.els)
			if (breaks(s->if_.then, out))
				return true;
		return breaks(s, out);
	case ST_FOR: return breaks(s->for_.body, out);
	case ST_RANGE: return breaks(s->range.body, out);
	case ST_SWITCH:
	case ST_TYPE_SWITCH:
	case ST_SELECT: {
		const ClauseList *l = s->kind == ST_SWITCH   ? &s->switch_.clauses
				      : s->kind == ST_SELECT ? &s->select.clauses
							     : &s->type_switch.clauses;
		for (uint32_t i = 0; i < l->len; i++)
			if (list_breaks(&l->data[i]->body, out))
				return true;
		return false;
	}
	default: return false;
	}
}

static bool list_breaks(const StmtList *list, const Stmt *out)
{
	for (uint32_t i = 0; i < list->len; i++)
		if (breaks(list->data[i], out))
			return true;
	return false;
}

static bool clauses_terminate(const ClauseList *clauses, const Stmt *s, bool need_default)
{
	bool has_default = false;
	for (uint32_t i = 0; i < clauses->len; i++) {
		const Clause *k = clauses->data[i];
		has_default |= k->is_default;
		if ((!list_terminates(&k->body) && !syntax_last_fallthrough(k)) ||
		    list_breaks(&k->body, s))
			return false;
	}
	return has_default || !need_default;
}

static bool is_panic(const Expr *e)
{
	e = syntax_unparen((Expr *)e);
	if (e->kind != EX_CALL)
		return false;
	const Expr *f = syntax_unparen(e->call.fun);
	return f->mode == MODE_BUILTIN && f->obj && f->obj->builtin == BUILTIN_PANIC;
}

static bool terminates(const Stmt *s, Str label)
{
	(void)label;
	switch (s->kind) {
	case ST_RETURN:
	case ST_GOTO: return true;
	case ST_EXPR: return is_panic(s->expr);
	case ST_BLOCK: return list_terminates(&s->block.stmts);
	case ST_IF:
		for (; s && s->kind == ST_IF; s = s->if_.els)
			if (!terminates(s->if_.then, NULL))
				return false;
		return s && terminates(s, NULL);
	case ST_FOR: return !s->for_.cond && !breaks(s->for_.body, s);
	case ST_SWITCH: return clauses_terminate(&s->switch_.clauses, s, true);
	case ST_TYPE_SWITCH: return clauses_terminate(&s->type_switch.clauses, s, true);
	case ST_SELECT: return clauses_terminate(&s->select.clauses, s, false);
	case ST_LABELED: return s->labeled.stmt && terminates(s->labeled.stmt, NULL);
	default: return false;
	}
}

// ---- Functions.

static void unused_variable(Checker *c, const Obj *o)
{
	check_error_at(c, o->pos, "%s declared but not used", o->name);
	diag_hint("use it or remove it; _ stands for a value that nobody needs");
}

static void unused_variables(Checker *c, uint32_t from)
{
	for (uint32_t i = from; i < c->locals.len; i++) {
		Obj *o = c->locals.data[i];
		if (!o->used && o->name != STR("_"))
			unused_variable(c, o);
	}
	c->locals.len = from;
}

static void missing_return(Checker *c, const Stmt *body)
{
	check_error_at(c, body->block.rbrace, "missing return");
	diag_hint("the end of the function can be reached: return a value, or panic");
}

void check_body(Checker *c, Stmt *body)
{
	uint32_t locals = c->locals.len;
	body->scope = c->scope;
	check_stmts(c, &body->block.stmts);
	unused_variables(c, locals);
	if (c->signature->nresults && !list_terminates(&body->block.stmts))
		missing_return(c, body);
}

static void enter_fields(Checker *c, Obj **vars, int n)
{
	for (int i = 0; i < n; i++) {
		Obj *o = vars[i];
		o->enclosing = c->func;
		o->closure = c->closure;
		o->used = true;
		check_insert(c, o);
	}
}

void check_func_body(Checker *c, Type *signature, Expr *type, Field *receiver, Stmt *body)
{
	(void)type;
	Type *outer_signature = c->signature;
	Scope *outer = check_open_scope(c, "function");
	c->scope->is_func = true;
	c->signature = signature;
	if (receiver && signature->recv)
		enter_fields(c, &signature->recv, 1);
	enter_fields(c, signature->params, signature->nparams);
	enter_fields(c, signature->results, signature->nresults);
	check_body(c, body);
	c->signature = outer_signature;
	c->scope = outer;
}
