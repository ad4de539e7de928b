"""Features of 'readers', as the stack file defines them. 'feast apply' in this folder registers them."""
from datetime import timedelta

from feast import BigQuerySource, Entity, FeatureService, FeatureView, Field, ValueType
from feast.types import Float64, Int64, String

article_entity = Entity(
    name="article",
    join_keys=["article_id"],
    value_type=ValueType.STRING,
)

reader_entity = Entity(
    name="reader",
    join_keys=["reader_id"],
    value_type=ValueType.STRING,
)

clicks_source = BigQuerySource(
    name="clicks_source",
    table="acme-recsys-prod.recsys_prod_tables.clicks",
    timestamp_field="clicked_at",
)

clicks_view = FeatureView(
    name="clicks",
    entities=[reader_entity, article_entity],
    schema=[
        Field(name="reader_id", dtype=String),
        Field(name="article_id", dtype=String),
        Field(name="clicks_1h", dtype=Int64),
        Field(name="dwell_7d", dtype=Float64),
    ],
    source=clicks_source,
    ttl=timedelta(seconds=1209600),
    online=True,
    owner="recsys@acme.example",
    tags={"freshness": "15m"},
)

ranker_service = FeatureService(
    name="ranker",
    features=[
        clicks_view,
    ],
    tags={"model": "ranker"},
)
