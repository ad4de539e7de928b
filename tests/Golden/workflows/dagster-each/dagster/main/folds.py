import enum
import json
import os
import pathlib

import dagster as dg
from pydantic import Field

import strata_jobs
import retrain

WORKFLOW = "folds"
STORE = "s3://sample-sample-lake-q7vozp"
STEP = pathlib.Path(__file__).with_name("strata_step.py").read_text(encoding="utf-8")
WHERE = {"namespace": "sample-prod", "account": "workload", "seconds": 86400}

CHOICES = {
}


class Parameters(dg.ConfigurableResource):
    """What whoever starts a run may set."""



def parts(word):
    return word if isinstance(word, list) else [word]


def step(op, name, command, environment, outputs, keep, fetch, uses, when=None, timeout=None, retries=0, backoff=0, item=False, **how):
    """An op that runs the step as a Job, with what earlier steps gave out; its own outputs."""

    def run(context, **given):
        def parameter(name):
            value = getattr(context.resources.parameters, name)
            return value.value if isinstance(value, enum.Enum) else value

        def output(step, name):
            return given["after_" + uses[step]].get(name, "")

        one = given.get("item")
        known = parameter, output, context.run_id, one if isinstance(one, str) else json.dumps(one)
        if when is not None and not when(output, parameter):
            context.log.info("The step is left out: its condition does not hold.")
            return {}
        spec = {
            "workflow": WORKFLOW,
            "step": name,
            "run": [context.run_id],
            "store": STORE,
            "command": [parts(word) for word in command(*known)],
            "environment": [[variable, parts(word)] for variable, word in environment(*known).items()],
            "outputs": outputs,
            "keep": keep,
            "fetch": fetch,
            "timeout": timeout,
        }
        return strata_jobs.run(name, STEP, spec, context.log.info, **WHERE, **how)

    return dg.op(
        name=op,
        ins={**{"after_" + use: dg.In() for use in uses.values()}, **({"item": dg.In()} if item else {})},
        required_resource_keys={"parameters"},
        retry_policy=dg.RetryPolicy(max_retries=retries, delay=backoff, backoff=dg.Backoff.EXPONENTIAL) if retries else None,
        tags={"strata/step": name},
    )(run)


def items_of(op, output):
    @dg.op(name=op, ins={"after": dg.In()}, out=dg.DynamicOut())
    def items(after):
        for at, item in enumerate(json.loads(after.get(output) or "[]")):
            yield dg.DynamicOutput(item, mapping_key=str(at))

    return items


split_ = step(
    "split",
    "split",
    image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["python", "-m", "vision.split"],
    environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"]},
    secrets={},
    outputs=["folds"],
    keep=[],
    fetch=[],
    uses={},
    requests={"cpu": "1", "memory": "2Gi"},
    limits={"memory": "2Gi"},
    selector={},
    tolerations=[],
)

fold_items = items_of("fold__items", "folds")
fold_ = step(
    "fold",
    "fold",
    image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["python", "-m", "vision.train", "--fold", ITEM],
    environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"]},
    secrets={},
    outputs=[],
    keep=["weights"],
    fetch=[],
    uses={"split": "split"},
    requests={"cpu": "1", "memory": "2Gi"},
    limits={"memory": "2Gi"},
    selector={},
    tolerations=[],
    item=True,
)

merge_ = step(
    "merge",
    "merge",
    image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["python", "-m", "vision.merge"],
    environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"]},
    secrets={},
    outputs=[],
    keep=[],
    fetch=[["fold", "weights", ""]],
    uses={"fold": "fold"},
    requests={"cpu": "1", "memory": "2Gi"},
    limits={"memory": "2Gi"},
    selector={},
    tolerations=[],
)

EXECUTOR = dg.multiprocess_executor.configured({
    "max_concurrent": 5,
    "tag_concurrency_limits": [{"key": "strata/step", "value": "fold", "limit": 3}, ],
})


@dg.job(
    name="folds",
    description="",
    resource_defs={"parameters": Parameters.configure_at_launch()},
    executor_def=EXECUTOR,
    tags={"team": "sample", "dagster/max_runtime": "86400"},
)
def folds_job():
    split = split_()
    fold = fold_items(split).map(lambda item: fold_(item=item, after_split=split))
    merge = merge_(after_fold=fold.collect())

SCHEDULES, SENSORS = [], []


@dg.run_status_sensor(run_status=dg.DagsterRunStatus.SUCCESS, name="folds_after", monitored_jobs=[retrain.retrain_job], request_job=folds_job, default_status=dg.DefaultSensorStatus.RUNNING)
def after(context):
    return dg.RunRequest(run_key=None)


SENSORS.append(after)


@dg.run_failure_sensor(name="folds_tell", monitored_jobs=[folds_job], default_status=dg.DefaultSensorStatus.RUNNING)
def tell(context):
    strata_jobs.tell(f"{WORKFLOW} failed: run {context.dagster_run.run_id}", "123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main", ["strata-key", "value"], print, strata_jobs.start, **WHERE)


SENSORS.append(tell)

defs = dg.Definitions(jobs=[folds_job], schedules=SCHEDULES, sensors=SENSORS)
