"""What graphql-core and Strawberry say of a request, each text with its Chinese; `translations` explains the places."""

VALUES = {
    "Int cannot represent non-integer value: {found}": "须为整数（Int），不能是 {found}",
    "Int cannot represent non 32-bit signed integer value: {found}": (
        "须为 -2147483648 到 2147483647 之间的整数（Int），不能是 {found}"
    ),
    "Float cannot represent non numeric value: {found} (value is too large)": "数值过大：{found}",
    "Float cannot represent non numeric value: {found} (value would lose precision)": "数值过于精确：{found}",
    "Float cannot represent non numeric value: {found}": "须为数值（Float），不能是 {found}",
    "String cannot represent a non string value: {found}": "须为文本（String，加双引号），不能是 {found}",
    "Boolean cannot represent a non boolean value: {found}": "须为 true 或 false，不能是 {found}",
    "ID cannot represent value: {found}": "须为编号（ID，加双引号的文本），不能是 {found}",
    "ID cannot represent a non-string and non-integer value: {found}": "须为编号（ID，加双引号的文本），不能是 {found}",
    "Value '{found}' does not exist in '{enum}' enum.{hint}": "枚举 `{enum}` 没有值 `{found}`。{hint}",
    "Enum '{enum}' cannot represent non-string value: {found}.{hint}": "须为枚举 `{enum}` 的值，不能是 {found}。{hint}",
    "Enum '{enum}' cannot represent non-enum value: {found}.{hint}": (
        "须为枚举 `{enum}` 的值（不加引号），不能是 {found}。{hint}"
    ),
    "Expected a value of non-null type '{type}' to be provided.": "此项必填，类型为 `{type}`。",
    "Expected value of non-null type '{type}' not to be None.": "此项不能为 null，类型为 `{type}`。",
    "Expected value of type '{type}' to be an object, found: {found}.": "须为 `{type}` 对象，不能是 {found}。",
    "Expected value of type '{type}' to be valid, found: {found}.": "须为有效的 `{type}`，不能是 {found}。",
    "Expected value of type '{type}' to include required field '{field}', found: {found}.": (
        "`{type}` 缺少必填项 `{field}`，收到的是 {found}。"
    ),
    "Expected value of type '{type}' not to include unknown field '{field}', found: {found}.": (
        "`{type}` 没有输入项 `{field}`，收到的是 {found}。"
    ),
    "Expected value of type '{type}' not to include unknown field '{field}'.{hint} Found: {found}.": (
        "`{type}` 没有输入项 `{field}`，收到的是 {found}。{hint}"
    ),
    "Expected value of type '{type}', but encountered error {error}; found: {found}.": (
        "须为 `{type}`，不能是 {found}。"
    ),
    "Expected value of type '{type}', found: {found}.": "须为 `{type}`，不能是 {found}。",
    "Expected variable '{name}' provided to type '{type}' to provide a runtime value.": (
        "变量 `{name}` 用于类型 `{type}`，但没有给值。"
    ),
    "Expected variable '{name}' provided to non-null type '{type}' not to be None.": (
        "变量 `{name}` 用于不可为空的类型 `{type}`，不能是 null。"
    ),
    "Expected variable '{name}' provided to field '{field}' for OneOf Input Object type '{type}'"
    " to provide a runtime value.": "变量 `{name}` 用于 `{type}` 的 `{field}`，但没有给值。",
    "Expected variable '{name}' provided to field '{field}' for OneOf Input Object type '{type}' not to be None.": (
        "变量 `{name}` 用于 `{type}` 的 `{field}`，不能是 null。"
    ),
    "Within OneOf Input Object type '{type}', exactly one field must be specified,"
    " and the value for that field must be non-null.": "`{type}` 须恰好填写一项，且不能为 null。",
    "Variable '{name}' has invalid value{at}: {inner}": "变量 `{name}{at}` 的值无效：{inner}",
    "Variable '{name}' has invalid default value{at}: {inner}": "变量 `{name}{at}` 的默认值无效：{inner}",
    "Argument '{name}' has invalid value{at}: {inner}": "参数 `{name}{at}` 的值无效：{inner}",
    "Argument '{name}' has invalid default value{at}: {inner}": "参数 `{name}{at}` 的默认值无效：{inner}",
    "Argument '{name}' of required type '{type}' was not provided.": "缺少必填参数 `{name}`，类型为 `{type}`。",
    "Variable '{name}' expected value of type '{type}' which cannot be used as an input type.": (
        "变量 `{name}` 的类型 `{type}` 不能用作输入。"
    ),
    "Invalid argument": "参数无效",
    "Variable values are nested too deeply.": "变量的值嵌套过深。",
    "Too many errors processing variables, error limit reached. Execution aborted.": "变量的错误过多，不再逐一列出。",
}

DOCUMENTS = {
    "Syntax Error: {inner}": "语法错误：{inner}",
    "Expected {wanted}, found {token}.": "此处应为 {wanted}，实际是 {token}。",
    "Unexpected variable '{name}' in constant value.": "常量中不能用变量 `{name}`。",
    "Unexpected description, descriptions are not supported on shorthand queries.": "简写查询前不能有说明文字。",
    "Unexpected description, only GraphQL definitions support descriptions.": "此处不能有说明文字。",
    "{token} is reserved and cannot be used for an enum value.": "{token} 是保留字，不能用作枚举值。",
    "Unterminated string.": "字符串没有结束的引号。",
    "Invalid Unicode escape sequence: '{text}'.": "无效的 Unicode 转义 `{text}`。",
    "Invalid character escape sequence: '{text}'.": "无效的字符转义 `{text}`。",
    "Unexpected single quote character ('), did you mean to use a double quote (\")?": (
        "此处不能用单引号，字符串须用双引号。"
    ),
    "Unexpected character: {character}.": "此处不应有字符 {character}。",
    "Invalid character: {character}.": "无效的字符 {character}。",
    "Invalid character within String: {character}.": "字符串中有无效的字符 {character}。",
    "Invalid number, expected digit but got: {character}.": "数字无效：此处应为数位，实际是 {character}。",
    "Invalid number, unexpected digit after 0: {character}.": "数字无效：0 之后不能再有数位 {character}。",
    "Invalid number, expected digit before '.', did you mean '{number}'?": (
        "数字无效：小数点前应有数位，是否想用 `{number}`？"
    ),
    "Unexpected '..', did you mean '...'?": "此处不应有 `..`，是否想用 `...`？",
    "Unexpected {token}.": "此处不应有 {token}。",
    "Document contains more than {most} tokens. Parsing aborted.": "查询文本最多 {most} 个词元。",
    "Document contains more than {most} comments. Parsing aborted.": "查询文本最多 {most} 条注释。",
    "Source contains more than {most} code points. Parsing aborted.": "查询文本最多 {most} 个字符。",
    "Document is nested too deeply. Parsing aborted.": "查询文本嵌套过深。",
    "Selections are nested too deeply. Execution aborted.": "选择嵌套过深。",
    "Maximum introspection depth exceeded": "内省嵌套过深",
    "Validation aborted.": "操作过大，检查中止。",
    "Too many validation errors, error limit reached. Validation aborted.": "错误过多，不再逐一列出。",
    "The {name} definition is not executable.": "`{name}` 的定义不能执行：请求中只能有操作与片段。",
    "Cannot query field '{field}' on type '{type}'.{hint}": "类型 `{type}` 没有字段 `{field}`。{hint}",
    "Field '{field}' must not have a selection since type '{type}' has no subfields.": (
        "字段 `{field}` 的类型 `{type}` 没有下级字段，不能再选。"
    ),
    "Field '{field}' of type '{type}' must have a selection of subfields.{hint}": (
        "字段 `{field}` 的类型是 `{type}`，须写明要哪些下级字段。{hint}"
    ),
    "Field '{field}' of type '{type}' must have at least one field selected.": (
        "字段 `{field}` 的类型是 `{type}`，至少要选一个下级字段。"
    ),
    "Unknown argument '{argument}' on field '{field}'.{hint}": "字段 `{field}` 没有参数 `{argument}`。{hint}",
    "Unknown argument '{argument}' on directive '{directive}'.{hint}": (
        "指令 `{directive}` 没有参数 `{argument}`。{hint}"
    ),
    "Unknown argument '{argument}' on fragment '{fragment}'.{hint}": "片段 `{fragment}` 没有参数 `{argument}`。{hint}",
    "Argument '{argument}' of type '{type}' is required, but it was not provided.": (
        "缺少必填参数 `{argument}`，类型为 `{type}`。"
    ),
    "Fragment '{fragment}' argument '{argument}' of type '{type}' is required, but it was not provided.": (
        "片段 `{fragment}` 缺少必填参数 `{argument}`，类型为 `{type}`。"
    ),
    "There can be only one argument named '{name}'.": "参数 `{name}` 只能给一次。",
    "There can be only one input field named '{name}'.": "输入项 `{name}` 只能给一次。",
    "There can be only one operation named '{name}'.": "只能有一个名为 `{name}` 的操作。",
    "There can be only one fragment named '{name}'.": "只能有一个名为 `{name}` 的片段。",
    "There can be only one variable named '{name}'.": "变量 `{name}` 只能声明一次。",
    "The directive '{name}' can only be used once at this location.": "指令 `{name}` 在此处只能用一次。",
    "Unknown directive '{name}'.": "没有指令 `{name}`。",
    "Directive '{name}' may not be used on {place}.": "指令 `{name}` 不能用在 {place} 上。",
    "Unknown fragment '{name}'.": "没有片段 `{name}`。",
    "Unknown type '{name}'.{hint}": "没有类型 `{name}`。{hint}",
    "Fragment cannot condition on non composite type '{type}'.": "片段不能针对没有字段的类型 `{type}`。",
    "Fragment '{fragment}' cannot condition on non composite type '{type}'.": (
        "片段 `{fragment}` 不能针对没有字段的类型 `{type}`。"
    ),
    "Fragment cannot be spread here as objects of type '{parent}' can never be of type '{type}'.": (
        "此处的对象是 `{parent}`，不会是 `{type}`，不能用此片段。"
    ),
    "Fragment '{fragment}' cannot be spread here as objects of type '{parent}' can never be of type '{type}'.": (
        "此处的对象是 `{parent}`，不会是 `{type}`，不能用片段 `{fragment}`。"
    ),
    "Cannot spread fragment '{fragment}' within itself.": "片段 `{fragment}` 不能包含自身。",
    "Cannot spread fragment '{fragment}' within itself via {others}.": "片段 `{fragment}` 不能经 {others} 包含自身。",
    "Fragment '{fragment}' is never used.": "片段 `{fragment}` 没有用到。",
    "This anonymous operation must be the only defined operation.": "有多个操作时，每个操作都要有名称。",
    "Must provide operation name if query contains multiple operations.": (
        "有多个操作时，须以 `operationName` 指定一个。"
    ),
    "Must provide an operation.": "请求中没有操作。",
    "Unknown operation named '{name}'.": "没有名为 `{name}` 的操作。",
    "The {kind} operation is not supported by the schema.": "不支持 {kind} 操作。",
    "Schema is not configured to execute {kind} operation.": "不支持 {kind} 操作。",
    "Variable '{name}' is not defined by operation '{operation}'.": "操作 `{operation}` 没有声明变量 `{name}`。",
    "Variable '{name}' is not defined.": "没有声明变量 `{name}`。",
    "Variable '{name}' is never used in operation '{operation}'.": "操作 `{operation}` 没有用到变量 `{name}`。",
    "Variable '{name}' is never used in fragment '{fragment}'.": "片段 `{fragment}` 没有用到变量 `{name}`。",
    "Variable '{name}' is never used.": "变量 `{name}` 没有用到。",
    "Variable '{name}' cannot be non-input type '{type}'.": "变量 `{name}` 的类型 `{type}` 不能用作输入。",
    "Variable '{name}' of type '{type}' used in position expecting type '{wanted}'.": (
        "变量 `{name}` 的类型是 `{type}`，此处须为 `{wanted}`。"
    ),
    "Variable '{name}' is of type '{type}' but must be non-nullable to be used for OneOf Input Object '{input}'.": (
        "变量 `{name}` 的类型 `{type}` 须不可为空，才能用于 `{input}`。"
    ),
    "Fields '{field}' conflict because {reason}."
    " Use different aliases on the fields to fetch both if this was intentional.": (
        "两处 `{field}` 冲突：{reason}。如需同时取得，请用不同的别名。"
    ),
    "Spreads '{fragment}' conflict because {one} and {other} have different fragment arguments.": (
        "两处片段 `{fragment}` 冲突：{one} 与 {other} 的参数不同。"
    ),
    "{inner} and subfields '{field}' conflict because {reason}": "{inner}；下级字段 `{field}` 冲突：{reason}",
    "subfields '{field}' conflict because {reason}": "下级字段 `{field}` 冲突：{reason}",
    "'{one}' and '{other}' are different fields": "`{one}` 与 `{other}` 不是同一字段",
    "they have differing arguments": "参数不同",
    "they have overlapping stream directives": "流式指令重复",
    "they return conflicting types '{one}' and '{other}'": "类型 `{one}` 与 `{other}` 不同",
}

REQUESTS = {
    "Send one JSON object; batches are not accepted.": "请发送一个 JSON 对象；不接受批量请求。",
    "Send a form with one `subject` and one `file`.": "请提交含一个 `subject` 和一个 `file` 的表单。",
    "No GraphQL query found in the request": "请求中没有查询文本：请填写 `query`",
    "Can't get GraphQL operation type": "无法确定要执行哪个操作：请填写 `operationName`",
    'Unknown operation named "{text}".': "没有名为 `{text}` 的操作。",
    "{kind} are not allowed when using {method}": "{method} 请求不能执行 {kind}",
    "{kind} are not allowed": "不能执行 {kind}",
    "The GraphQL operation's `{key}` must be {wanted} or null, if provided.": "`{key}` 须为 {wanted} 或 null。",
    "Unable to parse request body as JSON": "请求体不是有效的 JSON",
    "Unable to parse the multipart body": "无法读取请求体中的表单",
    "File(s) missing in form data": "表单中缺少文件",
    "Unsupported content type": "不支持此类型的请求体",
    "Batching is not enabled": "不接受批量请求",
    "Too many operations": "操作过多",
    "Not Found": "没有此地址",
}

WORDS = {
    "<EOF>": "结尾",
    "a string": "文本",
    "an object": "对象",
    "queries": "查询",
    "mutations": "变更",
    "subscriptions": "订阅",
    "query": "查询",
    "mutation": "变更",
    "subscription": "订阅",
}
