/* The question: patterns, and which verdicts of a package they name. */
#include "explain/private.h"

static bool number(const char *s, size_t n, uint32_t *value)
{
	*value = 0;
	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9' || *value > 100000000)
			return false;
		*value = *value * 10 + (uint32_t)(s[i] - '0');
	}
	return *value > 0;
}

const char *explain_file_end(const char *pattern)
{
	const char *go = strstr(pattern, ".go");
	while (go && go[3] && go[3] != ':')
		go = strstr(go + 3, ".go");
	return go ? go + 3 : NULL;
}

ExplainQuery explain_parse(Arena *arena, const char *pattern)
{
	ExplainQuery q = {0};
	const char *end = explain_file_end(pattern);
	if (!end) {
		q.func = pattern;
		return q;
	}
	q.file = arena_copy(arena, pattern, (size_t)(end - pattern));
	if (!*end)
		return q;
	const char *rest = end + 1, *colon = strchr(rest, ':');
	size_t n = colon ? (size_t)(colon - rest) : strlen(rest);
	if (!number(rest, n, &q.line))
		q.func = rest;
	else if (colon && !number(colon + 1, strlen(colon + 1), &q.column))
		q.func = rest;
	return q;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

/* Questions are about the files as they are, whatever //line says of them. */
static bool is_in_file(const ExplainQuery *q, Pos pos)
{
	const SourceFile *f = pos_source(pos);
	return !q->file || (f && strcmp(base_name(f->name), base_name(q->file)) == 0);
}

static bool func_matches(const Func *f, const char *name)
{
	for (; f; f = f->outer) {
		const char *s = f->name;
		if (strcmp(s, name) == 0 || strcmp(f->symbol, name) == 0)
			return true;
		/* T.M for (*T).M */
		const char *dot = strchr(name, '.');
		size_t n = dot ? (size_t)(dot - name) : 0;
		if (dot && strncmp(s, "(*", 2) == 0 && strncmp(s + 2, name, n) == 0 &&
		    s[2 + n] == ')' && strcmp(s + 3 + n, dot) == 0)
			return true;
	}
	return false;
}

const InlinedCall *outermost_call(const Verdict *v)
{
	const InlinedCall *calls = v->func->inlines.data;
	const InlinedCall *call = v->inl ? &calls[v->inl - 1] : NULL;
	while (call && call->parent)
		call = &calls[call->parent - 1];
	return call;
}

const File *file_of(const Package *package, const SourceFile *source)
{
	for (int i = 0; i < package->nfiles; i++)
		if (package->files[i]->source == source)
			return package->files[i];
	return NULL;
}

const InlinedCall *bringing_call(const Verdict *v)
{
	const InlinedCall *calls = v->func->inlines.data, *call = NULL;
	const Package *package = v->func->package->package;
	Pos pos = v->pos;
	for (uint32_t inl = v->inl; inl && !file_of(package, pos_source(pos)); inl = call->parent) {
		call = &calls[inl - 1];
		pos = call->call_pos;
	}
	return call;
}

bool is_own_copy(const Verdict *v)
{
	return outermost_call(v) == bringing_call(v);
}

Pos shown_pos(const Verdict *v)
{
	const InlinedCall *call = bringing_call(v);
	return call ? call->call_pos : v->pos;
}

bool query_matches_func(const ExplainQuery *q, const Func *f)
{
	if (!is_in_file(q, f->pos))
		return false;
	return q->func ? func_matches(f, q->func) : !q->line;
}

bool query_matches(const ExplainQuery *q, const Verdict *v)
{
	Pos pos = shown_pos(v);
	const InlinedCall *call = outermost_call(v);
	if (!is_in_file(q, pos))
		return false;
	if (q->func)
		return func_matches(v->func, q->func);
	if (!q->line)
		return true;
	if (call && pos_raw_line(call->call_pos) == q->line &&
	    pos_source(call->call_pos) == pos_source(pos))
		return !q->column || q->column == pos_raw_col(call->call_pos);
	if (pos_raw_line(pos) != q->line)
		return false;
	if (!q->column || pos_raw_col(pos) == q->column)
		return true;
	if (v->var)
		return pos_raw_col(pos) <= q->column &&
		       q->column < pos_raw_col(pos) + strlen(v->var->name);
	const Node *n = v->node;
	return n->start && pos_raw_line(n->start) == q->line &&
	       pos_raw_col(n->start) <= q->column &&
	       (pos_raw_line(n->end) > q->line || q->column < pos_raw_col(n->end));
}

static bool holds_line(const Func *f, uint32_t line)
{
	return f->pos && pos_raw_line(f->pos) <= line && line <= pos_raw_line(f->end);
}

bool query_may_match(const void *query, const Func *f)
{
	const ExplainQuery *q = query;
	if (!q->line || q->func || holds_line(f, q->line) || !f->end)
		return true;
	for (uint32_t i = 0; i < f->inlines.len; i++) {
		const Func *callee = f->inlines.data[i].callee;
		if (!callee->end || holds_line(callee, q->line))
			return true;
	}
	return false;
}

bool query_exists(const IrPackage *package, const ExplainQuery *q)
{
	if (q->func) {
		for (uint32_t i = 0; i < package->funcs.len; i++)
			if (func_matches(package->funcs.data[i], q->func))
				return true;
		fprintf(stderr, "burrow: explain: no function %s in package %s\n", q->func,
			package->path);
		return false;
	}
	if (!q->line)
		return true;
	const SourceFile *file = NULL;
	for (uint32_t i = 0; i < package->funcs.len && !file; i++) {
		const SourceFile *f = pos_source(package->funcs.data[i]->pos);
		if (f && strcmp(base_name(f->name), base_name(q->file)) == 0)
			file = f;
	}
	if (!file)
		return true;
	if (q->line > file->line_count) {
		fprintf(stderr, "burrow: explain: %s has no line %u (it has %u)\n", file->name,
			q->line, file->line_count);
		return false;
	}
	uint32_t from = file->lines[q->line - 1];
	uint32_t to = q->line < file->line_count ? file->lines[q->line] : file->size;
	if (q->column > to - from) {
		fprintf(stderr, "burrow: explain: line %u of %s has no column %u\n", q->line,
			file->name, q->column);
		return false;
	}
	return true;
}
