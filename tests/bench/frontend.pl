#!/usr/bin/env perl
# frontend.pl [--runs=N] [--lines=N] [generated | ring | PACKAGE...]: parsing and type checking beside gc's. `make bench-frontend` runs it.
#
# Packages: one that package.pl generates, of N/8, N/4, N/2 and N lines (200,000), and large ones of the Go tree. Both compilers get
# the same files and export data of the same imports. Per run, one after the other: `burrow compile -check -stats` and `go tool compile
# -bench`, each on one core (-j=1; GOMAXPROCS=1 -c=1) and as it comes, which is with all cores. Times are wall time, medians of N runs (5).
#
# gc's phase fe:parse reads, parses (with several goroutines where it may), checks types and builds its IR. Held against it are burrow's
# stages parse and types, and then those and ir, as ratios gc / burrow: the second compares like with like. The last columns are the time of
# inlining and escape analysis together and its share of all stages, on one core and on all; and the memory.
#
# `ring` measures inlining and escape analysis of functions that all reach each other, 2,500 to 20,000 of them, and gc's escape analysis of the fewest: it takes
# more than four times as long for twice as many.
#
# Packages that the Go tree's need and that have type parameters or embedded files are replaced by ones without (stand_in); what is
# measured is as it is.
use strict;
use warnings;
use File::Path qw(make_path remove_tree);

my ($runs, $lines, @wanted) = (5, 200_000);
for (@ARGV) {
	if    (/^--runs=(\d+)$/)  { $runs = $1 }
	elsif (/^--lines=(\d+)$/) { $lines = $1 }
	else                      { push @wanted, $_ }
}
@wanted = qw(generated reflect go/types net/http runtime cmd/compile/internal/ssa) if !@wanted;
my ($burrow, $go) = ($ENV{BURROW}, $ENV{GC} || 'go');
$burrow or die "frontend: BURROW is not set; use make bench-frontend\n";
-x $go or print("bench-frontend: gc 1.19 is not installed (Debian package golang-1.19-go)\n"), exit 77;
chomp(my $compile = `$go tool -n compile`);
my $work = "$ENV{CHECKDIR}/frontend";
remove_tree($work);
make_path($work);
delete @ENV{qw(GOFLAGS GODEBUG GOGC)};
$ENV{CGO_ENABLED} = 0;

sub slurp { my ($f) = @_; open my $h, '<', $f or die "$f: $!\n"; local $/; return <$h> }
sub spew  { my ($f, @text) = @_; open my $h, '>', $f or die "$f: $!\n"; print $h @text; close $h or die "$f: $!\n" }

sub median { my @s = sort { $a <=> $b } @_; return @s % 2 ? $s[@s / 2] : ($s[@s / 2 - 1] + $s[@s / 2]) / 2 }

# burrow's stages in ms, and the arena in KiB.
sub run_burrow {
	my ($jobs, @args) = @_;
	open my $h, '-|', "$burrow compile -check -stats -j=$jobs -o $work/x.a @args 2>&1" or die "$burrow: $!\n";
	local $/;
	my $text = <$h>;
	close $h or die "frontend: burrow fails: $text\n";
	my %t = $text =~ /^(\w+) +([\d.]+) ms/mg;
	($t{arena}) = $text =~ /, (\d+) KiB in the arena/;
	$t{front} = $t{parse} + $t{types};
	$t{verdicts} = $t{inline} + $t{escape};
	return \%t;
}

# A phase of gc's, in ms.
sub run_gc {
	my ($phase, $one_core, @args) = @_;
	local $ENV{GOMAXPROCS} = 1 if $one_core;
	delete $ENV{GOMAXPROCS} if !$one_core;
	unlink "$work/bench";
	my @one = $one_core ? '-c=1' : ();
	system($compile, @one, "-bench=$work/bench", '-o', "$work/x.o", @args) == 0 or die "frontend: gc fails on @args[0 .. 3]\n";
	slurp("$work/bench") =~ m{:$phase\s+\d+\s+(\d+) ns/op} or die "frontend: no phase $phase\n";
	return $1 / 1e6;
}

my $format = "%-28s %7s | %8s %8s %8s %9s %6s %6s | %8s %9s %6s %6s | %8s %6s %8s %6s %5s\n";
chomp(my $cores = `nproc`);

sub fixed { map { sprintf '%.1f', $_ } @_ }

sub measure {
	my ($name, $burrow_args, $gc_args, @files) = @_;
	my (%one, %all, @one, @all);
	for (1 .. $runs) {
		my $s = run_burrow(1, @$burrow_args, @files);
		push @{ $one{$_} }, $s->{$_} for keys %$s;
		$s = run_burrow($cores, @$burrow_args, @files);
		push @{ $all{$_} }, $s->{$_} for keys %$s;
		push @one, run_gc('fe:parse', 1, @$gc_args, @files);
		push @all, run_gc('fe:parse', 0, @$gc_args, @files);
	}
	$_ = median(@$_) for values %one, values %all;
	my ($one, $all) = (median(@one), median(@all));
	my $count = 0;
	$count += slurp($_) =~ tr/\n// for @files;
	printf $format, $name, $count,
		fixed(@one{qw(parse types ir)}, $one, $one / $one{front}, $one / ($one{front} + $one{ir})),
		fixed($all{front}, $all, $all / $all{front}, $all / ($all{front} + $all{ir})),
		fixed(map { $_->{verdicts}, 100 * $_->{verdicts} / $_->{total} } \%one, \%all), sprintf('%.0f', $one{arena} / 1024);
}

sub generated {
	for my $part (8, 4, 2, 1) {
		my $n = int($lines / $part);
		my @files = map { "$work/g$part-$_.go" } 1 .. 8;
		system($^X, "$ENV{SRCDIR}/tests/bench/package.pl", $n, @files) == 0 or die "frontend: package.pl fails\n";
		measure("generated, 1/$part", ['-p', 'big'], ['-p', 'big'], @files);
	}
}

# Functions each of which calls the next and another one, and passes on what it is given.
sub ring_source {
	my ($n) = @_;
	my $text = "package ring\n\ntype node struct {\n\tnext *node\n\tn    int\n}\n";
	for my $i (0 .. $n - 1) {
		my ($next, $other) = (($i + 1) % $n, ($i * 7 + 3) % $n);
		$text .= <<GO;

func f$i(p *node, depth int) *node {
	if depth == 0 {
		return p
	}
	q := &node{p, depth}
	if depth&1 == 0 {
		return f$next(q.next, depth-1)
	}
	q.next = f$other(p, depth-2)
	return f$next(q, depth-1)
}
GO
	}
	return $text;
}

sub ring {
	printf "%-28s %10s %10s %10s\n", 'functions in a ring', 'one core', "$cores cores", 'gc';
	for my $n (2_500, 5_000, 10_000, 20_000) {
		spew("$work/ring.go", ring_source($n));
		my (@one, @all, $gc);
		for (1 .. $runs) {
			push @one, run_burrow(1,      '-p', 'ring', "$work/ring.go")->{verdicts};
			push @all, run_burrow($cores, '-p', 'ring', "$work/ring.go")->{verdicts};
		}
		$gc = run_gc('fe:escapes', 0, '-p', 'ring', "$work/ring.go") if $n == 2_500;
		printf "%-28d %10.1f %10.1f %10s\n", $n, median(@one), median(@all), $gc ? sprintf('%.0f', $gc) : '';
	}
}

# A package's files without type parameters: the same ones, or changed copies, or others.
sub stand_in {
	my ($path, @files) = @_;
	if ($path eq 'crypto/elliptic') {
		spew("$work/elliptic.go", <<'GO');
package elliptic

var p224, p256, p384, p521 interface {
	Curve
	unmarshaler
}

func initP224()
func initP256()
func initP384()
func initP521()
GO
		return ((grep { !/nistec/ } @files), "$work/elliptic.go");
	}
	for my $file (@files) {
		my $text = slurp($file);
		my $embeds = $text =~ s{^//go:embed .*}{}mg; # the table of a curve's points: not for the checker
		next if !$embeds && $text !~ /\bPointer\[/;
		$text =~ s/^type Pointer\[.*?^\}\n//ms;
		$text =~ s/^func \(x \*Pointer\[.*?(?<=\})\n//mg;
		$text =~ s/^func \(x \*Pointer\[.*?^\}\n//msg;
		my $local = $text =~ s/\batomic\.Pointer\[(\w+)\]/cached/ ? $1 : '';
		$text .= "\nvar _ unsafe.Pointer\n" if !$local && !$embeds;
		$text .= "\ntype cached struct{ v atomic.Value }\n\nfunc (c *cached) Load() *$local\nfunc (c *cached) Store(*$local)\n" if $local;
		my $copy = "$work/" . ($path =~ tr{/}{_}r) . '_' . ($file =~ s{.*/}{}r);
		spew($copy, $text);
		$file = $copy;
	}
	return @files;
}

# What gc is told of functions in assembly.
sub symabis {
	my ($path, @files) = @_;
	spew("$work/go_asm.h");
	my @flags = ('-p', $path, '-I', $work, '-I', "$ENV{GOROOT}/pkg/include", '-D', 'GOOS_linux', '-D', 'GOARCH_amd64');
	push @flags, '-compiling-runtime' if $path eq 'runtime';
	system($go, 'tool', 'asm', @flags, '-gensymabis', '-o', "$work/symabis", @files) == 0 or die "frontend: go tool asm fails\n";
	return ('-symabis', "$work/symabis");
}

# Export data of all packages that PATH imports, by burrow; measures PATH.
my (%made, $packagefiles);
$packagefiles = '';

sub from_tree {
	my ($wanted) = @_;
	my $format = '{{.ImportPath}}|{{.Dir}}|{{range .GoFiles}}{{.}} {{end}}|{{range $k,$v := .ImportMap}}{{$k}}={{$v}} {{end}}|{{.Export}}|{{range .SFiles}}{{.}} {{end}}';
	my $gc_files = '';
	open my $list, '-|', $go, 'list', '-export', '-deps', '-f', $format, $wanted or die "$go: $!\n";
	my @packages = map { chomp; [split /\|/, $_, -1] } <$list>;
	close $list or die "frontend: go list $wanted fails\n";
	for (@packages) {
		my ($path, $dir, $names, $map, $export, $assembly) = @$_;
		next if $path eq 'unsafe';
		my @files = map { "$dir/$_" } split ' ', $names;
		my $maps = join '', map { "importmap $_\n" } split ' ', $map;
		my $archive = "$work/" . ($path =~ tr{/}{_}r) . '.a';
		if ($path eq $wanted) {
			spew("$work/gc.cfg", $maps, $gc_files);
			spew("$work/burrow.cfg", $maps, $packagefiles);
			my @special = $path eq 'runtime' ? '-+' : ();
			push @special, symabis($path, map { "$dir/$_" } split ' ', $assembly) if $assembly;
			my @burrow = ('-p', $path, '-importcfg', "$work/burrow.cfg");
			measure($path, \@burrow, ['-p', $path, '-std', @special, '-importcfg', "$work/gc.cfg"], @files);
			next;
		}
		$gc_files .= "packagefile $path=$export\n";
		next if $made{$path}++;
		spew("$work/deps.cfg", $maps, $packagefiles);
		@files = stand_in($path, @files);
		my $out = `$burrow compile -check -p $path -importcfg $work/deps.cfg -o $archive @files 2>&1`;
		die "frontend: $path:\n$out" if $?;
		$packagefiles .= "packagefile $path=$archive\n";
	}
}

my $load = slurp('/proc/loadavg') =~ s/ .*//sr;
printf "medians of %d runs, wall time in ms; load %s; gc's phase fe:parse on one core and as it comes\n", $runs, $load;
printf $format, '', '', 'one core', '', '', '', '', '', "$cores cores", '', '', '', 'verdicts', '', "$cores cores", '', '';
printf $format, 'package', 'lines', 'parse', 'types', 'ir', 'gc', 'ratio', 'w. ir', 'p+types', 'gc', 'ratio', 'w. ir', 'ms', '%', 'ms', '%', 'MiB';
$| = 1;
for (@wanted) {
	if    ($_ eq 'generated') { generated() }
	elsif ($_ eq 'ring')      { ring() }
	else                      { from_tree($_) }
}
