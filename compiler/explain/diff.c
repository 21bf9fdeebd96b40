/*
 * burrow explain -diff: what moved between two builds.
 *
 * Both are reports in the form of docs/explain.schema.json. Each allocation and each variable is an
 * entry, once for every function that it is in. Lines move when a source is edited, so an entry is
 * known by what does not: package, function (literals of one function are alike, since their
 * numbers change when one is added), who takes the memory, and for what. Of entries that are alike
 * in all that, first those are paired whose verdicts are equal too, then the rest in the order in
 * which they stand. What is left may only be written differently now, `make([]int, 8)` for
 * `make([]int, 4)`: that is paired with what is of the same kind in the same function, in order.
 * What is left then has come or gone. So the fewest changes are told.
 */
#include <stdlib.h>

#include "explain/private.h"
#include "support/file.h"
#include "support/json.h"

typedef enum Rank { RANK_ABSENT, RANK_FREE, RANK_GROWS, RANK_HEAP } Rank; /* worse and worse */

typedef struct Entry {
	const char *key, *what, *function, *verdict, *file;
	const char *kind; /* the key, but for what exactly is made or named */
	int64_t line, column;
	Rank rank;
	int64_t depth, bytes, bound; /* bytes: -1 when only known as it runs, which weighs most */
	bool old, paired;
} Entry;

typedef struct EntryList {
	VEC(Entry) entries;
	Arena *arena;
} EntryList;

/* ---------------------------------------------------------------- reading */

static Rank rank_of(const char *verdict)
{
	return strcmp(verdict, "heap") == 0                   ? RANK_HEAP
	       : strcmp(verdict, "stack until it grows") == 0 ? RANK_GROWS
							      : RANK_FREE;
}

/* main.foo.func12 becomes main.foo.func */
static const char *without_numbers(Arena *arena, const char *function)
{
	Buf out = buf_make(arena);
	for (const char *s = function; *s;) {
		if (strncmp(s, ".func", 5) != 0) {
			buf_putc(&out, *s++);
			continue;
		}
		buf_puts(&out, ".func");
		for (s += 5; *s >= '0' && *s <= '9'; s++)
			;
	}
	return buf_cstr(&out);
}

/* "make" of make([]int, 8), "{" of &T{...}: what kind of thing makes it. */
static const char *kind_of_text(Arena *arena, const char *kind, const char *what)
{
	size_t n = strcspn(what, "( ");
	if (strcmp(kind, "variable") == 0)
		return "";
	if (n && what[n] == '(')
		return arena_copy(arena, what, n);
	return strchr(what, '{') ? "{" : "";
}

/* One copy of an item. False: members are missing. */
static bool add_entry(EntryList *list, const JsonValue *item, const JsonValue *copy,
		      const char *kind, bool old)
{
	const char *package = json_text(json_member(item, "package"));
	const char *what = json_text(json_member(item, kind ? "name" : "what"));
	const char *function = json_text(json_member(copy, "function"));
	const char *verdict = json_text(json_member(copy, "verdict"));
	const char *by = kind ? "the site" : json_text(json_member(copy, "by"));
	const char *from = json_text(json_member(copy, "inlinedFrom"));
	const char *file = json_text(json_member(item, "file"));
	if (!kind)
		kind = json_text(json_member(item, "kind"));
	if (!package || !what || !function || !verdict || !by || !kind)
		return false;
	const JsonValue *place = json_member(item, "position");
	place = place ? place : json_member(item, "start");
	Entry e = {.what = what,
		   .function = function,
		   .verdict = verdict,
		   .file = file ? file : package,
		   .line = json_integer(json_member(place, "line"), 0),
		   .column = json_integer(json_member(place, "column"), 0),
		   .rank = rank_of(verdict),
		   .depth = json_integer(json_member(copy, "depth"), 0),
		   .bytes = json_integer(json_member(copy, "bytes"), -1),
		   .bound = json_integer(json_member(copy, "bound"), 0),
		   .old = old};
	e.kind = arena_printf(list->arena, "%s\n%s\n%s\n%s\n%s\n%s", package,
			      without_numbers(list->arena, function), by, kind,
			      from ? without_numbers(list->arena, from) : "",
			      kind_of_text(list->arena, kind, what));
	e.key = arena_printf(list->arena, "%s\n%s", e.kind, what);
	vec_push(list->arena, list->entries, e);
	return true;
}

static bool add_findings(EntryList *list, const JsonValue *findings, bool old)
{
	for (const JsonValue *f = findings->first; f; f = f->next) {
		const JsonValue *copies = json_member(f, "copies");
		if (!copies || copies->kind != JSON_ARRAY)
			return false;
		for (const JsonValue *c = copies->first; c; c = c->next)
			if (!add_entry(list, f, c, NULL, old))
				return false;
	}
	return true;
}

/* Variables and parameters that are on the heap are findings, too. */
static bool add_variables(EntryList *list, const JsonValue *variables, bool old)
{
	for (const JsonValue *v = variables->first; v; v = v->next) {
		const char *verdict = json_text(json_member(v, "verdict"));
		if (verdict && strcmp(verdict, "heap") == 0)
			continue;
		if (!add_entry(list, v, v, "variable", old))
			return false;
	}
	return true;
}

static bool add_report(EntryList *list, const char *text, size_t len, bool old)
{
	const JsonValue *report = text ? json_parse(list->arena, text, len) : NULL;
	const JsonValue *findings = json_member(report, "findings");
	const JsonValue *parameters = json_member(report, "parameters");
	const JsonValue *variables = json_member(report, "variables");
	if (json_integer(json_member(report, "version"), 0) != 1 || !findings || !parameters ||
	    !variables || findings->kind != JSON_ARRAY || parameters->kind != JSON_ARRAY ||
	    variables->kind != JSON_ARRAY)
		return false;
	return add_findings(list, findings, old) && add_variables(list, parameters, old) &&
	       add_variables(list, variables, old);
}

/* ---------------------------------------------------------------- pairing */

static int compare_numbers(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

/* What an entry costs: negative when a costs less. Frames are free, however large. */
static int compare_costs(const Entry *a, const Entry *b)
{
	if (a->rank != b->rank)
		return compare_numbers(a->rank, b->rank);
	if (a->rank <= RANK_FREE)
		return 0;
	if (a->depth != b->depth)
		return compare_numbers(a->depth, b->depth);
	if (a->bound != b->bound)
		return compare_numbers(b->bound, a->bound);
	if (a->rank == RANK_HEAP && a->bytes != b->bytes)
		return (uint64_t)a->bytes < (uint64_t)b->bytes ? -1 : 1;
	return 0;
}

static int compare_places(const Entry *a, const Entry *b)
{
	int order = strcmp(a->file, b->file);
	order = order ? order : compare_numbers(a->line, b->line);
	return order ? order : compare_numbers(a->column, b->column);
}

static int by_cost(const void *a, const void *b)
{
	const Entry *x = a, *y = b;
	int order = strcmp(x->key, y->key);
	order = order ? order : compare_costs(x, y);
	order = order ? order : x->old - y->old;
	return order ? order : compare_places(x, y);
}

/* Those that are not paired first. */
static int by_key_and_place(const void *a, const void *b)
{
	const Entry *x = a, *y = b;
	int order = x->paired - y->paired;
	order = order ? order : strcmp(x->key, y->key);
	order = order ? order : y->old - x->old;
	return order ? order : compare_places(x, y);
}

static int by_kind_and_place(const void *a, const void *b)
{
	const Entry *x = a, *y = b;
	int order = x->paired - y->paired;
	order = order ? order : strcmp(x->kind, y->kind);
	order = order ? order : y->old - x->old;
	return order ? order : compare_places(x, y);
}

/* Pairs those that are equal; gives their number. */
static uint32_t pair_equal(EntryList *list)
{
	Entry *e = list->entries.data, *end = e + list->entries.len;
	uint32_t pairs = 0;
	qsort(e, list->entries.len, sizeof *e, by_cost);
	while (e < end) {
		Entry *last = e, *fresh;
		while (last < end && strcmp(last->key, e->key) == 0 && !compare_costs(last, e))
			last++;
		for (fresh = e; fresh < last && !fresh->old; fresh++)
			;
		for (Entry *old = fresh; e < fresh && old < last; e++, old++, pairs++)
			e->paired = old->paired = true;
		e = last;
	}
	return pairs;
}

typedef struct Move {
	const Entry *old, *now; /* NULL: absent */
	int worse;              /* 1; -1: better */
} Move;

typedef VEC(Move) MoveList;

static const Entry *copy_entry(Arena *arena, const Entry *e)
{
	Entry *copy = e ? NEW(arena, Entry) : NULL;
	if (copy)
		*copy = *e;
	return copy;
}

static void add_move(Arena *arena, MoveList *moves, const Entry *old, const Entry *now)
{
	static const Entry absent;
	int worse = compare_costs(now ? now : &absent, old ? old : &absent);
	bool matters = (old && old->rank > RANK_FREE) || (now && now->rank > RANK_FREE);
	if (!matters || !worse)
		return;
	Move move = {copy_entry(arena, old), copy_entry(arena, now), worse};
	vec_push(arena, *moves, move);
}

static int compare_moves(const void *a, const void *b)
{
	const Move *x = a, *y = b;
	if (x->worse != y->worse)
		return y->worse - x->worse;
	int order = compare_places(x->now ? x->now : x->old, y->now ? y->now : y->old);
	return order ? order : (x->now != NULL) - (y->now != NULL);
}

static bool is_free(const Entry *e)
{
	return e->rank <= RANK_FREE;
}

/* Pairs those with the same key, or of the same kind, in the order of their places; gives how many
 * are equal. What nobody can see, that something free is written differently, is not paired. */
static uint32_t pair_in_order(EntryList *list, MoveList *moves, bool by_kind)
{
	Entry *e = list->entries.data, *end = e + list->entries.len;
	uint32_t equal = 0;
	qsort(e, list->entries.len, sizeof *e, by_kind ? by_kind_and_place : by_key_and_place);
	while (e < end && !e->paired) {
		const char *name = by_kind ? e->kind : e->key;
		Entry *now = e, *last = e;
		while (last < end && !last->paired &&
		       strcmp(by_kind ? last->kind : last->key, name) == 0)
			last++;
		while (now < last && now->old)
			now++;
		for (Entry *old = e, *middle = now; old < middle && now < last; old++, now++) {
			if (by_kind && is_free(old) && is_free(now))
				continue;
			old->paired = now->paired = true;
			equal += !compare_costs(old, now);
			add_move(list->arena, moves, old, now);
		}
		e = last;
	}
	return equal;
}

/* What is left has come or gone. */
static void add_unpaired(EntryList *list, MoveList *moves)
{
	vec_each(const Entry, e, list->entries)
		if (!e->paired)
			add_move(list->arena, moves, e->old ? e : NULL, e->old ? NULL : e);
}

/* ---------------------------------------------------------------- showing */

static void put_state(FILE *out, const Entry *e)
{
	if (!e) {
		fputs("absent", out);
		return;
	}
	fputs(e->verdict, out);
	if (e->rank == RANK_GROWS)
		fprintf(out, " beyond %ld", (long)e->bound);
	if (e->rank == RANK_HEAP && e->bytes >= 0)
		fprintf(out, ", %ld bytes", (long)e->bytes);
	if (e->rank > RANK_FREE && e->depth)
		fprintf(out, ", in %ld loop%s", (long)e->depth, e->depth == 1 ? "" : "s");
}

static void put_move(FILE *out, const Move *m)
{
	const Entry *e = m->now ? m->now : m->old;
	fprintf(out, "%s: %s", m->worse > 0 ? "worse" : "better", e->file);
	if (e->line)
		fprintf(out, ":%ld:%ld", (long)e->line, (long)e->column);
	fprintf(out, ": %s in %s", e->what, e->function);
	if (m->old && m->now && strcmp(m->old->what, m->now->what) != 0)
		fprintf(out, " (was %s)", m->old->what);
	fputs(": ", out);
	put_state(out, m->old);
	fputs(" -> ", out);
	put_state(out, m->now);
	fputc('\n', out);
}

ExplainShown diff_reports(FILE *out, Arena *arena, const char *old_file, const Buf *now)
{
	EntryList list = {.arena = arena};
	size_t size = 0;
	const char *old = file_read(old_file, &size);
	if (!old || !add_report(&list, old, size, true)) {
		fprintf(stderr, "burrow: explain: -diff %s: %s\n", old_file,
			old ? "this is no report that `burrow explain -o` has written"
			    : "the file cannot be read");
		return EXPLAIN_NO_REPORT;
	}
	if (!add_report(&list, now->data, now->len, false))
		ICE(NO_POS, "the report does not have the form of one");
	if (!list.entries.len)
		return EXPLAIN_SHOWN;
	MoveList moves = {0};
	uint32_t equal = pair_equal(&list), worse = 0;
	equal += pair_in_order(&list, &moves, false);
	equal += pair_in_order(&list, &moves, true);
	add_unpaired(&list, &moves);
	if (moves.len)
		qsort(moves.data, moves.len, sizeof *moves.data, compare_moves);
	vec_each(const Move, m, moves) {
		put_move(out, m);
		worse += m->worse > 0;
	}
	fprintf(out, "%u worse, %u better, %u equal\n", worse, moves.len - worse, equal);
	return worse ? EXPLAIN_WORSE : EXPLAIN_SHOWN;
}
