"""Runs rendered shell scripts of workflows with stand-ins for what they call: shell_workflow_test.py cron FOLDER, or slurm FOLDER."""
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

ENGINE, FOLDER = sys.argv[1], pathlib.Path(sys.argv[2])
HERE = pathlib.Path(tempfile.mkdtemp())
(HERE / "bin").mkdir()
AROUND = {**os.environ, "PATH": f"{HERE}/bin:{os.environ['PATH']}"}


def program(name, text):
    path = HERE / "bin" / name
    path.write_text("#!/bin/bash\n" + text)
    path.chmod(0o755)


def said(name):
    path = HERE / name
    return path.read_text() if path.is_file() else ""


def ends(number):
    """What was killed is there until somebody has asked how it ended."""
    for _ in range(200):
        try:
            if pathlib.Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.05)
    return False


def cron():
    """Two at most fail after each other; whoever comes next takes the place of the one that goes on, with what it would still do."""
    text = (FOLDER / "train.sh").read_text().replace("/var/log/strata", f"{HERE}/log").replace("/run/strata", f"{HERE}/run")
    (HERE / "train.sh").write_text(text)

    # A container is a process whose number is in a file; the client is gone at once when it is told to end, and the container is not.
    program("docker", f"""
case $1 in
  run) echo "$*" >> {HERE}/started; sleep 30 > /dev/null 2>&1 9>&- & echo $! > {HERE}/container; trap 'exit 143' TERM; while kill -0 "$(cat {HERE}/container)" 2> /dev/null; do sleep 0.1; done; exit 1 ;;
  ps) echo "$*" >> {HERE}/asked; [ -e {HERE}/container ] && kill -0 "$(cat {HERE}/container)" 2> /dev/null && cat {HERE}/container; true ;;
  kill|stop) kill -9 "$2" ;;
esac
""")
    (HERE / "quick.sh").write_text(text.replace("run train 7200 3 60", "run train 3 2 0"))
    done = subprocess.run(["bash", str(HERE / "quick.sh")], env=AROUND, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1 and "'train' failed with 124" in done.stdout, done
    assert said("started").count("run --init") == 2 and "strata.run=train-" in said("asked"), said("started")
    assert ends(said("container").strip()), "A container outlived its time."

    old = subprocess.Popen(["bash", str(HERE / "train.sh")], env=AROUND, stdout=subprocess.DEVNULL)
    while said("started").count("run --init") < 3:
        time.sleep(0.05)
    new = subprocess.Popen(["bash", str(HERE / "train.sh")], env=AROUND, stdout=subprocess.DEVNULL)
    assert old.wait(timeout=20) == -signal.SIGTERM
    while said("started").count("run --init") < 4:
        time.sleep(0.05)
    new.kill()
    new.wait()
    subprocess.run(["kill", "-9", said("container").strip()], check=False)
    time.sleep(0.5)
    assert said("started").count("run --init") == 4, "What was stopped went on."


def slurm():
    """The command runs where the image has its code, and a node without Apptainer says so."""
    steps = FOLDER / "steps" / "pull.sbatch"
    around = {**AROUND, "STRATA_FOLDER": str(HERE / "run"), "STRATA_DEADLINE": "9999999999", "PARAMETER_MODE": "full", "STRATA_RUN": "one"}
    program("timeout", 'shift 2; exec "$@"')
    for name in ("mkdir", "date", "cat"):
        program(name, f'exec {subprocess.run(["which", name], capture_output=True, text=True, check=True).stdout.strip()} "$@"')
    done = subprocess.run(["/bin/bash", str(steps)], env={**around, "PATH": str(HERE / "bin")}, capture_output=True, text=True, check=False)
    assert done.returncode == 127 and "no apptainer" in done.stderr, done
    program("apptainer", 'echo "$*"')
    done = subprocess.run(["/bin/bash", str(steps)], env=around, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "--pwd /app" in done.stdout, done


{"cron": cron, "slurm": slurm}[ENGINE]()
print("well")
