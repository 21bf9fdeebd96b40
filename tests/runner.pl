#!/usr/bin/env perl
# The test runner. Collects the tests of the kinds asked for, runs them side by side (one child process for each),
# prints a line for each failure and a table at the end. See tests/README.md for the kinds.
use strict;
use warnings;
use Digest::MD5 qw(md5_hex);
use File::Basename qw(basename dirname);
use File::Path qw(make_path remove_tree);
use POSIX ();
use FindBin;
use lib "$FindBin::Bin/conformance";
use Suite qw(suite_tests suite_read suite_run compare_errors first_difference slurp);
use Report qw(read_gc write_gc read_results write_results table_text write_documents);

my $burrow  = $ENV{BURROW} or die "runner: BURROW is not set; use make check\n";
my $srcdir  = $ENV{SRCDIR};
my $tests   = "$srcdir/tests";
my $gotest  = "$ENV{GOROOT}/test";
my $work    = $ENV{CHECKDIR} || "/tmp/burrow-check.$$";
# What a command may take: seconds of processor time, each of its processes, since clocks tell little on a busy machine; and minutes by the
# clock, which only what hangs needs.
our ($seconds, $minutes) = (60, 10);
# Of runtime tests: the bug-finding mode and GOMAXPROCS.
my @modes   = (["", 1], ["", 2], ["", 4], ["", 8], ["gcstress=1", 1], ["gcstress=1", 4], ["stackmove=1", 1], ["stackmove=1", 4],
	["poison=1", 2], ["poison=1,gcstress=1", 4], ["wbcheck=1", 2], ["schedseed=1", 1], ["schedseed=2", 2], ["schedseed=3", 4],
	["schedseed=4,poison=1,stackmove=1", 3]);

my ($update, $documents, $verbose, $jobs, @kinds, @names) = (0, 0, 0, 0);
my %suite;    # the tests of Go's suite by name
my %listed = map { $_ => 1 } split /\n/, slurp("$tests/conformance/pass.txt");    # those that must pass
while (@ARGV) {
	my $a = shift;
	if    ($a eq '--update')  { $update = 1 }
	elsif ($a eq '--documents') { $documents = 1 }
	elsif ($a eq '-v')        { $verbose = 1 }
	elsif ($a =~ /^-j(\d+)$/) { $jobs = $1 }
	elsif ($a eq '--')        { @names = @ARGV; last }
	else                      { push @kinds, $a }
}
@kinds = qw(source unit errors escape agreement explain run allocs runtime examples cli conformance) unless @kinds;
if (!$jobs) { chomp($jobs = `getconf _NPROCESSORS_ONLN`); $jobs ||= 2; }
$ENV{PATH} = join ':', dirname($burrow), $ENV{PATH}, $ENV{GC} ? dirname($ENV{GC}) : ();
$ENV{BURROW_VERIFY} = 1;    # every stage checks what the one before it leaves
delete @ENV{qw(GOFLAGS GODEBUG GOGC GOMAXPROCS BURROWDEBUG)};
$ENV{GOFLAGS} = '-escape=whole' if $ENV{WHOLE};    # the programs are analysed whole

# name in Go's suite -> digests of gc's diagnostics
my %agree = map { my ($file, @digests) = split ' '; ($file => \@digests) } grep { !/^#/ } split /\n/, slurp("$tests/oracle/agree.txt");

# ---- running a command

my $command;    # the process group of what this process runs now

# capture(DIR, ENV, COMMAND...): exit status (128 + signal; 124: out of time, or killed), standard output, standard error.
sub capture {
	my ($dir, $env, @command) = @_;
	my ($out, $err) = ("$dir/stdout", "$dir/stderr");
	my $pid = fork // die "fork: $!";
	if (!$pid) {
		setpgrp;
		$ENV{$_} = $env->{$_} for keys %$env;
		open STDIN,  '<', '/dev/null';
		open STDOUT, '>', $out;
		open STDERR, '>', $err;
		exec 'sh', '-c', 'ulimit -t "$1"; shift; exec "$@"', 'sh', $seconds, @command or POSIX::_exit(127);
	}
	$command = $pid;
	my $late = 0;
	local $SIG{ALRM} = sub { $late = 1; kill KILL => -$pid };
	alarm 60 * $minutes;
	waitpid $pid, 0;
	my $status = $?;
	alarm 0;
	undef $command;
	$status = $late || $status == 9 ? 124 : $status & 127 ? 128 + ($status & 127) : $status >> 8;
	return ($status, slurp($out), slurp($err));
}

# The comments that steer a test: { args => [...], env => {...}, unordered => 1, 'skip-mode' => ... }
sub directives {
	my ($file) = @_;
	my %d = (args => [], env => {});
	open my $f, '<', $file or return \%d;
	while (<$f>) {
		last if $. > 10;
		$d{args} = [split ' ', $1] if m{^// args: (.*)};
		if (m{^// env: (.*)}) { $d{env} = { map { split /=/, $_, 2 } split ' ', $1 } }
		$d{unordered} = 1 if m{^// unordered};
		$d{'skip-mode'} .= " $1" if m{^// skip-mode: (.*)};
	}
	return \%d;
}

# ---- kinds: each function returns '' or why the test failed ('skip: ...' when it cannot run here)

sub test_unit {
	my ($name, $file, $dir) = @_;
	my ($first) = slurp($file) =~ /^(.*)\n/;
	my @objects = $first =~ m{// runtime: (.*)} ? map { "$srcdir/runtime/$_" } split ' ', $1
		: grep { !m{/main\.o$} } glob "obj/compiler/*.o obj/compiler/*/*.o";
	my ($status, $out, $err) = capture($dir, {}, 'sh', '-c',
		'exec "$@"', 'sh', split(' ', $ENV{CC}), qw(-std=gnu11 -g), split(' ', $ENV{UNIT_CFLAGS} // ''),
		"-I$srcdir/compiler", "-I$srcdir/runtime/include", '-Iobj/compiler', '-o', "$dir/test", $file, @objects,
		qw(-lmpfr -lgmp -lpthread -lm));
	return "does not build:\n$err" if $status;
	($status, $out, $err) = capture($dir, {}, "$dir/test");
	return $status ? "exit status $status\n$out$err" : '';
}

# Builds FILE (or the directory's files) to $dir/prog; '' or why not.
sub build {
	my ($file, $dir, @flags) = @_;
	my @files = -d $file ? sort glob "$file/*.go" : $file;
	local $seconds = $seconds * ($ENV{WHOLE} ? 5 : 1);    # its packages may have to be compiled again
	my ($status, $out, $err) = capture($dir, {}, $burrow, 'build', '-o', "$dir/prog", @flags, @files);
	return $status ? "build: exit status $status\n$out$err" : '';
}

sub run_and_compare {
	my ($file, $dir, $mode, $procs) = @_;
	(my $base = $file) =~ s/\.go$//;
	my $d = directives(-d $file ? "$file/main.go" : $file);
	my %env = %{ $d->{env} };
	$env{BURROWDEBUG} = $mode if $mode;
	$env{GOMAXPROCS} //= $procs if $procs;
	my ($status, $out, $err) = capture($dir, \%env, "$dir/prog", @{ $d->{args} });
	my $want = -f "$base.exit" ? slurp("$base.exit") + 0 : 0;
	return "exit status $status, want $want\n" . substr($err, 0, 2000) if $status != $want;
	my $expected = slurp("$base.out");
	$_ = join "\n", sort split /\n/, $_ for $d->{unordered} ? ($out, $expected) : ();
	return "output: " . first_difference($expected, $out) if $out ne $expected;
	my $at = 0;
	for my $line (split /\n/, slurp("$base.err")) {
		my $found = index $err, $line, $at;
		return "standard error lacks: $line\n" . substr($err, 0, 2000) if $found < 0;
		$at = $found + length $line;
	}
	return '';
}

sub test_run {
	my ($name, $file, $dir) = @_;
	my $why = build($file, $dir) || run_and_compare($file, $dir, '');
	return $why if $why;
	$why = build($file, $dir, qw(-N -l)) || run_and_compare($file, $dir, '');
	return $why && "with -N -l: $why";
}

# Where the program counts its allocations, no site may take what its verdict promises not to take ("!" in the
# table), and every object has its line.
sub test_allocs {
	my ($name, $file, $dir) = @_;
	my $suite = $file =~ /^\Q$gotest\E/ ? suite_read($file, $gotest) : undef;
	my @more = map { dirname($file) . "/$_" } grep { /\.go$/ } $suite ? @{ $suite->{args} } : ();
	my $why = build($file, $dir, '-allocs', $suite ? @{ $suite->{flags} } : (), @more);
	return $why if $why;
	my $d = directives($file);
	my @args = $suite ? grep { !/\.go$/ } @{ $suite->{args} } : @{ $d->{args} };
	my ($status, $out, $err) = capture($dir, { %{ $d->{env} }, BURROWALLOCS => "$dir/table" }, 'sh', '-c',
		'cd "$1"; shift; exec "$@"', 'sh', $suite ? $gotest : $dir, "$dir/prog", @args);
	my $table = slurp("$dir/table");
	return "no table; exit status $status\n" . substr($err, 0, 1000) unless $table =~ /\Aheap allocations: (\d+) objects/;
	my ($objects, $sum) = ($1, 0);
	$sum += $1 while $table =~ /^ *(\d+) +\d+ /mg;
	return "$objects objects, but the lines' sum is $sum" if $objects != $sum;
	my @broken = $table =~ /^(.{30} !.*)$/mg;
	return @broken ? join("\n", @broken) : '';
}

sub test_runtime {
	my ($name, $file, $dir) = @_;
	my $why = build($file, $dir);
	return $why if $why;
	my $skip = directives($file)->{'skip-mode'} // '';
	for (@modes) {
		my ($mode, $procs) = @$_;
		next if grep { $skip =~ /\b$_\b/ } map { s/=.*//r } split /,/, $mode || 'plain';
		$why = run_and_compare($file, $dir, $mode, $procs);
		return "mode '$mode', GOMAXPROCS=$procs: $why" if $why;
	}
	return '';
}

sub test_escape {
	my ($name, $file, $dir) = @_;
	(my $base = $file) =~ s/\.go$//;
	for (['m', '-m'], ['ml', '-m -l'], ['m2', '-m=2']) {
		my ($ext, $flags) = @$_;
		next unless -f "$base.$ext";
		my ($status, $out, $err) = capture($dir, {}, 'sh', '-c',
			'cd "$1" && exec "$2" build -gcflags "$3" -o "$4" "./$5"', 'sh', dirname($file), $burrow, $flags,
			"$dir/prog", basename($file));
		return "exit status $status\n$err" if $status;
		my $want = slurp("$base.$ext");
		return "$flags: " . first_difference($want, $err) if $err ne $want;
	}
	return '';
}

# What -m, -m -l and -m=2 say about a program of Go's suite, as a digest, with that of what gc 1.19 said
# (oracle/agree.txt, made by oracle/suite.pl -record).
sub test_agreement {
	my ($name, $file, $dir) = @_;
	my @want = @{ $agree{$name} };
	for my $mode ('-m', '-m -l', '-m=2') {
		my $want = shift @want;
		next if $want eq '-';
		my ($status, $out, $err) = capture($dir, {}, 'sh', '-c', 'cd "$1" && exec "$2" check -gcflags="$3" "./$4"', 'sh',
			dirname($file), $burrow, $mode, basename($file));
		return "$mode: exit status $status\n$err" if $status;
		my @lines = map { s{(^| at )\./}{$1}gr } grep { !/^# / } split /\n/, $err;
		my $got = substr md5_hex(map { "$_\n" } @lines), 0, 8;
		return "$mode: not gc's lines any more; tests/oracle/suite.pl shows the difference" if $got ne $want;
	}
	return '';
}

# A run test of Go's suite with the modes that find a stack object that is used after its frame has gone: dead frames and
# freed memory filled with a pattern, stacks moved at every call, a collection at every allocation.
sub test_stress {
	my ($name, $file, $dir) = @_;
	my $test = suite_read($file, $gotest);
	my @more = map { dirname($file) . "/$_" } grep { /\.go$/ } @{ $test->{args} };
	my @args = grep { !/\.go$/ } @{ $test->{args} };
	my $why = build($file, $dir, @{ $test->{flags} }, @more);
	return $why if $why;
	my $want = slurp($file =~ s/\.go$/.out/r);
	my $slow = '';
	for my $mode ('poison=1,stackmove=1', 'poison=1,gcstress=1') {
		# the test of the environment wants GOARCH; the flags are for burrow, not for a go that the test runs
		my %env = (BURROWDEBUG => $mode, GOFLAGS => '', GOARCH => 'amd64');
		my ($status, $out, $err) = capture($dir, \%env, 'sh', '-c', 'cd "$1"; shift; exec "$@" 2>&1', 'sh', $gotest, "$dir/prog",
			@args);
		if ($status == 124) { $slow = "skip: takes more than $seconds s in mode $mode"; next }
		return "mode $mode: exit status $status\n" . substr($out, 0, 500) if $status;
		return "mode $mode: output: " . first_difference($want, $out) if $out ne $want;
	}
	return $slow;
}

# Each comment `// explain: ARGUMENTS` of the program is a question; NAME.txt has the answers, one after the other.
sub test_explain {
	my ($name, $file, $dir) = @_;
	(my $base = $file) =~ s/\.go$//;
	my $got = '';
	for my $arguments (slurp($file) =~ m{^// explain: (.*)$}mg) {
		my ($status, $out, $err) = capture($dir, {}, 'sh', '-c', 'cd "$1"; shift; exec "$@"', 'sh', dirname($file),
			$burrow, 'explain', split ' ', $arguments);
		return "explain $arguments: exit status $status\n$err" if $status;
		$got .= "\$ burrow explain $arguments\n$out\n";
	}
	my $want = slurp("$base.txt");
	return $got eq $want ? '' : first_difference($want, $got);
}

sub test_errors {
	my ($name, $file, $dir) = @_;
	my ($status, $out, $err) = capture($dir, {}, $burrow, 'build', '-e', '-o', "$dir/prog", $file);
	return "exit status $status, want 1\n$err" if $status != 1;
	return "left an output file" if -e "$dir/prog";
	return compare_errors($err, {}, $file);
}

sub test_cli {
	my ($name, $file, $dir) = @_;
	my ($status, $out, $err) = capture($dir, { TMPDIR => $dir }, 'sh', '-c', 'cd "$1" && exec sh "$2"', 'sh', $dir, $file);
	return "skip: $out" if $status == 77;
	return $status ? "exit status $status\n$out$err" : '';
}

# Scripts that look at the source and at the objects of the runtime.
sub test_source {
	my ($name, $file, $dir) = @_;
	my ($status, $out, $err) = capture($dir, { CHECKDIR => $dir }, 'perl', $file);
	return "skip: $out" if $status == 77;
	return $status ? "exit status $status\n$out$err" : '';
}

# ---- Go's own suite

sub test_conformance {
	my ($name, $file, $dir) = @_;
	return suite_run('burrow', suite_read($file, $gotest), $dir, \&capture);
}

# What gc makes of a test of the suite: the measure for burrow.
sub test_conformance_gc {
	my ($name, $file, $dir) = @_;
	my $test = suite_read($file, $gotest);
	return "skip: $test->{left_out}" if $test->{left_out};
	return 'skip: type parameters' if Suite::needs_type_parameters($test, $dir, \&capture);
	return suite_run('gc', $test, $dir, \&capture);
}

# ---- collecting

sub collect {
	my ($kind) = @_;
	my $find = sub { map { [$kind, basename($_) =~ s/\.\w+$//r, $_] } sort glob $_[0] };
	return $find->("$tests/unit/*.c") if $kind eq 'unit';
	return $find->("$tests/cli/*.sh") if $kind eq 'cli';
	return $find->("$tests/source/*.pl") if $kind eq 'source';
	return $find->("$srcdir/examples/*.go") if $kind eq 'examples';
	if ($kind =~ /^conformance/) { return collect_suite($kind) }
	if ($kind eq 'agreement') { return map { [$kind, $_, "$gotest/$_"] } sort keys %agree }
	if ($kind eq 'allocs') {
		return map { $find->("$tests/../$_/*.go") } qw(tests/run tests/runtime tests/bench examples);
	}
	if ($kind eq 'allocs-suite' || $kind eq 'stress') { return grep { $suite{$_->[1]}{kind} eq 'run' } collect_suite($kind) }
	my @directories = map { [$kind, basename($_), $_] } grep { -d } glob "$tests/$kind/*";
	my @others      = split /\n/, slurp("$tests/$kind/others.txt");    # programs that stand elsewhere
	return ($find->("$tests/$kind/*.go"), @directories, map { $find->("$srcdir/$_") } @others);
}

# All tests of the suite; where the list is only held, those on it.
my (%tally, %outcome, @passed_suite);

sub collect_suite {
	my ($kind) = @_;
	my $gc = read_gc("$tests/conformance/gc.txt");
	my @found;
	for my $test (suite_tests($gotest)) {
		my $name = $test->{name};
		$suite{$name} = $test;
		if ($kind ne 'conformance-gc') {
			next if $test->{left_out} || ($gc->{$name} // { result => '' })->{result} eq 'left out';
			next if !$update && !@names && !$listed{$name};
		}
		push @found, [$kind, $name, $test->{file}];
	}
	return @found;
}

# The list grows by what passes now; the results of this run join those of earlier ones, and the table shows all.
sub conformance_report {
	my $list = "$tests/conformance/pass.txt";
	$listed{$_} = 1 for @passed_suite;
	open my $f, '>', $list or die "$list: $!";
	print $f "$_\n" for sort keys %listed;
	close $f;
	my $file = dirname($work) . '/conformance.results';
	my $results = @names ? read_results($file) : {};
	$results->{$_} = $outcome{conformance}{$_} for keys %{ $outcome{conformance} };
	write_results($file, $results);
	print table_text(read_gc("$tests/conformance/gc.txt"), $results);
}

# The run of gc as the contents of gc.txt; what it has of other tests stays when only some were run.
sub gc_outcome {
	my %gc = @names ? %{ read_gc("$tests/conformance/gc.txt") } : ();
	for my $name (keys %{ $outcome{'conformance-gc'} }) {
		my ($result, $why) = @{ $outcome{'conformance-gc'}{$name} };
		$result = 'left out' if $result eq 'skipped';
		$gc{$name} = { result => $result, row => $suite{$name}{row}, why => $why =~ s/^skip: //r =~ s/\n.*//sr =~ s/\t/ /gr };
	}
	return \%gc;
}

if ($documents) {
	my $results = dirname($work) . '/conformance.results';
	die "runner: there is no $results to write the documents from; run make conformance first\n" unless -s $results;
	write_documents($srcdir, read_gc("$tests/conformance/gc.txt"), read_results($results));
	exit 0;
}

# ---- the main loop

my %function = ('conformance-gc' => \&test_conformance_gc, unit => \&test_unit, run => \&test_run, runtime => \&test_runtime, allocs => \&test_allocs,
	'allocs-suite' => \&test_allocs, stress => \&test_stress, escape => \&test_escape, agreement => \&test_agreement,
	source => \&test_source, errors => \&test_errors, explain => \&test_explain, examples => \&test_run, cli => \&test_cli,
	conformance => \&test_conformance);
my @queue = map { $function{$_} or die "runner: unknown kind $_\n"; collect($_) } @kinds;
if (@names) {
	my %wanted = map { $_ => 1 } @names;
	@queue = grep { $wanted{ $_->[1] } } @queue;
}
remove_tree($work);
make_path($work);
my %running;
my %known = map { $_ => 1 } grep { !/^#/ } split /\n/, slurp("$tests/known-failures.txt");

# The end before the end: each child ends what it runs, then itself.
sub stop {
	kill KILL => -$command if $command;
	kill TERM => keys %running;
	1 while wait > 0;
	remove_tree($work);
	POSIX::_exit(130);
}

sub stop_child { kill KILL => -$command if $command; POSIX::_exit(130) }

$SIG{INT} = $SIG{TERM} = \&stop;

sub finish {
	my $pid = wait;
	my $test = delete $running{$pid} or return;
	my ($kind, $name) = @{$test}[0, 1];
	my $why = $? ? "the runner's child ended with status $?" : slurp("$test->[3]/result");
	my $result = $why eq '' ? 'passed' : $why =~ /^skip: / ? 'skipped' : 'failed';
	if ($known{"$kind $name"}) {
		$result = $result eq 'failed' ? 'known' : 'failed';
		$why = 'it passes now: take it out of known-failures.txt' if $result eq 'failed';
	}
	push @passed_suite, $name if $kind eq 'conformance' && $result eq 'passed';
	$outcome{$kind}{$name} = [$result, $why];
	if ($update && $result eq 'failed' && !$listed{$name}) {
		$result = 'open';
		print "open $kind $name: ", $verbose ? $why : ($why =~ /\A(.*\n?.*)/)[0], "\n";
	}
	print "FAIL $kind $name: $why\n" if $result eq 'failed';
	$tally{$kind}{$result}++;
	if ($result eq 'skipped' && $kind !~ /^conformance/) { print "SKIP $kind $name: ", $why =~ /^skip: (.*)/, "\n" }
	print "$result $kind $name\n" if $verbose && $result ne 'failed' || $result eq 'known';
	remove_tree($test->[3]);
}

# The packages of the Go tree that most tests import are compiled first: that may take longer than a test. (Not with
# -escape=whole, where what is compiled depends on the program.)
sub warm_up {
	my $dir = "$work/warm_up";
	make_path($dir);
	open my $f, '>', "$dir/main.go" or die "$dir/main.go: $!";
	print $f "package main\n", (map { "import _ \"$_\"\n" } qw(fmt os time reflect sort strings crypto/ecdsa go/format testing)), "func main() {}\n";
	close $f;
	local $minutes = 4 * $minutes;
	capture($dir, {}, $burrow, 'build', '-o', "$dir/prog", "$dir/main.go");
}

my $number = 0;
$| = 1;
warm_up() if !$ENV{WHOLE} && grep { !/^(source|unit)$/ } map { $_->[0] } @queue;
for my $test (@queue) {
	finish() while keys %running >= $jobs;
	my $dir = "$work/" . $number++;
	make_path($dir);
	push @$test, $dir;
	my $pid = fork // die "fork: $!";
	if (!$pid) {
		$SIG{INT} = $SIG{TERM} = \&stop_child;
		my $why = $function{ $test->[0] }->(@{$test}[1, 2, 3]);
		open my $f, '>', "$dir/result";
		print $f $why;
		close $f;
		POSIX::_exit(0);
	}
	$running{$pid} = $test;
}
finish() while %running;
remove_tree($work);

conformance_report() if $outcome{conformance} && $update;
write_gc("$tests/conformance/gc.txt", gc_outcome(), `$ENV{GC} version` =~ s/\n//r) if $outcome{'conformance-gc'};

my ($passed, $failed, $skipped) = (0, 0, 0);
for my $kind (@kinds) {
	my ($p, $f, $s, $k) = map { $tally{$kind}{$_} // 0 } qw(passed failed skipped known);
	printf "%-14s %5d passed %5d failed %5d skipped %5d known to fail\n", $kind, $p, $f, $s, $k;
	$passed += $p, $failed += $f, $skipped += $s;
}
print "$passed passed, $failed failed", ($skipped ? ", $skipped skipped" : ''), "\n";
exit($failed ? 1 : 0);
