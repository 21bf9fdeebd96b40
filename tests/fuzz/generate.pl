#!/usr/bin/env perl
# generate.pl SEED: writes a random Go program that is well-typed, ends, and has one meaning. It prints (with println, on standard error)
# a running checksum of all it computes. The same seed gives the same program everywhere.
#
# A program has types (types.inc), pure functions that expressions may call (expr.inc), functions with effects on the package's variables,
# which stand alone in statements, and a main that calls them, each under a recover that prints the panic. Loops have constant bounds and a
# counter of fuel ends whatever takes too long.
use strict;
use warnings;
use File::Basename 'dirname';
use lib dirname(__FILE__);
require 'types.inc';
require 'expr.inc';
require 'interfaces.inc';

our ($no_funcs, @constants, %method_cost, @pool, %by_text, @declarations, @helper_texts, %basic, @ints, @floats, %method, @functions, $panics, @scope);
our ($pure, $in_loop, $closures, $weight, $cost, $method_limit) = (0, 0, 0, 1, 0, 'M9');
my ($names, $labels, $budget) = (0, 0, 0);
my @globals;

sub name { return $_[0] . ++$names }
sub indent { return map { "\t$_" } @_ }
sub declare { my ($name, $t, %more) = @_; push @{ $scope[-1] }, { name => $name, type => $t, %more }; return $name }

# One statement's worth of permission to panic.
sub allow_panic { $panics = $_[0] && chance(30) ? 1 : 0 }

our $may_panic = 0;    # may the function being written panic?
my $panicked = 0;     # did a statement of it use that?

sub mix { my ($t, $e) = @_; return $pure ? "acc = acc*31 + " . helper('hash', $t) . "($e)" : 'mix(' . helper('hash', $t) . "($e))" }

# ---- statements: each gives its lines

sub new_variable {
	my $t = any_type(2);
	my $e;
	my $own = $t->{kind} =~ /^(slice|map|ptr)$/ && chance(60);
	if ($own) { $e = fresh($t, 2) } else { $e = value($t, 3) }
	my $n = name('v');
	declare($n, $t, own => $own, local => 1);
	return ("var $n $t->{text} = $e", "_ = $n");
}

# Places that may be assigned to without anybody else seeing it in a pure function.
sub place {
	my @found;
	for my $v (grep { !$_->{fixed} && (!$pure || $_->{local}) } visible()) {
		my ($t, $n) = ($v->{type}, $v->{name});
		push @found, [$n, $t] unless $v->{own};
		push @found, map { ["$n.$_->[0]", $_->[1]] } @{ $t->{fields} } if $t->{kind} eq 'struct';
		push @found, [$n . '[' . rnd($t->{len}) . ']', $t->{elem}] if $t->{kind} eq 'array';
		next if $pure && !$v->{own};
		push @found, [$n . '[uint(' . moving($basic{int}, 1) . ") % uint(len($n))]", $t->{elem}, "len($n) > 0"] if $t->{kind} eq 'slice';
		push @found, [$n . '[' . value($t->{key}, 1) . ']', $t->{elem}, "$n != nil"] if $t->{kind} eq 'map';
		push @found, ["*$n", $t->{elem}, "$n != nil"] if $t->{kind} eq 'ptr';
		push @found, map { ["$n.$_->[0]", $_->[1], "$n != nil"] } @{ $t->{elem}{fields} } if $t->{kind} eq 'ptr' && $t->{elem}{kind} eq 'struct';
	}
	return @found ? @{ pick(@found) } : ();
}

sub guarded { my ($guard, @lines) = @_; return $guard ? ("if $guard {", indent(@lines), '}') : @lines }

sub assignment {
	my ($p, $t, $guard) = place() or return new_variable();
	return new_variable() unless defined $p;
	my $k = $t->{kind};
	if ($k eq 'int' && chance(50)) {
		return guarded($guard, "$p" . pick('++', '--')) if chance(25);
		return guarded($guard, "$p " . pick('+=', '-=', '*=', '^=', '|=', '&=', '&^=') . ' ' . value($t, 2)) if chance(70);
		return guarded($guard, "$p " . pick('<<=', '>>=') . ' ' . rnd($t->{bits} + 2)) if chance(50);
		return guarded($guard, "$p " . pick('/=', '%=') . ' (' . moving($t, 2) . ' | 1)');
	}
	return guarded($guard, "$p " . pick('+=', '-=', '*=') . ' ' . value($t, 2)) if $k =~ /^(float|complex)$/ && chance(50);
	return guarded($guard, "if len($p) < 200 {", "\t$p += " . value($t, 1), '}') if $k eq 'string' && chance(50);
	my @swap = grep { !$_->{fixed} && !$_->{own} && (!$pure || $_->{local}) } variables($t);
	if (@swap > 1 && chance(30)) {
		my ($x, $y) = (pick(@swap)->{name}, pick(@swap)->{name});
		return "$x, $y = $y, $x" if $x ne $y;
	}
	my $e = value($t, 3);
	return guarded($guard, "$p = $e");
}

# Several places at once, each of which may be one that the others need.
sub parallel {
	my @v = grep { !$_->{fixed} && !$_->{own} && (!$pure || $_->{local}) && $_->{type}{kind} =~ /^(int|float|string|bool|complex)$/ } visible();
	my @s = grep { $_->{type}{kind} eq 'slice' && !$_->{fixed} && (!$pure || $_->{own}) } visible();
	if (@s && chance(50)) {
		my $n = pick(@s)->{name};
		my ($i, $j) = map { 'uint(' . moving($basic{int}, 1) . ") % uint(len($n))" } 1, 2;
		return ("if len($n) > 0 {", "\t" . $n . "[$i], " . $n . "[$j] = " . $n . "[$j], " . $n . "[$i]", '}');
	}
	return assignment() if @v < 2;
	my %seen;
	my @some = grep { !$seen{ $_->{name} }++ } map { pick(@v) } 0 .. 1 + rnd(3);
	return join(', ', map { $_->{name} } @some) . ' = ' . join(', ', map { typed($_->{type}, value($_->{type}, 2)) } @some);
}

sub slice_statement {
	my @s = grep { $_->{type}{kind} eq 'slice' && !$_->{fixed} && (!$pure || $_->{own}) } visible();
	return new_variable() unless @s;
	my $v = pick(@s);
	my ($n, $t) = ($v->{name}, $v->{type});
	my $r = rnd(6);
	if ($t->{elem} == $basic{uint8} && chance(40)) {
		my $text = moving($basic{string}, 1);
		return chance(50) ? "copy($n, $text)" : ("if len($n) < 40 {", "\t$n = append($n, $text...)", '}');
	}
	return ("if len($n) < 40 {", "\t$n = append($n, " . join(', ', map { value($t->{elem}, 2) } 0 .. rnd(3)) . ')', '}') if $r < 2;
	return ("if len($n) < 40 {", "\t$n = append($n, $n...)", '}') if $r == 2;
	return "copy($n, $n" . '[uint(' . moving($basic{int}, 1) . ") % uint(len($n)+1):])" if $r == 3;
	return ("if len($n) > 2 {", "\t$n = $n" . pick('[1:]', '[:2]', '[1:2:2]', '[:len(' . "$n" . ')-1]', '[0:1:2]'), '}') if $r == 4;
	my $w = name('v');
	my $at = "$w := $n" . '[:uint(' . moving($basic{uint8}, 1) . ") % uint(cap($n)+1)]";
	declare($w, $t, fixed => $pure);
	return ($at, "_ = $w");
}

sub map_statement {
	my @m = grep { $_->{type}{kind} eq 'map' && (!$pure || $_->{own}) } visible();
	return new_variable() unless @m;
	my $v = pick(@m);
	my ($n, $t) = ($v->{name}, $v->{type});
	return "delete($n, " . value($t->{key}, 2) . ')' if chance(30);
	if (chance(40)) {
		my ($e, $ok) = (name('v'), name('v'));
		my $line = "$e, $ok := $n" . '[' . value($t->{key}, 2) . ']';
		declare($e, $t->{elem}, local => 1), declare($ok, $basic{bool}, local => 1);
		return ($line, "_, _ = $e, $ok");
	}
	my $i = name('i');
	return ("for $i := 0; $i < " . rnd(12) . " && $n != nil; $i++ {", "\t$n" . '[' . value($t->{key}, 2) . '] = ' . value($t->{elem}, 1), '}');
}

# block(DEPTH, CODE): statements in a scope of their own, after what CODE declares
sub block {
	my ($depth, $before) = @_;
	push @scope, [];
	my @lines = $before ? $before->() : ();
	push @lines, statement($depth - 1) for 0 .. rnd(4);
	pop @scope;
	return indent(@lines);
}

sub burn { return $pure ? () : "\tif fuel--; fuel < 0 {\n\t\tbreak\n\t}" }

sub if_statement {
	my ($depth) = @_;
	my $c = moving($basic{bool}, 3);
	return ("if $c {", block($depth), '}') if chance(50);
	return ("if $c {", block($depth), '} else if ' . moving($basic{bool}, 2) . ' {', block($depth), '} else {', block($depth), '}') if chance(40);
	return ("if $c {", block($depth), '} else {', block($depth), '}');
}

sub loop {
	my ($depth) = @_;
	local $in_loop = $in_loop + 1;
	local $weight = $weight * 6;
	my $r = rnd(8);
	my @inner;
	my @jump = chance(30) ? ('if ' . moving($basic{bool}, 2) . ' {', "\t" . pick('break', 'continue'), '}') : ();
	if ($r < 3) {
		my $i = name('i');
		my $t = chance(70) ? $basic{int} : pick(@ints);
		my $n = 1 + rnd(9);
		my $down = chance(20) && $t->{signed};
		my $head = $down ? "for $i := $t->{text}($n); $i > 0; $i-- {" : "for $i := $t->{text}(0); $i < $n; $i++ {";
		return ($head, burn(), block($depth, sub { declare($i, $t, fixed => 1); @jump }), '}');
	}
	if ($r < 6) {
		my @v = grep { $_->{type}{kind} =~ /^(slice|array|string)$/ } visible();
		return if_statement($depth) unless @v;
		my $v = pick(@v);
		my $t = $v->{type};
		my ($i, $e) = (name('i'), name('e'));
		my $et = $t->{kind} eq 'string' ? $basic{int32} : $t->{elem};
		my $head = $t->{kind} eq 'array' && chance(30) ? "for $i, $e := range &$v->{name} {" : "for $i, $e := range $v->{name} {";
		return ("for $i := range $v->{name} {", burn(), block($depth, sub { declare($i, $basic{int}, local => 1); ("_ = $i", @jump) }), '}') if chance(30);
		return ($head, burn(), block($depth, sub {
			declare($i, $basic{int}, local => 1), declare($e, $et, local => 1);
			return ("_, _ = $i, $e", @jump);
		}), '}');
	}
	if ($r == 6) {
		my @v = grep { $_->{type}{kind} eq 'map' } visible();
		return if_statement($depth) unless @v;
		my $v = pick(@v);
		my ($k, $e, $s) = (name('k'), name('e'), name('v'));
		return ("$s := uint64(0)", "for $k, $e := range $v->{name} {",
			"\t$s += " . helper('hash', $v->{type}{key}) . "($k) ^ " . helper('hash', $v->{type}{elem}) . "($e)*3", '}', mix($basic{uint64}, $s));
	}
	return goto_loop($depth) if chance(30);
	my ($outer, $i, $j) = ("L" . ++$labels, name('i'), name('j'));
	return labelled_switch($depth, $outer, $i) if chance(30);
	my $line = 'if ' . moving($basic{bool}, 2) . ' {';
	return ("$outer:", "for $i := 0; $i < " . (1 + rnd(4)) . "; $i++ {", "\tfor $j := 0; $j < " . (1 + rnd(4)) . "; $j++ {",
		(map { "\t$_" } block($depth, sub { declare($i, $basic{int}, fixed => 1), declare($j, $basic{int}, fixed => 1); () }),
			"\t" . $line, "\t\t" . pick('break', 'continue') . " $outer", "\t}"), "\t}", '}');
}

# A loop made of a label and a goto.
sub goto_loop {
	my ($depth) = @_;
	my ($label, $i, $n) = ('G' . ++$labels, name('i'), 1 + rnd(5));
	local $in_loop = 2;    # no defer, no jumps out of it
	my @body = block($depth, sub { declare($i, $basic{int}, fixed => 1); () });
	return ("$i := 0", "$label:", '{', @body, '}', "if $i++; $i < $n {", "\tgoto $label", '}');
}

# A switch in a loop, left by breaks and continues with and without the label.
sub labelled_switch {
	my ($depth, $label, $i) = @_;
	my @lines = ("$label:", "for $i := 0; $i < " . (2 + rnd(4)) . "; $i++ {", "\tswitch {");
	for (0 .. 1 + rnd(2)) {
		my $jump = pick("break $label", "continue $label", $_ ? ('break', 'continue') : ());
		my $when = moving($basic{bool}, 2);
		push @lines, "\tcase " . moving($basic{bool}, 2) . ':';
		push @lines, map { "\t$_" } block($depth - 1, sub { declare($i, $basic{int}, fixed => 1); ("if $when {", "\t$jump", '}') });
	}
	push @lines, "\tdefault:", map { "\t$_" } block($depth - 1, sub { declare($i, $basic{int}, fixed => 1); () });
	return (@lines, "\t}", '}');
}

sub switch_statement {
	my ($depth) = @_;
	my $r = rnd(3);
	if ($r == 0) {
		my @i = grep { $_->{type}{kind} eq 'iface' } visible();
		return loop($depth) unless @i;
		my $v = pick(@i);
		my $x = name('x');
		my %seen;
		my @types = grep { !$seen{ $_->{text} }++ } map { pick(implementers($v->{type})) } 0 .. rnd(4);
		my @lines = "switch $x := $v->{name}.(type) {";
		for my $t (@types) { push @lines, "case $t->{text}:", block($depth, sub { declare($x, $t, local => 1); "_ = $x" }) }
		push @lines, 'case nil:', block($depth) if chance(40);
		push @lines, 'default:', block($depth, sub { declare($x, $v->{type}, local => 1); "_ = $x" });
		return (@lines, '}');
	}
	if ($r == 1) {
		my @lines = 'switch {';
		push @lines, 'case ' . moving($basic{bool}, 2) . ':', block($depth) for 0 .. rnd(3);
		push @lines, 'default:', block($depth) if chance(60);
		return (@lines, '}');
	}
	my $t = chance(80) ? pick(@ints) : $basic{string};
	my %seen;
	my @cases = do { local @constants = (); map { lit($t) } 0 .. 1 + rnd(chance(20) ? 20 : 6) };
	@cases = grep { !$seen{ $t->{kind} eq 'int' ? eval_int($_) : $_ }++ } @cases;
	my @lines = 'switch ' . ($t->{kind} eq 'int' && chance(50) ? moving($t, 2) . ' & 15' : moving($t, 2)) . ' {';
	while (my @some = splice @cases, 0, 1 + rnd(2)) {
		push @lines, 'case ' . join(', ', @some) . ':', block($depth);
		push @lines, "\tfallthrough" if @cases && chance(20);
	}
	push @lines, 'default:', block($depth) if chance(60);
	return (@lines, '}');
}

# The value of an integer literal as a text that is the same for the same value.
sub eval_int { my ($e) = $_[0] =~ /\((.*)\)$/; return { '1<<31' => 2147483648, '1<<32' => 4294967296 }->{$e} // $e }

sub closure {
	my ($depth) = @_;
	my $f = name('f');
	my $t = any_type(1);
	my $p = name('p');
	local $in_loop = 0;
	local $closures = $closures + 1;
	my @body = block($depth, sub { declare($p, $t, local => 1); () });
	my $ret = do { push @scope, [{ name => $p, type => $t }]; my $e = value($t, 2); pop @scope; $e };
	my $r = name('v');
	my $arg = value($t, 2);
	my @call = ("$r := $f($arg)", "_ = $r");
	push @call, "$r = $f($r)" if chance(50);
	declare($r, $t, local => 1);
	return ("$f := func($p $t->{text}) $t->{text} {", @body, "\treturn $ret", '}', @call);
}

# Literals made in a loop, called after it: they share the variables outside of the loop's body.
sub closures_in_loop {
	my ($depth) = @_;
	return closure($depth) if $closures;
	my ($fs, $i, $copy, $f, $t) = (name('v'), name('i'), name('v'), name('f'), any_type(1));
	my $n = 1 + rnd(4);
	local $closures = 1;
	local ($no_funcs, $panics, $weight) = (1, 0, $weight * 4);
	push @scope, [];
	declare($_, $basic{int}, fixed => 1) for $i, $copy;
	my $e = typed($t, value($t, 2));
	my @change = chance(50) ? "\t\t$copy++" : ();
	pop @scope;
	return ("var $fs []func() $t->{text}", "for $i := 0; $i < $n; $i++ {", "\t$copy := $i * 3", "\t_ = $copy", "\t$fs = append($fs, func() $t->{text} {",
		@change, "\t\treturn $e", "\t})", '}', "for _, $f := range $fs {", map({ "\t$_" } mix($t, "$f()"), mix($t, "$f()")), '}');
}

# Statements that may panic, and a deferred call that recovers: what was done before stays done.
sub recovered {
	my ($depth) = @_;
	return closure($depth) if $closures;
	my $outside = $panicked;
	local ($may_panic, $in_loop) = (1, 0);
	local $closures = 1;
	my @body = block($depth);
	$panicked = $outside;
	my $e = name('e');
	return ('func() {', "\tdefer func() {", "\t\tif $e := recover(); $e != nil {", "\t\t\t" . mix($basic{string}, 'message(' . $e . ')'), "\t\t}", "\t}()", @body, '}()');
}

# A method value keeps the receiver it was made with.
sub bound_method {
	my @v = grep { !$_->{fixed} && ($_->{local} || !$pure) && $_->{type}{kind} eq 'struct' } visible();
	return assignment() unless @v;
	my $v = pick(@v);
	my @m = grep { has_method($v->{type}, $_) == 2 && $_ lt $method_limit && @{ $method{$_}[1] } == 1 && affordable({ cost => $method_cost{$_} // 0 }) } sort keys %method;
	return assignment() unless @m;
	my $m = pick(@m);
	my ($f, $r) = (name('f'), name('v'));
	$cost += $weight * ($method_cost{$m} // 0);
	my $result = $basic{ $method{$m}[1][0] };
	my @lines = ("$f := $v->{name}.$m", "$v->{name} = " . value($v->{type}, 2), "$r := $f(" . arguments([map { $basic{$_} } @{ $method{$m}[0] }], 1) . ')', "_ = $r");
	declare($r, $result, local => 1);
	return @lines;
}

# v, ok := x.(T)
sub assertion {
	my @i = grep { $_->{type}{kind} eq 'iface' } visible();
	return assignment() unless @i;
	my $x = pick(@i);
	my $t = pick(implementers($x->{type}), grep { $_->{kind} eq 'iface' } @pool);
	my ($v, $ok) = (name('v'), name('v'));
	declare($v, $t, local => 1, fixed => $t->{kind} eq 'ptr'), declare($ok, $basic{bool}, local => 1);
	return ("$v, $ok := $x->{name}.($t->{text})", "_, _ = $v, $ok") if $t->{kind} ne 'iface' || $x->{type} != $t;
	return ("$v, $ok := any($x->{name}).($t->{text})", "_, _ = $v, $ok");
}

# Several channels that are all ready, until all are empty: the order is any, the sum is not.
sub drain {
	my ($s, $n, @c) = (name('v'), name('i'), map { name('c') } 0 .. 1 + rnd(3));
	my (@lines, @cases, $total);
	$panics = 0;
	for my $c (@c) {
		my $t = any_type(1);
		my $k = 1 + rnd(3);
		$total += $k;
		push @lines, "$c := make(chan $t->{text}, $k)", map { "$c <- " . value($t, 1) } 1 .. $k;
		push @cases, "\tcase e := <-$c:", "\t\t$s += " . helper('hash', $t) . "(e) * $total";
	}
	return (@lines, "$s := uint64(0)", "for $n := 0; $n < $total; $n++ {", "\tselect {", @cases, "\t}", '}', mix($basic{uint64}, $s));
}

sub goroutine {
	my ($depth) = @_;
	my $t = any_type(1);
	my ($c, $r) = (name('c'), name('v'));
	my $n = rnd(3);
	$panics = 0;    # nobody would recover
	my $e = value($t, 2);
	my @lines = ("$c := make(chan $t->{text}" . ($n ? ", $n)" : ')'), 'go func() {', "\t$c <- $e", chance(50) ? "\tclose($c)" : (), '}()');
	push @lines, chance(50) ? "$r := <-$c" : ("var $r $t->{text}", 'select {', "case $r = <-$c:", 'case <-never:', '}');
	declare($r, $t, local => 1);
	return (@lines, "_ = $r");
}

sub workers {
	my ($c, $i, $s, $w) = (name('c'), name('i'), name('v'), name('w'));
	my $n = 2 + rnd(4);
	my $t = any_type(1);
	$panics = 0;
	push @scope, [{ name => $w, type => $basic{int}, fixed => 1 }];
	my $e = helper('hash', $t) . '(' . value($t, 3) . ')';
	pop @scope;
	return ("$c := make(chan uint64" . (chance(50) ? ", $n)" : ')'), "for $i := 0; $i < $n; $i++ {", "\tgo func($w int) {",
		"\t\t$c <- $e * uint64($w+1)", "\t}($i)", '}', "$s := uint64(0)", "for $i := 0; $i < $n; $i++ {", "\t$s += <-$c", '}', mix($basic{uint64}, $s));
}

sub defer_statement {
	my ($depth) = @_;
	return assignment() if $in_loop > 1 || $closures;
	local $in_loop = 0;
	my $p = name('p');
	my $t = any_type(1);
	my $arg = value($t, 2);
	local $panics = 0;
	local $closures = 1;
	my @body = block($depth - 1, sub { declare($p, $t, local => 1); "_ = $p" });
	return ("defer func($p $t->{text}) {", @body, "}($arg)");
}

# A call of a function with effects: alone in its statement, its results into new variables.
sub effect_call {
	return assignment() if $pure || $closures;
	my @f = affordable(grep { !$_->{pure} } @functions) or return assignment();
	my $f = pick(@f);
	$cost += $weight * $f->{cost};
	my $call = call_text($f, 2);
	my @vars = map { name('v') } @{ $f->{results} };
	return $call unless @vars;
	declare($vars[$_], $f->{results}[$_], local => 1) for 0 .. $#vars;
	return (join(', ', @vars) . " := $call", '_' . ', _' x $#vars . ' = ' . join(', ', @vars));
}

sub several_results {
	my @f = affordable(grep { $_->{pure} && @{ $_->{results} } > 1 && (!$_->{panics} || $panics) } @functions) or return new_variable();
	my $f = pick(@f);
	$cost += $weight * $f->{cost};
	$panics = 0 if $f->{panics};
	my $call = call_text($f, 2);
	my @vars = map { name('v') } @{ $f->{results} };
	declare($vars[$_], $f->{results}[$_], local => 1) for 0 .. $#vars;
	return (join(', ', @vars) . " := $call", '_' . ', _' x $#vars . ' = ' . join(', ', @vars));
}

# T.M and (*T).M, called at once or through a variable.
sub method_expression {
	my @v = grep { $_->{type}{kind} eq 'struct' && $_->{type}{named} } visible();
	return assignment() unless @v;
	my $v = pick(@v);
	my $t = $v->{type};
	my @m = grep { has_method($t, $_) == 2 && $_ lt $method_limit && @{ $method{$_}[1] } == 1 && affordable({ cost => $method_cost{$_} // 0 }) } sort keys %method;
	return assignment() unless @m;
	my ($m, $r) = (pick(@m), name('v'));
	$cost += $weight * ($method_cost{$m} // 0);
	my $result = $basic{ $method{$m}[1][0] };
	my $arguments = arguments([map { $basic{$_} } @{ $method{$m}[0] }], 1);
	my ($f, @before) = ("$t->{text}.$m");
	if (chance(50)) { my $n = name('f'); @before = "$n := $f"; $f = $n }
	my @lines = (@before, "$r := $f(" . join(', ', $v->{name}, $arguments ne '' ? $arguments : ()) . ')', "_ = $r");
	declare($r, $result, local => 1);
	return @lines;
}

# A channel is filled until it takes no more, closed, and emptied.
sub fill_channel {
	my ($c, $i, $s, $e, $label) = (name('c'), name('i'), name('v'), name('e'), 'L' . ++$labels);
	my ($t, $room) = (any_type(1), rnd(4));
	$panics = 0;
	my $sent = value($t, 2);
	return ("$c := make(chan $t->{text}, $room)", "$s := uint64(0)", "$label:", "for $i := 0; ; $i++ {", "\tselect {", "\tcase $c <- $sent:",
		"\t\t$s += uint64($i)", "\tdefault:", "\t\tbreak $label", "\t}", '}', "close($c)", "for $e := range $c {",
		"\t$s = $s*31 + " . helper('hash', $t) . "($e)", '}', "if $e, ok := <-$c; !ok {", "\t$s ^= " . helper('hash', $t) . "($e)", '}',
		mix($basic{uint64}, "$s + uint64(len($c)+cap($c))"));
}

# A slice as the array it lies in; the copy of the array stays as it was.
sub array_of_slice {
	my @s = grep { $_->{type}{kind} eq 'slice' && !$_->{fixed} && (!$pure || $_->{own}) } visible();
	return new_variable() unless @s;
	my $v = pick(@s);
	my ($a, $b, $n, $t) = (name('v'), name('v'), 1 + rnd(4), $v->{type}{elem});
	my $array = array_of($n, $t);
	my @lines = ("if len($v->{name}) >= $n {", "\t$a := (*[$n]$t->{text})($v->{name})", "\t$b := *$a", "\t$a\[" . rnd($n) . '] = ' . value($t, 2));
	push @lines, map { "\t$_" } mix($array, "*$a"), mix($array, $b);
	push @lines, "\t" . mix($basic{bool}, "$b == *$a") if $t->{comparable} && plain_equality($t);
	return (@lines, '}');
}

# A range over what changes meanwhile, into variables that are there already.
sub range_into {
	my ($depth) = @_;
	my @v = grep { $_->{type}{kind} =~ /^(slice|array|string)$/ && !$_->{fixed} && (!$pure || $_->{local} && ($_->{own} || $_->{type}{kind} ne 'slice')) } visible();
	return loop($depth) unless @v;
	my $v = pick(@v);
	my ($t, $i, $e) = ($v->{type}, name('v'), name('v'));
	my $et = $t->{kind} eq 'string' ? $basic{int32} : $t->{elem};
	local $in_loop = 2;
	local $weight = $weight * 6;
	declare($i, $basic{int}, local => 1, fixed => 1), declare($e, $et, local => 1, fixed => 1);
	my $n = $v->{name};
	my @change = $t->{kind} eq 'array' ? "\t$n\[" . rnd($t->{len}) . '] = ' . value($et, 1)
		: $t->{kind} eq 'string' ? "\t$n = " . value($t, 1)
		: ("\tif len($n) < 40 {", "\t\t$n = append($n, $e)", "\t\t$n\[len($n)/2] = " . value($et, 1), "\t}");
	return ("var $i int", "var $e $et->{text}", "for $i, $e = range $n {", burn(), @change, map({ "\t$_" } mix($et, $e)), '}', mix($basic{int}, $i));
}

# Deferred calls made in a loop run backwards; one of them recovers and panics again, another takes that.
sub deferred_loop {
	my ($depth) = @_;
	return closure($depth) if $closures;
	my ($s, $i, $k, $n, $at) = (name('v'), name('i'), name('p'), 2 + rnd(4), rnd(4));
	local ($panics, $closures) = (0, 1);
	my $t = any_type(1);
	my $arg = value($t, 2);
	my @again = chance(50) ? ("\t\t\t\tif e := recover(); e != nil {", "\t\t\t\t\tpanic(\"again\")", "\t\t\t\t}") : ();
	return ("$s := uint64(1)", 'func() {', "\tdefer func() {", "\t\tif e := recover(); e != nil {", "\t\t\t" . mix($basic{string}, 'message(e)'), "\t\t}", "\t}()",
		"\tfor $i := 0; $i < $n; $i++ {", "\t\tdefer func($k int, x $t->{text}) {", "\t\t\tif $k == $at {", @again, "\t\t\t}",
		"\t\t\t$s = $s*31 + uint64($k) ^ " . helper('hash', $t) . '(x)', "\t\t}($i, $arg)",
		"\t\tif $i == " . rnd(6) . ' {', "\t\t\tpanic(" . pick('"first"', "any($s)", '[2]int{1, 2}') . ')', "\t\t}", "\t}", '}()', mix($basic{uint64}, $s));
}

# Strings, their bytes and their runes.
sub text_conversions {
	my ($s, $b, $r, $i) = (name('v'), name('v'), name('v'), name('i'));
	my @lines = ("$s := clip(string(" . moving($basic{string}, 2) . '))', "$b, $r := []byte($s), []rune($s)", "for $i := range $b {", "\t$b\[$i] += " . value($basic{uint8}, 1), '}');
	push @lines, mix($basic{int}, "len($b)*1000 + len($r)"), mix($basic{string}, "string($b)");
	push @lines, "if len($r) > 1 {", "\t$r\[1], $r\[0] = $r\[0], " . value($basic{int32}, 1), '}', mix($basic{string}, "string($r)");
	push @lines, mix($basic{string}, 'string(' . moving($basic{int32}, 2) . ')'), mix($basic{bool}, "string($b) < $s || string($r) == $s");
	declare($s, $basic{string}, local => 1);
	return @lines;
}

sub less_common {
	my ($depth) = @_;
	my $r = rnd(12);
	return $r < 2 ? method_expression() : $r < 4 ? fill_channel() : $r < 6 ? array_of_slice() : $r < 8 ? range_into($depth) : $r < 10 ? deferred_loop($depth) : text_conversions();
}

sub statement {
	my ($depth) = @_;
	$budget--;
	$cost += $weight;
	allow_panic($may_panic);
	my $before = $panics;
	my $r = rnd(100);
	my @lines = $budget < 0 || $depth <= 0 ? ($r < 40 ? new_variable() : assignment())
		: $r < 17 ? new_variable() : $r < 22 ? less_common($depth) : $r < 44 ? assignment() : $r < 51 ? slice_statement() : $r < 57 ? map_statement()
		: $r < 65 ? if_statement($depth) : $r < 75 ? loop($depth) : $r < 82 ? switch_statement($depth)
		: $r < 83 ? closures_in_loop($depth) : $r < 84 ? recovered($depth) : $r < 86 ? closure($depth) : $r < 88 && !$pure ? goroutine($depth) : $r < 89 && !$pure ? (chance(50) ? workers() : drain())
		: $r < 91 ? effect_call() : $r < 92 ? parallel() : $r < 93 ? bound_method() : $r < 94 ? assertion() : $r < 96 ? several_results() : $r < 97 ? defer_statement($depth) : new_variable();
	$panicked = 1 if $before && !$panics;
	if (chance(12)) {
		my @v = grep { !$_->{global} } visible();
		if (@v) { my $v = pick(@v); push @lines, mix($v->{type}, $v->{name}) }
	}
	return map { split /\n/ } @lines;
}

# ---- functions

sub function {
	my ($name, %how) = @_;
	local $pure = $how{pure};
	local $in_loop = 0;
	local ($weight, $cost) = (1, 10);
	$budget = 4 + rnd(14);
	$may_panic = $how{panics};
	$panicked = 0;
	$panics = 0;
	my @params = @{ $how{params} // [map { any_type(2) } 1 .. (chance(10) ? 8 + rnd(8) : rnd(4))] };
	my @res = @{ $how{results} // [map { any_type(2) } 1 .. ($how{pure} ? 1 + (chance(30) ? rnd(4) : 0) : rnd(3))] };
	my $variadic = !$how{receiver} && chance(10) ? any_type(1) : undef;
	push @scope, [];
	my (@list, $receiver);
	$receiver = declare(name('r'), $how{star} ? ptr_to($how{receiver}) : $how{receiver}, fixed => 1) if $how{receiver};
	for my $t (@params) { my $n = name('p'); declare($n, $t, local => 1, fixed => $t->{kind} =~ /^(slice|map|ptr)$/ && $how{pure}); push @list, "$n $t->{text}" }
	if ($variadic) { my $n = name('p'); declare($n, slice_of($variadic), fixed => 1); push @list, "$n ...$variadic->{text}" }
	my @named = map { name('r') } @res;
	my @lines = $how{pure} ? ('acc := uint64(1)', '_ = acc') : ('if fuel--; fuel < 0 {', "\treturn", '}');
	declare($named[$_], $res[$_], local => 1) for 0 .. $#res;
	push @lines, statement(3) while $budget > 0;
	push @lines, "$named[$_] = " . value($res[$_], 2) for grep { chance(70) } 0 .. $#res;
	my ($u) = $how{pure} ? grep { $res[$_]->{text} eq 'uint64' } 0 .. $#res : ();
	push @lines, "$named[$u] += acc" if defined $u;
	push @lines, 'return' if @res;
	pop @scope;
	my $on = $how{receiver} ? "($receiver " . ($how{star} ? "*$how{receiver}{text}" : $how{receiver}{text}) . ') ' : '';
	my $results = @res ? ' (' . join(', ', map { "$named[$_] $res[$_]{text}" } 0 .. $#res) . ')' : '';
	push @functions, { name => $name, params => \@params, variadic => $variadic, results => \@res, pure => $how{pure}, panics => $panicked, cost => $cost }
		unless $how{receiver};
	$method_cost{$name} = $cost if $how{receiver} && $cost > ($method_cost{$name} // 0);
	return ("func $on$name(" . join(', ', @list) . ")$results {", indent(@lines), '}', '');
}

sub methods {
	my @lines;
	for my $name (sort keys %method) {
		$method_limit = $name;
		my ($params, $results) = map { [map { $basic{$_} } @$_] } @{ $method{$name} };
		for my $t (grep { $_->{named} && $_->{kind} ne 'iface' } @pool) {
			my ($m) = grep { $_->{name} eq $name } @{ $t->{methods} } or next;
			push @lines, function($name, pure => 1, receiver => $t, star => $m->{ptr}, params => $params, results => $results);
		}
	}
	$method_limit = 'M9';
	return @lines;
}

sub main_function {
	my (@more) = @_;
	my @lines = ('func main() {');
	for my $f (@functions) {
		for (0 .. rnd(2)) {
			my @vars = map { name('v') } @{ $f->{results} };
			$panics = 0;
			my $call = call_text($f, 1);
			push @lines, "\ttry(\"$f->{name}\", func() {", "\t\t" . (@vars ? join(', ', @vars) . ' := ' : '') . $call;
			push @lines, map { "\t\tmix(" . helper('hash', $f->{results}[$_]) . "($vars[$_]))" } 0 .. $#vars;
			push @lines, "\t})";
		}
	}
	push @lines, map { "\tmix(" . helper('hash', $_->{type}) . "($_->{name}))" } @globals;
	push @lines, @more, "\tprintln(\"end\", sum)";
	if (chance(10)) { $panics = 1; my $n = hidden($basic{int}, ['0', 1]); push @lines, "\t" . pick("println(1 / $n)", "panic(\"the end\")", "_ = make([]int, 3)[$n+5]") }
	return (@lines, '}', '');
}

# An untyped constant of up to some hundred bits.
sub constant_declaration {
	my $name = name('K');
	push @declarations, "const $name = " . constant(3);
	return $name;
}

sub constant {
	my ($depth) = @_;
	return pick(@constants) if @constants && chance(10);
	return pick(1, 3, 7, 10, 255, "'x'", '0x7fffffff', '1_000_003', '-1', '-12345', '1 << 33', '0b1011') if $depth <= 0;
	my $x = constant($depth - 1);
	return "($x " . pick('<<', '>>') . ' ' . rnd(40) . ')' if chance(20);
	my $y = constant($depth - 1);
	return "($x " . pick('+', '-', '*') . " $y)" if chance(60);
	return "($x " . pick('/', '%') . " ($y | 1))" if chance(40);
	return "($x " . pick('&', '|', '^', '&^') . " $y)";
}

my $support = <<'GO';
var sum uint64
var fuel int
var never chan bool

func mix(x uint64) { sum = sum*1099511628211 ^ x }

func clip(s string) string {
	if len(s) > 200 {
		return s[:200]
	}
	return s
}

func message(e any) string {
	if err, ok := e.(error); ok {
		return err.Error()
	}
	return "other"
}

func try(name string, f func()) {
	fuel = 300
	defer func() {
		switch r := recover().(type) {
		case nil:
			println(name, sum)
		case error:
			println(name, sum, "panic:", r.Error())
		case string:
			println(name, sum, "panic:", r)
		}
	}()
	f()
}
GO

seed(@ARGV ? $ARGV[0] : 1);
make_basic();
push @constants, constant_declaration() for 0 .. 2;
named_types();
add_methods();
@scope = ([]);
my @variables;
for (0 .. 5 + rnd(6)) {
	my $t = any_type(2);
	my $n = name('g');
	push @variables, "var $n $t->{text} = " . fresh($t, 1);
	push @globals, { name => $n, type => $t, global => 1 };
}
# Methods see no variable of the package: the first functions' effects would make initialisation depend on them.
my @bodies = methods();
$scope[0] = [@globals];
push @bodies, function("pure$_", pure => 1, panics => chance(30)) for 1 .. 3 + rnd(5);
push @bodies, function("work$_", panics => chance(60)) for 1 .. 3 + rnd(4);
my ($interfaces, $calls) = interface_part();
push @bodies, @$interfaces, main_function(@$calls);
print join("\n", "package main", '', 'import (', "\t\"math\"", "\t\"math/bits\"", ')', '', 'var _ = math.Pi', 'var _ = bits.UintSize', '',
	$support, @declarations, '', @variables, '', @bodies, @helper_texts), "\n";
