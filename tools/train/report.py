"""The report of a training: what the held-out sources say."""

import numpy as np

import measures
from data import FAMILIES, LABELS


def row(name: str, scores: dict[str, float], kappa: float) -> str:
    return f"| {name} | " + " | ".join(f"{scores[f]:.3f}" for f in [*FAMILIES, "mean"]) + f" | {kappa:.3f} |"


def text(parts, heard, joined, thresholds, tone, gold, matched) -> str:
    """Markdown: ablations, labels, the worst rows."""
    out = [f"Rows: {len(parts['train'])} to learn from, {len(parts['tune'])} to choose thresholds, {len(parts['test'])} held out for this report.", ""]
    out += ["| held-out sources | " + " | ".join([*FAMILIES, "mean"]) + " | tone QWK |", "|---|" + "---|" * (len(FAMILIES) + 2)]
    tones = np.array([r.tone for r in parts["test"]])
    rules = {part: np.array([[f"r:{label}" in r.features for label in LABELS] for r in rows], np.float32) for part, rows in parts.items()}
    ruled = np.array([next((int(f[2:]) / 2 for f in r.features if f.startswith("t:")), 2.0) for r in parts["test"]])
    out.append(row("rules alone", measures.macro(gold["test"], rules["test"]), measures.kappa(tones, ruled)))
    for name, key, at in (("linear model (n-grams and rules)", "linear", 1), ("encoder alone", "encoder", 0)):
        limit = measures.thresholds(gold["tune"], heard["tune"][key])
        given = (heard["test"][key] >= limit).astype(np.float32)
        out.append(row(name, measures.macro(gold["test"], given), measures.kappa(tones, heard["test"]["tones"][at])))
    given = (joined >= thresholds).astype(np.float32)
    said = heard["test"]["tones"][0] * tone[0] + heard["test"]["tones"][1] * tone[1] + tone[2]
    out.append(row("both", measures.macro(gold["test"], given), measures.kappa(tones, said)))
    out += [
        "",
        f"What a reply speaks of, held-out sources, the first of 8 items of the sheet: right {matched['first']:.3f} (all that are spoken of among them), "
        f"{matched['main']:.3f} (the main one alone against seven), {matched['said']:.3f} (that one, and held to be said); none kept {matched['none']:.3f}.",
        "",
    ]
    out += ["| label | rows | precision | recall | F1 | rules' F1 |", "|---|---|---|---|---|---|"]
    for i, label in enumerate(LABELS):
        g, y = gold["test"][:, i], given[:, i]
        hits = float((g * y).sum())
        out.append(
            f"| {label} | {int(g.sum())} | {hits / max(1, y.sum()):.2f} | {hits / max(1, g.sum()):.2f} | "
            f"{measures.f1(g, y):.2f} | {measures.f1(g, rules['test'][:, i]):.2f} |"
        )
    wrong = np.abs(gold["test"] - given) * np.abs(joined - thresholds)
    worst = np.argsort(-wrong.sum(1), kind="stable")[:50]
    out += ["", "The fifty worst rows (+ given and not gold, − gold and not given):", ""]
    for i in worst:
        r = parts["test"][i]
        marks = [("+" if given[i, k] else "−") + LABELS[k].split(":")[1] for k in np.flatnonzero(gold["test"][i] != given[i])]
        out.append(f"- `{r.id}` {r.shown['buyer']} → {r.shown['reply']}: {', '.join(marks)}")
    return "\n".join(out) + "\n"
