"""Mutations of subcategories."""

import strawberry

from resolvers import subcategories

from .changing import Fields, accepts, mutation, optional, payload, required, subject

REQUIRED: Fields = {
    "category": ("Category", "The category that it belongs to", "所属类别", "ENVIRONMENT"),
    "code": (
        "str",
        "Its code within the category: capitals, digits, underscores",
        "类别内代码：大写字母、数字、下划线",
        "SEAWEED",
    ),
}
NAME: Fields = {"name": ("str", "Name, up to 100 characters", "名称，最多 100 字", "海藻清理")}
OPTIONAL: Fields = {
    "english_name": ("str", "Name in English", "英文名称", "Seaweed"),
    "keywords": ("list[str]", "Words by which people name it, up to 50", "常用说法，最多 50 个", '["海藻", "浒苔"]'),
}
RETIRED: Fields = {"retired": ("bool", "Whether it is out of use", "是否停用", "true")}

payload("SubcategoryPayload", "The subcategory", "小类", {"subcategory": ("Subcategory", "As it is now", "小类的现状")})
accepts(
    "AddSubcategoryInput", "A subcategory of one's own", "要新增的小类", required(REQUIRED | NAME), optional(OPTIONAL)
)
accepts(
    "EditSubcategoryInput",
    "What to change in a subcategory",
    "要修改的小类内容",
    subject("subcategory", "小类"),
    optional(NAME | OPTIONAL | RETIRED),
)


@strawberry.type
class SubcategoryMutations:
    """Mutations of subcategories."""

    add_subcategory = mutation(
        subcategories.add,
        "AddSubcategoryInput",
        "SubcategoryPayload",
        "Add a subcategory to one's subdistrict, as its administrator",
        "街道管理员新增小类",
    )
    edit_subcategory = mutation(
        subcategories.edit,
        "EditSubcategoryInput",
        "SubcategoryPayload",
        "Change or retire a subcategory, as administrator",
        "街道管理员修改或停用小类",
    )
