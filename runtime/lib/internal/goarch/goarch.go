// Package goarch describes x86-64, the architecture that burrow compiles for.
package goarch

type ArchFamilyType int

const (
	AMD64 ArchFamilyType = iota
	ARM
	ARM64
	I386
	LOONG64
	MIPS
	MIPS64
	PPC64
	RISCV64
	S390X
	WASM
)

const (
	GOARCH              = "amd64"
	ArchFamily          = AMD64
	BigEndian           = false
	PtrSize             = 8
	PCQuantum           = 1
	Int64Align          = 8
	MinFrameSize        = 0
	StackAlign          = PtrSize
	DefaultPhysPageSize = 4096

	IsAmd64 = 1
	Is386   = 0
	IsArm   = 0
	IsArm64 = 0
)
