/*
 * Text of expressions and statements as gc's diagnostics show them: implicit operations vanish,
 * constants appear as they were written, literals are abbreviated, and parentheses follow gc's
 * table of precedences (where what is missing binds weakest, so that `-(real(c))` has them).
 */
#include "ir/ir.h"

static Package *local_package; /* whose names stand without qualifier */

void ir_text_package(Package *package)
{
	local_package = package;
}

static void print_expr(Buf *out, const Node *n, int prec);
static void print_stmt(Buf *out, const Node *n);
static void print_stmts(Buf *out, const NodeList *list);

static void print_type(Buf *out, Type *t)
{
	buf_puts(out, type_string(t, TYPE_FORM_GC, local_package));
}

/* A constant binds as the expression it was written as; of one from export data only that is known.
 * */
int ir_source_precedence(const Expr *e)
{
	static const uint8_t binary[] = {
		[OPER_OROR] = 1, [OPER_ANDAND] = 2, [OPER_EQ] = 4,  [OPER_NE] = 4,  [OPER_LT] = 4,
		[OPER_LE] = 4,   [OPER_GT] = 4,     [OPER_GE] = 4,  [OPER_ADD] = 5, [OPER_SUB] = 5,
		[OPER_OR] = 5,   [OPER_XOR] = 5,    [OPER_MUL] = 6, [OPER_DIV] = 6, [OPER_REM] = 6,
		[OPER_AND] = 6,  [OPER_ANDNOT] = 6, [OPER_SHL] = 6, [OPER_SHR] = 6};
	if (e && e->kind == EX_LITERAL && e->flags)
		return e->flags;
	if (e && e->kind == EX_BINARY)
		return binary[e->binary.op];
	return e && e->kind == EX_UNARY ? 7 : 8;
}

static int precedence(const Node *n)
{
	static const uint8_t precedences[NOPS] = {
		[OAPPEND] = 8,       [OBYTES2STR] = 8, [OARRAYLIT] = 8,    [OSLICELIT] = 8,
		[ORUNES2STR] = 8,    [OCALLFUNC] = 8,  [OCALLINTER] = 8,   [OCALLMETH] = 8,
		[OCAP] = 8,          [OCLOSE] = 8,     [OCONVIFACE] = 8,   [OCONVNOP] = 8,
		[OCONV] = 8,         [OCOPY] = 8,      [ODELETE] = 8,      [OLEN] = 8,
		[OLITERAL] = 8,      [OMAKESLICE] = 8, [OMETHEXPR] = 8,    [ONAME] = 8,
		[OFUNCNAME] = 8,     [ONEW] = 8,       [ONIL] = 8,         [OPANIC] = 8,
		[OPAREN] = 8,        [OPRINT] = 8,     [OPRINTLN] = 8,     [ORUNESTR] = 8,
		[OSLICE2ARRPTR] = 8, [OSTR2BYTES] = 8, [OSTR2RUNES] = 8,   [OSTRUCTLIT] = 8,
		[OTYPE] = 8,         [OUNSAFEADD] = 8, [OUNSAFESLICE] = 8, [OINDEXMAP] = 8,
		[OINDEX] = 8,        [OSLICE] = 8,     [OSLICESTR] = 8,    [OSLICEARR] = 8,
		[OSLICE3] = 8,       [OSLICE3ARR] = 8, [ODOTINTER] = 8,    [ODOTMETH] = 8,
		[ODOTPTR] = 8,       [ODOTTYPE] = 8,   [ODOTTYPE2] = 8,    [ODOT] = 8,
		[OMETHVALUE] = 8,    [OMAPLIT] = 8,    [OPLUS] = 7,        [ONOT] = 7,
		[OBITNOT] = 7,       [ONEG] = 7,       [OADDR] = 7,        [ODEREF] = 7,
		[ORECV] = 7,         [OMUL] = 6,       [ODIV] = 6,         [OMOD] = 6,
		[OLSH] = 6,          [ORSH] = 6,       [OAND] = 6,         [OANDNOT] = 6,
		[OADD] = 5,          [OSUB] = 5,       [OOR] = 5,          [OXOR] = 5,
		[OEQ] = 4,           [ONE] = 4,        [OLT] = 4,          [OLE] = 4,
		[OGT] = 4,           [OGE] = 4,        [OSEND] = 3,        [OANDAND] = 2,
		[OOROR] = 1,
	};
	if (n->op == OLITERAL)
		return n->flags & NF_FOREIGN ? 8 : ir_source_precedence(n->source);
	return precedences[n->op];
}

/* The variadic arguments stand as they were given, a call with several results as itself. */
static void print_args(Buf *out, const Node *call)
{
	const NodeList *list = &call->list;
	if (call->flags & NF_SPREAD) {
		const Node *as = vec_last(call->init), *inlined = ir_inlined_results(as);
		print_expr(out, inlined ? inlined->call : as->rlist.data[0], 0);
		return;
	}
	const char *comma = "";
	for (uint32_t i = 0; i < list->len; i++) {
		const Node *a = list->data[i];
		bool variadic = a->flags & NF_DDD && !(call->flags & NF_ANALYSED);
		if (a->op == ONIL && variadic)
			continue;
		bool packed = a->op == OSLICELIT && variadic;
		for (uint32_t j = 0; j < (packed ? a->list.len : 1); j++) {
			buf_puts(out, comma);
			print_expr(out, packed ? a->list.data[j] : a, 0);
			comma = ", ";
		}
	}
	const Node *last = list->len ? vec_last(*list) : NULL;
	bool packed = call->flags & NF_ANALYSED && last && last->flags & NF_DDD &&
		      (last->op == OSLICELIT || last->op == ONIL);
	if (call->flags & NF_DDD || packed)
		buf_puts(out, "...");
}

static void print_list(Buf *out, const NodeList *list)
{
	for (uint32_t i = 0; i < list->len; i++) {
		if (i)
			buf_puts(out, ", ");
		print_expr(out, list->data[i], 0);
	}
}

static void print_func_name(Buf *out, const Func *f)
{
	if (f->package && f->package->package != local_package)
		buf_printf(out, "%s.", package_shown(f->package->package, local_package));
	buf_puts(out, f->name);
}

static void print_var(Buf *out, const Var *v)
{
	if (v->obj && v->obj->pkg && v->obj->pkg != local_package && v->name[0] != '~')
		buf_printf(out, "%s.", package_shown(v->obj->pkg, local_package));
	buf_puts(out, v->name);
}

static void print_literal(Buf *out, const Node *n)
{
	if (n->flags & NF_FOREIGN) {
		print_type(out, n->type);
		buf_putc(out, '(');
	}
	Arena *arena = arena_new();
	if (n->source && !(n->flags & NF_FOREIGN))
		buf_puts(out, syntax_expr_text(arena, n->source));
	else if (n->value->kind == CONST_STRING)
		buf_quote(out, n->value->s, str_len(n->value->s));
	else
		buf_puts(out, const_exact_string(n->value));
	if (n->flags & NF_FOREIGN)
		buf_putc(out, ')');
	arena_free(arena);
}

/* "(*T).M" as an expression: the type of the receiver and the method's name. */
static void print_method(Buf *out, Type *recv, Str name)
{
	if (recv->kind == T_POINTER) {
		buf_putc(out, '(');
		print_type(out, recv);
		buf_putc(out, ')');
	} else {
		print_type(out, recv);
	}
	buf_printf(out, ".%s", name);
}

static void print_method_call(Buf *out, const Node *n)
{
	Obj *recv = type_under(n->x->sel->type)->recv;
	print_method(out, recv ? recv->type : n->x->x->type, n->x->sel->name);
	buf_putc(out, '(');
	print_expr(out, n->x->x, 0);
	Buf args = buf_make(NULL);
	print_args(&args, n);
	if (args.len)
		buf_printf(out, ", %s", args.data);
	buf_free(&args);
	buf_putc(out, ')');
}

static void print_slice(Buf *out, const Node *n, int prec)
{
	print_expr(out, n->x, prec);
	buf_putc(out, '[');
	if (n->y)
		print_expr(out, n->y, 0);
	buf_putc(out, ':');
	if (n->z)
		print_expr(out, n->z, 0);
	if (n->w) {
		buf_putc(out, ':');
		print_expr(out, n->w, 0);
	}
	buf_putc(out, ']');
}

static void print_conversion(Buf *out, const Node *n)
{
	bool named = n->type->kind == T_NAMED || n->type->name || n->type == type_any;
	buf_puts(out, named ? "" : "(");
	print_type(out, n->type);
	buf_puts(out, named ? "(" : ")(");
	print_expr(out, n->x, 0);
	buf_putc(out, ')');
}

/* f(x), f(x, y) or f(list) of a predeclared function. */
static void print_builtin(Buf *out, const Node *n)
{
	if (n->op == ORECOVER && n->flags & NF_ANALYSED) {
		buf_puts(out, "<node RECOVERFP>");
		return;
	}
	buf_printf(out, "%s(", ir_op_text[n->op]);
	if (n->x)
		print_expr(out, n->x, 0);
	if (n->y) {
		buf_puts(out, ", ");
		print_expr(out, n->y, 0);
	}
	print_args(out, n);
	buf_putc(out, ')');
}

static void print_make(Buf *out, const Node *n)
{
	buf_puts(out, n->op == ONEW ? "new(" : "make(");
	print_type(out, n->op == ONEW ? type_elem(n->type) : n->type);
	if (n->x) {
		buf_puts(out, ", ");
		print_expr(out, n->x, 0);
	}
	if (n->y) {
		buf_puts(out, ", ");
		print_expr(out, n->y, 0);
	}
	buf_putc(out, ')');
}

static void print_composite(Buf *out, const Node *n)
{
	if (n->flags & NF_IMPLICIT) {
		buf_puts(out, "... argument");
		return;
	}
	print_type(out, n->type);
	buf_puts(out, n->list.len ? "{...}" : "{}");
}

static const Node *skip_implicit(const Node *n)
{
	while (n->flags & NF_IMPLICIT && !(n->flags & NF_FOREIGN) &&
	       (n->op == OADDR || n->op == ODEREF || n->op == OCONV || n->op == OCONVNOP ||
		n->op == OCONVIFACE))
		n = n->x;
	return n;
}

static void print_unary(Buf *out, const Node *n, int prec)
{
	buf_puts(out, ir_op_text[n->op]);
	if (n->x->op == n->op && n->op != ODEREF)
		buf_putc(out, ' ');
	print_expr(out, n->x, prec + 1);
}

static void print_operation(Buf *out, const Node *n, int prec)
{
	switch (n->op) {
	case ONAME: print_var(out, n->var); break;
	case OFUNCNAME: print_func_name(out, n->func); break;
	case OLITERAL: print_literal(out, n); break;
	case ONIL: buf_puts(out, "nil"); break;
	case OTYPE: print_type(out, n->type); break;
	case OMETHEXPR: print_method(out, n->x->type, n->sel->name); break;
	case OCLOSURE: buf_puts(out, "func literal"); break;
	case OPTRLIT:
		buf_putc(out, '&');
		print_expr(out, n->x, 0);
		break;
	case OARRAYLIT:
	case OSLICELIT:
	case OSTRUCTLIT:
	case OMAPLIT: print_composite(out, n); break;
	case ODOT:
	case ODOTPTR:
		print_expr(out, n->x, prec);
		buf_printf(out, ".%s", n->field->name);
		break;
	case ODOTMETH:
	case ODOTINTER:
	case OMETHVALUE:
		print_expr(out, n->x, prec);
		buf_printf(out, ".%s", n->sel->name);
		break;
	case ODOTTYPE:
	case ODOTTYPE2:
		print_expr(out, n->x, prec);
		buf_puts(out, ".(");
		print_type(out, n->type);
		buf_putc(out, ')');
		break;
	case OINDEX:
	case OINDEXMAP:
		print_expr(out, n->x, prec);
		buf_putc(out, '[');
		print_expr(out, n->y, 0);
		buf_putc(out, ']');
		break;
	case OSLICE:
	case OSLICEARR:
	case OSLICESTR:
	case OSLICE3:
	case OSLICE3ARR: print_slice(out, n, prec); break;
	case OCONV:
	case OCONVNOP:
	case OCONVIFACE:
	case OBYTES2STR:
	case ORUNES2STR:
	case ORUNESTR:
	case OSTR2BYTES:
	case OSTR2RUNES:
	case OSLICE2ARRPTR: print_conversion(out, n); break;
	case OCALLMETH: print_method_call(out, n); break;
	case OCALLFUNC:
	case OCALLINTER:
		print_expr(out, n->x, prec);
		buf_putc(out, '(');
		print_args(out, n);
		buf_putc(out, ')');
		break;
	case OINLCALL:
		if (n->list.len == 1)
			print_expr(out, n->list.data[0], prec);
		else
			buf_puts(out, "inlined call");
		break;
	case OMAKESLICE:
	case OMAKEMAP:
	case OMAKECHAN:
	case ONEW: print_make(out, n); break;
	case OADDSTR:
		for (uint32_t i = 0; i < n->list.len; i++) {
			if (i)
				buf_puts(out, " + ");
			print_expr(out, n->list.data[i], prec);
		}
		break;
	case OPLUS:
	case ONEG:
	case OBITNOT:
	case ONOT:
	case OADDR:
	case ODEREF:
	case ORECV: print_unary(out, n, prec); break;
	case OLEN:
	case OCAP:
	case OAPPEND:
	case OCOPY:
	case OCOMPLEX:
	case OREAL:
	case OIMAG:
	case ODELETE:
	case OCLOSE:
	case OPANIC:
	case ORECOVER:
	case OPRINT:
	case OPRINTLN:
	case OUNSAFEADD:
	case OUNSAFESLICE: print_builtin(out, n); break;
	case OKEY:
		print_expr(out, n->x, 0);
		buf_putc(out, ':');
		print_expr(out, n->y, 0);
		break;
	case OSTRUCTKEY:
		buf_printf(out, "%s:", n->field->name);
		print_expr(out, n->x, 0);
		break;
	default:
		if (n->x && n->y) {
			print_expr(out, n->x, prec);
			buf_printf(out, " %s ", ir_op_text[n->op]);
			print_expr(out, n->y, prec + 1);
		} else {
			buf_printf(out, "<%s>", ir_op_text[n->op]);
		}
	}
}

static void print_expr(Buf *out, const Node *n, int prec)
{
	if (!n) {
		buf_puts(out, "<nil>");
		return;
	}
	n = skip_implicit(n);
	int own = precedence(n);
	bool parens = prec > own;
	if (parens)
		buf_putc(out, '(');
	print_operation(out, n, own);
	if (parens)
		buf_putc(out, ')');
}

/* ---------------------------------------------------------------- statements */

static void print_assign_lists(Buf *out, const Node *n)
{
	print_list(out, &n->list);
	buf_puts(out, n->flags & NF_DEFINE ? " := " : " = ");
	print_list(out, &n->rlist);
}

/* A part of static data is shown as the variable's symbol and the offset in it. */
static void print_assigned(Buf *out, const Node *n)
{
	const Var *v = n->flags & NF_STATIC ? ir_outer_var(n->x) : NULL;
	if (!v) {
		print_expr(out, n->x, 0);
		return;
	}
	buf_putc(out, '(');
	print_type(out, n->x->type);
	buf_printf(out, ")(%s@%lld)", v->symbol, (long long)n->offset);
}

static void print_if(Buf *out, const Node *n)
{
	buf_puts(out, "if ");
	if (n->init.len == 1 && !n->init.data[0]->init.len) {
		print_stmt(out, n->init.data[0]);
		buf_puts(out, "; ");
	}
	print_expr(out, n->x, 0);
	buf_puts(out, " { ");
	print_stmts(out, &n->body);
	buf_puts(out, " }");
	if (!n->els.len)
		return;
	buf_puts(out, " else { ");
	print_stmts(out, &n->els);
	buf_puts(out, " }");
}

static void print_case(Buf *out, const Node *n)
{
	buf_puts(out, n->list.len ? "case " : "default");
	print_list(out, &n->list);
	buf_puts(out, ": ");
	print_stmts(out, &n->body);
}

static void print_stmt(Buf *out, const Node *n)
{
	switch (n->op) {
	case ODCL:
		buf_puts(out, "var ");
		print_expr(out, n->x, 0);
		buf_putc(out, ' ');
		print_type(out, n->x->type);
		break;
	case OAS:
		print_assigned(out, n);
		buf_puts(out, n->flags & NF_DEFINE ? " := " : " = ");
		print_expr(out, n->y, 0);
		break;
	case OASOP:
		print_expr(out, n->x, 0);
		buf_printf(out, " %s= ", ir_op_text[n->subop]);
		print_expr(out, n->y, 0);
		break;
	case OAS2:
	case OAS2FUNC:
	case OAS2MAPR:
	case OAS2DOTTYPE:
	case OAS2RECV: print_assign_lists(out, n); break;
	case OSEND:
		print_expr(out, n->x, 3);
		buf_puts(out, " <- ");
		print_expr(out, n->y, 4);
		break;
	case ORETURN:
		buf_puts(out, "return ");
		print_list(out, &n->list);
		break;
	case OIF: print_if(out, n); break;
	case ODCLTYPE: buf_puts(out, n->type ? "<node DCLTYPE>" : "<node DCLCONST>"); break;
	case OFOR:
	case ORANGE: buf_puts(out, "for loop"); break;
	case OSWITCH:
	case OTYPESW: buf_puts(out, "switch statement"); break;
	case OSELECT: buf_puts(out, "select statement"); break;
	case OBLOCK: print_stmts(out, &n->body); break;
	case OBREAK:
	case OCONTINUE:
	case OGOTO:
		buf_puts(out, ir_op_text[n->op]);
		if (n->label && n->label->name)
			buf_printf(out, " %s", n->label->name);
		break;
	case OCASE: print_case(out, n); break;
	case OFALLTHROUGH: buf_puts(out, "fallthrough"); break;
	case OLABEL: buf_printf(out, "%s: ", n->label->name ? n->label->name : ""); break;
	case OGO:
	case ODEFER:
		buf_printf(out, "%s ", ir_op_text[n->op]);
		print_expr(out, n->x, 0);
		break;
	case OINLMARK: buf_printf(out, "inlmark %d", n->index); break;
	default: print_expr(out, n, 0);
	}
}

static void print_stmts(Buf *out, const NodeList *list)
{
	for (uint32_t i = 0; i < list->len; i++) {
		if (i)
			buf_puts(out, "; ");
		print_stmt(out, list->data[i]);
	}
}

const char *ir_text(Arena *arena, const Node *n)
{
	Buf out = buf_make(arena);
	print_stmt(&out, n);
	return buf_cstr(&out);
}

const char *ir_body_text(Arena *arena, const NodeList *body)
{
	Buf out = buf_make(arena);
	print_stmts(&out, body);
	return buf_cstr(&out);
}

const char *ir_func_text(Arena *arena, const Func *f)
{
	Buf out = buf_make(arena);
	print_func_name(&out, f);
	return buf_cstr(&out);
}
