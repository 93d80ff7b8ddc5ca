"""The smallest Flask app with the exporter, for scripts/record.mjs: python flask_app.py PORT."""

import sys

from flask import Flask, jsonify, request
from prometheus_flask_exporter import PrometheusMetrics

app = Flask(__name__)
PrometheusMetrics(app)


@app.post("/predict")
def predict():
    if request.get_json().get("fail"):
        raise ValueError("the model threw")
    return jsonify(prediction=0)


app.run(host="127.0.0.1", port=int(sys.argv[1]))
