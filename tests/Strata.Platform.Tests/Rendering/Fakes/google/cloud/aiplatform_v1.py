"""Endpoints and models of Vertex AI, in the file GCP_STATE."""
import json
import os
import pathlib
from types import SimpleNamespace

_file = pathlib.Path(os.environ["GCP_STATE"])


def _read():
    return json.loads(_file.read_text(encoding="utf-8"))


def _write(state, call):
    state.setdefault("calls", []).append(call)
    _file.write_text(json.dumps(state), encoding="utf-8")


class _Done:
    def __init__(self, result):
        self._result = result

    def result(self, timeout):
        return self._result


class EndpointServiceClient:
    def __init__(self, client_options):
        pass

    def get_endpoint(self, name):
        state = _read()
        return SimpleNamespace(
            name=name,
            deployed_models=[SimpleNamespace(display_name=model["display_name"], id=model["id"]) for model in state["deployed"]],
            traffic_split=dict(state["split"]),
            encryption_spec=SimpleNamespace(kms_key_name="key"))

    def deploy_model(self, endpoint, deployed_model, traffic_split):
        state = _read()
        new = str(100 + len(state.get("calls", [])))
        state["deployed"].append({**deployed_model, "id": new})
        state["split"] = {new if name == "0" else name: share for name, share in traffic_split.items()}
        _write(state, f"deploy {deployed_model['display_name']} of {deployed_model['model']} with {traffic_split}")
        return _Done(None)

    def update_endpoint(self, endpoint, update_mask):
        state = _read()
        assert sum(endpoint["traffic_split"].values()) == 100
        state["split"] = endpoint["traffic_split"]
        _write(state, f"split {sorted(endpoint['traffic_split'].values())}")

    def undeploy_model(self, endpoint, deployed_model_id):
        state = _read()
        assert not state["split"].get(deployed_model_id)
        state["deployed"] = [model for model in state["deployed"] if model["id"] != deployed_model_id]
        _write(state, f"undeploy {deployed_model_id}")
        return _Done(None)


class ModelServiceClient:
    def __init__(self, client_options):
        pass

    def upload_model(self, parent, model):
        state = _read()
        _write(state, f"upload {model['display_name']} from {model.get('artifact_uri')} key {model['encryption_spec']['kms_key_name']}")
        return _Done(SimpleNamespace(model=f"{parent}/models/{model['display_name']}"))
