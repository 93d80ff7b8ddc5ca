"""MLServer with one model, for scripts/record.mjs: python mlserver_app.py PORT (gRPC on the next, metrics on the one after)."""

import asyncio
import sys

from mlserver import MLModel, MLServer, ModelSettings, Settings
from mlserver.codecs import NumpyCodec, NumpyRequestCodec
from mlserver.settings import ModelParameters
from mlserver.types import InferenceRequest, InferenceResponse


class Iris(MLModel):
    async def predict(self, payload: InferenceRequest) -> InferenceResponse:
        values = NumpyRequestCodec.decode_request(payload)
        if values[0][0] < 0:
            raise ValueError("the model threw")
        output = NumpyCodec.encode_output("predict", values[:, :1])
        return InferenceResponse(model_name=self.name, model_version=self.version, outputs=[output])


async def main(port: int):
    server = MLServer(
        Settings(
            host="127.0.0.1",
            http_port=port,
            grpc_port=port + 1,
            metrics_port=port + 2,
            parallel_workers=0,
        )
    )
    model = ModelSettings(
        name="iris", implementation=Iris, parameters=ModelParameters(version="v1")
    )
    await server.start([model])


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
