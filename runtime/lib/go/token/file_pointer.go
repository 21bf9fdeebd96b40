package token

import (
	"sync/atomic"
	"unsafe"
)

// filePointer is an atomic.Pointer[File].
type filePointer struct{ p unsafe.Pointer }

func (x *filePointer) Load() *File   { return (*File)(atomic.LoadPointer(&x.p)) }
func (x *filePointer) Store(f *File) { atomic.StorePointer(&x.p, unsafe.Pointer(f)) }
