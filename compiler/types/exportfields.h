/*
 * How export data treats each field of a type and of an object: one row for every field of the
 * structures, so that the writer and the reader are made from one table and a new field cannot be
 * forgotten (tests/cli/export_fields.sh compares the tables with the structures).
 *
 * X(field, how): BOOL, UINT, INT, STR, POS, TYPE, OBJ, CONST; SKIP: an importer's has its zero
 * value; BY_HAND: export.c and import.c name it.
 */
#ifndef BURROW_TYPES_EXPORTFIELDS_H
#define BURROW_TYPES_EXPORTFIELDS_H

#include "types/types.h"

/* clang-format off */
#define EXPORT_OBJ_FIELDS(X) \
	X(kind, BY_HAND) X(name, BY_HAND) X(pkg, BY_HAND) X(pos, POS) X(type, TYPE) \
	X(is_package_level, BOOL) X(is_field, BOOL) X(is_embedded, BOOL) \
	X(is_param, BOOL) X(is_result, BOOL) X(is_receiver, BOOL) X(is_alias, BOOL) \
	X(is_method, BOOL) X(is_ptr_recv, BOOL) X(is_wrapper_of_universe, BOOL) \
	X(value, CONST) X(recv_named, TYPE) \
	X(scope_pos, SKIP)     /* of local variables */ \
	X(order, SKIP)         /* of checking */ \
	X(parent, BY_HAND)     /* set when it enters the package's scope */ \
	X(color, BY_HAND)      /* checked */ \
	X(used, BY_HAND)       /* nobody asks again */ \
	X(enclosing, SKIP) X(closure, SKIP) X(init, SKIP) X(decl, SKIP) \
	X(body_checked, BY_HAND) X(deps, SKIP) X(info, SKIP) \
	X(imported, SKIP)      /* of file scope */ \
	X(builtin, SKIP)       /* of the universe */ \
	X(ir, SKIP)            /* ir/import.c, when it is asked for */ \
	X(imported_as, BY_HAND)

/* Which of these a type has depends on its kind, so the code is by hand; but each stands here. */
#define EXPORT_TYPE_FIELDS(X) \
	X(kind, BY_HAND) X(variadic, BY_HAND) X(dir, BY_HAND) X(elem, BY_HAND) X(key, BY_HAND) \
	X(len, BY_HAND) X(fields, BY_HAND) X(nfields, BY_HAND) X(tags, BY_HAND) X(recv, BY_HAND) \
	X(params, BY_HAND) X(nparams, BY_HAND) X(results, BY_HAND) X(nresults, BY_HAND) \
	X(methods, BY_HAND) X(nmethods, BY_HAND) X(embedded, BY_HAND) X(embedded_pos, BY_HAND) \
	X(nembedded, BY_HAND) X(is_comparable_constraint, BY_HAND) X(obj, BY_HAND) \
	X(underlying, BY_HAND) X(vargen, BY_HAND) \
	X(name, SKIP)          /* of basic types, which have codes */ \
	/* found again when they are asked for */ \
	X(canonical, SKIP) X(all_methods, SKIP) X(nall_methods, SKIP) X(all_done, SKIP) \
	X(is_constraint, BY_HAND) X(pointer_to, SKIP) X(slice_of, SKIP) X(hash_next, SKIP) \
	X(size, SKIP) X(align, SKIP) X(offsets, SKIP) X(laying_out, SKIP) X(comparable, SKIP) \
	X(id, SKIP) X(valid_state, SKIP) X(aux, SKIP)
/* clang-format on */

/* Where these do not hold, a field came or went: bring the tables and then the sizes up to date,
 * and raise EXPORT_VERSION when the encoding changed. */
_Static_assert(sizeof(Obj) == 168, "see EXPORT_OBJ_FIELDS");
_Static_assert(sizeof(Type) == 264, "see EXPORT_TYPE_FIELDS");

/* Types that every package has: codes from 1; other types follow. */
#define EXPORT_FIXED_TYPES(X) \
	X(type_byte)          \
	X(type_rune)          \
	X(type_any)           \
	X(type_error)         \
	X(type_comparable)    \
	X(type_empty_interface)

enum {
#define X(t) FIXED_##t,
	EXPORT_FIXED_TYPES(X)
#undef X
		NFIXED_TYPES,
	/* code 0: NULL; then the basic kinds; then these; then the package's own table */
	FIRST_FIXED_TYPE = T_UNTYPED_NIL + 2,
	FIRST_OWN_TYPE = FIRST_FIXED_TYPE + NFIXED_TYPES,
};

/* How an object is referred to. */
typedef enum ExportRef {
	REF_NULL,
	REF_OWN,       /* number in OBJECTS */
	REF_FOREIGN,   /* of package level: package, name */
	REF_METHOD,    /* of a defined type: type, name, package of the name */
	REF_INTERFACE, /* method of a defined interface: type, place */
} ExportRef;

#endif
