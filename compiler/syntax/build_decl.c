// The nodes of files and declarations, and the directives that belong to them.
//
// A directive (`//go:noinline`) belongs to the declaration whose first token follows it directly;
// those that follow no declaration, or one of another kind, are misplaced. `//go:linkname` may
// stand anywhere.
#include "syntax/build.h"

#include <stdlib.h>

#include "syntax/parser.h"

static Decl *new_decl(Parser *p, DeclKind kind, Pos pos, Pos start, Pos end)
{
	Decl *d = NEW(p->arena, Decl);
	d->kind = (uint8_t)kind;
	d->pos = pos;
	d->start = start;
	d->end = end;
	return d;
}

// ---- Directives

static const struct {
	const char *text;
	uint32_t bit;
} pragmas[] = {
#define X(name, text) {text, name},
	PRAGMAS(X)
#undef X
};

static uint32_t pragma_bit(Str text)
{
	size_t word = strcspn(text, " \t");
	for (size_t i = 0; i < COUNT(pragmas); i++)
		if (strlen(pragmas[i].text) == word && !memcmp(pragmas[i].text, text, word))
			return pragmas[i].bit;
	return 0;
}

static bool starts_with(const char *s, const char *prefix)
{
	return !strncmp(s, prefix, strlen(prefix));
}

static Pos directive_pos(Parser *p, const Directive *d)
{
	return p->source->base + d->offset;
}

static bool is_embed(Str text)
{
	return starts_with(text, "go:embed") && (!text[8] || text[8] == ' ');
}

// `//go:embed a b "c d"`: the patterns, separated by blanks, each perhaps quoted.
static void take_embed(Parser *p, Decl *decl, const Directive *directive)
{
	const char *s = directive->text + strlen("go:embed");
	uint32_t from = decl->var.embeds.len;
	while (*(s += strspn(s, " \t"))) {
		const char *end = s + strcspn(s, " \t");
		Str pattern = NULL;
		if (*s == '"' || *s == '`') {
			end = s + 1;
			while (*end && *end != *s)
				end += *s == '"' && *end == '\\' && end[1] ? 2 : 1;
			if (*end)
				end++;
			pattern = syntax_unquote(s, (size_t)(end - s));
		} else {
			pattern = str_intern_n(s, (size_t)(end - s));
		}
		if (!pattern || (*end && *end != ' ' && *end != '\t')) {
			parser_error_at(p, directive->offset + 2,
					"invalid quoted string in //go:embed: %.*s",
					pattern ? (int)strlen(end) : (int)(end - s),
					pattern ? end : s);
			decl->var.embeds.len = from;
			break;
		}
		Embed embed = {.pos = directive_pos(p, directive) + 2, .pattern = pattern};
		vec_push(p->arena, decl->var.embeds, embed);
		s = end;
	}
	if (decl->var.embeds.len == from)
		parser_error_at(p, directive->offset + 2, "usage: //go:embed pattern...");
	else if (!from)
		vec_push(p->arena, p->file->embeds, decl);
}

static bool is_noheap(const Directive *directive)
{
	size_t n = strlen("burrow:noheap");
	return starts_with(directive->text, "burrow:noheap") &&
	       directive->text[n + strspn(directive->text + n, " \t")] == 0;
}

// `//burrow:cost N`: the function costs N to inline, as gc's of its name, whatever is in it.
static bool take_cost(Decl *decl, const Directive *directive)
{
	static const char word[] = "burrow:cost ";
	if (!starts_with(directive->text, word))
		return false;
	char *end;
	long cost = strtol(directive->text + strlen(word), &end, 10);
	decl->func.inline_cost = cost > 0 && cost <= INT16_MAX ? (int)cost : 0;
	return decl->func.inline_cost && !end[strspn(end, " \t")];
}

static void take_burrow(Parser *p, Decl *decl, const Directive *directive)
{
	static const char *const kinds[] = {[CCALL_LEAF] = "burrow:leaf ",
					    [CCALL_SYSTEM] = "burrow:system ",
					    [CCALL_PARK] = "burrow:park "};
	for (size_t i = CCALL_LEAF; i < COUNT(kinds); i++)
		if (starts_with(directive->text, kinds[i])) {
			const char *name = directive->text + strlen(kinds[i]);
			name += strspn(name, " \t");
			decl->func.c_call = (CCall)i;
			decl->func.c_name = str_intern_n(name, strcspn(name, " \t"));
			return;
		}
	if (!take_cost(decl, directive) &&
	    !is_noheap(directive)) /* explain/noheap.c looks for it in File.noheap */
		parser_error_at(p, directive->offset, "unknown directive //%s", directive->text);
}

// Attaches a directive to a declaration. False when it cannot stand there.
static bool take_directive(Parser *p, Decl *decl, const Directive *directive)
{
	if (starts_with(directive->text, "burrow:") && decl->kind == DECL_FUNC) {
		take_burrow(p, decl, directive);
		return true;
	}
	if (is_embed(directive->text) && decl->kind == DECL_VAR) {
		take_embed(p, decl, directive);
		return true;
	}
	uint32_t bit = pragma_bit(directive->text);
	bool fits = bit == PRAGMA_NOTINHEAP ? decl->kind == DECL_TYPE && !decl->type.alias
					    : decl->kind == DECL_FUNC;
	if (bit && fits)
		decl->pragma |= bit;
	return bit && fits;
}

static void offer_directive(Parser *p, Decl *decl, Directive *directive)
{
	if (take_directive(p, decl, directive))
		directive->used = true;
	else
		directive->unfit = true;
}

// Gives a declaration the directives right before its first token.
static void take_directives(Parser *p, Decl *decl, uint32_t token)
{
	uint32_t low = 0, high = p->directives.len;
	while (low < high) {
		uint32_t middle = (low + high) / 2;
		if (p->directives.data[middle].token < token)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < p->directives.len && p->directives.data[low].token == token; low++)
		offer_directive(p, decl, &p->directives.data[low]);
}

static void add_linkname(Parser *p, const Directive *directive)
{
	const char *s = directive->text + strlen("go:linkname");
	Str words[2] = {NULL, NULL};
	int count = 0;
	for (s += strspn(s, " \t"); *s; s += strspn(s, " \t"), count++) {
		size_t len = strcspn(s, " \t");
		if (count < 2)
			words[count] = str_intern_n(s, len);
		s += len;
	}
	if (count < 1 || count > 2) {
		parser_error_at(p, directive->offset + 2,
				"usage: //go:linkname localname [linkname]");
		return;
	}
	Linkname *linkname = NEW(p->arena, Linkname);
	*linkname = (Linkname){directive_pos(p, directive), words[0], words[1], p->file->linknames};
	p->file->linknames = linkname;
}

// One that stands before a declaration or the package clause is the checker's to report, others a
// matter of syntax.
static void misplaced(Parser *p, const Directive *directive, bool embed)
{
	Misplaced m = {directive_pos(p, directive) + 2, embed};
	if (directive->unfit || directive->token == 0)
		vec_push(p->arena, p->file->misplaced, m);
	else
		parser_error_at(p, directive->offset + 2, "misplaced %s directive",
				embed ? "go:embed" : "compiler");
}

void finish_directives(Parser *p)
{
	for (uint32_t i = 0; i < p->directives.len; i++) {
		Directive *directive = &p->directives.data[i];
		check_restricted(p, directive, pragma_bit(directive->text));
		if (is_noheap(directive))
			vec_push(p->arena, p->file->noheap, directive_pos(p, directive));
		if (starts_with(directive->text, "go:linkname"))
			add_linkname(p, directive);
		else if (is_embed(directive->text) && !directive->used)
			misplaced(p, directive, true);
		else if (starts_with(directive->text, "go:build ")
				 ? directive->token > 0
				 : !directive->used && pragma_bit(directive->text))
			misplaced(p, directive, false);
	}
}

// ---- Files

void file_package(Parser *p, Token *keyword, Expr *name)
{
	p->file->pos = token_pos(p, keyword);
	p->file->package = name;
}

void file_decls(Parser *p, DeclList *decls)
{
	for (uint32_t i = 0; i < decls->len; i++) {
		Decl *decl = decls->data[i];
		vec_push(p->arena, p->file->decls, decl);
		if (decl->kind != DECL_IMPORT)
			continue;
		vec_push(p->arena, p->file->imports, decl);
		if (p->file->decls.len != p->file->imports.len)
			parser_refuse(p, p->current);
		if (decl->import.path_value == STR("C"))
			p->file->cgo_pos = decl->import.path->pos;
	}
}

// ---- Declarations

DeclList *no_decls(Parser *p)
{
	return NEW(p->arena, DeclList);
}

DeclList *add_decl(Parser *p, DeclList *list, Decl *decl)
{
	vec_push(p->arena, *list, decl);
	return list;
}

DeclList *single(Parser *p, Token *keyword, Decl *decl)
{
	DeclList *list = no_decls(p);
	decl->start = token_pos(p, keyword);
	take_directives(p, decl, (uint32_t)(keyword - p->tokens));
	p->decl_start = decl->start;
	p->decl_end = decl->end;
	return add_decl(p, list, decl);
}

// The directives inside a group, each given to the declaration that begins at the next token.
static void take_group_directives(Parser *p, DeclList *list, Token *open, Token *close)
{
	uint32_t from = (uint32_t)(open - p->tokens), to = (uint32_t)(close - p->tokens), d = 0;
	for (uint32_t i = 0; i < p->directives.len; i++) {
		uint32_t token = p->directives.data[i].token;
		if (token <= from || token >= to)
			continue;
		Pos pos = token_pos(p, &p->tokens[token]);
		while (d < list->len && list->data[d]->start < pos)
			d++;
		if (d < list->len && list->data[d]->start == pos)
			offer_directive(p, list->data[d], &p->directives.data[i]);
	}
}

DeclList *group(Parser *p, Token *keyword, Token *open, DeclList *list, Token *close)
{
	DeclGroup *group = NEW(p->arena, DeclGroup);
	group->pos = token_pos(p, keyword);
	group->end = token_end(p, close);
	Decl *source = NULL;
	for (uint32_t i = 0; i < list->len; i++) {
		Decl *decl = list->data[i];
		decl->group = group;
		if (decl->kind != DECL_CONST)
			continue;
		decl->const_.iota = i;
		if (decl->const_.type || decl->const_.values.len)
			source = decl;
		else
			decl->const_.inherit = source;
	}
	// Only files with directives in them pay for looking.
	if (p->directives.len)
		take_group_directives(p, list, open, close);
	p->decl_start = group->pos;
	p->decl_end = group->end;
	return list;
}

Decl *import_decl(Parser *p, Expr *name, Token *path)
{
	Expr *literal = make_literal(p, path);
	Pos start = name ? name->start : literal->start;
	Decl *d = new_decl(p, DECL_IMPORT, start, start, literal->end);
	d->import.name = name;
	d->import.path = literal;
	if (literal->literal.kind != LIT_STRING)
		parser_refuse(p, p->current);
	else if (!literal->literal.bad)
		d->import.path_value = syntax_string_value(literal);
	return d;
}

Decl *const_decl(Parser *p, ExprList *names, Expr *type, ExprList *values)
{
	Pos start = names->data[0]->start;
	Pos end = values ? vec_last(*values)->end : type ? type->end : vec_last(*names)->end;
	Decl *d = new_decl(p, DECL_CONST, start, start, end);
	d->const_.names = *names;
	d->const_.type = type;
	if (values)
		d->const_.values = *values;
	return d;
}

Decl *type_decl(Parser *p, Expr *name, FieldList *type_params, Expr *type, bool alias)
{
	Decl *d = new_decl(p, DECL_TYPE, name->start, name->start, type->end);
	d->type.name = name;
	if (type_params)
		d->type.type_params = *type_params;
	d->type.type = type;
	d->type.alias = alias;
	return d;
}

Decl *generic_alias(Parser *p, Expr *name, FieldList *type_params, Token *assign, Expr *type)
{
	parser_refuse(p, assign);
	return type_decl(p, name, type_params, type, true);
}

Decl *var_decl(Parser *p, ExprList *names, Expr *type, ExprList *values)
{
	Pos start = names->data[0]->start;
	Decl *d = new_decl(p, DECL_VAR, start, start, values ? vec_last(*values)->end : type->end);
	d->var.names = *names;
	d->var.type = type;
	if (values)
		d->var.values = *values;
	return d;
}

Decl *func_decl(Parser *p, Token *keyword, FieldList *receivers, Expr *name, FieldList *type_params,
		Expr *type, Stmt *body)
{
	Pos start = token_pos(p, keyword);
	Decl *d = new_decl(p, DECL_FUNC, name->pos, start, body ? body->end : type->end);
	d->func.name = name;
	d->func.after = token_pos(p, keyword + 1);
	d->func.type = type;
	d->func.body = body;
	if (body)
		vec_push(p->arena, p->bodies, body);
	if (type_params)
		d->func.type_params = *type_params;
	if (receivers && receivers->len)
		d->func.receiver = receivers->data[0];
	d->func.receivers = receivers ? receivers->len : 0;
	return d;
}

Decl *method_decl(Parser *p, Token *keyword, FieldList *receivers, Expr *name, Token *type_params,
		  Expr *type, Stmt *body)
{
	if (!receivers || receivers->len > 1 || type_params)
		parser_refuse(p, p->current);
	return func_decl(p, keyword, receivers, name, NULL, type, body);
}
