import json
import os

from metaflow import FlowSpec, Parameter, current, batch, retry, schedule, step, timeout

import strata_step

WORKFLOW = "retrain"
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


@schedule(cron="0 3 ? * MON *")
class Retrain(FlowSpec):
    "Trains two models on the last payments and deploys the better one."

    parameter_days = Parameter("days", default="30", help="How many days of payments to train on.")
    parameter_mode = Parameter("mode", default="real")

    @step
    def start(self):
        if self.parameter_mode not in ["real", "dry"]:
            raise ValueError("mode must be one of real, dry.")
        self.next(self.step_pull)

    @batch(image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main", cpu=1.0, memory=2048, queue="arn:aws:batch:eu-central-1:123456789012:job-queue/sample-sample-jobs")
    @retry(times=0)
    @step
    def step_pull(self):
        self.outputs_pull = ran(
            self,
            "pull",
            command=lambda parameter, output, RUN, ITEM: ["python", "-m", "fraud.pull", ["--days=", parameter("days")], "--run", RUN],
            environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"]},
            outputs=[],
            keep=["payments"],
            fetch=[],
        )
        self.next(self.step_featurize)

    @batch(image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main", cpu=8.0, memory=32768, queue="arn:aws:batch:eu-central-1:123456789012:job-queue/sample-sample-jobs")
    @retry(times=0)
    @step
    def step_featurize(self):
        self.outputs_featurize = ran(
            self,
            "featurize",
            command=lambda parameter, output, RUN, ITEM: ["python", "-m", "fraud.featurize"],
            environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"]},
            outputs=["rows"],
            keep=["features"],
            fetch=[["pull", "payments", ""]],
        )
        self.next(self.step_train_a, self.step_train_b)

    @batch(image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main", cpu=1.0, memory=2048, queue="arn:aws:batch:eu-central-1:123456789012:job-queue/sample-sample-jobs")
    @retry(times=2, minutes_between_retries=1)
    @timeout(seconds=14400)
    @step
    def step_train_a(self):
        self.outputs_train_a = ran(
            self,
            "train-a",
            command=lambda parameter, output, RUN, ITEM: ["python", "-m", "fraud.train", "--rows", output("featurize", "rows")],
            environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"], "MODEL": ["a"]},
            outputs=[],
            keep=["model"],
            fetch=[["featurize", "features", ""]],
        )
        self.next(self.join_3)

    @batch(image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main", cpu=1.0, memory=2048, queue="arn:aws:batch:eu-central-1:123456789012:job-queue/sample-sample-jobs")
    @retry(times=2, minutes_between_retries=1)
    @timeout(seconds=14400)
    @step
    def step_train_b(self):
        self.outputs_train_b = ran(
            self,
            "train-b",
            command=lambda parameter, output, RUN, ITEM: ["sh", "-c", "echo \"it's {{ b }} {% $(HOME) 'now'\" && python -m fraud.train"],
            environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"], "MODEL": ["b"]},
            outputs=[],
            keep=["model"],
            fetch=[["featurize", "features", ""]],
        )
        self.next(self.join_3)

    @batch(image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main", cpu=1.0, memory=2048, queue="arn:aws:batch:eu-central-1:123456789012:job-queue/sample-sample-jobs")
    @retry(times=0)
    @step
    def step_compare(self):
        self.outputs_compare = ran(
            self,
            "compare",
            command=lambda parameter, output, RUN, ITEM: ["python", "-m", "fraud.compare"],
            environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"]},
            outputs=["winner", "score"],
            keep=[],
            fetch=[["train-a", "model", "train-a"], ["train-b", "model", "train-b"]],
        )
        self.next(self.step_deploy)

    @batch(image="123456789012.dkr.ecr.eu-central-1.amazonaws.com/sample-sample-trainer:main", cpu=1.0, memory=2048, queue="arn:aws:batch:eu-central-1:123456789012:job-queue/sample-sample-jobs")
    @retry(times=0)
    @step
    def step_deploy(self):
        self.outputs_deploy = ran(
            self,
            "deploy",
            command=lambda parameter, output, RUN, ITEM: ["python", "-m", "fraud.deploy", output("compare", "winner")],
            environment=lambda parameter, output, RUN, ITEM: {"AWS_REGION": ["eu-central-1"]},
            when=lambda output, parameter: parameter("mode") != "dry" and (float(output("compare", "score") or 'nan') >= 0.9 or output("compare", "winner") == "a"),
            outputs=[],
            keep=[],
            fetch=[],
        )
        self.next(self.end)

    @step
    def join_3(self, inputs):
        self.merge_artifacts(inputs)
        self.next(self.step_compare)

    @step
    def end(self):
        pass


if __name__ == "__main__":
    Retrain()
