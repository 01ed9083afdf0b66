# begin left out
from typing import Dict, Optional

from text_body import _text_body
from xml_body import _xml_body
# end left out


def parse_body(text: str) -> object:
    """The body of a response, which may not be JSON, as the types here describe it; None where it is something else."""
    import json

    try:
        found: object = json.loads(text)
    except ValueError:
        # begin left out
        found = _xml_body(text) or _text_body(text)
        # end left out
        # begin sample: others
        # end sample
    return found


def _typed(text: str, type_: Optional[str]) -> object:
    if type_ in ("integer", "number"):
        try:
            number = float(text) if type_ == "number" and "." in text else int(text)
        except ValueError:
            return text
        return number if str(number) == text else text
    if type_ == "boolean" and text in ("true", "false"):
        return text == "true"
    if type_ == "null" and text == "":
        return None
    empty: Dict[str, object] = {}
    return empty if type_ in ("object", "array") and text == "" else text
