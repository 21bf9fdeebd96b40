#!/usr/bin/env perl
# Compares burrow with gc on random programs: programs.pl [-jN] [-k] [-w] FIRST LAST. Each seed's program (generate.pl) is built by gc once and by
# burrow plainly, with -N, with -l and with both; now and then it also runs in a mode of the runtime that finds bugs. With -w it is
# analysed whole instead, and runs plainly and in the modes that find a wrong verdict. What is printed and the exit status must be the
# same. A program that differs is shrunk (shrink.pl; not with -k) and kept in CHECKDIR/fuzz; the closing line counts. Exit status 1 when
# something differed.
use strict;
use warnings;
use File::Basename 'dirname';
use File::Path 'make_path';
use POSIX ();
use lib dirname(__FILE__);
require 'compare.inc';

my ($jobs, $keep, $whole) = (0, 0, 0);
while (@ARGV && $ARGV[0] =~ /^-/) {
	my $flag = shift;
	if ($flag =~ /^-j(\d+)$/) { $jobs = $1 }
	elsif ($flag eq '-k') { $keep = 1 }
	elsif ($flag eq '-w') { $whole = 1 }
	else { die "programs.pl: unknown flag $flag\n" }
}
my ($first, $last) = @ARGV == 2 ? @ARGV : (1, 100);
if (!$jobs) { chomp($jobs = `getconf _NPROCESSORS_ONLN`); $jobs ||= 2 }
if (!$ENV{GC}) { print "fuzz-programs: gc 1.19 is not installed (Debian package golang-1.19-go)\n"; exit 77 }

my $here = dirname(__FILE__);
my $kept = "$ENV{CHECKDIR}/fuzz";
make_path($kept);
my (%running, %count);

# One seed, in a process of its own: 0 the same, 1 different, 2 gc does not take it, 3 it runs too long
sub one {
	my ($seed) = @_;
	my $dir = "$kept/work$seed";
	make_path($dir);
	my $source = "$dir/p.go";
	return 2 if system("perl '$here/generate.pl' $seed >'$source'");
	my @modes = $whole ? whole_variants() : variants();
	push @modes, debug_variant($seed) if !$whole && $seed % 4 == 0;
	my $result = compare($source, $dir, @modes);
	if ($result->{differs}) {
		rename $source, "$kept/$seed.go";
		my $text = "seed $seed, $result->{differs}: $result->{why}\n";
		open my $f, '>', "$kept/$seed.txt";
		print $f $text;
		close $f;
		print $text;
		system('perl', "$here/shrink.pl", "$kept/$seed.go", $result->{differs}) unless $keep;
	}
	system('rm', '-rf', $dir);
	return $result->{code};
}

sub finish {
	my $pid = wait;
	my $seed = delete $running{$pid} or return;
	my $code = $? >> 8;
	$count{$code}++;
	print "seed $seed: ", $code == 2 ? "gc refuses the program" : 'runs too long', "\n" if $code >= 2;
}

$| = 1;
for my $seed ($first .. $last) {
	finish() while keys %running >= $jobs;
	my $pid = fork // die "fork: $!";
	POSIX::_exit(one($seed)) if !$pid;
	$running{$pid} = $seed;
}
finish() while %running;
my ($same, $differ, $refused, $late) = map { $count{$_} // 0 } 0 .. 3;
print "$same programs agree, $differ differ", $refused ? ", $refused refused by gc" : '', $late ? ", $late run too long" : '', "\n";
exit($differ || $refused ? 1 : 0);
