#!/bin/sh
# The article's program: where its variables live, and what it prints.
set -e
mkdir -p "$CHECKDIR"
cp "$SRCDIR/examples/sgap.go" "$CHECKDIR/sgap.go"
cd "$CHECKDIR"
echo '$ burrow build -gcflags -m ./sgap.go'
"$BURROW" build -o sgap -gcflags '-m' ./sgap.go
echo '$ ./sgap'
./sgap
echo
