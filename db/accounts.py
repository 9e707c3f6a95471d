"""Making accounts from the command line, by the names that people know: codes and titles instead of ids."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import NullPool, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from .addresses import Address
from .models import Account, Community, PartnerUnit, PartyBranch, Subdistrict
from .models.states import Role
from .operators import OperatorError
from .viewer import IN_BRANCH, IN_PARTNER

MEANINGS = {
    "uq_account_login_key": (
        "The login is taken, whatever its case and width.",
        "登录名已存在（不分大小写和全角半角）。",
    ),
    "uq_account_oidc_subject": ("The OIDC subject is another account's.", "此统一身份认证标识已属另一账号。"),
}


class AccountError(OperatorError):
    """The account cannot be made."""


@dataclass(frozen=True)
class NewAccount:
    """What an account is made of; `place` names the branch, community or partner that its role needs."""

    login: str
    role: Role
    display_name: str
    subdistrict: str | None
    place: str | None
    prefix: str | None
    subject: str | None
    password_hash: str | None


async def add_account(owner: Address, wanted: NewAccount) -> None:
    """Store the account; AccountError when a name is unknown, the login is taken, or role and scope do not fit."""
    engine = owner.engine(poolclass=NullPool)
    async with AsyncSession(engine) as session:
        account = Account(
            login=wanted.login,
            role=wanted.role,
            display_name=wanted.display_name,
            code_prefix=wanted.prefix,
            oidc_subject=wanted.subject,
            password_hash=wanted.password_hash,
        )
        await _place(session, account, wanted)
        session.add(account)
        try:
            await session.commit()
        except IntegrityError as error:
            rule = getattr(error.orig.__cause__, "constraint_name", "") if error.orig else ""
            raise AccountError(
                *MEANINGS.get(
                    rule,
                    (f"The account breaks the rule {rule}.", f"账号与角色、范围不符（违反规则 {rule}）。"),
                )
            ) from error


async def _place(session: AsyncSession, account: Account, wanted: NewAccount) -> None:
    if wanted.subdistrict is None:
        return
    account.subdistrict_id = await session.scalar(select(Subdistrict.id).where(Subdistrict.code == wanted.subdistrict))
    if account.subdistrict_id is None:
        raise AccountError(f"There is no subdistrict {wanted.subdistrict}.", f"没有街道 {wanted.subdistrict}。")
    if wanted.role in IN_BRANCH:
        account.branch_id = await _named(session, PartyBranch, account.subdistrict_id, wanted.place)
    elif wanted.role is Role.COMMUNITY_SECRETARY:
        account.community_id = await _named(session, Community, account.subdistrict_id, wanted.place)
    elif wanted.role in IN_PARTNER:
        account.partner_id = await _named(session, PartnerUnit, account.subdistrict_id, wanted.place)


async def _named(
    session: AsyncSession, model: type[PartyBranch | Community | PartnerUnit], subdistrict: UUID, name: str | None
) -> UUID:
    found = await session.scalar(select(model.id).where(model.subdistrict_id == subdistrict, model.name == name))
    if found is None:
        raise AccountError(f"There is no {model.__tablename__} named {name}.", f"没有名为 {name} 的单位。")
    return found
