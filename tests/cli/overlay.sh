# -overlay: sources that are not on disk; -diagnostics: errors as JSON.
. "$SRCDIR/tests/cli/lib.inc"
printf 'package main\n\nfunc main() { println("disk") }\n' >a.go
printf 'package main\n\nfunc main() { println("overlay") }\n' >other.txt
printf '{"Replace": {"a.go": "other.txt"}}' >o.json
output() { burrow run "$@" 2>&1; }
[ "$(output a.go)" = disk ] || exit 1
[ "$(output -overlay o.json a.go)" = overlay ] || exit 1
[ "$(output -overlay=o.json "$PWD/a.go")" = overlay ] || exit 1
[ "$(output a.go)" = disk ] || exit 1 # the cache keeps them apart
mkdir -p m/sub
printf 'module example.com/m\n\ngo 1.19\n' >m/go.mod
printf 'package main\n\nimport "example.com/m/sub"\n\nfunc main() { println(sub.Name) }\n' >m/main.go
printf 'package sub\n\nconst Name = "disk"\n' >m/sub/sub.go
printf 'package sub\n\nconst Name = "overlay"\n' >sub.txt
printf '{"Replace": {"%s/m/sub/sub.go": "%s/sub.txt", "/no/such.go": "x"}}' "$PWD" "$PWD" >o.json
[ "$(cd m && output -overlay ../o.json .)" = overlay ] || exit 1
[ "$(cd m && output .)" = disk ] || exit 1

printf 'package main\n\nfunc main() { x := 1; "\303\251" + y }\n' >e.go
want 1 'undefined: y' burrow check -diagnostics errors.json e.go
printf '%s\n' "{\"file\":\"$PWD/e.go\",\"start\":{\"line\":3,\"column\":15},\"end\":{\"line\":3,\"column\":15},\"message\":\"x declared but not used\",\"hint\":\"use it or remove it; _ stands for a value that nobody needs\"}" \
	"{\"file\":\"$PWD/e.go\",\"start\":{\"line\":3,\"column\":30},\"end\":{\"line\":3,\"column\":31},\"message\":\"undefined: y\"}" | cmp - errors.json || { cat errors.json; exit 1; }
want 0 '' burrow check -diagnostics none.json a.go
absent none.json

want 2 'cannot be read' burrow check -overlay nosuch a.go
for text in '[]' '{' '{"Replace": 3}' '{"Replace": {"a": 3}}'; do
	printf '%s' "$text" >bad.json
	want 2 'not of the form' burrow check -overlay bad.json a.go
done
printf '{"Replace": {"a.go": ""}}' >bad.json
want 2 'not supported yet' burrow check -overlay bad.json a.go
printf '{"Replace": {"a.go": "missing"}}' >bad.json
want 1 'No such file' burrow check -overlay bad.json a.go
want 3 'cannot write' burrow check -diagnostics /no/such/dir/x e.go
