using Strata.Diagnostics;
using Strata.Pulumi.Engine;
using Strata.Pulumi.Grpc;
using Strata.Pulumi.Protocol;

namespace Strata.Pulumi;

/// <summary>Tells the user through the engine, or, when that does not answer, on standard error.</summary>
internal sealed class EngineLog(IEngine engine, TextWriter errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="secrets">Texts that are masked wherever a message has them: the engine's own words may be part of one.</param>
    /// <returns>True when the engine took all of it.</returns>
    public async Task<bool> TellAsync(IEnumerable<Diagnostic> problems, IEnumerable<string> secrets)
    {
        var isTold = true;
        foreach (var problem in problems)
        {
            var text = Mask(problem.ToString(), secrets);
            if (!isTold || !await TryLogAsync(SeverityOf(problem), text).ConfigureAwait(false))
            {
                isTold = false;
                await errors.WriteLineAsync(text).ConfigureAwait(false);
            }
        }

        return isTold;
    }

    private async Task<bool> TryLogAsync(LogSeverity severity, string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await engine.LogAsync(new LogRequest { Severity = severity, Message = text }, patience.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception error) when (error is GrpcException or OperationCanceledException)
        {
            return false;
        }
    }

    private static LogSeverity SeverityOf(Diagnostic problem) => problem.Severity switch
    {
        Severity.Error => LogSeverity.Error,
        Severity.Warning => LogSeverity.Warning,
        _ => LogSeverity.Info,
    };

    private static string Mask(string text, IEnumerable<string> secrets) =>
        secrets.Where(secret => secret.Length > 0).OrderByDescending(secret => secret.Length)
            .Aggregate(text, (masked, secret) => masked.Replace(secret, "[secret]", StringComparison.Ordinal));
}
