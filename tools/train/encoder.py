"""Fine-tunes the encoder: labels, tone and the sentence vector together. Settings: shared/design/ENCODER.md."""

import functools
import time
from dataclasses import replace

import jax
import jax.numpy as jnp
import numpy as np
import optax

import network
from data import FAMILIES, LABELS, Row
from vocabulary import BOS, EOS

MOST, BUYER_MOST, SHEET_MOST, ITEM_MOST = 128, 32, 28, 16
SIZES = (24, 32, 40, 52, 68, 92, 128)
LAYERS = 6
# The share of replies that are joined with another sentence, and of buyers' lines that get an earlier one before them.
JOINED, EARLIER = 0.25, 0.06
# Items of the sheets that the replies of one batch are matched with.
SLOTS = 176


def sequence(vocabulary, buyer: str, sheet: str, reply: str) -> tuple[list[int], list[int]]:
    """Ids and segments of `<s> buyer </s> sheet </s> reply </s>`; without lines of the sheet their part is left out."""
    first = vocabulary.tokens(buyer or "无")[-BUYER_MOST:]
    ids, segments = [BOS, *first, EOS], [network.BUYER] * (len(first) + 2)
    if sheet:
        lines = vocabulary.tokens(sheet)[:SHEET_MOST]
        ids, segments = [*ids, *lines, EOS], segments + [network.ITEM] * (len(lines) + 1)
    words = vocabulary.tokens(reply)[: MOST - 1 - len(ids)]
    return [*ids, *words, EOS], segments + [network.REPLY] * (len(words) + 1)


def item(vocabulary, text: str) -> tuple[list[int], list[int]]:
    ids = [BOS, *vocabulary.tokens(text)[:ITEM_MOST], EOS]
    return ids, [network.ITEM] * len(ids)


def padded(sequences: list[tuple[list[int], list[int]]], size: int | None = None):
    """Ids, segments and mask, all of one of the SIZES."""
    longest = max(len(ids) for ids, _ in sequences)
    size = size or next(s for s in SIZES if s >= longest)
    ids = np.ones((len(sequences), size), np.int32)
    segments = np.zeros((len(sequences), size), np.int32)
    for row, (a, b) in enumerate(sequences):
        ids[row, : len(a)], segments[row, : len(b)] = a, b
    mask = np.zeros((len(sequences), size), bool)
    for row, (a, _) in enumerate(sequences):
        mask[row, : len(a)] = True
    return ids, segments, mask


@functools.partial(jax.jit, static_argnums=0)
def _measured(layers, parameters, ids, segments, mask):
    x = network.tokens(parameters, layers, ids, segments, mask)
    mask = network.heard(segments, mask)
    return network.averaged(x, mask), network.averaged(x * x, mask)


@functools.partial(jax.jit, static_argnums=0)
def _tokens(layers, parameters, ids, segments, mask, mean, token_scale):
    return (network.tokens(parameters, layers, ids, segments, mask) - mean) * token_scale


@functools.partial(jax.jit, static_argnums=0)
def _judged(layers, parameters, ids, segments, mask, mean, scale, token_scale):
    x = network.tokens(parameters, layers, ids, segments, mask)
    outputs = network.heads(parameters, x, network.heard(segments, mask), mean, scale, token_scale)
    return outputs, network.said(parameters, (x - mean) * token_scale)


def _batches(sequences, batch: int):
    """Places and padded batches of many sequences, those of like length together."""
    order = sorted(range(len(sequences)), key=lambda i: len(sequences[i][0]))
    for start in range(0, len(order), batch):
        chosen = order[start : start + batch]
        yield chosen, padded([sequences[i] for i in chosen] + [([BOS, EOS], [0, 0])] * (batch - len(chosen)))


def statistics(parameters, sequences, batch: int = 64) -> tuple[np.ndarray, np.ndarray]:
    """The means over buyer and reply of the tokens and of their squares, in the sequences' order."""
    out = np.zeros((2, len(sequences), network.WIDTH), np.float32)
    for chosen, part in _batches(sequences, batch):
        for k, measured in enumerate(_measured(LAYERS, parameters, *part)):
            out[k, chosen] = np.asarray(measured)[: len(chosen)]
    return out[0], out[1]


def standardised(parameters, sequences, mean, token_scale, batch: int = 64) -> tuple[np.ndarray, np.ndarray]:
    """The tokens of items, standardised, without the marks at their ends, and which of them there are."""
    most = ITEM_MOST
    out = np.zeros((len(sequences), most, network.WIDTH), np.float32)
    there = np.zeros((len(sequences), most), bool)
    for chosen, part in _batches(sequences, batch):
        got = np.asarray(_tokens(LAYERS, parameters, *part, mean, token_scale))
        for k, i in enumerate(chosen):
            inner = min(most, len(sequences[i][0]) - 2)
            out[i, :inner] = got[k, 1 : inner + 1]
            there[i, :inner] = True
    there[~there.any(1), 0] = True
    return out, there


CONTRADICTS = LABELS.index("claims:contradicts_sheet")


def varied(row: Row, random: np.random.Generator) -> tuple[str, str, str]:
    """One row as somebody else might have typed it."""
    buyer, sheet, reply = row.buyer, row.sheet, row.reply
    if random.random() < 0.1:
        buyer = ""
    if random.random() < 0.1:
        sheet = ""
    dice = random.random()
    if dice < 0.12:
        reply = "".join(" " if c in ",。!?;:、~…" else c for c in reply).strip()
    elif dice < 0.2:
        reply = reply.replace("您", "你") if "您" in reply else reply.replace("你", "您")
    if random.random() < 0.1 and not row.labels[CONTRADICTS] and not sheet:
        reply = "".join(str(random.integers(1, 10)) if c.isdigit() and random.random() < 0.5 else c for c in reply)
    if random.random() < 0.12:
        reply = "".join(c for c in reply if random.random() > 0.05) or row.reply
    return buyer, sheet, reply


# What a sentence does whatever the buyer has just said, so that it may be put beside another reply.
FREE = {label for family in ("closes", "claims") for label in FAMILIES[family].split()}
FREE |= {"guide", "recap", "ask", "identify", "pressuring", "oily", "arrogant", "interrogating"}
FREE_INDICES = {i for i, label in enumerate(LABELS) if label.split(":")[1] in FREE}
CURT = LABELS.index("faults:curt")


class Joiner:
    """Puts a sentence of the same product beside a reply, labels joined: people do several things in one breath."""

    def __init__(self, rows: list[Row]):
        self.pool: dict[tuple, list[int]] = {}
        self.lines: dict[tuple, list[str]] = {}
        for i, row in enumerate(rows):
            mine = set(np.flatnonzero(row.labels))
            if mine and mine <= FREE_INDICES and len(row.reply) <= 60:
                self.pool.setdefault(tuple(row.items), []).append(i)
            if row.buyer:
                self.lines.setdefault(tuple(row.items), []).append(row.buyer)
        self.rows = rows

    def earlier(self, row: Row, random: np.random.Generator) -> Row:
        """The buyer has said something else before."""
        lines = self.lines.get(tuple(row.items), [])
        if not row.buyer or not lines:
            return row
        return replace(row, buyer=f"{lines[random.integers(len(lines))]} {row.buyer}")

    def joined(self, row: Row, random: np.random.Generator) -> Row:
        pool = self.pool.get(tuple(row.items), [])
        if not pool or row.labels[CURT] or len(row.reply) > 70:
            return row
        other = self.rows[pool[random.integers(len(pool))]]
        if other.reply == row.reply:
            return row
        mark = random.choice([",", "。", " ", ""])
        reply = row.reply.rstrip("。 ") + mark + other.reply if random.random() < 0.7 else other.reply.rstrip("。 ") + mark + row.reply
        low = min(row.tone, other.tone)
        tone = min(row.soft_tone, other.soft_tone) if low <= 2 else (row.soft_tone + other.soft_tone) / 2
        return replace(row, reply=reply, soft=np.maximum(row.soft, other.soft), soft_tone=tone)


def objective(parameters, scales, heavy, batch, items, key, body_drops):
    ids, segments, mask, gold, tone, good, allowed, known = batch
    x = network.tokens(parameters, LAYERS, ids, segments, mask, key if body_drops else None)
    out = network.heads(parameters, x, network.heard(segments, mask), *scales)
    logits, heard = out[:, :-1], out[:, -1]
    bce = jax.nn.softplus(logits) - gold * logits
    bce = (bce * (1 + (heavy - 1) * gold)).mean()
    # What the reply speaks of: the items of its own sheet, or "none".
    speech = network.said(parameters, (x - scales[0]) * scales[2])
    item, share = network.meant(parameters, *items)
    reply = network.matches(speech, mask & (segments == network.REPLY), item, share)
    buyer = network.matches(speech, mask & (segments == network.BUYER), item, share)
    a, b, none = parameters["match.scale"]
    matched = (network.missed(jnp.where(allowed, a * reply + b * buyer, -1e9), none, good) * known).sum() / jnp.maximum(1.0, known.sum())
    return 4 * bce + 0.3 * ((heard - tone) ** 2).mean() + 0.4 * matched


def taken_over(parameters: dict, vocabulary, start: tuple[dict, object]) -> tuple[dict, dict]:
    """The parameters with those of an encoder trained before in their place, where they have the same shape; pieces
    that it did not have start from the base model. And its standardisation."""
    earlier, pieces = start
    embed = np.array(parameters["embed"])
    places = {piece: i for i, piece in enumerate(pieces.pieces)}
    for i, piece in enumerate(vocabulary.pieces):
        if piece in places:
            embed[i] = earlier["embed"][places[piece]]
    same = {n: jnp.asarray(earlier[n]) for n, v in parameters.items() if n in earlier and n != "embed" and earlier[n].shape == v.shape}
    return {**parameters, **same, "embed": jnp.asarray(embed)}, {n: earlier[n] for n in ("pool.mean", "pool.scale", "look.scale")}


def train(base, vocabulary, rows: list[Row], epochs: int, seed: int, batch: int = 8, start=None, report=print, check=None) -> dict:
    """Parameters, and `pool.mean`, `pool.scale` beside them. `start`: an encoder trained before, to go on from."""
    random = np.random.default_rng(seed)
    gold = np.array([r.labels for r in rows])
    tone = np.array([r.tone for r in rows], np.float32)
    positive = gold.sum(0)
    heavy = jnp.asarray(np.minimum(12, np.sqrt((len(rows) - positive) / np.maximum(1, positive))).astype(np.float32))
    parameters = network.initial(base, vocabulary, LAYERS, gold.shape[1] + 1, seed)
    if start:
        parameters, fixed = taken_over(parameters, vocabulary, start)
        mean, scale, token_scale = fixed["pool.mean"], fixed["pool.scale"], fixed["look.scale"]
    else:
        first, squares = statistics(parameters, [sequence(vocabulary, r.buyer, r.sheet, r.reply) for r in rows])
        mean, scale = first.mean(0), 0.3 / (first.std(0) + 1e-6)
        spread = np.sqrt(np.maximum(squares.mean(0) - mean**2, 1e-9))
        token_scale = 0.3 / (spread + 1e-6)
        parameters["head.bias"] = parameters["head.bias"].at[-1].set(float(tone.mean()))
    texts = sorted({t for r in rows for t in r.items})
    place = {t: i for i, t in enumerate(texts)}
    item_ids = [item(vocabulary, t) for t in texts]
    own = [np.array([place[t] for t in r.items], int) for r in rows]

    joiner = Joiner(rows)

    steps = epochs * (len(rows) // batch)
    warm = max(1, steps // 10)
    head_only = 0 if start else len(rows) // batch
    # Who goes on learns in smaller steps.
    pace = 0.6 if start else 1.0

    def rate(peak, frozen):
        up = optax.schedules.linear_schedule(0, peak, warm)
        down = optax.schedules.linear_schedule(peak, 0, steps - warm)
        joined = optax.schedules.join_schedules([up, down], [warm])
        return lambda step: jnp.where(step < frozen, 0.0, joined(step))

    def kind(name):
        if name.startswith(("head", "match", "look")):
            return "head"
        return "embed" if name in ("embed", "position", "segment") else "body"

    adam = lambda peak, decay, frozen: optax.adamw(rate(peak, frozen), b1=0.9, b2=0.98, weight_decay=decay)
    optimiser = optax.chain(
        optax.clip_by_global_norm(1.0),
        optax.multi_transform(
            {"head": adam(2e-3 * pace, 0.01, 0), "embed": adam(2e-4 * pace, 0.0, head_only), "body": adam(2e-4 * pace, 0.01, head_only)},
            {name: kind(name) for name in parameters},
        ),
    )
    state = optimiser.init(parameters)

    @functools.partial(jax.jit, donate_argnums=(0, 1), static_argnums=6)
    def step(parameters, state, batch_data, items, key, scales, body_drops):
        loss, slopes = jax.value_and_grad(objective)(parameters, scales, heavy, batch_data, items, key, body_drops)
        updates, state = optimiser.update(slopes, state, parameters)
        return optax.apply_updates(parameters, updates), state, loss

    scales = (jnp.asarray(mean), jnp.asarray(scale), jnp.asarray(token_scale))
    fixed = {"pool.mean": mean, "pool.scale": scale, "look.scale": token_scale}
    key = jax.random.PRNGKey(seed)
    for epoch in range(epochs):
        began = time.time()
        items, there = standardised(parameters, item_ids, mean, token_scale)
        shown = [joiner.joined(r, random) if random.random() < JOINED else r for r in rows]
        shown = [joiner.earlier(r, random) if random.random() < EARLIER else r for r in shown]
        sequences = [sequence(vocabulary, *varied(r, random)) for r in shown]
        gold = np.array([r.soft for r in shown])
        tone = np.array([r.soft_tone for r in shown], np.float32)
        # Rows of like length together, so that little is padded; which ones, by chance.
        noisy = np.array([len(s[0]) for s in sequences]) + random.uniform(0, 6, len(rows))
        order = np.argsort(noisy)
        batches = [order[i : i + batch] for i in range(0, len(order) - batch + 1, batch)]
        random.shuffle(batches)
        total = 0.0
        for chosen in batches:
            ids, segments, mask = padded([sequences[i] for i in chosen])
            used = np.unique(np.concatenate([own[i] for i in chosen])) if any(len(own[i]) for i in chosen) else np.zeros(1, int)
            used = used[: SLOTS - 1]
            slots = np.zeros(SLOTS, int)
            slots[: len(used)] = used
            where = {int(t): k for k, t in enumerate(used)}
            allowed = np.zeros((batch, SLOTS), bool)
            good = np.zeros((batch, SLOTS + 1), bool)
            known = np.zeros(batch, np.float32)
            for k, i in enumerate(chosen):
                if not len(own[i]):
                    good[k, SLOTS] = True
                    continue
                known[k] = 1
                mine = [where[int(t)] for t in own[i] if int(t) in where]
                allowed[k, mine] = True
                spoken = [where[int(own[i][a])] for a in rows[i].about if int(own[i][a]) in where]
                good[k, spoken] = True
                good[k, SLOTS] = not spoken
            key, sub = jax.random.split(key)
            data = (ids, segments, mask, gold[chosen], tone[chosen], good, allowed, known)
            parameters, state, loss = step(parameters, state, data, (items[slots], there[slots]), sub, scales, epoch > 0)
            total += float(loss)
        report(f"epoch {epoch + 1}/{epochs}: loss {total / len(batches):.4f}, {time.time() - began:.0f} s")
        if check is not None:
            check(epoch, {**parameters, **fixed})
    return {**{k: np.asarray(v) for k, v in parameters.items()}, **fixed}


def predictions(parameters, vocabulary, rows: list[Row], batch: int = 64) -> tuple[np.ndarray, np.ndarray, list]:
    """Logits, tones, and of each reply the vectors of its tokens with their segments."""
    sequences = [sequence(vocabulary, r.buyer, r.sheet, r.reply) for r in rows]
    fixed = [parameters[name] for name in ("pool.mean", "pool.scale", "look.scale")]
    out = np.zeros((len(rows), parameters["head.bias"].shape[0]), np.float32)
    speech: list = [None] * len(rows)
    for chosen, part in _batches(sequences, batch):
        got, vectors = map(np.asarray, _judged(LAYERS, parameters, *part, *fixed))
        out[chosen] = got[: len(chosen)]
        for k, i in enumerate(chosen):
            segments = np.array(sequences[i][1])
            speech[i] = (vectors[k, : len(segments)], segments)
    return out[:, :-1], out[:, -1], speech
