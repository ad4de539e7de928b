import json
import pathlib
from typing import Literal

from prefect import flow, get_run_logger, runtime, task, unmapped
from prefect.cache_policies import NO_CACHE
from prefect.futures import wait
from prefect.states import Completed

import strata_jobs

WORKFLOW = "folds"
STORE = "s3://sample-sample-lake-q7vozp"
STEP = pathlib.Path(__file__).with_name("strata_step.py").read_text(encoding="utf-8")
WHERE = {"namespace": "sample-prod", "account": "workload", "seconds": 86400}


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


split_ = step(
    "split",
    image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["python", "-m", "vision.split"],
    environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"]},
    secrets={},
    outputs=["folds"],
    keep=[],
    fetch=[],
    requests={"cpu": "1", "memory": "2Gi"},
    limits={"memory": "2Gi"},
    selector={},
    tolerations=[],
)

fold_ = step(
    "fold",
    image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["python", "-m", "vision.train", "--fold", ITEM],
    environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"]},
    secrets={},
    outputs=[],
    keep=["weights"],
    fetch=[],
    requests={"cpu": "1", "memory": "2Gi"},
    limits={"memory": "2Gi"},
    selector={},
    tolerations=[],
)

merge_ = step(
    "merge",
    image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["python", "-m", "vision.merge"],
    environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"]},
    secrets={},
    outputs=[],
    keep=[],
    fetch=[["fold", "weights", ""]],
    requests={"cpu": "1", "memory": "2Gi"},
    limits={"memory": "2Gi"},
    selector={},
    tolerations=[],
)


def tell(flow, flow_run, state):
    strata_jobs.tell(f"{WORKFLOW} failed: run {flow_run.name}", "123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main", ["strata-key", "value"], print, **WHERE)


@flow(name=WORKFLOW, description="", timeout_seconds=86400, on_failure=[tell], on_crashed=[tell])
def folds_flow():
    split = split_.submit({})
    fold = _each(fold_, split.result().get("folds"), {"split": split}, 3)
    merge = merge_.submit({"fold": fold})
    return [split, *fold, merge]
