#!/usr/bin/env python3
"""Puts what the stack file says of 'shadow' live, without 'pulumi up'.

usage: deploy.py [--timeout 28800] [--dry-run]

Change the model in the stack file, run 'strata render sample', and run this with credentials that may make models and configurations,
pass the models' role, and update the endpoint. deployment.json is what the stack's graph says: models, what they run on, and how SageMaker moves
requests to them and when it goes back. What only AWS knows, marked there with $live, is taken from what is live at the same place.

SageMaker never changes a model or a configuration: this makes new ones, named by their content, so that running it twice does
nothing the second time. Of those it made, the live and the one before are kept. Exits with 1 when SageMaker went back to the old model.
"""
import argparse
import hashlib
import json
import pathlib
import sys
import time

import boto3

REGION = "eu-central-1"
ENDPOINT = "fraud-sample-shadow"
# Names of what this makes begin so; room is left for the hash.
PREFIX = f"{ENDPOINT[:50]}-d"


def filled(wanted, there, path):
    """A wanted value with what only AWS knows from the live one; lists of variants are matched by name."""
    if isinstance(wanted, dict):
        if "$live" in wanted:
            if there is None:
                sys.exit(f"{path}: only AWS knows it, and nothing that is live has it; run 'pulumi up' once.")
            return there
        return {key: filled(value, there.get(key) if isinstance(there, dict) else None, f"{path}.{key}") for key, value in wanted.items()}
    if isinstance(wanted, list):
        others = there if isinstance(there, list) else []
        if wanted and all(isinstance(item, dict) and "VariantName" in item for item in wanted):
            by_name = {item.get("VariantName"): item for item in others}
            return [filled(item, by_name.get(item["VariantName"]), f"{path}.{item['VariantName']}") for item in wanted]
        if any(isinstance(item, dict) and "$live" in item for item in wanted):
            return filled({"$live": True}, there, path)
        return [filled(item, others[index] if index < len(others) else None, f"{path}[{index}]") for index, item in enumerate(wanted)]
    return wanted


def name_for(content):
    return PREFIX + hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:10]


def variants_of(configuration):
    return {variant["VariantName"]: variant for variant in configuration.get("ProductionVariants", []) + configuration.get("ShadowProductionVariants", [])}


def models_for(client, description, configuration, there):
    """The models to make, by name, with the configuration that names them."""
    before = {name: client.describe_model(ModelName=variant["ModelName"]) for name, variant in variants_of(there).items()}
    models = {}
    for variant in configuration["ProductionVariants"] + configuration.get("ShadowProductionVariants", []):
        name = variant["VariantName"]
        model = filled(description["models"][name], before.get(name) or next(iter(before.values()), None), f"models.{name}")
        variant["ModelName"] = name_for(model)
        models[variant["ModelName"]] = model
    return models


def made(client):
    """The configurations that this made, the newest first."""
    pages = client.get_paginator("list_endpoint_configs").paginate(NameContains=PREFIX, SortBy="CreationTime", SortOrder="Descending")
    return [item["EndpointConfigName"] for page in pages for item in page["EndpointConfigs"] if item["EndpointConfigName"].startswith(PREFIX)]


def make(client, models, name, configuration, tags):
    existing = {item["ModelName"] for page in client.get_paginator("list_models").paginate(NameContains=PREFIX) for item in page["Models"]}
    for model, content in models.items():
        if model not in existing:
            client.create_model(ModelName=model, Tags=tags, **content)
    if name not in made(client):
        client.create_endpoint_config(EndpointConfigName=name, Tags=tags, **configuration)


def remove_old(client, kept):
    used = set()
    for name in kept:
        used |= {variant["ModelName"] for variant in variants_of(client.describe_endpoint_config(EndpointConfigName=name)).values()}
    for name in made(client):
        if name not in kept:
            models = {variant["ModelName"] for variant in variants_of(client.describe_endpoint_config(EndpointConfigName=name)).values()}
            client.delete_endpoint_config(EndpointConfigName=name)
            for model in sorted(models - used):
                if model.startswith(PREFIX):
                    client.delete_model(ModelName=model)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--timeout", type=int, default=28800, help="seconds to wait for SageMaker")
    parser.add_argument("--dry-run", action="store_true", help="say what would be made, and change nothing")
    options = parser.parse_args()

    description = json.loads(pathlib.Path(__file__).with_name("deployment.json").read_text(encoding="utf-8"))
    client = boto3.client("sagemaker", region_name=REGION)
    endpoint = client.describe_endpoint(EndpointName=ENDPOINT)
    if endpoint["EndpointStatus"] != "InService":
        sys.exit(f"{ENDPOINT} is {endpoint['EndpointStatus']}; wait until it is InService.")
    there = client.describe_endpoint_config(EndpointConfigName=endpoint["EndpointConfigName"])
    configuration = filled(description["configuration"], there, "configuration")
    models = models_for(client, description, configuration, there)
    name = name_for(configuration)
    if endpoint["EndpointConfigName"] == name:
        print(f"{name} is live already")
        return
    print(f"{endpoint['EndpointConfigName']} -> {name}: {', '.join(models)}")
    if options.dry_run:
        return

    make(client, models, name, configuration, description["tags"])
    update = {"EndpointName": ENDPOINT, "EndpointConfigName": name}
    if "deployment" in description:
        update["DeploymentConfig"] = description["deployment"]
    machines = all("InitialInstanceCount" in variant for variant in variants_of(configuration).values())
    if machines and variants_of(configuration).keys() == variants_of(there).keys():
        # The number of machines is what scaling made it.
        update |= {"RetainAllVariantProperties": True, "ExcludeRetainedVariantProperties": [{"VariantPropertyType": "DesiredWeight"}]}
    client.update_endpoint(**update)

    end = time.monotonic() + options.timeout
    while True:
        now = client.describe_endpoint(EndpointName=ENDPOINT)
        if now["EndpointStatus"] not in ("Updating", "RollingBack", "SystemUpdating"):
            break
        if time.monotonic() > end:
            sys.exit(f"{ENDPOINT} is still {now['EndpointStatus']} after {options.timeout} seconds")
        time.sleep(min(15, options.timeout))
    if now["EndpointStatus"] != "InService" or now["EndpointConfigName"] != name:
        sys.exit(f"{ENDPOINT} went back to {now['EndpointConfigName']} ({now['EndpointStatus']}): {now.get('FailureReason', 'an alarm rang')}")
    remove_old(client, {name, endpoint["EndpointConfigName"]})
    print(f"{name} is live")


if __name__ == "__main__":
    main()
