"""Runs rendered workflows in the hands of stand-ins for their engines: workflow_stubs.py ENGINE FOLDER.

The folder has the workflows 'retrain' and 'folds' of tests/Golden/workflows. What a stand-in offers is what the engine's documentation
says of it, so that values, conditions, order and lists are seen to come through; the engines themselves are not here.
"""
import json
import pathlib
import sys
import types

ENGINE, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
CALLS = []
GIVEN = {"featurize": {"rows": "7"}, "compare": {"winner": "b", "score": "0.95"}, "split": {"folds": '["x", {"n": 2}, "y", "z"]'}}


def module(name, **content):
    made = types.ModuleType(name)
    made.__dict__.update(content)
    sys.modules[name] = made
    return made


def ran(step, program, spec, log, values=(), **how):
    assert not values and "Runs one step" in program and how["image"]
    CALLS.append((step, spec, how))
    return {name: GIVEN[step][name] for name in spec["outputs"]}


def text(parts):
    return "".join(part[0] if isinstance(part, list) else part for part in parts)


def commands(step):
    return [" ".join(map(text, spec["command"])) for name, spec, _ in CALLS if name == step]


def check(retrain, folds):
    """What must be seen, whatever the engine: two functions that run the workflows with parameters."""
    retrain(mode="real", days="9")
    names = [name for name, _, _ in CALLS]
    assert sorted(names) == ["compare", "deploy", "featurize", "pull", "train-a", "train-b"], names
    assert names[:2] == ["pull", "featurize"] and names[-2:] == ["compare", "deploy"], names
    assert commands("pull")[0].startswith("python -m fraud.pull --days=9 --run run-1"), commands("pull")
    assert commands("train-a") == ["python -m fraud.train --rows 7"] and commands("deploy") == ["python -m fraud.deploy b"]
    assert all(spec["workflow"] == "retrain" and spec["run"] == ["run-1"] for _, spec, _ in CALLS)
    assert next(spec for name, spec, _ in CALLS if name == "train-a")["environment"][-1] == ["MODEL", ["a"]]
    CALLS.clear()

    # A condition that does not hold, by a parameter and by what is given out.
    retrain(mode="dry")
    assert len(CALLS) == 5 and commands("pull")[0].startswith("python -m fraud.pull --days=30")
    CALLS.clear()
    GIVEN["compare"]["score"] = ""
    retrain()
    assert len(CALLS) == 5
    CALLS.clear()

    # A list that is known only now, which may be empty; what comes after waits for all of it.
    folds()
    assert [name for name, _, _ in CALLS] == ["split"] + ["fold"] * 4 + ["merge"]
    assert sorted(commands("fold")) == sorted(f"python -m vision.train --fold {item}" for item in ("x", '{"n": 2}', "y", "z"))
    CALLS.clear()
    GIVEN["split"]["folds"] = "[]"
    folds()
    assert [name for name, _, _ in CALLS] == ["split", "merge"]


def prefect():
    parameters = {}

    class Future:
        def __init__(self, value):
            self.value = value

        def result(self):
            return self.value

    def now(value):
        if isinstance(value, dict):
            return {key: now(one) for key, one in value.items()}
        if isinstance(value, list):
            return [now(one) for one in value]
        return value.value if isinstance(value, Future) else value

    class Task:
        def __init__(self, function):
            self.function = function

        def submit(self, earlier):
            found = self.function(now(earlier))
            return Future(found["data"] if "data" in found else found)

        def map(self, earlier, items):
            assert 0 < len(items) <= 3
            return [Future(self.function(now(earlier["kept"]), item)) for item in items]

    def task(function, name, retries, retry_delay_seconds, cache_policy):
        assert len(retry_delay_seconds) == retries
        return Task(function)

    def flow(name, description, timeout_seconds, on_failure=(), on_crashed=()):
        def made(function):
            def started(**given):
                import inspect

                parameters.clear()
                parameters.update({one.name: given.get(one.name, one.default) for one in inspect.signature(function).parameters.values()})
                return function(**given)

            return started

        return made

    run = types.SimpleNamespace(parameters=parameters, id="run-1")
    module("prefect", flow=flow, task=task, unmapped=lambda value: {"kept": value}, get_run_logger=lambda: types.SimpleNamespace(info=print), runtime=types.SimpleNamespace(flow_run=run))
    module("prefect.cache_policies", NO_CACHE=None)
    module("prefect.futures", wait=lambda futures: None)
    module("prefect.states", Completed=lambda **state: state)
    import folds
    import retrain

    check(retrain.retrain_flow, folds.folds_flow)


sys.path.insert(0, str(FOLDER))
module("strata_jobs", run=ran, tell=lambda *_, **__: None)
globals()[ENGINE]()
print("well")
