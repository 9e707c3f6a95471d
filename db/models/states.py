"""The enumerations of the domain: states, kinds and roles, as they are stored and as the API names them."""

from enum import StrEnum


class BranchLevel(StrEnum):
    """Level of a party organisation."""

    SUBDISTRICT = "SUBDISTRICT"
    COMMUNITY = "COMMUNITY"
    GRID = "GRID"
    BUILDING = "BUILDING"


class PartnerKind(StrEnum):
    """Kind of a red partner."""

    CO_BUILDING_UNIT = "CO_BUILDING_UNIT"
    MASS_ORGANISATION = "MASS_ORGANISATION"
    COMMUNITY_TALENT = "COMMUNITY_TALENT"
    PROPERTY_COMPANY = "PROPERTY_COMPANY"
    ENTERPRISE = "ENTERPRISE"
    SOCIAL_ORGANISATION = "SOCIAL_ORGANISATION"
    VOLUNTEER_TEAM = "VOLUNTEER_TEAM"
    DEPARTMENT = "DEPARTMENT"


class PartnerStatus(StrEnum):
    """State of a partner unit."""

    APPLIED = "APPLIED"
    ADMITTED = "ADMITTED"
    SUSPENDED = "SUSPENDED"
    EXITED = "EXITED"
    REJECTED = "REJECTED"


class NeedOwner(StrEnum):
    """Whose need it is."""

    RESIDENT = "RESIDENT"
    GRID = "GRID"
    PARTNER = "PARTNER"


class Priority(StrEnum):
    """Priority of a need, least urgent first: an order by it follows this order."""

    LOW = "LOW"
    NORMAL = "NORMAL"
    HIGH = "HIGH"
    URGENT = "URGENT"


class NeedStatus(StrEnum):
    """State of a need."""

    DRAFT = "DRAFT"
    POSTED = "POSTED"
    PARTLY_CLAIMED = "PARTLY_CLAIMED"
    FULLY_CLAIMED = "FULLY_CLAIMED"
    IN_DELIVERY = "IN_DELIVERY"
    FULFILLED = "FULFILLED"
    EVALUATED = "EVALUATED"
    EXPIRED = "EXPIRED"
    WITHDRAWN = "WITHDRAWN"


class ResourceForm(StrEnum):
    """Form of a resource."""

    GOODS = "GOODS"
    LABOUR = "LABOUR"
    VENUE = "VENUE"
    PRODUCT = "PRODUCT"
    INFORMATION = "INFORMATION"
    PROFESSIONAL_SERVICE = "PROFESSIONAL_SERVICE"
    FUNDS = "FUNDS"
    COURSE = "COURSE"


class ResourceStatus(StrEnum):
    """State of a resource."""

    DRAFT = "DRAFT"
    OFFERED = "OFFERED"
    PARTLY_CLAIMED = "PARTLY_CLAIMED"
    FULLY_CLAIMED = "FULLY_CLAIMED"
    PAUSED = "PAUSED"
    WITHDRAWN = "WITHDRAWN"
    EXPIRED = "EXPIRED"


class ProjectStatus(StrEnum):
    """State of a project."""

    PLANNED = "PLANNED"
    APPROVED = "APPROVED"
    RUNNING = "RUNNING"
    DELIVERED = "DELIVERED"
    ACCEPTED = "ACCEPTED"
    CLOSED = "CLOSED"
    PAUSED = "PAUSED"
    TERMINATED = "TERMINATED"


class ClaimDirection(StrEnum):
    """Which side began a claim; or none of them: a plan that was adopted, to which both still agree."""

    PARTNER_CLAIMS_NEED = "PARTNER_CLAIMS_NEED"
    BRANCH_CLAIMS_RESOURCE = "BRANCH_CLAIMS_RESOURCE"
    PLAN_PROPOSES_BOTH = "PLAN_PROPOSES_BOTH"


class ClaimStatus(StrEnum):
    """State of a claim."""

    PROPOSED = "PROPOSED"
    ACCEPTED = "ACCEPTED"
    ACTIVE = "ACTIVE"
    DELIVERED = "DELIVERED"
    CONFIRMED = "CONFIRMED"
    DECLINED = "DECLINED"
    WITHDRAWN = "WITHDRAWN"
    EXPIRED = "EXPIRED"
    DEFAULTED = "DEFAULTED"


class PlanMethod(StrEnum):
    """How a matching plan is made."""

    OPTIMAL = "OPTIMAL"
    STABLE = "STABLE"


class UnservedReason(StrEnum):
    """Why a matching plan leaves a need, or a part of it, unserved."""

    NO_CANDIDATE = "NO_CANDIDATE"
    QUANTITY_SHORT = "QUANTITY_SHORT"
    INDIVISIBLE = "INDIVISIBLE"
    NOT_WORTH_IT = "NOT_WORTH_IT"
    CARRIERS_FULL = "CARRIERS_FULL"
    CANDIDATES_TAKEN = "CANDIDATES_TAKEN"


class Category(StrEnum):
    """What a need or a resource is about."""

    BUILDING_REPAIR = "BUILDING_REPAIR"
    SAFETY_HAZARD = "SAFETY_HAZARD"
    ENVIRONMENT = "ENVIRONMENT"
    ELDERLY_CARE = "ELDERLY_CARE"
    CHILD_CARE = "CHILD_CARE"
    HEALTH = "HEALTH"
    LEGAL_AID = "LEGAL_AID"
    CULTURE_SPORTS = "CULTURE_SPORTS"
    TRAINING = "TRAINING"
    HARDSHIP = "HARDSHIP"
    TRAFFIC_PARKING = "TRAFFIC_PARKING"
    BUSINESS_SERVICE = "BUSINESS_SERVICE"
    OTHER = "OTHER"


class SubjectType(StrEnum):
    """Kind of object that has states, hence transitions."""

    NEED = "NEED"
    RESOURCE = "RESOURCE"
    PROJECT = "PROJECT"
    CLAIM = "CLAIM"
    PARTNER_UNIT = "PARTNER_UNIT"
    TOPIC = "TOPIC"
    DELIBERATION = "DELIBERATION"
    JOINT_MEETING = "JOINT_MEETING"
    WHISTLE = "WHISTLE"
    ALLIANCE = "ALLIANCE"
    MEMBERSHIP = "MEMBERSHIP"
    EXTENSION = "EXTENSION"


class Role(StrEnum):
    """Role of an account."""

    RESIDENT = "RESIDENT"
    GRID_WORKER = "GRID_WORKER"
    GRID_SECRETARY = "GRID_SECRETARY"
    GRID_INSTRUCTOR = "GRID_INSTRUCTOR"
    COMMUNITY_SECRETARY = "COMMUNITY_SECRETARY"
    SUBDISTRICT_ADMIN = "SUBDISTRICT_ADMIN"
    REGION_ADMIN = "REGION_ADMIN"
    DEPARTMENT_OFFICER = "DEPARTMENT_OFFICER"
    PARTNER_LIAISON = "PARTNER_LIAISON"
    AUDITOR = "AUDITOR"


PUBLIC_NEED = (NeedStatus.POSTED, NeedStatus.PARTLY_CLAIMED)
PUBLIC_RESOURCE = (ResourceStatus.OFFERED, ResourceStatus.PARTLY_CLAIMED)
OPEN_PROJECT = (ProjectStatus.PLANNED, ProjectStatus.APPROVED, ProjectStatus.RUNNING)
