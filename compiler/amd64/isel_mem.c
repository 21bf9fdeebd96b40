// Instruction selection for memory: addressing modes, loads and stores, copies and clears, atomic
// operations.
#include "amd64/isel.h"

enum {
	UNROLL_LIMIT = 256, // bytes that moves and clears do without a string instruction
};

static bool fits32(int64_t x)
{
	return x == (int32_t)x;
}

// ---- addresses

// Takes constants and shifts out of an index.
static void fold_index(Address *a)
{
	for (;;) {
		Value *x = a->index;
		int64_t c;
		if (x->op == OP_CONST && fits32(a->disp + x->aux * a->scale)) {
			a->disp += x->aux * a->scale;
			a->index = NULL;
			return;
		}
		if (x->op == OP_ADD && isel_imm32(x->args[1], &c) &&
		    fits32(a->disp + c * a->scale)) {
			a->disp += c * a->scale;
			a->index = x->args[0];
		} else if (x->op == OP_SHL && isel_imm32(x->args[1], &c) && c >= 0 && c <= 3 &&
			   (a->scale << c) <= 8) {
			a->scale <<= c;
			a->index = x->args[0];
		} else {
			return;
		}
	}
}

static bool scale_ok(int64_t scale)
{
	return scale == 1 || scale == 2 || scale == 4 || scale == 8;
}

static bool take_slot(Address *a, const Value *v, int64_t disp)
{
	const Slot *slot = v->slot;
	a->disp = disp + v->aux;
	a->kind = slot->place == SLOT_FRAME ? MEM_LOCAL
		  : slot->place == SLOT_OUT ? MEM_OUT
					    : MEM_ARG;
	if (slot->place == SLOT_ARGS)
		a->disp += slot->offset;
	a->local = (uint32_t)(uintptr_t)slot->data;
	return true;
}

Address isel_address(Isel *s, Value *p, int64_t disp)
{
	(void)s;
	Address a = {.kind = MEM_ADDR, .scale = 1, .disp = disp};
	for (;;) {
		if (p->op == OP_OFF_PTR && fits32(a.disp + p->aux)) {
			a.disp += p->aux;
			p = p->args[0];
		} else if (p->op == OP_ADD_PTR && !a.index && fits32(a.disp + p->aux)) {
			a.disp += p->aux;
			a.index = p->args[1];
			a.scale = 1;
			p = p->args[0];
			fold_index(&a);
		} else if (p->op == OP_ADD_INDEX && !a.index && scale_ok(p->aux)) {
			a.index = p->args[1];
			a.scale = p->aux;
			p = p->args[0];
			fold_index(&a);
		} else {
			break;
		}
	}
	if (p->op == OP_ADDR_SLOT && fits32(a.disp + p->aux)) {
		take_slot(&a, p, a.disp);
	} else if (p->op == OP_ADDR_SYM && fits32(a.disp + p->aux)) {
		a.sym = p->sym;
		a.disp += p->aux;
	} else {
		a.base = p;
	}
	return a;
}

MIns *isel_mem(Isel *s, MOp op, unsigned size, VReg def, unsigned nuse, const Address *a)
{
	VReg base = a->base_reg ? a->base_reg : a->base ? isel_use(s, a->base) : 0;
	VReg index = a->index ? isel_use(s, a->index) : 0;
	MIns *ins = isel_ins(s, op, size, def, nuse + !!base + !!index);
	unsigned n = nuse;
	if (base) {
		ins->base = n;
		ins->use[n++].v = base;
	}
	if (index) {
		ins->index = n;
		ins->use[n++].v = index;
	}
	ins->mem = a->kind;
	ins->scale = a->scale;
	ins->disp = a->disp;
	ins->local = a->local;
	if (a->sym)
		ins->sym = isel_symbol(s, a->sym);
	return ins;
}

// ---- loads and stores

static void select_load(Isel *s, Value *v)
{
	Address a = isel_address(s, v->args[0], v->aux);
	isel_mem(s, kind_is_float(v->kind) ? M_LOAD_F : M_LOAD, kind_size(v->kind), isel_def(s, v),
		 0, &a);
}

static MOp update_op(unsigned op)
{
	switch (op) {
	case OP_ADD: return M_ADD_MEM;
	case OP_SUB: return M_SUB_MEM;
	case OP_AND: return M_AND_MEM;
	case OP_OR: return M_OR_MEM;
	case OP_XOR: return M_XOR_MEM;
	default: return 0;
	}
}

// *p = *p op x in one instruction.
static bool select_update(Isel *s, Value *v)
{
	Value *x = v->args[1];
	MOp op = update_op(x->op);
	int64_t c;
	if (!op || x->uses != 1 || x->block != v->block || s->vreg[x->id] || x->kind == K_PTR)
		return false;
	Value *load = x->args[0];
	if (load->op != OP_LOAD || load->args[0] != v->args[0] || load->aux != v->aux ||
	    load->kind != x->kind || !isel_can_fold(s, load, v))
		return false;
	s->folded[load->id] = s->folded[x->id] = true;
	Address a = isel_address(s, v->args[0], v->aux);
	bool imm = isel_imm32(x->args[1], &c);
	VReg y = imm ? 0 : isel_use(s, x->args[1]);
	MIns *ins = isel_mem(s, op, kind_size(x->kind), 0, !imm, &a);
	if (imm) {
		ins->has_imm = true;
		ins->imm = c;
	} else {
		ins->use[0].v = y;
	}
	return true;
}

static void select_store(Isel *s, Value *v)
{
	Value *x = v->args[1];
	int64_t c;
	if (v->op == OP_STORE && select_update(s, v))
		return;
	bool imm = isel_imm32(x, &c);
	if (!imm && x->op == OP_FCONST && x->aux == 0 && !s->vreg[x->id]) {
		imm = true;
		c = 0;
	}
	Address a = isel_address(s, v->args[0], v->aux);
	MOp op = v->op == OP_STORE_WB ? M_WB : kind_is_float(x->kind) && !imm ? M_STORE_F : M_STORE;
	if (op == M_WB && a.index) {
		// The barrier pushes the address: base + disp.
		VReg base = isel_temp(s, K_PTR);
		isel_mem(s, M_LEA, 8, base, 0, &a);
		a = (Address){.kind = MEM_ADDR, .base_reg = base, .scale = 1};
	}
	VReg value = imm ? 0 : isel_use(s, x);
	MIns *ins = isel_mem(s, op, kind_size(x->kind), 0, !imm, &a);
	if (imm) {
		ins->has_imm = true;
		ins->imm = c;
	} else {
		ins->use[0].v = value;
	}
}

// ---- copies and clears

// Makes an address one that several instructions can use with different displacements.
static Address steady(Isel *s, Address a)
{
	if (a.base)
		a.base_reg = isel_use(s, a.base);
	a.base = NULL;
	return a;
}

static void copy_piece(Isel *s, MOp load, MOp store, Kind kind, unsigned size, Address *to,
		       Address *from, int64_t at)
{
	VReg t = isel_temp(s, kind);
	Address a = *from, b = *to;
	a.disp += at;
	b.disp += at;
	isel_mem(s, load, size, t, 0, &a);
	isel_mem(s, store, size, 0, 1, &b)->use[0].v = t;
}

static void select_move(Isel *s, Value *v)
{
	Address to = steady(s, isel_address(s, v->args[0], 0));
	Address from = steady(s, isel_address(s, v->args[1], 0));
	int64_t n = v->aux, at = 0;
	if (n > UNROLL_LIMIT) {
		VReg rdi = isel_temp(s, K_PTR), rsi = isel_temp(s, K_PTR),
		     rcx = isel_const(s, K_I64, n / 8);
		isel_mem(s, M_LEA, 8, rdi, 0, &to);
		isel_mem(s, M_LEA, 8, rsi, 0, &from);
		MIns *rep = isel_ins(s, M_REP_MOVS, 8, 0, 3);
		rep->use[0] = (MOperand){rdi, NOREG, RDI};
		rep->use[1] = (MOperand){rsi, NOREG, RSI};
		rep->use[2] = (MOperand){rcx, NOREG, RCX};
		rep->clobber = REG_BIT(RDI) | REG_BIT(RSI) | REG_BIT(RCX);
		at = n & ~(int64_t)7;
	}
	for (; n - at >= 16; at += 16)
		copy_piece(s, M_LOAD_V, M_STORE_V, K_F64, 16, &to, &from, at);
	for (unsigned size = 8; size; size /= 2)
		for (; n - at >= size; at += size)
			copy_piece(s, M_LOAD, M_STORE, K_I64, size, &to, &from, at);
}

static void zero_piece(Isel *s, unsigned size, Address a, int64_t at)
{
	a.disp += at;
	MIns *ins = isel_mem(s, size == 16 ? M_STORE_V : M_STORE, size, 0, 0, &a);
	ins->has_imm = size != 16;
}

static void select_zero(Isel *s, Value *v)
{
	Address to = steady(s, isel_address(s, v->args[0], 0));
	int64_t n = v->aux, at = 0;
	if (n > UNROLL_LIMIT) {
		VReg rdi = isel_temp(s, K_PTR), rcx = isel_const(s, K_I64, n / 8),
		     rax = isel_const(s, K_I64, 0);
		isel_mem(s, M_LEA, 8, rdi, 0, &to);
		MIns *rep = isel_ins(s, M_REP_STOS, 8, 0, 3);
		rep->use[0] = (MOperand){rdi, NOREG, RDI};
		rep->use[1] = (MOperand){rcx, NOREG, RCX};
		rep->use[2] = (MOperand){rax, NOREG, RAX};
		rep->clobber = REG_BIT(RDI) | REG_BIT(RCX);
		at = n & ~(int64_t)7;
	}
	for (; n - at >= 16; at += 16)
		zero_piece(s, 16, to, at);
	for (unsigned size = 8; size; size /= 2)
		for (; n - at >= size; at += size)
			zero_piece(s, size, to, at);
}

// ---- atomics

static void select_exchange(Isel *s, Value *v, MOp op)
{
	Address a = isel_address(s, v->args[0], v->aux);
	bool result = v->kind != K_VOID;
	VReg x = isel_use(s, v->args[1]);
	VReg def = result ? isel_def(s, v) : isel_temp(s, K_I64);
	isel_mem(s, op, kind_size(v->args[1]->kind), def, 1, &a)->use[0].v = x;
}

static void select_cas(Isel *s, Value *v)
{
	Address a = isel_address(s, v->args[0], v->aux);
	VReg old = isel_use(s, v->args[1]), new = isel_use(s, v->args[2]);
	MIns *ins = isel_mem(s, M_CMPXCHG, kind_size(v->args[1]->kind), isel_def(s, v), 2, &a);
	ins->use[0].v = old;
	ins->use[0].fixed = RAX;
	ins->use[1].v = new;
	ins->clobber = REG_BIT(RAX);
}

static void select_locked(Isel *s, Value *v, MOp op)
{
	Address a = isel_address(s, v->args[0], v->aux);
	VReg x = isel_use(s, v->args[1]);
	isel_mem(s, op, kind_size(v->args[1]->kind), 0, 1, &a)->use[0].v = x;
}

void isel_memory(Isel *s, Value *v)
{
	switch (v->op) {
	case OP_LOAD:
	case OP_ATOMIC_LOAD: select_load(s, v); break;
	case OP_STORE:
	case OP_STORE_WB: select_store(s, v); break;
	case OP_MOVE: select_move(s, v); break;
	case OP_ZERO: select_zero(s, v); break;
	case OP_NIL_CHECK:
	case OP_PREFETCH: {
		Address a = {.kind = MEM_ADDR, .base = v->args[0], .scale = 1, .disp = v->aux};
		isel_mem(s, v->op == OP_PREFETCH ? M_PREFETCH : M_NILCHECK, 1, 0, 0, &a);
		break;
	}
	case OP_ATOMIC_STORE:
	case OP_ATOMIC_XCHG: select_exchange(s, v, M_XCHG); break;
	case OP_ATOMIC_ADD: select_exchange(s, v, M_XADD); break;
	case OP_ATOMIC_CAS: select_cas(s, v); break;
	case OP_ATOMIC_AND: select_locked(s, v, M_LOCK_AND); break;
	case OP_ATOMIC_OR: select_locked(s, v, M_LOCK_OR); break;
	default: ICE(v->pos, "no instruction for %s", ssa_ops[v->op].name);
	}
}
