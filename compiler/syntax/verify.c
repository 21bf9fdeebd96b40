// The promises of the syntax tree, checked: every node has the children its kind needs, its span
// lies inside its parent's, and its position inside its span. Holds for trees of files without
// syntax errors.
#include "syntax/syntax.h"

typedef struct Span {
	Pos start, end;
} Span;

static void verify_expr(const Expr *x, Span outer);
static void verify_stmt(const Stmt *s, Span outer);

static void verify_span(const char *what, Pos pos, Pos start, Pos end, Span outer)
{
	if (start > end || start < outer.start || end > outer.end)
		ICE(start, "the span of %s is not inside its parent's", what);
	if (pos < start || pos > end)
		ICE(pos, "the position of %s is outside its span", what);
}

static void verify_child(const Expr *x, Span outer)
{
	if (!x)
		ICE(outer.start, "a child is missing");
	verify_expr(x, outer);
}

static void verify_optional(const Expr *x, Span outer)
{
	if (x)
		verify_expr(x, outer);
}

static void verify_list(const ExprList *list, Span outer)
{
	for (uint32_t i = 0; i < list->len; i++)
		verify_child(list->data[i], outer);
}

static void verify_fields(const FieldList *list, Span outer)
{
	for (uint32_t i = 0; i < list->len; i++) {
		const Field *field = list->data[i];
		Span span = {field->start, field->end};
		if (!field->type)
			ICE(field->pos, "a field without a type");
		if (field->same_type) {
			if (i == 0 || field->type != list->data[i - 1]->type)
				ICE(field->pos, "a field does not share the type before it");
			continue;
		}
		// The first of `a, b T` ends with its type, after the others.
		verify_span("a field", field->pos, field->start, field->end, outer);
		verify_optional(field->name, span);
		if (!(i + 1 < list->len && list->data[i + 1]->same_type))
			verify_expr(field->type, span);
		verify_optional(field->tag, span);
	}
}

static void verify_expr(const Expr *x, Span outer)
{
	if (x->kind == EX_BAD && diag_errors())
		return;
	if (x->kind >= EX_KIND_COUNT || x->kind == EX_BAD)
		ICE(x->pos, "an expression of kind %d", x->kind);
	verify_span(expr_kind_name[x->kind], x->pos, x->start, x->end, outer);
	Span span = {x->start, x->end};
	switch (x->kind) {
	case EX_NAME:
		if (!x->name || str_len(x->name) == 0)
			ICE(x->pos, "a name without text");
		break;
	case EX_COMPOSITE:
		verify_optional(x->composite.type, span);
		verify_list(&x->composite.elems, span);
		break;
	case EX_KEY_VALUE:
	case EX_MAP_TYPE:
		verify_child(x->key_value.key, span);
		verify_child(x->key_value.value, span);
		break;
	case EX_FUNC_LIT:
		verify_child(x->func_lit.type, span);
		verify_stmt(x->func_lit.body, span);
		break;
	case EX_PAREN:
	case EX_STAR:
	case EX_DOTS_TYPE:
	case EX_TYPE_SWITCH: verify_child(x->paren.x, span); break;
	case EX_SELECTOR:
	case EX_ASSERT:
		verify_child(x->selector.x, span);
		verify_child(x->selector.sel, span);
		break;
	case EX_INDEX:
		verify_child(x->index.x, span);
		verify_list(&x->index.index, span);
		break;
	case EX_SLICE:
		verify_child(x->slice.x, span);
		for (int i = 0; i < 3; i++)
			verify_optional(x->slice.index[i], span);
		break;
	case EX_CALL:
		verify_child(x->call.fun, span);
		verify_list(&x->call.args, span);
		break;
	case EX_UNARY: verify_child(x->unary.x, span); break;
	case EX_BINARY:
		verify_child(x->binary.x, span);
		verify_child(x->binary.y, span);
		break;
	case EX_ARRAY_TYPE:
		verify_optional(x->array_type.len, span);
		verify_child(x->array_type.elem, span);
		break;
	case EX_SLICE_TYPE: verify_child(x->slice_type.elem, span); break;
	case EX_STRUCT_TYPE: verify_fields(&x->struct_type.fields, span); break;
	case EX_FUNC_TYPE:
		verify_fields(&x->func_type.params, span);
		verify_fields(&x->func_type.results, span);
		break;
	case EX_INTERFACE_TYPE: verify_fields(&x->interface_type.methods, span); break;
	case EX_CHAN_TYPE: verify_child(x->chan_type.elem, span); break;
	}
}

static void verify_decl(const Decl *decl, Span outer)
{
	Span span = {decl->start, decl->end};
	verify_span("a declaration", decl->pos, decl->start, decl->end, outer);
	switch (decl->kind) {
	case DECL_IMPORT:
		verify_optional(decl->import.name, span);
		verify_child(decl->import.path, span);
		break;
	case DECL_CONST:
		verify_list(&decl->const_.names, span);
		verify_optional(decl->const_.type, span);
		verify_list(&decl->const_.values, span);
		break;
	case DECL_TYPE:
		verify_child(decl->type.name, span);
		verify_fields(&decl->type.type_params, span);
		verify_child(decl->type.type, span);
		break;
	case DECL_VAR:
		verify_list(&decl->var.names, span);
		verify_optional(decl->var.type, span);
		verify_list(&decl->var.values, span);
		break;
	case DECL_FUNC:
		verify_child(decl->func.name, span);
		verify_fields(&decl->func.type_params, span);
		verify_child(decl->func.type, span);
		if (decl->func.body)
			verify_stmt(decl->func.body, span);
		break;
	}
}

static void verify_stmts(const StmtList *list, Span outer)
{
	for (uint32_t i = 0; i < list->len; i++)
		verify_stmt(list->data[i], outer);
}

static void verify_clauses(const ClauseList *list, Span outer)
{
	for (uint32_t i = 0; i < list->len; i++) {
		const Clause *clause = list->data[i];
		Span span = {clause->start, clause->end};
		verify_span("a clause", clause->pos, clause->start, clause->end, outer);
		verify_list(&clause->exprs, span);
		if (clause->comm)
			verify_stmt(clause->comm, span);
		verify_stmts(&clause->body, span);
	}
}

static void verify_optional_stmt(const Stmt *s, Span outer)
{
	if (s)
		verify_stmt(s, outer);
}

static void verify_stmt(const Stmt *s, Span outer)
{
	if (!s || s->kind >= ST_KIND_COUNT || s->kind == ST_BAD)
		ICE(outer.start, "a statement is missing or bad");
	verify_span(stmt_kind_name[s->kind], s->pos, s->start, s->end, outer);
	Span span = {s->start, s->end};
	switch (s->kind) {
	case ST_EXPR: verify_child(s->expr, span); break;
	case ST_SEND:
		verify_child(s->send.chan, span);
		verify_child(s->send.value, span);
		break;
	case ST_ASSIGN:
	case ST_DEFINE:
		verify_list(&s->assign.lhs, span);
		verify_list(&s->assign.rhs, span);
		break;
	case ST_DECL:
		for (uint32_t i = 0; i < s->decls.len; i++)
			verify_decl(s->decls.data[i], span);
		break;
	case ST_LABELED:
		verify_child(s->labeled.label, span);
		verify_stmt(s->labeled.stmt, span);
		break;
	case ST_BLOCK: verify_stmts(&s->block.stmts, span); break;
	case ST_BREAK:
	case ST_CONTINUE:
	case ST_GOTO: verify_optional(s->branch.label, span); break;
	case ST_GO:
	case ST_DEFER: verify_child(s->go.call, span); break;
	case ST_RETURN: verify_list(&s->results, span); break;
	case ST_IF:
		verify_optional_stmt(s->if_.init, span);
		verify_child(s->if_.cond, span);
		verify_stmt(s->if_.then, span);
		verify_optional_stmt(s->if_.els, span);
		break;
	case ST_FOR:
		verify_optional_stmt(s->for_.init, span);
		verify_optional(s->for_.cond, span);
		verify_optional_stmt(s->for_.post, span);
		verify_stmt(s->for_.body, span);
		break;
	case ST_RANGE:
		verify_list(&s->range.lhs, span);
		verify_child(s->range.x, span);
		verify_stmt(s->range.body, span);
		break;
	case ST_SWITCH:
		verify_optional_stmt(s->switch_.init, span);
		verify_optional(s->switch_.tag, span);
		verify_clauses(&s->switch_.clauses, span);
		break;
	case ST_TYPE_SWITCH:
		verify_optional_stmt(s->type_switch.init, span);
		verify_optional(s->type_switch.name, span);
		verify_child(s->type_switch.x, span);
		verify_clauses(&s->type_switch.clauses, span);
		break;
	case ST_SELECT: verify_clauses(&s->select.clauses, span); break;
	}
}

void syntax_verify(const File *file)
{
	Span span = {file->source->base, file->end};
	if (!file->package)
		ICE(span.start, "a file without a package clause");
	for (uint32_t i = 0; i < file->decls.len; i++)
		verify_decl(file->decls.data[i], span);
}
