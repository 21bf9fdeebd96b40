/* Private to ir/: what the files of the construction share. */
#ifndef BURROW_IR_BUILD_H
#define BURROW_IR_BUILD_H

#include "ir/ir.h"

/* A function under construction. */
typedef struct FuncState {
	Func *func;
	struct FuncState *outer; /* of the enclosing function; NULL at package level */
	Map captured;            /* Var of an enclosing function -> Var of this closure */
	Map labels;              /* Str -> Label */
	int loops;               /* how many loops surround the statement at hand */
	bool has_goto;
} FuncState;

typedef struct Builder {
	IrPackage *package;
	Arena *arena;
	FuncState *state; /* of the innermost function; NULL at package level */
	/* Where an implicit conversion made now stands: names share a node and have no place of
	 * their own, so gc puts it at the expression that it went into last (see build_at). */
	Pos at;
} Builder;

/* build.c */
IrPackage *build_package_of(Package *package);
Var *build_var(Builder *b, Obj *obj); /* the variable as the function at hand sees it */
Node *build_name(Builder *b, Obj *obj);
Var *build_temp(Builder *b, Pos pos, Type *type);
Func *build_closure(Builder *b, Expr *literal);
Func *build_function(Builder *b, Obj *obj);

/* expr.c */
Node *ir_build_expr(Builder *b, Expr *e);
NodeList build_exprs(Builder *b, const ExprList *list);
/* A call with several results, as a statement's whole right side. */
Node *build_multi(Builder *b, Expr *e);
/* x as a value of `type`, the conversion standing at b->at */
Node *build_assign_conv(Builder *b, Node *x, Type *type);
/* Implicit conversions from here on stand at x, unless it is a name. */
void build_at(Builder *b, const Node *x);
/* Temporaries set by an OAS2FUNC that is added to *init. */
NodeList build_spread(Builder *b, Node *call, NodeList *init);
void build_mark_assigned(Node *left, const Node *defn);

/* literal.c */
Node *build_composite(Builder *b, Expr *e);

/* selector.c */
Node *build_selector(Builder *b, Expr *e);
/* the selector x.m called: ODOTMETH, ODOTINTER, or what ir_build_expr gives */
Node *build_callee(Builder *b, Expr *fun);
Node *build_path(Arena *arena, Pos pos, Node *x, const int *path, int npath, bool implicit_last);
Node *build_receiver(Arena *arena, Pos pos, Node *x, Obj *method);
int build_method_index(Type *iface, Obj *method);

/* builtin.c */
Node *build_builtin(Builder *b, Expr *e, Builtin which);

/* stmt.c */
void ir_build_stmts(Builder *b, const StmtList *list, NodeList *out);
void build_init_decl(Builder *b, InitDecl *decl, NodeList *out);

/* loopvar.c: each iteration gets its own variables (Go 1.22) */
void build_split_for(Builder *b, Node *loop);
void build_split_range(Builder *b, Node *loop);

/* deadcode.c */
void build_deadcode(Func *f);

/* import.c: NULL when the object is not one of an imported package */
Func *ir_import_func(Obj *obj);
Var *ir_import_var(Obj *obj);

/* wrapper.c */
Func *build_method_expr(IrPackage *p, Selection *sel);

#endif
