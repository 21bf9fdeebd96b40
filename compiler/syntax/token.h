// What the lexer, the marking pass and the parser share: tokens and the state of one parse.
#ifndef BURROW_SYNTAX_TOKEN_H
#define BURROW_SYNTAX_TOKEN_H

#include "syntax/syntax.h"

typedef enum SemicolonKind { SEMI_WRITTEN, SEMI_NEWLINE, SEMI_EOF } SemicolonKind;

typedef struct Token {
	uint16_t kind;  // of the parser's token kinds
	uint8_t op;     // Operator, for operators and `op=`
	uint8_t detail; // of a literal: LiteralKind; of a semicolon: SemicolonKind
	bool bad;       // a literal with an error that has been reported
	uint32_t start; // byte offsets in the file
	uint32_t end;
	uint32_t match; // of a bracket: index of its partner, 0 when it has none
} Token;

// A comment that is addressed to the compiler.
typedef struct Directive {
	uint32_t offset; // of its first slash
	uint32_t token;  // index of the token after it
	Str text;        // without the slashes: "go:noinline"
	bool used;       // belongs to a declaration
	bool unfit;      // stands before one that it says nothing about
} Directive;

typedef VEC(SyntaxError) SyntaxErrors;

// The tokens [first, end) of a function body.
typedef struct SoundBody {
	uint32_t first, end;
} SoundBody;

typedef struct Parser {
	Arena *arena;
	SourceFile *source;
	File *file;
	unsigned flags; // ParseFlags
	Token *tokens;  // malloc's; ended by a token of kind 0
	uint32_t count, cap;
	uint32_t next;  // the next token for the parser
	Token *current; // the parser's lookahead
	VEC(Directive) directives;
	uint32_t brackets; // open ones, while lexing
	bool too_deep;     // reported
	// Where the grammar, or a rule beside it, refused the file first; NULL: it did not.
	const Token *refused;
	SyntaxErrors lexer_errors;  // of single tokens, in source order
	SyntaxErrors syntax_errors; // of the diagnosis, in the order of finding
	SyntaxErrors go_errors;     // of go and defer statements; diagnosis finds them, too
	uint32_t read;              // how far gc reads the file: all of it, or the package clause
	Pos params_end;             // after the `)` of the parameters or results read last
	// span of the declaration read last, its keyword and parentheses included
	Pos decl_start, decl_end;
	VEC(Stmt *) bodies;         // of all functions, each after those inside it
	uint32_t branches;          // branch statements and labels made so far
	VEC(SoundBody) sound;       // bodies in which diagnosis has found no error
	SyntaxErrors branch_errors; // of labels and branches, in the order of finding
	VEC(Expr *) guards;         // all x.(type) so far; flags is set in those that a switch took
} Parser;

File *syntax_tree(Arena *arena, SourceFile *source, unsigned flags); // reports nothing
void syntax_report(const File *file);                                // its errors

// Deeper nesting than this is refused (the later stages recurse).
enum { NESTING_LIMIT = 1000000 };

void lexer_run(Parser *p);   // fills tokens, directives, the file's constraints
void mark_tokens(Parser *p); // bracket partners, bodies of control clauses, type parameters
int parser_run(Parser *p);   // the bison parser; 0: reached the end of the file

void parser_diagnose(Parser *p); // fills syntax_errors: says all that is wrong with a refused file
// The file is wrong at `token`: diagnosis will say how.
void parser_refuse(Parser *p, const Token *token);
void parser_error_at(Parser *p, uint32_t offset, const char *format, ...) PRINTF_LIKE(3, 4);
// As messages name it: "newline", "literal 1", "name".
const char *token_text(Parser *p, const Token *token);

static inline Pos token_pos(const Parser *p, const Token *t)
{
	return p->source->base + t->start;
}
static inline Pos token_end(const Parser *p, const Token *t)
{
	return p->source->base + t->end;
}

#endif
