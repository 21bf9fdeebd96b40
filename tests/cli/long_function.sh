# A function of more than a megabyte of assembly keeps the long form of its jumps, which nasm would else look at
# again and again; other units have the short one.
. "$SRCDIR/tests/cli/lib.inc"
once=$(date +%s.%N).$$ # what the build cache has not seen: nasm must run
awk 'BEGIN {
	print "// '"$once"'\npackage main\n\nvar a [100]int\n\nfunc f(x int) (s int) {"
	for (i = 0; i < 3000; i++)
		printf "\tif a[(x+%d)%%100] == %d {\n\t\ts += a[(x*%d)%%100] + 1\n\t}\n", i, i % 2, i
	print "\treturn\n}\n\nfunc main() { println(f(1)) }"
}' >long.go
printf "// $once\npackage main\n\nfunc main() { println(1500) }\n" >short.go
for f in short long; do
	burrow build -x -o $f $f.go >$f.steps 2>&1 || { cat $f.steps; exit 1; }
	./$f 2>got.txt && printf '1500\n' | cmp - got.txt || exit 1
done
grep -q 'nasm .*-Ox' short.steps && ! grep -q 'nasm .*-O1' short.steps || { cat short.steps; exit 1; }
grep -q 'nasm .*-O1' long.steps || { cat long.steps; exit 1; }
