#!/usr/bin/env python3
"""Runs the stack's workflows on this machine, step by step in the containers of compose.yaml.

usage: run.py init                              make .env, with passwords of its own
       run.py build                             build the images that steps run in
       run.py WORKFLOW [NAME=VALUE...]          run a workflow, with values for its parameters

Needs Docker with Compose. What steps give out and hand on lies under runs/ afterwards.
"""
import argparse
import concurrent.futures
import datetime
import json
import operator
import os
import pathlib
import re
import secrets
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
COMPOSE = ["docker", "compose", "--file", str(HERE / "compose.yaml")]
SIGNS = {"==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}


def init():
    """Values that are there stay; a password that is not gets one of 32 characters. Secrets of the stack are for people to fill in."""
    path = HERE / ".env"
    there = dict(settings())
    lines = []
    for line in (HERE / ".env.example").read_text(encoding="utf-8").splitlines():
        name, is_setting, _ = line.partition("=")
        if is_setting and not line.startswith("#"):
            value = there.pop(name, "") or ("" if name.startswith("STRATA_SECRET_") else secrets.token_hex(16))
            line = name + "=" + value
        lines.append(line)
    lines += [name + "=" + value for name, value in there.items()]
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    print(f"{path} is there. 'docker compose up --detach' in {HERE} starts the services.")


def settings():
    path = HERE / ".env"
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else []:
        name, is_setting, value = line.partition("=")
        if is_setting and not line.startswith("#"):
            yield name.strip(), value.strip()


def build(stack):
    root = subprocess.run(["git", "rev-parse", "--show-toplevel"], cwd=HERE, stdout=subprocess.PIPE, text=True).stdout.strip() or str(HERE.parents[2])
    for image in stack["images"]:
        name, tag = image["image"].rsplit(":", 1)
        print(f"== {image['name']}", flush=True)
        done = subprocess.run(["bash", str(HERE.parent / "images" / "build.sh"), str(HERE.parent / "images" / image["name"]), name, tag, "local", "local", image["source"]], cwd=root)
        if done.returncode != 0:
            sys.exit(f"The image '{image['name']}' was not built.")


class Run:
    def __init__(self, name, workflow, parameters):
        self.name, self.workflow, self.parameters = name, workflow, parameters
        self.id = datetime.datetime.now(datetime.timezone.utc).strftime("%Y%m%dT%H%M%S") + "-" + secrets.token_hex(2)
        self.folder = HERE / "runs" / name / self.id
        self.outputs = {}
        self.secrets = dict(settings())

    def part(self, part, item):
        if isinstance(part, str):
            return part
        if "parameter" in part:
            return self.parameters[part["parameter"]]
        if "step" in part:
            return self.outputs[part["step"]][part["output"]]
        return self.id if "run" in part else item

    def text(self, parts, item=None):
        """What was filled in is text, or becomes JSON."""
        found = [self.part(part, item) for part in parts]
        return "".join(one if isinstance(one, str) else json.dumps(one) for one in found)

    def holds(self, condition):
        """A number that is not there, because its step was left out, compares with nothing."""
        kind, *rest = condition
        if kind == "all":
            return all(self.holds(one) for one in rest)
        if kind == "any":
            return any(self.holds(one) for one in rest)
        if kind == "not":
            return not self.holds(rest[0])
        left, constant = self.text([rest[0]]), rest[1]
        return SIGNS[kind](left if isinstance(constant, str) else float(left or "nan"), constant)

    def start(self):
        deadline = time.monotonic() + self.workflow["timeout"]
        for step in self.workflow["steps"]:
            if time.monotonic() > deadline:
                sys.exit(f"{self.name} was stopped: it may take {self.workflow['timeout']} seconds.")
            if step["when"] is not None and not self.holds(step["when"]):
                print(f"== {step['name']}: left out, its condition does not hold", flush=True)
                self.outputs[step["name"]] = dict.fromkeys(step["outputs"], "")
                continue
            self.outputs[step["name"]] = self.each(step)
        print(f"== done: {self.folder}", flush=True)

    def each(self, step):
        """A step for each item gives nothing out; what its items hand on is gathered."""
        if step["for_each"] is None:
            print(f"== {step['name']}", flush=True)
            return self.attempts(step, None, step["name"])
        items = self.outputs[step["for_each"]["step"]][step["for_each"]["output"]]
        items = json.loads(items) if isinstance(items, str) and items else items or []
        print(f"== {step['name']}: {len(items)} times", flush=True)
        with concurrent.futures.ThreadPoolExecutor(step["max_parallel"]) as pool:
            list(pool.map(lambda found: self.attempts(step, found[1], f"{step['name']}/{found[0]}"), enumerate(items)))
        return {}

    def attempts(self, step, item, place):
        for attempt in range(step["retries"] + 1):
            if attempt > 0:
                wait = step["backoff"] * 2 ** (attempt - 1)
                print(f"== {step['name']}: again in {wait} seconds", flush=True)
                time.sleep(wait)
            problem, given = self.once(step, item, place)
            if problem is None:
                return given
        sys.exit(f"{step['name']}: {problem}")

    def once(self, step, item, place):
        outputs, artifacts = self.folder / "outputs" / place, self.folder / "artifacts" / place
        for folder in (outputs, artifacts):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
        for other, name, below in step["fetch"]:
            self.fetch(other, name, artifacts / below)

        environment = {name: self.text(parts, item) for name, parts in step["environment"]}
        for name, secret in step["secrets"].items():
            environment[name] = self.secrets.get(secret, "")
            if not environment[name]:
                sys.exit(f"{step['name']} reads '{secret}': give it a value in {HERE / '.env'}.")
        environment.update(STRATA_RUN=self.id, STRATA_OUTPUTS="/strata/outputs", STRATA_ARTIFACTS="/strata/artifacts")
        name = re.sub("[^a-z0-9-]", "-", f"{self.name}-{place}-{self.id}".lower())
        command = [*COMPOSE, "run", "--rm", "-T", "--name", name, "--volume", f"{outputs}:/strata/outputs", "--volume", f"{artifacts}:/strata/artifacts"]
        if hasattr(os, "getuid"):
            command += ["--user", f"{os.getuid()}:{os.getgid()}"]
        for variable in sorted(environment):  # Values go through the environment, where other users do not see them.
            command += ["--env", variable]
        command += [step["service"], *(self.text(parts, item) for parts in step["command"])]
        try:
            code = subprocess.run(command, env={**os.environ, **environment}, timeout=step["timeout"]).returncode
        except subprocess.TimeoutExpired:
            subprocess.run(["docker", "rm", "--force", name], stdout=subprocess.DEVNULL)
            return f"stopped, it may take {step['timeout']} seconds", None
        if code != 0:
            return f"ended with {code}", None

        given = {}
        for output in step["outputs"]:
            if not (outputs / output).is_file():
                return f"was to give out '{output}', and wrote no such file to $STRATA_OUTPUTS", None
            given[output] = (outputs / output).read_text(encoding="utf-8").rstrip("\r\n")
        for kept in step["keep"]:
            if not (artifacts / kept).exists():
                return f"was to hand on '{kept}', and wrote nothing of that name to $STRATA_ARTIFACTS", None
            target = self.folder / "kept" / step["name"] / kept
            target.parent.mkdir(parents=True, exist_ok=True)
            self.copy(artifacts / kept, target)
        return None, given

    def fetch(self, step, name, folder):
        """What a step that was left out would have handed on is not there."""
        source = self.folder / "kept" / step / name
        if source.exists():
            folder.mkdir(parents=True, exist_ok=True)
            self.copy(source, folder / name)

    @staticmethod
    def copy(source, target):
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copy2(source, target)


def values(name, workflow, given):
    parameters = {parameter: known["default"] for parameter, known in workflow["parameters"].items()}
    for pair in given:
        parameter, has_value, value = pair.partition("=")
        if not has_value or parameter not in parameters:
            sys.exit(f"{name} has no parameter '{parameter}'. It has: {', '.join(parameters) or 'none'}.")
        choices = workflow["parameters"][parameter]["choices"]
        if choices and value not in choices:
            sys.exit(f"'{parameter}' is one of {', '.join(choices)}.")
        parameters[parameter] = value
    missing = [parameter for parameter, value in parameters.items() if value is None]
    if missing:
        sys.exit(f"{name} wants {', '.join(parameter + '=…' for parameter in missing)}.")
    return parameters


def main():
    stack = json.loads((HERE / "workflows.json").read_text(encoding="utf-8"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["init", "build", *stack["workflows"]])
    parser.add_argument("parameters", nargs="*", metavar="NAME=VALUE")
    arguments = parser.parse_args()
    if arguments.what == "init":
        init()
    elif arguments.what == "build":
        build(stack)
    else:
        workflow = stack["workflows"][arguments.what]
        Run(arguments.what, workflow, values(arguments.what, workflow, arguments.parameters)).start()


if __name__ == "__main__":
    main()
