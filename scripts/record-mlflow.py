"""Fills an empty MLflow 3 server and records what it answers, for the adapter's tests.

    pip install 'mlflow>=3' scikit-learn
    mlflow server --port 5055 --backend-store-uri sqlite:///mlflow.db --artifacts-destination ./artifacts
    python scripts/record-mlflow.py http://127.0.0.1:5055 src/adapters/mlflow/recorded

The server must be an empty one: the script creates models and does not tidy up.
"""

import json
import math
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import mlflow
from mlflow import MlflowClient
from mlflow.models import infer_signature
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score, precision_score, recall_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

BASE = sys.argv[1].rstrip("/")
OUT = Path(sys.argv[2])
API = "/api/2.0/mlflow"
HOSTILE = "na'me \"quoted\" 🧨 <img src=x onerror=alert(1)>"

# Recordings must not tell where and by whom they were made: MLflow logs both with every run.
os.environ["LOGNAME"] = "ada"
sys.argv[0] = "/srv/claims/train.py"
mlflow.set_tracking_uri(BASE)
client = MlflowClient()


def train(name: str, strength: float, card: str | None):
    """One real run with a logged model, registered as a version."""
    data = load_breast_cancer(as_frame=True)
    columns = list(data.data.columns[:4])
    x_train, x_test, y_train, y_test = train_test_split(
        data.data[columns], data.target, test_size=0.3, random_state=7
    )
    model = make_pipeline(StandardScaler(), LogisticRegression(C=strength))
    with mlflow.start_run(run_name=f"{name} C={strength}") as run:
        model.fit(x_train, y_train)
        predicted = model.predict(x_test)
        mlflow.log_param("C", strength)
        mlflow.log_metrics(
            {
                "test_accuracy": accuracy_score(y_test, predicted),
                "test_precision": precision_score(y_test, predicted),
                "test_recall": recall_score(y_test, predicted),
                "test_f1": f1_score(y_test, predicted),
            }
        )
        for step in range(4):
            mlflow.log_metric("val_loss", math.nan if step == 2 else 0.6 / (step + 1), step=step)
        mlflow.log_metric("unbounded", math.inf)
        mlflow.set_tag("mlflow.source.git.commit", "4f1c2aa9d3be5a1f0c7e6d8b9a0112233445566f")
        if card is not None:
            mlflow.log_text(card, "MODEL_CARD.md")
        mlflow.log_dict({"rows": [[1, 2], [3, 4]]}, "evaluation/confusion.json")
        mlflow.sklearn.log_model(
            model,
            name="model",
            signature=infer_signature(x_train, predicted, params={"threshold": 0.5}),
            registered_model_name=name,
            serialization_format="cloudpickle",
        )
        return run.info.run_id


def fill():
    """Three trained versions of one model, and every oddity that a registry may hold."""
    mlflow.set_experiment("claims")
    train("claim-fraud", 0.001, None)
    train("claim-fraud", 0.1, "# Claim fraud\n\nTrained on 398 claims.\n")
    latest_run = train("claim-fraud", 1.0, None)
    client.update_registered_model("claim-fraud", "Scores *claims*.")
    client.set_registered_model_tag("claim-fraud", "modeldeck.owner", "Ada Lovelace")
    client.set_registered_model_tag("claim-fraud", "modeldeck.task", "classification")
    client.set_registered_model_tag("claim-fraud", "modeldeck.kind", "real-time")
    client.set_registered_model_alias("claim-fraud", "champion", "2")
    client.set_registered_model_alias("claim-fraud", "challenger", "3")
    client.set_registered_model_alias("claim-fraud", "shadow", "3")
    client.set_model_version_tag("claim-fraud", "1", "modeldeck.lifecycle", "deprecated")
    client.set_model_version_tag("claim-fraud", "1", "modeldeck.sunset", "2031-01-31")

    client.create_registered_model("freight-price", description="By stage.")
    for _ in range(2):
        client.create_model_version("freight-price", f"runs:/{latest_run}/model", latest_run)
    client.transition_model_version_stage("freight-price", "1", "Production")
    client.transition_model_version_stage("freight-price", "2", "Staging")

    client.create_registered_model(HOSTILE, {"team": "<b>risk</b>"}, "<img src=x onerror=alert(1)>")
    client.create_model_version(HOSTILE, "s3://bucket/without-a-run")
    client.set_registered_model_alias(HOSTILE, "champion", "1")
    client.create_registered_model("no-versions")
    client.register_prompt("greeting", "Hello {{name}}")
    return latest_run


def ask(method: str, path: str, query=None, body=None):
    """status, content type and text of one call; never raises for an HTTP status."""
    url = BASE + path + ("?" + urllib.parse.urlencode(query, doseq=True) if query else "")
    request = urllib.request.Request(url, method=method)
    data = None
    if body is not None:
        request.add_header("Content-Type", "application/json")
        data = json.dumps(body).encode()
    try:
        with urllib.request.urlopen(request, data) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers.get_content_type(), answer.read().decode()


def record(name: str, method: str, path: str, query=None, body=None):
    status, kind, text = ask(method, path, query, body)
    assert status == 200, (name, status, text)
    value = json.loads(text) if kind == "application/json" else text
    (OUT / f"{name}.json").write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n")
    return value


def record_errors(calls):
    found = {}
    for name, call in calls.items():
        status, kind, text = ask(*call)
        found[name] = {"status": status, "contentType": kind, "body": text}
    (OUT / "errors.json").write_text(json.dumps(found, indent=1) + "\n")


run_id = fill()
OUT.mkdir(parents=True, exist_ok=True)

record("models", "GET", f"{API}/registered-models/search", {"max_results": 3, "order_by": "name ASC"})
record("modelsAll", "GET", f"{API}/registered-models/search", {"max_results": 100})
record("modelByName", "GET", f"{API}/registered-models/search", {"filter": "name='claim-fraud'"})
record("noModels", "GET", f"{API}/registered-models/search", {"filter": "name='nobody'"})
newest = {"max_results": 10, "order_by": "version_number DESC"}
versions = record("versions", "GET", f"{API}/model-versions/search", {"filter": "name='claim-fraud'", **newest})
record("versionsByStage", "GET", f"{API}/model-versions/search", {"filter": "name='freight-price'", **newest})
version = record("version", "GET", f"{API}/model-versions/get", {"name": "claim-fraud", "version": "3"})["model_version"]
record("hostileVersion", "GET", f"{API}/model-versions/get", {"name": HOSTILE, "version": "1"})
experiments = record("experiments", "GET", f"{API}/experiments/search", {"max_results": 1000})
ids = [e["experiment_id"] for e in experiments["experiments"]]
record("run", "GET", f"{API}/runs/get", {"run_id": run_id})
record("runs", "POST", f"{API}/runs/search", None, {
    "experiment_ids": ids,
    "filter": "attributes.run_id IN ('" + "','".join(v["run_id"] for v in versions["model_versions"]) + "')",
    "max_results": 100,
})
record("history", "GET", f"{API}/metrics/get-history", {"run_id": run_id, "metric_key": "val_loss", "max_results": 25000})
logged_id = version["source"].removeprefix("models:/")
record("loggedModel", "GET", f"{API}/logged-models/{logged_id}")
record("runArtifacts", "GET", f"{API}/artifacts/list", {"run_id": run_id})
record("loggedModelArtifacts", "GET", f"{API}/logged-models/{logged_id}/artifacts/directories")
record("mlmodel", "GET", "/model-versions/get-artifact", {"name": "claim-fraud", "version": "3", "path": "MLmodel"})
record("serverInfo", "GET", "/api/3.0/mlflow/server-info")
record("serverVersion", "GET", "/version")
record_errors({
    "unknownModel": ("GET", f"{API}/registered-models/get", {"name": "nobody"}),
    "unknownVersion": ("GET", f"{API}/model-versions/get", {"name": "claim-fraud", "version": "99"}),
    "unknownRun": ("GET", f"{API}/runs/get", {"run_id": "nobody"}),
    "badFilter": ("GET", f"{API}/registered-models/search", {"filter": "name = 'a' OR name = 'b'"}),
    "reservedAlias": ("POST", f"{API}/registered-models/alias", None, {"name": "claim-fraud", "alias": "latest", "version": "1"}),
    "aliasToUnknownVersion": ("POST", f"{API}/registered-models/alias", None, {"name": "claim-fraud", "alias": "x", "version": "99"}),
    "unknownArtifact": ("GET", "/get-artifact", {"run_uuid": run_id, "path": "nothing.md"}),
    "unknownEndpoint": ("GET", f"{API}/users/current"),
    "unknownPath": ("GET", "/api/2.0/nothing"),
})
