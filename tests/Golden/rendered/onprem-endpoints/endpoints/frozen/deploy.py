#!/usr/bin/env python3
"""Puts what the stack file says of 'frozen' live, without 'pulumi up'.

usage: deploy.py [--timeout 900] [--dry-run]

Change the model, or its share of the requests, in the stack file, run 'strata render sample', and run this with a kubectl that
reaches the cluster. The objects in objects.yaml are those of the stack's graph, whole, and are applied under the name that Pulumi
has on each: the next 'pulumi up' finds what it would have written. What is not there yet, such as a new variant, is Pulumi's to make.

Models come first, and requests are shared out anew when all are ready. Exits with 1 when one is not ready in time: then requests go
where they went before, and the old replicas are still there; take the change back in the stack file, render, and run this again.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import time

import yaml

# What others change on a running object stays as it is.
KEEP = {}
# These share out requests.
ROUTES = ["HTTPRoute", "InferenceGraph", "Experiment"]


def kubectl(*arguments, text=None):
    return subprocess.run(["kubectl", *arguments], input=text, capture_output=True, text=True, check=False)


def address(thing):
    group, _, version = thing["apiVersion"].rpartition("/")
    kind = ".".join([thing["kind"], version, group] if group else [thing["kind"]]).lower()
    return f"{kind}/{thing['metadata']['name']}", "--namespace", thing["metadata"]["namespace"]


def name_of(thing):
    return f"{thing['kind']}/{thing['metadata']['name']}"


def live(thing):
    answer = kubectl("get", *address(thing), "--output", "json", "--show-managed-fields")
    if answer.returncode:
        sys.exit(f"{name_of(thing)}: {answer.stderr.strip()}")
    return json.loads(answer.stdout)


def owner(there):
    """The name under which Pulumi applied an object; None when it did not."""
    for field in there["metadata"].get("managedFields", []):
        if field.get("operation") == "Apply" and field["manager"].startswith("pulumi"):
            return field["manager"]
    return None


def keep(thing, there):
    for path in KEEP.get(name_of(thing), []):
        *parents, last = path.split(".")
        source, target = there, thing
        for part in parents:
            source, target = source.get(part, {}), target.setdefault(part, {})
        if last in source:
            target[last] = source[last]


def ready(there):
    status = there.get("status", {})
    if status.get("observedGeneration", there["metadata"]["generation"]) < there["metadata"]["generation"]:
        return False
    conditions = {condition["type"]: condition["status"] for condition in status.get("conditions", [])}
    if there["kind"] == "Deployment":
        wanted = there["spec"].get("replicas", 1)
        return status.get("updatedReplicas", 0) == status.get("replicas", 0) == wanted and status.get("availableReplicas", 0) >= wanted
    if there["kind"] == "HTTPRoute":
        return all(condition["status"] == "True" for parent in status.get("parents", []) for condition in parent.get("conditions", []))
    return conditions.get("Ready") == "True" and conditions.get("UpgradeInProgress") != "True"


def apply(things, options):
    """Applies objects and waits for them."""
    for thing in things:
        there = live(thing)
        manager = owner(there)
        if manager is None:
            sys.exit(f"{name_of(thing)}: Pulumi did not make it; run 'pulumi up' first, or let whatever applied it do so again.")
        keep(thing, there)
        how = ["--dry-run=server"] if options.dry_run else []
        answer = kubectl("apply", "--server-side", "--force-conflicts", f"--field-manager={manager}", *how, "--filename", "-", text=json.dumps(thing))
        if answer.returncode:
            sys.exit(f"{name_of(thing)}: {answer.stderr.strip()}")
        print(answer.stdout.strip())
    end = time.monotonic() + options.timeout
    waiting = [] if options.dry_run else list(things)
    while waiting:
        waiting = [thing for thing in waiting if not ready(live(thing))]
        if waiting and time.monotonic() > end:
            sys.exit(f"not ready after {options.timeout} seconds: {', '.join(map(name_of, waiting))}")
        if waiting:
            time.sleep(min(5, options.timeout))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--timeout", type=int, default=900, help="seconds to wait for models, and for routes")
    parser.add_argument("--dry-run", action="store_true", help="let the cluster check the objects, and change nothing")
    options = parser.parse_args()

    things = list(yaml.safe_load_all(pathlib.Path(__file__).with_name("objects.yaml").read_text(encoding="utf-8")))
    apply([thing for thing in things if thing["kind"] not in ROUTES], options)
    apply([thing for thing in things if thing["kind"] in ROUTES], options)


if __name__ == "__main__":
    main()
