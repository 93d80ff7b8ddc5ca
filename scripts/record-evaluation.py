"""Records what MLflow and scikit-learn keep of an evaluation, for src/adapters/mlflow/evaluation.

    python scripts/record-evaluation.py    # needs mlflow, scikit-learn and matplotlib; no server
"""

import json
import os
import pathlib
import tempfile

os.environ.update(MLFLOW_DISABLE_TELEMETRY="true", DO_NOT_TRACK="true", MPLBACKEND="Agg")

import mlflow
import pandas as pd
from sklearn.calibration import calibration_curve
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, classification_report, confusion_matrix, precision_recall_curve, roc_auc_score, roc_curve
from sklearn.model_selection import GridSearchCV, train_test_split

OUT = pathlib.Path(__file__).parent.parent / "src/adapters/mlflow/evaluation/recorded/evaluation.json"


def data(classes):
    x, y = make_classification(240, 5, n_informative=4, n_redundant=0, n_classes=classes, random_state=1)
    return train_test_split(pd.DataFrame(x, columns=list("abcde")), y, random_state=1)


def evaluate(classes):
    x, x_test, y, y_test = data(classes)
    with mlflow.start_run() as run:
        info = mlflow.sklearn.log_model(LogisticRegression().fit(x, y), name="model")
        table = x_test.assign(label=y_test)
        config = {"log_explainer": False}
        mlflow.models.evaluate(info.model_uri, table, targets="label", model_type="classifier", evaluator_config=config)
    return run


def autolog(fit):
    x, _, y, _ = data(2)
    mlflow.sklearn.autolog(log_models=False)
    with mlflow.start_run() as run:
        fit(x, y)
    mlflow.sklearn.autolog(disable=True)
    return run


def by_hand():
    x, x_test, y, y_test = data(2)
    model = LogisticRegression().fit(x, y)
    scores, predicted = model.predict_proba(x_test)[:, 1], model.predict(x_test)
    names = ["legitimate", "fraud"]
    with mlflow.start_run() as run:
        mlflow.log_dict({"labels": names, "matrix": confusion_matrix(y_test, predicted).tolist()}, "confusion_matrix.json")
        fpr, tpr, thresholds = (part.tolist() for part in roc_curve(y_test, scores))
        mlflow.log_dict({"fpr": fpr, "tpr": tpr, "thresholds": thresholds}, "roc_curve.json")
        precision, recall, thresholds = (part.tolist() for part in precision_recall_curve(y_test, scores))
        mlflow.log_dict({"precision": precision, "recall": recall, "thresholds": thresholds}, "pr_curve.json")
        prob_true, prob_pred = (part.tolist() for part in calibration_curve(y_test, scores, n_bins=5))
        mlflow.log_dict({"prob_true": prob_true, "prob_pred": prob_pred}, "calibration.json")
        report = classification_report(y_test, predicted, target_names=names, output_dict=True)
        mlflow.log_dict(report, "classification_report.json")
        table = pd.DataFrame({"region": ["north", "south"], "n": [31, 29], "f1": [0.81, 0.77]})
        mlflow.log_table(table, "metrics_by_region.json")
        table.to_json("slices.json") or mlflow.log_artifact("slices.json")
        mlflow.log_metric("roc_auc", roc_auc_score(y_test, scores))
        mlflow.log_metric("average_precision", average_precision_score(y_test, scores))
        for fold, score in enumerate([0.81, 0.79, 0.84]):
            mlflow.log_metric(f"fold_{fold}_f1", score)
    return run


def kept(run):
    client = mlflow.MlflowClient()
    paths = sorted(file.path for file in client.list_artifacts(run.info.run_id) if not file.is_dir)
    read = lambda path: pathlib.Path(client.download_artifacts(run.info.run_id, path)).read_text()
    texts = {path: read(path) for path in paths if path.endswith((".json", ".csv"))}
    metrics = client.get_run(run.info.run_id).data.metrics
    return {"files": paths, "texts": texts, "metrics": dict(sorted(metrics.items()))}


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    mlflow.set_tracking_uri(f"sqlite:///{folder}/mlflow.db")
    mlflow.set_experiment(experiment_id=mlflow.create_experiment("record", artifact_location=f"{folder}/artifacts"))
    search = lambda x, y: GridSearchCV(LogisticRegression(), {"C": [0.1, 1]}, cv=3).fit(x, y)
    runs = {
        "evaluateTwo": evaluate(2),
        "evaluateThree": evaluate(3),
        "autolog": autolog(lambda x, y: LogisticRegression().fit(x, y)),
        "gridSearch": autolog(search),
        "byHand": by_hand(),
    }
    recorded = {"mlflow": mlflow.__version__, **{name: kept(run) for name, run in runs.items()}}
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(recorded, indent=1) + "\n")
    os.chdir("/")
