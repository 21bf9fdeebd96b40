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
