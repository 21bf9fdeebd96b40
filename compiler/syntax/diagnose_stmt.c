// Syntax errors in statements.
#include "syntax/diagnose.h"

static bool statement(Diagnosis *d);
static void statements(Diagnosis *d);

// ---- Simple statements

typedef enum Clause_ { NO_CLAUSE, IF_CLAUSE, FOR_CLAUSE, SWITCH_CLAUSE } ControlClause;

static const char *const clause_word[] = {"", "if", "for", "switch"};

static Shape *range(Diagnosis *d, const Token *start)
{
	diagnose_next(d);
	diagnose_expr(d);
	return diagnose_shape(d, SHAPE_RANGE, start, start);
}

static Shape *assignment(Diagnosis *d, Shape *left, ControlClause clause)
{
	const Token *op = d->tok;
	bool define = op->kind == T_DEFINE;
	diagnose_next(d);
	if (clause == FOR_CLAUSE && d->tok->kind == T_RANGE)
		return range(d, left->start);
	Shape *right = diagnose_expr_list(d);
	if (right->kind == SHAPE_GUARD && clause == SWITCH_CLAUSE && define &&
	    left->kind == SHAPE_NAME)
		return diagnose_shape(d, SHAPE_GUARD, left->start, op);
	Shape *s = diagnose_shape(d, define ? SHAPE_DEFINE : SHAPE_ASSIGN, left->start, op);
	s->elem = right;
	return s;
}

// The statement that begins with the expressions `left` (NULL: not read yet). An expression alone
// keeps its own shape.
static Shape *simple_statement(Diagnosis *d, Shape *left, ControlClause clause)
{
	if (!left && clause == FOR_CLAUSE && d->tok->kind == T_RANGE)
		return range(d, d->tok);
	if (!left)
		left = diagnose_expr_list(d);
	const Token *op = d->tok;
	if (op->kind == '=' || op->kind == T_DEFINE)
		return assignment(d, left, clause);
	if (left->kind == SHAPE_LIST) {
		diagnose_syntax(d, "expecting := or = or comma");
		ADVANCE(d, ';', '}');
		return diagnose_shape(d, SHAPE_OTHER, left->start, left->pos);
	}
	switch (op->kind) {
	case T_OPASSIGN:
	case T_ARROW:
		diagnose_next(d);
		diagnose_expr(d);
		break;
	case T_INCDEC: diagnose_next(d); break;
	default: return left;
	}
	return diagnose_shape(d, SHAPE_STATEMENT, left->start, op);
}

// ---- Blocks

static void block(Diagnosis *d, const char *context)
{
	if (!diagnose_got(d, '{')) {
		diagnose_syntax(d, arena_printf(d->p->arena, "expecting { after %s", context));
		ADVANCE(d, T_NAME, '}');
		if (diagnose_got(d, '}'))
			return;
	}
	statements(d);
	diagnose_want(d, '}');
}

void diagnose_body(Diagnosis *d)
{
	Parser *p = d->p;
	SoundBody body = {.first = (uint32_t)(d->tok - p->tokens)};
	uint32_t errors = p->syntax_errors.len, inside = p->sound.len;
	d->functions++;
	block(d, "");
	d->functions--;
	body.end = (uint32_t)(d->tok - p->tokens);
	if (p->syntax_errors.len != errors || p->tokens[body.end - 1].kind != '}')
		return;
	p->sound.len = inside;
	vec_push(p->arena, p->sound, body);
}

// ---- Control clauses

static void check_condition(Diagnosis *d, const Shape *s, ControlClause clause,
			    const Token *semicolon)
{
	Arena *arena = d->p->arena;
	if (!s) {
		if (clause != IF_CLAUSE || !semicolon)
			return;
		diagnose_syntax_at(
			d, semicolon,
			semicolon->detail == SEMI_WRITTEN
				? "missing condition in if statement"
				: arena_printf(arena, "unexpected %s, expecting { after if clause",
					       token_text(d->p, semicolon)));
		return;
	}
	if (s->kind == SHAPE_ASSIGN)
		diagnose_syntax_at(d, s->pos,
				   arena_printf(arena, "cannot use assignment (%s) = (%s) as value",
						diagnose_source(d, s->start, s->pos),
						diagnose_source(d, s->pos + 1, s->end)));
	else if (s->kind == SHAPE_DEFINE || s->kind == SHAPE_STATEMENT || s->kind == SHAPE_RANGE)
		diagnose_syntax_at(d, s->pos,
				   arena_printf(arena, "cannot use %s as value",
						diagnose_source(d, s->start, s->end)));
}

static void for_rest(Diagnosis *d, Shape **condition)
{
	if (d->tok->kind != ';') {
		if (diagnose_kind(d) == '{') {
			diagnose_syntax(d, "expecting for loop condition");
			return;
		}
		*condition = simple_statement(d, NULL, NO_CLAUSE);
	}
	diagnose_want(d, ';');
	if (diagnose_kind(d) == '{')
		return;
	Shape *post = simple_statement(d, NULL, NO_CLAUSE);
	if (post->kind == SHAPE_DEFINE)
		diagnose_syntax_at(d, post->pos, "cannot declare in post statement of for loop");
}

static void header_parts(Diagnosis *d, ControlClause clause)
{
	Shape *init = NULL, *condition = NULL;
	const Token *semicolon = NULL;
	if (d->tok->kind != ';') {
		if (diagnose_got(d, T_VAR))
			diagnose_syntax(
				d, arena_printf(d->p->arena,
						"var declaration not allowed in %s initializer",
						clause_word[clause]));
		init = simple_statement(d, NULL, clause);
		if (init->kind == SHAPE_RANGE)
			return;
	}
	if (diagnose_kind(d) == '{') {
		check_condition(d, init, clause, NULL);
		return;
	}
	if (d->tok->kind == ';') {
		semicolon = d->tok;
		diagnose_next(d);
	} else {
		diagnose_want(d, '{');
		if (diagnose_kind(d) != '{')
			ADVANCE(d, '{', '}');
	}
	if (clause == FOR_CLAUSE)
		for_rest(d, &condition);
	else if (diagnose_kind(d) != '{')
		condition = simple_statement(d, NULL, clause);
	check_condition(d, condition, clause, semicolon);
}

static void header(Diagnosis *d, ControlClause clause)
{
	diagnose_next(d);
	if (diagnose_kind(d) == '{') {
		if (clause == IF_CLAUSE)
			diagnose_syntax(d, "missing condition in if statement");
		return;
	}
	int nesting = d->nesting;
	d->nesting = -1;
	header_parts(d, clause);
	d->nesting = nesting;
}

static void if_statement(Diagnosis *d)
{
	for (;;) {
		header(d, IF_CLAUSE);
		block(d, "if clause");
		if (!diagnose_got(d, T_ELSE))
			return;
		if (d->tok->kind == T_IF)
			continue;
		if (diagnose_kind(d) == '{') {
			block(d, "");
		} else {
			diagnose_syntax(d, "else must be followed by if or statement block");
			ADVANCE(d, T_NAME, '}');
		}
		return;
	}
}

static void clauses(Diagnosis *d, bool is_select)
{
	if (!diagnose_got(d, '{')) {
		diagnose_syntax(d, is_select ? "missing { after select clause"
					     : "missing { after switch clause");
		ADVANCE(d, T_CASE, T_DEFAULT, '}');
	}
	while (d->tok->kind && d->tok->kind != '}') {
		if (diagnose_got(d, T_CASE)) {
			if (is_select)
				simple_statement(d, NULL, NO_CLAUSE);
			else
				diagnose_expr_list(d);
		} else if (!diagnose_got(d, T_DEFAULT)) {
			diagnose_syntax(d, "expecting case or default or }");
			ADVANCE(d, ':', T_CASE, T_DEFAULT, '}');
		}
		diagnose_want(d, ':');
		statements(d);
	}
	diagnose_want(d, '}');
}

// ---- Statements

static void go_statement(Diagnosis *d)
{
	const char *word = d->tok->kind == T_GO ? "go" : "defer";
	diagnose_next(d);
	Shape *x = diagnose_primary(d, d->tok->kind == '(');
	if (x->parenthesized)
		diagnose_error(d, x->pos,
			       arena_printf(d->p->arena,
					    "expression in %s must not be parenthesized", word));
	if (x->inner != SHAPE_CALL)
		diagnose_error(
			d, x->parenthesized ? x->pos + 1 : x->pos,
			arena_printf(d->p->arena, "expression in %s must be function call", word));
}

// After a name and its colon, which is `colon`. False: no statement follows.
static bool labeled(Diagnosis *d, const Token *colon)
{
	diagnose_next(d);
	if (d->tok->kind == '}' || statement(d))
		return true;
	diagnose_syntax_at(d, colon, "missing statement after label");
	return false;
}

static bool is_operand_start(int kind)
{
	switch (kind) {
	case '+':
	case '-':
	case '*':
	case '&':
	case '^':
	case '!':
	case '~':
	case T_LITERAL:
	case T_FUNC:
	case '(':
	case '[':
	case T_STRUCT:
	case T_MAP:
	case T_CHAN:
	case T_INTERFACE:
	case T_ARROW: return true;
	}
	return false;
}

// False: no statement begins here.
static bool statement(Diagnosis *d)
{
	int kind = diagnose_kind(d);
	if (kind == T_NAME) {
		Shape *left = diagnose_expr_list(d);
		if (left->kind == SHAPE_NAME && d->tok->kind == ':')
			return labeled(d, d->tok);
		simple_statement(d, left, NO_CLAUSE);
		return true;
	}
	if (is_operand_start(kind)) {
		simple_statement(d, NULL, NO_CLAUSE);
		return true;
	}
	switch (kind) {
	case T_VAR:
	case T_CONST:
	case T_TYPE:
		diagnose_directives(d);
		diagnose_declaration(d);
		break;
	case '{': block(d, ""); break;
	case T_FOR:
		header(d, FOR_CLAUSE);
		block(d, "for clause");
		break;
	case T_SWITCH:
		header(d, SWITCH_CLAUSE);
		clauses(d, false);
		break;
	case T_SELECT:
		diagnose_next(d);
		clauses(d, true);
		break;
	case T_IF: if_statement(d); break;
	case T_FALLTHROUGH: diagnose_next(d); break;
	case T_BREAK:
	case T_CONTINUE:
		diagnose_next(d);
		diagnose_got(d, T_NAME);
		break;
	case T_GO:
	case T_DEFER: go_statement(d); break;
	case T_GOTO:
		diagnose_next(d);
		diagnose_name(d);
		break;
	case T_RETURN:
		diagnose_next(d);
		if (d->tok->kind != ';' && d->tok->kind != '}')
			diagnose_expr_list(d);
		break;
	case ';': break;
	default: return false;
	}
	return true;
}

static void statements(Diagnosis *d)
{
	while (d->tok->kind && d->tok->kind != '}' && d->tok->kind != T_CASE &&
	       d->tok->kind != T_DEFAULT) {
		if (!statement(d))
			return;
		if (diagnose_got(d, ';') || d->tok->kind == '}')
			continue;
		diagnose_syntax(d, "at end of statement");
		ADVANCE(d, ';', '}', T_CASE, T_DEFAULT);
		diagnose_got(d, ';');
	}
}
