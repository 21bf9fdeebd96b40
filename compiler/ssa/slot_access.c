/*
 * What values do to slots (slots.h), and pass `slots`, which says of each slot whether its address
 * goes anywhere (Slot.address_taken) and takes the barrier off stores that turn out to go to one.
 */
#include "ssa/slots.h"
#include "ssa/passes.h"

static bool is_derived(const Value *v)
{
	return v->op == OP_OFF_PTR || v->op == OP_ADD_INDEX || v->op == OP_ADD_PTR;
}

/* The part that address p + offset means; its slot is NULL when p is not derived from one. */
static SlotPart part_at(const Value *p, int64_t offset, int64_t size)
{
	for (; is_derived(p); p = p->args[0]) {
		if (p->op == OP_OFF_PTR)
			offset += p->aux;
		else
			size = -1;
	}
	if (p->op != OP_ADDR_SLOT || p->slot->place == SLOT_OUT)
		return (SlotPart){0};
	return (SlotPart){p->slot, offset + p->aux, size};
}

static void read_at(void *ctx, SlotAccess *act, const Value *p, int64_t offset, int64_t size,
		    bool taken)
{
	SlotPart at = part_at(p, offset, size);
	if (at.slot)
		act(ctx, at, false, taken);
}

static void write_at(void *ctx, SlotAccess *act, const Value *p, int64_t offset, int64_t size)
{
	SlotPart at = part_at(p, offset, size);
	if (at.slot)
		act(ctx, at, true, false);
}

/* An argument that is the address of what v accesses. */
static void read_through(void *ctx, SlotAccess *act, const Value *v)
{
	const Value *p = v->args[0];
	switch (v->op) {
	case OP_LOAD: read_at(ctx, act, p, v->aux, kind_size(v->kind), false); return;
	case OP_OFF_PTR: /* its users count */
	case OP_ADD_INDEX:
	case OP_ADD_PTR:
	case OP_MOVE:
	case OP_STORE:
	case OP_STORE_WB:
	case OP_ZERO:
	case OP_NIL_CHECK:
	case OP_PREFETCH: return;
	case OP_KEEP_ALIVE:
	case OP_ATOMIC_LOAD:
	case OP_ATOMIC_STORE:
	case OP_ATOMIC_XCHG:
	case OP_ATOMIC_ADD:
	case OP_ATOMIC_CAS:
	case OP_ATOMIC_AND:
	case OP_ATOMIC_OR: read_at(ctx, act, p, 0, -1, false); return;
	default: read_at(ctx, act, p, 0, -1, true);
	}
}

void slot_reads(void *ctx, SlotAccess *act, const Value *v)
{
	if (v->op == OP_PHI || !v->nargs)
		return;
	read_through(ctx, act, v);
	for (uint32_t i = 1; i < v->nargs; i++)
		if (v->op == OP_MOVE)
			read_at(ctx, act, v->args[i], 0, v->aux, false);
		else
			read_at(ctx, act, v->args[i], 0, -1, true);
}

void slot_writes(void *ctx, SlotAccess *act, const Value *v)
{
	switch (v->op) {
	case OP_STORE:
	case OP_STORE_WB:
		write_at(ctx, act, v->args[0], v->aux, kind_size(v->args[1]->kind));
		break;
	case OP_ZERO:
	case OP_MOVE: write_at(ctx, act, v->args[0], 0, v->aux); break;
	default: break;
	}
}

/* Returned pointers, and arguments of the successors' phis. */
void slot_reads_at_end(void *ctx, SlotAccess *act, const Block *b)
{
	for (uint32_t i = 0; b->kind == BLOCK_RETURN && i < b->control->nargs; i++)
		read_at(ctx, act, b->control->args[i], 0, -1, true);
	for (uint32_t i = 0; i < b->succs.len; i++) {
		Edge e = b->succs.data[i];
		each_value(e.block, phi)
		{
			if (phi->op != OP_PHI)
				break;
			read_at(ctx, act, phi->args[e.index], 0, -1, true);
		}
	}
}

bool slot_may_panic(const Value *v)
{
	return value_is(v, OPF_CALL | OPF_FAULT);
}

bool slot_is_safepoint(const Value *v)
{
	return value_is(v, OPF_SAFEPOINT) && !(v->op == OP_CALL_C && v->call->how == CCALL_LEAF);
}

void slot_units(const SlotLiveness *l, const SlotPart *p, bool write, uint32_t *from, uint32_t *to)
{
	const Slot *s = p->slot;
	const SlotUnit *u = l->units.data;
	*from = s->first_unit;
	*to = s->first_unit + s->nunits;
	if (p->size < 0 || s->whole) {
		bool all = p->size >= 0 && p->offset <= 0 && p->offset + p->size >= s->size;
		if (write && !all)
			*to = *from;
		return;
	}
	int64_t low = p->offset, high = p->offset + p->size;
	while (*from < *to && (write ? u[*from].offset < low : u[*from].offset + 8 <= low))
		++*from;
	while (*from < *to && (write ? u[*to - 1].offset + 8 > high : u[*to - 1].offset >= high))
		--*to;
}

/* ---- the pass */

static void note_access(void *ctx, SlotPart p, bool write, bool taken)
{
	(void)ctx;
	(void)write;
	p.slot->address_taken |= taken;
}

static void note_use(const Value *x)
{
	if (x->op == OP_ADDR_SLOT)
		x->slot->used = true;
}

void ssa_pass_slots(SsaFunc *f)
{
	for (uint32_t i = 0; i < f->slots.len; i++)
		f->slots.data[i]->address_taken = f->slots.data[i]->used = false;
	each_block(f, b)
	{
		each_value(b, v)
		{
			if (v->op == OP_STORE_WB && part_at(v->args[0], 0, -1).slot)
				v->op = OP_STORE;
			slot_reads(NULL, note_access, v);
			for (uint32_t i = 0; i < v->nargs; i++)
				note_use(v->args[i]);
		}
		slot_reads_at_end(NULL, note_access, b);
		for (uint32_t i = 0; b->kind == BLOCK_RETURN && i < b->control->nargs; i++)
			note_use(b->control->args[i]);
	}
}
