// Liveness of virtual registers, with the distance to the next use.
//
// A backward data-flow analysis over blocks in postorder (they are numbered in reverse postorder):
// a block's live-out set is the union of its successors' live-in sets and of its own arguments to
// their phis. A phi's value is born at the head of its block and its arguments are used at the ends
// of the predecessors. The sets are kept as lists; one sparse set, shared by all blocks, holds the
// set at work. Distances (Belady's measure, as Braun and Hack extend it to whole functions in
// "Register Spilling and Live-Range Splitting for SSA-Form Programs", 2009) count instructions, a
// call as many, and grow at the exits of loops; they guide the allocator and need not be exact.
#include "amd64/machine.h"

typedef struct LiveSet {
	LiveVar *dense;
	uint32_t *sparse; // vreg -> place in dense
	uint32_t len;
} LiveSet;

static bool live_has(const LiveSet *s, VReg v)
{
	return s->sparse[v] < s->len && s->dense[s->sparse[v]].v == v;
}

// Adds v, or brings its next use nearer.
static void live_add(LiveSet *s, VReg v, int32_t distance)
{
	if (distance > FAR)
		distance = FAR;
	if (live_has(s, v)) {
		LiveVar *old = &s->dense[s->sparse[v]];
		if (distance < old->distance)
			old->distance = distance;
		return;
	}
	s->sparse[v] = s->len;
	s->dense[s->len++] = (LiveVar){v, distance};
}

static void live_set(LiveSet *s, VReg v, int32_t distance)
{
	if (live_has(s, v))
		s->dense[s->sparse[v]].distance = distance;
	else
		live_add(s, v, distance);
}

static void live_remove(LiveSet *s, VReg v)
{
	if (!live_has(s, v))
		return;
	uint32_t at = s->sparse[v];
	s->dense[at] = s->dense[--s->len];
	s->sparse[s->dense[at].v] = at;
}

int32_t amd64_weight(const MIns *ins)
{
	return ins->op == M_CALL || ins->op == M_CALL_C ? CALL_WEIGHT
	       : ins->op == M_CALL_LEAF                 ? 20
							: 1;
}

static int32_t edge_weight(const MBlock *from, const MBlock *to)
{
	return (to->depth < from->depth ? EXIT_WEIGHT : 0) +
	       (to->cold && !from->cold ? COLD_WEIGHT : 0);
}

// The live-out set of b from its successors, into `s`.
static void flow_from_successors(const MFunc *f, const BlockLive *live, const MBlock *b, LiveSet *s)
{
	s->len = 0;
	for (uint32_t i = 0; i < b->nsucc; i++) {
		const MBlock *to = f->block[b->succ[i]];
		const BlockLive *next = &live[to->id];
		int32_t weight = edge_weight(b, to);
		for (uint32_t j = 0; j < next->nin; j++)
			live_add(s, next->in[j].v, next->in[j].distance + weight);
	}
	for (uint32_t i = 0; i < b->nsucc; i++) {
		const MBlock *to = f->block[b->succ[i]];
		for (uint32_t p = 0; p < to->npred; p++)
			if (to->pred[p] == b->id)
				vec_each(MPhi, phi, to->phis)
					live_add(s, phi->arg[p], edge_weight(b, to));
	}
}

// Steps over b backwards; with `sites`, records what lives across each of its sites.
static void flow_through(MFunc *f, const MBlock *b, int32_t length, LiveSet *s, bool sites)
{
	for (uint32_t i = 0; i < s->len; i++)
		s->dense[i].distance += length;
	int32_t at = length;
	for (uint32_t i = b->code.len; i-- > 0;) {
		MIns *ins = b->code.data[i];
		at -= amd64_weight(ins);
		for (uint32_t d = 0; d < ins->ndef; d++)
			live_remove(s, ins->def[d].v);
		if (sites && ins->site) {
			uint32_t n = 0;
			ins->site->live = NEW_ARRAY(f->arena, VReg, s->len + ins->nuse);
			for (uint32_t j = 0; j < s->len; j++)
				if (f->vreg.data[s->dense[j].v].pointer &&
				    !f->vreg.data[s->dense[j].v].remat)
					ins->site->live[n++] = s->dense[j].v;
			for (uint32_t u = 0; ins->args_live && u < ins->nuse; u++) {
				const VInfo *info = &f->vreg.data[ins->use[u].v];
				if (info->pointer && !info->remat && !live_has(s, ins->use[u].v))
					ins->site->live[n++] = ins->use[u].v;
			}
			ins->site->nlive = n;
		}
		for (uint32_t u = 0; u < ins->nuse; u++)
			live_set(s, ins->use[u].v, at);
	}
	vec_each(MPhi, phi, b->phis)
		live_remove(s, phi->v);
}

static LiveVar *keep(MFunc *f, const LiveSet *s, LiveVar *old, uint32_t nold)
{
	LiveVar *to = s->len <= nold ? old : NEW_ARRAY(f->arena, LiveVar, s->len);
	memcpy(to, s->dense, s->len * sizeof *to);
	return to;
}

BlockLive *amd64_liveness(MFunc *f)
{
	BlockLive *live = NEW_ARRAY(f->arena, BlockLive, f->nblock);
	LiveSet s = {NEW_ARRAY(f->arena, LiveVar, f->vreg.len + 1),
		     NEW_ARRAY(f->arena, uint32_t, f->vreg.len + 1), 0};
	for (uint32_t i = 0; i < f->nblock; i++)
		vec_each(MInsRef, ins, f->block[i]->code)
			live[i].length += amd64_weight(*ins);
	for (bool changed = true; changed;) {
		changed = false;
		for (uint32_t i = f->nblock; i-- > 0;) {
			const MBlock *b = f->block[i];
			BlockLive *l = &live[b->id];
			flow_from_successors(f, live, b, &s);
			flow_through(f, b, l->length, &s, false);
			changed |= s.len != l->nin;
			l->in = keep(f, &s, l->in, l->nin);
			l->nin = s.len;
		}
	}
	for (uint32_t i = f->nblock; i-- > 0;) {
		const MBlock *b = f->block[i];
		BlockLive *l = &live[b->id];
		flow_from_successors(f, live, b, &s);
		l->out = keep(f, &s, NULL, 0);
		l->nout = s.len;
		flow_through(f, b, l->length, &s, true);
	}
	return live;
}
