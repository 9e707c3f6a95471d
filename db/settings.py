"""Every setting of the service, read from environment variables (or a `.env` file) of the same name in capitals."""

import re
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from .matching.weights import load
from .operators import OperatorError


def _is_postgresql(url: SecretStr) -> SecretStr:
    """A URL of PostgreSQL, as libpq takes it: `postgresql://user:password@host/database`, or `…@/db?host=/socket`."""
    if re.match(r"postgres(ql)?(\+\w+)?://", url.get_secret_value()) is None:
        raise ValueError("not a postgresql:// URL 不是 postgresql:// 地址")
    return url


def _is_store(url: str) -> str:
    """A folder, or a bucket as `s3://bucket` or `s3://bucket/prefix`."""
    if "://" in url and re.match(r"s3://[^/?#@:]+(/[^?#]*)?$", url) is None:
        raise ValueError("neither a folder nor s3://bucket/prefix 既不是文件夹，也不是 s3://bucket/prefix")
    return url


def _capitals(level: object) -> object:
    return level.upper() if isinstance(level, str) else level


def _are_weights(path: Path) -> Path:
    """A file that `db.matching.weights` can read."""
    load(path)
    return path


def _are_networks(text: str) -> str:
    """Addresses (10.0.0.7) or networks (10.0.0.0/8), separated by commas."""
    for each in filter(None, map(str.strip, text.split(","))):
        ip_network(each)
    return text


DatabaseUrl = Annotated[SecretStr, AfterValidator(_is_postgresql)]  # it may hold a password


class Settings(BaseSettings):
    """The settings; each is documented in docs/settings.md, which a test compares with this class."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True)

    database_url: DatabaseUrl | None = Field(
        None, description="PostgreSQL 18 of the owner role, which migrates; unset: the embedded one in `DATA_DIR`."
    )
    write_database_url: DatabaseUrl | None = Field(
        None, description="Where mutations go; unset: `DATABASE_URL` under the role `red_partners_writer`."
    )
    read_database_url: DatabaseUrl | None = Field(
        None,
        description="Where queries go, also a hot standby; unset: `DATABASE_URL` under the role `red_partners_reader`.",
    )
    data_dir: Path = Field(
        Path(".data"), description="Folder of the embedded database and of the generated signing key."
    )
    attachments_url: Annotated[str, AfterValidator(_is_store)] | None = Field(
        None,
        description="Where attachments are kept: a folder or `s3://bucket/prefix`; unset: `attachments` in `DATA_DIR`.",
    )
    attachment_max_bytes: int = Field(20_971_520, ge=1024, description="Largest attachment, bytes; more answers 413.")
    attachments_per_day: int = Field(
        200, ge=1, description="Most attachments of one account on one day in China; more answers 429."
    )
    attachment_bytes_per_day: int = Field(
        524_288_000,
        ge=1024,
        description="Most bytes of an account's attachments on one day in China; more answers 429.",
    )
    host: str = Field("127.0.0.1", description="Address that the server listens on.")
    port: int = Field(8000, ge=0, le=65535, description="Port that the server listens on.")
    trusted_proxies: Annotated[str, AfterValidator(_are_networks)] | None = Field(
        None,
        description="Addresses or networks of proxies whose `X-Forwarded-For` is believed, by commas; unset: of none.",
    )
    demo: bool | None = Field(
        None,
        description="Load the demo network at start when the database is empty; unset: only in the embedded database.",
    )
    secret_key: SecretStr | None = Field(
        None,
        min_length=32,
        description="Key that signs tokens, 32 characters or more; embedded database: made once when unset.",
    )
    token_minutes: int = Field(30, ge=1, le=1440, description="Minutes that a token of `signIn` is valid.")
    oidc_issuer: str | None = Field(
        None, description="Issuer (`iss`) whose tokens are accepted besides our own; unset: none."
    )
    oidc_audience: str = Field("red-partners", description="Audience (`aud`) that an OIDC token must name.")
    oidc_jwks: str | None = Field(
        None,
        description="The issuer's JWKS: an http(s) address or a file; unset: from the issuer's discovery document.",
    )
    read_connections: int = Field(
        16,
        ge=1,
        le=500,
        description="Read connections of one server process; an account gets half of them at most, "
        "all who are not signed in a quarter.",
    )
    read_wait_seconds: float = Field(
        5, gt=0, le=60, description="Longest wait of a query for a read connection, seconds; then it answers BUSY."
    )
    write_connections: int = Field(8, ge=1, le=500, description="Write connections of one server process.")
    statement_timeout_ms: int = Field(
        10_000, ge=100, description="Milliseconds after which the database gives up on one statement."
    )
    clock_seconds: int = Field(
        5,
        ge=0,
        le=3600,
        description="Seconds between two looks at which deadlines are due; 0: this process leaves them to others.",
    )
    match_weights: Annotated[Path, AfterValidator(_are_weights)] | None = Field(
        None, description="TOML file with the weights of matching; unset: the service's own (db/matching/weights.toml)."
    )
    max_body_bytes: int = Field(1_048_576, ge=1024, description="Largest request body, bytes; more answers 413.")
    max_depth: int = Field(20, ge=1, description="Deepest selection of an operation, levels.")
    max_aliases: int = Field(100, ge=1, description="Most aliases in an operation.")
    max_fields: int = Field(1_000, ge=10, description="Most fields in an operation, fragments counted wherever spread.")
    max_tokens: int = Field(4_000, ge=100, description="Most tokens in a document.")
    max_values: int = Field(
        5_000, ge=100, description="Most values in a request, its variables included; an object counts as ten."
    )
    max_cost: int = Field(
        50_000, ge=1, description="Most that an operation may cost, in objects shown or as much work: docs/cost.md."
    )
    plan_cache_size: int = Field(
        500, ge=1, description="Read plans, remembered operations and prepared statements kept, each."
    )
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(_capitals)] = Field(
        "INFO", description="Lowest level that is logged: DEBUG, INFO, WARNING, ERROR."
    )

    @property
    def wants_demo(self) -> bool:
        """Whether the demo network, whose passwords are published, is loaded into an empty database."""
        return self.demo if self.demo is not None else self.database_url is None


# What pydantic says of a wrong value, in Chinese; what our own validators say is in both languages.
CHINESE = {
    "int_parsing": "须为整数",
    "bool_parsing": "须为 true 或 false",
    "greater_than_equal": "不得小于 {ge}",
    "less_than_equal": "不得大于 {le}",
    "too_short": "不得少于 {min_length} 个字符",
    "literal_error": "须为 {expected} 之一",
}


def load_settings() -> Settings:
    """Return the settings of this process; OperatorError says which are wrong, without their values."""
    try:
        return Settings()
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_input=False)
        raise OperatorError(
            "Some settings (environment variables, or lines of .env) are wrong; docs/settings.md has them all:",
            "以下配置（环境变量或 .env 中的行）有误，全部配置见 docs/settings.md：",
            "\n".join(map(_said, wrong)),
        ) from None  # the error quotes the values


def _said(wrong: ErrorDetails) -> str:
    name = ".".join(map(str, wrong["loc"])).upper()
    return f"{name}: {wrong['msg']} {CHINESE.get(wrong['type'], '').format(**wrong.get('ctx', {}))}".rstrip()
