// begin left out

package parcels

import "time"

// end left out

// Code is an error code as the API sends it; every string is one, because the API may add codes at any time.
type Code string

// RetryPolicy is what a caller may do with the same request after an error.
type RetryPolicy string

// RetryNever: the same request fails again until something changes.
const RetryNever RetryPolicy = "never"

// RetryRefetch: read the current state, then send a new request.
const RetryRefetch RetryPolicy = "refetch"

// RetryAfter: wait for the delay in the response, then retry.
const RetryAfter RetryPolicy = "retry-after"

// RetryBackoff: transient; retry with exponential backoff and jitter.
const RetryBackoff RetryPolicy = "backoff"

// Fault is whose fault an error is.
type Fault string

// FaultCaller is the fault of whoever sent the request.
const FaultCaller Fault = "caller"

// FaultService is the fault of the API itself.
const FaultService Fault = "service"

// FaultUpstream is the fault of something behind the API.
const FaultUpstream Fault = "upstream"

// Effect is whether the request that failed was carried out.
type Effect string

// EffectNone: it was not carried out.
const EffectNone Effect = "none"

// EffectUnknown: nobody can say.
const EffectUnknown Effect = "unknown"

// EffectDone: it was carried out.
const EffectDone Effect = "done"

// ErrorInfo is what the registry says of a code.
type ErrorInfo struct {
	Code Code

	// Statuses are the HTTP statuses that it comes with, the usual one first; none if it has no HTTP status.
	Statuses []int

	Retry RetryPolicy

	// Fault is empty where the docs don't state it yet.
	Fault Fault

	// Effect is empty where the code is not an HTTP response.
	Effect Effect

	// Delay is a suggestion: the wait before the first retry if the response has no delay; 0 if there is none.
	Delay time.Duration

	// Attempts is a suggestion: how many times to send the request in all; 0 if there is none.
	Attempts int

	// ReplacedBy is the code that replaces it.
	ReplacedBy Code
}
