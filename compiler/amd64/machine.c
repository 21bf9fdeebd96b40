// Machine code: the table of operations, construction, and the printer for dumps.
#include "amd64/machine.h"

const MOpInfo amd64_ops[M_OPS] = {
#define X(op, name, form, flags) {#op, name, FORM_##form, flags},
	MACHINE_OPS(X)
#undef X
};

const char *const amd64_cond_names[] = {"o",  "no", "b",  "ae", "e",  "ne", "be", "a",   "s",
					"ns", "p",  "np", "l",  "ge", "le", "g",  "feq", "fne"};

MCond amd64_negate(MCond c)
{
	return c ^ 1;
}

VReg amd64_new_vreg(MFunc *f, bool is_float, uint8_t size, bool pointer)
{
	if (f->vreg.len == 0)
		vec_resize(f->arena, f->vreg, 1);
	vec_push(f->arena, f->vreg,
		 ((VInfo){.is_float = is_float, .size = size, .pointer = pointer, .hint = NOREG}));
	return f->vreg.len - 1;
}

MIns *amd64_new_ins(MFunc *f, MOp op, uint8_t size, uint32_t ndef, uint32_t nuse)
{
	MIns *ins = NEW(f->arena, MIns);
	ins->op = op;
	ins->size = size;
	ins->ndef = ndef;
	ins->nuse = nuse;
	ins->base = ins->index = -1;
	ins->def = NEW_ARRAY(f->arena, MOperand, ndef + nuse + 1);
	ins->use = ins->def + ndef;
	for (uint32_t i = 0; i < ndef + nuse; i++)
		ins->def[i] = (MOperand){.reg = NOREG, .fixed = NOREG};
	return ins;
}

MBlock *amd64_new_block(MFunc *f)
{
	MBlock *b = NEW(f->arena, MBlock);
	if (f->nblock == f->block_cap) {
		uint32_t cap = f->block_cap ? 2 * f->block_cap : 16;
		f->block = arena_grow(f->arena, f->block, f->block_cap * sizeof *f->block,
				      cap * sizeof *f->block);
		f->block_cap = cap;
	}
	b->id = f->nblock;
	f->block[f->nblock++] = b;
	return b;
}

const char *amd64_reg_name(unsigned reg, unsigned size)
{
	static const char *const names[4][16] = {
		{"al", "cl", "dl", "bl", "spl", "bpl", "sil", "dil", "r8b", "r9b", "r10b", "r11b",
		 "r12b", "r13b", "r14b", "r15b"},
		{"ax", "cx", "dx", "bx", "sp", "bp", "si", "di", "r8w", "r9w", "r10w", "r11w",
		 "r12w", "r13w", "r14w", "r15w"},
		{"eax", "ecx", "edx", "ebx", "esp", "ebp", "esi", "edi", "r8d", "r9d", "r10d",
		 "r11d", "r12d", "r13d", "r14d", "r15d"},
		{"rax", "rcx", "rdx", "rbx", "rsp", "rbp", "rsi", "rdi", "r8", "r9", "r10", "r11",
		 "r12", "r13", "r14", "r15"},
	};
	static const char *const vectors[16] = {"xmm0",  "xmm1",  "xmm2",  "xmm3", "xmm4",  "xmm5",
						"xmm6",  "xmm7",  "xmm8",  "xmm9", "xmm10", "xmm11",
						"xmm12", "xmm13", "xmm14", "xmm15"};
	if (reg >= XMM0)
		return reg < NREGS ? vectors[reg - XMM0] : "?";
	return names[size == 1 ? 0 : size == 2 ? 1 : size == 4 ? 2 : 3][reg];
}

// ---- printing

static void dump_operand(const MFunc *f, const MOperand *o, FILE *out)
{
	fprintf(out, "%s%u",
		f->vreg.data[o->v].pointer    ? "p"
		: f->vreg.data[o->v].is_float ? "f"
					      : "v",
		o->v);
	if (o->reg != NOREG)
		fprintf(out, ":%s", amd64_reg_name(o->reg, 8));
	else if (o->fixed != NOREG)
		fprintf(out, "@%s", amd64_reg_name(o->fixed, 8));
}

static void dump_mem(const MFunc *f, const MIns *ins, FILE *out)
{
	static const char *const kinds[] = {"", "", "local", "arg", "out", "spill"};
	fprintf(out, " [%s", kinds[ins->mem]);
	if (ins->mem == MEM_LOCAL || ins->mem == MEM_SPILL)
		fprintf(out, "%u", ins->local);
	if (ins->sym)
		fprintf(out, " %s", ins->sym);
	if (ins->base >= 0) {
		fputc(' ', out);
		dump_operand(f, &ins->use[ins->base], out);
	}
	if (ins->index >= 0) {
		fputs(" + ", out);
		dump_operand(f, &ins->use[ins->index], out);
		fprintf(out, "*%u", ins->scale);
	}
	fprintf(out, " %+d]", ins->disp);
}

static void dump_ins(const MFunc *f, const MIns *ins, FILE *out)
{
	fputc('\t', out);
	for (uint32_t i = 0; i < ins->ndef; i++) {
		dump_operand(f, &ins->def[i], out);
		fputs(i + 1 < ins->ndef ? ", " : " = ", out);
	}
	fprintf(out, "%s", amd64_ops[ins->op].op);
	if (ins->size)
		fprintf(out, ".%u", ins->size);
	if (ins->cmp)
		fprintf(out, ".%s", amd64_cond_names[ins->cond]);
	for (uint32_t i = 0; i < ins->nuse; i++) {
		if ((int)i == ins->base || (int)i == ins->index)
			continue;
		fputc(' ', out);
		dump_operand(f, &ins->use[i], out);
	}
	if (ins->mem)
		dump_mem(f, ins, out);
	else if (ins->sym)
		fprintf(out, " %s", ins->sym);
	if (ins->has_imm)
		fprintf(out, " $%lld", (long long)ins->imm);
	if (ins->op == M_MOVES && ins->aux) {
		const MMoves *m = ins->aux;
		vec_each(MMove, move, m->list) {
			fprintf(out, " %s%u<-",
				move->to.kind == LOC_REG ? amd64_reg_name(move->to.reg, 8) : "m",
				move->to.v);
			fprintf(out, "%s%u",
				move->from.kind == LOC_REG ? amd64_reg_name(move->from.reg, 8)
							   : "m",
				move->from.v);
		}
	}
	if (ins->site) {
		fputs(" live", out);
		for (uint32_t i = 0; i < ins->site->nlive; i++)
			fprintf(out, " %u", ins->site->live[i]);
	}
	fputc('\n', out);
}

void amd64_dump(const MFunc *f, FILE *out, const char *title)
{
	fprintf(out, "%s %s\n", f->name, title);
	for (uint32_t i = 0; i < f->nblock; i++) {
		const MBlock *b = f->block[i];
		fprintf(out, "b%u: depth %u%s <-", b->id, b->depth, b->cold ? " cold" : "");
		for (uint32_t p = 0; p < b->npred; p++)
			fprintf(out, " b%u", b->pred[p]);
		fputc('\n', out);
		vec_each(MPhi, phi, b->phis) {
			fprintf(out, "\tv%u = phi", phi->v);
			for (uint32_t p = 0; p < b->npred; p++)
				fprintf(out, " v%u", phi->arg[p]);
			fputc('\n', out);
		}
		vec_each(MInsRef, ins, b->code)
			dump_ins(f, *ins, out);
		if (b->nsucc) {
			fputs("\t->", out);
			for (uint32_t s = 0; s < b->nsucc; s++)
				fprintf(out, " b%u", b->succ[s]);
			fputc('\n', out);
		}
	}
}
