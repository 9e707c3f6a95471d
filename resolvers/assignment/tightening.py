"""A tighter programme: how many claims a plan can have that is no worse than one already known.

What is fair grows with the sum of all claims. The closer that sum is known, the closer the relaxation comes to what a
partner with so many claims, a whole number, exceeds. So each bound gives cuts, and these a better bound.
Source: optimality-based bound tightening, Gleixner, Berthold, Mueller & Weltge (2017).
"""

import time

import numpy as np

from .milp import Model, maximise
from .programme import Programme

ROUNDS = 4  # later ones gain little
ROUND_OFF = 1e-6  # how exact HiGHS's relaxations are


def tightened(programme: Programme, known: float, *, until: float) -> Model:
    """The programme of all plans that are worth no less than a known one, and of some that are.

    Stops at a time of `time.perf_counter`, where a round has not found its bounds yet.
    """
    model = programme.model()
    for _ in range(ROUNDS):
        asked = programme.worth_at_least(model, known - ROUND_OFF * max(1.0, abs(known)))
        bounds = []
        for sign in (-1.0, 1.0):
            answer = maximise(programme.claims(asked, sign), time_limit=max(0.0, until - time.perf_counter()), gap=0.0)
            if answer.values is None:
                return model
            bounds.append(sign * answer.bound)
        model = programme.between(model, np.ceil(bounds[0] - ROUND_OFF), np.floor(bounds[1] + ROUND_OFF))
    return model
