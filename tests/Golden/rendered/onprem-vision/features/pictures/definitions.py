"""Features of 'pictures', as the stack file defines them. 'feast apply' in this folder registers them."""
from feast import Entity, FeatureView, Field, FileSource, ValueType
from feast.types import Float32, String

seam_entity = Entity(
    name="seam",
    join_keys=["seam_id"],
    value_type=ValueType.STRING,
)

embeddings_source = FileSource(
    name="embeddings_source",
    path="s3://vision-sample-images/features/embeddings/",
    s3_endpoint_override="http://minio.vision-dev-minio.svc:9000",
    timestamp_field="seen_at",
)

embeddings_view = FeatureView(
    name="embeddings",
    entities=[seam_entity],
    schema=[
        Field(name="seam_id", dtype=String),
        Field(name="brightness", dtype=Float32),
    ],
    source=embeddings_source,
    online=True,
    owner="vision@acme.example",
    tags={"freshness": "1d"},
)
