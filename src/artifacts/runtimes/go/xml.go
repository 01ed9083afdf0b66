// begin left out

package parcels

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
)

var xmlLists = map[string]bool{}

// end left out

type xmlElement struct {
	name    string
	path    string
	members map[string]any
	text    strings.Builder
}

// xmlBody reads a document of at most 64 levels: elements by name, attributes with @, text beside attributes as #text. A
// document type is refused, so that no entity is expanded.
func xmlBody(body []byte) any {
	root := &xmlElement{members: map[string]any{}}
	open := []*xmlElement{root}
	decoder := xml.NewDecoder(bytes.NewReader(body))
	for {
		token, err := decoder.RawToken()
		here := open[len(open)-1]
		if err == io.EOF && here == root && len(root.members) == 1 {
			return root.members
		}
		if err != nil || len(open) > 64 {
			return nil
		}
		switch token := token.(type) {
		case xml.StartElement:
			if here == root && len(root.members) > 0 {
				return nil
			}
			element := &xmlElement{name: xmlName(token.Name), path: xmlName(token.Name), members: map[string]any{}}
			if here != root {
				element.path = here.path + "/" + element.path
			}
			for _, attribute := range token.Attr {
				element.members["@"+xmlName(attribute.Name)] = attribute.Value
			}
			open = append(open, element)
		case xml.EndElement:
			if here == root || here.name != xmlName(token.Name) {
				return nil
			}
			open = open[:len(open)-1]
			open[len(open)-1].add(here)
		case xml.CharData:
			here.text.Write(token)
		case xml.Directive:
			return nil
		}
	}
}

func (parent *xmlElement) add(element *xmlElement) {
	var value any = element.text.String()
	if len(element.members) > 0 {
		if text := element.text.String(); strings.TrimSpace(text) != "" {
			element.members["#text"] = text
		}
		value = element.members
	}
	switch before := parent.members[element.name].(type) {
	case []any:
		value = append(before, value)
	case nil:
		if xmlLists[element.path] {
			value = []any{value}
		}
	default:
		value = []any{before, value}
	}
	parent.members[element.name] = value
}

func xmlName(name xml.Name) string {
	if name.Space == "" {
		return name.Local
	}
	return name.Space + ":" + name.Local
}
