#!/usr/bin/env python3
"""Puts what the stack file says of 'rank' live.

usage: deploy.py [--dry-run]

No resource of Pulumi puts a model on an endpoint of Vertex AI: this does, the first time and each time that the stack file names another
model or other shares. Run 'strata render sample' before, and this with an account that may upload and deploy models, and act as theirs.

Models are named by their content, so that running it twice does nothing the second time. New ones are deployed without requests,
then all requests are shared out anew at once, and those that nothing names any more are taken away.
"""
import argparse
import hashlib
import json
import pathlib

from google.cloud import aiplatform_v1

CPU = "aiplatform.googleapis.com/prediction/online/cpu/utilization"
# A deployment starts machines and pulls an image.
PATIENCE = 3600


def name_for(model, description):
    what = {key: description.get(key) for key in ("machine", "minReplicas", "maxReplicas", "cpuTarget", "environment", "serviceAccount")}
    what |= {"image": model["image"], "artifactUri": model.get("artifactUri")}
    return f"{model['name']}-{hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()[:8]}"


def upload(client, parent, name, model, description, key):
    container = {"image_uri": model["image"]}
    if description.get("environment"):
        container["env"] = [{"name": variable, "value": value} for variable, value in description["environment"].items()]
    wanted = {"display_name": name, "container_spec": container}
    if model.get("artifactUri"):
        wanted["artifact_uri"] = model["artifactUri"]
    if key:
        wanted["encryption_spec"] = {"kms_key_name": key}
    return client.upload_model(parent=parent, model=wanted).result(timeout=PATIENCE).model


def deployed_model(name, uploaded, description):
    machine = description["machine"]
    spec = {"machine_type": machine["machineType"]}
    if "acceleratorType" in machine:
        spec |= {"accelerator_type": machine["acceleratorType"], "accelerator_count": machine["acceleratorCount"]}
    return {
        "display_name": name,
        "model": uploaded,
        "service_account": description["serviceAccount"],
        "dedicated_resources": {
            "machine_spec": spec,
            "min_replica_count": description["minReplicas"],
            "max_replica_count": description["maxReplicas"],
            "autoscaling_metric_specs": [{"metric_name": CPU, "target": description["cpuTarget"]}],
        },
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dry-run", action="store_true", help="say what would be done, and change nothing")
    options = parser.parse_args()

    description = json.loads(pathlib.Path(__file__).with_name("deployment.json").read_text(encoding="utf-8"))
    address = {"api_endpoint": f"{description['region']}-aiplatform.googleapis.com"}
    endpoints = aiplatform_v1.EndpointServiceClient(client_options=address)
    models = aiplatform_v1.ModelServiceClient(client_options=address)
    endpoint = endpoints.get_endpoint(name=description["endpoint"])
    parent = endpoint.name.rsplit("/endpoints/", 1)[0]
    wanted = {name_for(model, description): model for model in description["models"]}

    for name, model in wanted.items():
        if name in {deployed.display_name for deployed in endpoint.deployed_models}:
            continue
        print(f"{name}: deploying {model.get('artifactUri') or model['image']}")
        if options.dry_run:
            continue
        uploaded = upload(models, parent, name, model, description, endpoint.encryption_spec.kms_key_name)
        split = dict(endpoint.traffic_split)
        # "0" is the model that is being deployed; the first one must take everything.
        endpoints.deploy_model(
            endpoint=endpoint.name, deployed_model=deployed_model(name, uploaded, description), traffic_split={**split, "0": 0} if split else {"0": 100}
        ).result(timeout=PATIENCE)
        endpoint = endpoints.get_endpoint(name=endpoint.name)

    ids = {deployed.display_name: deployed.id for deployed in endpoint.deployed_models}
    shares = {ids.get(name, name): model["trafficPercent"] for name, model in wanted.items()}
    if {key: share for key, share in dict(endpoint.traffic_split).items() if share} != {key: share for key, share in shares.items() if share}:
        print("requests: " + ", ".join(f"{name} {model['trafficPercent']} %" for name, model in wanted.items()))
        if not options.dry_run:
            endpoints.update_endpoint(endpoint={"name": endpoint.name, "traffic_split": shares}, update_mask={"paths": ["traffic_split"]})

    for name, old in ids.items():
        if name not in wanted:
            print(f"{name}: taking away")
            if not options.dry_run:
                endpoints.undeploy_model(endpoint=endpoint.name, deployed_model_id=old).result(timeout=PATIENCE)


if __name__ == "__main__":
    main()
