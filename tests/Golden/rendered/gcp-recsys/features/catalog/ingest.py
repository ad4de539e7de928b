#!/usr/bin/env python3
"""Adds rows to the tables of 'catalog', and brings them to the online store.

usage: ingest.py VIEW FILE

FILE is a CSV or Parquet file with the columns of the view. Vertex AI takes the newest row of an entity by the column
'feature_timestamp', which is filled from the view's event time.
"""
import argparse
import pathlib
import sys

import pandas
from google.cloud import aiplatform_v1, bigquery

PROJECT = "acme-recsys-prod"
LOCATION = "europe-west4"
VIEWS = {
    "popularity": {
        "table": "acme-recsys-prod.recsys_sample_tables.popularity",
        "feature_view": "projects/acme-recsys-prod/locations/europe-west4/featureOnlineStores/recsys_sample_catalog/featureViews/popularity",
        "keys": ["article_id"],
        "event_time": "feature_timestamp",
        "columns": {"article_id": "STRING", "reads_7d": "INT64"},
    },
}


def read(path):
    return pandas.read_parquet(path) if path.suffix == ".parquet" else pandas.read_csv(path)


def problems(rows, view):
    """What of the rows does not fit, as sentences."""
    for column in [*view["columns"], view["event_time"]]:
        if column not in rows.columns:
            yield f"there is no column '{column}'"
    for column in [*view["keys"], view["event_time"]]:
        if column in rows.columns and rows[column].isna().any():
            yield f"'{column}' is empty in {int(rows[column].isna().sum())} rows"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("view", choices=sorted(VIEWS))
    parser.add_argument("file", type=pathlib.Path)
    options = parser.parse_args()

    view = VIEWS[options.view]
    rows = read(options.file)
    found = list(problems(rows, view))
    if found:
        sys.exit("\n".join(f"{options.file}: {problem}" for problem in found))

    rows = rows[list(dict.fromkeys([*view["columns"], view["event_time"]]))].copy()
    rows[view["event_time"]] = pandas.to_datetime(rows[view["event_time"]], utc=True)
    rows["feature_timestamp"] = rows[view["event_time"]]
    schema = [bigquery.SchemaField(name, kind) for name, kind in {**view["columns"], view["event_time"]: "TIMESTAMP", "feature_timestamp": "TIMESTAMP"}.items()]
    client = bigquery.Client(project=PROJECT, location=LOCATION)
    settings = bigquery.LoadJobConfig(schema=schema, write_disposition="WRITE_APPEND", schema_update_options=["ALLOW_FIELD_ADDITION"])
    client.load_table_from_dataframe(rows, view["table"], job_config=settings).result()
    print(f"{len(rows)} rows added to {view['table']}")

    if view["feature_view"]:
        admin = aiplatform_v1.FeatureOnlineStoreAdminServiceClient(client_options={"api_endpoint": f"{LOCATION}-aiplatform.googleapis.com"})
        sync = admin.sync_feature_view(feature_view=view["feature_view"])
        print(f"brought online by {sync.feature_view_sync}")


if __name__ == "__main__":
    main()
