cli-check-about = Checks scenario, persona, product and script files and tells every problem in one go
cli-check-paths = Files or folders to check; there may be several
cli-check-json = Prints JSON, for other programs
cli-check-long =
    Each problem comes with file, line, column, what is wrong, what was expected, and the nearest valid name.
    Exits with 1 where there are errors, 0 where there are warnings alone, 2 where a path doesn't exist.
    What a single file refers to is looked for around it, then among the scenarios that come with the program.

    Examples:
      huashu check scenarios/               a whole folder
      huashu check my/tea.ron               one scenario
      huashu check my/ --json               for an editor or a script
check-clean = { $files } files checked ({ $scenarios } scenarios): all is well.
check-warned = { $files } files checked ({ $scenarios } scenarios): no errors, { $warnings } warnings; all can be used.
check-found = { $files } files checked: { $errors } errors, { $warnings } warnings. { $scenarios } scenarios can be used.
check-nothing = There are no .ron files here: nothing to check.
