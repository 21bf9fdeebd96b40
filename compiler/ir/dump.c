/*
 * -dump=ir: a function as an indented tree. A line is `op flags text type [operands]`, with the
 * operands' lines below it; what it shows is the data, not the source.
 */
#include "ir/ir.h"

static const char *const flag_names[] = {
	"implicit", "bounded",  "assign",   "define",   "ddd",      "incdec",   "loop",
	"init",     "nonnil",   "noreturn", "likely",   "unlikely", "volatile", "transient",
	"coldef",   "noinline", "spread",   "analysed", "foreign"};
static const char *const verdict_names[] = {[ESC_NONE] = "esc(no)",
					    [ESC_STACK] = "esc(stack)",
					    [ESC_HEAP] = "esc(heap)",
					    [ESC_UNTIL_GROWS] = "esc(grows)",
					    [ESC_STATIC] = "esc(static)"};

static void dump_list(FILE *out, const char *name, const NodeList *list, int depth);

static void indent(FILE *out, int depth)
{
	for (int i = 0; i < depth; i++)
		fputs("  ", out);
}

static void dump_var_name(FILE *out, const Var *v)
{
	fprintf(out, " %s", v->name);
	if (v->class != VAR_GLOBAL)
		fprintf(out, "#%u", v->id);
	if (v->is_closure_var)
		fputs(v->by_value ? " (captured by value)" : " (captured)", out);
}

static void dump_particulars(FILE *out, const Node *n)
{
	switch (n->op) {
	case ONAME: dump_var_name(out, n->var); break;
	case OLITERAL: fprintf(out, " %s", const_exact_string(n->value)); break;
	case OFUNCNAME:
	case OCLOSURE:
	case ODOTMETH:
	case OMETHEXPR:
	case OFUNCADDR:
		if (n->func)
			fprintf(out, " %s", n->func->symbol);
		break;
	case ODOT:
	case ODOTPTR:
	case OSTRUCTKEY: fprintf(out, " .%s +%ld", n->field->name, (long)n->offset); break;
	case ODOTINTER:
	case OMETHVALUE:
		fprintf(out, " .%s [%d]", n->op == OMETHVALUE ? n->sel->name : n->field->name,
			n->index);
		break;
	case OASOP: fprintf(out, " %s", ir_op_text[n->subop]); break;
	case OADDRSYM: fprintf(out, " %s+%ld", n->data->symbol, (long)n->offset); break;
	case OCLOSUREVAR:
	case OSLICELIT: fprintf(out, " %ld", (long)n->offset); break;
	case OINLMARK: fprintf(out, " %d", n->index); break;
	default: break;
	}
	if (n->label)
		fprintf(out, " %s.%d", n->label->name ? n->label->name : "", n->label->id);
}

static void dump_node(FILE *out, const char *role, const Node *n, int depth)
{
	indent(out, depth);
	fputs(role, out);
	if (!n) {
		fputs("-\n", out);
		return;
	}
	fputs(ir_op_name[n->op], out);
	dump_particulars(out, n);
	if (n->type)
		fprintf(out, " <%s>", type_string(n->type, TYPE_FORM_GC, NULL));
	for (uint32_t i = 0; i < COUNT(flag_names); i++)
		if (n->flags >> i & 1)
			fprintf(out, " %s", flag_names[i]);
	if (n->esc)
		fprintf(out, " %s", verdict_names[n->esc]);
	fprintf(out, " @%u:%u\n", pos_line(n->pos), pos_col(n->pos));
	if (n->op == ONAME)
		return;
	dump_list(out, "init", &n->init, depth + 1);
	const Node *operands[] = {n->x, n->y, n->z, n->w};
	static const char *const roles[] = {"", "", "", ""};
	for (int i = 0; i < 4; i++)
		if (operands[i])
			dump_node(out, roles[i], operands[i], depth + 1);
	dump_list(out, "", &n->list, depth + 1);
	dump_list(out, "from", &n->rlist, depth + 1);
	dump_list(out, "body", &n->body, depth + 1);
	dump_list(out, n->op == OFOR ? "post" : "else", &n->els, depth + 1);
}

static void dump_list(FILE *out, const char *name, const NodeList *list, int depth)
{
	if (!list->len)
		return;
	if (*name) {
		indent(out, depth++);
		fprintf(out, "%s:\n", name);
	}
	for (uint32_t i = 0; i < list->len; i++)
		dump_node(out, "", list->data[i], depth);
}

static void dump_vars(FILE *out, const char *what, const VarList *vars)
{
	if (!vars->len)
		return;
	fprintf(out, "  %s:", what);
	for (uint32_t i = 0; i < vars->len; i++) {
		const Var *v = vars->data[i];
		dump_var_name(out, v);
		fprintf(out, " %s%s%s%s", type_string(v->type, TYPE_FORM_GC, NULL),
			v->address_taken ? " addr" : "", v->reassigned ? " assigned" : "",
			v->esc == ESC_HEAP ? " heap" : "");
		fputs(i + 1 < vars->len ? "," : "", out);
	}
	fputc('\n', out);
}

void ir_dump_func(FILE *out, const Func *f)
{
	fprintf(out, "func %s%s\n", f->symbol, f->is_wrapper ? " (wrapper)" : "");
	dump_vars(out, "params", &f->params);
	dump_vars(out, "results", &f->results);
	dump_vars(out, "locals", &f->locals);
	dump_vars(out, "captured", &f->closure_vars);
	dump_list(out, "", &f->body, 1);
}
