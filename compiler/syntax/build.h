// What the parser's actions call: each makes a node from its parts and gives it its positions.
#ifndef BURROW_SYNTAX_BUILD_H
#define BURROW_SYNTAX_BUILD_H

#include "syntax/token.h"

// What stands between the keyword of a control statement and its body.
typedef struct Header {
	Stmt *init;
	Token *semicolon; // after init, or NULL
	Stmt *last;       // condition or tag, as a statement
	Stmt *post;
	Token *range;  // the word range, or NULL; with it:
	ExprList *lhs; // NULL: none
	Token *assign; // `=` or `:=`, or NULL
	Expr *x;
} Header;

void file_package(Parser *p, Token *keyword, Expr *name);
void file_decls(Parser *p, DeclList *decls);
void finish_directives(
	Parser *p); // after the parse: linknames, and directives that belong to nothing

// restricted.c: reports a directive that only some packages may use (bit: its Pragma, or 0)
void check_restricted(Parser *p, const Directive *directive, uint32_t bit);

DeclList *no_decls(Parser *p);
DeclList *add_decl(Parser *p, DeclList *list, Decl *decl);
DeclList *single(Parser *p, Token *keyword, Decl *decl);
DeclList *group(Parser *p, Token *keyword, Token *open, DeclList *list, Token *close);
Decl *import_decl(Parser *p, Expr *name, Token *path);
Decl *const_decl(Parser *p, ExprList *names, Expr *type, ExprList *values);
Decl *type_decl(Parser *p, Expr *name, FieldList *type_params, Expr *type, bool alias);
Decl *generic_alias(Parser *p, Expr *name, FieldList *type_params, Token *assign, Expr *type);
Decl *var_decl(Parser *p, ExprList *names, Expr *type, ExprList *values);
Decl *func_decl(Parser *p, Token *keyword, FieldList *receivers, Expr *name, FieldList *type_params,
		Expr *type, Stmt *body);
Decl *method_decl(Parser *p, Token *keyword, FieldList *receivers, Expr *name, Token *type_params,
		  Expr *type, Stmt *body);

ExprList *no_exprs(Parser *p);
ExprList *one_expr(Parser *p, Expr *x);
ExprList *add_expr(Parser *p, ExprList *list, Expr *x);
ExprList *prepend_expr(Parser *p, Expr *x, ExprList *list);
Expr *make_name(Parser *p, Token *token);
Expr *make_literal(Parser *p, Token *token);
Expr *make_paren(Parser *p, Token *open, Expr *x, Token *close);
Expr *make_selector(Parser *p, Expr *x, Token *dot, Expr *sel);
Expr *make_index(Parser *p, Expr *x, Token *open, ExprList *index, Token *close);
Expr *make_slice(Parser *p, Expr *x, Token *open, Expr *low, Expr *high, Token *close);
Expr *make_full_slice(Parser *p, Expr *x, Token *open, Expr *low, Expr *high, Token *colon,
		      Expr *max, Token *close);
Expr *make_assert(Parser *p, Expr *x, Token *dot, Expr *type, Token *close);
Expr *make_type_switch(Parser *p, Expr *x, Token *dot, Token *close);
/* of what should have been called: without arguments */
Expr *make_bare_call(Parser *p, Expr *fun);
Expr *make_call(Parser *p, Expr *fun, Token *open, ExprList *args, Token *dots, Token *close);
Expr *make_composite(Parser *p, Expr *type, Token *open, ExprList *elems, Token *close);
Expr *make_key_value(Parser *p, Expr *key, Token *colon, Expr *value);
Expr *make_func_lit(Parser *p, Expr *type, Stmt *body);
Expr *make_unary(Parser *p, Token *op, Expr *x);
Expr *make_receive(Parser *p, Token *arrow, Expr *x);
Expr *make_star(Parser *p, Token *star, Expr *x);
Expr *make_binary(Parser *p, Token *op, Expr *x, Expr *y);

Expr *make_dots(Parser *p, Token *dots, Expr *x);
Expr *make_chan(Parser *p, Token *token, ChanDir dir, Expr *elem);
Expr *make_slice_type(Parser *p, Token *open, Expr *elem);
Expr *make_array_type(Parser *p, Token *open, Expr *len, Expr *elem);
Expr *make_map_type(Parser *p, Token *keyword, Expr *key, Expr *value);
Expr *make_struct_type(Parser *p, Token *keyword, FieldList *fields, Token *close);
Expr *make_interface_type(Parser *p, Token *keyword, FieldList *methods, Token *close);
Expr *make_signature(Parser *p, Token *open, FieldList *params, Token *close, FieldList *results);
Expr *signature_type(Parser *p, Token *keyword, Expr *signature);

FieldList *one_field(Parser *p, Field *field);
FieldList *add_field(Parser *p, FieldList *list, Field *field); // list NULL: a new one
FieldList *join_fields(Parser *p, FieldList *list, FieldList *more);
Field *build_type_field(Parser *p, Expr *type);
Field *named_field(Parser *p, Expr *name, Expr *type);
FieldList *parameters(Parser *p, FieldList *list, Token *close);
FieldList *type_parameters(Parser *p, FieldList *list);
FieldList *struct_fields(Parser *p, ExprList *names, Expr *type, Expr *tag);
FieldList *embedded_field(Parser *p, Expr *type, Expr *tag);
Expr *parenthesized_embedding(Parser *p, Token *open, Expr *type);
Field *method_spec(Parser *p, Expr *name, Expr *signature);
Field *embedded_elem(Parser *p, Expr *type);

StmtList *no_stmts(Parser *p);
StmtList *add_stmt(Parser *p, StmtList *list, Stmt *stmt);
Stmt *make_empty(Parser *p, Token *semicolon);
Stmt *make_block(Parser *p, Token *open, StmtList *stmts, Token *close);
Stmt *make_labeled(Parser *p, Token *label, Token *colon, Stmt *stmt);
Stmt *make_decl_stmt(Parser *p, DeclList *decls);
Stmt *make_go(Parser *p, StmtKind kind, Token *keyword, Expr *call);
Stmt *make_return(Parser *p, Token *keyword, ExprList *results);
Stmt *make_branch(Parser *p, StmtKind kind, Token *keyword, Expr *label);
Stmt *make_expr_stmt(Parser *p, ExprList *list);
Stmt *make_send(Parser *p, Expr *chan, Token *arrow, Expr *value);
Stmt *make_inc_dec(Parser *p, Expr *x, Token *op);
Stmt *make_op_assign(Parser *p, Expr *x, Token *op, Expr *y);
Stmt *make_assign(Parser *p, StmtKind kind, ExprList *lhs, Token *op, ExprList *rhs);
Header *make_header(Parser *p, Stmt *init, Token *semicolon, Stmt *last);
Header *make_for_header(Parser *p, Stmt *init, Token *semicolon, Stmt *condition, Stmt *post);
Header *make_range_header(Parser *p, ExprList *lhs, Token *assign, Token *range, Expr *x);
Stmt *make_if(Parser *p, Token *keyword, Header *header, Stmt *then, Stmt *els);
Stmt *make_for(Parser *p, Token *keyword, Header *header, Stmt *body);
Stmt *make_switch(Parser *p, Token *keyword, Header *header, Token *open, ClauseList *clauses,
		  Token *close);
Stmt *make_select(Parser *p, Token *keyword, Token *open, ClauseList *clauses, Token *close);
ClauseList *add_clause(Parser *p, ClauseList *list, Clause *clause, StmtList *body);
Clause *make_case(Parser *p, Token *keyword, ExprList *exprs, Token *colon);
Clause *make_comm(Parser *p, Token *keyword, Stmt *comm, Token *colon);

#endif
