/* What the files of lang/ share: the layouts of channels and maps, which package runtime declares
 * in Go too. */
#ifndef BURROW_LANG_H
#define BURROW_LANG_H

#include "runtime.h"
#include "type.h"

/* Two words that a C function may answer: rax and rdx. */
typedef struct Pair {
	uintptr_t a, b;
} Pair;

static inline Pair pair(const void *a, uintptr_t b)
{
	return (Pair){(uintptr_t)a, b};
}

typedef struct String {
	const uint8_t *p;
	Int n;
} String;

/* ---- Channels */

typedef struct WaitQueue {
	Sudog *first, *last;
} WaitQueue;

struct Hchan {
	Int count; /* values in the buffer: len(c) */
	Int cap;   /* cap(c) */
	uint8_t *buf;
	const Type *elem;
	Int sendx, recvx; /* where the next value goes in and comes out */
	uint32_t closed;
	Lock lock; /* guards everything here and the sudogs in the queues */
	WaitQueue receivers, senders;
};

enum {
	CHAN_CLOSED, /* receive: closed and empty */
	CHAN_DONE,
	CHAN_BLOCKED, /* would block and may not */
	CHAN_PANIC,   /* send on, or close of, a closed channel */
	CHAN_NIL,     /* close of a nil channel */
};

/* These four expect c->lock to be held. */
int chan_try_send(Hchan *c, const void *elem); /* DONE, BLOCKED, PANIC */
int chan_try_recv(Hchan *c, void *elem);       /* DONE, BLOCKED, CLOSED */
void queue_push(WaitQueue *q, Sudog *s);
void queue_remove(WaitQueue *q, Sudog *s); /* does nothing when it is not there */

/* ---- Equality and hashing by descriptor (alg.c) */

/* 1 equal, 0 not, -1 when that takes a walk of unknown depth. */
Int type_equal_simple(const Type *t, const void *p, const void *q);
/* {equal, NULL} or {0, the type that cannot be compared}. */
Pair type_equal(const Type *t, const void *p, const void *q);
/* false when hashing takes a walk of unknown depth, or cannot be done. */
bool type_hash_simple(const Type *t, const void *p, uint64_t seed, uint64_t *hash);
/* NULL, or the type that cannot be hashed. */
const Type *type_hash(const Type *t, const void *p, uint64_t seed, uint64_t *hash);

uint64_t hash_bytes(const void *p, uintptr_t n, uint64_t seed);

/* The product of two words, folded: what wyhash mixes with. */
static inline uint64_t hash_mix(uint64_t a, uint64_t b)
{
	unsigned __int128 r = (unsigned __int128)a * b;
	return (uint64_t)r ^ (uint64_t)(r >> 64);
}

static inline uint64_t hash_word(uint64_t key, uint64_t seed)
{
	return hash_mix(key ^ seed ^ 0xa0761d6478bd642full, 0xe7037ed1a0b428dbull);
}

static inline void store_pointer(void *dst, void *value)
{
	if (unlikely(rt_wb_enabled))
		heap_store(dst, value);
	else
		*(void **)dst = value;
}

#endif
