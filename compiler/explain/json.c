/* The answer as JSON for programs: the form is that of docs/explain.schema.json. */
#include "explain/private.h"

#include "support/json.h"

/* Commas are put in where something stands before. */
static void comma(Buf *out)
{
	size_t n = out->len;
	while (n && out->data[n - 1] == '\n')
		n--;
	char last = n ? out->data[n - 1] : 0;
	if (last && last != '{' && last != '[' && last != ':' && last != ',')
		buf_putc(out, ',');
}

void json_begin(Buf *out, char bracket)
{
	comma(out);
	if (bracket)
		buf_putc(out, bracket);
}

void json_end(Buf *out, char bracket)
{
	buf_putc(out, bracket);
}

void json_key(Buf *out, const char *name)
{
	comma(out);
	json_cstring(out, name);
	buf_putc(out, ':');
}

static void json_string_field(Buf *out, const char *name, const char *s)
{
	json_key(out, name);
	json_cstring(out, s);
}

void json_int_field(Buf *out, const char *name, int64_t n)
{
	json_key(out, name);
	buf_printf(out, "%lld", (long long)n);
}

static void put_place(Buf *out, const char *name, Pos pos)
{
	json_key(out, name);
	buf_printf(out, "{\"line\":%u,\"column\":%u}", pos_line(pos), pos_col(pos));
}

/* Nothing is written of a part of the source that is not at hand. */
static void put_span(Buf *out, Span span)
{
	const SourceFile *f = span.start ? pos_source(span.start) : NULL;
	if (!f || !f->text)
		return;
	json_string_field(out, "file", pos_file(span.start));
	put_place(out, "start", span.start);
	put_place(out, "end", span.end > span.start ? span.end : span.start);
}

static const char *verdict_word(EscVerdict where)
{
	switch (where) {
	case ESC_NONE: return "none";
	case ESC_STACK: return "stack";
	case ESC_STATIC: return "static";
	case ESC_UNTIL_GROWS: return "stack until it grows";
	default: return "heap";
	}
}

static const char *end_word(StoryEnd end)
{
	switch (end) {
	case STORY_HEAP: return "heap";
	case STORY_RESULT: return "result";
	case STORY_OUTER: return "outer variable";
	case STORY_LARGE: return "size";
	default: return "runtime";
	}
}

static void put_verdict(Buf *out, const Verdict *v)
{
	json_string_field(out, "function", v->func->symbol);
	json_string_field(out, "verdict", verdict_word(v->where));
	json_string_field(out, "by", escape_by_text[v->by]);
	json_int_field(out, "depth", v->depth);
	if (v->bytes >= 0)
		json_int_field(out, "bytes", v->bytes);
	if (v->element)
		json_int_field(out, "elementBytes", v->element);
	if (v->where == ESC_UNTIL_GROWS) {
		json_int_field(out, "bound", v->bound);
		json_string_field(out, "unit", v->unit);
	}
	if (v->free_when)
		json_string_field(out, "freeWhen", v->free_when);
}

static void put_copy(Buf *out, const Verdict *v)
{
	const InlinedCall *call = outermost_call(v);
	json_begin(out, '{');
	put_verdict(out, v);
	if (call) {
		json_string_field(out, "inlinedFrom",
				  v->func->inlines.data[v->inl - 1].callee->symbol);
		json_key(out, "call");
		json_begin(out, '{');
		put_span(out, (Span){call->call_pos, call->call_pos});
		json_end(out, '}');
	}
	json_end(out, '}');
}

static void put_step(Buf *out, const ExplainStep *s)
{
	json_begin(out, '{');
	json_int_field(out, "number", s->number);
	json_string_field(out, "text", s->text);
	json_int_field(out, "level", s->level);
	put_span(out, s->span);
	json_end(out, '}');
}

static void put_change(Buf *out, const ExplainChange *c)
{
	static const char *const kinds[] = {[CHANGE_SAME] = "same behaviour",
					    [CHANGE_BEHAVIOUR] = "changes behaviour",
					    [CHANGE_NO_HELP] = "no help"};
	json_begin(out, '{');
	json_string_field(out, "kind", kinds[c->kind]);
	json_string_field(out, "text", c->text);
	if (c->effect)
		json_string_field(out, "effect", c->effect);
	json_key(out, "edits");
	json_begin(out, '[');
	vec_each(const ExplainEdit, e, c->edits) {
		json_begin(out, '{');
		put_span(out, e->span);
		json_string_field(out, "newText", e->text);
		json_end(out, '}');
	}
	json_end(out, ']');
	json_end(out, '}');
}

static void put_lists(Buf *out, const ExplainFinding *f)
{
	json_key(out, "copies");
	json_begin(out, '[');
	vec_each(const Verdict, v, f->copies)
		put_copy(out, v);
	json_end(out, ']');
	json_key(out, "steps");
	json_begin(out, '[');
	vec_each(const ExplainStep, s, f->steps)
		put_step(out, s);
	json_end(out, ']');
	json_key(out, "notes");
	json_begin(out, '[');
	for (uint32_t i = 0; i < f->notes.len; i++)
		comma(out), json_cstring(out, f->notes.data[i]);
	json_end(out, ']');
	json_key(out, "changes");
	json_begin(out, '[');
	vec_each(const ExplainChange, c, f->changes)
		put_change(out, c);
	json_end(out, ']');
}

void json_finding(Buf *out, const ExplainReport *report, const ExplainFinding *f)
{
	json_begin(out, '{');
	json_string_field(out, "package", report->package->path);
	json_string_field(out, "what", f->what);
	json_string_field(out, "kind", f->verdict->var ? "variable" : "expression");
	put_verdict(out, f->verdict);
	put_span(out, f->span);
	put_place(out, "position", f->pos);
	if (f->headline)
		json_string_field(out, "summary", f->headline);
	if (f->verdict->where == ESC_HEAP)
		json_string_field(out, "reason", end_word(f->end));
	if (f->copies_text)
		json_string_field(out, "copiesText", f->copies_text);
	if (f->objects >= 0) {
		json_int_field(out, "objects", f->objects);
		json_int_field(out, "measuredBytes", f->measured);
		if (f->counted_together) {
			json_key(out, "countedTogether");
			buf_puts(out, "true");
		}
	}
	put_lists(out, f);
	json_end(out, '}');
}

void json_param(Buf *out, const ExplainReport *report, const ExplainParam *p)
{
	json_begin(out, '{');
	json_string_field(out, "package", report->package->path);
	json_string_field(out, "function", p->func->symbol);
	json_string_field(out, "name", p->var->name);
	json_string_field(out, "leak", p->leak);
	json_string_field(out, "verdict", p->var->esc == ESC_HEAP ? "heap" : "stack");
	put_span(out, span_of_variable(report->package->arena, p->var));
	json_end(out, '}');
}

void json_variable(Buf *out, const ExplainReport *report, const Var *v)
{
	json_begin(out, '{');
	json_string_field(out, "package", report->package->path);
	json_string_field(out, "function", v->func->symbol);
	json_string_field(out, "name", v->name);
	json_string_field(out, "verdict", "stack");
	json_int_field(out, "bytes", type_size(v->type));
	put_span(out, span_of_variable(report->package->arena, v));
	json_end(out, '}');
}
