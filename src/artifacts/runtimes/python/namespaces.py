# begin left out
from typing import Final, Mapping, Optional, Tuple

from error_codes import _value_at, code_of, is_known

_CODE_PLACES: Final[Tuple[Tuple[Tuple[str, ...], str, str, Tuple[str, ...], Tuple[str, ...]], ...]] = ()
_CODE_HEADERS: Final[Tuple[Tuple[str, str, str, Tuple[str, ...], Tuple[str, ...]], ...]] = ()
# end left out


def code_of_response(body: object, headers: Mapping[str, str], status: Optional[int] = None) -> Optional[str]:
    """The code of a response, from its headers or else its body; None where there is none."""
    for name, after, until, namespace_at, namespaces in _CODE_HEADERS:
        for key, value in headers.items():
            if key.lower() == name.lower() and value:
                said = _value_at(body, namespace_at) if namespace_at else None
                named = _in_namespace(_code_in(value, after, until), said, namespaces)
                if named is not None:
                    return named
    return code_of(body, status)


def _code_in_namespace(body: object) -> Optional[str]:
    """The code in a body, with its namespace and a dot before it."""
    for path, after, until, namespace_at, namespaces in _CODE_PLACES:
        name, found = _member_at(body, path)
        if isinstance(found, int) and not isinstance(found, bool):
            found = str(found)
        if not isinstance(found, str):
            continue
        said = name if name is not None else _value_at(body, namespace_at) if namespace_at else None
        named = _in_namespace(_code_in(found, after, until), said, namespaces)
        if named is not None:
            return named
    return None


def _in_namespace(code: str, namespace: object, namespaces: Tuple[str, ...]) -> Optional[str]:
    """A code with its namespace; of several that it may be in, the first that lists it."""
    if not namespaces:
        return namespace + "." + code if isinstance(namespace, str) else None
    names = [it + "." + code if it else code for it in namespaces]
    for name in names:
        if is_known(name):
            return name
    return names[0] if len(names) == 1 else code


def _member_at(body: object, path: Tuple[str, ...]) -> Tuple[Optional[str], object]:
    """The value at a path, in which {namespace} is any name, with that name."""
    if "{namespace}" not in path:
        return None, _value_at(body, path)
    at = path.index("{namespace}")
    around = _value_at(body, path[:at])
    if not isinstance(around, dict) or not around:
        return None, None
    name = next(iter(around))
    return name, _value_at(around, (name,) + path[at + 1 :])


def _code_in(value: str, after: str, until: str) -> str:
    """The code after the last and before the first of two characters; empty ones are not looked for."""
    head = value.split(until)[0] if until else value
    return head.split(after)[-1] if after else head
