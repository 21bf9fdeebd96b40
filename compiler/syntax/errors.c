// The texts of syntax errors.
//
// Bison tells where the parser stood: the symbols on its stack. A table of contexts, tried from top
// to bottom, is matched against the top of that stack; a row that fits gives the words that follow
// "unexpected TOKEN", as gc words them. When no row fits at the top, the search goes down to the
// construct that the token interrupts.
#include "syntax/token.h"
#include "syntax/parser.h"

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

// `message` is "" or begins with "in ", "at ", "after " or "expecting "; else it is the whole text.
void parser_syntax_error(Parser *p, const Token *token, const char *message)
{
	static const char *const joined[] = {"in ", "at ", "after ", "expected "};
	const char *separator = NULL;
	if (!strncmp(message, "expecting ", strlen("expecting ")))
		separator = ", ";
	else if (!*message)
		separator = "";
	for (size_t i = 0; i < COUNT(joined) && !separator; i++)
		if (!strncmp(message, joined[i], strlen(joined[i])))
			separator = " ";
	if (separator)
		parser_syntax_error_at(p, token->start, "unexpected %s%s%s", token_text(p, token),
				       separator, message);
	else
		parser_syntax_error_at(p, token->start, "%s", message);
}

// ---- Contexts

// What stands on the parser's stack when a token cannot go on, and what is said then. `top` is
// compared with the names of the topmost symbols. `before` names what the token before the
// unexpected one may be: a punctuation mark by its character (`{` also for T_LBODY), K a keyword, R
// `return`, N a name; "" any. `token`, when not 0, is the kind of the unexpected token itself.
typedef struct Context {
	const char *top;
	const char *before;
	int token;
	const char *message;
} Context;

#define MISSING_PATH "missing import path"

static const Context contexts[] = {
	// Declarations
	{"T_PACKAGE", "", 0, "expecting name"},
	{"T_PACKAGE name", "", 0, "expecting semicolon or newline"},
	{"decls decl", "", 0, "after top level declaration"},
	{"decls", ";", '{', "unexpected semicolon or newline before {"},
	{"decls", "", 0, "non-declaration statement outside function body"},
	{"T_IMPORT", "", 0, MISSING_PATH},
	{"T_IMPORT name", "", 0, MISSING_PATH},
	{"T_IMPORT '.'", "", 0, MISSING_PATH},
	{"import_specs", "", 0, MISSING_PATH},
	{"import_specs name", "", 0, MISSING_PATH},
	{"import_specs '.'", "", 0, MISSING_PATH},
	{"import_specs import_spec", "", 0,
	 "in grouped declaration; possibly missing semicolon or newline or )"},
	{"const_specs const_spec", "", 0,
	 "in grouped declaration; possibly missing semicolon or newline or )"},
	{"type_specs type_spec", "", 0,
	 "in grouped declaration; possibly missing semicolon or newline or )"},
	{"var_specs var_spec", "", 0,
	 "in grouped declaration; possibly missing semicolon or newline or )"},
	{"const_specs", "", 0, "expecting name"},
	{"type_specs", "", 0, "expecting name"},
	{"var_specs", "", 0, "expecting name"},
	{"'.' '(' T_TYPE", "", 0, "expecting )"},
	{"T_CONST", "", 0, "expecting name"},
	{"T_TYPE", "", 0, "expecting name"},
	{"T_VAR", "", 0, "expecting name"},
	{"T_TYPE name", "", 0, "in type declaration"},
	{"T_TYPE name '='", "", 0, "in type declaration"},
	{"type_specs name", "", 0, "in type declaration"},
	{"type_specs name '='", "", 0, "in type declaration"},
	{"T_LTPARAM type_params ']'", "", 0, "in type declaration"},
	{"decls T_FUNC", "", 0, "expecting name or ("},
	{"decls T_FUNC '(' params ')'", "", 0, "expecting name or ("},
	{"T_FUNC", "", 0, "expecting ("},
	{"T_FUNC name", "", 0, "expecting ("},
	{"')' name", "", 0, "expecting ("},
	{"T_FUNC name '[' type_params ']'", "", 0, "expecting ("},
	{"T_FUNC name '['", "", ']', "empty type parameter list"},
	{"T_FUNC name '['", "", 0, "expecting ]"},
	{"type_params", "[,", 0, "expecting ]"},
	{"type_params", "", 0, "in parameter list; possibly missing comma or ]"},
	{"params", "(,", 0, "expecting )"},
	{"params", "", 0, "in parameter list; possibly missing comma or )"},
	{"name_list", "", 0, "expecting type"},
	{"name_list ','", "", 0, "expecting name"},
	// Types
	{"T_CHAN", "", 0, "missing channel element type"},
	{"T_CHAN T_ARROW", "", 0, "missing channel element type"},
	{"T_STRUCT", "", 0, "expecting {"},
	{"T_INTERFACE", "", 0, "expecting {"},
	{"T_MAP", "", 0, "expecting ["},
	{"T_MAP '['", "", 0, "expecting type"},
	{"T_MAP '[' type", "", 0, "expecting ]"},
	{"'[' T_DOTS", "", 0, "expecting ]"},
	{"fields '*'", "", 0, "expecting name"},
	{"fields T_NAME ','", "", 0, "expecting name"},
	{"fields field", "", 0, "in struct type; possibly missing semicolon or newline or }"},
	{"fields", "", 0, "expecting field name or embedded type"},
	{"methods method", "", 0, "in interface type; possibly missing semicolon or newline or }"},
	{"methods", "", 0, "expecting ~ term or type"},
	{"methods T_NAME '['", "", 0, "expecting ]"},
	{"methods T_NAME '[' expr", "", T_NAME, "interface method must have no type parameters"},
	{"constraint '|'", "", 0, "expecting ~ term or type"},
	{"type_args_tail", "", 0, "expecting ]"},
	{"T_NAME '.'", "", 0, "expecting name"},
	{"'(' type", "", 0, "expecting )"},
	// Expressions
	{"primary '.'", "", 0, "expecting name or ("},
	{"primary '(' expr_list", "", 0, "in argument list; possibly missing comma or )"},
	{"primary '(' expr_list T_DOTS", "", 0, "in argument list; possibly missing comma or )"},
	{"primary '(' expr_list T_DOTS ','", "", 0, "expecting )"},
	{"T_DOTS", "", 0, "... is missing type"},
	{"primary '[' expr_opt", "[", ']', "expecting operand"},
	{"primary '[' expr_opt", "[", 0, "expecting expression"},
	{"primary '[' expr_opt", "", 0, "expecting comma, : or ]"},
	{"primary '[' expr_list", "", 0, "expecting comma, : or ]"},
	{"primary '[' expr", "", 0, "expecting comma, : or ]"},
	{"':' expr_opt", ":", 0, "expecting expression"},
	{"':' expr_opt", "", 0, "expecting ]"},
	{"'[' expr", "", ',', "unexpected comma; expecting ]"},
	{"'[' expr", "", 0, "expecting ]"},
	{"'(' expr", "", 0, "expecting )"},
	{"elements", "{,", 0, "expecting expression"},
	{"elements", "", 0, "in composite literal; possibly missing comma or }"},
	{"element_list", "", 0, "in composite literal; possibly missing comma or }"},
	// Statements
	{"case_head stmts", "", 0, "expecting case or default or }"},
	{"comm_head stmts", "", 0, "expecting case or default or }"},
	{"stmts", "", 0, "expecting }"},
	{"stmts stmt", "R", 0, "expecting expression"},
	{"stmts stmt", "", 0, "at end of statement"},
	{"keyword_stmt", "", 0, "at end of statement"},
	{"switch_clauses", "", 0, "expecting case or default or }"},
	{"comm_clauses", "", 0, "expecting case or default or }"},
	{"T_CASE expr_list", "", 0, "expecting :"},
	{"T_CASE simple_stmt", "", 0, "expecting :"},
	{"T_CASE expr", "", 0, "expecting :"},
	{"T_DEFAULT", "", 0, "expecting :"},
	{"T_GOTO", "", 0, "expecting name"},
	{"T_ELSE", "", 0, "else must be followed by if or statement block"},
	{"T_SELECT", "", 0, "missing { after select clause"},
	{"';' simple_opt", ";", T_LBODY, "expecting for loop condition"},
	{"';' simple_opt", ";", 0, "expecting expression"},
	{"';' simple_opt", "", 0, "expecting semicolon or newline"},
	{"T_IF", "", T_VAR, "var declaration not allowed in if initializer"},
	{"T_SWITCH", "", T_VAR, "var declaration not allowed in switch initializer"},
	{"T_FOR", "", T_VAR, "var declaration not allowed in for initializer"},
	{"T_IF header", "K;", 0, "expecting expression"},
	{"T_SWITCH header", "K;", 0, "expecting expression"},
	{"T_FOR for_header", "K;", 0, "expecting expression"},
	{"T_IF header", "", 0, "expecting { after if clause"},
	{"T_SWITCH header", "", 0, "missing { after switch clause"},
	{"T_FOR for_header", "", 0, "expecting { after for clause"},
};

static char category(const Token *token)
{
	if (token->kind == T_LBODY || token->kind == T_LTPARAM)
		return token->kind == T_LBODY ? '{' : '[';
	if (token->kind == T_NAME)
		return 'N';
	if (token->kind == T_RETURN)
		return 'R';
	if (token->kind >= T_BREAK && token->kind <= T_VAR)
		return 'K';
	return token->kind < 128 ? (char)token->kind : 'O';
}

// Whether the names in `pattern` are those of the topmost symbols (symbols[0] is the last name).
static bool fits(const char *pattern, const char *const *symbols, int count)
{
	const char *end = pattern + strlen(pattern);
	for (int i = 0; end > pattern; i++) {
		const char *word = end;
		while (word > pattern && word[-1] != ' ')
			word--;
		size_t len = (size_t)(end - word);
		if (i >= count || strlen(symbols[i]) != len || memcmp(symbols[i], word, len))
			return false;
		end = word > pattern ? word - 1 : word;
	}
	return true;
}

static bool is(const char *const *symbols, int count, int i, const char *name)
{
	return i < count && !strcmp(symbols[i], name);
}

static bool is_one_of(const char *const *symbols, int count, int i, const char *const *names)
{
	for (; *names; names++)
		if (is(symbols, count, i, *names))
			return true;
	return false;
}

// Whether a type, not an expression, must come next.
static bool expects_type(const char *const *symbols, int count)
{
	static const char *const before_type[] = {"T_NAME",  "name_list",  "name", "')'",
						  "']'",     "T_CHAN",     "'~'",  "T_DOTS",
						  "methods", "param_list", NULL};
	static const char *const before_params[] = {"T_FUNC", "name",   "')'", "']'",
						    "'.'",    "T_NAME", NULL};
	for (int i = 0; i < count; i++) {
		if (is(symbols, count, i, "'*'")) {
			if (is(symbols, count, i + 1, "expr"))
				return false;
		} else if (is(symbols, count, i, "'('")) {
			if (is_one_of(symbols, count, i + 1, before_params))
				return true;
			if (is(symbols, count, i + 1, "primary"))
				return false;
		} else if (is(symbols, count, i, "','")) {
			return is(symbols, count, i + 1, "param_list");
		} else if (is(symbols, count, i, "'['")) {
			return is(symbols, count, i + 1, "T_MAP");
		} else {
			return is_one_of(symbols, count, i, before_type);
		}
	}
	return false;
}

static const char *context_message(Parser *p, const Token *token, const char *const *symbols,
				   int count)
{
	char before = token > p->tokens ? category(token - 1) : 0;
	for (size_t i = 0; i < COUNT(contexts); i++) {
		const Context *c = &contexts[i];
		if ((!c->token || c->token == token->kind) &&
		    (!*c->before || strchr(c->before, before)) && fits(c->top, symbols, count))
			return c->message;
	}
	if (is(symbols, count, 0, "T_ARROW") && expects_type(symbols + 1, count - 1))
		return "expecting chan";
	bool after_token = count && (*symbols[0] == '\'' || !strncmp(symbols[0], "T_", 2));
	if (!after_token)
		return "";
	return expects_type(symbols, count) ? "expecting type" : "expecting expression";
}

// gc words some contexts by more than where the parser stands.
static const char *refine(Parser *p, const Token *token, const char *const *symbols, int count,
			  const char *message)
{
	const char *decl = p->source->text + (p->decl_start ? p->decl_start - p->source->base : 0);
	if (is(symbols, count, 0, "decl") && !strncmp(decl, "import", strlen("import")))
		return "expecting semicolon or newline";
	bool header = is(symbols, count, 0, "header") || is(symbols, count, 0, "for_header");
	if (header && !p->long_header && strcmp(message, "expecting expression"))
		return "expecting {";
	const DeclList *decls = &p->file->decls;
	bool headless = token->kind == '{' && is(symbols, count, 0, "decls");
	if (headless &&
	    !(decls->len && vec_last(*decls)->kind == DECL_FUNC && !vec_last(*decls)->func.body))
		return "non-declaration statement outside function body";
	// A lone name at the beginning of a field may be meant as a field's name.
	if (is(symbols, count, 0, "field") && token > p->tokens + 1 && token[-1].kind == T_NAME &&
	    (token[-2].kind == ';' || token[-2].kind == '{'))
		return "expecting type";
	return message;
}

// ---- Going on after an error
//
// Bison drops what it has of the construct around the error and discards tokens until one fits.
// Here `next` is set so that the first token it gets is a good one, and what the construct still
// needs is inserted before it: a semicolon before the `}` that ends a block, an empty body for a
// control clause that has none.

typedef enum Construct { STATEMENT, ITEM, CLAUSE, CONTROL, DECLARATION } Construct;

// The innermost construct that can be left out, the one with an `error` rule, and the brackets open
// inside it.
typedef struct Skip {
	Construct construct;
	int braces, parens;
} Skip;

static Construct construct_of(const char *const *symbols, int count, int i)
{
	static const char *const items[] = {"fields",      "methods",    "import_specs",
					    "const_specs", "type_specs", "var_specs",
					    NULL};
	static const char *const clauses[] = {"switch_clauses", "comm_clauses", NULL};
	static const char *const controls[] = {"T_IF", "T_FOR", "T_SWITCH", NULL};
	if (is(symbols, count, i, "stmts"))
		return STATEMENT;
	if (is_one_of(symbols, count, i, items))
		return ITEM;
	if (is_one_of(symbols, count, i, clauses))
		return CLAUSE;
	return is_one_of(symbols, count, i, controls) ? CONTROL : DECLARATION;
}

static Skip enclosing_construct(const char *const *symbols, int count)
{
	Skip skip = {.construct = DECLARATION};
	for (int i = 0; i < count; i++) {
		skip.construct = construct_of(symbols, count, i);
		if (skip.construct != DECLARATION)
			break;
		skip.braces += is(symbols, count, i, "'{'");
		skip.parens += is(symbols, count, i, "'('");
	}
	return skip;
}

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

static bool begins_declaration(int kind)
{
	return kind == T_IMPORT || kind == T_CONST || kind == T_TYPE || kind == T_VAR ||
	       kind == T_FUNC;
}

static bool goes_on_at(Construct construct, int kind)
{
	switch (construct) {
	case STATEMENT:
		return kind == ';' || kind == '}' || kind == T_CASE || kind == T_DEFAULT ||
		       begins_statement(kind);
	case ITEM: return kind == ';' || kind == '}' || kind == ')';
	case CLAUSE: return kind == '}' || kind == T_CASE || kind == T_DEFAULT;
	case CONTROL: return kind == T_LBODY || kind == '}' || begins_statement(kind);
	default: return begins_declaration(kind);
	}
}

static void insert(Parser *p, int kind, const Token *at)
{
	p->insert[p->inserted] =
		(Token){.kind = (uint16_t)kind, .start = at->start, .end = at->start};
	p->inserted++;
}

static void go_on(Parser *p, const Token *token, Skip skip)
{
	Construct construct = skip.construct;
	const Token *t = token;
	// The same token does not fit again: leave it out, so that the parse goes forward.
	if (p->next <= p->last_error + 1 && t->kind)
		t++;
	p->last_error = p->next;
	for (; t->kind; t++) {
		bool closes =
			(t->kind == '}' && skip.braces > 0) || (t->kind == ')' && skip.parens > 0);
		if (closes)
			*(t->kind == '}' ? &skip.braces : &skip.parens) -= 1;
		else if (goes_on_at(construct, t->kind))
			break;
		bool opens = t->kind == '{' || t->kind == T_LBODY || t->kind == '(';
		if (opens && t->match > (uint32_t)(t - p->tokens))
			t = &p->tokens[t->match];
	}
	p->inserted = p->inserted_next = 0;
	bool ends = t->kind == '}' || t->kind == ')' || t->kind == T_CASE || t->kind == T_DEFAULT;
	if ((construct == STATEMENT || construct == ITEM) && ends)
		insert(p, ';', t);
	if (construct == CONTROL && t->kind != T_LBODY) {
		insert(p, T_LBODY, t);
		insert(p, '}', t);
	}
	// The parser still holds `token`, and takes it when it fits.
	if (t != token || p->inserted)
		p->next = (uint32_t)(t - p->tokens);
}

void parser_unexpected(Parser *p, const Token *token, const char *const *symbols, int count)
{
	const Token *shown = token;
	if (!token->kind && token > p->tokens && token[-1].kind == ';' &&
	    token[-1].detail == SEMI_EOF)
		shown = token - 1;
	if (!count) {
		parser_syntax_error(p, shown, "package statement must be first");
	} else if (!token->kind && p->reported) {
		p->file->failed = true;
		go_on(p, token, (Skip){.construct = DECLARATION}); // what is missing at the end was
								   // cut off by the error before
	} else {
		const char *message = context_message(p, shown, symbols, count);
		message = refine(p, shown, symbols, count, message);
		parser_syntax_error(p, shown, message);
		go_on(p, token, enclosing_construct(symbols, count));
	}
	// Nothing more will be shown: end the parse.
	if (!count || diag_current()->too_many)
		p->next = p->count - 1;
}
