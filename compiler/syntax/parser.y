// The grammar of Go 1.19, LALR(1) without conflicts.
//
// Types and expressions are one language here (a conversion's or a call's operand may be a type);
// what stands where only a type can is `type`. Where the specification's grammar needs more than
// one token of lookahead the marking pass has decided (mark.c), or the grammar accepts more and
// build.c tells: parameters are read as a list of types and name-type pairs, the left side of `:=`
// as expressions. The rules that `%prec LOW` marks end a type or a signature only when nothing can
// continue it, which is what Go's own rules say (`func() (x)` has a result). The parser stops at
// the first token that does not fit; diagnose.c then says what is wrong with the file, all of it.
%code requires {
#include "syntax/build.h"
}

%code {

static int yylex(YYSTYPE *value, Parser *p);
static void yyerror(Parser *p, const char *message);
}

%define api.pure full
%define parse.error custom
%param { Parser *p }

%union {
	Token *token;
	Expr *expr;
	ExprList *exprs;
	Stmt *stmt;
	StmtList *stmts;
	Decl *decl;
	DeclList *decls;
	Field *field;
	FieldList *fields;
	Clause *clause;
	ClauseList *clauses;
	Header *header;
}

%code requires {
#define YYMAXDEPTH 20000000
#define YYINITDEPTH 512
}

%token <token> T_NAME T_LITERAL
%token <token> '(' ')' '[' ']' '{' '}' ',' ';' ':' '.' '='
%token <token> T_LBODY T_LTPARAM T_DOTS T_DEFINE T_ARROW T_INCDEC T_OPASSIGN
%token <token> T_OROR T_ANDAND T_COMPARE '+' '-' '|' '^' '*' T_MULTIPLY '&' '!' '~'
%token <token> T_BREAK T_CASE T_CHAN T_CONST T_CONTINUE T_DEFAULT T_DEFER T_ELSE T_FALLTHROUGH
%token <token> T_FOR T_FUNC T_GO T_GOTO T_IF T_IMPORT T_INTERFACE T_MAP T_PACKAGE T_RANGE T_RETURN
%token <token> T_SELECT T_STRUCT
%token <token> T_SWITCH T_TYPE T_VAR

%precedence LOW
%left T_OROR
%left T_ANDAND
%left T_COMPARE
%left '+' '-' '|' '^'
%left '*' T_MULTIPLY '&'
%precedence UNARY
%precedence T_ARROW
%precedence '(' '[' '{' '.'

%type <expr> name expr expr_opt primary type plain_type literal_type chan_elem type_name func_type
%type <expr> signature element value
%type <expr> constraint term embedded tag
%type <exprs> expr_list name_list elements element_list type_args_tail
%type <stmt> simple_stmt simple_opt stmt closed_stmt open_stmt keyword_stmt block body if_stmt
%type <stmts> stmts
%type <decls> decl local_decl import_specs const_specs type_specs var_specs
%type <decl> import_spec const_spec type_spec var_spec
%type <field> param type_param method
%type <fields> params param_list type_params type_param_list fields field methods
%type <clause> case_head comm_head
%type <clauses> switch_clauses comm_clauses
%type <fields> result
%type <header> header for_header

%start file

%%

// ---- Files and declarations

file
	: package decls
	;

package
	: T_PACKAGE name ';'                    { file_package(p, $1, $2); }
	;

decls
	: %empty
	| decls decl ';'                        { file_decls(p, $2); }
	;

decl
	: T_IMPORT import_spec                  { $$ = single(p, $1, $2); }
	| T_IMPORT '(' import_specs ')'         { $$ = group(p, $1, $2, $3, $4); }
	| T_IMPORT '(' import_specs import_spec ')'
		{ $$ = group(p, $1, $2, add_decl(p, $3, $4), $5); }
	| local_decl
	| T_FUNC name signature
		{ $$ = single(p, $1, func_decl(p, $1, NULL, $2, NULL, $3, NULL)); }
	| T_FUNC name signature block
		{ $$ = single(p, $1, func_decl(p, $1, NULL, $2, NULL, $3, $4)); }
	| T_FUNC name '[' type_params ']' signature
		{ $$ = single(p, $1, func_decl(p, $1, NULL, $2, $4, $6, NULL)); }
	| T_FUNC name '[' type_params ']' signature block
		{ $$ = single(p, $1, func_decl(p, $1, NULL, $2, $4, $6, $7)); }
	| T_FUNC '(' params ')' name signature
		{ $$ = single(p, $1, method_decl(p, $1, parameters(p, $3, $4), $5, NULL, $6,
			NULL)); }
	| T_FUNC '(' params ')' name signature block
		{ $$ = single(p, $1, method_decl(p, $1, parameters(p, $3, $4), $5, NULL, $6, $7)); }
	| T_FUNC '(' params ')' name '[' type_params ']' signature
		{ $$ = single(p, $1, method_decl(p, $1, parameters(p, $3, $4), $5, $6, $9, NULL)); }
	| T_FUNC '(' params ')' name '[' type_params ']' signature block
		{ $$ = single(p, $1, method_decl(p, $1, parameters(p, $3, $4), $5, $6, $9, $10)); }
	;

local_decl
	: T_CONST const_spec                    { $$ = single(p, $1, $2); }
	| T_CONST '(' const_specs ')'           { $$ = group(p, $1, $2, $3, $4); }
	| T_CONST '(' const_specs const_spec ')' { $$ = group(p, $1, $2, add_decl(p, $3, $4), $5); }
	| T_TYPE type_spec                      { $$ = single(p, $1, $2); }
	| T_TYPE '(' type_specs ')'             { $$ = group(p, $1, $2, $3, $4); }
	| T_TYPE '(' type_specs type_spec ')'   { $$ = group(p, $1, $2, add_decl(p, $3, $4), $5); }
	| T_VAR var_spec                        { $$ = single(p, $1, $2); }
	| T_VAR '(' var_specs ')'               { $$ = group(p, $1, $2, $3, $4); }
	| T_VAR '(' var_specs var_spec ')'      { $$ = group(p, $1, $2, add_decl(p, $3, $4), $5); }
	;

import_specs
	: %empty                                { $$ = no_decls(p); }
	| import_specs import_spec ';'          { $$ = add_decl(p, $1, $2); }
	;

const_specs
	: %empty                                { $$ = no_decls(p); }
	| const_specs const_spec ';'            { $$ = add_decl(p, $1, $2); }
	;

type_specs
	: %empty                                { $$ = no_decls(p); }
	| type_specs type_spec ';'              { $$ = add_decl(p, $1, $2); }
	;

var_specs
	: %empty                                { $$ = no_decls(p); }
	| var_specs var_spec ';'                { $$ = add_decl(p, $1, $2); }
	;

import_spec
	: T_LITERAL                             { $$ = import_decl(p, NULL, $1); }
	| name T_LITERAL                        { $$ = import_decl(p, $1, $2); }
	| '.' T_LITERAL                         { $$ = import_decl(p, make_name(p, $1), $2); }
	;

const_spec
	: name_list                             { $$ = const_decl(p, $1, NULL, NULL); }
	| name_list type                        { $$ = const_decl(p, $1, $2, NULL); }
	| name_list '=' expr_list               { $$ = const_decl(p, $1, NULL, $3); }
	| name_list type '=' expr_list          { $$ = const_decl(p, $1, $2, $4); }
	;

type_spec
	: name type                             { $$ = type_decl(p, $1, NULL, $2, false); }
	| name '=' type                         { $$ = type_decl(p, $1, NULL, $3, true); }
	| name T_LTPARAM type_params ']' type   { $$ = type_decl(p, $1, $3, $5, false); }
	| name T_LTPARAM type_params ']' '=' type
						{ $$ = generic_alias(p, $1, $3, $5, $6); }
	;

var_spec
	: name_list type                        { $$ = var_decl(p, $1, $2, NULL); }
	| name_list '=' expr_list               { $$ = var_decl(p, $1, NULL, $3); }
	| name_list type '=' expr_list          { $$ = var_decl(p, $1, $2, $4); }
	;

name
	: T_NAME                                { $$ = make_name(p, $1); }
	;

name_list
	: name                                  { $$ = one_expr(p, $1); }
	| name_list ',' name                    { $$ = add_expr(p, $1, $3); }
	;

// ---- Types

type
	: plain_type
	| T_ARROW T_CHAN type                   { $$ = make_chan(p, $1, CHAN_RECV, $3); }
	| '(' type ')'                          { $$ = $2; } // gc drops them, too
	;

plain_type // neither in parentheses nor a receive-only channel
	: type_name
	| '*' type                              { $$ = make_star(p, $1, $2); }
	| literal_type
	| func_type
	;

literal_type // begins with a token that begins no other expression
	: '[' ']' type                          { $$ = make_slice_type(p, $1, $3); }
	| '[' expr ']' type                     { $$ = make_array_type(p, $1, $2, $4); }
	| '[' T_DOTS ']' type                   { $$ = make_array_type(p, $1, NULL, $4); }
	| T_MAP '[' type ']' type               { $$ = make_map_type(p, $1, $3, $5); }
	| T_CHAN chan_elem                      { $$ = make_chan(p, $1, CHAN_BOTH, $2); }
	| T_CHAN T_ARROW type                   { $$ = make_chan(p, $1, CHAN_SEND, $3); }
	| T_STRUCT '{' fields '}'               { $$ = make_struct_type(p, $1, $3, $4); }
	| T_STRUCT '{' fields field '}'
		{ $$ = make_struct_type(p, $1, join_fields(p, $3, $4), $5); }
	| T_INTERFACE '{' methods '}'           { $$ = make_interface_type(p, $1, $3, $4); }
	| T_INTERFACE '{' methods method '}'
		{ $$ = make_interface_type(p, $1, add_field(p, $3, $4), $5); }
	;

chan_elem
	: plain_type
	| '(' type ')'                          { $$ = $2; } // gc drops them, too
	;

type_name
	: T_NAME %prec LOW                      { $$ = make_name(p, $1); }
	| T_NAME '[' expr ']' %prec LOW
		{ $$ = make_index(p, make_name(p, $1), $2, one_expr(p, $3), $4); }
	| T_NAME '[' expr ',' type_args_tail ']' %prec LOW
		{ $$ = make_index(p, make_name(p, $1), $2, prepend_expr(p, $3, $5), $6); }
	| T_NAME '.' name %prec LOW             { $$ = make_selector(p, make_name(p, $1), $2, $3); }
	| T_NAME '.' name '[' expr ']' %prec LOW
		{ $$ = make_index(p, make_selector(p, make_name(p, $1), $2, $3), $4,
			one_expr(p, $5), $6); }
	| T_NAME '.' name '[' expr ',' type_args_tail ']' %prec LOW
		{ $$ = make_index(p, make_selector(p, make_name(p, $1), $2, $3), $4,
			prepend_expr(p, $5, $7), $8); }
	;

type_args_tail
	: %empty                                { $$ = no_exprs(p); }
	| expr_list
	| expr_list ','
	;

func_type
	: T_FUNC signature                      { $$ = signature_type(p, $1, $2); }
	;

signature
	: '(' params ')' result                 { $$ = make_signature(p, $1, $2, $3, $4); }
	;

result
	: %empty %prec LOW                      { $$ = NULL; }
	| plain_type                            { $$ = one_field(p, build_type_field(p, $1)); }
	| T_ARROW T_CHAN type
		{ $$ = one_field(p, build_type_field(p, make_chan(p, $1, CHAN_RECV, $3))); }
	| '(' params ')'                        { $$ = parameters(p, $2, $3); }
	;

params
	: %empty                                { $$ = NULL; }
	| param_list
	| param_list ','
	;

param_list
	: param                                 { $$ = one_field(p, $1); }
	| param_list ',' param                  { $$ = add_field(p, $1, $3); }
	;

param // a lone name is a type until the whole list is known
	: type                                  { $$ = build_type_field(p, $1); }
	| T_NAME type                           { $$ = named_field(p, make_name(p, $1), $2); }
	| T_DOTS type                           { $$ = build_type_field(p, make_dots(p, $1, $2)); }
	| T_NAME T_DOTS type
		{ $$ = named_field(p, make_name(p, $1), make_dots(p, $2, $3)); }
	;

type_params
	: type_param_list                       { $$ = type_parameters(p, $1); }
	| type_param_list ','                   { $$ = type_parameters(p, $1); }
	;

type_param_list
	: type_param                            { $$ = one_field(p, $1); }
	| type_param_list ',' type_param        { $$ = add_field(p, $1, $3); }
	;

type_param
	: name                                  { $$ = named_field(p, $1, NULL); }
	| name constraint                       { $$ = named_field(p, $1, $2); }
	;

constraint
	: term
	| constraint '|' term                   { $$ = make_binary(p, $2, $1, $3); }
	;

term
	: type
	| '~' type                              { $$ = make_unary(p, $1, $2); }
	;

fields
	: %empty                                { $$ = NULL; }
	| fields field ';'                      { $$ = join_fields(p, $1, $2); }
	;

field
	: T_NAME type tag
		{ $$ = struct_fields(p, one_expr(p, make_name(p, $1)), $2, $3); }
	| T_NAME ',' name_list type tag
		{ $$ = struct_fields(p, prepend_expr(p, make_name(p, $1), $3), $4, $5); }
	| embedded tag                          { $$ = embedded_field(p, $1, $2); }
	;

embedded
	: type_name
	| '*' type_name                         { $$ = make_star(p, $1, $2); }
	| '(' embedded ')'                      { $$ = parenthesized_embedding(p, $1, $2); }
	| '*' '(' type_name ')'
		{ $$ = parenthesized_embedding(p, $2, make_star(p, $1, $3)); }
	;

tag
	: %empty                                { $$ = NULL; }
	| T_LITERAL                             { $$ = make_literal(p, $1); }
	;

methods
	: %empty                                { $$ = NULL; }
	| methods method ';'                    { $$ = add_field(p, $1, $2); }
	;

method
	: T_NAME signature                      { $$ = method_spec(p, make_name(p, $1), $2); }
	| constraint                            { $$ = embedded_elem(p, $1); }
	;

// ---- Expressions

expr
	: primary %prec LOW
	| expr T_OROR expr                      { $$ = make_binary(p, $2, $1, $3); }
	| expr T_ANDAND expr                    { $$ = make_binary(p, $2, $1, $3); }
	| expr T_COMPARE expr                   { $$ = make_binary(p, $2, $1, $3); }
	| expr '+' expr                         { $$ = make_binary(p, $2, $1, $3); }
	| expr '-' expr                         { $$ = make_binary(p, $2, $1, $3); }
	| expr '|' expr                         { $$ = make_binary(p, $2, $1, $3); }
	| expr '^' expr                         { $$ = make_binary(p, $2, $1, $3); }
	| expr '*' expr                         { $$ = make_binary(p, $2, $1, $3); }
	| expr T_MULTIPLY expr                  { $$ = make_binary(p, $2, $1, $3); }
	| expr '&' expr                         { $$ = make_binary(p, $2, $1, $3); }
	| '+' expr %prec UNARY                  { $$ = make_unary(p, $1, $2); }
	| '-' expr %prec UNARY                  { $$ = make_unary(p, $1, $2); }
	| '^' expr %prec UNARY                  { $$ = make_unary(p, $1, $2); }
	| '&' expr %prec UNARY                  { $$ = make_unary(p, $1, $2); }
	| '!' expr %prec UNARY                  { $$ = make_unary(p, $1, $2); }
	| '~' expr %prec UNARY                  { $$ = make_unary(p, $1, $2); }
	| '*' expr %prec UNARY                  { $$ = make_star(p, $1, $2); }
	| T_ARROW expr %prec UNARY              { $$ = make_receive(p, $1, $2); }
	;

primary
	: T_NAME                                { $$ = make_name(p, $1); }
	| T_LITERAL                             { $$ = make_literal(p, $1); }
	| '(' expr ')'                          { $$ = make_paren(p, $1, $2, $3); }
	| literal_type
	| func_type %prec LOW
	| func_type block                       { $$ = make_func_lit(p, $1, $2); }
	| primary '.' name                      { $$ = make_selector(p, $1, $2, $3); }
	| primary '.' '(' type ')'              { $$ = make_assert(p, $1, $2, $4, $5); }
	| primary '.' '(' T_TYPE ')'            { $$ = make_type_switch(p, $1, $2, $5); }
	| primary '[' expr_list ']'             { $$ = make_index(p, $1, $2, $3, $4); }
	| primary '[' expr_list ',' ']'         { $$ = make_index(p, $1, $2, $3, $5); }
	| primary '[' expr_opt ':' expr_opt ']' { $$ = make_slice(p, $1, $2, $3, $5, $6); }
	| primary '[' expr_opt ':' expr_opt ':' expr_opt ']'
		{ $$ = make_full_slice(p, $1, $2, $3, $5, $6, $7, $8); }
	| primary '(' ')'                       { $$ = make_call(p, $1, $2, NULL, NULL, $3); }
	| primary '(' expr_list ')'             { $$ = make_call(p, $1, $2, $3, NULL, $4); }
	| primary '(' expr_list ',' ')'         { $$ = make_call(p, $1, $2, $3, NULL, $5); }
	| primary '(' expr_list T_DOTS ')'      { $$ = make_call(p, $1, $2, $3, $4, $5); }
	| primary '(' expr_list T_DOTS ',' ')'  { $$ = make_call(p, $1, $2, $3, $4, $6); }
	| primary '{' elements '}'              { $$ = make_composite(p, $1, $2, $3, $4); }
	;

expr_opt
	: %empty                                { $$ = NULL; }
	| expr
	;

expr_list
	: expr                                  { $$ = one_expr(p, $1); }
	| expr_list ',' expr                    { $$ = add_expr(p, $1, $3); }
	;

elements
	: %empty                                { $$ = NULL; }
	| element_list
	| element_list ','
	;

element_list
	: element                               { $$ = one_expr(p, $1); }
	| element_list ',' element              { $$ = add_expr(p, $1, $3); }
	;

element
	: value
	| value ':' value                       { $$ = make_key_value(p, $1, $2, $3); }
	;

value
	: expr
	| '{' elements '}'                      { $$ = make_composite(p, NULL, $1, $2, $3); }
	;

// ---- Statements

block // here and below: the last semicolon may be missing
	: '{' stmts '}'                         { $$ = make_block(p, $1, $2, $3); }
	| '{' stmts stmt '}'                    { $$ = make_block(p, $1, add_stmt(p, $2, $3), $4); }
	;

body
	: T_LBODY stmts '}'                     { $$ = make_block(p, $1, $2, $3); }
	| T_LBODY stmts stmt '}'                { $$ = make_block(p, $1, add_stmt(p, $2, $3), $4); }
	;

stmts
	: %empty                                { $$ = no_stmts(p); }
	| stmts ';'                             { $$ = add_stmt(p, $1, make_empty(p, $2)); }
	| stmts stmt ';'                        { $$ = add_stmt(p, $1, $2); }
	;

stmt
	: closed_stmt
	| open_stmt
	;

open_stmt // a label
	: T_NAME ':'                            { $$ = make_labeled(p, $1, $2, NULL); }
	| T_NAME ':' stmt                       { $$ = make_labeled(p, $1, $2, $3); }
	;

closed_stmt
	: simple_stmt
	| block
	| keyword_stmt
	;

keyword_stmt
	: local_decl                            { $$ = make_decl_stmt(p, $1); }
	| T_GO expr                             { $$ = make_go(p, ST_GO, $1, $2); }
	| T_DEFER expr                          { $$ = make_go(p, ST_DEFER, $1, $2); }
	| T_RETURN                              { $$ = make_return(p, $1, NULL); }
	| T_RETURN expr_list                    { $$ = make_return(p, $1, $2); }
	| T_BREAK                               { $$ = make_branch(p, ST_BREAK, $1, NULL); }
	| T_BREAK name                          { $$ = make_branch(p, ST_BREAK, $1, $2); }
	| T_CONTINUE                            { $$ = make_branch(p, ST_CONTINUE, $1, NULL); }
	| T_CONTINUE name                       { $$ = make_branch(p, ST_CONTINUE, $1, $2); }
	| T_GOTO name                           { $$ = make_branch(p, ST_GOTO, $1, $2); }
	| T_FALLTHROUGH                         { $$ = make_branch(p, ST_FALLTHROUGH, $1, NULL); }
	| if_stmt
	| T_FOR for_header body                 { $$ = make_for(p, $1, $2, $3); }
	| T_SWITCH header T_LBODY switch_clauses '}'
						{ $$ = make_switch(p, $1, $2, $3, $4, $5); }
	| T_SWITCH header T_LBODY switch_clauses case_head stmts stmt '}'
						{ $$ = make_switch(p, $1, $2, $3,
			add_clause(p, $4, $5, add_stmt(p, $6, $7)), $8); }
	| T_SELECT T_LBODY comm_clauses '}'     { $$ = make_select(p, $1, $2, $3, $4); }
	| T_SELECT T_LBODY comm_clauses comm_head stmts stmt '}'
						{ $$ = make_select(p, $1, $2,
			add_clause(p, $3, $4, add_stmt(p, $5, $6)), $7); }
	;

simple_stmt
	: expr_list                             { $$ = make_expr_stmt(p, $1); }
	| expr T_ARROW expr                     { $$ = make_send(p, $1, $2, $3); }
	| expr T_INCDEC                         { $$ = make_inc_dec(p, $1, $2); }
	| expr T_OPASSIGN expr                  { $$ = make_op_assign(p, $1, $2, $3); }
	| expr_list '=' expr_list               { $$ = make_assign(p, ST_ASSIGN, $1, $2, $3); }
	| expr_list T_DEFINE expr_list          { $$ = make_assign(p, ST_DEFINE, $1, $2, $3); }
	;

simple_opt
	: %empty                                { $$ = NULL; }
	| simple_stmt
	;

header // of if and switch
	: simple_opt                            { $$ = make_header(p, NULL, NULL, $1); }
	| simple_opt ';' simple_opt             { $$ = make_header(p, $1, $2, $3); }
	;

if_stmt
	: T_IF header body                      { $$ = make_if(p, $1, $2, $3, NULL); }
	| T_IF header body T_ELSE if_stmt       { $$ = make_if(p, $1, $2, $3, $5); }
	| T_IF header body T_ELSE block         { $$ = make_if(p, $1, $2, $3, $5); }
	;

for_header
	: simple_opt                            { $$ = make_header(p, NULL, NULL, $1); }
	| simple_opt ';' simple_opt ';' simple_opt
						{ $$ = make_for_header(p, $1, $2, $3, $5); }
	| T_RANGE expr                          { $$ = make_range_header(p, NULL, NULL, $1, $2); }
	| expr_list '=' T_RANGE expr            { $$ = make_range_header(p, $1, $2, $3, $4); }
	| expr_list T_DEFINE T_RANGE expr       { $$ = make_range_header(p, $1, $2, $3, $4); }
	;

switch_clauses
	: %empty                                { $$ = NULL; }
	| switch_clauses case_head stmts %prec LOW { $$ = add_clause(p, $1, $2, $3); }
	;

case_head
	: T_CASE expr_list ':'                  { $$ = make_case(p, $1, $2, $3); }
	| T_DEFAULT ':'                         { $$ = make_case(p, $1, NULL, $2); }
	;

comm_clauses
	: %empty                                { $$ = NULL; }
	| comm_clauses comm_head stmts %prec LOW { $$ = add_clause(p, $1, $2, $3); }
	;

comm_head
	: T_CASE simple_stmt ':'                { $$ = make_comm(p, $1, $2, $3); }
	| T_DEFAULT ':'                         { $$ = make_comm(p, $1, NULL, $2); }
	;

%%

static int yylex(YYSTYPE *value, Parser *p) {
	Token *token = &p->tokens[p->next];
	p->current = token;
	if (token->kind)
		p->next++;
	value->token = token;
	return token->kind;
}

// Bison calls this only when its stack is full.
static void yyerror(Parser *p, const char *message) {
	(void)message;
	parser_error_at(p, p->tokens[p->next].start, "nesting too deep");
	p->too_deep = true;
}

static int yyreport_syntax_error(const yypcontext_t *context, Parser *p) {
	(void)context;
	parser_refuse(p, p->current);
	return 0;
}

int parser_run(Parser *p) { return yyparse(p); }
