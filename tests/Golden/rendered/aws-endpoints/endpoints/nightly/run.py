#!/usr/bin/env python3
"""Starts a batch transform of 'nightly' now and waits for its end.

usage: run.py [--input URI] [--output URI] [--timeout 86400] [--no-wait]

The job in transform-job.json is the one that the schedule of 'sample' starts. Its model is that of the last 'pulumi up': it and what
else only AWS knows, marked with $live, are taken from the state machine. Exits with 1 when the run fails, or is not done in time.
"""
import argparse
import json
import pathlib
import sys
import time
import uuid

import boto3

REGION = "eu-central-1"
STATE_MACHINE = "arn:aws:states:eu-central-1:123456789012:stateMachine:fraud-sample-nightly"


def filled(wanted, there):
    if isinstance(wanted, dict):
        return there if "$live" in wanted else {key: filled(value, there.get(key, {})) for key, value in wanted.items()}
    return wanted


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input")
    parser.add_argument("--output")
    parser.add_argument("--timeout", type=int, default=86400, help="seconds to wait")
    parser.add_argument("--no-wait", action="store_true")
    options = parser.parse_args()

    machine = boto3.client("stepfunctions", region_name=REGION).describe_state_machine(stateMachineArn=STATE_MACHINE)
    there = json.loads(machine["definition"])["States"]["Score"]["Parameters"]
    job = filled(json.loads(pathlib.Path(__file__).with_name("transform-job.json").read_text(encoding="utf-8")), there)
    if options.input:
        job["TransformInput"]["DataSource"]["S3DataSource"]["S3Uri"] = options.input
    if options.output:
        job["TransformOutput"]["S3OutputPath"] = options.output
    name = f"{machine['name'][:50]}-{uuid.uuid4().hex[:12]}"
    client = boto3.client("sagemaker", region_name=REGION)
    client.create_transform_job(TransformJobName=name, **job)
    print(f"{name}: started with {job['ModelName']}")
    end = time.monotonic() + options.timeout
    while not options.no_wait:
        now = client.describe_transform_job(TransformJobName=name)
        if now["TransformJobStatus"] in ("Completed", "Failed", "Stopped"):
            print(f"{name}: {now['TransformJobStatus'].lower()} {now.get('FailureReason', '')}".rstrip())
            sys.exit(0 if now["TransformJobStatus"] == "Completed" else 1)
        if time.monotonic() > end:
            sys.exit(f"{name}: not done after {options.timeout} seconds")
        time.sleep(min(30, options.timeout))


if __name__ == "__main__":
    main()
