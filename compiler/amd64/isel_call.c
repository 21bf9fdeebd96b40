// Instruction selection for calls, returns and parameters: Go's register convention and the C
// functions' one.
#include "amd64/isel.h"

uint8_t isel_abi_reg(const AbiPiece *piece)
{
	static const uint8_t ints[ABI_INT_REGS] = {RAX, RBX, RCX, RDI, RSI, R8, R9, R10, R11};
	return kind_is_float(piece->kind) ? XMM0 + piece->reg : ints[piece->reg];
}

// The uses of a call's results stand right after it.
static uint32_t results_of(Isel *s, Value *call, Value **list, uint32_t max)
{
	const Block *b = call->block;
	uint32_t n = 0, at = s->place + 1;
	for (; at < b->values.len && b->values.data[at]->op == OP_RESULT &&
	       b->values.data[at]->args[0] == call;
	     at++)
		if (s->vreg[b->values.data[at]->id] && n < max)
			list[n++] = b->values.data[at];
	return n;
}

static MIns *new_call(Isel *s, const Value *v, MOp op, uint32_t ndef, uint32_t nuse)
{
	MIns *ins = amd64_new_ins(s->f, op, 0, ndef, nuse);
	ins->pos = s->pos;
	ins->inl = s->inl;
	vec_push(s->f->arena, s->seq, ins);
	if (op != M_CALL_LEAF) {
		ins->site = isel_site(s, v);
		ins->site->column = pos_col(s->pos);
	}
	s->f->has_calls = true;
	return ins;
}

static void select_go_call(Isel *s, Value *v)
{
	CallInfo *call = v->call;
	Value *results[ABI_INT_REGS + ABI_FLOAT_REGS];
	uint32_t nresults = results_of(s, v, results, COUNT(results));
	uint32_t first = v->op == OP_CALL ? 0 : v->op == OP_CALL_INTER ? 1 : 2;
	bool through_context = v->op == OP_CALL_CLOSURE && v->args[0]->op == OP_LOAD &&
			       v->args[0]->aux == 0 && v->args[0]->args[0] == v->args[1] &&
			       isel_can_fold(s, v->args[0], v);
	MIns *ins = new_call(s, v, M_CALL, nresults, v->nargs - through_context);
	for (uint32_t i = 0; i < nresults; i++)
		ins->def[i] = (MOperand){isel_def(s, results[i]), NOREG,
					 isel_abi_reg(&call->abi->result_pieces[results[i]->aux])};
	uint32_t n = 0;
	if (through_context) {
		s->folded[v->args[0]->id] = true;
		ins->mem = MEM_ADDR;
		ins->scale = 1;
		ins->base = 0;
	} else if (first) {
		ins->use[n++] = (MOperand){isel_use(s, v->args[0]), NOREG, R12};
	} else {
		ins->sym = isel_symbol(s, call->symbol);
	}
	if (first == 2)
		ins->use[n++] = (MOperand){isel_use(s, v->args[1]), NOREG, RDX};
	for (uint32_t i = first; i < v->nargs; i++)
		ins->use[n++] = (MOperand){isel_use(s, v->args[i]), NOREG,
					   isel_abi_reg(&call->abi->param_pieces[i - first])};
	if (call->out_size > s->f->out_size) /* amd64_frame refuses what is cut off here */
		s->f->out_size = call->out_size < 1 << 30 ? (uint32_t)call->out_size : 1 << 30;
}

static const char *c_stub(const CallInfo *call)
{
	static const char *const stubs[2][4] = {
		{"rt_system", "rt_system_pw", "rt_system_wp", "rt_system_pp"},
		{"rt_park", "rt_park_pw", "rt_park_wp", "rt_park_pp"},
	};
	unsigned pointers = (call->nresults > 0 && call->result[0] == K_PTR) |
			    (call->nresults > 1 && call->result[1] == K_PTR) << 1;
	return stubs[call->how == CCALL_PARK][pointers];
}

static void select_c_call(Isel *s, Value *v)
{
	static const uint8_t ints[] = {RDI, RSI, RDX, RCX, R8, R9};
	CallInfo *call = v->call;
	Value *results[2];
	uint32_t nresults = results_of(s, v, results, COUNT(results)), nint = 0, nfloat = 0;
	MIns *ins = new_call(s, v, call->how == CCALL_LEAF ? M_CALL_LEAF : M_CALL_C, nresults,
			     v->nargs);
	for (uint32_t i = 0; i < nresults; i++)
		ins->def[i] = (MOperand){isel_def(s, results[i]), NOREG,
					 kind_is_float(results[i]->kind) ? XMM0
					 : results[i]->aux               ? RDX
									 : RAX};
	for (uint32_t i = 0; i < v->nargs; i++) {
		bool is_float = kind_is_float(v->args[i]->kind);
		if (!is_float && nint == COUNT(ints))
			ICE(v->pos, "too many words for C function %s", call->symbol);
		ins->use[i] = (MOperand){isel_use(s, v->args[i]), NOREG,
					 is_float ? XMM0 + nfloat++ : ints[nint++]};
	}
	ins->sym = call->symbol;
	ins->aux = (void *)c_stub(call);
	ins->args_live = call->how == CCALL_PARK;
}

void isel_call(Isel *s, Value *v)
{
	if (v->op == OP_CALL_C)
		select_c_call(s, v);
	else
		select_go_call(s, v);
}

void isel_return(Isel *s, Value *v)
{
	MIns *ins = isel_ins(s, M_RET, 0, 0, v ? v->nargs : 0);
	for (uint32_t i = 0; v && i < v->nargs; i++)
		ins->use[i] = (MOperand){isel_use(s, v->args[i]), NOREG,
					 isel_abi_reg(&s->ssa->abi->result_pieces[i])};
}

// Zeroes the pointers that live at entry without a value; neighbours at once.
static void zero_variables(Isel *s)
{
	const SlotUnit *units = s->slots->units.data;
	for (uint32_t i = 0, n = s->slots->units.len; i < n;) {
		uint32_t first = i++;
		Slot *slot = units[first].slot;
		if (!units[first].zero)
			continue;
		while (i < n && units[i].zero && units[i].slot == slot)
			i++;
		int64_t from = units[first].offset,
			to = slot->whole ? slot->size & ~(int64_t)7 : units[i - 1].offset + 8;
		MIns *zero = isel_ins(s, M_ENTRY_ZERO, 0, 0, 0);
		zero->local = (uint32_t)(uintptr_t)slot->data;
		zero->disp = from;
		zero->imm = to - from;
		if (to - from > 256)
			zero->clobber = REG_BIT(RDI) | REG_BIT(RCX) | REG_BIT(RAX);
	}
}

void isel_entry(Isel *s)
{
	const Block *b = s->ssa->entry;
	uint32_t n = 0;
	for (uint32_t i = 0; i < b->values.len; i++) {
		const Value *v = b->values.data[i];
		n += (v->op == OP_PARAM || v->op == OP_CTX) && s->vreg[v->id];
	}
	s->pos = s->f->pos;
	s->inl = 0;
	MIns *ins = amd64_new_ins(s->f, M_ENTRY, 0, n, 0);
	ins->pos = s->pos;
	n = 0;
	for (uint32_t i = 0; i < b->values.len; i++) {
		Value *v = b->values.data[i];
		if ((v->op == OP_PARAM || v->op == OP_CTX) && s->vreg[v->id])
			ins->def[n++] = (MOperand){
				isel_def(s, v), NOREG,
				v->op == OP_CTX ? RDX
						: isel_abi_reg(&s->ssa->abi->param_pieces[v->aux])};
	}
	vec_push(s->f->arena, s->seq, ins);
	zero_variables(s);
}
