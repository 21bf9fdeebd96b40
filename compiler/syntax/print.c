// The tree as text: names of kinds and operators, expressions in one line as gc's messages show
// them, and the dump of -dump=ast, one node a line, indented, with its position and span.
#include "syntax/syntax.h"

const char *const operator_text[] = {
#define X(name, text, prec) text,
	OPERATORS(X)
#undef X
};

const uint8_t operator_precedence[] = {
#define X(name, text, prec) prec,
	OPERATORS(X)
#undef X
};

const char *const expr_kind_name[] = {
#define X(name) #name,
	EXPR_KINDS(X)
#undef X
};

const char *const stmt_kind_name[] = {
#define X(name) #name,
	STMT_KINDS(X)
#undef X
};

// ---- Expressions in one line

static void write_expr(Buf *out, const Expr *x);

static void write_list(Buf *out, const ExprList *list)
{
	for (uint32_t i = 0; i < list->len; i++) {
		if (i)
			buf_puts(out, ", ");
		write_expr(out, list->data[i]);
	}
}

static void write_fields(Buf *out, const FieldList *list, const char *separator)
{
	for (uint32_t i = 0; i < list->len; i++) {
		const Field *field = list->data[i];
		if (i)
			buf_puts(out, separator);
		if (field->name)
			buf_puts(out, field->name->name);
		if (i + 1 < list->len && list->data[i + 1]->same_type) {
			separator = ", ";
			continue;
		}
		if (field->name && field->type)
			buf_putc(out, ' ');
		if (field->type)
			write_expr(out, field->type);
	}
}

static void write_signature(Buf *out, const Expr *type)
{
	const FieldList *results = &type->func_type.results;
	buf_putc(out, '(');
	write_fields(out, &type->func_type.params, ", ");
	buf_putc(out, ')');
	if (!results->len)
		return;
	buf_putc(out, ' ');
	bool alone = results->len == 1 && !results->data[0]->name;
	if (!alone)
		buf_putc(out, '(');
	write_fields(out, results, ", ");
	if (!alone)
		buf_putc(out, ')');
}

static void write_struct_fields(Buf *out, const FieldList *list)
{
	for (uint32_t i = 0; i < list->len; i++) {
		const Field *field = list->data[i];
		buf_puts(out, !i ? "" : field->same_type ? ", " : "; ");
		if (field->name)
			buf_puts(out, field->name->name);
		if (i + 1 < list->len && list->data[i + 1]->same_type)
			continue;
		buf_puts(out, field->name ? " " : "");
		write_expr(out, field->type);
		if (field->tag)
			buf_printf(out, " %s", field->tag->literal.text);
	}
}

static void write_methods(Buf *out, const FieldList *list)
{
	for (uint32_t i = 0; i < list->len; i++) {
		const Field *field = list->data[i];
		buf_puts(out, i ? "; " : "");
		if (field->name)
			buf_puts(out, field->name->name);
		if (field->name && field->type->kind == EX_FUNC_TYPE)
			write_signature(out, field->type);
		else
			write_expr(out, field->type);
	}
}

static void write_slice(Buf *out, const Expr *x)
{
	write_expr(out, x->slice.x);
	buf_putc(out, '[');
	for (int i = 0; i < (x->slice.full ? 3 : 2); i++) {
		if (i)
			buf_putc(out, ':');
		if (x->slice.index[i])
			write_expr(out, x->slice.index[i]);
	}
	buf_putc(out, ']');
}

static void write_type(Buf *out, const Expr *x)
{
	switch (x->kind) {
	case EX_ARRAY_TYPE:
		buf_putc(out, '[');
		if (x->array_type.len)
			write_expr(out, x->array_type.len);
		else
			buf_puts(out, "...");
		buf_putc(out, ']');
		write_expr(out, x->array_type.elem);
		break;
	case EX_SLICE_TYPE:
		buf_puts(out, "[]");
		write_expr(out, x->slice_type.elem);
		break;
	case EX_DOTS_TYPE:
		buf_puts(out, "...");
		write_expr(out, x->dots_type.x);
		break;
	case EX_STRUCT_TYPE:
		buf_puts(out, "struct{");
		write_struct_fields(out, &x->struct_type.fields);
		buf_putc(out, '}');
		break;
	case EX_FUNC_TYPE:
		buf_puts(out, "func");
		write_signature(out, x);
		break;
	case EX_INTERFACE_TYPE:
		buf_puts(out, "interface{");
		write_methods(out, &x->interface_type.methods);
		buf_putc(out, '}');
		break;
	case EX_MAP_TYPE:
		buf_puts(out, "map[");
		write_expr(out, x->map_type.key);
		buf_putc(out, ']');
		write_expr(out, x->map_type.value);
		break;
	default: // EX_CHAN_TYPE
		buf_puts(out, x->chan_type.dir == CHAN_RECV   ? "<-chan "
			      : x->chan_type.dir == CHAN_SEND ? "chan<- "
							      : "chan ");
		if (x->chan_type.dir != CHAN_SEND && x->chan_type.elem->kind == EX_CHAN_TYPE &&
		    x->chan_type.elem->chan_type.dir == CHAN_RECV) {
			buf_putc(out, '(');
			write_expr(out, x->chan_type.elem);
			buf_putc(out, ')');
			break;
		}
		write_expr(out, x->chan_type.elem);
	}
}

static void write_expr(Buf *out, const Expr *x)
{
	switch (x->kind) {
	case EX_BAD: buf_puts(out, "<bad expr>"); break;
	case EX_NAME: buf_puts(out, x->name); break;
	case EX_LITERAL: buf_puts(out, x->literal.text); break;
	case EX_COMPOSITE:
		if (x->composite.type)
			write_expr(out, x->composite.type);
		buf_puts(out, x->composite.elems.len ? "{…}" : "{}");
		break;
	case EX_KEY_VALUE:
		write_expr(out, x->key_value.key);
		buf_puts(out, ": ");
		write_expr(out, x->key_value.value);
		break;
	case EX_FUNC_LIT:
		write_expr(out, x->func_lit.type);
		buf_puts(out, x->func_lit.body->block.stmts.len ? " {…}" : " {}");
		break;
	case EX_PAREN:
		buf_putc(out, '(');
		write_expr(out, x->paren.x);
		buf_putc(out, ')');
		break;
	case EX_SELECTOR:
		write_expr(out, x->selector.x);
		buf_putc(out, '.');
		write_expr(out, x->selector.sel);
		break;
	case EX_INDEX:
		write_expr(out, x->index.x);
		buf_putc(out, '[');
		write_list(out, &x->index.index);
		buf_putc(out, ']');
		break;
	case EX_SLICE: write_slice(out, x); break;
	case EX_ASSERT:
		write_expr(out, x->assert_.x);
		buf_puts(out, ".(");
		write_expr(out, x->assert_.type);
		buf_putc(out, ')');
		break;
	case EX_TYPE_SWITCH:
		write_expr(out, x->type_switch.x);
		buf_puts(out, ".(type)");
		break;
	case EX_CALL:
		write_expr(out, x->call.fun);
		buf_putc(out, '(');
		write_list(out, &x->call.args);
		buf_puts(out, x->call.dots ? "...)" : ")");
		break;
	case EX_STAR:
		buf_putc(out, '*');
		write_expr(out, x->star.x);
		break;
	case EX_UNARY:
		buf_puts(out, operator_text[x->unary.op]);
		write_expr(out, x->unary.x);
		break;
	case EX_BINARY:
		write_expr(out, x->binary.x);
		buf_printf(out, " %s ", operator_text[x->binary.op]);
		write_expr(out, x->binary.y);
		break;
	default: write_type(out, x);
	}
}

const char *syntax_expr_text(Arena *arena, const Expr *expr)
{
	Buf out = buf_make(arena);
	write_expr(&out, expr);
	return buf_cstr(&out);
}

// ---- The dump

typedef struct Dump {
	FILE *out;
	int depth;
} Dump;

static void dump_expr(Dump *d, const char *role, const Expr *x);
static void dump_stmt(Dump *d, const char *role, const Stmt *s);

static void dump_line(Dump *d, const char *role, const char *kind, Pos pos, Pos start, Pos end)
{
	fprintf(d->out, "%*s%s%s%s %u:%u [%u:%u-%u:%u]", 2 * d->depth, "", role, *role ? ": " : "",
		kind, pos_raw_line(pos), pos_raw_col(pos), pos_raw_line(start), pos_raw_col(start),
		pos_raw_line(end), pos_raw_col(end));
}

static void dump_exprs(Dump *d, const char *role, const ExprList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		dump_expr(d, role, list->data[i]);
}

static void dump_stmts(Dump *d, const StmtList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		dump_stmt(d, "", list->data[i]);
}

static void dump_fields(Dump *d, const char *role, const FieldList *list)
{
	for (uint32_t i = 0; i < list->len; i++) {
		const Field *field = list->data[i];
		dump_line(d, role, "field", field->pos, field->start, field->end);
		fprintf(d->out, " %s%s%s\n", field->name ? field->name->name : "-",
			field->embedded ? " embedded" : "", field->same_type ? " same type" : "");
		d->depth++;
		if (!field->same_type)
			dump_expr(d, "type", field->type);
		dump_expr(d, "tag", field->tag);
		d->depth--;
	}
}

static void dump_children(Dump *d, const Expr *x)
{
	switch (x->kind) {
	case EX_COMPOSITE:
		dump_expr(d, "type", x->composite.type);
		dump_exprs(d, "", &x->composite.elems);
		break;
	case EX_KEY_VALUE:
		dump_expr(d, "key", x->key_value.key);
		dump_expr(d, "value", x->key_value.value);
		break;
	case EX_FUNC_LIT:
		dump_expr(d, "type", x->func_lit.type);
		dump_stmt(d, "body", x->func_lit.body);
		break;
	case EX_PAREN:
	case EX_STAR:
	case EX_DOTS_TYPE:
	case EX_TYPE_SWITCH: dump_expr(d, "", x->paren.x); break;
	case EX_SELECTOR:
		dump_expr(d, "", x->selector.x);
		dump_expr(d, "sel", x->selector.sel);
		break;
	case EX_INDEX:
		dump_expr(d, "", x->index.x);
		dump_exprs(d, "index", &x->index.index);
		break;
	case EX_SLICE:
		dump_expr(d, "", x->slice.x);
		dump_expr(d, "low", x->slice.index[0]);
		dump_expr(d, "high", x->slice.index[1]);
		dump_expr(d, "max", x->slice.index[2]);
		break;
	case EX_ASSERT:
		dump_expr(d, "", x->assert_.x);
		dump_expr(d, "type", x->assert_.type);
		break;
	case EX_CALL:
		dump_expr(d, "fun", x->call.fun);
		dump_exprs(d, "arg", &x->call.args);
		break;
	case EX_UNARY: dump_expr(d, "", x->unary.x); break;
	case EX_BINARY:
		dump_expr(d, "", x->binary.x);
		dump_expr(d, "", x->binary.y);
		break;
	case EX_ARRAY_TYPE:
		dump_expr(d, "len", x->array_type.len);
		dump_expr(d, "elem", x->array_type.elem);
		break;
	case EX_SLICE_TYPE: dump_expr(d, "elem", x->slice_type.elem); break;
	case EX_STRUCT_TYPE: dump_fields(d, "", &x->struct_type.fields); break;
	case EX_FUNC_TYPE:
		dump_fields(d, "param", &x->func_type.params);
		dump_fields(d, "result", &x->func_type.results);
		break;
	case EX_INTERFACE_TYPE: dump_fields(d, "", &x->interface_type.methods); break;
	case EX_MAP_TYPE:
		dump_expr(d, "key", x->map_type.key);
		dump_expr(d, "value", x->map_type.value);
		break;
	case EX_CHAN_TYPE: dump_expr(d, "elem", x->chan_type.elem); break;
	}
}

static void dump_expr(Dump *d, const char *role, const Expr *x)
{
	if (!x)
		return;
	dump_line(d, role, expr_kind_name[x->kind], x->pos, x->start, x->end);
	if (x->kind == EX_NAME)
		fprintf(d->out, " %s", x->name);
	else if (x->kind == EX_LITERAL)
		fprintf(d->out, " %s", x->literal.text);
	else if (x->kind == EX_UNARY)
		fprintf(d->out, " %s", operator_text[x->unary.op]);
	else if (x->kind == EX_BINARY)
		fprintf(d->out, " %s", operator_text[x->binary.op]);
	else if (x->kind == EX_CALL && x->call.dots)
		fputs(" ...", d->out);
	fputc('\n', d->out);
	d->depth++;
	dump_children(d, x);
	d->depth--;
}

static void dump_decl(Dump *d, const Decl *decl)
{
	static const char *const names[] = {"import", "const", "type", "var", "func"};
	dump_line(d, "", names[decl->kind], decl->pos, decl->start, decl->end);
	fprintf(d->out, "%s%s\n", decl->group ? " grouped" : "", decl->pragma ? " pragma" : "");
	d->depth++;
	switch (decl->kind) {
	case DECL_IMPORT:
		dump_expr(d, "name", decl->import.name);
		dump_expr(d, "path", decl->import.path);
		break;
	case DECL_CONST:
		dump_exprs(d, "name", &decl->const_.names);
		dump_expr(d, "type", decl->const_.type);
		dump_exprs(d, "value", &decl->const_.values);
		break;
	case DECL_TYPE:
		dump_expr(d, decl->type.alias ? "alias" : "name", decl->type.name);
		dump_fields(d, "type parameter", &decl->type.type_params);
		dump_expr(d, "type", decl->type.type);
		break;
	case DECL_VAR:
		dump_exprs(d, "name", &decl->var.names);
		dump_expr(d, "type", decl->var.type);
		dump_exprs(d, "value", &decl->var.values);
		break;
	case DECL_FUNC:
		if (decl->func.receiver)
			dump_fields(d, "receiver",
				    &(FieldList){.data = (Field **)&decl->func.receiver, .len = 1});
		dump_expr(d, "name", decl->func.name);
		dump_fields(d, "type parameter", &decl->func.type_params);
		dump_expr(d, "type", decl->func.type);
		dump_stmt(d, "body", decl->func.body);
		break;
	}
	d->depth--;
}

static void dump_clauses(Dump *d, const ClauseList *list)
{
	for (uint32_t i = 0; i < list->len; i++) {
		const Clause *clause = list->data[i];
		dump_line(d, "", clause->is_default ? "default" : "case", clause->pos,
			  clause->start, clause->end);
		fputc('\n', d->out);
		d->depth++;
		dump_exprs(d, "case", &clause->exprs);
		dump_stmt(d, "comm", clause->comm);
		dump_stmts(d, &clause->body);
		d->depth--;
	}
}

static void dump_substatements(Dump *d, const Stmt *s)
{
	switch (s->kind) {
	case ST_EXPR: dump_expr(d, "", s->expr); break;
	case ST_SEND:
		dump_expr(d, "chan", s->send.chan);
		dump_expr(d, "value", s->send.value);
		break;
	case ST_ASSIGN:
	case ST_DEFINE:
		dump_exprs(d, "left", &s->assign.lhs);
		dump_exprs(d, "right", &s->assign.rhs);
		break;
	case ST_DECL:
		for (uint32_t i = 0; i < s->decls.len; i++)
			dump_decl(d, s->decls.data[i]);
		break;
	case ST_LABELED:
		dump_expr(d, "label", s->labeled.label);
		dump_stmt(d, "", s->labeled.stmt);
		break;
	case ST_BLOCK: dump_stmts(d, &s->block.stmts); break;
	case ST_BREAK:
	case ST_CONTINUE:
	case ST_GOTO: dump_expr(d, "label", s->branch.label); break;
	case ST_GO:
	case ST_DEFER: dump_expr(d, "", s->go.call); break;
	case ST_RETURN: dump_exprs(d, "", &s->results); break;
	case ST_IF:
		dump_stmt(d, "init", s->if_.init);
		dump_expr(d, "cond", s->if_.cond);
		dump_stmt(d, "then", s->if_.then);
		dump_stmt(d, "else", s->if_.els);
		break;
	case ST_FOR:
		dump_stmt(d, "init", s->for_.init);
		dump_expr(d, "cond", s->for_.cond);
		dump_stmt(d, "post", s->for_.post);
		dump_stmt(d, "body", s->for_.body);
		break;
	case ST_RANGE:
		dump_exprs(d, s->range.define ? "define" : "left", &s->range.lhs);
		dump_expr(d, "range", s->range.x);
		dump_stmt(d, "body", s->range.body);
		break;
	case ST_SWITCH:
		dump_stmt(d, "init", s->switch_.init);
		dump_expr(d, "tag", s->switch_.tag);
		dump_clauses(d, &s->switch_.clauses);
		break;
	case ST_TYPE_SWITCH:
		dump_stmt(d, "init", s->type_switch.init);
		dump_expr(d, "name", s->type_switch.name);
		dump_expr(d, "", s->type_switch.x);
		dump_clauses(d, &s->type_switch.clauses);
		break;
	case ST_SELECT: dump_clauses(d, &s->select.clauses); break;
	}
}

static void dump_stmt(Dump *d, const char *role, const Stmt *s)
{
	if (!s)
		return;
	dump_line(d, role, stmt_kind_name[s->kind], s->pos, s->start, s->end);
	if (s->kind == ST_ASSIGN)
		fprintf(d->out, " %s%s", operator_text[s->assign.op],
			s->assign.inc_dec ? operator_text[s->assign.op] : "=");
	fputc('\n', d->out);
	d->depth++;
	dump_substatements(d, s);
	d->depth--;
}

void syntax_print(FILE *out, const File *file)
{
	Dump d = {.out = out};
	fprintf(out, "%s: package %s\n", file->source->name,
		file->package ? file->package->name : "?");
	for (uint32_t i = 0; i < file->decls.len; i++)
		dump_decl(&d, file->decls.data[i]);
}
