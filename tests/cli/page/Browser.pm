# A headless Chromium, led through its debugging pipe: messages in JSON, each followed by a NUL byte, on descriptors 3 and 4.
package Browser;
use strict;
use warnings;
use JSON::PP;
use POSIX ();

my $json = JSON::PP->new->utf8->canonical->allow_nonref;

# The browser's command, '' where there is none.
sub find {
	for my $name (qw(chromium chromium-browser google-chrome)) {
		for my $dir (split /:/, $ENV{PATH}) { return "$dir/$name" if -x "$dir/$name" }
	}
	return '';
}

# Browser->new(PROFILE DIRECTORY)
sub new {
	my ($class, $profile) = @_;
	pipe my $to_read, my $to_write or die "pipe: $!\n";
	pipe my $from_read, my $from_write or die "pipe: $!\n";
	my $pid = fork // die "fork: $!\n";
	if (!$pid) {
		setpgrp;
		open STDERR, '>', "$profile.log";
		my ($in, $out) = (POSIX::dup(fileno $to_read), POSIX::dup(fileno $from_write));
		POSIX::dup2($in, 13), POSIX::dup2($out, 14), POSIX::dup2(13, 3), POSIX::dup2(14, 4);
		POSIX::close($_) for 13, 14;
		exec find(), qw(--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --hide-scrollbars --no-first-run --disable-background-networking
			--remote-debugging-pipe --proxy-server=127.0.0.1:9), "--user-data-dir=$profile", 'about:blank'
			or POSIX::_exit(127);
	}
	close $to_read;
	close $from_write;
	my $self = bless {pid => $pid, in => $to_write, out => $from_read, buffer => '', id => 0, events => []}, $class;
	my $target = $self->call('Target.createTarget', {url => 'about:blank'})->{targetId};
	$self->{session} = $self->call('Target.attachToTarget', {targetId => $target, flatten => JSON::PP::true})->{sessionId};
	$self->call("$_.enable") for qw(Page Runtime Log Network);
	return $self;
}

sub receive {
	my ($self) = @_;
	local $SIG{ALRM} = sub { die "the browser does not answer\n" };
	alarm 300;
	while ($self->{buffer} !~ /\0/) {
		my $n = sysread $self->{out}, $self->{buffer}, 65536, length $self->{buffer};
		die "the browser has ended\n" unless $n;
	}
	alarm 0;
	$self->{buffer} =~ s/\A([^\0]*)\0//;
	return $json->decode($1);
}

# Calls a method of the protocol; its result.
sub call {
	my ($self, $method, $params) = @_;
	my $id = ++$self->{id};
	my $message = {id => $id, method => $method, params => $params || {}};
	$message->{sessionId} = $self->{session} if $self->{session};
	syswrite $self->{in}, $json->encode($message) . "\0";
	while (1) {
		my $answer = $self->receive;
		if (($answer->{id} // 0) != $id) { push @{$self->{events}}, $answer; next }
		die "$method: $answer->{error}{message}\n" if $answer->{error};
		return $answer->{result};
	}
}

# The value of an expression on the page.
sub eval {
	my ($self, $expression) = @_;
	my $answer = $self->call('Runtime.evaluate', {expression => $expression, returnByValue => JSON::PP::true, awaitPromise => JSON::PP::true});
	die "$expression: " . $json->encode($answer->{exceptionDetails}) . "\n" if $answer->{exceptionDetails};
	return $answer->{result}{value};
}

sub open {
	my ($self, $url, $width, $height, $scheme) = @_;
	$self->call('Emulation.setDeviceMetricsOverride',
		{width => $width, height => $height, deviceScaleFactor => 1, mobile => $width < 600 ? JSON::PP::true : JSON::PP::false});
	$self->call('Emulation.setEmulatedMedia', {features => [{name => 'prefers-color-scheme', value => $scheme || 'light'}, {name => 'prefers-reduced-motion', value => 'reduce'}]});
	$self->call('Page.navigate', {url => 'about:blank'});
	$self->call('Page.navigate', {url => $url});
	for (1 .. 2000) {
		return if $self->eval("document.readyState === 'complete' && location.href.startsWith('file:')");
		select undef, undef, undef, 0.05;
	}
	die "$url does not load\n";
}

# A click of the mouse in the middle of what a selector finds first.
sub click {
	my ($self, $selector) = @_;
	my $at = $self->eval("(() => { const e = $selector; e.scrollIntoView({block: \"center\"}); const r = (e.getClientRects()[0] || e.getBoundingClientRect()); return [r.left + r.width / 2, r.top + r.height / 2]; })()");
	for my $type (qw(mousePressed mouseReleased)) {
		$self->call('Input.dispatchMouseEvent', {type => $type, x => $at->[0], y => $at->[1], button => 'left', clickCount => 1});
	}
}

sub key {
	my ($self, $key) = @_;
	my %text = (Enter => "\r");
	my $text = $text{$key} // (length $key == 1 ? $key : '');
	$self->call('Input.dispatchKeyEvent', {type => length $text ? 'keyDown' : 'rawKeyDown', key => $key, length $text ? (text => $text) : (),
		$key eq 'Tab' ? (code => 'Tab', windowsVirtualKeyCode => 9) : $key eq 'Enter' ? (code => 'Enter', windowsVirtualKeyCode => 13) : ()});
	$self->call('Input.dispatchKeyEvent', {type => 'keyUp', key => $key});
}

sub screenshot {
	my ($self, $file) = @_;
	require MIME::Base64;
	CORE::open my $f, '>:raw', $file or die "$file: $!\n";
	print $f MIME::Base64::decode_base64($self->call('Page.captureScreenshot')->{data});
}

# What went wrong on the page so far, and what it asked the network for.
sub troubles {
	my ($self) = @_;
	$self->eval('0');
	my @found;
	for my $e (@{$self->{events}}) {
		my $method = $e->{method} // '';
		push @found, $json->encode($e->{params}) if $method eq 'Runtime.exceptionThrown' || $method eq 'Log.entryAdded';
		my $url = $method eq 'Network.requestWillBeSent' ? $e->{params}{request}{url} : '';
		push @found, "asks for $url" if $url && $url !~ /^(?:file|data):/;
	}
	return @found;
}

sub close {
	my ($self) = @_;
	my $pid = delete $self->{pid} or return;
	my $ended = 0;
	eval { $self->call('Browser.close') };
	CORE::close $self->{in};
	for (1 .. 50) {
		last if $ended = waitpid($pid, POSIX::WNOHANG()) != 0;
		select undef, undef, undef, 0.1;
	}
	kill KILL => -$pid;
	waitpid $pid, 0 unless $ended;
}

sub DESTROY { $_[0]->close }

1;
