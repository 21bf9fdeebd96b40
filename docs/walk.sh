#!/bin/sh
# walk.sh [FILE]: writes FILE, or docs/walk.md: the article's program through every stage, with the dumps that the compiler prints.
# Run by `make docs`; `make check` fails when docs/walk.md is not what it writes, so that the walk cannot go stale.
set -eu
program=$SRCDIR/examples/sgap.go
out=${1:-$SRCDIR/docs/walk.md}
mkdir -p "$CHECKDIR"
cp "$program" "$CHECKDIR/sgap.go"
cd "$CHECKDIR"

# dump STAGE[:FUNC]: what the stage leaves, as an indented block
dump() { "$BURROW" build -dump="$1" -o "$CHECKDIR/walk.out" sgap.go | sed -e "s|$CHECKDIR/||g" -e 's/^/    /'; }

{
	cat <<'TEXT'
# A walk through the pipeline

This page follows the article's program from source to machine code. `make docs` writes it from the compiler's own dumps; the command
above each block prints it again. The order is that of `compile_package()` in `compiler/driver/compile.c`.

TEXT
	sed 's/^/    /' sgap.go
	cat <<'TEXT'

## 1. Syntax: `compiler/syntax`

The lexer (re2c) makes tokens and inserts semicolons; the parser (bison) makes an exact picture of the source. Each node has gc's
position and, in brackets, its span. `burrow build -dump=ast sgap.go`, the loop:

TEXT
	dump ast | sed -n '/^    func 9:6/,/^    func 20:6/p' | sed -n '1,60p'
	cat <<'TEXT'

## 2. Typed IR: `compiler/types`, `compiler/ir`

The checker gives each expression a type or a constant value. The typed IR stays close to the source, because gc's diagnostics
depend on that shape. `-dump=ir:foo`:

TEXT
	dump ir:foo
	cat <<'TEXT'

## 3. Inlining and escape analysis: `compiler/inline`, `compiler/escape`

Calls are replaced by bodies (`OINLCALL`), then every variable and allocation gets its verdict: `i` is `heap`, because the closure that
holds its address becomes a goroutine. `burrow build -gcflags -m ./sgap.go`:

TEXT
	"$BURROW" build -gcflags -m -o walk.out ./sgap.go 2>&1 | sed 's/^/    /'
	printf '\nand `-dump=escape:foo`, the same function afterwards:\n\n'
	dump escape:foo | sed -n '1,30p'
	cat <<'TEXT'

## 4. Lowered IR: `compiler/lower`

No sugar is left: `i` has become a pointer from `runtime.newobject`, the `go` statement a closure and a call. `-dump=lower:foo`:

TEXT
	dump lower:foo
	cat <<'TEXT'

## 5. SSA: `compiler/ssa`

Values are scalars; each is assigned once. The dump shows the function after construction and after each pass that changed it
(docs/ssa.md describes them). `-dump=ssa:foo`, as built:

TEXT
	dump ssa:foo | awk '/^    main.foo  after/ && n++ { exit } { print }'
	cat <<'TEXT'

## 6. Machine code: `compiler/amd64`

Instructions are selected, registers allocated across blocks, and the text is written with its maps. `-dump=asm:foo`, the function:

TEXT
	dump asm:foo | sed -n '/main\.foo:$/,/^    \.end:/p'
	cat <<'TEXT'

The frame's maps (docs/contracts.md, `runtime/include/funcmap.h`), line tables and debug information follow as data. `nasm` assembles the
units side by side and `ld` links them with `libruntime.a`. The program prints:

TEXT
	"$BURROW" build -o walk.out ./sgap.go && ./walk.out | sed 's/^/    /'
	echo
} >"$out.tmp"
mv "$out.tmp" "$out"
