"""Logistic regression in a page, so that constants can be fitted again without other packages."""

import math
from collections.abc import Sequence

RIDGE = 1.0
ROUNDS = 30


def fit(features: Sequence[Sequence[float]], truth: Sequence[bool], weights: Sequence[float]) -> list[float]:
    """Return bias and weights that tell `truth` best (Newton's method, with a small ridge on all but the bias)."""
    size = len(features[0]) + 1
    found = [0.0] * size
    for _ in range(ROUNDS):
        gradient = [0.0] + [-RIDGE * value for value in found[1:]]
        curvature = [[(RIDGE if r == c and r else 0.0) for c in range(size)] for r in range(size)]
        for row, right, weight in zip(features, truth, weights, strict=True):
            values = (1.0, *row)
            told = probability(found, row)
            for r in range(size):
                gradient[r] += weight * (right - told) * values[r]
                for c in range(size):
                    curvature[r][c] += weight * told * (1 - told) * values[r] * values[c]
        step = _solved(curvature, gradient)
        found = [value + change for value, change in zip(found, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return found


def probability(found: Sequence[float], row: Sequence[float]) -> float:
    logit = found[0] + sum(weight * value for weight, value in zip(found[1:], row, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))


def _solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for column in range(len(rows)):
        pivot = max(range(column, len(rows)), key=lambda r: abs(rows[r][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for r in range(len(rows)):
            if r != column:
                factor = rows[r][column] / rows[column][column]
                rows[r] = [value - factor * other for value, other in zip(rows[r], rows[column], strict=True)]
    return [row[-1] / row[column] for column, row in enumerate(rows)]
