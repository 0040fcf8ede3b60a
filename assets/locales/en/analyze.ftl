cli-analyze-about = Label replies: closing techniques, reception steps, objection handling, tone, faults and untrue claims
cli-analyze-long =
    JSON Lines in (FILE or standard input), one line out for each, same order, flushed line by line.

    In:
    {"  {"}"id":"x1","channel":"im","buyer":"你们这个太贵了","reply":"亲,理解您…",
       "product":{"{"}"name":"…","category":"…","price":129.0,"floor_price":119.0,"facts":["…"],"promotion":null{"}"}{"}"}
      channel is im, phone or visit; buyer may be empty; product may be left out.

    Out:
    {"  {"}"id":"x1","closes":[…],"steps":[…],"controls":[…],"moves":[…],"tone":3.8,"faults":[…],"claims":[…],
       "evidence":[{"{"}"label":"alternative","start":12,"end":25{"}"}]{"}"}
      start and end count characters of the reply as it was written (end exclusive).

    A line that cannot be read gives {"{"}"id":…,"error":"…"{"}"} in its place; the rest goes on, the exit code is 1.

    --report reads labelled rows (with a gold field) and prints precision, recall and F1 of each label,
    the macro-F1 of each family, and the weighted kappa of tone.
cli-analyze-file = JSON Lines; standard input where it is left out or -
cli-analyze-product = The product sheet (products/*.ron) for lines that bring none of their own
cli-analyze-report = The input is labelled rows (with gold): print how far the analyser agrees, no labels
cli-analyze-explain = Adds why to each label: the words that rules found, the weights of features, what changes without each clause
cli-analyze-rules = Rules alone, without the model
model-cannot-read = The model file { $path } can't be read: { $why }. Check the path and its permissions.
model-not-one = { $path } is no model file of Huashu.
model-format = The model file { $path } has format { $found }; this version reads format { $expected }. Use the model file that belongs to it.
model-damaged = The model file { $path } is damaged (its checksum does not match). Copy it anew.
model-broken = Part { $part } of the model file { $path } is wrong: { $reason }. Use an undamaged model file.
model-other-labels = The model file { $path } was trained for other labels and can't be used by this version. Use the model file that belongs to it.
cli-analyze-cannot-read = Cannot read { $path }: { $why }. Check the path and the permissions.
cli-analyze-broken-product = The product sheet { $path } is broken: { $why }. huashu check shows every problem.
cli-analyze-broken-rows = { $count } lines are no labelled rows (with gold) and were left out.
