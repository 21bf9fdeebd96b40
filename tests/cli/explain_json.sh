# burrow explain -o FILE.json: well-formed, of the schema's form, with the places of the program.
. "$SRCDIR/tests/cli/lib.inc"
cat >p.go <<'GO'
package main

var sink *int

func keep(p *int) {
	sink = p
}

func both(n int) (string, *int) {
	x := n
	buf := make([]byte, 8)
	buf[0] = "<&>"[n%3]
	keep(&x)
	return string(buf), &x
}

func main() { println(both(1)) }
GO
want 0 '' burrow explain -o r.json p.go
[ ! -s out.txt ] || { echo 'text besides the file:'; cat out.txt; exit 1; }
cat >check.pl <<'PERL'
use strict; use warnings; use JSON::PP;
sub slurp { local (@ARGV, $/) = @_; <> }
my ($schema, $r) = map { decode_json(slurp($_)) } @ARGV;
# What the schema says of types, enumerations, references and required members.
sub valid {
	my ($s, $v, $where) = @_;
	if ($s->{'$ref'}) { (my $n = $s->{'$ref'}) =~ s{.*/}{}; valid($schema->{'$defs'}{$n}, $v, $where) }
	valid($_, $v, $where) for @{ $s->{allOf} || [] };
	die "$where: $v\n" if $s->{enum} && !grep { $_ eq $v } @{ $s->{enum} };
	die "$where: $v\n" if exists $s->{const} && $s->{const} ne $v;
	my $t = $s->{type} || '';
	die "$where: not of type $t\n" if $t eq 'object' && ref $v ne 'HASH' || $t eq 'array' && ref $v ne 'ARRAY'
		|| $t eq 'string' && ref $v || $t eq 'integer' && $v !~ /^-?\d+$/;
	die "$where: $v is too small\n" if defined $s->{minimum} && $v < $s->{minimum};
	exists $v->{$_} or die "$where lacks $_\n" for @{ $s->{required} || [] };
	if (ref $v eq 'HASH') { exists $v->{$_} and valid($s->{properties}{$_}, $v->{$_}, "$where.$_") for sort keys %{ $s->{properties} || {} } }
	if (ref $v eq 'ARRAY' && $s->{items}) { valid($s->{items}, $v->[$_], "$where\[$_]") for 0 .. $#$v }
}
valid($schema, $r, 'report');
my @heap = grep { $_->{verdict} eq 'heap' } @{ $r->{findings} };
my ($x) = grep { $_->{what} eq 'x' } @heap or die "x is not on the heap\n";
die "x: wrong place\n" if "$x->{file} $x->{start}{line}:$x->{start}{column}-$x->{end}{line}:$x->{end}{column}" ne './p.go 10:2-10:3';
my $s = $x->{steps};
die "x: no steps\n" unless @$s && $s->[0]{number} == 1 && $s->[0]{start}{line} >= 13;
my ($buf) = grep { $_->{what} =~ /^make/ } @{ $r->{findings} };
die "buf: not on the stack\n" if $buf->{verdict} ne 'stack' || $buf->{bytes} != 8 || $buf->{end}{column} != 24;
my ($p) = grep { $_->{name} eq 'p' } @{ $r->{parameters} };
die "p: wrong leak\n" if $p->{leak} ne 'leaking param: p';
die "no variable buf\n" unless grep { $_->{name} eq 'buf' && $_->{verdict} eq 'stack' } @{ $r->{variables} };
PERL
perl check.pl "$SRCDIR/docs/explain.schema.json" r.json
want 3 'cannot write' burrow explain -o /nosuch/r.json p.go
