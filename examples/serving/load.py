"""Calls a served classifier at a steady rate for a while, with the truth sent back and some calls that fail.

    python load.py http://127.0.0.1:8000 breast-cancer --seconds 60 --rate 20 --errors 0.05

With --log it writes down each call as it saw it, one JSON object a line: when it began (`at`, seconds since 1970),
how long it took until the answer was read (`seconds`), how much of that the server says the model took
(`server_seconds`, from Server-Timing), its `status` and the `version` that answered; null: not said.
"""

import argparse
import json
import logging
import logging.handlers
import random
import re
import time
from http.client import HTTPConnection
from urllib.parse import urlsplit

from sklearn import datasets

DATA = {
    "breast-cancer": datasets.load_breast_cancer,
    "wine": datasets.load_wine,
    "digits": datasets.load_digits,
}


# Rows of a call in a batch: most calls have one row, so that the median, p95 and p99 are far apart.
BATCHES = (200, 200, 200, 600)
# Two files of this many bytes hold the last quarter of an hour of 25 calls a second, however long it runs.
LOG_BYTES = 2_500_000


class Caller:
    """One connection that is kept open: what it costs to connect is not the model's."""

    def __init__(self, server: str):
        self.connection = HTTPConnection(urlsplit(server).netloc, timeout=10)

    def post(self, path: str, body: dict) -> tuple[dict, dict]:
        """The answer, and what is written down about the call."""
        data = json.dumps(body).encode()
        at, began = time.time(), time.perf_counter()
        self.connection.request("POST", path, data, {"Content-Type": "application/json"})
        response = self.connection.getresponse()
        text = response.read()
        seconds = time.perf_counter() - began
        answer = json.loads(text)
        served = re.search(r"\bdur=([\d.]+)", response.headers.get("Server-Timing", ""))
        return answer, {
            "at": round(at, 6),
            "seconds": round(seconds, 6),
            "server_seconds": round(float(served[1]) / 1000, 6) if served else None,
            "status": response.status,
            "version": answer.get("version"),
        }


def call_log(file: str | None) -> logging.Logger:
    """Lines go to `file`, and the older half of them to `file`.1; without a file nowhere."""
    log = logging.getLogger("calls")
    log.propagate = False
    log.addHandler(logging.handlers.RotatingFileHandler(file, maxBytes=LOG_BYTES, backupCount=1) if file else logging.NullHandler())
    log.setLevel(logging.INFO)
    return log


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("server")
    parser.add_argument("model", choices=DATA)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--rate", type=float, default=20, help="calls a second")
    parser.add_argument("--errors", type=float, default=0.05, help="share of calls with a missing value, which a linear model cannot take")
    parser.add_argument("--refused", type=float, default=0, help="share of calls without a feature, which the server refuses")
    parser.add_argument("--batches", type=float, default=0, help="share of calls with many rows")
    parser.add_argument("--log", help="file to write each call to")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    data = DATA[options.model](as_frame=True)
    rows = data.data.to_dict("records")
    labels = data.target.tolist()
    caller, log = Caller(options.server), call_log(options.log)

    started = time.monotonic()
    answered = failed = 0
    while (elapsed := time.monotonic() - started) < options.seconds:
        chosen = [chance.randrange(len(rows)) for _ in range(chance.choice(BATCHES) if chance.random() < options.batches else 1)]
        inputs = [dict(rows[at]) for at in chosen]
        first = next(iter(inputs[0]))
        fate = chance.random()
        if fate < options.errors:
            inputs[0][first] = float("nan")
        elif fate < options.errors + options.refused:
            del inputs[0][first]
        answer, call = caller.post(f"/invocations/{options.model}", {"inputs": inputs})
        log.info(json.dumps(call))
        if call["status"] != 200:
            failed += 1
        else:
            answered += 1
            # The truth about a batch comes later than this runs.
            if len(chosen) == 1:
                caller.post(f"/feedback/{options.model}/{answer['version']}", {"predictions": answer["predictions"], "labels": [labels[chosen[0]]]})
        time.sleep(max(0.0, (answered + failed) / options.rate - elapsed))
    print(f"{answered} answered, {failed} failed")


if __name__ == "__main__":
    main()
