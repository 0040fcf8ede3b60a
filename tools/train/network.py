"""The encoder in JAX: post-norm BERT over buyer and reply, mean pooling, one head, a sentence vector."""

import jax
import jax.numpy as jnp
import numpy as np

WIDTH, HEADS, INNER, EPS = 384, 12, 1536, 1e-12
# Length of a token's vector when a reply is matched with an item.
MATCH = 64
BUYER, REPLY, ITEM = 0, 1, 2


def initial(base, vocabulary, layers: int, outputs: int, seed: int) -> dict:
    """Parameters from the base model's first layers; the heads small and random."""
    random = np.random.default_rng(seed)
    ids = np.where(vocabulary.base_ids < 0, 3, vocabulary.base_ids)
    parameters = {
        "embed": base.embedding(ids),
        "position": base.matrix("emb.pos", base.positions, WIDTH)[:128] + base.tensor("emb.type")[:WIDTH],
        "segment": np.zeros((3, WIDTH), np.float32),
        "embed.norm": np.stack([base.tensor("emb.ln.w"), base.tensor("emb.ln.b")]),
        "head.weight": random.normal(0, 0.02, (outputs, WIDTH)).astype(np.float32),
        "head.bias": np.zeros(outputs, np.float32),
        "match.weight": random.normal(0, 0.05, (MATCH, WIDTH)).astype(np.float32),
        "match.worth": np.zeros(WIDTH, np.float32),
        # What a match with the reply and with the buyer's line is worth, and "none".
        "match.scale": np.array([10, 5, 5], np.float32),
        "look.query": np.zeros((outputs, WIDTH), np.float32),
        "look.weight": random.normal(0, 0.02, (outputs, WIDTH)).astype(np.float32),
    }
    parameters["match.item"] = parameters["match.weight"].copy()
    for i in range(layers):
        square = lambda name: base.matrix(f"l{i}.{name}.w", WIDTH, WIDTH)
        parameters |= {
            f"layer{i}.qkv": np.concatenate([square("q"), square("k"), square("v")]),
            f"layer{i}.qkv.bias": np.concatenate([base.tensor(f"l{i}.{n}.b") for n in "qkv"]),
            f"layer{i}.out": square("ao"),
            f"layer{i}.out.bias": base.tensor(f"l{i}.ao.b"),
            f"layer{i}.norm1": np.stack([base.tensor(f"l{i}.aln.w"), base.tensor(f"l{i}.aln.b")]),
            f"layer{i}.up": base.matrix(f"l{i}.fi.w", INNER, WIDTH),
            f"layer{i}.up.bias": base.tensor(f"l{i}.fi.b"),
            f"layer{i}.down": base.matrix(f"l{i}.fo.w", WIDTH, INNER),
            f"layer{i}.down.bias": base.tensor(f"l{i}.fo.b"),
            f"layer{i}.norm2": np.stack([base.tensor(f"l{i}.oln.w"), base.tensor(f"l{i}.oln.b")]),
        }
    return {name: jnp.asarray(value) for name, value in parameters.items()}


def normed(x, norm):
    mean = x.mean(-1, keepdims=True)
    variance = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) / jnp.sqrt(variance + EPS) * norm[0] + norm[1]


def dropped(x, rate, key):
    if key is None:
        return x
    return jnp.where(jax.random.bernoulli(key, 1 - rate, x.shape), x / (1 - rate), 0)


def tokens(p, layers, ids, segments, mask, key=None, rate=0.1):
    """The last layer; ids, segments and mask are [rows, tokens]."""
    keys = [None] * (2 * layers + 1) if key is None else list(jax.random.split(key, 2 * layers + 1))
    rows, length = ids.shape
    x = p["embed"][ids] + p["position"][:length] + p["segment"][segments]
    x = dropped(normed(x, p["embed.norm"]), rate, keys.pop())
    hidden = jnp.where(mask, 0.0, -1e9)[:, None, None, :]
    for i in range(layers):
        qkv = x @ p[f"layer{i}.qkv"].T + p[f"layer{i}.qkv.bias"]
        q, k, v = jnp.moveaxis(qkv.reshape(rows, length, 3, HEADS, WIDTH // HEADS), 2, 0)
        scores = jnp.einsum("bthd,bshd->bhts", q, k) / np.sqrt(WIDTH // HEADS) + hidden
        mixed = jnp.einsum("bhts,bshd->bthd", jax.nn.softmax(scores), v).reshape(rows, length, WIDTH)
        out = mixed @ p[f"layer{i}.out"].T + p[f"layer{i}.out.bias"]
        x = normed(x + dropped(out, rate, keys.pop()), p[f"layer{i}.norm1"])
        up = jax.nn.gelu(x @ p[f"layer{i}.up"].T + p[f"layer{i}.up.bias"], approximate=False)
        down = up @ p[f"layer{i}.down"].T + p[f"layer{i}.down.bias"]
        x = normed(x + dropped(down, rate, keys.pop()), p[f"layer{i}.norm2"])
    return x


def averaged(x, mask):
    """The mean of the tokens."""
    weight = mask[:, :, None].astype(x.dtype)
    return (x * weight).sum(1) / jnp.maximum(weight.sum(1), 1)


def heard(segments, mask):
    """The tokens of buyer and reply; the sheet's lines are there to be attended to. Of an item alone, all of them."""
    spoken = mask & (segments != ITEM)
    return jnp.where(spoken.any(1, keepdims=True), spoken, mask)


def heads(p, x, mask, mean, scale, token_scale):
    """Outputs (labels, then tone): each output looks at the mean and, by itself, at the tokens."""
    z = (averaged(x, mask) - mean) * scale
    own = (x - mean) * token_scale
    looks = own @ p["look.query"].T
    shares = jax.nn.softmax(jnp.where(mask[:, :, None], looks, -1e9), axis=1)
    worth = own @ p["look.weight"].T
    return z @ p["head.weight"].T + p["head.bias"] + (shares * worth).sum(1)


def said(p, own):
    """The vectors of a reply's tokens that are matched with those of items; `own` are standardised tokens."""
    return unit(own @ p["match.weight"].T)


def meant(p, own, mask):
    """The vectors of an item's tokens, and what share each of them has."""
    share = jax.nn.softmax(jnp.where(mask, own @ p["match.worth"], -1e9), axis=-1)
    return unit(own @ p["match.item"].T), share


def matches(speech, words, item, share):
    """How well each token of the items is met by a token of the speech that `words` lets through, in the mean.

    speech [rows, tokens, MATCH], words [rows, tokens], item [items, tokens, MATCH], share [items, tokens] → [rows, items].
    """
    alike = jnp.einsum("rtd,isd->rtis", speech, item)
    best = jnp.where(words[:, :, None, None], alike, -1.0).max(1)
    return (best * share[None]).sum(-1)


def missed(scores, none, good):
    """How far each row is from putting every item that it speaks of (`good`; the last column is "none") before "none" and
    before all items that it does not speak of: [rows, items] → [rows]."""
    spoken = good[:, :-1]
    rivals = jnp.logaddexp(jax.nn.logsumexp(jnp.where(spoken, -1e9, scores), axis=1), none)
    each = jax.nn.softplus(rivals[:, None] - scores)
    count = spoken.sum(1)
    return jnp.where(count > 0, jnp.where(spoken, each, 0.0).sum(1) / jnp.maximum(1, count), rivals - none)


def unit(x):
    return x / jnp.sqrt((x * x).sum(-1, keepdims=True) + 1e-12)
