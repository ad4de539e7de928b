namespace Strata.Platform.FeatureStores;

/// <summary>The types that every engine has.</summary>
public enum FeatureType
{
    String,
    Int32,
    Int64,
    Float32,
    Float64,
    Bool,
    Timestamp,
}
