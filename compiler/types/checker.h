// Private to types/: the state of checking and what its files share.
#ifndef BURROW_TYPES_CHECKER_H
#define BURROW_TYPES_CHECKER_H

#include "types/types.h"

extern Arena *types_arena; // of all types, objects and constants

// What is needed to check a package-level object on demand.
typedef struct DeclInfo {
	Scope *file;       // scope the declaration is read in
	Decl *decl;        // NULL: none
	Expr *type, *init; // of a constant or variable
	InitDecl *multi;   // variables set by one call
	uint32_t iota;
} DeclInfo;

// Package-level variables and functions an initialiser or body mentions.
typedef struct Deps {
	Map objs; // Obj -> Obj
} Deps;

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
	Map vargen;        // name -> number of local types of this name
	VEC(Obj *) locals; // declared variables, to find the unused ones
	Map labels;        // of the function: name -> Stmt
	struct Flow *flow; // statements that break and continue may mean
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

// typexpr.c
Type *check_type(Checker *c, Expr *e);
Type *check_type_or_dots(Checker *c, Expr *e, Type *dots_elem);
Type *check_signature(Checker *c, Field *receiver, Expr *e);
bool check_is_type(Checker *c, Expr *e); // a type expression, not a value
Obj *check_type_decl(Checker *c, Obj *o, Decl *d);

// expr.c
void check_raw(Checker *c, Expr *e, Type *hint); // any expression, also types, calls without value
void check_expr(Checker *c, Expr *e);            // a single value
void check_multi(Checker *c, Expr *e);           // a value or several
void check_assign(Checker *c, Expr *e, Type *t, const char *context); // t NULL: the default type
void check_convert(Checker *c, Expr *e, Type *t); // an untyped operand gets its final type
void check_default(Checker *c, Expr *e);
void check_index(Checker *c, Expr *e); // an integer
bool check_assignable(Checker *c, Expr *e, Type *t);
void check_func_body(Checker *c, Type *signature, Expr *type, Field *receiver, Stmt *body);
const char *check_text(const Expr *e);
const char *check_type_text(Checker *c, Type *t);
const char *check_operand(Checker *c, const Expr *e);
void check_comparison(Checker *c, Expr *x, Expr *y, int op, Expr *e);
void check_match(Checker *c, Expr *x, Expr *y);

// call.c
void check_call(Checker *c, Expr *e);
void check_builtin(Checker *c, Expr *e, Builtin id);
void check_conversion(Checker *c, Expr *e, Type *t);
// The types of the values an expression list stands for; one call with several results counts as
// them.
int check_values(Checker *c, ExprList *list, int wanted, Type ***types);

// stmt.c
void check_body(Checker *c, Stmt *body);
Obj *check_declare(Checker *c, Expr *name, Type *t);
void check_var_decl(Checker *c, Decl *d);
void check_const_value(Checker *c, Obj *o, Expr *type, Expr *value);

// initorder.c
typedef VEC(InitDecl *) InitDecls;
void check_init_order(Package *p, InitDecls *decls);

// const.c
Const *const_from_literal(const Expr *e);

#endif
