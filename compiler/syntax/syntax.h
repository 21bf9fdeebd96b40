// The syntax tree of Go 1.19 and how to get one from a file.
//
// The tree is an exact picture of the source: parentheses, groups, implicit repetition of constants
// are there. Nodes are arena-allocated structs with a kind and a union. Every node has three
// positions: `pos` is the one gc reports (a call's is its `(`, a binary expression's and an
// assignment's the operator, a selector's, an index's and a slice's the `.` or `[`, a composite
// literal's the `{`), and `start`..`end` is its span (`end` is the byte after its last). The
// checker writes what it finds into `type`, `value`, `obj`, `mode` and `info`; the parser leaves
// them zero.
#ifndef BURROW_SYNTAX_H
#define BURROW_SYNTAX_H

#include "support/support.h"

struct Type;
struct Const;
struct Obj;
struct Scope;

typedef struct Expr Expr;
typedef struct Stmt Stmt;
typedef struct Decl Decl;
typedef struct Field Field;
typedef struct Clause Clause;
typedef struct FuncDecl FuncDecl;
typedef struct File File;

typedef VEC(Expr *) ExprList;
typedef VEC(Stmt *) StmtList;
typedef VEC(Decl *) DeclList;
typedef VEC(Field *) FieldList;
typedef VEC(Clause *) ClauseList;

// Tables, and nodes whose fields are read best on one line:
// clang-format off

// ---- Operators, with their spelling and precedence (0: not a binary operator).

/* clang-format off */
#define OPERATORS(X) \
	X(OPER_NONE, "", 0) \
	X(OPER_OROR, "||", 1) X(OPER_ANDAND, "&&", 2) \
	X(OPER_EQ, "==", 3) X(OPER_NE, "!=", 3) X(OPER_LT, "<", 3) X(OPER_LE, "<=", 3) \
	X(OPER_GT, ">", 3) X(OPER_GE, ">=", 3) \
	X(OPER_ADD, "+", 4) X(OPER_SUB, "-", 4) X(OPER_OR, "|", 4) X(OPER_XOR, "^", 4) \
	X(OPER_MUL, "*", 5) X(OPER_DIV, "/", 5) X(OPER_REM, "%", 5) X(OPER_AND, "&", 5) \
	X(OPER_ANDNOT, "&^", 5) X(OPER_SHL, "<<", 5) X(OPER_SHR, ">>", 5) \
	X(OPER_NOT, "!", 0) X(OPER_RECV, "<-", 0) X(OPER_TILDE, "~", 0)
/* clang-format on */

typedef enum Operator {
#define X(name, text, prec) name,
	OPERATORS(X)
#undef X
} Operator;

extern const char *const operator_text[];
extern const uint8_t operator_precedence[];

// ---- Expressions (types are expressions too).

/* clang-format off */
#define EXPR_KINDS(X) \
	X(EX_BAD)           /* did not parse; an error has been reported */ \
	X(EX_NAME)          /* x, and the blank _ */ \
	X(EX_LITERAL)       /* 1, 1.5, 2i, 'c', "s" */ \
	X(EX_COMPOSITE)     /* T{...}, and {...} inside another one */ \
	X(EX_KEY_VALUE)     /* k: v, in composite literals */ \
	X(EX_FUNC_LIT)      /* func(...) {...} */ \
	X(EX_PAREN)         /* (x) */ \
	X(EX_SELECTOR)      /* x.f */ \
	X(EX_INDEX)         /* x[i], and instances x[T1, T2] */ \
	X(EX_SLICE)         /* x[i:j], x[i:j:k] */ \
	X(EX_ASSERT)        /* x.(T) */ \
	X(EX_TYPE_SWITCH)   /* x.(type), only while parsing: a header takes it, else EX_BAD */ \
	X(EX_CALL)          /* f(...), conversions T(x) */ \
	X(EX_STAR)          /* *x: indirection or pointer type */ \
	X(EX_UNARY)         /* -x, &x, <-x, ~T ... */ \
	X(EX_BINARY)        /* x + y; in constraints also A | B */ \
	X(EX_ARRAY_TYPE)    /* [n]T, [...]T */ \
	X(EX_SLICE_TYPE)    /* []T */ \
	X(EX_DOTS_TYPE)     /* ...T, a last parameter's type */ \
	X(EX_STRUCT_TYPE) \
	X(EX_FUNC_TYPE) \
	X(EX_INTERFACE_TYPE) \
	X(EX_MAP_TYPE) \
	X(EX_CHAN_TYPE)
/* clang-format on */

typedef enum ExprKind {
#define X(name) name,
	EXPR_KINDS(X)
#undef X
		EX_KIND_COUNT
} ExprKind;

extern const char *const expr_kind_name[];

typedef enum LiteralKind { LIT_INT, LIT_FLOAT, LIT_IMAG, LIT_RUNE, LIT_STRING } LiteralKind;
typedef enum ChanDir { CHAN_BOTH, CHAN_SEND, CHAN_RECV } ChanDir; // chan, chan<-, <-chan

struct Expr {
	uint8_t kind; // ExprKind
	// the checker's: novalue, builtin, type, constant, variable, mapindex, value, commaok ...
	uint8_t mode;
	uint16_t flags; // the checker's
	Pos pos;
	Pos start, end;
	struct Type *type;   // the checker's
	struct Const *value; // the checker's: constant value, or NULL
	struct Obj *obj;     // the checker's: what a name, a selector or a type expression denotes
	void *info;          // the checker's: a selection, an instance's type arguments, ...
	union {
		Str name; // EX_NAME
		// source spelling; bad: reported already
		struct {
			Str text;
			uint8_t kind;
			bool bad;
		} literal;
		struct {
			Expr *type;     // NULL: elided
			ExprList elems; // EX_KEY_VALUE or values
			uint32_t keyed; // how many elements have keys
			Pos rbrace;
		} composite;
		struct {
			Expr *key, *value;
		} key_value;
		struct {
			Expr *type; // EX_FUNC_TYPE
			Stmt *body; // ST_BLOCK
		} func_lit;
		struct {
			Expr *x;
		} paren, star, dots_type, type_switch;
		struct {
			Expr *x;
			Expr *sel;
		} selector; // sel is an EX_NAME
		// more than one: an instance
		struct {
			Expr *x;
			ExprList index;
		} index;
		struct {
			Expr *x;
			Expr *index[3];
			bool full;
		} slice; // full: two colons
		struct {
			Expr *x;
			Expr *type;
		} assert_;
		struct {
			Expr *fun;
			ExprList args;
			bool dots;
			Pos dots_pos;
		} call; // dots: f(x...)
		struct {
			uint8_t op;
			Expr *x;
		} unary; // Operator: + - ! ^ & <- ~
		struct {
			uint8_t op;
			Expr *x, *y;
		} binary;
		struct {
			Expr *len;
			Expr *elem;
		} array_type; // len NULL: [...]T
		struct {
			Expr *elem;
		} slice_type;
		struct {
			FieldList fields;
		} struct_type;
		// type parameters belong to declarations
		struct {
			FieldList params, results;
		} func_type;
		// methods (with names) and embedded elements
		struct {
			FieldList methods;
		} interface_type;
		struct {
			Expr *key, *value;
		} map_type;
		struct {
			uint8_t dir;
			Expr *elem;
		} chan_type; // ChanDir
	};
};

// Bytes that an expression of the parser's has: half of all are names, which need least of the
// union. A node is never made into one of a longer kind.
size_t syntax_expr_size(ExprKind kind);

// A struct field, parameter, result, type parameter, method or embedded element: one per name.
struct Field {
	Pos pos; // the name's, or the type's where there is none
	Pos start, end;
	Expr *name;     // EX_NAME; NULL: embedded field or element, or unnamed parameter
	Expr *type;     // shared between the names of `a, b T`; a method's is an EX_FUNC_TYPE
	bool same_type; // shares its type with the field before it
	bool embedded;
	Expr *tag;       // a struct field's EX_LITERAL, or NULL
	struct Obj *obj; // the checker's
};

// ---- Declarations.

/* clang-format off */
#define PRAGMAS(X) \
	X(PRAGMA_NOINLINE, "go:noinline") X(PRAGMA_NOSPLIT, "go:nosplit") \
	X(PRAGMA_NOESCAPE, "go:noescape") X(PRAGMA_NORACE, "go:norace") \
	X(PRAGMA_NOCHECKPTR, "go:nocheckptr") X(PRAGMA_SYSTEMSTACK, "go:systemstack") \
	X(PRAGMA_NOWRITEBARRIER, "go:nowritebarrier") \
	X(PRAGMA_NOWRITEBARRIERREC, "go:nowritebarrierrec") \
	X(PRAGMA_YESWRITEBARRIERREC, "go:yeswritebarrierrec") \
	X(PRAGMA_UINTPTRESCAPES, "go:uintptrescapes") \
	X(PRAGMA_UINTPTRKEEPALIVE, "go:uintptrkeepalive") \
	X(PRAGMA_REGISTERPARAMS, "go:registerparams") X(PRAGMA_NOTINHEAP, "go:notinheap")
/* clang-format on */

enum {
#define X(name, text) name##_BIT,
	PRAGMAS(X)
#undef X
};
typedef enum Pragma {
#define X(name, text) name = 1 << name##_BIT,
	PRAGMAS(X)
#undef X
} Pragma;

// `//burrow:leaf NAME`, `system`, `park`: how a C function is called (contracts, section 5).
typedef enum CCall { CCALL_NONE, CCALL_LEAF, CCALL_SYSTEM, CCALL_PARK } CCall;

typedef struct Embed { // one pattern of a //go:embed
	Pos pos;
	Str pattern;
} Embed;

typedef struct Linkname { // //go:linkname local [remote]
	Pos pos;
	Str local;
	Str remote; // NULL: only marks the local name as known outside
	struct Linkname *next;
} Linkname;

// A directive before a declaration that it says nothing about.
typedef struct Misplaced {
	Pos pos; // after the slashes
	bool embed;
} Misplaced;

typedef enum DeclKind { DECL_IMPORT, DECL_CONST, DECL_TYPE, DECL_VAR, DECL_FUNC } DeclKind;

typedef struct DeclGroup { // the parentheses of `var (...)`
	Pos pos;           // of the keyword
	Pos end;
} DeclGroup;

struct Decl {
	uint8_t kind;     // DeclKind
	uint32_t pragma;  // bits of Pragma
	Pos pos;          // gc's: the first name (a function's: its name)
	Pos start, end;   // `start` is the keyword's for a declaration on its own, else the spec's
	DeclGroup *group; // NULL: not in parentheses
	union {
		struct {
			Expr *name;     // EX_NAME, `_`, `.`, or NULL
			Expr *path;     // EX_LITERAL
			Str path_value; // unquoted; NULL when bad
		} import;
		struct {
			ExprList names;
			Expr *type;
			ExprList values;
			uint32_t iota; // index in the group
			// implicit repetition: the declaration whose type and values count (NULL:
			// its own)
			Decl *inherit;
		} const_;
		struct {
			Expr *name;
			FieldList type_params;
			Expr *type;
			bool alias;
		} type;
		struct {
			ExprList names;
			Expr *type;      // or NULL
			ExprList values; // may be empty
			VEC(Embed) embeds;
		} var;
		struct FuncDecl {
			Expr *name;
			Pos after;       // of the token after the keyword
			Field *receiver; // NULL: a function
			// how many stood in the parentheses (other than 1: reported already)
			uint32_t receivers;
			FieldList type_params;
			Expr *type;   // EX_FUNC_TYPE
			Stmt *body;   // ST_BLOCK; NULL: declared elsewhere
			CCall c_call; // //burrow:...
			Str c_name;
			int inline_cost;     // of //burrow:cost, 0: none
			struct Scope *scope; // the checker's
		} func;
	};
	struct Obj *obj; // the checker's: of a type, function or import
};

// ---- Statements.

/* clang-format off */
#define STMT_KINDS(X) \
	X(ST_BAD) \
	X(ST_EMPTY) \
	X(ST_EXPR) \
	X(ST_SEND)        /* ch <- v */ \
	X(ST_ASSIGN)      /* a, b = c, d; x += y; x++ */ \
	X(ST_DEFINE)      /* a, b := c, d */ \
	X(ST_DECL)        /* const, type, var */ \
	X(ST_LABELED) \
	X(ST_BLOCK) \
	X(ST_BREAK) X(ST_CONTINUE) X(ST_GOTO) X(ST_FALLTHROUGH) \
	X(ST_GO) X(ST_DEFER) \
	X(ST_RETURN) \
	X(ST_IF) \
	X(ST_FOR) \
	X(ST_RANGE) \
	X(ST_SWITCH) \
	X(ST_TYPE_SWITCH) \
	X(ST_SELECT)
/* clang-format on */

typedef enum StmtKind {
#define X(name) name,
	STMT_KINDS(X)
#undef X
		ST_KIND_COUNT
} StmtKind;

extern const char *const stmt_kind_name[];

struct Stmt {
	uint8_t kind; // StmtKind
	Pos pos;
	Pos start, end;
	struct Scope *scope; // the checker's: of a block, if, for, switch
	union {
		Expr *expr; // ST_EXPR
		struct {
			Expr *chan, *value;
		} send;
		struct { // ST_ASSIGN, ST_DEFINE
			ExprList lhs, rhs;
			uint8_t op;            // Operator of `op=`; OPER_NONE for =
			bool inc_dec;          // ++ (OPER_ADD) or -- (OPER_SUB): rhs is empty
			struct Obj **new_objs; // the checker's, for ST_DEFINE
		} assign;
		DeclList decls; // ST_DECL
		struct {
			Expr *label;
			Stmt *stmt;
			struct Obj *obj;
		} labeled;
		struct {
			StmtList stmts;
			Pos rbrace;
		} block;
		struct {
			Expr *label; // ST_BREAK, ST_CONTINUE, ST_GOTO; or NULL
			// the checker's: the statement left or continued, the ST_LABELED of a goto
			Stmt *target;
		} branch;
		// ST_GO, ST_DEFER: an EX_CALL, or anything after an error
		struct {
			Expr *call;
		} go;
		ExprList results; // ST_RETURN
		// els: ST_BLOCK, ST_IF or NULL
		struct {
			Stmt *init;
			Expr *cond;
			Stmt *then;
			Stmt *els;
		} if_;
		struct {
			Stmt *init;
			Expr *cond;
			Stmt *post;
			Stmt *body;
		} for_;
		struct {
			ExprList lhs; // 0 to 2 (more: reported by the checker)
			bool define;  // :=
			Expr *x;
			Stmt *body;
			Pos range_pos;                   // of the word range
			struct Obj *key_obj, *value_obj; // the checker's
		} range;
		struct {
			Stmt *init;
			Expr *tag;
			ClauseList clauses;
			Pos body, rbrace;
		} switch_;
		struct {
			Stmt *init;
			Expr *name; // x of `switch x := y.(type)`, or NULL
			Expr *x;    // y
			Pos guard;  // gc's position of the guard
			ClauseList clauses;
			Pos body, rbrace;
		} type_switch;
		struct {
			ClauseList clauses;
			Pos body, rbrace;
		} select;
	};
};

// `case ...:` or `default:` of a switch, type switch or select.
struct Clause {
	Pos pos; // of the keyword
	Pos start, end;
	Pos colon;
	bool is_default;
	ExprList exprs; // switches: values or types
	Stmt *comm;     // select: ST_SEND, ST_EXPR, ST_ASSIGN or ST_DEFINE; NULL for default
	StmtList body;
	struct Obj *obj;     // the checker's: a type switch's variable in this clause
	struct Scope *scope; // the checker's
};

// ---- Files.

// A message about the source's text.
typedef struct SyntaxError {
	uint32_t offset; // in the file
	uint32_t reach;  // how far the file was read when it was found
	const char *text;
} SyntaxError;

struct File {
	SourceFile *source;
	Expr *package;  // EX_NAME; NULL after an error
	Pos pos;        // of the word package
	DeclList decls; // all, imports included, in source order
	DeclList imports;
	Linkname *linknames;
	Str constraint; // the expression after //go:build, or NULL
	// the lines after // +build joined with '\n', or NULL (used when there is no //go:build)
	Str plus_build;
	VEC(Misplaced) misplaced;
	DeclList embeds; // the variables that have a //go:embed
	Pos cgo_pos;     // of import "C", or 0
	VEC(Pos) noheap; // where //burrow:noheap stands, in source order
	Pos end;
	VEC(SyntaxError) errors; // in the order in which they are told
	// syntax errors were reported; false after errors that leave the tree whole (bad
	bool failed;
	// literals, misplaced directives: diag_errors() counts those)
	struct Scope *scope; // the checker's: file scope
};

// clang-format on

typedef enum ParseFlags {
	PARSE_IMPORTS = 1,  // stop after the imports
	PARSE_QUIET = 2,    // report nothing, set File.failed
	PARSE_STANDARD = 4, // a package of the Go tree: it may use all directives
	// gc's -std: one that may use those of the standard library, and no unknown ones
	PARSE_STD_RULES = 8
} ParseFlags;

// Parses a file; errors go to the current Diag. Never NULL.
File *syntax_parse(Arena *arena, SourceFile *source, unsigned flags);
// Parses n files into `files`, up to `threads` side by side; the result and the order of the errors
// are as if one was parsed after the other.
void syntax_parse_files(Arena *arena, SourceFile *const *sources, uint32_t n, unsigned flags,
			int threads, File **files);

// What a literal denotes; only for literals that are not `bad`.
Str syntax_string_value(const Expr *literal);     // LIT_STRING; may hold NULs: str_len
int32_t syntax_rune_value(const Expr *literal);   // LIT_RUNE
Str syntax_unquote(const char *text, size_t len); // NULL when it is no Go string literal

// The fallthrough that ends a clause, behind which only empty statements may stand, or NULL.
Stmt *syntax_last_fallthrough(const Clause *k);

// An expression in one line, as gc's messages show it (`[]int{…}`, `func(x int) {…}`).
const char *syntax_expr_text(Arena *arena, const Expr *expr);
Expr *syntax_unparen(Expr *expr);

void syntax_print(FILE *out, const File *file); // -dump=ast
void syntax_verify(const File *file); // ICE when spans are not nested or a child is missing

#endif
