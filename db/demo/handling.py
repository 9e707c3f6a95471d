"""Topics, whistles and joint meetings of the demo, before and after the needs that they lead to."""

from . import meetings, topics, whistles
from .network import Data, Network


async def begin(network: Network, data: Data) -> None:
    """Take topics to their resolution: needs and projects may follow from it."""
    for topic in data["topics"]:
        await topics.begin(network, topic)


async def finish(network: Network, data: Data) -> None:
    """Blow the whistles, end what has ended, and hold the meetings on all of it."""
    for whistle in data.get("whistles", ()):
        await whistles.load(network, whistle)
    for topic in data["topics"]:
        await topics.finish(network, topic)
    for meeting in data.get("meetings", ()):
        await meetings.load(network, meeting)
