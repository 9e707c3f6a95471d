"""The reads that are measured: by name, the query and its variables as the administrator of one subdistrict."""

OPEN = "filter: {status: {in: [PLANNED, APPROVED, RUNNING]}}"

QUERIES: dict[str, str] = {
    "point": """{ projects(first: 1) { nodes {
        id title status grid { name } branch { name } claims(first: 5) { nodes { id status quantity } } } } }""",
    "list": f"""{{ projects(first: 50, {OPEN}, order: [{{field: CREATED_AT, direction: DESC}}]) {{ nodes {{
        id title status createdAt grid {{ id name community {{ id name }} }} branch {{ id name }}
        claims(first: 5) {{ nodes {{ id status quantity partner {{ id name }} }} }} }} }} }}""",
    "tree": """{ grids(first: 100) { nodes { id name projects(first: 5) { nodes {
        id title status claims(first: 3) { nodes { id status quantity } } } } } } }""",
    "stats": "{ projects { groups(by: [COMMUNITY, STATUS]) { key { community { name } status } count } } }",
}
