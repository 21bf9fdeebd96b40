/*
 * Types, objects, constants and the type checker: what the folder gives to the stages after it.
 *
 * The checker walks the syntax tree of a package and leaves in each expression its mode, its type
 * and, for a constant, its value; in each identifier the object it denotes; in each selector the
 * selection (path of fields, method). It reports every error of the user: a package that checks
 * without an error is a correct Go program.
 *
 * A Type keeps the spelling of the source (`byte` or `uint8`, `any`, the names of parameters),
 * because messages show it. Identity in the sense of the specification is pointer equality of
 * canonical types: type_canonical() is computed once per Type and hash-consed in a table of the
 * whole compilation. Named types are their own canonical. Sizes and offsets are those of gc for
 * amd64.
 *
 * Types and constants are immutable once checking is over, and live as long as the compilation. One
 * thread makes them.
 */
#ifndef BURROW_TYPES_H
#define BURROW_TYPES_H

#include <gmp.h>
#include <mpfr.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "support/support.h"
#include "syntax/syntax.h"

typedef struct Type Type;
typedef struct Obj Obj;
typedef struct Const Const;
typedef struct Scope Scope;
typedef struct Package Package;
typedef struct Selection Selection;

/* ---------------------------------------------------------------- types */

/* kind, name. The order matters: the numeric kinds are contiguous. */
/* clang-format off */
#define TYPE_KINDS(X) \
	X(T_INVALID, "invalid type") \
	X(T_BOOL, "bool") \
	X(T_INT, "int") \
	X(T_INT8, "int8") \
	X(T_INT16, "int16") \
	X(T_INT32, "int32") \
	X(T_INT64, "int64") \
	X(T_UINT, "uint") \
	X(T_UINT8, "uint8") \
	X(T_UINT16, "uint16") \
	X(T_UINT32, "uint32") \
	X(T_UINT64, "uint64") \
	X(T_UINTPTR, "uintptr") \
	X(T_FLOAT32, "float32") \
	X(T_FLOAT64, "float64") \
	X(T_COMPLEX64, "complex64") \
	X(T_COMPLEX128, "complex128") \
	X(T_STRING, "string") \
	X(T_UNSAFE_POINTER, "unsafe.Pointer") \
	X(T_UNTYPED_BOOL, "untyped bool") \
	X(T_UNTYPED_INT, "untyped int") \
	X(T_UNTYPED_RUNE, "untyped rune") \
	X(T_UNTYPED_FLOAT, "untyped float") \
	X(T_UNTYPED_COMPLEX, "untyped complex") \
	X(T_UNTYPED_STRING, "untyped string") \
	X(T_UNTYPED_NIL, "untyped nil") \
	X(T_ARRAY, "array") \
	X(T_SLICE, "slice") \
	X(T_STRUCT, "struct") \
	X(T_POINTER, "pointer") \
	X(T_FUNC, "func") \
	X(T_INTERFACE, "interface") \
	X(T_MAP, "map") \
	X(T_CHAN, "chan") \
	X(T_NAMED, "named") \
	X(T_TUPLE, "tuple")
/* clang-format on */

typedef enum TypeKind {
#define X(kind, name) kind,
	TYPE_KINDS(X)
#undef X
		T_NKINDS
} TypeKind;

struct Type {
	/* T_NAMED for a defined type: most users want type_kind() and type_under() */
	TypeKind kind;
	bool variadic;   /* T_FUNC: the last parameter is ...T (its type is []T) */
	uint8_t dir;     /* T_CHAN: ChanDir of syntax.h */
	Type *canonical; /* NULL until asked for: use type_canonical() */
	Str name;        /* basic types: the spelling (`byte`) */
	Type *elem;      /* array, slice, pointer, map (value), chan */
	Type *key;       /* map */
	int64_t len;     /* array; -1: in error */
	Obj **fields;    /* struct: fields; tuple: the values, as variables without names */
	int nfields;
	/* struct: NULL when no field has a tag, else one per field, NULL or unquoted, interned */
	Str *tags;
	Obj *recv;    /* func: the receiver, NULL for a function; no part of identity */
	Obj **params; /* func */
	int nparams;
	Obj **results; /* func */
	int nresults;
	/* interface: the explicit ones; named: declared ones, in source order (O_FUNC) */
	Obj **methods;
	int nmethods;
	Type **embedded; /* interface: embedded types */
	Pos *embedded_pos;
	int nembedded;
	/* interface: complete method set, sorted by name: use type_interface_methods() */
	Obj **all_methods;
	int nall_methods;
	bool all_done;
	bool is_comparable_constraint; /* interface: embeds `comparable` */
	/* interface: has unions or non-interface elements: not a type of values */
	bool is_constraint;
	Obj *obj;         /* named: its O_TYPE */
	Type *underlying; /* named: never itself named once checked */
	/* named, declared in a function: its number among those of this name in the package (·1,
	 * ·2), else 0 */
	int vargen;

	/* private caches, see size.c and intern.c */
	Type *pointer_to, *slice_of;
	Type *hash_next;     /* canonical types with the same hash */
	int64_t size, align; /* size -1: not computed */
	int64_t *offsets;    /* struct */
	bool laying_out;     /* size and offsets are being computed */
	int comparable;
	/* number of creation: a stable order; hash of a canonical named type */
	uint32_t id;
	uint8_t valid_state; /* named: see valid_type.c */
	/* slot for the stages after this one (canonical types: the descriptor's symbol) */
	void *aux;
};

/* Basic types by kind, with the universe's spellings; type_basic[T_INT] is `int`. */
extern Type *type_basic[T_NKINDS];
extern Type *type_byte, *type_rune; /* spelled aliases of uint8 and int32 */
extern Type *type_any;              /* empty interface spelled `any` */
extern Type *type_empty_interface;  /* `interface {}` */
extern Type *type_error;            /* the named interface */
extern Type *type_comparable;
extern Type *type_plain_func; /* func() */

Type *type_canonical(Type *t);
bool type_identical(Type *a, Type *b);
/* Identity that ignores struct tags (conversions). */
bool type_identical_ignore_tags(Type *a, Type *b);

/* The underlying type; t itself when it is not named. */
Type *type_under(Type *t);
static inline TypeKind type_kind(Type *t);

/* Constructors. Types equal in spelling may be shared. */
Type *type_pointer(Type *elem);
Type *type_slice(Type *elem);
Type *type_array(Type *elem, int64_t len);
Type *type_map(Type *key, Type *elem);
Type *type_chan(Type *elem, ChanDir dir);
Type *type_tuple(Obj **vars, int n);
/* Parameters and results are O_VAR (obj_var(...)); with `variadic` the last parameter has a slice
 * type. */
Type *type_func(Obj *recv, Obj **params, int nparams, Obj **results, int nresults, bool variadic);
/* Fields are O_VAR with is_field; tags may be NULL. */
Type *type_struct(Obj **fields, int nfields, Str *tags);
/* Shorthands for struct and func types that the compiler makes up (closures, wrappers,
 * descriptors). */
Type *type_struct_of(Package *pkg, int n, const Str *names, Type *const *types);
Type *type_func_of(int nparams, Type *const *params, int nresults, Type *const *results);

/* Predicates look through names. Untyped kinds count. */
bool type_is_boolean(Type *t);
bool type_is_integer(Type *t);
bool type_is_unsigned(Type *t);
bool type_is_signed(Type *t); /* signed integer */
bool type_is_float(Type *t);
bool type_is_complex(Type *t);
bool type_is_numeric(Type *t);
bool type_is_string(Type *t);
bool type_is_untyped(Type *t);
bool type_is_const_type(Type *t); /* boolean, numeric, string: may have constants */
bool type_is_interface(Type *t);
bool type_is_empty_interface(Type *t);
bool type_is_pointer(Type *t);
bool type_is_struct(Type *t);
bool type_is_named(Type *t); /* predeclared or defined */
bool type_has_nil(Type *t);
bool type_is_ordered(Type *t);
bool type_is_comparable(Type *t); /* in the sense of == on any values; interfaces are */
bool type_is_bytes(Type *t);      /* []byte-like: slice of a type with underlying byte */
bool type_is_runes(Type *t);
/* One machine pointer: pointer, map, chan, func, unsafe.Pointer, and struct or array of exactly one
 * such: stored directly in an interface's data word. */
bool type_is_direct_iface(Type *t);
/* Equality of values is equality of their bytes (no floats, strings, interfaces, padding, blank
 * fields). */
bool type_is_plain_memory(Type *t);
/* of an untyped type: bool, int, rune, float64, complex128, string; else t */
Type *type_default(Type *t);

/* Parts, looking through names. */
Type *type_elem(Type *t);
Type *type_key(Type *t);
int64_t type_len(Type *t);
int type_nfields(Type *t);
Obj *type_field(Type *t, int i);
int64_t type_field_offset(Type *t, int i);
int type_nparams(Type *t);
Type *type_param(Type *t, int i);
int type_nresults(Type *t);
Type *type_result(Type *t, int i);
/* Complete method set of an interface, sorted by name (unexported ones after, by package), as in
 * the itab. */
int type_interface_methods(Type *t, Obj ***methods);

/* Layout. type_ptrdata: bytes up to and including the last pointer word. */
int64_t type_size(Type *t);
int64_t type_align(Type *t);
int64_t type_field_align(Type *t);
bool type_has_pointers(Type *t);
int64_t type_ptrdata(Type *t);
/* Calls visit(ctx, offset) for each pointer word of t, in order, with `offset` added; stops after
 * ptrdata. */
void type_visit_pointers(Type *t, int64_t offset, void (*visit)(void *ctx, int64_t offset),
			 void *ctx);

/* The forms of a type's text. */
typedef enum TypeForm {
	/* in messages of the checker: interface{M()}, struct{a int}, package path or name by
	 * `relative` */
	TYPE_FORM_ERROR,
	/* in -m and in dumps: interface {}, struct { a int }, package names, none for the local
	 * package */
	TYPE_FORM_GC,
	TYPE_FORM_REFLECT, /* reflect's String(): package names everywhere */
	/* unique: package paths; local types with ·N; what symbol hashes are made of */
	TYPE_FORM_LINK,
	/* nearly the same, as it stands in the names of gc's generated methods */
	TYPE_FORM_METHOD,
} TypeForm;

/* Interned text. `relative` is the package whose names stand without qualifier, or NULL. */
Str type_string(Type *t, TypeForm form, Package *relative);
Str type_link_string(Type *t);

/* Has the diagnostics of package p show other packages as gc does: by name, but those by path in
 * quotes whose names are shared by several of all the packages that p's imports mention. */
void types_show_paths(Package *p);
/* p as the diagnostics of package `relative` (or NULL) show it; interned. */
Str package_shown(const Package *p, const Package *relative);

/* ---------------------------------------------------------------- constants */

typedef enum ConstKind {
	CONST_UNKNOWN, /* after an error */
	CONST_BOOL,
	CONST_STRING,
	CONST_INT,     /* z */
	CONST_RAT,     /* q: not an integer, or not known to be one */
	CONST_FLOAT,   /* f: exponent too large for a rational */
	CONST_COMPLEX, /* re, im: each CONST_INT, CONST_RAT or CONST_FLOAT */
} ConstKind;

enum { CONST_PRECISION = 512 };

struct Const {
	ConstKind kind;
	union {
		bool b;
		Str s; /* may hold NULs: str_len */
		mpz_t z;
		mpq_t q;
		mpfr_t f;
		struct {
			Const *re, *im;
		} c;
	};
};

Const *const_bool(bool b);
Const *const_int(int64_t v);
Const *const_uint(uint64_t v);
Const *const_double(double v);
Const *const_str(Str s);
Const *const_complex(Const *re, Const *im);
Const *const_unknown(void);

/* What back ends ask of a constant that was checked to be representable in its type. */
bool const_is_int64(const Const *c); /* an integer (in any representation) that fits */
int64_t const_int64(const Const *c); /* integer value modulo 2^64 */
uint64_t const_uint64(const Const *c);
double const_to_double(const Const *c); /* nearest; of a complex one the real part */
float const_to_float(const Const *c);   /* rounded once, to 24 bits */
Const *const_real(Const *c);
Const *const_imag(Const *c);
int const_sign(const Const *c);
bool const_is_zero(const Const *c); /* zero value of its type: false, "", 0 */
bool const_equal(Const *a, Const *b);
/* Value of the constant as words of type t (integers truncated to its size, float bits, bool). */
uint64_t const_bits(const Const *c, Type *t);

/* Exact arithmetic on operands of any kinds; `op` is the operator of the binary or unary
 * expression. Integer division with `integer`. They give CONST_UNKNOWN when an operand is. */
Const *const_binary(Const *x, int op, Const *y, bool integer);
Const *const_unary(int op, Const *x, Type *t); /* t: for ^ on unsigned */
Const *const_shift(Const *x, int op, unsigned long n);
bool const_compare(Const *x, int op, Const *y);
/* Is c representable as a value of basic type t? *rounded (may be NULL) gets the value rounded to
 * t. */
bool const_representable(Const *c, Type *t, Const **rounded);
Const *const_to_int(Const *c); /* CONST_INT, or CONST_UNKNOWN when it is not a whole number */
Const *const_to_float_kind(Const *c);
Const *const_to_complex(Const *c);
/* As gc prints it in messages (strings quoted and shortened, floats %.6g) and exactly (-m, export
 * data). */
const char *const_string(const Const *c);
const char *const_exact_string(const Const *c);

/* ---------------------------------------------------------------- objects */

typedef enum ObjKind { O_VAR, O_CONST, O_TYPE, O_FUNC, O_PKG, O_BUILTIN, O_LABEL, O_NIL } ObjKind;

/* clang-format off */
#define BUILTINS(X) \
	X(APPEND, "append") X(CAP, "cap") X(CLOSE, "close") X(COMPLEX, "complex") X(COPY, "copy") \
	X(DELETE, "delete") X(IMAG, "imag") X(LEN, "len") X(MAKE, "make") X(NEW, "new") \
	X(PANIC, "panic") X(PRINT, "print") X(PRINTLN, "println") X(REAL, "real") \
	X(RECOVER, "recover") X(UNSAFE_ADD, "Add") X(UNSAFE_ALIGNOF, "Alignof") \
	X(UNSAFE_OFFSETOF, "Offsetof") X(UNSAFE_SIZEOF, "Sizeof") X(UNSAFE_SLICE, "Slice")
/* clang-format on */

typedef enum Builtin {
#define X(id, name) BUILTIN_##id,
	BUILTINS(X)
#undef X
		NBUILTINS
} Builtin;

struct Obj {
	ObjKind kind;
	Str name;      /* interned; "_" for blank, "" for a parameter without a name */
	Package *pkg;  /* NULL in the universe */
	Pos pos;       /* of the name in its declaration; 0 in the universe */
	Pos scope_pos; /* the scope of the name begins here (locals) */
	Scope *parent; /* the scope it is declared in; NULL for fields and methods */
	Type *type;
	int order;     /* of declaration in the package, from 1; 0: local */
	uint8_t color; /* while checking: white (0), black (1), grey (>= 2) */
	bool used;
	bool is_package_level;

	/* O_VAR */
	bool is_field, is_embedded, is_param, is_result, is_receiver;
	bool is_alias;               /* O_TYPE: declared with = */
	bool is_method;              /* O_FUNC: has a receiver */
	bool is_ptr_recv;            /* O_FUNC: and it is a pointer */
	bool is_wrapper_of_universe; /* error.Error */
	/* local variable: the O_FUNC it is in, NULL in a package-level function literal */
	Obj *enclosing;
	/* local variable: innermost function literal it is declared in, or NULL */
	Expr *closure;
	struct InitDecl *init; /* package variable: its declaration */

	/* O_CONST */
	Const *value;

	/* O_FUNC */
	/* its declaration (methods of interfaces: NULL); also set for other package-level objects
	 * */
	Decl *decl;
	/* method: the named type it belongs to (interfaces: the interface or its named type) */
	Type *recv_named;
	bool body_checked;
	struct Deps *deps; /* package-level functions, constants and variables used: initorder.c */

	/* O_PKG */
	Package *imported;

	/* O_BUILTIN */
	Builtin builtin;

	struct DeclInfo *info; /* private: what is needed to check it on demand */
	/* slot of the stages after this one: the ONAME of a variable, the Func of a function */
	void *ir;
	/* of an imported package: number in its export data + 1; 0: none */
	uint32_t imported_as;
};

bool obj_is_exported(const Obj *o);
Obj *obj_new(ObjKind kind, Pos pos, Package *pkg, Str name, Type *type);
/* Symbol of a package-level function, method or variable: `main.foo`, `main.T.M`, `main.(*T).M`
 * (path qualified). */
const char *obj_link_name(const Obj *o);

/* ---------------------------------------------------------------- scopes and packages */

struct Scope {
	Scope *parent;
	const char *what; /* for dumps: "file", "function", ... */
	Pos start, end;
	bool is_func;
	Obj **objs; /* in order of declaration */
	int nobjs, cap;
	Map table; /* name -> Obj */
	/* scope of an imported package: where names are found that were not asked for yet */
	struct Importer *importer;
};

Obj *scope_lookup(Scope *s, Str name); /* in s only */
/* pos 0: whatever the position */
Obj *scope_lookup_parent(Scope *s, Str name, Pos pos, Scope **where);

/* One variable declaration of the package: `var lhs... = rhs`. Several lhs with one rhs: a
 * multi-value call. */
typedef struct InitDecl {
	Obj **lhs; /* blank ones too */
	int nlhs;
	Expr *rhs; /* NULL: no initial value */
} InitDecl;

struct Package {
	Str path; /* import path; "main" for commands */
	Str name;
	int lang_minor; /* the language version go1.N, 0: 19 */
	bool is_local;  /* the package of the command line, not an import */
	bool complete;  /* checked without error */
	bool is_unsafe;
	bool is_fake;      /* stands for one that could not be imported (reported) */
	Scope *scope;      /* package-level names */
	Package **imports; /* imported directly, in order of first appearance */
	int nimports;
	File **files;
	int nfiles;
	/* package-level declarations in source order, blank and init ones and methods included */
	Obj **objs;
	int nobjs;
	Obj **types; /* all defined types, local ones too, in order of declaration */
	int ntypes;
	InitDecl **init_order; /* declarations in the order to execute */
	int ninit_order;
	Obj **init_funcs; /* func init(), in source order */
	int ninit_funcs;
	struct Checker *checker; /* kept for lazy bodies */
	void *ir;                /* slot of the stages after this one */
	/* read from export data, NULL: checked from source */
	struct Importer *importer;
	/* of types_show_paths; NULL: packages are shown by name */
	Map *paths_by_name;
};

extern Package *package_unsafe;
extern Scope *scope_universe;

/* ---------------------------------------------------------------- what the checker records */

/* The mode of an expression; recorded beside its type. */
typedef enum ExprMode {
	MODE_INVALID,
	MODE_NOVALUE,  /* call without results */
	MODE_BUILTIN,  /* a builtin function: only as the callee */
	MODE_TYPE,     /* denotes a type */
	MODE_CONST,    /* has a value */
	MODE_VAR,      /* addressable */
	MODE_MAPINDEX, /* m[k]: assignable; allows comma-ok */
	MODE_VALUE,
	MODE_COMMAOK, /* type assertion, receive: allow comma-ok */
	/* predeclared nil, its type is the final one (a pointer, slice, ... type) */
	MODE_NIL,
} ExprMode;

/* What a selector x.f denotes. */
typedef enum SelectionKind {
	SEL_FIELD,       /* x.f, through embedded fields */
	SEL_METHOD,      /* method value or callee x.m: the receiver is bound */
	SEL_METHOD_EXPR, /* T.m */
	SEL_QUALIFIED,   /* package.Name: `obj` is the object */
} SelectionKind;

struct Selection {
	SelectionKind kind;
	Type *recv; /* type of x, or T */
	Obj *obj;   /* field (O_VAR), method (O_FUNC) or qualified object */
	/* indices of fields; in the last place, for a field, its own index; for a method all are
	 * embedded fields */
	int *path;
	int npath;
	bool indirect; /* a pointer was followed on the way */
};

/* Looks a field or method up: NULL when there is none or it is ambiguous. */
Selection *types_lookup(Type *t, Package *pkg, Str name);
/* Method set of t (not an interface): what an itab or a descriptor lists; sorted by name, exported
 * ones first as reflect wants. Methods of the addressable set only when t is a pointer. Cached. */
int types_method_set(Type *t, Selection ***methods);
/* Does t (value or interface) have all methods of interface `iface`? */
bool types_implements(Type *t, Type *iface);
bool types_assignable_to(Type *from, Type *to);

/* ---------------------------------------------------------------- the checker */

typedef struct TypesConfig {
	void *ctx;
	/* The package that `path` imported at pos stands for (checked already), or NULL after
	 * reporting the error. */
	Package *(*import)(void *ctx, Str path, Pos pos);
	/* check bodies only where the order of initialisation needs them: types_check_body() does
	 * the rest */
	bool lazy_bodies;
	int lang_minor; /* -lang=go1.N, 0: 19 */
	bool partial;   /* bodies have been left out: imports may be unused */
	bool complete;  /* no function is defined outside the Go files */
} TypesConfig;

void types_init(void); /* the universe; once per compilation */
/* From now on what this thread makes of types and constants belongs to the arena. A thread beside
 * the one that called types_init may read types and ask for sizes, offsets and pointers. */
void types_use_arena(Arena *arena);

/* ---------------------------------------------------------------- export data (exportdata.h) */

typedef struct ExportImport { /* a package that was imported directly, and what it was then */
	Str path;
	uint64_t hash[2]; /* of its export data */
} ExportImport;

/* What the link step and the importers' build steps ask of a package besides its objects. */
typedef struct ExportMeta {
	Str init;      /* symbol of the initialiser, NULL: nothing to initialise */
	bool has_main; /* declares func main */
	VEC(ExportImport) imports;
} ExportMeta;

typedef struct ImportConfig {
	void *ctx;
	/* the package of a path that export data mentions; NULL when there is none */
	Package *(*find)(void *ctx, Str path);
} ImportConfig;

struct Exporter;
/* The export data of a checked package; write_ir as in exportdata.h. */
Buf types_export(Arena *arena, Package *package, const ExportMeta *meta,
		 void (*write_ir)(struct Exporter *x, Buf *out, Obj *o));
/* Is this whole, undamaged export data of this version? *hash (may be NULL) identifies it. */
bool types_export_valid(const void *data, size_t size, uint64_t hash[2]);
/* The package of valid export data, which stays in memory; *meta (may be NULL) is filled. */
Package *types_import(const void *data, const ImportConfig *config, ExportMeta *meta);
/* The meta data alone, without making a package. */
void types_import_meta(const void *data, Arena *arena, Str *path, Str *name, ExportMeta *meta);
/* Puts all names of an imported package into its scope (they are otherwise found one by one). */
void scope_load_all(Scope *s);

/* Checks a package; errors go to diag_error. The package is returned in any case. */
Package *types_check(const TypesConfig *config, Str path, File **files, int nfiles);
/* With lazy bodies: check the body of this function or method now, if it has not been. False: there
 * were errors. */
bool types_check_body(Obj *func);

/*
 * What is recorded where:
 *   Expr.mode    an ExprMode
 *   Expr.type    the final type: untyped constants have that of their context; the callee of a
 *                builtin has NULL
 *   Expr.value   NULL: not constant
 *   Expr.obj     EX_NAME: what it denotes or declares; EX_SELECTOR: what the selected name denotes
 *                (as its `sel`)
 *   Expr.info    EX_SELECTOR: its Selection
 *   Field.obj    fields, parameters (also unnamed ones), results, methods of interfaces
 *   Decl.obj     types and functions; Expr.obj of the names for the others
 *   Stmt.assign.new_objs   ST_DEFINE: for each left side the variable it declares, or NULL (then
 *                Expr.obj is the old one)
 *   Clause.obj   type switch: the variable of this clause
 *   Stmt.branch.target, Stmt.range.key_obj, value_obj
 */
static inline ExprMode types_mode(const Expr *e)
{
	return (ExprMode)e->mode;
}

/* EX_SELECTOR: what it denotes, never NULL after checking. */
static inline Selection *types_selection(const Expr *selector)
{
	return selector->info;
}

static inline TypeKind type_kind(Type *t)
{
	return t->kind == T_NAMED ? type_under(t)->kind : t->kind;
}

#endif
