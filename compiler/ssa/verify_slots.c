/*
 * The verifier of slots.c, which goes the other way: forwards, with the units that hold a value.
 *
 * A unit has a value once it was written (or zeroed at entry) and loses it at a safepoint where it
 * is not said to live, because the collector may have freed what it points to. Whatever is read,
 * and whatever is said to live, must have a value on all ways; so must, wherever the function may
 * panic, what the defer-return point needs.
 */
#include "ssa/slots.h"

typedef struct Checker {
	SsaFunc *f;
	const SlotLiveness *l;
	Bits *in, *out; /* by block: units with a value */
	Bits now, scratch;
	Bits needed; /* at the defer-return point */
	const Block *block;
	const Value *at;
	bool check; /* else only the flow is computed */
} Checker;

static _Noreturn void bad(const Checker *c, uint32_t unit, const char *what)
{
	const SlotUnit *u = &c->l->units.data[unit];
	ssa_print(stderr, c->f, "slots");
	if (c->at) {
		ssa_print_value(stderr, c->at);
		fputc('\n', stderr);
	}
	ICE(c->at ? c->at->pos : c->block->pos, "slots of %s: b%u: s%u+%lld %s", c->f->symbol,
	    c->block->id, u->slot->id, (long long)u->offset, what);
}

static void read_or_write(void *ctx, SlotPart p, bool write, bool taken)
{
	Checker *c = ctx;
	uint32_t from, to;
	(void)taken;
	slot_units(c->l, &p, write, &from, &to);
	for (; from < to; from++)
		if (write)
			bits_add(&c->now, from);
		else if (c->check && !bits_has(&c->now, from))
			bad(c, from, "is read without a value");
}

static void pass_safepoint(Checker *c)
{
	const SlotSite *site = c->l->sites[c->at->id];
	bits_clear(&c->scratch);
	for (uint32_t i = 0; site && i < site->n; i++) {
		bits_add(&c->scratch, site->units[i]);
		if (c->check && !bits_has(&c->now, site->units[i]))
			bad(c, site->units[i], "is said to live without a value");
	}
	bits_intersect(&c->now, &c->scratch);
}

static void check_recovery(const Checker *c)
{
	for (uint32_t u = bits_next(&c->needed, 0); u < c->l->units.len;
	     u = bits_next(&c->needed, u + 1))
		if (!bits_has(&c->now, u))
			bad(c, u, "may be read after a recovery without a value");
}

static void walk_block(Checker *c, const Block *b)
{
	c->block = b;
	bits_copy(&c->now, &c->in[b->order]);
	each_value(b, v)
	{
		c->at = v;
		slot_reads(c, read_or_write, v);
		if (c->check && slot_may_panic(v))
			check_recovery(c);
		if (slot_is_safepoint(v))
			pass_safepoint(c);
		slot_writes(c, read_or_write, v);
	}
	c->at = NULL;
	slot_reads_at_end(c, read_or_write, b);
}

/* The units with a value at the begin of a block: those that have one at the end of each
 * predecessor. */
static void begin_block(Checker *c, const Block *b)
{
	Bits *in = &c->in[b->order];
	uint32_t n = c->l->units.len;
	if (!b->preds.len) {
		for (uint32_t u = 0; u < n; u++) {
			const SlotUnit *unit = &c->l->units.data[u];
			bool valid = b == c->f->entry ? unit->zero || unit->slot->place == SLOT_ARGS
						      : bits_has(&c->needed, u);
			if (valid)
				bits_add(in, u);
		}
		return;
	}
	bits_copy(in, &c->out[b->preds.data[0].block->order]);
	for (uint32_t i = 1; i < b->preds.len; i++)
		bits_intersect(in, &c->out[b->preds.data[i].block->order]);
}

void ssa_verify_slots(SsaFunc *f, const SlotLiveness *l)
{
	uint32_t n = l->units.len, nblocks = f->blocks.len;
	if (!n)
		return;
	Checker c = {.f = f, .l = l};
	c.in = NEW_ARRAY(f->arena, Bits, nblocks);
	c.out = NEW_ARRAY(f->arena, Bits, nblocks);
	c.now = bits_new(f->arena, n);
	c.scratch = bits_new(f->arena, n);
	c.needed = bits_new(f->arena, n);
	for (uint32_t i = 0; i < l->recovered.len; i++)
		bits_add(&c.needed, l->recovered.data[i]);
	for (uint32_t i = 0; i < nblocks; i++) {
		c.in[i] = bits_new(f->arena, n);
		c.out[i] = bits_new(f->arena, n);
		for (uint32_t u = 0; u < n; u++)
			bits_add(&c.out[i], u);
	}
	for (bool changed = true; changed;) {
		changed = false;
		each_block(f, b)
		{
			begin_block(&c, b);
			walk_block(&c, b);
			changed |= bits_count(&c.now) != bits_count(&c.out[b->order]);
			bits_copy(&c.out[b->order], &c.now);
		}
	}
	c.check = true;
	each_block(f, b)
	{
		begin_block(&c, b);
		walk_block(&c, b);
	}
}
