"""Features of 'seams', as the stack file defines them. 'feast apply' in this folder registers them."""
from feast import Entity, FeatureView, Field, ValueType
from feast.infra.offline_stores.contrib.postgres_offline_store.postgres_source import PostgreSQLSource
from feast.types import Int32, String

seam_entity = Entity(
    name="seam",
    join_keys=["seam_id"],
    value_type=ValueType.STRING,
)

faults_source = PostgreSQLSource(
    name="faults_source",
    table="faults",
    timestamp_field="seen_at",
)

faults_view = FeatureView(
    name="faults",
    entities=[seam_entity],
    schema=[
        Field(name="seam_id", dtype=String),
        Field(name="count_30d", dtype=Int32),
    ],
    source=faults_source,
    online=True,
    owner="vision@acme.example",
    tags={"freshness": "1d"},
)
