/* Changes of the source that may take something off the heap: private to explain/. */
#ifndef BURROW_EXPLAIN_CHANGES_H
#define BURROW_EXPLAIN_CHANGES_H

#include "explain/private.h"
#include "explain/tree.h"

/* What a change is looked for. */
typedef struct Suggester {
	Teller *t;
	Arena *arena;
	const Verdict *v;
	const Package *package;
	TreePath path;  /* to the expression, or to the variable's name where it is declared */
	const Obj *obj; /* the variable, or NULL */
	TreeUses uses;  /* of it */
} Suggester;

/* Fills in the change; false: there is none of this kind to make here. */
typedef bool (*Propose)(const Suggester *s, ExplainChange *c);

/* ---- change_capture.c: variables that function literals hold, and what is deferred */
bool change_loop_copy(const Suggester *s, ExplainChange *c);
bool change_copy(const Suggester *s, ExplainChange *c);
bool change_argument(const Suggester *s, ExplainChange *c);
bool change_defer(const Suggester *s, ExplainChange *c);

/* ---- change_make.c: slices of unknown or large size */
bool change_constant(const Suggester *s, ExplainChange *c);
bool change_array(const Suggester *s, ExplainChange *c);
bool change_small_array(const Suggester *s, ExplainChange *c);
bool change_smaller(const Suggester *s, ExplainChange *c);

/* ---- change_value.c: values in place of pointers, and other calls */
bool change_result(const Suggester *s, ExplainChange *c);
bool change_global(const Suggester *s, ExplainChange *c);
bool change_write_string(const Suggester *s, ExplainChange *c);
bool change_boxed_pointer(const Suggester *s, ExplainChange *c);

/* ---- change_move.c: what is made anew each time around a loop */
bool change_move(const Suggester *s, ExplainChange *c);
bool change_move_operand(const Suggester *s, ExplainChange *c);

/* ---- change_range.c: addresses of what a range statement sets */
bool change_element(const Suggester *s, ExplainChange *c);

/* ---- suggest.c: for all of them */

void edit_insert(const Suggester *s, ExplainChange *c, Pos at, const char *text);
void edit_replace(const Suggester *s, ExplainChange *c, Pos start, Pos end, const char *text);
/* A part of the source. */
const char *source_text(const Suggester *s, Pos start, Pos end);
/* A name like `base` that stands nowhere in the package. */
const char *fresh_name(const Suggester *s, const char *base);
/* The package's name for a type. */
const char *type_words(const Suggester *s, Type *type);
/* Does some step of the story have gc's word `why`, as its main note if `last` ... in the last
 * step? */
bool story_has(const Suggester *s, const char *why);
bool story_ends_with(const Suggester *s, const char *why);
/* The node of the path's end, if it is the only value of a `x := E`; NULL: it is not. */
Stmt *only_definition(const TreePath *path);
/* Is there a loop around node `index` of the path that comes back to an assignment at pos? */
bool comes_back(const TreePath *at, uint32_t index, const Obj *obj, Pos pos);
/* Is the variable the same at `at`, a place after which it is never set again? */
bool is_settled(const TreeUses *uses, const TreePath *at, uint32_t index);

#endif
