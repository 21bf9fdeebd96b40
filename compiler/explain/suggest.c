/*
 * Suggestions: a change of the source that is said to help has been made in memory, analysed, and
 * seen to help. The table has the kinds of changes there are; each looks in the syntax tree whether
 * it can be made, writes the edits, and knows what they mean for the program: the same behaviour
 * only where that follows from the tree. Whether they help, nobody has to know: they are tried
 * (ExplainQuery.try). What was tried in vain is told where many would try it.
 */
#include "explain/changes.h"

enum { MOST_CHANGES = 2, MOST_IN_VAIN = 1 };

static const Propose kinds[] = {
	change_loop_copy, change_argument,     change_copy,          change_defer,
	change_constant,  change_array,        change_small_array,   change_smaller,
	change_element,   change_result,       change_global,        change_write_string,
	change_move,      change_move_operand, change_boxed_pointer,
};

/* ---------------------------------------------------------------- for the kinds */

void edit_replace(const Suggester *s, ExplainChange *c, Pos start, Pos end, const char *text)
{
	ExplainEdit edit = {{start, end}, text};
	vec_push(s->arena, c->edits, edit);
}

void edit_insert(const Suggester *s, ExplainChange *c, Pos at, const char *text)
{
	edit_replace(s, c, at, at, text);
}

const char *source_text(const Suggester *s, Pos start, Pos end)
{
	const SourceFile *f = pos_source(start);
	return arena_copy(s->arena, f->text + (start - f->base), end - start);
}

static bool stands_in(const SourceFile *f, const char *name)
{
	size_t n = strlen(name);
	for (const char *at = f->text; (at = strstr(at, name)); at += n) {
		Span word = span_of_name(f->base + (Pos)(at - f->text));
		if (word.end - word.start == n)
			return true;
	}
	return false;
}

const char *fresh_name(const Suggester *s, const char *base)
{
	for (int number = 1;; number++) {
		const char *name =
			number == 1 ? base : arena_printf(s->arena, "%s%d", base, number);
		bool taken = false;
		for (int i = 0; i < s->package->nfiles; i++)
			taken = taken || stands_in(s->package->files[i]->source, name);
		if (!taken)
			return name;
	}
}

const char *type_words(const Suggester *s, Type *type)
{
	return type_string(type, TYPE_FORM_GC, (Package *)s->package);
}

static bool step_has(const StoryStep *step, const char *why)
{
	for (const EscapeNote *n = step->notes; n; n = n->next)
		if (strcmp(n->why, why) == 0)
			return true;
	return false;
}

bool story_has(const Suggester *s, const char *why)
{
	vec_each(const StoryStep, step, s->t->story->steps)
		if (step_has(step, why))
			return true;
	return false;
}

bool story_ends_with(const Suggester *s, const char *why)
{
	const Story *story = s->t->story;
	return story->steps.len && step_has(&vec_last(story->steps), why);
}

Stmt *only_definition(const TreePath *path)
{
	if (path->len < 2 || path->data[path->len - 2].kind != TREE_STMT)
		return NULL;
	Stmt *stmt = path->data[path->len - 2].stmt;
	bool only = stmt->kind == ST_DEFINE && stmt->assign.lhs.len == 1 &&
		    stmt->assign.rhs.len == 1 && stmt->assign.rhs.data[0] == vec_last(*path).expr &&
		    stmt->assign.lhs.data[0]->kind == EX_NAME;
	return only ? stmt : NULL;
}

/* Are the two in branches of which only one is taken? */
static bool are_exclusive(const TreePath *a, const TreePath *b)
{
	uint32_t i = 0;
	while (i < a->len && i < b->len && a->data[i].start == b->data[i].start &&
	       a->data[i].end == b->data[i].end && a->data[i].kind == b->data[i].kind)
		i++;
	if (i == 0 || i >= a->len || i >= b->len || a->data[i - 1].kind != TREE_STMT)
		return false;
	const Stmt *stmt = a->data[i - 1].stmt;
	const Stmt *x = a->data[i].stmt, *y = b->data[i].stmt;
	if (stmt->kind == ST_IF)
		return (x == stmt->if_.then && y == stmt->if_.els) ||
		       (y == stmt->if_.then && x == stmt->if_.els);
	return (stmt->kind == ST_SELECT || stmt->kind == ST_TYPE_SWITCH) &&
	       a->data[i].kind == TREE_CLAUSE && b->data[i].kind == TREE_CLAUSE;
}

bool comes_back(const TreePath *at, uint32_t index, const Obj *obj, Pos pos)
{
	for (uint32_t i = 0; i < index; i++) {
		TreeNode n = at->data[i];
		bool around = n.start <= obj->pos && obj->pos < n.end;
		if (tree_is_loop(n) && !around && n.start <= pos && pos < n.end)
			return true;
	}
	return false;
}

bool is_settled(const TreeUses *uses, const TreePath *at, uint32_t index)
{
	TreeNode here = at->data[index];
	bool returns = here.kind == TREE_STMT && here.stmt->kind == ST_RETURN;
	vec_each(const TreeUse, u, *uses) {
		if (u->addressed || u->obj->is_result ||
		    (u->written && u->literal != u->obj->closure))
			return false;
		if (!u->written || returns)
			continue;
		if (comes_back(at, index, u->obj, u->name->pos) ||
		    (u->name->pos >= here.start && !are_exclusive(at, &u->path)))
			return false;
	}
	return true;
}

/* ---------------------------------------------------------------- trying them */

/* Where the name of a variable, or the expression, stands in the tree. */
static TreePath place_of(const Suggester *s)
{
	Span span = s->t->finding->span;
	if (s->v->by == ALLOC_BOXING && s->t->finding->steps.len)
		span = s->t->finding->steps.data[0].span; /* the operand */
	return tree_find(s->arena, s->package, span);
}

static bool is_own(const Suggester *s)
{
	const SourceFile *f = pos_source(s->v->pos);
	for (int i = 0; i < s->package->nfiles; i++)
		if (s->package->files[i]->source == f)
			return f->text != NULL;
	return false;
}

static void count(const ExplainFinding *f, int *helps, int *in_vain)
{
	*helps = *in_vain = 0;
	vec_each(const ExplainChange, c, f->changes)
		*(c->kind == CHANGE_NO_HELP ? in_vain : helps) += 1;
}

/* What the trial has shown becomes a part of the answer. */
static void conclude(Suggester *s, ExplainChange *c, TrialResult result)
{
	if (result == TRIAL_OFF_HEAP && c->off_heap)
		c->text = c->off_heap;
	if (result == TRIAL_NO_HELP && c->in_vain) {
		c->kind = CHANGE_NO_HELP;
		c->text = c->in_vain;
		c->effect = NULL;
	} else if (result < TRIAL_HELPS || !c->text) {
		return;
	}
	vec_push(s->arena, s->t->finding->changes, *c);
}

/* Those that help stand before those that do not. */
static void put_in_order(ExplainFinding *f)
{
	for (uint32_t i = 1; i < f->changes.len; i++)
		for (uint32_t j = i; j > 0 && f->changes.data[j].kind != CHANGE_NO_HELP &&
				     f->changes.data[j - 1].kind == CHANGE_NO_HELP;
		     j--) {
			ExplainChange c = f->changes.data[j];
			f->changes.data[j] = f->changes.data[j - 1];
			f->changes.data[j - 1] = c;
		}
}

uint32_t suggest(Teller *t, const ExplainQuery *q)
{
	Suggester suggester = {.t = t, .arena = t->arena, .v = t->verdict}, *s = &suggester;
	s->package = t->verdict->func->package->package;
	uint32_t tried = 0;
	if (!is_own(s))
		return 0;
	s->path = place_of(s);
	s->obj = s->v->var ? s->v->var->obj : NULL;
	if (s->obj)
		s->uses = tree_uses(s->arena, s->package, s->obj);
	for (size_t i = 0; i < COUNT(kinds); i++) {
		ExplainChange change = {.kind = CHANGE_SAME};
		int helps, in_vain;
		count(t->finding, &helps, &in_vain);
		if (helps >= MOST_CHANGES || !kinds[i](s, &change))
			continue;
		if (!q->line || in_vain >= MOST_IN_VAIN)
			change.in_vain = NULL;
		if (!change.text && !change.in_vain)
			continue;
		conclude(s, &change, q->try(q->ctx, t->finding, &change));
		tried++;
	}
	put_in_order(t->finding);
	return tried;
}
