"""Features of 'readers', as the stack file defines them. 'feast apply' in this folder registers them."""
from datetime import timedelta

from feast import BigQuerySource, Entity, FeatureService, FeatureView, Field, ValueType
from feast.types import Bool, Float64, Int64, String, UnixTimestamp

article_entity = Entity(
    name="article",
    join_keys=["article_id"],
    value_type=ValueType.INT64,
)

reader_entity = Entity(
    name="reader",
    join_keys=["reader_id"],
    value_type=ValueType.STRING,
    description="Who reads.",
)

clicks_source = BigQuerySource(
    name="clicks_source",
    table="acme-recsys-prod.recsys_sample_tables.clicks",
    timestamp_field="clicked_at",
    created_timestamp_column="written_at",
)

clicks_view = FeatureView(
    name="clicks",
    entities=[reader_entity, article_entity],
    schema=[
        Field(name="reader_id", dtype=String),
        Field(name="article_id", dtype=Int64),
        Field(name="clicks_1h", dtype=Int64, description="Clicks in the last \"hour\"."),
        Field(name="dwell_7d", dtype=Float64),
    ],
    source=clicks_source,
    ttl=timedelta(seconds=1209600),
    online=True,
    owner="recsys@acme.example",
    tags={"freshness": "15m"},
)

history_source = BigQuerySource(
    name="history_source",
    table="acme-recsys-prod.other.history",
    timestamp_field="seen_at",
)

history_view = FeatureView(
    name="history",
    entities=[reader_entity],
    schema=[
        Field(name="reader_id", dtype=String),
        Field(name="last_seen", dtype=UnixTimestamp),
        Field(name="premium", dtype=Bool),
    ],
    source=history_source,
    online=False,
    owner="recsys@acme.example",
    tags={"freshness": "1d"},
)

ranker_service = FeatureService(
    name="ranker",
    features=[
        clicks_view,
        history_view[["premium"]],
    ],
    tags={"model": "ranker"},
)
