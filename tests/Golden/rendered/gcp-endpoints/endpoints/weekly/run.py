#!/usr/bin/env python3
"""Starts a batch prediction of 'weekly' now, with the model that the stack file names, and waits for its end.

usage: run.py [--input URI] [--output URI] [--timeout 86400] [--no-wait]

The job in prediction-job.json is the one that the schedule of 'sample' starts. Exits with 1 when the run fails, or is not done in time.
"""
import argparse
import json
import pathlib
import sys
import time

import google.auth
from google.auth.transport.requests import AuthorizedSession

API = "https://europe-west4-aiplatform.googleapis.com/v1"
PARENT = "projects/acme-recsys-prod/locations/europe-west4"


def answer(response):
    if response.status_code != 200:
        sys.exit(f"Vertex AI says {response.status_code}: {response.text[:1000]}")
    return response.json()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", help="files: gs://bucket/path/*")
    parser.add_argument("--output", help="a folder: gs://bucket/path")
    parser.add_argument("--timeout", type=int, default=86400, help="seconds to wait")
    parser.add_argument("--no-wait", action="store_true")
    options = parser.parse_args()

    job = json.loads(pathlib.Path(__file__).with_name("prediction-job.json").read_text(encoding="utf-8"))
    if options.input:
        job["inputConfig"]["gcsSource"]["uris"] = [options.input]
    if options.output:
        job["outputConfig"]["gcsDestination"]["outputUriPrefix"] = options.output
    credentials, _ = google.auth.default(scopes=["https://www.googleapis.com/auth/cloud-platform"])
    session = AuthorizedSession(credentials)
    name = answer(session.post(f"{API}/{PARENT}/batchPredictionJobs", json=job))["name"]
    print(f"{name}: started")
    end = time.monotonic() + options.timeout
    while not options.no_wait:
        now = answer(session.get(f"{API}/{name}"))
        state = now["state"].removeprefix("JOB_STATE_")
        if state in ("SUCCEEDED", "FAILED", "CANCELLED", "EXPIRED", "PARTIALLY_SUCCEEDED"):
            print(f"{name}: {state.lower()} {now.get('error', {}).get('message', '')}".rstrip())
            sys.exit(0 if state == "SUCCEEDED" else 1)
        if time.monotonic() > end:
            sys.exit(f"{name}: not done after {options.timeout} seconds")
        time.sleep(min(30, options.timeout))


if __name__ == "__main__":
    main()
