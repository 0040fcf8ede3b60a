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

MOST, BUYER_MOST, ITEM_MOST = 128, 40, 64
SIZES = (24, 32, 40, 52, 68, 92, 128)
LAYERS = 6
TEMPERATURE = 0.1
# The share of replies that are joined with another sentence.
JOINED = 0.25


def sequence(vocabulary, buyer: str, reply: str) -> tuple[list[int], list[int]]:
    """Ids and segments of `<s> buyer </s> reply </s>`."""
    first = vocabulary.tokens(buyer or "无")[-BUYER_MOST:]
    second = vocabulary.tokens(reply)[: MOST - 3 - len(first)]
    ids = [BOS, *first, EOS, *second, EOS]
    return ids, [network.BUYER] * (len(first) + 2) + [network.REPLY] * (len(second) + 1)


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
    mean = network.averaged(x, mask)
    return mean, network.averaged(x * x, mask)


@functools.partial(jax.jit, static_argnums=0)
def _judged(layers, parameters, ids, segments, mask, mean, scale, token_scale):
    x = network.tokens(parameters, layers, ids, segments, mask)
    return network.heads(parameters, x, mask, mean, scale, token_scale)


def vectors(parameters, sequences, batch: int = 64, squares: bool = False) -> np.ndarray:
    """The mean of the tokens (or of their squares) of many sequences, in their order."""
    order = sorted(range(len(sequences)), key=lambda i: len(sequences[i][0]))
    out = np.zeros((len(sequences), network.WIDTH), np.float32)
    for start in range(0, len(order), batch):
        chosen = order[start : start + batch]
        part = [sequences[i] for i in chosen] + [([BOS, EOS], [0, 0])] * (batch - len(chosen))
        out[chosen] = np.asarray(_measured(LAYERS, parameters, *padded(part))[int(squares)])[: len(chosen)]
    return out


def varied(row: Row, random: np.random.Generator) -> tuple[str, str]:
    """One row as somebody else might have typed it."""
    buyer, reply = row.buyer, row.reply
    if random.random() < 0.15:
        buyer = ""
    dice = random.random()
    if dice < 0.12:
        reply = "".join(" " if c in ",。!?;:、~…" else c for c in reply).strip()
    elif dice < 0.2:
        reply = reply.replace("您", "你") if "您" in reply else reply.replace("你", "您")
    if random.random() < 0.15:
        reply = "".join(str(random.integers(1, 10)) if c.isdigit() and random.random() < 0.5 else c for c in reply)
    if random.random() < 0.12:
        reply = "".join(c for c in reply if random.random() > 0.05) or row.reply
    return buyer, reply


# What a sentence does whatever the buyer has just said, so that it may be put beside another reply.
FREE = {label for family in ("closes", "claims") for label in FAMILIES[family].split()}
FREE |= {"guide", "recap", "ask", "identify", "pressuring", "oily", "arrogant", "interrogating"}
FREE_INDICES = {i for i, label in enumerate(LABELS) if label.split(":")[1] in FREE}
CURT = LABELS.index("faults:curt")


class Joiner:
    """Puts a sentence of the same product beside a reply, labels joined: people do several things in one breath."""

    def __init__(self, rows: list[Row]):
        self.pool: dict[tuple, list[int]] = {}
        for i, row in enumerate(rows):
            mine = set(np.flatnonzero(row.labels))
            if mine and mine <= FREE_INDICES and len(row.reply) <= 60:
                self.pool.setdefault(tuple(row.items), []).append(i)
        self.rows = rows

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
    out, z = network.heads(parameters, x, mask, *scales)
    logits, heard = out[:, :-1], out[:, -1]
    bce = jax.nn.softplus(logits) - gold * logits
    bce = (bce * (1 + (heavy - 1) * gold)).mean()
    # The sentence vector: the reply against the items of its own sheet and "none".
    said = network.unit(z @ parameters["match.weight"].T)
    sheet = network.unit(items @ parameters["match.item"].T)
    scores = jnp.where(allowed, said @ sheet.T / TEMPERATURE, -1e9)
    scores = jnp.concatenate([scores, jnp.broadcast_to(parameters["match.none"] * 10, (scores.shape[0], 1))], 1)
    right = jax.nn.logsumexp(jnp.where(good, scores, -1e9), axis=1)
    matched = ((jax.nn.logsumexp(scores, axis=1) - right) * known).sum() / jnp.maximum(1.0, known.sum())
    return 4 * bce + 0.3 * ((heard - tone) ** 2).mean() + 0.25 * matched


def train(base, vocabulary, rows: list[Row], epochs: int, seed: int, batch: int = 8, report=print, check=None) -> dict:
    """Parameters, and `pool.mean`, `pool.scale` beside them."""
    random = np.random.default_rng(seed)
    gold = np.array([r.labels for r in rows])
    tone = np.array([r.tone for r in rows], np.float32)
    positive = gold.sum(0)
    heavy = jnp.asarray(np.minimum(12, np.sqrt((len(rows) - positive) / np.maximum(1, positive))).astype(np.float32))
    parameters = network.initial(base, vocabulary, LAYERS, gold.shape[1] + 1, seed)
    plain = [sequence(vocabulary, r.buyer, r.reply) for r in rows]
    first = vectors(parameters, plain)
    mean, scale = first.mean(0), 0.3 / (first.std(0) + 1e-6)
    spread = np.sqrt(np.maximum(vectors(parameters, plain, squares=True).mean(0) - mean**2, 1e-9))
    token_scale = 0.3 / (spread + 1e-6)
    parameters["head.bias"] = parameters["head.bias"].at[-1].set(float(tone.mean()))
    texts = sorted({t for r in rows for t in r.items})
    place = {t: i for i, t in enumerate(texts)}
    item_ids = [item(vocabulary, t) for t in texts]
    own = [np.array([place[t] for t in r.items], int) for r in rows]

    joiner = Joiner(rows)

    steps = epochs * (len(rows) // batch)
    warm = max(1, steps // 10)
    head_only = len(rows) // batch

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
            {"head": adam(2e-3, 0.01, 0), "embed": adam(2e-4, 0.0, head_only), "body": adam(2e-4, 0.01, head_only)},
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
        items = (vectors(parameters, item_ids) - mean) * scale if texts else np.zeros((1, network.WIDTH), np.float32)
        shown = [joiner.joined(r, random) if random.random() < JOINED else r for r in rows]
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
            used = used[:255]
            slots = np.zeros(256, int)
            slots[: len(used)] = used
            where = {int(t): k for k, t in enumerate(used)}
            allowed = np.zeros((batch, 256), bool)
            good = np.zeros((batch, 257), bool)
            known = np.zeros(batch, np.float32)
            for k, i in enumerate(chosen):
                if not len(own[i]):
                    good[k, 256] = True
                    continue
                known[k] = 1
                mine = [where[int(t)] for t in own[i] if int(t) in where]
                allowed[k, mine] = True
                spoken = [where[int(own[i][a])] for a in rows[i].about if int(own[i][a]) in where]
                good[k, spoken] = True
                good[k, 256] = not spoken
            key, sub = jax.random.split(key)
            data = (ids, segments, mask, gold[chosen], tone[chosen], good, allowed, known)
            parameters, state, loss = step(parameters, state, data, items[slots], sub, scales, epoch > 0)
            total += float(loss)
        report(f"epoch {epoch + 1}/{epochs}: loss {total / len(batches):.4f}, {time.time() - began:.0f} s")
        if check is not None:
            check(epoch, {**parameters, **fixed})
    return {**{k: np.asarray(v) for k, v in parameters.items()}, **fixed}


def predictions(parameters, vocabulary, rows: list[Row], batch: int = 64) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Logits, tones and standardised vectors."""
    sequences = [sequence(vocabulary, r.buyer, r.reply) for r in rows]
    order = sorted(range(len(rows)), key=lambda i: len(sequences[i][0]))
    fixed = [parameters[name] for name in ("pool.mean", "pool.scale", "look.scale")]
    outputs = parameters["head.bias"].shape[0]
    out, z = np.zeros((len(rows), outputs), np.float32), np.zeros((len(rows), network.WIDTH), np.float32)
    for start in range(0, len(order), batch):
        chosen = order[start : start + batch]
        part = [sequences[i] for i in chosen] + [([BOS, EOS], [0, 0])] * (batch - len(chosen))
        got, vector = _judged(LAYERS, parameters, *padded(part), *fixed)
        out[chosen], z[chosen] = np.asarray(got)[: len(chosen)], np.asarray(vector)[: len(chosen)]
    return out[:, :-1], out[:, -1], z
