"""Serves versions of scikit-learn models from MLflow, instrumented for Modeldeck.

    python serve.py --port 8000 models:/breast-cancer@champion models:/breast-cancer/3

POST /invocations/<model>                      one of its served versions, by turns
POST /invocations/<model>/<version>            {"inputs": [{"feature": 1.0, …}, …]} → {"predictions": […], "version": "3"}, or {"error": "…", "version": "3"}
POST /feedback/<model>/<version>               {"predictions": […], "labels": […]}, when the truth is known
GET  /metrics, /health
"""

import argparse
import itertools
import json
import re
import signal
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote

import mlflow
import pandas as pd
from mlflow import MlflowClient
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from metrics import INVALID, PREDICTIONS, Failure, InputDrift, LabelledTraffic, observed

MAX_BODY = 1 << 20


class Served:
    """One version, loaded."""

    def __init__(self, client: MlflowClient, uri: str):
        match = re.fullmatch(r"models:/([^/@]+)(?:@(.+)|/(\d+))", uri)
        if not match:
            raise SystemExit(f"{uri} is neither models:/<name>@<alias> nor models:/<name>/<version>")
        self.name, alias, version = match.groups()
        self.version = version or client.get_model_version_by_alias(self.name, alias).version
        address = f"models:/{self.name}/{self.version}"
        self.model = mlflow.sklearn.load_model(address)
        signature = mlflow.models.get_model_info(address).signature
        self.features = signature.inputs.input_names()
        self.is_classifier = hasattr(self.model, "classes_")
        self.quality = LabelledTraffic(self.name, self.version) if self.is_classifier else None
        self.drift = InputDrift(self.name, self.version, self.training_quantiles(client))
        self.lock = threading.Lock()

    def training_quantiles(self, client: MlflowClient) -> dict[str, list[float]]:
        """From the run's artifact `training_quantiles.json`, if the training wrote one."""
        run_id = client.get_model_version(self.name, self.version).run_id
        if not any(file.path == "training_quantiles.json" for file in client.list_artifacts(run_id)):
            return {}
        return mlflow.artifacts.load_dict(f"runs:/{run_id}/training_quantiles.json")

    def predict(self, rows) -> list:
        if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
            self.refuse("not_rows", "inputs must be a list of objects")
        missing = [name for name in self.features if any(name not in row for row in rows)]
        if missing:
            self.refuse("missing_feature", f"missing: {', '.join(missing)}")
        predictions = self.model.predict(pd.DataFrame(rows, columns=self.features)).tolist()
        if self.is_classifier:
            for predicted in predictions:
                PREDICTIONS.labels(self.name, self.version, str(predicted)).inc()
        with self.lock:
            self.drift.add(rows)
        return predictions

    def refuse(self, reason: str, message: str):
        INVALID.labels(self.name, self.version, reason).inc()
        raise Failure(400, message)

    def feedback(self, predictions: list, labels: list) -> None:
        if self.quality is None or len(predictions) != len(labels):
            raise Failure(400, "a classifier's predictions and as many labels are needed")
        with self.lock:
            self.quality.add(predictions, labels)

    def publish(self) -> None:
        with self.lock:
            self.drift.publish()
            if self.quality is not None:
                self.quality.publish()


def handler(served: dict[str, dict[str, Served]]):
    turns = {name: itertools.cycle(versions.values()) for name, versions in served.items()}
    turn = threading.Lock()

    def pick(name: str, version: str | None) -> Served:
        if name not in served or (version is not None and version not in served[name]):
            raise Failure(404, f"{name} {version or ''} is not served here")
        with turn:
            return served[name][version] if version else next(turns[name])

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True
        # Of the call at hand: the version that it is for, and how long its model took.
        version: str | None = None
        seconds: float | None = None

        def do_GET(self):
            self.seconds = None
            if self.path == "/metrics":
                for versions in served.values():
                    for one in versions.values():
                        one.publish()
                self.answer(200, generate_latest(), CONTENT_TYPE_LATEST)
            elif self.path == "/health":
                self.answer(200, {"serving": {name: list(versions) for name, versions in served.items()}})
            else:
                self.answer(404, {"error": "not found"})

        def do_POST(self):
            self.version = self.seconds = None
            try:
                self.answer(200, self.act(*unquote(self.path).strip("/").split("/")))
            except Failure as failure:
                self.answer(failure.code, {"error": str(failure), "version": self.version})
            except Exception as error:  # the model's own fault
                self.answer(500, {"error": str(error), "version": self.version})

        def act(self, action: str = "", name: str = "", version: str | None = None):
            body = self.body()
            one = pick(name, version)
            self.version = one.version
            if action == "feedback":
                one.feedback(body.get("predictions", []), body.get("labels", []))
                return {}
            if action != "invocations":
                raise Failure(404, "not found")
            with observed(one.name, one.version):
                started = time.perf_counter()
                try:
                    return {"predictions": one.predict(body.get("inputs")), "version": one.version}
                finally:
                    self.seconds = time.perf_counter() - started

        def body(self) -> dict:
            length = int(self.headers.get("Content-Length") or 0)
            if length > MAX_BODY:
                self.close_connection = True
                raise Failure(413, "too large")
            try:
                body = json.loads(self.rfile.read(length))
            except ValueError:
                raise Failure(400, "the body is not JSON") from None
            if not isinstance(body, dict):
                raise Failure(400, "the body must be an object")
            return body

        def answer(self, code: int, body, content_type: str = "application/json"):
            data = body if isinstance(body, bytes) else json.dumps(body).encode()
            self.send_response(code)
            self.send_header("Content-Type", content_type)
            self.send_header("Content-Length", str(len(data)))
            # https://www.w3.org/TR/server-timing/
            if self.seconds is not None:
                self.send_header("Server-Timing", f"model;dur={self.seconds * 1000:.3f}")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_):
            pass

    return Handler


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("models", nargs="+", metavar="models:/<name>@<alias>|models:/<name>/<version>")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--host", default="127.0.0.1")
    options = parser.parse_args()
    client = MlflowClient()
    served: dict[str, dict[str, Served]] = {}
    for uri in options.models:
        one = Served(client, uri)
        served.setdefault(one.name, {})[one.version] = one
    server = ThreadingHTTPServer((options.host, options.port), handler(served))
    signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=server.shutdown).start())
    print(f"serving on http://{options.host}:{server.server_port}", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
