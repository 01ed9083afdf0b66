# Runs each scenario's snippet in Python, and says what came of it; pauses are noted and left out.
import json
import time
import traceback
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request

told = json.loads(Path("scenarios.json").read_text())
waits = []
time.sleep = waits.append

for scenario in told["scenarios"]:
    names = {}
    file = f"{scenario['file']}.py"
    waits.clear()
    try:
        exec(compile(Path(file).read_text(encoding="utf-8"), file, "exec"), names)
        waits.clear()
        request = Request(scenario["url"], method=scenario["method"])
        if scenario["policy"] == "refetch":
            decide = lambda state: request if scenario["decides"] else None
            names["send"](request, Request(told["state"]), decide)
        else:
            names["send"](request)
        outcome = "success"
    except HTTPError:
        outcome = "failure"
    except RuntimeError as error:
        outcome = f"stopped: {error}"
    except Exception:
        outcome = f"broken: {traceback.format_exc()}"
    print(json.dumps({"id": scenario["id"], "outcome": outcome, "waits": waits}), flush=True)
