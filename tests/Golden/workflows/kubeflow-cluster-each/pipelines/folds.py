"""A pipeline for Kubeflow Pipelines on the team's cluster.

Needs kfp[kubernetes] and reaches the API by KFP_ENDPOINT: from outside of the cluster http://127.0.0.1:8888 with

kubectl port-forward --namespace sample-prod-main service/ml-pipeline 8888

python folds.py compile
python folds.py deploy
python folds.py run [PARAMETER=VALUE...]
"""
import hashlib
import json
import os
import pathlib
import sys
from typing import List

from kfp import compiler, dsl
from kfp import kubernetes

WORKFLOW = "folds"
SCHEDULE = None
AT_ONCE = 10
CHOICES = {}
CATCH_UP = False
ENDPOINT = os.environ.get("KFP_ENDPOINT", "http://ml-pipeline.sample-prod-main.svc:8888")
ACCOUNT = "main"
STEP = pathlib.Path(__file__).with_name("strata_step.py").read_text(encoding="utf-8")


def written(spec):
    """What a step is told, as JSON in which nobody finds something to fill in."""
    return json.dumps(spec).replace("{{", "{\\u007b").replace("$(", "\\u0024(")


@dsl.container_component
def step_split_(in_run: str, out_folds: dsl.OutputPath(List[str]), ):
    spec = {"workflow": "folds", "step": "split", "run": [0], "store": "s3://sample-sample-lake-q7vozp/pipelines", "command": [["python"], ["-m"], ["vision.split"]], "environment": [["AWS_REGION", ["eu-central-1"]]], "outputs": ["folds"], "keep": [], "fetch": [], "results": {"folds": 1}}
    return dsl.ContainerSpec(
        image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
        command=["python3", "-c", STEP],
        args=[written(spec), in_run, out_folds],
    )


@dsl.container_component
def step_fold_(in_item: str, in_run: str, ):
    spec = {"workflow": "folds", "step": "fold", "run": [1], "store": "s3://sample-sample-lake-q7vozp/pipelines", "command": [["python"], ["-m"], ["vision.train"], ["--fold"], [0]], "environment": [["AWS_REGION", ["eu-central-1"]]], "outputs": [], "keep": ["weights"], "fetch": [], "results": {}}
    return dsl.ContainerSpec(
        image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
        command=["python3", "-c", STEP],
        args=[written(spec), in_item, in_run],
    )


@dsl.container_component
def step_merge_(in_run: str, ):
    spec = {"workflow": "folds", "step": "merge", "run": [0], "store": "s3://sample-sample-lake-q7vozp/pipelines", "command": [["python"], ["-m"], ["vision.merge"]], "environment": [["AWS_REGION", ["eu-central-1"]]], "outputs": [], "keep": [], "fetch": [["fold", "weights", ""]], "results": {}}
    return dsl.ContainerSpec(
        image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
        command=["python3", "-c", STEP],
        args=[written(spec), in_run],
    )


def settled(task, cpu, memory, retries, backoff, limits, selector, tolerations, secrets):
    """Steps do things outside of the pipeline: an earlier run's results must not stand for them."""
    task.set_caching_options(False).set_cpu_request(cpu).set_memory_request(memory).set_memory_limit(memory)
    for accelerator, number in limits.items():
        task.set_accelerator_type(accelerator).set_accelerator_limit(number)
    for label, value in selector.items():
        kubernetes.add_node_selector(task, label_key=label, label_value=value)
    for toleration in tolerations:
        kubernetes.add_toleration(task, **toleration)
    for variable, (secret, key) in secrets.items():
        kubernetes.use_secret_as_env(task, secret_name=secret, secret_key_to_env={key: variable})
    if retries:
        task.set_retry(num_retries=retries, backoff_duration=f"{backoff}s", backoff_factor=2.0)
    return task


@dsl.pipeline(name="fold")
def each_fold_(items_: List[str]):
    with dsl.ParallelFor(items=items_, parallelism=3) as item_:
        settled(step_fold_(in_item=item_, in_run=dsl.PIPELINE_JOB_ID_PLACEHOLDER), "1", "2Gi", 0, 60, {}, {}, [], {})


@dsl.pipeline(name="folds", description="")
def pipeline():
    split_ = settled(step_split_(in_run=dsl.PIPELINE_JOB_ID_PLACEHOLDER), "1", "2Gi", 0, 60, {}, {}, [], {})
    fold_ = each_fold_(items_=split_.outputs["out_folds"])
    fold_.after(split_)
    merge_ = settled(step_merge_(in_run=dsl.PIPELINE_JOB_ID_PLACEHOLDER), "1", "2Gi", 0, 60, {}, {}, [], {})
    merge_.after(fold_)


def client():
    from kfp import Client

    return Client(host=ENDPOINT)


def deploy(package):
    """A version of the pipeline for people to start, and the schedule in the place of the one from last time."""
    there = client()
    version = hashlib.sha256(pathlib.Path(package).read_bytes()).hexdigest()[:12]
    known = there.get_pipeline_id(WORKFLOW)
    if known is None:
        there.upload_pipeline(package, pipeline_name=WORKFLOW, description="")
    elif version not in [one.display_name for one in there.list_pipeline_versions(known, page_size=100, sort_by="created_at desc").pipeline_versions or []]:
        there.upload_pipeline_version(package, pipeline_version_name=version, pipeline_id=known)
    experiment = there.create_experiment(WORKFLOW).experiment_id
    for old in there.list_recurring_runs(experiment_id=experiment, page_size=100).recurring_runs or []:
        there.delete_recurring_run(old.recurring_run_id)
    if SCHEDULE is not None:
        there.create_recurring_run(
            experiment, WORKFLOW, cron_expression=SCHEDULE, max_concurrency=AT_ONCE, no_catchup=not CATCH_UP, pipeline_package_path=package, params={}, enable_caching=False, service_account=ACCOUNT)


def run(package, values):
    for name, value in values.items():
        if value not in CHOICES.get(name, [value]):
            sys.exit(f"{name} cannot be '{value}': it is one of {', '.join(CHOICES[name])}.")
    print(client().create_run_from_pipeline_package(package, arguments=values, experiment_name=WORKFLOW, enable_caching=False, service_account=ACCOUNT).run_id)


def main():
    if len(sys.argv) < 2 or sys.argv[1] not in ("compile", "deploy", "run"):
        sys.exit(__doc__)
    package = f"{WORKFLOW}.yaml"
    compiler.Compiler().compile(pipeline, package)
    if sys.argv[1] == "deploy":
        deploy(package)
    elif sys.argv[1] == "run":
        run(package, dict(pair.split("=", 1) for pair in sys.argv[2:]))


if __name__ == "__main__":
    main()
