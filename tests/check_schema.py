#!/usr/bin/env python3
"""Holds values to a JSON schema.

usage: check_schema.py SCHEMA[#DEFINITION|#PATH/TO/SCHEMA] [--partial] < LIST

DEFINITION is the name of one among the schema's definitions, or a path with '/' to a schema inside the file.

LIST is a JSON list of {"origin": text, "value": any}. Objects with one of the keys $ref, $output and $secret stand for values
that are known only later and are taken for what the schema wants. With --partial the values are to be
merged into defaults, as Helm does, so that nothing is missing. Prints one line for each problem; exits with 1 if there is one,
with 3 where the package 'jsonschema' is not installed.
"""
import json
import sys

try:
    from jsonschema.exceptions import best_match
    from jsonschema.validators import validator_for
except ImportError:
    sys.exit(3)

LATER = {"$ref", "$output", "$secret"}


def is_later(value):
    return isinstance(value, dict) and bool(LATER & value.keys())


def without_later(value):
    """What is known only later is left out of objects, and is a text in lists."""
    if isinstance(value, dict):
        return {key: without_later(inner) for key, inner in value.items() if not is_later(inner)}
    if isinstance(value, list):
        return ["later" if is_later(inner) else without_later(inner) for inner in value]
    return value


def main():
    path, _, name = sys.argv[1].partition("#")
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    if "/" in name:
        for part in name.split("/"):
            schema = schema[part]
    elif name:
        schema = {"$ref": f"#/definitions/{name}", "definitions": schema["definitions"]}
    validator = validator_for(schema)(schema)
    partial = "--partial" in sys.argv[2:]
    found = False
    for entry in json.load(sys.stdin):
        for error in sorted(validator.iter_errors(without_later(entry["value"])), key=lambda e: list(map(str, e.absolute_path))):
            if partial and error.validator == "required":
                continue
            found = True
            inner = best_match([error]) or error
            print(f"{entry['origin']}: {'.'.join(map(str, inner.absolute_path))}: {inner.message[:300]}")
    sys.exit(1 if found else 0)


main()
