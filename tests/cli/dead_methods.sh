# Methods that nothing can call are left out of the program; those that an interface, a method value or reflection reaches stay.
. "$SRCDIR/tests/cli/lib.inc"
cat >types.inc <<'END'
type T struct{ n int }

//go:noinline
func (t *T) Used(s string) string { return s + " used" }

//go:noinline
func (t *T) Unused(s string) string { return s + " unused" }

//go:noinline
func (t *T) Other(n int) string { return "other" }

//go:noinline
func (t *T) value() string { return "value" }

var sink interface{} = &T{1}
END
{
	printf 'package main\n\n'
	cat types.inc
	printf 'type user interface{ Used(string) string }\n\ntype valuer interface{ value() string }\n\n'
	printf 'func main() {\n\tprintln(sink.(user).Used("it is"))\n\tif v, ok := sink.(valuer); ok {\n\t\tf := v.value\n\t\tprintln(f())\n\t}\n'
	printf '\t_, has := sink.(interface{ Unused(string) string })\n\tprintln(has)\n}\n'
} >main.go
has() { nm prog | grep -qF " main.$1" ; }
want 0 '' burrow build -o prog main.go
./prog >out.txt 2>&1 || exit 1
printf 'it is used\nvalue\ntrue\n' | cmp - out.txt || { cat out.txt; exit 1; }
has '$28$2aT$29.Used' && has '$28$2aT$29.value' || { echo "a method is missing"; exit 1; }
! nm prog | grep ' [tT] ' | grep -q 'T$29.Unused\|T$29.Other' || { echo "dead methods are in the program"; exit 1; }
# the same through objects that are all the program's own, without a cache
want 0 '' env BURROWCACHE=off "$BURROW" build -o prog2 main.go
./prog2 >out.txt 2>&1 || exit 1
printf 'it is used\nvalue\ntrue\n' | cmp - out.txt || exit 1
# reflection reaches all
{
	printf 'package main\n\nimport "reflect"\n\n'
	cat types.inc
	printf 'func main() {\n\tv := reflect.ValueOf(sink)\n\tt := v.Type()\n\tprintln(t.NumMethod(), t.Method(0).Name)\n'
	printf '\tprintln(v.Method(1).Call([]reflect.Value{reflect.ValueOf("by reflection")})[0].String())\n}\n'
} >main.go
want 0 '' burrow build -o prog main.go
./prog >out.txt 2>&1 || { cat out.txt; exit 1; }
printf '3 Other\nby reflection unused\n' | cmp - out.txt || { cat out.txt; exit 1; }
