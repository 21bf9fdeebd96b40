/*
 * Function maps: what the compiler tells the runtime about each compiled Go function.
 *
 * One FuncMap per function, in section .gomap.SYMBOL, found through the LSDA of the function's
 * .eh_frame entry, so that --gc-sections drops the map with the function. The compiler writes it as
 * data (compiler/amd64), the runtime reads it (runtime/os/traceback.c, runtime/mem/stack.c): this
 * header is the only description of the layout.
 *
 * All tables follow the header, at byte offsets from its start; all code positions are byte offsets
 * from `entry`.
 */
#ifndef BURROW_FUNCMAP_H
#define BURROW_FUNCMAP_H

#include <stdbool.h>
#include <stdint.h>

enum {
	FUNC_WRAPPER = 1,   /* adjusts recover, hidden in tracebacks */
	FUNC_NOSPLIT = 2,   /* no stack check in the prologue */
	FUNC_TOPFRAME = 4,  /* a traceback ends here */
	FUNC_FRAMELESS = 8, /* no frame: rbp is not pushed, CFA = rsp + 8 everywhere */
	/* package runtime: hidden in user tracebacks unless exported or a panic */
	FUNC_RUNTIME = 16,
	/* called through a function that package reflect made: ReflectFrame tells its arguments */
	FUNC_REFLECT = 32,
};

typedef struct FuncMap {
	uint32_t name;          /* address of the Go name, NUL-terminated */
	uint32_t entry;         /* address of the code */
	uint32_t code_size;     /* bytes */
	uint32_t frame_size;    /* bytes in [rsp, rbp) in the body; CFA = rbp + 16 */
	uint16_t flags;         /* FUNC_... */
	uint16_t args_words;    /* words at CFA: incoming stack arguments, results, spill area */
	uint32_t defer_return;  /* code offset of the defer-return point, 0: none */
	uint32_t file;          /* address of the file name, NUL-terminated */
	uint32_t line;          /* line of the func keyword */
	uint32_t sites, nsites; /* FuncSite, sorted by pc */
	uint32_t lines, nlines; /* FuncLine, sorted by pc */
	uint32_t objects, nobjects; /* StackObject, sorted by offset */
	uint32_t inlines, ninlines; /* FuncInline */
	/* The words of the frame that may hold pointers, but for those of large objects: from sp +
	 * pointers_from on. */
	uint32_t pointers_from, pointer_words;
	uint32_t
		pointers; /* bitmap: those that hold nothing but pointers, and are dead elsewhere */
} FuncMap;

/* A safepoint. `pc` is the return address of a call, as an offset; the entry of the call of
 * rt_morestack in the prologue describes the frame at entry (locals none). `locals` and `args` are
 * bitmaps of the pointers that live: offsets of a BitmapHead from the FuncMap, 0: none. In `locals`
 * bit i is the word at rsp + pointers_from + 8*i, and bit pointer_words + k is object k; in `args`
 * bit i is the word at CFA + 8*i. `regs` has bit r for hardware register r (rax 0, rcx 1, rdx 2,
 * rbx 3, rsi 6, rdi 7, r8...r15) that holds a pointer; only polls have it. Its upper half is the
 * column of the call in its source line, 0: not known. */
typedef struct FuncSite {
	uint32_t pc, locals, args, regs;
} FuncSite;

/* A bitmap without the zero bytes around it: the number of those before it, the number of bytes
 * that follow here. */
typedef struct BitmapHead {
	uint16_t skip, count;
} BitmapHead;

/* From code offset `pc` on, the source line, in the file of inline entry `inl` - 1, or of the
 * function where inl is 0. */
typedef struct FuncLine {
	uint32_t pc, line, inl;
} FuncLine;

/* A function inlined here: its name, its file, the entry it was inlined into (index + 1, 0: the
 * function) and the line of the call. One without a name stands for its parent, in another file
 * (of a //line directive). */
typedef struct FuncInline {
	uint32_t name, file, parent, call_line;
} FuncInline;

/* A variable (or parameter in memory) whose address is taken and that contains pointers, or that
 * has too many for the bitmaps of the sites. It is traced when a live pointer leads to it or its
 * bit of the site is set. `offset` is from the CFA. `gcdata` is an offset from the FuncMap: a bit
 * for each word of `period` bytes, which repeat to the end. */
typedef struct StackObject {
	int32_t offset;
	uint32_t size, period, gcdata;
} StackObject;

/* The lowest words of a frame with FUNC_REFLECT, after its outgoing ones. Such code is one for all
 * types: the words at its CFA that hold pointers are those of `context->stack`, results (from
 * `argument_bytes` on) only once `results_valid` is set. The context is the beginning of package
 * reflect's makeFuncCtxt, which its methodValue begins with, too. */
enum { REFLECT_FRAME_AT = 32 };

typedef struct ReflectBits {
	uint32_t count;
	const uint8_t *bytes;
} ReflectBits;

typedef struct ReflectContext {
	uintptr_t code;
	const ReflectBits *stack;
	uintptr_t argument_bytes;
} ReflectContext;

typedef struct ReflectFrame {
	bool results_valid;
	const ReflectContext *context;
} ReflectFrame;

#endif
