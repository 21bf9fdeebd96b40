/*
 * Functions that the back end turns into instructions. For inlining they cost what an operator
 * costs; the list is gc's for amd64.
 */
#include "inline/private.h"

static const struct {
	const char *package;
	const char *names; /* separated and surrounded by spaces */
} intrinsics[] = {
	{"runtime", " slicebytetostringtmp KeepAlive getclosureptr getcallerpc getcallersp "},
	{"runtime/internal/math", " MulUintptr "},
	{"runtime/internal/sys",
	 " Ctz32 Ctz64 Bswap32 Bswap64 Len64 Len8 Prefetch PrefetchStreamed "},
	{"runtime/internal/atomic", " Load Load8 Load64 LoadAcq LoadAcq64 Loadp Store Store8 "
				    "Store64 StorepNoWB StoreRel StoreRel64 Xchg Xchg64 Xadd Xadd64"
				    " Cas Cas64 CasRel And8 And Or8 Or Loadint32 Loadint64 "
				    "LoaduintptrAcq Loaduint Loaduintptr LoadAcquintptr Storeint32"
				    " Storeint64 Storeuintptr StoreReluintptr Xchgint32 Xchgint64 "
				    "Xchguintptr Xaddint32 Xaddint64 Xadduintptr Casint32"
				    " Casint64 Casuintptr Casp1 "},
	{"math", " sqrt Sqrt Trunc Ceil Floor RoundToEven FMA "},
	{"math/big", " mulWW "},
	{"math/bits", " TrailingZeros64 TrailingZeros32 TrailingZeros16 TrailingZeros8 "
		      "ReverseBytes64 ReverseBytes32 Len64 Len32 Len16 Len8"
		      " Len OnesCount64 OnesCount32 OnesCount16 OnesCount RotateLeft8 RotateLeft16 "
		      "RotateLeft32 RotateLeft64 RotateLeft Mul"
		      " Mul64 Add Add64 Sub Sub64 Div Div64 "},
	{"sync/atomic", " LoadInt32 LoadInt64 LoadPointer LoadUint32 LoadUint64 LoadUintptr "
			"StoreInt32 StoreInt64 StoreUint32 StoreUint64"
			" StoreUintptr SwapInt32 SwapInt64 SwapUint32 SwapUint64 SwapUintptr "
			"CompareAndSwapInt32 CompareAndSwapInt64"
			" CompareAndSwapUint32 CompareAndSwapUint64 CompareAndSwapUintptr AddInt32 "
			"AddInt64 AddUint32 AddUint64 AddUintptr "},
};

bool inline_is_intrinsic(const Func *f)
{
	if (!f->obj || f->obj->is_method || !f->package)
		return false;
	for (size_t i = 0; i < COUNT(intrinsics); i++) {
		if (strcmp(intrinsics[i].package, f->package->path) != 0)
			continue;
		char name[64];
		snprintf(name, sizeof name, " %s ", f->name);
		return strstr(intrinsics[i].names, name) != NULL;
	}
	return false;
}
