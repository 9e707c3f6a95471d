"""Types that follow from an entity: its connection, filter, order, aggregates and groups."""

from typing import Any

from db.models import Base

from .aggregates import aggregate_types, group_keys, group_types
from .columns import fields_of
from .connections import connection_types
from .filters import filter_types
from .orders import order_types


def generate(entity: Any, model: type[Base]) -> None:  # Any: a Strawberry type
    """Make everything that a connection of the entity needs."""
    fields = fields_of(entity, model)
    connection_types(entity.__name__, model, grouped=bool(group_keys(model, fields)))
    filter_types(entity.__name__, model, fields)
    order_types(entity.__name__, model, fields)
    aggregate_types(entity.__name__, model, fields)
    group_types(entity.__name__, model, fields)
