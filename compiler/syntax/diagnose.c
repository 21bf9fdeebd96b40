// What is wrong with a file that the grammar refuses.
//
// The LALR parser says only that a file is not Go. This is a second, recursive-descent reading of
// the same tokens that builds no tree: it exists to find the places and words that gc gives, and
// gc's parser is such a descent, so that both lose and find their way at the same tokens. After an
// error it skips to a token that may follow the construct, or to the keyword of a statement, and
// goes on.
//
// It runs only for files with an error; a file may hold errors of the second kind alone, which
// leave the tree whole (a method with two receivers), and is then checked on.
#include "syntax/diagnose.h"

#include <stdlib.h>

static int plain_kind(int kind)
{
	return kind == T_LBODY ? '{' : kind == T_LTPARAM ? '[' : kind;
}

int diagnose_kind(const Diagnosis *d)
{
	return plain_kind(d->tok->kind);
}

void diagnose_next(Diagnosis *d)
{
	if (d->tok->kind)
		d->tok++;
}

bool diagnose_got(Diagnosis *d, int kind)
{
	if (diagnose_kind(d) != kind)
		return false;
	diagnose_next(d);
	return true;
}

// ---- Errors

const char *token_text(Parser *p, const Token *token)
{
	switch (token->kind) {
	case 0: return "EOF";
	case ';':
		return token->detail == SEMI_NEWLINE ? "newline"
		       : token->detail == SEMI_EOF   ? "EOF"
						     : "semicolon";
	case ',': return "comma";
	case T_LBODY: return "{";
	}
	const char *text = p->source->text + token->start;
	int len = (int)(token->end - token->start);
	return arena_printf(p->arena, "%s%.*s", token->kind == T_LITERAL ? "literal " : "", len,
			    text);
}

// What a message calls a token that is missing.
static const char *kind_text(int kind)
{
	switch (kind) {
	case ';': return "semicolon or newline";
	case ',': return "comma";
	case T_NAME: return "name";
	case T_CHAN: return "chan";
	case '(': return "(";
	case ')': return ")";
	case '[': return "[";
	case ']': return "]";
	case '{': return "{";
	case '}': return "}";
	case ':': return ":";
	}
	return "";
}

void diagnose_error(Diagnosis *d, const Token *at, const char *text)
{
	Parser *p = d->p;
	SyntaxError error = {.offset = at->start, .reach = d->tok->end, .text = text};
	vec_push(p->arena, p->syntax_errors, error);
}

static bool begins(const char *text, const char *prefix)
{
	return !strncmp(text, prefix, strlen(prefix));
}

void diagnose_syntax_at(Diagnosis *d, const Token *at, const char *text)
{
	Arena *arena = d->p->arena;
	if (!d->tok->kind && (d->p->syntax_errors.len || d->p->lexer_errors.len))
		return; // what is missing at the end was lost with the error before
	d->p->file->failed = true;
	const char *between = begins(text, "in ") || begins(text, "at ") || begins(text, "after ")
				      ? " "
			      : begins(text, "expecting ") ? ", "
			      : *text                      ? NULL
							   : "";
	if (!between)
		diagnose_error(d, at, arena_printf(arena, "syntax error: %s", text));
	else
		diagnose_error(d, at,
			       arena_printf(arena, "syntax error: unexpected %s%s%s",
					    token_text(d->p, d->tok), between, text));
}

void diagnose_syntax(Diagnosis *d, const char *text)
{
	diagnose_syntax_at(d, d->tok, text);
}

void diagnose_want(Diagnosis *d, int kind)
{
	if (diagnose_got(d, kind))
		return;
	diagnose_syntax(d, arena_printf(d->p->arena, "expecting %s", kind_text(kind)));
	diagnose_advance(d, (const int[]){0});
}

// ---- Going on

static bool begins_statement(int kind)
{
	switch (kind) {
	case T_BREAK:
	case T_CONST:
	case T_CONTINUE:
	case T_DEFER:
	case T_FALLTHROUGH:
	case T_FOR:
	case T_GO:
	case T_GOTO:
	case T_IF:
	case T_RETURN:
	case T_SELECT:
	case T_SWITCH:
	case T_TYPE:
	case T_VAR: return true;
	}
	return false;
}

static bool is_one_of(int kind, const int *kinds)
{
	for (; *kinds; kinds++)
		if (kind == *kinds)
			return true;
	return false;
}

void diagnose_advance(Diagnosis *d, const int *kinds)
{
	if (!*kinds) {
		diagnose_next(d);
		return;
	}
	while (d->tok->kind && !is_one_of(diagnose_kind(d), kinds) &&
	       !(d->functions > 0 && begins_statement(d->tok->kind)))
		diagnose_next(d);
}

const Token *diagnose_list(Diagnosis *d, const char *context, int separator, int close,
			   DiagnoseItem *item, void *ctx)
{
	bool done = false;
	while (d->tok->kind && diagnose_kind(d) != close && !done) {
		done = item(d, ctx);
		if (diagnose_got(d, separator) || diagnose_kind(d) == close)
			continue;
		diagnose_syntax(d, arena_printf(d->p->arena, "in %s; possibly missing %s or %s",
						context, kind_text(separator), kind_text(close)));
		ADVANCE(d, ')', ']', '}');
		if (diagnose_kind(d) != close)
			return d->tok;
	}
	const Token *end = d->tok;
	diagnose_want(d, close);
	return end;
}

// ---- Source text in messages

static bool ends_operand(int kind)
{
	return kind == T_NAME || kind == T_LITERAL || kind == ')' || kind == ']' || kind == '}';
}

static bool is_binary_operator(const Token *t, const Token *from)
{
	bool binary = t->kind == T_OROR || t->kind == T_ANDAND || t->kind == T_COMPARE ||
		      t->kind == T_MULTIPLY || t->kind == '+' || t->kind == '-' || t->kind == '|' ||
		      t->kind == '^' || t->kind == '*' || t->kind == '&' || t->kind == T_ARROW;
	return binary && t > from && ends_operand(t[-1].kind);
}

const char *diagnose_source(Diagnosis *d, const Token *from, const Token *to)
{
	Parser *p = d->p;
	Buf text = buf_make(p->arena);
	for (const Token *t = from; t < to; t++) {
		int len = (int)(t->end - t->start);
		const char *source = p->source->text + t->start;
		bool spaced = is_binary_operator(t, from) || t->kind == '=' ||
			      t->kind == T_DEFINE || t->kind == T_OPASSIGN;
		buf_printf(&text,
			   spaced           ? " %.*s "
			   : t->kind == ',' ? "%.*s "
					    : "%.*s",
			   len, source);
		bool keyword = t->kind >= T_BREAK && t->kind <= T_VAR && t->kind != T_FUNC &&
			       t->kind != T_MAP && t->kind != T_STRUCT && t->kind != T_INTERFACE;
		if (keyword && (t[1].kind == T_NAME || t[1].kind == T_LITERAL))
			buf_putc(&text, ' ');
		// Bodies and elements are left out.
		if (plain_kind(t->kind) == '{' && t->match > (uint32_t)(t - p->tokens)) {
			if (&p->tokens[t->match] > t + 1)
				buf_puts(&text, "…");
			t = &p->tokens[t->match] - 1;
		}
	}
	return buf_cstr(&text);
}

// ---- Declarations

void diagnose_name(Diagnosis *d)
{
	if (diagnose_got(d, T_NAME))
		return;
	diagnose_syntax(d, "expecting name");
	diagnose_advance(d, (const int[]){0});
}

void diagnose_name_list(Diagnosis *d)
{
	while (diagnose_got(d, ','))
		diagnose_name(d);
}

// `=`, or `:=` with a complaint.
static bool got_assign(Diagnosis *d)
{
	if (d->tok->kind == T_DEFINE)
		diagnose_syntax(d, "expecting =");
	else if (d->tok->kind != '=')
		return false;
	diagnose_next(d);
	return true;
}

static bool import_item(Diagnosis *d, void *ctx)
{
	(void)ctx;
	if (d->tok->kind == T_NAME || d->tok->kind == '.')
		diagnose_next(d);
	const Token *path = d->tok;
	if (!diagnose_got(d, T_LITERAL)) {
		diagnose_syntax(d, "missing import path");
		ADVANCE(d, ';', ')');
	} else if (!path->bad && path->detail != LIT_STRING) {
		diagnose_syntax(d, "import path must be a string");
	}
	return false;
}

static bool const_item(Diagnosis *d, void *ctx)
{
	(void)ctx;
	diagnose_name(d);
	diagnose_name_list(d);
	if (!d->tok->kind || d->tok->kind == ';' || d->tok->kind == ')')
		return false;
	diagnose_type_opt(d);
	if (got_assign(d))
		diagnose_expr_list(d);
	return false;
}

static bool var_item(Diagnosis *d, void *ctx)
{
	(void)ctx;
	diagnose_name(d);
	diagnose_name_list(d);
	if (got_assign(d)) {
		diagnose_expr_list(d);
		return false;
	}
	diagnose_type(d);
	if (got_assign(d))
		diagnose_expr_list(d);
	return false;
}

static bool type_item(Diagnosis *d, void *ctx)
{
	(void)ctx;
	Shape *type = NULL;
	diagnose_name(d);
	const Token *open = d->tok;
	if (open->kind == T_LTPARAM) {
		diagnose_next(d);
		diagnose_parameters(d, ']', true);
		const Token *assign = d->tok;
		if (got_assign(d))
			diagnose_syntax_at(d, assign, "generic type cannot be alias");
		type = diagnose_type_opt(d);
	} else if (open->kind == '[') {
		diagnose_next(d);
		if (diagnose_got(d, ']'))
			type = diagnose_type(d);
		else
			type = diagnose_array_type(d, open);
	} else {
		got_assign(d);
		type = diagnose_type_opt(d);
	}
	if (!type) {
		diagnose_syntax(d, "in type declaration");
		ADVANCE(d, ';', ')');
	}
	return false;
}

static void decl_group(Diagnosis *d, DiagnoseItem *item)
{
	diagnose_next(d);
	if (diagnose_got(d, '('))
		diagnose_list(d, "grouped declaration", ';', ')', item, NULL);
	else
		item(d, NULL);
}

void diagnose_declaration(Diagnosis *d)
{
	int kind = d->tok->kind;
	decl_group(d, kind == T_CONST ? const_item : kind == T_TYPE ? type_item : var_item);
}

// After `func`. False: nothing that could be a function.
static bool func_item(Diagnosis *d)
{
	const char *no_type_params = NULL;
	if (diagnose_got(d, '(')) {
		uint32_t n = diagnose_parameters(d, ')', false);
		if (n != 1)
			diagnose_error(d, d->tok,
				       n ? "method has multiple receivers"
					 : "method has no receiver");
		no_type_params = "method";
	}
	if (d->tok->kind != T_NAME) {
		diagnose_syntax(d, "expecting name or (");
		ADVANCE(d, '{', ';');
		return false;
	}
	diagnose_next(d);
	diagnose_signature(d, no_type_params);
	if (diagnose_kind(d) == '{') {
		diagnose_body(d);
		return false;
	}
	return true;
}

#define TO_DECLARATION(d) ADVANCE(d, T_CONST, T_TYPE, T_VAR, T_FUNC)

/* The declaration that begins takes the directives before it. Those before a syntax error wait for
 * the next one. */
void diagnose_directives(Diagnosis *d)
{
	Parser *p = d->p;
	uint32_t at = (uint32_t)(d->tok - p->tokens);
	for (; d->directive < p->directives.len; d->directive++) {
		if (p->directives.data[d->directive].token > at)
			break;
		p->directives.data[d->directive].used = true;
	}
}

/* Those inside a declaration that ends have no use. */
static void drop_directives(Diagnosis *d)
{
	Parser *p = d->p;
	uint32_t at = (uint32_t)(d->tok - p->tokens);
	while (d->directive < p->directives.len && p->directives.data[d->directive].token <= at)
		d->directive++;
}

static void declarations(Diagnosis *d)
{
	bool headless = false; // the declaration before was a function without a body
	while (d->tok->kind) {
		switch (d->tok->kind) {
		case T_CONST:
		case T_TYPE:
		case T_VAR:
			diagnose_directives(d);
			diagnose_declaration(d);
			headless = false;
			break;
		case T_FUNC:
			diagnose_directives(d);
			diagnose_next(d);
			headless = func_item(d);
			break;
		default:
			diagnose_syntax(
				d, diagnose_kind(d) == '{' && headless
					   ? "unexpected semicolon or newline before {"
					   : "non-declaration statement outside function body");
			TO_DECLARATION(d);
			continue;
		}
		drop_directives(d);
		if (d->tok->kind && !diagnose_got(d, ';')) {
			diagnose_syntax(d, "after top level declaration");
			TO_DECLARATION(d);
		}
	}
}

void parser_diagnose(Parser *p)
{
	Diagnosis diagnosis = {.p = p, .tok = p->tokens}, *d = &diagnosis;
	if (!diagnose_got(d, T_PACKAGE)) {
		diagnose_syntax(d, "package statement must be first");
		p->read = d->tok->end;
		return;
	}
	diagnose_name(d);
	diagnose_want(d, ';');
	if (p->syntax_errors.len ||
	    (p->lexer_errors.len &&
	     p->lexer_errors.data[0].offset < d->tok->end + (d->tok->kind == T_LITERAL))) {
		p->read = d->tok->end;
		return; // as gc: what follows would make little sense
	}
	while (d->tok->kind == T_IMPORT) {
		decl_group(d, import_item);
		diagnose_want(d, ';');
	}
	declarations(d);
	if (!p->syntax_errors.len && !p->lexer_errors.len) {
		d->tok = p->refused;
		diagnose_syntax(d, "");
	}
}
