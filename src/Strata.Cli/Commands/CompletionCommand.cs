using System.CommandLine;

namespace Strata.Cli.Commands;

/// <summary><c>strata completion SHELL</c>: the script that makes a shell offer commands, options, stacks and paths.</summary>
internal static class CompletionCommand
{
    private static readonly (string Shell, string Script)[] Scripts =
    [
        ("bash", """
            # In ~/.bashrc: eval "$(strata completion bash)"
            _strata() {
              local IFS=$'\n'
              COMPREPLY=($(strata "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null))
              [[ ${COMPREPLY[0]} == *. ]] && compopt -o nospace
            }
            complete -F _strata strata
            """),
        ("zsh", """
            # In ~/.zshrc, after compinit: eval "$(strata completion zsh)"
            _strata() {
              local -a words_found
              words_found=("${(@f)$(strata "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
              compadd -S '' -- $words_found
            }
            compdef _strata strata
            """),
        ("fish", """
            # In ~/.config/fish/completions/strata.fish: strata completion fish | source
            function __strata_words
                set -l line (commandline -cp)
                strata "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete -f -c strata -a '(__strata_words)'
            """),
        ("pwsh", """
            # In $PROFILE: strata completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName strata -ScriptBlock {
                param($word, $line, $position)
                strata "[suggest:$position]" "$line" 2>$null | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }
            """),
    ];

    public static Command Create(Func<ParseResult, CommandContext> anywhere, Action<int> end)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong([.. Scripts.Select(script => script.Shell)]);
        var command = new Command("completion", "Prints the script that makes a shell complete commands, options, stacks and paths.") { shell };
        command.SetAction(result =>
        {
            anywhere(result).Terminal.Out.Write($"{Scripts.First(script => script.Shell == result.GetValue(shell)).Script}\n");
            end(ExitCodes.Fine);
        });
        return command;
    }
}
