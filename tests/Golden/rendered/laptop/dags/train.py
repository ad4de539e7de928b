import datetime
import json
import pathlib

from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator as Pod
from airflow.providers.cncf.kubernetes.secret import Secret
from airflow.sdk import DAG, Param, task
from kubernetes.client import models as k8s

WORKFLOW = "train"
STORE = "s3://churn-sample-lake"
STEP = pathlib.Path(__file__).with_name("strata_step.py").read_text(encoding="utf-8")
WHERE = {"namespace": "churn-dev", "service_account_name": "workload", "in_cluster": True}


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
        name=f"{WORKFLOW}-{name}",
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
    description="",
    schedule=None,
    catchup=False,
    max_active_runs=1,
    dagrun_timeout=datetime.timedelta(seconds=86400),
    params={
        "mode": Param("full", type="string", enum=["full", "sample"]),
        "until": Param("today", type="string"),
    },
    tags=["strata", "churn"],
):
    pull = step(
        "pull",
        image="registry.hel1.acme.example/churn/churn:main",
        command=["python", "-m", "churn.pull", "--mode", parameter("mode"), "--until", parameter("until")],
        environment={"AWS_ENDPOINT_URL_S3": ["http://minio.churn-dev-minio.svc:9000"], "AWS_REGION": ["us-east-1"]},
        secrets={"AWS_ACCESS_KEY_ID": ["workload-s3", "AWS_ACCESS_KEY_ID"], "AWS_SECRET_ACCESS_KEY": ["workload-s3", "AWS_SECRET_ACCESS_KEY"], "CRM_KEY": ["strata-crm-key", "value"]},
        outputs=["rows"],
        keep=["data"],
        fetch=[],
        requests={"cpu": "1", "memory": "2Gi"},
        limits={"memory": "2Gi"},
        selector={},
        tolerations=[],
        retries=3,
        retry_delay=datetime.timedelta(seconds=30),
        retry_exponential_backoff=True,
    )

    featurize = step(
        "featurize",
        image="registry.hel1.acme.example/churn/churn:main",
        command=["python", "-m", "churn.featurize", "--rows", output("pull", "rows")],
        environment={"AWS_ENDPOINT_URL_S3": ["http://minio.churn-dev-minio.svc:9000"], "AWS_REGION": ["us-east-1"]},
        secrets={"AWS_ACCESS_KEY_ID": ["workload-s3", "AWS_ACCESS_KEY_ID"], "AWS_SECRET_ACCESS_KEY": ["workload-s3", "AWS_SECRET_ACCESS_KEY"]},
        outputs=[],
        keep=["table"],
        fetch=[["pull", "data", ""]],
        requests={"cpu": "1", "memory": "2Gi"},
        limits={"memory": "2Gi"},
        selector={},
        tolerations=[],
        execution_timeout=datetime.timedelta(seconds=7200),
    )
    [pull] >> featurize

    train_a = step(
        "train-a",
        image="registry.hel1.acme.example/churn/churn:main",
        command=["python", "-m", "churn.train", "--kind", "linear"],
        environment={"AWS_ENDPOINT_URL_S3": ["http://minio.churn-dev-minio.svc:9000"], "AWS_REGION": ["us-east-1"]},
        secrets={"AWS_ACCESS_KEY_ID": ["workload-s3", "AWS_ACCESS_KEY_ID"], "AWS_SECRET_ACCESS_KEY": ["workload-s3", "AWS_SECRET_ACCESS_KEY"]},
        outputs=["score"],
        keep=["model-a"],
        fetch=[["featurize", "table", ""]],
        requests={"cpu": "1", "memory": "2Gi"},
        limits={"memory": "2Gi"},
        selector={},
        tolerations=[],
    )
    [featurize] >> train_a

    train_b = step(
        "train-b",
        image="registry.hel1.acme.example/churn/churn:main",
        command=["python", "-m", "churn.train", "--kind", "trees"],
        environment={"AWS_ENDPOINT_URL_S3": ["http://minio.churn-dev-minio.svc:9000"], "AWS_REGION": ["us-east-1"], "RUN_NAME": ["b of ", RUN]},
        secrets={"AWS_ACCESS_KEY_ID": ["workload-s3", "AWS_ACCESS_KEY_ID"], "AWS_SECRET_ACCESS_KEY": ["workload-s3", "AWS_SECRET_ACCESS_KEY"]},
        outputs=["score"],
        keep=["model-b"],
        fetch=[["featurize", "table", ""]],
        requests={"cpu": "1", "memory": "2Gi"},
        limits={"memory": "2Gi"},
        selector={},
        tolerations=[],
    )
    [featurize] >> train_b

    compare = step(
        "compare",
        image="registry.hel1.acme.example/churn/churn:main",
        command=["python", "-m", "churn.compare", output("train-a", "score"), output("train-b", "score")],
        environment={"AWS_ENDPOINT_URL_S3": ["http://minio.churn-dev-minio.svc:9000"], "AWS_REGION": ["us-east-1"]},
        secrets={"AWS_ACCESS_KEY_ID": ["workload-s3", "AWS_ACCESS_KEY_ID"], "AWS_SECRET_ACCESS_KEY": ["workload-s3", "AWS_SECRET_ACCESS_KEY"]},
        outputs=["winner", "gain"],
        keep=[],
        fetch=[["train-a", "model-a", ""], ["train-b", "model-b", ""]],
        requests={"cpu": "1", "memory": "2Gi"},
        limits={"memory": "2Gi"},
        selector={},
        tolerations=[],
    )
    [train_a, train_b] >> compare

    deploy = step(
        "deploy",
        image="registry.hel1.acme.example/churn/churn:main",
        command=["python", "-m", "churn.deploy", output("compare", "winner")],
        environment={"AWS_ENDPOINT_URL_S3": ["http://minio.churn-dev-minio.svc:9000"], "AWS_REGION": ["us-east-1"]},
        secrets={"AWS_ACCESS_KEY_ID": ["workload-s3", "AWS_ACCESS_KEY_ID"], "AWS_SECRET_ACCESS_KEY": ["workload-s3", "AWS_SECRET_ACCESS_KEY"]},
        outputs=[],
        keep=[],
        fetch=[],
        requests={"cpu": "1", "memory": "2Gi"},
        limits={"memory": "2Gi"},
        selector={},
        tolerations=[],
    )
    deploy_when = when("deploy", lambda output, parameter: float(output("compare", "gain") or 'nan') > 0.01 and parameter("mode") != "sample")
    [compare] >> deploy_when >> deploy
    [compare] >> deploy

