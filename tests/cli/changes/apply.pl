# apply.pl REPORT DIR: writes the source with each change of the report made, DIR/N.go, and says what it is, a line each:
# N, KIND, the function.
use strict;
use warnings;
use JSON::PP;

my ($report, $dir) = @ARGV;

sub slurp {
	local $/;
	open my $f, '<', shift or die;
	return <$f>;
}

# The offset of a place in a text.
sub offset {
	my ($text, $place) = @_;
	my $at = 0;
	$at = 1 + index $text, "\n", $at for 2 .. $place->{line};
	return $at + $place->{column} - 1;
}

my $n = 0;
for my $finding (@{ decode_json(slurp($report))->{findings} }) {
	for my $change (@{ $finding->{changes} }) {
		my $text = slurp($change->{edits}[0]{file});
		my $whole = $text;
		for my $e (sort { offset($whole, $b->{start}) <=> offset($whole, $a->{start}) } @{ $change->{edits} }) {
			my ($from, $to) = (offset($whole, $e->{start}), offset($whole, $e->{end}));
			substr $text, $from, $to - $from, $e->{newText};
		}
		$n++;
		open my $out, '>', "$dir/$n.go" or die;
		print $out $text;
		close $out;
		print "$n\t$change->{kind}\t$finding->{function}\t$change->{text}\n";
	}
}
