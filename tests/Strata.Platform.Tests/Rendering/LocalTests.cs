using System.Diagnostics;
using System.Text.Json;

namespace Strata.Platform.Tests.Rendering;

/// <summary>The stack on one machine.</summary>
public sealed class LocalTests
{
    private const string Stack = """
        config:
          aws:region: eu-central-1
          strata:cloud: aws
          strata:account: "123456789012"
          strata:team: sample
          strata:environment: dev
          strata:organization: acme
          strata:storage:
            lake: { kind: objects }
          strata:compute:
            cluster: {}
            general: { kind: pool, machine: { cpu: 8, memory: 32Gi }, max: 4 }
          strata:registries:
            images: { images: [churn] }
          strata:images:
            churn: { requirements: [boto3==1.40.1], source: src/churn }
          strata:schedulers:
            main: { engine: argo }
          strata:secrets:
            wandb: { secure: v1:9Zb1p2mXq7c0aK3d:qL0y8v1mB2xYw4n5t6u7r8s9A0b1C2d3E4f5 }
          strata:workflows:
            train:
              parameters: { mode: { default: full, choices: [full, dry] } }
              steps:
                pull: { image: churn, command: [sh, -c, "printf 41 > $STRATA_OUTPUTS/rows; echo data > $STRATA_ARTIFACTS/data"], outputs: [rows], artifacts: [data] }
                split: { image: churn, command: [sh, -c, "printf '[1, 2]' > $STRATA_OUTPUTS/folds"], needs: [pull], outputs: [folds] }
                fold: { image: churn, command: [sh, -c, "echo $KEY; mkdir $STRATA_ARTIFACTS/scores; echo 0.${item} > $STRATA_ARTIFACTS/scores/${item}"], needs: [split], forEach: split.folds, artifacts: [scores], secrets: { KEY: { secret: wandb } } }
                flaky: { image: churn, command: [sh, -c, "test -e /tmp/strata-flaky-${run.id} || { touch /tmp/strata-flaky-${run.id}; exit 3; }"], needs: [pull], retries: 1, backoff: 1s }
                report: { image: churn, command: [sh, -c, 'cat $STRATA_ARTIFACTS/data $STRATA_ARTIFACTS/scores/*; echo "rows ${steps.pull.rows} mode ${parameters.mode}"'], needs: [fold, flaky, pull] }
                deploy: { image: churn, command: [sh, -c, "echo deployed"], needs: [report, pull], when: "pull.rows > 40 and parameters.mode != 'dry'" }

        """;

    /// <summary>Stands in for Docker: runs a step's command on this machine, with its folders where they are.</summary>
    private const string Docker = """
        #!/usr/bin/env python3
        import os, sys
        words, folders = sys.argv[1:], {}
        at = words.index("run") + 1
        while words[at].startswith("-"):
            if words[at] == "--volume":
                path, _, inside = words[at + 1].rpartition(":")
                folders[inside] = path
            at += 1 if words[at] in ("--rm", "-T") else 2
        for name in ("STRATA_OUTPUTS", "STRATA_ARTIFACTS"):
            os.environ[name] = folders[os.environ[name]]
        assert words[at] == "image-churn", words
        os.execvp(words[at + 1], words[at + 1:])
        """;

    [Fact]
    public void A_workflow_runs_here_as_it_does_elsewhere()
    {
        if (Rendered.Run("python3", ["--version"]) is null || OperatingSystem.IsWindows())
        {
            return;
        }

        var folder = Directory.CreateTempSubdirectory("strata-local-");
        try
        {
            foreach (var file in Rendered.OfText(Stack).Where(file => file.Path.StartsWith("local/", StringComparison.Ordinal)))
            {
                var path = Path.Combine(folder.FullName, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Content);
            }

            File.WriteAllText(Path.Combine(folder.FullName, "docker"), Docker.ReplaceLineEndings("\n"));
            File.SetUnixFileMode(Path.Combine(folder.FullName, "docker"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

            var unset = Run("train");
            Assert.Contains("STRATA_SECRET_WANDB", unset.Output, StringComparison.Ordinal);
            Assert.Equal(0, Run("init").Exit);
            var env = Path.Combine(folder.FullName, "local", ".env");
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(env));
            Assert.Matches("(?m)^MINIO_ROOT_PASSWORD=[0-9a-f]{32}$", File.ReadAllText(env));
            File.AppendAllText(env, "STRATA_SECRET_WANDB=of-wandb\n");

            var (exit, output) = Run("train", "mode=full");
            Assert.True(exit == 0, output);
            Assert.Contains("of-wandb", output, StringComparison.Ordinal);
            Assert.Contains("flaky: again in 1 seconds", output, StringComparison.Ordinal);
            Assert.Contains("data\n0.1\n0.2\nrows 41 mode full\n", output, StringComparison.Ordinal);
            Assert.Contains("deployed", output, StringComparison.Ordinal);
            Assert.Contains("deploy: left out", Run("train", "mode=dry").Output, StringComparison.Ordinal);
            Assert.Contains("is one of full, dry", Run("train", "mode=half").Output, StringComparison.Ordinal);
            Assert.Contains("has no parameter 'size'", Run("train", "size=1").Output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        (int Exit, string Output) Run(params string[] words)
        {
            using var process = Process.Start(new ProcessStartInfo("python3", [Path.Combine(folder.FullName, "local", "run.py"), .. words])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["PATH"] = $"{folder.FullName}:{Environment.GetEnvironmentVariable("PATH")}" },
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            var text = process.StandardOutput.ReadToEnd() + errors.Result;
            process.WaitForExit();
            return (process.ExitCode, text);
        }
    }

    [Fact]
    public void No_password_is_in_a_file()
    {
        var files = Rendered.OfText(Stack);
        Assert.Equal(["MINIO_ROOT_PASSWORD", "STRATA_SECRET_WANDB"], files.Text("local/.env.example").Split('\n').Where(line => line.EndsWith('=')).Select(line => line.TrimEnd('=')));
        Assert.DoesNotContain("9Zb1p2mXq7c0aK3d", string.Concat(files.Select(file => file.Content)), StringComparison.Ordinal);
        Assert.Contains("/.env\n", files.Text("local/.gitignore"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(StackFilesTests.Samples), MemberType = typeof(StackFilesTests))]
    public void Every_port_is_open_to_this_machine_alone_and_every_server_says_when_it_is_there(string sample)
    {
        var files = Rendered.OfText(File.ReadAllText(Repository.PathOf($"tests/Golden/rendered/{sample}.yaml")).ReplaceLineEndings("\n"));
        if (files.FirstOrDefault(file => file.Path == "local/compose.yaml") is not { } compose || RenderedSchemaTests.Documents(compose).ToList() is not [var (_, json)])
        {
            return;
        }

        using var document = JsonDocument.Parse(json);
        foreach (var service in document.RootElement.GetProperty("services").EnumerateObject())
        {
            if (service.Value.TryGetProperty("ports", out var ports))
            {
                Assert.All(ports.EnumerateArray(), port => Assert.StartsWith("127.0.0.1:", port.GetString(), StringComparison.Ordinal));
                Assert.True(service.Value.TryGetProperty("healthcheck", out _), service.Name);
            }

            foreach (var other in service.Value.TryGetProperty("depends_on", out var after) ? after.EnumerateObject().ToList() : [])
            {
                var isServer = document.RootElement.GetProperty("services").GetProperty(other.Name).TryGetProperty("healthcheck", out _);
                Assert.Equal(isServer ? "service_healthy" : "service_completed_successfully", other.Value.GetProperty("condition").GetString());
            }
        }
    }
}
