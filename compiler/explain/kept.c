/*
 * What the analysis of a whole program has kept off the heap, against gc's rules, and on which
 * facts about the program that rests.
 */
#include "explain/private.h"

enum { MAX_NAMES = 4 }; /* of possible types or functions, before they are only counted */

static const char *type_words(Teller *t, void *type)
{
	return words_type(t, type);
}

static const char *func_words(Teller *t, void *func)
{
	const Func *f = func;
	return f->package == t->verdict->func->package ? f->name : f->symbol;
}

/* "A, B or C", "A, B, C or 12 others". */
static const char *names(Teller *t, void **list, uint32_t n, const char *(*words)(Teller *, void *))
{
	Buf out = buf_make(t->arena);
	uint32_t shown = n > MAX_NAMES ? MAX_NAMES - 1 : n;
	for (uint32_t i = 0; i < shown; i++)
		buf_printf(&out, "%s%s",
			   i == 0      ? ""
			   : i + 1 < n ? ", "
				       : " or ",
			   words(t, list[i]));
	if (shown < n)
		buf_printf(&out, " or %u others", n - shown);
	return buf_cstr(&out);
}

static const char *call_words(Teller *t, const EscapeFact *f)
{
	uint32_t n = f->funcs.len;
	const char *kept = f->iface && f->argument == 0 ? "its receiver" : "what it is given";
	if (f->iface && n == 0)
		return arena_printf(t->arena,
				    "nothing in the program is ever put into a %s: the call can "
				    "only panic",
				    words_type(t, f->iface));
	if (n == 0)
		return arena_printf(t->arena, "the program has no value of type %s",
				    words_type(t, f->signature));
	if (f->iface)
		return arena_printf(t->arena, "%s here is only %s; %s %s %s %s%s",
				    words_type(t, f->iface),
				    names(t, (void **)f->types.data, f->types.len, type_words),
				    n == 1   ? "its"
				    : n == 2 ? "neither"
					     : "no",
				    f->method->name, n == 1 ? "does not keep" : "keeps", kept,
				    f->direct ? ", and it is called directly" : "");
	return arena_printf(t->arena, "a %s here is only %s; %s %s", words_type(t, f->signature),
			    names(t, (void **)f->funcs.data, n, func_words),
			    n == 1   ? "it does not keep"
			    : n == 2 ? "neither keeps"
				     : "none of them keeps",
			    kept);
}

static void tell_fact(Teller *t, const EscapeFact *f)
{
	Span span = t->finding->span;
	switch (f->kind) {
	case FACT_CALL: remark(t, span_of(f->call), "%s", call_words(t, f)); return;
	case FACT_SIZE:
		remark(t, span, "in all calls it has %ld elements at most", (long)f->bound);
		return;
	case FACT_APPENDS:
		remark(t, span, "it never has more than %ld elements", (long)f->bound);
		return;
	case FACT_ROOM:
		remark(t, span, "the frame has room for %ld elements", (long)f->bound);
		return;
	case FACT_ONCE:
		if (f->func->is_init)
			remark(t, span, "the program initialises its packages once");
		else
			remark(t, span,
			       "%s runs once, and this is in no loop: the object is part of the "
			       "program's data",
			       f->func->name);
		return;
	}
}

bool explain_is_kept(const Verdict *v)
{
	return v->gc_heap && v->where != ESC_HEAP && v->where != ESC_NONE;
}

void kept_tell(Teller *t)
{
	EscapeFactList facts = {0};
	escape_facts(t->arena, t->verdict, &facts);
	t->finding->headline =
		arena_printf(t->arena, "%s is not on the heap (%s), as it would be by gc's rules",
			     t->finding->what, escape_verdict_text(t->arena, t->verdict));
	vec_each(EscapeFact, f, facts)
		tell_fact(t, f);
}
