#!/usr/bin/env perl
# frontend.pl SECONDS [SEED]: feeds mutated Go sources (our tests, and Go's suite where it is) to `burrow check`: no source, however broken,
# may end it by a signal, an internal error (exit status 3), a sanitizer's report or a hang. Best with a compiler built by
# `configure --enable-sanitizers`. A mutation takes out, doubles, exchanges or replaces tokens, lines or bytes, or joins halves of two
# sources. What fails is kept in CHECKDIR/fuzz. Closes with a line `N passed, N failed`.
use strict;
use warnings;
use File::Basename 'dirname';
use File::Path 'make_path';
use POSIX ();
use lib dirname(__FILE__);
require 'compare.inc';
require 'types.inc';

my ($seconds, $seed) = (@ARGV, 60, 1)[0, 1];
$seed = time if @ARGV < 2;
seed($seed);
print "fuzz-frontend: seed $seed\n";
my @sources = grep { -s $_ < 30000 } glob "$ENV{SRCDIR}/tests/{run,errors,escape}/*.go $ENV{GOROOT}/test/*.go $ENV{GOROOT}/test/fixedbugs/*.go";
my $dir = "$ENV{CHECKDIR}/fuzz";
make_path($dir);
no warnings 'qw';
my @words = (qw|break case chan const continue default defer else fallthrough for func go goto if import interface map package range return
	select struct switch type var ( ) [ ] { } ; , . ... := = == != < <= <- << >> + ++ += - * / % & &^ && ! ~ : x int string nil iota 0 1 0x 1e 08 1i "" ``|,
	'"a', "'a'", "''", '/*', '//', "\n", '[]int{', 'func(', 'struct{', 'interface{', '[T any]', '999999999999999999999999', '1<<100', "\0", "\xff", "\xef\xbb\xbf");

sub mutate {
	my ($text) = @_;
	my $kind = rnd(4);
	if ($kind == 0) {    # bytes
		my $at = rnd(length($text) + 1);
		substr($text, $at, rnd(4)) = pick('', chr(rnd(256)), pick(@words)) if $at < length $text;
		return $text;
	}
	if ($kind == 1) {    # halves of two sources
		my $other = text_of(pick(@sources));
		return substr($text, 0, rnd(length($text) + 1)) . substr($other, rnd(length($other) + 1));
	}
	my @parts = $kind == 2 ? split(/(?<=\n)/, $text) : $text =~ /(\s+|\w+|"[^"\n]*"|.)/gs;
	return $text unless @parts;
	for (0 .. rnd(4)) {
		my ($i, $j) = (rnd(scalar @parts), rnd(scalar @parts));
		my $how = rnd(5);
		if    ($how == 0) { $parts[$i] = '' }
		elsif ($how == 1) { $parts[$i] .= $parts[$i] }
		elsif ($how == 2) { @parts[$i, $j] = @parts[$j, $i] }
		elsif ($how == 3) { $parts[$i] = ' ' . pick(@words) . ' ' }
		else              { $parts[$i] .= $parts[$j] }
	}
	return join '', @parts;
}

my ($passed, $failed, $end) = (0, 0, time + $seconds);
while (time < $end) {
	my $text = text_of(pick(@sources));
	$text = mutate($text) for 0 .. rnd(3);
	open my $f, '>', "$dir/m.go" or die;
	print $f $text;
	close $f;
	my $status = run(60, "$dir/m.txt", $ENV{BURROW}, 'check', "$dir/m.go");
	if ($status <= 1 && text_of("$dir/m.txt") !~ /Sanitizer|runtime error:/) { $passed++; next }
	$failed++;
	rename "$dir/m.go", "$dir/front$seed-$failed.go";
	print "FAIL $dir/front$seed-$failed.go: exit status $status\n", substr(text_of("$dir/m.txt"), 0, 600), "\n";
}
print "$passed passed, $failed failed\n";
exit($failed ? 1 : 0);
