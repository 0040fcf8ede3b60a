cli-about = Huashu: offline training for people who sell by talking. Without a subcommand the game opens.
cli-long =
    Examples:
      huashu                                opens the game
      huashu list                           shows the scenarios
      huashu play tea_impatient             plays one in the terminal
      huashu score session.json             scores a saved session again
      huashu check mine/                    checks scenarios of your own
    Each command has its own help: huashu <COMMAND> --help
    Data goes to standard output, messages to standard error; exit codes: 0 success, 1 the input is wrong, 2 the call is wrong.
    HUASHU_LANG=en for English, HUASHU_DATA for the folder of saved sessions.
cli-usage = Usage:
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-everywhere = Options of every command
cli-help = Shows help (-h short, --help long)
cli-version = Shows the version
cli-window = Insist on the window; where there is none, say why and exit with 2
cli-scenarios = A further folder of scenarios; may be given several times
cli-model = A model file to use instead of the shipped one
cli-write-failed = The result could not be written: { $why }. Check disk space and permissions, then try again.
cli-problems = There are { $errors } errors in scenario files, and what needs them is left out. See huashu check { $path }.
cli-try-help = See { $command } --help.
cli-misuse-unknown-argument = There is no option “{ $arg }”.
cli-misuse-unknown-argument-near = There is no option “{ $arg }”. Did you mean “{ $nearest }”?
cli-misuse-unknown-command = There is no command “{ $arg }”.
cli-misuse-unknown-command-near = There is no command “{ $arg }”. Did you mean “{ $nearest }”?
cli-misuse-missing = Missing: { $args }
cli-misuse-value = “{ $value }” can't be the value of { $arg }.
cli-misuse-value-known = “{ $value }” can't be the value of { $arg }. There are: { $known }
cli-misuse-no-value = { $arg } needs a value.
cli-misuse-conflict = { $arg } can't be used with another option, or was given twice.
line-bad = line { $line }: { $why }
line-encoding = not UTF-8 from char { $column } on
line-empty = the line is empty
line-no-json = no JSON at char { $column } ({ $why })
line-no-object = no JSON object
line-missing = { $key } is missing
line-no-string = { $key } should be a string
line-no-time = { $key } should be milliseconds since the session began
line-no-bool = { $key } should be true or false
line-inner-no-object = { $key } should be a JSON object
line-bad-value = { $key } is wrong ({ $why })
line-unknown-channel = there is no channel “{ $channel }”; channel should be im, phone or visit
line-too-long = longer than { $most } KB
