// begin left out

package parcels

import "time"

// end left out

// begin sample: tables
// The codes that the registry lists; the API may send others at any time.
const (
	// CodeTooHeavy: 422. The weight is above what the service carries.
	CodeTooHeavy Code = "TOO_HEAVY"

	// CodeParcelMoved: 409. Since you read it, the parcel went to another depot.
	CodeParcelMoved Code = "PARCEL_MOVED"

	// CodeTooMany: 429. More bookings arrived in a minute than your plan allows.
	CodeTooMany Code = "TOO_MANY"

	// CodeDepotBusy: 503. The depot could not respond in time.
	CodeDepotBusy Code = "DEPOT_BUSY"

	// CodeDoorLocked: 403. Nobody has unlocked the door yet.
	CodeDoorLocked Code = "door-locked"
)

// Errors is what the registry says of each code, in its order.
var Errors = []ErrorInfo{
	{Code: CodeTooHeavy, Statuses: []int{422}, Retry: RetryNever, Fault: FaultCaller, Effect: EffectNone},
	{Code: CodeParcelMoved, Statuses: []int{409}, Retry: RetryRefetch, Fault: FaultCaller, Effect: EffectNone},
	{Code: CodeTooMany, Statuses: []int{429}, Retry: RetryAfter, Fault: FaultCaller, Effect: EffectNone, Delay: 2500 * time.Millisecond, Attempts: 4},
	{Code: CodeDepotBusy, Statuses: []int{503}, Retry: RetryBackoff, Fault: FaultService, Effect: EffectUnknown, Attempts: 3},
	{Code: CodeDoorLocked, Statuses: []int{403}, Retry: RetryNever, Fault: FaultCaller, Effect: EffectNone},
}

var codePointers = [][]string{
	{"code"},
}

var delayPointers = [][]string{
	{"wait"},
}

var messagePointers = [][]string{
	{"message"},
}

var byMessage = []struct {
	message string
	code    Code
}{
	{"The door is locked.", CodeDoorLocked},
}

// IdempotencyHeader is the request header whose key makes a second request harmless, for these operations: POST /bookings, POST /parcels/{id}/labels.
const IdempotencyHeader = "Idempotency-Key"

const docsBase = "https://errors.example.com/parcels/errors/"

func policyOfUnknown(code Code, status int) RetryPolicy {
	if status == 408 || status == 425 || status == 429 || status >= 500 && status <= 599 {
		return RetryBackoff
	}
	return RetryNever
}

// end sample
