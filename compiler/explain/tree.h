/* The checked syntax tree, for changes of the source: see tree.c. */
#ifndef BURROW_EXPLAIN_TREE_H
#define BURROW_EXPLAIN_TREE_H

#include "explain/explain.h"

typedef enum TreeKind { TREE_EXPR, TREE_STMT, TREE_CLAUSE, TREE_DECL } TreeKind;

typedef struct TreeNode {
	TreeKind kind;
	union {
		Expr *expr;
		Stmt *stmt;
		Clause *clause;
		Decl *decl;
	};
	Pos start, end;
} TreeNode;

typedef VEC(TreeNode) TreePath; /* each in the one before it */

typedef struct TreeUse { /* a variable's name, its declaration included */
	Expr *name;
	const Obj *obj;
	bool written;   /* assigned to, whole or in part, other than by its declaration */
	bool addressed; /* its address, or that of a part, is taken */
	Expr *literal;  /* the innermost function literal around it, or NULL */
	TreePath path;
} TreeUse;

typedef VEC(TreeUse) TreeUses;

/* Called for a node with its path; false: not for those inside it. */
typedef bool (*TreeVisit)(void *ctx, const TreePath *path);
void tree_walk(Arena *arena, const Package *package, TreeVisit visit, void *ctx);
void tree_walk_from(Arena *arena, TreeNode root, TreeVisit visit, void *ctx);

/* The innermost node that spans just that; an empty path: there is none. */
TreePath tree_find(Arena *arena, const Package *package, Span span);
/* The clause of a switch or select that ends its header at `colon`; NULL: there is none. */
const Clause *tree_clause(Arena *arena, const Package *package, Pos colon);
/* The innermost of the nodes 0 to `from` that is wanted; -1: there is none. */
int tree_above(const TreePath *path, int from, bool (*wanted)(TreeNode));
bool tree_is_list(TreeNode n); /* of statements */
bool tree_is_loop(TreeNode n);
bool tree_is_function(TreeNode n);
/* The innermost statement of a list that node `from` is or is in; -1: there is none. */
int tree_statement(const TreePath *path, int from);

/* Does something in the statement have that name? */
bool tree_names(Arena *arena, const Stmt *stmt, const char *name);

/* Where the variable is named, in the order of the text. */
TreeUses tree_uses(Arena *arena, const Package *package, const Obj *obj);

#endif
