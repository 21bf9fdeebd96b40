// Package atomic provides low-level atomic memory primitives useful for implementing synchronization algorithms. Every
// operation is sequentially consistent. The functions are C (runtime/lang/support.c) where the compiler has no instruction of its
// own for them.
package atomic

import "unsafe"

// SwapInt32 atomically stores new into *addr and returns the previous *addr value.
//
//burrow:leaf atomic_swap32
func SwapInt32(addr *int32, new int32) (old int32)

// SwapInt64 atomically stores new into *addr and returns the previous *addr value.
//
//burrow:leaf atomic_swap64
func SwapInt64(addr *int64, new int64) (old int64)

// SwapUint32 atomically stores new into *addr and returns the previous *addr value.
//
//burrow:leaf atomic_swap32
func SwapUint32(addr *uint32, new uint32) (old uint32)

// SwapUint64 atomically stores new into *addr and returns the previous *addr value.
//
//burrow:leaf atomic_swap64
func SwapUint64(addr *uint64, new uint64) (old uint64)

// SwapUintptr atomically stores new into *addr and returns the previous *addr value.
//
//burrow:leaf atomic_swap64
func SwapUintptr(addr *uintptr, new uintptr) (old uintptr)

// SwapPointer atomically stores new into *addr and returns the previous *addr value.
//
//burrow:leaf atomic_swap_pointer
func SwapPointer(addr *unsafe.Pointer, new unsafe.Pointer) (old unsafe.Pointer)

// CompareAndSwapInt32 executes the compare-and-swap operation for a int32 value.
//
//burrow:leaf atomic_cas32
func CompareAndSwapInt32(addr *int32, old, new int32) (swapped bool)

// CompareAndSwapInt64 executes the compare-and-swap operation for a int64 value.
//
//burrow:leaf atomic_cas64
func CompareAndSwapInt64(addr *int64, old, new int64) (swapped bool)

// CompareAndSwapUint32 executes the compare-and-swap operation for a uint32 value.
//
//burrow:leaf atomic_cas32
func CompareAndSwapUint32(addr *uint32, old, new uint32) (swapped bool)

// CompareAndSwapUint64 executes the compare-and-swap operation for a uint64 value.
//
//burrow:leaf atomic_cas64
func CompareAndSwapUint64(addr *uint64, old, new uint64) (swapped bool)

// CompareAndSwapUintptr executes the compare-and-swap operation for a uintptr value.
//
//burrow:leaf atomic_cas64
func CompareAndSwapUintptr(addr *uintptr, old, new uintptr) (swapped bool)

// CompareAndSwapPointer executes the compare-and-swap operation for a unsafe.Pointer value.
//
//burrow:leaf atomic_cas_pointer
func CompareAndSwapPointer(addr *unsafe.Pointer, old, new unsafe.Pointer) (swapped bool)

// AddInt32 atomically adds delta to *addr and returns the new value.
//
//burrow:leaf atomic_add32
func AddInt32(addr *int32, delta int32) (new int32)

// AddInt64 atomically adds delta to *addr and returns the new value.
//
//burrow:leaf atomic_add64
func AddInt64(addr *int64, delta int64) (new int64)

// AddUint32 atomically adds delta to *addr and returns the new value.
//
//burrow:leaf atomic_add32
func AddUint32(addr *uint32, delta uint32) (new uint32)

// AddUint64 atomically adds delta to *addr and returns the new value.
//
//burrow:leaf atomic_add64
func AddUint64(addr *uint64, delta uint64) (new uint64)

// AddUintptr atomically adds delta to *addr and returns the new value.
//
//burrow:leaf atomic_add64
func AddUintptr(addr *uintptr, delta uintptr) (new uintptr)

// LoadInt32 atomically loads *addr.
//
//burrow:leaf atomic_load32
func LoadInt32(addr *int32) (val int32)

// LoadInt64 atomically loads *addr.
//
//burrow:leaf atomic_load64
func LoadInt64(addr *int64) (val int64)

// LoadUint32 atomically loads *addr.
//
//burrow:leaf atomic_load32
func LoadUint32(addr *uint32) (val uint32)

// LoadUint64 atomically loads *addr.
//
//burrow:leaf atomic_load64
func LoadUint64(addr *uint64) (val uint64)

// LoadUintptr atomically loads *addr.
//
//burrow:leaf atomic_load64
func LoadUintptr(addr *uintptr) (val uintptr)

// LoadPointer atomically loads *addr.
//
//burrow:leaf atomic_load_pointer
func LoadPointer(addr *unsafe.Pointer) (val unsafe.Pointer)

// StoreInt32 atomically stores val into *addr.
//
//burrow:leaf atomic_store32
func StoreInt32(addr *int32, val int32)

// StoreInt64 atomically stores val into *addr.
//
//burrow:leaf atomic_store64
func StoreInt64(addr *int64, val int64)

// StoreUint32 atomically stores val into *addr.
//
//burrow:leaf atomic_store32
func StoreUint32(addr *uint32, val uint32)

// StoreUint64 atomically stores val into *addr.
//
//burrow:leaf atomic_store64
func StoreUint64(addr *uint64, val uint64)

// StoreUintptr atomically stores val into *addr.
//
//burrow:leaf atomic_store64
func StoreUintptr(addr *uintptr, val uintptr)

// StorePointer atomically stores val into *addr.
//
//burrow:leaf atomic_store_pointer
func StorePointer(addr *unsafe.Pointer, val unsafe.Pointer)
