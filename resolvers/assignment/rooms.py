"""What is still open while a plan grows: of every need, of every resource, and of every partner's claims."""

from .problem import Line, Pair, Problem


class Room:
    """The room that the lines put so far leave; it asks the same of a line as `checking` does of a plan."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._needed = [demand.quantity for demand in problem.demands]
        self._left = [supply.quantity for supply in problem.supplies]
        self._free = [carrier.free for carrier in problem.carriers]
        self._used: set[int] = set()

    def amount(self, pair: Pair) -> int:
        """How much a new line of the pair could give: as much as fits, 0 where nothing does."""
        return self.stock(pair) if self.free(pair) else 0

    def stock(self, pair: Pair) -> int:
        """How much it could give if its partner could carry the claim."""
        demand, supply = self._problem.demands[pair.demand], self._problem.supplies[pair.supply]
        if supply.exclusive and pair.supply in self._used:
            return 0
        needed, left = self._needed[pair.demand], self.units(pair)
        most = min(needed, left) if pair.taken is None else needed * (pair.taken <= left)
        return most if demand.divisible or most == demand.quantity else 0

    def units(self, pair: Pair) -> int:
        """How many units of its resource are left."""
        return self._left[pair.supply]

    def free(self, pair: Pair) -> bool:
        """Whether its partner can carry one claim more; the subdistrict always can."""
        carrier = self._problem.carrier_of(pair)
        return carrier is None or self._free[carrier] > 0

    def put(self, line: Line) -> None:
        """Take the room of a line that fits."""
        pair = self._problem.pairs[line.pair]
        self._needed[pair.demand] -= line.amount
        self._left[pair.supply] -= line.amount if pair.taken is None else pair.taken
        carrier = self._problem.carrier_of(pair)
        if carrier is not None:
            self._free[carrier] -= 1
        self._used.add(pair.supply)
