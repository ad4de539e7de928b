import datetime
import json
import pathlib
import textwrap

from airflow.providers.cncf.kubernetes.operators.pod import KubernetesPodOperator as Pod
from airflow.providers.cncf.kubernetes.secret import Secret
from airflow.sdk import Asset, DAG, Param, task
from kubernetes.client import models as k8s

WORKFLOW = "folds"
STORE = "s3://sample-sample-lake"
STEP = pathlib.Path(__file__).with_name("strata_step.py").read_text(encoding="utf-8")
WHERE = {"namespace": "sample-prod", "service_account_name": "workload", "in_cluster": True}


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
    schedule=[Asset("strata://sample/workflows/retrain")],
    catchup=False,
    dagrun_timeout=datetime.timedelta(seconds=86400),
    params={
    },
    tags=["strata", "sample"],
):
    split = step(
        "split",
        image="registry.acme.example/trainer:main",
        command=["python", "-m", "vision.split"],
        environment={"AWS_ENDPOINT_URL_S3": ["http://minio.sample-prod-minio.svc:9000"], "AWS_REGION": ["us-east-1"]},
        secrets={"AWS_ACCESS_KEY_ID": ["workload-s3", "AWS_ACCESS_KEY_ID"], "AWS_SECRET_ACCESS_KEY": ["workload-s3", "AWS_SECRET_ACCESS_KEY"]},
        outputs=["folds"],
        keep=[],
        fetch=[],
        requests={"cpu": "1", "memory": "2Gi"},
        limits={"memory": "2Gi"},
        selector={},
        tolerations=[],
    )

    fold_items = items_of("fold", "split", "folds")
    fold = step(
        "fold",
        image="registry.acme.example/trainer:main",
        command=["python", "-m", "vision.train", "--fold", ITEM],
        environment={"AWS_ENDPOINT_URL_S3": ["http://minio.sample-prod-minio.svc:9000"], "AWS_REGION": ["us-east-1"]},
        secrets={"AWS_ACCESS_KEY_ID": ["workload-s3", "AWS_ACCESS_KEY_ID"], "AWS_SECRET_ACCESS_KEY": ["workload-s3", "AWS_SECRET_ACCESS_KEY"]},
        outputs=[],
        keep=["weights"],
        fetch=[],
        requests={"cpu": "1", "memory": "2Gi"},
        limits={"memory": "2Gi"},
        selector={},
        tolerations=[],
        items=fold_items,
        max_active_tis_per_dagrun=3,
    )
    split >> fold_items
    [split] >> fold

    merge = step(
        "merge",
        image="registry.acme.example/trainer:main",
        command=["python", "-m", "vision.merge"],
        environment={"AWS_ENDPOINT_URL_S3": ["http://minio.sample-prod-minio.svc:9000"], "AWS_REGION": ["us-east-1"]},
        secrets={"AWS_ACCESS_KEY_ID": ["workload-s3", "AWS_ACCESS_KEY_ID"], "AWS_SECRET_ACCESS_KEY": ["workload-s3", "AWS_SECRET_ACCESS_KEY"]},
        outputs=[],
        keep=[],
        fetch=[["fold", "weights", ""]],
        requests={"cpu": "1", "memory": "2Gi"},
        limits={"memory": "2Gi"},
        selector={},
        tolerations=[],
    )
    [fold] >> merge


    # In a pod, because the address is a secret that Airflow does not have. It ends with an error so that the run is not taken for good.
    TELL = """
    import json, os, sys, urllib.request
    data = json.dumps(dict(text=sys.argv[1])).encode()
    urllib.request.urlopen(urllib.request.Request(os.environ["WEBHOOK"], data, {"Content-Type": "application/json"}), timeout=30)
    sys.exit("The workflow failed, and that was told.")
    """
    [split, fold, merge] >> Pod(
        task_id="strata-tell",
        name=f"{WORKFLOW}-tell",
        image="registry.acme.example/trainer:main",
        cmds=["python3", "-c", textwrap.dedent(TELL), f"{WORKFLOW} failed: run " + "{{ run_id }}"],
        secrets=[Secret("env", "WEBHOOK", *["strata-key", "value"])],
        startup_timeout_seconds=1800,
        trigger_rule="one_failed",
        **WHERE,
    )
