using System.Diagnostics;
using System.Globalization;

namespace Strata.Benchmarks;

/// <summary>A repository of many stacks, for measuring: the same text for the same number on every machine.</summary>
internal static class GeneratedRepository
{
    /// <summary>Writes <paramref name="count"/> stacks of about 100 resources each, and the fragments they extend, below a folder.</summary>
    public static void Write(string folder, int count)
    {
        Directory.CreateDirectory(Path.Combine(folder, "stacks", "catalog"));
        Directory.CreateDirectory(Path.Combine(folder, "stacks", "teams"));
        File.WriteAllText(Path.Combine(folder, "Pulumi.yaml"), "name: strata\nruntime: dotnet\nmain: infra\nstackConfigDir: stacks\n");
        File.WriteAllText(Path.Combine(folder, "stacks", "catalog", "base.yaml"), Catalog);
        for (var i = 0; i < count; i++)
        {
            var team = string.Create(CultureInfo.InvariantCulture, $"team-{i / 4:D4}");
            if (i % 4 == 0)
            {
                File.WriteAllText(Path.Combine(folder, "stacks", "teams", $"{team}.yaml"), Team.Replace("TEAM", team, StringComparison.Ordinal));
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"{team}-s{i % 4}");
            File.WriteAllText(
                Path.Combine(folder, "stacks", $"Pulumi.{name}.yaml"),
                Stack.Replace("TEAM", team, StringComparison.Ordinal).Replace("NAME", name, StringComparison.Ordinal).Replace("CIDR", Range(i), StringComparison.Ordinal));
        }
    }

    /// <summary>One of the 4,096 networks of that size in 10.0.0.0/8.</summary>
    private static string Range(int i) => string.Create(CultureInfo.InvariantCulture, $"10.{i / 16 % 256}.{i % 16 * 16}.0/20");

    /// <summary>Commits what <see cref="Write"/> wrote and then changes a value in the first <paramref name="count"/> stacks.</summary>
    public static void Change(string folder, int count)
    {
        foreach (var arguments in new string[][] { ["init", "-q", "-b", "main"], ["add", "-A"], ["-c", "user.name=Bench", "-c", "user.email=bench@example.com", "commit", "-q", "--allow-empty", "-m", "Generated."] })
        {
            using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder })!;
            git.WaitForExit();
        }

        foreach (var file in Directory.GetFiles(Path.Combine(folder, "stacks"), "Pulumi.*.yaml").Order(StringComparer.Ordinal).Take(count))
        {
            File.WriteAllText(file, File.ReadAllText(file).Replace("max: 20", "max: 21", StringComparison.Ordinal));
        }
    }

    private const string Catalog = """
        config:
          aws:region: eu-west-1
          strata:cloud: aws
          strata:organization: acme
          strata:costCenter: ml
          strata:encryption: { customerKeys: true }

        """;

    private const string Team = """
        config:
          strata:team: TEAM
          strata:owner: TEAM@acme.example
          strata:storage:
            lake: { kind: objects, events: true, tierAfterDays: 30 }
            features: { kind: objects, expireAfterDays: 730 }
          strata:identities:
            training: { access: { lake: read, features: write } }

        """;

    private const string Stack = """
        config:
          strata:extends: [catalog/base, teams/TEAM]
          strata:environment: prod
          strata:namespace: { name: NAME }
          strata:budget: { monthly: 2000, notify: [TEAM@acme.example] }
          strata:network: { cidr: CIDR, nat: single }
          strata:storage:
            homes: { kind: files }
          strata:compute:
            cluster: { from: acme/ml/platform-prod }
            jobs:
              kind: batch
              machine: { cpu: 16, memory: 64Gi }
              max: 20
              access: { lake: read, features: write }
          strata:registries:
            images: { images: [trainer, scorer] }

        """;
}
