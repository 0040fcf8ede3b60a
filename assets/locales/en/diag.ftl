## What is said when scenario files are checked: what happened, where, what to do

diag-error = error
diag-warning = warning
diag-help = help

diag-help-nearest = Did you mean “{ $nearest }”? There are: { $known }
diag-help-known = There are: { $known }
diag-help-none-known = There is no such file at all yet. Make one first, then write its id here.

diag-kind-persona = persona
diag-kind-product = product
diag-kind-script = script
diag-kind-phrases = phrases
diag-kind-scenario = scenario
diag-kind-runs = golden runs

# The file as such
diag-too-large = The file has { $size } MB, more than the { $most } MB that are read
diag-too-large-help = Scenario files are written by hand and have some ten KB. Is it the wrong file? Or split it.
diag-wrong-encoding = The file isn't UTF-8; it looks like { $encoding }
diag-wrong-encoding-help = Open it in an editor, choose "save as" with the encoding UTF-8, and save it once more.
diag-cut-off-char = The file breaks off in the middle of a character
diag-cut-off-char-help = Saving or copying was probably interrupted. Copy it again from where it came.
diag-not-text = The byte { $byte } here is no text: the file is damaged, or no text at all
diag-not-text-help = Make sure that it is a .ron text file, saved as UTF-8.
diag-unreadable = The file can't be opened: { $why }
diag-unreadable-help = Check its permissions, or try it in another place.
diag-empty-file = The file is empty
diag-empty-file-help = Write something in it (starting from an existing file is quickest), or delete it.
diag-replaces = The { $kind } “{ $id }” exists already ({ $earlier }); this file takes its place
diag-replaces-help = If that isn't meant, give this file another name and id.
diag-id-not-stem = The id is “{ $id }” but the file is “{ $stem }.ron”; they must be the same
diag-id-not-stem-help = Change the id to “{ $stem }”, or rename the file to “{ $id }.ron”.
diag-newer-schema = The file has format version { $found }, newer than version { $known } that this program knows
diag-newer-schema-help = It was made by a newer version. Update the program to open it.
diag-wrong-schema = There is no format version { $found }; the present one is { $known }
diag-wrong-schema-help = Write schema: { $known }.

# Syntax
diag-cut-off = The file breaks off here: the “{ $open }” at line { $line }, column { $column } isn't closed
diag-cut-off-help = Add the missing half. If what followed is gone, get it back from a backup.
diag-expected-comma = A comma is missing here, or a “{ $close }”
diag-expected-comma-help = Each item is followed by a comma; brackets come in pairs.
diag-expected-colon = A colon must follow the name of a field
diag-expected-colon-help = Write "name: value", such as level: 2.
diag-expected-value = A value should stand here
diag-expected-value-help = Text stands in double quotes, numbers as they are, lists in [ ].
diag-wrong-bracket = The brackets don't match: “{ $expected }” should stand here, not “{ $found }”
diag-wrong-bracket-help = ( ) and [ ] come in pairs; what was opened last is closed first.
diag-full-width = This is the Chinese sign “{ $found }”; it must be “{ $wanted }”
diag-full-width-help = Chinese punctuation is fine inside quotes; outside them it must be ASCII.
diag-trailing = The content has ended already, and more follows
diag-trailing-help = A file has one outermost pair of brackets. Was one closed too early, or something pasted twice?
diag-attribute = Scenario files have no #![enable(…)]
diag-attribute-help = Delete this line; the rest stays.
diag-too-deep = The brackets are nested too deep for a scenario
diag-too-deep-help = Real files have about a dozen levels. Was something pasted again and again?
diag-syntax = This can't be read: { $why }
diag-syntax-help = Compare it with an existing file: what is too much or missing here?

# Fields and types
diag-duplicate-key = “{ $key }” is written twice (first in line { $line })
diag-duplicate-key-help = Keep one of them; to join them, write their content together.
diag-unknown-field = There is no field “{ $field }”
diag-unknown-variant = There is no choice “{ $name }”
diag-missing-field = The field “{ $field }” is missing
diag-missing-field-help = Add “{ $field }: …” inside these brackets. docs/SCENARIOS.md says what each field means.
diag-wrong-type = { $expected } should stand here, not { $found }
diag-wrong-type-help = Change it to { $expected }.
diag-number-range = { $found } doesn't fit this field: too large, or negative where that can't be
diag-number-range-help = Choose a suitable whole number.
diag-wrong-length = The wrong number of items: { $found }
diag-wrong-length-help = The number is fixed: beliefs: (400, 300, 300, 500) has exactly four.
diag-expected-integer = a whole number
diag-expected-number = a number
diag-expected-boolean = true or false
diag-expected-string = text in double quotes
diag-expected-list = a list in square brackets [ … ]
diag-expected-map = a map in braces { "{" } … { "}" }
diag-expected-struct = fields in parentheses ( … )
diag-expected-name = the name of a choice

# References
diag-unknown-id = There is no { $kind } “{ $id }”
diag-self-reference = The { $kind } is the scenario's own id “{ $id }”: a scenario can't refer to itself
diag-self-reference-help = Write the id of a { $kind } file here: its name without .ron.
diag-broken-reference = The { $kind } “{ $id }” has problems, so this scenario can't be used for now
diag-broken-reference-help = Mend { $path } first; then this scenario works.
diag-no-scenario = There is no usable scenario in this file
diag-no-scenario-help = huashu check tells what is wrong with it.

# Rules
diag-bad-colour = “{ $colour }” is no colour
diag-bad-colour-help = Colours are written #RRGGBB, such as "#B24E37".
diag-bad-date = “{ $date }” is no day
diag-bad-date-help = Days are written year-month-day, such as "2026-06-18", and must exist.
diag-band-order = { $full_name } ({ $full }) should be less than { $none_name } ({ $none })
diag-band-order-help = Up to full there are all points, from none on there are none, so full must be less than none.
diag-bare-product = The sheet has nothing on { $missing }: buyers will ask
diag-bare-product-help = Add a fact to facts.
diag-bare-delivery = delivery or service (Delivery / Service)
diag-bare-returns = returns or warranty (Returns / Warranty)
diag-circular-steps = The step “{ $step }” waits for itself and can never be met
diag-circular-steps-help = After may only wait for other steps, and not lead back to itself.
diag-duplicate-id = The id “{ $id }” is used twice
diag-duplicate-id-help = Within a list every id is used once; rename one of them.
diag-empty-lines = { $list } is empty: there will be nothing to say
diag-empty-lines-help = Write at least one line, and leave no line blank.
diag-empty-text = { $field } is empty
diag-empty-text-help = Write something: the trainee will see it.
diag-few-truths = { $found ->
    [one] Only one truth; there must be two or more
   *[other] Only { $found } truths; there must be two or more
}
diag-few-truths-help = A truth is drawn by seed; with one alone there is nothing to find out. Add another.
diag-floor-above-price = The floor price { $floor } is wrong: it must be above 0 and not above the price { $price }
diag-floor-above-price-help = It is the lowest price that may be conceded. Lower it, or raise the price.
diag-out-of-range = { $value } is out of range: { $least } to { $most }
diag-out-of-range-help = Choose a number within the range.
diag-promotion-dates = The promotion begins on { $from } but ends on { $until }
diag-promotion-dates-help = The first day can't be after the last. Have they been swapped?
diag-bad-run = “{ $what }” can't be used in a golden run
diag-bad-run-help = Each run has a name of its own and at least one reply; the outcome is one of deal, appointment, resolved, declined, deferred, lost, left, quit; the score is (least, greatest) between 0 and 100.
diag-quick-code = The code “{ $code }” isn't suitable, or is used already
diag-quick-code-help = Codes begin with a slash, have no blanks and are used once, such as "/1".
diag-repeated-line = This line is written twice: “{ $line }”
diag-repeated-line-help = The buyer would repeat itself word for word. Another wording sounds more real.
diag-thin-voice = { $cue } has { $found ->
    [one] one line only
   *[other] { $found } lines only
}
diag-thin-voice-help = Write at least { $enough } lines for each cue, so that a long talk doesn't repeat itself.
diag-unanswerable = The question “{ $item }” has no answer: no reply could answer it
diag-unanswerable-help = Write what answers it in answer, such as ["fact:delivery"].
diag-uniform-agenda = All that the buyer wants is of one kind ({ $kind })
diag-uniform-agenda-help = Questions, doubts and digressions together make a talk like a real one.
diag-unknown-dimension = There is no dimension “{ $name }”
diag-unknown-label = There is no label “{ $label }”
diag-unknown-slot = There is no slot “{ $slot }”
diag-unknown-pretext = The agenda has no objection “{ $pretext }” that could be a pretext
diag-unknown-step = The script has no step “{ $step }”
diag-unknown-subject = Neither the product “{ $product }” nor this scenario has “{ $subject }”
diag-unknown-technique = There is no closing technique “{ $name }”
diag-unknown-topic = There is no topic “{ $topic }”
diag-unreachable = “{ $id }” needs { $needed } arguments but has { $found }: nothing could settle it
diag-unreachable-help = Add arguments, or lower needed.
diag-unused-point = The point “{ $id }” isn't used anywhere
diag-unused-point-help = Write "point:{ $id }" in answer, arguments, convince or Says, or delete it.
diag-weights-sum = The weights sum to { $sum }; it must be 100
diag-weights-sum-help = Change some of them so that they sum to 100.
diag-dry-bank = “{ $item }” blocks the goal, but the buyer has only { $found } lines for it and soon has nothing left to ask with
diag-dry-bank-help = Write at least { $enough } lines in raise and insist together.
diag-endless-agenda = The agenda has { $found } matters, more than one talk can hold
diag-endless-agenda-help = A buyer has had enough after forty exchanges; keep to { $most } matters.
diag-hidden-for-good = The truth “{ $truth }” can never come out: no topic asks for it, and there is no objection to probe
diag-hidden-for-good-help = Name topics in reveal that bring it out, such as "worry".
