# What a person types. Every target sets up whatever it lacks; a second call finds it there.
SHELL := /bin/bash
PYTHON ?= $(firstword $(shell command -v python3.11 python3))
DEMO ?= demo
BENCH ?=
ARGS ?=

RUN := .venv/bin/python
CATALOGUE := resources/translations/id/LC_MESSAGES/smartcity_desktop.mo

# Programs that tests start over and over would otherwise be compiled each time.
unexport PYTHONDONTWRITEBYTECODE
# Many tests wait, for the disk or for the screen: one more process than cores keeps these busy.
WORKERS ?= $(shell echo $$(($$(getconf _NPROCESSORS_ONLN) + 1)))

.DEFAULT_GOAL := ready
.PHONY: ready demo run test check bench bundle bundle-check screenshots pages pages-approve \
	catalogues messages lock clean

# After plain `make` the program runs: .venv/bin/python main.py --help
ready: .venv/run.stamp $(CATALOGUE)

# The whole main job on the real list of regions, down to a verified signed report.
demo: ready
	$(RUN) main.py demo $(DEMO)

run: ready
	$(RUN) main.py $(ARGS)

test: .venv/dev.stamp .venv/programs.stamp $(CATALOGUE)
	$(RUN) -m pytest -n $(WORKERS) --dist loadscope --no-loadscope-reorder \
		--max-worker-restart=0 $(ARGS)

# What a change must pass besides the tests.
check: .venv/dev.stamp $(CATALOGUE)
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	.venv/bin/lint-imports --no-logo

# BENCH=--quick runs every measurement once, small, to see that it still runs.
bench: .venv/dev.stamp .venv/programs.stamp $(CATALOGUE)
	$(RUN) -m tests.benchmarks $(BENCH)

# One folder that runs without Python: dist/smartcity-desktop, and the same as one archive.
bundle: .venv/dev.stamp .venv/programs.stamp $(CATALOGUE)
	$(RUN) -m PyInstaller --noconfirm --log-level WARN pyinstaller.spec
	XZ_OPT=--threads=0 tar --create --xz --file dist/smartcity-desktop.tar.xz --directory dist smartcity-desktop

# Runs the bundle's own self-test, without any Python in reach, and looks at its size.
bundle-check: bundle
	.ci/bundle-check

# Pictures of every page, in both languages and appearances, on four screens, into out/.
screenshots: .venv/dev.stamp .venv/programs.stamp $(CATALOGUE)
	$(RUN) -m tests.ui.screenshots out/screenshots
	$(RUN) -m tests.ui.screenshots docs/screenshots --docs

# Which pages of the documents look different from the approved pictures; ARGS="rekapitulasi ..."
pages: .venv/dev.stamp $(CATALOGUE)
	$(RUN) -m tests.reports.page_pictures $(ARGS)

# After looking at every page that differs (out/pages): what they look like now is right.
pages-approve: .venv/dev.stamp $(CATALOGUE)
	$(RUN) -m tests.reports.page_pictures --approve $(ARGS)

catalogues: $(CATALOGUE)

# Collects the sentences of the code into the template and the translation, for a translator.
messages: .venv/run.stamp
	$(RUN) .ci/catalogues.py collect

# Writes the lock files anew from pyproject.toml.
lock: .venv/dev.stamp
	.ci/lock

clean:
	rm -rf .venv build dist $(CATALOGUE)

$(CATALOGUE): $(CATALOGUE:.mo=.po) .ci/catalogues.py .venv/run.stamp
	$(RUN) .ci/catalogues.py compile

$(RUN):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed.")'
	$(PYTHON) -m venv .venv || { rm -rf .venv; exit 1; }

.venv/run.stamp: requirements.lock | $(RUN)
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@

.venv/dev.stamp: requirements-dev.lock .venv/run.stamp
	$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@

.venv/programs.stamp: .ci/programs | $(RUN)
	.ci/programs
	touch $@
