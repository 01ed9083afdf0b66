// begin left out

package parcels

import (
	"net/http"
)

var codeParts = map[string][2]string{}

var codeHeaders = [][3]string{}

// end left out

// CodeOfResponse returns the code of a response, from its headers or else its body, and whether there is one; see CodeOf.
func CodeOfResponse(header http.Header, body []byte, status int) (Code, bool) {
	for _, place := range codeHeaders {
		if value := header.Get(place[0]); value != "" {
			return Code(codeIn(value, place[1], place[2])), true
		}
	}
	return CodeOf(body, status)
}
