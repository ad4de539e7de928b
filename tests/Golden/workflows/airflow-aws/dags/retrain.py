import datetime
import json
import pathlib

from airflow.providers.amazon.aws.operators.eks import EksPodOperator as Pod
from airflow.providers.cncf.kubernetes.secret import Secret
from airflow.providers.smtp.notifications.smtp import SmtpNotifier
from airflow.sdk import DAG, Param, task
from airflow.timetables.trigger import CronTriggerTimetable
from kubernetes.client import models as k8s

WORKFLOW = "retrain"
STORE = "s3://sample-sample-lake-q7vozp"
STEP = pathlib.Path(__file__).with_name("strata_step.py").read_text(encoding="utf-8")
WHERE = {"namespace": "sample-prod", "service_account_name": "workload", "cluster_name": "sample-sample-cluster", "region": "eu-central-1"}


class Later(str):
    """What is known only when a step runs, in Jinja's terms."""


def parameter(name):
    return Later(f"params[{name!r}]")


def output(step, name):
    return Later(f"(ti.xcom_pull(task_ids={step!r}) or dict()).get({name!r}, '')")


ITEM = None
RUN = Later("run_id")


def written(value):
    """JSON with Jinja in it: what is filled in is quoted then. Neither Jinja nor Kubernetes reads anything else."""
    if isinstance(value, Later):
        return "[{{ " + value + " | tojson | replace('$', '\\\\u0024') }}]"
    if isinstance(value, str):
        return json.dumps(value).replace("{", "\\u007b").replace("$", "\\u0024")
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(key)}: {written(one)}" for key, one in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(written, value)) + "]"
    return json.dumps(value)


def parts(word):
    return word if isinstance(word, list) else [word]


def step(name, image, command, environment, secrets, outputs, keep, fetch, requests, limits, selector, tolerations, items=None, **more):
    spec = {
        "workflow": WORKFLOW,
        "step": name,
        "run": [RUN],
        "store": STORE,
        "command": [parts(word) for word in command],
        "environment": [[variable, parts(word)] for variable, word in environment.items()],
        "outputs": outputs,
        "keep": keep,
        "fetch": fetch,
        "result": "/airflow/xcom/return.json",
    }
    settings = dict(
        task_id=name,
        pod_name=f"{WORKFLOW}-{name}",
        image=image,
        cmds=["python3", "-c", STEP, written(spec)],
        secrets=[Secret("env", variable, *place) for variable, place in secrets.items()],
        container_resources=k8s.V1ResourceRequirements(requests=requests, limits=limits),
        node_selector=selector,
        tolerations=[k8s.V1Toleration(**toleration) for toleration in tolerations],
        do_xcom_push=bool(outputs),
        on_finish_action="delete_pod",
        startup_timeout_seconds=1800,  # A pool may start at no machines at all.
        trigger_rule="none_failed",  # A step that was left out counts as done.
        **WHERE,
        **more,
    )
    return Pod(**settings) if items is None else Pod.partial(**settings).expand(arguments=items)


def when(name, holds):
    """Leaves out the step after it, and no other, unless its condition holds."""

    @task.short_circuit(task_id=f"{name}-when", trigger_rule="none_failed", ignore_downstream_trigger_rules=False)
    def decide(ti=None, params=None):
        return holds(lambda step, name: (ti.xcom_pull(task_ids=step) or {}).get(name, ""), lambda name: params[name])

    return decide()


def items_of(name, step, output):
    @task(task_id=f"{name}-items", trigger_rule="none_failed")
    def items(ti=None):
        return [[json.dumps(item).replace("$", "\\u0024")] for item in json.loads((ti.xcom_pull(task_ids=step) or {}).get(output) or "[]")]

    return items()


with DAG(
    dag_id=WORKFLOW,
    description="Trains two models on the last payments and deploys the better one.",
    schedule=CronTriggerTimetable("0 3 * * 1", timezone="Europe/Berlin"),
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=datetime.timedelta(seconds=43200),
    params={
        "days": Param("30", type="string", description="How many days of payments to train on."),
        "mode": Param("real", type="string", enum=["real", "dry"]),
    },
    on_failure_callback=SmtpNotifier(to=["sample@acme.example"], subject=f"{WORKFLOW} failed", html_content="Run {{ run_id }} failed."),
    tags=["strata", "sample"],
):
    pull = step(
        "pull",
        image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
        command=["python", "-m", "fraud.pull", ["--days=", parameter("days")], "--run", RUN],
        environment={"AWS_REGION": ["eu-central-1"]},
        secrets={},
        outputs=[],
        keep=["payments"],
        fetch=[],
        requests={"cpu": "1", "memory": "2Gi"},
        limits={"memory": "2Gi"},
        selector={},
        tolerations=[],
    )

    featurize = step(
        "featurize",
        image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
        command=["python", "-m", "fraud.featurize"],
        environment={"AWS_REGION": ["eu-central-1"]},
        secrets={},
        outputs=["rows"],
        keep=["features"],
        fetch=[["pull", "payments", ""]],
        requests={"cpu": "8", "memory": "32Gi"},
        limits={"memory": "32Gi"},
        selector={},
        tolerations=[],
    )
    [pull] >> featurize

    train_a = step(
        "train-a",
        image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
        command=["python", "-m", "fraud.train", "--rows", output("featurize", "rows")],
        environment={"AWS_REGION": ["eu-central-1"], "MODEL": ["a"]},
        secrets={},
        outputs=[],
        keep=["model"],
        fetch=[["featurize", "features", ""]],
        requests={"cpu": "1", "memory": "2Gi"},
        limits={"memory": "2Gi", "nvidia.com/gpu": "1"},
        selector={"strata/pool": "sample-gpu"},
        tolerations=[{"key": "nvidia.com/gpu", "operator": "Equal", "value": "true", "effect": "NoSchedule"}],
        retries=2,
        retry_delay=datetime.timedelta(seconds=60),
        retry_exponential_backoff=True,
        execution_timeout=datetime.timedelta(seconds=14400),
    )
    [featurize] >> train_a

    train_b = step(
        "train-b",
        image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
        command=["sh", "-c", "echo \"it's {{ b }} {% $(HOME) 'now'\" && python -m fraud.train"],
        environment={"AWS_REGION": ["eu-central-1"], "MODEL": ["b"]},
        secrets={},
        outputs=[],
        keep=["model"],
        fetch=[["featurize", "features", ""]],
        requests={"cpu": "1", "memory": "2Gi"},
        limits={"memory": "2Gi"},
        selector={},
        tolerations=[],
        retries=2,
        retry_delay=datetime.timedelta(seconds=60),
        retry_exponential_backoff=True,
        execution_timeout=datetime.timedelta(seconds=14400),
    )
    [featurize] >> train_b

    compare = step(
        "compare",
        image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
        command=["python", "-m", "fraud.compare"],
        environment={"AWS_REGION": ["eu-central-1"]},
        secrets={},
        outputs=["winner", "score"],
        keep=[],
        fetch=[["train-a", "model", "train-a"], ["train-b", "model", "train-b"]],
        requests={"cpu": "1", "memory": "2Gi"},
        limits={"memory": "2Gi"},
        selector={},
        tolerations=[],
    )
    [train_a, train_b] >> compare

    deploy = step(
        "deploy",
        image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main",
        command=["python", "-m", "fraud.deploy", output("compare", "winner")],
        environment={"AWS_REGION": ["eu-central-1"]},
        secrets={"TOKEN": ["strata-key", "value"]},
        outputs=[],
        keep=[],
        fetch=[],
        requests={"cpu": "1", "memory": "2Gi"},
        limits={"memory": "2Gi"},
        selector={},
        tolerations=[],
    )
    deploy_when = when("deploy", lambda output, parameter: parameter("mode") != "dry" and (float(output("compare", "score") or 'nan') >= 0.9 or output("compare", "winner") == "a"))
    [compare] >> deploy_when >> deploy
    [compare] >> deploy

