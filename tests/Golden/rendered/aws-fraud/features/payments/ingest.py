#!/usr/bin/env python3
"""Writes rows to the feature groups of 'payments', online and offline at once.

usage: ingest.py VIEW FILE [--workers 8]

FILE is a CSV or Parquet file with the columns of the view. Rows that the group would refuse are named before anything is written.
"""
import argparse
import concurrent.futures
import pathlib
import sys

import boto3
import pandas

REGION = "eu-central-1"
VIEWS = {
    "spending": {
        "group": "fraud-sample-payments-spending",
        "key": "card_id",
        "event_time": "paid_at",
        "columns": {"card_id": "String", "count_1h": "Integral", "total_1d": "Fractional"},
    },
}


def read(path):
    return pandas.read_parquet(path) if path.suffix == ".parquet" else pandas.read_csv(path)


def problems(rows, view):
    """What of the rows does not fit, as sentences."""
    for column in [*view["columns"], view["event_time"]]:
        if column not in rows.columns:
            yield f"there is no column '{column}'"
    for column in (view["key"], view["event_time"]):
        if column in rows.columns and rows[column].isna().any():
            yield f"'{column}' is empty in {int(rows[column].isna().sum())} rows"
    for column, kind in view["columns"].items():
        if kind != "String" and column in rows.columns and pandas.to_numeric(rows[column], errors="coerce").isna().sum() > rows[column].isna().sum():
            yield f"'{column}' has values that are no numbers"


def text(value, kind):
    if kind == "Integral":
        return str(int(value))
    return repr(float(value)) if kind == "Fractional" else str(value)


def record(row, view):
    """A row as SageMaker takes it; what is empty is left out. Times are in ISO 8601, in UTC."""
    time = pandas.to_datetime(row[view["event_time"]], utc=True).strftime("%Y-%m-%dT%H:%M:%SZ")
    values = [{"FeatureName": view["event_time"], "ValueAsString": time}]
    for column, kind in view["columns"].items():
        if not pandas.isna(row[column]):
            values.append({"FeatureName": column, "ValueAsString": text(row[column], kind)})
    return values


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("view", choices=sorted(VIEWS))
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("--workers", type=int, default=8)
    options = parser.parse_args()

    view = VIEWS[options.view]
    rows = read(options.file)
    found = list(problems(rows, view))
    if found:
        sys.exit("\n".join(f"{options.file}: {problem}" for problem in found))

    client = boto3.client("sagemaker-featurestore-runtime", region_name=REGION)

    def put(row):
        client.put_record(FeatureGroupName=view["group"], Record=record(row, view))

    with concurrent.futures.ThreadPoolExecutor(options.workers) as pool:
        for _ in pool.map(put, rows.to_dict("records")):
            pass
    print(f"{len(rows)} rows written to {view['group']}")


if __name__ == "__main__":
    main()
