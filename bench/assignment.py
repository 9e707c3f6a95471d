"""`python -m bench.assignment [--needs 2000 --resources 2000 --candidates 20 --seed 1]`: the best plan of a network.

Prints how long it took, the objective with the bound that proves it, and how much less the greedy plan is worth. The
network has the proportions of the demo and the generated ones: a third of the pairs count in the same unit, a partner
has three resources. `--partners 200 --same-unit 85` is one in which everything is scarce at once, much harder.
"""

from argparse import ArgumentParser, Namespace

import numpy as np
import numpy.typing as npt

from resolvers.assignment.greedy import greedy
from resolvers.assignment.optimum import optimum
from resolvers.assignment.problem import Carrier, Demand, Options, Pair, Problem, Supply, objective

GAP = 1e-4  # relative, at which the search stops
GRIDS, CATEGORIES = 120, 12
LARGEST = 60  # units of a need or a resource
INDIVISIBLE, EXCLUSIVE, OWN = 0.3, 0.1, 0.05  # how many of all
UNSERVED = 30  # grids that no partner serves yet


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="python -m bench.assignment")
    sizes = {"needs": 2000, "resources": 2000, "candidates": 20, "seed": 1, "carrying": 3, "partners": 667}
    for name, default in (sizes | {"same-unit": 33}).items():
        parser.add_argument(f"--{name}", type=int, default=default)
    return parser.parse_args()


def _scores(random: np.random.Generator, needs: int, resources: int) -> npt.NDArray[np.float64]:
    """How well every resource fits every need: category, text, closeness and the partner's record."""
    category = random.integers(CATEGORIES, size=(needs, 1)) == random.integers(CATEGORIES, size=resources)
    places, others = random.random((needs, 1, 2)), random.random((resources, 2))
    closeness = 1 / (1 + 4 * np.linalg.norm(places - others, axis=2))
    text = random.beta(2, 4, size=(needs, resources))
    score = 0.3 * category + 0.3 * text + 0.25 * closeness + 0.15 * random.random(resources)
    return np.asarray(score, dtype=np.float64)


def _pairs(
    random: np.random.Generator, needs: int, resources: int, candidates: int, same_unit: int
) -> tuple[Pair, ...]:
    scores = _scores(random, needs, resources)
    best = np.argsort(-scores, axis=1, kind="stable")[:, :candidates]
    return tuple(
        Pair(need, supply, float(scores[need, supply]), None if random.random() * 100 < same_unit else 1, 0.0)
        for need, row in enumerate(best.tolist())
        for supply in row
    )


def network(
    *,
    needs: int,
    resources: int,
    candidates: int,
    seed: int,
    carrying: int = 3,
    partners: int = 667,
    same_unit: int = 33,
) -> Problem:
    """A random network: needs with their best candidates, and partners that cannot carry all.

    `carrying` is how many claims a partner carries already at most, `same_unit` how many pairs of 100 need no settling
    of how much of the resource they take.
    """
    random = np.random.default_rng(seed)
    quantities = iter(random.integers(1, LARGEST + 1, size=needs + resources).tolist())
    grids = random.integers(GRIDS, size=needs).tolist()
    carriers = random.integers(partners, size=resources).tolist()
    return Problem(
        tuple(Demand(next(quantities), random.random() >= INDIVISIBLE, grid) for grid in grids),
        tuple(
            Supply(next(quantities), None if random.random() < OWN else carrier, random.random() < EXCLUSIVE)
            for carrier in carriers
        ),
        tuple(Carrier(int(random.integers(3, 16)), int(random.integers(carrying + 1))) for _ in range(partners)),
        _pairs(random, needs, resources, candidates, same_unit),
        frozenset(range(UNSERVED)),
    )


def main() -> None:
    """Plan once, and compare."""
    problem, options = network(**vars(_arguments())), Options(gap=GAP)
    best, quick = optimum(problem, options), objective(problem, options, greedy(problem))
    print(f"{len(problem.pairs)} pairs: {best.seconds:.1f} s, {len(best.lines)} lines, proven {best.proven}")
    print(f"objective {best.objective:.4f}, bound {best.bound:.4f}, gap {best.gap:.1e}")
    print(f"greedy {quick:.4f}: {100 * (1 - quick / best.objective):.2f} % less")


if __name__ == "__main__":
    main()
