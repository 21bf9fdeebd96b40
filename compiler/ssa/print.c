/*
 * The text of SSA, for -dump=ssa and for reading in the debugger:
 *
 * 	main.fib  after build
 * 	b1: <- b0 b4                             (loop depth 1, dominated by b0)
 * 	  v5 = phi.i64 v2 v9
 * 	  v6 = lt_s.i8 v5 v3                     # 12
 * 	  if v6 -> b2 b3 (likely)
 */
#include "ssa/ssa.h"

static void print_aux(FILE *out, const Value *v)
{
	switch (v->op) {
	case OP_CONST:
	case OP_PARAM:
	case OP_RESULT:
	case OP_MOVE:
	case OP_ZERO:
	case OP_ADD_INDEX: fprintf(out, " [%lld]", (long long)v->aux); return;
	case OP_FCONST:
		if (v->kind == K_F32) {
			float x;
			memcpy(&x, &v->aux, sizeof x);
			fprintf(out, " [%.9g]", (double)x);
		} else {
			double x;
			memcpy(&x, &v->aux, sizeof x);
			fprintf(out, " [%.17g]", x);
		}
		return;
	case OP_ADDR_SYM: fprintf(out, " {%s%+lld}", v->sym, (long long)v->aux); return;
	case OP_ADDR_SLOT:
		fprintf(out, " {s%u%s%s%+lld}", v->slot->id, v->slot->name ? ":" : "",
			v->slot->name ? v->slot->name : "", (long long)v->aux);
		return;
	case OP_CALL:
	case OP_CALL_C: fprintf(out, " {%s}", v->call->symbol); return;
	case OP_SHL:
	case OP_SHR:
	case OP_SAR:
		if (v->aux)
			fputs(" bounded", out);
		return;
	default:
		if (v->aux)
			fprintf(out, " [%+lld]", (long long)v->aux);
	}
}

void ssa_print_value(FILE *out, const Value *v)
{
	static const char *const flags[] = {"nonnil", "check",     "volatile",
					    "init",   "immutable", "length"};
	if (v->kind == K_VOID)
		fprintf(out, "%s", ssa_ops[v->op].name);
	else
		fprintf(out, "v%u = %s.%s", v->id, ssa_ops[v->op].name, ssa_kind_name[v->kind]);
	print_aux(out, v);
	for (uint32_t i = 0; i < v->nargs; i++)
		fprintf(out, " v%u", v->args[i]->id);
	for (unsigned i = 0; i < COUNT(flags); i++)
		if (v->flags >> i & 1)
			fprintf(out, " %s", flags[i]);
}

static void print_end(FILE *out, const Block *b)
{
	static const char *const kinds[] = {"goto", "if", "switch", "return", "exit"};
	fprintf(out, "  %s", kinds[b->kind]);
	if (b->control && b->kind == BLOCK_RETURN)
		for (uint32_t i = 0; i < b->control->nargs; i++)
			fprintf(out, " v%u", b->control->args[i]->id);
	else if (b->control)
		fprintf(out, " v%u", b->control->id);
	if (b->succs.len)
		fputs(" ->", out);
	for (uint32_t i = 0; i < b->succs.len; i++)
		fprintf(out, " b%u", b->succs.data[i].block->id);
	if (b->likely)
		fputs(b->likely > 0 ? " (likely)" : " (unlikely)", out);
	fputc('\n', out);
}

static void print_block(FILE *out, const SsaFunc *f, const Block *b)
{
	fprintf(out, "b%u:", b->id);
	if (b->preds.len)
		fputs(" <-", out);
	for (uint32_t i = 0; i < b->preds.len; i++)
		fprintf(out, " b%u", b->preds.data[i].block->id);
	if (b == f->recover)
		fputs(" recover", out);
	if (b->loop_header)
		fputs(" loop", out);
	if (b->depth)
		fprintf(out, " depth %u", b->depth);
	if (b->idom)
		fprintf(out, " idom b%u", b->idom->id);
	fputs(b->cold ? " cold\n" : "\n", out);
	Pos last = NO_POS;
	each_value(b, v)
	{
		fputs("  ", out);
		ssa_print_value(out, v);
		if (v->pos && v->pos != last)
			fprintf(out, "\t# %u", pos_line(v->pos));
		last = v->pos;
		fputc('\n', out);
	}
	print_end(out, b);
}

static void print_slot(FILE *out, const Slot *s)
{
	static const char *const places[] = {"frame", "args", "out"};
	fprintf(out, "  s%u%s%s %s", s->id, s->name ? ":" : "", s->name ? s->name : "",
		places[s->place]);
	if (s->place == SLOT_ARGS)
		fprintf(out, "%+lld", (long long)s->offset);
	fprintf(out, " size %lld align %u%s%s\n", (long long)s->size, s->align,
		s->has_pointers ? " pointers" : "", s->address_taken ? " address-taken" : "");
}

void ssa_print(FILE *out, const SsaFunc *f, const char *title)
{
	fprintf(out, "%s  %s\n", f->symbol, title);
	for (uint32_t i = 0; i < f->slots.len; i++)
		print_slot(out, f->slots.data[i]);
	each_block(f, b) print_block(out, f, b);
	fputc('\n', out);
}
