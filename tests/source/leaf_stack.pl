# C functions declared `//burrow:leaf` run on the goroutine's stack, within what its guard leaves: no chain of calls below one may need
# more than 512 bytes (the design's section 6). Frames are what the C compiler reports (obj/runtime/**/*.su, return address included) or,
# in assembly, what the instructions push; calls are read from the disassembly. Calls through pointers and recursion have no bound that
# could be seen here, and are refused.
require "$ENV{SRCDIR}/tests/source/lib.inc";
use strict;
use warnings;
our $top;

my $limit = 512;
my @objects = glob 'obj/runtime/*/*.o' or skip('no objects of the runtime in this directory');
my (%frame, %calls, %indirect, %defined);    # by symbol; those of static functions are FILE:NAME
my %same;                                     # all global names of the code that one of them names

# symbol(OBJECT, NAME): the key of a name as OBJECT sees it
sub symbol { my ($object, $name) = @_; return $defined{"$object:$name"} ? "$object:$name" : $name }

sub read_symbols {
	my ($object) = @_;
	my %at;
	for (`objdump -t '$object'`) {
		next unless /^([0-9a-f]+) (.).....(.) (\S+)\s+[0-9a-f]+ (\S+)$/;
		my ($address, $local, $type, $section, $name) = ($1, $2 eq 'l', $3, $4, $5);
		$defined{"$object:$name"} = 1 if $local && $type eq 'F';
		push @{ $at{"$section $address"} }, $name if $section =~ /^\.text/ && !$local;
	}
	for my $names (values %at) { $same{$_} = $names for @$names }
}

# The C compiler's report: FILE:LINE:COL:NAME <tab> BYTES <tab> KIND. Copies it made of a function have a number more in their symbol.
sub read_frames {
	my ($object) = @_;
	(my $su = $object) =~ s/\.o$/.su/;
	return {} unless -f $su;
	my %bytes;
	for (lines($su)) {
		my ($place, $size, $kind) = split /\t/;
		my ($name) = $place =~ /:([^:]+)$/;
		$bytes{$name} = $size;
		fault("$object: $name", "its frame has no fixed size ($kind)") if $kind ne 'static' && $kind ne 'dynamic,bounded';
	}
	return \%bytes;
}

sub frame_of {
	my ($bytes, $name) = @_;
	return $bytes->{$name} // $bytes->{ $name =~ s/\.\d+$//r } // $bytes->{ $name =~ s/\.(part|cold)(\.\d+)?$//r };
}

# Reads a disassembly: who calls whom, through a pointer, and how deep the pushes go.
sub read_code {
	my ($object) = @_;
	my $bytes = read_frames($object);
	my ($key, $depth, $call, $op, $to);
	for (`objdump -dr --no-show-raw-insn '$object'`) {
		if (/^[0-9a-f]+ <(\S+)>:$/) {
			my $name = $1;
			next if !%$bytes && $name =~ /\./ && defined $key;    # a label inside a function in assembly
			my $before = $key;
			$key = symbol($object, $name);
			$calls{$before}{$key} = 'fall' if !%$bytes && defined $before && $op !~ /^(ret|jmp|ud2|hlt)/;
			$depth = 8;
			$frame{$_} = frame_of($bytes, $name) // 8, $calls{$_} = $calls{$key} //= {} for $key, @{ $same{$key} // [] };
			$call = undef;
			next;
		}
		next unless defined $key;
		if ($call && /R_X86_64_(PLT32|PC32)\s+(\S+?)([-+]0x[0-9a-f]+)?$/) {
			$calls{$key}{ symbol($object, $2 =~ s/^\.text\.//r) } = $call unless $2 eq '.text';
			$call = undef;
			next;
		}
		next unless /^\s+[0-9a-f]+:\s+(?:notrack |bnd |rep |lock )*(\S+)\s*(.*)$/;
		($op, $to) = ($1, $2);
		$call = undef;
		if ($op eq 'call' && $to =~ /^\*/) { $indirect{$key} = 1 }
		elsif ($op eq 'jmp' && $to =~ /^\*%r/) { $indirect{$key} = 1 }
		elsif ($op =~ /^(call|j\w+)$/) {
			$call = $1 eq 'call' ? 'call' : 'jump';
			my ($target) = $to =~ /<([^>+]+)>$/;
			next unless defined $target;
			$target =~ s/\..*// unless %$bytes;
			$target = symbol($object, $target);
			$calls{$key}{$target} = $call unless grep { $_ eq $target } $key, @{ $same{$key} // [] };
		}
		next if %$bytes;
		$depth += 8 if $op eq 'push';
		$depth -= 8 if $op eq 'pop';
		$depth += hex $1 if $op eq 'sub' && $to =~ /^\$0x([0-9a-f]+),%rsp/;
		next if $depth <= $frame{$key};
		$frame{$_} = $depth for $key, @{ $same{$key} // [] };
	}
}

read_symbols($_), read_code($_) for @objects;
$calls{rt_leaf_throw} = {};    # goes over to M's stack before it calls (runtime/amd64/switch.asm)

# need(KEY, CHAIN...): the bytes that a call of KEY takes at most, with the chain that takes them
my %need;
sub need {
	my ($key, @chain) = @_;
	return $need{$key} if $need{$key};
	if (grep { $_ eq $key } @chain) {
		fault($chain[0], 'recursion: ' . join(' -> ', @chain, $key));
		return [0, $key];
	}
	unless (defined $frame{$key}) {
		fault($chain[0] // $key, "no code found for $key");
		return [0, $key];
	}
	fault($chain[0] // $key, 'calls through a pointer: ' . join(' -> ', @chain, $key)) if $indirect{$key};
	my $most = [0];
	for my $callee (sort keys %{ $calls{$key} }) {
		my $below = need($callee, @chain, $key);
		# a jump to another function has given its own frame back; that it has is not seen here, so count both
		$most = $below if $below->[0] > $most->[0];
	}
	return $need{$key} = [$frame{$key} + $most->[0], $key, @{$most}[1 .. $#$most]];
}

my %leaf;
for my $file (files(qr{/runtime/lib/.*\.go$})) {
	for (lines($file)) { $leaf{$1} = 1 if m{^//burrow:leaf (\S+)} }
}
fault('leaf_stack.pl', 'only ' . keys(%leaf) . ' leaf functions found') if keys %leaf < 20;
my ($worst, $bytes) = ('', 0);
for my $name (sort keys %leaf) {
	my $result = need($name);
	my ($total, @chain) = @$result;
	fault($name, "needs $total bytes, $limit are allowed: " . join(' -> ', map { "$_ ($frame{$_})" } @chain))
		if $total > $limit;
	($worst, $bytes) = ($name, $total) if $total > $bytes;
}
print "the deepest leaf is $worst: $bytes bytes\n" if $ENV{VERBOSE};
finish();
