// The nodes of statements, as the parser's actions make them.
//
// The headers of control clauses are read as simple statements; here they become conditions, tags,
// guards and range clauses; what cannot be one is refused.
#include "syntax/build.h"
#include "syntax/parser.h"

static Stmt *new_stmt(Parser *p, StmtKind kind, Pos pos, Pos start, Pos end)
{
	Stmt *s = NEW(p->arena, Stmt);
	s->kind = (uint8_t)kind;
	s->pos = pos;
	s->start = start;
	s->end = end;
	return s;
}

static Stmt *keyword_stmt(Parser *p, StmtKind kind, Token *keyword, Pos end)
{
	return new_stmt(p, kind, token_pos(p, keyword), token_pos(p, keyword), end);
}

// ---- Lists

StmtList *no_stmts(Parser *p)
{
	return NEW(p->arena, StmtList);
}

StmtList *add_stmt(Parser *p, StmtList *list, Stmt *stmt)
{
	vec_push(p->arena, *list, stmt);
	return list;
}

ClauseList *add_clause(Parser *p, ClauseList *list, Clause *clause, StmtList *body)
{
	clause->body = *body;
	if (body->len)
		clause->end = vec_last(*body)->end;
	if (!list)
		list = NEW(p->arena, ClauseList);
	vec_push(p->arena, *list, clause);
	return list;
}

// ---- Simple statements

Stmt *make_empty(Parser *p, Token *semicolon)
{
	return new_stmt(p, ST_EMPTY, token_pos(p, semicolon), token_pos(p, semicolon),
			token_pos(p, semicolon));
}

Stmt *make_expr_stmt(Parser *p, ExprList *list)
{
	Expr *first = list->data[0];
	if (list->len > 1)
		parser_refuse(p, p->current);
	Stmt *s = new_stmt(p, ST_EXPR, first->pos, first->start, first->end);
	s->expr = first;
	return s;
}

Stmt *make_send(Parser *p, Expr *chan, Token *arrow, Expr *value)
{
	Stmt *s = new_stmt(p, ST_SEND, token_pos(p, arrow), chan->start, value->end);
	s->send.chan = chan;
	s->send.value = value;
	return s;
}

Stmt *make_inc_dec(Parser *p, Expr *x, Token *op)
{
	Stmt *s = new_stmt(p, ST_ASSIGN, token_pos(p, op), x->start, token_end(p, op));
	s->assign.lhs = *one_expr(p, x);
	s->assign.op = op->op;
	s->assign.inc_dec = true;
	return s;
}

Stmt *make_op_assign(Parser *p, Expr *x, Token *op, Expr *y)
{
	Stmt *s = new_stmt(p, ST_ASSIGN, token_pos(p, op), x->start, y->end);
	s->assign.lhs = *one_expr(p, x);
	s->assign.rhs = *one_expr(p, y);
	s->assign.op = op->op;
	return s;
}

Stmt *make_assign(Parser *p, StmtKind kind, ExprList *lhs, Token *op, ExprList *rhs)
{
	Stmt *s = new_stmt(p, kind, token_pos(p, op), lhs->data[0]->start, vec_last(*rhs)->end);
	s->assign.lhs = *lhs;
	s->assign.rhs = *rhs;
	return s;
}

// ---- Blocks, labels, jumps

Stmt *make_block(Parser *p, Token *open, StmtList *stmts, Token *close)
{
	Stmt *s =
		new_stmt(p, ST_BLOCK, token_pos(p, open), token_pos(p, open), token_end(p, close));
	s->block.stmts = *stmts;
	s->block.rbrace = token_pos(p, close);
	return s;
}

Stmt *make_labeled(Parser *p, Token *label, Token *colon, Stmt *stmt)
{
	if (!stmt) // before a `}`
		stmt = new_stmt(p, ST_EMPTY, token_end(p, colon), token_end(p, colon),
				token_end(p, colon));
	Stmt *s = new_stmt(p, ST_LABELED, token_pos(p, colon), token_pos(p, label), stmt->end);
	p->branches++;
	s->labeled.label = make_name(p, label);
	s->labeled.stmt = stmt;
	return s;
}

Stmt *make_decl_stmt(Parser *p, DeclList *decls)
{
	Pos start = p->decl_start, end = p->decl_end;
	Stmt *s = new_stmt(p, ST_DECL, start, start, end);
	s->decls = *decls;
	return s;
}

static void go_error(Parser *p, const Expr *x, const char *format, const char *word)
{
	uint32_t offset = x->pos - p->source->base;
	vec_push(p->arena, p->go_errors,
		 ((SyntaxError){offset, offset, arena_printf(p->arena, format, word)}));
}

/* What is no call becomes one: the checker has more to say of it. */
Stmt *make_go(Parser *p, StmtKind kind, Token *keyword, Expr *call)
{
	Expr *inner = syntax_unparen(call);
	const char *word = kind == ST_GO ? "go" : "defer";
	if (inner != call)
		go_error(p, call, "expression in %s must not be parenthesized", word);
	if (inner->kind != EX_CALL) {
		go_error(p, inner, "expression in %s must be function call", word);
		inner = make_bare_call(p, inner);
	}
	Stmt *s = keyword_stmt(p, kind, keyword, call->end);
	s->go.call = inner;
	return s;
}

Stmt *make_return(Parser *p, Token *keyword, ExprList *results)
{
	Stmt *s = keyword_stmt(p, ST_RETURN, keyword,
			       results ? vec_last(*results)->end : token_end(p, keyword));
	if (results)
		s->results = *results;
	return s;
}

Stmt *make_branch(Parser *p, StmtKind kind, Token *keyword, Expr *label)
{
	Stmt *s = keyword_stmt(p, kind, keyword, label ? label->end : token_end(p, keyword));
	s->branch.label = label;
	p->branches++;
	return s;
}

// ---- Control clauses

Header *make_header(Parser *p, Stmt *init, Token *semicolon, Stmt *last)
{
	Header *header = NEW(p->arena, Header);
	header->init = init;
	header->semicolon = semicolon;
	header->last = last;
	return header;
}

Header *make_for_header(Parser *p, Stmt *init, Token *semicolon, Stmt *condition, Stmt *post)
{
	Header *header = make_header(p, init, semicolon, condition);
	header->post = post;
	if (post && post->kind == ST_DEFINE)
		parser_refuse(p, p->current);
	return header;
}

Header *make_range_header(Parser *p, ExprList *lhs, Token *assign, Token *range, Expr *x)
{
	Header *header = NEW(p->arena, Header);
	header->range = range;
	header->lhs = lhs;
	header->assign = assign;
	header->x = x;
	return header;
}

static Expr *bad_expr(Parser *p, Pos at)
{
	Expr *x = NEW(p->arena, Expr);
	x->kind = EX_BAD;
	x->pos = x->start = x->end = at;
	return x;
}

// The expression of a statement that stands where only an expression can.
static Expr *condition(Parser *p, Stmt *s)
{
	if (!s)
		return NULL;
	if (s->kind == ST_EXPR)
		return s->expr;
	parser_refuse(p, p->current);
	return bad_expr(p, s->start);
}

Stmt *make_if(Parser *p, Token *keyword, Header *header, Stmt *then, Stmt *els)
{
	Stmt *s = keyword_stmt(p, ST_IF, keyword, els ? els->end : then->end);
	if (!header->last)
		parser_refuse(p, keyword);
	s->if_.init = header->init;
	s->if_.cond = header->last ? condition(p, header->last) : bad_expr(p, then->start);
	s->if_.then = then;
	s->if_.els = els;
	return s;
}

Stmt *make_for(Parser *p, Token *keyword, Header *header, Stmt *body)
{
	Stmt *s = keyword_stmt(p, header->range ? ST_RANGE : ST_FOR, keyword, body->end);
	if (header->range) {
		if (header->lhs)
			s->range.lhs = *header->lhs;
		s->range.define = header->assign && header->assign->kind == T_DEFINE;
		s->range.x = header->x;
		s->range.range_pos = token_pos(p, header->range);
		s->range.body = body;
		return s;
	}
	s->for_.init = header->init;
	s->for_.cond = condition(p, header->last);
	s->for_.post = header->post;
	s->for_.body = body;
	return s;
}

// The guard `y.(type)` or `x := y.(type)`, or NULL.
static Expr *type_switch_guard(Stmt *s)
{
	if (!s)
		return NULL;
	if (s->kind == ST_EXPR && s->expr->kind == EX_TYPE_SWITCH)
		return s->expr;
	if (s->kind == ST_DEFINE && s->assign.rhs.len == 1 &&
	    s->assign.rhs.data[0]->kind == EX_TYPE_SWITCH)
		return s->assign.rhs.data[0];
	return NULL;
}

static Stmt *make_type_switch_stmt(Parser *p, Token *keyword, Header *header, Expr *guard,
				   Token *close)
{
	Stmt *s = keyword_stmt(p, ST_TYPE_SWITCH, keyword, token_end(p, close));
	guard->flags = 1; // stands where it may
	s->type_switch.init = header->init;
	s->type_switch.x = guard->type_switch.x;
	s->type_switch.guard = header->last->pos;
	if (header->last->kind != ST_DEFINE)
		return s;
	ExprList *names = &header->last->assign.lhs;
	Expr *name = names->data[0];
	if (names->len == 1 && name->kind == EX_NAME)
		s->type_switch.name = name;
	else
		parser_refuse(p, p->current);
	return s;
}

Stmt *make_switch(Parser *p, Token *keyword, Header *header, Token *open, ClauseList *clauses,
		  Token *close)
{
	Expr *guard = type_switch_guard(header->last);
	Stmt *s;
	if (guard) {
		s = make_type_switch_stmt(p, keyword, header, guard, close);
		if (clauses)
			s->type_switch.clauses = *clauses;
		s->type_switch.body = token_pos(p, open);
		s->type_switch.rbrace = token_pos(p, close);
		return s;
	}
	s = keyword_stmt(p, ST_SWITCH, keyword, token_end(p, close));
	s->switch_.init = header->init;
	s->switch_.tag = condition(p, header->last);
	if (clauses)
		s->switch_.clauses = *clauses;
	s->switch_.body = token_pos(p, open);
	s->switch_.rbrace = token_pos(p, close);
	return s;
}

Stmt *make_select(Parser *p, Token *keyword, Token *open, ClauseList *clauses, Token *close)
{
	Stmt *s = keyword_stmt(p, ST_SELECT, keyword, token_end(p, close));
	if (clauses)
		s->select.clauses = *clauses;
	s->select.body = token_pos(p, open);
	s->select.rbrace = token_pos(p, close);
	return s;
}

static Clause *new_clause(Parser *p, Token *keyword, Token *colon)
{
	Clause *clause = NEW(p->arena, Clause);
	clause->pos = clause->start = token_pos(p, keyword);
	clause->colon = token_pos(p, colon);
	clause->end = token_end(p, colon);
	return clause;
}

Clause *make_case(Parser *p, Token *keyword, ExprList *exprs, Token *colon)
{
	Clause *clause = new_clause(p, keyword, colon);
	clause->is_default = !exprs;
	if (exprs)
		clause->exprs = *exprs;
	return clause;
}

Clause *make_comm(Parser *p, Token *keyword, Stmt *comm, Token *colon)
{
	Clause *clause = new_clause(p, keyword, colon);
	clause->is_default = !comm;
	clause->comm = comm;
	return clause;
}
