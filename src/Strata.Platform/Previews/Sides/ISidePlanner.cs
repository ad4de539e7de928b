namespace Strata.Platform.Previews;

/// <summary>Plans the stacks of one of the two states. Safe to use from several threads.</summary>
public interface ISidePlanner
{
    /// <summary>Null when the state has no such stack.</summary>
    StackSide? Plan(string stack);
}
