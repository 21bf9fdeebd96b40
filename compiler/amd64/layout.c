// The order of blocks in the text: reverse postorder, the cold ones behind all others, loops turned
// so that their condition stands at the bottom and an iteration takes one jump. Where the text of a
// loop begins, it is aligned: else its speed depends on what stands before it, by up to a fifth.
#include "amd64/machine.h"

static bool is_jump_to(const MFunc *f, uint32_t from, uint32_t to)
{
	const MBlock *b = f->block[from];
	return b->nsucc == 1 && b->succ[0] == to;
}

// Where a jump to `to` ends: past blocks that hold nothing but a jump.
static uint32_t skip_empty(const MFunc *f, uint32_t to)
{
	for (uint32_t steps = 0; steps < f->nblock; steps++) {
		const MBlock *b = f->block[to];
		if (b->code.len != 1 || b->code.data[0]->op != M_JMP || to == 0)
			break;
		to = b->succ[0];
	}
	return to;
}

// A header that ends in a branch moves behind the last block that jumps to it, if that falls out of
// the loop there.
static void rotate_loops(MFunc *f, uint32_t n)
{
	uint32_t *place = NEW_ARRAY(f->arena, uint32_t, f->nblock);
	// block -> header + 1 to put behind it
	uint32_t *move_after = NEW_ARRAY(f->arena, uint32_t, f->nblock);
	bool *moved = NEW_ARRAY(f->arena, bool, f->nblock);
	for (uint32_t i = 0; i < n; i++)
		place[f->layout[i]] = i;
	for (uint32_t i = 1; i < n; i++) {
		MBlock *h = f->block[f->layout[i]];
		if (!h->header || vec_last(h->code)->op != M_BR || h->cold)
			continue;
		uint32_t latch = 0;
		for (uint32_t p = 0; p < h->npred; p++)
			if (place[h->pred[p]] > i && is_jump_to(f, h->pred[p], h->id) &&
			    !f->block[h->pred[p]]->cold && place[h->pred[p]] > place[latch])
				latch = h->pred[p];
		bool body_follows =
			i + 1 < n && f->block[f->layout[i + 1]]->depth >= h->depth &&
			(h->succ[0] == f->layout[i + 1] || h->succ[1] == f->layout[i + 1]);
		if (!latch || move_after[latch] || !body_follows)
			continue;
		move_after[latch] = h->id + 1;
		moved[h->id] = true;
	}
	uint32_t *to = NEW_ARRAY(f->arena, uint32_t, f->nblock), k = 0;
	for (uint32_t i = 0; i < n; i++) {
		uint32_t b = f->layout[i];
		if (moved[b])
			continue;
		to[k++] = b;
		for (uint32_t next = move_after[b]; next; next = move_after[next - 1])
			to[k++] = next - 1;
	}
	if (k == n)
		memcpy(f->layout, to, n * sizeof *to);
}

// The first block in the text to which a later one jumps back.
static void align_loops(MFunc *f)
{
	uint32_t *place = NEW_ARRAY(f->arena, uint32_t, f->nblock);
	for (uint32_t i = 0; i < f->nlayout; i++)
		place[f->layout[i]] = i;
	for (uint32_t i = 1; i < f->nlayout; i++) {
		MBlock *b = f->block[f->layout[i]];
		for (uint32_t s = 0; s < b->nsucc && !b->cold; s++)
			if (place[b->succ[s]] <= i)
				f->block[b->succ[s]]->aligned = true;
	}
}

static bool is_empty(const MFunc *f, uint32_t i)
{
	return i && skip_empty(f, i) != i;
}

// Appends the blocks that are cold, or those that are not; an edge's block stands behind the block
// it leaves.
static void append(MFunc *f, bool cold, const uint32_t *edges, const uint32_t *next)
{
	for (uint32_t i = 0; i < f->first_edge; i++) {
		if (f->block[i]->cold == cold && !is_empty(f, i))
			f->layout[f->nlayout++] = i;
		for (uint32_t e = edges[i]; e; e = next[e])
			if (f->block[e]->cold == cold && !is_empty(f, e))
				f->layout[f->nlayout++] = e;
	}
}

void amd64_layout(MFunc *f)
{
	// block -> the first edge block that leaves it
	uint32_t *edges = NEW_ARRAY(f->arena, uint32_t, f->nblock);
	uint32_t *next = NEW_ARRAY(f->arena, uint32_t, f->nblock);
	f->layout = NEW_ARRAY(f->arena, uint32_t, f->nblock);
	f->block[0]->cold = false;
	for (uint32_t i = f->first_edge; i < f->nblock; i++) {
		uint32_t from = f->block[i]->pred[0];
		next[i] = edges[from];
		edges[from] = i;
	}
	for (uint32_t i = 0; i < f->nblock; i++)
		for (uint32_t s = 0; s < f->block[i]->nsucc; s++)
			f->block[i]->succ[s] = skip_empty(f, f->block[i]->succ[s]);
	append(f, false, edges, next);
	rotate_loops(f, f->nlayout);
	append(f, true, edges, next);
	align_loops(f);
}
