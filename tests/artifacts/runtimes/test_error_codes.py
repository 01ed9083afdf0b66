import unittest

import error_codes as codes

NOW = 1769860800  # 2026-01-31T12:00:00Z
BASE = "https://errors.example.com/parcels/errors/"


class Policies(unittest.TestCase):
    def test_a_known_code_has_its_own_policy(self) -> None:
        known = ["TOO_HEAVY", "PARCEL_MOVED", "TOO_MANY", "DEPOT_BUSY"]
        self.assertEqual([codes.retry_policy(code, 500) for code in known], ["never", "refetch", "retry-after", "backoff"])

    def test_the_status_decides_about_an_unknown_code_and_about_none(self) -> None:
        transient = {408, 425, 429, *range(500, 600)}
        for status in range(1000):
            for code in ("NEW", "", None):
                self.assertEqual(codes.is_retryable(code, status), status in transient, (code, status))
        self.assertEqual(codes.retry_policy("NEW"), "never")
        self.assertEqual([codes.is_known(code) for code in ("TOO_MANY", "too_many", None)], [True, False, False])


    def test_a_write_is_retried_if_it_was_not_carried_out_or_with_a_key(self) -> None:
        writes = [
            (codes.effect_of(code, 500), codes.is_write_retryable(code, 500), codes.is_write_retryable(code, 500, True))
            for code in ("TOO_HEAVY", "TOO_MANY", "DEPOT_BUSY")
        ]
        self.assertEqual(writes, [("none", False, False), ("none", True, True), ("unknown", False, True)])
        for status in range(1000):
            rejected = 400 <= status < 500 and status != 499
            self.assertEqual(codes.effect_of("NEW", status), "none" if rejected else "unknown", status)
            self.assertEqual(codes.is_write_retryable(None, status), status in (408, 425, 429), status)


class Responses(unittest.TestCase):
    def test_the_code_is_in_the_body_or_known_by_message_and_status(self) -> None:
        locked = {"message": "The door is locked."}
        self.assertEqual(codes.code_of({"code": "NEW"}), "NEW")
        self.assertEqual(codes.code_of({"code": 50035}), "50035")
        for body in (None, "TOO_MANY", [], {"code": None}, {"code": True}):
            self.assertIsNone(codes.code_of(body))
        self.assertEqual([codes.code_of(locked, it) for it in (None, 403, 404)], ["door-locked", "door-locked", None])

    def test_a_delay_is_in_the_header_or_else_in_the_body(self) -> None:
        body = {"code": "TOO_MANY", "wait": 1.5}
        self.assertEqual(codes.retry_delay({"retry-after": "7"}, body, NOW), 7)
        self.assertEqual(codes.retry_delay({"Retry-After": "Sat, 31 Jan 2026 12:00:30 GMT"}, body, NOW), 30)
        self.assertEqual(codes.retry_delay({"Retry-After": "soon"}, body, NOW), 1.5)
        self.assertIsNone(codes.retry_delay({}, {"wait": -1}, NOW))

    def test_an_address_holds_any_code(self) -> None:
        self.assertEqual(codes.docs_url("a/b é", {"id": "x y"}), BASE + "a~2Fb~20~C3~A9/#id=x+y")
        self.assertEqual([codes.docs_url(it) for it in ("..", "LPT1")], [BASE + "~2E~2E/", BASE + "~4CPT1/"])
