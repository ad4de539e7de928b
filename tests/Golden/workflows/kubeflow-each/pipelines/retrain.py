"""A pipeline for Vertex AI.

python retrain.py compile
python retrain.py deploy
python retrain.py run [PARAMETER=VALUE...]
"""
import json
import pathlib
import sys
from typing import List

from kfp import compiler, dsl

WORKFLOW = "retrain"
SCHEDULE = "TZ=Europe/Berlin 0 3 * * 1"
AT_ONCE = 1
CHOICES = {"mode": ["real", "dry"]}
VERTEX = {"project": "acme-ml", "location": "europe-west4"}
PLACE = {"pipeline_root": "gs://sample-sample-lake-q7vozp/pipelines", "encryption_spec_key_name": "projects/acme-ml/locations/europe-west4/keyRings/sample-sample/cryptoKeys/vertex"}
ACCOUNT = "sample-sample-main-runner@acme-ml.iam.gserviceaccount.com"
STEP = pathlib.Path(__file__).with_name("strata_step.py").read_text(encoding="utf-8")


def written(spec):
    """What a step is told, as JSON in which nobody finds something to fill in."""
    return json.dumps(spec).replace("{{", "{\\u007b").replace("$(", "\\u0024(")


@dsl.container_component
def step_pull_(in_run: str, in_parameter_days: str, ):
    spec = {"workflow": "retrain", "step": "pull", "run": [0], "store": "gs://sample-sample-lake-q7vozp/pipelines", "command": [["python"], ["-m"], ["fraud.pull"], ["--days=", 1], ["--run"], [0]], "environment": [], "outputs": [], "keep": ["payments"], "fetch": [], "results": {}}
    return dsl.ContainerSpec(
        image="europe-west4-docker.pkg.dev/acme-ml/sample-sample-images/trainer:main",
        command=["python3", "-c", STEP],
        args=[written(spec), in_run, in_parameter_days],
    )


@dsl.container_component
def step_featurize_(in_run: str, out_rows: dsl.OutputPath(str), ):
    spec = {"workflow": "retrain", "step": "featurize", "run": [0], "store": "gs://sample-sample-lake-q7vozp/pipelines", "command": [["python"], ["-m"], ["fraud.featurize"]], "environment": [], "outputs": ["rows"], "keep": ["features"], "fetch": [["pull", "payments", ""]], "results": {"rows": 1}}
    return dsl.ContainerSpec(
        image="europe-west4-docker.pkg.dev/acme-ml/sample-sample-images/trainer:main",
        command=["python3", "-c", STEP],
        args=[written(spec), in_run, out_rows],
    )


@dsl.container_component
def step_train_a_(in_run: str, in_featurize_rows: str, ):
    spec = {"workflow": "retrain", "step": "train-a", "run": [0], "store": "gs://sample-sample-lake-q7vozp/pipelines", "command": [["python"], ["-m"], ["fraud.train"], ["--rows"], [1]], "environment": [["MODEL", ["a"]]], "outputs": [], "keep": ["model"], "fetch": [["featurize", "features", ""]], "timeout": 14400, "results": {}}
    return dsl.ContainerSpec(
        image="europe-west4-docker.pkg.dev/acme-ml/sample-sample-images/trainer:main",
        command=["python3", "-c", STEP],
        args=[written(spec), in_run, in_featurize_rows],
    )


@dsl.container_component
def step_train_b_(in_run: str, ):
    spec = {"workflow": "retrain", "step": "train-b", "run": [0], "store": "gs://sample-sample-lake-q7vozp/pipelines", "command": [["sh"], ["-c"], ["echo \"it's {{ b }} {% $(HOME) 'now'\" && python -m fraud.train"]], "environment": [["MODEL", ["b"]]], "outputs": [], "keep": ["model"], "fetch": [["featurize", "features", ""]], "timeout": 14400, "results": {}}
    return dsl.ContainerSpec(
        image="europe-west4-docker.pkg.dev/acme-ml/sample-sample-images/trainer:main",
        command=["python3", "-c", STEP],
        args=[written(spec), in_run],
    )


@dsl.container_component
def step_compare_(in_run: str, out_winner: dsl.OutputPath(str), out_score: dsl.OutputPath(str), ):
    spec = {"workflow": "retrain", "step": "compare", "run": [0], "store": "gs://sample-sample-lake-q7vozp/pipelines", "command": [["python"], ["-m"], ["fraud.compare"]], "environment": [], "outputs": ["winner", "score"], "keep": [], "fetch": [["train-a", "model", "train-a"], ["train-b", "model", "train-b"]], "results": {"winner": 1, "score": 2}}
    return dsl.ContainerSpec(
        image="europe-west4-docker.pkg.dev/acme-ml/sample-sample-images/trainer:main",
        command=["python3", "-c", STEP],
        args=[written(spec), in_run, out_winner, out_score],
    )


@dsl.container_component
def step_deploy_(in_run: str, in_compare_winner: str, in_parameter_mode: str, in_compare_score: str, ):
    spec = {"workflow": "retrain", "step": "deploy", "run": [0], "store": "gs://sample-sample-lake-q7vozp/pipelines", "command": [["python"], ["-m"], ["fraud.deploy"], [1]], "environment": [], "outputs": [], "keep": [], "fetch": [], "when": ["all", ["!=", 2, "dry"], ["any", [">=", 3, 0.9], ["==", 1, "a"]]], "results": {}}
    return dsl.ContainerSpec(
        image="europe-west4-docker.pkg.dev/acme-ml/sample-sample-images/trainer:main",
        command=["python3", "-c", STEP],
        args=[written(spec), in_run, in_compare_winner, in_parameter_mode, in_compare_score],
    )


def settled(task, cpu, memory, retries, backoff):
    """Steps do things outside of the pipeline: an earlier run's results must not stand for them."""
    task.set_caching_options(False).set_cpu_limit(cpu).set_memory_limit(memory)
    if retries:
        task.set_retry(num_retries=retries, backoff_duration=f"{backoff}s", backoff_factor=2.0)
    return task


@dsl.pipeline(name="retrain", description="Trains two models on the last payments and deploys the better one.")
def pipeline(days: str = "30", mode: str = "real"):
    pull_ = settled(step_pull_(in_run=dsl.PIPELINE_JOB_NAME_PLACEHOLDER, in_parameter_days=days), "1", "2Gi", 0, 60)
    featurize_ = settled(step_featurize_(in_run=dsl.PIPELINE_JOB_NAME_PLACEHOLDER), "8", "32Gi", 0, 60)
    featurize_.after(pull_)
    train_a_ = settled(step_train_a_(in_run=dsl.PIPELINE_JOB_NAME_PLACEHOLDER, in_featurize_rows=featurize_.outputs["out_rows"]), "1", "2Gi", 2, 60)
    train_a_.after(featurize_)
    train_b_ = settled(step_train_b_(in_run=dsl.PIPELINE_JOB_NAME_PLACEHOLDER), "1", "2Gi", 2, 60)
    train_b_.after(featurize_)
    compare_ = settled(step_compare_(in_run=dsl.PIPELINE_JOB_NAME_PLACEHOLDER), "1", "2Gi", 0, 60)
    compare_.after(train_a_, train_b_)
    deploy_ = settled(step_deploy_(in_run=dsl.PIPELINE_JOB_NAME_PLACEHOLDER, in_compare_winner=compare_.outputs["out_winner"], in_parameter_mode=mode, in_compare_score=compare_.outputs["out_score"]), "1", "2Gi", 0, 60)
    deploy_.after(compare_)


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
