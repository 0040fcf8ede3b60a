"""The sentence vector: which item of the sheet a reply speaks of, or none. Fitted last, on the finished encoder."""

import jax
import jax.numpy as jnp
import numpy as np
import optax

import network
from data import Row

TEMPERATURE = 0.07


def fit(z: np.ndarray, items: np.ndarray, place: dict[str, int], rows: list[Row], start: tuple[np.ndarray, np.ndarray], seed: int, steps: int = 800):
    """Matrices for replies and items, and the similarity from which a reply speaks of an item."""
    used = [i for i, r in enumerate(rows) if r.items]
    most = max(len(rows[i].items) for i in used)
    own = np.zeros((len(used), most), np.int32)
    allowed, good = np.zeros((len(used), most), bool), np.zeros((len(used), most + 1), bool)
    for k, i in enumerate(used):
        row = rows[i]
        own[k, : len(row.items)] = [place[t] for t in row.items]
        allowed[k, : len(row.items)] = True
        good[k, row.about] = True
        good[k, most] = not row.about
    weights = {"reply": jnp.asarray(start[0]), "item": jnp.asarray(start[1]), "none": jnp.asarray(0.5)}
    zs, its = jnp.asarray(z[used]), jnp.asarray(items)

    def loss(w, chosen, key):
        keep = lambda x, k: x * jax.random.bernoulli(k, 0.8, x.shape) / 0.8
        a, b = jax.random.split(key)
        said = network.unit(keep(zs[chosen], a) @ w["reply"].T)
        sheet = network.unit(keep(its, b) @ w["item"].T)[own[chosen]]
        scores = jnp.where(allowed[chosen], jnp.einsum("rd,rid->ri", said, sheet), -1e9)
        scores = jnp.concatenate([scores, jnp.broadcast_to(w["none"], (len(chosen), 1))], 1) / TEMPERATURE
        return (jax.nn.logsumexp(scores, axis=1) - jax.nn.logsumexp(jnp.where(good[chosen], scores, -1e9), axis=1)).mean()

    own, allowed, good = map(jnp.asarray, (own, allowed, good))
    optimiser = optax.adamw(optax.schedules.cosine_decay_schedule(3e-3, steps), weight_decay=0.05)
    state = optimiser.init(weights)

    @jax.jit
    def step(weights, state, chosen, key):
        value, slopes = jax.value_and_grad(loss)(weights, chosen, key)
        updates, state = optimiser.update(slopes, state, weights)
        return optax.apply_updates(weights, updates), state, value

    random, key = np.random.default_rng(seed), jax.random.PRNGKey(seed)
    for _ in range(steps):
        key, sub = jax.random.split(key)
        weights, state, _ = step(weights, state, jnp.asarray(random.choice(len(used), min(256, len(used)), replace=False)), sub)
    return np.asarray(weights["reply"]), np.asarray(weights["item"]), float(weights["none"])


def quality(z, items, place, rows, reply, item, none, seed=1, most=8) -> tuple[float, float]:
    """Top-1 among `most` candidates of the own sheet (where the reply speaks of one), and "none" where it speaks of none."""
    random = np.random.default_rng(seed)
    unit = lambda x: x / np.maximum(np.linalg.norm(x, axis=-1, keepdims=True), 1e-9)
    said, sheet = unit(z @ reply.T), unit(items @ item.T)
    right = spoken = silent = kept = 0
    for i, row in enumerate(rows):
        if not row.items:
            continue
        others = [k for k in range(len(row.items)) if k not in row.about]
        random.shuffle(others)
        candidates = (list(row.about[:1]) + others)[:most]
        scores = [float(said[i] @ sheet[place[row.items[k]]]) for k in candidates]
        best = int(np.argmax(scores))
        if row.about:
            spoken += 1
            right += scores[best] >= none and candidates[best] in row.about
        else:
            silent += 1
            kept += scores[best] < none
    return right / max(1, spoken), kept / max(1, silent)
