"""Google Cloud's APIs over HTTP: answers by a part of what is asked, from the file GCP_STATE."""
import json
import os
import pathlib


class _Response:
    def __init__(self, answer):
        self.status_code = 200 if answer is not None else 404
        self.text = json.dumps(answer)

    def json(self):
        return json.loads(self.text)


class AuthorizedSession:
    def __init__(self, credentials):
        self.file = pathlib.Path(os.environ["GCP_STATE"])
        self.state = json.loads(self.file.read_text(encoding="utf-8"))

    def get(self, url, params=None):
        asked = params["query"] if params else url
        return _Response(next((answer for part, answer in self.state["answers"].items() if all(word in asked for word in part.split(" "))), None))

    def post(self, url, json):
        self.state["posted"] = {"url": url, "body": json}
        self.file.write_text(__import__("json").dumps(self.state), encoding="utf-8")
        return _Response({"name": "projects/1/locations/europe-west4/batchPredictionJobs/7"})
