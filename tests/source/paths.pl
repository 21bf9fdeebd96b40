# No file of the tree speaks of a place on somebody's machine.
require "$ENV{SRCDIR}/tests/source/lib.inc";
use strict;
use warnings;

my $place = qr{(?<![\w.\-*\$\}"])/(home|root|work|Users|tmp/\w+|var/tmp)/\w};
for my $file (files(qr{.})) {
	next if -B $file || $file =~ m{/tests/source/paths\.pl$};
	my $n = 0;
	for (lines($file)) {
		$n++;
		fault("$file:$n", "a path of a machine: $&") if m{$place};
	}
}
finish();
