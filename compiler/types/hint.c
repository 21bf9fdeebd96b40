// Hints: what a terminal shows below a message to say how the fault may be mended. They are no part
// of what gc says, and are left out where messages are read by programs.
#include "types/checker.h"

#include <strings.h>

// ---- Names that look alike

enum { LONGEST = 40 };

static uint32_t smaller(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

// How many letters to insert, delete, replace or swap to make b of a (Damerau and Levenshtein).
static uint32_t distance(const char *a, const char *b)
{
	uint32_t n = (uint32_t)strlen(a), m = (uint32_t)strlen(b);
	uint32_t rows[3][LONGEST + 1];
	if (n > LONGEST || m > LONGEST)
		return UINT32_MAX;
	for (uint32_t j = 0; j <= m; j++)
		rows[0][j] = j;
	for (uint32_t i = 1; i <= n; i++) {
		uint32_t *row = rows[i % 3], *above = rows[(i - 1) % 3],
			 *second = rows[(i + 1) % 3];
		row[0] = i;
		for (uint32_t j = 1; j <= m; j++) {
			row[j] = smaller(smaller(above[j], row[j - 1]) + 1,
					 above[j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = smaller(row[j], second[j - 2] + 1);
		}
	}
	return rows[n % 3][m];
}

// The name most like `wanted` so far.
typedef struct Search {
	const char *wanted;
	const char *best;
	uint32_t least;
} Search;

static Search search_for(const char *wanted)
{
	return (Search){wanted, NULL, (uint32_t)strlen(wanted) / 3 + 1};
}

static void consider(Search *s, const char *name)
{
	if (!*name || *name == '_')
		return;
	uint32_t d = strcasecmp(name, s->wanted) ? distance(s->wanted, name) : 0;
	if (d >= s->least && !(d == 0 && !s->best))
		return;
	s->least = d;
	s->best = name;
}

// ---- Packages

// Packages of the standard library that programs use most, by name.
static const char *const packages[] = {"bufio",
				       "bytes",
				       "container/heap",
				       "container/list",
				       "context",
				       "crypto/sha256",
				       "encoding/json",
				       "encoding/hex",
				       "errors",
				       "flag",
				       "fmt",
				       "html/template",
				       "io",
				       "io/ioutil",
				       "log",
				       "math",
				       "math/big",
				       "math/bits",
				       "math/rand",
				       "net/http",
				       "net/url",
				       "os",
				       "os/exec",
				       "path",
				       "path/filepath",
				       "reflect",
				       "regexp",
				       "runtime",
				       "sort",
				       "strconv",
				       "strings",
				       "sync",
				       "sync/atomic",
				       "syscall",
				       "testing",
				       "text/template",
				       "time",
				       "unicode",
				       "unicode/utf8",
				       "unsafe"};

static const char *package_of(const char *name)
{
	for (size_t i = 0; i < COUNT(packages); i++) {
		const char *slash = strrchr(packages[i], '/');
		if (!strcmp(slash ? slash + 1 : packages[i], name))
			return packages[i];
	}
	return NULL;
}

// ---- Hints

void check_hint_name(Checker *c, const Expr *e)
{
	const char *path = package_of(e->name);
	if (path) {
		diag_hint("add import \"%s\"", path);
		return;
	}
	Search s = search_for(e->name);
	for (const Scope *scope = c->scope; scope; scope = scope->parent)
		for (int i = 0; i < scope->nobjs; i++)
			consider(&s, scope->objs[i]->name);
	if (s.best)
		diag_hint("did you mean %s?", s.best);
	else if (c->assigning)
		diag_hint("to declare %s, write := instead of =", e->name);
}

void check_hint_member(const Expr *e, Package *p)
{
	Search s = search_for(e->selector.sel->name);
	scope_load_all(p->scope);
	for (int i = 0; i < p->scope->nobjs; i++)
		if (obj_is_exported(p->scope->objs[i]))
			consider(&s, p->scope->objs[i]->name);
	if (s.best)
		diag_hint("did you mean %s.%s?", p->name, s.best);
}

static void consider_fields(Search *s, Type *t, int depth)
{
	Type *u = type_under(t);
	if (u->kind == T_POINTER)
		u = type_under(u->elem);
	for (int i = 0; u->kind == T_STRUCT && i < u->nfields; i++) {
		consider(s, u->fields[i]->name);
		if (u->fields[i]->is_embedded && depth > 0)
			consider_fields(s, u->fields[i]->type, depth - 1);
	}
}

static void consider_methods(Search *s, Type *t)
{
	Selection **methods;
	Obj **all;
	if (type_is_interface(t)) {
		int n = type_interface_methods(t, &all);
		for (int i = 0; i < n; i++)
			consider(s, all[i]->name);
		return;
	}
	bool pointer = t->kind == T_POINTER;
	int n = types_method_set(pointer ? t : type_pointer(t), &methods);
	for (int i = 0; i < n; i++)
		consider(s, methods[i]->obj->name);
}

void check_hint_selector(Checker *c, const Expr *e)
{
	enum { DEPTH = 3 };
	Type *t = e->selector.x->type;
	if (check_pointer_to_interface(c, t)) {
		diag_hint("follow the pointer: (*%s).%s", check_text(e->selector.x),
			  e->selector.sel->name);
		return;
	}
	Search s = search_for(e->selector.sel->name);
	consider_fields(&s, t, DEPTH);
	if (type_under(t)->kind != T_INVALID && !type_is_untyped(t))
		consider_methods(&s, t);
	if (s.best)
		diag_hint("did you mean %s.%s?", check_text(e->selector.x), s.best);
}

void check_hint_field(Checker *c, const Expr *key, Type *t)
{
	(void)c;
	Search s = search_for(key->name);
	consider_fields(&s, t, 0);
	if (s.best)
		diag_hint("did you mean %s?", s.best);
}

void check_hint_types(Checker *c, const Expr *x, Type *to)
{
	Type *from = x->type;
	if (!from || type_is_untyped(from) || type_is_untyped(to))
		return;
	const char *text = check_text(x), *type = check_type_text(c, to);
	if (type_is_interface(to) && !type_is_interface(from) && from->kind != T_POINTER &&
	    types_implements(type_pointer(from), to))
		diag_hint("its methods have pointer receivers: &%s", text);
	else if (type_is_interface(from) && !type_is_interface(to) && types_implements(to, from))
		diag_hint("assert its type: %s.(%s)", text, type);
	else if (type_is_string(to) && type_is_integer(from))
		diag_hint("to write a number, use strconv.Itoa or fmt.Sprint");
	else if ((type_is_numeric(from) && type_is_numeric(to)) ||
		 type_identical(type_under(from), type_under(to)))
		diag_hint("convert it: %s(%s)", type, text);
}
