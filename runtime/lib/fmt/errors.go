package fmt

import "errors"

// Errorf formats according to a format specifier and returns the string as a value that satisfies error. If the format has a %w
// verb with an error operand, the returned error implements an Unwrap method returning the operand.
func Errorf(format string, a ...any) error {
	p := newPrinter()
	p.wrapErrs = true
	p.doPrintf(format, a)
	s := string(p.buf)
	var err error
	if p.err == nil {
		err = errors.New(s)
	} else {
		err = &wrapError{s, p.err}
	}
	p.free()
	return err
}

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string {
	return e.msg
}

func (e *wrapError) Unwrap() error {
	return e.err
}
