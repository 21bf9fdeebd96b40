# A client of burrow lsp that speaks the protocol by hand: sends messages, well or badly formed, and reads the answers.
package Client;
use strict;
use warnings;
use IPC::Open2;
use JSON::PP;

my $json = JSON::PP->new->utf8->canonical;

# Client->new(ARGUMENTS of burrow lsp...)
sub new {
	my ($class, @arguments) = @_;
	my ($out, $in);
	my $pid = open2($out, $in, 'burrow', 'lsp', @arguments);
	binmode $_ for $in, $out;
	return bless {pid => $pid, in => $in, out => $out, id => 0, got => []}, $class;
}

sub raw {
	my ($self, $bytes) = @_;
	local $SIG{PIPE} = 'IGNORE';
	syswrite $self->{in}, $bytes;
}

# Sends messages in one piece: nothing of the server's comes between them.
sub send {
	my ($self, @messages) = @_;
	my @bodies = map { ref $_ ? $json->encode($_) : $_ } @messages;
	$self->raw(join '', map { 'Content-Length: ' . length($_) . "\r\n\r\n$_" } @bodies);
}

sub notification {
	my ($method, $params) = @_;
	return {jsonrpc => '2.0', method => $method, params => $params};
}

sub notify {
	my ($self, $method, $params) = @_;
	$self->send(notification($method, $params));
}

# The next message from the server; undef: it has ended.
sub receive {
	my ($self) = @_;
	my $length;
	local $SIG{ALRM} = sub { die "lsp: no message within five minutes\n" };
	alarm 300;
	while (defined(my $line = readline $self->{out})) {
		$length = $1 if $line =~ /^Content-Length: (\d+)\r\n$/;
		next unless $line eq "\r\n";
		die "lsp: a header without Content-Length\n" unless defined $length;
		my $body = '';
		read($self->{out}, $body, $length - length $body, length $body) or die "lsp: a message that is too short\n"
			while length $body < $length;
		alarm 0;
		return $json->decode($body);
	}
	alarm 0;
	return;
}

# The next message for which TEST->(message) holds; those before it are kept for later.
sub wait_for {
	my ($self, $test) = @_;
	my @got = @{$self->{got}};
	for my $i (0 .. $#got) {
		next unless $test->($got[$i]);
		splice @{$self->{got}}, $i, 1;
		return $got[$i];
	}
	while (defined(my $message = $self->receive)) {
		return $message if $test->($message);
		push @{$self->{got}}, $message;
	}
	die "lsp: the server has ended\n";
}

# Sends a request, returns its answer (the whole message).
sub request {
	my ($self, $method, $params) = @_;
	my $id = ++$self->{id};
	$self->send({jsonrpc => '2.0', id => $id, method => $method, params => $params});
	return $self->wait_for(sub { defined $_[0]{id} && $_[0]{id} eq $id && !$_[0]{method} });
}

sub initialize {
	my ($self, $capabilities) = @_;
	my $answer = $self->request('initialize', {processId => undef, rootUri => undef, capabilities => $capabilities || {}});
	$self->notify('initialized', {});
	return $answer->{result};
}

sub open {
	my ($self, $uri, $text) = @_;
	$self->notify('textDocument/didOpen', {textDocument => {uri => $uri, languageId => 'go', version => 1, text => $text}});
}

sub change {
	my ($self, $uri, @texts) = @_;
	$self->send(map { notification('textDocument/didChange', {textDocument => {uri => $uri, version => 2}, contentChanges => [{text => $_}]}) } @texts);
}

# The diagnostics that come next for a document.
sub diagnostics {
	my ($self, $uri) = @_;
	my $message = $self->wait_for(sub { ($_[0]{method} // '') eq 'textDocument/publishDiagnostics' && $_[0]{params}{uri} eq $uri });
	return $message->{params}{diagnostics};
}

# Closes the connection or, in good order, asks for the end; the exit status.
sub finish {
	my ($self, $abrupt) = @_;
	if (!$abrupt) {
		$self->request('shutdown');
		$self->notify('exit');
	}
	close $self->{in};
	waitpid $self->{pid}, 0;
	return $? & 127 ? 128 + ($? & 127) : $? >> 8;
}

1;
