"""Prints what RandomTests and DrawTests expect of xoshiro256**: draws from the seed 1, and draws after
2^128 steps.

The step is a linear map of 256 bits; for the jump its matrix is squared 128 times. Nothing is taken from
the generator's published jump polynomial.

usage: python3 xoshiro.py        (NumPy)
"""
import numpy as np

MASK = (1 << 64) - 1


def rotate(x, bits):
    return ((x << bits) | (x >> (64 - bits))) & MASK


def step(s):
    shifted = (s[1] << 17) & MASK
    s[2] ^= s[0]
    s[3] ^= s[1]
    s[1] ^= s[2]
    s[0] ^= s[3]
    s[2] ^= shifted
    s[3] = rotate(s[3], 45)


def seeded(seed):
    state = []
    for _ in range(4):
        seed = (seed + 0x9E3779B97F4A7C15) & MASK
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        state.append(z ^ (z >> 31))
    return state


def word(s):
    result = (rotate((s[1] * 5) & MASK, 7) * 9) & MASK
    step(s)
    return result


def uniform(s):
    return (word(s) >> 11) * 2.0**-53


def below(s, bound):
    product = (word(s) >> 32) * bound
    while product % 2**32 < 2**32 % bound:
        product = (word(s) >> 32) * bound
    return product >> 32


def categorical(s, weights):
    target = uniform(s) * sum(weights)
    total = 0
    for place, weight in enumerate(weights):
        total += weight
        if total > target:
            return place


def bits(state):
    return np.array([(w >> i) & 1 for w in state for i in range(64)], dtype=np.int64)


def jumped(state):
    columns = []
    for place in range(256):
        unit = [0, 0, 0, 0]
        unit[place // 64] = 1 << (place % 64)
        step(unit)
        columns.append(bits(unit))
    matrix = np.stack(columns, axis=1)
    for _ in range(128):
        matrix = (matrix @ matrix) % 2
    after = (matrix @ bits(state)) % 2
    return [sum(int(after[64 * w + i]) << i for i in range(64)) for w in range(4)]


s = seeded(1)
print("words", [hex(word(s)) for _ in range(3)])
s = seeded(1)
print("uniforms", [uniform(s) for _ in range(3)])
s = seeded(1)
print("from -3 to 6", [-3 + below(s, 10) for _ in range(12)])
s = seeded(1)
print("below 3 * 2**30", [below(s, 3 * 2**30) for _ in range(4)])
s = seeded(1)
print("bernoulli 0.3", [int(uniform(s) < 0.3) for _ in range(12)])
s = seeded(1)
print("categorical", [categorical(s, [1, 0, 2, 5]) for _ in range(12)])
s = jumped(seeded(1))
print("words after 2^128", [hex(word(s)) for _ in range(3)])
