"""The best one-to-one assignment of a few things to a few others."""

from collections.abc import Sequence


def assign(worth: Sequence[Sequence[float]]) -> list[int]:
    """Return for each row the column that it is assigned to, so that the sum of worth is highest.

    Columns are at least as many as rows; each row gets a column of its own. O(rows² · columns)
    (Kuhn and Munkres with potentials).
    """
    rows, columns = len(worth), len(worth[0]) if worth else 0
    row_potential = [0.0] * (rows + 1)
    column_potential = [0.0] * (columns + 1)
    matched = [0] * (columns + 1)
    for row in range(1, rows + 1):
        matched[0] = row
        column = 0
        least = [float("inf")] * (columns + 1)
        previous = [0] * (columns + 1)
        done = [False] * (columns + 1)
        while matched[column]:
            done[column] = True
            here, step, following = matched[column], float("inf"), 0
            for c in range(1, columns + 1):
                if done[c]:
                    continue
                cost = -worth[here - 1][c - 1] - row_potential[here] - column_potential[c]
                if cost < least[c]:
                    least[c], previous[c] = cost, column
                if least[c] < step:
                    step, following = least[c], c
            for c in range(columns + 1):
                if done[c]:
                    row_potential[matched[c]] += step
                    column_potential[c] -= step
                else:
                    least[c] -= step
            column = following
        while column:
            matched[column] = matched[previous[column]]
            column = previous[column]
    out = [-1] * rows
    for c in range(1, columns + 1):
        if matched[c]:
            out[matched[c] - 1] = c - 1
    return out
