/* Private to lower/: the state of lowering a function, and what its files give each other. */
#ifndef BURROW_LOWER_PRIVATE_H
#define BURROW_LOWER_PRIVATE_H

#include "lower/lower.h"

typedef struct Lower {
	IrPackage *package;
	Arena *arena;
	Func *func;
	NodeList *out; /* where statements go */
	Pos pos;       /* of the statement at hand */
	uint32_t inl;
	/* what an unlabelled `break` leaves: NULL, or the end of a switch or select */
	Label *break_label;
	Map breaks;     /* Label of a switch or select -> Label of its end */
	Map rooms;      /* Var -> Room of slicemap.c */
	NodeList spare; /* temporaries of large results that are free */
} Lower;

/* ---- make.c: nodes and statements at the current position */
Node *lower_node(Lower *l, Op op, Type *type);
Node *lower_unary(Lower *l, Op op, Type *type, Node *x);
Node *lower_binary(Lower *l, Op op, Type *type, Node *x, Node *y);
Node *lower_int(Lower *l, int64_t value);
Node *lower_uintptr(Lower *l, int64_t value);
Node *lower_bool(Lower *l, bool value);
Node *lower_nil(Lower *l, Type *type);
Node *lower_cast(Lower *l, Type *type, Node *x); /* OCONVNOP */
/* &x of a place that exists; type *T */
Node *lower_address(Lower *l, Node *x);
Node *lower_pointer(Lower *l, Node *x); /* the same as unsafe.Pointer */
/* *(*type)(pointer + offset), not nil */
Node *lower_load(Lower *l, Type *type, Node *pointer, int64_t offset);
Node *lower_type(Lower *l, Type *type); /* address of the descriptor */
/* address of other data, an unsafe.Pointer */
Node *lower_symbol(Lower *l, Str symbol);
Node *lower_temp(Lower *l, Type *type);  /* a new local */
Node *lower_copy(Lower *l, Node *value); /* a new local with this value */
/* value itself when it may stand several times and at any later place */
Node *lower_stable(Lower *l, Node *value);
void lower_emit(Lower *l, Node *statement);
/* left lowered and not on the heap, or initialised here */
void lower_assign(Lower *l, Node *left, Node *right);
/* any lowered place; right NULL: zero; barriers are taken care of */
void lower_store(Lower *l, Node *left, Node *right);
void lower_init(Lower *l, Node *left, Node *right); /* into fresh memory */
/* arguments Node *; the result in a temporary */
Node *lower_call(Lower *l, const char *runtime, Type *result, int n, ...);
Node *lower_call_func(Lower *l, Func *f, Type *result, int n, Node **args);
void lower_call2(Lower *l, const char *runtime, Node *r0, Node *r1, int n, ...); /* two results */
void lower_goto(Lower *l, Label *label);
void lower_label(Lower *l, Label *label);
Label *lower_new_label(Lower *l);
/* Statements that begin() ... end() emit in between go to a list of their own. */
NodeList *lower_begin(Lower *l, NodeList *list); /* gives the list to go back to */
void lower_end(Lower *l, NodeList *outer);
void lower_if(Lower *l, Node *cond, NodeList then, NodeList els);
/* SSA keeps values of it in registers */
bool lower_is_split(Type *t);
bool lower_is_place(const Node *n); /* has an address */
Node *lower_field(Lower *l, Node *x, int index);
Node *lower_element(Lower *l, Node *array, Node *index); /* no bounds check */

/* ---- variables.c */
bool lower_on_heap(const Var *v);
bool lower_by_value(const Var *v);
Node *lower_var(Lower *l, Var *v);
Node *lower_var_address(Lower *l, Var *v);
void lower_declare(Lower *l, Var *v);
/* What is appended to v begins to use its room in the frame. */
void lower_declare_room(Lower *l, Var *v);
void lower_prologue(Lower *l);
/* pointer to zeroed memory of its own */
Node *lower_new(Lower *l, Type *type, uint8_t esc);
/* Is the place part of an object that lower_new has put into static data? */
bool lower_is_static(const Node *place);
Type *lower_context_type(Lower *l, Func *closure); /* {code, captured...} */

/* ---- expr.c */
/* a value without calls; what comes before is emitted */
Node *lower_expr(Lower *l, Node *n);
/* a place to assign to or take the address of */
Node *lower_place(Lower *l, Node *n);
void lower_effects(Lower *l, Node *n); /* the value is not wanted */
Node *lower_condition(Lower *l, Node *n);
Node *lower_binary_op(Lower *l, Op op, Type *type, Node *x, Node *y); /* operands lowered */
/* in order; those that are not read late stay what they were while the later ones are computed */
void lower_exprs(Lower *l, NodeList *list);
bool lower_reads_late(const Node *n); /* of an expression that is not lowered */

/* ---- call.c */
/* lowers callee and arguments; the call itself, not yet emitted */
Node *lower_call_expr(Lower *l, Node *n);
Node *lower_call_value(Lower *l, Node *n); /* its single result */
/* what that gave has been copied and is not used again */
void lower_call_value_done(Lower *l, Node *value);
void lower_inlined(Lower *l, Node *n); /* the statements of an OINLCALL */
void lower_go(Lower *l, Node *n);
void lower_defer(Lower *l, Node *n);
Node *lower_closure(Lower *l, Node *n);
Node *lower_method_value(Lower *l, Node *n);
void lower_print(Lower *l, Node *n);
Node *lower_recover(Lower *l, Node *n);
void lower_panic(Lower *l, Node *n);

/* ---- compare.c */
Node *lower_compare(Lower *l, Op op, Node *x, Node *y); /* lowered operands of any types */

/* ---- convert.c */
Node *lower_conversion(Lower *l, Node *n);
Node *lower_to_interface(Lower *l, Type *iface, Node *x, uint8_t esc); /* x lowered, concrete */
/* *_type of the dynamic type, nil for nil */
Node *lower_type_word(Lower *l, Node *iface, Type *iface_type);
Node *lower_assertion(Lower *l, Node *n);
/* ok, value: temporaries or NULL */
void lower_assertion2(Lower *l, Node *n, Node *value, Node *ok);
/* is the dynamic type `type` (concrete)? */
Node *lower_type_matches(Lower *l, Node *iface, Type *type);
Node *lower_unpack(Lower *l, Node *iface, Type *type); /* the value of that dynamic type */
Node *lower_concat(Lower *l, Node *n);
/* The lowered strings put together, in `buf` if they fit (nil: there is none). */
Node *lower_concat_parts(Lower *l, Type *type, Node *buf, const NodeList *parts);

/* ---- slicemap.c */
Node *lower_append(Lower *l, Node *n);
Node *lower_copy_builtin(Lower *l, Node *n);
Node *lower_make(Lower *l, Node *n);
/* pointer to the element; ok: a bool temporary or NULL */
Node *lower_map_index(Lower *l, Node *n, Node *ok);
Node *lower_map_assign(Lower *l, Node *m, Node *key, Type *map); /* pointer to the element */
void lower_map_delete(Lower *l, Node *n);
bool lower_map_key_is_word(Type *map); /* is the key passed by value? */
Node *lower_length(Lower *l, Node *n);

/* ---- literal.c */
Node *lower_literal(Lower *l, Node *n);
/* A large literal of constants as a place in read-only data, to be copied without a temporary in
 * the frame; else NULL. */
Node *lower_large_constant(Lower *l, Node *n);
/* stores a composite literal or any value into fresh memory */
void lower_fill(Lower *l, Node *place, Node *n, bool zeroed);

/* ---- stmt.c */
void lower_stmt(Lower *l, Node *n);
void lower_stmts(Lower *l, NodeList *list);
void lower_body(Lower *l, NodeList *list); /* in place */
/* both, operands of the left sides first */
void lower_put2(Lower *l, Node *left, Node *value, Node *left2, Node *value2);
/* left: typed, or NULL; value: lowered */
void lower_put(Lower *l, Node *left, Node *value);

/* ---- range.c, switch.c, select.c */
void lower_range(Lower *l, Node *n);
void lower_switch(Lower *l, Node *n);
void lower_type_switch(Lower *l, Node *n);
void lower_select(Lower *l, Node *n);

/* ---- typedesc.c */
/* descriptors and itabs asked for so far; may ask for functions */
void lower_types(IrPackage *package);

#endif
