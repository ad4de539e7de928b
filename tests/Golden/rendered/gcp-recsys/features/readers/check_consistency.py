#!/usr/bin/env python3
"""Compares what training reads with what serving reads, for the same entities at the same time.

usage: check_consistency.py SERVICE ENTITIES [--tolerance 1e-6] [--allowed 0.01]

ENTITIES is a CSV or Parquet file with one row for each entity to look at, and the key columns of the service.
Prints for each feature the share of entities for which the two differ; exits with 1 where it is above the allowed share, or where a
feature is there on one side only. What was brought online before the last value was written differs: run it after a materialization.
"""
import argparse
import datetime
import math
import pathlib
import sys

import pandas
from feast import FeatureStore

# Each with its key columns, and its features as view:feature; those of views that are for training alone are left out.
SERVICES = {
    "ranker": {"keys": ["reader_id", "article_id"], "features": ["clicks:clicks_1h", "clicks:dwell_7d"]},
}


def same(left, right, tolerance):
    left_missing, right_missing = pandas.isna(left), pandas.isna(right)
    if left_missing or right_missing:
        return left_missing and right_missing
    if isinstance(left, (int, float)) and isinstance(right, (int, float)):
        return math.isclose(left, right, rel_tol=tolerance, abs_tol=tolerance)
    return str(left) == str(right)


def read(path):
    return pandas.read_parquet(path) if path.suffix == ".parquet" else pandas.read_csv(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("service", choices=sorted(SERVICES))
    parser.add_argument("entities", type=pathlib.Path)
    parser.add_argument("--tolerance", type=float, default=1e-6)
    parser.add_argument("--allowed", type=float, default=0.01)
    options = parser.parse_args()

    wanted = SERVICES[options.service]
    entities = read(options.entities)
    missing = [key for key in wanted["keys"] if key not in entities.columns]
    if missing:
        sys.exit(f"{options.entities} has no column {', '.join(missing)}")
    entities = entities[wanted["keys"]].drop_duplicates().reset_index(drop=True)

    store = FeatureStore(repo_path=str(pathlib.Path(__file__).parent))
    online = store.get_online_features(features=wanted["features"], entity_rows=entities.to_dict("records")).to_df()
    now = datetime.datetime.now(datetime.timezone.utc)
    offline = store.get_historical_features(features=wanted["features"], entity_df=entities.assign(event_timestamp=now)).to_df()
    both = entities.merge(offline, on=wanted["keys"], how="left").merge(online, on=wanted["keys"], how="left", suffixes=("", "__online"))

    failed = False
    for reference in wanted["features"]:
        feature = reference.split(":")[1]
        sides = [name for name, frame in (("training", offline), ("serving", online)) if feature in frame.columns]
        if len(sides) < 2:
            print(f"{reference}: only in {sides[0] if sides else 'neither'}")
            failed = True
            continue
        differ = sum(not same(left, right, options.tolerance) for left, right in zip(both[feature], both[f"{feature}__online"]))
        share = differ / max(1, len(both))
        print(f"{reference}: {differ} of {len(both)} differ")
        failed = failed or share > options.allowed
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
