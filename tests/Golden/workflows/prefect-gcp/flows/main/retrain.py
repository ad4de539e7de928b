import json
import pathlib
from typing import Literal

from prefect import flow, get_run_logger, runtime, task, unmapped
from prefect.cache_policies import NO_CACHE
from prefect.futures import wait
from prefect.states import Completed

import strata_jobs

WORKFLOW = "retrain"
STORE = "gs://sample-sample-lake-q7vozp"
STEP = pathlib.Path(__file__).with_name("strata_step.py").read_text(encoding="utf-8")
WHERE = {"namespace": "sample-prod", "account": "workload", "seconds": 43200}


def parts(word):
    return word if isinstance(word, list) else [word]


def step(name, command, environment, outputs, keep, fetch, when=None, timeout=None, waits=(), **how):
    """A task that runs the step as a Job, with what earlier steps gave out; its own outputs."""

    def run(earlier, item=None):
        parameter, run_id = runtime.flow_run.parameters.__getitem__, runtime.flow_run.id
        known = parameter, lambda step, name: earlier[step].get(name, ""), run_id, item if isinstance(item, str) else json.dumps(item)
        if when is not None and not when(known[1], parameter):
            return Completed(name="Skipped", message="Its condition does not hold.", data={})
        spec = {
            "workflow": WORKFLOW,
            "step": name,
            "run": [run_id],
            "store": STORE,
            "command": [parts(word) for word in command(*known)],
            "environment": [[variable, parts(word)] for variable, word in environment(*known).items()],
            "outputs": outputs,
            "keep": keep,
            "fetch": fetch,
            "timeout": timeout,
        }
        return strata_jobs.run(name, STEP, spec, get_run_logger().info, **WHERE, **how)

    return task(run, name=name, retries=len(waits), retry_delay_seconds=list(waits), cache_policy=NO_CACHE)


def _each(one, items, earlier, at_once):
    """The step for each item of a list that is known only now; so many at once."""
    items, futures = json.loads(items or "[]"), []
    for start in range(0, len(items), at_once):
        batch = one.map(unmapped(earlier), items[start:start + at_once])
        wait(batch)
        futures += batch
    return futures


pull_ = step(
    "pull",
    image="europe-west4-docker.pkg.dev/acme-ml/sample-sample-images/trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["python", "-m", "fraud.pull", ["--days=", parameter("days")], "--run", RUN],
    environment=lambda parameter, output, RUN, ITEM: {},
    secrets={},
    outputs=[],
    keep=["payments"],
    fetch=[],
    requests={"cpu": "1", "memory": "2Gi"},
    limits={"memory": "2Gi"},
    selector={},
    tolerations=[],
)

featurize_ = step(
    "featurize",
    image="europe-west4-docker.pkg.dev/acme-ml/sample-sample-images/trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["python", "-m", "fraud.featurize"],
    environment=lambda parameter, output, RUN, ITEM: {},
    secrets={},
    outputs=["rows"],
    keep=["features"],
    fetch=[["pull", "payments", ""]],
    requests={"cpu": "8", "memory": "32Gi"},
    limits={"memory": "32Gi"},
    selector={},
    tolerations=[],
)

train_a_ = step(
    "train-a",
    image="europe-west4-docker.pkg.dev/acme-ml/sample-sample-images/trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["python", "-m", "fraud.train", "--rows", output("featurize", "rows")],
    environment=lambda parameter, output, RUN, ITEM: {"MODEL": ["a"]},
    secrets={},
    outputs=[],
    keep=["model"],
    fetch=[["featurize", "features", ""]],
    requests={"cpu": "1", "memory": "2Gi"},
    limits={"memory": "2Gi", "nvidia.com/gpu": "1"},
    selector={"strata/pool": "sample-gpu"},
    tolerations=[{"key": "nvidia.com/gpu", "operator": "Equal", "value": "present", "effect": "NoSchedule"}],
    waits=[60, 120],
    timeout=14400,
)

train_b_ = step(
    "train-b",
    image="europe-west4-docker.pkg.dev/acme-ml/sample-sample-images/trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["sh", "-c", "echo \"it's {{ b }} {% $(HOME) 'now'\" && python -m fraud.train"],
    environment=lambda parameter, output, RUN, ITEM: {"MODEL": ["b"]},
    secrets={},
    outputs=[],
    keep=["model"],
    fetch=[["featurize", "features", ""]],
    requests={"cpu": "1", "memory": "2Gi"},
    limits={"memory": "2Gi"},
    selector={},
    tolerations=[],
    waits=[60, 120],
    timeout=14400,
)

compare_ = step(
    "compare",
    image="europe-west4-docker.pkg.dev/acme-ml/sample-sample-images/trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["python", "-m", "fraud.compare"],
    environment=lambda parameter, output, RUN, ITEM: {},
    secrets={},
    outputs=["winner", "score"],
    keep=[],
    fetch=[["train-a", "model", "train-a"], ["train-b", "model", "train-b"]],
    requests={"cpu": "1", "memory": "2Gi"},
    limits={"memory": "2Gi"},
    selector={},
    tolerations=[],
)

deploy_ = step(
    "deploy",
    image="europe-west4-docker.pkg.dev/acme-ml/sample-sample-images/trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["python", "-m", "fraud.deploy", output("compare", "winner")],
    environment=lambda parameter, output, RUN, ITEM: {},
    when=lambda output, parameter: parameter("mode") != "dry" and (float(output("compare", "score") or 'nan') >= 0.9 or output("compare", "winner") == "a"),
    secrets={"TOKEN": ["strata-key", "value"]},
    outputs=[],
    keep=[],
    fetch=[],
    requests={"cpu": "1", "memory": "2Gi"},
    limits={"memory": "2Gi"},
    selector={},
    tolerations=[],
)


def tell(flow, flow_run, state):
    strata_jobs.tell(f"{WORKFLOW} failed: run {flow_run.name}", "europe-west4-docker.pkg.dev/acme-ml/sample-sample-images/trainer:main", ["strata-key", "value"], print, **WHERE)


@flow(name=WORKFLOW, description="Trains two models on the last payments and deploys the better one.", timeout_seconds=43200, on_failure=[tell], on_crashed=[tell])
def retrain_flow(days: str = "30", mode: Literal["real", "dry"] = "real"):
    "Trains two models on the last payments and deploys the better one."
    pull = pull_.submit({})
    featurize = featurize_.submit({"pull": pull})
    train_a = train_a_.submit({"featurize": featurize})
    train_b = train_b_.submit({"featurize": featurize})
    compare = compare_.submit({"train-a": train_a, "train-b": train_b})
    deploy = deploy_.submit({"compare": compare})
    return [pull, featurize, train_a, train_b, compare, deploy]
