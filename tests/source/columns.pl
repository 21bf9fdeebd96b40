# No line of the C code, the lexer or the grammar is over 100 columns (a tab goes to the next multiple of 8).
require "$ENV{SRCDIR}/tests/source/lib.inc";
use strict;
use warnings;

for my $file (files(qr{\.(c|h|re|y)$})) {
	my $n = 0;
	for my $line (lines($file)) {
		$n++;
		utf8::decode($line);
		1 while $line =~ s/\t/' ' x (8 - length($`) % 8)/e;
		fault("$file:$n", length($line) . " columns") if length $line > 100;
		fault("$file:$n", "white space at the end") if $line =~ /\s$/;
	}
}
finish();
