"""Calls a served classifier at a steady rate for a while, with the truth sent back and some calls that fail.

    python load.py http://127.0.0.1:8000 breast-cancer --seconds 60 --rate 20 --errors 0.05
"""

import argparse
import json
import random
import time
import urllib.error
import urllib.request

from sklearn import datasets

DATA = {
    "breast-cancer": datasets.load_breast_cancer,
    "wine": datasets.load_wine,
    "digits": datasets.load_digits,
}


def post(url: str, body: dict) -> dict | None:
    data = json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)
    except urllib.error.HTTPError:
        return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("server")
    parser.add_argument("model", choices=DATA)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--rate", type=float, default=20, help="calls a second")
    parser.add_argument("--errors", type=float, default=0.05, help="share of calls with a missing value, which a linear model cannot take")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    data = DATA[options.model](as_frame=True)
    rows = data.data.to_dict("records")
    labels = data.target.tolist()
    started = time.monotonic()
    answered = failed = 0
    while (elapsed := time.monotonic() - started) < options.seconds:
        at = chance.randrange(len(rows))
        row = dict(rows[at])
        if chance.random() < options.errors:
            row[next(iter(row))] = float("nan")
        answer = post(f"{options.server}/invocations/{options.model}", {"inputs": [row]})
        if answer is None:
            failed += 1
        else:
            answered += 1
            truth = {"predictions": answer["predictions"], "labels": [labels[at]]}
            post(f"{options.server}/feedback/{options.model}/{answer['version']}", truth)
        time.sleep(max(0.0, (answered + failed) / options.rate - elapsed))
    print(f"{answered} answered, {failed} failed")


if __name__ == "__main__":
    main()
