"""Asks the demo world and a real MLflow the same questions with MLflow's own client, and writes down both answers.

    client_parity.py WORLD REAL OUT

Everything that the world holds is first copied into the real server, which must be empty. OUT gets one JSON
object: question -> {"world": ..., "real": ...}. Ids and times that a server makes up itself are left out.
"""

import json
import math
import sys

from mlflow import MlflowClient
from mlflow.entities import Metric, Param, ViewType
from mlflow.exceptions import MlflowException

EVERYTHING = 1000
# Any address outside the server: it is not read, and the server does not ask a run about it.
SOURCE = "s3://models/none"

# Aliases of deleted versions, which older servers leave behind and this one cannot be given.
DANGLING = set()


class Side:
    """One server, and how its own names for things read on both."""

    def __init__(self, uri):
        self.client = MlflowClient(tracking_uri=uri, registry_uri=uri)
        self.run_names = {}
        self.run_ids = {}
        self.experiments = {e.name: e.experiment_id for e in self.client.search_experiments(view_type=ViewType.ALL)}

    def know(self, run_id, name):
        self.run_names[run_id] = name
        self.run_ids[name] = run_id


def copy(world, real):
    """Fills the real server with what the world holds."""
    source, target = world.client, real.client
    # Read without a filter: a name with both kinds of quotes cannot be written in one.
    every = pages(lambda token: source.search_model_versions(page_token=token))
    for model in pages(lambda token: source.search_registered_models(max_results=EVERYTHING, page_token=token)):
        detail = source.get_registered_model(model.name)
        target.create_registered_model(detail.name, tags=detail.tags, description=detail.description)
        versions = [version for version in every if version.name == model.name]
        last = 0
        for version in sorted(versions, key=lambda v: int(v.version)):
            for missing in range(last + 1, int(version.version)):
                target.create_model_version(model.name, SOURCE)
                target.delete_model_version(model.name, str(missing))
            last = int(version.version)
            run_id = copy_run(world, real, version.run_id) if version.run_id else None
            target.create_model_version(
                model.name,
                SOURCE,
                run_id=run_id,
                tags=version.tags,
                description=version.description,
            )
            if version.current_stage != "None":
                target.transition_model_version_stage(model.name, version.version, version.current_stage)
        for alias, number in detail.aliases.items():
            if number in {v.version for v in versions}:
                target.set_registered_model_alias(model.name, alias, number)
            else:
                DANGLING.add((model.name, alias))


def copy_run(world, real, run_id):
    if world.run_names.get(run_id):
        return real.run_ids[world.run_names[run_id]]
    source, target = world.client, real.client
    run = source.get_run(run_id)
    experiment = next(name for name, id in world.experiments.items() if id == run.info.experiment_id)
    if experiment not in real.experiments:
        real.experiments[experiment] = target.create_experiment(experiment)
    copied = target.create_run(
        real.experiments[experiment], start_time=run.info.start_time, tags=run.data.tags, run_name=run.info.run_name
    ).info.run_id
    metrics = [point for key in run.data.metrics for point in source.get_metric_history(run_id, key)]
    for start in range(0, len(metrics), 1000):
        points = [Metric(m.key, m.value, m.timestamp, m.step) for m in metrics[start : start + 1000]]
        target.log_batch(copied, metrics=points)
    target.log_batch(copied, params=[Param(key, value) for key, value in run.data.params.items()])
    target.set_terminated(copied, run.info.status, run.info.end_time)
    name = f"{experiment}/{run.info.run_name}/{run_id}"
    world.know(run_id, name)
    real.know(copied, name)
    return copied


def pages(read):
    """All items of a paged answer."""
    items, token = [], None
    while True:
        page = read(token)
        items += page
        token = page.token
        if not token:
            return items


def model_facts(side, model):
    return {
        "name": model.name,
        "description": model.description or "",
        "tags": model.tags,
        "aliases": {a: v for a, v in model.aliases.items() if (model.name, a) not in DANGLING},
        "latest": sorted([v.version, v.current_stage] for v in model.latest_versions or []),
    }


def version_facts(side, version):
    return {
        "name": version.name,
        "version": version.version,
        "description": version.description or "",
        "stage": version.current_stage,
        "status": version.status,
        "tags": version.tags,
        "aliases": sorted(version.aliases),
        "run": side.run_names.get(version.run_id) if version.run_id else None,
    }


def run_facts(side, run):
    return {
        "run": side.run_names[run.info.run_id],
        "name": run.info.run_name,
        "status": run.info.status,
        "stage": run.info.lifecycle_stage,
        "metrics": run.data.metrics,
        "params": run.data.params,
        "tags": run.data.tags,
    }


def paged(side, facts, read, limit=4):
    """The first pages with their tokens, as a reader of page after page sees them."""
    result, token = [], None
    for _ in range(limit):
        page = read(token)
        result.append({"items": [facts(side, item) for item in page], "token": page.token or None})
        token = page.token
        if not token:
            break
    return result


def questions(world):
    """Name -> what to ask a side. Built from the world, so that they hit something."""
    models = pages(lambda token: world.client.search_registered_models(max_results=EVERYTHING, page_token=token))
    names = sorted(m.name for m in models)
    ask = {}

    def models_page(filter_string=None, order=("name ASC",), size=5):
        return lambda s: paged(
            s,
            model_facts,
            lambda token: s.client.search_registered_models(
                filter_string=filter_string, max_results=size, order_by=list(order), page_token=token
            ),
        )

    def versions_page(filter_string, order=("name ASC", "version_number DESC"), size=4):
        return lambda s: paged(
            s,
            version_facts,
            lambda token: s.client.search_model_versions(
                filter_string=filter_string, max_results=size, order_by=list(order), page_token=token
            ),
        )

    ask["models, page by page"] = models_page()
    ask["models, names descending"] = models_page(order=("name DESC",), size=7)
    for text in (
        f"name = '{names[0]}'",
        f"name != '{names[0]}'",
        "name LIKE '%claim%'",
        "name LIKE '%CLAIM%'",
        "name ILIKE '%CLAIM%'",
        "name ILIKE '%-f%' AND name LIKE '%r%'",
        "name = 'no such model'",
        "name = \"" + names[1] + "\"",
    ):
        ask[f"models where {text}"] = models_page(text)
    tagged = sorted({(key, value) for m in models for key, value in m.tags.items() if "'" not in value and len(value) < 60})
    for key, value in tagged[:: max(1, len(tagged) // 6)]:
        ask[f"models where tag {key} = {value}"] = models_page(f"tags.`{key}` = '{value}'")
        ask[f"models where tag {key} LIKE"] = models_page(f"tags.`{key}` LIKE '%{value[:2]}%'")

    for name in names:
        ask[f"model {name}"] = lambda s, name=name: model_facts(s, s.client.get_registered_model(name))
        ask[f"versions of {name}"] = versions_page(f"name = '{name}'", size=6)
    two = f"'{names[0]}', '{names[-1]}'"
    for text in (
        f"name IN ({two})",
        f"name = '{names[0]}' AND version_number > 1",
        f"name = '{names[0]}' AND version_number <= 2",
        f"name LIKE '{names[0][:3]}%'",
        "tags.`modeldeck.lifecycle` = 'deprecated'",
        "tags.`modeldeck.changed` LIKE '%'",
        "name = 'no such model'",
    ):
        ask[f"versions where {text}"] = versions_page(text)

    for name in names:
        model = world.client.get_registered_model(name)
        for alias in model_facts(world, model)["aliases"]:
            ask[f"{name}@{alias}"] = lambda s, name=name, alias=alias: version_facts(
                s, s.client.get_model_version_by_alias(name, alias)
            )
        version = model.latest_versions[0].version
        ask[f"{name} version {version}"] = lambda s, name=name, version=version: version_facts(
            s, s.client.get_model_version(name, version)
        )

    runs = sorted(world.run_names.values())
    for run in runs[:: max(1, len(runs) // 12)]:
        metrics = sorted(world.client.get_run(world.run_ids[run]).data.metrics)
        ask[f"run {run}"] = lambda s, run=run: run_facts(s, s.client.get_run(s.run_ids[run]))
        ask[f"version of run {run}"] = lambda s, run=run: [
            version_facts(s, v) for v in s.client.search_model_versions(f"run_id = '{s.run_ids[run]}'")
        ]
        for metric in metrics[:3]:
            ask[f"history of {metric} of {run}"] = lambda s, run=run, metric=metric: [
                [m.value, m.timestamp, m.step] for m in s.client.get_metric_history(s.run_ids[run], metric)
            ]
    some = runs[:: max(1, len(runs) // 5)]
    ask["runs by their ids"] = lambda s: sorted(
        (
            run_facts(s, r)
            for r in s.client.search_runs(
                list(s.experiments.values()),
                "attributes.run_id IN (" + ", ".join(f"'{s.run_ids[run]}'" for run in some) + ")",
            )
        ),
        key=lambda r: r["run"],
    )
    experiment = next(e for e in sorted(world.experiments) if sum(r.startswith(e + "/") for r in runs) > 3)
    first = next(r for r in runs if r.startswith(experiment + "/"))
    metric = sorted(world.client.get_run(world.run_ids[first]).data.metrics)[0]
    for text in ("", f"metrics.`{metric}` > 0.5", "attributes.status = 'FINISHED'", "attributes.status != 'FINISHED'"):
        ask[f"runs of {experiment} where {text or 'anything'}"] = lambda s, text=text: paged(
            s,
            run_facts,
            lambda token: s.client.search_runs(
                [s.experiments[experiment]],
                text,
                max_results=2,
                order_by=["attributes.start_time DESC", f"metrics.`{metric}` ASC"],
                page_token=token,
            ),
        )
    ask["runs of no experiment"] = lambda s: [run_facts(s, r) for r in s.client.search_runs([], "")]

    name = names[0]
    missing = "no such model"
    refused = {
        "get an unknown model": lambda c: c.get_registered_model(missing),
        "get an unknown version": lambda c: c.get_model_version(name, "4711"),
        "get a version that is no number": lambda c: c.get_model_version(name, "x"),
        "get an unknown alias": lambda c: c.get_model_version_by_alias(name, "nobody"),
        "get an alias of an unknown model": lambda c: c.get_model_version_by_alias(missing, "champion"),
        "get an unknown run": lambda c: c.get_run("0" * 32),
        "history of an unknown run": lambda c: c.get_metric_history("0" * 32, "f1"),
        "set the reserved alias latest": lambda c: c.set_registered_model_alias(name, "latest", "1"),
        "set the reserved alias v1": lambda c: c.set_registered_model_alias(name, "v1", "1"),
        "set an alias with a space": lambda c: c.set_registered_model_alias(name, "a b", "1"),
        "set an alias on an unknown version": lambda c: c.set_registered_model_alias(name, "champion", "4711"),
        "set an alias on an unknown model": lambda c: c.set_registered_model_alias(missing, "champion", "1"),
        "tag an unknown model": lambda c: c.set_registered_model_tag(missing, "a", "b"),
        "tag an unknown version": lambda c: c.set_model_version_tag(name, "4711", "a", "b"),
        "tag with a bad key": lambda c: c.set_registered_model_tag(name, "a!b", "c"),
        "describe an unknown version": lambda c: c.update_model_version(name, "4711", "text"),
        "move to an unknown stage": lambda c: c.transition_model_version_stage(name, "1", "Nowhere"),
        "create a model that exists": lambda c: c.create_registered_model(name),
        "delete an unknown version": lambda c: c.delete_model_version(name, "4711"),
        "filter with OR": lambda c: c.search_registered_models("name = 'a' OR name = 'b'"),
        "filter by an unknown attribute": lambda c: c.search_registered_models("colour = 'red'"),
        "filter with a bad comparator": lambda c: c.search_registered_models("name > 'a'"),
        "filter without quotes": lambda c: c.search_registered_models("name = a"),
        "filter versions by stage": lambda c: c.search_model_versions("current_stage = 'Production'"),
        "filter version numbers by text": lambda c: c.search_model_versions("version_number = 'x'"),
        "too many models": lambda c: c.search_registered_models(max_results=1001),
        "too many versions": lambda c: c.search_model_versions(max_results=200_001),
        "models in an unknown order": lambda c: c.search_registered_models(order_by=["colour ASC"]),
        "a broken page token": lambda c: c.search_registered_models(page_token="nonsense"),
    }
    for what, act in refused.items():
        ask[f"refused: {what}"] = lambda s, act=act: act(s.client) and "an answer"

    def written(act, read):
        def run(s):
            act(s.client)
            return read(s)

        return run

    def that_model(s):
        return model_facts(s, s.client.get_registered_model(name))

    def that_version(s):
        return version_facts(s, s.client.get_model_version(name, "1"))

    writes = {
        "set an alias": (lambda c: c.set_registered_model_alias(name, "parity", "1"), that_model),
        "move an alias": (lambda c: c.set_registered_model_alias(name, "parity", "2"), that_model),
        "delete an alias": (lambda c: c.delete_registered_model_alias(name, "parity"), that_model),
        "delete an alias again": (lambda c: c.delete_registered_model_alias(name, "parity"), that_model),
        "tag a model": (lambda c: c.set_registered_model_tag(name, "parity.a/b", "ä 'x'"), that_model),
        "untag a model": (lambda c: c.delete_registered_model_tag(name, "parity.a/b"), that_model),
        "untag a model again": (lambda c: c.delete_registered_model_tag(name, "parity.a/b"), that_model),
        "tag a version": (lambda c: c.set_model_version_tag(name, "1", "parity", "1"), that_version),
        "overwrite a tag": (lambda c: c.set_model_version_tag(name, "1", "parity", ""), that_version),
        "untag a version": (lambda c: c.delete_model_version_tag(name, "1", "parity"), that_version),
        "describe a version": (lambda c: c.update_model_version(name, "1", "new text"), that_version),
        "describe a model": (lambda c: c.update_registered_model(name, "new text"), that_model),
        "move to Production": (lambda c: c.transition_model_version_stage(name, "2", "Production"), that_model),
        "replace Production": (
            lambda c: c.transition_model_version_stage(name, "1", "Production", archive_existing_versions=True),
            lambda s: [version_facts(s, s.client.get_model_version(name, v)) for v in "12"],
        ),
        "move out of every stage": (lambda c: c.transition_model_version_stage(name, "1", "none"), that_version),
        "create a model": (
            lambda c: c.create_registered_model("parity", tags={"a": "b"}, description="d"),
            lambda s: model_facts(s, s.client.get_registered_model("parity")),
        ),
        "create a version": (
            lambda c: c.create_model_version("parity", SOURCE, tags={"a": "b"}),
            lambda s: version_facts(s, s.client.get_model_version("parity", "1")),
        ),
        "delete a version": (
            lambda c: c.delete_model_version("parity", "1"),
            lambda s: [version_facts(s, v) for v in s.client.search_model_versions("name = 'parity'")],
        ),
        "number the next version": (
            lambda c: c.create_model_version("parity", SOURCE),
            lambda s: [version_facts(s, v) for v in s.client.search_model_versions("name = 'parity'")],
        ),
        "delete a model": (
            lambda c: c.delete_registered_model("parity"),
            lambda s: model_facts(s, s.client.get_registered_model("parity")),
        ),
    }
    for what, (act, read) in writes.items():
        ask[f"write: {what}"] = written(act, read)
    return ask


def plain(value):
    """JSON has no NaN and no infinity."""
    if isinstance(value, float) and not math.isfinite(value):
        return repr(value)
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def outcome(side, ask):
    try:
        return plain(ask(side))
    except MlflowException as error:
        return {"refused": error.error_code, "message": error.message}


def main():
    world, real = Side(sys.argv[1]), Side(sys.argv[2])
    copy(world, real)
    result = {}
    for name, ask in questions(world).items():
        result[name] = {"world": outcome(world, ask), "real": outcome(real, ask)}
    # Not to stdout: the client itself talks there.
    with open(sys.argv[3], "w", encoding="utf-8") as out:
        json.dump(result, out, allow_nan=False)


main()
