// begin left out

package parcels

import "strings"

var textForms = [][]string{}

// end left out

// textBody reads a plain text with the form of a body: every second part of a form is the name of a field.
func textBody(body []byte) any {
	whole := strings.TrimSuffix(strings.TrimSuffix(string(body), "\n"), "\r")
	for _, parts := range textForms {
		if values, fits := textValues(whole, parts); fits {
			return values
		}
	}
	return nil
}

func textValues(text string, parts []string) (map[string]any, bool) {
	values := map[string]any{}
	if !strings.HasPrefix(text, parts[0]) {
		return nil, false
	}
	text = text[len(parts[0]):]
	for index := 1; index+1 < len(parts); index += 2 {
		after := parts[index+1]
		end := strings.Index(text, after)
		if index+2 == len(parts) {
			end = len(text) - len(after)
		}
		if end < 0 || !strings.HasPrefix(text[end:], after) {
			return nil, false
		}
		values[parts[index]] = text[:end]
		text = text[end+len(after):]
	}
	return values, text == "" && len(values) > 0
}
