# burrow explain: its suggestions, made by another hand from the report: the programs compile, -m has fewer lines about the
# heap (or as many, in fewer loops), and where the behaviour is said to be the same, so is what they print.
. "$SRCDIR/tests/cli/lib.inc"
. "$SRCDIR/tests/cli/changes.inc"
made change_captures
made change_sizes
