/*
 * Liveness of slots (ssa/slots.c) against the plain data-flow equations, solved by iteration, on
 * random functions: blocks in a random graph that store to, load from, copy, clear and pass on the
 * addresses of slots with pointers, with calls in between, some with a defer-return point. What is
 * said to live at a call must be exactly what the equations say, and ssa_verify_slots must agree.
 *
 * 	slots [FIRST-SEED COUNT]
 */
#include <stdlib.h>

#include "ssa/build.h"
#include "ssa/passes.h"
#include "ssa/slots.h"

enum { NSLOTS = 5, LARGE = 200 };

static uint64_t seed;

static unsigned pick(unsigned n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (unsigned)((seed * 0x2545f4914f6cdd1d >> 32) % n);
}

/* ---- random functions */

static Type *type_of_slot(unsigned i)
{
	Type *pointer = type_pointer(type_basic[T_INT]);
	Str names[] = {STR("a"), STR("b"), STR("c")};
	Type *fields[] = {pointer, type_basic[T_INT], type_basic[T_STRING]};
	switch (i) {
	case 0: return pointer;
	case 1: return type_struct_of(NULL, 3, names, fields);
	case 2: return type_array(pointer, 4);
	case 3: return type_array(pointer, LARGE);
	default: return type_basic[T_STRING];
	}
}

static Value *address(SsaFunc *f, Block *b, Slot *slot)
{
	Value *v = ssa_value0(f, b, OP_ADDR_SLOT, K_PTR, 0, 0, 0);
	v->slot = slot;
	return v;
}

static Value *call(SsaFunc *f, Block *b, uint32_t n, Value **args)
{
	Value *v = ssa_value0(f, b, OP_CALL, K_TUPLE, 0, 0, 0);
	v->call = NEW(f->arena, CallInfo);
	v->call->symbol = STR("f");
	ssa_set_args(f, v, n, args);
	return v;
}

static void statement(SsaFunc *f, Block *b)
{
	Slot *slot = f->slots.data[pick(NSLOTS)];
	int64_t word = pick(slot->size / 8) * 8;
	Value *p = address(f, b, slot);
	switch (pick(9)) {
	case 0:
	case 1: ssa_value2(f, b, OP_STORE, K_VOID, word, p, address(f, b, slot), 0, 0); break;
	case 2: ssa_value1(f, b, OP_LOAD, K_PTR, word, p, 0, 0); break;
	case 3: ssa_value1(f, b, OP_ZERO, K_VOID, slot->size, p, 0, 0); break;
	case 4: {
		Value *part = ssa_value1(f, b, OP_OFF_PTR, K_PTR, word, p, 0, 0);
		ssa_value1(f, b, OP_ZERO, K_VOID, slot->size - word, part, 0, 0);
		break;
	}
	case 5: {
		Value *index = ssa_value0(f, b, OP_CONST, K_I64, 1, 0, 0);
		Value *element = ssa_value2(f, b, OP_ADD_INDEX, K_PTR, 8, p, index, 0, 0);
		if (pick(2))
			ssa_value1(f, b, OP_LOAD, K_PTR, 0, element, 0, 0);
		else
			ssa_value2(f, b, OP_STORE, K_VOID, 0, element, index, 0, 0);
		break;
	}
	case 6: {
		Slot *other = f->slots.data[pick(NSLOTS)];
		int64_t size = slot->size < other->size ? slot->size : other->size;
		if (slot != other)
			ssa_value2(f, b, OP_MOVE, K_VOID, size, p, address(f, b, other), 0, 0);
		break;
	}
	case 7: call(f, b, 1, &p); break;
	default: call(f, b, 0, NULL);
	}
}

static SsaFunc *generate(Arena *arena)
{
	SsaFunc *f = NEW(arena, SsaFunc);
	f->arena = arena;
	f->ir = NEW(arena, Func);
	f->symbol = f->ir->symbol = f->ir->name = STR("random");
	unsigned n = 2 + pick(8);
	for (unsigned i = 0; i < NSLOTS; i++) {
		Type *t = type_of_slot(i);
		SlotPlace place = pick(6) ? SLOT_FRAME : SLOT_ARGS;
		ssa_new_slot(f, place, t, type_size(t), 8);
	}
	for (unsigned i = 0; i < n; i++)
		ssa_new_block(f);
	f->entry = f->blocks.data[0];
	if (pick(3) == 0)
		f->recover = ssa_new_block(f);
	each_block(f, b)
	{
		for (unsigned k = pick(6); k > 0; k--)
			statement(f, b);
		unsigned nsuccs = b == f->recover ? 0 : pick(3);
		b->kind = nsuccs == 0 ? BLOCK_RETURN : nsuccs == 1 ? BLOCK_PLAIN : BLOCK_IF;
		for (unsigned k = 0; k < nsuccs; k++)
			ssa_add_edge(f, b, f->blocks.data[1 + pick(n - 1)]);
		if (nsuccs == 2)
			b->control = ssa_value0(f, b, OP_CONST, K_I8, pick(2), 0, 0);
		if (nsuccs == 0) {
			b->control = ssa_new_value(f, OP_RETURN, K_VOID, 0, 0);
			b->control->block = b;
		}
	}
	ssa_order(f);
	ssa_dominators(f);
	return f;
}

/* ---- the equations */

typedef struct Solver {
	SsaFunc *f;
	const SlotLiveness *l;
	Bits *in; /* by block */
	Bits now;
	bool check;
} Solver;

static void step(void *ctx, SlotPart p, bool write, bool taken)
{
	Solver *s = ctx;
	uint32_t from, to;
	(void)taken;
	slot_units(s->l, &p, write, &from, &to);
	for (; from < to; from++)
		write ? bits_remove(&s->now, from) : bits_add(&s->now, from);
}

static void compare(const Solver *s, const Value *v)
{
	const SlotSite *site = s->l->sites[v->id];
	bool same = bits_count(&s->now) == (site ? site->n : 0);
	for (uint32_t i = 0; same && site && i < site->n; i++)
		same = bits_has(&s->now, site->units[i]);
	if (same)
		return;
	ssa_print(stderr, s->f, "wrong liveness");
	ssa_print_value(stderr, v);
	fprintf(stderr, "\nshould be:");
	for (uint32_t u = bits_next(&s->now, 0); u < s->now.size; u = bits_next(&s->now, u + 1))
		fprintf(stderr, " s%u+%d", s->l->units.data[u].slot->id,
			(int)s->l->units.data[u].offset);
	fprintf(stderr, "\nis:");
	for (uint32_t i = 0; site && i < site->n; i++)
		fprintf(stderr, " s%u+%d", s->l->units.data[site->units[i]].slot->id,
			(int)s->l->units.data[site->units[i]].offset);
	fprintf(stderr, "\n");
	exit(1);
}

static bool solve_block(Solver *s, const Block *b)
{
	bits_clear(&s->now);
	for (uint32_t i = 0; i < b->succs.len; i++)
		bits_union(&s->now, &s->in[b->succs.data[i].block->order]);
	for (uint32_t i = b->values.len; i-- > 0;) {
		const Value *v = b->values.data[i];
		slot_writes(s, step, v);
		if (slot_may_panic(v) && s->f->recover)
			bits_union(&s->now, &s->in[s->f->recover->order]);
		if (s->check && slot_is_safepoint(v))
			compare(s, v);
		slot_reads(s, step, v);
	}
	return bits_union(&s->in[b->order], &s->now);
}

static void solve(SsaFunc *f, const SlotLiveness *l)
{
	Solver s = {.f = f, .l = l, .in = NEW_ARRAY(f->arena, Bits, f->blocks.len)};
	for (uint32_t i = 0; i < f->blocks.len; i++)
		s.in[i] = bits_new(f->arena, l->units.len);
	s.now = bits_new(f->arena, l->units.len);
	for (bool changed = true; changed;) {
		changed = false;
		for (uint32_t i = f->blocks.len; i-- > 0;)
			changed |= solve_block(&s, f->blocks.data[i]);
	}
	s.check = true;
	each_block(f, b) solve_block(&s, b);
	for (uint32_t u = 0; u < l->units.len; u++) {
		const SlotUnit *unit = &l->units.data[u];
		bool zero = bits_has(&s.in[f->entry->order], u) && unit->slot->place == SLOT_FRAME;
		if (zero != unit->zero) {
			ssa_print(stderr, f, "wrong zeroing");
			exit(1);
		}
	}
}

int main(int argc, char **argv)
{
	uint64_t first = argc > 1 ? strtoull(argv[1], NULL, 0) : 1,
		 n = argc > 2 ? strtoull(argv[2], NULL, 0) : 3000;
	uint32_t live = 0;
	types_init();
	for (uint64_t i = first; i < first + n; i++) {
		seed = i * 0x9e3779b97f4a7c15 + 1;
		Arena *arena = arena_new();
		SsaFunc *f = generate(arena);
		const SlotLiveness *l = ssa_slot_liveness(f);
		solve(f, l);
		ssa_verify_slots(f, l);
		for (uint32_t v = 0; v < f->next_value; v++)
			live += l->sites[v] != NULL;
		arena_free(arena);
	}
	if (!live) {
		fprintf(stderr, "nothing ever lives\n");
		return 1;
	}
	return 0;
}
