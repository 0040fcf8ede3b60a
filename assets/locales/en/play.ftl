cli-play-about = Play one session without a window: on the terminal, or as JSON Lines for a program
cli-play-scenario = Id of the scenario (see huashu list), or a path to its file
cli-play-seed = Seed: the same scenario, seed and replies give the same talk to the letter; left out: random on a terminal, 1 elsewhere
cli-play-trainee = Name of the trainee, written into the transcript
cli-play-jsonl = JSON Lines in and out, one object a line
cli-play-save = Write the transcript to this file at every step; huashu score scores it again
cli-play-long =
    Examples:
      huashu play tea_impatient
      huashu play tea_impatient --seed 7 --save practice.jsonl
      huashu play tea_impatient --jsonl < replies.jsonl

    A line of JSON Lines input is {"{"}"text":"您好","at_ms":4200{"}"} or {"{"}"quit":true{"}"}; at_ms counts ms from the start.
    Without at_ms the wall clock counts on a terminal; elsewhere a fair reading and typing speed.
play-bad-line = Line { $line } was skipped: { $why }. { $wanted }
brief-role = Role
brief-persona = Buyer
brief-goal = Goal
brief-product = Product
brief-price = { $price } yuan per { $unit }, floor { $floor }
brief-never-say = Never say
brief-script = Script
brief-how = Type and press Enter to send. ▮ is the buyer's patience, which waiting eats. Ctrl+D (on Windows Ctrl+Z and Enter) ends.
talk-auto-reply = Auto-reply
talk-early-close = (Hint: the buyer is not ready; pressing now costs patience.)
talk-over = ━━ { $time } over: { $outcome } ━━
transcript-empty = { $file } is empty; there is no transcript in it. Choose another file.
transcript-no-header = { $file } is no Huashu transcript, its first line can't be read: { $why }. Choose a file saved by huashu play --save or by the game.
transcript-newer = { $file } was saved by a newer version (format { $version }). Update Huashu to open it.
transcript-other-engine = { $file } was saved with buyer engine { $version }; this version would replay it differently and so does not score it. Open it with the version of that time.
transcript-tampered = The scenario inside { $file } was changed after the session, so it can't count. Use the original transcript.
transcript-cut = { $file } breaks off at line { $line } ({ $why }); what stands before was loaded and is scored as left unfinished.
cli-test-about = Replay the golden runs that scenarios carry: are outcome and score still in range?
cli-test-path = A scenario folder (its runs/*.ron are golden runs), or a file in it
cli-test-json = Print one JSON array
cli-test-long =
    Examples:
      huashu test scenarios
      huashu test scenarios/runs/tea_impatient.ron --json

    Exits with 1 where one run misses.
test-outcome = the outcome should be { $wanted }, but is { $came }
test-score = the total should be { $least }–{ $most }, but is { $came }
test-summary = { $runs } runs, { $missed } missed.
test-none = No golden runs found: put *.ron files into a folder runs; docs/SCENARIOS.md shows how.
cli-score-about = Score a saved session again
cli-score-transcript = Transcript saved by huashu play --save or by the game
cli-score-json = Print one JSON object
cli-score-relabel = Decide the labels of every reply anew by today's rules, and say what differs
cli-score-long =
    Examples:
      huashu score practice.jsonl
      huashu score practice.jsonl --json
      huashu score practice.jsonl --relabel
score-relabelled = reply { $turn }: { $difference }
score-relabel-summary = { $turns } replies, { $differing } labelled otherwise than in the transcript.
talk-choose = Which buyer? Type 1–{ $last } and press Enter.
play-no-scenarios = There is no scenario. Run huashu check to see what is wrong with the files.
play-wanted-jsonl = Each line should be {"{"}"text":"…","at_ms":MS{"}"} or {"{"}"quit":true{"}"}.
play-wanted-text = Each line should be one reply in UTF-8.
talk-you = you
talk-again = The same talk again: huashu play { $id } --seed { $seed }
talk-mood-glad = glad
talk-mood-fine = fine
talk-mood-calm = calm
talk-mood-uneasy = uneasy
talk-mood-angry = angry
transcript-cut-header = { $file } breaks off in its first line: the scenario is not whole and nothing can be scored. Look for the whole transcript.
talk-line = { $name }: { $text }
cli-simulate-about = Let built-in trainees play a scenario many times and see how scores and outcomes spread
cli-simulate-scenario = The scenario's id or file; "all" plays every scenario of the library
cli-simulate-trainees = Only these kinds of trainee, separated by commas; all of them by default
cli-simulate-runs = Sessions for each kind of trainee
cli-simulate-seed = Seed of the first session; the next ones count upwards
cli-simulate-json = Print one line of JSON for each scenario
cli-simulate-show = Print the talks word for word instead of statistics
cli-simulate-long =
    Trainees: expert, average, novice, rude, spammer, silent, keyword-stuffer, copycat.
    Each line has the mean score, its first to ninth tenth, the share that reached the goal, replies in the mean, outcomes.

    Examples:
      huashu simulate tea_impatient
      huashu simulate all --runs 200 --trainees expert,average --json
simulate-title = ── { $id } (level { $level })
simulate-speed = { $speed } sessions a second
simulate-unknown = There is no simulated trainee “{ $kind }”. Known: { $known }.
simulate-level = ══ level { $level } in all
