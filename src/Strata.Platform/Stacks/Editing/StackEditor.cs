using Strata.Diagnostics;
using Strata.Text;
using Strata.Yaml;

namespace Strata.Platform.Stacks.Editing;

/// <summary>
/// Changes a stack file as a careful person would: one value, everything else as it was, and nothing that makes the stack worse than
/// it is.
/// </summary>
public static class StackEditor
{
    /// <summary>Sets a value, in quotes where the one before has them or where only text in quotes is right there.</summary>
    public static StackEdit Set(IStackFiles files, string stack, string path, string value) => Edit(files, stack, path, (text, root, keys) =>
    {
        var quoted = YamlEditor.Set(text, root, keys, YamlEditor.Quote(value));
        if (!IsOneValue(value))
        {
            return [quoted];
        }

        var plain = YamlEditor.Set(text, root, keys, value);
        return Find(root, keys) is YamlScalar { IsPlain: false } ? [quoted, plain] : [plain, quoted];
    });

    /// <summary>Adds a component; refused when the stack file has it already.</summary>
    /// <param name="values">Its values by path, as in <c>machine.cpu</c>.</param>
    public static StackEdit Add(IStackFiles files, string stack, string component, IReadOnlyList<KeyValuePair<string, string>> values) => Edit(files, stack, component, (text, root, keys) =>
    {
        if (keys.Count != 3)
        {
            return [YamlEdit.Refuse("A component is named by its section and its name, as in compute.gpu.")];
        }

        if (Find(root, keys) is not null)
        {
            return [YamlEdit.Refuse($"The file has '{component}' already: use 'strata set' to change it.")];
        }

        // The body is built by the same editor, in an empty map, so that paths below mean the same.
        var body = "{}";
        foreach (var (path, value) in values)
        {
            if (EditPath.Read($"x.{path}") is not { } inner)
            {
                return [YamlEdit.Refuse($"'{path}' is no path.")];
            }

            var source = new SourceText("component", $"x: {body}");
            var edit = YamlEditor.Set(source, (YamlMapping)YamlReader.Read(source, [])!, ["x", .. inner.Skip(2)], IsOneValue(value) ? value : YamlEditor.Quote(value));
            if (edit.Text is null)
            {
                return [edit];
            }

            body = edit.Text["x: ".Length..];
        }

        return [YamlEditor.Set(text, root, keys, body)];
    });

    /// <summary>Takes a value out of the stack file; what fragments say of it then counts.</summary>
    public static StackEdit Unset(IStackFiles files, string stack, string path) => Edit(files, stack, path, (text, root, keys) =>
    {
        if (Find(root, keys) is not null)
        {
            return [YamlEditor.Remove(text, root, keys)];
        }

        var resolved = new StackLoader(files).Load(stack, []);
        var set = keys[1].StartsWith("strata:", StringComparison.Ordinal) && resolved is not null ? Find(resolved.Config, [keys[1]["strata:".Length..], .. keys.Skip(2)]) : null;
        return [YamlEdit.Refuse(set is null ? $"The file has no '{path}'." : $"'{path}' is set in {set.Span}, not here. To take it away for this stack alone, set it to {{ $unset: true }}.")];
    });

    private static StackEdit Edit(IStackFiles files, string stack, string path, Func<SourceText, YamlMapping, IReadOnlyList<string>, IReadOnlyList<YamlEdit>> edit)
    {
        if (EditPath.Read(path) is not { } keys)
        {
            return Refuse(EditErrors.NotAPath(path));
        }

        if (keys[1] == "strata:secrets")
        {
            return Refuse(EditErrors.Secret(path));
        }

        var file = files.Read(StackPaths.OfStack(stack));
        var problems = new DiagnosticBag();
        if (file is null || YamlReader.Read(file, problems) is not YamlMapping root)
        {
            return new StackEdit(null, file is null ? [StackErrors.FileNotReadable(null, StackPaths.OfStack(stack))] : problems.Sorted());
        }

        var before = new StackRepository(files).Expand(stack).Diagnostics;
        StackEdit? refused = null;
        foreach (var made in edit(file, root, keys))
        {
            if (made.Text is null)
            {
                refused ??= Refuse(EditErrors.CannotEdit(file.Path, path, made.Problem!));
                continue;
            }

            var edited = new SourceText(file.Path, made.Text);
            var after = new StackRepository(new EditedFiles(files, edited)).Expand(stack).Diagnostics;
            var errors = New(before, after, Severity.Error);
            if (errors.Count == 0)
            {
                return new StackEdit(edited, New(before, after, Severity.Warning));
            }

            refused ??= new StackEdit(null, [.. errors, EditErrors.WouldNotBeValid(file.Path, path)]);
        }

        return refused!;
    }

    private static StackEdit Refuse(Diagnostic problem) => new(null, [problem]);

    /// <summary>The problems that were not there before; an edit moves places, so that only the words are compared.</summary>
    private static List<Diagnostic> New(IReadOnlyList<Diagnostic> before, IReadOnlyList<Diagnostic> after, Severity severity)
    {
        var known = before.Select(problem => (problem.Code, problem.Message)).ToList();
        return [.. after.Where(problem => problem.Severity == severity && !known.Remove((problem.Code, problem.Message)))];
    }

    private static bool IsOneValue(string value)
    {
        var problems = new DiagnosticBag();
        return !value.Contains('\n', StringComparison.Ordinal) && YamlReader.Read(new SourceText("value", $"[{value}]"), problems) is YamlSequence { Items.Count: 1 } && !problems.HasErrors;
    }

    private static YamlNode? Find(YamlMapping map, IReadOnlyList<string> keys)
    {
        YamlNode? node = map;
        foreach (var key in keys)
        {
            node = (node as YamlMapping)?[key];
        }

        return node;
    }
}
