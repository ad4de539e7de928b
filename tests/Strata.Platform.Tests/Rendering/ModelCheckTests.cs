using System.Text.Json.Nodes;

namespace Strata.Platform.Tests.Rendering;

/// <summary>The rendered check of models, run on folders with models.</summary>
public sealed class ModelCheckTests : IDisposable
{
    private const string Stack = """
        config:
          strata:team: sample
          strata:environment: dev
          strata:cloud: kubernetes
          strata:compute: { cluster: { context: sample } }
          strata:storage: { models: { kind: objects, size: 10Gi } }
          strata:modelStores: { registry: { engine: mlflow, host: mlflow.acme.example } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("strata-model-").FullName;

    [Fact]
    public void A_complete_model_is_accepted()
    {
        if (Check(Complete()) is { } said)
        {
            Assert.Equal((0, ""), said);
        }
    }

    [Theory]
    [InlineData("definition")]
    [InlineData("parameters")]
    [InlineData("functions")]
    [InlineData("dependencies")]
    [InlineData("data")]
    [InlineData("code")]
    [InlineData("experiment")]
    [InlineData("tags")]
    public void A_model_of_which_a_fact_is_not_known_is_refused(string fact)
    {
        var card = Complete();
        card.Remove(fact);
        if (Check(card) is { } said)
        {
            Assert.Equal((1, $"{Path.Combine(_folder, "model")}: {fact}: missing\n"), said);
        }
    }

    [Theory]
    [InlineData("definition", """{ "class": " " }""", "'class' does not say what the model is")]
    [InlineData("parameters", """{ "files": ["gone.bin"] }""", "the weights 'gone.bin' are not in the folder")]
    [InlineData("functions", """{ "featurize": "a:b", "predict": "nothing" }""", "'predict' is not module:function")]
    [InlineData("dependencies", """{ "requirements": "loose.txt" }""", "'torch>=2' has no exact version")]
    [InlineData("data", """{ "sources": ["lake/payments"] }""", "'lake/payments' has no version: write it as name@version")]
    [InlineData("code", """{ "repository": "acme/ml", "commit": "main" }""", "'commit' is no commit")]
    [InlineData("experiment", """{ "run": "7", "metrics": {} }""", "'metrics' has none")]
    [InlineData("tags", """{ "stage": "prod" }""", "'owner' is empty")]
    public void A_fact_that_says_nothing_is_refused(string fact, string json, string problem)
    {
        var card = Complete();
        card[fact] = JsonNode.Parse(json);
        if (Check(card) is { } said)
        {
            Assert.Equal((1, $"{Path.Combine(_folder, "model")}: {fact}: {problem}\n"), said);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>What the check says; null where Python or its YAML reader is missing.</summary>
    private (int Exit, string Output)? Check(JsonObject card)
    {
        if (Rendered.Run("python3", ["-c", "import yaml"]) is not (0, _))
        {
            return null;
        }

        var script = Path.Combine(_folder, "check_model.py");
        var model = Directory.CreateDirectory(Path.Combine(_folder, "model")).FullName;
        File.WriteAllText(script, Rendered.OfText(Stack).Text("models/registry/check_model.py"));
        File.WriteAllText(Path.Combine(model, "model.bin"), "weights");
        File.WriteAllText(Path.Combine(model, "requirements.txt"), "torch==2.7.1\n");
        File.WriteAllText(Path.Combine(model, "loose.txt"), "torch>=2\n");

        // JSON is YAML too.
        File.WriteAllText(Path.Combine(model, "model-card.yaml"), card.ToJsonString());
        return Rendered.Run("python3", [script, model]);
    }

    private static JsonObject Complete() => JsonNode.Parse("""
        {
          "definition": { "class": "fraud.model:Scorer" },
          "parameters": { "files": ["model.bin"] },
          "functions": { "featurize": "fraud.features:featurize", "predict": "fraud.model:predict" },
          "dependencies": { "requirements": "requirements.txt" },
          "data": { "sources": ["lake/payments@2026-11-01"] },
          "code": { "repository": "acme/ml", "commit": "0123abcd" },
          "experiment": { "run": "17", "metrics": { "auc": 0.9 } },
          "tags": { "owner": "fraud" }
        }
        """)!.AsObject();
}
