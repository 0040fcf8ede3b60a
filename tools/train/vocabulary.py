"""The pruned vocabulary and the unigram tokenizer, the same as encoder/src/tokens.rs."""

import unicodedata

import numpy as np

SPECIAL = ["<s>", "<pad>", "</s>", "<unk>"]
SPACE = "▁"
BOS, PAD, EOS, UNK = range(4)


def gb2312() -> set[str]:
    """The chars of the GB2312 standard: what Chinese shops write."""
    codes = (bytes([high, low]) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return {code.decode("gb2312") for code in codes if _decodes(code)}


def _decodes(code: bytes) -> bool:
    try:
        code.decode("gb2312")
    except UnicodeDecodeError:
        return False
    return True


def wanted(piece: str, chars: set[str]) -> bool:
    """Whether a piece of the base model is kept: Chinese words, signs, emoji, short Latin pieces and numbers."""
    core = piece.removeprefix(SPACE)
    if not core:
        return piece == SPACE
    if all("\u4e00" <= c <= "\u9fff" for c in core):
        return len(core) <= 4 and all(c in chars for c in core)
    if core != core.lower() or core != unicodedata.normalize("NFKC", core):
        return False
    if core.isascii():
        return len(core) <= 2 or (core.isdigit() and len(core) <= 4)
    return len(core) == 1 and unicodedata.category(core)[0] in "PSN"


class Vocabulary:
    """Pieces with their scores; `base_ids` says which embedding row of the base model each starts from (-1: <unk>'s)."""

    def __init__(self, pieces: list[str], scores: np.ndarray, base_ids: np.ndarray):
        self.pieces, self.scores, self.base_ids = pieces, scores, base_ids
        self.ids = {piece: i for i, piece in enumerate(pieces) if i >= len(SPECIAL)}
        self.longest = max(map(len, pieces))
        self.unknown = float(scores[len(SPECIAL) :].min()) - 10

    @classmethod
    def pruned(cls, base, texts: list[str]):
        """Keeps what is `wanted` and what these texts use; chars that occur thrice and have no piece get one."""
        chars = gb2312()
        full = {p: i for i, p in enumerate(base.pieces) if i >= len(SPECIAL)}
        whole = cls(list(base.pieces), base.scores, np.arange(len(base.pieces)))
        used = {i for text in texts for i in whole.tokens(text)}
        keep = [i for p, i in full.items() if wanted(p, chars) or (i in used and p == p.lower())]
        pieces = SPECIAL + [base.pieces[i] for i in keep]
        scores = np.concatenate([np.zeros(4, np.float32), base.scores[keep]])
        ids = np.array([0, 1, 2, 3, *keep])
        counts: dict[str, int] = {}
        for text in texts:
            for c in text:
                counts[c] = counts.get(c, 0) + 1
        new = sorted(c for c, n in counts.items() if n >= 3 and c not in full and not c.isspace())
        lowest = float(base.scores[4:].min())
        return cls(pieces + new, np.concatenate([scores, np.full(len(new), lowest, np.float32)]), np.concatenate([ids, np.full(len(new), -1)]))

    def tokens(self, text: str) -> list[int]:
        """The best segmentation; runs of unknown chars are one <unk>."""
        text = SPACE + text.replace(" ", SPACE)
        n = len(text)
        best = [0.0] + [-1e30] * n
        back: list[tuple[int, int]] = [(0, UNK)] * (n + 1)
        for end in range(1, n + 1):
            for start in range(max(0, end - self.longest), end):
                piece = self.ids.get(text[start:end])
                if piece is None:
                    continue
                score = best[start] + float(self.scores[piece])
                if score > best[end]:
                    best[end], back[end] = score, (start, piece)
            score = best[end - 1] + self.unknown
            if score > best[end]:
                best[end], back[end] = score, (end - 1, UNK)
        out: list[int] = []
        at = n
        while at > 0:
            start, piece = back[at]
            if not (piece == UNK and out and out[-1] == UNK):
                out.append(piece)
            at = start
        return out[::-1]
