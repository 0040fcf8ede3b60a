"""What a reply speaks of: an item of the sheet, or none. Fitted last, on sources that the encoder has not learnt from."""

import jax
import jax.numpy as jnp
import numpy as np
import optax

import encoder
import network
from data import Row

HIDDEN = 12
# The nearness that counts one half.
NEAR = 1000
FEATURES = 8


def features(parameters, vocabulary, rows: list[Row], speech: list) -> list[np.ndarray]:
    """For each row and each of its items: the chars shared, the match of tokens, for reply and buyer; then each of
    them against the mean of the row's items. The same as src/analysis/matching.rs."""
    texts = sorted({t for r in rows for t in r.items})
    place = {t: i for i, t in enumerate(texts)}
    items, there = encoder.standardised(parameters, [encoder.item(vocabulary, t) for t in texts], parameters["pool.mean"], parameters["look.scale"])
    out = []
    matched = jax.jit(network.matches)
    for row, (vectors, segments) in zip(rows, speech):
        if not row.items:
            out.append(np.zeros((0, FEATURES), np.float32))
            continue
        own = [place[t] for t in row.items]
        item, share = network.meant(parameters, items[own], there[own])
        size = next(s for s in encoder.SIZES if s >= len(segments))
        padded = np.zeros((1, size, vectors.shape[1]), np.float32)
        padded[0, : len(segments)] = vectors
        words = np.zeros((2, 1, size), bool)
        words[0, 0, : len(segments)], words[1, 0, : len(segments)] = segments == network.REPLY, segments == network.BUYER
        met = [np.asarray(matched(padded, words[k], item, share))[0] for k in (0, 1)]
        near = np.array(row.near, np.float32)
        near /= near + NEAR
        own = np.stack([near[:, 0], near[:, 1], *met], 1)
        out.append(np.concatenate([own, own - own.mean(0)], 1).astype(np.float32))
    return out


def scored(w, x):
    return jax.nn.relu(x @ w["hidden"].T + w["bias"]) @ w["out"] + x @ w["direct"]


def fit(found: list[np.ndarray], rows: list[Row], seed: int, steps: int = 3000) -> dict[str, np.ndarray]:
    """Weights of a small network over the features; 0 is where "none" stands."""
    used = [i for i, r in enumerate(rows) if r.items]
    most = max(len(rows[i].items) for i in used)
    x = np.zeros((len(used), most, FEATURES), np.float32)
    allowed, good = np.zeros((len(used), most), bool), np.zeros((len(used), most + 1), bool)
    for k, i in enumerate(used):
        count = len(rows[i].items)
        x[k, :count], allowed[k, :count] = found[i], True
        good[k, rows[i].about] = True
        good[k, most] = not rows[i].about
    random = np.random.default_rng(seed)
    weights = {
        "hidden": jnp.asarray(random.normal(0, 0.3, (HIDDEN, FEATURES)).astype(np.float32)), "bias": jnp.zeros(HIDDEN),
        "out": jnp.zeros(HIDDEN), "direct": jnp.zeros(FEATURES), "none": jnp.zeros(()),
    }

    def loss(w, x, allowed, good, key):
        x = x * jax.random.bernoulli(key, 0.95, x.shape)
        scores = jnp.where(allowed, scored(w, x), -1e9)
        return network.missed(scores, w["none"], good).mean()

    optimiser = optax.adamw(optax.schedules.cosine_decay_schedule(5e-3, steps), weight_decay=1e-2)
    state = optimiser.init(weights)

    @jax.jit
    def step(weights, state, *batch):
        slopes = jax.grad(loss)(weights, *batch)
        updates, state = optimiser.update(slopes, state, weights)
        return optax.apply_updates(weights, updates), state

    key = jax.random.PRNGKey(seed)
    for _ in range(steps):
        key, sub = jax.random.split(key)
        chosen = random.choice(len(used), min(256, len(used)), replace=False)
        weights, state = step(weights, state, x[chosen], allowed[chosen], good[chosen], sub)
    return {name: np.asarray(value, np.float32) for name, value in weights.items()}


def quality(found, rows, weights, seed=1, most=8) -> dict[str, float]:
    """Of the replies that speak of something, with `most` items of their sheet as candidates: how often the first of them
    is spoken of, where all that are spoken of are among them (`first`), and where only the main one is (`main`), and how
    often that one is also held to be said (`said`); of the others, how often none is held to be said (`none`)."""
    random = np.random.default_rng(seed)
    right = {"first": 0, "main": 0, "said": 0, "none": 0}
    spoken = silent = 0
    for x, row in zip(found, rows):
        if not row.items:
            continue
        others = [k for k in range(len(row.items)) if k not in row.about]
        random.shuffle(others)
        scores = np.asarray(scored(weights, x))

        def best(right_ones):
            candidates = (list(right_ones) + others)[:most]
            return candidates[int(np.argmax(scores[candidates]))]

        main = best(row.about[:1])
        given = scores[main] >= weights["none"]
        if row.about:
            spoken += 1
            right["first"] += best(row.about) in row.about
            right["main"] += main in row.about
            right["said"] += given and main in row.about
        else:
            silent += 1
            right["none"] += not given
    return {name: count / max(1, silent if name == "none" else spoken) for name, count in right.items()}
