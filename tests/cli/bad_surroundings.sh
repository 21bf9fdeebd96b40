# What the system may refuse: a file that cannot be read, a tool that is missing, a full disk, an interrupt, a closed output, a cache that
# cannot be written, no HOME. One clear message or none, the right exit status, nothing half-written left behind.
. "$SRCDIR/tests/cli/lib.inc"
printf 'package main\n\nfunc main() { println("ok") }\n' >ok.go
printf '\357\273\277package main\n\nfunc main() {}\n' >bom.go
want 0 '' burrow build -o bom bom.go
printf 'package main\n\nfunc main() { println("\357\273\277") }\n' >bom2.go
want 1 'BOM' burrow build -o prog bom2.go

if [ "$(id -u)" != 0 ]; then
	cp ok.go secret.go
	chmod 000 secret.go
	want 1 'ermission denied' burrow build -o prog secret.go
fi

mkdir bin
ln -s "$(command -v nasm)" bin/nasm
want 3 'ld' env PATH="$PWD/bin" BURROWCACHE="$PWD/cache1" "$BURROW" build -o prog ok.go
absent prog

# the command alone, without its library
mkdir -p alone/bin
cp "$BURROW" alone/bin
want 3 'library is missing' alone/bin/burrow build -o prog ok.go
absent prog

# no room: the program is larger than what may be written
want 0 '' burrow build -o big ok.go
(ulimit -f 8 && trap '' XFSZ && burrow build -a -o prog ok.go) >out.txt 2>err.txt && { echo "built on a full disk"; exit 1; }
[ -s err.txt ] || { echo "no message on a full disk"; exit 1; }
absent prog

# an interrupt while it builds
mkdir tmp
cat >many.sh <<'SH'
echo 'package main'
for i in 1 2 3 4 5 6 7 8; do for j in 0 1 2 3 4 5 6 7 8 9; do for k in 0 1 2 3 4 5 6 7 8 9; do
	echo "func f$i$j$k(a, b int, s []string) (r string) { for i := range s { if i > a { r += s[i] + \"$i$j$k\" } else { b++ } }; return r + string(rune(b)) }"
done; done; done
echo 'func main() { println(f100(1, 2, nil)) }'
SH
sh many.sh >many.go
for delay in 0.02 0.2 0.6; do
	# as Ctrl-C does, the signal goes to the whole group
	status=0
	env TMPDIR="$PWD/tmp" BURROWCACHE="$PWD/cache2" timeout -s INT $delay "$BURROW" build -o prog many.go >out.txt 2>err.txt || status=$?
	# it may have come too late: then the program is whole
	[ ! -e prog ] || ./prog >out.txt 2>&1 || { echo "half a program after a signal"; exit 1; }
	rm -f prog
	turn=0
	while [ -n "$(ls tmp)" ] && [ $turn -lt 200 ]; do
		sleep 0.3
		turn=$((turn + 1))
	done
	[ -z "$(ls tmp)" ] || { echo "left in TMPDIR after a signal:"; ls tmp; exit 1; }
done

want 0 '' sh -c '"$BURROW" version >/dev/null'
sh -c '"$BURROW" build -o prog ok.go >&- 2>&-' || { echo "cannot build with closed outputs"; exit 1; }
rm prog
want 0 '' env -u HOME -u BURROWCACHE -u XDG_CACHE_HOME "$BURROW" build -o prog ok.go
rm prog

# a pipe or device is written to, never replaced
"$BURROW" compile -o want.a ok.go
mkfifo pipe
cat pipe >got.a &
want 0 '' "$BURROW" compile -o pipe ok.go
wait
cmp want.a got.a
[ -p pipe ] || { echo "compile -o replaced a pipe"; exit 1; }
touch file
want 0 '' env BURROWCACHE="$PWD/file/cache" "$BURROW" build -o prog ok.go
./prog 2>out.txt
grep -q ok out.txt
