// begin left out

package parcels

import (
	"encoding/json"
	"net/http"
)

var codePlaces = []codePlace{}

var codeHeaders = []codePlace{}

// end left out

// A codePlace is where a code is, the characters between which it is in a longer value, and what says its namespace: a field,
// a name in the path, or else the place itself, which is that of some namespaces, an empty one for none.
type codePlace struct {
	header       string
	path         []string
	after, until string
	namespaceAt  []string
	namespaces   []string
}

// CodeOfResponse returns the code of a response, from its headers or else its body, and whether there is one; see CodeOf.
func CodeOfResponse(header http.Header, body []byte, status int) (Code, bool) {
	decoded := decode(body)
	for _, place := range codeHeaders {
		if value := header.Get(place.header); value != "" {
			namespace, _, _ := textIn(decoded, place.namespaceAt)
			if code, found := place.named(value, namespace); found {
				return code, true
			}
		}
	}
	return CodeOf(body, status)
}

// codeInNamespace returns the code in a body, with its namespace and a dot before it.
func codeInNamespace(decoded any) (Code, bool) {
	for _, place := range codePlaces {
		value, namespace, found := textIn(decoded, place.path)
		if !found {
			continue
		}
		if namespace == "" {
			namespace, _, _ = textIn(decoded, place.namespaceAt)
		}
		if code, found := place.named(value, namespace); found {
			return code, true
		}
	}
	return "", false
}

// named returns the code in a value with its namespace; of several that it may be in, the first that lists it.
func (place codePlace) named(value, namespace string) (Code, bool) {
	code := codeIn(value, place.after, place.until)
	if len(place.namespaces) == 0 {
		return Code(namespace + "." + code), namespace != ""
	}
	for _, it := range place.namespaces {
		if name := Code(joined(it, code)); name.Known() {
			return name, true
		}
	}
	if len(place.namespaces) == 1 {
		code = joined(place.namespaces[0], code)
	}
	return Code(code), true
}

func joined(namespace, code string) string {
	if namespace == "" {
		return code
	}
	return namespace + "." + code
}

// textIn returns the text at a path, in which {namespace} is any name, and that name. In arrays the first element counts.
func textIn(body any, path []string) (text, name string, found bool) {
	here := body
	for _, token := range path {
		if list, isList := here.([]any); isList && len(list) > 0 {
			here = list[0]
			continue
		}
		object, _ := here.(map[string]any)
		if token == "{namespace}" {
			for it := range object {
				if name == "" || it < name {
					name = it
				}
			}
			token = name
		}
		here = object[token]
	}
	switch value := here.(type) {
	case string:
		return value, name, true
	case json.Number:
		return value.String(), name, true
	}
	return "", "", false
}
