# Dependencies run one way: a stage of the compiler includes only what stands before it in the pipeline, and of another
# folder only its public header, FOLDER/FOLDER.h. The runtime's parts include their own header, and runtime/include.
require "$ENV{SRCDIR}/tests/source/lib.inc";
use strict;
use warnings;
our $top;

my @stages = qw(support syntax types ir inline escape explain lower ssa amd64 lsp driver);
my %place = map { $stages[$_] => $_ } 0 .. $#stages;
# More public headers: the format of export data, whose halves types and ir write; JSON; files; the log of decisions.
my %public = map { $_ => 1 } qw(types/exportdata.h support/file.h support/json.h support/uri.h ir/decisions.h);
my %shared = map { $_ => 1 } qw(funcmap.h type.h allocsite.h);    # runtime/include, what the compiler and the runtime agree on

sub check_compiler {
	my ($where, $stage, $header) = @_;
	return if $shared{$header} && $place{$stage} >= $place{lower};
	return fault($where, "\"$header\" is not written from compiler/") unless $header =~ m{^(\w+)/(\w+)\.\w+$};
	my ($folder, $name) = ($1, $2);
	return fault($where, "\"$header\": no such stage") unless defined $place{$folder};
	return if $folder eq $stage;
	fault($where, "\"$header\": $folder comes after $stage") if $place{$folder} > $place{$stage};
	fault($where, "\"$header\" is private to $folder") if $name ne $folder && !$public{$header};
}

sub check_runtime {
	my ($where, $part, $header) = @_;
	return if -f "$top/runtime/include/$header" || -f "$top/runtime/$part/$header";
	fault($where, "\"$header\" is not in runtime/include or runtime/$part");
}

my $seen = 0;
for my $file (files(qr{/(compiler|runtime)/.*\.(c|h|re|y|def)$})) {
	my ($half, $folder) = $file =~ m{^\Q$top\E/(compiler|runtime)/(\w+)} or next;
	$folder = 'driver' if $half eq 'compiler' && $file =~ m{/compiler/main\.c$};
	my $n = 0;
	for (lines($file)) {
		$n++;
		next unless /^\s*#\s*include\s+"([^"]+)"/;
		$seen++;
		$half eq 'compiler' ? check_compiler("$file:$n", $folder, $1) : check_runtime("$file:$n", $folder, $1);
	}
}
fault('includes.pl', "only $seen includes found") if $seen < 100;
finish();
