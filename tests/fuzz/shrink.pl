#!/usr/bin/env perl
# shrink.pl FILE VARIANT: makes a program on which burrow and gc differ smaller, as long as they do: it takes out lines (a block with all
# it holds, a block's head and end alone, runs of statements) while gc still compiles the rest and still gets another result than burrow.
# Rewrites FILE. (Zeller and Hildebrandt, Simplifying and isolating failure-inducing input, 2002.)
use strict;
use warnings;
use File::Basename 'dirname';
use File::Path 'make_path';
use POSIX ();
use lib dirname(__FILE__);
require 'compare.inc';

my ($file, $name) = @ARGV;
my $dir = "$file.work";
make_path($dir);
my $variant = variant($name);
my $refused = compare_text($file)->{why} // '';
my $by_build = $refused =~ /^burrow build: exit status (\d+)/ ? $1 : 0;
my @lines = grep { /\S/ } split /\n/, text_of($file);
my ($tries, $end) = (0, time + ($ENV{SHRINK_SECONDS} || 600));

sub compare_text { return compare($_[0], $dir, $variant) }

# Is the program of these lines still one that differs, in the same manner?
sub differs {
	my (@text) = @_;
	$tries++;
	open my $f, '>', "$dir/try.go" or die;
	print $f "$_\n" for @text;
	close $f;
	my $result = compare_text("$dir/try.go");
	return 0 unless $result->{code} == 1;
	my $build = $result->{why} =~ /^burrow build: exit status (\d+)/ ? $1 : 0;
	return $build == $by_build;
}

sub without { my ($from, $n) = @_; my @rest = @lines; splice @rest, $from, $n; return @rest }

sub depth { my ($line) = @_; my ($tabs) = $line =~ /^(\t*)/; return length $tabs }

# The number of lines of what begins at line I: up to the line that closes it.
sub extent {
	my ($i) = @_;
	return 1 unless $lines[$i] =~ /[\{\(]$/;
	my $d = depth($lines[$i]);
	for my $j ($i + 1 .. $#lines) { return $j - $i + 1 if depth($lines[$j]) <= $d && $lines[$j] =~ /^\t*[\}\)]/ }
	return 1;
}

sub save {
	open my $f, '>', $file or die;
	print $f "$_\n" for @lines;
	close $f;
}

# Runs of lines of half the program, a quarter and so on, wherever braces balance.
sub take_runs {
	my $progress = 0;
	for (my $n = int(@lines / 2); $n >= 2; $n = int($n / 2)) {
		for (my $i = 0; $i < @lines && time < $end;) {
			my $last = $i + $n - 1 > $#lines ? $#lines : $i + $n - 1;
			my $text = join "\n", @lines[$i .. $last];
			my $balance = ($text =~ tr/{//) - ($text =~ tr/}//);
			if (!$balance && differs(without($i, $last - $i + 1))) { splice @lines, $i, $last - $i + 1; $progress = 1 }
			else { $i += $n > 8 ? int($n / 2) : 1 }
		}
	}
	return $progress;
}

sub take_blocks {
	my $progress = 0;
	for (my $i = $#lines; $i >= 0 && time < $end; $i--) {
		next if $i > $#lines;
		my $n = extent($i);
		if (differs(without($i, $n))) { splice @lines, $i, $n; $progress = 1; next }
		if ($n == 1 && ($lines[$i + 1] // '') =~ /^\t*_/ && differs(without($i, 2))) { splice @lines, $i, 2; $progress = 1; next }
		next if $n < 3;
		my @flat = @lines;
		splice @flat, $i + $n - 1, 1;
		splice @flat, $i, 1;
		if (differs(@flat)) { @lines = @flat; $progress = 1 }
	}
	return $progress;
}

# What begins at a certain depth, from the end: first the calls in main, then the declarations that nothing needs any more.
sub take_at_depth {
	my ($d, $within) = @_;
	my $from = 0;
	if ($within) { ($from) = grep { $lines[$_] =~ $within } 0 .. $#lines }
	for (my $i = $#lines; $i > ($from // 0) && time < $end; $i--) {
		next if $i > $#lines || depth($lines[$i]) != $d || $lines[$i] =~ /^\t*[\}\)]/;
		my $n = extent($i);
		splice @lines, $i, $n if differs(without($i, $n));
	}
	save();
}

if (differs(@lines)) {
	take_at_depth(1, qr/^func main\(/);
	take_at_depth(0) for 1 .. 2;
	take_blocks(), save();
	while (time < $end) { my $more = take_runs(); $more |= take_blocks(); save(); last unless $more }
}
system('rm', '-rf', $dir);
print "$file: ", scalar(@lines), " lines after $tries tries\n";
