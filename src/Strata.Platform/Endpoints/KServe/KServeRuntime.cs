namespace Strata.Platform.Endpoints;

/// <summary>The server that KServe brings for a format.</summary>
/// <remarks>kserve/kserve: tag v0.20.0, config/runtimes.</remarks>
/// <param name="Name">The cluster's serving runtime.</param>
/// <param name="Protocol">The newest protocol it speaks.</param>
internal sealed record KServeRuntime(string Name, string Protocol)
{
    public static KServeRuntime Of(ModelFormat format) => format switch
    {
        ModelFormat.Sklearn => new("kserve-sklearnserver", "v2"),
        ModelFormat.Xgboost => new("kserve-xgbserver", "v2"),
        ModelFormat.Lightgbm => new("kserve-lgbserver", "v2"),
        ModelFormat.Tensorflow => new("kserve-tensorflow-serving", "v1"),
        ModelFormat.Huggingface => new("kserve-huggingfaceserver", "v2"),
        ModelFormat.Mlflow => new("kserve-mlserver", "v2"),
        ModelFormat.Paddle => new("kserve-paddleserver", "v2"),
        ModelFormat.Pmml => new("kserve-pmmlserver", "v2"),
        _ => new("kserve-tritonserver", "v2"),
    };

    /// <summary>It is told the model's name by its arguments; MLServer by its environment, and Triton by its folders.</summary>
    public bool TakesNameAsArgument => Name is not ("kserve-mlserver" or "kserve-tritonserver");
}
