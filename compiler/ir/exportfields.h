/*
 * How export data treats each field of a node, a variable and a function: one row for every field
 * of the structures in ir.h, from which the writer (export.c) and the reader (import.c) are made.
 * Whoever adds a field adds a row: the sizes below do not fit before, and
 * tests/cli/export_fields.sh compares the names.
 *
 * X(field, how): BOOL, UINT, INT, STR, STRS, POS, TYPE, OBJ; NODE, NODES; LABEL; VAR; SOURCE: the
 * text of a constant; SKIP: an importer's has its zero value; BY_HAND: the code names it.
 *
 * What is exported of a function is its body as it was before any call in it was inlined, and no
 * verdict of escape analysis but the parameters' tags; so a field that a later stage fills in for
 * the package's own use is SKIP.
 */
#ifndef BURROW_IR_EXPORTFIELDS_H
#define BURROW_IR_EXPORTFIELDS_H

#include "ir/ir.h"

/* clang-format off */
#define EXPORT_NODE_FIELDS(X) \
	X(op, BY_HAND) X(subop, UINT) X(esc, SKIP) X(gc_heap, SKIP) X(flags, UINT) \
	X(pos, POS) X(start, POS) X(end, POS) X(inl, SKIP) X(index, INT) X(type, TYPE) \
	X(x, NODE) X(y, NODE) X(z, NODE) X(w, NODE) \
	X(init, NODES) X(list, NODES) X(rlist, NODES) X(body, NODES) X(els, NODES) \
	X(offset, INT) X(label, LABEL) \
	X(value, BY_HAND) X(var, BY_HAND) X(func, BY_HAND) X(data, BY_HAND) X(field, BY_HAND) \
	X(sel, OBJ) X(source, SOURCE) X(esc_loc, SKIP) X(call, SKIP)

#define EXPORT_VAR_FIELDS(X) \
	X(name, STR) X(class, UINT) X(type, TYPE) X(pos, POS) X(func, BY_HAND) X(obj, BY_HAND) \
	X(node, BY_HAND) X(symbol, STR) X(id, SKIP) X(depth, SKIP) \
	X(address_taken, BOOL) X(reassigned, BOOL) X(captured, BOOL) X(by_value, SKIP) \
	X(is_closure_var, BOOL) X(is_temp, BOOL) X(used, BOOL) X(in_memory, SKIP) \
	X(needs_zero, SKIP) X(is_receiver, BOOL) X(is_ddd, BOOL) X(esc, SKIP) \
	X(gc_heap, SKIP) X(room, SKIP) X(outer, VAR) \
	X(defn_closure, SKIP) X(heap_addr, SKIP) X(defn, SKIP) X(escape_tag, STR) \
	X(esc_loc, SKIP) X(copy, SKIP)

#define EXPORT_FUNC_FIELDS(X) \
	X(name, STR) X(symbol, STR) X(package, BY_HAND) X(obj, BY_HAND) X(type, TYPE) \
	X(pos, POS) X(start, BY_HAND) X(end, BY_HAND) \
	X(params, BY_HAND) X(results, BY_HAND) X(locals, SKIP) X(closure_vars, BY_HAND) \
	X(outer, BY_HAND) X(closure, BY_HAND) X(closures, SKIP) X(literals, SKIP) \
	X(is_copy, SKIP) X(body, SKIP) \
	X(has_body, BOOL) X(has_receiver, BOOL) X(pragma, UINT) X(c_call, UINT) X(c_name, STR) \
	X(linkname, STR) X(has_defer, BOOL) X(has_recover, BOOL) X(has_loop_defer, BOOL) \
	X(has_goto, BOOL) \
	X(is_shared, BOOL) X(is_wrapper, BOOL) X(is_init, BOOL) X(is_hidden_closure, SKIP) \
	X(is_noreturn, BOOL) X(needs_context, BOOL) X(dead, SKIP) X(never_runs, SKIP) \
	X(can_inline, BOOL) X(inline_cost, INT) X(inline_body, BY_HAND) X(inline_locals, SKIP) \
	X(cannot_inline, SKIP) X(inlines, SKIP) X(imported_body, SKIP) \
	X(escape_done, BY_HAND) X(escape_planned, SKIP) X(result_tags, STRS) \
	X(next_temp, SKIP) X(next_label, SKIP) X(next_var, SKIP) X(next_wrapper, SKIP) \
	X(ssa, SKIP) X(visit, SKIP) X(summarized, SKIP) X(node_count, SKIP) \
	X(refers_to, SKIP) X(interface_calls, SKIP) X(made, SKIP)
/* clang-format on */

/* Where these do not hold, a field came or went: bring the tables above and then the sizes up to
 * date, and raise EXPORT_VERSION when the encoding changed. */
_Static_assert(sizeof(Node) == 208, "see EXPORT_NODE_FIELDS");
_Static_assert(sizeof(Var) == 144, "see EXPORT_VAR_FIELDS");
_Static_assert(sizeof(Func) == 424, "see EXPORT_FUNC_FIELDS");

/* Which member of a node's union an operation uses. */
typedef enum ExportUnion {
	UNION_NONE,
	UNION_VALUE,
	UNION_VAR,
	UNION_FUNC,
	UNION_FIELD,
} ExportUnion;

ExportUnion export_union(Op op);

/* How a function, variable or label is referred to inside a function: these, or KNOWN + number of
 * those mentioned before. */
enum { IR_NULL, IR_NEW, IR_OF_PACKAGE, IR_KNOWN };

#endif
