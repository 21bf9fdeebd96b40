/*
 * Which slots live where.
 *
 * The unit of liveness is a pointer word of a slot; a slot with more than SLOT_UNITS_MAX of them is
 * one unit. A unit lives at a point when on some way from there it is read before it is overwritten
 * for certain. Reading is a load, a move from it, or that the slot's address goes anywhere else (to
 * a call, into memory, into a phi): from there on the object is reached through that pointer, so
 * the collector finds it by tracing (funcmap.h, StackObject) and it need not live here. An index
 * that is not constant reads all of the slot and overwrites nothing.
 *
 * A unit that lives at the function's entry without having been given a value is zeroed there. It
 * follows that at any safepoint a unit that lives holds a pointer that was written or zeroed and
 * has lived at every safepoint since: nothing that is looked at is stale.
 *
 * In a function with a defer-return point, what lives there lives at every call and wherever the
 * function may fault, since control may go there from each.
 *
 * For each unit, control flow is walked backwards from its reads until it is overwritten, so that
 * time and memory are in proportion to the sizes of the live ranges.
 */
#include "ssa/passes.h"
#include "ssa/slots.h"

/* Pointer words of a type, up to `max` + 1. */
static int64_t pointer_words(Type *t, int64_t max)
{
	Type *u = type_under(t);
	if (!type_has_pointers(u))
		return 0;
	int64_t n = 0;
	switch (type_kind(u)) {
	case T_ARRAY:
		n = pointer_words(type_elem(u), max);
		return n && type_len(u) > max / n ? max + 1 : n * type_len(u);
	case T_STRUCT:
		for (int i = 0; i < type_nfields(u) && n <= max; i++)
			n += pointer_words(type_field(u, i)->type, max);
		return n;
	default: return 2; /* an interface has two, everything else one */
	}
}

/* ---- units */

typedef struct Numbering {
	SlotLiveness *l;
	Arena *arena;
	Slot *slot;
} Numbering;

static void add_unit(void *ctx, int64_t offset)
{
	Numbering *n = ctx;
	SlotUnit unit = {.slot = n->slot, .offset = offset};
	vec_push(n->arena, n->l->units, unit);
}

static void number_units(SsaFunc *f, SlotLiveness *l)
{
	for (uint32_t i = 0; i < f->slots.len; i++) {
		Slot *s = f->slots.data[i];
		Numbering n = {l, f->arena, s};
		s->first_unit = l->units.len;
		s->nunits = 0;
		if (!s->used || !s->has_pointers || s->place == SLOT_OUT)
			continue;
		s->whole = pointer_words(s->type, SLOT_UNITS_MAX) > SLOT_UNITS_MAX;
		if (s->whole)
			add_unit(&n, 0);
		else
			type_visit_pointers(s->type, 0, add_unit, &n);
		s->nunits = l->units.len - s->first_unit;
	}
}

/* ---- the first access to a unit in a block */

typedef struct Event {
	uint32_t unit, block; /* block: place in f->blocks */
	uint32_t at;          /* place in the block */
	bool read;
} Event;

typedef struct Liveness {
	SsaFunc *f;
	SlotLiveness *l;
	VEC(Event) events;   /* by unit, after sort_events */
	uint32_t *first;     /* by unit: its first event; and one more */
	uint32_t *seen;      /* by unit: block in which its first event has been seen, + 1 */
	uint32_t *panics;    /* by block: place of the first value that may panic */
	bool *recovered;     /* by unit: lives at the defer-return point */
	VEC(uint32_t) * out; /* by block: units that live at its end */
	uint32_t block, at;  /* where the scan is */
	/* the set at work, within a block: units, and their places in it */
	VEC(uint32_t) live;
	uint32_t *place;
	bool changed; /* since the last site */
} Liveness;

static void first_access(void *ctx, SlotPart p, bool write, bool taken)
{
	Liveness *s = ctx;
	uint32_t from, to;
	(void)taken;
	slot_units(s->l, &p, write, &from, &to);
	for (; from < to; from++) {
		if (s->seen[from] == s->block + 1)
			continue;
		s->seen[from] = s->block + 1;
		Event e = {from, s->block, s->at, !write};
		vec_push(s->f->arena, s->events, e);
	}
}

/* Puts the events in order of their units. */
static void sort_events(Liveness *s)
{
	uint32_t nunits = s->l->units.len, n = s->events.len;
	s->first = NEW_ARRAY(s->f->arena, uint32_t, nunits + 2);
	for (uint32_t i = 0; i < n; i++)
		s->first[s->events.data[i].unit + 2]++;
	for (uint32_t u = 0; u < nunits; u++)
		s->first[u + 2] += s->first[u + 1];
	Event *sorted = NEW_ARRAY(s->f->arena, Event, n + 1);
	for (uint32_t i = 0; i < n; i++)
		sorted[s->first[s->events.data[i].unit + 1]++] = s->events.data[i];
	s->events.data = sorted;
}

static void find_events(Liveness *s)
{
	SsaFunc *f = s->f;
	s->seen = NEW_ARRAY(f->arena, uint32_t, s->l->units.len + 1);
	s->panics = NEW_ARRAY(f->arena, uint32_t, f->blocks.len);
	for (s->block = 0; s->block < f->blocks.len; s->block++) {
		Block *b = f->blocks.data[s->block];
		s->panics[s->block] = UINT32_MAX;
		for (s->at = 0; s->at < b->values.len; s->at++) {
			const Value *v = b->values.data[s->at];
			if (slot_may_panic(v) && s->panics[s->block] == UINT32_MAX)
				s->panics[s->block] = s->at;
			slot_reads(s, first_access, v);
			slot_writes(s, first_access, v);
		}
		slot_reads_at_end(s, first_access, b);
	}
	sort_events(s);
}

/* ---- flow */

/* Scratch of the walk: by block, 2 * unit + 2 (written first) or + 3 (read first); and unit + 1
 * where the unit lives at the begin or at the end. */
typedef struct Walk {
	uint32_t *kind, *in, *out, *todo;
	uint32_t n;
} Walk;

static void live_at_begin(Walk *w, uint32_t block, uint32_t unit)
{
	if (w->in[block] == unit + 1)
		return;
	w->in[block] = unit + 1;
	w->todo[w->n++] = block;
}

static void start_walk(Liveness *s, Walk *w, uint32_t unit)
{
	bool recovered = s->recovered[unit];
	for (uint32_t i = s->first[unit]; i < s->first[unit + 1]; i++) {
		const Event *e = &s->events.data[i];
		bool read = e->read || (recovered && s->panics[e->block] <= e->at);
		w->kind[e->block] = 2 * unit + 2 + read;
		if (read)
			live_at_begin(w, e->block, unit);
	}
	for (uint32_t b = 0; recovered && b < s->f->blocks.len; b++)
		if (s->panics[b] != UINT32_MAX && w->kind[b] != 2 * unit + 2)
			live_at_begin(w, b, unit);
}

static void walk_unit(Liveness *s, Walk *w, uint32_t unit)
{
	start_walk(s, w, unit);
	while (w->n) {
		const Block *b = s->f->blocks.data[w->todo[--w->n]];
		for (uint32_t i = 0; i < b->preds.len; i++) {
			uint32_t pred = b->preds.data[i].block->order;
			if (w->out[pred] == unit + 1)
				continue;
			w->out[pred] = unit + 1;
			vec_push(s->f->arena, s->out[pred], unit);
			if (w->kind[pred] != 2 * unit + 2)
				live_at_begin(w, pred, unit);
		}
	}
	SlotUnit *u = &s->l->units.data[unit];
	u->zero = w->in[s->f->entry->order] == unit + 1 && u->slot->place == SLOT_FRAME;
	if (s->f->recover && w->in[s->f->recover->order] == unit + 1 && !s->recovered[unit]) {
		s->recovered[unit] = true;
		vec_push(s->f->arena, s->l->recovered, unit);
	}
}

static void walk_all(Liveness *s)
{
	uint32_t n = s->f->blocks.len;
	Arena *arena = s->f->arena;
	Walk w = {NEW_ARRAY(arena, uint32_t, n), NEW_ARRAY(arena, uint32_t, n),
		  NEW_ARRAY(arena, uint32_t, n), NEW_ARRAY(arena, uint32_t, n), 0};
	for (uint32_t i = 0; i < n; i++)
		s->out[i].len = 0;
	for (uint32_t u = 0; u < s->l->units.len; u++)
		walk_unit(s, &w, u);
}

/* ---- sites */

static void live_add(Liveness *s, uint32_t unit)
{
	if (s->place[unit] < s->live.len && s->live.data[s->place[unit]] == unit)
		return;
	s->place[unit] = s->live.len;
	vec_push(s->f->arena, s->live, unit);
	s->changed = true;
}

static void live_remove(Liveness *s, uint32_t unit)
{
	uint32_t at = s->place[unit];
	if (at >= s->live.len || s->live.data[at] != unit)
		return;
	uint32_t last = vec_pop(s->live);
	if (last != unit) {
		s->live.data[at] = last;
		s->place[last] = at;
	}
	s->changed = true;
}

static void backwards(void *ctx, SlotPart p, bool write, bool taken)
{
	Liveness *s = ctx;
	uint32_t from, to;
	(void)taken;
	slot_units(s->l, &p, write, &from, &to);
	for (; from < to; from++)
		write ? live_remove(s, from) : live_add(s, from);
}

static void add_recovered(Liveness *s)
{
	for (uint32_t i = 0; i < s->l->recovered.len; i++)
		live_add(s, s->l->recovered.data[i]);
}

static const SlotSite *make_site(Liveness *s)
{
	if (!s->live.len)
		return NULL;
	uint32_t *units = NEW_ARRAY(s->f->arena, uint32_t, s->live.len);
	memcpy(units, s->live.data, s->live.len * sizeof *units);
	SlotSite *site = NEW(s->f->arena, SlotSite);
	*site = (SlotSite){s->live.len, units};
	return site;
}

static void find_sites(Liveness *s, const Block *b)
{
	const SlotSite *site = NULL;
	s->live.len = 0;
	s->changed = true;
	for (uint32_t i = 0; i < s->out[b->order].len; i++)
		live_add(s, s->out[b->order].data[i]);
	slot_reads_at_end(s, backwards, b);
	for (uint32_t i = b->values.len; i-- > 0;) {
		const Value *v = b->values.data[i];
		slot_writes(s, backwards, v);
		if (slot_may_panic(v))
			add_recovered(s);
		/* What a C function that is no leaf has been given is in use as long as it runs. */
		if (v->op == OP_CALL_C && v->call->how != CCALL_LEAF)
			slot_reads(s, backwards, v);
		if (slot_is_safepoint(v)) {
			if (s->changed)
				site = make_site(s);
			s->changed = false;
			s->l->sites[v->id] = site;
		}
		slot_reads(s, backwards, v);
	}
}

SlotLiveness *ssa_slot_liveness(SsaFunc *f)
{
	SlotLiveness *l = NEW(f->arena, SlotLiveness);
	l->sites = NEW_ARRAY(f->arena, const SlotSite *, f->next_value);
	ssa_pass_slots(f);
	number_units(f, l);
	if (!l->units.len)
		return l;
	Liveness s = {.f = f, .l = l};
	s.recovered = NEW_ARRAY(f->arena, bool, l->units.len);
	s.out = (void *)NEW_ARRAY(f->arena, VEC(uint32_t), f->blocks.len);
	s.place = NEW_ARRAY(f->arena, uint32_t, l->units.len);
	find_events(&s);
	walk_all(&s);
	if (f->recover)
		walk_all(&s); /* now with what lives at the defer-return point */
	each_block(f, b) find_sites(&s, b);
	return l;
}
