# burrow lsp with a client that speaks the protocol by hand: lsp/*.pl.
. "$SRCDIR/tests/cli/lib.inc"
perl -MJSON::PP -e 1 2>/dev/null || { echo "skip: perl without JSON::PP"; exit 77; }
printf 'package main\n\nfunc main() {}\n' >a.go
mkdir tmp
for test in "$SRCDIR"/tests/cli/lsp/*.pl; do
	TMPDIR=$PWD/tmp perl -I "$SRCDIR/tests/cli/lsp" "$test" || exit 1
done
[ -z "$(ls tmp)" ] || { echo "left behind: $(ls tmp)"; exit 1; }
want 2 'takes no arguments' burrow lsp x.go
want 2 'unknown flag: -nosuch' burrow lsp -nosuch
# Neovim shows the same.
command -v nvim >/dev/null || { echo 'neovim is not installed: not tested with it'; exit 0; }
printf 'package main\n\nvar sink *int\n\nfunc keep() {\n\tx := 1\n\tsink = &x\n}\n\nfunc main() { keep() }\n' >a.go
HOME=$PWD XDG_STATE_HOME=$PWD timeout 500 nvim --headless -u NONE -n -i NONE -c "luafile $SRCDIR/tests/cli/lsp/neovim.lua" >nvim.txt 2>&1 || { cat nvim.txt; exit 1; }
cat >want.txt <<'TXT'
hint 5:1-2 x is on the heap: one 8-byte int per call of keep
  6:1 the address of x is stored in the package variable sink, which outlives every call
hover **x is on the heap: one 8-byte int per call of keep** | 1. the address of x is stored in the package variable sink, which outlives every call   |    7: `sink = &x` | change (changes behaviour): keep a copy: line 3 `var sink int`, line 7 `sink = x`; what is written to x later is not seen through sink, and a nil pointer cannot be kept in sink
lens 5: x: heap
error 5:1-7 undefined: nosuch
TXT
diff want.txt shown.txt || { cat nvim.txt; exit 1; }
