"""The corpus as the trainer sees it: rows with their labels, contexts and the rules' features."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

FAMILIES = {
    "closes": "assumptive alternative summary testimonial warning isolation",
    "steps": "greet identify ask consult objection recommend assist verify farewell",
    "controls": "guide confirm recap",
    "moves": "acknowledge apologise probe evidence offer refute boundary",
    "faults": "curt arrogant blaming pressuring interrogating oily rambling",
    "claims": "contradicts_sheet beyond_sheet absolute medical",
}
LABELS = [f"{family}:{label}" for family, labels in FAMILIES.items() for label in labels.split()]


@dataclass
class Row:
    """One reply in its context, as `corpus features` prints it."""

    id: str
    source: str
    buyer: str
    reply: str
    folded: str
    folded_buyer: str
    features: list[str]
    labels: np.ndarray
    tone: float
    # The sheet's items (normalised texts) and which of them the reply speaks of.
    items: list[str] = field(default_factory=list)
    about: list[int] = field(default_factory=list)
    # How near reply and buyer come to each item, by the chars they share.
    near: list = field(default_factory=list)
    # The lines of the sheet that the encoder reads beside the reply.
    sheet: str = ""
    shown: dict = field(default_factory=dict)
    # What the training aims at: the share of labellings that give each label, and their mean tone.
    soft: np.ndarray = field(default_factory=lambda: np.zeros(0))
    soft_tone: float = 3.0


def read(path: Path) -> list[Row]:
    """Rows from the JSON Lines that `corpus features` prints."""
    rows = []
    for line in path.open(encoding="utf8"):
        raw = json.loads(line)
        gold = raw["gold"]
        labels = np.array([label.split(":")[1] in gold[label.split(":")[0]] for label in LABELS], np.float32)
        rows.append(
            Row(
                raw["id"], raw["source"], raw["buyer"], raw["reply"], raw["folded"], raw["folded_buyer"], raw["features"],
                labels, float(gold["tone"]), raw.get("items", []), raw.get("about", []), raw.get("near", []), raw.get("sheet", ""), raw.get("shown", {}),
                np.array([raw.get("soft", {}).get(label, 0.0) for label in LABELS], np.float32),
                float(raw.get("soft", {}).get("tone", gold["tone"])),
            )
        )
    return rows


def split(rows: list[Row], held: set[str]) -> tuple[list[Row], list[Row]]:
    """The rows of all other sources, and those of the held-out sources."""
    return [r for r in rows if r.source not in held], [r for r in rows if r.source in held]
