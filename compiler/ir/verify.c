/*
 * Checks the invariants of a function's IR: every op belongs to the form, operands are there, types
 * fit. A violation is a fault of the stage before; in a body that was read from export data it
 * means that the archive is damaged.
 */
#include "ir/ir.h"

typedef struct Verifier {
	const Func *func;
	char form;
	const Node *at;    /* where the first violation is, or NULL */
	const char *fault; /* what it is */
} Verifier;

static bool require(Verifier *v, const Node *n, bool ok, const char *what)
{
	if (!ok && !v->fault) {
		v->at = n;
		v->fault = what;
	}
	return ok;
}

/* Ops with operands x, or x and y, that must be there. */
static bool needs_x(Op op)
{
	switch (op) {
	case ONEG:
	case OPLUS:
	case OBITNOT:
	case ONOT:
	case OADDR:
	case OPTRLIT:
	case ODEREF:
	case ORECV:
	case ODOT:
	case ODOTPTR:
	case OSLICE:
	case OSLICEARR:
	case OSLICESTR:
	case OSLICE3:
	case OSLICE3ARR:
	case OSLICE2ARRPTR:
	case ODOTTYPE:
	case ODOTTYPE2:
	case OCONV:
	case OCONVNOP:
	case OCONVIFACE:
	case OBYTES2STR:
	case ORUNES2STR:
	case ORUNESTR:
	case OSTR2BYTES:
	case OSTR2RUNES:
	case OCALLFUNC:
	case OCALLMETH:
	case OCALLINTER:
	case ODOTMETH:
	case ODOTINTER:
	case OLEN:
	case OCAP:
	case OCLOSE:
	case OPANIC:
	case OIF:
	case OGO:
	case ODEFER:
	case ODCL:
	case OITAB:
	case OIDATA:
	case OSPTR:
	case OCHECKNIL:
	case OKEEPALIVE:
	case OJUMPTABLE:
	case OZERO:
	case OREAL:
	case OIMAG:
	case OMAKESLICE:
	case OTYPESW:
	case OMETHVALUE:
	case OSTRUCTKEY: return true;
	default: return false;
	}
}

static bool needs_y(Op op)
{
	return (op >= OADD && op <= OOROR) || op == OCOMPLEX || op == OINDEX || op == OINDEXMAP ||
	       op == OKEY || op == OCOPY || op == OSEND || op == OASOP || op == OSTRHEADER ||
	       op == OSLICEHEADER || op == OIFACE;
}

static bool needs_type(Op op)
{
	return op >= OLITERAL && op < OKEY && op != OMETHEXPR;
}

static bool has_type(const Node *n)
{
	return n && n->type;
}

static void check_types(Verifier *v, const Node *n)
{
	if (needs_type(n->op))
		require(v, n, n->type != NULL, "has no type");
	bool typed = n->op == ODEREF || n->op == ODOTPTR || n->op == ODOT || n->op == OIF ||
		     (n->op >= OADD && n->op <= OANDNOT && n->op != OCOMPLEX);
	if (typed && !require(v, n, has_type(n->x), "first operand has no type"))
		return;
	if (n->op == ODEREF || n->op == ODOTPTR)
		require(v, n, type_is_pointer(n->x->type), "operand is not a pointer");
	if (n->op == ODOT)
		require(v, n, type_is_struct(n->x->type), "operand is not a struct");
	if (n->op >= OADD && n->op <= OANDNOT && n->op != OCOMPLEX)
		require(v, n, has_type(n->y) && type_identical(n->x->type, n->y->type),
			"operands differ in type");
	if (n->op == OIF)
		require(v, n, type_is_boolean(n->x->type), "condition is not boolean");
	if (n->op == OAS && n->y && n->x && n->x->type && v->form == 'T')
		require(v, n, n->y->type && type_identical(n->x->type, n->y->type),
			"sides differ in type");
}

static void check_var(Verifier *v, const Node *n)
{
	const Var *var = n->var;
	if (require(v, n, var != NULL, "has no variable"))
		require(v, n, var->class == VAR_GLOBAL || !var->func || var->func == v->func,
			"variable of another function");
}

/* Gives true, which ends the walk, at a violation. */
static bool check(void *ctx, Node **slot)
{
	Verifier *v = ctx;
	Node *n = *slot;
	require(v, n, strchr(ir_op_forms[n->op], v->form) != NULL, "op of another form");
	if (n->op == ONAME) {
		check_var(v, n);
		return v->fault != NULL;
	}
	require(v, n, n->x || !(needs_x(n->op) || needs_y(n->op)), "first operand is missing");
	require(v, n, n->y || !needs_y(n->op), "second operand is missing");
	if (n->op == OFUNCNAME || n->op == OCLOSURE || n->op == ODOTMETH)
		require(v, n, n->func != NULL, "has no function");
	if (!v->fault)
		check_types(v, n);
	return v->fault || ir_each_child(n, check, ctx);
}

static void check_list(Verifier *v, const NodeList *body)
{
	for (uint32_t i = 0; i < body->len && !v->fault; i++) {
		Node *n = body->data[i];
		if (require(v, NULL, n != NULL, "a statement is missing"))
			check(v, &n);
	}
}

bool ir_is_sound(const Func *f, const NodeList *body, char form)
{
	Verifier v = {.func = f, .form = form};
	check_list(&v, body);
	return !v.fault;
}

/* What was noted of the body must be what a walk finds now. */
static void check_summary(const Func *f)
{
	Func now = *f;
	now.summarized = false;
	now.node_count = 0;
	now.refers_to = (FuncList){0};
	now.interface_calls = (NodeList){0};
	ir_summarize(&now);
	bool same = now.refers_to.len == f->refers_to.len &&
		    now.interface_calls.len == f->interface_calls.len;
	for (uint32_t i = 0; same && i < now.refers_to.len; i++)
		same = now.refers_to.data[i] == f->refers_to.data[i];
	for (uint32_t i = 0; same && i < now.interface_calls.len; i++)
		same = now.interface_calls.data[i] == f->interface_calls.data[i];
	if (!same)
		ICE(f->pos, "%s: the summary is not that of the body", f->symbol);
}

void ir_verify_func(const Func *f, char form)
{
	if (form == 'T' && f->summarized)
		check_summary(f);
	Verifier v = {.func = f, .form = form};
	diag_function(f->symbol);
	check_list(&v, &f->body);
	if (v.fault)
		ICE(v.at ? v.at->pos : NO_POS, "%s: %s: %s", f->symbol,
		    v.at ? ir_op_name[v.at->op] : "body", v.fault);
	diag_function(NULL);
}
