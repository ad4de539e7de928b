import json
import os

from metaflow import FlowSpec, Parameter, current, batch, retry, step, timeout

import strata_step

WORKFLOW = "folds"
STORE = "s3://sample-sample-lake-q7vozp/metaflow"
NOTHING = "\0"  # Metaflow takes no list without items.


def parts(word):
    return word if isinstance(word, list) else [word]


def ran(flow, name, command, environment, outputs, keep, fetch, when=None, secrets=()):
    """Runs a step's command in this container, with what earlier steps gave out; its own outputs."""

    def parameter(name):
        return getattr(flow, "parameter_" + name)

    def output(step, name):
        return getattr(flow, "outputs_" + step.replace("-", "_")).get(name, "")

    item = flow.input
    if item == NOTHING or when is not None and not when(output, parameter):
        print("The step is left out: its condition does not hold, or its list is empty.")
        return {}
    for variable in secrets:
        os.environ[variable] = os.environ["value"]
    known = parameter, output, current.run_id, item if isinstance(item, str) else json.dumps(item)
    spec = {
        "workflow": WORKFLOW,
        "step": name,
        "run": [current.run_id],
        "store": STORE,
        "command": [parts(word) for word in command(*known)],
        "environment": [[variable, parts(word)] for variable, word in environment(*known).items()],
        "outputs": outputs,
        "keep": keep,
        "fetch": fetch,
    }
    try:
        return strata_step.Step(spec, []).outputs()
    except SystemExit as problem:
        raise RuntimeError(f"The step failed: {problem.code}") from problem


class Folds(FlowSpec):
    "folds"


    @step
    def start(self):
        self.next(self.step_split)

    @batch(image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main", cpu=1.0, memory=2048, queue="arn:aws:batch:eu-central-1:123456789012:job-queue/sample-sample-jobs")
    @retry(times=0)
    @step
    def step_split(self):
        self.outputs_split = ran(
            self,
            "split",
            command=lambda parameter, output, RUN, ITEM: ["python", "-m", "vision.split"],
            environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"]},
            outputs=["folds"],
            keep=[],
            fetch=[],
        )
        self.next(self.list_fold)

    @step
    def list_fold(self):
        self.items_fold = json.loads(self.outputs_split.get("folds") or "[]") or [NOTHING]
        self.next(self.step_fold, foreach="items_fold")

    @batch(image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main", cpu=1.0, memory=2048, queue="arn:aws:batch:eu-central-1:123456789012:job-queue/sample-sample-jobs")
    @retry(times=0)
    @step
    def step_fold(self):
        ran(
            self,
            "fold",
            command=lambda parameter, output, RUN, ITEM: ["python", "-m", "vision.train", "--fold", ITEM],
            environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"]},
            outputs=[],
            keep=["weights"],
            fetch=[],
        )
        self.next(self.gather_fold)

    @step
    def gather_fold(self, inputs):
        self.merge_artifacts(inputs)
        self.next(self.step_merge)

    @batch(image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main", cpu=1.0, memory=2048, queue="arn:aws:batch:eu-central-1:123456789012:job-queue/sample-sample-jobs")
    @retry(times=0)
    @step
    def step_merge(self):
        self.outputs_merge = ran(
            self,
            "merge",
            command=lambda parameter, output, RUN, ITEM: ["python", "-m", "vision.merge"],
            environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"]},
            outputs=[],
            keep=[],
            fetch=[["fold", "weights", ""]],
        )
        self.next(self.end)

    @step
    def end(self):
        pass


if __name__ == "__main__":
    Folds()
