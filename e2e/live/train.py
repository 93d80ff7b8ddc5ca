"""Trains real scikit-learn models on its bundled data sets and registers their versions in MLflow.

    python train.py http://127.0.0.1:5000 [--small] --facts facts.json

Works with MLflow 2 and 3. Writes what it logged as JSON, so that tests can compare what they see:
{model: [{"version", "run_id", "metrics", "aliases"}, …]}.
"""

import argparse
import json
import os
import warnings
from pathlib import Path

import matplotlib
import mlflow
import numpy as np
import pandas as pd
from mlflow import MlflowClient
from mlflow.models import infer_signature
from sklearn import datasets
from sklearn.ensemble import GradientBoostingClassifier, GradientBoostingRegressor, RandomForestClassifier
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import (
    ConfusionMatrixDisplay,
    accuracy_score,
    confusion_matrix,
    log_loss,
    mean_absolute_error,
    precision_recall_fscore_support,
    r2_score,
    root_mean_squared_error,
)
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.tree import DecisionTreeClassifier

matplotlib.use("Agg")
warnings.filterwarnings("ignore")
MLFLOW_3 = int(mlflow.__version__.split(".")[0]) >= 3


def linear(**settings):
    return make_pipeline(StandardScaler(), LogisticRegression(max_iter=500, **settings))


# Each list is the history of one model; `prefix` shows some of the ways in which people name a test metric.
MODELS = {
    "breast-cancer": {
        "data": datasets.load_breast_cancer,
        "prefix": "",
        "owner": "oncology-ml",
        "about": "Tells malignant from benign tumours by 30 measures of cell nuclei.",
        "versions": [
            DecisionTreeClassifier(max_depth=1, random_state=1),
            linear(C=0.001),
            linear(C=1.0),
            GradientBoostingClassifier(n_estimators=40, max_depth=2, random_state=1),
        ],
        "aliases": {"champion": 2, "challenger": 3},
    },
    "wine": {
        "data": datasets.load_wine,
        "prefix": "val_",
        "owner": "quality-lab",
        "about": "Names the cultivar of a wine by its chemical analysis.",
        "versions": [DecisionTreeClassifier(max_depth=2, random_state=1), linear(C=0.1), RandomForestClassifier(n_estimators=30, random_state=1)],
        "aliases": {"champion": 3},
    },
    "digits": {
        "data": datasets.load_digits,
        "prefix": "test/",
        "owner": "mailroom",
        "about": "Reads handwritten digits of 8 by 8 pixels.",
        "versions": [DecisionTreeClassifier(max_depth=6, random_state=1), linear(C=0.01)],
        "aliases": {},
    },
    "diabetes-progression": {
        "data": datasets.load_diabetes,
        "prefix": "",
        "owner": "oncology-ml",
        "about": "Predicts the progression of diabetes one year after the baseline.",
        "versions": [Ridge(alpha=10), Ridge(alpha=0.1), GradientBoostingRegressor(n_estimators=50, max_depth=2, random_state=1)],
        "aliases": {"champion": 2, "challenger": 3},
    },
}


def score(model, x, y) -> dict[str, float]:
    predicted = model.predict(x)
    if not hasattr(model, "classes_"):
        return {"rmse": root_mean_squared_error(y, predicted), "mae": mean_absolute_error(y, predicted), "r2": r2_score(y, predicted)}
    average = "binary" if len(model.classes_) == 2 else "macro"
    precision, recall, f1, _ = precision_recall_fscore_support(y, predicted, average=average, zero_division=0)
    return {"accuracy": accuracy_score(y, predicted), "precision": precision, "recall": recall, "f1": f1}


def card(name: str, about: str, owner: str, metrics: dict[str, float], rows: int) -> str:
    table = "\n".join(f"| {key} | {value:.4f} |" for key, value in metrics.items())
    return f"""# {name}

{about}

## Intended use
Shows how a model card looks in the registry. Not for decisions about people.

## Training data
scikit-learn's bundled data set, {rows} rows, of which 30 % are held out.

## Evaluation
| Measure | Value |
|---|---|
{table}

## Limitations
Trained on one small data set; never calibrated.

## Owner
{owner}
"""


def log_model(model, example: pd.DataFrame, name: str):
    signature = infer_signature(example, model.predict(example))
    place = {"name": "model"} if MLFLOW_3 else {"artifact_path": "model"}
    return mlflow.sklearn.log_model(
        model,
        **place,
        signature=signature,
        input_example=example.head(2),
        registered_model_name=name,
        # Given, because finding them out starts a process for each model.
        pip_requirements=["scikit-learn"],
        # MLflow 3 writes trees in no other format without a list of trusted types.
        serialization_format="cloudpickle",
    )


def train(client: MlflowClient, name: str, plan: dict, number: int, model) -> dict:
    data = plan["data"](as_frame=True)
    x_train, x_test, y_train, y_test = train_test_split(data.data, data.target, test_size=0.3, random_state=7)
    with mlflow.start_run(run_name=f"{name}-{number}") as run:
        run_id = run.info.run_id
        model.fit(x_train, y_train)
        last = model.steps[-1][1] if hasattr(model, "steps") else model
        mlflow.log_params({"algorithm": type(last).__name__, **{key: value for key, value in last.get_params().items() if value is not None}})
        mlflow.log_input(mlflow.data.from_pandas(x_train.head(50), name=f"{name}-training"), context="training")
        for step, stage in enumerate(model.staged_predict_proba(x_test) if hasattr(model, "staged_predict_proba") else []):
            mlflow.log_metric("validation_loss", log_loss(y_test, stage), step=step)
        scores = score(model, x_test, y_test)
        metrics = {f"{plan['prefix']}{key}": float(value) for key, value in scores.items()}
        logged = log_model(model, x_train.head(200), name)
        mlflow.log_metrics(metrics, **({"model_id": logged.model_id} if MLFLOW_3 else {}))
        mlflow.log_text(card(name, plan["about"], plan["owner"], scores, len(data.data)), "model_card.md")
        quantiles = np.quantile(x_train, np.linspace(0.1, 0.9, 9), axis=0).T
        mlflow.log_dict({column: cuts.tolist() for column, cuts in zip(x_train.columns, quantiles, strict=True)}, "training_quantiles.json")
        if hasattr(model, "classes_"):
            matrix = confusion_matrix(y_test, model.predict(x_test))
            mlflow.log_dict({"labels": model.classes_.tolist(), "matrix": matrix.tolist()}, "confusion_matrix.json")
            mlflow.log_figure(ConfusionMatrixDisplay(matrix, display_labels=model.classes_).plot().figure_, "confusion_matrix.png")
    version = next(v for v in client.search_model_versions(f"name = '{name}'") if v.run_id == run_id)
    client.update_model_version(name, version.version, f"{type(last).__name__}, run {number}.")
    client.set_model_version_tag(name, version.version, "framework", "scikit-learn")
    return {"version": str(version.version), "run_id": run_id, "metrics": metrics, "aliases": []}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("server")
    parser.add_argument("--small", action="store_true", help="only the first model, without its last version")
    parser.add_argument("--facts", type=Path, required=True, help="file for what was logged")
    options = parser.parse_args()
    os.environ["MLFLOW_DISABLE_TELEMETRY"] = "true"
    mlflow.set_tracking_uri(options.server)
    client = MlflowClient()
    facts = {}
    for name, plan in list(MODELS.items())[: 1 if options.small else None]:
        mlflow.set_experiment(name)
        models = plan["versions"][:3] if options.small else plan["versions"]
        versions = [train(client, name, plan, number, model) for number, model in enumerate(models, 1)]
        client.update_registered_model(name, plan["about"])
        client.set_registered_model_tag(name, "modeldeck.owner", plan["owner"])
        for alias, number in plan["aliases"].items():
            client.set_registered_model_alias(name, alias, str(number))
            versions[number - 1]["aliases"].append(alias)
        facts[name] = versions
    options.facts.write_text(json.dumps(facts, indent=2))


if __name__ == "__main__":
    main()
