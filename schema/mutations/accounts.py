"""Mutations of the account itself."""

import strawberry

from resolvers import entrance

from ..registry import make, shown
from .changing import Fields, accepts, changing, payload, required

LOGIN: Fields = {
    "login": ("str", "Login, whatever its case and width", "登录名，不分大小写和全角半角", "grid-branch"),
    "password": ("str", "Password", "密码"),
}
PASSWORDS: Fields = {
    "current_password": ("str", "The password until now", "现用密码"),
    "new_password": ("str", "The new password, 8 to 1000 characters", "新密码，8 至 1000 个字符"),
}
ACCOUNT: Fields = {"account": ("Account", "The account", "账号")}

make(strawberry.input, "SignInInput", "Who signs in", "登录信息", required(LOGIN))
payload(
    "SignInPayload",
    "A token, and whose it is",
    "令牌及其账号",
    ACCOUNT,
    token=shown("str | None", "To be sent as `Authorization: Bearer …`", "随请求以 `Authorization: Bearer …` 发送"),
    expires_at=shown("datetime | None", "Until when the token is valid", "令牌有效期至"),
)
payload("AccountPayload", "The account", "账号", ACCOUNT)
accepts("ChangePasswordInput", "The old and the new password", "现用密码与新密码", required(PASSWORDS))


@strawberry.type
class AccountMutations:
    """Mutations of the account itself."""

    sign_in = changing(
        entrance.sign_in, "SignInInput", "SignInPayload", "Sign in with login and password", "以登录名和密码登录"
    )
    change_password = changing(
        entrance.change_password,
        "ChangePasswordInput",
        "AccountPayload",
        "Change one's own password; this ends all tokens of the account: sign in again",
        "修改本人密码；账号已签发的令牌随即失效，须重新登录",
    )
