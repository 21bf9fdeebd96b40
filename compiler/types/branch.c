// Labels, and where break, continue and goto may go.
//
// A Flow is a statement or list of statements around the one at hand; the chain of them says what
// break and continue mean, and what a goto would jump over.
#include "types/checker.h"

static FuncFlow *func_flow(Checker *c)
{
	Flow *f = c->flow;
	while (f->outer)
		f = f->outer;
	return (FuncFlow *)(void *)f;
}

static const Place *place_of(const Flow *f)
{
	for (; f; f = f->outer)
		if (f->list) {
			Place *p = NEW(types_arena, Place);
			*p = (Place){f->list, f->at, f->start, place_of(f->outer)};
			return p;
		}
	return NULL;
}

static LabelInfo *find_label(Checker *c, Str name)
{
	return map_get(&c->labels, name);
}

void check_collect_labels(Checker *c, const StmtList *list);

// Enters the labels of the function, so that a goto may come before its label.
static void collect_labels(Checker *c, Stmt *s)
{
	if (!s)
		return;
	switch (s->kind) {
	case ST_LABELED: {
		Str name = s->labeled.label->name;
		LabelInfo *old = find_label(c, name);
		if (name != STR("_") && old) {
			check_error_at(c, s->labeled.label->pos, "label %s already defined at %s",
				       name, pos_text(old->stmt->labeled.label->pos));
		} else if (name != STR("_")) {
			LabelInfo *l = NEW(types_arena, LabelInfo);
			l->stmt = s;
			map_set(&c->labels, name, l);
			vec_push(types_arena, func_flow(c)->labels, l);
		}
		collect_labels(c, s->labeled.stmt);
		break;
	}
	case ST_BLOCK: check_collect_labels(c, &s->block.stmts); break;
	case ST_IF:
		for (; s && s->kind == ST_IF; s = s->if_.els)
			collect_labels(c, s->if_.then);
		collect_labels(c, s);
		break;
	case ST_FOR: collect_labels(c, s->for_.body); break;
	case ST_RANGE: collect_labels(c, s->range.body); break;
	case ST_SWITCH:
	case ST_TYPE_SWITCH:
	case ST_SELECT: {
		const ClauseList *l = s->kind == ST_SWITCH   ? &s->switch_.clauses
				      : s->kind == ST_SELECT ? &s->select.clauses
							     : &s->type_switch.clauses;
		for (uint32_t i = 0; i < l->len; i++)
			check_collect_labels(c, &l->data[i]->body);
		break;
	}
	default: break;
	}
}

void check_collect_labels(Checker *c, const StmtList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		collect_labels(c, list->data[i]);
}

static bool is_loop(const Stmt *s)
{
	return s->kind == ST_FOR || s->kind == ST_RANGE;
}

void check_branch(Checker *c, Stmt *s)
{
	Expr *label = s->branch.label;
	const char *what = s->kind == ST_BREAK ? "break" : "continue";
	if (!label) {
		for (Flow *f = c->flow; f; f = f->outer)
			if (f->stmt && (s->kind == ST_BREAK || is_loop(f->stmt))) {
				s->branch.target = f->stmt;
				return;
			}
		check_error_at(c, s->pos,
			       s->kind == ST_BREAK ? "break is not in a loop, switch, or select"
						   : "continue is not in a loop");
		return;
	}
	LabelInfo *l = find_label(c, label->name);
	if (!l) {
		check_error_at(c, label->pos, "%s label not defined: %s", what, label->name);
		return;
	}
	l->used = true;
	for (Flow *f = c->flow; f; f = f->outer)
		if (f->stmt && f->label == label->name) {
			if (s->kind == ST_CONTINUE && !is_loop(f->stmt))
				break;
			s->branch.target = f->stmt;
			return;
		}
	check_error_at(c, label->pos, "invalid %s label %s", what, label->name);
}

void check_goto(Checker *c, Stmt *s)
{
	LabelInfo *l = find_label(c, s->branch.label->name);
	if (!l) {
		check_error_at(c, s->branch.label->pos, "label %s not defined",
			       s->branch.label->name);
		return;
	}
	l->used = true;
	s->branch.target = l->stmt;
	Goto g = {s, place_of(c->flow)};
	vec_push(types_arena, func_flow(c)->gotos, g);
}

// What the last variable declaration in the statement declares (its first name, or all left sides
// of a :=), or NULL.
static const char *declared_variable(const Stmt *s, Pos *pos)
{
	const Expr *name = NULL;
	while (s->kind == ST_LABELED && s->labeled.stmt)
		s = s->labeled.stmt;
	if (s->kind == ST_DEFINE) {
		*pos = s->pos;
		const ExprList *lhs = &s->assign.lhs;
		const char *text = check_text(lhs->data[0]);
		for (uint32_t i = 1; i < lhs->len; i++)
			text = arena_printf(types_arena, "%s, %s", text, check_text(lhs->data[i]));
		return text;
	}
	for (uint32_t i = 0; s->kind == ST_DECL && i < s->decls.len; i++)
		if (s->decls.data[i]->kind == DECL_VAR)
			name = s->decls.data[i]->var.names.data[0];
	if (name)
		*pos = name->pos;
	return name ? name->name : NULL;
}

static void resolve_goto(Checker *c, const Goto *g)
{
	Str name = g->stmt->branch.label->name;
	LabelInfo *l = find_label(c, name);
	if (!l || !l->place)
		return;
	const Place *from = g->place;
	while (from && from->list != l->place->list)
		from = from->outer;
	if (!from) {
		check_error_at(c, g->stmt->branch.label->pos,
			       "goto %s jumps into block starting at %s", name,
			       pos_text(l->place->start));
		return;
	}
	for (uint32_t i = l->place->at; i-- > from->at + 1;) {
		Pos pos;
		const char *v = declared_variable(from->list->data[i], &pos);
		if (!v)
			continue;
		check_error_at(c, g->stmt->branch.label->pos,
			       "goto %s jumps over declaration of %s at %s", name, v,
			       pos_text(pos));
		return;
	}
}

void check_finish_labels(Checker *c)
{
	FuncFlow *f = func_flow(c);
	for (uint32_t i = 0; i < f->gotos.len; i++)
		resolve_goto(c, &f->gotos.data[i]);
	for (uint32_t i = 0; i < f->labels.len; i++) {
		LabelInfo *l = f->labels.data[i];
		if (!l->used)
			check_error_at(c, l->stmt->labeled.label->pos,
				       "label %s defined and not used",
				       l->stmt->labeled.label->name);
	}
}

void check_labeled(Checker *c, Stmt *s)
{
	Str name = s->labeled.label->name;
	LabelInfo *l = find_label(c, name);
	if (l && l->stmt == s)
		l->place = place_of(c->flow);
	if (s->labeled.stmt)
		check_stmt(c, s->labeled.stmt, name);
}
