"""Attachment 附件."""

from db import models

from .node import Node
from .reading import entity
from .registry import shown


@entity(
    models.Attachment,
    "A file that shows something; its bytes are at GET /attachments/{id}, for whoever sees it here",
    "附件：文件内容在 GET /attachments/{id}，可见者可下载",
)
class Attachment(Node):
    """附件."""

    subject_type = shown("SubjectType", "Kind of the object that it belongs to", "所属对象的类别")
    name = shown("str", "Name of the file", "文件名", "扶手安装.jpg")
    media_type = shown("str", "What it is, told by its content", "媒体类型，按内容识别", "image/jpeg")
    size = shown("int", "Size, bytes", "大小（字节）", "204800")
    sha256 = shown("str", "SHA-256 of the bytes, in hexadecimal", "内容的 SHA-256（十六进制）")
    created_at = shown("datetime", "When it was uploaded", "上传时间")
    subdistrict = shown("Subdistrict", "The subdistrict", "所属街道")
    creator = shown("Account | None", "Who uploaded it", "上传人")
