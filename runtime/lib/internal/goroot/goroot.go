// Package goroot says which packages come with Go. Its own files are chosen by the compiler's build
// tag, and burrow sets neither gc nor gccgo; there is one tree and one rule.
package goroot

import (
	"os"
	"path/filepath"
)

// IsStandardPackage reports whether path is a package of the tree at goroot. The compiler is the one
// that the caller's build is for; gccgo has no tree.
func IsStandardPackage(goroot, compiler, path string) bool {
	if compiler == "gccgo" {
		panic("goroot: gccgo has a list of its own")
	}
	info, err := os.Stat(filepath.Join(goroot, "src", path))
	return err == nil && info.IsDir()
}
