"""A BentoML service, for scripts/record.mjs: bentoml serve bentoml_service:IrisService --host 127.0.0.1."""

import bentoml


@bentoml.service(name="iris_svc", workers=1)
class IrisService:
    @bentoml.api
    def classify(self, sepal_length: float) -> int:
        if sepal_length < 0:
            raise ValueError("the model threw")
        return 0
