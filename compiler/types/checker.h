// Private to types/: the state of checking and what its files share.
#ifndef BURROW_TYPES_CHECKER_H
#define BURROW_TYPES_CHECKER_H

#include "types/types.h"

extern __thread Arena *types_arena; // of all types, objects and constants that a thread makes

// What is needed to check a package-level object on demand.
typedef struct DeclInfo {
	Scope *file;       // scope the declaration is read in
	Decl *decl;        // NULL: none
	Expr *type, *init; // of a constant or variable
	InitDecl *multi;   // variables set by one call
	uint32_t iota;
	bool inherited; // the initial value is that of a declaration before
} DeclInfo;

// Package-level variables and functions an initialiser or body mentions.
typedef struct Deps {
	Map objs; // Obj -> Obj
} Deps;

// What cannot be checked before the types at hand are complete.
typedef enum LaterKind {
	LATER_MAP_KEY,   // t can be compared
	LATER_EMBEDDED,  // t may be embedded in a struct
	LATER_RECEIVER,  // t may have methods
	LATER_VARIABLE,  // t is no constraint
	LATER_RECURSION, // t does not contain itself
	LATER_METHODS,   // of an interface: are unique
} LaterKind;

typedef struct Later {
	LaterKind kind;
	const Expr *e;
	Pos pos;
	Type *t;
} Later;

// An array or channel type, and where it is told that it is too large.
typedef struct Sized {
	Type *t;
	Pos pos;
} Sized;

typedef struct Checker {
	const TypesConfig *config;
	Package *package;
	Scope *scope;      // innermost
	Obj *decl;         // the package-level object being checked, or NULL
	Deps *deps;        // where references are recorded, or NULL
	Type *signature;   // of the function whose body is being checked, or NULL
	Expr *closure;     // innermost function literal
	Obj *func;         // the declared function around, or NULL
	Const *iota;       // in constant declarations
	Pos error_pos;     // in an inherited initial value: where its errors are told
	Pos where;         // of the declaration or expression that the types at hand belong to
	VEC(Sized) sized;  // types of which some are too large
	Map dot_imports;   // object of a dot-import -> the O_PKG in its file
	VEC(Obj *) path;   // objects being resolved, the innermost last
	VEC(Later) later;  // checks that need all types complete
	Expr *callee;      // of the call whose arguments are being assigned, for messages
	bool assigning;    // the left side of an assignment is being checked
	bool value_cycle;  // a constant or variable was met while it was being resolved
	int local_types;   // defined in functions so far
	VEC(Obj *) locals; // declared variables, to find the unused ones
} Checker;

// type.c
Type *type_new(TypeKind kind);
void type_table_init(void);

// scope.c
Scope *scope_new(Scope *parent, const char *what);
Obj *scope_insert(Scope *s, Obj *o); // the object already there, or NULL

// import.c
Obj *import_name(Scope *s, Str name); // NULL when the imported package has no such name
void universe_init(void);

// check.c
void check_resolve(Checker *c, Obj *o);
void check_use(Checker *c, Obj *o); // records a dependency
void check_collect_methods(Type *named);

// directives.c: nothing when there have been errors
void check_directives(Checker *c);
bool check_imports(const File *f, Str path); // does the file import this path?

// typexpr.c
Type *check_type(Checker *c, Expr *e);
Type *check_var_type(Checker *c, Expr *e); // of a value: no constraint
Type *check_signature(Checker *c, Field *receiver, Expr *e);
bool check_is_type(Checker *c, Expr *e); // a type expression, not a value

// typedecl.c
Obj *check_type_decl(Checker *c, Obj *o, Decl *d);
void check_push(Checker *c, Obj *o);  // o is being resolved
void check_pop(Checker *c, Obj *o);   // no more
bool check_cycle(Checker *c, Obj *o); // o is met while it is being resolved; false: reported
// Checks that need complete types: done when no object is being resolved.
void check_later(Checker *c, LaterKind kind, const Expr *e, Pos pos, Type *t);
void check_run_later(Checker *c);

// size.c
void check_size_later(Checker *c, Type *t); // t is an array or a channel
void check_sizes(Checker *c);               // of all these, in a package without other errors

// operand.c: messages
Pos check_pos(const Expr *e); // where gc reports what is wrong with e
void check_error(Checker *c, const Expr *e, const char *format, ...) PRINTF_LIKE(3, 4);
void check_error_at(Checker *c, Pos pos, const char *format, ...) PRINTF_LIKE(3, 4);
const char *check_text(const Expr *e);
const char *check_type_text(Checker *c, Type *t);
const char *check_operand(Checker *c, const Expr *e);    // "x (variable of type int)"
const char *check_object_text(Checker *c, const Obj *o); // "var x int"
const char *check_summary(Checker *c, Type *const *types, uint32_t n, bool variadic);
const char *check_pointer_to_interface(Checker *c, Type *t); // a cause, or NULL
const char *check_missing_method(Checker *c, Type *t, Type *iface);
const char *check_assign_problem(Checker *c, Type *from, Type *to); // NULL: none; a cause or ""

// The language version that was asked for when it is older than go1.`minor`, or 0; how an error
// that says so ends.
int check_older(const Checker *c, int minor);
#define REQUIRES "%s requires go1.%d or later (-lang was set to go1.%d; check go.mod)"

// operand.c: what the context does to an operand
typedef enum Problem { PROBLEM_NONE, PROBLEM_KIND, PROBLEM_TRUNCATED, PROBLEM_OVERFLOW } Problem;

enum { EXPR_SHIFTED = 1 }; // Expr.flags: untyped constant, left operand of a shift that is none

// The values that a list of expressions stands for: one call may give several.
typedef struct Operands {
	Expr **all;
	uint32_t n;
	bool spread;   // they come from one expression
	bool comma_ok; // a value and whether there is one
} Operands;

void check_expr(Checker *c, Expr *e);               // a single value
void check_hinted(Checker *c, Expr *e, Type *hint); // with the type of an elided literal type
void check_multi(Checker *c, Expr *e);              // a value or several
void check_exclude(Checker *c, Expr *e);            // refuses what is no value
void check_single(Checker *c, Expr *e);             // refuses several values
Operands check_list(Checker *c, const ExprList *list, bool comma_ok);
bool check_has_bad(const Operands *values);
Type **check_types(const Operands *values);
void check_use_all(Checker *c, const ExprList *list); // after an error
// t NULL: the default type; context NULL: an argument to c->callee
void check_assign(Checker *c, Expr *e, Type *t, const char *context);
void check_convert(Checker *c, Expr *e, Type *t); // an untyped operand takes the type beside it
void check_default(Checker *c, Expr *e);
void check_settle(Checker *c, Expr *e, Type *t); // an untyped operand gets its type

static inline void operand_set(Expr *e, ExprMode mode, Type *t)
{
	e->mode = (uint8_t)mode;
	e->type = t;
}

static inline void operand_bad(Expr *e)
{
	operand_set(e, MODE_INVALID, type_basic[T_INVALID]);
	e->value = NULL;
}

static inline bool operand_is_bad(const Expr *e)
{
	return e->mode == MODE_INVALID || !e->type || e->type->kind == T_INVALID;
}

static inline void operand_constant(Expr *e, Type *t, Const *value)
{
	operand_set(e, MODE_CONST, t);
	e->value = value;
}

static inline bool operand_is_nil(const Expr *e)
{
	return e->type && e->type->kind == T_UNTYPED_NIL && e->mode != MODE_INVALID;
}

// hint.c: what a terminal shows below a message (nothing where none fits)
void check_hint_name(Checker *c, const Expr *e);     // undefined
void check_hint_member(const Expr *e, Package *p);   // undefined: package.Name
void check_hint_selector(Checker *c, const Expr *e); // no field or method
void check_hint_field(Checker *c, const Expr *key, Type *t);
void check_hint_types(Checker *c, const Expr *x, Type *to); // x has another type than `to`

// expr.c, index.c, literal.c
void check_raw(Checker *c, Expr *e, Type *hint); // any expression, also types, calls without value
Obj *check_lookup(Checker *c, Expr *e);
void check_binary(Checker *c, Expr *e, bool assigns);
void check_comparison(Checker *c, Expr *x, Expr *y, int op, Expr *e, bool is_case);
bool check_match(Checker *c, Expr *x, Expr *y);
void check_index_expr(Checker *c, Expr *e);
void check_slice_expr(Checker *c, Expr *e);
void check_assertion(Checker *c, Expr *e);
bool check_valid_index(Checker *c, Expr *e, const char *what, bool may_be_negative);
// An index below `length` (-1: any); *value -1 when it is not constant.
bool check_index(Checker *c, Expr *e, int64_t length, int64_t *value);
void check_composite(Checker *c, Expr *e, Type *hint);

// call.c, builtin.c
void check_call(Checker *c, Expr *e);
void check_arguments(Checker *c, Expr *e, Type *signature, const Operands *args);
void check_builtin(Checker *c, Expr *e, Builtin id);
void check_conversion(Checker *c, Expr *e, Type *t);

// assign.c
void check_init_vars(Checker *c, Obj **vars, uint32_t n, const ExprList *rhs, Stmt *returns);
void check_init_var(Checker *c, Obj *v, Expr *init);
void check_arity(Checker *c, const ExprList *names, const ExprList *values, bool is_const);
void check_const_arity(Checker *c, Decl *d);
void check_var_decl(Checker *c, Decl *d);
void check_const_value(Checker *c, Obj *o, Expr *type, Expr *value, bool inherited);
bool check_assign_var(Checker *c, Expr *lhs, Expr *x);
void check_assignment(Checker *c, Stmt *s);

// stmt.c, switch.c, body.c
Scope *check_open_scope(Checker *c, const char *what);
bool check_insert(Checker *c, Obj *o); // false: the scope has the name (reported)
void check_local(Checker *c, Obj *v);  // inserts a variable, which must be used
Obj *check_new_var(Checker *c, Expr *name, Type *t);
void check_stmt(Checker *c, Stmt *s);
void check_stmts(Checker *c, const StmtList *list);
void check_switch(Checker *c, Stmt *s);
void check_type_switch(Checker *c, Stmt *s);
void check_select(Checker *c, Stmt *s);
void check_body(Checker *c, Stmt *body);
void check_func_body(Checker *c, Type *signature, Expr *type, Field *receiver, Stmt *body);

// embed.c
void check_embeds(Checker *c, const File *f);

// lookup.c
void check_sort_methods(Type *t);                         // of an interface, as messages show them
bool types_is_ambiguous(Type *t, Package *pkg, Str name); // found, more than once at one depth

// initorder.c
typedef VEC(InitDecl *) InitDecls;
void check_init_order(Checker *c, InitDecls *decls);

// const.c
Const *const_from_literal(const Expr *e);
bool const_is_huge(const Const *c); // an integer of more bits than gc keeps

#endif
