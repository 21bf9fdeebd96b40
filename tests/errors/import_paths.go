package main

import (
	a "/foo"           // ERROR "could not import /foo \(import path cannot be absolute path\)"
	b "unicode//utf8"  // ERROR "could not import unicode//utf8 \(non-canonical import path .unicode//utf8. \(should be .unicode/utf8.\)\)"
)

func main() {
	a.F()
	b.F()
}
