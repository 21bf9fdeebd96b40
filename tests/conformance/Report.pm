# What a run of Go's suite says: the table by kind that `make conformance` prints, docs/conformance.md, and the paragraph in the README.
# Of each test two things are known: what gc makes of it (gc.txt) and what burrow made of it in the last run (the results). Only tests
# that pass under gc count.
package Report;
use strict;
use warnings;
use Suite qw(slurp);
use Exporter 'import';
our @EXPORT_OK = qw(read_gc write_gc read_results write_results table_text write_documents);

# The table: what a row is called, the rows of gc.txt that it counts, and the percentage it must reach.
my @table = (
	['run: nothing imported', ['run:none'], 99],
	['run: nothing or fmt', [qw(run:none run:fmt)], 98.5],
	['run: those and runtime, unsafe, os, errors, strings, strconv, sync, time, math, bytes, sort', [qw(run:none run:fmt run:core)], 95],
	['run: other imports', ['run:other']],
	['errorcheck', ['errorcheck'], 94],
	['compile, build', [qw(compile build)], 98.5],
	['rundir, compiledir', [qw(rundir compiledir)], 97],
	['runoutput', ['runoutput'], 95],
	['errorcheckdir', ['errorcheckdir']],
	['errorcheckandrundir, errorcheckoutput, buildrun, builddir, buildrundir, runindir',
		[qw(errorcheckandrundir errorcheckoutput buildrun builddir buildrundir runindir)]],
);

# ---- the files

# gc.txt: a line for each test, with tabs between: result, row, name, why ('left out' and 'failed' have a reason).
sub read_gc {
	my ($file) = @_;
	my %gc;
	for (split /\n/, slurp($file)) {
		next if /^#/;
		my ($result, $row, $name, $why) = split /\t/;
		$gc{$name} = { result => $result, row => $row, why => $why // '' };
	}
	return \%gc;
}

sub write_gc {
	my ($file, $gc, $version) = @_;
	open my $f, '>', $file or die "$file: $!";
	print $f "# What gc makes of its own suite, from a run of `make conformance-gc`: result, row of the table, test, reason.\n";
	print $f "# $version\n";
	print $f join("\t", @{ $gc->{$_} }{qw(result row)}, $_, $gc->{$_}{why} || ()), "\n" for sort keys %$gc;
	close $f;
}

# The results of burrow: name, result and the first lines of why, with tabs between.
sub read_results {
	my ($file) = @_;
	return { map { my ($name, $result, $why) = split /\t/; ($name => [$result, $why // '']) } split /\n/, slurp($file) };
}

sub write_results {
	my ($file, $results) = @_;
	open my $f, '>', $file or die "$file: $!";
	print $f join("\t", $_, $results->{$_}[0], one_line($results->{$_}[1])), "\n" for sort keys %$results;
	close $f;
}

sub one_line { my ($text) = @_; return substr($text =~ s/\s+/ /gr, 0, 300) }

# ---- counting

# The tests of rows that pass under gc.
sub counted {
	my ($gc, $rows) = @_;
	my %in = map { $_ => 1 } @$rows;
	return grep { $in{ $gc->{$_}{row} } && $gc->{$_}{result} eq 'passed' } sort keys %$gc;
}

sub passes { my ($results, $name) = @_; return ($results->{$name} // [''])->[0] eq 'passed' }

# The table's rows: [label, passed, all, percentage, asked or undef].
sub rows {
	my ($gc, $results) = @_;
	my @rows;
	for (@table) {
		my ($label, $of, $asked) = @$_;
		my @all = counted($gc, $of);
		my $passed = grep { passes($results, $_) } @all;
		push @rows, [$label, $passed, scalar @all, @all ? 100 * $passed / @all : 0, $asked];
	}
	return @rows;
}

sub table_text {
	my ($gc, $results) = @_;
	my $text = "passes  of (gc)       %   asked  kind\n";
	for (rows($gc, $results)) {
		my ($label, $passed, $all, $percent, $asked) = @$_;
		$text .= sprintf "%6d  %7d  %6.2f  %6s  %s%s\n", $passed, $all, $percent, $asked // '', $label,
			defined $asked && $percent < $asked ? '  (not reached)' : '';
	}
	return $text;
}

# ---- documents

# Why tests do not pass, in groups: the first line of causes.txt whose expression fits "NAME: WHY".
sub causes {
	my ($file) = @_;
	return map { /^(\S.*?)\t+(.+)$/ && $_ !~ /^#/ ? [qr/$1/, $2] : () } split /\n/, slurp($file);
}

sub cause_of {
	my ($name, $why, @causes) = @_;
	for (@causes) { return $_->[1] if "$name: $why" =~ $_->[0] }
	return "`not supported yet`: $1" if $why =~ /not supported yet: (.{1,60})/;
	return 'Refused: flags that burrow does not have' if $why =~ /unknown flag/;
	return 'An internal error' if $why =~ /internal error|exit status 3/;
	return 'Takes too long' if $why =~ /exit status 124/;
	return 'An error that gc reports is missing, or has other words' if $why =~ /no message matches/;
	return 'An error that gc does not report' if $why =~ /unexpected:/;
	return 'Compiles, and must not' if $why =~ /compiled, but must not/;
	return 'Does not compile' if $why =~ /^(?:compile|build)/;
	return 'Other output' if $why =~ /^output/;
	return 'The program fails';
}

sub markdown_table {
	my ($gc, $results) = @_;
	my $text = "| kind | passes | of (pass under gc) | | asked |\n|---|---|---|---|---|\n";
	for (rows($gc, $results)) {
		my ($label, $passed, $all, $percent, $asked) = @$_;
		$text .= sprintf "| %s | %d | %d | %.1f%% | %s |\n", $label, $passed, $all, $percent, defined $asked ? "$asked%" : '';
	}
	return $text;
}

sub failing_text {
	my ($gc, $results, @causes) = @_;
	my %group;
	for my $name (grep { $gc->{$_}{result} eq 'passed' && !passes($results, $_) } sort keys %$gc) {
		push @{ $group{ cause_of($name, ($results->{$name} // ['', 'not run'])->[1], @causes) } }, $name;
	}
	my $text = '';
	for my $cause (sort { @{ $group{$b} } <=> @{ $group{$a} } || $a cmp $b } keys %group) {
		$text .= sprintf "**%s** (%d): %s\n\n", $cause, scalar @{ $group{$cause} }, join ', ', map { "`$_`" } @{ $group{$cause} };
	}
	return $text || "Nothing.\n\n";
}

sub left_out_text {
	my ($gc) = @_;
	my (%group, @failed);
	for my $name (sort keys %$gc) {
		my ($result, $why) = @{ $gc->{$name} }{qw(result why)};
		$group{$why}++ if $result eq 'left out';
		push @failed, "`$name`" if $result eq 'failed';
	}
	my $text = "| left out because of | tests |\n|---|---|\n";
	$text .= "| $_ | $group{$_} |\n" for sort { $group{$b} <=> $group{$a} || $a cmp $b } keys %group;
	return $text . "\nDo not pass under gc itself, run as here (" . scalar(@failed) . '): ' . join(', ', @failed) . ".\n";
}

# Writes docs/conformance.md, and the paragraph between the marks in the README.
sub write_documents {
	my ($top, $gc, $results) = @_;
	my @causes = causes("$top/tests/conformance/causes.txt");
	my $table = markdown_table($gc, $results);
	open my $f, '>', "$top/docs/conformance.md" or die "docs/conformance.md: $!";
	print $f "# Go's own suite\n\n<!-- Written by `make conformance-docs` from a run of `make conformance`. -->\n\n",
		"`make conformance` runs the suite that comes with Go (`GOROOT/test`) and prints this table. What counts are the tests that pass\n",
		"under gc 1.19 on the same machine when they are run the same way and that need no type parameters.\n\n", $table,
		"\nThe tests that pass are listed in `tests/conformance/pass.txt`, which `make check` holds.\n\n",
		"## What does not pass, and why\n\n", failing_text($gc, $results, @causes), "## What is left out\n\n", left_out_text($gc);
	close $f;
	my $readme = slurp("$top/README.md");
	$readme =~ s/(<!-- conformance: [^\n]*-->\n).*?(<!-- end -->)/$1$table$2/s or die "README.md: no marks for the table\n";
	open $f, '>', "$top/README.md" or die "README.md: $!";
	print $f $readme;
	close $f;
}

1;
