/*
 * Looking things up in the checked syntax tree: what stands at a place, with all that is around it,
 * and where a variable is used. Changes of the source are made of the answers; the IR is no help
 * there, since its names have no places of their own and it has been inlined.
 */
#include "explain/tree.h"

/* ---------------------------------------------------------------- children */

typedef void (*Each)(void *ctx, TreeNode child);

static TreeNode expr_node(Expr *x)
{
	return (TreeNode){.kind = TREE_EXPR, .expr = x, .start = x->start, .end = x->end};
}

static TreeNode stmt_node(Stmt *s)
{
	return (TreeNode){.kind = TREE_STMT, .stmt = s, .start = s->start, .end = s->end};
}

static void each_expr(Expr *x, Each each, void *ctx)
{
	if (x)
		each(ctx, expr_node(x));
}

static void each_stmt(Stmt *s, Each each, void *ctx)
{
	if (s)
		each(ctx, stmt_node(s));
}

static void each_exprs(const ExprList *list, Each each, void *ctx)
{
	for (uint32_t i = 0; i < list->len; i++)
		each_expr(list->data[i], each, ctx);
}

static void each_stmts(const StmtList *list, Each each, void *ctx)
{
	for (uint32_t i = 0; i < list->len; i++)
		each_stmt(list->data[i], each, ctx);
}

static void each_clause(const ClauseList *list, Each each, void *ctx)
{
	for (uint32_t i = 0; i < list->len; i++) {
		Clause *c = list->data[i];
		each(ctx,
		     (TreeNode){
			     .kind = TREE_CLAUSE, .clause = c, .start = c->start, .end = c->end});
	}
}

/* Types hold no variables, and are left out. */
static void children_of_expr(Expr *x, Each each, void *ctx)
{
	switch (x->kind) {
	case EX_COMPOSITE: each_exprs(&x->composite.elems, each, ctx); return;
	case EX_KEY_VALUE:
		each_expr(x->key_value.key, each, ctx);
		each_expr(x->key_value.value, each, ctx);
		return;
	case EX_FUNC_LIT: each_stmt(x->func_lit.body, each, ctx); return;
	case EX_PAREN:
	case EX_STAR: each_expr(x->paren.x, each, ctx); return;
	case EX_SELECTOR:
	case EX_ASSERT: each_expr(x->selector.x, each, ctx); return;
	case EX_INDEX:
		each_expr(x->index.x, each, ctx);
		each_exprs(&x->index.index, each, ctx);
		return;
	case EX_SLICE:
		each_expr(x->slice.x, each, ctx);
		for (int i = 0; i < 3; i++)
			each_expr(x->slice.index[i], each, ctx);
		return;
	case EX_CALL:
		each_expr(x->call.fun, each, ctx);
		each_exprs(&x->call.args, each, ctx);
		return;
	case EX_UNARY: each_expr(x->unary.x, each, ctx); return;
	case EX_BINARY:
		each_expr(x->binary.x, each, ctx);
		each_expr(x->binary.y, each, ctx);
		return;
	default: return;
	}
}

static void children_of_decl(Decl *d, Each each, void *ctx)
{
	if (d->kind == DECL_VAR) {
		each_exprs(&d->var.names, each, ctx);
		each_exprs(&d->var.values, each, ctx);
	} else if (d->kind == DECL_FUNC) {
		each_stmt(d->func.body, each, ctx);
	}
}

static TreeNode decl_node(Decl *d)
{
	return (TreeNode){.kind = TREE_DECL, .decl = d, .start = d->start, .end = d->end};
}

static void children_of_header(Stmt *s, Each each, void *ctx)
{
	switch (s->kind) {
	case ST_IF:
		each_stmt(s->if_.init, each, ctx);
		each_expr(s->if_.cond, each, ctx);
		each_stmt(s->if_.then, each, ctx);
		each_stmt(s->if_.els, each, ctx);
		return;
	case ST_FOR:
		each_stmt(s->for_.init, each, ctx);
		each_expr(s->for_.cond, each, ctx);
		each_stmt(s->for_.post, each, ctx);
		each_stmt(s->for_.body, each, ctx);
		return;
	case ST_RANGE:
		each_exprs(&s->range.lhs, each, ctx);
		each_expr(s->range.x, each, ctx);
		each_stmt(s->range.body, each, ctx);
		return;
	case ST_SWITCH:
		each_stmt(s->switch_.init, each, ctx);
		each_expr(s->switch_.tag, each, ctx);
		each_clause(&s->switch_.clauses, each, ctx);
		return;
	case ST_TYPE_SWITCH:
		each_stmt(s->type_switch.init, each, ctx);
		each_expr(s->type_switch.x, each, ctx);
		each_clause(&s->type_switch.clauses, each, ctx);
		return;
	case ST_SELECT: each_clause(&s->select.clauses, each, ctx); return;
	default: return;
	}
}

static void children_of_stmt(Stmt *s, Each each, void *ctx)
{
	switch (s->kind) {
	case ST_EXPR: each_expr(s->expr, each, ctx); return;
	case ST_SEND:
		each_expr(s->send.chan, each, ctx);
		each_expr(s->send.value, each, ctx);
		return;
	case ST_ASSIGN:
	case ST_DEFINE:
		each_exprs(&s->assign.lhs, each, ctx);
		each_exprs(&s->assign.rhs, each, ctx);
		return;
	case ST_DECL:
		for (uint32_t i = 0; i < s->decls.len; i++)
			each(ctx, decl_node(s->decls.data[i]));
		return;
	case ST_LABELED: each_stmt(s->labeled.stmt, each, ctx); return;
	case ST_BLOCK: each_stmts(&s->block.stmts, each, ctx); return;
	case ST_GO:
	case ST_DEFER: each_expr(s->go.call, each, ctx); return;
	case ST_RETURN: each_exprs(&s->results, each, ctx); return;
	default: children_of_header(s, each, ctx); return;
	}
}

static void children(TreeNode n, Each each, void *ctx)
{
	switch (n.kind) {
	case TREE_EXPR: children_of_expr(n.expr, each, ctx); return;
	case TREE_STMT: children_of_stmt(n.stmt, each, ctx); return;
	case TREE_DECL: children_of_decl(n.decl, each, ctx); return;
	case TREE_CLAUSE:
		each_exprs(&n.clause->exprs, each, ctx);
		each_stmt(n.clause->comm, each, ctx);
		each_stmts(&n.clause->body, each, ctx);
		return;
	}
}

/* ---------------------------------------------------------------- walking */

typedef struct Walk {
	Arena *arena;
	TreePath path;
	TreeVisit visit;
	void *ctx;
} Walk;

static void enter(void *ctx, TreeNode n)
{
	Walk *w = ctx;
	vec_push(w->arena, w->path, n);
	if (w->visit(w->ctx, &w->path))
		children(n, enter, w);
	w->path.len--;
}

void tree_walk(Arena *arena, const Package *package, TreeVisit visit, void *ctx)
{
	Walk w = {.arena = arena, .visit = visit, .ctx = ctx};
	for (int i = 0; i < package->nfiles; i++)
		for (uint32_t j = 0; j < package->files[i]->decls.len; j++)
			enter(&w, decl_node(package->files[i]->decls.data[j]));
}

void tree_walk_from(Arena *arena, TreeNode root, TreeVisit visit, void *ctx)
{
	Walk w = {.arena = arena, .visit = visit, .ctx = ctx};
	enter(&w, root);
}

/* ---------------------------------------------------------------- a place */

typedef struct Finder {
	Arena *arena;
	Span span;
	TreePath found;
} Finder;

static bool find(void *ctx, const TreePath *path)
{
	Finder *f = ctx;
	TreeNode n = vec_last(*path);
	if (f->span.start < n.start || f->span.end > n.end)
		return false;
	if (f->span.start == n.start && f->span.end == n.end) {
		f->found.len = 0;
		for (uint32_t i = 0; i < path->len; i++)
			vec_push(f->arena, f->found, path->data[i]);
	}
	return true;
}

TreePath tree_find(Arena *arena, const Package *package, Span span)
{
	Finder f = {.arena = arena, .span = span};
	tree_walk(arena, package, find, &f);
	return f.found;
}

typedef struct ClauseFinder {
	Pos colon;
	const Clause *found;
} ClauseFinder;

static bool find_clause(void *ctx, const TreePath *path)
{
	ClauseFinder *f = ctx;
	TreeNode n = vec_last(*path);
	if (n.kind == TREE_CLAUSE && n.clause->colon == f->colon)
		f->found = n.clause;
	return n.start <= f->colon && f->colon < n.end;
}

const Clause *tree_clause(Arena *arena, const Package *package, Pos colon)
{
	ClauseFinder f = {.colon = colon};
	tree_walk(arena, package, find_clause, &f);
	return f.found;
}

int tree_above(const TreePath *path, int from, bool (*wanted)(TreeNode))
{
	for (int i = from; i >= 0; i--)
		if (wanted(path->data[i]))
			return i;
	return -1;
}

bool tree_is_list(TreeNode n)
{
	return n.kind == TREE_CLAUSE || (n.kind == TREE_STMT && n.stmt->kind == ST_BLOCK);
}

bool tree_is_loop(TreeNode n)
{
	return n.kind == TREE_STMT && (n.stmt->kind == ST_FOR || n.stmt->kind == ST_RANGE);
}

bool tree_is_function(TreeNode n)
{
	return (n.kind == TREE_EXPR && n.expr->kind == EX_FUNC_LIT) ||
	       (n.kind == TREE_DECL && n.decl->kind == DECL_FUNC);
}

int tree_statement(const TreePath *path, int from)
{
	int list = tree_above(path, from - 1, tree_is_list);
	return list >= 0 && path->data[list + 1].kind == TREE_STMT ? list + 1 : -1;
}

/* ---------------------------------------------------------------- uses */

static bool is_array(const Expr *x)
{
	return x->type && type_kind(x->type) == T_ARRAY;
}

static bool is_pointer(const Expr *x)
{
	return x->type && type_kind(x->type) == T_POINTER;
}

static bool stands_in(const ExprList *list, const Expr *x)
{
	for (uint32_t i = 0; i < list->len; i++)
		if (list->data[i] == x)
			return true;
	return false;
}

/* What the statement s does to the variable that x, an operand of it, is or is a part of. */
static void use_in_statement(TreeUse *use, const Stmt *s, const Expr *x)
{
	if (s->kind == ST_ASSIGN || s->kind == ST_DEFINE)
		use->written = stands_in(&s->assign.lhs, x) &&
			       (s->kind == ST_ASSIGN || use->name->pos != use->obj->pos);
	if (s->kind == ST_RANGE && !s->range.define)
		use->written = stands_in(&s->range.lhs, x);
}

/* From the name outwards, as long as what is around it is a part of the same variable. */
static void classify(TreeUse *use, const TreePath *path)
{
	for (uint32_t i = path->len - 1; i-- > 0;) {
		const Expr *x = path->data[i + 1].expr;
		if (path->data[i].kind == TREE_STMT)
			use_in_statement(use, path->data[i].stmt, x);
		if (path->data[i].kind != TREE_EXPR)
			return;
		const Expr *outer = path->data[i].expr;
		if (outer->kind == EX_PAREN)
			continue;
		if (outer->kind == EX_INDEX && outer->index.x == x && is_array(x))
			continue;
		use->addressed = (outer->kind == EX_UNARY && outer->unary.op == OPER_AND) ||
				 (outer->kind == EX_SLICE && outer->slice.x == x && is_array(x));
		if (outer->kind != EX_SELECTOR || is_pointer(x))
			return;
		const Obj *selected = outer->selector.sel->obj;
		use->addressed = selected && selected->kind == O_FUNC && selected->is_ptr_recv;
		if (use->addressed || !selected || selected->kind == O_FUNC)
			return;
	}
}

typedef struct NameFinder {
	const char *name;
	bool found;
} NameFinder;

static bool find_name(void *ctx, const TreePath *path)
{
	NameFinder *f = ctx;
	TreeNode n = vec_last(*path);
	if (n.kind == TREE_EXPR && n.expr->kind == EX_NAME && strcmp(n.expr->name, f->name) == 0)
		f->found = true;
	return true;
}

bool tree_names(Arena *arena, const Stmt *stmt, const char *name)
{
	NameFinder f = {.name = name};
	tree_walk_from(arena, stmt_node((Stmt *)stmt), find_name, &f);
	return f.found;
}

typedef struct Collector {
	Arena *arena;
	const Obj *obj;
	TreeUses uses;
} Collector;

static bool collect(void *ctx, const TreePath *path)
{
	Collector *c = ctx;
	TreeNode n = vec_last(*path);
	if (n.kind != TREE_EXPR || n.expr->kind != EX_NAME || n.expr->obj != c->obj)
		return true;
	TreeUse use = {.name = n.expr, .obj = c->obj};
	for (uint32_t i = 0; i < path->len; i++) {
		vec_push(c->arena, use.path, path->data[i]);
		if (path->data[i].kind == TREE_EXPR && path->data[i].expr->kind == EX_FUNC_LIT)
			use.literal = path->data[i].expr;
	}
	classify(&use, path);
	vec_push(c->arena, c->uses, use);
	return true;
}

TreeUses tree_uses(Arena *arena, const Package *package, const Obj *obj)
{
	Collector c = {.arena = arena, .obj = obj};
	for (int i = 0; i < package->nfiles; i++)
		for (uint32_t j = 0; j < package->files[i]->decls.len; j++) {
			Decl *d = package->files[i]->decls.data[j];
			if (obj->is_package_level || (d->start <= obj->pos && obj->pos < d->end))
				tree_walk_from(arena, decl_node(d), collect, &c);
		}
	return c.uses;
}
