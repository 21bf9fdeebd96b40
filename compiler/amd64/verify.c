// The verifier of register allocation and of what the maps say about registers and spill slots.
//
// Code after allocation is followed forwards with a table that says which virtual register each
// hardware register and each spill slot holds (after the idea of checking an allocation by symbolic
// execution: Rideau and Leroy, "Validating Register Allocation and Spilling", 2010). Where control
// flow joins, a place holds what it holds on all ways; a phi is where its arguments are. An
// instruction must find its operands where it names them. At a safepoint every pointer that lives
// must be where the map says; all other places that hold pointers count as empty afterwards,
// because the collector does not see them.
#include "amd64/machine.h"

typedef struct Places {
	VReg reg[NREGS];
	VReg *slot; // by number of the spill slot
} Places;

typedef struct Checker {
	MFunc *f;
	Places *in, *out; // by block
	bool *done;       // by block: `out` has been computed
	Places now;
	const MBlock *block;
	const MIns *ins;
	bool check; // else only the flow is computed
} Checker;

static _Noreturn void bad(const Checker *c, VReg v, const char *what)
{
	const MFunc *f = c->f;
	amd64_dump(f, stderr, "verification");
	fprintf(stderr, "holds:");
	for (unsigned r = 0; r < NREGS; r++)
		if (c->now.reg[r])
			fprintf(stderr, " %s=v%u", amd64_reg_name(r, 8), c->now.reg[r]);
	for (uint32_t s = 0; s < f->nslots; s++)
		if (c->now.slot[s])
			fprintf(stderr, " slot%u=v%u", s, c->now.slot[s]);
	fputc('\n', stderr);
	ICE(c->ins ? c->ins->pos : f->pos, "machine code of %s: b%u, %s of v%u: %s", f->name,
	    c->block->id, c->ins ? amd64_ops[c->ins->op].op : "begin", v, what);
}

static VReg *slot_of(Checker *c, VReg owner)
{
	return &c->now.slot[c->f->vreg.data[owner].slot];
}

static bool is_pointer(const Checker *c, VReg v)
{
	return v && c->f->vreg.data[v].pointer;
}

// ---- instructions

static void check_uses(Checker *c, const MIns *ins)
{
	for (uint32_t i = 0; i < ins->nuse; i++) {
		const MOperand *u = &ins->use[i];
		if (u->reg >= NREGS || !(REG_BIT(u->reg) & ALL_MASK))
			bad(c, u->v, "no register");
		if (u->fixed != NOREG && u->reg != u->fixed)
			bad(c, u->v, "not in the register demanded");
		if (c->now.reg[u->reg] != u->v)
			bad(c, u->v, "the register holds something else");
	}
	if (ins->mem == MEM_SPILL && *slot_of(c, ins->local) != ins->local)
		bad(c, ins->local, "the spill slot holds something else");
}

static void check_defs(Checker *c, const MIns *ins)
{
	for (uint32_t i = 0; i < ins->ndef; i++) {
		const MOperand *d = &ins->def[i];
		if (d->reg >= NREGS || !(REG_BIT(d->reg) & ALL_MASK))
			bad(c, d->v, "no register");
		if (d->fixed != NOREG && d->reg != d->fixed)
			bad(c, d->v, "not in the register demanded");
		if (c->f->vreg.data[d->v].is_float != (d->reg >= XMM0))
			bad(c, d->v, "register of the wrong class");
		for (uint32_t u = 0; MOP_IS(ins, MF_EARLY) && u < ins->nuse; u++)
			if (ins->use[u].reg == d->reg &&
			    !(i == 0 && ins->use[u].v == ins->use[0].v))
				bad(c, d->v, "shares the register of an operand");
	}
	bool tied = MOP_IS(ins, MF_TIED) && !(MOP_IS(ins, MF_LEA) && !ins->mem && ins->size >= 4);
	if (tied && ins->def[0].reg != ins->use[0].reg)
		bad(c, ins->def[0].v, "not in its operand's register");
}

static bool said_to_live(const MSite *s, VReg v)
{
	for (uint32_t i = 0; i < s->nlive; i++)
		if (s->live[i] == v)
			return true;
	return false;
}

// What lives must be in its spill slot or, at a poll, in a register that the map names.
static void check_site(Checker *c, const MIns *ins)
{
	const MSite *s = ins->site;
	bool poll = ins->op == M_POLL;
	for (uint32_t i = 0; i < s->nlive; i++) {
		VReg v = s->live[i];
		if (!is_pointer(c, v))
			bad(c, v, "lives at a safepoint, but is no pointer");
		if (c->f->vreg.data[v].spilled ? *slot_of(c, v) != v : !poll)
			bad(c, v, "lives at a safepoint, but is not in its spill slot");
	}
	for (unsigned r = 0; poll && r < NREGS; r++)
		if (s->regs & REG_BIT(r) && !is_pointer(c, c->now.reg[r]))
			bad(c, c->now.reg[r], "a register of the map holds no pointer");
}

static void pass_site(Checker *c, const MIns *ins)
{
	const MSite *s = ins->site;
	if (c->check)
		check_site(c, ins);
	for (uint32_t k = 0; k < c->f->nslots; k++)
		if (is_pointer(c, c->now.slot[k]) &&
		    (!said_to_live(s, c->now.slot[k]) ||
		     c->f->vreg.data[c->now.slot[k]].slot != (int32_t)k))
			c->now.slot[k] = 0;
	for (unsigned r = 0; r < NREGS; r++)
		if (is_pointer(c, c->now.reg[r]) && !(s->regs & REG_BIT(r)))
			c->now.reg[r] = 0;
}

static bool is_swap(const Checker *c, VReg v)
{
	return v == c->f->swap_slot && v;
}

// Moves between places carry what is there.
static bool step_move(Checker *c, const MIns *ins)
{
	VReg held;
	switch (ins->op) {
	case M_RELOAD:
		held = *slot_of(c, ins->imm);
		if (c->check && !is_swap(c, ins->imm) && held != ins->def[0].v)
			bad(c, ins->def[0].v, "the spill slot holds something else");
		c->now.reg[ins->def[0].reg] = held;
		return true;
	case M_SPILL:
		held = c->now.reg[ins->use[0].reg];
		if (c->check && !is_swap(c, ins->imm) && held != ins->use[0].v)
			bad(c, ins->use[0].v, "the register holds something else");
		*slot_of(c, ins->imm) = held;
		return true;
	case M_SLOT_COPY: *slot_of(c, ins->local) = *slot_of(c, ins->imm); return true;
	case M_SWAP:
		held = c->now.reg[ins->use[0].reg];
		c->now.reg[ins->use[0].reg] = c->now.reg[ins->use[1].reg];
		c->now.reg[ins->use[1].reg] = held;
		return true;
	case M_COPY:
		if (ins->def[0].v != ins->use[0].v)
			return false;
		c->now.reg[ins->def[0].reg] = c->now.reg[ins->use[0].reg];
		return true;
	default: return false;
	}
}

static void step(Checker *c, const MIns *ins)
{
	c->ins = ins;
	if (step_move(c, ins))
		return;
	if (c->check) {
		check_uses(c, ins);
		check_defs(c, ins);
	}
	uint32_t lost = ins->clobber;
	if (MOP_IS(ins, MF_CALL))
		lost |= ins->op == M_CALL_LEAF ? ~C_KEPT_MASK : ~(uint32_t)0;
	for (unsigned r = 0; r < NREGS; r++)
		if (lost & REG_BIT(r))
			c->now.reg[r] = 0;
	if (ins->site)
		pass_site(c, ins);
	for (uint32_t i = 0; i < ins->ndef; i++)
		c->now.reg[ins->def[i].reg] = ins->def[i].v;
}

// ---- control flow

static void copy_places(const MFunc *f, Places *to, const Places *from)
{
	memcpy(to->reg, from->reg, sizeof to->reg);
	memcpy(to->slot, from->slot, f->nslots * sizeof *to->slot);
}

static const MPhi *phi_of(const MBlock *b, VReg v)
{
	vec_each(MPhi, phi, b->phis)
		if (phi->v == v)
			return phi;
	return NULL;
}

// What a place holds at the begin of b, coming from predecessor p where it held `held`; `claim`: a
// phi that the allocator put there, or 0.
static VReg arrive(const MBlock *b, uint32_t p, VReg held, VReg claim)
{
	const MPhi *phi = claim ? phi_of(b, claim) : NULL;
	return phi ? (phi->arg[p] == held ? claim : 0) : held;
}

// The phi that lives in spill slot k, or 0.
static VReg phi_in_slot(const MFunc *f, const MBlock *b, uint32_t k)
{
	vec_each(MPhi, phi, b->phis)
		if (f->vreg.data[phi->v].phi_in_memory && (uint32_t)f->vreg.data[phi->v].slot == k)
			return phi->v;
	return 0;
}

// False when no predecessor has been visited yet.
static bool join(Checker *c, const MBlock *b)
{
	const MFunc *f = c->f;
	Places *in = &c->in[b->id];
	bool first = true;
	for (uint32_t p = 0; p < b->npred; p++) {
		if (!c->done[b->pred[p]])
			continue;
		const Places *out = &c->out[b->pred[p]];
		for (unsigned r = 0; r < NREGS; r++) {
			VReg v = arrive(b, p, out->reg[r], b->begin ? b->begin[r] : 0);
			in->reg[r] = first || in->reg[r] == v ? v : 0;
		}
		for (uint32_t k = 0; k < f->nslots; k++) {
			VReg v = arrive(b, p, out->slot[k], phi_in_slot(f, b, k));
			in->slot[k] = first || in->slot[k] == v ? v : 0;
		}
		first = false;
	}
	return !first || !b->npred;
}

static bool walk_block(Checker *c, const MBlock *b)
{
	c->block = b;
	c->ins = NULL;
	if (!join(c, b))
		return true;
	copy_places(c->f, &c->now, &c->in[b->id]);
	vec_each(MInsRef, ins, b->code)
		step(c, *ins);
	Places *out = &c->out[b->id];
	bool changed = !c->done[b->id] || memcmp(out->reg, c->now.reg, sizeof out->reg) != 0 ||
		       memcmp(out->slot, c->now.slot, c->f->nslots * sizeof *out->slot) != 0;
	c->done[b->id] = true;
	copy_places(c->f, out, &c->now);
	return changed;
}

void amd64_verify(MFunc *f)
{
	Checker c = {.f = f};
	c.in = NEW_ARRAY(f->arena, Places, f->nblock);
	c.out = NEW_ARRAY(f->arena, Places, f->nblock);
	c.done = NEW_ARRAY(f->arena, bool, f->nblock);
	c.now.slot = NEW_ARRAY(f->arena, VReg, f->nslots + 1);
	for (uint32_t i = 0; i < f->nblock; i++) {
		c.in[i].slot = NEW_ARRAY(f->arena, VReg, f->nslots + 1);
		c.out[i].slot = NEW_ARRAY(f->arena, VReg, f->nslots + 1);
	}
	for (bool changed = true; changed;) {
		changed = false;
		for (uint32_t i = 0; i < f->nblock; i++)
			changed |= walk_block(&c, f->block[i]);
	}
	c.check = true;
	for (uint32_t i = 0; i < f->nblock; i++)
		walk_block(&c, f->block[i]);
}
