"""PartyBranch 党组织."""

from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from .base import Base, Named, Tenant, choice, not_blank, to_many, to_one, to_subdistrict, unique_name, within_tenant
from .states import BranchLevel


class PartyBranch(Tenant, Named, Base):
    """党组织: its level, its parent, and the community or grid that it serves."""

    __tablename__ = "party_branch"
    __table_args__ = (
        within_tenant("party_branch", "parent_id"),
        within_tenant("community", "community_id"),
        within_tenant("grid", "grid_id", "community_id", remote=("id", "community_id")),
        unique_name("party_branch"),
        Index(None, "subdistrict_id", "name_key", "id"),
        CheckConstraint("(level = 'SUBDISTRICT') = (community_id IS NULL)", name="community_by_level"),
        CheckConstraint("(level IN ('GRID', 'BUILDING')) = (grid_id IS NOT NULL)", name="grid_by_level"),
        CheckConstraint("(level = 'SUBDISTRICT') = (parent_id IS NULL)", name="parent_by_level"),
        CheckConstraint("parent_id <> id", name="not_its_own_parent"),
        Index(None, "subdistrict_id", "grid_id"),
        Index(None, "subdistrict_id", "community_id"),
        Index(None, "subdistrict_id", "parent_id"),
        *not_blank("name"),
    )
    level: Mapped[BranchLevel] = mapped_column(choice(BranchLevel))
    parent_id: Mapped[UUID | None]
    community_id: Mapped[UUID | None]
    grid_id: Mapped[UUID | None]
    subdistrict = to_subdistrict("PartyBranch")
    parent = to_one("PartyBranch", "PartyBranch", "parent_id")
    children = to_many("PartyBranch", "PartyBranch", "parent_id")
    community = to_one("PartyBranch", "Community", "community_id")
    grid = to_one("PartyBranch", "Grid", "grid_id")
    needs = to_many("PartyBranch", "Need", "branch_id")
    projects = to_many("PartyBranch", "Project", "branch_id")
    claims = to_many("PartyBranch", "Claim", "branch_id")
    topics = to_many("PartyBranch", "Topic", "branch_id")
    deliberations = to_many("PartyBranch", "Deliberation", "branch_id")
    joint_meetings = to_many("PartyBranch", "JointMeeting", "branch_id")
    whistles = to_many("PartyBranch", "Whistle", "branch_id")
    deadlines = to_many("PartyBranch", "Deadline", "branch_id")
    notices = to_many("PartyBranch", "Notice", "branch_id")
