// Settles Go's two ambiguities on the token array, before the parser sees it.
//
// 1. After `if`, `for`, `switch` and `select`, the first `{` that is neither inside brackets nor
// part of a
//    literal or type opens the body: `if x == T {` is not a composite literal. It becomes T_LBODY.
//    Literals of array, slice, map and struct type, function literals and the braces of types keep
//    theirs.
// 2. In `type T [P ...`, the bracket opens type parameters unless what follows can be an array's
// length:
//    `[P any]`, `[P *C,]` and `[P *interface{}]` declare parameters, `[P * C]` is a length. It
//    becomes T_LTPARAM.
//
// One pass with a stack of open brackets and control clauses; types are skipped with the help of
// the bracket partners that a first pass has found, so that all is linear.
#include "syntax/token.h"
#include "syntax/parser.h"

#include <stdlib.h>

typedef enum OpenKind { OPEN_BRACKET, OPEN_TYPE_GROUP, OPEN_CLAUSE } OpenKind;

typedef struct Open {
	OpenKind kind;
	uint32_t type_end; // of a clause: tokens before this index are part of a type
	uint32_t literal;  // of a clause: index of a `{` after a type, or 0
} Open;

typedef struct Marker {
	Token *tokens;
	uint32_t count;
	Open *open;
	uint32_t depth;
} Marker;

static bool is_open(int kind)
{
	return kind == '(' || kind == '[' || kind == '{';
}
static bool is_close(int kind)
{
	return kind == ')' || kind == ']' || kind == '}';
}
static int closer_of(int kind)
{
	return kind == '(' ? ')' : kind == '[' ? ']' : '}';
}

static void match_brackets(Token *tokens, uint32_t count, uint32_t *stack)
{
	uint32_t depth = 0;
	for (uint32_t i = 0; i < count; i++) {
		if (is_open(tokens[i].kind)) {
			stack[depth++] = i;
		} else if (is_close(tokens[i].kind) && depth) {
			Token *open = &tokens[stack[depth - 1]];
			if (closer_of(open->kind) == tokens[i].kind) {
				open->match = i;
				tokens[i].match = stack[depth - 1];
				depth--;
			} else if (tokens[i].kind == '}') {
				// A brace closes whatever was left open inside it.
				while (depth && tokens[stack[depth - 1]].kind != '{')
					depth--;
				if (depth) {
					tokens[stack[depth - 1]].match = i;
					tokens[i].match = stack[--depth];
				}
			}
		}
	}
}

// The index after the bracket at i and all inside it.
static uint32_t after_bracket(const Marker *m, uint32_t i)
{
	return m->tokens[i].match ? m->tokens[i].match + 1 : i + 1;
}

// The index after the type that begins at i; i itself when none does.
static uint32_t skip_type(const Marker *m, uint32_t i)
{
	const Token *t = m->tokens;
	for (;;) {
		switch (t[i].kind) {
		case T_NAME:
			i++;
			if (t[i].kind == '.' && t[i + 1].kind == T_NAME)
				i += 2;
			return t[i].kind == '[' ? after_bracket(m, i) : i;
		case '(': return after_bracket(m, i);
		case T_STRUCT:
		case T_INTERFACE: return t[i + 1].kind == '{' ? after_bracket(m, i + 1) : i + 1;
		case '*':
		case T_ARROW:
		case T_CHAN: i++; break;
		case '[': i = after_bracket(m, i); break;
		case T_MAP:
			if (t[i + 1].kind != '[')
				return i + 1;
			i = after_bracket(m, i + 1);
			break;
		case T_FUNC:
			if (t[i + 1].kind != '(')
				return i + 1;
			i = after_bracket(m, i + 1);
			break;
		default: return i;
		}
	}
}

static bool ends_operand(int kind)
{
	return kind == T_NAME || kind == T_LITERAL || kind == ')' || kind == ']' || kind == '}';
}

// In a control clause: notes how far a type that begins at i reaches, and whether a literal of it
// follows.
static void note_type(Marker *m, Open *clause, uint32_t i)
{
	int kind = m->tokens[i].kind;
	bool begins = kind == T_MAP || kind == T_STRUCT || kind == T_INTERFACE || kind == T_CHAN ||
		      kind == T_FUNC || (kind == '[' && !ends_operand(m->tokens[i - 1].kind));
	if (!begins || i < clause->type_end)
		return;
	uint32_t end = skip_type(m, i);
	clause->type_end = end;
	clause->literal =
		m->tokens[end].kind == '{' && kind != T_INTERFACE && kind != T_CHAN ? end : 0;
}

static void push(Marker *m, OpenKind kind)
{
	m->open[m->depth++] = (Open){.kind = kind};
}

// Whether tokens[from, to) can only be a type: it has a type's keyword, a `~`, or a bracket where
// an operand begins.
static bool has_type_element(const Marker *m, uint32_t from, uint32_t to)
{
	for (uint32_t i = from; i < to; i++) {
		const Token *t = &m->tokens[i];
		if (t->kind == T_INTERFACE || t->kind == T_FUNC || t->kind == T_MAP ||
		    t->kind == T_CHAN || t->kind == T_STRUCT || t->kind == '~')
			return true;
		if (t->kind == '[' && !ends_operand(m->tokens[i - 1].kind))
			return true;
		if ((t->kind == '[' || t->kind == '{') && t->match)
			i = t->match;
	}
	return false;
}

// Whether the `[` at i, after the name in a type declaration, opens type parameters.
static bool opens_type_params(const Marker *m, uint32_t i)
{
	const Token *t = m->tokens;
	if (t[i + 1].kind != T_NAME)
		return false;
	int after = t[i + 2].kind;
	if (after == T_NAME || after == T_INTERFACE || after == T_FUNC || after == T_MAP ||
	    after == T_CHAN || after == T_STRUCT || after == '~' || after == '[' ||
	    after == T_ARROW || after == ',')
		return true;
	if (after != '*' && after != '(')
		return false;
	// `P *C` or `P (C)`: an expression as well. A comma after it or a type in it decides; so
	// does more arithmetic.
	uint32_t end = i + 2;
	for (; end < m->count; end++) {
		int kind = t[end].kind;
		if (kind == ',' || is_close(kind) || kind == ';')
			break;
		if (end > i + 2 && (kind == '+' || kind == '-' || kind == T_MULTIPLY ||
				    kind == '^' || kind == '&'))
			return false;
		if (is_open(kind) && t[end].match)
			end = t[end].match;
	}
	return t[end].kind == ',' || has_type_element(m, i + 2, end);
}

static bool begins_type_spec(const Marker *m, uint32_t i)
{
	if (i == 0 || m->tokens[i].kind != T_NAME)
		return false;
	int before = m->tokens[i - 1].kind;
	if (before == T_TYPE)
		return true;
	return m->depth && m->open[m->depth - 1].kind == OPEN_TYPE_GROUP &&
	       (before == '(' || before == ';');
}

static void open_bracket(Marker *m, uint32_t i)
{
	Token *token = &m->tokens[i];
	Open *top = m->depth ? &m->open[m->depth - 1] : NULL;
	if (token->kind == '{' && top && top->kind == OPEN_CLAUSE && i >= top->type_end &&
	    i != top->literal) {
		token->kind = T_LBODY;
		m->depth--;
	}
	push(m, token->kind == '(' && i && m->tokens[i - 1].kind == T_TYPE ? OPEN_TYPE_GROUP
									   : OPEN_BRACKET);
}

static void close_bracket(Marker *m)
{
	while (m->depth && m->open[m->depth - 1].kind == OPEN_CLAUSE)
		m->depth--;
	if (m->depth)
		m->depth--;
}

void mark_tokens(Parser *p)
{
	Marker marker = {.tokens = p->tokens, .count = p->count}, *m = &marker;
	m->open = malloc((p->count + 1) * sizeof *m->open);
	if (!m->open)
		ICE(NO_POS, "out of memory");
	match_brackets(p->tokens, p->count, (uint32_t *)(void *)m->open);
	for (uint32_t i = 0; i + 1 < p->count; i++) {
		int kind = m->tokens[i].kind;
		if (m->depth && m->open[m->depth - 1].kind == OPEN_CLAUSE)
			note_type(m, &m->open[m->depth - 1], i);
		if (is_open(kind))
			open_bracket(m, i);
		else if (is_close(kind))
			close_bracket(m);
		else if (kind == T_IF || kind == T_FOR || kind == T_SWITCH || kind == T_SELECT)
			push(m, OPEN_CLAUSE);
		else if (begins_type_spec(m, i) && m->tokens[i + 1].kind == '[' &&
			 opens_type_params(m, i + 1))
			m->tokens[i + 1].kind = T_LTPARAM, push(m, OPEN_BRACKET), i++;
	}
	free(m->open);
}
