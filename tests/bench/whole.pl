#!/usr/bin/env perl
# Heap allocations of programs analysed whole (-escape=whole) beside those by gc's rules, and their run time:
# the benchmarks, the examples, and with --suite the run tests of Go's suite that allocate. Prints a table and the geometric
# means; exits 1 when a program's output differs or it allocates more. `make whole-table` runs it.
#
# A program counts its own allocations (-allocs); what depends on timing is counted three times, and the least is taken.
# With --time=N, times are compared as well, of programs built without counting: N times a run by gc's rules, a whole one, and one by
# gc's rules again; `time` is the median of what the whole one took of the mean of the two beside it, in processor time, and `same` that
# of the two by gc's rules, whose distance from 1 is noise. Programs that take less than 20 ms have none.
use strict;
use warnings;
use File::Basename qw(basename);
use File::Path qw(make_path remove_tree);

my ($suite, $runs, @files) = (0, 0);
for (@ARGV) {
	if    ($_ eq '--suite')    { $suite = 1 }
	elsif (/^--suite=(\d+)$/)  { $suite = $1 }    # every so many of its programs
	elsif (/^--time=(\d+)$/)   { $runs = $1 }
	else                       { push @files, $_ }
}
my $burrow = $ENV{BURROW} or die "whole: BURROW is not set; use make whole-table\n";
my ($srcdir, $gotest, $work) = ($ENV{SRCDIR}, "$ENV{GOROOT}/test", "$ENV{CHECKDIR}/whole");
my ($timeout, $build_timeout, $worth_timing) = (60, 600, 0.02);    # seconds
@files = (glob("$srcdir/tests/bench/*.go"), glob("$srcdir/examples/*.go")) if !@files;
push @files, suite_files() if $suite;
delete @ENV{qw(GOFLAGS GODEBUG GOGC BURROWDEBUG)};
remove_tree($work);
make_path($work);

sub slurp { my ($f) = @_; open my $h, '<', $f or return ''; local $/; return <$h> // '' }

sub suite_files {
	my @names = grep { !/^#/ } split /\n/, slurp("$srcdir/tests/conformance/pass.txt");
	my $i = 0;
	return grep { $i++ % $suite == 0 } grep { slurp($_) =~ m{\A// run\n} } map { "$gotest/$_" } @names;
}

# Seconds of processor time that all children have taken: getrusage(RUSAGE_CHILDREN), which times() rounds to a hundredth.
sub children_time {
	my $usage = "\0" x 144;
	syscall(98, -1, $usage) == 0 or die "whole: getrusage: $!\n";
	my @t = unpack 'q4', $usage;
	return $t[0] + $t[2] + ($t[1] + $t[3]) / 1e6;
}

# Seconds of processor time it took, and the exit status.
sub run {
	my ($out, $env, @command) = @_;
	my $start = children_time();
	my $pid = fork // die "fork: $!";
	if (!$pid) {
		setpgrp;
		$ENV{$_} = $env->{$_} for keys %$env;
		chdir $gotest if $out =~ /suite/;
		open STDIN,  '<', '/dev/null';
		open STDOUT, '>', $out;
		open STDERR, '>', "$out.err";
		exec @command or POSIX::_exit(127);
	}
	local $SIG{ALRM} = sub { kill KILL => -$pid };
	alarm($command[0] eq $burrow ? $build_timeout : $timeout);
	waitpid $pid, 0;
	my $status = $?;
	alarm 0;
	return (children_time() - $start, $status);
}

# Allocations of a program built with counting, its output and exit status, and the seconds it took.
sub count {
	my ($program) = @_;
	my ($seconds, $status) = run("$program.out", { BURROWALLOCS => "$program.table" }, $program);
	my ($n) = slurp("$program.table") =~ /\Aheap allocations: (\d+)/;
	return ($n, slurp("$program.out"), $status, $seconds);
}

sub median { my @s = sort { $a <=> $b } @_; return $s[@s / 2] }

my @modes = ([gc => '-escape=gc'], [whole => '-escape=whole']);
my ($logs, $time_logs, $programs, $timed, $failed, $none) = (0, 0, 0, 0, 0, 0);
$| = 1;
printf "%-36s %12s %12s %7s%s\n", 'program', 'gc\'s rules', 'whole', 'ratio', $runs ? '    time    same' : '';
for my $file (@files) {
	my ($name, %n, %out, %status, %seconds) = (basename($file, '.go'));
	my $base = "$work/" . ($file =~ m{^\Q$gotest\E/} ? 'suite.' : '') . $name;
	my $built = 1;
	for (@modes) {
		my ($mode, $flag) = @$_;
		$built &&= (run("$base.log", {}, $burrow, 'build', $flag, '-allocs', '-o', "$base.$mode", $file))[1] == 0;
	}
	if (!$built) { print "$name: does not build\n"; $failed++; next }
	for my $try (1 .. 3) {
		for (@modes) {
			my $mode = $_->[0];
			(my $n, $out{$mode}, $status{$mode}, $seconds{$mode}) = count("$base.$mode");
			$n{$mode} = $n if defined $n && (!defined $n{$mode} || $n < $n{$mode});
		}
		last if !grep { !defined $n{$_} } qw(gc whole) and $n{whole} <= $n{gc};
	}
	if (grep { ($_ & 127) == 9 } values %status) { print "$name: not ended after $timeout s\n"; $failed++; next }
	if (!defined $n{gc} || !defined $n{whole}) { print "$name: no count\n"; $failed++ if defined $n{gc}; next }
	if (!$n{gc}) { $none++; next }
	my $wrong = $out{gc} ne $out{whole} || $status{gc} != $status{whole};
	# what begins with one object is as good as nothing
	my $ratio = ($n{whole} || 1) / $n{gc};
	my $slow = '';
	if ($runs && $seconds{gc} >= $worth_timing) {
		run("$base.log", {}, $burrow, 'build', $_->[1], '-o', "$base.$_->[0]", $file) for @modes;
		my (@gc, @ratios, @same);
		for (1 .. $runs) {
			my ($before, $whole, $after) = map { (run("$base.out", {}, "$base.$_"))[0] } qw(gc whole gc);
			push @gc,     $before;
			push @ratios, 2 * $whole / ($before + $after);
			push @same,   $after / $before;
		}
		my ($gc, $r, $noise) = (median(@gc), median(@ratios), median(@same));
		if ($gc >= $worth_timing) { $slow = sprintf " %7.2f %7.2f", $r, $noise; $time_logs += log $r; $timed++ }
	}
	printf "%-36s %12d %12d %7.2f%s%s%s\n", $name, $n{gc}, $n{whole}, $ratio, $slow, $wrong ? ' OUTPUT DIFFERS' : '',
		$n{whole} > $n{gc} ? ' MORE' : '';
	$failed++ if $wrong || $n{whole} > $n{gc};
	$logs += log $ratio;
	$programs++;
	unlink glob "$base.*";
}
printf "%d programs that allocate, geometric mean %.3f", $programs, $programs ? exp($logs / $programs) : 1;
printf ", of time %.3f", exp($time_logs / $timed) if $timed;
print "; $none allocate nothing by gc's rules", $failed ? "; $failed at fault\n" : "\n";
exit($failed ? 1 : 0);
