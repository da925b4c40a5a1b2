# `make app` and `make test` need nothing but Python 3.11+ and make.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
LOCKS  := requirements/app.lock

.PHONY: app test check lint tests lock engines clean

app: $(VENV)/app.done
	$(BIN)/mgca app

test: $(VENV)/test.done
	$(MAKE) check

check: lint tests

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

tests:
	$(BIN)/python -m pytest -n 2

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "mgca needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/app.done: requirements/app.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/app.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/build.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/test.done: requirements/dev.lock $(VENV)/app.done
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/dev.lock
	touch $@

engines: $(VENV)/test.done requirements/engines.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/engines.lock

lock:
	uv pip compile --universal --generate-hashes --no-annotate --no-header --no-emit-index-url -q \
	  --python-version 3.11 pyproject.toml -o requirements/app.lock
	uv pip compile --universal --generate-hashes --no-annotate --no-header --no-emit-index-url -q \
	  --python-version 3.11 --extra dev --extra report pyproject.toml -c requirements/app.lock -o requirements/dev.lock
	uv pip compile --universal --generate-hashes --no-annotate --no-header --no-emit-index-url -q \
	  --python-version 3.11 --extra dask --extra spark pyproject.toml -c requirements/dev.lock -o requirements/engines.lock
	printf 'setuptools>=80\nwheel\n' | uv pip compile --universal --generate-hashes --no-annotate --no-header \
	  --no-emit-index-url -q --python-version 3.11 - -c requirements/dev.lock -o requirements/build.lock

clean:
	rm -rf $(VENV) build dist *.egg-info
