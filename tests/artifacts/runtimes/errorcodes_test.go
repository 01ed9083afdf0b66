package parcels

import (
	"net/http"
	"net/url"
	"testing"
	"time"
)

const base = "https://errors.example.com/parcels/errors/"

func TestKnownCodesHaveTheirOwnPolicy(t *testing.T) {
	want := map[Code]RetryPolicy{"TOO_HEAVY": RetryNever, "PARCEL_MOVED": RetryRefetch, "TOO_MANY": RetryAfter, "DEPOT_BUSY": RetryBackoff}
	for code, policy := range want {
		if got := code.RetryPolicy(500); got != policy || !code.Known() {
			t.Errorf("%s: %s, not %s", code, got, policy)
		}
	}
	if info, known := CodeTooMany.Info(); !known || info.Delay != 2500*time.Millisecond || info.Attempts != 4 {
		t.Errorf("%+v", info)
	}
}

func TestTheStatusDecidesAboutUnknownCodesAndAboutNone(t *testing.T) {
	for status := 0; status < 1000; status++ {
		transient := status == 408 || status == 425 || status == 429 || status/100 == 5
		for _, code := range []Code{"NEW", ""} {
			if code.Retryable(status) != transient || code.Known() {
				t.Errorf("%q with status %d", code, status)
			}
		}
	}
}

func TestAWriteIsRetriedIfItWasNotCarriedOutOrWithAKey(t *testing.T) {
	for _, it := range []struct {
		code          Code
		effect        Effect
		without, with bool
	}{
		{"TOO_HEAVY", EffectNone, false, false},
		{"TOO_MANY", EffectNone, true, true},
		{"DEPOT_BUSY", EffectUnknown, false, true},
	} {
		if it.code.Effect(500) != it.effect || it.code.WriteRetryable(500, false) != it.without || it.code.WriteRetryable(500, true) != it.with {
			t.Errorf("%s: %s", it.code, it.code.Effect(500))
		}
	}
	for status := 0; status < 1000; status++ {
		rejected := status/100 == 4 && status != 499
		transient := status == 408 || status == 425 || status == 429
		if (Code("NEW").Effect(status) == EffectNone) != rejected || Code("NEW").WriteRetryable(status, false) != transient {
			t.Errorf("status %d", status)
		}
	}
}

func TestTheCodeIsInTheBodyOrKnownByMessageAndStatus(t *testing.T) {
	for _, it := range []struct {
		body   string
		status int
		code   Code
	}{
		{`{"code":"NEW"}`, 400, "NEW"},
		{`{"code":50035}`, 400, "50035"},
		{`{"code":null}`, 400, ""},
		{`["code"]`, 400, ""},
		{`{`, 400, ""},
		{`{"message":"The door is locked."}`, 0, "door-locked"},
		{`{"message":"The door is locked."}`, 403, "door-locked"},
		{`{"message":"The door is locked."}`, 404, ""},
	} {
		if code, found := CodeOf([]byte(it.body), it.status); code != it.code || found != (it.code != "") {
			t.Errorf("%s: %q", it.body, code)
		}
	}
}

func TestADelayIsInTheHeaderOrElseInTheBody(t *testing.T) {
	now := time.Date(2026, 1, 31, 12, 0, 0, 0, time.UTC)
	for _, it := range []struct {
		header, body string
		delay        time.Duration
		named        bool
	}{
		{"7", `{"wait":1.5}`, 7 * time.Second, true},
		{"Sat, 31 Jan 2026 12:00:30 GMT", ``, 30 * time.Second, true},
		{"soon", `{"wait":1.5}`, 1500 * time.Millisecond, true},
		{"-1", `{"wait":-1}`, 0, false},
	} {
		delay, named := RetryDelay(http.Header{"Retry-After": {it.header}}, []byte(it.body), now)
		if delay != it.delay || named != it.named {
			t.Errorf("%s %s: %s", it.header, it.body, delay)
		}
	}
}

func TestAnAddressHoldsAnyCode(t *testing.T) {
	want := map[Code]string{"..": base + "~2E~2E/#id=x+y", "LPT1": base + "~4CPT1/#id=x+y", "a/b é": base + "a~2Fb~20~C3~A9/#id=x+y"}
	for code, address := range want {
		if got := DocsURL(code, url.Values{"id": {"x y"}}); got != address {
			t.Errorf("%s: %s", code, got)
		}
	}
}
