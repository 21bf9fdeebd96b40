// The frame: where spill slots and variables lie, how large it is, and whether there has to be one.
//
// From rsp upwards: outgoing stack arguments; spill slots, last those of pointers; variables with
// pointers, so that the words the maps tell of stand together; other variables, the small ones
// first. A function that calls nothing and keeps everything in registers has none: rbp stays the
// caller's.
#include "amd64/machine.h"
#include "ssa/ssa.h"

enum {
	// the stack guard lies so far above what may be used that these need not be counted
	SMALL_FRAME = 128,
	LEAF_LIMIT = 96, // frames up to this need no check when nothing is called
	SMALL_VARIABLE = 64,
	FRAME_MAX = 1 << 30,
};

static uint32_t align_up(uint32_t n, uint32_t align)
{
	return (n + align - 1) & ~(align - 1);
}

static int group_of(const MLocal *local)
{
	return local->ptrs && !local->whole ? 0 : local->size <= SMALL_VARIABLE ? 1 : 2;
}

// Places the variables of a group from offset `at` on; answers where they end.
static uint64_t place_variables(MFunc *f, int group, uint64_t at)
{
	vec_each(MLocal, local, f->locals) {
		if (local->incoming || group_of(local) != group)
			continue;
		at = (at + local->align - 1) & ~(uint64_t)(local->align - 1);
		local->offset = at;
		at += local->size;
	}
	return at;
}

bool amd64_frame_fits(const struct SsaFunc *f)
{
	int64_t args = f->abi->args_size + f->abi->spill_size, locals = 0;
	for (uint32_t i = 0; i < f->slots.len && args < FRAME_MAX; i++) {
		const Slot *slot = f->slots.data[i];
		if (slot->used && slot->place == SLOT_FRAME)
			locals += slot->size < FRAME_MAX * 16L ? slot->size : FRAME_MAX * 16L;
	}
	if (args < FRAME_MAX && locals < FRAME_MAX)
		return true;
	diag_error(f->ir->pos, "stack frame too large (>1GB): %ld MB locals + %ld MB args",
		   (long)(locals >> 20), (long)(args >> 20));
	return false;
}

bool amd64_frame(MFunc *f)
{
	bool calls = false, memory = false;
	for (uint32_t i = 0; i < f->nblock; i++)
		vec_each(MInsRef, ins, f->block[i]->code) {
			const MIns *x = *ins;
			calls |= MOP_IS(x, MF_CALL) || x->op == M_POLL || x->op == M_WB;
			memory |= x->mem == MEM_LOCAL || x->mem == MEM_OUT || x->op == M_ENTRY_ZERO;
		}
	uint64_t at = align_up(f->out_size, 8);
	f->spill_base = at;
	at += 8 * f->nslots;
	f->pointers_from = f->spill_base + 8 * f->pointer_slots;
	at = place_variables(f, 0, at);
	at = f->pointers_to = align_up(at, 8);
	at = place_variables(f, 1, at);
	at = place_variables(f, 2, at);
	f->frame_size = align_up(at, 16);
	f->has_calls = calls;
	f->has_frame |= calls || memory || f->nslots || f->defer_point;
	if (!f->has_frame)
		f->frame_size = 0;
	f->check_stack = !f->nosplit && f->has_frame && (calls || f->frame_size > LEAF_LIMIT);
	if (f->frame_size < FRAME_MAX)
		return true;
	diag_error(f->pos, "stack frame too large (>1GB): %u MB locals + %u MB args + %u MB callee",
		   (f->frame_size - f->out_size) >> 20, (f->args_size + f->spill_size) >> 20,
		   f->out_size >> 20);
	return false;
}
