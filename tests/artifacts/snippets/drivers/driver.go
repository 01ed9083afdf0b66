// Runs each scenario's snippet in Go, and says what came of it; pauses are noted and left out.
package main

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"time"
)

type scenario struct {
	Id, File, Policy, Method, Url string
	Decides                       bool
}

var waits []float64

// In the snippets, this stands in the place of time.Sleep.
func sleep(pause time.Duration) {
	waits = append(waits, pause.Seconds())
}

func main() {
	var told struct {
		Scenarios []scenario
		State     string
	}
	raw, _ := os.ReadFile("scenarios.json")
	if err := json.Unmarshal(raw, &told); err != nil {
		panic(err)
	}
	out := json.NewEncoder(os.Stdout)
	for _, it := range told.Scenarios {
		waits = []float64{}
		out.Encode(map[string]any{"id": it.Id, "outcome": run(it, told.State), "waits": waits})
	}
}

func run(it scenario, state string) string {
	request, err := http.NewRequest(it.Method, it.Url, nil)
	if err != nil {
		return "broken: " + err.Error()
	}
	// Go's snippets leave the key to the caller; those that do not ask for it do not retry a POST with it either
	for _, name := range []string{"Idempotency-Key", "X-Booking-Key"} {
		request.Header.Set(name, it.Id)
	}
	var response *http.Response
	if it.Policy == "refetch" {
		read, _ := http.NewRequest("GET", state, nil)
		response, err = refetchers[it.File](request, read, func(*http.Response) *http.Request {
			if it.Decides {
				return request
			}
			return nil
		})
	} else {
		response, err = senders[it.File](request)
	}
	if response == nil {
		return "broken: " + err.Error()
	}
	// what was read to recognise the error is still there for the caller
	io.Copy(io.Discard, response.Body)
	response.Body.Close()
	switch {
	case err != nil:
		return "stopped: " + err.Error()
	case response.StatusCode < 400:
		return "success"
	default:
		return "failure"
	}
}
