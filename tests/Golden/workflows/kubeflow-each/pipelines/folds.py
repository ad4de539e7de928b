"""A pipeline for Vertex AI.

python folds.py compile
python folds.py deploy
python folds.py run [PARAMETER=VALUE...]
"""
import json
import pathlib
import sys
from typing import List

from kfp import compiler, dsl

WORKFLOW = "folds"
SCHEDULE = None
AT_ONCE = 10
CHOICES = {}
VERTEX = {"project": "acme-ml", "location": "europe-west4"}
PLACE = {"pipeline_root": "gs://sample-sample-lake-q7vozp/pipelines", "encryption_spec_key_name": "projects/acme-ml/locations/europe-west4/keyRings/sample-sample/cryptoKeys/vertex"}
ACCOUNT = "sample-sample-main-runner@acme-ml.iam.gserviceaccount.com"
STEP = pathlib.Path(__file__).with_name("strata_step.py").read_text(encoding="utf-8")


def written(spec):
    """What a step is told, as JSON in which nobody finds something to fill in."""
    return json.dumps(spec).replace("{{", "{\\u007b").replace("$(", "\\u0024(")


@dsl.container_component
def step_split_(in_run: str, out_folds: dsl.OutputPath(List[str]), ):
    spec = {"workflow": "folds", "step": "split", "run": [0], "store": "gs://sample-sample-lake-q7vozp/pipelines", "command": [["python"], ["-m"], ["vision.split"]], "environment": [], "outputs": ["folds"], "keep": [], "fetch": [], "results": {"folds": 1}}
    return dsl.ContainerSpec(
        image="europe-west4-docker.pkg.dev/acme-ml/sample-sample-images/trainer:main",
        command=["python3", "-c", STEP],
        args=[written(spec), in_run, out_folds],
    )


@dsl.container_component
def step_fold_(in_item: str, in_run: str, ):
    spec = {"workflow": "folds", "step": "fold", "run": [1], "store": "gs://sample-sample-lake-q7vozp/pipelines", "command": [["python"], ["-m"], ["vision.train"], ["--fold"], [0]], "environment": [], "outputs": [], "keep": ["weights"], "fetch": [], "results": {}}
    return dsl.ContainerSpec(
        image="europe-west4-docker.pkg.dev/acme-ml/sample-sample-images/trainer:main",
        command=["python3", "-c", STEP],
        args=[written(spec), in_item, in_run],
    )


@dsl.container_component
def step_merge_(in_run: str, ):
    spec = {"workflow": "folds", "step": "merge", "run": [0], "store": "gs://sample-sample-lake-q7vozp/pipelines", "command": [["python"], ["-m"], ["vision.merge"]], "environment": [], "outputs": [], "keep": [], "fetch": [["fold", "weights", ""]], "results": {}}
    return dsl.ContainerSpec(
        image="europe-west4-docker.pkg.dev/acme-ml/sample-sample-images/trainer:main",
        command=["python3", "-c", STEP],
        args=[written(spec), in_run],
    )


def settled(task, cpu, memory, retries, backoff):
    """Steps do things outside of the pipeline: an earlier run's results must not stand for them."""
    task.set_caching_options(False).set_cpu_limit(cpu).set_memory_limit(memory)
    if retries:
        task.set_retry(num_retries=retries, backoff_duration=f"{backoff}s", backoff_factor=2.0)
    return task


@dsl.pipeline(name="fold")
def each_fold_(items_: List[str]):
    with dsl.ParallelFor(items=items_, parallelism=3) as item_:
        settled(step_fold_(in_item=item_, in_run=dsl.PIPELINE_JOB_NAME_PLACEHOLDER), "1", "2Gi", 0, 60)


@dsl.pipeline(name="folds", description="")
def pipeline():
    split_ = settled(step_split_(in_run=dsl.PIPELINE_JOB_NAME_PLACEHOLDER), "1", "2Gi", 0, 60)
    fold_ = each_fold_(items_=split_.outputs["out_folds"])
    fold_.after(split_)
    merge_ = settled(step_merge_(in_run=dsl.PIPELINE_JOB_NAME_PLACEHOLDER), "1", "2Gi", 0, 60)
    merge_.after(fold_)


def job(package, values):
    from google.cloud import aiplatform

    aiplatform.init(**VERTEX)
    for name, value in values.items():
        if value not in CHOICES.get(name, [value]):
            sys.exit(f"{name} cannot be '{value}': it is one of {', '.join(CHOICES[name])}.")
    return aiplatform.PipelineJob(display_name=WORKFLOW, template_path=package, parameter_values=values, enable_caching=False, **PLACE)


def deploy(package):
    """The schedule takes the place of the one from last time."""
    from google.cloud import aiplatform

    new = job(package, {})
    for old in aiplatform.PipelineJobSchedule.list(filter=f'display_name="{WORKFLOW}"'):
        old.delete()
    if SCHEDULE is not None:
        new.create_schedule(cron=SCHEDULE, display_name=WORKFLOW, max_concurrent_run_count=AT_ONCE, service_account=ACCOUNT)


def main():
    if len(sys.argv) < 2 or sys.argv[1] not in ("compile", "deploy", "run"):
        sys.exit(__doc__)
    package = f"{WORKFLOW}.json"
    compiler.Compiler().compile(pipeline, package)
    if sys.argv[1] == "deploy":
        deploy(package)
    elif sys.argv[1] == "run":
        job(package, dict(pair.split("=", 1) for pair in sys.argv[2:])).submit(service_account=ACCOUNT)


if __name__ == "__main__":
    main()
