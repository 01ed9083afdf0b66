# begin left out
import re
from typing import Dict, Final, Mapping, Optional, Tuple

from parse_body import _typed

_TEXTS: Final[Tuple[Tuple[Tuple[str, ...], Mapping[str, str]], ...]] = ()
# end left out


def _text_body(text: str) -> Optional[Dict[str, object]]:
    """A plain text with the form of a body."""
    whole = re.sub(r"\r?\n\Z", "", text)
    for parts, types in _TEXTS:
        here = len(parts[0]) if whole.startswith(parts[0]) else -1
        values: Dict[str, object] = {}
        for index in range(1, len(parts), 2):
            after, is_last = parts[index + 1], index + 2 == len(parts)
            end = len(whole) - len(after) if is_last else whole.find(after, max(here, 0))
            if here < 0 or end < here or not whole.startswith(after, end):
                here = -1
                break
            values[parts[index]] = _typed(whole[here:end], types.get(parts[index]))
            here = end + len(after)
        if here == len(whole) and values:
            return values
    return None
