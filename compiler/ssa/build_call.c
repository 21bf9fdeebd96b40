/*
 * Construction of SSA: calls.
 *
 * Arguments are all evaluated before the first of those that go on the stack is stored, so that
 * nothing comes between these stores and the call. Results in registers are RESULT values right
 * behind the call; those on the stack are read next.
 */
#include "ssa/build.h"

CallInfo *build_call_info(Builder *s, Abi *abi)
{
	CallInfo *call = NEW(s->arena, CallInfo);
	call->abi = abi;
	call->out_size = abi->args_size + abi->spill_size;
	if (!s->f->out && call->out_size)
		s->f->out = ssa_new_slot(s->f, SLOT_OUT, NULL, 0, 8);
	if (s->f->out && s->f->out->size < call->out_size)
		s->f->out->size = call->out_size;
	s->f->has_calls = true;
	return call;
}

static Value *emit_call(Builder *s, SsaOp op, CallInfo *call, uint32_t n, Value *const *args)
{
	Value *v = build0(s, op, K_TUPLE, 0);
	v->call = call;
	ssa_set_args(s->f, v, n, args);
	return v;
}

/* ---- calls of package runtime that construction itself makes */

static Value *runtime_call(Builder *s, const char *name, uint32_t n, Value *const *args,
			   bool noreturn)
{
	Func *callee = ir_runtime_func(name);
	CallInfo *call = build_call_info(s, ssa_abi_func(s->arena, callee));
	call->symbol = callee->linkname ? callee->linkname : callee->symbol;
	call->callee = callee;
	call->noreturn = noreturn;
	ASSERT(call->abi->nparam_pieces == n);
	return emit_call(s, OP_CALL, call, n, args);
}

Value *build_runtime_call(Builder *s, const char *name, uint32_t n, Value *const *args)
{
	return runtime_call(s, name, n, args, false);
}

void build_check(Builder *s, Value *ok, const char *name, uint32_t n, Value *const *args)
{
	Block *go_on = build_block(s), *panic = build_block(s);
	panic->cold = true;
	build_if(s, ok, go_on, panic, 1);
	build_seal(s, panic);
	build_start(s, panic);
	runtime_call(s, name, n, args, true);
	build_exit(s);
	build_seal(s, go_on);
	build_start(s, go_on);
}

/* ---- calls of the program */

/* What an argument is after evaluation: its parts, or where it is in memory. */
typedef struct Arg {
	bool split;
	Parts parts;
	Addr at;
} Arg;

static Arg evaluate(Builder *s, Node *n, Type *as)
{
	Arg a = {.split = build_shape(s, as)->split};
	if (a.split)
		a.parts = build_expr(s, n);
	else
		a.at = build_addr(s, n);
	return a;
}

typedef VEC(Value *) ValueList;

/* Appends the argument's register pieces. */
static void add_pieces(Builder *s, ValueList *to, const Arg *a, const Abi *abi, const AbiValue *v)
{
	for (uint32_t i = 0; i < v->npieces; i++) {
		const AbiPiece *piece = &abi->param_pieces[v->first_piece + i];
		Value *x = a->split ? a->parts.v[i]
				    : build_load1(s, a->at, piece->kind, piece->offset);
		vec_push(s->arena, *to, x);
	}
}

static void store_arg(Builder *s, const Arg *a, const AbiValue *v)
{
	Addr to = build_slot_addr(s, s->f->out);
	to.offset = v->stack;
	if (a->split)
		build_store(s, to, v->type, &a->parts, true);
	else
		build_move(s, to, a->at, type_size(v->type));
}

/* ---- results */

/* Assigns a result that is in registers but is not split: its pieces are stored one by one. */
static void store_pieces(Builder *s, Node *to, const Abi *abi, const AbiValue *v, Value **results,
			 bool init)
{
	Addr a = build_addr(s, to);
	for (uint32_t i = 0; i < v->npieces; i++)
		build_store1(s, a, abi->result_pieces[v->first_piece + i].offset,
			     results[v->first_piece + i], init);
}

static Value **take_results(Builder *s, Value *v, uint32_t n, const AbiPiece *pieces)
{
	Value **results = NEW_ARRAY(s->arena, Value *, n + 1);
	for (uint32_t i = 0; i < n; i++) {
		results[i] = build1(s, OP_RESULT, pieces[i].kind, i, v);
		if (pieces[i].length)
			results[i]->flags |= VF_LENGTH;
	}
	return results;
}

static void assign_results(Builder *s, Value *v, const Abi *abi, Node *const *to, uint32_t nto,
			   bool init)
{
	Value **results = take_results(s, v, abi->nresult_pieces, abi->result_pieces);
	Parts *parts = NEW_ARRAY(s->arena, Parts, nto + 1);
	/* First everything that is read, the results on the stack too. */
	for (uint32_t i = 0; i < nto; i++) {
		const AbiValue *r = &abi->results[i];
		if (!to[i] || ir_is_blank(to[i]))
			continue;
		if (r->in_regs) {
			parts[i].n = r->npieces <= MAX_PARTS ? r->npieces : 0;
			for (uint32_t k = 0; k < parts[i].n; k++)
				parts[i].v[k] = results[r->first_piece + k];
			continue;
		}
		Addr from = build_slot_addr(s, s->f->out);
		from.offset = r->stack;
		if (build_shape(s, r->type)->split)
			parts[i] = build_load(s, from, r->type);
		else
			build_move(s, build_addr(s, to[i]), from, type_size(r->type));
	}
	for (uint32_t i = 0; i < nto; i++) {
		if (!to[i] || ir_is_blank(to[i]))
			continue;
		if (build_shape(s, abi->results[i].type)->split)
			build_assign(s, to[i], &parts[i], init);
		else if (abi->results[i].in_regs)
			store_pieces(s, to[i], abi, &abi->results[i], results, init);
	}
}

/* ---- C functions */

static void c_call(Builder *s, Node *n, const Func *callee, Node *const *to, uint32_t nto)
{
	ValueList args = {0};
	for (uint32_t i = 0; i < n->list.len; i++) {
		Parts p = build_expr(s, n->list.data[i]);
		for (uint32_t k = 0; k < p.n; k++)
			vec_push(s->arena, args, p.v[k]);
	}
	CallInfo *call = NEW(s->arena, CallInfo);
	call->symbol = callee->c_name;
	call->how = callee->c_call;
	call->noreturn = n->flags & NF_NORETURN;
	uint32_t nkinds = 0;
	Kind kinds[MAX_PARTS * 2];
	for (uint32_t i = 0; i < callee->results.len; i++) {
		const Shape *shape = build_shape(s, callee->results.data[i]->type);
		ASSERT(shape->split && nkinds + shape->n <= 2);
		for (uint32_t k = 0; k < shape->n; k++)
			kinds[nkinds++] = shape->part[k].kind;
	}
	call->nresults = nkinds;
	for (uint32_t i = 0; i < nkinds; i++)
		call->result[i] = kinds[i];
	if (call->how != CCALL_LEAF)
		s->f->has_calls = true;
	Value *v = emit_call(s, OP_CALL_C, call, args.len, args.data);
	Value *results[2];
	for (uint32_t i = 0; i < nkinds; i++)
		results[i] = build1(s, OP_RESULT, kinds[i], i, v);
	uint32_t at = 0;
	for (uint32_t i = 0; i < callee->results.len; i++) {
		Parts p = {.n = build_shape(s, callee->results.data[i]->type)->n};
		for (uint32_t k = 0; k < p.n; k++)
			p.v[k] = results[at++];
		if (i < nto)
			build_assign(s, to[i], &p, true);
	}
}

void build_leaf_call(Builder *s, const Func *callee, uint32_t n, Value *const *args)
{
	CallInfo *call = NEW(s->arena, CallInfo);
	call->symbol = callee->c_name;
	call->how = callee->c_call;
	ASSERT(call->how == CCALL_LEAF);
	emit_call(s, OP_CALL_C, call, n, args);
}

/* ---- Go functions */

/* The callee's code, and what goes before the arguments. */
typedef struct Callee {
	SsaOp op;
	CallInfo *info;
	uint32_t nfixed; /* code, context */
	Value *fixed[2];
	bool has_receiver; /* of an interface method */
	Arg receiver;
} Callee;

static Callee static_callee(Builder *s, const Node *n)
{
	Func *f = n->x->func;
	Callee c = {.op = OP_CALL, .info = build_call_info(s, ssa_abi_func(s->arena, f))};
	c.info->symbol = f->linkname ? f->linkname : f->symbol;
	c.info->callee = f;
	ir_note_func_use(s->ir->package, f);
	c.info->noreturn = f->is_noreturn;
	return c;
}

static Callee closure_callee(Builder *s, const Node *n)
{
	Value *closure = build_expr1(s, n->x);
	Callee c = {.op = OP_CALL_CLOSURE,
		    .info = build_call_info(s, ssa_abi_type(s->arena, n->x->type)),
		    .nfixed = 2};
	build_nil_check(s, closure, n->x);
	Value *code = build1(s, OP_LOAD, K_I64, 0, closure);
	code->flags |= VF_IMMUTABLE;
	c.fixed[0] = code;
	c.fixed[1] = closure;
	return c;
}

enum { ITAB_FUN = 24 }; /* offset of the first method in an itab */

/* The method of the one type that the interface can hold. A nil interface faults even so. */
static Callee only_callee(Builder *s, const Node *n)
{
	Func *f = n->x->y->func;
	Parts iface = build_expr(s, n->x->x);
	Callee c = {.op = OP_CALL, .has_receiver = true};
	c.info = build_call_info(s, ssa_abi_func(s->arena, f));
	c.info->symbol = f->linkname ? f->linkname : f->symbol;
	c.info->callee = f;
	ir_note_func_use(s->ir->package, f);
	build_nil_check_at(s, iface.v[0], n->x, ITAB_FUN + 8 * n->x->index);
	Type *t = f->params.data[0]->type;
	bool is_word = type_is_pointer(t) || type_is_direct_iface(t);
	Addr at = {.base = iface.v[1]};
	c.receiver.split = is_word || build_shape(s, t)->split;
	if (is_word)
		c.receiver.parts = (Parts){.n = 1, .v = {iface.v[1]}};
	else if (c.receiver.split)
		c.receiver.parts = build_load(s, at, t);
	else
		c.receiver.at = at;
	return c;
}

static Callee method_callee(Builder *s, const Node *n)
{
	if (n->x->y)
		return only_callee(s, n);
	Parts iface = build_expr(s, n->x->x);
	Callee c = {.op = OP_CALL_INTER,
		    .info = build_call_info(s, ssa_abi_method(s->arena, n->x->type)),
		    .nfixed = 1};
	ir_note_method_call(s->ir->package, n->x->sel);
	build_nil_check(s, iface.v[0], n->x);
	Value *code = build1(s, OP_LOAD, K_I64, ITAB_FUN + 8 * n->x->index, iface.v[0]);
	code->flags |= VF_IMMUTABLE;
	c.fixed[0] = code;
	c.has_receiver = true;
	c.receiver = (Arg){.split = true, .parts = {.n = 1, .v = {iface.v[1]}}};
	return c;
}

static void go_call(Builder *s, Node *n, Node *const *to, uint32_t nto, bool init)
{
	Callee callee = n->op == OCALLINTER     ? method_callee(s, n)
			: n->x->op == OFUNCNAME ? static_callee(s, n)
						: closure_callee(s, n);
	const Abi *abi = callee.info->abi;
	uint32_t first = callee.has_receiver;
	if (n->list.len + first != abi->nparams)
		ICE(n->pos, "%u arguments for %u parameters", n->list.len + first, abi->nparams);
	Arg *args = NEW_ARRAY(s->arena, Arg, abi->nparams + 1);
	if (callee.has_receiver)
		args[0] = callee.receiver;
	for (uint32_t i = first; i < abi->nparams; i++)
		args[i] = evaluate(s, n->list.data[i - first], abi->params[i].type);
	ValueList values = {0};
	for (uint32_t i = 0; i < callee.nfixed; i++)
		vec_push(s->arena, values, callee.fixed[i]);
	for (uint32_t i = 0; i < abi->nparams; i++)
		if (abi->params[i].in_regs)
			add_pieces(s, &values, &args[i], abi, &abi->params[i]);
	for (uint32_t i = 0; i < abi->nparams; i++)
		if (!abi->params[i].in_regs)
			store_arg(s, &args[i], &abi->params[i]);
	callee.info->noreturn |= (n->flags & NF_NORETURN) != 0;
	Value *v = emit_call(s, callee.op, callee.info, values.len, values.data);
	assign_results(s, v, abi, to, nto, init);
	for (uint32_t i = 0; i < n->rlist.len; i++)
		build1(s, OP_KEEP_ALIVE, K_VOID, 0, build_expr1(s, n->rlist.data[i]));
	if (callee.info->noreturn)
		build_exit(s);
}

void build_call(Builder *s, Node *n, Node *const *to, uint32_t nto, bool init)
{
	Pos pos = s->pos;
	uint32_t inl = s->inl;
	s->pos = n->pos;
	s->inl = n->inl;
	Func *f = n->op == OCALLFUNC && n->x->op == OFUNCNAME ? n->x->func : NULL;
	Parts result[2] = {0};
	build_stmts(s, &n->init);
	if (f && build_intrinsic(s, f, n, result)) {
		for (uint32_t i = 0; i < nto; i++)
			build_assign(s, to[i], &result[i], init);
	} else if (f && f->c_call != CCALL_NONE) {
		c_call(s, n, f, to, nto);
	} else {
		go_call(s, n, to, nto, init);
	}
	s->pos = pos;
	s->inl = inl;
}
