"""Subdistrict 街道, community 社区, grid 网格."""

from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, func
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Named, Tenant, all_of, not_blank, to_many, to_one, to_subdistrict, within_tenant


class Subdistrict(Named, Base):
    """街道: the tenant; code = 9-digit statistical division code."""

    __tablename__ = "subdistrict"
    __table_args__ = (CheckConstraint("code ~ '^[0-9]{9}$'", name="code_digits"), *not_blank("name"))
    id: Mapped[UUID] = mapped_column(primary_key=True, server_default=func.uuidv7())
    code: Mapped[str] = mapped_column(unique=True)
    communities = all_of("Community")
    grids = all_of("Grid")
    party_branches = all_of("PartyBranch")
    partners = all_of("PartnerUnit")
    alliances = all_of("Alliance")
    subcategories = all_of("Subcategory")
    needs = all_of("Need")
    resources = all_of("Resource")
    projects = all_of("Project")
    claims = all_of("Claim")
    topics = all_of("Topic")
    joint_meetings = all_of("JointMeeting")
    whistles = all_of("Whistle")
    deadlines = all_of("Deadline")
    calendar_years = all_of("CalendarYear")


class Community(Tenant, Named, Base):
    """社区; code = 12-digit statistical division code."""

    __tablename__ = "community"
    __table_args__ = (
        UniqueConstraint("subdistrict_id", "code"),
        CheckConstraint("code ~ '^[0-9]{12}$'", name="code_digits"),
        Index(None, "subdistrict_id", "name_key", "id"),
        *not_blank("name"),
    )
    code: Mapped[str]
    subdistrict = to_subdistrict("Community")
    grids = to_many("Community", "Grid", "community_id")
    party_branches = to_many("Community", "PartyBranch", "community_id")
    needs = to_many("Community", "Need", "community_id")
    projects = to_many("Community", "Project", "community_id")
    topics = to_many("Community", "Topic", "community_id")
    whistles = to_many("Community", "Whistle", "community_id")


class Grid(Tenant, Named, Base):
    """网格: the smallest unit of governance; position in degrees (GCJ-02 as published, optional)."""

    __tablename__ = "grid"
    __table_args__ = (
        within_tenant("community", "community_id"),
        UniqueConstraint("subdistrict_id", "community_id", "number"),
        UniqueConstraint("subdistrict_id", "id", "community_id"),
        Index(None, "subdistrict_id", "name_key", "id"),
        CheckConstraint("number > 0", name="number_positive"),
        CheckConstraint("households >= 0 AND residents >= 0", name="people_not_negative"),
        CheckConstraint(
            "longitude BETWEEN -180 AND 180 AND latitude BETWEEN -90 AND 90"
            " AND (longitude IS NULL) = (latitude IS NULL)",
            name="position_on_earth",
        ),
        *not_blank("name"),
    )
    community_id: Mapped[UUID]
    number: Mapped[int]
    households: Mapped[int] = mapped_column(server_default="0")
    residents: Mapped[int] = mapped_column(server_default="0")
    longitude: Mapped[float | None]
    latitude: Mapped[float | None]
    subdistrict = to_subdistrict("Grid")
    community = to_one("Grid", "Community", "community_id")
    party_branches = to_many("Grid", "PartyBranch", "grid_id")
    needs = to_many("Grid", "Need", "grid_id")
    projects = to_many("Grid", "Project", "grid_id")
    topics = to_many("Grid", "Topic", "grid_id")
