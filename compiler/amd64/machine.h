// Machine code before it is text: what instruction selection makes, register allocation rewrites,
// and emission prints.
//
// A function is blocks of instructions over virtual registers in SSA form: each is defined once, by
// an instruction or as a phi at the head of a block. Instructions name their operands uniformly in
// `use` and `def`, with a register where the machine demands one; a memory operand's base and index
// are uses too. Flags never live from one instruction to the next: compare-and-branch,
// compare-and-set and the like are one MIns and become two lines of assembly. So the allocator may
// put moves, reloads and constants between any two instructions.
//
// Values narrower than eight bytes have garbage in the upper bits of their register.
#ifndef BURROW_AMD64_MACHINE_H
#define BURROW_AMD64_MACHINE_H

#include "support/support.h"

// Hardware registers; the number is the encoding, 16 added for the vector registers.
enum {
	RAX,
	RCX,
	RDX,
	RBX,
	RSP,
	RBP,
	RSI,
	RDI,
	R8,
	R9,
	R10,
	R11,
	R12,
	R13,
	R14,
	R15,
	XMM0,
	XMM14 = XMM0 + 14,
	XMM15,
	NREGS,
	NOREG = 255,
};

#define REG_BIT(r) ((uint32_t)1 << (r))

enum {
	GPR_MASK = 0xffff & ~(1 << RSP | 1 << RBP | 1 << R14), // what the allocator may use
	XMM_MASK = 0x7fff << XMM0,
};
#define ALL_MASK ((uint32_t)GPR_MASK | (uint32_t)XMM_MASK)
// What C functions preserve, apart from the reserved registers.
#define C_KEPT_MASK (REG_BIT(RBX) | REG_BIT(R12) | REG_BIT(R13) | REG_BIT(R15))

typedef uint32_t VReg; // 0: none

// Condition codes, as the machine encodes them; the F_ ones stand for the two tests that a float
// comparison needs.
typedef enum MCond {
	CC_O,
	CC_NO,
	CC_B,
	CC_AE,
	CC_E,
	CC_NE,
	CC_BE,
	CC_A,
	CC_S,
	CC_NS,
	CC_P,
	CC_NP,
	CC_L,
	CC_GE,
	CC_LE,
	CC_G,
	CC_F_EQ, // equal and not unordered
	CC_F_NE, // not equal or unordered
} MCond;
extern const char *const amd64_cond_names[];
MCond amd64_negate(MCond c);

// How an instruction's operands are used and written down.
typedef enum MForm {
	FORM_NONE,  // no operands, or written by code of its own in emit.c
	FORM_MOV,   // op def, src          src is use 0, the memory operand or the immediate
	FORM_TWO,   // op def=use0, src     src is use 1, the memory operand or the immediate
	FORM_ONE,   // op def=use0
	FORM_SHIFT, // op def=use0, cl|imm  the count is use 1 in RCX
	FORM_STORE, // op mem, src          src is use 0 or the immediate
	FORM_MEM,   // op mem
	// a comparison `cmp` of use 0 or the memory operand with use 1 or the immediate, then more
	FORM_CMP,
} MForm;

enum {
	MF_TIED = 1,     // def 0 is in the register of use 0
	MF_COMMUTES = 2, // uses 0 and 1 may change places
	MF_EARLY = 4,    // defs must not share a register with uses (but for tied ones)
	MF_CALL = 8,     // a call; every register but those it keeps is lost
	MF_SITE = 16,    // the collector may run here
	MF_TERM = 32,    // ends a block
	MF_REMAT = 64,   // cheap, without uses: repeated instead of spilled
	MF_FLOAT = 128,  // sizes 4 and 8 choose ss/sd, ps/pd
	MF_LEA = 256,    // tied, but def may differ: becomes a lea
};

/* clang-format off */
#define MACHINE_OPS(X) \
	X(MOV_IMM, "mov", NONE, MF_REMAT)       /* def = imm */ \
	X(FCONST, "movs", NONE, MF_REMAT)       /* def = the float whose bits are imm */ \
	X(LEA, "lea", NONE, 0)                  /* def = address */ \
	/* def = address of a symbol or of a place in the frame */ \
	X(LEA_FIX, "lea", NONE, MF_REMAT) \
	X(COPY, "mov", NONE, 0)                 /* def = use 0 */ \
	X(ALIAS, "mov", NONE, MF_TIED)          /* def = use 0 under another name, kind or size */ \
	X(RELOAD, "mov", NONE, 0)               /* def = spill slot of imm (a VReg) */ \
	X(SPILL, "mov", NONE, 0)                /* spill slot of imm = use 0 */ \
	X(SLOT_COPY, "push", NONE, 0)           /* spill slot of local = spill slot of imm */ \
	X(SWAP, "xchg", NONE, 0)                /* uses 0 and 1 change places */ \
	X(MOVES, "", NONE, 0)                   /* a parallel move: aux is an MMoves */ \
	X(LOAD, "mov", NONE, 0)                 /* def = mem, zero-extended */ \
	/* def = mem of `size`, sign-extended to imm bytes */ \
	X(LOAD_SX, "movsx", NONE, 0) \
	/* def = low `size` bytes of use 0, zero-extended */ \
	X(ZX, "movzx", NONE, 0) \
	/* def = low `size` bytes of use 0, sign-extended to imm bytes */ \
	X(SX, "movsx", NONE, 0) \
	X(STORE, "mov", STORE, 0) \
	X(LOAD_F, "movs", MOV, MF_FLOAT) \
	X(STORE_F, "movs", STORE, MF_FLOAT) \
	X(LOAD_V, "movups", MOV, 0)             /* 16 bytes */ \
	X(STORE_V, "movups", STORE, 0)          /* 16 bytes; without a use: X15, zero */ \
	X(ADD, "add", TWO, MF_TIED | MF_COMMUTES | MF_LEA) \
	X(SUB, "sub", TWO, MF_TIED) \
	X(AND, "and", TWO, MF_TIED | MF_COMMUTES) \
	X(OR, "or", TWO, MF_TIED | MF_COMMUTES) \
	X(XOR, "xor", TWO, MF_TIED | MF_COMMUTES) \
	X(IMUL, "imul", TWO, MF_TIED | MF_COMMUTES) \
	X(IMUL_IMM, "imul", NONE, 0)            /* def = use 0 * imm */ \
	X(NEG, "neg", ONE, MF_TIED) \
	X(NOT, "not", ONE, MF_TIED) \
	X(BSWAP, "bswap", ONE, MF_TIED) \
	X(SHL, "shl", SHIFT, MF_TIED) \
	X(SHR, "shr", SHIFT, MF_TIED) \
	X(SAR, "sar", SHIFT, MF_TIED) \
	X(ROL, "rol", SHIFT, MF_TIED) \
	X(ADD_MEM, "add", STORE, 0)             /* mem op= use 0 or imm */ \
	X(SUB_MEM, "sub", STORE, 0) \
	X(AND_MEM, "and", STORE, 0) \
	X(OR_MEM, "or", STORE, 0) \
	X(XOR_MEM, "xor", STORE, 0) \
	/* rdx:rax = rax * use 1; defs: rdx high, rax low */ \
	X(MUL_HI, "mul", NONE, 0) \
	X(IMUL_HI, "imul", NONE, 0) \
	/* rax, rdx = rdx:rax / use 1 (rdx zeroed by it); use 2, if any, is rdx */ \
	X(DIV, "div", NONE, 0) \
	X(IDIV, "idiv", NONE, 0)                /* the same with rdx the sign of rax */ \
	/* def = trailing zeros of use 0; imm when it is 0 */ \
	X(CTZ, "bsf", NONE, MF_EARLY) \
	X(BIT_LEN, "bsr", NONE, MF_EARLY)       /* def = bits that use 0, of eight bytes, needs */ \
	X(POPCNT, "popcnt", MOV, 0) \
	/* def 0 = use 0 + use 1 + use 2 (0 or 1), def 1 = carry */ \
	X(ADD_CARRY, "adc", NONE, MF_TIED | MF_EARLY) \
	X(SUB_BORROW, "sbb", NONE, MF_TIED | MF_EARLY) \
	X(SETCC, "set", CMP, 0)                 /* def = comparison, 0 or 1 in one byte */ \
	X(MASKCC, "sbb", CMP, 0)                /* def = comparison below: all ones, else zero */ \
	/* def = comparison of uses 2, 3 (or imm) ? use 1 : use 0 */ \
	X(CMOV, "cmov", NONE, MF_TIED) \
	X(FADD, "adds", TWO, MF_TIED | MF_COMMUTES | MF_FLOAT) \
	X(FSUB, "subs", TWO, MF_TIED | MF_FLOAT) \
	X(FMUL, "muls", TWO, MF_TIED | MF_COMMUTES | MF_FLOAT) \
	X(FDIV, "divs", TWO, MF_TIED | MF_FLOAT) \
	X(FAND, "andps", TWO, MF_TIED | MF_COMMUTES) \
	X(FOR, "orps", TWO, MF_TIED | MF_COMMUTES) \
	X(FXOR, "xorps", TWO, MF_TIED | MF_COMMUTES) \
	X(FSQRT, "sqrts", MOV, MF_FLOAT) \
	X(CVT_IF, "cvtsi2s", NONE, 0)           /* float of `size` = integer of imm bytes */ \
	X(CVT_FI, "cvtts", NONE, 0)             /* integer of imm bytes = float of `size` */ \
	X(CVT_FF, "cvts", NONE, 0)              /* float of the other size = float of `size` */ \
	/* float of `size` = unsigned eight bytes; def 1 (integer) is scratch */ \
	X(CVT_UF, "cvtsi2s", NONE, MF_EARLY) \
	/* unsigned eight bytes = float of `size`; def 1 (float) is scratch */ \
	X(CVT_FU, "cvtts", NONE, MF_EARLY) \
	X(BITS_FI, "mov", NONE, 0)              /* integer register = bits of a float register */ \
	X(BITS_IF, "mov", NONE, 0) \
	X(XCHG, "xchg", NONE, MF_TIED)          /* def = old [mem], [mem] = use 0 */ \
	X(XADD, "lock xadd", NONE, MF_TIED) \
	/* rax = use 0 is compared, use 1 stored; def 0 = success */ \
	X(CMPXCHG, "lock cmpxchg", NONE, 0) \
	X(LOCK_AND, "lock and", STORE, 0) \
	X(LOCK_OR, "lock or", STORE, 0) \
	X(NILCHECK, "test", NONE, 0)            /* faults when mem is not there */ \
	X(PREFETCH, "prefetcht0", MEM, 0) \
	/* write barrier for the store of use 0 (or imm) to mem, then the store */ \
	X(WB, "", NONE, 0) \
	X(REP_STOS, "rep stosq", NONE, 0)       /* uses rdi, rcx, rax */ \
	X(REP_MOVS, "rep movsq", NONE, 0)       /* uses rdi, rsi, rcx */ \
	X(ENTRY, "", NONE, 0)                   /* defs: the parameters in their registers */ \
	X(ENTRY_ZERO, "", NONE, 0)              /* zeroes imm bytes of variable `local` at disp */ \
	X(POLL, "cmp", NONE, MF_SITE)           /* a loop's preemption check */ \
	X(CALL, "call", NONE, MF_CALL | MF_SITE) /* sym, or use in a register, or [mem] */ \
	X(CALL_LEAF, "call", NONE, MF_CALL)     /* C function sym */ \
	/* through the stub aux (rt_system...) of C function sym */ \
	X(CALL_C, "call", NONE, MF_CALL | MF_SITE) \
	X(GET_G, "mov", NONE, MF_REMAT)         /* def = r14 */ \
	/* def = the address of the caller's outgoing arguments */ \
	X(GET_CFA, "lea", NONE, MF_REMAT) \
	X(GET_RET, "mov", NONE, MF_REMAT)       /* def = the return address */ \
	/* the code that runs after a recovery starts here */ \
	X(DEFER_POINT, "", NONE, 0) \
	X(PAUSE, "pause", NONE, 0) \
	X(KEEP, "", NONE, 0)                    /* use 0 is live here */ \
	/* to succ 0 when the comparison holds, else succ 1 */ \
	X(BR, "j", CMP, MF_TERM) \
	X(JMP, "jmp", NONE, MF_TERM) \
	X(SWITCH, "jmp", NONE, MF_TERM)         /* to succ number use 0 */ \
	X(RET, "ret", NONE, MF_TERM) \
	X(UD2, "ud2", NONE, MF_TERM)
/* clang-format on */

typedef enum MOp {
#define X(op, name, form, flags) M_##op,
	MACHINE_OPS(X)
#undef X
		M_OPS
} MOp;

typedef struct MOpInfo {
	const char *op;   // for dumps
	const char *name; // the mnemonic, or its beginning
	MForm form;
	uint32_t flags;
} MOpInfo;
extern const MOpInfo amd64_ops[M_OPS];
#define MOP_IS(ins, flag) ((amd64_ops[(ins)->op].flags & (flag)) != 0)

// Comparisons that set the flags for a condition.
typedef enum MCmp { CMP_NONE, CMP_INT, CMP_TEST, CMP_FLOAT } MCmp;

// What a memory operand is relative to, apart from its base and index registers.
typedef enum MMemKind {
	MEM_NONE,
	MEM_ADDR,  // [base + index*scale + disp + sym]
	MEM_LOCAL, // variable number `local` of the frame
	MEM_ARG,   // CFA + disp: incoming stack arguments, results, spill area
	MEM_OUT,   // rsp + disp: outgoing stack arguments
	MEM_SPILL, // the spill slot of VReg `local`
} MMemKind;

typedef struct MOperand {
	VReg v;
	uint8_t reg;   // after allocation
	uint8_t fixed; // the register it must be in, or NOREG
} MOperand;

typedef struct MSite MSite;

typedef struct MIns {
	uint8_t op;       // MOp
	uint8_t size;     // operand size in bytes
	uint8_t cond;     // MCond
	uint8_t cmp;      // MCmp
	uint8_t cmp_size; // size of the comparison's operands
	uint8_t nuse, ndef;
	bool has_imm;
	uint8_t mem;        // MMemKind
	int8_t base, index; // places in use[], or -1
	uint8_t scale;
	// comparisons: the memory operand is on the left, compared with use 0 or imm
	bool mem_first;
	bool args_live; // M_CALL_C: pointer arguments live as long as the call (it may park)
	int32_t disp;
	uint32_t local;
	const char *sym; // mangled
	int64_t imm;
	MOperand *use, *def;
	uint32_t clobber; // registers lost, apart from the defs
	Pos pos;
	uint32_t inl;
	void *aux;   // M_CALL_C: the stub's name; M_MOVES: MMoves
	MSite *site; // where the collector may run, or a fault is possible: NULL otherwise
} MIns;

// A safepoint's state: which virtual registers of kind pointer live across it, and after
// allocation, where.
struct MSite {
	VReg *live;
	uint32_t nlive;
	const uint32_t *units; // pointers in variables that live across it (MFunc.units)
	uint32_t nunits;
	uint32_t regs;   // registers that hold pointers (polls)
	uint32_t column; // of the call in its line, 0: not known
	uint32_t label;  // number of the `.s` label after the call
	bool at_entry;   // the call of rt_morestack: no locals
};

typedef MIns *MInsRef;
typedef VEC(MIns *) MInsList;

typedef struct MPhi {
	VReg v;
	VReg *arg; // one for each predecessor
} MPhi;

typedef struct MBlock {
	uint32_t id;
	MInsList code; // the last is the terminator
	VEC(MPhi) phis;
	const VReg *begin; // after allocation: what each register holds at the head
	uint32_t *pred, npred;
	uint32_t *succ, nsucc;
	uint32_t depth; // of loops
	bool cold;      // ends in a panic, or lies on the way to one
	bool header;    // of a loop
	bool aligned;   // a loop begins here in the text
} MBlock;

typedef struct VInfo {
	bool is_float;
	bool pointer; // the collector has to see it
	uint8_t size;
	uint8_t hint;       // register it would like, or NOREG
	bool spilled;       // has a spill slot
	bool phi_in_memory; // a phi that lives in its spill slot
	MIns *remat;        // the instruction that makes it again, or NULL
	int32_t slot;       // number of the spill slot, in words
} VInfo;

// A variable of the frame.
typedef struct MLocal {
	const char *name;
	int64_t size;
	uint32_t align;
	bool incoming;  // lies at the CFA, not in the frame
	int32_t offset; // from rsp; from the CFA when incoming
	// Its pointers: one bit per word of `period` bytes, which repeat to the end. NULL: none.
	const uint8_t *ptrs;
	int64_t period;
	bool object;     // traced when a pointer leads to it; a StackObject of the map
	bool whole;      // too large for the bitmaps of the sites, which have one bit for it
	uint32_t number; // objects: in the map
} MLocal;

// What maps tell of separately: a pointer word of a variable, or all its pointers when it is
// `whole`.
typedef struct MUnit {
	uint32_t local;
	int64_t offset;
} MUnit;

typedef struct MFunc {
	Arena *arena;       // of this function
	const char *name;   // Go's full name
	const char *symbol; // mangled
	Pos pos;            // of the func keyword
	uint32_t flags;     // FUNC_...
	// block[0] is the entry; in reverse postorder until allocation appends edge blocks
	MBlock **block;
	uint32_t nblock;
	uint32_t block_cap;
	VEC(VInfo) vreg; // entry 0 is unused
	VEC(MLocal) locals;
	VEC(MUnit) units;
	uint32_t first_edge; // blocks from here on were put on edges by the allocator
	uint32_t *layout;    // block numbers in the order of the text
	uint32_t nlayout;
	bool shared; // may be defined in several packages: a weak symbol
	bool nosplit;
	bool has_calls; // any call that pushes a return address
	bool has_frame;
	bool defer_point;       // there is one
	bool check_stack;       // the prologue does
	uint32_t out_size;      // bytes for outgoing stack arguments
	uint32_t nslots;        // spill slots
	VReg swap_slot;         // stands for a spill slot that parallel moves may use, 0: none
	uint32_t pointer_slots; // number of the first spill slot that is for pointers only
	int32_t spill_base;     // offset of the first from rsp
	// The words of the frame that may hold pointers, but for those of `whole` variables, as
	// offsets from rsp.
	uint32_t pointers_from, pointers_to;
	uint32_t nobjects;
	uint32_t frame_size; // bytes in [rsp, rbp)
	uint32_t args_size;  // bytes at the CFA: stack arguments, results
	uint32_t spill_size; // the spill area behind them
	// bitmap of the incoming stack words, one bit per word; NULL: none
	const uint8_t *arg_ptrs;
	struct MParamReg *param_regs; // the register parameters, for .more
	uint32_t nparam_regs;
	VEC(MSite *) sites; // in the order of the text
} MFunc;

// A register parameter's place in the spill area.
typedef struct MParamReg {
	uint8_t reg, size;
	bool pointer;
	uint32_t offset; // from the CFA
} MParamReg;

// ---- construction
VReg amd64_new_vreg(MFunc *f, bool is_float, uint8_t size, bool pointer);
MIns *amd64_new_ins(MFunc *f, MOp op, uint8_t size, uint32_t ndef, uint32_t nuse);
MBlock *amd64_new_block(MFunc *f);

const char *amd64_mangle(Arena *arena, const char *name); // mangle.c

// ---- printing (machine.c)
void amd64_dump(const MFunc *f, FILE *out, const char *title);
const char *amd64_reg_name(unsigned reg, unsigned size);

// ---- liveness (liveness.c)
typedef struct LiveVar {
	VReg v;
	// weighted instructions to the next use, from the block's begin (in) or end (out)
	int32_t distance;
} LiveVar;

typedef struct BlockLive {
	LiveVar *in, *out;
	uint32_t nin, nout;
	int32_t length; // weighted
} BlockLive;

enum {
	CALL_WEIGHT = 1000, // a call's length: what lives across it is in memory afterwards anyway
	EXIT_WEIGHT = 200,  // what is used only after a loop is far away inside it
	COLD_WEIGHT = 3000, // what is used only on the way to a panic
	FAR = 1 << 28,
};

// Live sets of each block, by number. Also fills in the sites' `live`.
BlockLive *amd64_liveness(MFunc *f);

int32_t amd64_weight(const MIns *ins); // an instruction's length in distances

// ---- parallel moves (moves.c)
typedef struct MLoc {
	enum { LOC_REG, LOC_SPILL, LOC_REMAT } kind;
	VReg v; // the value; LOC_SPILL: whose spill slot
	uint8_t reg;
} MLoc;

typedef struct MMove {
	MLoc from, to;
} MMove;

typedef struct MMoves {
	VEC(MMove) list;
	uint32_t free; // registers that may be overwritten
} MMoves;

// Appends instructions to `out` that do all moves of `m` at once. Moves between spill slots are
// resolved after the slots are numbered.
void amd64_resolve_moves(MFunc *f, const MMoves *m, MInsList *out);

MIns *amd64_make_copy(MFunc *f, VReg v, unsigned to, unsigned from);
MIns *amd64_make_reload(MFunc *f, VReg v, unsigned to);
MIns *amd64_make_spill(MFunc *f, VReg v, VReg slot_of, unsigned from);
MIns *amd64_make_remat(MFunc *f, VReg v, unsigned to);

// ---- checking (verify.c): ICE when allocated code does not compute what it computed before
void amd64_verify(MFunc *f);

// ---- the passes, in order
struct SsaFunc;
void amd64_select(MFunc *f, struct SsaFunc *ssa, bool verify); // isel*.c
void amd64_allocate(MFunc *f);                                 // regalloc.c
// frame.c: offsets of locals, spill slots, size; false: too large, which is reported. Variables and
// parameters alone are looked at before.
bool amd64_frame(MFunc *f);
bool amd64_frame_fits(const struct SsaFunc *f);
void amd64_layout(MFunc *f); // layout.c: order of blocks

#endif
