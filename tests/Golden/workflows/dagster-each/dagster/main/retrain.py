import enum
import json
import os
import pathlib

import dagster as dg
from pydantic import Field

import strata_jobs

WORKFLOW = "retrain"
STORE = "s3://sample-sample-lake-q7vozp"
STEP = pathlib.Path(__file__).with_name("strata_step.py").read_text(encoding="utf-8")
WHERE = {"namespace": "sample-prod", "account": "workload", "seconds": 43200}

CHOICES = {
    "mode": enum.Enum("retrain_mode", {"real": "real", "dry": "dry"}),
}


class Parameters(dg.ConfigurableResource):
    """What whoever starts a run may set."""

    days: str = Field("30", description="How many days of payments to train on.")
    mode: CHOICES["mode"] = Field(CHOICES["mode"]["real"])


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


pull_ = step(
    "pull",
    "pull",
    image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["python", "-m", "fraud.pull", ["--days=", parameter("days")], "--run", RUN],
    environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"]},
    secrets={},
    outputs=[],
    keep=["payments"],
    fetch=[],
    uses={},
    requests={"cpu": "1", "memory": "2Gi"},
    limits={"memory": "2Gi"},
    selector={},
    tolerations=[],
)

featurize_ = step(
    "featurize",
    "featurize",
    image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["python", "-m", "fraud.featurize"],
    environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"]},
    secrets={},
    outputs=["rows"],
    keep=["features"],
    fetch=[["pull", "payments", ""]],
    uses={"pull": "pull"},
    requests={"cpu": "8", "memory": "32Gi"},
    limits={"memory": "32Gi"},
    selector={},
    tolerations=[],
)

train_a_ = step(
    "train_a",
    "train-a",
    image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["python", "-m", "fraud.train", "--rows", output("featurize", "rows")],
    environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"], "MODEL": ["a"]},
    secrets={},
    outputs=[],
    keep=["model"],
    fetch=[["featurize", "features", ""]],
    uses={"featurize": "featurize"},
    requests={"cpu": "1", "memory": "2Gi"},
    limits={"memory": "2Gi", "nvidia.com/gpu": "1"},
    selector={"strata/pool": "sample-gpu"},
    tolerations=[{"key": "nvidia.com/gpu", "operator": "Equal", "value": "true", "effect": "NoSchedule"}],
    retries=2,
    backoff=60,
    timeout=14400,
)

train_b_ = step(
    "train_b",
    "train-b",
    image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["sh", "-c", "echo \"it's {{ b }} {% $(HOME) 'now'\" && python -m fraud.train"],
    environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"], "MODEL": ["b"]},
    secrets={},
    outputs=[],
    keep=["model"],
    fetch=[["featurize", "features", ""]],
    uses={"featurize": "featurize"},
    requests={"cpu": "1", "memory": "2Gi"},
    limits={"memory": "2Gi"},
    selector={},
    tolerations=[],
    retries=2,
    backoff=60,
    timeout=14400,
)

compare_ = step(
    "compare",
    "compare",
    image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["python", "-m", "fraud.compare"],
    environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"]},
    secrets={},
    outputs=["winner", "score"],
    keep=[],
    fetch=[["train-a", "model", "train-a"], ["train-b", "model", "train-b"]],
    uses={"train-a": "train_a", "train-b": "train_b"},
    requests={"cpu": "1", "memory": "2Gi"},
    limits={"memory": "2Gi"},
    selector={},
    tolerations=[],
)

deploy_ = step(
    "deploy",
    "deploy",
    image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["python", "-m", "fraud.deploy", output("compare", "winner")],
    environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"]},
    when=lambda output, parameter: parameter("mode") != "dry" and (float(output("compare", "score") or 'nan') >= 0.9 or output("compare", "winner") == "a"),
    secrets={"TOKEN": ["strata-key", "value"]},
    outputs=[],
    keep=[],
    fetch=[],
    uses={"compare": "compare"},
    requests={"cpu": "1", "memory": "2Gi"},
    limits={"memory": "2Gi"},
    selector={},
    tolerations=[],
)

EXECUTOR = dg.multiprocess_executor.configured({
    "max_concurrent": 6,
    "tag_concurrency_limits": [],
})


@dg.job(
    name="retrain",
    description="Trains two models on the last payments and deploys the better one.",
    resource_defs={"parameters": Parameters.configure_at_launch()},
    executor_def=EXECUTOR,
    tags={"team": "sample", "dagster/max_runtime": "43200", "strata/once": WORKFLOW},
)
def retrain_job():
    pull = pull_()
    featurize = featurize_(after_pull=pull)
    train_a = train_a_(after_featurize=featurize)
    train_b = train_b_(after_featurize=featurize)
    compare = compare_(after_train_a=train_a, after_train_b=train_b)
    deploy = deploy_(after_compare=compare)

SCHEDULES, SENSORS = [], []
SCHEDULES.append(dg.ScheduleDefinition(job=retrain_job, cron_schedule="0 3 * * 1", execution_timezone="Europe/Berlin", default_status=dg.DefaultScheduleStatus.RUNNING))


@dg.run_failure_sensor(name="retrain_tell", monitored_jobs=[retrain_job], default_status=dg.DefaultSensorStatus.RUNNING)
def tell(context):
    strata_jobs.tell(f"{WORKFLOW} failed: run {context.dagster_run.run_id}", "123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main", ["strata-key", "value"], print, strata_jobs.start, **WHERE)


SENSORS.append(tell)

defs = dg.Definitions(jobs=[retrain_job], schedules=SCHEDULES, sensors=SENSORS)
