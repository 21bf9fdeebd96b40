package atomic

import "unsafe"

// A Value provides an atomic load and store of a consistently typed value. The zero value for a Value returns nil from Load. Once
// Store has been called, a Value must not be copied.
type Value struct {
	v any
}

// The words of an interface.
type words struct {
	typ, data unsafe.Pointer
}

// What typ points to while the first store is on its way.
var storing byte

//burrow:leaf sched_pin
func pin() int

//burrow:leaf sched_unpin
func unpin()

// Load returns the value set by the most recent Store, or nil if there has been no call to Store.
func (v *Value) Load() (val any) {
	p := (*words)(unsafe.Pointer(v))
	typ := LoadPointer(&p.typ)
	if typ == nil || typ == unsafe.Pointer(&storing) {
		return nil
	}
	r := (*words)(unsafe.Pointer(&val))
	r.data = LoadPointer(&p.data)
	r.typ = typ
	return
}

// begin puts the first value in; false: another goroutine was faster, or is about to.
func (p *words) begin(new *words) bool {
	pin()
	if !CompareAndSwapPointer(&p.typ, nil, unsafe.Pointer(&storing)) {
		unpin()
		return false
	}
	StorePointer(&p.data, new.data)
	StorePointer(&p.typ, new.typ)
	unpin()
	return true
}

// Store sets the value of the Value v to val. All calls to Store for a given Value must use values of the same concrete type.
// Store of an inconsistent type panics, as does Store(nil).
func (v *Value) Store(val any) {
	if val == nil {
		panic("sync/atomic: store of nil value into Value")
	}
	p, new := (*words)(unsafe.Pointer(v)), (*words)(unsafe.Pointer(&val))
	for {
		typ := LoadPointer(&p.typ)
		if typ == nil && p.begin(new) {
			return
		}
		if typ == nil || typ == unsafe.Pointer(&storing) {
			continue
		}
		if typ != new.typ {
			panic("sync/atomic: store of inconsistently typed value into Value")
		}
		StorePointer(&p.data, new.data)
		return
	}
}

// Swap stores new into Value and returns the previous value. It returns nil if the Value is empty.
func (v *Value) Swap(new any) (old any) {
	if new == nil {
		panic("sync/atomic: swap of nil value into Value")
	}
	p, n := (*words)(unsafe.Pointer(v)), (*words)(unsafe.Pointer(&new))
	for {
		typ := LoadPointer(&p.typ)
		if typ == nil && p.begin(n) {
			return nil
		}
		if typ == nil || typ == unsafe.Pointer(&storing) {
			continue
		}
		if typ != n.typ {
			panic("sync/atomic: swap of inconsistently typed value into Value")
		}
		o := (*words)(unsafe.Pointer(&old))
		o.data = SwapPointer(&p.data, n.data)
		o.typ = typ
		return old
	}
}

// CompareAndSwap executes the compare-and-swap operation for the Value.
func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	p, n, o := (*words)(unsafe.Pointer(v)), (*words)(unsafe.Pointer(&new)), (*words)(unsafe.Pointer(&old))
	if o.typ != nil && o.typ != n.typ {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	for {
		typ := LoadPointer(&p.typ)
		if typ == nil {
			if old != nil {
				return false
			}
			if p.begin(n) {
				return true
			}
			continue
		}
		if typ == unsafe.Pointer(&storing) {
			continue
		}
		if typ != n.typ {
			panic("sync/atomic: compare and swap of inconsistently typed value into Value")
		}
		data := LoadPointer(&p.data)
		var now any
		w := (*words)(unsafe.Pointer(&now))
		w.typ = typ
		w.data = data
		if now != old {
			return false
		}
		if CompareAndSwapPointer(&p.data, data, n.data) {
			return true
		}
	}
}
