#!/usr/bin/env python3
"""Runs one step of a workflow inside its image, whatever started it, and keeps what it hands on in the object store.

usage: strata_step.py SPEC [VALUE...]    SPEC is JSON, or @ and the name of a file with it.
       strata_step.py COMMAND...         The environment says the rest, where a queue started it.

A part of a text in SPEC is text itself, a list with a value that was filled in, the number of a VALUE, an object that names the output of
an earlier step in the store, or null for an item, which is the first VALUE as JSON.

STRATA_FOLDER   the run's folder: s3://bucket/runs/train/42 or gs://...
STRATA_STEP     this step's folder below it
STRATA_FETCH    artifacts of earlier steps, as "step/name step/name": where several have one name, each is below its step's
STRATA_KEEP     what this step hands on, as "output:name artifact:name"
"""
import datetime
import hashlib
import hmac
import io
import json
import operator
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
import xml.etree.ElementTree

PART = 1 << 29  # S3 takes at most 5 GiB in one piece.


def send(method, address, headers, body=None, length=0, sign=lambda headers: headers):
    """What does not get through is sent again; each time with a signature of its own."""
    for wait in (1, 4, 16, None):
        whole = dict(headers)
        if body is not None:
            body.seek(0)
            whole["content-length"] = str(length)
        try:
            return urllib.request.urlopen(urllib.request.Request(address, data=body, headers=sign(whole), method=method))
        except urllib.error.HTTPError as problem:
            if problem.code < 500 and problem.code != 429 or wait is None:
                raise
        except (urllib.error.URLError, ConnectionError):
            if wait is None:
                raise
        time.sleep(wait)


class Slice:
    """A piece of a file, to be read like a file."""

    def __init__(self, file, start, length):
        self.file, self.start, self.length, self.left = file, start, length, length

    def seek(self, _):
        self.file.seek(self.start)
        self.left = self.length

    def read(self, size=-1):
        found = self.file.read(self.left if size < 0 else min(size, self.left))
        self.left -= len(found)
        return found


class S3:
    """Any server that speaks S3, with requests signed as AWS Signature Version 4 says."""

    def __init__(self, bucket):
        self.region = os.environ.get("AWS_REGION") or os.environ["AWS_DEFAULT_REGION"]
        endpoint = os.environ.get("AWS_ENDPOINT_URL_S3")
        self.address = f"{endpoint.rstrip('/')}/{bucket}" if endpoint else f"https://{bucket}.s3.{self.region}.amazonaws.com"

    @staticmethod
    def credentials():
        """Of the role of the job or the pod: whoever started the container says where they are."""
        if "AWS_ACCESS_KEY_ID" in os.environ:
            return os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"], os.environ.get("AWS_SESSION_TOKEN", "")
        address, headers = os.environ.get("AWS_CONTAINER_CREDENTIALS_FULL_URI"), {}
        if address is None:
            address = "http://169.254.170.2" + os.environ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"]
        if "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE" in os.environ:
            headers["Authorization"] = pathlib.Path(os.environ["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"]).read_text(encoding="ascii").strip()
        with send("GET", address, headers) as answer:
            found = json.load(answer)
        return found["AccessKeyId"], found["SecretAccessKey"], found["Token"]

    def request(self, method, key, query=None, body=None, length=0, kind="application/octet-stream"):
        path = urllib.parse.quote(key, safe="/-_.~")
        asked = "&".join(f"{urllib.parse.quote(name, safe='-_.~')}={urllib.parse.quote(str(value), safe='-_.~')}" for name, value in sorted((query or {}).items()))
        address = f"{self.address}/{path}"
        host, whole = urllib.parse.urlparse(address).netloc, urllib.parse.urlparse(address).path

        def sign(headers):
            access, secret, token = self.credentials()
            now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y%m%dT%H%M%SZ")
            signed = {"host": host, "x-amz-content-sha256": "UNSIGNED-PAYLOAD", "x-amz-date": now, **({"x-amz-security-token": token} if token else {})}
            names = ";".join(sorted(signed))
            lines = "".join(f"{name}:{signed[name]}\n" for name in sorted(signed))
            canonical = f"{method}\n{whole}\n{asked}\n{lines}\n{names}\nUNSIGNED-PAYLOAD"
            scope = f"{now[:8]}/{self.region}/s3/aws4_request"
            text = f"AWS4-HMAC-SHA256\n{now}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
            key_ = ("AWS4" + secret).encode()
            for part in (now[:8], self.region, "s3", "aws4_request"):
                key_ = hmac.new(key_, part.encode(), hashlib.sha256).digest()
            signature = hmac.new(key_, text.encode(), hashlib.sha256).hexdigest()
            return {**headers, **signed, "authorization": f"AWS4-HMAC-SHA256 Credential={access}/{scope}, SignedHeaders={names}, Signature={signature}"}

        return send(method, f"{address}?{asked}" if asked else address, {"content-type": kind} if body is not None else {}, body, length, sign)

    def found(self, prefix):
        """Keys, each with the time of its last change as text that sorts."""
        token = {}
        while token is not None:
            with self.request("GET", "", {"list-type": "2", "prefix": prefix, **token}) as answer:
                root = xml.etree.ElementTree.parse(answer).getroot()
            space = root.tag.partition("}")[0] + "}" if root.tag.startswith("{") else ""
            yield from ((one.findtext(f"{space}Key"), one.findtext(f"{space}LastModified")) for one in root.iterfind(f"{space}Contents"))
            more = root.findtext(f"{space}NextContinuationToken")
            token = {"continuation-token": more} if more else None

    def get(self, key):
        return self.request("GET", key)

    def put(self, key, body, length, *kind):
        if length <= PART:
            self.request("PUT", key, None, body, length, *kind).close()
            return
        with self.request("POST", key, {"uploads": ""}, io.BytesIO(), 0) as answer:
            upload = re.search(r"<UploadId>([^<]+)</UploadId>", answer.read().decode())[1]
        tags = []
        for number, start in enumerate(range(0, length, PART), 1):
            size = min(PART, length - start)
            with self.request("PUT", key, {"partNumber": number, "uploadId": upload}, Slice(body, start, size), size) as answer:
                tags.append(f"<Part><PartNumber>{number}</PartNumber><ETag>{answer.headers['ETag']}</ETag></Part>")
        whole = f"<CompleteMultipartUpload>{''.join(tags)}</CompleteMultipartUpload>".encode()
        with self.request("POST", key, {"uploadId": upload}, io.BytesIO(whole), len(whole)) as answer:
            if b"<Error>" in answer.read():
                sys.exit(f"The store could not put the pieces of {key} together.")


class Gcs:
    """Google Cloud Storage, with the token that the machine's metadata server gives."""

    def __init__(self, bucket):
        self.bucket = bucket

    @staticmethod
    def sign(headers):
        metadata = "http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token"
        with send("GET", metadata, {"Metadata-Flavor": "Google"}) as answer:
            return {**headers, "authorization": "Bearer " + json.load(answer)["access_token"]}

    def request(self, method, path, body=None, length=0, kind="application/octet-stream"):
        headers = {"content-type": kind} if body is not None else {}
        return send(method, f"https://storage.googleapis.com/{path}", headers, body, length, self.sign)

    def found(self, prefix):
        query = {"prefix": prefix, "fields": "items(name,updated),nextPageToken"}
        while query is not None:
            with self.request("GET", f"storage/v1/b/{self.bucket}/o?{urllib.parse.urlencode(query)}") as answer:
                listed = json.load(answer)
            yield from ((item["name"], item["updated"]) for item in listed.get("items", []))
            query = {**query, "pageToken": listed["nextPageToken"]} if "nextPageToken" in listed else None

    def get(self, key):
        return self.request("GET", f"{self.bucket}/{urllib.parse.quote(key, safe='/-_.~')}")

    def put(self, key, body, length, *kind):
        self.request("PUT", f"{self.bucket}/{urllib.parse.quote(key, safe='/-_.~')}", body, length, *kind).close()


class Run:
    """The folder of the store that belongs to one run."""

    def __init__(self, address):
        scheme, bucket, folder = re.fullmatch(r"(s3|gs)://([^/]+)/?(.*)", address).groups()
        self.files = S3(bucket) if scheme == "s3" else Gcs(bucket)
        self.prefix = folder.strip("/")

    def keep(self, step, name, path):
        """A file is kept as it is, a folder file by file."""
        files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())
        if not files:
            sys.exit(f"The step was to hand on '{name}', and wrote nothing to {path}.")
        for file in files:
            with file.open("rb") as body:
                self.files.put(f"{self.prefix}/{step}/{file.relative_to(path.parent).as_posix()}", body, file.stat().st_size)

    def fetch(self, step, name, folder):
        """What a step that was left out would have handed on is not there."""
        start = f"{self.prefix}/{step}/"
        for key, _ in self.files.found(start + name):
            below = key[len(start):]
            if below == name or below.startswith(name + "/"):
                path = folder / below
                path.parent.mkdir(parents=True, exist_ok=True)
                with self.files.get(key) as answer, path.open("wb") as file:
                    while piece := answer.read(1 << 20):
                        file.write(piece)

    def write(self, step, name, text):
        body = text.encode()
        self.files.put(f"{self.prefix}/{step}/{name}", io.BytesIO(body), len(body), "text/plain; charset=utf-8")

    def read(self, step, name):
        try:
            with self.files.get(f"{self.prefix}/{step}/{name}") as answer:
                return answer.read().decode()
        except urllib.error.HTTPError as problem:
            if problem.code == 404:
                return ""
            raise


class Step:
    """One step, as SPEC says, with the values it is given."""

    def __init__(self, spec, values):
        self.spec, self.values = spec, values
        os.environ.update((name, self.text(parts)) for name, parts in spec.get("environment", []) if not any(isinstance(part, dict) for part in parts))
        self.run = self.text(spec["run"])
        below = [spec["store"].rstrip("/"), "workflows", spec["workflow"], re.sub(r"[^A-Za-z0-9._-]", "-", self.run)]
        self.kept = Run(spec.get("folder") or "/".join(below)) if spec["keep"] or spec["fetch"] or spec.get("objects") or '"output":' in json.dumps(spec) else None

    def value(self, part):
        if isinstance(part, list):
            return part[0]
        if isinstance(part, dict):
            return self.kept.read(part["step"], part["output"])
        if isinstance(part, int):
            return self.values[part]
        return json.loads(self.values[0]) if part is None else part

    def text(self, parts):
        """What was filled in is text, or becomes JSON."""
        found = [self.value(part) for part in parts]
        return "".join(one if isinstance(one, str) else json.dumps(one) for one in found)

    def holds(self, condition):
        """A number that is not there, because its step was left out, compares with nothing."""
        kind, *rest = condition
        if kind == "all":
            return all(map(self.holds, rest))
        if kind == "any":
            return any(map(self.holds, rest))
        if kind == "not":
            return not self.holds(rest[0])
        left, constant = self.text([rest[0]]), rest[1]
        return SIGNS[kind](left if isinstance(constant, str) else float(left or "nan"), constant)

    def call(self):
        """The command, again and again if it is to be retried; its exit code."""
        command, wait = [self.text(parts) for parts in self.spec["command"]], self.spec.get("backoff", 0)
        for left in range(self.spec.get("retries", 0), -1, -1):
            try:
                code = subprocess.run(command, timeout=self.spec.get("timeout"), check=False).returncode
            except subprocess.TimeoutExpired:
                code = f"The step was stopped: it may take {self.spec['timeout']} seconds."
            if code == 0 or left == 0:
                return code if not isinstance(code, int) or code >= 0 else 128 - code
            print(f"The step failed ({code}) and is tried again in {wait} seconds.", file=sys.stderr, flush=True)
            time.sleep(wait)
            wait *= 2

    def outputs(self):
        """Runs it; what it gives out."""
        spec = self.spec
        if "when" in spec and not self.holds(spec["when"]):
            print("The step is left out: its condition does not hold.", flush=True)
            return {name: "[]" if name in spec.get("lists", ()) else "" for name in spec["outputs"]}
        folder = pathlib.Path(tempfile.mkdtemp(prefix="strata-"))
        outputs, artifacts = folder / "outputs", folder / "artifacts"
        outputs.mkdir()
        artifacts.mkdir()
        os.environ.update((name, self.text(parts)) for name, parts in spec.get("environment", []))
        os.environ.update(STRATA_RUN=self.run, STRATA_OUTPUTS=str(outputs), STRATA_ARTIFACTS=str(artifacts))
        for step, name, below in spec["fetch"]:
            self.kept.fetch(step, name, artifacts / below)
        code = self.call()
        if code != 0:
            sys.exit(code)
        given = {}
        for name in spec["outputs"]:
            if not (outputs / name).is_file():
                sys.exit(f"The step was to give out '{name}', and wrote no such file to {outputs}.")
            given[name] = (outputs / name).read_text(encoding="utf-8").rstrip("\r\n")
        for name in spec["keep"]:
            self.kept.keep(spec["step"], name, artifacts / name)
        return given

    def give(self, given):
        """Each in an object or a file of its own, or all in one."""
        if self.spec.get("objects"):
            for name, text in given.items():
                self.kept.write(self.spec["step"], name, text)
        elif "results" in self.spec:
            for name, at in self.spec["results"].items():
                path = pathlib.Path(self.values[at])
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(given[name], encoding="utf-8")
        elif given:
            text = json.dumps(given)
            if len(text.encode()) > self.spec.get("most", len(text.encode())):
                sys.exit(f"The step gave out more than the {self.spec['most']} bytes there is room for. Hand it on as an artifact.")
            result = pathlib.Path(self.spec["result"])
            result.parent.mkdir(parents=True, exist_ok=True)
            result.write_text(text, encoding="utf-8")


SIGNS = {"==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


def of_environment(command):
    fetched = [one.rsplit("/", 1) for one in os.environ.get("STRATA_FETCH", "").split()]
    names = [name for _, name in fetched]
    kept = [one.split(":") for one in os.environ.get("STRATA_KEEP", "").split()]
    return dict(
        folder=os.environ["STRATA_FOLDER"], store="", workflow="", run=[os.environ.get("STRATA_RUN", "")], step=os.environ["STRATA_STEP"],
        command=[[word] for word in command], fetch=[[step, name, step if names.count(name) > 1 else ""] for step, name in fetched],
        outputs=[name for kind, name in kept if kind == "output"], keep=[name for kind, name in kept if kind == "artifact"], objects=True)


def main():
    if "STRATA_STEP" in os.environ:
        step = Step(of_environment(sys.argv[1:]), [])
    else:
        spec = sys.argv[1]
        step = Step(json.loads(pathlib.Path(spec[1:]).read_text(encoding="utf-8") if spec.startswith("@") else spec), sys.argv[2:])
    step.give(step.outputs())


if __name__ == "__main__":
    main()
