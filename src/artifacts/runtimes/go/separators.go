// begin left out

package parcels

import "strings"

// end left out

// codeIn returns what is after the last and before the first of two characters; empty ones are not looked for.
func codeIn(value, after, until string) string {
	if until != "" {
		value, _, _ = strings.Cut(value, until)
	}
	if after != "" {
		value = value[strings.LastIndex(value, after)+1:]
	}
	return value
}
