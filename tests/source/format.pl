# The C code is as clang-format leaves it (the style is in .clang-format).
require "$ENV{SRCDIR}/tests/source/lib.inc";
use strict;
use warnings;

my $clang_format = $ENV{CLANG_FORMAT} or skip("clang-format is not installed");
my ($version) = `$clang_format --version` =~ /version (\d+)/;
skip("clang-format $version formats differently, 14 is wanted") if ($version // 0) != 14;
my %bad;
open my $out, '-|', "$clang_format --dry-run " . join(' ', map { "'$_'" } files(qr{\.[ch]$})) . ' 2>&1' or die;
while (<$out>) { $bad{$1} //= $2 if /^(.*?):(\d+):.*clang-format/ }
close $out or fault('format.pl', "$clang_format failed");
fault("$_:$bad{$_}", 'not as clang-format leaves it') for sort keys %bad;
finish();
