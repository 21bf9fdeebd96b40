# What burrow lsp shows of a program: hints, lenses, diagnostics with the steps of a story, the story on hover.
use strict;
use warnings;
use Cwd 'getcwd';
use Client;

my $faults = 0;

sub check {
	my ($what, $got, $want) = @_;
	return if $got eq $want;
	print "$what:\n  got  $got\n  want $want\n";
	$faults++;
}

my $dir = getcwd();
my $uri = "file://$dir/story.go";
my $text = <<'GO';
package main

var last *int

func keep(p *int) { last = p }

func join(a, b string) int { s := "é😀" + a + b; return len(s) }

func main() {
	é, x := 1, 2
	keep(&x)
	println(é, join("*_`x`_*", "y"))
}
GO

my $change = 'change (changes behaviour): keep a copy: line 3 `var last int`, line 5 `last = *p`; ' .
	'what is written to x later is not seen through last, and a nil pointer cannot be kept in last';
my $plain = 'plaintext x is on the heap: one 8-byte int per call of main||1. the address of x goes to keep, as its parameter p|   11: keep(&x)||' .
	'2. p is stored in the package variable last, which outlives every call|   5: func keep(p *int) { last = p }||' . $change;
my $markdown = 'markdown **x is on the heap: one 8-byte int per call of main**||1. the address of x goes to keep, as its parameter p  |   11: `keep(&x)`||' .
	'2. p is stored in the package variable last, which outlives every call  |   5: `func keep(p *int) { last = p }`||' . $change;

sub place { "$_[0]{line}:$_[0]{character}" }
sub range { place($_[0]{start}) . '-' . place($_[0]{end}) }

# The hints of the file, with columns as the client counts them.
sub hints {
	my ($c) = @_;
	my $hints = $c->request('textDocument/inlayHint', {textDocument => {uri => $uri}, range => {start => {line => 0, character => 0}, end => {line => 99, character => 0}}})->{result};
	return join '; ', map { place($_->{position}) . " $_->{label}" } @$hints;
}

for my $utf8 (0, 1) {
	my $c = Client->new;
	my $result = $c->initialize({general => {positionEncodings => $utf8 ? ['utf-8', 'utf-16'] : ['utf-16']},
		textDocument => {inlayHint => {}, hover => {contentFormat => [$utf8 ? 'plaintext' : 'markdown']}},
		workspace => {inlayHint => {refreshSupport => JSON::PP::true}}});
	check('encoding', $result->{capabilities}{positionEncoding} // 'utf-16', $utf8 ? 'utf-8' : 'utf-16');
	check('hints', exists $result->{capabilities}{codeLensProvider} ? 'lenses' : 'hints', 'hints');
	utf8::decode(my $decoded = $text);
	$c->open($uri, $decoded);
	check('hints', hints($c), $utf8 ? '4:11 leaks; 6:50 stack up to 32 bytes; 9:6 heap' : '4:11 leaks; 6:47 stack up to 32 bytes; 9:5 heap');
	my $diagnostics = $c->diagnostics($uri);
	check('diagnostics', join('; ', map { "$_->{severity} " . range($_->{range}) . " $_->{message}" } @$diagnostics),
		'4 ' . ($utf8 ? '9:5-9:6' : '9:4-9:5') . ' x is on the heap: one 8-byte int per call of main');
	check('related', join('; ', map { range($_->{location}{range}) . " $_->{message}" } @{ $diagnostics->[0]{relatedInformation} }),
		'10:6-10:8 the address of x goes to keep, as its parameter p; 4:20-4:28 p is stored in the package variable last, which outlives every call');
	$c->wait_for(sub { ($_[0]{method} // '') eq 'workspace/inlayHint/refresh' });
	my $hover = $c->request('textDocument/hover', {textDocument => {uri => $uri}, position => {line => 9, character => $utf8 ? 5 : 4}})->{result};
	check('hover', ($hover->{contents}{kind} . ' ' . $hover->{contents}{value}) =~ s/\n/|/gr, $utf8 ? $plain : $markdown);
	check('hover of nothing', defined $c->request('textDocument/hover', {textDocument => {uri => $uri}, position => {line => 0, character => 0}})->{result} ? 1 : 0, 0);
	check('exit status', $c->finish, 0);
}

# ---- a module: other files of the package, another package; lenses; an error in a file that is not open
mkdir $_ for 'mod', 'mod/sub';
sub write_file { open my $f, '>', $_[0] or die "$_[0]: $!\n"; print $f $_[1] }
write_file('mod/go.mod', "module example.com/m\n\ngo 1.19\n");
write_file('mod/main.go', "package main\n\nimport \"example.com/m/sub\"\n\nfunc main() {\n\tx := 1\n\thold(&x)\n\tsub.Keep(&x)\n}\n");
write_file('mod/hold.go', "package main\n\nfunc hold(p *int) { println(*p) }\n");
write_file('mod/sub/sub.go', "package sub\n\nvar Last *int\n\nfunc Keep(p *int) { Last = p }\n");
my $c = Client->new('-l');
$c->initialize;
my ($main, $sub) = ("file://$dir/mod/main.go", "file://$dir/mod/sub/sub.go");
$c->open($main, do { local (@ARGV, $/) = 'mod/main.go'; <> });
my $lenses = $c->request('textDocument/codeLens', {textDocument => {uri => $main}})->{result};
check('lenses', join('; ', map { range($_->{range}) . " $_->{command}{title}" } @$lenses), '5:1-5:2 x: heap');
check('-l is passed on', $c->diagnostics($main)->[0]{relatedInformation}[0]{message}, 'the address of x goes to sub.Keep, which lets its parameter p reach the heap');
$c->open($sub, "package sub\n\nvar Last *int\n\nfunc Keep(p *int) { println(p) }\n");
$c->diagnostics($sub);
$c->change($main, "package main\n\nimport \"example.com/m/sub\"\n\nfunc main() {\n\tx := 1\n\tsub.Keep(&x)\n\thold(nil)\n}\n");
check('what is not saved is what counts', scalar @{ $c->diagnostics($main) }, 0);
$c->change($sub, "package sub\n\nvar Last *int\n\nfunc Keep(p *int) { nosuch }\n");
check('error', $c->diagnostics($sub)->[0]{message}, 'undefined: nosuch');
$c->change($main, "package main\n\nimport \"example.com/m/sub\"\n\nfunc main() {\n\tsub.Keep(nil)\n\thold(nil)\n}\n");
$c->diagnostics($main);

# ---- errors in a file that is not open come and go
$c->change($sub, "package sub\n\nvar Last *int\n\nfunc Keep(p *int) {}\n");
$c->diagnostics($sub);
my $hold = "file://$dir/mod/hold.go";
write_file('mod/hold.go', "package main\n\nfunc hold(p *int) { println(*q) }\n");
$c->notify('textDocument/didSave', {textDocument => {uri => $main}});
check('error elsewhere', $c->diagnostics($hold)->[0]{message}, 'undefined: q');
write_file('mod/hold.go', "package main\n\nfunc hold(p *int) { println(*p) }\n");
$c->notify('textDocument/didSave', {textDocument => {uri => $main}});
check('mended', scalar @{ $c->diagnostics($hold) }, 0);
check('exit status', $c->finish, 0);
exit($faults ? 1 : 0);
