#!/usr/bin/perl
# Holds the diagnostics of burrow against gc's over the programs of Go's own suite that burrow compiles: every
# file of kind `run` that gc accepts (or those named). Prints each difference and an agreement table.
#
#   suite.pl [-modes='-m,-m -l,-m=2'] [-jobs=N] [-kinds=run] [-cache=DIR] [-floor=LINES,FILES] [-quiet] [-record=LIST] [FILES]
#
# Takes BURROW, GOROOT (with test/) and GC (the go command) from the environment. A line counts as identical when it stands on
# both sides of the diff of the two outputs; lines in all are those of the longer side. With -floor, exits 1 when one of the
# modes agrees on fewer per cent of lines or files. With -record, the digests of gc's diagnostics on which both agree go to
# LIST, which `make check` (kind agreement) then holds without gc; what the list has stays in it.
use strict;
use warnings;
use Digest::MD5 qw(md5_hex);
use File::Basename;
use File::Path qw(make_path);
use File::Temp qw(tempdir);

my %option = (modes => '-m,-m -l', jobs => 2, kinds => 'run', cache => '', floor => '', quiet => 0, record => '');
while (@ARGV && $ARGV[0] =~ /^-(\w+)(?:=(.*))?$/s) {
	die "suite.pl: no option -$1\n" unless exists $option{$1};
	$option{$1} = $2 // 1;
	shift;
}
my $burrow = $ENV{BURROW} or die "suite.pl: BURROW is not set\n";
my $gc = $ENV{GC} // '';
unless (-x $gc) {
	print "suite: gc 1.19 is not installed (Debian package golang-1.19-go)\n";
	exit 77;
}
my $suite = ($ENV{GOROOT} // '/usr/share/go-1.19') . '/test';
my $work = tempdir(CLEANUP => 1);
my $cache = $option{cache} || "$work/cache";
my @modes = split /,/, $option{modes};
my %kinds = map { $_ => 1 } split /,/, $option{kinds};
make_path($cache);
delete @ENV{qw(GOROOT GOFLAGS GODEBUG GOMAXPROCS GOGC)};

# The files of the suite whose first comment names one of the kinds.
sub suite_files {
	my @files;
	for my $file (sort glob("$suite/*.go $suite/*/*.go")) {
		next if $file =~ m{/typeparam/};
		open my $in, '<', $file or next;
		while (my $line = <$in>) {
			next if $line =~ m{^\s*$|^//go:build|^// \+build};
			push @files, $file if $line =~ m{^//\s*(\w+)} && $kinds{$1};
			last;
		}
	}
	return @files;
}

# Diagnostics of a compiler, one line each, without "./" and the package's name; undef when it refuses the file.
sub run_compiler {
	my ($command, $dir, $out) = @_;
	my $status = system("cd '$dir' && ulimit -v 80000000 && timeout 60 $command >'$out' 2>&1 </dev/null");
	open my $in, '<', $out or return;
	my @lines = map { chomp; s{(^| at )\./}{$1}gr } grep { !/^# / } <$in>;
	return if $status != 0;
	return \@lines;
}

sub gc_lines {
	my ($file, $mode, $job) = @_;
	my $name = "$cache/" . ("$file $mode" =~ s{[^\w.=-]}{_}gr);
	if (-e "$name.refused") {
		return;
	}
	unless (-e $name) {
		my $lines = run_compiler("'$gc' tool compile $mode -p main -o '$work/$job.o' " . basename($file),
			dirname($file), "$work/$job.gc");
		open my $out, '>', $lines ? $name : "$name.refused" or die;
		print $out map { "$_\n" } @{ $lines // [] };
	}
	open my $in, '<', $name or return;
	return [ map { chomp; $_ } <$in> ];
}

# Lines that only one side has, in order, marked - (gc) and + (burrow); and how many both have.
sub compare {
	my ($want, $got, $job) = @_;
	for ([ 'want', $want ], [ 'got', $got ]) {
		open my $out, '>', "$work/$job.$_->[0]" or die;
		print $out map { "$_\n" } @{ $_->[1] };
	}
	my @diff = grep { /^[-+]/ && !/^(---|\+\+\+) / } `diff -U0 '$work/$job.want' '$work/$job.got'`;
	return (scalar(@$want) - grep({ /^-/ } @diff), @diff);
}

sub digest {
	my ($lines) = @_;
	return substr md5_hex(map { "$_\n" } @$lines), 0, 8;
}

# One line of the result file per file and mode: mode, status, lines in all, lines alike; then the differences.
sub work_on {
	my ($job, @files) = @_;
	open my $result, '>', "$work/result.$job" or die;
	for my $file (@files) {
		for my $mode (@modes) {
			my $want = gc_lines($file, $mode, $job);
			my $got = $want && run_compiler("'$burrow' check -gcflags='$mode' ./" . basename($file), dirname($file), "$work/$job.burrow");
			if (!$want || !$got) {
				print $result "= $mode\t$file\t", ($want ? 'refused' : 'gc refuses'), "\t0\t0\n";
				next;
			}
			my ($alike, @diff) = compare($want, $got, $job);
			my $all = @$want > @$got ? @$want : @$got;
			print $result "= $mode\t$file\t", (@diff ? 'differs' : 'same'), "\t$all\t$alike\t", digest($want), "\n", @diff;
		}
	}
	close $result;
}

# LIST: a line for each file, its name below the suite and the digests in the order of the modes, or - .
sub record {
	my ($list, $same) = @_;
	my %old;
	if (open my $in, '<', $list) {
		while (<$in>) {
			my ($file, @digests) = split;
			next if $file eq '#';
			@{ $old{$file} }{@modes} = @digests;
		}
	}
	open my $out, '>', $list or die "suite.pl: cannot write $list: $!\n";
	print $out '# ', join(', ', @modes), ": what gc 1.19 and burrow print alike for programs of Go's suite (suite.pl -record)\n";
	for my $file (sort { $a cmp $b } keys %{ { %old, %$same } }) {
		my @digests = map { my $d = $same->{$file}{$_} // $old{$file}{$_} // '-'; $d } @modes;
		print $out join(' ', $file, @digests), "\n";
	}
}

my @files = @ARGV ? @ARGV : suite_files();
my @children;
for my $job (0 .. $option{jobs} - 1) {
	my @mine = grep { defined } map { $_ % $option{jobs} == $job ? $files[$_] : undef } 0 .. $#files;
	my $pid = fork() // die "suite.pl: cannot fork\n";
	if (!$pid) {
		work_on($job, @mine);
		require POSIX;
		POSIX::_exit(0);
	}
	push @children, $pid;
}
waitpid $_, 0 for @children;

my (%table, @report, %same);
for my $job (0 .. $option{jobs} - 1) {
	open my $in, '<', "$work/result.$job" or die;
	my $header = '';
	while (my $line = <$in>) {
		if ($line =~ /^= (.*)$/) {
			my ($mode, $file, $status, $all, $alike, $digest) = split /\t/, $1;
			my $row = $table{$mode} //= { files => 0, same => 0, lines => 0, alike => 0, refused => 0 };
			$row->{refused}++ if $status eq 'refused';
			next if $status =~ /refuse/;
			$row->{files}++;
			$row->{same}++ if $status eq 'same';
			$same{ $file =~ s{^\Q$suite\E/}{}r }{$mode} = $digest if $status eq 'same';
			$row->{lines} += $all;
			$row->{alike} += $alike;
			$header = $status eq 'differs' ? "$mode " . ($file =~ s{^\Q$suite\E/}{}r) . "\n" : '';
			push @report, $header if $header && !$option{quiet};
		} elsif (!$option{quiet}) {
			push @report, "\t$line";
		}
	}
}
print @report;
my $failed = 0;
my ($floor_lines, $floor_files) = split /,/, $option{floor};
printf "%-8s %7s %9s %8s %9s %9s %8s %8s\n", 'mode', 'files', 'identical', '%', 'lines', 'identical', '%', 'refused';
for my $mode (@modes) {
	my $row = $table{$mode} or next;
	my $files = 100 * $row->{same} / ($row->{files} || 1);
	my $lines = 100 * $row->{alike} / ($row->{lines} || 1);
	printf "%-8s %7d %9d %8.2f %9d %9d %8.2f %8d\n", $mode, $row->{files}, $row->{same}, $files, $row->{lines}, $row->{alike}, $lines,
		$row->{refused};
	$failed = 1 if $option{floor} && ($lines < $floor_lines || $files < $floor_files);
}
record($option{record}, \%same) if $option{record};
exit $failed;
