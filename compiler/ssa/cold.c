/*
 * Pass cold: marks the blocks from which control can only end in a call that does not return, so
 * that the back end puts them out of line, and makes the branches to them unlikely.
 */
#include "ssa/passes.h"

static bool leads_to_cold(const Block *b)
{
	if (b->kind == BLOCK_EXIT)
		return true;
	for (uint32_t i = 0; i < b->succs.len; i++)
		if (!b->succs.data[i].block->cold)
			return false;
	return b->succs.len > 0;
}

void ssa_pass_cold(SsaFunc *f)
{
	for (uint32_t i = f->blocks.len; i-- > 0;) {
		Block *b = f->blocks.data[i];
		b->cold = leads_to_cold(b);
		if (b->kind != BLOCK_IF || b->cold)
			continue;
		if (b->succs.data[0].block->cold)
			b->likely = -1;
		else if (b->succs.data[1].block->cold)
			b->likely = 1;
	}
}
