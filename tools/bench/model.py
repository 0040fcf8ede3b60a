"""The model file (docs/CORPUS.md) in Python: its tensors dequantised, its pieces, and its network as ONNX."""

import json
import struct

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

TYPES = {"i8": np.int8, "u8": np.uint8, "f32": np.float32}
START, END, UNKNOWN = 0, 2, 3
PENALTY = 10.0


class Model:
    def __init__(self, path):
        data = open(path, "rb").read()
        if data[:8] != b"HUASHUM\0":
            raise SystemExit(f"{path}: not a model")
        length = struct.unpack("<I", data[12:16])[0]
        self.header = json.loads(data[16 : 16 + length])
        start = (16 + length + 15) // 16 * 16
        self.tensors = {}
        for t in self.header["tensors"]:
            at = start + t["offset"]
            values = np.frombuffer(data[at : at + t["bytes"]], dtype=TYPES[t["type"]])
            self.tensors[t["name"]] = values.reshape(t["shape"])
        names, at, entries = [], 0, self.tensors["pieces"].tobytes()
        while at < len(entries):
            names.append(entries[at + 1 : at + 1 + entries[at]].decode())
            at += 1 + entries[at]
        self.scores = self.tensors["piece_scores"]
        self.unknown = float(self.scores.min()) - PENALTY
        self.ids = {name: i for i, name in enumerate(names) if i >= 4}
        self.longest = max(map(len, self.ids))

    def matrix(self, name):
        return self.tensors[name].astype(np.float32) * self.tensors[f"{name}.scale"][:, None]

    def pieces(self, text):
        """The division with the greatest sum of scores; the text is in its normal form."""
        if not text:
            return []
        marked = "▁" + text.replace(" ", "▁")
        best = [(0.0, 0, UNKNOWN)] + [(-np.inf, 0, UNKNOWN)] * len(marked)
        for at in range(len(marked)):
            steps = [(n, self.ids.get(marked[at : at + n])) for n in range(1, self.longest + 1)]
            known = [(n, i, float(self.scores[i])) for n, i in steps if i is not None and at + n <= len(marked)]
            if not any(n == 1 for n, _, _ in known):
                known.append((1, UNKNOWN, self.unknown))
            for n, i, score in known:
                if best[at][0] + score > best[at + n][0]:
                    best[at + n] = (best[at][0] + score, at, i)
        ids, at = [], len(marked)
        while at > 0:
            _, before, i = best[at]
            if i != UNKNOWN or not ids or ids[-1] != UNKNOWN:
                ids.append(i)
            at = before
        return ids[::-1]

    def tokens(self, buyer, reply):
        """Ids and segments as `Model::reply` of the encoder has them."""
        buyer = self.pieces(buyer or "无")[-self.header["buyer_tokens"] :]
        reply = self.pieces(reply)[: self.header["max_tokens"] - 3 - len(buyer)]
        ids = [START, *buyer, END, *reply, END]
        return np.array(ids), np.array([0] * (len(buyer) + 2) + [1] * (len(reply) + 1))

    def onnx(self):
        """From ids and segments to the outputs (labels, then tone), for any number of tokens."""
        return Graph(self).model


class Graph:
    def __init__(self, model):
        self.nodes, self.values, self.count = [], [], 0
        h, t = model.header, model.tensors
        width, heads = h["width"], h["heads"]
        each = width // heads
        embed = self.op("Gather", self.value(model.matrix("embed")), "ids")
        length = self.op("Shape", "ids")
        position = self.op("Slice", self.value(t["position"]), self.ints(0), length, self.ints(0))
        rows = self.op("Add", self.op("Add", embed, position), self.op("Gather", self.value(t["segment"]), "segments"))
        rows = self.norm(rows, t, "embed.norm", h["eps"])
        for i in range(h["layers"]):
            part = f"layer{i}."
            wide = self.linear(rows, model, part + "qkv")
            q, k, v = self.op("Split", wide, outputs=3, axis=1, num_outputs=3)
            q, v = (self.op("Transpose", self.heads(x, heads, each), perm=[1, 0, 2]) for x in (q, v))
            k = self.op("Transpose", self.heads(k, heads, each), perm=[1, 2, 0])
            q = self.op("Mul", q, self.value(np.float32(1 / np.sqrt(each))))
            shares = self.op("Softmax", self.op("MatMul", q, k), axis=-1)
            mixed = self.op("Transpose", self.op("MatMul", shares, v), perm=[1, 0, 2])
            mixed = self.op("Reshape", mixed, self.ints(-1, width))
            rows = self.norm(self.op("Add", rows, self.linear(mixed, model, part + "out")), t, part + "norm1", h["eps"])
            inner = self.op("Gelu", self.linear(rows, model, part + "up"))
            rows = self.norm(self.op("Add", rows, self.linear(inner, model, part + "down")), t, part + "norm2", h["eps"])
        centred = self.op("Sub", rows, self.value(t["pool.mean"]))
        mean = self.op("ReduceMean", centred, self.ints(0), keepdims=1)
        pooled = self.op("Mul", mean, self.value(t["pool.scale"]))
        own = self.op("Mul", centred, self.value(t["look.scale"]))
        looks = self.op("Softmax", self.times(own, t["look.query"]), axis=0)
        seen = self.op("ReduceSum", self.op("Mul", looks, self.times(own, t["look.weight"])), self.ints(0), keepdims=1)
        said = self.op("Add", self.times(pooled, t["head.weight"]), self.value(t["head.bias"]))
        self.nodes.append(helper.make_node("Add", [said, seen], ["outputs"]))
        tokens = [helper.make_tensor_value_info(n, TensorProto.INT64, ["tokens"]) for n in ("ids", "segments")]
        outputs = [helper.make_tensor_value_info("outputs", TensorProto.FLOAT, [1, len(t["head.bias"])])]
        graph = helper.make_graph(self.nodes, "encoder", tokens, outputs, self.values)
        self.model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)
        onnx.checker.check_model(self.model)

    def name(self):
        self.count += 1
        return f"v{self.count}"

    def value(self, array):
        name = self.name()
        self.values.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def ints(self, *numbers):
        return self.value(np.array(numbers, dtype=np.int64))

    def op(self, kind, *inputs, outputs=1, **attributes):
        names = [self.name() for _ in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names[0] if outputs == 1 else names

    def times(self, x, matrix):
        return self.op("MatMul", x, self.value(matrix.T))

    def linear(self, x, model, name):
        return self.op("Add", self.times(x, model.matrix(name)), self.value(model.tensors[f"{name}.bias"]))

    def heads(self, x, heads, each):
        return self.op("Reshape", x, self.ints(-1, heads, each))

    def norm(self, x, tensors, name, eps):
        weight, bias = (self.value(tensors[f"{name}.{part}"]) for part in ("weight", "bias"))
        return self.op("LayerNormalization", x, weight, bias, axis=-1, epsilon=eps)
