// Package sig holds marks by which one can tell from a program's symbols what cryptography it was built with. They do nothing;
// in Go's tree they are in assembly.
package sig

// BoringCrypto marks a program that is linked with BoringCrypto.
//
//go:noinline
func BoringCrypto() {}

// FIPSOnly marks a program that is restricted to FIPS-approved settings.
//
//go:noinline
func FIPSOnly() {}

// StandardCrypto marks a program that is built with Go's own cryptography.
//
//go:noinline
func StandardCrypto() {}
