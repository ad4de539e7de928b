# /// script
# requires-python = ">=3.10"
# dependencies = ["ipykernel==6.30.1", "papermill==2.7.0", "pyyaml==6.0.2"]
# ///
"""Runs a notebook once for each set of parameters, and keeps every run as a notebook of its own.

usage: uv run run_notebook.py NOTEBOOK [--sets FILE] [--only NAME]... [--out FOLDER] [--kernel NAME]

FILE is YAML with a map of values for each set's name; parameters.yaml beside this program when left out. The notebook has a cell with the
tag 'parameters', whose values the set replaces. Where the notebook needs the team's own packages, run it in their image, with Papermill
among its requirements: python run_notebook.py NOTEBOOK. Ends with 1 when a run failed; the others are run nevertheless.
"""
import argparse
import json
import pathlib
import re
import sys
import time


def read(path):
    import yaml

    sets = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(sets, dict) or not all(isinstance(values, dict) for values in sets.values()):
        sys.exit(f"{path} is not a map of parameters for each set's name.")
    wrong = [name for name in map(str, sets) if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", name)]
    if wrong:
        sys.exit(f"A run's notebook has its set's name, and {', '.join(wrong)} cannot be the name of a file.")
    return {str(name): values for name, values in sets.items()}


def run(notebook, name, values, folder, kernel):
    import papermill

    target = folder / f"{notebook.stem}-{name}.ipynb"
    start = time.monotonic()
    problem = None
    try:
        papermill.execute_notebook(str(notebook), str(target), parameters=values, kernel_name=kernel, cwd=str(notebook.parent), progress_bar=False)
    except papermill.PapermillExecutionError as error:
        problem = f"{error.ename}: {error.evalue}"
    except Exception as error:  # A kernel that does not start fails one run, and not all.
        problem = f"{type(error).__name__}: {error}"
    seconds = round(time.monotonic() - start, 1)
    print(f"{name}: {'done' if problem is None else problem} ({seconds} s) {target}", flush=True)
    return {"set": name, "parameters": values, "notebook": str(target), "seconds": seconds, "problem": problem}


def main():
    here = pathlib.Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notebook", type=pathlib.Path)
    parser.add_argument("--sets", type=pathlib.Path, default=here / "parameters.yaml")
    parser.add_argument("--only", action="append", default=[])
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("runs"))
    parser.add_argument("--kernel")
    arguments = parser.parse_args()

    sets = read(arguments.sets)
    unknown = [name for name in arguments.only if name not in sets]
    if unknown:
        sys.exit(f"{arguments.sets} has no {', '.join(unknown)}. It has: {', '.join(sets)}.")
    if not arguments.notebook.is_file():
        sys.exit(f"There is no notebook {arguments.notebook}.")

    arguments.out.mkdir(parents=True, exist_ok=True)
    runs = [run(arguments.notebook, name, values, arguments.out, arguments.kernel) for name, values in sets.items() if name in (arguments.only or sets)]
    (arguments.out / f"{arguments.notebook.stem}.json").write_text(json.dumps(runs, indent=2, default=str) + "\n", encoding="utf-8")
    sys.exit(1 if any(one["problem"] for one in runs) else 0)


if __name__ == "__main__":
    main()
