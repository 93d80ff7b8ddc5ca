"""The smallest FastAPI app with the instrumentator, for scripts/record.mjs: python fastapi_app.py PORT."""

import sys

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from prometheus_fastapi_instrumentator import Instrumentator

app = FastAPI()
Instrumentator().instrument(app).expose(app)


@app.post("/predict")
async def predict(request: Request):
    body = await request.json()
    if body.get("fail"):
        return JSONResponse({"detail": "the model threw"}, status_code=500)
    return {"prediction": 0}


@app.get("/models/{name}")
async def model(name: str):
    return {"name": name}


uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="warning")
