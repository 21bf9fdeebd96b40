// Package cpu says what the processor can do. Every x86-64 processor has what burrow's code uses, so no more than that is
// claimed.
package cpu

const (
	CacheLinePadSize = 64
	CacheLineSize    = 64
	GOARCH           = "amd64"
)

// CacheLinePad keeps neighbours in a struct on cache lines of their own.
type CacheLinePad struct{ _ [CacheLinePadSize]byte }

// X86 has the features that the standard library's portable files may ask for.
var X86 struct {
	_            CacheLinePad
	HasAES       bool
	HasADX       bool
	HasAVX       bool
	HasAVX2      bool
	HasBMI1      bool
	HasBMI2      bool
	HasERMS      bool
	HasFMA       bool
	HasOSXSAVE   bool
	HasPCLMULQDQ bool
	HasPOPCNT    bool
	HasRDTSCP    bool
	HasSSE3      bool
	HasSSSE3     bool
	HasSSE41     bool
	HasSSE42     bool
	_            CacheLinePad
}

// ARM64 and S390X are asked by files for every processor, and have nothing.
var ARM64 struct{ HasAES, HasPMULL, HasSHA1, HasSHA2, HasCRC32, HasATOMICS bool }

var S390X struct{ HasAES, HasAESCBC, HasAESCTR, HasAESGCM, HasGHASH bool }

// Initialize has nothing to find out.
func Initialize(env string) {}

// Name returns the processor's name: it is not known.
func Name() string {
	return ""
}
