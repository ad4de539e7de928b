import enum
import json
import os
import pathlib

import dagster as dg
from pydantic import Field

import strata_jobs
import strata_step

WORKFLOW = "load"
STORE = "s3://sample-sample-lake"
STEP = pathlib.Path(__file__).with_name("strata_step.py").read_text(encoding="utf-8")
WHERE = {"namespace": "sample-prod", "account": "workload", "seconds": 86400}

CHOICES = {
}


class Parameters(dg.ConfigurableResource):
    """What whoever starts a run may set."""

    object: str = Field("", description="The key of the object that started the run.")


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


load_ = step(
    "load",
    "load",
    image="registry.acme.example/trainer:main",
    command=lambda parameter, output, RUN, ITEM: ["python", "-m", "load", parameter("object")],
    environment=lambda parameter, output, RUN, ITEM: {"AWS_ENDPOINT_URL_S3": ["http://minio.sample-prod-minio.svc:9000"], "AWS_REGION": ["us-east-1"]},
    secrets={"AWS_ACCESS_KEY_ID": ["workload-s3", "AWS_ACCESS_KEY_ID"], "AWS_SECRET_ACCESS_KEY": ["workload-s3", "AWS_SECRET_ACCESS_KEY"]},
    outputs=[],
    keep=[],
    fetch=[],
    uses={},
    requests={"cpu": "1", "memory": "2Gi"},
    limits={"memory": "2Gi"},
    selector={},
    tolerations=[],
)

EXECUTOR = dg.multiprocess_executor.configured({
    "max_concurrent": 1,
    "tag_concurrency_limits": [],
})


@dg.job(
    name="load",
    description="",
    resource_defs={"parameters": Parameters.configure_at_launch()},
    executor_def=EXECUTOR,
    tags={"team": "sample", "dagster/max_runtime": "86400", "strata/once": WORKFLOW},
)
def load_job():
    load = load_()

SCHEDULES, SENSORS = [], []


@dg.sensor(name="load_objects", job=load_job, minimum_interval_seconds=60, default_status=dg.DefaultSensorStatus.RUNNING)
def objects(context):
    """A run for each object that is newer than those seen before; none for those that were there at first."""
    os.environ.update({"AWS_ENDPOINT_URL_S3": "http://minio.sample-prod-minio.svc:9000", "AWS_REGION": "us-east-1"})
    found = sorted((stamp, key) for key, stamp in strata_step.Run("s3://sample-sample-lake").files.found("in/") if key.endswith(".csv"))
    seen = context.cursor
    context.update_cursor(max(seen or "0", found[-1][0] if found else "0"))
    for stamp, key in found if seen else []:
        if stamp >= seen:
            yield dg.RunRequest(run_key=f"{key} {stamp}", run_config={"resources": {"parameters": {"config": {"object": key}}}})


SENSORS.append(objects)

defs = dg.Definitions(jobs=[load_job], schedules=SCHEDULES, sensors=SENSORS)
