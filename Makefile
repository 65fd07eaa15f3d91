# Every target sets up .venv from the lock file first (bench-peers an environment of its own, .venv-peers);
# it needs python3 (3.11 or later) with venv, make and git.
PYTHON ?= python3
BIN := .venv/bin
EVAL ?= ../shared/eval

.PHONY: demo test test-spark check bench bench-large bench-peers quality lock clean

demo: .venv/.ready
	$(BIN)/factcheck demo

test: .venv/.ready
	$(BIN)/python -m pytest -n 2

test-spark: .venv-spark/.ready  # needs Java 17 or later as well
	.venv-spark/bin/python -m pytest tests/engines

check: .venv/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.ready .venv-peers/.ready
	$(BIN)/python -m bench.speed
	$(BIN)/python -m bench.scale.store 10000
	$(BIN)/python -m bench.scale 10000 100000

bench-large: .venv/.ready
	$(BIN)/python -m bench.scale 1000000 5000000 --systems "factcheck, files"

bench-peers: .venv-peers/.ready
	.venv-peers/bin/python -m bench.peers $(EVAL)

quality: .venv/.ready
	$(BIN)/python -m bench.quality $(EVAL)

lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --group dev -o requirements-dev.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header pyproject.toml --group dev --extra spark -o requirements-spark.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header bench/requirements-peers.in -o bench/requirements-peers.txt

clean:
	rm -rf .venv .venv-peers .venv-spark .mypy_cache .ruff_cache .pytest_cache .hypothesis dist build

.venv/.ready: requirements-dev.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "factcheck needs Python 3.11 or later")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	$(BIN)/python -m compileall -q claims cli
	touch $@

.venv-spark/.ready: requirements-spark.lock pyproject.toml
	test -x .venv-spark/bin/python || $(PYTHON) -m venv .venv-spark
	.venv-spark/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-spark.lock
	.venv-spark/bin/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	touch $@

.venv-peers/.ready: bench/requirements-peers.txt
	test -x .venv-peers/bin/python || $(PYTHON) -m venv .venv-peers
	.venv-peers/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r bench/requirements-peers.txt
	touch $@
