"""A pipeline for Kubeflow Pipelines on the team's cluster.

Needs kfp[kubernetes] and reaches the API by KFP_ENDPOINT: from outside of the cluster http://127.0.0.1:8888 with

kubectl port-forward --namespace sample-prod-main service/ml-pipeline 8888

python retrain.py compile
python retrain.py deploy
python retrain.py run [PARAMETER=VALUE...]
"""
import hashlib
import json
import os
import pathlib
import sys
from typing import List

from kfp import compiler, dsl
from kfp import kubernetes

WORKFLOW = "retrain"
SCHEDULE = "0 0 3 * * 1"
AT_ONCE = 1
CHOICES = {"mode": ["real", "dry"]}
CATCH_UP = True
ENDPOINT = os.environ.get("KFP_ENDPOINT", "http://ml-pipeline.sample-prod-main.svc:8888")
ACCOUNT = "main"
STEP = pathlib.Path(__file__).with_name("strata_step.py").read_text(encoding="utf-8")


def written(spec):
    """What a step is told, as JSON in which nobody finds something to fill in."""
    return json.dumps(spec).replace("{{", "{\\u007b").replace("$(", "\\u0024(")


@dsl.container_component
def step_pull_(in_run: str, in_parameter_days: str, ):
    spec = {"workflow": "retrain", "step": "pull", "run": [0], "store": "s3://sample-sample-lake/pipelines", "command": [["python"], ["-m"], ["fraud.pull"], ["--days=", 1], ["--run"], [0]], "environment": [["AWS_ENDPOINT_URL_S3", ["http://minio.sample-prod-minio.svc:9000"]], ["AWS_REGION", ["us-east-1"]]], "outputs": [], "keep": ["payments"], "fetch": [], "results": {}}
    return dsl.ContainerSpec(
        image="registry.acme.example/trainer:main",
        command=["python3", "-c", STEP],
        args=[written(spec), in_run, in_parameter_days],
    )


@dsl.container_component
def step_featurize_(in_run: str, out_rows: dsl.OutputPath(str), ):
    spec = {"workflow": "retrain", "step": "featurize", "run": [0], "store": "s3://sample-sample-lake/pipelines", "command": [["python"], ["-m"], ["fraud.featurize"]], "environment": [["AWS_ENDPOINT_URL_S3", ["http://minio.sample-prod-minio.svc:9000"]], ["AWS_REGION", ["us-east-1"]]], "outputs": ["rows"], "keep": ["features"], "fetch": [["pull", "payments", ""]], "results": {"rows": 1}}
    return dsl.ContainerSpec(
        image="registry.acme.example/trainer:main",
        command=["python3", "-c", STEP],
        args=[written(spec), in_run, out_rows],
    )


@dsl.container_component
def step_train_a_(in_run: str, in_featurize_rows: str, ):
    spec = {"workflow": "retrain", "step": "train-a", "run": [0], "store": "s3://sample-sample-lake/pipelines", "command": [["python"], ["-m"], ["fraud.train"], ["--rows"], [1]], "environment": [["AWS_ENDPOINT_URL_S3", ["http://minio.sample-prod-minio.svc:9000"]], ["AWS_REGION", ["us-east-1"]], ["MODEL", ["a"]]], "outputs": [], "keep": ["model"], "fetch": [["featurize", "features", ""]], "timeout": 14400, "results": {}}
    return dsl.ContainerSpec(
        image="registry.acme.example/trainer:main",
        command=["python3", "-c", STEP],
        args=[written(spec), in_run, in_featurize_rows],
    )


@dsl.container_component
def step_train_b_(in_run: str, ):
    spec = {"workflow": "retrain", "step": "train-b", "run": [0], "store": "s3://sample-sample-lake/pipelines", "command": [["sh"], ["-c"], ["echo \"it's {{ b }} {% $(HOME) 'now'\" && python -m fraud.train"]], "environment": [["AWS_ENDPOINT_URL_S3", ["http://minio.sample-prod-minio.svc:9000"]], ["AWS_REGION", ["us-east-1"]], ["MODEL", ["b"]]], "outputs": [], "keep": ["model"], "fetch": [["featurize", "features", ""]], "timeout": 14400, "results": {}}
    return dsl.ContainerSpec(
        image="registry.acme.example/trainer:main",
        command=["python3", "-c", STEP],
        args=[written(spec), in_run],
    )


@dsl.container_component
def step_compare_(in_run: str, out_winner: dsl.OutputPath(str), out_score: dsl.OutputPath(str), ):
    spec = {"workflow": "retrain", "step": "compare", "run": [0], "store": "s3://sample-sample-lake/pipelines", "command": [["python"], ["-m"], ["fraud.compare"]], "environment": [["AWS_ENDPOINT_URL_S3", ["http://minio.sample-prod-minio.svc:9000"]], ["AWS_REGION", ["us-east-1"]]], "outputs": ["winner", "score"], "keep": [], "fetch": [["train-a", "model", "train-a"], ["train-b", "model", "train-b"]], "results": {"winner": 1, "score": 2}}
    return dsl.ContainerSpec(
        image="registry.acme.example/trainer:main",
        command=["python3", "-c", STEP],
        args=[written(spec), in_run, out_winner, out_score],
    )


@dsl.container_component
def step_deploy_(in_run: str, in_compare_winner: str, in_parameter_mode: str, in_compare_score: str, ):
    spec = {"workflow": "retrain", "step": "deploy", "run": [0], "store": "s3://sample-sample-lake/pipelines", "command": [["python"], ["-m"], ["fraud.deploy"], [1]], "environment": [["AWS_ENDPOINT_URL_S3", ["http://minio.sample-prod-minio.svc:9000"]], ["AWS_REGION", ["us-east-1"]]], "outputs": [], "keep": [], "fetch": [], "when": ["all", ["!=", 2, "dry"], ["any", [">=", 3, 0.9], ["==", 1, "a"]]], "results": {}}
    return dsl.ContainerSpec(
        image="registry.acme.example/trainer:main",
        command=["python3", "-c", STEP],
        args=[written(spec), in_run, in_compare_winner, in_parameter_mode, in_compare_score],
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


@dsl.pipeline(name="retrain", description="Trains two models on the last payments and deploys the better one.")
def pipeline(days: str = "30", mode: str = "real"):
    pull_ = settled(step_pull_(in_run=dsl.PIPELINE_JOB_ID_PLACEHOLDER, in_parameter_days=days), "1", "2Gi", 0, 60, {}, {}, [], {"AWS_ACCESS_KEY_ID": ["main-s3", "AWS_ACCESS_KEY_ID"], "AWS_SECRET_ACCESS_KEY": ["main-s3", "AWS_SECRET_ACCESS_KEY"]})
    featurize_ = settled(step_featurize_(in_run=dsl.PIPELINE_JOB_ID_PLACEHOLDER), "8", "32Gi", 0, 60, {}, {}, [], {"AWS_ACCESS_KEY_ID": ["main-s3", "AWS_ACCESS_KEY_ID"], "AWS_SECRET_ACCESS_KEY": ["main-s3", "AWS_SECRET_ACCESS_KEY"]})
    featurize_.after(pull_)
    train_a_ = settled(step_train_a_(in_run=dsl.PIPELINE_JOB_ID_PLACEHOLDER, in_featurize_rows=featurize_.outputs["out_rows"]), "1", "2Gi", 2, 60, {"nvidia.com/gpu": "1"}, {"strata/pool": "sample-gpu"}, [{"key": "nvidia.com/gpu", "operator": "Equal", "value": "present", "effect": "NoSchedule"}], {"AWS_ACCESS_KEY_ID": ["main-s3", "AWS_ACCESS_KEY_ID"], "AWS_SECRET_ACCESS_KEY": ["main-s3", "AWS_SECRET_ACCESS_KEY"]})
    train_a_.after(featurize_)
    train_b_ = settled(step_train_b_(in_run=dsl.PIPELINE_JOB_ID_PLACEHOLDER), "1", "2Gi", 2, 60, {}, {}, [], {"AWS_ACCESS_KEY_ID": ["main-s3", "AWS_ACCESS_KEY_ID"], "AWS_SECRET_ACCESS_KEY": ["main-s3", "AWS_SECRET_ACCESS_KEY"]})
    train_b_.after(featurize_)
    compare_ = settled(step_compare_(in_run=dsl.PIPELINE_JOB_ID_PLACEHOLDER), "1", "2Gi", 0, 60, {}, {}, [], {"AWS_ACCESS_KEY_ID": ["main-s3", "AWS_ACCESS_KEY_ID"], "AWS_SECRET_ACCESS_KEY": ["main-s3", "AWS_SECRET_ACCESS_KEY"]})
    compare_.after(train_a_, train_b_)
    deploy_ = settled(step_deploy_(in_run=dsl.PIPELINE_JOB_ID_PLACEHOLDER, in_compare_winner=compare_.outputs["out_winner"], in_parameter_mode=mode, in_compare_score=compare_.outputs["out_score"]), "1", "2Gi", 0, 60, {}, {}, [], {"AWS_ACCESS_KEY_ID": ["main-s3", "AWS_ACCESS_KEY_ID"], "AWS_SECRET_ACCESS_KEY": ["main-s3", "AWS_SECRET_ACCESS_KEY"], "TOKEN": ["strata-key", "value"]})
    deploy_.after(compare_)


def client():
    from kfp import Client

    return Client(host=ENDPOINT)


def deploy(package):
    """A version of the pipeline for people to start, and the schedule in the place of the one from last time."""
    there = client()
    version = hashlib.sha256(pathlib.Path(package).read_bytes()).hexdigest()[:12]
    known = there.get_pipeline_id(WORKFLOW)
    if known is None:
        there.upload_pipeline(package, pipeline_name=WORKFLOW, description="Trains two models on the last payments and deploys the better one.")
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
