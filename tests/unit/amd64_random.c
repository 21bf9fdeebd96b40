/*
 * The back end against the interpreter: random functions of the SSA test are compiled, assembled
 * and linked with a small harness, run on random arguments, and must return what the interpreter
 * says. All of them are used both as they are generated and after the passes; some sums become
 * calls of a Go function that destroys every register it may, some differences calls of a C
 * function.
 *
 * 	amd64_random [FIRST-SEED COUNT]
 */
#define main ssa_passes_main
#include "ssa_passes.c"
#undef main

#include <unistd.h>

#include "amd64/amd64.h"

enum { RUNS = 6 };

static const char harness[] =
	"#include <stdio.h>\n"
	"typedef struct { void (*f)(void); long param[4], want; int seed; } Run;\n"
	"extern const Run runs[];\n"
	"extern const int nruns;\n"
	"int rt_wb_enabled;\n"
	"void rt_morestack(void) {}\n"
	"void rt_poll(void) {}\n"
	"long c_sub(long x, long y)\n"
	"{\n"
	"	__asm__ volatile(\"\" ::: \"rax\", \"rcx\", \"rdx\", \"rsi\", \"rdi\", \"r8\", "
	"\"r9\", \"r10\", \"r11\");\n"
	"	return x - y;\n"
	"}\n"
	"static long go(const Run *r)\n"
	"{\n"
	"	static long g[8];\n"
	"	register long *r14 __asm__(\"r14\") = g;\n"
	"	long a = r->param[0], b = r->param[1], c = r->param[2], d = r->param[3];\n"
	"	__asm__ volatile(\"xorps %%xmm15, %%xmm15; mov %%rsp, %%r12; sub $256, %%rsp; and "
	"$-16, %%rsp\\n\"\n"
	"		\"push %%r12; push %%r12; call *%6; pop %%r12; mov %%r12, %%rsp\"\n"
	"		: \"+a\"(a), \"+b\"(b), \"+c\"(c), \"+D\"(d), \"+r\"(r14) : \"r\"(r14), "
	"\"S\"(r->f)\n"
	"		: \"rdx\", \"r8\", \"r9\", \"r10\", \"r11\", \"r12\", \"r13\", \"r15\", "
	"\"memory\", \"cc\");\n"
	"	return a;\n"
	"}\n"
	"int main(void)\n"
	"{\n"
	"	int bad = 0;\n"
	"	for (int i = 0; i < nruns && bad < 5; i++) {\n"
	"		long have = go(&runs[i]);\n"
	"		if (have != runs[i].want && ++bad)\n"
	"			printf(\"random.%d(%ld, %ld, %ld, %ld) gives %ld, not %ld\\n\", "
	"runs[i].seed, runs[i].param[0],\n"
	"			       runs[i].param[1], runs[i].param[2], runs[i].param[3], have, "
	"runs[i].want);\n"
	"	}\n"
	"	return bad != 0;\n"
	"}\n";

/* Four integers in, one out, all in registers. */
static Abi *random_abi(Arena *arena)
{
	Abi *abi = NEW(arena, Abi);
	abi->nparam_pieces = NPARAMS;
	abi->nresult_pieces = 1;
	abi->param_pieces = NEW_ARRAY(arena, AbiPiece, NPARAMS);
	abi->result_pieces = NEW_ARRAY(arena, AbiPiece, 1);
	for (int i = 0; i < NPARAMS; i++)
		abi->param_pieces[i] = (AbiPiece){.kind = K_I64, .reg = i, .spill = 8 * i};
	abi->result_pieces[0].kind = K_I64;
	abi->spill_size = 8 * NPARAMS;
	return abi;
}

static const char helper[] = "global go.add\nsection .text\ngo.add: add rax, rbx\n"
			     "mov rcx, 77\nmov rbx, rcx\nmov rdx, rcx\nmov rsi, rcx\nmov rdi, "
			     "rcx\nmov r8, rcx\nmov r9, rcx\nmov r10, rcx\n"
			     "mov r11, rcx\nmov r12, rcx\nmov r13, rcx\nmov r15, rcx\nret\n";

/* Makes v, which stands at b->values[at], the result of a call with its arguments. */
static void become_call(SsaFunc *f, Block *b, uint32_t at, SsaOp op)
{
	Value *v = b->values.data[at], *call = ssa_new_value(f, op, K_TUPLE, 0, 0);
	call->call = NEW(f->arena, CallInfo);
	call->call->symbol = op == OP_CALL ? STR("go.add") : STR("c_sub");
	call->call->how = CCALL_LEAF;
	call->call->nresults = 1;
	call->call->result[0] = K_I64;
	call->call->abi = f->abi;
	call->block = b;
	ssa_set_args(f, call, 2, v->args);
	ssa_set_args(f, v, 1, &call);
	v->op = OP_RESULT;
	v->aux = 0;
	vec_push(f->arena, b->values, NULL);
	memmove(b->values.data + at + 1, b->values.data + at,
		(b->values.len - 1 - at) * sizeof(Value *));
	b->values.data[at] = call;
}

static void add_calls(SsaFunc *f)
{
	for (uint32_t i = 0; i < f->blocks.len; i++) {
		Block *b = f->blocks.data[i];
		for (uint32_t j = 0; j < b->values.len; j++) {
			Value *v = b->values.data[j];
			if (v->kind == K_I64 && (v->op == OP_ADD || v->op == OP_SUB) &&
			    pick(3) == 0)
				become_call(f, b, j++, v->op == OP_ADD ? OP_CALL : OP_CALL_C);
		}
	}
	ssa_count_uses(f);
}

static void compile(Amd64Unit *unit, uint64_t number, bool optimize, FILE *table_of_runs)
{
	int64_t params[NPARAMS];
	seed = number * 0x9e3779b97f4a7c15 + 1;
	Arena *arena = arena_new();
	SsaFunc *f = generate(arena);
	f->symbol = f->ir->symbol = str_printf("random.%d.%d", (int)number, optimize);
	f->abi = random_abi(arena);
	for (int i = 0; i < RUNS; i++) {
		int steps = 0;
		for (int k = 0; k < NPARAMS; k++)
			params[k] = pick(2) ? interesting() : (int64_t)(next_random() >> pick(64));
		int64_t want = run(f, params, &steps);
		if (steps >= STEPS)
			continue;
		fprintf(table_of_runs, "\tdq random.%d.%d", (int)number, optimize);
		for (int k = 0; k < NPARAMS; k++)
			fprintf(table_of_runs, ", %lld", (long long)params[k]);
		fprintf(table_of_runs, ", %lld, %d\n", (long long)want, (int)number);
	}
	SsaOptions options = {.optimize = optimize, .verify = true};
	ssa_optimize(f, &options);
	if (pick(2))
		add_calls(f);
	amd64_emit_func(unit, f);
	arena_free(arena);
}

int main(int argc, char **argv)
{
	uint64_t first = argc > 1 ? strtoull(argv[1], NULL, 0) : 1,
		 n = argc > 2 ? strtoull(argv[2], NULL, 0) : 150;
	char dir[] = "/tmp/amd64_random.XXXXXX";
	if (!mkdtemp(dir) || chdir(dir))
		return 2;
	Amd64Options options = {.dump = getenv("AMD64_DUMP") != NULL, .verify = true};
	Arena *arena = arena_new();
	FILE *text = fopen("code.asm", "w"), *table_of_runs = fopen("runs.asm", "w"),
	     *c = fopen("harness.c", "w");
	fputs(harness, c);
	fprintf(table_of_runs, "global runs\nsection .data\nruns:\n");
	Amd64Unit *unit = amd64_begin_unit(arena, text, NULL, AMD64_CODE, &options);
	for (uint64_t i = first; i < first + n; i++) {
		compile(unit, i, false, table_of_runs);
		compile(unit, i, true, table_of_runs);
	}
	fprintf(table_of_runs, "end:\nglobal nruns\nnruns: dd (end - runs) / 56\n");
	fputs(helper, table_of_runs);
	for (uint64_t i = first; i < first + n; i++)
		fprintf(table_of_runs, "extern random.%d.0, random.%d.1\n", (int)i, (int)i);
	amd64_end_unit(unit);
	fclose(text);
	fclose(table_of_runs);
	fclose(c);
	int status =
		system("nasm -f elf64 -o code.o code.asm && nasm -f elf64 -o runs.o runs.asm && "
		       "cc -O1 -w -static -no-pie -o harness harness.c code.o runs.o -z "
		       "noexecstack && ./harness");
	if (!getenv("AMD64_KEEP")) {
		chdir("/");
		char command[64];
		snprintf(command, sizeof command, "rm -r %s", dir);
		if (system(command))
			return 2;
	} else {
		printf("%s\n", dir);
	}
	return status != 0;
}
