using System.Reflection;
using Strata.Diagnostics;
using Strata.Pulumi;

namespace Strata.Tests.Pulumi;

public sealed class EngineErrorsTests
{
    [Fact]
    public void Every_problem_has_a_code_of_its_own_and_a_full_sentence()
    {
        var problems = typeof(EngineErrors).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(method => (Diagnostic)method.Invoke(null, [.. method.GetParameters().Select(Example)])!).ToList();

        Assert.Equal(problems.Count, problems.Select(problem => problem.Code).Distinct().Count());
        Assert.All(problems, problem => Assert.Matches("^STR5[0-9][0-9]$", problem.Code));
        Assert.All(problems, problem => Assert.Matches("^[A-Z'].*[.]$", problem.Message));
    }

    private static object? Example(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(string) ? "It failed."
        : parameter.ParameterType == typeof(int) ? 3
        : parameter.ParameterType.IsAssignableFrom(typeof(string[])) ? new[] { "a" }
        : null;
}
