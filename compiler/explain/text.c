/* The answer as text for people. */
#include "explain/private.h"

static void put_change(Buf *out, const ExplainChange *c)
{
	if (c->kind == CHANGE_NO_HELP) {
		buf_printf(out, "no help: %s.\n", c->text);
		return;
	}
	buf_printf(out, "change (applied, checked): %s.\n", c->text);
	if (c->kind == CHANGE_SAME)
		buf_printf(out, "  Same behaviour%s%s.\n", c->effect ? ": " : "",
			   c->effect ? c->effect : "");
	else
		buf_printf(out, "  CHANGES BEHAVIOUR: %s.\n", c->effect);
}

static void put_step(Buf *out, const ExplainStep *s, const SourceFile **shown)
{
	if (s->number)
		buf_printf(out, "%2d. %s", s->number, s->text);
	else
		buf_printf(out, "    %s", s->text);
	source_show_lines(out, s->span, shown);
}

void text_finding(Buf *out, const ExplainReport *report, const ExplainFinding *f)
{
	const SourceFile *shown = pos_source(f->pos);
	buf_printf(out, "%s: %s.\n", pos_text(f->pos), f->headline);
	if (f->objects >= 0)
		buf_printf(out, " Counted: %ld object%s, %ld bytes%s.\n", (long)f->objects,
			   f->objects == 1 ? "" : "s", (long)f->measured,
			   f->counted_together ? ", with others that cannot be told apart" : "");
	if (f->copies_text && (report->narrow || !f->copies_alike))
		buf_printf(out, " %s.\n", f->copies_text);
	vec_each(const ExplainStep, s, f->steps)
		put_step(out, s, &shown);
	for (uint32_t i = 0; i < f->notes.len; i++)
		buf_printf(out, "note: %s.\n", f->notes.data[i]);
	vec_each(const ExplainChange, c, f->changes)
		put_change(out, c);
	if (f->verdict->free_when)
		buf_printf(out, "free: %s allocates nothing when it is %s.\n", f->what,
			   f->verdict->free_when);
}

void text_rest(Buf *out, const ExplainReport *report)
{
	bool heap = report->findings.len && report->findings.data[0]->verdict->where == ESC_HEAP;
	if (!heap)
		buf_printf(out, "%s: nothing on the heap.\n", report->asked);
	if (report->untried)
		buf_printf(out,
			   "\nnote: changes were tried for the heaviest findings only; ask for a "
			   "line to have them tried there.\n");
	for (uint32_t i = 0; report->narrow && i < report->findings.len; i++) {
		const ExplainFinding *f = report->findings.data[i];
		const Verdict *v = f->verdict;
		if (v->where == ESC_HEAP || v->by == ALLOC_GOROUTINE || v->by == ALLOC_DEFER ||
		    explain_is_kept(v))
			continue;
		buf_printf(out, "free: %s: %s.\n", f->what,
			   v->where == ESC_NONE ? "nothing is allocated"
						: escape_verdict_text(report->package->arena, v));
	}
}
