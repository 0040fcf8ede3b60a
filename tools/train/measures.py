"""Precision, recall, F1, macro-F1 and quadratic weighted kappa, as `huashu analyze --report` counts them."""

import numpy as np

from data import FAMILIES, LABELS


def f1(gold: np.ndarray, given: np.ndarray) -> float:
    hits, total = float((gold * given).sum()), float(gold.sum() + given.sum())
    return 2 * hits / total if total else float("nan")


def macro(gold: np.ndarray, given: np.ndarray) -> dict[str, float]:
    """Macro-F1 of each family over the labels that occur, and their mean."""
    out = {}
    for family in FAMILIES:
        columns = [i for i, label in enumerate(LABELS) if label.startswith(family + ":") and gold[:, i].any()]
        out[family] = float(np.mean([f1(gold[:, i], given[:, i]) for i in columns])) if columns else float("nan")
    out["mean"] = float(np.nanmean(list(out.values())))
    return out


def kappa(gold: np.ndarray, given: np.ndarray) -> float:
    """Quadratic weighted kappa of tones 1–5, rounded half up."""
    a = np.floor(gold + 0.5).astype(int).clip(1, 5) - 1
    b = np.floor(given + 0.5).astype(int).clip(1, 5) - 1
    seen = np.zeros((5, 5))
    np.add.at(seen, (a, b), 1)
    weight = (np.arange(5)[:, None] - np.arange(5)[None, :]) ** 2 / 16
    chance = np.outer(seen.sum(1), seen.sum(0)) / seen.sum()
    return float(1 - (weight * seen).sum() / (weight * chance).sum())


# A close that was none is worse than one not heard: precision counts more there.
BETA = {"closes": 0.85}


def f(gold: np.ndarray, given: np.ndarray, beta: float) -> float:
    """F-beta: below 1, precision counts more than recall; 0 where there is neither."""
    hits, square = float((gold * given).sum()), beta * beta
    total = float(square * gold.sum() + given.sum())
    return (1 + square) * hits / total if total else 0.0


def thresholds(gold: np.ndarray, logits: np.ndarray, shrink: float = 60.0) -> np.ndarray:
    """One threshold per label: the best for F1 (or F-beta), drawn towards its family's best where the label is rare."""
    grid = np.arange(-3, 3.01, 0.1)
    beta = [BETA.get(label.split(":")[0], 1.0) for label in LABELS]
    curve = np.array([[f(gold[:, i], (logits[:, i] >= t).astype(np.float32), beta[i]) for t in grid] for i in range(gold.shape[1])])
    out = np.zeros(gold.shape[1])
    for family in FAMILIES:
        columns = [i for i, label in enumerate(LABELS) if label.startswith(family + ":")]
        common = curve[columns].mean(0)
        for i in columns:
            count = gold[:, i].sum()
            mixed = (count * curve[i] + shrink * common) / (count + shrink)
            best = np.flatnonzero(mixed >= mixed.max() - 1e-3)
            out[i] = grid[best[len(best) // 2]]
    return out


def tone_blend(gold: np.ndarray, encoder: np.ndarray, linear: np.ndarray) -> tuple[float, float, float]:
    """Factors and bias that join the two tones: the encoder's share, one half or more, that agrees best, stretched so that
    the spread of the gold is kept."""
    found = []
    for share in np.arange(0.5, 1.01, 0.1):
        x = share * encoder + (1 - share) * linear
        slope = float(gold.std() / max(1e-6, x.std()))
        bias = float(gold.mean() - slope * x.mean())
        found.append((kappa(gold, slope * x + bias), (slope * share, slope * (1 - share), bias)))
    return max(found)[1]
