# burrow explain -html: the page, and what it does in Chromium (page/test.pl) where that is installed.
. "$SRCDIR/tests/cli/lib.inc"
cp "$SRCDIR/tests/cli/page/page.go" .
want 0 '' burrow explain -html -o page.html page.go
for text in '<!DOCTYPE html>' '"findings":' '\u003c/script\u003e' 'func keep(n *node)'; do
	grep -qF "$text" page.html || { echo "no $text in the page"; exit 1; }
done
grep -qE '(src|href)="?http|@import|url\([^#]|@CSS@|@JS@|@DATA@' page.html && { echo 'it needs something else'; exit 1; }
want 2 '-html needs -o FILE' burrow explain -html page.go
want 2 'no line 99' burrow explain -html -o none.html page.go:99
absent none.html
want 3 'cannot write' burrow explain -html -o /no/such/dir/x.html page.go
want 0 '' burrow run -allocs=table.txt page.go
want 0 '' burrow explain -html -allocs=table.txt -o page.html page.go
grep -qF '{"file":"./page.go","line":38,"objects":3,"bytes":72}' page.html || { grep -F '"objects"' page.html; exit 1; }
want 2 'cannot read nosuch' burrow explain -html -allocs=nosuch -o none.html page.go
want 2 '-allocs=FILE' burrow explain -html -allocs -o none.html page.go
absent none.html
perl -I "$SRCDIR/tests/cli/page" -MBrowser -e 'exit(Browser::find() eq "")' 2>/dev/null || { echo 'chromium is not installed: clicks are not tested'; exit 0; }
HOME=$PWD TMPDIR=$PWD timeout 500 perl -I "$SRCDIR/tests/cli/page" "$SRCDIR/tests/cli/page/test.pl" "$PWD/page.html" ${SHOTS:-}
