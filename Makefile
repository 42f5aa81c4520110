# Two commands do the set-up by themselves: `make demo` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test bench lint screenshots contact-sheet types translations bundle packages test-bundle clean

demo: $(VENV)/demo
	$(BIN)/heliograph --demo

test: $(VENV)/test
	$(BIN)/pytest

bench: $(VENV)/test
	$(BIN)/python -m tests.bench

lint: $(VENV)/test
	$(BIN)/pytest tests/test_lint.py tests/test_architecture.py tests/qml

screenshots: $(VENV)/demo
	$(BIN)/heliograph --demo --screenshot docs/screenshot-light.png --theme light --chat "Ridge walk"
	$(BIN)/heliograph --demo --screenshot docs/screenshot-dark.png --theme dark --chat "Ridge walk"

# Every kind of message in light and dark, as pages in build/contact-sheet; `ONLY=Poll` draws those alone.
contact-sheet: $(VENV)/test
	$(BIN)/python -m tests.contact_sheet build/contact-sheet --only "$(ONLY)"

# make types SCHEMA=path/to/td_api.tl COMMIT=sha VERSION=1.8.66
types: $(VENV)/test
	$(BIN)/python -m tdlib.generate $(SCHEMA) --commit $(COMMIT) --version $(VERSION)

# resources/translations: finds what there is to translate, and compiles what was translated
translations: $(VENV)/test
	$(BIN)/python packaging/translations.py

# One folder that starts without Python and Qt: dist/heliograph
bundle: $(VENV)/bundle
	$(BIN)/pyinstaller --noconfirm --log-level ERROR --distpath dist --workpath build packaging/heliograph.spec

# The bundle as a package for Debian and Ubuntu, and as an archive with an installer: dist/heliograph*
packages: bundle
	PYTHONPATH=. $(BIN)/python packaging/linux_packages.py dist/heliograph dist

test-bundle: packages $(VENV)/test
	$(BIN)/pytest tests/packaging

clean:
	rm -rf $(VENV) build dist

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(None if (3, 11) <= sys.version_info < (3, 14) else "Heliograph needs Python 3.11, 3.12 or 3.13; this is %d.%d. Name another: make PYTHON=python3.12 …" % sys.version_info[:2])'
	$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing: sudo apt install python3-venv"; exit 1; }

$(VENV)/demo: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[demo]'
	touch $@

$(VENV)/test: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	touch $@ $(VENV)/demo

$(VENV)/bundle: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bundle]'
	touch $@
