#!/usr/bin/env perl
# package.pl LINES FILE...: writes a Go package of about LINES lines, spread over the files. It is made of units of one pattern
# each with its own names, numbers and choices: types with methods and embedding, interfaces, constants, tables, closures, maps,
# channels, switches, defers; units call each other, forwards and backwards. The same arguments give the same text.
use strict;
use warnings;

my ($lines, @files) = @ARGV;
die "usage: package.pl LINES FILE...\n" if !@files || $lines !~ /^\d+$/;
my $state = 12345;

sub rnd {
	my ($n) = @_;
	$state = ($state * 1103515245 + 12345) % 2147483648;
	return int($state / 65536) % $n;
}
sub pick { return $_[rnd(scalar @_)] }

# An expression of integers over the given variables.
sub expr {
	my ($depth, @vars) = @_;
	return rnd(3) ? pick(@vars) : rnd(1000) if $depth == 0;
	my $op = pick('+', '-', '*', '&', '|', '^', '&^');
	return '(' . expr($depth - 1, @vars) . " $op " . expr($depth - 1, @vars) . ')';
}

sub types {
	my ($n) = @_;
	my $int = pick('int', 'int32', 'uint64', 'int16');
	return <<GO;

// Kind$n says what an Item$n is.
type Kind$n $int

const (
	First$n Kind$n = iota + ${\rnd(20)}
	Second$n
	Third$n
	mask$n  = 1<<${\(rnd(20) + 3)} - 1
	label$n = "item" + "$n"
)

type Item$n struct {
	Kind  Kind$n
	name  string
	tags  []string
	next  *Item$n
	count [${\(rnd(6) + 2)}]$int
}

type Box$n struct {
	Item$n
	byName map[string]*Item$n
	visit  func(*Item$n, ...int) (int, error)
}

type Namer$n interface {
	Name() string
	Rank(by int) int
}

var table$n = map[string]Item${n}{
	label$n: {Kind: First$n, name: "a", tags: []string{"x", label$n}},
	"b${\rnd(99)}": {Second$n, "b", nil, nil, [len(Item${n}{}.count)]${int}{1: ${\rnd(9)}}},
}

func (k Kind$n) String() string {
	switch k {
	case First$n:
		return "first"
	case Second$n, Third$n:
		return label$n + strconv.Itoa(int(k))
	}
	return fmt.Sprintf("kind %d", k)
}

func (i *Item$n) Name() string { return i.name }

func (i *Item$n) Rank(by int) int {
	rank := by
	for p := i; p != nil; p = p.next {
		rank += int(p.Kind) * len(p.tags)
	}
	return rank & mask$n
}
GO
}

sub functions {
	my ($n, $units) = @_;
	my ($before, $after) = (rnd($n + 1), $n + rnd($units - $n));
	return <<GO;

func sum$n(a, b int, rest ...int) (total int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("sum${n}: %v", r)
		}
	}()
	for i, x := range rest {
		if x%${\(rnd(7) + 2)} == 0 || i > ${\(rnd(90) + 9)} {
			continue
		}
		total += ${\expr(2, 'a', 'b', 'x', 'i')}
	}
	if a > b && len(rest) > ${\rnd(5)} {
		return sum$before(b, a, rest[1:]...)
	}
	return total + ${\expr(3, 'a', 'b', 'total')}, nil
}

func find$n(items []Item$n, want string) (*Item$n, bool) {
	at := sort.Search(len(items), func(i int) bool { return items[i].name >= want })
	if at < len(items) && items[at].name == want {
		return &items[at], true
	}
	item, ok := table${n}[want]
	return &item, ok
}

func new$n(names ...string) (box *Box$n) {
	box = &Box${n}{byName: make(map[string]*Item$n, len(names))}
	for i, name := range names {
		item := &Item${n}{Kind: Kind$n(i) + Second$n, name: strings.TrimSpace(name)}
		if old, ok := box.byName[item.name]; ok {
			old.next, item = item, old
		}
		box.byName[item.name] = item
	}
	box.visit = func(i *Item$n, by ...int) (int, error) {
		return sum$after(len(box.byName), i.Rank(0), by...)
	}
	return box
}

func drain$n(in <-chan Namer$n, out chan<- string, stop chan struct{}) {
	var seen [${\(rnd(30) + 2)}]byte
loop:
	for {
		select {
		case v, ok := <-in:
			if !ok {
				break loop
			}
			switch v := v.(type) {
			case *Item$n:
				seen[v.Rank(${\rnd(9)})%len(seen)]++
			case *Box$n:
				v.tags = append(v.tags, v.Name())
			default:
				out <- v.Name()
			}
		case <-stop:
			return
		}
	}
	out <- string(seen[:]) + Third$n.String()
}

func Unit$n(n int) float64 {
	box := new$n("a", label$n, strconv.Itoa(n))
	ch, out := make(chan Namer$n, 2), make(chan string, ${\(rnd(9) + 1)})
	go drain$n(ch, out, nil)
	ch <- &box.Item$n
	ch <- box
	close(ch)
	if i, ok := find$n(nil, <-out); ok {
		n, _ = box.visit(i, n, ${\rnd(50)}, 1<<${\rnd(30)})
	}
	return float64(${\expr(2, 'n', 'len(box.tags)')})*${\rnd(9)}.5e${\rnd(5)} + float64(cube(n))
}
GO
}

my $per_unit = () = (types(0) . functions(0, 1)) =~ /\n/g;
my $units = int($lines / $per_unit) || 1;
for my $f (0 .. $#files) {
	open my $h, '>', $files[$f] or die "$files[$f]: $!\n";
	print $h "package big\n\nimport (\n\t\"fmt\"\n\t\"sort\"\n\t\"strconv\"\n\t\"strings\"\n)\n";
	print $h "\nfunc cube(n int) int { return n*n*n + 1 }\n" if $f == 0;
	for my $n (int($units * $f / @files) .. int($units * ($f + 1) / @files) - 1) {
		print $h types($n), functions($n, $units);
	}
	close $h or die "$files[$f]: $!\n";
}
