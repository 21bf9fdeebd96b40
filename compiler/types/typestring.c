// The texts of types: for messages of the checker, for -m, for reflect, and the unique one that
// symbols are made of.
#include "types/checker.h"

// An interface that is being written: one that mentions itself through a defined type is written
// as gc does, as a reference to where it began.
typedef struct Open {
	Type *type;
	size_t at;
	struct Open *outer;
} Open;

typedef struct Writer {
	Buf out;
	TypeForm form;
	Package *relative;
	Open *open;
} Writer;

static void write_type(Writer *w, Type *t);

static bool is_unique(const Writer *w)
{
	return w->form == TYPE_FORM_LINK || w->form == TYPE_FORM_METHOD;
}

static void write_qualifier(Writer *w, const Obj *o)
{
	Package *p = o->pkg;
	if (!p || p == w->relative)
		return;
	switch (w->form) {
	case TYPE_FORM_LINK:
	case TYPE_FORM_METHOD: buf_printf(&w->out, "%s.", p->path); break;
	case TYPE_FORM_GC: buf_printf(&w->out, "%s.", package_shown(p, w->relative)); break;
	default: buf_printf(&w->out, "%s.", p->name);
	}
}

static void write_named(Writer *w, Type *t)
{
	write_qualifier(w, t->obj);
	buf_puts(&w->out, t->obj->name);
	if (is_unique(w) && t->vargen)
		buf_printf(&w->out, "·%d", t->vargen);
}

// Unexported names are different in different packages.
static void write_member_name(Writer *w, const Obj *o)
{
	if (is_unique(w) && !obj_is_exported(o) && o->pkg)
		buf_printf(&w->out, "%s.", o->pkg->path);
	buf_puts(&w->out, o->name);
}

static void write_params(Writer *w, Obj **params, int n, bool variadic)
{
	buf_putc(&w->out, '(');
	for (int i = 0; i < n; i++) {
		if (i)
			buf_puts(&w->out, ", ");
		if (w->form == TYPE_FORM_ERROR && str_len(params[i]->name))
			buf_printf(&w->out, "%s ", params[i]->name);
		if (variadic && i == n - 1) {
			buf_puts(&w->out, "...");
			write_type(w, type_elem(params[i]->type));
		} else {
			write_type(w, params[i]->type);
		}
	}
	buf_putc(&w->out, ')');
}

static void write_signature(Writer *w, Type *t)
{
	write_params(w, t->params, t->nparams, t->variadic);
	if (!t->nresults)
		return;
	buf_putc(&w->out, ' ');
	bool named = w->form == TYPE_FORM_ERROR && str_len(t->results[0]->name);
	if (t->nresults == 1 && !named)
		write_type(w, t->results[0]->type);
	else
		write_params(w, t->results, t->nresults, false);
}

static void write_struct(Writer *w, Type *t)
{
	bool spaced = w->form != TYPE_FORM_ERROR;
	buf_puts(&w->out, spaced ? "struct {" : "struct{");
	for (int i = 0; i < t->nfields; i++) {
		const Obj *f = t->fields[i];
		buf_puts(&w->out, i ? "; " : spaced ? " " : "");
		// An embedded field's name may be an alias of its type's.
		if (!f->is_embedded || w->form == TYPE_FORM_LINK) {
			write_member_name(w, f);
			buf_puts(&w->out, f->is_embedded ? "? " : " ");
		}
		write_type(w, f->type);
		if (t->tags && t->tags[i] && str_len(t->tags[i])) {
			buf_putc(&w->out, ' ');
			buf_quote(&w->out, t->tags[i], str_len(t->tags[i]));
		}
	}
	buf_puts(&w->out, spaced && t->nfields ? " }" : "}");
}

// A reference to an open type in place of t, if it is one.
static bool write_open(Writer *w, Type *t)
{
	for (Open *o = w->open; o; o = o->outer) {
		if (o->type == t || (w->form == TYPE_FORM_LINK && type_identical(o->type, t))) {
			buf_printf(&w->out, "@%zu", o->at);
			return true;
		}
	}
	return false;
}

// gc writes references to signatures, too.
static void write_method_type(Writer *w, Type *t)
{
	if (w->form != TYPE_FORM_GC) {
		write_signature(w, t);
		return;
	}
	if (write_open(w, t))
		return;
	Open open = {t, w->out.len, w->open};
	w->open = &open;
	write_signature(w, t);
	w->open = open.outer;
}

static void write_interface(Writer *w, Type *t)
{
	bool spaced = w->form != TYPE_FORM_ERROR;
	if (t == type_any && !is_unique(w) && w->form != TYPE_FORM_REFLECT) {
		buf_puts(&w->out, "any");
		return;
	}
	if (write_open(w, t))
		return;
	Open open = {t, w->out.len, w->open};
	w->open = &open;
	TypeForm form = w->form;
	// Messages show what is written, the other forms the complete method set.
	Obj **methods = t->methods;
	int n = t->nmethods, parts = 0;
	if (spaced)
		n = type_interface_methods(t, &methods);
	buf_puts(&w->out, spaced ? "interface {" : "interface{");
	for (int i = 0; i < n; i++) {
		buf_puts(&w->out, parts++ ? "; " : spaced ? " " : "");
		if (form == TYPE_FORM_REFLECT && !obj_is_exported(methods[i]))
			write_qualifier(w, methods[i]);
		// gc goes on in its unique form from the first name on that needs a qualifier.
		if (form == TYPE_FORM_GC && !obj_is_exported(methods[i]))
			w->form = TYPE_FORM_LINK;
		write_member_name(w, methods[i]);
		write_method_type(w, methods[i]->type);
	}
	w->form = form;
	for (int i = 0; !spaced && i < t->nembedded; i++) {
		buf_puts(&w->out, parts++ ? "; " : "");
		write_type(w, t->embedded[i]);
	}
	buf_puts(&w->out, spaced && parts ? " }" : "}");
	w->open = open.outer;
}

static void write_chan(Writer *w, Type *t)
{
	static const char *const words[] = {
		[CHAN_BOTH] = "chan ", [CHAN_SEND] = "chan<- ", [CHAN_RECV] = "<-chan "};
	buf_puts(&w->out, words[t->dir]);
	bool parens = t->dir == CHAN_BOTH && t->elem->kind == T_CHAN && t->elem->dir == CHAN_RECV;
	if (parens)
		buf_putc(&w->out, '(');
	write_type(w, t->elem);
	if (parens)
		buf_putc(&w->out, ')');
}

static void write_basic(Writer *w, Type *t)
{
	// The spelling byte, rune is the source's; reflect and symbols know only uint8, int32.
	bool canonical = is_unique(w) || w->form == TYPE_FORM_REFLECT;
	buf_puts(&w->out, canonical ? type_canonical(t)->name : t->name);
}

static void write_tuple(Writer *w, Type *t)
{
	buf_putc(&w->out, '(');
	for (int i = 0; i < t->nfields; i++) {
		if (i)
			buf_puts(&w->out, ", ");
		if (w->form == TYPE_FORM_ERROR && t->fields[i]->name && str_len(t->fields[i]->name))
			buf_printf(&w->out, "%s ", t->fields[i]->name);
		write_type(w, t->fields[i]->type);
	}
	buf_putc(&w->out, ')');
}

static void write_type(Writer *w, Type *t)
{
	switch (t->kind) {
	case T_NAMED: write_named(w, t); break;
	case T_POINTER:
		buf_putc(&w->out, '*');
		write_type(w, t->elem);
		break;
	case T_SLICE:
		buf_puts(&w->out, "[]");
		write_type(w, t->elem);
		break;
	case T_ARRAY:
		buf_printf(&w->out, "[%lld]", (long long)t->len);
		write_type(w, t->elem);
		break;
	case T_MAP:
		buf_puts(&w->out, "map[");
		write_type(w, t->key);
		buf_putc(&w->out, ']');
		write_type(w, t->elem);
		break;
	case T_CHAN: write_chan(w, t); break;
	case T_STRUCT: write_struct(w, t); break;
	case T_FUNC:
		buf_puts(&w->out, "func");
		write_signature(w, t);
		break;
	case T_INTERFACE: write_interface(w, t); break;
	case T_TUPLE: write_tuple(w, t); break;
	default: write_basic(w, t);
	}
}

const char *type_string(Type *t, TypeForm form, Package *relative)
{
	Writer w = {.out = buf_make(NULL), .form = form, .relative = relative};
	if (!t)
		return "<nil>";
	write_type(&w, t);
	Str s = buf_str(&w.out);
	buf_free(&w.out);
	return s;
}

const char *type_link_string(Type *t)
{
	return type_string(type_canonical(t), TYPE_FORM_LINK, NULL);
}

const char *obj_link_name(const Obj *o)
{
	const char *path = o->pkg ? o->pkg->path : "";
	if (o->kind != O_FUNC || !o->is_method || !o->recv_named)
		return str_printf("%s.%s", path, o->name);
	const Obj *type = o->recv_named->obj;
	if (type->pkg)
		path = type->pkg->path;
	Str local = o->recv_named->vargen ? str_printf("%s·%d", type->name, o->recv_named->vargen)
					  : type->name;
	return o->is_ptr_recv ? str_printf("%s.(*%s).%s", path, local, o->name)
			      : str_printf("%s.%s.%s", path, local, o->name);
}
