# Everything happens in .venv, which is made from requirements.txt by the first target that needs it.

PYTHON ?= python3
PYTEST_ARGS ?= -n logical --maxprocesses 8
RUN := .venv/bin/python
PIP = $(shell $(PYTHON) -m pip --version >/dev/null 2>&1 && echo $(PYTHON) || echo $(RUN)) -m pip --python $(RUN)
INSTALL = $(PIP) install --quiet --no-deps --require-hashes --requirement
READY := .venv/.ready
# Python keeps what it has compiled: without that, every start takes two seconds more.
unexport PYTHONDONTWRITEBYTECODE
# What a finished .venv was made for: a moved project or a changed Python needs another.
export MADE_FOR = $(CURDIR) $(realpath .venv/bin/python)

.PHONY: help run test check fmt lock bench graphiql clean
.DEFAULT_GOAL := help

help: ## list the targets 列出所有目标
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

run: $(READY) ## serve on http://127.0.0.1:8000 启动服务
	@exec $(RUN) server.py serve

test: $(READY) ## run the tests 运行测试
	$(RUN) -m pytest $(PYTEST_ARGS)

check: $(READY) ## lint, types, layers, schema, machines, migrations 静态检查
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(RUN) server.py export-schema --check
	$(RUN) server.py export-machines --check
	$(RUN) server.py check-migrations

fmt: $(READY) ## format the code 格式化代码
	.venv/bin/ruff check --fix
	.venv/bin/ruff format

lock: $(READY) ## choose versions anew for requirements.txt 重新锁定依赖版本
	.venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-annotate --no-emit-index-url --group dev --output-file requirements.txt pyproject.toml

bench: $(READY) ## measure the speed 性能测量
	$(RUN) -m bench $(BENCH_ARGS)

graphiql: ## build the query page from its lock file (needs npm) 构建查询页面
	cd schema/graphiql && npm ci && npm run build

clean: ## remove .venv and caches, keep the data in .data 清除环境与缓存，保留数据
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name .data -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

ifneq ($(shell cat $(READY) 2>&1),$(MADE_FOR))
$(READY): venv
endif

# The file is written last, so that an interrupted set-up starts over. uv is much faster, but knows nothing of an index
# (a mirror, a folder of wheels) that pip's own settings name: there, and where uv finds no way, pip installs the same.
# Neither takes a file whose hash is not in the lock.
$(READY): requirements.txt
	@rm -f $@
	@{ ! $(PIP) config list | grep -E '\.(index-url|no-index)=' >/dev/null && \
	  sed -n '/^uv==/,/[^\\]$$/p' $< > .venv/uv.txt && $(INSTALL) .venv/uv.txt && \
	  .venv/bin/uv pip sync --quiet --require-hashes --compile-bytecode --python $(RUN) $<; } || $(INSTALL) $<
	@echo "$$MADE_FOR" > $@

.PHONY: venv
venv:
	@$(PYTHON) -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo '$(PYTHON) is missing or older than Python 3.11: install it, or run: make PYTHON=python3.12 ...' >&2; \
	  echo '$(PYTHON) 不存在或低于 Python 3.11：请安装，或运行：make PYTHON=python3.12 ...' >&2; exit 1; }
	@echo 'Preparing .venv (once) 正在准备 .venv（仅一次）'
	@$(PYTHON) -m venv --clear --without-pip .venv
	@$(PYTHON) -m pip --version >/dev/null 2>&1 || $(RUN) -m ensurepip >/dev/null 2>&1 || { \
	  echo '$(PYTHON) has no pip: install it (Debian, Ubuntu: apt install python3-pip).' >&2; \
	  echo '$(PYTHON) 缺少 pip：请安装（Debian、Ubuntu：apt install python3-pip）。' >&2; exit 1; }
