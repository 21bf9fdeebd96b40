// The texts of syntax errors.
//
// Bison tells where the parser stood: the symbols on its stack. A table of contexts, tried from top to bottom, is
// matched against the top of that stack; a row that fits gives the words that follow "unexpected TOKEN", as gc
// words them. When no row fits at the top, the search goes down to the construct that the token interrupts.
#include "syntax/token.h"
#include "syntax/parser.h"

const char *token_text(Parser *p, const Token *token) {
	switch (token->kind) {
	case 0:
		return "EOF";
	case ';':
		return token->detail == SEMI_NEWLINE ? "newline" : token->detail == SEMI_EOF ? "EOF" : "semicolon";
	case ',':
		return "comma";
	case T_LBODY:
		return "{";
	}
	const char *text = p->source->text + token->start;
	int len = (int)(token->end - token->start);
	return arena_printf(p->arena, "%s%.*s", token->kind == T_LITERAL ? "literal " : "", len, text);
}

// `message` is "" or begins with "in ", "at ", "after " or "expecting "; else it is the whole text.
void parser_syntax_error(Parser *p, const Token *token, const char *message) {
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
		parser_syntax_error_at(p, token->start, "unexpected %s%s%s", token_text(p, token), separator, message);
	else
		parser_syntax_error_at(p, token->start, "%s", message);
}
