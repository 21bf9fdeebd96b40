/*
 * Construction of SSA, first part: variables, blocks, and the frame of a function.
 *
 * The method is Braun, Buchwald, Hack, Leissa, Mallon and Zwinkau, Simple and Efficient
 * Construction of Static Single Assignment Form (2013): a variable's value is looked up backwards
 * through the predecessors when it is read; a block whose predecessors are not all known yet (it is
 * not sealed) gets a phi that is completed later. A phi with only one operand besides itself
 * becomes a copy; pass copies.c finds those that this makes superfluous in turn.
 *
 * A Go variable is up to four SSA variables, one for each scalar of its type; or a slot in the
 * frame when its address is needed, when it is larger, or when it is a result of a function with
 * defer, which must be found after a recovery.
 */
#include "ssa/build.h"

/* ---- types */

const Shape *build_shape(Builder *s, Type *t)
{
	void **slot = map_slot(&s->shapes, t);
	if (!*slot) {
		Shape *shape = NEW(s->arena, Shape);
		shape->split = ssa_scalars(t, MAX_PARTS, shape->part, &shape->n);
		shape->size = type_size(t);
		*slot = shape;
	}
	return *slot;
}

Kind build_kind(Builder *s, Type *t)
{
	const Shape *shape = build_shape(s, t);
	ASSERT(shape->split && shape->n == 1);
	return shape->part[0].kind;
}

/* ---- values */

Value *build0(Builder *s, SsaOp op, Kind kind, int64_t aux)
{
	return ssa_value0(s->f, s->cur, op, kind, aux, s->pos, s->inl);
}

Value *build1(Builder *s, SsaOp op, Kind kind, int64_t aux, Value *x)
{
	return ssa_value1(s->f, s->cur, op, kind, aux, x, s->pos, s->inl);
}

Value *build2(Builder *s, SsaOp op, Kind kind, int64_t aux, Value *x, Value *y)
{
	return ssa_value2(s->f, s->cur, op, kind, aux, x, y, s->pos, s->inl);
}

Value *build3(Builder *s, SsaOp op, Kind kind, Value *x, Value *y, Value *z)
{
	Value *v = build0(s, op, kind, 0);
	ssa_set_args(s->f, v, 3, (Value *[]){x, y, z});
	return v;
}

/* A constant's aux is sign-extended from its width, so that equal constants look equal. */
Value *build_const(Builder *s, Kind kind, int64_t c)
{
	switch (kind_size(kind)) {
	case 1: c = (int8_t)c; break;
	case 2: c = (int16_t)c; break;
	case 4: c = (int32_t)c; break;
	}
	return build0(s, OP_CONST, kind, c);
}

Value *build_zero(Builder *s, Kind kind)
{
	return kind_is_float(kind) ? build0(s, OP_FCONST, kind, 0) : build_const(s, kind, 0);
}

Value *build_symbol(Builder *s, Kind kind, Str symbol, int64_t offset)
{
	Value *v = build0(s, OP_ADDR_SYM, kind, offset);
	v->sym = symbol;
	v->flags |= VF_NONNIL;
	return v;
}

Value *build_context(Builder *s)
{
	if (!s->ctx)
		ICE(s->pos, "%s reads the closure context but is not marked so", s->f->symbol);
	return s->ctx;
}

/* ---- SSA variables */

static BlockState *state(const Block *b)
{
	return b->data;
}

static uint64_t key(const Block *b, uint32_t var)
{
	return (uint64_t)b->id << 32 | var;
}

uint32_t build_new_var(Builder *s, Scalar like)
{
	vec_push(s->arena, s->vars, like);
	return s->vars.len - 1;
}

static Value *resolve(Value *v)
{
	while (v->op == OP_COPY)
		v = v->args[0];
	return v;
}

void build_write(Builder *s, Block *b, uint32_t var, Value *v)
{
	*map_slot_u64(&s->defs, key(b, var)) = v;
}

static Value *new_phi(Builder *s, Block *b, uint32_t var)
{
	Value *phi = ssa_new_value(s->f, OP_PHI, s->vars.data[var].kind, b->pos, b->inl);
	if (s->vars.data[var].length)
		phi->flags |= VF_LENGTH;
	phi->block = b;
	vec_push(s->arena, state(b)->head, phi);
	build_write(s, b, var, phi);
	return phi;
}

/* Completes a phi; one that has a single value becomes a copy of it. */
static void complete_phi(Builder *s, Value *phi, uint32_t var)
{
	Block *b = phi->block;
	uint32_t n = b->preds.len;
	Value **args = NEW_ARRAY(s->arena, Value *, n), *only = NULL;
	bool many = false;
	for (uint32_t i = 0; i < n; i++) {
		args[i] = build_read(s, b->preds.data[i].block, var);
		if (args[i] == phi || args[i] == only)
			continue;
		many |= only != NULL;
		only = args[i];
	}
	ssa_set_args(s->f, phi, n, args);
	if (!many && only)
		ssa_become_copy(s->f, phi, only);
}

/* A variable that nothing was assigned to on this way: the program cannot see its value. */
static Value *undefined(Builder *s, Block *b, uint32_t var)
{
	Kind kind = s->vars.data[var].kind;
	Value *v = ssa_new_value(s->f, kind_is_float(kind) ? OP_FCONST : OP_CONST, kind, b->pos,
				 b->inl);
	v->block = b;
	vec_push(s->arena, state(b)->head, v);
	build_write(s, b, var, v);
	return v;
}

Value *build_read(Builder *s, Block *b, uint32_t var)
{
	Value *v = map_get_u64(&s->defs, key(b, var));
	if (v)
		return resolve(v);
	if (!state(b)->sealed) {
		Incomplete todo = {new_phi(s, b, var), var};
		vec_push(s->arena, state(b)->incomplete, todo);
		return todo.phi;
	}
	if (b->preds.len == 0)
		return undefined(s, b, var);
	if (b->preds.len == 1) {
		v = build_read(s, b->preds.data[0].block, var);
	} else {
		v = new_phi(s, b, var);
		complete_phi(s, v, var);
		v = resolve(v);
	}
	build_write(s, b, var, v);
	return v;
}

/* ---- blocks */

Block *build_block(Builder *s)
{
	Block *b = ssa_new_block(s->f);
	b->data = NEW(s->arena, BlockState);
	b->pos = s->pos;
	b->inl = s->inl;
	return b;
}

void build_seal(Builder *s, Block *b)
{
	BlockState *st = state(b);
	if (st->sealed)
		return;
	st->sealed = true;
	for (uint32_t i = 0; i < st->incomplete.len; i++)
		complete_phi(s, st->incomplete.data[i].phi, st->incomplete.data[i].var);
}

void build_start(Builder *s, Block *b)
{
	s->cur = b;
}

static Block *end(Builder *s, BlockKind kind)
{
	Block *b = s->cur;
	b->kind = kind;
	b->pos = s->pos;
	b->inl = s->inl;
	s->cur = NULL;
	return b;
}

void build_jump(Builder *s, Block *to)
{
	if (s->cur)
		ssa_add_edge(s->f, end(s, BLOCK_PLAIN), to);
}

void build_if(Builder *s, Value *cond, Block *yes, Block *no, int likely)
{
	Block *b = end(s, BLOCK_IF);
	b->control = cond;
	b->likely = likely;
	ssa_add_edge(s->f, b, yes);
	ssa_add_edge(s->f, b, no);
}

void build_exit(Builder *s)
{
	end(s, BLOCK_EXIT);
}

/* Puts the phis before the other values of each block, and takes the copies out of them. */
static void finish_blocks(Builder *s)
{
	each_block(s->f, b)
	{
		BlockState *st = state(b);
		build_seal(s, b);
		if (!st->head.len)
			continue;
		uint32_t n = 0;
		Value **all = NEW_ARRAY(s->arena, Value *, st->head.len + b->values.len);
		for (uint32_t i = 0; i < st->head.len; i++)
			if (st->head.data[i]->op == OP_PHI)
				all[n++] = st->head.data[i];
		for (uint32_t i = 0; i < st->head.len; i++)
			if (st->head.data[i]->op != OP_PHI)
				all[n++] = st->head.data[i];
		if (b->values.len)
			memcpy(all + n, b->values.data, b->values.len * sizeof *all);
		b->values.data = all;
		b->values.len = b->values.cap = n + b->values.len;
	}
	each_block(s->f, b) b->data = NULL;
}

/* Each use of a copy becomes one of its origin. */
static void resolve_copies(SsaFunc *f)
{
	each_block(f, b)
	{
		each_value(b, v) for (uint32_t i = 0; i < v->nargs; i++) v->args[i] =
			resolve(v->args[i]);
		if (b->control && b->kind == BLOCK_RETURN)
			for (uint32_t i = 0; i < b->control->nargs; i++)
				b->control->args[i] = resolve(b->control->args[i]);
		else if (b->control)
			b->control = resolve(b->control);
	}
}

/* ---- where variables live */

static bool keep_in_memory(Builder *s, const Var *v)
{
	if (v->in_memory || v->address_taken || map_has(&s->in_memory, v))
		return true;
	if (!s->ir->has_defer)
		return false;
	if (v->class == VAR_RESULT)
		return true;
	for (uint32_t i = 0; i < s->ir->results.len; i++)
		if (s->ir->results.data[i]->heap_addr == v)
			return true;
	return false;
}

static Slot *variable_slot(Builder *s, Var *v, SlotPlace where, int64_t offset)
{
	Slot *slot = ssa_new_slot(s->f, where, v->type, type_size(v->type), type_align(v->type));
	slot->offset = offset;
	slot->name = v->name;
	slot->var = v;
	return slot;
}

Place *build_place(Builder *s, Var *v)
{
	void **slot = map_slot(&s->places, v);
	if (*slot)
		return *slot;
	Place *place = NEW(s->arena, Place);
	*slot = place;
	place->shape = build_shape(s, v->type);
	place->split = place->shape->split && !keep_in_memory(s, v);
	if (!place->split) {
		place->slot = variable_slot(s, v, SLOT_FRAME, 0);
		return place;
	}
	place->first = s->vars.len;
	for (uint32_t i = 0; i < place->shape->n; i++)
		build_new_var(s, place->shape->part[i]);
	return place;
}

/* The address of a place inside a variable: the variable must be in memory. */
static void note_address(Builder *s, Node *n)
{
	while (n->op == ODOT || (n->op == OINDEX && type_kind(n->x->type) == T_ARRAY) ||
	       n->op == OCONVNOP)
		n = n->x;
	if (n->op == ONAME)
		map_set(&s->in_memory, n->var, 1);
}

static void scan_list(Builder *s, const NodeList *list);

/* Finds variables whose address is taken, and counts the gotos to each label. */
static void scan(Builder *s, Node *n)
{
	if (!n)
		return;
	if (n->op == OADDR)
		note_address(s, n->x);
	if (n->op == OGOTO)
		build_label(s, n->label)->gotos++;
	scan(s, n->x);
	scan(s, n->y);
	scan(s, n->z);
	scan(s, n->w);
	scan_list(s, &n->init);
	scan_list(s, &n->list);
	scan_list(s, &n->rlist);
	scan_list(s, &n->body);
	scan_list(s, &n->els);
}

static void scan_list(Builder *s, const NodeList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		scan(s, list->data[i]);
}

/* ---- entry and return */

static void enter_param(Builder *s, Var *v, const AbiValue *abi)
{
	Place *place;
	if (!abi->in_regs) {
		Slot *slot = variable_slot(s, v, SLOT_ARGS, abi->stack);
		if (keep_in_memory(s, v) || !build_shape(s, v->type)->split) {
			place = NEW(s->arena, Place);
			place->shape = build_shape(s, v->type);
			place->slot = slot;
			map_set(&s->places, v, place);
			return;
		}
		place = build_place(s, v);
		Parts parts = build_load(s, build_slot_addr(s, slot), v->type);
		for (uint32_t i = 0; i < parts.n; i++)
			build_write(s, s->cur, place->first + i, parts.v[i]);
		return;
	}
	place = build_place(s, v);
	for (uint32_t i = 0; i < abi->npieces; i++) {
		const AbiPiece *piece = &s->f->abi->param_pieces[abi->first_piece + i];
		Value *p = build0(s, OP_PARAM, piece->kind, abi->first_piece + i);
		if (piece->length)
			p->flags |= VF_LENGTH;
		if (place->split)
			build_write(s, s->cur, place->first + i, p);
		else
			p->data = (void *)piece;
	}
}

/* Stores the register pieces of the parameters that live in memory, after all PARAM values. */
static void spill_params(Builder *s)
{
	uint32_t n = s->cur->values.len;
	for (uint32_t i = 0; i < n; i++) {
		Value *p = s->cur->values.data[i];
		if (p->op != OP_PARAM || !p->data)
			continue;
		const AbiPiece *piece = p->data;
		Var *v = s->ir->params.data[piece->value];
		build_store1(s, build_slot_addr(s, build_place(s, v)->slot), piece->offset, p,
			     true);
		p->data = NULL;
	}
}

/* lower/ sets results to zero; those not in memory get a value here for functions without a body.
 * */
static void enter_result(Builder *s, Var *v)
{
	Place *place = build_place(s, v);
	for (uint32_t i = 0; place->split && i < place->shape->n; i++)
		build_write(s, s->cur, place->first + i, build_zero(s, place->shape->part[i].kind));
}

/* A wrapper passes the right to recover on to its callee: when the panic at work called the wrapper
 * (its argp is this frame's CFA), argp becomes the CFA that the callee will have, the bottom of
 * this frame. */
static void adjust_panic(Builder *s)
{
	enum { G_PANIC = 24, PANIC_ARGP = 8 };
	Block *have = build_block(s), *ours = build_block(s), *done = build_block(s);
	Value *g = build0(s, OP_GETG, K_PTR, 0);
	Value *panic = build1(s, OP_LOAD, K_PTR, G_PANIC, g);
	build_if(s, build2(s, OP_NE, K_I8, 0, panic, build_const(s, K_PTR, 0)), have, done, -1);
	build_seal(s, have);
	build_start(s, have);
	Value *argp = build1(s, OP_LOAD, K_I64, PANIC_ARGP, panic);
	build_if(s, build2(s, OP_EQ, K_I8, 0, argp, build0(s, OP_CALLER_SP, K_I64, 0)), ours, done,
		 0);
	build_seal(s, ours);
	build_start(s, ours);
	if (!s->f->out)
		s->f->out = ssa_new_slot(s->f, SLOT_OUT, NULL, 0, 8);
	Value *out = build1(s, OP_PTR_TO_INT, K_I64, 0, build_slot_addr(s, s->f->out).base);
	build2(s, OP_STORE, K_VOID, PANIC_ARGP, panic, out);
	build_jump(s, done);
	build_seal(s, done);
	build_start(s, done);
}

static void enter(Builder *s)
{
	s->f->entry = build_block(s);
	build_seal(s, s->f->entry);
	build_start(s, s->f->entry);
	for (uint32_t i = 0; i < s->ir->params.len; i++)
		enter_param(s, s->ir->params.data[i], &s->f->abi->params[i]);
	if (s->f->needs_context) {
		s->ctx = build0(s, OP_CTX, K_PTR, 0);
		s->ctx->flags |= VF_NONNIL;
	}
	spill_params(s);
	for (uint32_t i = 0; i < s->ir->results.len; i++)
		enter_result(s, s->ir->results.data[i]);
	if (s->f->wrapper)
		adjust_panic(s);
}

/* The pieces of result v in registers, or its store to the caller's frame. */
static void leave_result(Builder *s, Var *v, const AbiValue *abi, Value **pieces)
{
	Place *place = build_place(s, v);
	if (!abi->in_regs) {
		Slot *slot = variable_slot(s, v, SLOT_ARGS, abi->stack);
		Addr to = build_slot_addr(s, slot);
		if (place->split) {
			Parts parts = {.n = place->shape->n};
			for (uint32_t i = 0; i < parts.n; i++)
				parts.v[i] = build_read(s, s->cur, place->first + i);
			build_store(s, to, v->type, &parts, true);
		} else {
			build_move(s, to, build_slot_addr(s, place->slot), place->shape->size);
		}
		return;
	}
	for (uint32_t i = 0; i < abi->npieces; i++) {
		const AbiPiece *piece = &s->f->abi->result_pieces[abi->first_piece + i];
		pieces[abi->first_piece + i] =
			place->split ? build_read(s, s->cur, place->first + i)
				     : build_load1(s, build_slot_addr(s, place->slot), piece->kind,
						   piece->offset);
	}
}

void build_return(Builder *s)
{
	Value **pieces = NEW_ARRAY(s->arena, Value *, s->f->abi->nresult_pieces + 1);
	for (uint32_t i = 0; i < s->ir->results.len; i++)
		leave_result(s, s->ir->results.data[i], &s->f->abi->results[i], pieces);
	Value *ret = ssa_new_value(s->f, OP_RETURN, K_VOID, s->pos, s->inl);
	ssa_set_args(s->f, ret, s->f->abi->nresult_pieces, pieces);
	Block *b = end(s, BLOCK_RETURN);
	b->control = ret;
	ret->block = b;
}

/* Where control arrives after a recovery: the rest of the deferred calls, then the results as they
 * are in memory. A result moved to the heap is copied back first. */
static void build_recover(Builder *s)
{
	s->pos = s->ir->end;
	s->inl = 0;
	Block *b = s->f->recover = build_block(s);
	build_seal(s, b);
	build_start(s, b);
	build_runtime_call(s, "deferreturn", 0, NULL);
	for (uint32_t i = 0; i < s->ir->results.len; i++) {
		Var *v = s->ir->results.data[i];
		if (!v->heap_addr)
			continue;
		Addr at = build_slot_addr(s, build_place(s, v->heap_addr)->slot);
		Addr from = {.base = build_load1(s, at, K_PTR, 0)};
		build_move(s, build_slot_addr(s, build_place(s, v)->slot), from,
			   type_size(v->type));
	}
	build_return(s);
}

/* What reflect's stubs call in the place of the function meant. */
static bool is_reflect_wrapper(Str symbol)
{
	return !strcmp(symbol, "reflect.callReflect") || !strcmp(symbol, "reflect.callMethod");
}

static SsaFunc *new_func(Arena *arena, Func *ir)
{
	SsaFunc *f = NEW(arena, SsaFunc);
	f->arena = arena;
	f->ir = ir;
	f->symbol = ir->linkname ? ir->linkname : ir->symbol;
	f->abi = ssa_abi_func(arena, ir);
	f->nosplit = ir->pragma & PRAGMA_NOSPLIT;
	f->wrapper = ir->is_wrapper || is_reflect_wrapper(f->symbol);
	f->needs_context = ir->needs_context;
	return f;
}

Builder build_begin(SsaFunc *f)
{
	Arena *arena = f->arena;
	return (Builder){.f = f,
			 .ir = f->ir,
			 .arena = arena,
			 .pos = f->ir->pos,
			 .defs = map_make(arena),
			 .shapes = map_make(arena),
			 .places = map_make(arena),
			 .in_memory = map_make(arena)};
}

void build_finish(Builder *s)
{
	finish_blocks(s);
	resolve_copies(s->f);
	ssa_order(s->f);
	ssa_dominators(s->f);
}

SsaFunc *ssa_build(Arena *arena, Func *ir)
{
	Builder s = build_begin(new_func(arena, ir));
	scan_list(&s, &ir->body);
	enter(&s);
	build_stmts(&s, &ir->body);
	if (s.cur) {
		s.pos = ir->end;
		s.inl = 0;
		build_return(&s);
	}
	if (ir->has_defer)
		build_recover(&s);
	build_finish(&s);
	return s.f;
}

SsaFunc *ssa_build_stub(Arena *arena, Func *ir)
{
	Builder s = build_begin(new_func(arena, ir));
	enter(&s);
	Node **args = NEW_ARRAY(arena, Node *, ir->params.len + 1),
	     **to = NEW_ARRAY(arena, Node *, ir->results.len + 1);
	for (uint32_t i = 0; i < ir->params.len; i++)
		args[i] = ir->params.data[i]->node;
	for (uint32_t i = 0; i < ir->results.len; i++)
		to[i] = ir->results.data[i]->node;
	build_call(&s, ir_call(arena, ir->pos, ir, ir->params.len, args), to, ir->results.len,
		   true);
	build_return(&s);
	build_finish(&s);
	return s.f;
}
