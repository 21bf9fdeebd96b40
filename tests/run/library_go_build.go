// Package go/build, with the build constraints and the tree of another one than its own.
package main

import (
	"fmt"
	"go/build"
	"os"
	"path/filepath"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	os.Setenv("GO111MODULE", "off")
	root, err := os.MkdirTemp("", "go-build")
	check(err)
	defer os.RemoveAll(root)
	dir := filepath.Join(root, "src", "shapes")
	check(os.MkdirAll(dir, 0o755))
	files := map[string]string{
		"a.go":         "// Package shapes has two files.\npackage shapes\n\nimport \"fmt\"\n\nvar _ = fmt.Sprint()\n",
		"a_test.go":    "package shapes\n",
		"b_windows.go": "package shapes\n",
		"c.go":         "//go:build never && !linux\n\npackage shapes\n",
		"d_linux.go":   "package shapes\n\nimport \"os\"\n\nvar _ = os.Args\n",
	}
	for name, text := range files {
		check(os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644))
	}
	context := build.Default
	context.GOPATH, context.GOROOT, context.Compiler = root, "/none", "gc"
	p, err := context.Import("shapes", "", 0)
	fmt.Println(p.Name, p.GoFiles, p.TestGoFiles, p.IgnoredGoFiles, p.Imports, err)
	fmt.Println(p.Doc, p.Goroot, p.IsCommand())
	_, err = context.Import("no/such", "", 0)
	fmt.Println(err != nil, build.IsLocalImport("./x"), build.IsLocalImport("x"))
	for name := range map[string]int{"b_windows.go": 1} {
		fmt.Println(context.MatchFile(dir, name))
	}
}
