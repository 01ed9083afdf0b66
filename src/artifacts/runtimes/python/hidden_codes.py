# begin left out
from typing import Final, Mapping, Optional, Tuple

from error_codes import code_of

_CODE_PARTS: Final[Mapping[Tuple[str, ...], Tuple[str, str]]] = {}
_CODE_HEADERS: Final[Tuple[Tuple[str, str, str], ...]] = ()
# end left out


def code_of_response(body: object, headers: Mapping[str, str], status: Optional[int] = None) -> Optional[str]:
    """The code of a response, from its headers or else its body; None where there is none."""
    for name, after, until in _CODE_HEADERS:
        for key, value in headers.items():
            if key.lower() == name.lower() and value:
                return _code_in(value, after, until)
    return code_of(body, status)


def _code_in(value: str, after: str, until: str) -> str:
    """The code after the last and before the first of two characters; empty ones are not looked for."""
    head = value.split(until)[0] if until else value
    return head.split(after)[-1] if after else head
