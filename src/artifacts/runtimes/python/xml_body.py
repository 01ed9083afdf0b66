# begin left out
from typing import Dict, Final, List, Mapping, Optional, Tuple

from parse_body import _typed

_XML_TYPES: Final[Mapping[str, str]] = {}
# end left out


def _xml_body(text: str) -> Optional[Dict[str, object]]:
    """An XML document: elements by name, attributes with @, text beside attributes as #text; 64 levels, and no document type."""
    from xml.parsers import expat

    elements: List[Tuple[str, Dict[str, object], List[str]]] = [("", {}, [])]

    def start(name: str, attributes: Dict[str, str]) -> None:
        above = elements[-1][0]
        path = above + "/" + name if above else name
        if len(elements) > 64:
            raise ValueError(path)
        members = {"@" + key: _typed(value, _XML_TYPES.get(path + "/@" + key)) for key, value in attributes.items()}
        elements.append((path, members, []))

    def end(name: str) -> None:
        path, members, texts = elements.pop()
        text = "".join(texts)
        if members and text.strip():
            members["#text"] = _typed(text, _XML_TYPES.get(path + "/#text"))
        value = members or _typed(text, _XML_TYPES.get(path))
        others = elements[-1][1]
        before = others.get(name)
        if isinstance(before, list):
            before.append(value)
        elif before is not None:
            others[name] = [before, value]
        else:
            others[name] = [value] if _XML_TYPES.get(path) == "array" else value

    def refuse(name: str, *_: object) -> None:
        raise ValueError(name)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda data: elements[-1][2].append(data)
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(text.strip(), True)
    except (expat.ExpatError, ValueError):
        return None
    return elements[0][1]
