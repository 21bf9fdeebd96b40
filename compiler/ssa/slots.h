/*
 * Private to ssa/: what values do to slots, for slots.c (liveness) and verify_slots.c.
 */
#ifndef BURROW_SSA_SLOTS_H
#define BURROW_SSA_SLOTS_H

#include "ssa/ssa.h"

/* A part of a slot; size -1: somewhere in it. */
typedef struct SlotPart {
	Slot *slot;
	int64_t offset, size;
} SlotPart;

/* An access to a slot; `taken`: its address goes elsewhere, which counts as reading all of it. */
typedef void SlotAccess(void *ctx, SlotPart part, bool write, bool taken);

/* What v reads (which happens first), what it overwrites, what the end of a block reads. */
void slot_reads(void *ctx, SlotAccess *act, const Value *v);
void slot_writes(void *ctx, SlotAccess *act, const Value *v);
void slot_reads_at_end(void *ctx, SlotAccess *act, const Block *b);

/* The units [from, to) that an access has to do with: `write`: that it overwrites for certain. */
void slot_units(const SlotLiveness *l, const SlotPart *p, bool write, uint32_t *from, uint32_t *to);

/* Control may go from here to the defer-return point. */
bool slot_may_panic(const Value *v);
/* The collector may run at v. */
bool slot_is_safepoint(const Value *v);

#endif
