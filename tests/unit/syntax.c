// Tests of compiler/syntax: positions of nodes, the ambiguities of the grammar, directives, and the
// texts of errors. The texts are gc 1.19's.
#include "syntax/syntax.h"

#include <stdlib.h>

#define CHECK(cond)                                                                        \
	do {                                                                               \
		if (!(cond)) {                                                             \
			fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #cond); \
			exit(1);                                                           \
		}                                                                          \
	} while (0)

static Arena *arena;
static Diag *diag;

static File *parse(const char *text)
{
	SourceFile *source = source_add("t.go", "t.go", text, (uint32_t)strlen(text));
	diag = diag_new(arena, NULL);
	diag_use(diag);
	File *file = syntax_parse(arena, source, 0);
	diag_flush();
	if (!file->failed)
		syntax_verify(file);
	return file;
}

// What is said about a function body (on line 2) or, when it begins with "package", a whole file.
static void expect(const char *text, const char *messages)
{
	bool whole = !strncmp(text, "package", strlen("package"));
	parse(whole ? text : arena_printf(arena, "package p\nfunc f() { %s\n}\n", text));
	if (strcmp(buf_cstr(&diag->log), messages)) {
		fprintf(stderr, "%s\n  got  %s  want %s", text, buf_cstr(&diag->log), messages);
		exit(1);
	}
}

static Stmt *statement(const char *text)
{
	File *file = parse(arena_printf(arena, "package p\nfunc f() {\n%s\n}\n", text));
	CHECK(!file->failed);
	return file->decls.data[0]->func.body->block.stmts.data[0];
}

static Decl *declaration(const char *text)
{
	File *file = parse(arena_printf(arena, "package p\n%s\n", text));
	CHECK(!file->failed);
	return file->decls.data[0];
}

static void test_ambiguities(void)
{
	CHECK(statement("if x == (T{}) {}")->if_.cond->kind == EX_BINARY);
	CHECK(statement("for range []int{1, 2} {}")->range.x->kind == EX_COMPOSITE);
	CHECK(statement("for range map[string]struct{ a int }{} {}")->range.x->kind ==
	      EX_COMPOSITE);
	CHECK(statement("if f := func() T { if x {}; return T{} }; f() == y {}")->if_.init->kind ==
	      ST_DEFINE);
	CHECK(statement("switch x := y.(type) {}")->kind == ST_TYPE_SWITCH);
	CHECK(statement("switch struct{}{} {}")->switch_.tag->kind == EX_COMPOSITE);
	CHECK(declaration("type T[P any] int")->type.type_params.len == 1);
	CHECK(declaration("type T[P *C,] int")->type.type_params.len == 1);
	CHECK(declaration("type T[P *interface{}] int")->type.type_params.len == 1);
	CHECK(declaration("type T[P *C] int")->type.type->kind == EX_ARRAY_TYPE);
	CHECK(declaration("type T[P] int")->type.type->kind == EX_ARRAY_TYPE);
	CHECK(declaration("type T[P (C)] int")->type.type->kind == EX_ARRAY_TYPE);
	CHECK(declaration("type T[P, Q []int] int")->type.type_params.len == 2);
	Expr *type = declaration("var x func(a, b int, c ...T[int]) (d [3]int)")->var.type;
	CHECK(type->func_type.params.len == 3 && type->func_type.params.data[1]->same_type);
	CHECK(type->func_type.params.data[2]->type->kind == EX_DOTS_TYPE &&
	      type->func_type.results.len == 1);
	CHECK(!declaration("var x func(T1, T2[int], *T3)")
		       ->var.type->func_type.params.data[1]
		       ->name);
	type = declaration("var x <-chan chan<- func()")->var.type;
	CHECK(type->chan_type.dir == CHAN_RECV && type->chan_type.elem->chan_type.dir == CHAN_SEND);
	Expr *x = statement("_ = <-chan int(nil)")->assign.rhs.data[0];
	CHECK(x->kind == EX_UNARY && x->unary.x->kind == EX_CALL);
}

static void test_tree(void)
{
	Stmt *s = statement("a.b(c, d...)[1] += -x * 2");
	CHECK(s->kind == ST_ASSIGN && s->assign.op == OPER_ADD && pos_col(s->pos) == 17 &&
	      pos_col(s->end) == 26);
	Expr *call = s->assign.lhs.data[0]->index.x;
	CHECK(call->kind == EX_CALL && call->call.dots && pos_col(call->pos) == 4 &&
	      pos_col(call->start) == 1);
	CHECK(s->assign.rhs.data[0]->binary.op == OPER_MUL &&
	      pos_col(s->assign.rhs.data[0]->pos) == 23);
	CHECK(!strcmp(syntax_expr_text(arena, s->assign.lhs.data[0]), "a.b(c, d...)[1]"));
	File *file = parse("package p\nconst (\n\ta, b = iota, 1\n\tc, d\n\te int = 3\n)\n");
	CHECK(file->decls.data[1]->const_.inherit == file->decls.data[0] &&
	      file->decls.data[2]->const_.iota == 2);
	file = parse(
		"package p\n//go:noinline\n//go:nosplit\nfunc f()\n//burrow:park rt_x\nfunc g()\n"
		"//go:linkname g runtime.g\n//go:embed a \"b c\"\nvar e string\n");
	CHECK(file->decls.data[0]->pragma == (PRAGMA_NOINLINE | PRAGMA_NOSPLIT));
	CHECK(file->decls.data[1]->func.c_call == CCALL_PARK &&
	      file->decls.data[1]->func.c_name == STR("rt_x"));
	CHECK(file->linknames && file->linknames->remote == STR("runtime.g"));
	CHECK(file->decls.data[2]->var.embeds.len == 2 &&
	      file->decls.data[2]->var.embeds.data[1].pattern == STR("b c"));
	CHECK(syntax_unquote("\"a\\u00e9\\x41\\n\"", 15) == STR("a\xc3\xa9"
								"A\n"));
}

static void test_errors(void)
{
	expect("a b", "t.go:2:14: syntax error: unexpected b at end of statement\n");
	expect("f(a, b", "t.go:2:18: syntax error: unexpected newline in argument list; possibly "
			 "missing comma or )\n");
	expect("x = []int{1 2}",
	       "t.go:2:24: syntax error: unexpected literal 2 in composite literal; "
	       "possibly missing comma or }\n");
	expect("if x = 1 {}",
	       "t.go:2:17: syntax error: cannot use assignment (x) = (1) as value\n");
	expect("if { }", "t.go:2:15: syntax error: missing condition in if statement\n");
	expect("if x; y\n{ }",
	       "t.go:2:19: syntax error: unexpected newline, expecting { after if clause\n");
	expect("for i := 0; i < 10 { }",
	       "t.go:2:31: syntax error: unexpected {, expecting semicolon or newline\n");
	expect("for i := 0 { }", "t.go:2:18: syntax error: cannot use i := 0 as value\n");
	expect("x := y.(type)", "t.go:2:17: invalid AST: use of .(type) outside type switch\n");
	expect("else { }", "t.go:2:12: syntax error: unexpected else, expecting }\n");
	expect("a b\n_ = (1 +)\nc d", "t.go:2:14: syntax error: unexpected b at end of statement\n"
				      "t.go:3:9: syntax error: unexpected ), expecting expression\n"
				      "t.go:4:3: syntax error: unexpected d at end of statement\n");
	expect("package p\nx := 1\n",
	       "t.go:2:1: syntax error: non-declaration statement outside function body\n");
	expect("package p\nfunc f()\n{\n}\n",
	       "t.go:3:1: syntax error: unexpected semicolon or newline before {\n");
	expect("package p\nfunc f(a int, string) {}\n",
	       "t.go:2:15: syntax error: mixed named and unnamed parameters\n");
	expect("package p\nvar x = 0x\n", "t.go:2:11: hexadecimal literal has no digits\n");
	expect("package p\nvar x = 1_000_\n", "t.go:2:14: '_' must separate successive digits\n");
	expect("package p\nvar x = '\\q'\n", "t.go:2:11: unknown escape\n");
	expect("package p\nvar x = \"a\n", "t.go:2:11: newline in string\n");
	expect("package p\nvar x = @1\n", "t.go:2:9: invalid character U+0040 '@'\n");
}

int main(void)
{
	arena = arena_new();
	test_ambiguities();
	test_tree();
	test_errors();
	return 0;
}
