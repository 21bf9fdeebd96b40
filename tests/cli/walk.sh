# docs/walk.md is what docs/walk.sh writes now, and names no place of the machine it was written on.
CHECKDIR=$PWD/walk sh "$SRCDIR/docs/walk.sh" "$PWD/walk.md" || exit 1
diff "$SRCDIR/docs/walk.md" walk.md >difference || {
	echo "docs/walk.md is stale (run make docs):"
	head -20 difference
	exit 1
}
if grep -nE "$PWD|$SRCDIR|/usr/|/home/|/tmp/" walk.md; then
	exit 1
fi
