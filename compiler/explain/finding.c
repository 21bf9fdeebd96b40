/*
 * A finding put into words: what it is, how much and how often, how its copies differ, the way that
 * puts it on the heap, and what there is to know besides.
 */
#include "explain/private.h"
#include "explain/tree.h"

static const char *copy_words(Teller *t, const Verdict *v)
{
	if (is_own_copy(v))
		return arena_printf(t->arena, "%s itself", v->func->name);
	const InlinedCall *call = outermost_call(v);
	return arena_printf(t->arena, "the one inlined in %s (%u:%u)", v->func->name,
			    pos_line(call->call_pos), pos_col(call->call_pos));
}

static void put_copies(Teller *t, const ExplainFinding *f, Buf *out)
{
	uint32_t heap = 0;
	vec_each(Verdict, v, f->copies)
		heap += v->where == ESC_HEAP;
	bool alike = heap == f->copies.len;
	buf_puts(out, alike ? "The same verdict in all copies:" : "Copies differ:");
	vec_each(Verdict, v, f->copies) {
		buf_printf(out, "%s %s", v == f->copies.data ? "" : ",", copy_words(t, v));
		if (!alike)
			buf_printf(out, ": %s", escape_verdict_text(t->arena, v));
	}
	t->finding->copies_alike = alike;
}

static const char *copies_words(Teller *t, const ExplainFinding *f)
{
	Buf out = buf_make(t->arena);
	const Verdict *told = t->verdict;
	bool several = f->copies.len > 1;
	bool brought = bringing_call(told) || (told->inl && !several);
	if (!several && !brought)
		return NULL;
	if (brought)
		buf_printf(&out, "It is in %s, which is inlined here%s",
			   words_function(t, told->func->inlines.data[told->inl - 1].callee),
			   several ? ". " : "");
	if (several)
		put_copies(t, f, &out);
	t->finding->copies_alike &= !brought;
	return buf_cstr(&out);
}

const char *finding_name(Arena *arena, const Verdict *v)
{
	if (v->var)
		return v->var->name;
	if (v->by == ALLOC_BOXING)
		return arena_printf(
			arena, "the copy of %s in an interface",
			source_phrase(arena, v->node->op == OCONVIFACE ? v->node->x : v->node));
	if (v->node->op == OCLOSURE)
		return "the function literal";
	if (v->node->op == OSLICELIT && v->node->flags & NF_DDD && v->node->flags & NF_IMPLICIT)
		return "the slice of the variadic arguments";
	if (v->node->op == OGO || v->node->op == ODEFER || v->node->op == OMETHVALUE)
		return source_phrase(arena, v->node);
	return source_words(arena, v->func, v->node);
}

/* What the runtime takes, for which there is no way to tell. */
static const char *runtime_words(const Verdict *v)
{
	switch (v->by) {
	case ALLOC_APPEND:
		return "when the slice is full, append moves it to a new array on the heap";
	case ALLOC_MAP:
		if (v->node->op == OINDEXMAP)
			return "the map's table is on the heap, and an insertion may make it grow";
		return "the runtime makes a map and its table on the heap";
	case ALLOC_CHANNEL: return "channels are always on the heap";
	case ALLOC_STRING: return "the runtime builds the result in new memory";
	case ALLOC_GOROUTINE:
		return "the call's operands wait on the heap until the goroutine runs";
	case ALLOC_DEFER:
		return "it is deferred in a loop: each time around keeps a record on the heap";
	default: return "a call that is made later keeps it, and what that needs is on the heap";
	}
}

static bool is_captured(const StoryStep *s)
{
	for (const EscapeNote *n = s->notes; n; n = n->next)
		if (strcmp(n->why, "captured by a closure") == 0)
			return true;
	return false;
}

static void note_loop_variable(Teller *t)
{
	const Var *v = t->verdict->var;
	const Node *loop = v ? loop_of(v->func, v) : NULL;
	int64_t last;
	if (!loop || !t->story->steps.len)
		return;
	Buf text = buf_make(t->arena);
	buf_printf(&text, "all iterations share one %s; %s", v->name,
		   !is_captured(&t->story->steps.data[0])
			   ? "its address is the same each time, and what holds that sees "
			     "later changes"
			   : "what holds it sees later changes");
	if (loop_count(v->func, loop, v, &last) >= 0)
		buf_printf(&text, ", and after the loop %s is %ld", v->name, (long)last);
	buf_puts(&text, "; Go 1.22 and later give each iteration its own (-lang=go1.22)");
	vec_push(t->arena, t->finding->notes, buf_cstr(&text));
}

/* s += x in a loop that s is declared outside of. */
static void note_string_growth(Teller *t)
{
	const Node *n = t->verdict->node;
	if (!n || n->op != OASOP || t->verdict->by != ALLOC_STRING || n->x->op != ONAME)
		return;
	const Package *package = t->verdict->func->package->package;
	TreePath path = tree_find(t->arena, package, t->finding->span);
	const Obj *s = n->x->var->obj;
	int last = (int)path.len - 1, loop = tree_above(&path, last, tree_is_loop);
	if (!s || loop < tree_above(&path, last, tree_is_function) ||
	    (path.data[loop].start <= s->pos && s->pos < path.data[loop].end))
		return;
	const char *note =
		arena_printf(t->arena,
			     "each time around copies all that %s holds by then, so the bytes "
			     "copied grow as the square of its length; a strings.Builder copies "
			     "what is added, and what it holds only when it is full",
			     s->name);
	vec_push(t->arena, t->finding->notes, note);
}

static const char *headline(Teller *t)
{
	const Verdict *v = t->verdict;
	bool maybe = v->by == ALLOC_APPEND || (v->by == ALLOC_MAP && v->node->op == OINDEXMAP);
	const char *amount = words_amount(t);
	Buf out = buf_make(t->arena);
	buf_printf(&out, "%s %s%s%s %s", t->finding->what,
		   maybe ? "may allocate" : "is on the heap", amount ? ": " : ",",
		   amount ? amount : "", words_frequency(t));
	int64_t sharing = v->var ? loop_goroutines(v->var->func, v->var) : -1;
	if (sharing > 1)
		buf_printf(&out, ", shared by %ld goroutines", (long)sharing);
	return buf_cstr(&out);
}

void finding_tell(Arena *arena, ExplainFinding *f)
{
	const Verdict *v = f->verdict;
	Teller teller = {.arena = arena, .verdict = v, .finding = f}, *t = &teller;
	f->pos = shown_pos(v);
	f->what = finding_name(arena, v);
	f->span = v->var ? span_of_variable(arena, v->var) : span_of(v->node);
	if (pos_source(f->span.start) != pos_source(f->pos))
		f->span = (Span){f->pos, f->pos + 1}; /* the call that brought it here */
	if (explain_is_kept(v)) {
		kept_tell(t);
		f->copies_text = copies_words(t, f);
	}
	if (v->where != ESC_HEAP)
		return;
	Story story = escape_story(arena, v);
	t->story = &story;
	f->end = story.end;
	f->headline = headline(t);
	f->copies_text = copies_words(t, f);
	if (story.steps.len)
		steps_tell(t);
	else if (v->node)
		remark(t, span_of(v->node), "%s", runtime_words(v));
	note_loop_variable(t);
	note_string_growth(t);
}

uint32_t finding_suggest(Arena *arena, ExplainFinding *f, const ExplainQuery *q)
{
	Story story = escape_story(arena, f->verdict);
	Teller teller = {.arena = arena, .verdict = f->verdict, .finding = f, .story = &story};
	return suggest(&teller, q);
}
