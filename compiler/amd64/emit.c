// Machine code to NASM text, one function at a time.
//
// The text of a function is: the prologue, the blocks in layout order, then what was put out of
// line (stack growth, loop polls, write barriers, division by -1), then its jump tables. Labels are
// local to the function: `.bN` blocks, `.sN` return addresses of safepoints, `.lN` line rows, `.kN`
// the inside of an instruction.
#include "amd64/unit.h"

// ---- writing

static const char *size_word(unsigned size)
{
	return size == 1   ? "byte "
	       : size == 2 ? "word "
	       : size == 4 ? "dword "
	       : size == 8 ? "qword "
			   : "oword ";
}

static void put_reg(Amd64Unit *u, unsigned reg, unsigned size)
{
	unit_puts(u, amd64_reg_name(reg, size));
}

static void put_plus(Amd64Unit *u, int64_t disp)
{
	if (disp >= 0)
		unit_puts(u, "+");
	unit_int(u, disp);
}

static void put_frame(Amd64Unit *u, const MFunc *f, const MIns *ins)
{
	const MLocal *local;
	switch (ins->mem) {
	case MEM_ARG:
		unit_puts(u, f->has_frame ? "rbp" : "rsp");
		put_plus(u, ins->disp + (f->has_frame ? 16 : 8));
		break;
	case MEM_OUT:
		unit_puts(u, "rsp");
		put_plus(u, ins->disp);
		break;
	case MEM_SPILL:
		unit_puts(u, "rsp");
		put_plus(u, f->spill_base + 8 * f->vreg.data[ins->local].slot);
		break;
	default:
		local = &f->locals.data[ins->local];
		if (local->incoming) {
			unit_puts(u, f->has_frame ? "rbp" : "rsp");
			put_plus(u, local->offset + ins->disp + (f->has_frame ? 16 : 8));
		} else {
			unit_puts(u, "rsp");
			put_plus(u, (int64_t)local->offset + ins->disp);
		}
	}
}

static void put_mem(Emitter *e, const MIns *ins, unsigned size)
{
	Amd64Unit *u = e->u;
	if (size)
		unit_puts(u, size_word(size));
	unit_puts(u, "[");
	if (ins->mem != MEM_ADDR) {
		put_frame(u, e->f, ins);
		if (ins->index >= 0)
			unit_puts(u, "+");
	} else if (ins->base >= 0) {
		put_reg(u, ins->use[ins->base].reg, 8);
		if (ins->index >= 0)
			unit_puts(u, "+");
	} else if (ins->index < 0 && ins->sym) {
		unit_puts(u, "rel ");
	}
	if (ins->index >= 0) {
		put_reg(u, ins->use[ins->index].reg, 8);
		if (ins->scale != 1) {
			unit_puts(u, "*");
			unit_int(u, ins->scale);
		}
	}
	if (ins->sym) {
		unit_use(u, ins->sym);
		if (ins->base >= 0 || ins->index >= 0)
			unit_puts(u, "+");
		unit_puts(u, ins->sym);
	}
	if (ins->mem == MEM_ADDR && (ins->disp || (ins->base < 0 && ins->index < 0 && !ins->sym)))
		put_plus(u, ins->disp);
	unit_puts(u, "]");
}

// Writes a line. %r register with its size, %d number, %s text, %m the memory operand of an
// instruction with its size.
static void line(Emitter *e, const char *format, ...)
{
	Amd64Unit *u = e->u;
	va_list args;
	va_start(args, format);
	unit_puts(u, "\t");
	for (const char *s = format; *s; s++) {
		if (*s != '%') {
			buf_putc(&u->text, *s);
			continue;
		}
		const MIns *ins;
		int reg;
		switch (*++s) {
		case 'r':
			reg = va_arg(args, int);
			put_reg(u, reg, va_arg(args, int));
			break;
		case 'd': unit_int(u, va_arg(args, int64_t)); break;
		case 's': unit_puts(u, va_arg(args, const char *)); break;
		default: ins = va_arg(args, const MIns *); put_mem(e, ins, va_arg(args, int));
		}
	}
	unit_puts(u, "\n");
	va_end(args);
}

static void label(Emitter *e, const char *prefix, uint32_t n)
{
	unit_puts(e->u, prefix);
	unit_int(e->u, n);
	unit_puts(e->u, ":\n");
}

static void site(Emitter *e, MSite *s)
{
	s->label = e->sites.len;
	label(e, ".s", s->label);
	vec_push(e->f->arena, e->sites, s);
}

static void call(Emitter *e, const char *symbol)
{
	unit_use(e->u, symbol);
	line(e, "call %s", symbol);
}

// ---- operands

static unsigned rounded(unsigned size)
{
	return size < 4 ? 4 : size;
}

static int64_t imm_of_size(int64_t imm, unsigned size)
{
	return size == 1 ? (int8_t)imm : size == 2 ? (int16_t)imm : size == 4 ? (int32_t)imm : imm;
}

static const char *float_suffix(unsigned size)
{
	return size == 4 ? "s" : "d";
}

// The mnemonic with the suffix for scalar floats.
static const char *mnemonic(const MIns *ins)
{
	static const char *const names[][3] = {
		{"movs", "movss", "movsd"}, {"adds", "addss", "addsd"},
		{"subs", "subss", "subsd"}, {"muls", "mulss", "mulsd"},
		{"divs", "divss", "divsd"}, {"sqrts", "sqrtss", "sqrtsd"},
	};
	const char *name = amd64_ops[ins->op].name;
	if (MOP_IS(ins, MF_FLOAT))
		for (uint32_t i = 0; i < COUNT(names); i++)
			if (strcmp(name, names[i][0]) == 0)
				return names[i][ins->size == 4 ? 1 : 2];
	return name;
}

static const char *move_name(unsigned reg, unsigned size)
{
	return reg < XMM0 ? "mov" : size == 4 ? "movss" : "movsd";
}

static void spill_place(Emitter *e, const char *name, VReg v)
{
	unit_puts(e->u, name);
	unit_puts(e->u, "[rsp+");
	unit_int(e->u, e->f->spill_base + 8 * e->f->vreg.data[v].slot);
	unit_puts(e->u, "]");
}

// ---- moves

static void emit_const(Emitter *e, const MIns *ins)
{
	unsigned reg = ins->def[0].reg;
	int64_t imm = ins->size < 8 ? (int64_t)(uint32_t)ins->imm : ins->imm;
	if (imm == 0)
		line(e, "xor %r, %r", reg, 4, reg, 4);
	else if (imm == (int64_t)(uint32_t)imm)
		line(e, "mov %r, %d", reg, 4, imm);
	else
		line(e, "mov %r, %d", reg, 8, imm);
}

static void emit_float_const(Emitter *e, const MIns *ins)
{
	unsigned reg = ins->def[0].reg;
	if (ins->imm == 0)
		line(e, "xorps %r, %r", reg, 8, reg, 8);
	else
		line(e, "%s %r, [rel fc.%d]", ins->size == 4 ? "movss" : "movsd", reg, 8,
		     (int64_t)unit_float(e->u, ins->size, ins->imm));
}

static void emit_copy(Emitter *e, unsigned to, unsigned from, unsigned size)
{
	if (to == from)
		return;
	if (to >= XMM0)
		line(e, "movaps %r, %r", to, 8, from, 8);
	else
		line(e, "mov %r, %r", to, rounded(size), from, rounded(size));
}

static void emit_spill(Emitter *e, const MIns *ins)
{
	bool store = ins->op == M_SPILL;
	unsigned reg = store ? ins->use[0].reg : ins->def[0].reg, size = rounded(ins->size);
	unit_puts(e->u, "\t");
	unit_puts(e->u, move_name(reg, size));
	unit_puts(e->u, " ");
	if (store) {
		spill_place(e, "", ins->imm);
		unit_puts(e->u, ", ");
	}
	put_reg(e->u, reg, size);
	if (!store)
		spill_place(e, ", ", ins->imm);
	unit_puts(e->u, "\n");
}

static void emit_slot_copy(Emitter *e, const MIns *ins)
{
	spill_place(e, "\tpush qword ", ins->imm);
	spill_place(e, "\n\tpop qword ", ins->local);
	unit_puts(e->u, "\n");
}

static void emit_swap(Emitter *e, unsigned x, unsigned y)
{
	if (x < XMM0) {
		line(e, "xchg %r, %r", x, 8, y, 8);
		return;
	}
	line(e, "xorps %r, %r", x, 8, y, 8);
	line(e, "xorps %r, %r", y, 8, x, 8);
	line(e, "xorps %r, %r", x, 8, y, 8);
}

static void emit_lea(Emitter *e, const MIns *ins)
{
	unsigned reg = ins->def[0].reg;
	if (ins->mem != MEM_ADDR || ins->base >= 0 || ins->index >= 0) {
		if (ins->mem == MEM_ADDR && ins->base >= 0 && ins->index < 0 && !ins->disp &&
		    !ins->sym)
			emit_copy(e, reg, ins->use[ins->base].reg, 8);
		else
			line(e, "lea %r, %m", reg, 8, ins, 0);
		return;
	}
	unit_use(e->u, ins->sym);
	if (ins->disp)
		line(e, "mov %r, %s%s%d", reg, 4, ins->sym, ins->disp > 0 ? "+" : "",
		     (int64_t)ins->disp);
	else
		line(e, "mov %r, %s", reg, 4, ins->sym);
}

static void emit_load(Emitter *e, const MIns *ins)
{
	unsigned reg = ins->def[0].reg;
	if (ins->size >= 4)
		line(e, "mov %r, %m", reg, (int)ins->size, ins, 0);
	else
		line(e, "movzx %r, %m", reg, 4, ins, (int)ins->size);
}

static void emit_load_sx(Emitter *e, const MIns *ins)
{
	line(e, "%s %r, %m", ins->size == 4 ? "movsxd" : "movsx", ins->def[0].reg,
	     (int)rounded(ins->imm), ins, (int)ins->size);
}

static void emit_extend(Emitter *e, const MIns *ins)
{
	unsigned to = ins->def[0].reg, from = ins->use[0].reg;
	if (ins->op == M_SX)
		line(e, "%s %r, %r", ins->size == 4 ? "movsxd" : "movsx", to,
		     (int)rounded(ins->imm), from, (int)ins->size);
	else if (ins->size == 4)
		line(e, "mov %r, %r", to, 4, from, 4);
	else
		line(e, "movzx %r, %r", to, 4, from, (int)ins->size);
}

// ---- the regular forms

static void emit_lea_add(Emitter *e, const MIns *ins)
{
	unsigned to = ins->def[0].reg, x = ins->use[0].reg;
	if (ins->has_imm)
		line(e, "lea %r, [%r%s%d]", to, (int)ins->size, x, 8, ins->imm >= 0 ? "+" : "",
		     ins->imm);
	else if (to == ins->use[1].reg)
		line(e, "add %r, %r", to, (int)ins->size, x, (int)ins->size);
	else
		line(e, "lea %r, [%r+%r]", to, (int)ins->size, x, 8, ins->use[1].reg, 8);
}

/* By 3, 5 or 9, times a power of two: lea and a shift take two cycles, imul three. */
static void emit_multiply(Emitter *e, const MIns *ins)
{
	unsigned to = ins->def[0].reg, from = ins->use[0].reg, size = ins->size;
	int shift = ins->imm > 0 ? __builtin_ctzll((uint64_t)ins->imm) : 0;
	int64_t odd = ins->imm >> shift;
	if (odd != 3 && odd != 5 && odd != 9) {
		line(e, "imul %r, %r, %d", to, size, from, size, imm_of_size(ins->imm, size));
		return;
	}
	line(e, "lea %r, [%r+%r*%d]", to, size, from, 8, from, 8, odd - 1);
	if (shift)
		line(e, "shl %r, %d", to, size, (int64_t)shift);
}

static void emit_two(Emitter *e, const MIns *ins)
{
	unsigned to = ins->def[0].reg, size = ins->size;
	if (MOP_IS(ins, MF_LEA) && to != ins->use[0].reg) {
		emit_lea_add(e, ins);
		return;
	}
	if (ins->mem)
		line(e, "%s %r, %m", mnemonic(ins), to, size, ins, 0);
	else if (ins->has_imm)
		line(e, "%s %r, %d", mnemonic(ins), to, size, imm_of_size(ins->imm, size));
	else
		line(e, "%s %r, %r", mnemonic(ins), to, size, ins->use[1].reg, size);
}

static void emit_shift(Emitter *e, const MIns *ins)
{
	if (ins->has_imm)
		line(e, "%s %r, %d", mnemonic(ins), ins->def[0].reg, (int)ins->size, ins->imm);
	else
		line(e, "%s %r, cl", mnemonic(ins), ins->def[0].reg, (int)ins->size);
}

static void emit_store(Emitter *e, const MIns *ins)
{
	if (ins->op == M_STORE_V && ins->nuse == (ins->base >= 0) + (ins->index >= 0))
		line(e, "movups %m, xmm15", ins, 0);
	else if (ins->has_imm)
		line(e, "%s %m, %d", mnemonic(ins), ins, (int)ins->size,
		     imm_of_size(ins->imm, ins->size));
	else
		line(e, "%s %m, %r", mnemonic(ins), ins, 0, ins->use[0].reg, (int)ins->size);
}

static void emit_mov_form(Emitter *e, const MIns *ins)
{
	if (ins->mem)
		line(e, "%s %r, %m", mnemonic(ins), ins->def[0].reg, 8, ins, 0);
	else
		line(e, "%s %r, %r", mnemonic(ins), ins->def[0].reg, 8, ins->use[0].reg, 8);
}

// ---- comparisons

// Sets the flags; the operands begin at use `at`.
static void emit_compare(Emitter *e, const MIns *ins, unsigned at)
{
	unsigned size = ins->cmp_size;
	int64_t imm = imm_of_size(ins->imm, size);
	const char *name = ins->cmp == CMP_INT    ? "cmp"
			   : ins->cmp == CMP_TEST ? "test"
			   : size == 4            ? "ucomiss"
						  : "ucomisd";
	if (ins->mem && ins->mem_first && ins->has_imm)
		line(e, "%s %m, %d", name, ins, size, imm);
	else if (ins->mem && ins->mem_first)
		line(e, "%s %m, %r", name, ins, 0, ins->use[at].reg, size);
	else if (ins->mem)
		line(e, "%s %r, %m", name, ins->use[at].reg, size, ins, 0);
	else if (ins->has_imm)
		line(e, "%s %r, %d", name, ins->use[at].reg, size, imm);
	else
		line(e, "%s %r, %r", name, ins->use[at].reg, size, ins->use[at + 1].reg, size);
}

static void emit_setcc(Emitter *e, const MIns *ins)
{
	unsigned to = ins->def[0].reg;
	emit_compare(e, ins, 0);
	if (ins->cond < CC_F_EQ) {
		line(e, "set%s %r", amd64_cond_names[ins->cond], to, 1);
		return;
	}
	uint32_t k = e->nlabels++;
	line(e, "set%s %r", ins->cond == CC_F_EQ ? "np" : "p", to, 1);
	line(e, "je .k%d", (int64_t)k);
	line(e, "mov %r, %d", to, 4, (int64_t)(ins->cond == CC_F_NE));
	label(e, ".k", k);
}

static void emit_cmov(Emitter *e, const MIns *ins)
{
	unsigned to = ins->def[0].reg, from = ins->use[1].reg, size = rounded(ins->size);
	emit_compare(e, ins, 2);
	if (ins->cond == CC_F_NE) {
		line(e, "cmovne %r, %r", to, size, from, size);
		line(e, "cmovp %r, %r", to, size, from, size);
	} else {
		line(e, "cmov%s %r, %r", amd64_cond_names[ins->cond], to, size, from, size);
	}
}

static void jump(Emitter *e, const char *name, uint32_t block)
{
	line(e, "%s .b%d", name, (int64_t)block);
}

static void emit_branch(Emitter *e, const MIns *ins, const MBlock *b)
{
	uint32_t yes = b->succ[0], no = b->succ[1];
	unsigned cond = ins->cond;
	char name[8];
	emit_compare(e, ins, 0);
	if (cond == CC_F_EQ) {
		jump(e, "jne", no);
		jump(e, "jp", no);
	} else if (cond == CC_F_NE) {
		jump(e, "jne", yes);
		jump(e, "jp", yes);
		yes = no;
	} else {
		bool invert = yes == e->next_block;
		snprintf(name, sizeof name, "j%s",
			 amd64_cond_names[invert ? amd64_negate(cond) : cond]);
		jump(e, name, invert ? no : yes);
		yes = invert ? yes : no;
	}
	if (yes != e->next_block)
		jump(e, "jmp", yes);
}

// ---- multiplication, division, conversions

static void emit_divide(Emitter *e, const MIns *ins)
{
	unsigned by = ins->use[1].reg, size = ins->size;
	bool check = ins->op == M_IDIV && ins->imm;
	uint32_t k = e->nlabels;
	if (check) {
		e->nlabels += 2;
		line(e, "cmp %r, -1", by, size);
		line(e, "je .k%d", (int64_t)k);
	}
	if (ins->op == M_IDIV)
		line(e, size == 8 ? "cqo" : "cdq");
	else if (ins->nuse == 2)
		line(e, "xor edx, edx");
	line(e, "%s %r", mnemonic(ins), by, size);
	if (!check)
		return;
	label(e, ".k", k + 1);
	MIns *later = amd64_new_ins(e->f, M_IDIV, size, 0, 0);
	later->local = k;
	vec_push(e->f->arena, e->cold, later);
}

static void emit_carry(Emitter *e, const MIns *ins)
{
	unsigned sum = ins->def[0].reg, carry = ins->def[1].reg;
	bool add = ins->op == M_ADD_CARRY;
	if (ins->nuse == 3) {
		emit_copy(e, carry, ins->use[2].reg, 8);
		line(e, "add %r, -1", carry, 8);
		line(e, "%s %r, %r", add ? "adc" : "sbb", sum, 8, ins->use[1].reg, 8);
	} else {
		line(e, "%s %r, %r", add ? "add" : "sub", sum, 8, ins->use[1].reg, 8);
	}
	line(e, "sbb %r, %r", carry, 8, carry, 8);
	line(e, "neg %r", carry, 8);
}

static void emit_int_to_float(Emitter *e, const MIns *ins)
{
	unsigned to = ins->def[0].reg;
	line(e, "xorps %r, %r", to, 8, to, 8);
	line(e, "cvtsi2s%s %r, %r", float_suffix(ins->size), to, 8, ins->use[0].reg, (int)ins->imm);
}

// An unsigned number with the top bit set is halved, its last bit kept for the rounding, and the
// result doubled.
static void emit_unsigned_to_float(Emitter *e, const MIns *ins)
{
	unsigned to = ins->def[0].reg, half = ins->def[1].reg, from = ins->use[0].reg;
	const char *s = float_suffix(ins->size);
	int64_t k = e->nlabels;
	e->nlabels += 3;
	line(e, "xorps %r, %r", to, 8, to, 8);
	line(e, "test %r, %r", from, 8, from, 8);
	line(e, "js .k%d", k);
	line(e, "cvtsi2s%s %r, %r", s, to, 8, from, 8);
	line(e, "jmp .k%d", k + 2);
	label(e, ".k", k);
	line(e, "mov %r, %r", half, 8, from, 8);
	line(e, "shr %r, 1", half, 8);
	line(e, "jnc .k%d", k + 1);
	line(e, "or %r, 1", half, 8);
	label(e, ".k", k + 1);
	line(e, "cvtsi2s%s %r, %r", s, to, 8, half, 8);
	line(e, "adds%s %r, %r", s, to, 8, to, 8);
	label(e, ".k", k + 2);
}

// What is 2^63 or more is converted less 2^63.
static void emit_float_to_unsigned(Emitter *e, const MIns *ins)
{
	unsigned to = ins->def[0].reg, t = ins->def[1].reg, from = ins->use[0].reg,
		 size = ins->size;
	const char *s = float_suffix(size);
	int64_t k = e->nlabels;
	e->nlabels += 2;
	line(e, "mov %r, %s", to, size, size == 4 ? "0x5f000000" : "0x43e0000000000000");
	line(e, "%s %r, %r", size == 4 ? "movd" : "movq", t, 8, to, size);
	line(e, "ucomis%s %r, %r", s, from, 8, t, 8);
	line(e, "jae .k%d", k);
	line(e, "cvtts%s2si %r, %r", s, to, 8, from, 8);
	line(e, "jmp .k%d", k + 1);
	label(e, ".k", k);
	line(e, "mov %r, %s", to, size, size == 4 ? "0xdf000000" : "0xc3e0000000000000");
	line(e, "%s %r, %r", size == 4 ? "movd" : "movq", t, 8, to, size);
	line(e, "adds%s %r, %r", s, t, 8, from, 8);
	line(e, "cvtts%s2si %r, %r", s, to, 8, t, 8);
	line(e, "btc %r, 63", to, 8);
	label(e, ".k", k + 1);
}

static void emit_bits(Emitter *e, const MIns *ins)
{
	unsigned to = ins->def[0].reg, from = ins->use[0].reg, size = ins->size;
	line(e, "%s %r, %r", size == 4 ? "movd" : "movq", to, size, from, size);
}

static void emit_scan(Emitter *e, const MIns *ins)
{
	unsigned to = ins->def[0].reg, from = ins->use[0].reg;
	// For zero the destination keeps what it has.
	if (ins->op == M_CTZ) {
		line(e, "mov %r, %d", to, 4, ins->imm);
		line(e, "bsf %r, %r", to, 8, from, 8);
		return;
	}
	line(e, "mov %r, -1", to, 8);
	line(e, "bsr %r, %r", to, 8, from, 8);
	line(e, "add %r, 1", to, 8);
}

// ---- calls and the collector

static void emit_call(Emitter *e, const MIns *ins)
{
	if (ins->op == M_CALL_C) {
		unit_use(e->u, ins->sym);
		line(e, "mov r11d, %s", ins->sym);
		call(e, ins->aux);
	} else if (ins->sym && !ins->mem) {
		call(e, ins->sym);
	} else if (ins->mem) {
		line(e, "call %m", ins, 8);
	} else {
		line(e, "call %r", ins->use[0].reg, 8);
	}
	if (ins->site)
		site(e, ins->site);
}

static void emit_barrier(Emitter *e, MIns *ins)
{
	if (ins->mem == MEM_ADDR) {
		uint32_t k = e->nlabels;
		e->nlabels += 2;
		ins->local = k;
		unit_use(e->u, "rt_wb_enabled");
		line(e, "cmp dword [rel rt_wb_enabled], 0");
		line(e, "jne .k%d", (int64_t)k);
		label(e, ".k", k + 1);
		vec_push(e->f->arena, e->cold, ins);
	}
	if (ins->has_imm)
		line(e, "mov %m, %d", ins, 8, ins->imm);
	else
		line(e, "mov %m, %r", ins, 0, ins->use[0].reg, 8);
}

// Faults here, in Go code, when the address is bad; then tells the collector.
static void emit_barrier_call(Emitter *e, const MIns *ins)
{
	label(e, ".k", ins->local);
	if (ins->base >= 0) {
		line(e, "test %m, al", ins, 1);
		line(e, "push %r", ins->use[ins->base].reg, 8);
		if (ins->sym)
			line(e, "add qword [rsp], %s", ins->sym);
		if (ins->disp)
			line(e, "add qword [rsp], %d", (int64_t)ins->disp);
	} else {
		line(e, "push qword %s%s%d", ins->sym ? ins->sym : "0", ins->disp >= 0 ? "+" : "",
		     (int64_t)ins->disp);
	}
	if (ins->has_imm)
		line(e, "push qword %d", ins->imm);
	else
		line(e, "push %r", ins->use[0].reg, 8);
	call(e, "rt_wb");
	line(e, "jmp .k%d", (int64_t)ins->local + 1);
}

static void emit_poll(Emitter *e, MIns *ins)
{
	ins->local = e->nlabels;
	e->nlabels += 2;
	line(e, "cmp rsp, [r14+16]");
	line(e, "jbe .k%d", (int64_t)ins->local);
	label(e, ".k", ins->local + 1);
	vec_push(e->f->arena, e->cold, ins);
}

static void emit_out_of_line(Emitter *e, const MIns *ins)
{
	switch (ins->op) {
	case M_WB: emit_barrier_call(e, ins); break;
	case M_POLL:
		label(e, ".k", ins->local);
		call(e, "rt_poll");
		site(e, ins->site);
		line(e, "jmp .k%d", (int64_t)ins->local + 1);
		break;
	default: // IDIV: x / -1 is -x, the remainder 0
		label(e, ".k", ins->local);
		line(e, "neg %r", RAX, (int)ins->size);
		line(e, "xor edx, edx");
		line(e, "jmp .k%d", (int64_t)ins->local + 1);
	}
}

static void emit_entry_zero(Emitter *e, const MIns *ins)
{
	MIns place = *ins;
	int64_t size = ins->imm, at = 0;
	place.mem = MEM_LOCAL;
	if (size > 256) {
		line(e, "lea rdi, %m", &place, 0);
		line(e, "mov ecx, %d", size / 8);
		line(e, "xor eax, eax");
		line(e, "rep stosq");
		return;
	}
	while (at < size) {
		int64_t n = size - at >= 16 ? 16 : 8;
		place.disp = ins->disp + at;
		if (n == 16)
			line(e, "movups %m, xmm15", &place, 0);
		else
			line(e, "mov %m, 0", &place, (int)n);
		at += n;
	}
}

static void emit_return(Emitter *e)
{
	if (e->f->has_frame && e->f->frame_size) {
		line(e, "leave");
	} else if (e->f->has_frame) {
		line(e, "pop rbp");
	}
	line(e, "ret");
}

// ---- one instruction

static void emit_row(Emitter *e, const MIns *ins)
{
	if (!ins->pos)
		return;
	uint32_t at = pos_line(ins->pos), file = unit_file(e->u, pos_path(ins->pos));
	if (at == e->row_line && ins->inl == e->row_inl && file == e->row_file)
		return;
	e->row_line = at;
	e->row_inl = ins->inl;
	e->row_file = file;
	label(e, ".l", e->rows.len);
	if (e->u->options.source_lines)
		unit_printf(e->u, "; %s:%u\n", pos_file(ins->pos), at);
	vec_push(e->f->arena, e->rows, ((LineRow){e->rows.len, at, ins->inl, file}));
}

static void emit_special(Emitter *e, MIns *ins, const MBlock *b)
{
	unsigned to = ins->ndef ? ins->def[0].reg : NOREG, size = ins->size;
	unsigned from = ins->nuse ? ins->use[0].reg : NOREG;
	switch (ins->op) {
	case M_MOV_IMM: emit_const(e, ins); break;
	case M_FCONST: emit_float_const(e, ins); break;
	case M_LEA:
	case M_LEA_FIX: emit_lea(e, ins); break;
	case M_COPY:
	case M_ALIAS: emit_copy(e, to, from, size); break;
	case M_RELOAD:
	case M_SPILL: emit_spill(e, ins); break;
	case M_SLOT_COPY: emit_slot_copy(e, ins); break;
	case M_SWAP: emit_swap(e, from, ins->use[1].reg); break;
	case M_LOAD: emit_load(e, ins); break;
	case M_LOAD_SX: emit_load_sx(e, ins); break;
	case M_ZX:
	case M_SX: emit_extend(e, ins); break;
	case M_IMUL_IMM: emit_multiply(e, ins); break;
	case M_MUL_HI:
	case M_IMUL_HI: line(e, "%s %r", mnemonic(ins), ins->use[1].reg, size); break;
	case M_DIV:
	case M_IDIV: emit_divide(e, ins); break;
	case M_CTZ:
	case M_BIT_LEN: emit_scan(e, ins); break;
	case M_ADD_CARRY:
	case M_SUB_BORROW: emit_carry(e, ins); break;
	case M_CMOV: emit_cmov(e, ins); break;
	case M_CVT_IF: emit_int_to_float(e, ins); break;
	case M_CVT_FI:
		line(e, "cvtts%s2si %r, %r", float_suffix(size), to, (int)ins->imm, from, 8);
		break;
	case M_CVT_FF:
		line(e, "%s %r, %r", size == 4 ? "cvtss2sd" : "cvtsd2ss", to, 8, from, 8);
		break;
	case M_CVT_UF: emit_unsigned_to_float(e, ins); break;
	case M_CVT_FU: emit_float_to_unsigned(e, ins); break;
	case M_BITS_FI:
	case M_BITS_IF: emit_bits(e, ins); break;
	case M_XCHG:
	case M_XADD: line(e, "%s %m, %r", mnemonic(ins), ins, 0, to, size); break;
	case M_CMPXCHG:
		line(e, "lock cmpxchg %m, %r", ins, 0, ins->use[1].reg, size);
		line(e, "sete %r", to, 1);
		break;
	case M_NILCHECK: line(e, "test %m, al", ins, 1); break;
	case M_WB: emit_barrier(e, ins); break;
	case M_REP_STOS:
	case M_REP_MOVS:
	case M_PAUSE:
	case M_UD2: line(e, "%s", mnemonic(ins)); break;
	case M_ENTRY:
	case M_KEEP: break;
	case M_ENTRY_ZERO: emit_entry_zero(e, ins); break;
	case M_POLL: emit_poll(e, ins); break;
	case M_CALL:
	case M_CALL_LEAF:
	case M_CALL_C: emit_call(e, ins); break;
	case M_GET_G: line(e, "mov %r, r14", to, 8); break;
	case M_GET_CFA: line(e, "lea %r, [rbp+16]", to, 8); break;
	case M_GET_RET: line(e, "mov %r, [rbp+8]", to, 8); break;
	case M_DEFER_POINT: unit_puts(e->u, ".defer:\n"); break;
	case M_JMP:
		if (b->succ[0] != e->next_block)
			jump(e, "jmp", b->succ[0]);
		break;
	case M_SWITCH: line(e, "jmp [.t%d+%r*8]", (int64_t)b->id, from, 8); break;
	case M_RET: emit_return(e); break;
	default: ICE(ins->pos, "no text for machine operation %s", amd64_ops[ins->op].op);
	}
}

static void emit_ins(Emitter *e, MIns *ins, const MBlock *b)
{
	emit_row(e, ins);
	switch (amd64_ops[ins->op].form) {
	case FORM_TWO: emit_two(e, ins); break;
	case FORM_ONE: line(e, "%s %r", mnemonic(ins), ins->def[0].reg, (int)ins->size); break;
	case FORM_SHIFT: emit_shift(e, ins); break;
	case FORM_STORE: emit_store(e, ins); break;
	case FORM_MOV: emit_mov_form(e, ins); break;
	case FORM_MEM: line(e, "%s %m", mnemonic(ins), ins, 0); break;
	case FORM_CMP:
		if (ins->op == M_BR) {
			emit_branch(e, ins, b);
		} else if (ins->op == M_SETCC) {
			emit_setcc(e, ins);
		} else {
			emit_compare(e, ins, 0);
			line(e, "sbb %r, %r", ins->def[0].reg, 8, ins->def[0].reg, 8);
		}
		break;
	default: emit_special(e, ins, b);
	}
}

// ---- one function

static void emit_prologue(Emitter *e)
{
	const MFunc *f = e->f;
	if (f->check_stack) {
		if (f->frame_size <= 128) {
			line(e, "cmp rsp, [r14+16]");
		} else {
			line(e, "lea r12, [rsp-%d]", (int64_t)f->frame_size - 128);
			line(e, "cmp r12, [r14+16]");
		}
		line(e, "jbe .more");
	}
	if (!f->has_frame)
		return;
	line(e, "push rbp");
	unit_puts(e->u, ".p1:\n");
	line(e, "mov rbp, rsp");
	unit_puts(e->u, ".p2:\n");
	if (f->frame_size)
		line(e, "sub rsp, %d", (int64_t)f->frame_size);
}

// Grows the stack: register parameters wait in the spill area.
static void emit_more(Emitter *e)
{
	const MFunc *f = e->f;
	unit_puts(e->u, ".more:\n");
	for (int save = 1; save >= 0; save--) {
		for (uint32_t i = 0; i < f->nparam_regs; i++) {
			const MParamReg *p = &f->param_regs[i];
			const char *name = move_name(p->reg, p->size);
			if (save)
				line(e, "%s [rsp+%d], %r", name, (int64_t)p->offset + 8, p->reg,
				     (int)p->size);
			else
				line(e, "%s %r, [rsp+%d]", name, p->reg, (int)p->size,
				     (int64_t)p->offset + 8);
		}
		if (save) {
			call(e, "rt_morestack");
			MSite *s = NEW(f->arena, MSite);
			s->at_entry = true;
			site(e, s);
		}
	}
	line(e, "jmp %s", f->symbol);
}

static void emit_tables(Emitter *e)
{
	const MFunc *f = e->f;
	bool section = false;
	for (uint32_t i = 0; i < f->nblock; i++) {
		const MBlock *b = f->block[i];
		if (vec_last(b->code)->op != M_SWITCH)
			continue;
		if (!section)
			unit_printf(e->u,
				    "section .rodata.%s progbits alloc noexec nowrite align=8\n",
				    f->symbol);
		section = true;
		label(e, ".t", b->id);
		for (uint32_t s = 0; s < b->nsucc; s++)
			line(e, "dq .b%d", (int64_t)b->succ[s]);
	}
}

void emit_function(Emitter *e)
{
	MFunc *f = e->f;
	unit_define(e->u, f->symbol);
	unit_printf(e->u,
		    "section .text.%s progbits alloc exec nowrite align=16\nglobal %s:function%s "
		    "(%s.end - %s)\n%s:\n",
		    f->symbol, f->symbol, f->shared ? " weak" : "", f->symbol, f->symbol,
		    f->symbol);
	vec_push(f->arena, e->rows,
		 ((LineRow){0, pos_line(f->pos), 0, unit_file(e->u, pos_path(f->pos))}));
	e->row_line = pos_line(f->pos);
	e->row_file = unit_file(e->u, pos_path(f->pos));
	unit_puts(e->u, ".l0:\n");
	emit_prologue(e);
	for (uint32_t i = 0; i < f->nlayout; i++) {
		const MBlock *b = f->block[f->layout[i]];
		e->next_block = i + 1 < f->nlayout ? f->layout[i + 1] : UINT32_MAX;
		if (b->aligned)
			unit_puts(e->u, "\talign 16\n");
		label(e, ".b", b->id);
		vec_each(MInsRef, ins, b->code)
			emit_ins(e, *ins, b);
	}
	for (uint32_t i = 0; i < e->cold.len; i++) {
		e->row_line = 0;
		emit_row(e, e->cold.data[i]);
		emit_out_of_line(e, e->cold.data[i]);
	}
	if (f->check_stack)
		emit_more(e);
	unit_puts(e->u, ".end:\n");
	emit_tables(e);
}
