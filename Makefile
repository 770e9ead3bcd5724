# Every target sets up what it needs by itself: Python 3.11 or newer with venv, git and make are enough.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: site serve check test test-firefox audit lint types wheel-test bench reference screenshots clean help

site: $(READY)           ## build this repository's own hub into output/
	$(BIN)/handrail build

serve: $(READY)          ## show it in a browser, and rebuild while you edit
	$(BIN)/handrail serve

check: $(READY)          ## look for problems in the content and the finished pages
	$(BIN)/handrail check

test: $(VENV)/.test      ## run all tests, those in a real browser too
	sh tools/ensure-chromium
	$(BIN)/python -m pytest -m "not package and not browser and not firefox" -n auto
	$(BIN)/python -m pytest -m browser -n auto

test-firefox: $(VENV)/.test ## leaving the site, in Firefox; not among the others, since it takes a second browser
	sh tools/ensure-firefox
	$(BIN)/python -m pytest -m firefox

audit: tools/audit/node_modules/.ready ## let independent judges look at every page: HTML, accessibility, links, speed, feeds
	sh tools/ensure-chromium
	$(BIN)/python -m tools.audit

lint: $(VENV)/.lint      ## style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.lint $(VENV)/.test  ## types, strictly
	$(BIN)/mypy

wheel-test: $(VENV)/.test ## build the wheel, install it elsewhere, make a hub with it
	$(BIN)/python -m pytest -m package

bench: $(READY)          ## measure against other generators, those that are installed
	$(BIN)/python tools/bench.py

reference: $(READY)      ## write the generated parts of docs/ and schemas/
	$(BIN)/python tools/write_reference.py

screenshots: $(VENV)/.test site ## every kind of page at three widths, light and dark
	sh tools/ensure-chromium
	$(BIN)/python tools/screenshots.py output screenshots

clean:                   ## delete what was made
	rm -rf output .handrail screenshots dist tools/audit/node_modules $(VENV)

help:                    ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Handrail needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1,<27"
	$(BIN)/python -m pip install --quiet --editable .
	touch $@

$(VENV)/.test: $(READY)
	$(BIN)/python -m pip install --quiet --group test
	touch $@

$(VENV)/.audit: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --group audit
	touch $@

tools/audit/node_modules/.ready: $(VENV)/.audit tools/audit/package-lock.json
	$(BIN)/python -m tools.audit.install
	touch $@

$(VENV)/.lint: $(READY)
	$(BIN)/python -m pip install --quiet --group lint
	touch $@
