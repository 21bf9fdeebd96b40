// Labels, and where break, continue, goto and fallthrough may go. As in gc this is a matter of
// syntax: it is looked at when a function body has been read without errors, whatever is wrong with
// the rest of the file, and finds the statements that break and continue mean.
//
// A Flow is a statement or list of statements around the one at hand; the chain of them says what
// break and continue mean, and what a goto would jump over.
#include "syntax/branches.h"
#include "syntax/parser.h"

typedef struct Flow {
	struct Flow *outer;
	Stmt *stmt; // for, range, switch, select; NULL: a list of statements
	Str label;  // of the statement
	const StmtList *list;
	Pos start;         // of the block of the list
	uint32_t at;       // the statement of the list at hand
	Stmt *fallthrough; // list: the statement at its end that may be a fallthrough
} Flow;

// Where a goto or a label stands: the lists around it, from the innermost on.
typedef struct Place {
	const StmtList *list;
	uint32_t at;
	Pos start;
	const struct Place *outer;
} Place;

typedef struct LabelInfo {
	Stmt *stmt;
	const Place *place;
	bool used;
	// More of the same name are errors, but a goto that comes before one means it all the same.
	struct LabelInfo *again, *last;
} LabelInfo;

typedef struct Goto {
	Stmt *stmt;
	const Place *place;
} Goto;

typedef struct Branches { // of a function body
	Parser *p;
	bool quiet;
	uint32_t reach; // of its errors: the body's end
	Flow *flow;
	Map labels;           // name -> the first LabelInfo, statement -> LabelInfo
	VEC(LabelInfo *) all; // the first of each name
	VEC(Goto) gotos;
} Branches;

__attribute__((format(printf, 3, 4))) static void error(Branches *b, Pos pos, const char *format,
							...)
{
	if (b->quiet)
		return;
	va_list args;
	va_start(args, format);
	Buf text = buf_make(b->p->arena);
	buf_vprintf(&text, format, args);
	va_end(args);
	SyntaxError e = {
		.offset = pos - b->p->source->base, .reach = b->reach, .text = buf_cstr(&text)};
	vec_push(b->p->arena, b->p->branch_errors, e);
}

static const Place *place_of(Branches *b, const Flow *f)
{
	for (; f; f = f->outer)
		if (f->list) {
			Place *p = NEW(b->p->arena, Place);
			*p = (Place){f->list, f->at, f->start, place_of(b, f->outer)};
			return p;
		}
	return NULL;
}

// ---- Labels

static void collect_list(Branches *b, const StmtList *list);

static void collect_label(Branches *b, Stmt *s)
{
	Str name = s->labeled.label->name;
	LabelInfo *old = map_get(&b->labels, name);
	if (name == STR("_"))
		return;
	LabelInfo *l = NEW(b->p->arena, LabelInfo);
	*l = (LabelInfo){.stmt = s, .last = l};
	map_set(&b->labels, s, l);
	if (old) {
		error(b, s->labeled.label->pos, "label %s already defined at %s", name,
		      pos_text(old->stmt->labeled.label->pos));
		old->last = old->last->again = l;
		return;
	}
	map_set(&b->labels, name, l);
	vec_push(b->p->arena, b->all, l);
}

static const ClauseList *clauses_of(const Stmt *s)
{
	return s->kind == ST_SWITCH   ? &s->switch_.clauses
	       : s->kind == ST_SELECT ? &s->select.clauses
				      : &s->type_switch.clauses;
}

// Enters the labels of the function, so that a goto may come before its label.
static void collect(Branches *b, Stmt *s)
{
	if (!s)
		return;
	switch (s->kind) {
	case ST_LABELED:
		collect_label(b, s);
		collect(b, s->labeled.stmt);
		break;
	case ST_BLOCK: collect_list(b, &s->block.stmts); break;
	case ST_IF:
		for (; s && s->kind == ST_IF; s = s->if_.els)
			collect(b, s->if_.then);
		collect(b, s);
		break;
	case ST_FOR: collect(b, s->for_.body); break;
	case ST_RANGE: collect(b, s->range.body); break;
	case ST_SWITCH:
	case ST_TYPE_SWITCH:
	case ST_SELECT: {
		const ClauseList *l = clauses_of(s);
		for (uint32_t i = 0; i < l->len; i++)
			collect_list(b, &l->data[i]->body);
		break;
	}
	default: break;
	}
}

static void collect_list(Branches *b, const StmtList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		collect(b, list->data[i]);
}

// ---- Break, continue, fallthrough

static bool is_loop(const Stmt *s)
{
	return s->kind == ST_FOR || s->kind == ST_RANGE;
}

static void plain_branch(Branches *b, Stmt *s)
{
	for (Flow *f = b->flow; f; f = f->outer)
		if (f->stmt && (s->kind == ST_BREAK || is_loop(f->stmt))) {
			s->branch.target = f->stmt;
			return;
		}
	error(b, s->pos,
	      s->kind == ST_BREAK ? "break is not in a loop, switch, or select"
				  : "continue is not in a loop");
}

static void labeled_branch(Branches *b, Stmt *s)
{
	Expr *label = s->branch.label;
	const char *what = s->kind == ST_BREAK ? "break" : "continue";
	LabelInfo *l = map_get(&b->labels, label->name);
	if (!l) {
		error(b, label->pos, "%s label not defined: %s", what, label->name);
		return;
	}
	l->used = true;
	for (Flow *f = b->flow; f; f = f->outer)
		if (f->stmt && f->label == label->name) {
			if (s->kind == ST_CONTINUE && !is_loop(f->stmt))
				break;
			s->branch.target = f->stmt;
			return;
		}
	error(b, label->pos, "invalid %s label %s", what, label->name);
}

Stmt *syntax_last_fallthrough(const Clause *k)
{
	for (uint32_t i = k->body.len; i-- > 0;) {
		Stmt *s = k->body.data[i];
		while (s->kind == ST_LABELED && s->labeled.stmt)
			s = s->labeled.stmt;
		if (s->kind == ST_FALLTHROUGH)
			return s;
		if (s->kind != ST_EMPTY)
			return NULL;
	}
	return NULL;
}

static void misplaced_fallthrough(Branches *b, const Stmt *s)
{
	const Flow *f = b->flow;
	while (f && !f->stmt)
		f = f->outer;
	error(b, s->pos,
	      f && f->stmt->kind == ST_TYPE_SWITCH ? "cannot fallthrough in type switch"
						   : "fallthrough statement out of place");
}

// ---- Goto

static void jump(Branches *b, Stmt *s)
{
	LabelInfo *l = map_get(&b->labels, s->branch.label->name);
	if (!l) {
		error(b, s->branch.label->pos, "label %s not defined", s->branch.label->name);
		return;
	}
	l->used = true;
	s->branch.target = l->stmt;
	Goto g = {s, place_of(b, b->flow)};
	vec_push(b->p->arena, b->gotos, g);
}

// What the first variable declaration in the statement declares (its first name, or all left sides
// of a :=), or NULL.
static const char *declared_variable(Branches *b, const Stmt *s, Pos *pos)
{
	const Expr *name = NULL;
	while (s->kind == ST_LABELED && s->labeled.stmt)
		s = s->labeled.stmt;
	if (s->kind == ST_DEFINE) {
		*pos = s->pos;
		const ExprList *lhs = &s->assign.lhs;
		const char *text = syntax_expr_text(b->p->arena, lhs->data[0]);
		for (uint32_t i = 1; i < lhs->len; i++)
			text = arena_printf(b->p->arena, "%s, %s", text,
					    syntax_expr_text(b->p->arena, lhs->data[i]));
		return text;
	}
	for (uint32_t i = 0; s->kind == ST_DECL && i < s->decls.len && !name; i++)
		if (s->decls.data[i]->kind == DECL_VAR)
			name = s->decls.data[i]->var.names.data[0];
	if (name)
		*pos = name->pos;
	return name ? name->name : NULL;
}

// The place around from that is in the list of the label, or NULL when the label is in a block that
// from is not in.
static const Place *place_around(const LabelInfo *l, const Place *from)
{
	while (from && from->list != l->place->list)
		from = from->outer;
	return from;
}

static void resolve_goto(Branches *b, const Goto *g)
{
	Str name = g->stmt->branch.label->name;
	LabelInfo *first = map_get(&b->labels, name), *l = first;
	const Place *from = NULL;
	for (; l; l = l->again) {
		bool means = l == first || l->stmt->labeled.label->pos > g->stmt->pos;
		from = means ? place_around(l, g->place) : NULL;
		if (from)
			break;
	}
	if (first && !from)
		error(b, g->stmt->branch.label->pos, "goto %s jumps into block starting at %s",
		      name, pos_text(first->place->start));
	if (!from)
		return;
	for (uint32_t i = l->place->at; i-- > from->at + 1;) {
		Pos pos;
		const char *v = declared_variable(b, from->list->data[i], &pos);
		if (!v)
			continue;
		error(b, g->stmt->branch.label->pos, "goto %s jumps over declaration of %s at %s",
		      name, v, pos_text(pos));
		return;
	}
}

// ---- Statements

static void visit(Branches *b, Stmt *s, Str label);

static void visit_list(Branches *b, const StmtList *list, Pos start, Stmt *fallthrough)
{
	Flow flow = {.outer = b->flow, .list = list, .start = start, .fallthrough = fallthrough};
	b->flow = &flow;
	for (flow.at = 0; flow.at < list->len; flow.at++)
		visit(b, list->data[flow.at], NULL);
	b->flow = flow.outer;
}

static void visit_block(Branches *b, const Stmt *block)
{
	if (block)
		visit_list(b, &block->block.stmts, block->start, NULL);
}

static void visit_if(Branches *b, Stmt *s)
{
	for (; s && s->kind == ST_IF; s = s->if_.els)
		visit_block(b, s->if_.then);
	if (s)
		visit(b, s, NULL);
}

static void visit_clauses(Branches *b, Stmt *s)
{
	const ClauseList *l = clauses_of(s);
	for (uint32_t i = 0; i < l->len; i++) {
		const Clause *k = l->data[i];
		Stmt *fall = s->kind == ST_SELECT ? NULL : syntax_last_fallthrough(k);
		if (fall && s->kind == ST_TYPE_SWITCH)
			fall = NULL;
		else if (fall && i + 1 == l->len)
			error(b, fall->pos, "cannot fallthrough final case in switch");
		visit_list(b, &k->body, k->pos, fall);
	}
}

// A statement that break or continue may mean.
static void visit_target(Branches *b, Stmt *s, Str label)
{
	Flow flow = {.outer = b->flow, .stmt = s, .label = label};
	b->flow = &flow;
	if (s->kind == ST_FOR)
		visit_block(b, s->for_.body);
	else if (s->kind == ST_RANGE)
		visit_block(b, s->range.body);
	else
		visit_clauses(b, s);
	b->flow = flow.outer;
}

static void visit_labeled(Branches *b, Stmt *s)
{
	Str name = s->labeled.label->name;
	LabelInfo *l = map_get(&b->labels, s);
	if (l)
		l->place = place_of(b, b->flow);
	bool first = l && l == map_get(&b->labels, name);
	if (s->labeled.stmt)
		visit(b, s->labeled.stmt, first ? name : NULL);
}

static void visit(Branches *b, Stmt *s, Str label)
{
	switch (s->kind) {
	case ST_LABELED: visit_labeled(b, s); break;
	case ST_BLOCK: visit_block(b, s); break;
	case ST_IF: visit_if(b, s); break;
	case ST_FOR:
	case ST_RANGE:
	case ST_SWITCH:
	case ST_TYPE_SWITCH:
	case ST_SELECT: visit_target(b, s, label); break;
	case ST_BREAK:
	case ST_CONTINUE:
		if (s->branch.label)
			labeled_branch(b, s);
		else
			plain_branch(b, s);
		break;
	case ST_GOTO: jump(b, s); break;
	case ST_FALLTHROUGH:
		if (b->flow->fallthrough != s)
			misplaced_fallthrough(b, s);
		break;
	default: break;
	}
}

static void check_body(Parser *p, const Stmt *body, bool quiet)
{
	Branches b = {.p = p, .quiet = quiet, .labels = map_make(p->arena)};
	b.reach = body->end - p->source->base;
	collect_list(&b, &body->block.stmts);
	visit_list(&b, &body->block.stmts, body->start, NULL);
	for (uint32_t i = 0; i < b.gotos.len; i++)
		resolve_goto(&b, &b.gotos.data[i]);
	for (uint32_t i = 0; i < b.all.len; i++)
		if (!b.all.data[i]->used)
			error(&b, b.all.data[i]->stmt->labeled.label->pos,
			      "label %s defined and not used",
			      b.all.data[i]->stmt->labeled.label->name);
}

// ---- Files

static bool any_inside(const SyntaxErrors *errors, uint32_t start, uint32_t end)
{
	for (uint32_t i = 0; i < errors->len; i++)
		if (errors->data[i].offset >= start && errors->data[i].offset < end)
			return true;
	return false;
}

void check_branches(Parser *p)
{
	for (uint32_t i = 0; p->branches && i < p->bodies.len; i++) {
		const Stmt *body = p->bodies.data[i];
		uint32_t start = body->start - p->source->base, end = body->end - p->source->base;
		check_body(p, body,
			   any_inside(&p->lexer_errors, start, end) ||
				   any_inside(&p->syntax_errors, start, end));
	}
}

// A file of functions with the bodies that are in order, for the grammar to read: the tree of the
// real one was lost.
static uint32_t copy_bodies(const Parser *p, Token *tokens)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < 3; i++)
		tokens[n++] = p->tokens[i]; // package NAME ;
	vec_each(SoundBody, body, p->sound) {
		Token at = {.start = p->tokens[body->first].start};
		const int head[] = {T_FUNC, T_NAME, '(', ')'};
		at.end = at.start;
		for (size_t i = 0; i < COUNT(head); i++) {
			tokens[n] = head[i] == T_NAME ? p->tokens[1] : at;
			tokens[n++].kind = (uint16_t)head[i];
		}
		uint32_t shift = n - body->first;
		for (uint32_t i = body->first; i < body->end; i++) {
			tokens[n] = p->tokens[i];
			if (i == body->first)
				tokens[n].kind = '{';
			if (tokens[n].match)
				tokens[n].match += shift;
			n++;
		}
		at.kind = ';';
		at.detail = SEMI_NEWLINE;
		tokens[n++] = at;
	}
	tokens[n] = (Token){.start = tokens[n - 1].start};
	return n + 1;
}

void check_sound_branches(Parser *p)
{
	uint32_t size = 4;
	vec_each(SoundBody, body, p->sound)
		size += body->end - body->first + 5;
	if (!p->sound.len)
		return;
	Parser part = {.arena = p->arena, .source = p->source, .flags = p->flags};
	part.file = NEW(p->arena, File);
	part.lexer_errors = p->lexer_errors;
	part.tokens = NEW_ARRAY(p->arena, Token, size);
	part.count = part.cap = copy_bodies(p, part.tokens);
	if (parser_run(&part) != 0 || part.refused)
		return;
	check_branches(&part);
	vec_each(SyntaxError, e, part.branch_errors)
		vec_push(p->arena, p->branch_errors, *e);
}
