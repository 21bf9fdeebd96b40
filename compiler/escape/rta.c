/*
 * Rapid type analysis (D. Bacon and P. Sweeney, Fast static analysis of C++ virtual function calls,
 * 1996): which functions a program can run, which types of values it puts into interfaces, which
 * functions it makes values of; and from that, what a call through an interface or of a func value
 * can reach.
 *
 * A function is reachable when it is an initialiser, main.main, one of package runtime's, when a
 * reachable function refers to it, or when it is a method of a created type. A type is created when
 * a reachable function, or static data, has a value of it put into an interface, and when
 * reflection can make such a value from another: parts of created types are created, and in
 * programs with package reflect pointers to them.
 *
 * What escapes this is unknown, and calls of it are treated as in escape.h: signatures of func
 * values that are made from unsafe.Pointer; all of them in a program that uses reflect.MakeFunc or
 * reflect.NewAt.
 */
#include "escape/concrete.h"

struct CallClass { /* calls that have the same targets */
	Type *iface;
	const Obj *method;        /* of iface; NULL: a func value */
	TargetList targets;       /* known functions */
	VEC(ClassTarget) classes; /* targets that are calls of a class themselves */
	bool unknown;             /* there may be others */
	bool flat;                /* what the classes lead to is among the targets */
	/* what arguments leak in the round at hand: for each the entries of a tag */
	int nparams;
	int (*leaks)[TAG_RESULTS + 1];
	uint32_t round;
};

typedef struct FuncValue {
	Func *func;
	Type *signature; /* canonical */
	int shift;       /* its first argument is this parameter of func */
	Type *iface;     /* x.m with x an interface: the call is one of this class */
	const Obj *method;
} FuncValue;

struct Rta {
	Arena *arena;
	Map defined;   /* symbol -> Func with a body */
	Map reachable; /* Func -> 1 */
	FuncList todo;
	Map created;          /* canonical Type -> 1 */
	VEC(Type *) types;    /* those with methods */
	VEC(Type *) new_type; /* created, whose parts have not been looked at */
	Map valued;           /* Func or Obj -> taken as a value */
	Map dynamic;          /* Func -> an unknown call may reach it */
	VEC(FuncValue) values;
	Map forged;          /* canonical signature -> 1 */
	bool makes_any_func; /* reflect.MakeFunc, reflect.NewAt */
	bool makes_method_values;
	bool makes_any_struct; /* reflect.StructOf: types that embed others */
	bool has_reflect;
	bool sets_finalizers; /* code that is not of the standard library does */
	Map others;           /* IrPackage -> not of the standard library */
	Map interface_classes, func_classes;
	Map method_classes; /* canonical Type -> Map of the calls of its methods */
	Concrete *concrete;
	uint32_t round;
};

/* ---------------------------------------------------------------- reachable functions */

Func *rta_body(const Rta *r, Func *f)
{
	if (f->has_body)
		return f;
	Func *body = map_get(&r->defined, f->linkname ? f->linkname : f->symbol);
	return body ? body : f;
}

static void reach(Rta *r, Func *f)
{
	f = rta_body(r, f);
	if (map_has(&r->reachable, f))
		return;
	map_set(&r->reachable, f, 1);
	vec_push(r->arena, r->todo, f);
}

bool rta_reachable(const Rta *r, const Func *f)
{
	return map_has(&r->reachable, f);
}

/* ---------------------------------------------------------------- created types */

static void create(Rta *r, Type *t)
{
	t = type_canonical(t);
	if (t->kind == T_TUPLE || map_has(&r->created, t))
		return;
	map_set(&r->created, t, 1);
	vec_push(r->arena, r->new_type, t);
}

static void create_parts(Rta *r, Type *t)
{
	if (r->has_reflect && !type_is_interface(t) && t->kind != T_POINTER)
		create(r, type_pointer(t));
	Type *u = type_under(t);
	if (u->elem)
		create(r, u->elem);
	if (u->key)
		create(r, u->key);
	for (int i = 0; i < u->nfields; i++)
		create(r, u->fields[i]->type);
	for (int i = 0; u->kind == T_FUNC && i < u->nparams; i++)
		create(r, u->params[i]->type);
	for (int i = 0; u->kind == T_FUNC && i < u->nresults; i++)
		create(r, u->results[i]->type);
}

static void new_type(Rta *r, Type *t)
{
	create_parts(r, t);
	if (type_is_interface(t))
		return;
	Selection **methods;
	int n = types_method_set(t, &methods);
	for (int i = 0; i < n; i++) {
		const Type *owner = methods[i]->obj->recv_named;
		if (!owner || type_under((Type *)owner)->kind == T_INTERFACE)
			continue;
		Func *f = ir_func_of(methods[i]->obj);
		map_set(&r->dynamic, rta_body(r, f), 1);
		reach(r, f);
	}
	if (n)
		vec_push(r->arena, r->types, t);
}

/* ---------------------------------------------------------------- func values */

static void take_value(Rta *r, const Node *n)
{
	FuncValue v = {.func = n->func, .signature = type_canonical(type_under(n->type))};
	const void *key = n->func;
	if (n->op == OMETHVALUE) {
		v.shift = 1;
		key = n->sel;
		if (type_is_interface(n->x->type)) {
			v.iface = n->x->type;
			v.method = n->sel;
		}
	}
	if (v.func) {
		map_set(&r->dynamic, rta_body(r, v.func), 1);
		reach(r, v.func);
	}
	void **slot = map_slot(&r->valued, key);
	if (*slot && !v.iface)
		return;
	*slot = r;
	vec_push(r->arena, r->values, v);
}

/* Has memory of type t func values in it, of which signatures? */
static void forge(Rta *r, Type *t)
{
	Type *u = type_under(t);
	if (u->kind == T_FUNC)
		map_set(&r->forged, type_canonical(u), 1);
	else if (u->kind == T_ARRAY)
		forge(r, u->elem);
	for (int i = 0; u->kind == T_STRUCT && i < u->nfields; i++)
		forge(r, u->fields[i]->type);
}

/* ---------------------------------------------------------------- the walk */

typedef struct Scan {
	Rta *rta;
	Func *func;
} Scan;

/* left = right where the conversion is left to the assignment. */
static void assigned(Rta *r, const Node *left, Type *right)
{
	if (left && left->type && right && type_is_interface(left->type) &&
	    !type_is_interface(right) && right->kind != T_TUPLE)
		create(r, right);
}

static Type *tuple_part(const Node *n, uint32_t i)
{
	Type *t = n->type;
	if (!t)
		return NULL;
	if (t->kind != T_TUPLE)
		return i == 0 ? t : NULL;
	return i < (uint32_t)t->nfields ? t->fields[i]->type : NULL;
}

static void statement(Rta *r, const Node *n)
{
	switch ((Op)n->op) {
	case OAS: assigned(r, n->x, n->y ? n->y->type : NULL); return;
	case OAS2:
	case ORETURN:
		for (uint32_t i = 0; i < n->list.len && i < n->rlist.len; i++)
			assigned(r, n->list.data[i], n->rlist.data[i]->type);
		return;
	case OAS2FUNC:
		for (uint32_t i = 0; i < n->list.len; i++)
			assigned(r, n->list.data[i], tuple_part(n->rlist.data[0], i));
		return;
	case OAS2MAPR:
	case OAS2DOTTYPE:
	case OAS2RECV: assigned(r, n->list.data[0], tuple_part(n->rlist.data[0], 0)); return;
	case ORANGE: {
		Type *t = type_under(n->z->type);
		if (t->kind == T_POINTER)
			t = type_under(t->elem);
		assigned(r, n->x, t->kind == T_MAP ? t->key : t->kind == T_CHAN ? t->elem : NULL);
		assigned(r, n->y, t->elem);
		if (t->kind != T_MAP && t->kind != T_CHAN)
			assigned(r, n->x, type_basic[T_INT]);
		if (t->kind == T_STRING)
			assigned(r, n->y, type_basic[T_INT32]);
		return;
	}
	default: return;
	}
}

static bool is_function(const Func *f, const char *symbol)
{
	return strcmp(f->symbol, symbol) == 0;
}

static void note_finalizer(const Scan *s, const Func *f)
{
	if (is_function(f, "runtime.SetFinalizer") && map_has(&s->rta->others, s->func->package))
		s->rta->sets_finalizers = true;
}

static bool scan(void *ctx, Node **slot)
{
	Scan *s = ctx;
	Rta *r = s->rta;
	Node *n = *slot;
	statement(r, n);
	if (n->op == OFUNCNAME)
		note_finalizer(s, n->func);
	switch ((Op)n->op) {
	case OFUNCNAME:
	case OCLOSURE:
	case OMETHEXPR:
	case OMETHVALUE: take_value(r, n); break;
	case OCALLFUNC:
		if (n->x->op == OFUNCNAME || n->x->op == OMETHEXPR || n->x->op == OCLOSURE) {
			reach(r, n->x->func);
			if (n->x->op == OFUNCNAME)
				note_finalizer(s, n->x->func);
			for (uint32_t i = 0; i < n->init.len; i++)
				scan(s, &n->init.data[i]);
			for (uint32_t i = 0; i < n->list.len; i++)
				scan(s, &n->list.data[i]);
			return false;
		}
		break;
	case ODOTMETH: reach(r, n->func); break;
	case OINLCALL: break;
	case OCONVIFACE:
		if (!type_is_interface(n->x->type))
			create(r, n->x->type);
		break;
	case OCONVNOP:
		if (type_kind(n->x->type) == T_UNSAFE_POINTER && type_kind(n->type) == T_POINTER)
			forge(r, type_elem(n->type));
		break;
	default: break;
	}
	return ir_each_child(n, scan, ctx);
}

/* What reflect's functions and method values run, by way of assembly. */
static void reach_by_assembly(Rta *r, const Func *f)
{
	static const char *const called[][2] = {
		{"reflect.makeFuncStub", "reflect.callReflect"},
		{"reflect.makeFuncStub", "reflect.moveMakeFuncArgPtrs"},
		{"reflect.methodValueCall", "reflect.callMethod"},
		{"reflect.methodValueCall", "reflect.moveMakeFuncArgPtrs"},
	};
	for (size_t i = 0; i < sizeof called / sizeof called[0]; i++) {
		Func *go = map_get(&r->defined, str_intern(called[i][1]));
		if (!go || !is_function(f, called[i][0]))
			continue;
		map_set(&r->dynamic, go, 1);
		reach(r, go);
	}
}

static void scan_function(Rta *r, Func *f)
{
	r->makes_any_func |= is_function(f, "reflect.MakeFunc") || is_function(f, "reflect.NewAt");
	r->makes_any_struct |= is_function(f, "reflect.StructOf");
	r->makes_method_values |= is_function(f, "reflect.makeMethodValue");
	reach_by_assembly(r, f);
	Scan s = {r, f};
	for (uint32_t i = 0; i < f->body.len; i++)
		scan(&s, &f->body.data[i]);
}

static void add_roots(Rta *r, const WholePackage *package, bool is_main)
{
	IrPackage *p = package->ir;
	if (p->init)
		reach(r, p->init);
	for (uint32_t i = 0; i < p->funcs.len; i++) {
		Func *f = p->funcs.data[i];
		map_set(&r->defined, f->symbol, f);
		if (f->linkname)
			map_set(&r->defined, f->linkname, f);
		if (p->is_runtime || (is_main && is_function(f, "main.main")))
			reach(r, f);
	}
	for (uint32_t i = 0; i < p->static_types.len; i++)
		create(r, p->static_types.data[i]);
	for (uint32_t i = 0; i < p->static_funcs.len; i++)
		take_value(r, p->static_funcs.data[i]);
	if (!package->standard)
		map_set(&r->others, p, 1);
	r->has_reflect |= p->path == STR("reflect");
}

Rta *rta_analyze(Arena *arena, const WholeProgram *program)
{
	Rta *r = NEW(arena, Rta);
	r->arena = arena;
	r->defined = r->reachable = r->created = map_make(arena);
	r->valued = r->dynamic = r->forged = map_make(arena);
	r->interface_classes = r->func_classes = r->others = r->method_classes = map_make(arena);
	for (uint32_t i = 0; i < program->packages.len; i++)
		add_roots(r, &program->packages.data[i], i + 1 == program->packages.len);
	while (r->todo.len || r->new_type.len) {
		if (r->todo.len)
			scan_function(r, vec_pop(r->todo));
		else
			new_type(r, vec_pop(r->new_type));
	}
	r->concrete = concrete_collect(arena, r, program);
	return r;
}

bool rta_is_target(const Rta *r, const Func *f)
{
	return map_has(&r->dynamic, f);
}

bool rta_sets_finalizers(const Rta *r)
{
	return r->sets_finalizers;
}

/* ---------------------------------------------------------------- targets */

static CallClass *interface_class(Rta *r, Type *iface, const Obj *method);

/* The dereferences from the interface value to what `s`, a method of t, takes as its receiver. */
static int receiver_derefs(Type *t, const Selection *s)
{
	int derefs = type_is_direct_iface(t) ? 0 : 1;
	for (int i = 0; i < s->npath; i++) {
		if (type_is_pointer(t)) {
			t = type_elem(t);
			derefs++;
		}
		t = type_field(t, s->path[i])->type;
	}
	if (s->obj->is_ptr_recv && !type_is_pointer(t))
		derefs--;
	else if (!s->obj->is_ptr_recv && type_is_pointer(t))
		derefs++;
	return derefs < 0 ? 0 : derefs;
}

/* The type of the last embedded field on the way to a method. */
static Type *embedded_type(Type *t, const Selection *s)
{
	for (int i = 0; i < s->npath; i++)
		t = type_field(type_is_pointer(t) ? type_elem(t) : t, s->path[i])->type;
	return t;
}

static void add_method(Rta *r, CallClass *c, Type *t, const Selection *s, int shift)
{
	Type *owner = embedded_type(t, s);
	if (s->npath && type_is_interface(owner)) {
		ClassTarget target = {interface_class(r, owner, s->obj), shift};
		vec_push(r->arena, c->classes, target);
		return;
	}
	Target target = {ir_func_of(s->obj), t, shift, receiver_derefs(t, s)};
	vec_push(r->arena, c->targets, target);
}

static CallClass *new_class(Rta *r, int nparams)
{
	CallClass *c = NEW(r->arena, CallClass);
	c->nparams = nparams;
	c->leaks = arena_alloc(r->arena, (size_t)nparams * sizeof *c->leaks + 1);
	c->round = UINT32_MAX;
	return c;
}

static void **class_slot(Rta *r, Map *classes, Type *t, const Obj *method)
{
	Map *methods = map_get(classes, type_canonical(t));
	if (!methods) {
		methods = map_new(r->arena);
		map_set(classes, type_canonical(t), methods);
	}
	return map_slot_u64(methods, ir_method_key(method));
}

static CallClass *interface_class(Rta *r, Type *iface, const Obj *method)
{
	void **slot = class_slot(r, &r->interface_classes, iface, method);
	if (*slot)
		return *slot;
	CallClass *c = new_class(r, type_nparams(method->type) + 1);
	*slot = c;
	c->iface = iface;
	c->method = method;
	for (uint32_t i = 0; i < r->types.len; i++) {
		Type *t = r->types.data[i];
		if (!types_implements(t, iface))
			continue;
		Selection *s = types_lookup(t, method->pkg, method->name);
		if (s && s->kind == SEL_METHOD)
			add_method(r, c, t, s, 0);
		else
			c->unknown = true;
	}
	return c;
}

/* Calls of a method through an interface value that is known to be of type t. */
static CallClass *method_class(Rta *r, Type *t, Type *iface, const Obj *method)
{
	Selection *s = types_lookup(t, method->pkg, method->name);
	if (!s || s->kind != SEL_METHOD)
		return interface_class(r, iface, method);
	void **slot = class_slot(r, &r->method_classes, t, method);
	if (*slot)
		return *slot;
	CallClass *c = new_class(r, type_nparams(method->type) + 1);
	*slot = c;
	c->iface = iface;
	c->method = method;
	add_method(r, c, t, s, 0);
	return c;
}

/* Methods that package reflect can make values of. */
static void add_method_values(Rta *r, CallClass *c, Type *signature)
{
	for (uint32_t i = 0; i < r->types.len; i++) {
		Selection **methods;
		int n = types_method_set(r->types.data[i], &methods);
		for (int j = 0; j < n; j++)
			if (type_canonical(methods[j]->obj->type) == signature)
				add_method(r, c, r->types.data[i], methods[j], 1);
	}
}

static CallClass *func_class(Rta *r, Type *type)
{
	Type *signature = type_canonical(type_under(type));
	void **slot = map_slot(&r->func_classes, signature);
	if (*slot)
		return *slot;
	CallClass *c = new_class(r, type_nparams(signature));
	*slot = c;
	c->unknown = r->makes_any_func || map_has(&r->forged, signature);
	for (uint32_t i = 0; i < r->values.len; i++) {
		const FuncValue *v = &r->values.data[i];
		if (v->signature != signature)
			continue;
		if (v->iface) {
			ClassTarget target = {interface_class(r, v->iface, v->method), 1};
			vec_push(r->arena, c->classes, target);
			continue;
		}
		Target target = {v->func, NULL, v->shift, 0};
		vec_push(r->arena, c->targets, target);
	}
	if (r->makes_method_values)
		add_method_values(r, c, signature);
	return c;
}

CallClass *rta_class(Rta *r, const Node *call)
{
	if (call->op == OCALLINTER) {
		Type *t = concrete_type(r->concrete, call->x->x);
		return t ? method_class(r, t, call->x->x->type, call->x->field)
			 : interface_class(r, call->x->x->type, call->x->field);
	}
	return func_class(r, call->x->type);
}

CallClass *rta_method_class(Rta *r, Type *iface, const Obj *method)
{
	return interface_class(r, iface, method);
}

/* ---------------------------------------------------------------- what arguments leak */

static void no_leaks(int *leaks)
{
	for (int i = 0; i <= TAG_RESULTS; i++)
		leaks[i] = -1;
}

static void add_leaks(int *leaks, const int *more, int derefs)
{
	for (int i = 0; i <= TAG_RESULTS; i++)
		if (more[i] >= 0 && (leaks[i] < 0 || more[i] + derefs < leaks[i]))
			leaks[i] = more[i] + derefs;
}

static void add_target(CallClass *c, const Target *t)
{
	for (int i = 0; i < c->nparams; i++) {
		uint32_t p = (uint32_t)(i + t->shift);
		int leaks[TAG_RESULTS + 1];
		leaks_of_tag(p < t->func->params.len ? t->func->params.data[p]->escape_tag : NULL,
			     leaks);
		add_leaks(c->leaks[i], leaks, p == 0 ? t->receiver_derefs : 0);
	}
}

/* Adds what class c leads to: whatever the embedded interface is loaded from, its receivers are
 * taken to be as near as the interface itself. */
static void flatten(Rta *r, CallClass *c, const CallClass *from, int shift, Map *seen)
{
	if (map_has(seen, from))
		return;
	map_set(seen, from, 1);
	c->unknown |= from->unknown;
	for (uint32_t i = 0; from != c && i < from->targets.len; i++) {
		Target t = from->targets.data[i];
		t.shift += shift;
		t.receiver_derefs = 0;
		vec_push(r->arena, c->targets, t);
	}
	for (uint32_t i = 0; i < from->classes.len; i++)
		flatten(r, c, from->classes.data[i].class, shift + from->classes.data[i].shift,
			seen);
}

static void leaks_of_class(Rta *r, CallClass *c)
{
	if (!c->flat) {
		Map seen = map_make(r->arena);
		flatten(r, c, c, 0, &seen);
		c->flat = true;
	}
	if (c->round == r->round)
		return;
	c->round = r->round;
	for (int i = 0; i < c->nparams; i++) {
		no_leaks(c->leaks[i]);
		if (c->unknown)
			c->leaks[i][0] = 0;
	}
	for (uint32_t i = 0; i < c->targets.len; i++)
		add_target(c, &c->targets.data[i]);
}

const int *rta_leaks(Rta *r, CallClass *c, uint32_t argument)
{
	leaks_of_class(r, c);
	return argument < (uint32_t)c->nparams ? c->leaks[argument] : NULL;
}

void rta_next_round(Rta *r)
{
	r->round++;
}

/* As what an itab takes the receiver. */
static Type *itab_receiver(Type *t)
{
	return type_is_direct_iface(t) ? t : type_pointer(t);
}

Type *rta_only_type(Rta *r, CallClass *c)
{
	if (!c->iface || c->unknown || c->classes.len || !c->targets.len || r->makes_any_struct)
		return NULL;
	Type *only = c->targets.data[0].type;
	for (uint32_t i = 1; i < c->targets.len; i++) {
		Type *t = itab_receiver(c->targets.data[i].type);
		if (c->targets.data[i].func != c->targets.data[0].func ||
		    type_canonical(t) != type_canonical(itab_receiver(only)))
			return NULL;
		only = t;
	}
	return only;
}

void rta_describe(Rta *r, Arena *arena, CallClass *c, EscapeFact *fact)
{
	fact->iface = c->iface;
	fact->method = c->method;
	fact->direct = rta_only_type(r, c) != NULL;
	for (uint32_t i = 0; i < c->targets.len; i++) {
		const Target *t = &c->targets.data[i];
		vec_push(arena, fact->funcs, t->func);
		if (t->type)
			vec_push(arena, fact->types, t->type);
	}
}
