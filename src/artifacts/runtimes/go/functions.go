// begin left out

package parcels

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// end left out

var infoByCode = func() map[Code]ErrorInfo {
	all := make(map[Code]ErrorInfo, len(Errors))
	for _, info := range Errors {
		all[info.Code] = info
	}
	return all
}()

// Info returns what the registry says of a code, and whether it lists the code.
func (code Code) Info() (ErrorInfo, bool) {
	info, known := infoByCode[code]
	return info, known
}

// Known reports whether the registry lists a code.
func (code Code) Known() bool {
	_, known := infoByCode[code]
	return known
}

// RetryPolicy returns what a caller may do after an error, also after one that the registry does not list: an unknown
// code follows the API's own rule where it has one, and else, like the empty code, the HTTP status (0 for none).
func (code Code) RetryPolicy(status int) RetryPolicy {
	if info, known := infoByCode[code]; known {
		return info.Retry
	}
	return policyOfUnknown(code, status)
}

// Retryable reports whether the same request may be sent again if its method is idempotent (RFC 9110, 9.2.2): GET,
// HEAD, OPTIONS, TRACE, PUT or DELETE. The status (0 for none) counts for codes that the registry does not list.
func (code Code) Retryable(status int) bool {
	policy := code.RetryPolicy(status)
	return policy == RetryAfter || policy == RetryBackoff
}

// WriteRetryable reports the same for every other method, such as POST and PATCH: only if the request was not carried
// out, or if that is unknown and the request carries a key that the API honors, under IdempotencyHeader.
func (code Code) WriteRetryable(status int, hasKey bool) bool {
	effect := code.Effect(status)
	isSafe := effect == EffectNone || effect == EffectUnknown && hasKey && IdempotencyHeader != ""
	return isSafe && code.Retryable(status)
}

// Effect returns whether the request was carried out. The HTTP status (0 for none) decides about a code that the
// registry does not list: a 4xx is a rejection, and 499 and every other status do not say.
func (code Code) Effect(status int) Effect {
	if info, known := infoByCode[code]; known && info.Effect != "" {
		return info.Effect
	}
	if status >= 400 && status <= 499 && status != 499 {
		return EffectNone
	}
	return EffectUnknown
}

// RetryDelay returns how long a response asks its caller to wait, and whether it does. It reads Retry-After (RFC 9110,
// section 10.2.3: seconds or a date), then the field of the body that names a delay; the body may be nil.
func RetryDelay(header http.Header, body []byte, now time.Time) (time.Duration, bool) {
	for _, given := range header.Values("Retry-After") {
		if delay, named := delayIn(given, now); named {
			return delay, true
		}
	}
	decoded := decode(body)
	for _, pointer := range delayPointers {
		if given, found := textAt(decoded, pointer); found {
			if delay, named := delayIn(given, now); named {
				return delay, true
			}
		}
	}
	return 0, false
}

// CodeOf returns the code in a body, and whether there is one. Where bodies carry no code, it is the entry
// whose default message the body has, and whose status; status 0 fits every entry.
func CodeOf(body []byte, status int) (Code, bool) {
	decoded := decode(body)
	// begin sample: namespaces
	// end sample
	for _, pointer := range codePointers {
		if code, found := textAt(decoded, pointer); found {
			// begin sample: part
			return Code(code), true
			// end sample
		}
	}
	for _, pointer := range messagePointers {
		if message, found := textAt(decoded, pointer); found {
			if code, only := codeWithMessage(message, status); only {
				return code, true
			}
		}
	}
	return "", false
}

// DocsURL returns the address of a code's page, also of an unknown one; values of the response go into its fragment.
func DocsURL(code Code, values url.Values) string {
	address := docsBase + addressOf(string(code)) + "/"
	if len(values) == 0 {
		return address
	}
	return address + "#" + values.Encode()
}

func codeWithMessage(message string, status int) (Code, bool) {
	var fits []Code
	for _, entry := range byMessage {
		if entry.message == message && (status == 0 || hasStatus(entry.code, status)) {
			fits = append(fits, entry.code)
		}
	}
	if len(fits) != 1 {
		return "", false
	}
	return fits[0], true
}

func hasStatus(code Code, status int) bool {
	for _, it := range infoByCode[code].Statuses {
		if it == status {
			return true
		}
	}
	return false
}

func decode(body []byte) any {
	var decoded any
	decoder := json.NewDecoder(bytes.NewReader(body))
	// numbers stay as they are spelled
	decoder.UseNumber()
	if decoder.Decode(&decoded) != nil {
		// begin sample: others
		return nil
		// end sample
	}
	return decoded
}

func textAt(body any, pointer []string) (string, bool) {
	here := body
	for _, token := range pointer {
		// begin sample: elements
		// end sample
		object, _ := here.(map[string]any)
		here = object[token]
	}
	switch value := here.(type) {
	case string:
		return value, true
	case json.Number:
		return value.String(), true
	}
	return "", false
}

var number = regexp.MustCompile("^[0-9]{1,9}(?:\\.[0-9]{1,9})?$")

// no delay is longer than ten years
const mostSeconds = 315360000

func delayIn(given string, now time.Time) (time.Duration, bool) {
	given = strings.Trim(given, " \t")
	if number.MatchString(given) {
		seconds, err := strconv.ParseFloat(given, 64)
		return time.Duration(seconds * float64(time.Second)), err == nil && seconds <= mostSeconds
	}
	until, err := http.ParseTime(given)
	if err != nil || until.Sub(now) > mostSeconds*time.Second {
		return 0, false
	}
	if until.Before(now) {
		return 0, true
	}
	return until.Sub(now), true
}

var unsafeSigns = regexp.MustCompile("[^A-Za-z0-9_.-]|^\\.|\\.$")

var devices = regexp.MustCompile("^(?i:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\.|$)")

func addressOf(code string) string {
	safe := unsafeSigns.ReplaceAllStringFunc(code, encoded)
	if devices.MatchString(safe) {
		return encoded(safe[:1]) + safe[1:]
	}
	return safe
}

func encoded(sign string) string {
	var text strings.Builder
	for _, octet := range []byte(sign) {
		fmt.Fprintf(&text, "~%02X", octet)
	}
	return text.String()
}
