// Instruction selection: what isel.c gives isel_ops.c and isel_mem.c. Private to the selection.
//
// Blocks are taken from last to first and values likewise, so that a value's users are selected
// before it: what they all fold into themselves (an address, an immediate, a comparison, a load) is
// never asked for and costs nothing. Instructions of one value are put into `seq` in the order of
// execution; the block is turned round at its end.
#ifndef BURROW_AMD64_ISEL_H
#define BURROW_AMD64_ISEL_H

#include "amd64/machine.h"
#include "ssa/ssa.h"

typedef struct Isel {
	MFunc *f;
	SsaFunc *ssa;
	SlotLiveness *slots;
	VReg *vreg;         // by value id: the register asked for, 0: none
	uint32_t *epoch;    // by value id: how many writes to memory stand before it in its block
	uint32_t end_epoch; // at the end of the block at work
	bool *folded;       // by value id: a load that became an operand of its only user
	MInsList seq;       // instructions of the value at work
	MInsList reversed;  // the block, last instruction first
	Block *block;
	Value *at;      // the value at work, NULL: the block's end
	uint32_t place; // its place in the block
	Pos pos;
	uint32_t inl;
} Isel;

// A memory operand being put together.
typedef struct Address {
	uint8_t kind; // MMemKind
	Value *base, *index;
	VReg base_reg; // instead of base
	uint8_t scale;
	int64_t disp;
	uint32_t local;
	Str sym;
} Address;

// ---- isel.c
VReg isel_use(Isel *s, Value *v); // the register of v, asked for if need be
VReg isel_def(Isel *s, Value *v); // the register that v is to be left in (somebody asked for it)
VReg isel_temp(Isel *s, Kind kind);
// appended to seq; def 0: none
MIns *isel_ins(Isel *s, MOp op, unsigned size, VReg def, unsigned nuse);
MIns *isel_one(Isel *s, MOp op, unsigned size, VReg def, VReg x);
MIns *isel_two(Isel *s, MOp op, unsigned size, VReg def, VReg x, VReg y);
MIns *isel_imm(Isel *s, MOp op, unsigned size, VReg def, VReg x, int64_t imm);
VReg isel_const(Isel *s, Kind kind, int64_t bits); // integer or float
bool isel_imm32(const Value *v, int64_t *c);
// A load that only v uses and that may as well be done by v.
bool isel_can_fold(const Isel *s, const Value *load, const Value *user);
// What lives in the frame's variables across the safepoint v.
MSite *isel_site(Isel *s, const Value *v);
const char *isel_symbol(Isel *s, Str name);

// ---- isel_mem.c
Address isel_address(Isel *s, Value *pointer, int64_t disp);
// An instruction with a memory operand: `nuse` uses of its own, then those of the address.
MIns *isel_mem(Isel *s, MOp op, unsigned size, VReg def, unsigned nuse, const Address *a);
void isel_memory(Isel *s, Value *v); // loads, stores, moves, clears, atomics

// ---- isel_ops.c
void isel_arith(Isel *s, Value *v);
// A comparison that `ins` (BR, SETCC, MASKCC) is to make of `v`, which is a bool.
MIns *isel_compare(Isel *s, MOp op, VReg def, Value *v, bool negate);
VReg isel_extended(Isel *s, Value *v, bool sign); // to at least four bytes

// ---- isel_call.c
void isel_call(Isel *s, Value *v);
void isel_return(Isel *s, Value *v);
void isel_entry(Isel *s);
uint8_t isel_abi_reg(const AbiPiece *piece);

#endif
