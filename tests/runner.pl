#!/usr/bin/env perl
# The test runner. Collects the tests of the kinds asked for, runs them side by side (one child process for each),
# prints a line for each failure and a table at the end. See tests/README.md for the kinds.
use strict;
use warnings;
use File::Basename qw(basename dirname);
use File::Path qw(make_path remove_tree);
use POSIX ();

my $burrow  = $ENV{BURROW} or die "runner: BURROW is not set; use make check\n";
my $srcdir  = $ENV{SRCDIR};
my $tests   = "$srcdir/tests";
my $gotest  = "$ENV{GOROOT}/test";
my $work    = $ENV{CHECKDIR} || "/tmp/burrow-check.$$";
my $timeout = 60;
# Of runtime tests: the bug-finding mode and GOMAXPROCS.
my @modes   = (["", 1], ["", 2], ["", 4], ["", 8], ["gcstress=1", 1], ["gcstress=1", 4], ["stackmove=1", 1], ["stackmove=1", 4],
	["poison=1", 2], ["poison=1,gcstress=1", 4], ["wbcheck=1", 2], ["schedseed=1", 1], ["schedseed=2", 2], ["schedseed=3", 4],
	["schedseed=4,poison=1,stackmove=1", 3]);

my ($update, $verbose, $jobs, @kinds, @names) = (0, 0, 0);
while (@ARGV) {
	my $a = shift;
	if    ($a eq '--update')  { $update = 1 }
	elsif ($a eq '-v')        { $verbose = 1 }
	elsif ($a =~ /^-j(\d+)$/) { $jobs = $1 }
	elsif ($a eq '--')        { @names = @ARGV; last }
	else                      { push @kinds, $a }
}
@kinds = qw(source unit errors escape explain run allocs runtime examples cli conformance) unless @kinds;
if (!$jobs) { chomp($jobs = `getconf _NPROCESSORS_ONLN`); $jobs ||= 2; }
$ENV{PATH} = dirname($burrow) . ":$ENV{PATH}";
$ENV{BURROW_VERIFY} = 1;    # every stage checks what the one before it leaves
delete @ENV{qw(GOFLAGS GODEBUG GOGC GOMAXPROCS BURROWDEBUG)};
$ENV{GOFLAGS} = '-escape=whole' if $ENV{WHOLE};    # the programs are analysed whole

# ---- running a command

# capture(DIR, ENV, COMMAND...): exit status (128 + signal, 124 for a timeout), standard output, standard error.
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
		exec @command or POSIX::_exit(127);
	}
	my $late = 0;
	local $SIG{ALRM} = sub { $late = 1; kill KILL => -$pid };
	alarm $timeout;
	waitpid $pid, 0;
	my $status = $?;
	alarm 0;
	$status = $late ? 124 : $status & 127 ? 128 + ($status & 127) : $status >> 8;
	return ($status, slurp($out), slurp($err));
}

sub slurp {
	my ($file) = @_;
	open my $f, '<', $file or return '';
	local $/;
	my $text = <$f>;
	return $text // '';
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

sub first_difference {
	my ($want, $got) = @_;
	my @w = split /\n/, $want, -1;
	my @g = split /\n/, $got, -1;
	for my $i (0 .. (@w > @g ? $#w : $#g)) {
		my ($a, $b) = ($w[$i] // '<end>', $g[$i] // '<end>');
		return sprintf "line %d: want: %s\n    got: %s", $i + 1, substr($a, 0, 200), substr($b, 0, 200)
			if $a ne $b;
	}
	return "no difference";
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
	my $why = build($file, $dir, '-allocs');
	return $why if $why;
	my $d = directives($file);
	my ($status, $out, $err) = capture($dir, { %{ $d->{env} }, BURROWALLOCS => "$dir/table" }, 'sh', '-c',
		'cd "$1"; shift; exec "$@"', 'sh', $file =~ /^\Q$gotest\E/ ? $gotest : $dir, "$dir/prog", @{ $d->{args} });
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
	for (['m', '-m'], ['ml', '-m -l']) {
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

# A run test of Go's suite with the modes that find a stack object that is used after its frame has gone: dead frames and
# freed memory filled with a pattern, stacks moved at every call, a collection at every allocation.
sub test_stress {
	my ($name, $file, $dir) = @_;
	my ($action, $words) = suite_action($file);
	my ($flags, $why) = suite_flags($words);
	return "skip: $why" unless $flags;
	$why = build($file, $dir, grep { /^-gcflags/ } @$flags);
	return $why if $why;
	(my $expected = $file) =~ s/\.go$/.out/;
	my $want = slurp($expected);
	my @args = grep { !/^-gcflags/ } split ' ', $words;
	my $slow = '';
	for my $mode ('poison=1,stackmove=1', 'poison=1,gcstress=1') {
		my ($status, $out, $err) = capture($dir, { BURROWDEBUG => $mode }, 'sh', '-c', 'cd "$1"; shift; exec "$@" 2>&1', 'sh',
			$gotest, "$dir/prog", @args);
		if ($status == 124) { $slow = "skip: takes more than $timeout s in mode $mode"; next }
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

# A Go regular expression as a Perl one: the suites use the common subset.
sub matches {
	my ($text, $regexp) = @_;
	no warnings 'regexp';
	my $ok = eval { $text =~ /$regexp/ };
	return defined $ok ? $ok : 0;
}

# Compares messages "file:line:col: text" with the ERROR comments of the files, both ways.
sub compare_errors {
	my ($messages, @files) = @_;
	my (%want, %got);
	for my $file (@files) {
		my $n = 0;
		for (split /\n/, slurp($file)) {
			$n++;
			next unless m{//.*?\b(?:GC_)?ERROR(AUTO)? (.*)};
			my ($auto, $rest) = ($1, $2);
			next if $auto;
			my $line = $n;
			push @{ $want{ basename($file) . ":$line" } },
				map { my $r = $_; $r =~ s/^["`]|["`]$//g; $r =~ s/LINE([+-]\d+)?/basename($file) . ':' . ($n + ($1 || 0))/ge; $r }
				$rest =~ m{("[^"]*"|`[^`]*`)}g;
		}
	}
	# Lines that begin with a tab belong to the message before; files have their short names, as in Go's own runner.
	$messages =~ s{\Q$_\E}{basename($_)}ge for @files;
	my $last;
	for (split /\n/, $messages) {
		if (m{^(\S+?\.go):(\d+)(?::\d+)?: (.*)}) { push @{ $last = $got{ basename($1) . ":$2" } //= [] }, $3 }
		elsif (m{^\t} && $last) { $last->[-1] .= "\n$_" }
		elsif (m{^# |^too many errors}) { }
		elsif (length) { push @{ $got{'other'} }, $_ }
	}
	for my $at (sort keys %want) {
		my @left = @{ $got{$at} // [] };
		for my $regexp (@{ $want{$at} }) {
			my @hit = grep { matches($_, $regexp) } @left;
			return "$at: no message matches \"$regexp\"; got: " . join(' | ', @{ $got{$at} // [] }) unless @hit;
			@left = grep { !matches($_, $regexp) } @left;
		}
		return "$at: unexpected: $left[0]" if @left;
		delete $got{$at};
	}
	my ($at) = sort keys %got;
	return $at ? "$at: unexpected: $got{$at}[0]" : '';
}

sub test_errors {
	my ($name, $file, $dir) = @_;
	my ($status, $out, $err) = capture($dir, {}, $burrow, 'build', '-e', '-o', "$dir/prog", $file);
	return "exit status $status, want 1\n$err" if $status != 1;
	return "left an output file" if -e "$dir/prog";
	return compare_errors($err, $file);
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

# The kind and the words after it, from the first line that says it; undef when the test is not for us.
sub suite_action {
	my ($file) = @_;
	my $text = slurp($file);
	for (split /\n/, $text) {
		next if m{^//go:build|^// \+build|^\s*$};
		return unless m{^//\s*(\w+)\s*(.*)};
		return ($1, $2, $text);
	}
	return;
}

# Build constraints of the suite, as linux/amd64 with gc-like tags.
sub suite_excluded {
	my ($text) = @_;
	return 0 unless $text =~ m{^//go:build (.*)$}m;
	my $e = $1;
	my %set = map { $_ => 1 } qw(linux amd64 gc unix), map { "go1.$_" } 1 .. 19;
	$e =~ s/([\w.]+)/$set{$1} ? 1 : 0/ge;
	return !eval $e;
}

sub suite_flags {
	my ($words) = @_;
	my @flags;
	for (split ' ', $words) {
		last unless /^-/;
		return (undef, "flag $_") if /^-d=|^-gcflags=.*-d=|^-[+%]|^-live|^-race|^-t$|^-importcfg/;
		push @flags, $_;
	}
	return (\@flags);
}

sub test_conformance {
	my ($name, $file, $dir) = @_;
	my ($action, $words, $text) = suite_action($file);
	my ($flags, $why) = suite_flags($words);
	return "skip: $why" unless $flags;
	if ($action eq 'run') {
		my @flags = grep { /^-gcflags/ } @$flags;
		my @args = grep { !/^-gcflags/ } split ' ', $words;
		$why = build($file, $dir, @flags);
		return $why if $why;
		my ($status, $out, $err) = capture($dir, {}, 'sh', '-c', 'cd "$1"; shift; exec "$@" 2>&1', 'sh', $gotest, "$dir/prog", @args);
		return "exit status $status\n" . substr($out, 0, 1500) if $status;
		(my $expected = $file) =~ s/\.go$/.out/;
		my $want = slurp($expected);
		return $out eq $want ? '' : "output: " . first_difference($want, $out);
	}
	if ($action eq 'compile' || $action eq 'build') {
		my ($status, $out, $err) = capture($dir, {}, $burrow, 'build', '-o', "$dir/prog", gcflags(@$flags), $file);
		$status = 0 if $action eq 'compile' && $err =~ /\A# .*\n.*function main is undeclared.*\n\z/;
		return $status ? "exit status $status\n" . substr("$out$err", 0, 1500) : '';
	}
	if ($action eq 'errorcheck') {
		my @flags = grep { $_ ne '-0' } @$flags;
		my ($status, $out, $err) = capture($dir, {}, $burrow, 'build', '-e', '-o', "$dir/prog", gcflags(@flags), $file);
		return "exit status $status\n$err" if $status > 1;
		return "not supported yet\n$err" if $err =~ /not supported yet/;
		return "compiled, but must not" if !$status && !grep { $_ eq '-0' || /^-m/ } @$flags;
		return compare_errors($err, $file);
	}
	return "skip: kind $action";
}

sub gcflags {
	my @flags = @_;
	return @flags ? ('-gcflags', join ' ', @flags) : ();
}

# Why a test of the suite is left out whatever happens, or ''.
sub suite_left_out {
	my ($rel, $action, $text) = @_;
	return 'type parameters' if $rel =~ m{^typeparam/};
	return 'assembly check' if $action eq 'asmcheck';
	return 'constraint' if suite_excluded($text);
	return '';
}

# ---- collecting

sub collect {
	my ($kind) = @_;
	my $find = sub { map { [$kind, basename($_) =~ s/\.\w+$//r, $_] } sort glob $_[0] };
	return $find->("$tests/unit/*.c") if $kind eq 'unit';
	return $find->("$tests/cli/*.sh") if $kind eq 'cli';
	return $find->("$tests/source/*.pl") if $kind eq 'source';
	return $find->("$srcdir/examples/*.go") if $kind eq 'examples';
	if ($kind eq 'conformance') { return collect_suite('conformance') }
	if ($kind eq 'allocs') {
		return map { $find->("$tests/../$_/*.go") } qw(tests/run tests/runtime tests/bench examples);
	}
	if ($kind eq 'allocs-suite' || $kind eq 'stress') { return grep { (suite_action($_->[2]))[0] eq 'run' } collect_suite($kind) }
	my @directories = map { [$kind, basename($_), $_] } grep { -d } glob "$tests/$kind/*";
	return ($find->("$tests/$kind/*.go"), @directories);
}

my %left_out;

sub collect_suite {
	my ($kind) = @_;
	my %listed = map { $_ => 1 } split /\n/, slurp("$tests/conformance/pass.txt");
	my @found;
	for my $file (sort glob "$gotest/*.go $gotest/*/*.go") {
		(my $rel = $file) =~ s{^\Q$gotest\E/}{};
		next if !$update && !@names && !$listed{$rel};
		my ($action, $words, $text) = suite_action($file);
		next unless $action && $action =~ /^(run|compile|errorcheck|build)$/;
		if (my $why = suite_left_out($rel, $action, $text)) { $left_out{$why}++; next }
		push @found, [$kind, $rel, $file];
	}
	return @found;
}

# ---- the main loop

my %function = (unit => \&test_unit, run => \&test_run, runtime => \&test_runtime, allocs => \&test_allocs,
	'allocs-suite' => \&test_allocs, stress => \&test_stress, escape => \&test_escape,
	source => \&test_source, errors => \&test_errors, explain => \&test_explain, examples => \&test_run, cli => \&test_cli,
	conformance => \&test_conformance);
my @queue = map { $function{$_} or die "runner: unknown kind $_\n"; collect($_) } @kinds;
if (@names) {
	my %wanted = map { $_ => 1 } @names;
	@queue = grep { $wanted{ $_->[1] } } @queue;
}
remove_tree($work);
make_path($work);
my (%running, %tally, @passed_suite);
my %known = map { $_ => 1 } grep { !/^#/ } split /\n/, slurp("$tests/known-failures.txt");
$SIG{INT} = $SIG{TERM} = sub { kill TERM => -$_ for keys %running; remove_tree($work); exit 130 };

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
	$tally{$kind}{$result}++;
	push @passed_suite, $name if $kind eq 'conformance' && $result eq 'passed';
	print "FAIL $kind $name: $why\n" if $result eq 'failed' && !($update && !$verbose);
	if ($update && $result eq 'failed') { print "FAIL $kind $name: ", ($why =~ /\A(.*\n?.*)/)[0], "\n" }
	if ($result eq 'skipped' && $kind ne 'conformance') { print "SKIP $kind $name: ", $why =~ /^skip: (.*)/, "\n" }
	print "$result $kind $name\n" if $verbose && $result ne 'failed' || $result eq 'known';
	remove_tree($test->[3]);
}

my $number = 0;
$| = 1;
for my $test (@queue) {
	finish() while keys %running >= $jobs;
	my $dir = "$work/" . $number++;
	make_path($dir);
	push @$test, $dir;
	my $pid = fork // die "fork: $!";
	if (!$pid) {
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

if ($update) {
	my $list = "$tests/conformance/pass.txt";
	my %all = map { $_ => 1 } split /\n/, slurp($list);
	$all{$_} = 1 for @passed_suite;
	open my $f, '>', $list or die "$list: $!";
	print $f "$_\n" for sort keys %all;
	close $f;
}
my ($passed, $failed, $skipped) = (0, 0, 0);
for my $kind (@kinds) {
	my ($p, $f, $s, $k) = map { $tally{$kind}{$_} // 0 } qw(passed failed skipped known);
	printf "%-12s %5d passed %5d failed %5d skipped %5d known to fail\n", $kind, $p, $f, $s, $k;
	$passed += $p, $failed += $f, $skipped += $s;
}
print "left out: ", join(', ', map { "$_ ($left_out{$_})" } sort keys %left_out), "\n" if %left_out;
print "$passed passed, $failed failed", ($skipped ? ", $skipped skipped" : ''), "\n";
exit($failed ? 1 : 0);
