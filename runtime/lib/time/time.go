// Package time provides functionality for measuring and displaying time.
//
// It is burrow's own, small version of Go's package: durations, timers, the clock, dates and formats; all times are in UTC.
package time

import "errors"

// A Duration represents the elapsed time between two instants as an int64 nanosecond count.
type Duration int64

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute

	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// String returns a string representing the duration in the form "72h3m0.5s".
func (d Duration) String() string {
	var buf [32]byte
	i := len(buf)
	u := uint64(d)
	if d < 0 {
		u = -u
	}
	i--
	buf[i] = 's'
	switch {
	case u == 0:
		return "0s"
	case u < uint64(Microsecond):
		i--
		buf[i] = 'n'
		i = digits(buf[:i], u)
	case u < uint64(Millisecond):
		i -= 2
		copy(buf[i:], "µ")
		i = decimal(buf[:i], u, 3)
	case u < uint64(Second):
		i--
		buf[i] = 'm'
		i = decimal(buf[:i], u, 6)
	default:
		i = decimal(buf[:i], u%uint64(Minute), 9)
		if u /= uint64(Minute); u > 0 {
			i--
			buf[i] = 'm'
			i = digits(buf[:i], u%60)
			if u /= 60; u > 0 {
				i--
				buf[i] = 'h'
				i = digits(buf[:i], u)
			}
		}
	}
	if d < 0 {
		i--
		buf[i] = '-'
	}
	return string(buf[i:])
}

// digits writes u at the end of buf and says where it begins.
func digits(buf []byte, u uint64) int {
	i := len(buf)
	for {
		i--
		buf[i] = byte('0' + u%10)
		if u /= 10; u == 0 {
			return i
		}
	}
}

// decimal writes u/10**places at the end of buf, without trailing zeros.
func decimal(buf []byte, u uint64, places int) int {
	i := len(buf)
	some := false
	for ; places > 0; places-- {
		digit := u % 10
		u /= 10
		if some = some || digit != 0; some {
			i--
			buf[i] = byte('0' + digit)
		}
	}
	if some {
		i--
		buf[i] = '.'
	}
	return digits(buf[:i], u)
}

// Nanoseconds returns the duration as an integer nanosecond count.
func (d Duration) Nanoseconds() int64 { return int64(d) }

// Microseconds returns the duration as an integer microsecond count.
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }

// Milliseconds returns the duration as an integer millisecond count.
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

// Seconds returns the duration as a floating point number of seconds.
func (d Duration) Seconds() float64 {
	return float64(d/Second) + float64(d%Second)/1e9
}

// Minutes returns the duration as a floating point number of minutes.
func (d Duration) Minutes() float64 {
	return float64(d/Minute) + float64(d%Minute)/(60*1e9)
}

// Hours returns the duration as a floating point number of hours.
func (d Duration) Hours() float64 {
	return float64(d/Hour) + float64(d%Hour)/(60*60*1e9)
}

// Truncate returns the result of rounding d toward zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round returns the result of rounding d to the nearest multiple of m, halfway values away from zero.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		if -r+-r < m {
			return d - r
		}
		if e := d - m - r; e < d {
			return e
		}
		return minDuration
	}
	if r+r < m {
		return d - r
	}
	if e := d + m - r; e > d {
		return e
	}
	return maxDuration
}

// Abs returns the absolute value of d.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == minDuration:
		return maxDuration
	}
	return -d
}

// A Month specifies a month of the year (January = 1, ...).
type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
	"November", "December"}

// String returns the English name of the month.
func (m Month) String() string {
	if January <= m && m <= December {
		return months[m-1]
	}
	return "%!Month(" + number(int(m), 0) + ")"
}

// A Weekday specifies a day of the week (Sunday = 0, ...).
type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

var days = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

// String returns the English name of the day.
func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return days[d]
	}
	return "%!Weekday(" + number(int(d), 0) + ")"
}

// A Location maps time instants to the zone in use at that time: only UTC is known.
type Location struct {
	name string
}

// UTC represents Universal Coordinated Time.
var UTC *Location = &Location{"UTC"}

// Local represents the system's local time zone: UTC.
var Local *Location = &Location{"Local"}

// String returns a descriptive name for the time zone information.
func (l *Location) String() string {
	if l == nil {
		return "UTC"
	}
	return l.name
}

// A Time represents an instant in time with nanosecond precision.
type Time struct {
	sec  int64 // since January 1, year 1
	nsec int32
	mono int64 // reading of the monotonic clock, 0: none
	loc  *Location
}

// Seconds from January 1 of year 1 to January 1 of 1970.
const unixToInternal = (1969*365 + 1969/4 - 1969/100 + 1969/400) * 86400

// Now returns the current local time.
func Now() Time {
	sec, nsec, mono := now()
	return Time{sec + unixToInternal, nsec, mono, Local}
}

// Unix returns the local Time corresponding to the given Unix time, sec seconds and nsec nanoseconds since January 1, 1970 UTC.
func Unix(sec int64, nsec int64) Time {
	sec += nsec / 1e9
	nsec %= 1e9
	if nsec < 0 {
		nsec += 1e9
		sec--
	}
	return Time{sec + unixToInternal, int32(nsec), 0, Local}
}

// UnixMilli returns the local Time corresponding to the given Unix time in milliseconds.
func UnixMilli(msec int64) Time { return Unix(msec/1e3, (msec%1e3)*1e6) }

// UnixMicro returns the local Time corresponding to the given Unix time in microseconds.
func UnixMicro(usec int64) Time { return Unix(usec/1e6, (usec%1e6)*1e3) }

// Since returns the time elapsed since t.
func Since(t Time) Duration {
	if t.mono != 0 {
		return Duration(runtimeNano() - t.mono)
	}
	return Now().Sub(t)
}

// Until returns the duration until t.
func Until(t Time) Duration {
	if t.mono != 0 {
		return Duration(t.mono - runtimeNano())
	}
	return t.Sub(Now())
}

// After reports whether the time instant t is after u.
func (t Time) After(u Time) bool { return u.Before(t) }

// Before reports whether the time instant t is before u.
func (t Time) Before(u Time) bool {
	if t.mono != 0 && u.mono != 0 {
		return t.mono < u.mono
	}
	return t.sec < u.sec || t.sec == u.sec && t.nsec < u.nsec
}

// Equal reports whether t and u represent the same time instant.
func (t Time) Equal(u Time) bool {
	if t.mono != 0 && u.mono != 0 {
		return t.mono == u.mono
	}
	return t.sec == u.sec && t.nsec == u.nsec
}

// IsZero reports whether t represents the zero time instant, January 1, year 1, 00:00:00 UTC.
func (t Time) IsZero() bool { return t.sec == 0 && t.nsec == 0 }

// Sub returns the duration t-u.
func (t Time) Sub(u Time) Duration {
	if t.mono != 0 && u.mono != 0 {
		return Duration(t.mono - u.mono)
	}
	d := Duration(t.sec-u.sec)*Second + Duration(t.nsec-u.nsec)
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

// Add returns the time t+d.
func (t Time) Add(d Duration) Time {
	t.sec += int64(d / 1e9)
	n := int64(t.nsec) + int64(d%1e9)
	if n >= 1e9 {
		t.sec++
		n -= 1e9
	} else if n < 0 {
		t.sec--
		n += 1e9
	}
	t.nsec = int32(n)
	if t.mono != 0 {
		t.mono += int64(d)
	}
	return t
}

// AddDate returns the time corresponding to adding the given number of years, months, and days to t.
func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec), t.Location())
}

// Unix returns t as a Unix time, the number of seconds elapsed since January 1, 1970 UTC.
func (t Time) Unix() int64 { return t.sec - unixToInternal }

// UnixNano returns t as a Unix time, the number of nanoseconds elapsed since January 1, 1970 UTC.
func (t Time) UnixNano() int64 { return t.Unix()*1e9 + int64(t.nsec) }

// UnixMicro returns t as a Unix time in microseconds.
func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + int64(t.nsec)/1e3 }

// UnixMilli returns t as a Unix time in milliseconds.
func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + int64(t.nsec)/1e6 }

// UTC returns t with the location set to UTC.
func (t Time) UTC() Time {
	t.loc = nil
	return t
}

// Local returns t with the location set to local time.
func (t Time) Local() Time {
	t.loc = Local
	return t
}

// In returns a copy of t representing the same time instant, with loc for display purposes.
func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.loc = loc
	return t
}

// Location returns the time zone information associated with t.
func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

// Round returns t without its reading of the monotonic clock where d <= 0, else rounded to the nearest multiple of d since the
// zero time.
func (t Time) Round(d Duration) Time {
	t.mono = 0
	if d <= 0 {
		return t
	}
	r := t.remainder(d)
	if r+r < d {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

// Truncate returns the result of rounding t down to a multiple of d (since the zero time).
func (t Time) Truncate(d Duration) Time {
	t.mono = 0
	if d <= 0 {
		return t
	}
	return t.Add(-t.remainder(d))
}

// remainder is the time since the zero time modulo d, computed by seconds so that it does not overflow.
func (t Time) remainder(d Duration) Duration {
	r := uint64(0)
	step := uint64(1e9) % uint64(d)
	for bit := 62; bit >= 0; bit-- {
		r = (r + r) % uint64(d)
		if t.sec>>uint(bit)&1 != 0 {
			r = (r + step) % uint64(d)
		}
	}
	return Duration((r + uint64(t.nsec)) % uint64(d))
}

// ---- Dates: days are counted from March 1 of year 0, so that leap days come last (Neri and Schneider, Euclidean affine functions
// and their application to calendar algorithms, 2022, describe such schemes).

const daysTo1March0 = 306 // from March 1, year 0 to January 1, year 1

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// civil gives the date of a day counted from January 1, year 1.
func civil(day int64) (year int, month Month, dom int) {
	day += daysTo1March0
	era := floorDiv(day, 146097)
	doe := day - era*146097 // day of the 400 years
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	m := (5*doy + 2) / 153
	dom = int(doy-(153*m+2)/5) + 1
	y := yoe + era*400
	if m >= 10 {
		return int(y + 1), Month(m - 9), dom
	}
	return int(y), Month(m + 3), dom
}

// dayNumber is the inverse of civil; month is from 1 to 12.
func dayNumber(year int, month Month, dom int) int64 {
	y, m := int64(year), int64(month)
	if m <= 2 {
		y--
		m += 12
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	doy := (153*(m-3)+2)/5 + int64(dom) - 1
	return era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - daysTo1March0
}

func (t Time) day() int64 { return floorDiv(t.sec, 86400) }

func (t Time) secondOfDay() int { return int(t.sec - t.day()*86400) }

// Date returns the year, month, and day in which t occurs.
func (t Time) Date() (year int, month Month, day int) {
	return civil(t.day())
}

// Clock returns the hour, minute, and second within the day specified by t.
func (t Time) Clock() (hour, min, sec int) {
	s := t.secondOfDay()
	return s / 3600, s / 60 % 60, s % 60
}

// Year returns the year in which t occurs.
func (t Time) Year() int {
	y, _, _ := t.Date()
	return y
}

// Month returns the month of the year specified by t.
func (t Time) Month() Month {
	_, m, _ := t.Date()
	return m
}

// Day returns the day of the month specified by t.
func (t Time) Day() int {
	_, _, d := t.Date()
	return d
}

// Hour returns the hour within the day specified by t.
func (t Time) Hour() int { return t.secondOfDay() / 3600 }

// Minute returns the minute offset within the hour specified by t.
func (t Time) Minute() int { return t.secondOfDay() / 60 % 60 }

// Second returns the second offset within the minute specified by t.
func (t Time) Second() int { return t.secondOfDay() % 60 }

// Nanosecond returns the nanosecond offset within the second specified by t.
func (t Time) Nanosecond() int { return int(t.nsec) }

// Weekday returns the day of the week specified by t.
func (t Time) Weekday() Weekday {
	d := t.day() + 1
	return Weekday(d - 7*floorDiv(d, 7))
}

// YearDay returns the day of the year specified by t, from 1.
func (t Time) YearDay() int {
	return int(t.day()-dayNumber(t.Year(), January, 1)) + 1
}

// Date returns the Time corresponding to yyyy-mm-dd hh:mm:ss + nsec nanoseconds. Values may be outside their usual ranges and will
// be normalized.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	m := int64(month) - 1
	year += int(floorDiv(m, 12))
	m -= 12 * floorDiv(m, 12)
	s := dayNumber(year, Month(m+1), 1) + int64(day-1)
	s = s*86400 + int64(hour)*3600 + int64(min)*60 + int64(sec)
	n := int64(nsec)
	s += floorDiv(n, 1e9)
	n -= 1e9 * floorDiv(n, 1e9)
	if loc == UTC {
		loc = nil
	}
	return Time{s, int32(n), 0, loc}
}

// ---- Formats

// These are predefined layouts for use in Time.Format.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
)

// number is n with at least width digits.
func number(n, width int) string {
	var buf [24]byte
	u := uint64(n)
	if n < 0 {
		u = -u
	}
	i := digits(buf[:], u)
	for len(buf)-i < width {
		i--
		buf[i] = '0'
	}
	if n < 0 {
		i--
		buf[i] = '-'
	}
	return string(buf[i:])
}

// The parts of a layout, longer ones before those that they begin with.
var parts = [...]string{"January", "Jan", "Monday", "Mon", "MST", "2006", "-07:00:00", "-07:00", "-0700", "-07", "Z07:00:00", "Z07:00",
	"Z0700", "Z07", "002", "01", "02", "03", "04", "05", "06", "15", "PM", "pm", "__2", "_2006", "_2", "1", "2", "3", "4", "5"}

// part finds the part of a layout that s begins with.
func part(s string) string {
	for _, p := range parts {
		if len(s) >= len(p) && s[:len(p)] == p {
			if p == "Jan" || p == "Mon" {
				if len(s) > 3 && 'a' <= s[3] && s[3] <= 'z' {
					continue
				}
			}
			return p
		}
	}
	if len(s) > 1 && (s[0] == '.' || s[0] == ',') && (s[1] == '0' || s[1] == '9') {
		n := 1
		for n < len(s) && s[n] == s[1] {
			n++
		}
		if n == len(s) || s[n] < '0' || s[n] > '9' {
			return s[:n]
		}
	}
	return ""
}

// Format returns a textual representation of the time value formatted according to the layout.
func (t Time) Format(layout string) string {
	return string(t.AppendFormat(nil, layout))
}

// AppendFormat is like Format but appends the textual representation to b and returns the extended buffer.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	for len(layout) > 0 {
		p := part(layout)
		if p == "" {
			b = append(b, layout[0])
			layout = layout[1:]
			continue
		}
		b = append(b, t.part(p)...)
		layout = layout[len(p):]
	}
	return b
}

func space(n, width int) string {
	s := number(n, 0)
	for len(s) < width {
		s = " " + s
	}
	return s
}

func (t Time) part(p string) string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	switch p {
	case "January":
		return month.String()
	case "Jan":
		return month.String()[:3]
	case "Monday":
		return t.Weekday().String()
	case "Mon":
		return t.Weekday().String()[:3]
	case "MST":
		return "UTC"
	case "2006":
		return number(year, 4)
	case "_2006":
		return "_" + number(year, 4)
	case "06":
		if year < 0 {
			year = -year
		}
		return number(year%100, 2)
	case "01":
		return number(int(month), 2)
	case "1":
		return number(int(month), 0)
	case "02":
		return number(day, 2)
	case "_2":
		return space(day, 2)
	case "2":
		return number(day, 0)
	case "002":
		return number(t.YearDay(), 3)
	case "__2":
		return space(t.YearDay(), 3)
	case "15":
		return number(hour, 2)
	case "03":
		return number((hour+11)%12+1, 2)
	case "3":
		return number((hour+11)%12+1, 0)
	case "04":
		return number(min, 2)
	case "4":
		return number(min, 0)
	case "05":
		return number(sec, 2)
	case "5":
		return number(sec, 0)
	case "PM", "pm":
		return [...]string{"AM", "PM", "am", "pm"}[int(p[0]>>5&1)*2+hour/12]
	case "-0700":
		return "+0000"
	case "-07:00":
		return "+00:00"
	case "-07:00:00":
		return "+00:00:00"
	case "-07":
		return "+00"
	}
	if p[0] == 'Z' {
		return "Z"
	}
	frac := number(int(t.nsec), 9)
	for len(frac) < len(p)-1 {
		frac += "0"
	}
	frac = frac[:len(p)-1]
	if p[1] == '9' {
		for len(frac) > 0 && frac[len(frac)-1] == '0' {
			frac = frac[:len(frac)-1]
		}
		if frac == "" {
			return ""
		}
	}
	return p[:1] + frac
}

// String returns the time formatted using the format string "2006-01-02 15:04:05.999999999 -0700 MST", with the reading of the
// monotonic clock.
func (t Time) String() string {
	s := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.mono != 0 {
		m := t.mono
		sign := "+"
		if m < 0 {
			sign = "-"
			m = -m
		}
		s += " m=" + sign + number(int(m/1e9), 0) + "." + number(int(m%1e9), 9)
	}
	return s
}

// ParseDuration parses a duration string: a possibly signed sequence of decimal numbers, each with optional fraction and a unit suffix,
// such as "300ms", "-1.5h" or "2h45m".
func ParseDuration(s string) (Duration, error) {
	all := s
	bad := func() (Duration, error) { return 0, errors.New("time: invalid duration \"" + all + "\"") }
	negative := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		negative = s[0] == '-'
		s = s[1:]
	}
	if s == "0" {
		return 0, nil
	}
	if s == "" {
		return bad()
	}
	var d float64
	for s != "" {
		v, scale, some, point := 0.0, 1.0, false, false
		for s != "" && (s[0] == '.' && !point || '0' <= s[0] && s[0] <= '9') {
			if s[0] == '.' {
				point = true
			} else {
				v = v*10 + float64(s[0]-'0')
				some = true
				if point {
					scale *= 10
				}
			}
			s = s[1:]
		}
		n := 0
		for n < len(s) && s[n] != '.' && (s[n] < '0' || s[n] > '9') {
			n++
		}
		unit, ok := units[s[:n]]
		if !some {
			return bad()
		}
		if n == 0 {
			return 0, errors.New("time: missing unit in duration \"" + all + "\"")
		}
		if !ok {
			return 0, errors.New("time: unknown unit \"" + s[:n] + "\" in duration \"" + all + "\"")
		}
		d += v / scale * float64(unit)
		s = s[n:]
	}
	if d > float64(maxDuration) {
		return bad()
	}
	if negative {
		d = -d
	}
	return Duration(d), nil
}

var units = map[string]Duration{"ns": Nanosecond, "us": Microsecond, "µs": Microsecond, "μs": Microsecond, "ms": Millisecond,
	"s": Second, "m": Minute, "h": Hour}
