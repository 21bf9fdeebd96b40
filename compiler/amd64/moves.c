// Parallel moves: several values change places at once, at the edges of the control flow and before
// calls.
//
// A move is ready when nobody still reads its destination. When none is ready, what is left is
// cycles: a cycle of registers is cut open through a free register, or without one turned by
// exchanges; one with spill slots is cut open through the swap slot.
#include "amd64/machine.h"

static bool same_place(const MFunc *f, const MLoc *a, const MLoc *b)
{
	if (a->kind != b->kind || a->kind == LOC_REMAT)
		return false;
	return a->kind == LOC_REG ? a->reg == b->reg
				  : f->vreg.data[a->v].slot == f->vreg.data[b->v].slot;
}

static MIns *with_def(MFunc *f, MOp op, VReg v, unsigned reg)
{
	MIns *ins = amd64_new_ins(f, op, f->vreg.data[v].size, 1, 0);
	ins->def[0].v = v;
	ins->def[0].reg = reg;
	return ins;
}

MIns *amd64_make_copy(MFunc *f, VReg v, unsigned to, unsigned from)
{
	MIns *ins = amd64_new_ins(f, M_COPY, f->vreg.data[v].size, 1, 1);
	ins->def[0] = (MOperand){v, to, NOREG};
	ins->use[0] = (MOperand){v, from, NOREG};
	return ins;
}

MIns *amd64_make_reload(MFunc *f, VReg v, unsigned to)
{
	MIns *ins = with_def(f, M_RELOAD, v, to);
	ins->imm = v;
	return ins;
}

MIns *amd64_make_spill(MFunc *f, VReg v, VReg slot_of, unsigned from)
{
	MIns *ins = amd64_new_ins(f, M_SPILL, f->vreg.data[v].size, 0, 1);
	ins->use[0] = (MOperand){v, from, NOREG};
	ins->imm = slot_of;
	return ins;
}

MIns *amd64_make_remat(MFunc *f, VReg v, unsigned to)
{
	const MIns *old = f->vreg.data[v].remat;
	MIns *ins = amd64_new_ins(f, old->op, old->size, 1, 0);
	MOperand *def = ins->def, *use = ins->use;
	*ins = *old;
	ins->def = def;
	ins->use = use;
	def[0] = (MOperand){v, to, NOREG};
	return ins;
}

static void slot_copy(MFunc *f, VReg to, VReg from, MInsList *out)
{
	MIns *ins = amd64_new_ins(f, M_SLOT_COPY, 8, 0, 0);
	ins->local = to;
	ins->imm = from;
	vec_push(f->arena, *out, ins);
}

// A constant or address into a spill slot, through a free register or one that is set aside
// meanwhile.
static void remat_to_slot(MFunc *f, const MMove *m, uint32_t free, MInsList *out)
{
	bool is_float = f->vreg.data[m->from.v].is_float;
	free &= is_float ? XMM_MASK : GPR_MASK;
	unsigned reg = free ? (unsigned)__builtin_ctz(free) : is_float ? XMM0 : RAX;
	if (!free) {
		MIns *save = amd64_make_spill(f, f->swap_slot, f->swap_slot, reg);
		save->size = 8;
		vec_push(f->arena, *out, save);
	}
	vec_push(f->arena, *out, amd64_make_remat(f, m->from.v, reg));
	vec_push(f->arena, *out, amd64_make_spill(f, m->from.v, m->to.v, reg));
	if (!free)
		vec_push(f->arena, *out, amd64_make_reload(f, f->swap_slot, reg));
}

static void emit_move(MFunc *f, const MMove *m, uint32_t free, MInsList *out)
{
	if (m->to.kind == LOC_SPILL) {
		if (m->from.kind == LOC_REMAT)
			remat_to_slot(f, m, free, out);
		else if (m->from.kind == LOC_SPILL)
			slot_copy(f, m->to.v, m->from.v, out);
		else
			vec_push(f->arena, *out,
				 amd64_make_spill(f, m->from.v, m->to.v, m->from.reg));
		return;
	}
	MIns *ins = m->from.kind == LOC_REG ? amd64_make_copy(f, m->from.v, m->to.reg, m->from.reg)
		    : m->from.kind == LOC_REMAT ? amd64_make_remat(f, m->from.v, m->to.reg)
						: amd64_make_reload(f, m->from.v, m->to.reg);
	vec_push(f->arena, *out, ins);
}

// A copy of what is in a register of the cycle, in a register that is free.
static bool copy_aside(MFunc *f, const MMove *list, uint32_t n, MLoc *at, uint32_t *free,
		       MInsList *out)
{
	for (uint32_t i = 1; i < n; i++) {
		VReg v = list[i].from.v;
		uint32_t choice = *free & (f->vreg.data[v].is_float ? XMM_MASK : GPR_MASK);
		if (!choice || !same_place(f, &list[i].from, at))
			continue;
		unsigned reg = (unsigned)__builtin_ctz(choice);
		*free &= ~REG_BIT(reg);
		vec_push(f->arena, *out, amd64_make_copy(f, v, reg, at->reg));
		*at = (MLoc){.kind = LOC_REG, .reg = reg};
		return true;
	}
	return false;
}

// Cuts a cycle at its first move: afterwards a move is ready or done.
static void cut_cycle(MFunc *f, MMove *list, uint32_t n, uint32_t *free, MInsList *out)
{
	MLoc to = list[0].to, from = list[0].from, now_at = to;
	if (to.kind == LOC_REG && copy_aside(f, list, n, &now_at, free, out)) {
		// the first move is ready now
	} else if (to.kind == LOC_REG && from.kind == LOC_REG) {
		MIns *swap = amd64_new_ins(f, M_SWAP, 8, 0, 2);
		swap->use[0] = (MOperand){list[0].from.v, to.reg, NOREG};
		swap->use[1] = (MOperand){list[0].from.v, from.reg, NOREG};
		vec_push(f->arena, *out, swap);
		now_at = from;
		list[0].from = to;
	} else {
		now_at = (MLoc){.kind = LOC_SPILL, .v = f->swap_slot};
		if (to.kind == LOC_REG) {
			MIns *save = amd64_make_spill(f, f->swap_slot, f->swap_slot, to.reg);
			save->size = 8;
			vec_push(f->arena, *out, save);
		} else {
			slot_copy(f, f->swap_slot, to.v, out);
		}
	}
	for (uint32_t i = 0; i < n; i++) {
		if (i == 0 || !same_place(f, &list[i].from, &to))
			continue;
		VReg v = list[i].from.v;
		list[i].from = now_at;
		if (now_at.kind == LOC_REG)
			list[i].from.v = v;
	}
}

void amd64_resolve_moves(MFunc *f, const MMoves *m, MInsList *out)
{
	uint32_t n = 0, free = m->free;
	MMove *list = NEW_ARRAY(f->arena, MMove, m->list.len + 1);
	vec_each(MMove, move, m->list)
		list[n++] = *move;
	while (n) {
		bool progress = false;
		for (uint32_t i = 0; i < n;) {
			bool ready = true, done = same_place(f, &list[i].from, &list[i].to);
			for (uint32_t j = 0; ready && !done && j < n; j++)
				ready = j == i || !same_place(f, &list[j].from, &list[i].to);
			if (ready && !done)
				emit_move(f, &list[i], free, out);
			if (ready || done) {
				if (list[i].to.kind == LOC_REG)
					free &= ~REG_BIT(list[i].to.reg);
				list[i] = list[--n];
				progress = true;
			} else {
				i++;
			}
		}
		if (!progress)
			cut_cycle(f, list, n, &free, out);
	}
}
