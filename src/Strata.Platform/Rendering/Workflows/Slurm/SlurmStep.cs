using System.Globalization;
using Strata.Platform.Schedulers;
using Strata.Platform.Workflows;

namespace Strata.Platform.Rendering;

/// <summary>The batch script of a step: it runs the step's image with Apptainer, in the run's folder that all nodes share.</summary>
internal sealed class SlurmStep(WorkflowStep step, PlacedWorkflow placed, SlurmHandle scheduler, RenderContext context)
{
    /// <summary>Null after a problem, which is among the diagnostics.</summary>
    public string? Script
    {
        get
        {
            var config = step.Config;
            var artifacts = StepArtifacts.Of(step, placed.Workflow);
            if (Partition() is not { } partition || context.ReferenceTo(context.Stack.Config.Images[config.Image.Name]) is not { } image)
            {
                return null;
            }

            var place = placed.PlaceOf(step);
            List<string> lines =
            [
                "#!/usr/bin/env bash",
                $"#SBATCH --job-name={placed.Workflow.Name}-{step.Name}",
                $"#SBATCH --partition={partition}",
                FormattableString.Invariant($"#SBATCH --cpus-per-task={(int)Math.Ceiling(config.Resources.Cpu.Cores)}"),
                FormattableString.Invariant($"#SBATCH --mem={config.Resources.Memory.WholeMebibytes}M"),
                .. place.Gpus > 0 ? [FormattableString.Invariant($"#SBATCH --gres=gpu:{place.Gpus}")] : (string[])[],
                .. config.Timeout is null ? [] : (string[])[FormattableString.Invariant($"#SBATCH --time={Minutes()}")],
                .. placed.Workflow.Config.Notify is { OnFailure.Count: > 0 } notify ? ["#SBATCH --mail-type=FAIL,TIME_LIMIT", $"#SBATCH --mail-user={string.Join(',', notify.OnFailure)}"] : (string[])[],
                "set -euo pipefail",
                $"export STRATA_OUTPUTS=$STRATA_FOLDER/{step.Name}/outputs STRATA_ARTIFACTS=$STRATA_FOLDER/{step.Name}/artifacts",
                "mkdir -p \"$STRATA_OUTPUTS\" \"$STRATA_ARTIFACTS\"",
                .. Outputs().Select(output => $"{VariableOf(output)}=$(cat \"$STRATA_FOLDER/{output.Step}/outputs/{output.Output}\")"),
            ];
            if (step.When is { } condition)
            {
                lines.AddRange(
                [
                    $"if ! {{ {Condition(condition)}; }}; then",
                    "  echo 'Left out: its condition does not hold.'",
                    .. config.Outputs.Select(output => $"  : > \"$STRATA_OUTPUTS/{output}\""),
                    "  exit 0",
                    "fi",
                ]);
            }

            // A step that was left out has none.
            lines.AddRange(artifacts.Select(artifact => artifact.Below).Where(folder => folder.Length > 0).Distinct().Select(folder => $"mkdir -p \"$STRATA_ARTIFACTS/{folder}\""));
            lines.AddRange(artifacts.Select(artifact => $"[ ! -e \"$STRATA_FOLDER/{artifact.Step}/artifacts/{artifact.Name}\" ] || ln -sfn \"$STRATA_FOLDER/{artifact.Step}/artifacts/{artifact.Name}\" \"$STRATA_ARTIFACTS/{artifact.Path}\""));
            lines.AddRange(step.Environment.Select(variable => $"export {variable.Key}={ShellText.Word(variable.Value, Reference)}"));
            if (config.Secrets.Count > 0)
            {
                // Written there by whoever may know them, and readable by nobody else.
                lines.Add($"set -a; . \"$HOME/.strata/secrets/{placed.Workflow.Name}-{step.Name}.env\"; set +a");
            }

            lines.AddRange(Loop(image, place));
            return string.Join('\n', lines) + "\n";
        }
    }

    private IEnumerable<string> Loop(string image, StepPlacement place)
    {
        var limit = step.Config.Timeout is { } timeout ? $"limit={timeout.Seconds.ToString(CultureInfo.InvariantCulture)}; " : "";
        yield return "command -v apptainer > /dev/null || { echo 'This node has no apptainer, which runs the step in its image: put it into the image of the nodes.' >&2; exit 127; }";
        yield return FormattableString.Invariant($"tries={step.Config.Retries + 1} wait={step.Config.Backoff.Seconds}");
        yield return "while :; do";
        yield return "  left=$((STRATA_DEADLINE - $(date +%s)))";
        yield return "  if ((left <= 0)); then echo 'No time is left for this run.' >&2; exit 124; fi";
        if (limit.Length > 0)
        {
            yield return $"  {limit}if ((limit < left)); then left=$limit; fi";
        }

        yield return $"  timeout --kill-after=30 \"$left\" apptainer exec{(place.Gpus > 0 ? " --nv" : "")} --pwd /app --bind \"$STRATA_FOLDER\" {ShellText.Quote($"docker://{image}")} {ShellText.Words(step.Command, Reference)} && exit 0";
        yield return "  code=$?";
        yield return "  tries=$((tries - 1))";
        yield return "  if ((tries <= 0)); then exit \"$code\"; fi";
        yield return "  sleep \"$wait\"";
        yield return "  wait=$((wait * 2))";
        yield return "done";
    }

    /// <summary>Of the whole job: every try, and the waiting between them.</summary>
    private long Minutes()
    {
        var (tries, wait) = (step.Config.Retries, step.Config.Backoff.Seconds);
        var seconds = (step.Config.Timeout!.Seconds * (tries + 1)) + (wait * ((1L << tries) - 1));
        return Math.Max(1, (Math.Min(seconds, placed.Workflow.Config.Timeout.Seconds) + 59) / 60);
    }

    private string? Partition()
    {
        if (placed.PlaceOf(step).Pool is not { } pool)
        {
            return scheduler.Queues[0];
        }

        if (scheduler.Queues.Contains(pool.Name))
        {
            return pool.Name;
        }

        context.Diagnostics.Add(WorkflowRenderErrors.CannotSay(
            step.Config.KeySpan, placed.Workflow.Name, $"the pool '{pool.Name}'", placed.Scheduler.Word,
            $"'{placed.Scheduler.Config.Name}' has no such partition, only {string.Join(", ", scheduler.Queues)}.", $"Add the pool to 'pools' of '{placed.Scheduler.Config.Name}', or remove 'pool'."));
        return null;
    }

    private IEnumerable<OutputReference> Outputs() => step.Command.Concat(step.Environment.Select(variable => variable.Value)).SelectMany(text => text.Parts)
        .Concat(step.When is null ? [] : Comparisons.In(step.When).Select(comparison => comparison.Left))
        .OfType<OutputReference>().Distinct();

    private static string Condition(Condition condition) => condition switch
    {
        AllOf all => string.Join(" && ", all.Conditions.Select(Grouped)),
        AnyOf any => string.Join(" || ", any.Conditions.Select(Grouped)),
        Not not => $"! {Grouped(not.Inner)}",
        Comparison { Constant.IsNumber: true } number => $"awk -v left=\"{Reference(number.Left)}\" 'BEGIN {{ exit !(left + 0 {Sign(number.Operator)} {number.Constant.Text}) }}'",
        Comparison text => $"[ \"{Reference(text.Left)}\" {(text.Operator == ComparisonOperator.Equal ? "=" : "!=")} {ShellText.Quote(text.Constant.Text)} ]",
        _ => throw new InvalidOperationException($"A condition cannot be a {condition.GetType().Name}."),
    };

    private static string Grouped(Condition condition) => condition is Comparison ? Condition(condition) : $"{{ {Condition(condition)}; }}";

    private static string Sign(ComparisonOperator one) => one switch
    {
        ComparisonOperator.Equal => "==",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        _ => ">=",
    };

    private static string VariableOf(OutputReference output) => $"output_{output.Step.Replace('-', '_')}_{output.Output}";

    private static string Reference(TextPart part) => part switch
    {
        ParameterReference parameter => $"${{{ShellParameters.VariableOf(parameter.Name)}}}",
        OutputReference output => $"${{{VariableOf(output)}}}",
        _ => "${STRATA_RUN}",
    };
}
