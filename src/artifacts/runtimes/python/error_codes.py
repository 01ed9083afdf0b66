# begin sample: head
"""Error codes of Parcels API, generated from its error registry."""


# Generated file: change the registry, and generate it again.
# end sample

from __future__ import annotations

import re
import time
from datetime import timezone
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Dict, Final, List, Literal, Mapping, NamedTuple, Optional, Tuple, TypedDict
from urllib.parse import urlencode

if TYPE_CHECKING:
    from typing_extensions import TypeGuard

# never: the same request fails again. refetch: read the state, then send a new request.
# retry-after: wait for the delay in the response. backoff: retry with exponential backoff and jitter.
RetryPolicy = Literal["never", "refetch", "retry-after", "backoff"]

Fault = Literal["caller", "service", "upstream"]

# Whether the request that failed was carried out: it was not, nobody can say, or it was.
Effect = Literal["none", "unknown", "done"]


class ErrorInfo(NamedTuple):
    """What the registry says of a code."""

    # The HTTP statuses that it comes with, the usual one first; none if it has no HTTP status.
    statuses: Tuple[int, ...]
    retry: RetryPolicy
    # None where the docs don't state it yet.
    fault: Optional[Fault]
    # A suggestion: seconds to wait before the first retry if the response has no delay.
    delay: Optional[float]
    # A suggestion: how many times to send the request in all.
    attempts: Optional[int]
    # The code that replaces it.
    replaced_by: Optional[str]
    # None where the code is not an HTTP response.
    effect: Optional[Effect]


# begin sample: codes
# The codes that the registry lists; an API may send others at any time.
KnownCode = Literal[
    # 422. The weight is above what the service carries.
    "TOO_HEAVY",
    # 409. Since you read it, the parcel went to another depot.
    "PARCEL_MOVED",
    # 429. More bookings arrived in a minute than your plan allows.
    "TOO_MANY",
    # 503. The depot could not respond in time.
    "DEPOT_BUSY",
    # 403. Nobody has unlocked the door yet.
    "door-locked",
]


# What the registry says of each code.
ERRORS: Final[Mapping[str, ErrorInfo]] = {
    "TOO_HEAVY": ErrorInfo((422,), "never", "caller", None, None, None, "none"),
    "PARCEL_MOVED": ErrorInfo((409,), "refetch", "caller", None, None, None, "none"),
    "TOO_MANY": ErrorInfo((429,), "retry-after", "caller", 2.5, 4, None, "none"),
    "DEPOT_BUSY": ErrorInfo((503,), "backoff", "service", None, 3, None, "unknown"),
    "door-locked": ErrorInfo((403,), "never", "caller", None, None, None, "none"),
}


_CODES: Final[Tuple[Tuple[str, ...], ...]] = (("code",),)
_DELAYS: Final[Tuple[Tuple[str, ...], ...]] = (("wait",),)
_MESSAGES: Final[Tuple[Tuple[str, ...], ...]] = (("message",),)
_BY_MESSAGE: Final[Mapping[str, Tuple[str, ...]]] = {
    "The door is locked.": ("door-locked",),
}
# The request header whose key makes a second request harmless, for these operations: POST /bookings, POST /parcels/{id}/labels.
IDEMPOTENCY_HEADER: Final[Optional[str]] = "Idempotency-Key"
_DOCS: Final = "https://errors.example.com/parcels/errors/"


def _unknown(code: Optional[str], status: Optional[int]) -> RetryPolicy:
    passes = status is not None and (status in (408, 425, 429) or 500 <= status <= 599)
    return "backoff" if passes else "never"
# end sample


def is_known(code: Optional[str]) -> TypeGuard[KnownCode]:
    """Whether the registry lists a code."""
    return code in ERRORS


def retry_policy(code: Optional[str], status: Optional[int] = None) -> RetryPolicy:
    """What a caller may do after an error, also after one that the registry does not list.

    An unknown code follows the API's own rule where it has one, and else, like a response without a code, its HTTP status.
    """
    info = None if code is None else ERRORS.get(code)
    return _unknown(code, status) if info is None else info.retry


def is_retryable(code: Optional[str], status: Optional[int] = None) -> bool:
    """Whether the same request may be sent again if its method is idempotent (RFC 9110, 9.2.2).

    These are GET, HEAD, OPTIONS, TRACE, PUT and DELETE.
    """
    return retry_policy(code, status) in ("retry-after", "backoff")


def is_write_retryable(code: Optional[str], status: Optional[int] = None, has_key: bool = False) -> bool:
    """The same for every other method, such as POST and PATCH.

    Only if the request was not carried out, or if that is unknown and the request carries a key that the API honors,
    under IDEMPOTENCY_HEADER.
    """
    effect = effect_of(code, status)
    is_safe = effect == "none" or (effect == "unknown" and has_key and IDEMPOTENCY_HEADER is not None)
    return is_safe and is_retryable(code, status)


def effect_of(code: Optional[str], status: Optional[int] = None) -> Effect:
    """Whether the request was carried out.

    The HTTP status decides about a code that the registry does not list: a 4xx is a rejection, and 499 and every other
    status do not say.
    """
    info = None if code is None else ERRORS.get(code)
    if info is not None and info.effect is not None:
        return info.effect
    return "none" if status is not None and 400 <= status <= 499 and status != 499 else "unknown"


def retry_delay(headers: Mapping[str, str], body: object = None, now: Optional[float] = None) -> Optional[float]:
    """The seconds that a response asks its caller to wait; None where it names no delay.

    Reads Retry-After (RFC 9110, section 10.2.3: seconds or a date), then the field of the body that names a delay.
    now is in seconds since 1970, and the clock's when left out.
    """
    moment = time.time() if now is None else now
    given: List[object] = [value for name, value in headers.items() if name.lower() == "retry-after"]
    given += [_value_at(body, pointer) for pointer in _DELAYS]
    delays = (_seconds(value, moment) for value in given)
    return next((delay for delay in delays if delay is not None), None)


def code_of(body: object, status: Optional[int] = None) -> Optional[str]:
    """The code in a body that was read from JSON; None where there is none.

    Where bodies carry no code, the entry whose default message and status the response has.
    """
    # begin sample: namespaces
    # end sample
    for pointer in _CODES:
        found = _value_at(body, pointer)
        if isinstance(found, str):
            # begin sample: part
            return found
            # end sample
        if isinstance(found, int) and not isinstance(found, bool):
            return str(found)
    for pointer in _MESSAGES:
        message = _value_at(body, pointer)
        codes = _BY_MESSAGE.get(message, ()) if isinstance(message, str) else ()
        fits = [code for code in codes if status is None or status in ERRORS[code].statuses]
        if len(fits) == 1:
            return fits[0]
    return None


def docs_url(code: str, values: Optional[Mapping[str, str]] = None) -> str:
    """The address of a code's page, also of an unknown one; values of the response go into its fragment."""
    url = _DOCS + _address(code) + "/"
    return url + "#" + urlencode(values) if values else url


def _value_at(body: object, pointer: Tuple[str, ...]) -> object:
    here = body
    for token in pointer:
        # begin sample: elements
        # end sample
        if not isinstance(here, dict):
            return None
        here = here.get(token)
    return here


_NUMBER: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")
_DATE: Final = re.compile(
    r"[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT"
    r"|[A-Z][a-z]{5,8}, [0-9]{2}-[A-Z][a-z]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT"
    r"|[A-Z][a-z]{2} [A-Z][a-z]{2} [ 0-9][0-9] [0-9]{2}:[0-9]{2}:[0-9]{2} [0-9]{4}"
)

# No delay is longer than ten years.
_MOST_SECONDS: Final = 315_360_000.0


def _seconds(given: object, now: float) -> Optional[float]:
    if isinstance(given, str):
        seconds = _seconds_in(given.strip(" \t"), now)
    elif isinstance(given, (int, float)) and not isinstance(given, bool):
        seconds = given
    else:
        return None
    return float(seconds) if seconds is not None and 0 <= seconds <= _MOST_SECONDS else None


def _seconds_in(given: str, now: float) -> Optional[float]:
    if _NUMBER.fullmatch(given):
        return float(given)
    if not _DATE.fullmatch(given):
        return None
    try:
        until = parsedate_to_datetime(given)
        return max(0.0, until.replace(tzinfo=timezone.utc).timestamp() - now)
    except (IndexError, OverflowError, TypeError, ValueError):
        return None


def _address(code: str) -> str:
    safe = re.sub(r"[^A-Za-z0-9_.-]|^\.|\.\Z", lambda sign: _encoded(sign.group()), code)
    device = re.match(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|\Z)", safe, re.ASCII | re.IGNORECASE)
    return _encoded(safe[0]) + safe[1:] if device else safe


def _encoded(sign: str) -> str:
    return "".join("~%02X" % byte for byte in sign.encode("utf-8", "surrogatepass"))


# begin sample: bodies
_CodedErrorBodyAlways = TypedDict(
    "_CodedErrorBodyAlways",
    {
        # Branch on it.
        "code": str,
        # For people.
        "message": str,
    },
)
_CodedErrorBodySometimes = TypedDict(
    "_CodedErrorBodySometimes",
    {
        # Seconds to wait.
        "wait": float,
    }, total=False,
)

# The body of an error response.
class CodedErrorBody(_CodedErrorBodyAlways, _CodedErrorBodySometimes):
    pass


# The body of an error response.
BareErrorBody = TypedDict(
    "BareErrorBody",
    {
        # The HTTP status.
        "status": int,
        # For people.
        "message": str,
    },
)


_TooHeavyBodyAlways = TypedDict(
    "_TooHeavyBodyAlways",
    {
        # Branch on it.
        "code": str,
        # For people.
        "message": str,
        # The most grams that the service carries.
        "limit": int,
    },
)
_TooHeavyBodySometimes = TypedDict(
    "_TooHeavyBodySometimes",
    {
        # Seconds to wait.
        "wait": float,
    }, total=False,
)

# The body of TOO_HEAVY.
class TooHeavyBody(_TooHeavyBodyAlways, _TooHeavyBodySometimes):
    pass
# end sample
