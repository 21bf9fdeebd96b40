// Register allocation over a whole function in one walk.
//
// Blocks are taken in reverse postorder, instructions from first to last. At each point a table
// says which virtual register each register holds; a value may be in several registers, in its
// spill slot, or both. An instruction's operands are brought into registers, the one whose next use
// is farthest making room (Belady); a value is stored once, right after its definition, when it
// turns out that it has to be loaded again anywhere, so evicting costs nothing by itself (SSA: the
// definition dominates every reload). Constants and addresses are made again instead.
//
// A block starts with the table that one of its predecessors ended with, less what is dead there or
// will not be used before the next call; a loop's head takes from memory what the loop uses. Where
// another predecessor ends with a different table, a parallel move on the edge mends it. Calls
// destroy all registers, so what lives across one is in memory afterwards.
//
// Spill slots are numbered last: the hull of each value's live range is an interval, intervals that
// do not overlap share a slot.
#include <stdlib.h>

#include "amd64/machine.h"

typedef struct UseList {
	int32_t at; // weighted position in the block
	struct UseList *next;
} UseList;

typedef struct RegTable {
	VReg in[NREGS];
} RegTable;

typedef struct BlockState {
	RegTable begin, end;
	bool done;
} BlockState;

typedef struct Allocator {
	MFunc *f;
	BlockLive *live;
	BlockState *state;
	RegTable table;  // now
	uint32_t used;   // registers that hold something
	uint32_t locked; // registers of the instruction at work
	uint32_t *regs;  // by VReg: the registers it is in
	// by VReg: its uses in the rest of the block, and one beyond its end when it lives on
	UseList **uses;
	UseList *free_uses;
	MInsList out; // the block's new code
	int32_t at;   // position of the instruction at work
} Allocator;

// ---- the table

static void bind(Allocator *a, unsigned reg, VReg v)
{
	a->table.in[reg] = v;
	a->used |= REG_BIT(reg);
	a->regs[v] |= REG_BIT(reg);
}

static void unbind(Allocator *a, unsigned reg)
{
	if (!(a->used & REG_BIT(reg)))
		return;
	a->regs[a->table.in[reg]] &= ~REG_BIT(reg);
	a->table.in[reg] = 0;
	a->used &= ~REG_BIT(reg);
}

static void unbind_all(Allocator *a, uint32_t mask)
{
	for (mask &= a->used; mask; mask &= mask - 1)
		unbind(a, __builtin_ctz(mask));
}

static uint32_t class_mask(const Allocator *a, VReg v)
{
	return a->f->vreg.data[v].is_float ? XMM_MASK : GPR_MASK;
}

static void emit(Allocator *a, MIns *ins)
{
	vec_push(a->f->arena, a->out, ins);
}

// ---- next uses

static void push_use(Allocator *a, VReg v, int32_t at)
{
	UseList *u = a->free_uses;
	if (u)
		a->free_uses = u->next;
	else
		u = NEW(a->f->arena, UseList);
	*u = (UseList){at, a->uses[v]};
	a->uses[v] = u;
}

static void pop_use(Allocator *a, VReg v)
{
	UseList *u = a->uses[v];
	a->uses[v] = u->next;
	u->next = a->free_uses;
	a->free_uses = u;
}

// The next use after the instruction at work, FAR if there is none.
static int32_t next_use_after(const Allocator *a, VReg v)
{
	const UseList *u = a->uses[v];
	while (u && u->at <= a->at)
		u = u->next;
	return u ? u->at : FAR;
}

static bool lives_on(const Allocator *a, VReg v)
{
	return next_use_after(a, v) != FAR;
}

// ---- choosing registers

static const uint8_t preference[] = {RSI, RDI, R8, R9, R10, R11, R12, R13, R15, RBX, RDX, RAX, RCX};

static unsigned pick_free(const Allocator *a, VReg v, uint32_t mask)
{
	uint32_t free = mask & class_mask(a, v) & ~a->used & ~a->locked;
	unsigned hint = a->f->vreg.data[v].hint;
	if (!free)
		return NOREG;
	if (hint != NOREG && free & REG_BIT(hint))
		return hint;
	if (a->f->vreg.data[v].is_float)
		return 31 - __builtin_clz(free);
	for (uint32_t i = 0; i < COUNT(preference); i++)
		if (free & REG_BIT(preference[i]))
			return preference[i];
	return NOREG;
}

// A register of `mask` for v, emptied: a free one, or that of the value used last.
static unsigned take_reg(Allocator *a, VReg v, uint32_t mask)
{
	unsigned reg = pick_free(a, v, mask), best = NOREG;
	if (reg != NOREG)
		return reg;
	int32_t farthest = -1;
	for (uint32_t m = mask & class_mask(a, v) & ~a->locked; m; m &= m - 1) {
		unsigned r = __builtin_ctz(m);
		VReg w = a->table.in[r];
		int32_t distance = a->regs[w] & (a->regs[w] - 1) ? FAR + 1 : next_use_after(a, w);
		if (distance > farthest) {
			farthest = distance;
			best = r;
		}
	}
	if (best == NOREG)
		ICE(a->f->pos, "no register left in %s", a->f->name);
	unbind(a, best);
	return best;
}

// Puts v, wherever it is, into `reg`, which is empty.
static void fetch(Allocator *a, VReg v, unsigned reg)
{
	VInfo *info = &a->f->vreg.data[v];
	if (a->regs[v]) {
		emit(a, amd64_make_copy(a->f, v, reg, __builtin_ctz(a->regs[v])));
	} else if (info->remat) {
		emit(a, amd64_make_remat(a->f, v, reg));
	} else {
		info->spilled = true;
		emit(a, amd64_make_reload(a->f, v, reg));
	}
	bind(a, reg, v);
}

// Empties `reg`; a value that lives on and is nowhere else moves to a free register of `mask`, if
// there is one.
static void vacate(Allocator *a, unsigned reg, uint32_t mask, bool needed_now)
{
	VReg w = a->table.in[reg];
	if (!(a->used & REG_BIT(reg)))
		return;
	if ((needed_now || lives_on(a, w)) && a->regs[w] == REG_BIT(reg) &&
	    !a->f->vreg.data[w].remat) {
		unsigned to = pick_free(a, w, mask & ~REG_BIT(reg));
		if (to != NOREG)
			fetch(a, w, to);
	}
	unbind(a, reg);
}

static bool is_used_by(const MIns *ins, VReg v)
{
	for (uint32_t i = 0; i < ins->nuse; i++)
		if (ins->use[i].v == v)
			return true;
	return false;
}

// ---- one instruction

static uint32_t fixed_regs(const MOperand *list, uint32_t n)
{
	uint32_t mask = 0;
	for (uint32_t i = 0; i < n; i++)
		if (list[i].fixed != NOREG)
			mask |= REG_BIT(list[i].fixed);
	return mask;
}

// A reload that feeds only this instruction becomes its memory operand.
static bool fold_reload(Allocator *a, MIns *ins, uint32_t i)
{
	VReg v = ins->use[i].v;
	VInfo *info = &a->f->vreg.data[v];
	MForm form = amd64_ops[ins->op].form;
	bool second = i == 1 && ins->nuse == 2 &&
		      (form == FORM_TWO || (ins->op == M_BR && ins->cmp == CMP_INT));
	if (!second || ins->mem || ins->has_imm || a->regs[v] || info->remat || ins->use[0].v == v)
		return false;
	uint32_t size = form == FORM_TWO ? ins->size : ins->cmp_size;
	if (size < 4 || size != info->size || (info->is_float && !MOP_IS(ins, MF_FLOAT)))
		return false;
	if (next_use_after(a, v) < a->at + 12)
		return false;
	info->spilled = true;
	ins->mem = MEM_SPILL;
	ins->local = v;
	ins->nuse = 1;
	while (a->uses[v] && a->uses[v]->at <= a->at)
		pop_use(a, v);
	if (!a->uses[v])
		a->regs[v] = 0;
	return true;
}

static void place_fixed_uses(Allocator *a, MIns *ins, uint32_t keep_off)
{
	for (uint32_t i = 0; i < ins->nuse; i++) {
		MOperand *u = &ins->use[i];
		if (u->fixed == NOREG)
			continue;
		if (a->table.in[u->fixed] != u->v) {
			VReg w = a->table.in[u->fixed];
			vacate(a, u->fixed, ALL_MASK & ~keep_off, w && is_used_by(ins, w));
			fetch(a, u->v, u->fixed);
		}
		u->reg = u->fixed;
		a->locked |= REG_BIT(u->fixed);
	}
}

static void place_other_uses(Allocator *a, MIns *ins, uint32_t keep_off)
{
	for (uint32_t i = 0; i < ins->nuse; i++) {
		MOperand *u = &ins->use[i];
		if (u->fixed != NOREG)
			continue;
		uint32_t here = a->regs[u->v] & ~keep_off;
		if (!here && fold_reload(a, ins, i))
			continue;
		if (here) {
			u->reg = __builtin_ctz(here);
		} else {
			u->reg = take_reg(a, u->v, ALL_MASK & ~keep_off);
			fetch(a, u->v, u->reg);
		}
		a->locked |= REG_BIT(u->reg);
	}
}

// Makes the register of use 0 one that def 0 may overwrite.
static void make_tied(Allocator *a, MIns *ins, uint32_t keep_off)
{
	MOperand *u = &ins->use[0];
	if (MOP_IS(ins, MF_COMMUTES) && ins->nuse == 2 && !ins->mem && lives_on(a, u->v) &&
	    !lives_on(a, ins->use[1].v)) {
		MOperand swap = ins->use[0];
		ins->use[0] = ins->use[1];
		ins->use[1] = swap;
	}
	VReg v = u->v;
	if (!lives_on(a, v) || a->regs[v] & ~REG_BIT(u->reg) & ~keep_off)
		return;
	if (MOP_IS(ins, MF_LEA) && ins->size >= 4 && !ins->mem)
		return;
	if (a->f->vreg.data[v].remat) {
		return;
	}
	VReg d = ins->def[0].v;
	unsigned to = pick_free(a, d, ALL_MASK & ~keep_off);
	if (to == NOREG) {
		int32_t mine = next_use_after(a, v), farthest = mine;
		for (uint32_t m = class_mask(a, v) & ~keep_off & ~a->locked; m; m &= m - 1) {
			int32_t other = next_use_after(a, a->table.in[__builtin_ctz(m)]);
			farthest = other > farthest ? other : farthest;
		}
		if (farthest == mine)
			return; // v itself is what would be evicted
		to = take_reg(a, d, ALL_MASK & ~keep_off);
	}
	emit(a, amd64_make_copy(a->f, v, to, u->reg));
	bind(a, to, v);
	bool shared = false;
	for (uint32_t i = 1; i < ins->nuse; i++)
		shared |= ins->use[i].reg == u->reg;
	if (!shared)
		a->locked &= ~REG_BIT(u->reg);
	u->reg = to;
	a->locked |= REG_BIT(to);
}

static void drop_dead_uses(Allocator *a, MIns *ins)
{
	for (uint32_t i = 0; i < ins->nuse; i++) {
		VReg v = ins->use[i].v;
		while (a->uses[v] && a->uses[v]->at <= a->at)
			pop_use(a, v);
		if (!a->uses[v])
			unbind_all(a, a->regs[v]);
	}
}

static void define(Allocator *a, MIns *ins, uint32_t keep_off)
{
	bool tied = MOP_IS(ins, MF_TIED);
	uint32_t taken = fixed_regs(ins->def, ins->ndef);
	bool lea = MOP_IS(ins, MF_LEA) && ins->size >= 4 && !ins->mem;
	if (tied && lea && ins->use[0].reg != NOREG && lives_on(a, ins->use[0].v) &&
	    !(a->regs[ins->use[0].v] & ~REG_BIT(ins->use[0].reg)))
		tied = false;
	if (tied)
		taken |= REG_BIT(ins->use[0].reg);
	unbind_all(a, taken);
	if (!MOP_IS(ins, MF_EARLY))
		a->locked = 0;
	for (uint32_t i = 0; i < ins->ndef; i++) {
		MOperand *d = &ins->def[i];
		if (d->fixed != NOREG)
			d->reg = d->fixed;
		else if (tied && i == 0)
			d->reg = ins->use[0].reg;
		else
			d->reg = take_reg(a, d->v, ALL_MASK & ~taken & ~keep_off);
		taken |= REG_BIT(d->reg);
		bind(a, d->reg, d->v);
		a->locked |= REG_BIT(d->reg);
	}
	a->locked = 0;
	for (uint32_t i = 0; i < ins->ndef; i++)
		if (!a->uses[ins->def[i].v])
			unbind_all(a, a->regs[ins->def[i].v]);
}

static void allocate_plain(Allocator *a, MIns *ins)
{
	uint32_t fixed_uses = fixed_regs(ins->use, ins->nuse),
		 fixed_defs = fixed_regs(ins->def, ins->ndef);
	uint32_t lost = ins->clobber | fixed_defs;
	a->locked = 0;
	place_fixed_uses(a, ins, fixed_uses | lost);
	place_other_uses(a, ins,
			 fixed_uses | ins->clobber | (MOP_IS(ins, MF_EARLY) ? fixed_defs : 0));
	if (MOP_IS(ins, MF_TIED))
		make_tied(a, ins, fixed_uses | lost);
	for (uint32_t m = lost & a->used; m; m &= m - 1)
		vacate(a, __builtin_ctz(m), ALL_MASK & ~lost & ~a->locked, false);
	drop_dead_uses(a, ins);
	emit(a, ins);
	define(a, ins, MOP_IS(ins, MF_EARLY) ? fixed_uses : 0);
}

// Calls, and returns: the arguments go to their places in one parallel move, everything that is not
// kept is lost.
static void allocate_call(Allocator *a, MIns *ins)
{
	uint32_t keep = ins->op == M_CALL_LEAF ? C_KEPT_MASK : 0;
	uint32_t targets = fixed_regs(ins->use, ins->nuse);
	a->locked = targets;
	for (uint32_t m = a->used & ~keep; keep && m; m &= m - 1) {
		VReg w = a->table.in[__builtin_ctz(m)];
		unsigned to;
		if (lives_on(a, w) && !(a->regs[w] & keep) && !a->f->vreg.data[w].remat &&
		    (to = pick_free(a, w, keep)) != NOREG)
			fetch(a, w, to);
	}
	MMoves *moves = NEW(a->f->arena, MMoves);
	uint32_t sources = 0;
	for (uint32_t i = 0; i < ins->nuse; i++) {
		MOperand *u = &ins->use[i];
		u->reg = u->fixed;
		if (a->table.in[u->fixed] == u->v)
			continue;
		MMove move = {.to = {LOC_REG, u->v, u->fixed}, .from = {LOC_REG, u->v, NOREG}};
		if (a->regs[u->v]) {
			move.from.reg = __builtin_ctz(a->regs[u->v]);
			sources |= REG_BIT(move.from.reg);
		} else if (a->f->vreg.data[u->v].remat) {
			move.from.kind = LOC_REMAT;
		} else {
			a->f->vreg.data[u->v].spilled = true;
			move.from.kind = LOC_SPILL;
		}
		vec_push(a->f->arena, moves->list, move);
	}
	if (moves->list.len) {
		MIns *m = amd64_new_ins(a->f, M_MOVES, 0, 0, 0);
		m->aux = moves;
		emit(a, m);
	}
	if (ins->args_live)
		for (uint32_t i = 0; i < ins->site->nlive; i++)
			if (is_used_by(ins, ins->site->live[i]))
				a->f->vreg.data[ins->site->live[i]].spilled = true;
	drop_dead_uses(a, ins);
	unbind_all(a, ~keep);
	emit(a, ins);
	a->locked = 0;
	define(a, ins, 0);
}

static void record_site_regs(Allocator *a, MIns *ins)
{
	ins->site->regs = 0;
	for (uint32_t m = a->used & GPR_MASK; m; m &= m - 1) {
		unsigned r = __builtin_ctz(m);
		if (a->f->vreg.data[a->table.in[r]].pointer)
			ins->site->regs |= REG_BIT(r);
	}
}

// ---- one block

// Lists the uses of the block's values, and gives values that flow into fixed operands or phis a
// hint.
static void scan_uses(Allocator *a, MBlock *b)
{
	BlockLive *l = &a->live[b->id];
	VInfo *info = a->f->vreg.data;
	for (uint32_t i = 0; i < l->nout; i++)
		push_use(a, l->out[i].v, l->length + l->out[i].distance);
	for (uint32_t s = 0; s < b->nsucc; s++) {
		const MBlock *to = a->f->block[b->succ[s]];
		for (uint32_t p = 0; p < to->npred; p++)
			if (to->pred[p] == b->id)
				vec_each(MPhi, phi, to->phis)
					if (info[phi->v].hint != NOREG)
						info[phi->arg[p]].hint = info[phi->v].hint;
	}
	int32_t at = l->length;
	for (uint32_t i = b->code.len; i-- > 0;) {
		MIns *ins = b->code.data[i];
		at -= amd64_weight(ins);
		for (uint32_t u = 0; u < ins->nuse; u++) {
			push_use(a, ins->use[u].v, at);
			if (ins->use[u].fixed != NOREG)
				info[ins->use[u].v].hint = ins->use[u].fixed;
		}
		if (MOP_IS(ins, MF_TIED) && info[ins->def[0].v].hint != NOREG &&
		    info[ins->use[0].v].hint == NOREG)
			info[ins->use[0].v].hint = info[ins->def[0].v].hint;
	}
}

static void forget_uses(Allocator *a, const MBlock *b)
{
	const BlockLive *l = &a->live[b->id];
	for (uint32_t i = 0; i < l->nout; i++)
		while (a->uses[l->out[i].v])
			pop_use(a, l->out[i].v);
}

static int compare_distance(const void *x, const void *y)
{
	const LiveVar *a = x, *b = y;
	return a->distance != b->distance ? (a->distance > b->distance ? 1 : -1)
					  : (a->v > b->v) - (a->v < b->v);
}

// The predecessor whose table the block starts from: one that is done, the deepest (most often run)
// first.
static const MBlock *main_pred(const Allocator *a, const MBlock *b, uint32_t *index)
{
	const MBlock *best = NULL;
	for (uint32_t p = 0; p < b->npred; p++) {
		const MBlock *pred = a->f->block[b->pred[p]];
		if (a->state[pred->id].done &&
		    (!best || (best->cold && !pred->cold) ||
		     (best->cold == pred->cold && pred->depth > best->depth))) {
			best = pred;
			*index = p;
		}
	}
	return best;
}

static void start_phis(Allocator *a, MBlock *b, const RegTable *from, uint32_t index)
{
	vec_each(MPhi, phi, b->phis) {
		VInfo *info = &a->f->vreg.data[phi->v];
		VReg arg = phi->arg[index];
		unsigned reg = NOREG;
		if (!a->uses[phi->v])
			continue;
		for (unsigned r = 0; r < NREGS && reg == NOREG; r++)
			if (from->in[r] == arg && arg && !(a->used & REG_BIT(r)))
				reg = r;
		bool far = a->uses[phi->v]->at >= CALL_WEIGHT;
		if (reg == NOREG || far)
			reg = far ? NOREG : pick_free(a, phi->v, ALL_MASK);
		if (reg == NOREG) {
			info->spilled = info->phi_in_memory = true;
			continue;
		}
		bind(a, reg, phi->v);
		info->hint = reg;
	}
}

static void start_block(Allocator *a, MBlock *b)
{
	BlockLive *l = &a->live[b->id];
	uint32_t index = 0;
	const MBlock *pred = main_pred(a, b, &index);
	RegTable empty = {{0}};
	const RegTable *from = pred ? &a->state[pred->id].end : &empty;
	unbind_all(a, ~(uint32_t)0);
	bool single = b->npred == 1;
	qsort(l->in, l->nin, sizeof *l->in, compare_distance);
	for (uint32_t i = 0; i < l->nin; i++) {
		VReg v = l->in[i].v;
		if (!single && (l->in[i].distance >= CALL_WEIGHT || a->f->vreg.data[v].remat))
			continue;
		for (unsigned r = 0; r < NREGS; r++) {
			if (from->in[r] == v) {
				bind(a, r, v);
				if (!single)
					break;
			}
		}
	}
	start_phis(a, b, from, index);
	for (uint32_t i = 0; b->header && i < l->nin; i++) {
		VReg v = l->in[i].v;
		if (a->regs[v] || l->in[i].distance >= EXIT_WEIGHT || a->f->vreg.data[v].remat)
			continue;
		unsigned r = pick_free(a, v, ALL_MASK);
		if (r != NOREG)
			bind(a, r, v);
	}
	a->state[b->id].begin = a->table;
	b->begin = a->state[b->id].begin.in;
}

static void allocate_block(Allocator *a, MBlock *b)
{
	MInsList old = b->code;
	memset(&a->out, 0, sizeof a->out);
	scan_uses(a, b);
	start_block(a, b);
	a->at = 0;
	for (uint32_t i = 0; i < old.len; i++) {
		MIns *ins = old.data[i];
		if (MOP_IS(ins, MF_CALL) || ins->op == M_RET) {
			allocate_call(a, ins);
		} else if (!MOP_IS(ins, MF_REMAT)) { // those are made where they are used
			allocate_plain(a, ins);
			if (ins->site)
				record_site_regs(a, ins);
		}
		a->at += amd64_weight(ins);
	}
	b->code = a->out;
	a->state[b->id].end = a->table;
	a->state[b->id].done = true;
	forget_uses(a, b);
}

// ---- edges

// A block on the edge from `from` to `to`.
static MBlock *split_edge(MFunc *f, MBlock *from, MBlock *to, uint32_t pred)
{
	MBlock *b = amd64_new_block(f);
	b->pred = NEW_ARRAY(f->arena, uint32_t, 1);
	b->succ = NEW_ARRAY(f->arena, uint32_t, 1);
	b->npred = b->nsucc = 1;
	b->pred[0] = from->id;
	b->succ[0] = to->id;
	b->depth = from->depth < to->depth ? from->depth : to->depth;
	b->cold = from->cold || to->cold;
	uint32_t nth = 0; // among the edges between the two
	for (uint32_t p = 0; p < pred; p++)
		nth += to->pred[p] == from->id;
	to->pred[pred] = b->id;
	for (uint32_t s = 0; s < from->nsucc; s++)
		if (from->succ[s] == to->id && nth-- == 0) {
			from->succ[s] = b->id;
			break;
		}
	vec_push(f->arena, b->code, amd64_new_ins(f, M_JMP, 0, 0, 0));
	return b;
}

static MLoc locate(Allocator *a, const RegTable *table, VReg v)
{
	VInfo *info = &a->f->vreg.data[v];
	for (unsigned r = 0; r < NREGS; r++)
		if (table->in[r] == v)
			return (MLoc){LOC_REG, v, r};
	if (info->remat)
		return (MLoc){LOC_REMAT, v, NOREG};
	info->spilled = true;
	return (MLoc){LOC_SPILL, v, NOREG};
}

static void add_move(Allocator *a, MMoves *m, const RegTable *end, VReg v, MLoc to)
{
	if (to.kind == LOC_REG && end->in[to.reg] == v)
		return;
	vec_push(a->f->arena, m->list, ((MMove){.from = locate(a, end, v), .to = to}));
}

// The parallel move that turns the end of `from` into the beginning of `to`.
static void mend_edge(Allocator *a, MBlock *to, uint32_t pred)
{
	MFunc *f = a->f;
	MBlock *from = f->block[to->pred[pred]];
	const RegTable *begin = &a->state[to->id].begin, *end = &a->state[from->id].end;
	MMoves *m = NEW(f->arena, MMoves);
	m->free = ALL_MASK;
	for (unsigned r = 0; r < NREGS; r++) {
		VReg v = begin->in[r];
		if (v || end->in[r])
			m->free &= ~REG_BIT(r);
		if (!v)
			continue;
		VReg source = v;
		vec_each(MPhi, phi, to->phis)
			if (phi->v == v)
				source = phi->arg[pred];
		add_move(a, m, end, source, (MLoc){LOC_REG, v, r});
	}
	vec_each(MPhi, phi, to->phis)
		if (f->vreg.data[phi->v].phi_in_memory)
			add_move(a, m, end, phi->arg[pred], (MLoc){LOC_SPILL, phi->v, NOREG});
	if (m->list.len == 0)
		return;
	MIns *ins = amd64_new_ins(f, M_MOVES, 0, 0, 0);
	ins->aux = m;
	MBlock *at = from->nsucc == 1 ? from : split_edge(f, from, to, pred);
	MIns *last = vec_last(at->code);
	vec_last(at->code) = ins;
	vec_push(f->arena, at->code, last);
}

// ---- spilling

static void store_after(MFunc *f, MInsList *out, VReg v, unsigned reg)
{
	if (f->vreg.data[v].spilled && !f->vreg.data[v].phi_in_memory && !f->vreg.data[v].remat)
		vec_push(f->arena, *out, amd64_make_spill(f, v, v, reg));
}

// Stores each spilled value right after its definition.
static void insert_spills(Allocator *a, MBlock *b, const RegTable *begin)
{
	MFunc *f = a->f;
	MInsList out = {0};
	for (unsigned r = 0; r < NREGS && b->phis.len; r++)
		vec_each(MPhi, phi, b->phis)
			if (begin->in[r] == phi->v && phi->v)
				store_after(f, &out, phi->v, r);
	vec_each(MInsRef, ins, b->code) {
		vec_push(f->arena, out, *ins);
		if ((*ins)->op == M_COPY || (*ins)->op == M_RELOAD) {
			MOperand *d = &(*ins)->def[0];
			if ((*ins)->nuse == 0 || (*ins)->use[0].v == d->v)
				continue; // the same value in another place
		}
		for (uint32_t i = 0; i < (*ins)->ndef; i++)
			store_after(f, &out, (*ins)->def[i].v, (*ins)->def[i].reg);
	}
	b->code = out;
}

typedef struct Interval {
	VReg v;
	int32_t from, to;
} Interval;

static int compare_interval(const void *x, const void *y)
{
	const Interval *a = x, *b = y;
	return a->from != b->from ? (a->from > b->from ? 1 : -1) : (a->v > b->v) - (a->v < b->v);
}

static void cover(Interval *r, VReg v, int32_t at)
{
	if (!r[v].v)
		r[v] = (Interval){v, at, at};
	else if (at < r[v].from)
		r[v].from = at;
	else if (at > r[v].to)
		r[v].to = at;
}

// Places of instructions in the walk; a value's interval is the hull of its live range.
static Interval *live_intervals(Allocator *a, uint32_t nblock)
{
	MFunc *f = a->f;
	Interval *r = NEW_ARRAY(f->arena, Interval, f->vreg.len);
	int32_t at = 0;
	for (uint32_t i = 0; i < nblock; i++) {
		const MBlock *b = f->block[i];
		const BlockLive *l = &a->live[i];
		for (uint32_t j = 0; j < l->nin; j++)
			cover(r, l->in[j].v, at);
		vec_each(MPhi, phi, b->phis) {
			cover(r, phi->v, at);
			for (uint32_t p = 0; p < b->npred; p++)
				cover(r, phi->v, at);
		}
		at++;
		vec_each(MInsRef, ins, b->code) {
			at += 2;
			for (uint32_t u = 0; u < (*ins)->nuse; u++)
				cover(r, (*ins)->use[u].v, at);
			if ((*ins)->mem == MEM_SPILL)
				cover(r, (*ins)->local, at);
			if ((*ins)->op == M_RELOAD)
				cover(r, (*ins)->imm, at);
			for (uint32_t d = 0; d < (*ins)->ndef; d++)
				cover(r, (*ins)->def[d].v, at + 1);
			if ((*ins)->op == M_MOVES)
				vec_each(MMove, m, ((MMoves *)(*ins)->aux)->list)
					cover(r, m->from.v, at);
		}
		at += 2;
		for (uint32_t j = 0; j < l->nout; j++)
			cover(r, l->out[j].v, at);
		for (uint32_t s = 0; s < b->nsucc; s++)
			vec_each(MPhi, phi, f->block[b->succ[s]]->phis)
				cover(r, phi->v, at);
	}
	return r;
}

// Linear scan over the intervals of spilled values; slots are given back in order of their ends.
// Pointers have slots of their own, so that the words that maps tell of stand together.
static void number_slots(Allocator *a, Interval *ranges, bool pointers)
{
	MFunc *f = a->f;
	Interval *list = NEW_ARRAY(f->arena, Interval, f->vreg.len + 1);
	int32_t *busy_until = NEW_ARRAY(f->arena, int32_t, f->vreg.len + 1);
	uint32_t n = 0;
	for (uint32_t v = 1; v < f->vreg.len; v++)
		if (f->vreg.data[v].spilled && ranges[v].v && f->vreg.data[v].pointer == pointers)
			list[n++] = ranges[v];
	qsort(list, n, sizeof *list, compare_interval);
	uint32_t first = f->nslots, next = 0; // where the search for a free slot goes on
	for (uint32_t i = 0; i < n; i++) {
		uint32_t slot = f->nslots, have = f->nslots - first, tries = have < 32 ? have : 32;
		for (uint32_t k = 0; k < tries; k++) {
			uint32_t candidate = first + (next + k) % have;
			if (busy_until[candidate] < list[i].from) {
				slot = candidate;
				break;
			}
		}
		next = slot - first;
		if (slot == f->nslots)
			f->nslots++;
		busy_until[slot] = list[i].to;
		f->vreg.data[list[i].v].slot = slot;
	}
}

void amd64_allocate(MFunc *f)
{
	Allocator a = {.f = f, .live = amd64_liveness(f)};
	uint32_t nblock = f->first_edge = f->nblock;
	a.state = NEW_ARRAY(f->arena, BlockState, nblock);
	a.regs = NEW_ARRAY(f->arena, uint32_t, f->vreg.len);
	a.uses = NEW_ARRAY(f->arena, UseList *, f->vreg.len);
	for (uint32_t i = 0; i < nblock; i++)
		allocate_block(&a, f->block[i]);
	bool memory_phis = false;
	for (uint32_t i = 0; i < nblock; i++)
		vec_each(MPhi, phi, f->block[i]->phis)
			memory_phis |= f->vreg.data[phi->v].phi_in_memory;
	if (memory_phis)
		f->swap_slot = amd64_new_vreg(f, false, 8, false);
	for (uint32_t i = 0; i < nblock; i++)
		for (uint32_t p = 0; p < f->block[i]->npred; p++)
			mend_edge(&a, f->block[i], p);
	Interval *ranges = live_intervals(&a, nblock);
	number_slots(&a, ranges, false);
	if (f->swap_slot)
		f->vreg.data[f->swap_slot].slot = f->nslots++;
	f->pointer_slots = f->nslots;
	number_slots(&a, ranges, true);
	for (uint32_t i = 0; i < nblock; i++)
		insert_spills(&a, f->block[i], &a.state[i].begin);
	for (uint32_t i = 0; i < f->nblock; i++) {
		MInsList out = {0};
		vec_each(MInsRef, ins, f->block[i]->code) {
			if ((*ins)->op == M_MOVES)
				amd64_resolve_moves(f, (*ins)->aux, &out);
			else
				vec_push(f->arena, out, *ins);
		}
		f->block[i]->code = out;
	}
}
