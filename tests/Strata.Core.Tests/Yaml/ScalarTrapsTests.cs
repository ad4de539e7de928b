using Strata.Yaml;
using static Strata.Tests.Yaml.YamlReading;

namespace Strata.Tests.Yaml;

public sealed class ScalarTrapsTests
{
    [Theory]
    [InlineData("1.30", ExpectedScalar.Text, "STR121", "\"1.30\"")]
    [InlineData("0777", ExpectedScalar.Text, "STR121", "\"0777\"")]
    [InlineData("1e3", ExpectedScalar.Text, "STR121", "\"1e3\"")]
    [InlineData("2024-01-02", ExpectedScalar.Text, "STR122", "\"2024-01-02\"")]
    [InlineData("True", ExpectedScalar.Text, "STR123", "\"True\"")]
    [InlineData("~", ExpectedScalar.Text, "STR120", "\"~\"")]
    [InlineData("", ExpectedScalar.Text, "STR120", null)]
    [InlineData(".inf", ExpectedScalar.Text, "STR126", null)]
    [InlineData(".inf", ExpectedScalar.Number, "STR126", null)]
    [InlineData("0777", ExpectedScalar.Integer, "STR124", "511")]
    [InlineData("-0089", ExpectedScalar.Number, "STR124", "-89")]
    [InlineData("123456789012345678901234567890", ExpectedScalar.Integer, "STR125", null)]
    [InlineData("null", ExpectedScalar.Integer, "STR120", "\"null\"")]
    [InlineData("yes", ExpectedScalar.Boolean, "STR127", "true")]
    [InlineData("Off", ExpectedScalar.Boolean, "STR127", "false")]
    public void A_value_that_arrives_as_something_else_is_an_error(string written, ExpectedScalar expected, string code, string? replacement)
    {
        var problem = ScalarTraps.Check((YamlScalar)ReadMap($"a: {written}")["a"]!, expected);
        Assert.Equal((code, replacement), (problem?.Code, problem?.Replacement));
    }

    [Theory]
    [InlineData("fraud", ExpectedScalar.Text)]
    [InlineData("3", ExpectedScalar.Text)]
    [InlineData("1.5", ExpectedScalar.Text)]
    [InlineData("1.2.3", ExpectedScalar.Text)]
    [InlineData("true", ExpectedScalar.Text)]
    [InlineData("yes", ExpectedScalar.Text)]
    [InlineData("1:30", ExpectedScalar.Text)]
    [InlineData("'1.30'", ExpectedScalar.Text)]
    [InlineData("\"~\"", ExpectedScalar.Text)]
    [InlineData("!!str 1.30", ExpectedScalar.Text)]
    [InlineData("1_000", ExpectedScalar.Integer)]
    [InlineData("0x1F", ExpectedScalar.Integer)]
    [InlineData("0", ExpectedScalar.Integer)]
    [InlineData("0.50", ExpectedScalar.Number)]
    [InlineData("1.30", ExpectedScalar.Number)]
    [InlineData("True", ExpectedScalar.Boolean)]
    [InlineData("'yes'", ExpectedScalar.Boolean)]
    public void A_value_that_arrives_as_meant_is_fine(string written, ExpectedScalar expected) =>
        Assert.Null(ScalarTraps.Check((YamlScalar)ReadMap($"a: {written}")["a"]!, expected));
}
