package build

import (
	"path/filepath"
	"runtime"
)

// getToolDir gives the directory of the tools that come with the tree.
func getToolDir() string {
	return filepath.Join(runtime.GOROOT(), "pkg", "tool", runtime.GOOS+"_"+runtime.GOARCH)
}
