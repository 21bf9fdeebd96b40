# A function fits on a screen: at most 60 lines between its braces. The exceptions below (switches over operations) each
# have their length today as a limit; who makes one shorter lowers the number, who gets to 60 takes it out.
require "$ENV{SRCDIR}/tests/source/lib.inc";
use strict;
use warnings;
our $top;

my $limit = 60;
my %allowed = (
	'compiler/amd64/emit.c emit_special' => 69,
	'compiler/amd64/isel_ops.c isel_arith' => 66,
	'compiler/escape/expr.c walk_expr_skip_init' => 88,
	'compiler/ir/print.c print_operation' => 120,
	'compiler/lower/expr.c expression' => 89,
	'compiler/ssa/fold.c simplify' => 67,
	'compiler/ssa/verify.c check_args' => 65,
	'compiler/syntax/lexer.re scan' => 133,
	'compiler/syntax/print.c dump_children' => 61,
	'compiler/syntax/print.c write_expr' => 66,
	'compiler/syntax/verify.c verify_expr' => 64,
);
my %met;

sub check_function {
	my ($file, $line, $name, $length) = @_;
	(my $key = "$file $name") =~ s{^\Q$top\E/}{};
	return if $length <= $limit;
	my $most = $allowed{$key};
	$met{$key} = 1;
	return fault("$file:$line", "$name has $length lines, $limit are allowed") unless $most;
	fault("$file:$line", "$name has $length lines, it had $most") if $length > $most;
	fault("$file:$line", "$name has $length lines now: lower its limit in tests/source/functions.pl") if $length < $most;
}

for my $file (files(qr{\.(c|h|re|y)$})) {
	my ($n, $start, $name) = (0, 0, '?');
	for (lines($file)) {
		$n++;
		$name = $1 if !$start && /^[A-Za-z].*?(\w+)\(/ && !/;$/;
		$start = $n if !$start && (/^\{$/ || /^[A-Za-z].*\) \{$/);
		next unless $start && /^\}/;
		check_function($file, $start, $name, $n - $start - 1);
		$start = 0;
	}
}
for (sort keys %allowed) { fault('tests/source/functions.pl', "$_ needs no exception any more") unless $met{$_} }
finish();
