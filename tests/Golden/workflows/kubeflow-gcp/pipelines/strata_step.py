"""Runs one step of a workflow inside its image, whatever started it.

usage: strata_step.py SPEC [VALUE...]

SPEC is JSON. A part of a text in it is text itself, a list with a value that was filled in, the number of a VALUE, or null for an item,
which is the first VALUE as JSON.
"""
import json
import operator
import os
import pathlib
import re
import subprocess
import sys
import tempfile


class S3:
    def __init__(self, bucket):
        import boto3

        self.bucket = boto3.resource("s3").Bucket(bucket)

    def keys(self, prefix):
        return [found.key for found in self.bucket.objects.filter(Prefix=prefix)]

    def get(self, key, path):
        self.bucket.download_file(key, str(path))

    def put(self, path, key):
        self.bucket.upload_file(str(path), key)


class Gcs:
    def __init__(self, bucket):
        from google.cloud import storage

        self.bucket = storage.Client().bucket(bucket)

    def keys(self, prefix):
        return [found.name for found in self.bucket.list_blobs(prefix=prefix)]

    def get(self, key, path):
        self.bucket.blob(key).download_to_filename(str(path))

    def put(self, path, key):
        self.bucket.blob(key).upload_from_filename(str(path))


class Run:
    """The part of the store that belongs to one run."""

    def __init__(self, spec, run):
        scheme, bucket, folder = re.fullmatch(r"(s3|gs)://([^/]+)/?(.*)", spec["store"]).groups()
        self.files = S3(bucket) if scheme == "s3" else Gcs(bucket)
        self.prefix = "/".join(part for part in (folder.rstrip("/"), "workflows", spec["workflow"], re.sub(r"[^A-Za-z0-9._-]", "-", run)) if part)

    def keep(self, step, name, path):
        """A file is kept as it is, a folder file by file."""
        files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())
        if not files:
            sys.exit(f"The step was to hand on '{name}', and wrote nothing to {path}.")
        for file in files:
            below = file.relative_to(path.parent).as_posix()
            self.files.put(file, f"{self.prefix}/{step}/{below}")

    def fetch(self, step, name, folder):
        """What a step that was left out would have handed on is not there."""
        start = f"{self.prefix}/{step}/"
        for key in self.files.keys(start + name):
            below = key[len(start):]
            if below == name or below.startswith(name + "/"):
                path = folder / below
                path.parent.mkdir(parents=True, exist_ok=True)
                self.files.get(key, path)


def value(part, values):
    if isinstance(part, list):
        return part[0]
    if isinstance(part, int):
        return values[part]
    return json.loads(values[0]) if part is None else part


def text(parts, values):
    """What was filled in is text, or becomes JSON."""
    found = [value(part, values) for part in parts]
    return "".join(one if isinstance(one, str) else json.dumps(one) for one in found)


SIGNS = {"==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


def holds(condition, values):
    """A number that is not there, because its step was left out, compares with nothing."""
    kind, *rest = condition
    if kind == "all":
        return all(holds(one, values) for one in rest)
    if kind == "any":
        return any(holds(one, values) for one in rest)
    if kind == "not":
        return not holds(rest[0], values)
    left, constant = text([rest[0]], values), rest[1]
    return SIGNS[kind](left if isinstance(constant, str) else float(left or "nan"), constant)


def give(spec, values, outputs):
    """All in one file, or each in one of its own."""
    if "results" in spec:
        for name, at in spec["results"].items():
            path = pathlib.Path(values[at])
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(outputs[name], encoding="utf-8")
    elif outputs:
        result = pathlib.Path(spec["result"])
        result.parent.mkdir(parents=True, exist_ok=True)
        result.write_text(json.dumps(outputs), encoding="utf-8")


def main():
    spec, values = json.loads(sys.argv[1]), sys.argv[2:]
    if "when" in spec and not holds(spec["when"], values):
        print("The step is left out: its condition does not hold.")
        give(spec, values, dict.fromkeys(spec["outputs"], ""))
        return

    run = text(spec["run"], values)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="strata-"))
    outputs, artifacts = folder / "outputs", folder / "artifacts"
    outputs.mkdir()
    artifacts.mkdir()
    os.environ.update((name, text(parts, values)) for name, parts in spec["environment"])
    os.environ.update(STRATA_RUN=run, STRATA_OUTPUTS=str(outputs), STRATA_ARTIFACTS=str(artifacts))
    kept = Run(spec, run) if spec["keep"] or spec["fetch"] else None
    for step, name, below in spec["fetch"]:
        kept.fetch(step, name, artifacts / below)

    try:
        code = subprocess.run([text(parts, values) for parts in spec["command"]], timeout=spec.get("timeout")).returncode
    except subprocess.TimeoutExpired:
        sys.exit(f"The step was stopped: it may take {spec['timeout']} seconds.")
    if code != 0:
        sys.exit(code)

    given = {}
    for name in spec["outputs"]:
        if not (outputs / name).is_file():
            sys.exit(f"The step was to give out '{name}', and wrote no such file to {outputs}.")
        given[name] = (outputs / name).read_text(encoding="utf-8").rstrip("\r\n")
    for name in spec["keep"]:
        kept.keep(spec["step"], name, artifacts / name)
    give(spec, values, given)


if __name__ == "__main__":
    main()
