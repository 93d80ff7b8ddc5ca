"""The metrics that Modeldeck's `modeldeck` preset reads. Copy this file beside your own server."""

import math
import time
from collections import deque
from contextlib import contextmanager

from prometheus_client import Counter, Gauge, Histogram, disable_created_metrics
from sklearn.metrics import accuracy_score, precision_recall_fscore_support

disable_created_metrics()

BY_VERSION = ["model", "version"]
REQUESTS = Counter("model_requests_total", "Answered requests", [*BY_VERSION, "code"])
SECONDS = Histogram(
    "model_request_duration_seconds",
    "Time to answer; an error is what the server got wrong (5xx)",
    [*BY_VERSION, "outcome"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
)
IN_PROGRESS = Gauge("model_requests_in_progress", "Requests being answered", BY_VERSION)
PREDICTIONS = Counter("model_predictions_total", "Predictions by class", [*BY_VERSION, "class"])
INVALID = Counter("model_input_invalid_total", "Refused inputs by reason", [*BY_VERSION, "reason"])
QUALITY = Gauge("model_quality", "Quality on labelled traffic", [*BY_VERSION, "metric", "window"])
SAMPLES = Gauge("model_quality_samples", "Labelled predictions behind it", [*BY_VERSION, "window"])
DRIFT = Gauge("model_drift", "Distance of live inputs from training", [*BY_VERSION, "feature", "stat"])


class Failure(Exception):
    """What the caller is told, with its HTTP status."""

    def __init__(self, code: int, message: str):
        super().__init__(message)
        self.code = code


@contextmanager
def observed(model: str, version: str):
    """Counts and times what happens inside; an exception that is no Failure counts as 500."""
    code, started = 200, time.perf_counter()
    try:
        with IN_PROGRESS.labels(model, version).track_inprogress():
            yield
    except Failure as failure:
        code = failure.code
        raise
    except Exception:
        code = 500
        raise
    finally:
        outcome = "error" if code >= 500 else "success"
        SECONDS.labels(model, version, outcome).observe(time.perf_counter() - started)
        REQUESTS.labels(model, version, str(code)).inc()


class LabelledTraffic:
    """Quality over a sliding window, from the true labels that arrive after the predictions."""

    def __init__(self, model: str, version: str, seconds: int = 600):
        self.labels = (model, version)
        self.seconds = seconds
        self.window = f"{seconds // 60}m"
        self.rows: deque[tuple[float, object, object]] = deque()

    def add(self, predicted: list, actual: list) -> None:
        now = time.time()
        self.rows.extend((now, p, a) for p, a in zip(predicted, actual, strict=True))
        self.publish()

    def publish(self) -> None:
        """Call it before every scrape too: old rows leave the window without new ones coming."""
        while self.rows and self.rows[0][0] < time.time() - self.seconds:
            self.rows.popleft()
        SAMPLES.labels(*self.labels, self.window).set(len(self.rows))
        scores = dict.fromkeys(["accuracy", "precision", "recall", "f1"], math.nan)
        if self.rows:
            _, predicted, actual = zip(*self.rows, strict=True)
            kind = "binary" if set(predicted) | set(actual) <= {0, 1} else "macro"
            precision, recall, f1, _ = precision_recall_fscore_support(actual, predicted, average=kind, zero_division=0)
            scores = {"accuracy": accuracy_score(actual, predicted), "precision": precision, "recall": recall, "f1": f1}
        for metric, score in scores.items():
            QUALITY.labels(*self.labels, metric, self.window).set(score)


class InputDrift:
    """Population stability index of each numeric feature against quantiles of the training data."""

    def __init__(self, model: str, version: str, edges: dict[str, list[float]], keep: int = 2000):
        self.labels = (model, version)
        self.edges = edges
        self.recent = {feature: deque(maxlen=keep) for feature in edges}

    def add(self, rows: list[dict[str, float]]) -> None:
        for row in rows:
            for feature, recent in self.recent.items():
                recent.append(row[feature])

    def publish(self) -> None:
        for feature, recent in self.recent.items():
            if len(recent) >= 200:
                DRIFT.labels(*self.labels, feature, "psi").set(psi(self.edges[feature], recent))


def psi(edges: list[float], values) -> float:
    """`edges` cut the training data into parts of equal size; an empty part counts as half a value."""
    counts = [0.0] * (len(edges) + 1)
    for value in values:
        counts[sum(value > edge for edge in edges)] += 1
    expected = 1 / len(counts)
    shares = [max(count, 0.5) / len(values) for count in counts]
    return sum((share - expected) * math.log(share / expected) for share in shares)
