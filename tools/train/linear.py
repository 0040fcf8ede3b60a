"""The linear model over character n-grams and the rules' features."""

import numpy as np
import scipy.sparse as sparse
from scipy.optimize import minimize

from data import LABELS, Row

LONGEST = {"n": 4, "b": 3}


def grams(text: str, longest: int) -> set[str]:
    marked = "^" + text + "$"
    return {marked[i : i + n] for n in range(1, longest + 1) for i in range(len(marked) - n + 1)} - {"^", "$"}


def names(row: Row) -> set[str]:
    """Every feature of a row; the same as src/analysis/features.rs."""
    out = {"n:" + g for g in grams(row.folded, LONGEST["n"])}
    out |= {"b:" + g for g in grams(row.folded_buyer, LONGEST["b"])}
    return out | set(row.features)


def vocabulary(rows: list[Row], least: int = 3, most: int = 40_000) -> list[str]:
    """Features of at least `least` rows and two sources, the most frequent first cut at `most`, then sorted."""
    counts: dict[str, int] = {}
    sources: dict[str, set[str]] = {}
    for row in rows:
        for name in names(row):
            counts[name] = counts.get(name, 0) + 1
            if len(seen := sources.setdefault(name, set())) < 2:
                seen.add(row.source)
    kept = [n for n, c in counts.items() if c >= least and len(sources[n]) >= 2 and len(n.encode()) < 256]
    kept.sort(key=lambda n: (-counts[n], n))
    return sorted(kept[:most], key=lambda n: n.encode())


def matrix(rows: list[Row], features: list[str]) -> sparse.csr_matrix:
    index = {name: i for i, name in enumerate(features)}
    data, columns, ends = [], [], [0]
    for row in rows:
        active = sorted(index[n] for n in names(row) if n in index)
        kinds = [features[i][:2] for i in active]
        size = {kind: max(1, kinds.count(kind)) ** -0.5 for kind in ("n:", "b:")}
        data += [size.get(kind, 1.0) for kind in kinds]
        columns += active
        ends.append(len(columns))
    return sparse.csr_matrix((np.array(data, np.float32), columns, ends), shape=(len(rows), len(features)))


# Their rules were written with some sources in view: what a finding is worth shows only on the others.
AGAINST_THE_SHEET = {"claims:contradicts_sheet", "claims:beyond_sheet"}


def fit(x: sparse.csr_matrix, rows: list[Row], features: list[str], decay: float = 5e-5, rules_decay: float = 5e-5):
    """Weights [features, labels + 1] and biases: logistic regression for labels, ridge for tone."""
    labels, tone = np.array([r.labels for r in rows]), np.array([r.tone for r in rows])
    unread = np.array([not r.shown.get("read", False) for r in rows])
    penalty = np.array([decay if f[:2] in ("n:", "b:") else rules_decay for f in features])
    outputs = labels.shape[1] + 1
    weights, biases = np.zeros((len(features), outputs), np.float32), np.zeros(outputs, np.float32)
    every = x.astype(np.float64)
    parts = {False: every, True: every[np.flatnonzero(unread)]}
    turned = {key: part.T.tocsr() for key, part in parts.items()}
    for column in range(outputs):
        is_tone = column == outputs - 1
        y = tone.astype(np.float64) if is_tone else labels[:, column].astype(np.float64)
        careful = not is_tone and LABELS[column] in AGAINST_THE_SHEET
        y = y[unread] if careful else y
        x, xt, rows = parts[careful], turned[careful], len(y)
        heavy = np.ones(rows) if is_tone else np.where(y > 0, min(4.0, np.sqrt((rows - y.sum()) / max(1.0, y.sum()))), 1.0)

        def loss(w):
            z = x @ w[:-1] + w[-1]
            if is_tone:
                error = z - y
                value, slope = 0.5 * (error**2).mean() * 0.3, error * 0.3 / rows
            else:
                value = (heavy * (np.logaddexp(0, z) - y * z)).mean()
                slope = heavy * (1 / (1 + np.exp(-z)) - y) / rows
            gradient = np.concatenate([xt @ slope + 2 * penalty * w[:-1], [slope.sum()]])
            return value + (penalty * w[:-1] ** 2).sum(), gradient

        start = np.zeros(len(features) + 1)
        start[-1] = 3.0 if is_tone else 0.0
        solved = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
        weights[:, column], biases[column] = solved[:-1], solved[-1]
    return weights, biases
