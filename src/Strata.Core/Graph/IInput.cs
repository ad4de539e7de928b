namespace Strata.Graph;

/// <summary>Whatever can be set as an input: a value, or something written with an initialiser that becomes one.</summary>
public interface IInput
{
    Value ToValue();
}
