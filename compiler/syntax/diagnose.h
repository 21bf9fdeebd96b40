// Private to the diagnosis of syntax errors (diagnose*.c): its state and what the files share.
#ifndef BURROW_SYNTAX_DIAGNOSE_H
#define BURROW_SYNTAX_DIAGNOSE_H

#include "syntax/token.h"
#include "syntax/parser.h"

typedef struct Diagnosis {
	Parser *p;
	const Token *tok;   // the next token
	int functions;      // function bodies around it
	uint32_t directive; // the next of p->directives that no declaration has taken or left
	// Brackets open around it; negative in the header of a control clause, where `{` opens the
	// body and no composite literal.
	int nesting;
} Diagnosis;

// What must be known of an expression that was read.
typedef enum ShapeKind {
	SHAPE_OTHER, // of which nothing more matters: operations, constants, function types
	SHAPE_NAME,
	SHAPE_SELECTOR,
	SHAPE_INDEX,
	SHAPE_CALL,
	SHAPE_GUARD,        // x.(type)
	SHAPE_VALUE,        // can be no type: literals, assertions, slices
	SHAPE_LITERAL_TYPE, // array, slice, struct or map type
	SHAPE_CHANNEL,
	SHAPE_LIST,
	// statements
	SHAPE_ASSIGN,
	SHAPE_DEFINE,
	SHAPE_STATEMENT,
	SHAPE_RANGE,
} ShapeKind;

typedef struct Shape {
	ShapeKind kind;
	ShapeKind inner; // in its parentheses, if it has any
	bool parenthesized;
	bool value;               // cannot be a type
	bool type_element;        // can only be a type
	uint8_t dir;              // of a channel
	struct Shape *elem;       // of a channel
	const Token *start, *end; // its tokens: [start, end)
	const Token *pos;         // gc's position of it
} Shape;

// diagnose.c
int diagnose_kind(const Diagnosis *d); // of the next token; marked brackets count as plain ones
void diagnose_next(Diagnosis *d);
void diagnose_directives(Diagnosis *d); // those before the declaration that begins belong to it
bool diagnose_got(Diagnosis *d, int kind);
void diagnose_want(Diagnosis *d, int kind);
void diagnose_error(Diagnosis *d, const Token *at, const char *text); // as it is
// What is wrong at `at`: a whole text, or (beginning "in ", "at ", "after " or "expecting ") what
// follows "unexpected TOKEN".
void diagnose_syntax_at(Diagnosis *d, const Token *at, const char *text);
void diagnose_syntax(Diagnosis *d, const char *text);
// Skips to a token of the list (0 ends it), the end of the file or, in a function, the beginning of
// a statement; with an empty list one token.
void diagnose_advance(Diagnosis *d, const int *kinds);
#define ADVANCE(d, ...) diagnose_advance(d, (const int[]){__VA_ARGS__, 0})
const char *diagnose_source(Diagnosis *d, const Token *from,
			    const Token *to); // as messages show it

// A list of items up to `close`, which is read. Returns the token where it should stand.
typedef bool DiagnoseItem(Diagnosis *d, void *ctx); // true: the list ends here
const Token *diagnose_list(Diagnosis *d, const char *context, int separator, int close,
			   DiagnoseItem *item, void *ctx);

void diagnose_name(Diagnosis *d);
void diagnose_name_list(Diagnosis *d);   // what follows the first name
void diagnose_declaration(Diagnosis *d); // const, type or var

// diagnose_type.c
Shape *diagnose_type(Diagnosis *d);
Shape *diagnose_type_opt(Diagnosis *d);                       // NULL: none begins here
Shape *diagnose_array_type(Diagnosis *d, const Token *start); // after its `[`
void diagnose_signature(Diagnosis *d, const char *no_type_params);
// Returns how many there are.
uint32_t diagnose_parameters(Diagnosis *d, int close, bool names_required);
Shape *diagnose_type_list(Diagnosis *d, bool *comma);

// diagnose_expr.c
Shape *diagnose_expr(Diagnosis *d);
Shape *diagnose_expr_list(Diagnosis *d);
Shape *diagnose_primary(Diagnosis *d, bool keep_parens);
Shape *diagnose_shape(Diagnosis *d, ShapeKind kind, const Token *start, const Token *pos);

// diagnose_stmt.c
void diagnose_body(Diagnosis *d); // of a function

#endif
