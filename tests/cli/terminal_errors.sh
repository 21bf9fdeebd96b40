# Errors on a terminal: colour, the source line, the span underlined, hints; plain elsewhere, and as
# NO_COLOR, TERM and -color say.
. "$SRCDIR/tests/cli/lib.inc"
printf 'package main\n\nfunc main() {\n\tvar number int\n\tvar f float64 = nmuber + number\n\tvar g float64 = number*2\n}\n' >bad.go
fail() { echo "$1"; exit 1; }
has() { grep -qF -- "$2" "$1" || { cat -v "$1"; fail "no '$2' in $1"; }; }
lacks() { ! grep -qF -- "$2" "$1" || { cat -v "$1"; fail "'$2' in $1"; }; }
esc=$(printf '\033')

"$BURROW" check ./bad.go >plain 2>&1 && fail "accepted"
cat >want <<END
# command-line-arguments
./bad.go:5:18: undefined: nmuber
./bad.go:6:18: cannot use number * 2 (value of type int) as type float64 in variable declaration
END
diff plain want || fail "the plain text is not gc's"

"$BURROW" check -color=always ./bad.go >colored 2>&1 || true
has colored "${esc}["
has colored '    	var f float64 = nmuber + number'
has colored '^~~~~~'
has colored 'did you mean number?'
has colored 'convert it: float64(number * 2)'
grep -q '\^~~~~~~~' colored || fail "the span is not underlined"

# A terminal, made by script(1).
command -v script >/dev/null || exit 77
script -qec true /dev/null >/dev/null 2>&1 </dev/null || exit 77 # no pseudo-terminals here
script -qec "'$BURROW' check ./bad.go" /dev/null >tty 2>&1 </dev/null || true
has tty "${esc}["
has tty 'did you mean number?'
NO_COLOR=1 script -qec "'$BURROW' check ./bad.go" /dev/null >bare 2>&1 </dev/null || true
lacks bare "${esc}["
has bare '^~~~~~'
TERM=dumb script -qec "'$BURROW' check ./bad.go" /dev/null >dumb 2>&1 </dev/null || true
lacks dumb "${esc}["
script -qec "'$BURROW' check -color=never ./bad.go" /dev/null >never 2>&1 </dev/null || true
lacks never "${esc}["
lacks never 'did you mean'
"$BURROW" check -color=purple ./bad.go >/dev/null 2>&1 && fail "-color=purple is taken"
[ $? = 2 ] || true
exit 0
