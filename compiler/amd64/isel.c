// Instruction selection: the walk over blocks and values, operands, and the ends of blocks.
#include "amd64/isel.h"

VReg isel_temp(Isel *s, Kind kind)
{
	return amd64_new_vreg(s->f, kind_is_float(kind), kind_size(kind), kind == K_PTR);
}

VReg isel_use(Isel *s, Value *v)
{
	while (v->op == OP_COPY || v->op == OP_FROUND32 ||
	       (v->op == OP_TRUNC && kind_is_int(v->args[0]->kind)))
		v = v->args[0];
	if (!s->vreg[v->id])
		s->vreg[v->id] = isel_temp(s, v->kind);
	return s->vreg[v->id];
}

VReg isel_def(Isel *s, Value *v)
{
	return s->vreg[v->id] ? s->vreg[v->id] : isel_use(s, v);
}

MIns *isel_ins(Isel *s, MOp op, unsigned size, VReg def, unsigned nuse)
{
	MIns *ins = amd64_new_ins(s->f, op, size, def != 0, nuse);
	if (def)
		ins->def[0].v = def;
	ins->pos = s->pos;
	ins->inl = s->inl;
	vec_push(s->f->arena, s->seq, ins);
	return ins;
}

MIns *isel_one(Isel *s, MOp op, unsigned size, VReg def, VReg x)
{
	MIns *ins = isel_ins(s, op, size, def, 1);
	ins->use[0].v = x;
	return ins;
}

MIns *isel_two(Isel *s, MOp op, unsigned size, VReg def, VReg x, VReg y)
{
	MIns *ins = isel_ins(s, op, size, def, 2);
	ins->use[0].v = x;
	ins->use[1].v = y;
	return ins;
}

MIns *isel_imm(Isel *s, MOp op, unsigned size, VReg def, VReg x, int64_t imm)
{
	MIns *ins = isel_one(s, op, size, def, x);
	ins->has_imm = true;
	ins->imm = imm;
	return ins;
}

VReg isel_const(Isel *s, Kind kind, int64_t bits)
{
	VReg v = isel_temp(s, kind == K_PTR ? K_I64 : kind);
	MIns *ins = isel_ins(s, kind_is_float(kind) ? M_FCONST : M_MOV_IMM, kind_size(kind), v, 0);
	ins->has_imm = true;
	ins->imm = bits;
	s->f->vreg.data[v].remat = ins;
	return v;
}

bool isel_imm32(const Value *v, int64_t *c)
{
	if (v->op != OP_CONST || v->aux != (int32_t)v->aux)
		return false;
	*c = v->aux;
	return true;
}

bool isel_can_fold(const Isel *s, const Value *load, const Value *user)
{
	return load->op == OP_LOAD && load->uses == 1 && load->block == user->block &&
	       !s->vreg[load->id] && !(load->flags & (VF_CHECK | VF_VOLATILE)) &&
	       s->epoch[load->id] == s->epoch[user->id];
}

const char *isel_symbol(Isel *s, Str name)
{
	return amd64_mangle(s->f->arena, name);
}

// ---- values that are made again wherever they are used

static void select_constant(Isel *s, Value *v)
{
	MIns *ins;
	VReg def = isel_def(s, v);
	switch (v->op) {
	case OP_CONST:
		ins = isel_ins(s, M_MOV_IMM, kind_size(v->kind), def, 0);
		ins->imm = v->aux;
		ins->has_imm = true;
		break;
	case OP_FCONST:
		ins = isel_ins(s, M_FCONST, kind_size(v->kind), def, 0);
		ins->imm = v->aux;
		ins->has_imm = true;
		break;
	case OP_GETG: ins = isel_ins(s, M_GET_G, 8, def, 0); break;
	case OP_CALLER_SP: ins = isel_ins(s, M_GET_CFA, 8, def, 0); break;
	case OP_CALLER_PC: ins = isel_ins(s, M_GET_RET, 8, def, 0); break;
	default: {
		Address a = isel_address(s, v, 0);
		ins = isel_mem(s, M_LEA_FIX, 8, def, 0, &a);
	}
	}
	if (v->op == OP_CALLER_SP || v->op == OP_CALLER_PC)
		s->f->has_frame = true;
	s->f->vreg.data[def].remat = ins;
}

static bool is_constant(const Value *v)
{
	return value_is(v, OPF_CONST) || v->op == OP_GETG || v->op == OP_CALLER_SP ||
	       v->op == OP_CALLER_PC;
}

// Emits the value at work if it has an effect or somebody asked for it.
static void select_value(Isel *s, Value *v)
{
	if (is_constant(v)) {
		if (s->vreg[v->id])
			select_constant(s, v);
		return;
	}
	bool effect = value_is(v, OPF_WRITE | OPF_CALL | OPF_EFFECT) ||
		      (v->flags & (VF_CHECK | VF_VOLATILE)) || v->kind == K_TUPLE;
	if (s->folded[v->id] || (!effect && !s->vreg[v->id]))
		return;
	switch (v->op) {
	case OP_PHI:
	case OP_RESULT:
	case OP_PARAM:
	case OP_CTX:
	case OP_INL_MARK: break;
	case OP_KEEP_ALIVE: isel_one(s, M_KEEP, 8, 0, isel_use(s, v->args[0])); break;
	case OP_POLL: isel_ins(s, M_POLL, 8, 0, 0)->site = isel_site(s, v); break;
	case OP_PAUSE: isel_ins(s, M_PAUSE, 0, 0, 0); break;
	default:
		if (value_is(v, OPF_CALL))
			isel_call(s, v);
		else if (value_is(v, OPF_READ | OPF_WRITE) || v->op == OP_PREFETCH)
			isel_memory(s, v);
		else
			isel_arith(s, v);
	}
}

// Moves what `seq` has to the end of the reversed block.
static void flush(Isel *s)
{
	while (s->seq.len) {
		MIns *ins = vec_pop(s->seq);
		vec_push(s->f->arena, s->reversed, ins);
	}
}

static void select_end(Isel *s, Block *b)
{
	s->pos = b->pos;
	s->inl = b->inl;
	switch (b->kind) {
	case BLOCK_PLAIN: isel_ins(s, M_JMP, 0, 0, 0); break;
	case BLOCK_IF: isel_compare(s, M_BR, 0, b->control, false); break;
	case BLOCK_SWITCH: isel_one(s, M_SWITCH, 8, 0, isel_use(s, b->control)); break;
	case BLOCK_RETURN: isel_return(s, b->control); break;
	case BLOCK_EXIT: isel_ins(s, M_UD2, 0, 0, 0); break;
	}
	flush(s);
}

static void select_phis(Isel *s, Block *b, MBlock *to)
{
	for (uint32_t i = 0; i < b->values.len && b->values.data[i]->op == OP_PHI; i++) {
		Value *v = b->values.data[i];
		MPhi phi = {isel_def(s, v), NEW_ARRAY(s->f->arena, VReg, v->nargs + 1)};
		for (uint32_t p = 0; p < v->nargs; p++)
			phi.arg[p] = isel_use(s, v->args[p]);
		vec_push(s->f->arena, to->phis, phi);
	}
}

static bool changes_memory(const Value *v)
{
	return value_is(v, OPF_WRITE | OPF_CALL | OPF_SAFEPOINT);
}

static void select_block(Isel *s, Block *b, MBlock *to)
{
	s->block = b;
	s->reversed.len = 0;
	s->at = NULL;
	if (b->values.len) {
		const Value *last = vec_last(b->values);
		s->end_epoch = s->epoch[last->id] + changes_memory(last);
	}
	select_end(s, b);
	for (uint32_t i = b->values.len; i-- > 0;) {
		s->at = b->values.data[i];
		s->place = i;
		s->pos = s->at->pos;
		s->inl = s->at->inl;
		select_value(s, s->at);
		flush(s);
	}
	if (b == s->ssa->entry)
		isel_entry(s);
	if (b == s->ssa->recover) {
		isel_ins(s, M_DEFER_POINT, 0, 0, 0);
		s->f->defer_point = true;
	}
	flush(s);
	for (uint32_t i = s->reversed.len; i-- > 0;)
		vec_push(s->f->arena, to->code, s->reversed.data[i]);
}

// Copies the shape of the graph; blocks are numbered in reverse postorder.
static void copy_blocks(Isel *s)
{
	SsaFunc *ssa = s->ssa;
	for (uint32_t i = 0; i < ssa->blocks.len; i++) {
		Block *b = ssa->blocks.data[i];
		MBlock *to = amd64_new_block(s->f);
		to->depth = b->depth;
		to->cold = b->cold;
		to->header = b->loop_header;
		b->mark = i;
	}
	for (uint32_t i = 0; i < ssa->blocks.len; i++) {
		Block *b = ssa->blocks.data[i];
		MBlock *to = s->f->block[i];
		to->pred = NEW_ARRAY(s->f->arena, uint32_t, b->preds.len + 1);
		to->succ = NEW_ARRAY(s->f->arena, uint32_t, b->succs.len + 1);
		for (uint32_t p = 0; p < b->preds.len; p++)
			to->pred[to->npred++] = b->preds.data[p].block->mark;
		for (uint32_t p = 0; p < b->succs.len; p++)
			to->succ[to->nsucc++] = b->succs.data[p].block->mark;
	}
}

static void number_epochs(Isel *s)
{
	for (uint32_t i = 0; i < s->ssa->blocks.len; i++) {
		Block *b = s->ssa->blocks.data[i];
		uint32_t epoch = 0;
		for (uint32_t j = 0; j < b->values.len; j++) {
			Value *v = b->values.data[j];
			s->epoch[v->id] = epoch;
			epoch += changes_memory(v);
		}
		if (b->control && b->control->block == b && b->kind == BLOCK_RETURN)
			s->epoch[b->control->id] = epoch;
	}
}

// ---- the frame's variables

MSite *isel_site(Isel *s, const Value *v)
{
	MSite *site = NEW(s->f->arena, MSite);
	const SlotSite *slots = s->slots->sites[v->id];
	if (slots) {
		site->units = slots->units;
		site->nunits = slots->n;
	}
	return site;
}

static void mark_word(void *ctx, int64_t offset)
{
	((uint8_t *)ctx)[offset / 64] |= 1 << offset / 8 % 8;
}

// The pointers among the incoming words at entry, where all parameters live.
static void describe_arguments(Isel *s)
{
	const Abi *abi = s->ssa->abi;
	MFunc *f = s->f;
	f->args_size = abi->args_size;
	f->spill_size = abi->spill_size;
	uint8_t *bits = NEW_ARRAY(f->arena, uint8_t, (abi->args_size + abi->spill_size) / 64 + 1);
	for (uint32_t i = 0; i < abi->nparams; i++)
		if (!abi->params[i].in_regs && type_has_pointers(abi->params[i].type))
			type_visit_pointers(abi->params[i].type, abi->params[i].stack, mark_word,
					    bits);
	f->arg_ptrs = bits;
	f->param_regs = NEW_ARRAY(f->arena, MParamReg, abi->nparam_pieces + 1);
	for (uint32_t i = 0; i < abi->nparam_pieces; i++) {
		const AbiPiece *p = &abi->param_pieces[i];
		f->param_regs[f->nparam_regs++] = (MParamReg){isel_abi_reg(p), kind_size(p->kind),
							      p->kind == K_PTR, p->spill};
	}
}

static void describe_pointers(Isel *s, MLocal *local, const Slot *slot)
{
	Type *t = slot->type;
	local->period = slot->size;
	while (type_kind(t) == T_ARRAY && type_len(t) > 1) {
		t = type_elem(t);
		local->period = type_size(t);
	}
	uint8_t *bits = NEW_ARRAY(s->f->arena, uint8_t, local->period / 64 + 1);
	type_visit_pointers(t, 0, mark_word, bits);
	local->ptrs = bits;
}

static void copy_slots(Isel *s)
{
	MFunc *f = s->f;
	for (uint32_t i = 0; i < s->ssa->slots.len; i++) {
		Slot *slot = s->ssa->slots.data[i];
		slot->data = (void *)(uintptr_t)f->locals.len;
		if (!slot->used || slot->place == SLOT_OUT)
			continue;
		MLocal local = {.name = slot->name,
				.size = slot->size,
				.align = slot->align ? slot->align : 8,
				.incoming = slot->place == SLOT_ARGS,
				.offset = slot->offset,
				.whole = slot->whole};
		if (slot->has_pointers) {
			describe_pointers(s, &local, slot);
			local.object = slot->address_taken || slot->whole;
		}
		vec_push(f->arena, f->locals, local);
	}
	for (uint32_t i = 0; i < s->slots->units.len; i++) {
		const SlotUnit *u = &s->slots->units.data[i];
		MUnit unit = {(uint32_t)(uintptr_t)u->slot->data, u->offset};
		vec_push(f->arena, f->units, unit);
	}
}

void amd64_select(MFunc *f, SsaFunc *ssa, bool verify)
{
	Isel s = {.f = f, .ssa = ssa, .slots = ssa_slot_liveness(ssa)};
	if (verify)
		ssa_verify_slots(ssa, s.slots);
	s.vreg = NEW_ARRAY(f->arena, VReg, ssa->next_value);
	s.epoch = NEW_ARRAY(f->arena, uint32_t, ssa->next_value);
	s.folded = NEW_ARRAY(f->arena, bool, ssa->next_value);
	copy_blocks(&s);
	copy_slots(&s);
	describe_arguments(&s);
	number_epochs(&s);
	for (uint32_t i = 0; i < f->nblock; i++)
		select_phis(&s, ssa->blocks.data[i], f->block[i]);
	for (uint32_t i = f->nblock; i-- > 0;)
		select_block(&s, ssa->blocks.data[i], f->block[i]);
}
