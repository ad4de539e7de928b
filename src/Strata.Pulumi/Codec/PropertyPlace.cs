using System.Globalization;
using System.Text;

namespace Strata.Pulumi.Codec;

/// <summary>Where in a resource's inputs the encoder is, so that a problem can name it: <c>tags.team</c>, <c>rules[0].from</c>.</summary>
internal sealed class PropertyPlace
{
    private readonly List<PathStep> _steps = [];

    /// <summary>1 at an input itself, 2 inside of it.</summary>
    public int Levels => _steps.Count;

    public void Enter(string name) => _steps.Add(new PathStep(name));

    public void Enter(int index) => _steps.Add(new PathStep(null, index));

    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>The first ten steps, which is enough to find it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, index) in _steps.Take(10))
        {
            _ = name is null ? text.Append(CultureInfo.InvariantCulture, $"[{index}]")
                : text.Length == 0 ? text.Append(name)
                : text.Append('.').Append(name);
        }

        return _steps.Count > 10 ? text.Append('…').ToString() : text.ToString();
    }
}
