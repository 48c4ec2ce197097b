# `make demo` builds the graph of the seed article; `make test` checks everything. Both install what
# they need into .venv first, from locks with hashes, and take seconds when that is done already.

VENV := .venv
BIN := $(VENV)/bin
UV ?= uv

.PHONY: help demo test check sample lock floors screenshot clean

help:
	@echo "make demo        install, build the graph of seeds/, show where the page is and three answers"
	@echo "make test        install the test tools and a browser, check style, types and imports, run the tests"
	@echo "make check       style, types and imports only"
	@echo "make sample      refresh the committed sample in output/"
	@echo "make screenshot  refresh docs/page.png from output/graph.html"
	@echo "make lock        renew requirements.lock and requirements-test.lock (needs uv)"
	@echo "make clean       remove .venv and what tools left behind"

demo: $(VENV)/.demo-installed
	@$(BIN)/kg build seeds/ --out output
	@VENV=$(VENV) sh scripts/demo

test: check
	@browser=$$(VENV=$(VENV) sh scripts/find-browser) && KG_BROWSER="$$browser" $(BIN)/python -m pytest

check: $(VENV)/.test-installed
	@$(BIN)/ruff check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

sample: $(VENV)/.demo-installed
	@$(BIN)/kg build seeds/ --out output

screenshot: $(VENV)/.test-installed
	@browser=$$(VENV=$(VENV) sh scripts/find-browser) && KG_BROWSER="$$browser" $(BIN)/python scripts/screenshot.py output/graph.html docs/page.png

# One version for all supported Pythons, so that a build gives the same bytes on each.
lock:
	echo 'setuptools>=77' | $(UV) pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --upgrade --output-file requirements.lock pyproject.toml -
	echo 'setuptools>=77' | $(UV) pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-header --extra test --constraint requirements.lock \
		--output-file requirements-test.lock pyproject.toml -

$(VENV)/.demo-installed: requirements.lock pyproject.toml scripts/install
	@sh scripts/install $(VENV) requirements.lock
	@touch $@

$(VENV)/.test-installed: requirements-test.lock pyproject.toml scripts/install
	@sh scripts/install $(VENV) requirements-test.lock
	@touch $(VENV)/.demo-installed $@

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .import_linter_cache .hypothesis
