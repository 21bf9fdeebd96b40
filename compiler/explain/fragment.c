/*
 * Packages are compiled by processes of their own; each leaves its part of the answer in a file, a
 * fragment, and the process that was asked puts the parts together, in order of weight.
 *
 * A fragment is a series of items: a line with the item's kind, its weight and the lengths of its
 * text and its JSON, then the two.
 */
#include <errno.h>
#include <stdlib.h>

#include "explain/private.h"
#include "support/file.h"

typedef enum ItemKind {
	FINDING = 'F',
	PARAM = 'P',
	VARIABLE = 'V',
	REST = 'R',
	GRAPH = 'G'
} ItemKind;

typedef struct Item {
	char kind;
	int narrow;                /* a line was asked for: the order is that of the places */
	int depth;                 /* of REST: how many changes were tried */
	long long measured, bytes; /* -1: not known, which weighs most */
	size_t text_len, json_len;
	const char *text, *json;
	uint32_t number; /* in the order in which it was read */
} Item;

typedef struct ItemList {
	VEC(Item) items;
	Arena *arena;
} ItemList;

/* ---------------------------------------------------------------- writing */

static void put_item(FILE *f, Item *item, Buf *text, Buf *json)
{
	fprintf(f, "%c %d %d %lld %lld %zu %zu\n", item->kind, item->narrow, item->depth,
		item->measured, item->bytes, text->len, json->len);
	fwrite(buf_cstr(text), 1, text->len, f);
	fwrite(buf_cstr(json), 1, json->len, f);
	buf_clear(text);
	buf_clear(json);
}

static void put_findings(FILE *f, const ExplainReport *r, Buf *text, Buf *json)
{
	for (uint32_t i = 0; i < r->findings.len; i++) {
		const ExplainFinding *finding = r->findings.data[i];
		const Verdict *v = finding->verdict;
		Item item = {.kind = FINDING,
			     .narrow = r->narrow,
			     .depth = v->depth,
			     .measured = finding->measured,
			     .bytes = v->bytes};
		if (explain_is_kept(v))
			item.depth = -1; /* after those on the heap */
		if (v->where == ESC_HEAP || explain_is_kept(v))
			text_finding(text, r, finding);
		json_finding(json, r, finding);
		put_item(f, &item, text, json);
	}
}

bool explain_write_fragment(const char *file, const ExplainReport *r)
{
	FILE *f = fopen(file, "w");
	if (!f)
		return false;
	Buf text = buf_make(r->package->arena), json = buf_make(r->package->arena);
	Item rest = {.kind = REST}, param = {.kind = PARAM}, variable = {.kind = VARIABLE};
	put_findings(f, r, &text, &json);
	vec_each(const ExplainParam, p, r->params) {
		json_param(&json, r, p);
		put_item(f, &param, &text, &json);
	}
	for (uint32_t i = 0; i < r->stack.len; i++) {
		json_variable(&json, r, r->stack.data[i]);
		put_item(f, &variable, &text, &json);
	}
	if (r->dot) {
		Item graph = {.kind = GRAPH};
		buf_puts(&text, r->dot);
		put_item(f, &graph, &text, &json);
	}
	rest.depth = (int)r->trials;
	text_rest(&text, r);
	put_item(f, &rest, &text, &json);
	return fclose(f) == 0;
}

/* ---------------------------------------------------------------- reading */

static bool read_fragment(ItemList *list, const char *file)
{
	size_t size;
	const char *s = file_read(file, &size), *end = s + size;
	while (s && s < end) {
		Item item = {.number = list->items.len};
		int n = 0;
		sscanf(s, "%c %d %d %lld %lld %zu %zu%n", &item.kind, &item.narrow, &item.depth,
		       &item.measured, &item.bytes, &item.text_len, &item.json_len, &n);
		if (!n || (size_t)(end - s) < (size_t)n + 1 + item.text_len + item.json_len)
			return false;
		item.text = s + n + 1;
		item.json = item.text + item.text_len;
		s = item.json + item.json_len;
		vec_push(list->arena, list->items, item);
	}
	return s != NULL;
}

/* Those that were counted come first, in order of what they took. */
static int compare(const void *a, const void *b)
{
	const Item *x = a, *y = b;
	bool ranked = x->kind == FINDING && y->kind == FINDING && !x->narrow && !y->narrow;
	bool x_heap = x->text_len > 0, y_heap = y->text_len > 0;
	if (ranked && x_heap != y_heap)
		return y_heap - x_heap;
	if (ranked && x->measured != y->measured)
		return x->measured < y->measured ? 1 : -1;
	if (ranked && x->depth != y->depth)
		return y->depth - x->depth;
	if (ranked && x->bytes != y->bytes)
		return (unsigned long long)x->bytes < (unsigned long long)y->bytes ? 1 : -1;
	if (ranked || x->kind == y->kind)
		return x->number < y->number ? -1 : 1;
	return x->kind < y->kind ? -1 : 1;
}

/* ---------------------------------------------------------------- showing */

static void print_graphs(FILE *out, const ItemList *list)
{
	vec_each(const Item, item, list->items)
		if (item->kind == GRAPH)
			fwrite(item->text, 1, item->text_len, out);
}

static void print_text(FILE *out, const ItemList *list)
{
	bool first = true;
	vec_each(const Item, item, list->items) {
		if (!item->text_len || item->kind == GRAPH)
			continue;
		if (!first && item->kind == FINDING)
			fputc('\n', out);
		first = false;
		fwrite(item->text, 1, item->text_len, out);
	}
}

static uint32_t count_trials(const ItemList *list)
{
	uint32_t trials = 0;
	vec_each(const Item, item, list->items)
		if (item->kind == REST)
			trials += (uint32_t)item->depth;
	return trials;
}

static void put_list(Buf *out, const char *name, const ItemList *list, ItemKind kind)
{
	json_key(out, name);
	json_begin(out, '[');
	vec_each(const Item, item, list->items) {
		if (item->kind != (char)kind)
			continue;
		json_begin(out, 0);
		buf_putc(out, '\n');
		buf_write(out, item->json, item->json_len);
	}
	json_end(out, ']');
}

/* The page; without a text, errno says why the table cannot be read. */
static Buf make_page(Arena *arena, const Buf *report, const char *allocs)
{
	FILE *table = allocs ? fopen(allocs, "r") : NULL;
	if (allocs && !table)
		return buf_make(arena);
	Buf page = html_page(arena, report->data, report->len, table);
	if (table)
		fclose(table);
	return page;
}

static Buf make_report(const ItemList *list)
{
	Buf out = buf_make(list->arena);
	json_begin(&out, '{');
	json_int_field(&out, "version", 1);
	put_list(&out, "findings", list, FINDING);
	put_list(&out, "parameters", list, PARAM);
	put_list(&out, "variables", list, VARIABLE);
	json_end(&out, '}');
	buf_putc(&out, '\n');
	return out;
}

static bool write_report(const ExplainOutput *o, const ItemList *list)
{
	Buf out = make_report(list);
	if (o->html)
		out = make_page(list->arena, &out, o->allocs);
	if (out.len && file_write_whole(o->file, out.data, out.len))
		return true;
	fprintf(stderr, "burrow: cannot %s: %s\n",
		arena_printf(list->arena, out.len ? "write %s" : "read %s",
			     out.len ? o->file : o->allocs),
		strerror(errno));
	return false;
}

ExplainShown explain_show(FILE *out, const char *const *files, uint32_t n,
			  const ExplainOutput *output)
{
	ItemList list = {.arena = arena_new()};
	for (uint32_t i = 0; i < n; i++)
		if (!read_fragment(&list, files[i])) {
			fprintf(stderr, "burrow: cannot read %s\n", files[i]);
			return EXPLAIN_FAILED;
		}
	*output->trials = count_trials(&list);
	if (list.items.len)
		qsort(list.items.data, list.items.len, sizeof *list.items.data, compare);
	ExplainShown shown = EXPLAIN_SHOWN;
	if (output->diff) {
		Buf report = make_report(&list);
		shown = diff_reports(out, list.arena, output->diff, &report);
	}
	if (output->file && shown != EXPLAIN_NO_REPORT)
		shown = write_report(output, &list) ? shown : EXPLAIN_FAILED;
	if (output->dot)
		print_graphs(out, &list);
	else if (!output->file && !output->diff)
		print_text(out, &list);
	arena_free(list.arena);
	return shown;
}
