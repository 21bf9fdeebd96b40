# The same as explain_changes.sh for values in place of pointers, and what is moved out of loops.
. "$SRCDIR/tests/cli/lib.inc"
. "$SRCDIR/tests/cli/changes.inc"
made change_values
made change_moves
made change_range 2
