using Strata.Diagnostics;
using Strata.Text;

namespace Strata.Platform.Stacks;

/// <summary>Problems of stack files and fragments as files: their form, what they extend, how they merge, where secrets stand.</summary>
public static class StackErrors
{
    public static Diagnostic StackNotFound(string stack, string path, IReadOnlyCollection<string> stacks) => Diagnostic.Error("STR201", null,
        $"There is no stack '{stack}': '{path}' does not exist.{Suggestion.For(stack, stacks)} Create it with 'strata init', or correct the name.");

    public static Diagnostic ShortEnding(SourceSpan? at, string path, string expected) => Diagnostic.Error("STR202", at,
        $"'{path}' is not read: stack files and fragments end in '.yaml', because Pulumi looks for stack files with the ending of its project file, 'Pulumi.yaml'. Rename it to '{expected}'.");

    public static Diagnostic FileNotReadable(SourceSpan? at, string path) => Diagnostic.Error("STR203", at,
        $"'{path}' exists but cannot be read. Check that it is a regular file, in UTF-8, with read permission, and not a link that leads out of 'stacks/'.");

    public static Diagnostic FileNotMap(SourceSpan at, string found) => Diagnostic.Error("STR204", at,
        $"The file must be a map with the key 'config', but it is {found}. Write 'config:' on the first line and the keys below it, indented.");

    public static Diagnostic ConfigNotMap(SourceSpan at, string found) => Diagnostic.Error("STR205", at,
        $"'config' must be a map of keys such as 'strata:team', but it is {found}. Write one key per line below it, indented.");

    public static Diagnostic UnknownTopLevelKey(SourceSpan key, string name, IReadOnlyCollection<string> known) => Diagnostic.Error("STR206", key,
        $"Pulumi does not know the top-level key '{name}' and deletes it the next time it saves the file.{Suggestion.For(name, known)} Keys of Strata belong below 'config:', as 'strata:<key>'.");

    public static Diagnostic StackKeyInFragment(SourceSpan key, string name) => Diagnostic.Error("STR207", key,
        $"'{name}' belongs to one stack, and a fragment is shared. Move it to the stack file; a fragment has only 'config'.");

    public static Diagnostic UnknownFragmentKey(SourceSpan key, string name) => Diagnostic.Error("STR208", key,
        $"A fragment has only the top-level key 'config', so '{name}' would be ignored. Put it below 'config:', as 'strata:<key>'.");

    public static Diagnostic ConfigKeyForm(SourceSpan key, string name) => Diagnostic.Error("STR209", key,
        $"Pulumi cannot read the key '{name}': configuration keys should be of the form '<namespace>:<name>'. Write 'strata:<name>', or '<provider>:<name>' for a provider's.");

    public static Diagnostic ConfigKeyTwice(SourceSpan again, string name, string firstName, SourceSpan first) => Diagnostic.Error("STR210", again,
        $"'{name}' and '{firstName}' (at {first}) are the same key to Pulumi, and which one wins is a matter of chance. Remove one of the two.")
        with
    { Related = [new RelatedPlace(first, "first given here")] };

    public static Diagnostic EmptyTopLevelValue(SourceSpan at, string key) => Diagnostic.Error("STR211", at,
        $"'{key}' has no value, and Pulumi would pass an empty text. Write a value, or remove the key; '{{ $unset: true }}' removes an inherited one.");

    public static Diagnostic TagNotKept(SourceSpan at, string tag) => Diagnostic.Error("STR212", at,
        $"The tag '{tag}' is lost on the way through Pulumi, so it cannot mean anything here. Remove it; lists are extended with '{{ $append: [...] }}', keys removed with '{{ $unset: true }}'.");

    public static Diagnostic ExtendsForm(SourceSpan at, string found) => Diagnostic.Error("STR213", at,
        $"'strata:extends' takes the name of a fragment or a list of names, but this is {found}. Write for example 'strata:extends: [catalog/aws-startup]'.");

    public static Diagnostic FragmentNameForm(SourceSpan at, string name) => Diagnostic.Error("STR214", at,
        $"'{name}' is no name of a fragment: names are paths below 'stacks/' with '/' between folders, without '..', '\\', ':' or a leading '/'. Write for example 'catalog/aws-startup'.");

    public static Diagnostic FragmentNameWithEnding(SourceSpan at, string name, string withoutEnding) => Diagnostic.Error("STR215", at,
        $"Fragments are named without their ending. Write '{withoutEnding}' instead of '{name}'.")
        with
    { Replacement = withoutEnding };

    public static Diagnostic FragmentNotFound(SourceSpan at, string name, IReadOnlyCollection<string> fragments) => Diagnostic.Error("STR216", at,
        $"There is no fragment 'stacks/{name}.yaml' to extend.{Suggestion.For(name, fragments)} Correct the name, or create the file.");

    public static Diagnostic ExtendsStack(SourceSpan at, string name) => Diagnostic.Error("STR217", at,
        $"'{name}' is a stack, and only fragments can be extended: a stack's secrets and salt are its own. Move what the two share to a fragment, for example below 'stacks/catalog/', and extend that in both.");

    public static Diagnostic ExtendedTwice(SourceSpan again, string name, SourceSpan first) => Diagnostic.Error("STR218", again,
        $"'{name}' is listed twice. Remove one of the two; later entries win over earlier ones.")
        with
    { Related = [new RelatedPlace(first, "first listed here")] };

    public static Diagnostic ExtendsCycle(SourceSpan at, IReadOnlyCollection<string> path) => Diagnostic.Error("STR219", at,
        $"Files extend each other in a circle: {string.Join(" -> ", path)}. Remove one of the entries.");

    public static Diagnostic TooManyLayers(SourceSpan at, int limit) => Diagnostic.Error("STR220", at,
        $"With all that its fragments extend in turn, this stack joins more than {limit} files. Let fragments extend fewer others, and list them in the stack file instead.");

    public static Diagnostic OtherTeamsFragment(SourceSpan at, string name, string owner, string team) => Diagnostic.Error("STR221", at,
        $"'{name}' belongs to team '{owner}' and cannot be extended for team '{team}': what one team sets must not slip into another's platform. Move what both need to 'stacks/catalog/', or use the other team's component by reference.");

    public static Diagnostic TeamFragmentWithoutTeam(SourceSpan at, string name, string owner) => Diagnostic.Error("STR222", at,
        $"'{name}' belongs to team '{owner}', and this stack has no 'strata:team'. Add 'strata:team: {owner}' if it is that team's stack.");

    public static Diagnostic TeamFragmentInShared(SourceSpan at, string name, string owner) => Diagnostic.Error("STR223", at,
        $"This fragment is for every team and cannot extend '{name}', which belongs to team '{owner}'. Extend it in that team's stacks, or move what all need to 'stacks/catalog/'.");

    public static Diagnostic OtherTeamInFragment(SourceSpan at, string team, string owner) => Diagnostic.Error("STR224", at,
        $"This fragment belongs to team '{owner}' by its folder, but sets 'strata:team' to '{team}'. Write '{owner}', or move the file to the folder of the other team.")
        with
    { Replacement = owner };

    public static Diagnostic TeamInSharedFragment(SourceSpan at, string team) => Diagnostic.Error("STR225", at,
        $"A fragment for every team cannot set 'strata:team' (here '{team}'). Set it in the stack file, or in a fragment below 'stacks/teams/<team>/'.");

    public static Diagnostic KindChanged(SourceSpan at, string key, string kind, string inheritedKind, SourceSpan inherited) => Diagnostic.Error("STR226", at,
        $"'{key}' is {kind} here but {inheritedKind} at {inherited}, which it would replace. Keep the kind, or remove the inherited value in a layer between with '{{ $unset: true }}'.")
        with
    { Related = [new RelatedPlace(inherited, "inherited from here")] };

    public static Diagnostic NullOverride(SourceSpan at, string key, SourceSpan inherited) => Diagnostic.Error("STR227", at,
        $"'{key}' has no value here and would hide the one at {inherited}. Write '{{ $unset: true }}' to remove the inherited value, or a value to replace it.")
        with
    { Related = [new RelatedPlace(inherited, "inherited from here")], Replacement = "{ $unset: true }" };

    public static Diagnostic NothingToUnset(SourceSpan at, string key) => Diagnostic.Warning("STR228", at,
        $"There is no inherited '{key}' to remove. Delete this line, or correct the key.");

    public static Diagnostic AppendToOther(SourceSpan at, string key, string inheritedKind, SourceSpan inherited) => Diagnostic.Error("STR229", at,
        $"'$append' adds to a list, but the inherited '{key}' is {inheritedKind} at {inherited}. Write the value itself instead.")
        with
    { Related = [new RelatedPlace(inherited, "inherited from here")] };

    public static Diagnostic OperatorValue(SourceSpan at, string name, string expected, string found) => Diagnostic.Error("STR230", at,
        $"'{name}' takes {expected}, but this is {found}. Write '{{ $append: [...] }}' to add items to the inherited list, '{{ $unset: true }}' to remove the inherited value.");

    public static Diagnostic OperatorNotAlone(SourceSpan key, string name) => Diagnostic.Error("STR231", key,
        $"'{name}' says what happens to the whole value, so it must be the only key of its map. Remove the other keys.");

    public static Diagnostic UnknownOperator(SourceSpan key, string name, IReadOnlyCollection<string> known) => Diagnostic.Error("STR232", key,
        $"Keys that begin with '$' say how values merge, and '{name}' is none of them.{Suggestion.For(name, known)}");

    public static Diagnostic OperatorInList(SourceSpan at) => Diagnostic.Error("STR233", at,
        "An item of a list inherits nothing, so there is nothing to append to or remove here. Use '{ $append: [...] }' in place of the whole list.");

    public static Diagnostic SecretElsewhere(SourceSpan at) => Diagnostic.Error("STR234", at,
        "A secret must stand below 'strata:secrets', because Pulumi marks the whole top-level key of a secret as secret. Move it with \"pulumi config set --path --secret 'strata:secrets.<name>'\" and write '{ secret: <name> }' here.");

    public static Diagnostic SecretNotSecure(SourceSpan key, string name) => Diagnostic.Error("STR235", key,
        $"The secret '{name}' is not encrypted: a stack file never holds a secret as it is. Set it with \"pulumi config set --path --secret 'strata:secrets.{name}'\", and replace the secret where it is in use if the file was ever committed.")
        with
    { HidesSource = true };

    public static Diagnostic SecretsNotMap(SourceSpan at) => Diagnostic.Error("STR236", at,
        "'strata:secrets' is a map from names to encrypted values. Set one with \"pulumi config set --path --secret 'strata:secrets.<name>'\".")
        with
    { HidesSource = true };

    public static Diagnostic SecretInFragment(SourceSpan at) => Diagnostic.Error("STR237", at,
        "A fragment cannot hold secrets: a value is encrypted for one stack, and no other can read it. Set it in each stack with \"pulumi config set --path --secret 'strata:secrets.<name>'\".");

    public static Diagnostic ConfigTooLarge(SourceSpan file, int size, int limit, IEnumerable<string> largest) => Diagnostic.Error("STR238", file,
        $"Pulumi passes the configuration in one environment variable of at most {limit} bytes, and this stack's has {size}. The largest keys are {string.Join(", ", largest)}. Move shared parts to a fragment: fragments are read from disk and do not count.");

    public static Diagnostic ConfigNearlyTooLarge(SourceSpan file, int size, int limit, IEnumerable<string> largest) => Diagnostic.Warning("STR239", file,
        $"Pulumi passes the configuration in one environment variable of at most {limit} bytes, and this stack's has {size} already. The largest keys are {string.Join(", ", largest)}. Move shared parts to a fragment before it stops working: fragments are read from disk and do not count.");

    public static Diagnostic NoTemplate(string reason) =>
        Diagnostic.Error("STR264", null, $"The stack's files cannot be rendered. {reason} Put it back below 'templates', where the program looks for it.");
}
