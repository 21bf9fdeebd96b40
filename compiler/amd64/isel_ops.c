// Instruction selection for arithmetic, comparisons and conversions.
//
// Sums, logic and shifts of one and two bytes are done in four, because the upper bits of a
// register do not matter; what they do matter to (comparisons, division, right shifts, conversions)
// uses the operand's own width or extends it first.
#include "amd64/isel.h"

static unsigned op_size(Kind kind)
{
	unsigned n = kind_size(kind);
	return n < 4 ? 4 : n;
}

VReg isel_extended(Isel *s, Value *v, bool sign)
{
	unsigned n = kind_size(v->kind);
	if (n >= 4)
		return isel_use(s, v);
	VReg x = isel_use(s, v), t = isel_temp(s, K_I32);
	isel_one(s, sign ? M_SX : M_ZX, n, t, x)->imm = 4;
	return t;
}

// ---- two operands

static MOp binary_op(unsigned op)
{
	switch (op) {
	case OP_ADD:
	case OP_ADD_PTR: return M_ADD;
	case OP_SUB: return M_SUB;
	case OP_MUL: return M_IMUL;
	case OP_AND: return M_AND;
	case OP_OR: return M_OR;
	case OP_XOR: return M_XOR;
	case OP_FADD: return M_FADD;
	case OP_FSUB: return M_FSUB;
	case OP_FMUL: return M_FMUL;
	default: return M_FDIV;
	}
}

static void select_binary(Isel *s, Value *v)
{
	Value *x = v->args[0], *y = v->args[1];
	MOp op = binary_op(v->op);
	unsigned size = kind_is_float(v->kind) ? kind_size(v->kind) : op_size(v->kind);
	int64_t c;
	if (isel_imm32(x, &c) && value_is(v, OPF_COMMUTES)) {
		Value *t = x;
		x = y;
		y = t;
	}
	if (isel_imm32(y, &c)) {
		isel_imm(s, op == M_IMUL ? M_IMUL_IMM : op, size, isel_def(s, v), isel_use(s, x),
			 c);
		return;
	}
	if (value_is(v, OPF_COMMUTES) && x != y && isel_can_fold(s, x, v) &&
	    !isel_can_fold(s, y, v)) {
		Value *t = x;
		x = y;
		y = t;
	}
	if (x != y && isel_can_fold(s, y, v) && kind_size(y->kind) == size) {
		s->folded[y->id] = true;
		Address a = isel_address(s, y->args[0], y->aux);
		VReg first = isel_use(s, x);
		isel_mem(s, op, size, isel_def(s, v), 1, &a)->use[0].v = first;
		return;
	}
	isel_two(s, op, size, isel_def(s, v), isel_use(s, x), isel_use(s, y));
}

static void select_unary(Isel *s, Value *v, MOp op)
{
	isel_one(s, op, op_size(v->kind), isel_def(s, v), isel_use(s, v->args[0]));
}

// ---- comparisons

static MCond condition(unsigned op)
{
	switch (op) {
	case OP_EQ: return CC_E;
	case OP_NE: return CC_NE;
	case OP_LT_S: return CC_L;
	case OP_LE_S: return CC_LE;
	case OP_LT_U: return CC_B;
	case OP_LE_U: return CC_BE;
	case OP_FEQ: return CC_F_EQ;
	case OP_FNE: return CC_F_NE;
	case OP_FLT: return CC_A; // operands swapped
	default: return CC_AE;    // FLE, likewise
	}
}

// The condition with the operands the other way round.
static MCond swapped(MCond c)
{
	switch (c) {
	case CC_L: return CC_G;
	case CC_LE: return CC_GE;
	case CC_B: return CC_A;
	case CC_BE: return CC_AE;
	default: return c;
	}
}

static bool is_comparison(const Value *v)
{
	return v->op >= OP_EQ && v->op <= OP_FLE;
}

static bool may_fuse(const Isel *s, const Value *v)
{
	return v->uses == 1 || v->block == s->block;
}

typedef struct Comparison {
	MCmp cmp;
	unsigned size;
	MCond cond;
	VReg x, y; // y 0: imm
	int64_t imm;
	Value *load; // in place of x (mem_first) or y
	bool mem_first;
} Comparison;

// An operand that may be left in memory by a comparison whose place is after `epoch` writes of this
// block.
static bool in_memory(const Isel *s, const Value *x, const Value *v, uint32_t epoch)
{
	return x->op == OP_LOAD && x->uses == 1 && v->uses == 1 && x->block == s->block &&
	       v->block == s->block && !s->vreg[x->id] && !(x->flags & (VF_CHECK | VF_VOLATILE)) &&
	       s->epoch[x->id] == epoch;
}

// (x & y) compared with 0.
static bool plan_test(Isel *s, Comparison *c, const Value *v, Value *x)
{
	int64_t k;
	if (x->op != OP_AND || x->uses != 1 || x->block != v->block || s->vreg[x->id] ||
	    (c->cond != CC_E && c->cond != CC_NE))
		return false;
	c->cmp = CMP_TEST;
	if (isel_imm32(x->args[1], &k))
		c->imm = k;
	else
		c->y = isel_use(s, x->args[1]);
	c->x = isel_use(s, x->args[0]);
	return true;
}

// Integers and pointers; a constant goes to the right, one operand may stay in memory.
static void plan_integers(Isel *s, Comparison *c, Value *v, bool allow_load)
{
	Value *x = v->args[0], *y = v->args[1];
	uint32_t epoch = s->at ? s->epoch[s->at->id] : s->end_epoch;
	c->cond = condition(v->op);
	if (x->op == OP_CONST && y->op != OP_CONST) {
		Value *t = x;
		x = y;
		y = t;
		c->cond = swapped(c->cond);
	}
	c->size = kind_size(x->kind);
	c->cmp = CMP_INT;
	bool imm = isel_imm32(y, &c->imm);
	if (imm && c->imm == 0 && plan_test(s, c, v, x))
		return;
	if (allow_load && in_memory(s, x, v, epoch)) {
		c->load = x;
		c->mem_first = true;
		c->x = imm ? 0 : isel_use(s, y);
	} else if (allow_load && !imm && x != y && in_memory(s, y, v, epoch)) {
		c->load = y;
		c->x = isel_use(s, x);
	} else {
		c->x = isel_use(s, x);
		c->y = imm ? 0 : isel_use(s, y);
		if (imm && c->imm == 0) {
			c->cmp = CMP_TEST;
			c->y = c->x;
		}
	}
}

// `allow_load`: an operand may be left in memory.
static Comparison plan_comparison(Isel *s, Value *v, bool negate, bool allow_load)
{
	while (v->op == OP_LNOT && may_fuse(s, v)) {
		v = v->args[0];
		negate = !negate;
	}
	Comparison c = {.cmp = CMP_TEST, .size = 1, .cond = CC_NE};
	if (!is_comparison(v) || !may_fuse(s, v)) {
		c.x = c.y = isel_use(s, v);
	} else if (v->op >= OP_FEQ) {
		bool swap = v->op == OP_FLT || v->op == OP_FLE;
		c.cmp = CMP_FLOAT;
		c.size = kind_size(v->args[0]->kind);
		c.cond = condition(v->op);
		c.x = isel_use(s, v->args[swap]);
		c.y = isel_use(s, v->args[!swap]);
	} else {
		plan_integers(s, &c, v, allow_load);
	}
	if (negate)
		c.cond = amd64_negate(c.cond);
	return c;
}

static void set_comparison(MIns *ins, const Comparison *c, unsigned at)
{
	ins->cmp = c->cmp;
	ins->cmp_size = c->size;
	ins->cond = c->cond;
	ins->use[at].v = c->x;
	if (c->y) {
		ins->use[at + 1].v = c->y;
	} else {
		ins->has_imm = true;
		ins->imm = c->imm;
	}
}

MIns *isel_compare(Isel *s, MOp op, VReg def, Value *v, bool negate)
{
	Comparison c = plan_comparison(s, v, negate, true);
	if (!c.load) {
		MIns *ins = isel_ins(s, op, 1, def, c.y ? 2 : 1);
		set_comparison(ins, &c, 0);
		return ins;
	}
	s->folded[c.load->id] = true;
	Address a = isel_address(s, c.load->args[0], c.load->aux);
	MIns *ins = isel_mem(s, op, 1, def, c.x != 0, &a);
	ins->cmp = c.cmp;
	ins->cmp_size = c.size;
	ins->cond = c.cond;
	ins->mem_first = c.mem_first;
	if (c.x) {
		ins->use[0].v = c.x;
	} else {
		ins->has_imm = true;
		ins->imm = c.imm;
	}
	return ins;
}

static void select_setcc(Isel *s, Value *v)
{
	isel_compare(s, M_SETCC, isel_def(s, v), v, false);
}

static void conditional_move(Isel *s, unsigned size, VReg def, const Comparison *c, VReg when,
			     VReg otherwise)
{
	Comparison cmp = *c;
	if (cmp.cond == CC_F_EQ) {
		VReg t = when;
		when = otherwise;
		otherwise = t;
		cmp.cond = CC_F_NE;
	}
	MIns *ins = isel_ins(s, M_CMOV, size, def, cmp.y ? 4 : 3);
	ins->use[0].v = otherwise;
	ins->use[1].v = when;
	set_comparison(ins, &cmp, 2);
}

static void select_select(Isel *s, Value *v)
{
	VReg def = isel_def(s, v), x = isel_use(s, v->args[1]), y = isel_use(s, v->args[2]);
	Comparison c = plan_comparison(s, v->args[0], false, false);
	if (!kind_is_float(v->kind)) {
		conditional_move(s, op_size(v->kind), def, &c, x, y);
		return;
	}
	VReg bits_x = isel_temp(s, K_I64), bits_y = isel_temp(s, K_I64), bits = isel_temp(s, K_I64);
	isel_one(s, M_BITS_FI, 8, bits_x, x);
	isel_one(s, M_BITS_FI, 8, bits_y, y);
	conditional_move(s, 8, bits, &c, bits_x, bits_y);
	isel_one(s, M_BITS_IF, 8, def, bits);
}

// ---- shifts

static MOp shift_op(unsigned op)
{
	return op == OP_SHL ? M_SHL : op == OP_SHR ? M_SHR : op == OP_SAR ? M_SAR : M_ROL;
}

static void shift_by(Isel *s, MOp op, unsigned size, VReg def, VReg x, VReg count)
{
	isel_two(s, op, size, def, x, count)->use[1].fixed = RCX;
}

static void shift_by_const(Isel *s, Value *v, MOp op, unsigned size, int64_t c)
{
	int64_t width = kind_size(v->kind) * 8;
	VReg def = isel_def(s, v);
	if (op != M_ROL && (uint64_t)c >= (uint64_t)width) {
		if (op != M_SAR) {
			VReg zero = isel_const(s, K_I64, 0);
			isel_one(s, M_ALIAS, 8, def, zero);
			return;
		}
		c = width - 1;
	}
	VReg x = op == M_SHR || op == M_SAR ? isel_extended(s, v->args[0], op == M_SAR)
					    : isel_use(s, v->args[0]);
	isel_imm(s, op, size, def, x, c & (width - 1));
}

static void select_shift(Isel *s, Value *v)
{
	MOp op = shift_op(v->op);
	unsigned size = op == M_ROL ? kind_size(v->kind) : op_size(v->kind),
		 limit = size == 8 ? 64 : 32;
	Value *n = v->args[1];
	if (n->op == OP_CONST) {
		shift_by_const(s, v, op, size, n->aux);
		return;
	}
	VReg def = isel_def(s, v), count = isel_use(s, n);
	VReg x = op == M_SHR || op == M_SAR ? isel_extended(s, v->args[0], op == M_SAR)
					    : isel_use(s, v->args[0]);
	if (op == M_ROL || v->aux) {
		shift_by(s, op, size, def, x, count);
		return;
	}
	Comparison below = {
		.cmp = CMP_INT, .size = kind_size(n->kind), .cond = CC_B, .x = count, .imm = limit};
	if (op == M_SAR) {
		VReg clamped = isel_temp(s, K_I64), most = isel_const(s, K_I64, limit - 1);
		conditional_move(s, 8, clamped, &below, count, most);
		shift_by(s, op, size, def, x, clamped);
		return;
	}
	VReg shifted = isel_temp(s, v->kind), mask = isel_temp(s, K_I64);
	shift_by(s, op, size, shifted, x, count);
	set_comparison(isel_ins(s, M_MASKCC, 8, mask, 1), &below, 0);
	isel_two(s, M_AND, size, def, shifted, mask);
}

// ---- multiplication and division

static Value *result_of(const Isel *s, const Value *tuple, int64_t part)
{
	const Block *b = tuple->block;
	for (uint32_t i = s->place + 1; i < b->values.len && b->values.data[i]->op == OP_RESULT;
	     i++)
		if (b->values.data[i]->args[0] == tuple && b->values.data[i]->aux == part)
			return b->values.data[i];
	return NULL;
}

static VReg part_of(Isel *s, const Value *tuple, int64_t part)
{
	Value *v = result_of(s, tuple, part);
	return v ? isel_def(s, v) : isel_temp(s, K_I64);
}

static void fix_defs(MIns *ins, VReg a, unsigned ra, VReg b, unsigned rb)
{
	ins->def[0] = (MOperand){a, NOREG, ra};
	ins->def[1] = (MOperand){b, NOREG, rb};
	ins->clobber = REG_BIT(RAX) | REG_BIT(RDX);
}

static MIns *two_results(Isel *s, MOp op, unsigned size, unsigned nuse)
{
	MIns *ins = amd64_new_ins(s->f, op, size, 2, nuse);
	ins->pos = s->pos;
	ins->inl = s->inl;
	vec_push(s->f->arena, s->seq, ins);
	return ins;
}

static void multiply_wide(Isel *s, Value *v, MOp op, VReg high, VReg low)
{
	VReg x = isel_use(s, v->args[0]), y = isel_use(s, v->args[1]);
	MIns *ins = two_results(s, op, kind_size(v->args[0]->kind), 2);
	ins->use[0] = (MOperand){x, NOREG, RAX};
	ins->use[1].v = y;
	fix_defs(ins, high, RDX, low, RAX);
}

static void select_divide(Isel *s, Value *v)
{
	bool sign = v->op == OP_DIV_S || v->op == OP_MOD_S,
	     quotient = v->op == OP_DIV_S || v->op == OP_DIV_U;
	VReg x = isel_extended(s, v->args[0], sign), y = isel_extended(s, v->args[1], sign);
	VReg def = isel_def(s, v), other = isel_temp(s, K_I64);
	MIns *ins = two_results(s, sign ? M_IDIV : M_DIV, op_size(v->kind), 2);
	ins->use[0] = (MOperand){x, NOREG, RAX};
	ins->use[1].v = y;
	// Dividing by -1 faults for the most negative number; narrow ones were widened.
	ins->imm = sign && !v->aux && kind_size(v->kind) >= 4;
	fix_defs(ins, quotient ? def : other, RAX, quotient ? other : def, RDX);
}

static void select_div_wide(Isel *s, Value *v)
{
	VReg high = isel_use(s, v->args[0]), low = isel_use(s, v->args[1]),
	     y = isel_use(s, v->args[2]);
	MIns *ins = two_results(s, M_DIV, 8, 3);
	ins->use[0] = (MOperand){low, NOREG, RAX};
	ins->use[1].v = y;
	ins->use[2] = (MOperand){high, NOREG, RDX};
	fix_defs(ins, part_of(s, v, 0), RAX, part_of(s, v, 1), RDX);
}

static void select_carry(Isel *s, Value *v)
{
	int64_t c;
	bool carry = !(v->args[2]->op == OP_CONST && (c = v->args[2]->aux) == 0);
	VReg x = isel_use(s, v->args[0]), y = isel_use(s, v->args[1]),
	     in = carry ? isel_use(s, v->args[2]) : 0;
	MIns *ins = two_results(s, v->op == OP_ADD_CARRY ? M_ADD_CARRY : M_SUB_BORROW, 8,
				carry ? 3 : 2);
	ins->use[0].v = x;
	ins->use[1].v = y;
	if (carry)
		ins->use[2].v = in;
	ins->def[0].v = part_of(s, v, 0);
	ins->def[1].v = part_of(s, v, 1);
}

// ---- bits

static VReg widened(Isel *s, Value *v)
{
	unsigned n = kind_size(v->kind);
	VReg x = isel_use(s, v), t;
	if (n == 8)
		return x;
	t = isel_temp(s, K_I64);
	isel_one(s, M_ZX, n, t, x);
	return t;
}

static void select_bits(Isel *s, Value *v)
{
	Value *x = v->args[0];
	VReg def = isel_def(s, v);
	switch (v->op) {
	case OP_BIT_LEN: isel_one(s, M_BIT_LEN, 8, def, widened(s, x)); break;
	case OP_CTZ: isel_one(s, M_CTZ, 8, def, widened(s, x))->imm = kind_size(x->kind) * 8; break;
	case OP_POPCOUNT: isel_one(s, M_POPCNT, 8, def, widened(s, x)); break;
	default:
		if (kind_size(v->kind) == 2)
			isel_imm(s, M_ROL, 2, def, isel_use(s, x), 8);
		else
			isel_one(s, M_BSWAP, kind_size(v->kind), def, isel_use(s, x));
	}
}

// ---- conversions

static void select_extend(Isel *s, Value *v)
{
	Value *x = v->args[0];
	bool sign = v->op == OP_SEXT;
	unsigned from = kind_size(x->kind), to = op_size(v->kind);
	VReg def = isel_def(s, v);
	if (isel_can_fold(s, x, v)) {
		s->folded[x->id] = true;
		Address a = isel_address(s, x->args[0], x->aux);
		isel_mem(s, sign ? M_LOAD_SX : M_LOAD, from, def, 0, &a)->imm = to;
		return;
	}
	isel_one(s, sign ? M_SX : M_ZX, from, def, isel_use(s, x))->imm = to;
}

static void select_conversion(Isel *s, Value *v)
{
	Value *x = v->args[0];
	VReg def = isel_def(s, v), from = isel_use(s, x);
	unsigned size = kind_size(v->kind), from_size = kind_size(x->kind);
	MIns *ins;
	switch (v->op) {
	case OP_I2F: isel_one(s, M_CVT_IF, size, def, from)->imm = from_size; break;
	case OP_F2I: isel_one(s, M_CVT_FI, from_size, def, from)->imm = size; break;
	case OP_FEXT:
	case OP_FTRUNC: isel_one(s, M_CVT_FF, from_size, def, from); break;
	case OP_BITS_OF: isel_one(s, M_BITS_FI, size, def, from); break;
	case OP_FLOAT_OF: isel_one(s, M_BITS_IF, size, def, from); break;
	default: // U2F, F2U
		ins = two_results(s, v->op == OP_U2F ? M_CVT_UF : M_CVT_FU,
				  v->op == OP_U2F ? size : from_size, 1);
		ins->def[0].v = def;
		ins->def[1].v = isel_temp(s, v->op == OP_U2F ? K_I64 : K_F64);
		ins->use[0].v = from;
	}
}

static int64_t sign_bit(Kind kind)
{
	return kind == K_F32 ? (int64_t)0x80000000 : INT64_MIN;
}

static void select_float_sign(Isel *s, Value *v)
{
	unsigned size = kind_size(v->kind);
	int64_t sign = sign_bit(v->kind), rest = v->kind == K_F32 ? 0x7fffffff : INT64_MAX;
	VReg def = isel_def(s, v), x = isel_use(s, v->args[0]);
	if (v->op == OP_FNEG) {
		isel_two(s, M_FXOR, size, def, x, isel_const(s, v->kind, sign));
	} else if (v->op == OP_FABS) {
		isel_two(s, M_FAND, size, def, x, isel_const(s, v->kind, rest));
	} else {
		VReg a = isel_temp(s, v->kind), b = isel_temp(s, v->kind),
		     y = isel_use(s, v->args[1]);
		isel_two(s, M_FAND, size, a, x, isel_const(s, v->kind, rest));
		isel_two(s, M_FAND, size, b, y, isel_const(s, v->kind, sign));
		isel_two(s, M_FOR, size, def, a, b);
	}
}

// ---- pointers

static void select_pointer(Isel *s, Value *v)
{
	VReg def = isel_def(s, v);
	if (v->op == OP_ADD_INDEX && v->aux != 1 && v->aux != 2 && v->aux != 4 && v->aux != 8) {
		VReg p = isel_use(s, v->args[0]), i = isel_use(s, v->args[1]),
		     scaled = isel_temp(s, K_I64);
		if (v->aux == (int32_t)v->aux)
			isel_imm(s, M_IMUL_IMM, 8, scaled, i, v->aux);
		else
			isel_two(s, M_IMUL, 8, scaled, i, isel_const(s, K_I64, v->aux));
		isel_two(s, M_ADD, 8, def, p, scaled);
		return;
	}
	Address a = isel_address(s, v, 0);
	if (a.base == v) { // a displacement that does not fit
		VReg p = isel_use(s, v->args[0]), sum = isel_temp(s, K_PTR);
		isel_two(s, M_ADD, 8, v->op == OP_ADD_PTR ? sum : def, p,
			 isel_const(s, K_I64, v->aux));
		if (v->op == OP_ADD_PTR)
			isel_two(s, M_ADD, 8, def, sum, isel_use(s, v->args[1]));
		return;
	}
	isel_mem(s, M_LEA, 8, def, 0, &a);
}

void isel_arith(Isel *s, Value *v)
{
	switch (v->op) {
	case OP_ADD:
	case OP_SUB:
	case OP_MUL:
	case OP_AND:
	case OP_OR:
	case OP_XOR:
	case OP_FADD:
	case OP_FSUB:
	case OP_FMUL:
	case OP_FDIV: select_binary(s, v); break;
	case OP_NEG: select_unary(s, v, M_NEG); break;
	case OP_NOT: select_unary(s, v, M_NOT); break;
	case OP_LNOT: isel_imm(s, M_XOR, 4, isel_def(s, v), isel_use(s, v->args[0]), 1); break;
	case OP_SHL:
	case OP_SHR:
	case OP_SAR:
	case OP_ROTL: select_shift(s, v); break;
	case OP_DIV_S:
	case OP_DIV_U:
	case OP_MOD_S:
	case OP_MOD_U: select_divide(s, v); break;
	case OP_MULHI_S: multiply_wide(s, v, M_IMUL_HI, isel_def(s, v), isel_temp(s, K_I64)); break;
	case OP_MULHI_U: multiply_wide(s, v, M_MUL_HI, isel_def(s, v), isel_temp(s, K_I64)); break;
	case OP_MUL_WIDE: multiply_wide(s, v, M_MUL_HI, part_of(s, v, 0), part_of(s, v, 1)); break;
	case OP_DIV_WIDE: select_div_wide(s, v); break;
	case OP_ADD_CARRY:
	case OP_SUB_BORROW: select_carry(s, v); break;
	case OP_BIT_LEN:
	case OP_CTZ:
	case OP_POPCOUNT:
	case OP_BSWAP: select_bits(s, v); break;
	case OP_ADD_PTR:
	case OP_ADD_INDEX:
	case OP_OFF_PTR: select_pointer(s, v); break;
	case OP_PTR_TO_INT:
	case OP_INT_TO_PTR: isel_one(s, M_ALIAS, 8, isel_def(s, v), isel_use(s, v->args[0])); break;
	case OP_EQ:
	case OP_NE:
	case OP_LT_S:
	case OP_LE_S:
	case OP_LT_U:
	case OP_LE_U:
	case OP_FEQ:
	case OP_FNE:
	case OP_FLT:
	case OP_FLE: select_setcc(s, v); break;
	case OP_SELECT: select_select(s, v); break;
	case OP_SEXT:
	case OP_ZEXT: select_extend(s, v); break;
	case OP_I2F:
	case OP_U2F:
	case OP_F2I:
	case OP_F2U:
	case OP_FEXT:
	case OP_FTRUNC:
	case OP_BITS_OF:
	case OP_FLOAT_OF: select_conversion(s, v); break;
	case OP_FNEG:
	case OP_FABS:
	case OP_FCOPYSIGN: select_float_sign(s, v); break;
	case OP_FSQRT:
		isel_one(s, M_FSQRT, kind_size(v->kind), isel_def(s, v), isel_use(s, v->args[0]));
		break;
	default: ICE(v->pos, "no instruction for %s", ssa_ops[v->op].name);
	}
}
