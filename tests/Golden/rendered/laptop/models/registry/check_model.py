#!/usr/bin/env python3
"""Refuses a model of which something is not known.

usage: check_model.py FOLDER

FOLDER holds the model and its card, model-card.yaml. Prints one line for each fact that is missing; exits with 1 if there is one.
The store 'registry' requires: definition, parameters, functions, dependencies, data, code, experiment, tags.
"""
import pathlib
import re
import sys

import yaml

REQUIRED = ["definition", "parameters", "functions", "dependencies", "data", "code", "experiment", "tags"]
KNOWN = ["definition", "parameters", "functions", "dependencies", "data", "code", "experiment", "tags"]


def filled(value):
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def definition(folder, fact):
    if not filled(fact.get("class")):
        yield "'class' does not say what the model is"


def parameters(folder, fact):
    files = fact.get("files") or []
    if not files:
        yield "'files' names no weights"
    for name in files:
        if not (folder / str(name)).is_file():
            yield f"the weights '{name}' are not in the folder"


def functions(folder, fact):
    for name in ("featurize", "predict"):
        if not re.fullmatch(r"[\w.]+:\w+", str(fact.get(name) or "")):
            yield f"'{name}' is not module:function"


def dependencies(folder, fact):
    path = folder / str(fact.get("requirements") or "")
    if not path.is_file():
        yield "'requirements' names no file of the folder"
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        text = line.split("#")[0].strip()
        if text and not text.startswith("-") and not re.fullmatch(r"[A-Za-z0-9._-]+(\[[^\]]*\])?==[^,;*\s]+(\s*;.*)?", text):
            yield f"'{text}' has no exact version"


def data(folder, fact):
    sources = fact.get("sources") or []
    if not sources:
        yield "'sources' names no data"
    for source in sources:
        if "@" not in str(source):
            yield f"'{source}' has no version: write it as name@version"


def code(folder, fact):
    if not filled(fact.get("repository")):
        yield "'repository' is empty"
    if not re.fullmatch(r"[0-9a-f]{7,40}", str(fact.get("commit") or "")):
        yield "'commit' is no commit"


def experiment(folder, fact):
    if not filled(fact.get("run")):
        yield "'run' is empty"
    if not fact.get("metrics"):
        yield "'metrics' has none"


def tags(folder, fact):
    if not filled(fact.get("owner")):
        yield "'owner' is empty"


CHECKS = {"definition": definition, "parameters": parameters, "functions": functions, "dependencies": dependencies, "data": data, "code": code, "experiment": experiment, "tags": tags}


def problems(folder):
    path = folder / "model-card.yaml"
    if not path.is_file():
        yield "there is no model-card.yaml"
        return
    try:
        card = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        yield f"model-card.yaml cannot be read: {error}"
        return
    if not isinstance(card, dict):
        yield "model-card.yaml is not a map of facts"
        return
    for name in card:
        if name not in KNOWN:
            yield f"'{name}' is no fact; known are {', '.join(KNOWN)}"
    for name in REQUIRED:
        fact = card.get(name)
        if not isinstance(fact, dict):
            yield f"{name}: missing"
            continue
        for problem in CHECKS[name](folder, fact):
            yield f"{name}: {problem}"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    found = list(problems(folder))
    for problem in found:
        print(f"{folder}: {problem}")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
