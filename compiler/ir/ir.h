/*
 * The typed IR: the program between the checked syntax tree and SSA.
 *
 * One kind of node with an operation, a type, a position and operands. It exists in two forms, and
 * every operation's row in the table below says which forms may contain it:
 *
 *   T  typed    close to the source, and to the tree on which gc makes its decisions: source order
 *               and sugar stay, implicit conversions, dereferences and selectors are explicit but
 *               marked NF_IMPLICIT, calls with several results stand alone in OAS2FUNC, branches
 *               that constants kill are gone. Inlining and escape analysis work on it, and its
 *               printer gives the words of -m.
 *   L  lowered  what lower/ leaves for ssa/: order explicit, no sugar (see "The lowered form" at
 *               the end).
 *
 * Variables are Vars, each with one ONAME node that all uses share (`var->node`); so a name has no
 * position of its own use: what needs the use's position takes it from the parent.
 */
#ifndef BURROW_IR_H
#define BURROW_IR_H

#include "support/support.h"
#include "syntax/syntax.h"
#include "types/types.h"

typedef struct Node Node;
typedef struct Var Var;
typedef struct Func Func;
typedef struct IrData IrData;
typedef struct IrPackage IrPackage;
typedef struct DecisionLog DecisionLog; /* ir/decisions.h */
typedef VEC(Node *) NodeList;
typedef VEC(Var *) VarList;
typedef VEC(Func *) FuncList;

/* ---- Operations: X(op, text, forms, operands) */
/* clang-format off */
#define IR_OPS(X) \
	X(OXXX, "?", "", "never") \
	/* values */ \
	X(ONAME, "name", "TL", "var") \
	X(OLITERAL, "literal", "TL", "value: a constant of a basic type") \
	X(ONIL, "nil", "TL", "zero pointer, slice, map, chan, func or interface of its type") \
	X(OFUNCNAME, "func name", "TL", "func: a declared function as a callee or a func value") \
	X(OMETHEXPR, "method expr", "T", \
	  "T.m: func (a wrapper for interface and promoted methods), sel") \
	X(OMETHVALUE, "method value", "T", "x.m: x, sel; func: the method; a closure over x") \
	X(OCLOSURE, "func literal", "T", "func") \
	/* unary: x */ \
	X(ONEG, "-", "TL", "x") \
	X(OPLUS, "+", "T", "x") \
	X(OBITNOT, "^", "TL", "x") \
	X(ONOT, "!", "TL", "x") \
	X(OADDR, "&", "TL", "x: address of a variable, field, element or dereference") \
	X(OPTRLIT, "&lit", "T", "&T{}: x is the composite literal") \
	X(ODEREF, "*", "TL", "x") \
	X(ORECV, "<-", "T", "x: the channel") \
	X(OPAREN, "()", "T", "x: parentheses the source has, kept only where gc prints them") \
	/* binary: x, y */ \
	X(OADD, "+", "TL", "x, y") X(OSUB, "-", "TL", "x, y") X(OMUL, "*", "TL", "x, y") \
	X(ODIV, "/", "TL", "x, y") X(OMOD, "%", "TL", "x, y") X(OAND, "&", "TL", "x, y") \
	X(OOR, "|", "TL", "x, y") X(OXOR, "^", "TL", "x, y") X(OANDNOT, "&^", "TL", "x, y") \
	X(OLSH, "<<", "TL", "x, y: any integer types; y signed may be negative") \
	X(ORSH, ">>", "TL", "x, y") \
	/* T: one of x, y may be an interface and the other a value that implements it */ \
	X(OEQ, "==", "TL", "x, y") X(ONE, "!=", "TL", "x, y") X(OLT, "<", "TL", "x, y") \
	X(OLE, "<=", "TL", "x, y") X(OGT, ">", "TL", "x, y") X(OGE, ">=", "TL", "x, y") \
	X(OANDAND, "&&", "TL", "x, y") X(OOROR, "||", "TL", "x, y") \
	X(OADDSTR, "+", "T", "list: two or more strings to concatenate (x + y + z is one node)") \
	X(OCOMPLEX, "complex", "TL", "x, y: real and imaginary part") \
	X(OREAL, "real", "TL", "x") X(OIMAG, "imag", "TL", "x") \
	/* parts */ \
	X(ODOT, ".", "TL", "x: a struct; field, offset") \
	X(ODOTPTR, "->", "TL", "x: a pointer to a struct; field, offset; checks x for nil") \
	X(OINDEX, "[]", "TL", \
	  "x: array, slice or string (pointers to arrays are dereferenced); y; " \
	  "NF_BOUNDED: no check") \
	X(OINDEXMAP, "[]", "T", "x[y]; NF_ASSIGN when it is assigned to") \
	X(OSLICE, "[:]", "TL", "x: slice; y, z, w: bounds, each may be NULL") \
	X(OSLICEARR, "[:]", "TL", "x: pointer to array; y, z, w") \
	X(OSLICESTR, "[:]", "TL", "x: string; y, z") \
	X(OSLICE3, "[::]", "TL", "x: slice; y, z, w") \
	X(OSLICE3ARR, "[::]", "TL", "x: pointer to array; y, z, w") \
	X(OSLICE2ARRPTR, "(*[n]T)", "TL", "x: slice, to pointer to array; checks the length") \
	X(ODOTTYPE, ".(T)", "T", "x.(type)") X(ODOTTYPE2, ".(T)", "T", "the same in v, ok = form") \
	/* conversions of x to type */ \
	X(OCONV, "conv", "TL", "x: between numbers of different kinds") \
	X(OCONVNOP, "conv", "TL", \
	  "x: same representation: pointers, unsafe.Pointer <-> uintptr, named types, " \
	  "chan directions") \
	X(OCONVIFACE, "conv", "T", \
	  "x: to an interface, from a concrete type or another interface") \
	X(OBYTES2STR, "string", "T", "x") \
	X(ORUNES2STR, "string", "T", "x") \
	X(ORUNESTR, "string", "T", "x: integer") \
	X(OSTR2BYTES, "[]byte", "T", "x") X(OSTR2RUNES, "[]rune", "T", "x") \
	/* composite literals: list has OKEY (index or key; x, y), OSTRUCTKEY (field, x) */ \
	X(OARRAYLIT, "lit", "T", "list; an element OKEY(x: constant index, y: value) or value") \
	X(OSLICELIT, "lit", "T", "list; length: number of elements of the backing array") \
	X(OSTRUCTLIT, "lit", "T", "list of OSTRUCTKEY; missing fields are zero") \
	X(OMAPLIT, "lit", "T", "list of OKEY(x: key, y: value)") \
	X(OKEY, "key", "T", "x: y") X(OSTRUCTKEY, "field", "T", "field: x") \
	/* calls: x callee, list arguments; a variadic call without ... has an OSLICELIT marked \
	 * NF_DDD as last argument. L: rlist has names that live as long as the call */ \
	X(OCALLFUNC, "call", "TL", "x: OFUNCNAME, or a func value (closure)") \
	X(OCALLMETH, "call", "T", "x: ODOTMETH") \
	X(OCALLINTER, "call", "TL", "x: ODOTINTER") \
	X(ODOTMETH, ".m", "T", "callee: x the receiver as the method takes it, func, sel") \
	X(ODOTINTER, ".m", "TL", \
	  "callee: x the interface value, sel, index: the method's place in the itab; y: NULL; " \
	  "or T: OTYPE, the one type that x has, L: OFUNCNAME, what is called") \
	X(OINLCALL, "inlined call", "T", \
	  "init, then body: statements; list: results (ONAMEs); func: the callee. A " \
	  "value when it has one result") \
	/* builtins */ \
	X(OLEN, "len", "TL", "x") X(OCAP, "cap", "TL", "x") \
	X(OAPPEND, "append", "T", "list; NF_DDD: the last is a slice or string with ...") \
	X(OCOPY, "copy", "T", "x, y") \
	X(OCLEARSLICE, "clear", "T", "x: internal, a recognised clearing loop") \
	X(ONEW, "new", "T", "type is the pointer") \
	X(OMAKESLICE, "make", "T", "x: len, y: cap or NULL") \
	X(OMAKEMAP, "make", "T", "x: hint or NULL") \
	X(OMAKECHAN, "make", "T", "x: size or NULL") \
	X(ODELETE, "delete", "T", "list") \
	X(OCLOSE, "close", "T", "x") \
	X(OPANIC, "panic", "T", "x: an interface") \
	X(ORECOVER, "recover", "T", "") \
	X(OPRINT, "print", "T", "list") \
	X(OPRINTLN, "println", "T", "list") \
	X(OUNSAFEADD, "unsafe.Add", "T", "x, y") X(OUNSAFESLICE, "unsafe.Slice", "T", "x, y") \
	/* statements */ \
	X(ODCL, "var", "T", \
	  "x: the ONAME that begins to live here (a new variable each time it is " \
	  "executed)") \
	X(OAS, "=", "TL", "x = y; y NULL: zero; x NULL or blank: only evaluate; NF_DEFINE: :=") \
	X(OAS2, "=", "T", "list = rlist, in parallel") \
	X(OAS2FUNC, "=", "TL", \
	  "list = rlist[0]: a call with several results (L: the list has names or " \
	  "NULLs)") \
	X(OAS2MAPR, "=", "T", "list = rlist[0]: OINDEXMAP") \
	X(OAS2DOTTYPE, "=", "T", "list = rlist[0]: ODOTTYPE2") \
	X(OAS2RECV, "=", "T", "list = rlist[0]: ORECV") \
	X(OASOP, "op=", "T", "x subop= y; NF_INCDEC: ++ or --") \
	X(OBLOCK, "block", "TL", "body") \
	X(OIF, "if", "TL", "init; x: condition; body; els") \
	X(OFOR, "for", "TL", \
	  "init; x: condition or NULL; post: statement list (els); body; label") \
	X(ORANGE, "range", "T", \
	  "key, value: x, y (each may be NULL); z: the operand; body; label; " \
	  "NF_DEFINE") \
	X(OSWITCH, "switch", "T", "init; x: tag or NULL; cases: list of OCASE; label") \
	X(OTYPESW, "type switch", "T", \
	  "init; x: the interface value; cases: list of OCASE; var: NULL or per case; " \
	  "label") \
	X(OSELECT, "select", "T", "cases: list of OCASE; label") \
	X(OCASE, "case", "T", \
	  "list: values (a type switch: OTYPE or ONIL; empty: default); x: select's " \
	  "statement, OSEND or an OAS2RECV with two left sides (perhaps blank), NULL: " \
	  "default; var; body") \
	X(OTYPE, "type", "T", "type: in the list of a type switch's case") \
	X(ODCLTYPE, "type", "T", "type: declared here, NULL: a constant; nothing to do") \
	X(OFALLTHROUGH, "fallthrough", "T", "") \
	X(OBREAK, "break", "TL", "label or NULL") X(OCONTINUE, "continue", "TL", "label or NULL") \
	X(OGOTO, "goto", "TL", "label") X(OLABEL, "label", "TL", "label") \
	X(ORETURN, "return", "TL", "list: results, empty in L (results are assigned before)") \
	X(OGO, "go", "T", "x: the call") \
	X(ODEFER, "defer", "T", "x: the call; NF_LOOP: may run more than once per frame") \
	X(OSEND, "send", "T", "x <- y") \
	X(OINLMARK, "inline mark", "TL", \
	  "index: the entry of the inlined-call table that begins here") \
	/* lowered only */ \
	X(OADDRSYM, "addrsym", "L", \
	  "data: address of static data + offset (type descriptors, itabs, closures, " \
	  "strings)") \
	X(OFUNCADDR, "funcaddr", "L", "func: address of the code, a uintptr") \
	X(OSTRHEADER, "mkstring", "L", "x: pointer, y: length; a string") \
	X(OSLICEHEADER, "mkslice", "L", "x: pointer, y: length, z: capacity; a slice of its type") \
	X(OIFACE, "mkiface", "L", "x: itab or type word, y: data word; an interface of its type") \
	X(OITAB, "itab", "L", "x: an interface; its first word, a pointer") \
	X(OIDATA, "idata", "L", \
	  "x: an interface; its second word as a value of type (pointer-shaped)") \
	X(OSPTR, "sptr", "L", "x: string or slice; its pointer") \
	X(OCLOSUREVAR, "closurevar", "L", \
	  "offset: word of the closure context: the captured value, or pointer to it; " \
	  "at entry only") \
	X(OCTX, "closure context", "L", "the closure context pointer (RDX) at entry") \
	X(OGETG, "getg", "L", "") \
	X(OCALLERPC, "callerpc", "L", "") \
	X(OCALLERSP, "callersp", "L", "the CFA, a uintptr") \
	X(OCHECKNIL, "checknil", "L", "x: a pointer; faults when nil") \
	X(OKEEPALIVE, "keepalive", "L", "x: live until here") \
	X(OJUMPTABLE, "jumptable", "L", \
	  "x: unsigned index; cases: list of OGOTO, one per value; out of range: " \
	  "falls through") \
	X(OZERO, "zero", "L", "x: an addressable place to set to zero") \
	X(OUNREACHABLE, "unreachable", "L", \
	  "control does not get here (after a call that never returns)")
/* clang-format on */

typedef enum Op {
#define X(op, text, forms, operands) op,
	IR_OPS(X)
#undef X
		NOPS
} Op;

extern const char *const ir_op_text[];
extern const char *const ir_op_name[];
extern const char *const ir_op_forms[];

/* Flags of nodes. */
enum {
	NF_IMPLICIT = 1 << 0, /* not in the source */
	NF_BOUNDED = 1 << 1,  /* index, slice or shift proved to be in range */
	NF_ASSIGN = 1 << 2,   /* OINDEXMAP on a left side */
	NF_DEFINE = 1 << 3,   /* := or var */
	/* call or append with ...; OSLICELIT made for a variadic parameter */
	NF_DDD = 1 << 4,
	NF_INCDEC = 1 << 5, /* ++ and -- */
	NF_LOOP = 1 << 6,   /* defer that may run more than once; decided by ir_build */
	/* L: the store initialises fresh (or stack) memory: no write barrier */
	NF_INIT = 1 << 7,
	NF_NONNIL = 1 << 8,     /* pointer known not to be nil: no check */
	NF_NORETURN = 1 << 9,   /* call that does not return */
	NF_LIKELY = 1 << 10,    /* OIF: the condition is usually true */
	NF_UNLIKELY = 1 << 11,  /* OIF: usually false */
	NF_VOLATILE = 1 << 12,  /* load that must not be moved or merged */
	NF_TRANSIENT = 1 << 13, /* string or bytes buffer that does not outlive the statement */
	NF_COLDEF = 1 << 14,    /* the declaration part of `x := v` has its own ODCL before it */
	NF_NOINLINE = 1 << 15,  /* call that is never inlined */
	/* call or return whose operands are temporaries that an OAS2FUNC in `init` sets: f(g()) */
	NF_SPREAD = 1 << 16,
	/* call that escape/ has seen: gc has packed its variadic arguments by then, and prints
	 * so */
	NF_ANALYSED = 1 << 17,
	/* copied from the body of another package's function: printed without regard to how its
	 * source spells it (the export data of gc does not have that) */
	NF_FOREIGN = 1 << 18,
	/* a value made of names and constants by selecting, indexing, computing and comparing: no
	 * call, no allocation, no address, no statement is in it; set by ir_summarize */
	NF_QUIET = 1 << 20,
	NF_RESULTS = 1 << 19, /* OAS2 that was the return of an inlined function */
	NF_STATIC = 1 << 21,  /* OAS to the part of static data at `offset` */
};

/* Where the memory of a variable or of an allocating expression lives. */
typedef enum EscVerdict {
	ESC_UNKNOWN, /* not analysed: treated as heap */
	/* nothing is allocated at all (constants, zero-size values, literals without captures) */
	ESC_NONE,
	ESC_STACK,
	ESC_HEAP,
	ESC_UNTIL_GROWS, /* starts in a stack buffer, moves to the heap when it outgrows it */
	/* part of the program's data: the code runs once at most */
	ESC_STATIC,
} EscVerdict;

typedef struct Selected { /* a field or method, by name */
	Str name;
	Obj *obj;
} Selected;

typedef struct Label {
	Str name;    /* NULL: made by the compiler */
	int id;      /* unique in the function */
	void *block; /* slot of ssa/ */
	/* what stands for it in a body that inline/ is copying, else NULL */
	struct Label *copy;
} Label;

/* What a walk over the children reads comes first, what few read last: most of a large tree is not
 * in the cache. */
struct Node {
	uint8_t op;     /* Op */
	uint8_t subop;  /* OASOP: the arithmetic Op */
	uint8_t esc;    /* EscVerdict of an allocating expression */
	bool gc_heap;   /* escape/, of a whole program: ESC_HEAP by gc's rules */
	uint32_t flags; /* NF_... */
	Pos pos;        /* gc's position */
	/* index in Func.inlines + 1 of the inlined call this came from; 0: none */
	uint32_t inl;
	Type *type; /* NULL for statements; of a call with several results: a tuple */
	union {
		Const *value; /* OLITERAL */
		Var *var;     /* ONAME; OCASE of a type switch: the clause's variable */
		Func *func;   /* OFUNCNAME, OMETHEXPR, OMETHVALUE, ODOTMETH, OCLOSURE, OFUNCADDR */
		IrData *data; /* OADDRSYM */
		Obj *field;   /* ODOT, ODOTPTR, OSTRUCTKEY; ODOTINTER: the method */
	};
	Node *x, *y, *z, *w;
	/* statements to run before this one (if, for, switch; any expression while lowering) */
	NodeList init;
	NodeList list;  /* arguments, elements, left sides, cases */
	NodeList rlist; /* right sides */
	NodeList body;
	NodeList els; /* OIF: else; OFOR: post statements */
	/* ODOT, ODOTPTR: of the field, bytes; NF_STATIC: of the part; OCLOSUREVAR, OADDRSYM;
	 * OSLICELIT: length; OMAKESLICE of unknown size, OAPPEND: elements that the frame has room
	 * for, NF_BOUNDED: it needs no more */
	int64_t offset;
	void *esc_loc; /* slot of escape/ */
	Node *call;    /* OINLCALL: the call that it stands for */
	/* OLABEL, OGOTO, OBREAK, OCONTINUE; OFOR, ORANGE, OSWITCH, OTYPESW, OSELECT: its own label
	 * */
	Label *label;
	Obj *sel; /* ODOTMETH, OMETHVALUE, OMETHEXPR: the method's object */
	/* OLITERAL: the constant expression as it is written; NULL: made by the compiler */
	const Expr *source;
	Pos start, end; /* span in the source, for carets */
	int32_t index;  /* ODOTINTER: method number; OINLMARK: table entry */
};

/* ---- Variables */

typedef enum VarClass { VAR_GLOBAL, VAR_LOCAL, VAR_PARAM, VAR_RESULT } VarClass;

struct Var {
	/* "_" blank; ".this", "~r0", "~p0" for unnamed; ".autotmp_3" temporaries */
	Str name;
	VarClass class;
	Type *type;
	Pos pos;             /* of the declaration */
	Func *func;          /* it belongs to; NULL for a package variable */
	Obj *obj;            /* of the checker, NULL for temporaries */
	Node *node;          /* its ONAME */
	Str symbol;          /* VAR_GLOBAL: link name */
	uint32_t id;         /* number within the function, from 0 in order of creation */
	int32_t depth;       /* loop depth of the declaration (escape/) */
	bool address_taken;  /* & or a captured by reference, a slice of an array */
	bool reassigned;     /* assigned to after its declaration */
	bool captured;       /* some closure uses it */
	bool by_value;       /* a captured variable: copied into the closure */
	bool is_closure_var; /* in a closure: stands for `outer` of the enclosing function */
	bool is_temp;        /* made by the compiler */
	bool used;
	/* L: must live in its stack slot (address taken, or function with defer needs it there) */
	bool in_memory;
	bool needs_zero; /* L: slot must be zeroed at entry */
	bool is_receiver;
	bool is_ddd;  /* variadic parameter */
	uint8_t esc;  /* EscVerdict: ESC_HEAP, ESC_STATIC are "moved to heap" */
	bool gc_heap; /* as in Node */
	/* of a slice: elements for which the frame has room when it is appended to (escape/) */
	uint16_t room;
	/* is_closure_var: the variable of the enclosing function (may itself be a closure var) */
	Var *outer;
	Var *defn_closure; /* slot */
	/* L: the local that holds the address of a variable moved to the heap */
	Var *heap_addr;
	Node *defn;     /* the statement that declares and first assigns it, if there is one */
	Str escape_tag; /* parameter: what callers must know (escape/) */
	void *esc_loc;  /* slot of escape/ */
	Var *copy;      /* what stands for it in a body that inline/ is copying, else NULL */
};

/* ---- Functions */

typedef struct InlinedCall { /* one entry of the inlined-call table */
	Func *callee;
	Pos call_pos;
	uint32_t parent; /* entry + 1 that the call stands in, 0: the function itself */
} InlinedCall;

struct Func {
	Str name;   /* as gc prints it: foo, (*T).M, foo.func1 */
	Str symbol; /* full link name: main.foo, main.(*T).M, main.foo.func1 */
	IrPackage *package;
	Obj *obj;   /* declared functions and methods */
	Type *type; /* signature; the receiver is also params[0] */
	/* pos: of the name, or of the word func of a literal; end: of the closing brace */
	Pos pos, start, end;
	VarList params; /* receiver first; blank and unnamed ones included */
	VarList results;
	VarList locals; /* all others, temporaries too, in order of declaration */
	/* closures: captured variables, in order of capture, is_closure_var */
	VarList closure_vars;
	/* closures: the enclosing function (package-level: the init function) */
	Func *outer;
	Node *closure;     /* closures: the OCLOSURE */
	FuncList closures; /* directly inside */
	uint32_t literals; /* function literals that are named after it so far */
	bool is_copy;      /* closures: came with an inlined body */
	NodeList body;
	bool has_body; /* false: declared only (C function, assembly, linkname) */
	bool has_receiver;
	uint32_t pragma; /* bits of Pragma */
	CCall c_call;    /* how the C function c_name is called */
	Str c_name;
	Str linkname; /* the symbol to define or call instead, from go:linkname */
	bool has_defer, has_recover, has_loop_defer;
	/* also what was inlined into it */
	bool has_goto;
	bool is_shared;         /* may be made in several packages: a weak symbol */
	bool is_wrapper;        /* adjusts recover; hidden in tracebacks */
	bool is_init;           /* the package initialiser */
	bool is_hidden_closure; /* a closure that was inlined everywhere and need not be emitted */
	bool is_noreturn;
	bool needs_context; /* L: reads the closure context */
	bool dead;          /* need not be emitted */
	bool never_runs;    /* in a whole program: its code only stops the program */
	/* inline/ */
	bool can_inline;
	int32_t inline_cost;
	NodeList inline_body; /* pristine copy of the body, before escape analysis */
	/* of an imported function: where the body is read from, by ir_load_body */
	struct ImportedBody *imported_body;
	VarList inline_locals;
	Str cannot_inline; /* the reason */
	VEC(InlinedCall) inlines;
	/* escape/ */
	bool escape_done;
	bool escape_planned; /* it will be done before what is planned later */
	VEC(Str) result_tags;
	/* lower/, ssa/ */
	uint32_t next_temp, next_label, next_var, next_wrapper;
	void *ssa;
	uint32_t visit; /* slot for graph walks (bottom-up order) */
	/* ir_summarize: what a walk over the body finds */
	bool summarized;
	uint32_t node_count;      /* when it was built */
	FuncList refers_to;       /* in the order of the tree */
	NodeList interface_calls; /* OCALLINTER, before their operands */
	ArenaSpan made[2];        /* where the body's nodes were made: by ir/, by inline/ */
};

/* ---- Static data */

typedef struct IrReloc {
	uint32_t offset; /* in the bytes */
	uint8_t size;    /* 8, or 4: absolute 32-bit address */
	Str symbol;
	int64_t addend;
} IrReloc;

struct IrData {
	Str symbol;
	int64_t size;
	uint32_t align;
	bool read_only;
	/* weak, in the unit of shared data, the same in every package that has it */
	bool shared;
	bool has_pointers; /* to the heap, possibly: the collector scans it (package variables) */
	bool defined;      /* in this package; else only referred to */
	bool is_type_link; /* a type descriptor that reflect must be able to find by its text */
	Type *type;        /* has_pointers: describes the layout */
	char *bytes;       /* NULL: all zero */
	VEC(IrReloc) relocs;
	bool emitted;
};

typedef struct ItabRef { /* an itab that code or data refers to */
	Str symbol;
	Type *iface, *concrete;
} ItabRef;

struct IrPackage {
	Package *package;
	Str path;
	Arena *arena;
	/* with a body, in the order gc compiles them; closures after the function around them */
	FuncList funcs;
	FuncList declared; /* without a body */
	VarList globals;
	/* runs variable initialisers and init functions; NULL when there is nothing to do */
	Func *init;
	VEC(IrData *) data;
	Map data_by_symbol;
	Map wrappers;  /* symbol -> Func made on demand */
	Map linknames; /* local name -> Linkname */
	/* canonical Type -> Type: descriptors that ir_type_symbol was asked for */
	Map type_refs;
	Map methods_called; /* ir_method_key of those called through interfaces -> 1 */
	Map itab_refs;      /* symbol -> ItabRef: itabs that ir_itab_symbol was asked for */
	/* what static data holds instead of the initialiser's code: types of values in interfaces,
	 * functions as values (ir_static_init) */
	VEC(Type *) static_types;
	NodeList static_funcs;
	uint32_t stmp;         /* number of ..stmp_ and ..once_ data so far */
	uint32_t static_bytes; /* number of ..bytes_ data so far */
	/* the program stops when code of an ESC_STATIC runs again, or when an ODOTINTER of one
	 * type meets another */
	bool checks_whole;
	bool small_frames; /* -smallframes: less is too large for the stack */
	bool built;
	uint32_t glob_closures; /* function literals at package level so far */
	bool is_runtime;
	DecisionLog *decisions; /* what is decided is logged; NULL: it is not */
};

/* ---- Construction (build*.c) */

/* Builds the typed IR of a checked package. Packages that it imports must have been built before.
 * */
IrPackage *ir_build(Arena *arena, Package *package);

/* the Func of a declared function or method of any built package */
Func *ir_func_of(Obj *function);
Var *ir_var_of(Obj *variable); /* the Var of a package variable */
/* Export data of a package after inlining and escape analysis (see types/exportdata.h). */
Buf ir_export(Arena *arena, IrPackage *package, const ExportMeta *meta);
/* The inline_body of an imported function is read when it is needed: now. */
void ir_load_body(Func *f);
/* The Func through which a method of `recv` (T or *T) is reached in an itab or descriptor: takes
 * the receiver as a pointer-shaped word where `recv` is not, is made (into `package`) when it is
 * promoted or has another receiver form. */
Func *ir_method_wrapper(IrPackage *package, Type *recv, Selection *method, bool interface_form);
/* For -m: the wrapper that gc makes at that place, with the parameters' names and positions. It
 * belongs to no list and is not compiled. NULL when none is needed, or `made` (symbol -> Func) has
 * it. */
Func *ir_shown_wrapper(IrPackage *package, Map *made, Pos pos, Type *recv, const Selection *method,
		       bool interface_form);
/* The function of the method value x.m (an OMETHVALUE): `main.(*T).M-fm`, with one closure
 * variable, the receiver by value. */
Func *ir_method_value_func(IrPackage *package, const Node *method_value);
/* Makes an imported package runtime known; NULL: a package below it does without. */
void ir_use_runtime(Package *runtime);
/* function `name` of package runtime; ICE when there is none */
Func *ir_runtime_func(const char *name);
Func *ir_runtime_func_or_null(const char *name);
Type *ir_runtime_type(const char *name); /* its type `name` */
Var *ir_runtime_var(const char *name);

/* Runs between inlining and escape: assignments of constants in package initialisers become
 * contents of the variables' data, and the functions of the package get their final place in the
 * list. (staticinit.c) */
void ir_static_init(IrPackage *package);

enum { MAX_SYMBOL = 2000000000 }; /* bytes of static data under one name, as in gc's linker */
/* False: v, a package variable, is larger, which is told as an error. */
bool ir_check_size(const Var *v);

/* -X PATH.NAME=VALUE for a package whose static data are made: the variable begins with VALUE, as
 * if the linker had put it there; what an initialiser computes replaces it. A variable of another
 * type than string is an error of the user's; a name that is no variable counts for nothing. */
void ir_set_string(IrPackage *package, const char *name, const char *value);

/* ---- Making nodes (node.c); they belong to the package's arena */
Node *ir_node(Arena *arena, Op op, Pos pos, Type *type);
Node *ir_unary(Arena *arena, Op op, Pos pos, Type *type, Node *x);
Node *ir_binary(Arena *arena, Op op, Pos pos, Type *type, Node *x, Node *y);
Node *ir_int(Arena *arena, Pos pos, Type *type, int64_t value);
Node *ir_bool(Arena *arena, Pos pos, bool value);
Node *ir_nil(Arena *arena, Pos pos, Type *type);
Node *ir_assign(Arena *arena, Pos pos, Node *left, Node *right);
Node *ir_call(Arena *arena, Pos pos, Func *callee, int n, Node **args);
Var *ir_temp(Arena *arena, Func *f, Pos pos, Type *type);
Var *ir_var(Arena *arena, Func *f, VarClass class, Pos pos, Str name, Type *type);
Label *ir_label(Arena *arena, Func *f);
IrData *ir_data(IrPackage *package, Str symbol); /* found or made, not yet defined */
/* Data of a known size: bytes are written, relocations appended. */
void ir_data_bytes(IrPackage *package, IrData *d, int64_t offset, const void *bytes, int64_t n);
void ir_data_int(IrPackage *package, IrData *d, int64_t offset, int size, uint64_t value);
void ir_data_reloc(IrPackage *package, IrData *d, int64_t offset, int size, Str symbol,
		   int64_t addend);
/* read-only data with the value of a literal of constants */
IrData *ir_static_data(IrPackage *package, Node *n);
IrData *ir_string_data(IrPackage *package, Str text); /* the contents of a string, shared */
/* the closure object of a function without captures, shared */
IrData *ir_func_value(IrPackage *package, Func *f);
/* Symbols of the descriptor of a type and of an itab; lower/ makes the data of all that were asked
 * for. */
Str ir_type_symbol(IrPackage *package, Type *type);
Str ir_itab_symbol(IrPackage *package, Type *iface, Type *concrete);
/*
 * Methods that nothing can call are left out of a program at link time. A method in a descriptor or
 * itab is therefore referred to by a name with its key in front, `m..KEY.main.T.M`, which the link
 * step resolves to the method or, when no interface method of that key is called anywhere, to zero.
 * The key is a hash of name and signature. METHOD_KEY_ALL is noted when reflection may call any.
 */
enum { METHOD_KEY_ALL = 1 };
uint64_t ir_method_key(const Obj *method);
Str ir_method_symbol(const Obj *method, const Func *f); /* f: what is called */
void ir_note_method_call(IrPackage *package, const Obj *method);
/* The package calls f, or makes a func value of it. */
void ir_note_func_use(IrPackage *package, const Func *f);
/* Deep copy; ONAMEs are shared unless `substitute` (Var -> Var) has them. */
Node *ir_copy(Arena *arena, Node *n, const Map *substitute);
/* A function without source: parameters and results from `type` (receiver first), body to be filled
 * in; added to package->funcs. */
Func *ir_new_func(IrPackage *package, Pos pos, Str name, Str symbol, Type *type);
Node *ir_literal(Arena *arena, Pos pos, Type *type, Const *value);
/* x as a value of `type`: x itself when the types are identical, else the conversion node that
 * fits. */
Node *ir_convert(Arena *arena, Pos pos, Type *type, Node *x, bool implicit);
Node *ir_field(Arena *arena, Pos pos, Node *x, int index); /* ODOT or ODOTPTR as x's type asks */
Node *ir_deref(Arena *arena, Pos pos, Node *x);
Node *ir_addr(Arena *arena, Pos pos, Node *x);      /* marks the variable */
Node *ir_func_name(Arena *arena, Pos pos, Func *f); /* OFUNCNAME */
Var *ir_outer_var(Node *n); /* the variable that x.f, x[i] (array) are parts of, or NULL */
Node *ir_blank(Arena *arena, Pos pos);
/* Calls visit(ctx, slot) for each operand, init first, in gc's order; stops and returns true when
 * visit does. */
static inline bool ir_each_in(NodeList *list, bool (*visit)(void *ctx, Node **slot), void *ctx)
{
	for (uint32_t i = 0; i < list->len; i++)
		if (list->data[i] && visit(ctx, &list->data[i]))
			return true;
	return false;
}
static inline bool ir_each_child(Node *n, bool (*visit)(void *ctx, Node **slot), void *ctx)
{
	if (n->op == ONAME || n->op == OFUNCNAME)
		return false;
	if (ir_each_in(&n->init, visit, ctx) || (n->x && visit(ctx, &n->x)) ||
	    (n->y && visit(ctx, &n->y)) || (n->z && visit(ctx, &n->z)) ||
	    (n->w && visit(ctx, &n->w)) || ir_each_in(&n->list, visit, ctx) ||
	    ir_each_in(&n->rlist, visit, ctx))
		return true;
	/* A loop's post statements come before its body, as in the source. */
	if (n->op == OFOR)
		return ir_each_in(&n->els, visit, ctx) || ir_each_in(&n->body, visit, ctx);
	return ir_each_in(&n->body, visit, ctx) || ir_each_in(&n->els, visit, ctx);
}
/* Has n only a value (NF_QUIET)? */
static inline bool ir_is_quiet(const Node *n)
{
	return n->op == ONAME || n->op == OLITERAL || n->op == ONIL || n->flags & NF_QUIET;
}
/* Fills in f's summary, unless it is known. Whoever changes calls in a body that has one takes it
 * back (summarized = false). */
void ir_summarize(Func *f);
/* Starts to bring f's nodes into the cache, all at once instead of one after the other when a walk
 * comes to them: a package's do not fit into it, and each stage begins with the first function. */
void ir_prefetch(const Func *f);
/* Calls analyze for each group of functions that refer to each other, those they refer to before
 * them; literals come with the function they are in. `recursive` when a function of the group
 * refers to itself or to another that refers back. The order is gc's. What is planned
 * (escape_planned) when it begins is left out. */
void ir_visit_bottom_up(IrPackage *package,
			void (*analyze)(void *ctx, Func **funcs, uint32_t n, bool recursive),
			void *ctx);
/* The same for the functions of one such group, while ir_visit_bottom_up visits it, now that their
 * bodies have changed: it may have become several. Nothing happens when one of them refers to a
 * function of the package that is neither in the group nor planned (escape_planned). Uses the arena
 * for what it needs itself. */
void ir_visit_group(IrPackage *package, Arena *arena, Func **group, uint32_t n,
		    void (*analyze)(void *ctx, Func **funcs, uint32_t n, bool recursive),
		    void *ctx);
bool ir_is_hidden_closure(const Func *f); /* a literal inside a function */
/* The value that a local variable, assigned once and never again, certainly has; looks through
 * representation-preserving conversions and inlined calls. n itself when nothing is known. */
Node *ir_static_value(Node *n);
/* The position a diagnostic about n shows: where inlined, that of the outermost call. */
Pos ir_shown_pos(const Func *f, const Node *n);
/* the Func a call certainly calls (a literal's too), or NULL */
Func *ir_static_callee(const Node *call);
bool ir_is_const(const Node *n);
bool ir_is_call(const Node *n); /* of a function, a method or through an interface; no builtin */
bool ir_is_blank(const Node *n);

/* ---- Printing and verifying */
/* gc's text of an expression or statement */
const char *ir_text(Arena *arena, const Node *n);
int ir_source_precedence(const Expr *e); /* how tightly a constant's text binds */
const char *ir_body_text(Arena *arena, const NodeList *body); /* as -m=2 prints a body */
const char *ir_func_text(Arena *arena, const Func *f); /* its name as an expression shows it */
/* The OINLCALL whose results the assignment n gives to several variables, or NULL. */
const Node *ir_inlined_results(const Node *n);

/* The package whose names ir_text prints without qualifier: the one being compiled. */
void ir_text_package(Package *package);
void ir_dump_func(FILE *out, const Func *f); /* -dump=ir */
/* 'T' or 'L'; ICE when an invariant does not hold */
void ir_verify_func(const Func *f, char form);
/* Do the same invariants hold for `body`, which is to become f's? */
bool ir_is_sound(const Func *f, const NodeList *body, char form);

/*
 * The lowered form. Statements: OAS, OAS2FUNC, OCALLFUNC and OCALLINTER for their effect, OBLOCK,
 * OIF, OFOR, OBREAK, OCONTINUE, OGOTO, OLABEL, ORETURN, OINLMARK, OCHECKNIL, OKEEPALIVE,
 * OJUMPTABLE, OZERO, OUNREACHABLE. Conditions of OIF and OFOR and all expressions are free of
 * calls, except that the whole right side of OAS may be one call. OAS of an aggregate copies it (x
 * and y may be the same place or not overlap at all). Assigning to ODEREF, ODOTPTR, OINDEX stores;
 * the write barrier is ssa/'s matter: a pointer store gets one unless NF_INIT is set or the place
 * is a stack slot; aggregates with pointers are either copied with NF_INIT or through
 * runtime.typedmemmove, which lower/ calls. OLEN, OCAP: of strings, slices; maps' and channels'
 * lengths have become loads. Comparisons: scalars (integers, floats, bools, pointers, channels,
 * maps and funcs with nil, unsafe.Pointer, complex). Captured variables: at the start of the body
 * OAS of a local from OCLOSUREVAR (by value: the value; by reference: the pointer, uses being
 * ODEREF). Variables on the heap: `heap_addr` is a local, uses are ODEREF with NF_NONNIL. A result
 * that is on the heap is copied back before ORETURN.
 */

#endif
