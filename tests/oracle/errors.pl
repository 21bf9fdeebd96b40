#!/usr/bin/perl
# Holds burrow's errors against gc 1.19's, on many programs: is each accepted or refused by both, and are the messages the same?
#
#   errors.pl [-m N] [-s SEED] [-k] [-q] FILES.go...
#
# Without -m each file is compared as it is. With -m, N mutants of each file (a token dropped, doubled or swapped, a name or a
# type replaced, an argument, a result or a statement lost, ...): the same seed gives the same mutants. -k keeps the programs that differ in
# $CHECKDIR/errors (default: build/errors), -q shows only the totals. -a compares all messages (-e), not the first ten.
# Programs that use type parameters are left out: burrow refuses them.
use strict;
use warnings;
use Digest::MD5 'md5_hex';
use File::Path qw(make_path remove_tree);
use Getopt::Long;

my ($mutants, $seed, $keep, $quiet, $all) = (0, 1, 0, 0, 0);
GetOptions('m=i' => \$mutants, 's=i' => \$seed, 'k' => \$keep, 'q' => \$quiet, 'a' => \$all) or exit 2;
my $go = $ENV{GC} || '/usr/lib/go-1.19/bin/go';
my $burrow = $ENV{BURROW} || 'bin/burrow';
my $work = ($ENV{CHECKDIR} || 'build') . '/errors';
-x $go or print("errors: gc 1.19 is not installed (Debian package golang-1.19-go)\n"), exit 77;
$burrow = `readlink -f $burrow`;
chomp $burrow;
make_path($work);
chomp($work = `readlink -f $work`);
chomp(my $tool = `$go tool -n compile`);

sub slurp { my ($f) = @_; local $/; open my $h, '<', $f or return ''; my $t = <$h>; return defined $t ? $t : '' }
sub spew { my ($f, $t) = @_; open my $h, '>', $f or die "$f: $!"; print $h $t; close $h }

# Runs a compiler on x.go in the work directory: (refused, messages).
sub ask {
	my (@command) = @_;
	my $pid = fork;
	if (!$pid) {
		chdir $work;
		open STDOUT, '>', "$work/out";
		open STDERR, '>&', \*STDOUT;
		exec 'timeout', '20', @command;
	}
	waitpid $pid, 0;
	my $status = $? >> 8;
	my $text = slurp("$work/out");
	$text =~ s{\./x\.go}{x.go}g;
	return ($status, $text);
}

my %total;

sub compare {
	my ($name, $text) = @_;
	my $key = md5_hex($text . $all);
	spew("$work/x.go", $text);
	my $cache = "$work/cache/$key";
	my ($gc_status, $gc);
	if (-e $cache) {
		($gc_status, $gc) = split /\n/, slurp($cache), 2;
	} else {
		($gc_status, $gc) = ask($tool, '-p=main', '-o', "$work/x.o", $all ? '-e' : (), 'x.go');
		make_path("$work/cache");
		spew($cache, "$gc_status\n$gc");
	}
	my ($status, $ours) = ask($burrow, 'check', $all ? '-e' : (), 'x.go');
	$ours =~ s/^# .*\n//;
	my $kind;
	if ($ours =~ /not supported yet: (type param|generic|type arg|instan|constraint|union)/) { $kind = 'generic' }
	elsif ($status > 1) { $kind = "FAULT $status" }
	elsif (!$status && !$gc_status) { $kind = 'accepted' }
	elsif (!$status) { $kind = 'ACCEPTS' }
	elsif (!$gc_status) { $kind = 'REFUSES' }
	elsif ($ours eq $gc) { $kind = 'same errors' }
	else {
		my ($a, $b) = map { my $t = $_; $t =~ s/^(\S+:\d+):\d+:/$1:/mg; $t } $gc, $ours;
		$kind = $a eq $b ? 'COLUMNS' : 'MESSAGES';
	}
	$total{$kind}++;
	return if $kind =~ /^[a-z]/;
	spew("$work/$name", $text) if $keep;
	print "==== $kind $name\n", diff($gc, $ours) unless $quiet;
}

# The lines only one of them says.
sub diff {
	my ($gc, $ours) = @_;
	my @gc = split /\n/, $gc;
	my @ours = split /\n/, $ours;
	my (%g, %o);
	$g{$_}++ for @gc;
	$o{$_}++ for @ours;
	my @lines = ((map {"  gc: $_\n"} grep { !$o{$_} } @gc), (map {"  us: $_\n"} grep { !$g{$_} } @ours));
	@lines = ("  order\n", map("  gc: $_\n", @gc), map("  us: $_\n", @ours)) unless @lines;
	return join '', @lines > 12 ? @lines[0 .. 11] : @lines;
}

# ---- Mutation

my $state;
sub roll { my ($n) = @_; $state = ($state * 1103515245 + 12345) & 0x7fffffff; return $n > 0 ? ($state >> 8) % $n : 0 }

# The file as [kind, text] tokens: blank, name, literal, operator.
sub tokens {
	my ($text) = @_;
	my @t;
	while ($text =~ m{\G(?:(\s+|//[^\n]*|/\*.*?\*/)|([A-Za-z_]\w*)|("(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)+'|[0-9][\w.]*)|
		(<<=|>>=|&\^=|\.\.\.|&&|\|\||<-|\+\+|--|==|!=|<=|>=|:=|\+=|-=|\*=|/=|%=|&=|\|=|\^=|<<|>>|&\^|.))}gxs) {
		push @t, defined $1 ? [blank => $1] : defined $2 ? [name => $2] : defined $3 ? [literal => $3] : [op => $4];
	}
	return @t;
}

my @types = qw(int string bool float64 []int error uint8 *int map[string]int func() chan(int) struct{} interface{M()} [3]int interface{});
no warnings "qw";
my @values = (1, 1.5, '"s"', "'c'", 'nil', 'true', '-1', '1<<70', '[]int{1}', 'struct{}{}', 'func(){}', '&x', '2i', 'new(int)', 'len', 'int', '_');
my @statements = ('return', 'return 1', 'break', 'continue', 'x := 1', 'var y int', 'x = 1', '1', 'f()', 'goto L', 'L:', 'fallthrough',
	'for {}', 'if x {}', 'defer f', 'go f()', 'x++', 'import "os"', 'func f() {}', 'var _ = g', 'switch x {}', 'type T T', 'const c = f()',
	'for i := range x {}', 'x, y := 1', 'a, b = b, a', '}', '{', 'else {}', 'case 1:', 'var a [-1]int', 'select {}', 'x.y = 1', 'type T struct{ T }');
my @operators = qw(+ - * / % & | ^ << >> &^ && || == != < <= > >= = := += , ; : . ! <- ++ ... ( ) [ ] { });
my @keywords = qw(break case chan const continue default defer else fallthrough for func go goto if import interface map package range
	return select struct switch type var);
my %keyword = map { $_ => 1 } @keywords;

sub mutate {
	my (@t) = @_;
	my @solid = grep { $t[$_][0] ne 'blank' } 0 .. $#t;
	my @names = grep { $t[$_][0] eq 'name' && !$keyword{$t[$_][1]} } @solid;
	my $pick = sub { my (@from) = @_; return $from[roll(scalar @from)] };
	my $at = $pick->(@solid);
	my $how = roll(16);
	if ($how == 0) { $t[$at][1] = '' }
	elsif ($how == 1) { $t[$at] = [op => "$t[$at][1] $t[$at][1]"] }
	elsif ($how == 2) { my $b = $pick->(@solid); @t[$at, $b] = @t[$b, $at] }
	elsif ($how <= 5 && @names) { my ($a, $b) = ($pick->(@names), $pick->(@names)); $t[$a] = [name => $t[$b][1]] }
	elsif ($how == 6 && @names) { $t[$pick->(@names)] = [name => $pick->(@types)] }
	elsif ($how == 7 && @names) { $t[$pick->(@names)] = [name => $pick->(@values)] }
	elsif ($how == 8) { my @l = grep { $t[$_][0] eq 'literal' } @solid; $t[@l ? $pick->(@l) : $at] = [literal => $pick->(@values)] }
	elsif ($how == 9) { my @o = grep { $t[$_][0] eq 'op' } @solid; $t[$pick->(@o)] = [op => $pick->(@operators)] }
	elsif ($how == 10) { my @o = grep { $t[$_][0] eq 'blank' && $t[$_][1] =~ /\n/ } 0 .. $#t; my $i = $pick->(@o); $t[$i][1] .= $pick->(@statements) . "\n" if defined $i }
	elsif ($how == 11) { # a line is lost
		my $text = join '', map { $_->[1] } @t;
		my @lines = split /^/, $text;
		splice @lines, roll(scalar @lines), 1;
		return join '', @lines;
	}
	elsif ($how == 12 && @names) { my $i = $pick->(@names); $t[$i] = [name => $t[$i][1] . 'x'] }
	elsif ($how == 13) { $t[$at][1] = "$t[$at][1] " . $pick->(@operators) }
	elsif ($how == 14) { my @k = grep { $keyword{$t[$_][1]} } @solid; $t[$pick->(@k)] = [name => $pick->(@keywords)] }
	else { $t[$at][1] = $pick->(@keywords) . " $t[$at][1]" }
	return join '', map { $_->[1] } @t;
}

for my $file (@ARGV) {
	my $text = slurp($file);
	(my $base = $file) =~ s{.*/}{};
	if (!$mutants) { compare($base, $text); next }
	my @t = tokens($text);
	for my $i (1 .. $mutants) {
		$state = hex(substr md5_hex("$seed $i $text"), 0, 7);
		my $m = mutate(map { [@$_] } @t);
		$m = mutate(tokens($m)) if roll(4) == 0;
		compare(($base =~ s/\.go$//r) . "-$seed-$i.go", $m);
	}
}
print join(', ', map {"$total{$_} $_"} sort keys %total), "\n";
exit !!grep { /^[A-Z]/ } keys %total;
