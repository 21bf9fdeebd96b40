# Bad messages, bad order, broken sources: burrow lsp answers with an error or not at all, and goes on.
use strict;
use warnings;
use Cwd 'getcwd';
use Client;

my $faults = 0;

sub check {
	my ($what, $got, $want) = @_;
	return if $got eq $want;
	print "$what: got $got, want $want\n";
	$faults++;
}

sub code { ($_[0]{error} || {})->{code} // 'none' }
sub error { $_[0]->wait_for(sub { $_[0]{error} }) }

# ---- before initialize, and around it
my $c = Client->new;
check('request before initialize', code($c->request('textDocument/hover', {})), -32002);
$c->notify('textDocument/didOpen', {textDocument => {uri => 'file:///x.go', text => 'package x'}});
my $result = $c->initialize;
check('sync', $result->{capabilities}{textDocumentSync}{change}, 1);
check('lenses for a client without hints', exists $result->{capabilities}{codeLensProvider} ? 1 : 0, 1);
check('initialize again', code($c->request('initialize', {})), -32600);
check('unknown method', code($c->request('textDocument/rename', {})), -32601);

# ---- what is no message
for my $body ('', '{', '[]x', "\0\0\0", '{"a":}', '[' x 100000, "\"\xff", 'null null') {
	$c->send($body);
	check("body '" . substr($body, 0, 9) . "'", code(error($c)), -32700);
}
for my $body ('[]', '{}', '3', '"x"', 'null', '{"id":7}', '{"method":3,"id":1}', '[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]') {
	$c->send($body);
	check("body $body", code(error($c)), -32600);
}
$c->send('{"id":99,"result":null}');    # the answer to nothing
$c->raw("no header at all\r\n\r\n");
$c->raw("Content-Type: x\r\n\r\n");
$c->raw("Content-Length: -5\r\n\r\n");
$c->raw("Content-Length: x\r\n\r\n");
$c->raw("content-length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}");
check('after bad headers', code(error($c)), -32600);
my $slow = '{"jsonrpc":"2.0","id":"slow \u003c","method":"x"}';
for my $byte (split //, 'Content-Length: ' . length($slow) . "\r\n\r\n$slow") { $c->raw($byte) }
check('byte by byte', error($c)->{id}, 'slow <');

# ---- parameters of all kinds
my @methods = map { "textDocument/$_" } qw(didOpen didChange didSave didClose hover inlayHint codeLens publishDiagnostics);
for my $method (@methods, '$/cancelRequest', 'workspace/didChangeConfiguration', '$/other', 'initialized') {
	for my $params (undef, [], {}, 3, 'x', {textDocument => 3}, {textDocument => {uri => 3}}, {textDocument => {uri => 'file:///no.go'}},
		{textDocument => {uri => 'http://x/y.go', text => 'package x'}}, {textDocument => {uri => 'file:///a%00b.go', text => 'package x'}},
		{textDocument => {uri => 'file:///no.go'}, contentChanges => 3, position => {line => 'x'}}, {id => {}})
	{
		$c->notify($method, $params);
		$c->request($method, $params) if $method !~ /did|initialized/;
	}
}

# ---- documents
my $dir = getcwd();
my $uri = "file://$dir/a.go";
my $error = sub { join '; ', map { "$_->{range}{start}{line}:$_->{range}{start}{character}-$_->{range}{end}{character} $_->{message}" }
	grep { $_->{severity} == 1 } @{ $_[0] } };
$c->open($uri, "package main\n\nfunc main() {\n\tprintln(\"\x{e9}\x{1f600}\", undefined1)\n}\n");
check('undefined', $error->($c->diagnostics($uri)), '3:16-26 undefined: undefined1');
$c->change($uri, "package main\n\nfunc main() {\n\tx := 1\n}\n");
check('unused', $error->($c->diagnostics($uri)),
	"3:1-2 x declared but not used\nhint: use it or remove it; _ stands for a value that nobody needs");
$c->change($uri, "package main\n\nfunc main() {}\n");
check('no error', $error->($c->diagnostics($uri)), '');
$c->change($uri, "package main\n\nimport \"no/such\"\n\nfunc main() {}\n");
check('import', $error->($c->diagnostics($uri)) =~ s/ GOROOT.*//r, '2:7-16 package no/such is not in');
for my $text ('', "\0", "\xff\xfe", "package", "func " x 2000, '(' x 5000, "package main\n" . "x := {" x 500, "package main\r\nfunc main() {\r\n\tx\r\n}\r\n") {
	$c->change($uri, $text);
	my $diagnostics = $c->diagnostics($uri);
	check('errors in ' . substr($text, 0, 9), $error->($diagnostics) ne '' ? 1 : 0, 1);
	$c->request('textDocument/hover', {textDocument => {uri => $uri}, position => {line => $_, character => $_}}) for 0, 1000000, -5;
}
$c->change($uri, map { "package main\n\nfunc main() { y$_ := 1 }\n" } 1 .. 50);
check('the last of many changes', $error->($c->diagnostics($uri)) =~ /y50 declared/ ? 1 : 0, 1);
$c->notify('textDocument/didClose', {textDocument => {uri => $uri}});
check('closed', scalar @{ $c->diagnostics($uri) }, 0);

# ---- a request that waits, taken back or outlived by its document
$c->open($uri, "package main\n\nfunc main() {}\n");
$c->send({jsonrpc => '2.0', id => 'wait', method => 'textDocument/codeLens', params => {textDocument => {uri => $uri}}},
	Client::notification('$/cancelRequest', {id => 'wait'}));
my $waited = $c->wait_for(sub { ($_[0]{id} // '') eq 'wait' });
check('cancelled', $waited->{error} ? $waited->{error}{code} : 'an answer', $waited->{error} ? -32800 : 'an answer');
$c->change($uri, "package main\n\nfunc main() { }\n");
$c->send({jsonrpc => '2.0', id => 'gone', method => 'textDocument/codeLens', params => {textDocument => {uri => $uri}}},
	Client::notification('textDocument/didClose', {textDocument => {uri => $uri}}));
check('closed meanwhile', code($c->wait_for(sub { ($_[0]{id} // '') eq 'gone' })), -32800);

# ---- the end
check('shutdown', exists $c->request('shutdown')->{result} ? 1 : 0, 1);
check('after shutdown', code($c->request('textDocument/hover', {})), -32600);
$c->notify('exit');
close $c->{in};
waitpid $c->{pid}, 0;
check('exit status', $?, 0);

$c = Client->new;
$c->initialize;
$c->open($uri, "package main\n\nfunc main() {}\n");
check('exit status of a connection that breaks', $c->finish(1), 1);
$c = Client->new;
$c->notify('exit');
close $c->{in};
waitpid $c->{pid}, 0;
check('exit without shutdown', $? >> 8, 1);
$c = Client->new;
$c->raw("Content-Length: 99999999999999\r\n\r\n");
check('a length beyond reason', $c->finish(1), 1);
exit($faults ? 1 : 0);
