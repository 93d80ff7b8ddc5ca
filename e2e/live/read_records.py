"""Prints, as JSON, what MLflow's own client reads of a model: aliases, tags, and the tags of each version.

    read_records.py SERVER MODEL

The records of decisions among them are parsed; nothing else is changed.
"""

import json
import sys

from mlflow import MlflowClient

RECORD = "modeldeck.change."


def main():
    server, name = sys.argv[1:]
    client = MlflowClient(tracking_uri=server, registry_uri=server)
    model = client.get_registered_model(name)
    versions = {}
    for found in client.search_model_versions(f"name = '{name}'"):
        # Asked one by one as well: a search and a read must say the same.
        tags = client.get_model_version(name, found.version).tags
        assert tags == found.tags, f"search and read differ on version {found.version}"
        versions[str(found.version)] = tags
    records = [
        {"model": name, "version": version, **json.loads(text)}
        for version, tags in versions.items()
        for key, text in tags.items()
        if key.startswith(RECORD)
    ]
    aliases = {alias: str(version) for alias, version in model.aliases.items()}
    json.dump({"aliases": aliases, "tags": model.tags, "versions": versions, "records": records}, sys.stdout)


if __name__ == "__main__":
    main()
