# Go's own suite, GOROOT/test. A test is one file whose first comment is its recipe: a kind, flags and arguments. This module reads
# recipes and follows them with a toolchain, burrow's or gc's: the same steps, so that what gc passes on a machine is the measure
# for burrow (gc.txt, made by `make conformance-gc`).
#
# A recipe's steps: `compile` turns the files of one package into an archive, `link` makes a program of it, `build` does
# both for one file. The kinds that end in `dir` take the files of NAME.dir, each package of it in the order of the file names, or each
# file where the recipe says -s.
package Suite;
use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(basename dirname);
use File::Copy qw(copy);
use File::Path qw(make_path);
use Exporter 'import';
our @EXPORT_OK = qw(suite_tests suite_read suite_run suite_flags_of_run compare_errors first_difference slurp);

my %kinds = map { $_ => 1 } qw(run buildrun runoutput runindir build builddir buildrundir compile errorcheck errorcheckwithauto
	errorcheckoutput compiledir rundir errorcheckdir errorcheckandrundir);

# Packages that the asked figures for `run` name.
my %core = map { $_ => 1 } qw(fmt runtime unsafe os errors strings strconv sync time math bytes sort);

sub slurp {
	my ($file) = @_;
	open my $f, '<', $file or return '';
	local $/;
	my $text = <$f>;
	return $text // '';
}

# ---- recipes

# All tests below ROOT, read.
sub suite_tests {
	my ($root) = @_;
	my @found;
	for my $file (sort glob "$root/*.go $root/*/*.go") {
		next if dirname($file) =~ /\.dir$/;
		my $test = suite_read($file, $root);
		push @found, $test if $test;
	}
	return @found;
}

# The recipe's words; quotes keep blanks inside a word.
sub split_words {
	my ($text) = @_;
	my @words;
	while ($text =~ /\G\s*((?:"[^"]*"|'[^']*'|[^\s"'])+)/g) { push @words, $1 =~ s/["']//gr }
	return @words;
}

# The test of FILE: { name, file, text, kind, flags, args, row, left_out, ... }; undef when the file has no recipe.
sub suite_read {
	my ($file, $root) = @_;
	my $text = slurp($file);
	my ($recipe) = $text =~ m{\A(?://[^\n]*\+build[^\n]*\n|//go:build[^\n]*\n|\n)*//([^\n]*)};
	return unless defined $recipe;
	my ($kind, @words) = split_words($recipe);
	return unless $kind && ($kinds{$kind} || $kind =~ /^(asmcheck|skip)$/);
	my %t = (name => $file =~ s{^\Q$root\E/}{}r, file => $file, root => $root, text => $text, kind => $kind, flags => [],
		dir => $file =~ s/\.go$/.dir/r, env => {}, want_error => $kind =~ /^errorcheck/ && $kind ne 'errorcheckandrundir');
	while (@words && $words[0] =~ /^-/) {
		my $word = shift @words;
		if    ($word =~ /^-([01])$/)      { $t{want_error} = $1 }
		elsif ($word eq '-s')             { $t{single} = 1 }
		elsif ($word eq '-t')             { $t{limit} = shift @words }
		elsif ($word eq '-goexperiment')  { $t{env}{GOEXPERIMENT} = shift @words }
		else                              { push @{ $t{flags} }, $word }
	}
	$t{args} = \@words;
	$t{row} = row(\%t);
	$t{left_out} = left_out(\%t);
	return \%t;
}

# The packages a file imports.
sub imports {
	my ($text) = @_;
	my $quoted = qr/"(?:[^"\\\n]|\\.)*"|`[^`]*`/;
	$text =~ s{($quoted|'(?:[^'\\\n]|\\.)+')|//[^\n]*|/\*.*?\*/}{$1 // ' '}gse;
	my %found;
	while ($text =~ /^\s*import\s*(\([^)]*\)|[^\n]*)/gm) {
		my $specs = $1;
		$found{$_} = 1 for map { s/^.|.$//gr } $specs =~ /($quoted)/g;
	}
	return keys %found;
}

# The row of the table that counts a test. The rows of `run` are by what is imported.
sub row {
	my ($t) = @_;
	return $t->{kind} =~ s/^errorcheckwithauto$/errorcheck/r if $t->{kind} ne 'run';
	my @imports = imports($t->{text});
	return 'run:none' unless @imports;
	return 'run:fmt' if "@imports" eq 'fmt';
	return (grep { !$core{$_} } @imports) ? 'run:other' : 'run:core';
}

# Why a test is left out whatever a compiler does, or ''. (Type parameters: gc.txt knows.)
sub left_out {
	my ($t) = @_;
	return 'assembly checks' if $t->{kind} eq 'asmcheck';
	return 'marked to be skipped' if $t->{kind} eq 'skip';
	return 'build constraint' if excluded($t->{text});
	return 'Go assembly' if $t->{kind} =~ /dir$/ && glob "$t->{dir}/*.s";
	return 'needs the go command' if !$ENV{GC} && $t->{text} =~ /exec\.(?:Command|LookPath)\("go"/;
	return 'needs cgo' if $t->{text} =~ /^\s*import "C"/m;
	return 'needs the race detector' if grep { $_ eq '-race' } @{ $t->{flags} };
	return "flag $1 of gc's insides" if "@{ $t->{flags} }" =~ m{(-d=(?!panic\b|ssa/check/on\b)[\w/]*)};
	return '';
}

# Build constraints of the suite, on linux/amd64.
sub excluded {
	my ($text) = @_;
	my ($head) = $text =~ m{\A((?://[^\n]*\n|\s*\n|/\*.*?\*/)*)}s;
	my %set = map { $_ => 1 } qw(linux amd64 gc unix cgo), map { "go1.$_" } 1 .. 19;
	my @lines = $head =~ m{^//go:build (.*)$}mg;
	# The older form: a blank is "or", a comma "and", a line more is "and".
	@lines = map { join ' || ', map { '(' . s/,/ && /gr . ')' } split ' ' } $head =~ m{^// \+build (.*)$}mg unless @lines;
	for (@lines) {
		my $e = s/([\w.]+)/$set{$1} ? 1 : 0/ger;
		return 1 if !eval $e;
	}
	return 0;
}

# The packages of a directory: [name, file, file...] in the order of their first files.
sub packages {
	my ($t) = @_;
	my (@found, %seen);
	for my $file (sort glob "$t->{dir}/*.go") {
		my ($name) = slurp($file) =~ /^package\s+([\w\x80-\xff]+)/m or next;
		if ($t->{single} || !$seen{$name}) { push @found, $seen{$name} = [$name] }
		push @{ $seen{$name} }, $file;
	}
	return @found;
}

# ---- toolchains: commands by step; OPTIONS are { path, out, flags, base }

sub burrow_compile {
	my ($o, @files) = @_;
	my @base = $o->{base} ? qw(-D test -I .) : ();
	return ($ENV{BURROW}, 'compile', '-e', '-o', $o->{out}, '-p', $o->{path}, @base, words($o->{flags}), @files);
}

sub burrow_link { my ($o, $archive) = @_; return ($ENV{BURROW}, 'link', '-o', $o->{out}, '-L', '.', words($o->{flags}), $archive) }

sub burrow_build { my ($o, @files) = @_; return ($ENV{BURROW}, 'build', '-o', $o->{out}, @{ $o->{flags} }, @files) }

# The flags that burrow has; those for gc's own checks mean nothing to it.
sub words { return grep { !/^-d=|^-C$/ } @{ $_[0] // [] } }

sub gc_compile {
	my ($o, @files) = @_;
	my @base = $o->{base} ? qw(-D test -I .) : ();
	return ($ENV{GC}, qw(tool compile -C -e -o), $o->{out}, "-p=$o->{path}", @base, @{ $o->{flags} // [] }, @files);
}

sub gc_link { my ($o, $archive) = @_; return ($ENV{GC}, qw(tool link -w -o), $o->{out}, '-L', '.', @{ $o->{flags} // [] }, $archive) }

sub gc_build { my ($o, @files) = @_; return ($ENV{GC}, 'build', '-o', $o->{out}, @{ $o->{flags} }, @files) }

my %tools = (
	burrow => { compile => \&burrow_compile, link => \&burrow_link, build => \&burrow_build, run => [$ENV{BURROW} // '', 'run'] },
	gc => { compile => \&gc_compile, link => \&gc_link, build => \&gc_build, run => [$ENV{GC} // '', 'run'] },
);

# ---- following a recipe

# step(S, WHERE, COMMAND...): status (124: out of time) and output, both streams, of a command run in the directory WHERE. S is the
# run's state: { tool, capture, dir, test }.
sub step {
	my ($s, $where, @command) = @_;
	my $env = { %{ $s->{test}{env} }, GOOS => 'linux', GOARCH => 'amd64', $s->{env} ? %{ $s->{env} } : () };
	return $s->{capture}->($s->{dir}, $env, 'sh', '-c', 'cd "$1" && shift && exec "$@" 2>&1', 'sh', $where, @command);
}

sub failure { my ($what, $status, $out) = @_; return "$what: exit status $status\n" . substr($out, 0, 1500) }

# Runs the program in the suite's folder and compares its output with NAME.out.
sub run_program {
	my ($s, $where, @command) = @_;
	my ($status, $out) = step($s, $where, @command);
	return failure('the program', $status, $out) if $status;
	my $want = slurp($s->{test}{file} =~ s/\.go$/.out/r);
	return $out eq $want ? '' : 'output: ' . first_difference($want, $out);
}

sub build_file {
	my ($s, $file, $out, @flags) = @_;
	my ($status, $text) = step($s, $s->{dir}, $s->{tool}{build}->({ out => $out, flags => \@flags }, $file));
	return $status ? failure('build', $status, $text) : '';
}

# The files of the test's program, and its arguments: words that name Go files are more of the former.
sub files_and_arguments {
	my ($t) = @_;
	my @more = map { dirname($t->{file}) . "/$_" } grep { /\.go$/ } @{ $t->{args} };
	return ([$t->{file}, @more], [grep { !/\.go$/ } @{ $t->{args} }]);
}

sub kind_run {
	my ($s) = @_;
	my $t = $s->{test};
	my ($files, $args) = files_and_arguments($t);
	my ($status, $out) = step($s, $s->{dir}, $s->{tool}{build}->({ out => "$s->{dir}/prog", flags => $t->{flags} }, @$files));
	return failure('build', $status, $out) if $status;
	return run_program($s, $t->{root}, "$s->{dir}/prog", @$args);
}

sub kind_build { my ($s) = @_; return build_file($s, $s->{test}{file}, "$s->{dir}/prog", @{ $s->{test}{flags} }) }

sub kind_compile {
	my ($s) = @_;
	my $t = $s->{test};
	my ($path) = map { /^-p=(.*)/ } @{ $t->{flags} };
	my @flags = grep { !/^-p=/ } @{ $t->{flags} };
	my ($status, $out) = step($s, $s->{dir}, $s->{tool}{compile}->({ path => $path // 'p', out => 'a.o', flags => \@flags }, $t->{file}));
	return $status ? failure('compile', $status, $out) : '';
}

# The program that the test's program prints, as FILE.
sub generate {
	my ($s, $file) = @_;
	my $t = $s->{test};
	my ($files, $args) = files_and_arguments($t);
	my ($status, $out) = step($s, $s->{dir}, $s->{tool}{build}->({ out => "$s->{dir}/generator", flags => [] }, @$files));
	return failure('build', $status, $out) if $status;
	($status, $out) = step($s, $t->{root}, "$s->{dir}/generator", @$args);
	return failure('the generator', $status, $out) if $status;
	open my $f, '>', $file or return "$file: $!";
	print $f $out;
	close $f;
	return '';
}

sub kind_runoutput {
	my ($s) = @_;
	my $made = "$s->{dir}/tmp__.go";
	return generate($s, $made) || build_file($s, $made, "$s->{dir}/prog")
		|| run_program($s, $s->{test}{root}, "$s->{dir}/prog");
}

# Compiles one package for its errors and holds them against the comments of the files.
sub check_errors {
	my ($s, $want_error, $options, @files) = @_;
	my ($status, $out) = step($s, $s->{dir}, $s->{tool}{compile}->($options, @files));
	return failure('compile', $status, $out) if $status > 2 || $status == 2 && $out !~ /\.go:\d/;
	return "not supported yet\n$out" if $out =~ /not supported yet/;
	return 'compiled, but must not' if $want_error && !$status;
	return failure('compile', $status, $out) if defined $want_error && !$want_error && $status;
	return compare_errors($out, { auto => $s->{test}{kind} eq 'errorcheckwithauto' }, @files);
}

sub kind_errorcheck {
	my ($s) = @_;
	my $t = $s->{test};
	my ($path) = map { /^-p=(.*)/ } @{ $t->{flags} };
	my @flags = grep { !/^-p=/ } @{ $t->{flags} };
	return check_errors($s, $t->{want_error}, { path => $path // 'p', out => 'a.o', flags => \@flags }, $t->{file});
}

sub kind_errorcheckoutput {
	my ($s) = @_;
	my $made = "$s->{dir}/tmp__.go";
	return generate($s, $made)
		|| check_errors($s, $s->{test}{want_error}, { path => 'p', out => 'a.o', flags => $s->{test}{flags} }, $made);
}

# The options to compile a package of a directory with.
sub package_options {
	my ($s, $flags, $name, $first) = @_;
	my $path = $name eq 'main' ? 'main' : 'test/' . basename($first) =~ s/\.go$//r;
	my $out = $name eq 'main' ? basename($first) =~ s/\.go$/.o/r : "$path.a";
	return { path => $path, out => $out, flags => $flags, base => 1 };
}

sub kind_compiledir {
	my ($s, $skip, @flags) = @_;
	make_path("$s->{dir}/test");
	my @packages = packages($s->{test});
	@flags = @{ $s->{test}{flags} } unless defined $skip;
	for my $i (0 .. $#packages) {
		my ($name, @files) = @{ $packages[$i] };
		my $options = package_options($s, \@flags, $name, $files[0]);
		my ($status, $out) = step($s, $s->{dir}, $s->{tool}{compile}->($options, @files));
		return failure("compile $name", $status, $out) if $status && $i != ($skip // -1);
	}
	return '';
}

sub kind_rundir {
	my ($s, $skip) = @_;
	my (@flags, @link);
	my $into = \@flags;
	for (@{ $s->{test}{flags} }) { if ($_ eq '-ldflags') { $into = \@link } else { push @$into, $_ } }
	my $why = kind_compiledir($s, $skip // -1, @flags);
	return $why if $why;
	my $main = (packages($s->{test}))[-1];
	my $archive = package_options($s, [], @$main)->{out};
	my ($status, $out) = step($s, $s->{dir}, $s->{tool}{link}->({ out => 'prog', flags => \@link }, $archive));
	return failure('link', $status, $out) if $status;
	return run_program($s, $s->{dir}, "$s->{dir}/prog", @{ $s->{test}{args} });
}

# The last package (of errorcheckandrundir: the one before it) is the one that must not compile.
sub kind_errorcheckdir {
	my ($s) = @_;
	my $t = $s->{test};
	make_path("$s->{dir}/test");
	my @packages = packages($t);
	my $wrong = $t->{kind} eq 'errorcheckandrundir' && $t->{want_error} ? $#packages - 1 : $#packages;
	for my $i (0 .. $#packages) {
		my ($name, @files) = @{ $packages[$i] };
		my $options = package_options($s, $t->{flags}, $name, $files[0]);
		my $why = check_errors($s, $i == $wrong ? $t->{want_error} : 0, $options, @files);
		return $why if $why;
	}
	return $t->{kind} eq 'errorcheckandrundir' ? kind_rundir($s, $t->{want_error} ? $wrong : undef) : '';
}

# A module of its own, named as the directory.
sub kind_runindir {
	my ($s) = @_;
	my $name = basename($s->{test}{dir});
	my $module = "$s->{dir}/src/$name";
	make_path($module);
	system('cp', '-R', "$s->{test}{dir}/.", $module) == 0 or return 'cannot copy the directory';
	open my $f, '>', "$module/go.mod" or return "go.mod: $!";
	print $f "module $name\ngo 1.14\n";
	close $f;
	return run_program($s, $module, @{ $s->{tool}{run} }, @{ $s->{test}{flags} }, '.');
}

# All files of the directory are one package main.
sub kind_builddir {
	my ($s) = @_;
	my @files = sort glob "$s->{test}{dir}/*.go";
	my ($status, $out) = step($s, $s->{dir}, $s->{tool}{compile}->({ path => 'main', out => 'all.a', base => 1 }, @files));
	return failure('compile', $status, $out) if $status;
	($status, $out) = step($s, $s->{dir}, $s->{tool}{link}->({ out => 'prog' }, 'all.a'));
	return failure('link', $status, $out) if $status;
	return $s->{test}{kind} eq 'buildrundir' ? run_program($s, $s->{dir}, "$s->{dir}/prog") : '';
}

my %follow = (run => \&kind_run, buildrun => \&kind_run, build => \&kind_build, compile => \&kind_compile,
	runoutput => \&kind_runoutput, errorcheck => \&kind_errorcheck, errorcheckwithauto => \&kind_errorcheck,
	errorcheckoutput => \&kind_errorcheckoutput, compiledir => \&kind_compiledir, rundir => \&kind_rundir,
	errorcheckdir => \&kind_errorcheckdir, errorcheckandrundir => \&kind_errorcheckdir, runindir => \&kind_runindir,
	builddir => \&kind_builddir, buildrundir => \&kind_builddir);

# suite_run(TOOL, TEST, DIR, CAPTURE): follows the recipe with burrow or gc in DIR; '' or why the test fails. CAPTURE runs a command:
# (DIR, ENV, COMMAND...) to status and standard output.
sub suite_run {
	my ($tool, $test, $dir, $capture) = @_;
	return "skip: $test->{left_out}" if $test->{left_out};
	my $s = { tool => $tools{$tool}, test => $test, dir => abs_path($dir), capture => $capture };
	$s->{env} = { GOFLAGS => '', GO111MODULE => $test->{kind} eq 'runindir' ? 'on' : 'off' } if $tool eq 'gc';
	return $follow{ $test->{kind} }->($s);
}

# Does a test need type parameters? gc says so when it compiles the files for the version before them.
sub needs_type_parameters {
	my ($test, $dir, $capture) = @_;
	return 1 if $test->{name} =~ m{^typeparam/};
	my $s = { test => $test, dir => abs_path($dir), capture => $capture };
	my @files = $test->{kind} =~ /dir$/ ? sort glob "$test->{dir}/*.go" : $test->{file};
	for my $file (@files) {
		my ($status, $out) = step($s, $s->{dir}, gc_compile({ path => 'p', out => 'lang.o', flags => ['-lang=go1.17'] }, $file));
		return 1 if $out =~ /type parameter|type instantiation|(?:function|type|embedding).* requires go1\.18/;
	}
	return 0;
}

# ---- comparing

sub first_difference {
	my ($want, $got) = @_;
	my @w = split /\n/, $want, -1;
	my @g = split /\n/, $got, -1;
	for my $i (0 .. (@w > @g ? $#w : $#g)) {
		my ($a, $b) = ($w[$i] // '<end>', $g[$i] // '<end>');
		return sprintf "line %d: want: %s\n    got: %s", $i + 1, substr($a, 0, 200), substr($b, 0, 200)
			if $a ne $b;
	}
	return "no difference";
}

# A Go regular expression as a Perl one: the suites use the common subset.
sub matches {
	my ($text, $regexp) = @_;
	no warnings 'regexp';
	my $ok = eval { $text =~ /$regexp/ };
	return defined $ok ? $ok : 0;
}

# The messages the comments of FILES want: "file:line" (or "<autogenerated>") to regular expressions.
sub wanted_errors {
	my (@files) = @_;
	my %want;
	for my $file (@files) {
		my $n = 0;
		for (split /\n/, slurp($file)) {
			$n++;
			next if m{////};
			next unless m{//.*?\b(?:GC_)?ERROR(AUTO)? (.*)};
			my ($auto, $rest) = ($1, $2);
			my $line = $n;
			push @{ $want{ $auto ? '<autogenerated>' : basename($file) . ":$line" } },
				map { my $r = $_; $r =~ s/^["`]|["`]$//g; $r =~ s/LINE([+-]\d+)?/basename($file) . ':' . ($n + ($1 || 0))/ge; $r }
				$rest =~ m{("[^"]*"|`[^`]*`)}g;
		}
	}
	return \%want;
}

# The messages "file:line:col: text" by "file:line". Lines that begin with a tab belong to the message before; files have their short
# names, as in Go's own runner.
sub given_errors {
	my ($messages, @files) = @_;
	my %got;
	$messages =~ s{\Q$_\E}{basename($_)}ge for @files;
	my $last;
	for (split /\n/, $messages) {
		if (m{^(\S+?\.go):(\d+)(?::\d+)?: (.*)}) { push @{ $last = $got{ basename($1) . ":$2" } //= [] }, $3 }
		elsif (m{^<autogenerated>:\d+: (.*)}) { push @{ $last = $got{'<autogenerated>'} //= [] }, $1 }
		elsif (m{^\t} && $last) { $last->[-1] .= "\n$_" }
		elsif (m{^# |^too many errors}) { }
		elsif (length) { push @{ $got{'other'} }, $_ }
	}
	return \%got;
}

# Compares MESSAGES with the ERROR comments of the files, both ways; '' or the first difference. Messages about generated code count
# only with the option `auto`.
sub compare_errors {
	my ($messages, $options, @files) = @_;
	my ($want, $got) = (wanted_errors(@files), given_errors($messages, @files));
	if (!$options->{auto}) { delete $_->{'<autogenerated>'} for $want, $got }
	for my $at (sort keys %$want) {
		my @left = @{ $got->{$at} // [] };
		for my $regexp (@{ $want->{$at} }) {
			my @hit = grep { matches($_, $regexp) } @left;
			return "$at: no message matches \"$regexp\"; got: " . join(' | ', @{ $got->{$at} // [] }) unless @hit;
			@left = grep { !matches($_, $regexp) } @left;
		}
		return "$at: unexpected: $left[0]" if @left;
		delete $got->{$at};
	}
	my ($at) = sort keys %$got;
	return $at ? "$at: unexpected: $got->{$at}[0]" : '';
}

1;
