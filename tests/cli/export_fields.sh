# Each field of a node, variable, function, object and type has a row in the tables that export data is made from.
. "$SRCDIR/tests/cli/lib.inc"
# fields HEADER STRUCT: the names of its fields
fields() {
	perl -0777 -ne '
		my ($body) = /^struct '"$2"' \{\n(.*?)^\};/ms or die "no struct '"$2"'\n";
		$body =~ s{/\*.*?\*/}{}gs;
		$body =~ s{//.*}{}g;
		$body =~ s/VEC\([^)]*\)/VEC/g;
		$body =~ s/\b(union|struct)\s*\{//g;
		for my $d (split /;/, $body) {
			$d =~ s/^\s*\}\s*$//;
			next unless $d =~ /\S/;
			my @parts = split /,/, $d;
			for (@parts) { print "$1\n" if /(\w+)\s*(?:\[.*\])?\s*$/ }
		}' "$SRCDIR/compiler/$1" | sort
}
rows() { # HEADER TABLE
	perl -0777 -ne '
		my ($body) = /#define '"$2"'\(X\) \\\n(.*?[^\\])\n(?!\t)/s or die "no table '"$2"'\n";
		$body =~ s{/\*.*?\*/}{}gs;
		print "$1\n" while $body =~ /X\((\w+),/g' "$SRCDIR/compiler/$1" | sort
}
check() { # HEADER STRUCT TABLES TABLE
	fields "$1" "$2" >fields.txt
	rows "$3" "$4" >rows.txt
	[ -s fields.txt ] || exit 1
	diff fields.txt rows.txt || { echo "struct $2 and $4 differ"; exit 1; }
}
check ir/ir.h Node ir/exportfields.h EXPORT_NODE_FIELDS
check ir/ir.h Var ir/exportfields.h EXPORT_VAR_FIELDS
check ir/ir.h Func ir/exportfields.h EXPORT_FUNC_FIELDS
check types/types.h Obj types/exportfields.h EXPORT_OBJ_FIELDS
check types/types.h Type types/exportfields.h EXPORT_TYPE_FIELDS
