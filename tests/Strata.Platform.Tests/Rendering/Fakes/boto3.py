"""AWS in the file AWS_STATE: what it has, and the calls that changed it."""
import datetime
import json
import os
import pathlib

_file = pathlib.Path(os.environ["AWS_STATE"])


class _Client:
    def __init__(self, service):
        self.service = service
        self.state = json.loads(_file.read_text(encoding="utf-8"))

    def save(self, call=None):
        if call:
            self.state.setdefault("calls", []).append(call)
        _file.write_text(json.dumps(self.state), encoding="utf-8")

    def describe_endpoint(self, EndpointName):
        return self.state["endpoint"]

    def describe_endpoint_config(self, EndpointConfigName):
        return self.state["configurations"][EndpointConfigName]

    def describe_model(self, ModelName):
        return self.state["models"][ModelName]

    def get_paginator(self, name):
        items = {
            "list_endpoint_configs": {"EndpointConfigs": [{"EndpointConfigName": name} for name in reversed(self.state["configurations"])]},
            "list_models": {"Models": [{"ModelName": name} for name in self.state["models"]]},
        }[name]
        return type("Paginator", (), {"paginate": lambda self, **_: [items]})()

    def create_model(self, ModelName, Tags, **content):
        self.state["models"][ModelName] = content
        self.save(f"create_model {ModelName}")

    def create_endpoint_config(self, EndpointConfigName, Tags, **content):
        self.state["configurations"][EndpointConfigName] = content
        self.save(f"create_endpoint_config {EndpointConfigName}")

    def delete_model(self, ModelName):
        del self.state["models"][ModelName]
        self.save(f"delete_model {ModelName}")

    def delete_endpoint_config(self, EndpointConfigName):
        del self.state["configurations"][EndpointConfigName]
        self.save(f"delete_endpoint_config {EndpointConfigName}")

    def update_endpoint(self, **update):
        if os.environ.get("AWS_ALARM"):
            self.state["endpoint"]["FailureReason"] = "the alarm fraud-sample-score-errors"
        else:
            self.state["endpoint"]["EndpointConfigName"] = update["EndpointConfigName"]
        self.state["update"] = update
        self.save("update_endpoint")

    def get_metric_statistics(self, MetricName, Dimensions, **how):
        value = self.state["metrics"][Dimensions[1]["Value"]].get(MetricName)
        if value is None:
            return {"Datapoints": []}
        return {"Datapoints": [{"ExtendedStatistics": {"p99": value}} if "ExtendedStatistics" in how else {"Sum": value}]}

    def describe_state_machine(self, stateMachineArn):
        return {"name": stateMachineArn.rsplit(":", 1)[1], "definition": json.dumps({"States": {"Score": {"Parameters": self.state["parameters"]}}})}

    def create_transform_job(self, TransformJobName, **job):
        self.state["job"] = job
        self.save("create_transform_job")

    def describe_transform_job(self, TransformJobName):
        return {"TransformJobStatus": os.environ["AWS_OUTCOME"]}


def client(service, region_name):
    return _Client(service)
