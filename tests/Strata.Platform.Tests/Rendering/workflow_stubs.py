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


def jobs():
    """The program that starts Jobs, against a server that plays the cluster: what it sends, reads, and takes away again."""
    import http.server
    import importlib.util
    import os
    import tempfile
    import threading

    seen, state = [], {"conditions": [], "message": '{"rows": "7"}', "exit": 0}

    class Cluster(http.server.BaseHTTPRequestHandler):
        def answer(self):
            assert self.headers["Authorization"] == "Bearer sesame"
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            seen.append((self.command, self.path, json.loads(body) if body else None))
            ended = {"state": {"terminated": {"exitCode": state["exit"], "message": state["message"]}}}
            if "/pods?" in self.path:
                said = {"items": [{"metadata": {"name": "p"}, "status": {"containerStatuses": [ended]}}]}
            elif self.path.endswith("/pods/me"):
                said = {"metadata": {"uid": "u-1"}}
            else:
                said = {"status": {"conditions": state["conditions"]}}
            text = json.dumps(said).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        do_GET = do_POST = do_DELETE = answer

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Cluster)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    spec = importlib.util.spec_from_file_location("real_jobs", FOLDER / "strata_jobs.py")
    real = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(real)
    real.ACCOUNT, real.PAUSE = pathlib.Path(tempfile.mkdtemp()), 0
    (real.ACCOUNT / "token").write_text("sesame")
    (real.ACCOUNT / "namespace").write_text("team")
    os.environ.update(STRATA_CLUSTER=f"http://127.0.0.1:{server.server_port}", HOSTNAME="me")
    how = dict(image="i", namespace="team", account="a", seconds=60, secrets={"TOKEN": ["s", "k"]}, requests={"cpu": "1"}, limits={}, selector={}, tolerations=[])

    state["conditions"] = [{"type": "Complete", "status": "True"}]
    assert real.run("train-a", "program $(x)", {"command": [["echo $$"]]}, print, **how) == {"rows": "7"}
    made = next(body for method, _, body in seen if method == "POST")
    pod = made["spec"]["template"]["spec"]
    command = pod["containers"][0]["command"]
    assert made["metadata"]["ownerReferences"][0]["uid"] == "u-1" and made["spec"]["activeDeadlineSeconds"] == 60 and pod["serviceAccountName"] == "a"
    assert command[2] == "program $$(x)" and "echo $$$$" in command[3] and '"most": 4096' in command[3]
    assert pod["containers"][0]["env"] == [{"name": "TOKEN", "valueFrom": {"secretKeyRef": {"name": "s", "key": "k"}}}]

    state.update(conditions=[{"type": "Failed", "status": "True", "reason": "BackoffLimitExceeded"}], exit=1)
    try:
        real.run("train-a", "program", {}, print, **how)
        raise AssertionError("It failed, and that was not told.")
    except RuntimeError as problem:
        assert "BackoffLimitExceeded" in str(problem)

    # Whoever is stopped takes the step along.
    def stop(_):
        raise KeyboardInterrupt

    state["conditions"], pause = [], real.time.sleep
    real.time.sleep = stop
    try:
        real.run("train-a", "program", {}, print, **how)
        raise AssertionError("It was stopped, and went on.")
    except KeyboardInterrupt:
        assert seen[-1][0] == "DELETE"
    finally:
        real.time.sleep = pause


def prefect():
    jobs()
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


def dagster():
    """Ops run when the job's function calls them; what is collected is a list."""
    import enum

    settings = {}

    class Resource:
        @classmethod
        def configure_at_launch(cls):
            return cls

    def resource(cls, given):
        made = cls()
        for name, kind in cls.__annotations__.items():
            value = given.get(name, getattr(cls, name))
            setattr(made, name, kind(value) if issubclass(kind, enum.Enum) else value)
        return made

    class Many(list):
        def map(self, function):
            return Many(function(one) for one in self)

        def collect(self):
            return list(self)

    class Op:
        def __init__(self, function, name, ins, out=None, required_resource_keys=(), retry_policy=None, tags=None):
            self.function, self.ins, self.dynamic = function, ins, out

        def __call__(self, *values, **given):
            given.update(zip(self.ins, values))
            assert set(given) == set(self.ins), (given, self.ins)
            if self.dynamic:
                return Many(self.function(**given))
            log = types.SimpleNamespace(info=print)
            return self.function(types.SimpleNamespace(resources=types.SimpleNamespace(parameters=settings["now"]), run_id="run-1", log=log), **given)

    def job(name, description, resource_defs, executor_def, tags):
        def made(function):
            def started(**given):
                settings["now"] = resource(resource_defs["parameters"], given)
                return function()

            return started

        return made

    def kept(**how):
        return lambda function: function

    module(
        "dagster", op=lambda **how: lambda function: Op(function, **how), In=lambda: None, DynamicOut=lambda: True, DynamicOutput=lambda value, mapping_key: value,
        RetryPolicy=lambda max_retries, delay, backoff: None, Backoff=types.SimpleNamespace(EXPONENTIAL=1), ConfigurableResource=Resource, job=job,
        multiprocess_executor=types.SimpleNamespace(configured=lambda settings: settings), ScheduleDefinition=lambda **how: how, run_status_sensor=kept, run_failure_sensor=kept,
        DefaultScheduleStatus=types.SimpleNamespace(RUNNING=1), DefaultSensorStatus=types.SimpleNamespace(RUNNING=1), DagsterRunStatus=types.SimpleNamespace(SUCCESS=1),
        Definitions=type("Definitions", (), {"__init__": lambda self, **content: self.__dict__.update(content), "merge": staticmethod(lambda *all: all)}))
    module("pydantic", Field=lambda value, **more: value)
    import definitions
    import folds
    import retrain

    assert len(definitions.defs) == 2 and retrain.defs.schedules[0]["execution_timezone"] == "Europe/Berlin"
    check(retrain.retrain_job, folds.folds_job)


def airflow():
    """Tasks run when those before them are done; what is in braces is filled in by Jinja, as Airflow's own environment is made."""
    try:
        import jinja2
    except ImportError:
        print("There is no Jinja here.")
        return

    state = {}

    class Task:
        def __init__(self, run, name=None, ready=None):
            self.run, self.name, self.skips = run, name, []
            state["tasks"].append(self)

        def __rshift__(self, after):
            state["order"].append((self, after))
            return after

        def __rrshift__(self, before):
            for one in before:
                state["order"].append((one, self))
            return self

    class Pod(Task):
        def __init__(self, items=None, **how):
            self.how, self.items = how, items
            super().__init__(self.start, how["task_id"])

        @classmethod
        def partial(cls, **how):
            return types.SimpleNamespace(expand=lambda arguments: cls(items=arguments, **how))

        def start(self):
            if self.how["trigger_rule"] == "one_failed":
                return
            for given in self.items.found if self.items else [[]]:
                words = [state["jinja"].from_string(word).render(params=state["params"], run_id="run-1", ti=state["ti"]) for word in self.how["cmds"]]
                assert words[:2] == ["python3", "-c"] and "Runs one step" in words[2]

                # Kubernetes takes a doubled dollar for one, and fills in $(NAME).
                assert not any("$" in word for word in [*words[3:], *given]), (words[3:], given)
                CALLS.append((self.name, spec_of(words[3], given), self.how))
                if self.how["do_xcom_push"]:
                    state["given"][self.name] = {name: GIVEN[self.name][name] for name in CALLS[-1][1]["outputs"]}

    def spec_of(text, values):
        spec = json.loads(text)

        def filled(part):
            return part if not isinstance(part, type(None)) else (lambda one: one if isinstance(one, str) else json.dumps(one))(json.loads(values[0]))

        spec["command"] = [[filled(part) for part in word] for word in spec["command"]]
        spec["run"] = [one[0] if isinstance(one, list) else one for one in spec["run"]]
        return spec

    def task(task_id, trigger_rule, outlets=()):
        def made(function):
            import inspect

            def start():
                one = Task(None, task_id)

                def run():
                    one.found = function(**{name: state[name] for name in inspect.signature(function).parameters})

                one.run = run
                return one

            return start

        return made

    def short_circuit(task_id, trigger_rule, ignore_downstream_trigger_rules):
        assert not ignore_downstream_trigger_rules
        made = task(task_id, trigger_rule)

        def decorated(function):
            start = made(function)

            def started():
                one = start()
                one.decides = True
                return one

            return started

        return decorated

    task.short_circuit = short_circuit

    class DAG:
        """Airflow 2 has no schedule without a first date (airflow/models/dag.py from 2.8 on)."""

        def __init__(self, dag_id, description, schedule, catchup, dagrun_timeout, params, tags, max_active_runs=16, start_date=None, on_failure_callback=None, on_success_callback=None):
            if schedule is not None and start_date is None and state["major"] == 2:
                raise ValueError("DAG is missing the start_date parameter")
            self.params = params

        def __enter__(self):
            state.update(tasks=[], order=[], defaults=self.params)

        def __exit__(self, *_):
            pass

    def go(name):
        def started(**given):
            state.update(given={}, jinja=jinja2.Environment(undefined=jinja2.StrictUndefined))
            state["ti"] = types.SimpleNamespace(xcom_pull=lambda task_ids: state["given"].get(task_ids))
            sys.modules.pop(name, None)
            __import__(name)
            state["params"] = {**state["defaults"], **given}
            skipped, left = set(), list(state["tasks"])
            while left:
                one = next(task for task in left if not any(after is task and before in left for before, after in state["order"]))
                left.remove(one)
                if one not in skipped:
                    one.run()
                    if getattr(one, "decides", False) and not one.found:
                        skipped |= {after for before, after in state["order"] if before is one}

        return started

    state["major"] = 2 if "airflow.datasets" in "".join(file.read_text() for file in FOLDER.glob("*.py")) else 3
    for name in ("airflow", "airflow.providers", "airflow.providers.cncf", "airflow.providers.cncf.kubernetes", "airflow.providers.cncf.kubernetes.operators", "airflow.providers.google", "airflow.providers.google.cloud",
                 "airflow.providers.google.cloud.operators", "airflow.providers.smtp", "airflow.providers.smtp.notifications", "airflow.timetables", "airflow.models", "kubernetes"):
        module(name)
    what = dict(DAG=DAG, task=task, Asset=str, Dataset=str, Param=lambda default, **more: default)
    for name in ("airflow", "airflow.sdk", "airflow.datasets", "airflow.decorators", "airflow.models.param"):
        module(name, **what)
    module("airflow.providers.cncf.kubernetes.operators.pod", KubernetesPodOperator=Pod)
    module("airflow.providers.google.cloud.operators.kubernetes_engine", GKEStartPodOperator=Pod)
    module("airflow.providers.cncf.kubernetes.secret", Secret=lambda *place: place)
    module("airflow.providers.smtp.notifications.smtp", SmtpNotifier=lambda **how: how)
    module("airflow.timetables.trigger", CronTriggerTimetable=lambda cron, timezone: (cron, timezone))
    module("kubernetes.client", models=types.SimpleNamespace(V1ResourceRequirements=lambda **how: how, V1Toleration=lambda **how: how))
    GIVEN["split"]["folds"] = '["x", {"n": 2}, "$$y", "z"]'
    go("folds")()
    assert commands("fold")[2] == "python -m vision.train --fold $$y"
    CALLS.clear()
    go("retrain")(days="$(HOME) {{ x }} 'it'")
    assert commands("pull")[0].startswith("python -m fraud.pull --days=$(HOME) {{ x }} 'it' --run run-1"), commands("pull")
    CALLS.clear()
    GIVEN["split"]["folds"] = '["x", {"n": 2}, "y", "z"]'
    check(go("retrain"), go("folds"))


def metaflow():
    """Goes through the graph as Metaflow does: every branch has what was there before it, and a join merges what does not contradict."""

    class FlowSpec:
        input = None

        def next(self, *then, foreach=None):
            self.then, self.foreach = [one.__name__ for one in then], foreach

        def merge_artifacts(self, inputs):
            for one in inputs:
                for name, value in one.__dict__.items():
                    if name not in ("then", "foreach", "input", "last"):
                        assert getattr(self, name, value) == value, name
                        setattr(self, name, value)

    def branch(flow, name, item=None):
        new = type(flow)()
        new.__dict__.update({key: value for key, value in flow.__dict__.items() if key not in ("then", "foreach")}, input=item)
        return go(new, name)

    def go(flow, name, *inputs):
        """Until the join of the branch that this is, or the end."""
        while True:
            getattr(flow, name)(*inputs)
            inputs = ()
            if name == "end":
                return flow
            then, foreach = flow.then, flow.foreach
            if foreach:
                ends = [branch(flow, then[0], item) for item in getattr(flow, foreach)]
            elif len(then) > 1:
                ends = [branch(flow, one) for one in then]
            else:
                name = then[0]
                if name.startswith(("join_", "gather_")):
                    flow.last = name
                    return flow
                continue
            (name,) = {end.last for end in ends}
            assert name.startswith("gather_" if foreach else "join_")
            flow, inputs = type(flow)(), (ends,)

    def start(kind):
        def started(**given):
            for name, value in PARAMETERS[kind].items():
                setattr(kind, "parameter_" + name, given.get(name, value))
            flow = kind()
            return go(flow, "start")

        return started

    found, PARAMETERS = {}, {}

    def parameter(name, default, help=None):
        found[name] = default
        return default

    def decorator(*_, **__):
        return lambda function: function

    def stand_in(spec, _):
        return types.SimpleNamespace(outputs=lambda: ran(spec["step"], "Runs one step", spec, print, image="its own"))

    module("metaflow", FlowSpec=FlowSpec, Parameter=parameter, current=types.SimpleNamespace(run_id="run-1"), batch=decorator, kubernetes=decorator, retry=decorator, schedule=decorator, step=lambda function: function, timeout=decorator)
    module("strata_step", Step=stand_in)
    import folds

    PARAMETERS[folds.Folds] = dict(found)
    found.clear()
    import retrain

    PARAMETERS[retrain.Retrain] = dict(found)
    check(start(retrain.Retrain), start(folds.Folds))


sys.path.insert(0, str(FOLDER))
module("strata_jobs", run=ran, tell=lambda *_, **__: None)
globals()[ENGINE]()
print("well")
