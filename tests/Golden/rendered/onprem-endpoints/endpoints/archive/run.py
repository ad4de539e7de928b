#!/usr/bin/env python3
"""Starts a batch run of 'archive' now, with the model that the stack file names, and waits for its end.

usage: run.py [--input URI] [--output URI] [--timeout 86400] [--no-wait]

The job in job.yaml is the one that the schedule of 'sample' starts. Needs a kubectl that reaches the cluster. Exits with 1 when the
run fails, or is not done in time.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import time

import yaml


def kubectl(*arguments, text=None):
    answer = subprocess.run(["kubectl", *arguments], input=text, capture_output=True, text=True, check=False)
    if answer.returncode:
        sys.exit(answer.stderr.strip())
    return answer.stdout


def set_variables(node, values):
    """Gives every container's variables of these names other values."""
    if isinstance(node, list):
        for item in node:
            set_variables(item, values)
    elif isinstance(node, dict):
        if values.get(node.get("name")) is not None and "value" in node:
            node["value"] = values[node["name"]]
        for inner in node.values():
            set_variables(inner, values)


def outcome(job):
    """True when it is done, False when it failed, None when it works."""
    status = job.get("status", {})
    if job["kind"] == "RayJob":
        if status.get("jobStatus") == "SUCCEEDED":
            return True
        return False if status.get("jobStatus") in ("FAILED", "STOPPED") or status.get("jobDeploymentStatus") == "Failed" else None
    for condition in status.get("conditions", []):
        if condition["status"] == "True" and condition["type"] in ("Complete", "Failed"):
            return condition["type"] == "Complete"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input")
    parser.add_argument("--output")
    parser.add_argument("--timeout", type=int, default=86400, help="seconds to wait")
    parser.add_argument("--no-wait", action="store_true")
    options = parser.parse_args()

    job = yaml.safe_load(pathlib.Path(__file__).with_name("job.yaml").read_text(encoding="utf-8"))
    set_variables(job, {"INPUT_URI": options.input, "OUTPUT_URI": options.output})
    made = json.loads(kubectl("create", "--filename", "-", "--output", "json", text=json.dumps(job)))
    kind = "rayjob.v1.ray.io" if made["kind"] == "RayJob" else "job.v1.batch"
    address = (f"{kind}/{made['metadata']['name']}", "--namespace", made["metadata"]["namespace"])
    print(f"{made['metadata']['name']}: started")
    end = time.monotonic() + options.timeout
    while not options.no_wait:
        done = outcome(json.loads(kubectl("get", *address, "--output", "json")))
        if done is not None:
            print(f"{made['metadata']['name']}: {'done' if done else 'failed'}")
            sys.exit(0 if done else 1)
        if time.monotonic() > end:
            sys.exit(f"{made['metadata']['name']}: not done after {options.timeout} seconds")
        time.sleep(min(10, options.timeout))


if __name__ == "__main__":
    main()
