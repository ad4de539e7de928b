"""Starts steps of workflows as Jobs of Kubernetes, from inside the cluster, and waits for what they give out."""
import json
import os
import pathlib
import ssl
import time
import urllib.error
import urllib.parse
import urllib.request
import uuid

ACCOUNT = pathlib.Path("/var/run/secrets/kubernetes.io/serviceaccount")
ROOM = 4096  # What a container may say at its end, in bytes.
PAUSE = 5


def call(method, path, body=None):
    """Asks the cluster. What does not get through is asked again, except to make something."""
    for wait in (1, 5, 25, None):
        headers = {"Authorization": "Bearer " + (ACCOUNT / "token").read_text(encoding="ascii"), "Content-Type": "application/json"}
        server = os.environ.get("STRATA_CLUSTER", "https://kubernetes.default.svc")
        request = urllib.request.Request(server + path, None if body is None else json.dumps(body).encode(), headers, method=method)
        context = ssl.create_default_context(cafile=str(ACCOUNT / "ca.crt")) if server.startswith("https:") else None
        try:
            with urllib.request.urlopen(request, timeout=60, context=context) as answer:
                return answer.read().decode("utf-8", "replace")
        except urllib.error.HTTPError as problem:
            if problem.code < 500 and problem.code != 429 or wait is None:
                raise RuntimeError(f"The cluster refused to {method} {path}: {problem.read().decode('utf-8', 'replace')}") from problem
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            if method == "POST" or wait is None:
                raise
        time.sleep(wait)


def owner(namespace):
    """This pod, whose end is the end of its steps too; nobody where they are in another namespace, which Kubernetes does not have."""
    if (ACCOUNT / "namespace").read_text(encoding="ascii") != namespace:
        return []
    name = os.environ["HOSTNAME"]
    pod = json.loads(call("GET", f"/api/v1/namespaces/{namespace}/pods/{name}"))
    return [{"apiVersion": "v1", "kind": "Pod", "name": name, "uid": pod["metadata"]["uid"]}]


def job(name, image, command, namespace, account, secrets, requests, limits, selector, tolerations, seconds):
    container = {
        "name": "step",
        "image": image,
        "command": command,
        "env": [{"name": variable, "valueFrom": {"secretKeyRef": {"name": secret, "key": key}}} for variable, (secret, key) in secrets.items()],
        "resources": {"requests": requests, "limits": limits},
    }
    pod = {"restartPolicy": "Never", "serviceAccountName": account, "nodeSelector": selector, "tolerations": tolerations, "containers": [container]}
    return {
        "apiVersion": "batch/v1",
        "kind": "Job",
        "metadata": {"name": name, "ownerReferences": owner(namespace)},
        "spec": {"backoffLimit": 0, "activeDeadlineSeconds": seconds, "ttlSecondsAfterFinished": 86400, "template": {"spec": pod}},
    }


def start(step, program, spec, log, values=(), **how):
    """Starts a step; the name of its Job."""
    namespace, name = how["namespace"], f"{step[:48].rstrip('-')}-{uuid.uuid4().hex[:10]}"
    spec = json.dumps({**spec, "result": "/dev/termination-log", "most": ROOM})

    # Kubernetes fills in $(NAME), and takes a doubled dollar for one.
    words = [word.replace("$", "$$") for word in (program, spec, *values)]
    call("POST", f"/apis/batch/v1/namespaces/{namespace}/jobs", job(name, command=["python3", "-c", *words], **how))
    log(f"The step is the Job {name} in {namespace}.")
    return name


def run(step, program, spec, log, **how):
    """Runs a step to its end; its outputs. Whoever leaves before that takes the step along."""
    namespace, name, done = how["namespace"], start(step, program, spec, log, **how), None
    jobs = f"/apis/batch/v1/namespaces/{namespace}/jobs"
    try:
        while done is None:
            time.sleep(PAUSE)
            status = json.loads(call("GET", f"{jobs}/{name}"))["status"]
            done = next((one for one in status.get("conditions", []) if one["type"] in ("Complete", "Failed") and one["status"] == "True"), None)
    finally:
        if done is None:
            call("DELETE", f"{jobs}/{name}?propagationPolicy=Background")
    pods = json.loads(call("GET", f"/api/v1/namespaces/{namespace}/pods?" + urllib.parse.urlencode({"labelSelector": f"job-name={name}"})))["items"]
    for pod in pods:
        log(call("GET", f"/api/v1/namespaces/{namespace}/pods/{pod['metadata']['name']}/log?tailLines=2000"))
    if done["type"] == "Failed":
        raise RuntimeError(f"The step failed: {done.get('message') or done.get('reason')}")
    ended = [one["state"]["terminated"] for pod in pods for one in pod["status"].get("containerStatuses", []) if "terminated" in one["state"]]
    return json.loads(next((one["message"] for one in ended if one["exitCode"] == 0 and one.get("message")), "{}"))


TELL = """
import json, os, sys, urllib.request
data = json.dumps({"text": sys.argv[2]}).encode()
urllib.request.urlopen(urllib.request.Request(os.environ["WEBHOOK"], data, {"Content-Type": "application/json"}), timeout=30)
"""


def tell(text, image, webhook, log, how=run, **where):
    """Calls an address that only a pod gets to see, for it is a secret; waits for that, or only starts it."""
    small = {"cpu": "100m", "memory": "128Mi"}
    how("tell", TELL, {}, log, values=[text], image=image, secrets={"WEBHOOK": webhook}, requests=small, limits={}, selector={}, tolerations=[], **where)
