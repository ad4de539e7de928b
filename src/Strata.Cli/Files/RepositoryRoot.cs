namespace Strata.Cli.Files;

/// <summary>Finds the repository a command is about.</summary>
internal static class RepositoryRoot
{
    /// <summary>The nearest folder, from <paramref name="folder"/> upwards, that has a <c>stacks</c> folder beside a <c>Pulumi.yaml</c>; null when there is none.</summary>
    public static string? Find(string folder)
    {
        for (var at = Path.GetFullPath(folder); at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, "Pulumi.yaml")) && Directory.Exists(Path.Combine(at, "stacks")))
            {
                return at;
            }
        }

        return null;
    }
}
