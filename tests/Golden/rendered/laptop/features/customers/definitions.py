"""Features of 'customers', as the stack file defines them. 'feast apply' in this folder registers them."""
from feast import Entity, FeatureView, Field, ValueType
from feast.infra.offline_stores.contrib.postgres_offline_store.postgres_source import PostgreSQLSource
from feast.types import Int32, String

customer_entity = Entity(
    name="customer",
    join_keys=["customer_id"],
    value_type=ValueType.STRING,
)

usage_source = PostgreSQLSource(
    name="usage_source",
    table="usage",
    timestamp_field="seen_at",
)

usage_view = FeatureView(
    name="usage",
    entities=[customer_entity],
    schema=[
        Field(name="customer_id", dtype=String),
        Field(name="days_30d", dtype=Int32),
    ],
    source=usage_source,
    online=True,
    owner="churn@acme.example",
    tags={"freshness": "1d"},
)
