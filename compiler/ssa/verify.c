/*
 * What holds of SSA after construction and after every pass. A violation is burrow's own fault: the
 * function is printed and the compiler stops, naming the pass.
 *
 *   - edges agree at both ends; the number of successors fits the block's kind
 *   - every value is in the list of its block, once, with the arguments and the kind that its
 *     operation's row demands
 *   - phis come first and have one argument per predecessor, of their own kind
 *   - an argument is defined before its use: earlier in the block or in a dominating block; for a
 *     phi, in or above the predecessor
 *   - results follow their tuple; parameters and the context stand in the entry block
 */
#include "ssa/ssa.h"

typedef struct Verifier {
	const SsaFunc *f;
	const char *when;
	uint32_t *place; /* by value id: position in its block + 1 */
} Verifier;

static _Noreturn void bad(const Verifier *s, const Block *b, const Value *v, const char *what)
{
	ssa_print(stderr, s->f, s->when);
	if (v) {
		ssa_print_value(stderr, v);
		fputc('\n', stderr);
	}
	ICE(v ? v->pos : b->pos, "ssa of %s after %s: b%u: %s", s->f->symbol, s->when, b->id, what);
}

static void check_edges(const Verifier *s, const Block *b)
{
	for (uint32_t i = 0; i < b->succs.len; i++) {
		Edge e = b->succs.data[i];
		if (e.index >= e.block->preds.len || e.block->preds.data[e.index].block != b ||
		    e.block->preds.data[e.index].index != i)
			bad(s, b, NULL, "successor edge does not match");
	}
	for (uint32_t i = 0; i < b->preds.len; i++) {
		Edge e = b->preds.data[i];
		if (e.index >= e.block->succs.len || e.block->succs.data[e.index].block != b ||
		    e.block->succs.data[e.index].index != i)
			bad(s, b, NULL, "predecessor edge does not match");
	}
	bool ok = b->kind == BLOCK_PLAIN    ? b->succs.len == 1
		  : b->kind == BLOCK_IF     ? b->succs.len == 2
		  : b->kind == BLOCK_SWITCH ? b->succs.len > 0
					    : b->succs.len == 0;
	if (!ok)
		bad(s, b, NULL, "wrong number of successors");
	bool controlled = b->kind == BLOCK_IF || b->kind == BLOCK_SWITCH || b->kind == BLOCK_RETURN;
	if (controlled != (b->control != NULL))
		bad(s, b, NULL, "control value missing or not expected");
	if (b->kind == BLOCK_IF && b->control->kind != K_I8)
		bad(s, b, b->control, "condition is not a bool");
}

static void check_kind(const Verifier *s, const Value *v)
{
	Kind k = v->kind, first = v->nargs ? v->args[0]->kind : K_VOID;
	bool ok = true;
	switch ((ResultRule)ssa_ops[v->op].result) {
	case RES_VOID: ok = k == K_VOID; break;
	case RES_BOOL: ok = k == K_I8; break;
	case RES_INT: ok = kind_is_int(k); break;
	case RES_I64: ok = k == K_I64; break;
	case RES_PTR: ok = k == K_PTR; break;
	case RES_FLT: ok = kind_is_float(k); break;
	case RES_TUPLE: ok = k == K_TUPLE; break;
	case RES_SAME: ok = kind_is_int(k) && k == first; break;
	case RES_FSAME: ok = kind_is_float(k) && k == first; break;
	case RES_ANY: ok = k != K_VOID && k != K_TUPLE; break;
	}
	if (!ok)
		bad(s, v->block, v, "wrong kind of result");
}

static void check_args(const Verifier *s, const Value *v)
{
	for (uint32_t i = 0; i < v->nargs; i++) {
		const Value *a = v->args[i];
		if (!a)
			bad(s, v->block, v, "argument missing");
		if (a->kind == K_VOID || (a->kind == K_TUPLE) != (v->op == OP_RESULT))
			bad(s, v->block, v, "argument is not a scalar");
	}
	const Value *const *a = (const Value *const *)v->args;
	switch (v->op) {
	case OP_ADD:
	case OP_SUB:
	case OP_MUL:
	case OP_AND:
	case OP_OR:
	case OP_XOR:
	case OP_DIV_S:
	case OP_DIV_U:
	case OP_MOD_S:
	case OP_MOD_U:
	case OP_MULHI_S:
	case OP_MULHI_U:
	case OP_EQ:
	case OP_NE:
	case OP_LT_S:
	case OP_LE_S:
	case OP_LT_U:
	case OP_LE_U:
	case OP_FEQ:
	case OP_FNE:
	case OP_FLT:
	case OP_FLE:
	case OP_FADD:
	case OP_FSUB:
	case OP_FMUL:
	case OP_FDIV:
		if (a[0]->kind != a[1]->kind)
			bad(s, v->block, v, "operands differ in kind");
		break;
	case OP_SELECT:
		if (a[0]->kind != K_I8 || a[1]->kind != v->kind || a[2]->kind != v->kind)
			bad(s, v->block, v, "operands differ in kind");
		break;
	case OP_LOAD:
	case OP_STORE:
	case OP_STORE_WB:
	case OP_ZERO:
	case OP_NIL_CHECK:
	case OP_MOVE:
	case OP_ADD_PTR:
	case OP_ADD_INDEX:
	case OP_OFF_PTR:
		if (a[0]->kind != K_PTR)
			bad(s, v->block, v, "address is not a pointer");
		break;
	case OP_SEXT:
	case OP_ZEXT:
		if (kind_size(v->kind) <= kind_size(a[0]->kind))
			bad(s, v->block, v, "extension does not widen");
		break;
	case OP_TRUNC:
		if (kind_size(v->kind) >= kind_size(a[0]->kind))
			bad(s, v->block, v, "truncation does not narrow");
		break;
	default: break;
	}
}

/* The use of `v` at place `at` of block b. */
static void check_use(const Verifier *s, const Block *b, uint32_t at, const Value *v,
		      const Value *user)
{
	if (!s->place[v->id])
		bad(s, b, user, "argument is in no block");
	if (v->block == b ? s->place[v->id] > at : !ssa_dominates(v->block, b)) {
		fprintf(stderr, "v%u\n", v->id);
		bad(s, b, user, "argument does not dominate its use");
	}
}

static void check_value(const Verifier *s, const Block *b, uint32_t at)
{
	const Value *v = b->values.data[at];
	int nargs = ssa_ops[v->op].nargs;
	if (v->op == OP_INVALID || v->block != b || s->place[v->id] != at + 1)
		bad(s, b, v, "value is not where it belongs");
	if (nargs >= 0 && v->nargs != (uint32_t)nargs)
		bad(s, b, v, "wrong number of arguments");
	check_args(s, v);
	check_kind(s, v);
	if (v->op == OP_PHI) {
		if (v->nargs != b->preds.len || (at > 0 && b->values.data[at - 1]->op != OP_PHI))
			bad(s, b, v, "phi does not fit its block");
		for (uint32_t i = 0; i < v->nargs; i++) {
			Block *pred = b->preds.data[i].block;
			if (v->args[i]->kind != v->kind)
				bad(s, b, v, "phi differs in kind from an argument");
			check_use(s, pred, pred->values.len + 1, v->args[i], v);
		}
		return;
	}
	for (uint32_t i = 0; i < v->nargs; i++)
		check_use(s, b, at, v->args[i], v);
	if ((v->op == OP_PARAM || v->op == OP_CTX) && b != s->f->entry)
		bad(s, b, v, "parameter outside the entry block");
	if (v->op == OP_RESULT && v->args[0]->block != b)
		bad(s, b, v, "result is not beside its tuple");
}

void ssa_verify(const SsaFunc *f, const char *when)
{
	/* Only the order and the dominator tree are computed anew. */
	ssa_order((SsaFunc *)f);
	ssa_dominators((SsaFunc *)f);
	Verifier s = {f, when, NEW_ARRAY(f->arena, uint32_t, f->next_value)};
	each_block(f, b) for (uint32_t i = 0; i < b->values.len; i++)
	{
		if (s.place[b->values.data[i]->id])
			bad(&s, b, b->values.data[i], "value stands in two places");
		s.place[b->values.data[i]->id] = i + 1;
	}
	each_block(f, b)
	{
		check_edges(&s, b);
		for (uint32_t i = 0; i < b->values.len; i++)
			check_value(&s, b, i);
		if (b->kind == BLOCK_RETURN)
			for (uint32_t i = 0; i < b->control->nargs; i++)
				check_use(&s, b, b->values.len + 1, b->control->args[i],
					  b->control);
		else if (b->control)
			check_use(&s, b, b->values.len + 1, b->control, NULL);
	}
}
