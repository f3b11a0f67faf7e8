# SPDX-License-Identifier: Apache-2.0
# The two commands of the README: `make demo` and `make test`. Everything else is for maintainers.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL := $(PIP) install --no-compile
NEEDS := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
WORKERS ?= 2
REFERENCE ?= reference
SIZE ?= 750000
SHARE ?= 1
MEMORY := $(shell df --output=avail /dev/shm 2>/dev/null | awk 'NR == 2 && $$1 > 4000000 { print "/dev/shm" }')

export PYTHONDONTWRITEBYTECODE :=
export OPENBLAS_NUM_THREADS := 1

.PHONY: demo test meanwhile tests lint types check bundle lock pictures test-cluster show schema dependencies site pdq-reference reference reference-kill older-case heic-fixtures weights accuracy glyphs validation tamper crash hostile clean

demo: $(VENV)/.runtime  ## a made-up case, the whole line, then the desk
	$(BIN)/suluh demo demo

ifdef ONE
test: $(VENV)/.development  ## with ONE=tests/file.py, or tests/file.py::test_name: that and nothing else
	$(BIN)/python -m pytest -q $(ONE)
else
test: check
endif

check: lint  ## every check; the page tests need a Chromium and are skipped by name without one
	@$(MAKE) --no-print-directory -j 2 meanwhile tests

meanwhile: $(VENV)/.development  ## what `check` does beside the tests: compile once what each of their processes calls, then look at types
	$(BIN)/python -m tests.compiling
	$(BIN)/mypy

tests: $(VENV)/.development  ## every test, and nothing else
	PYTEST_DEBUG_TEMPROOT=$(MEMORY) $(BIN)/python -m pytest -n $(WORKERS) --dist loadscope --no-loadscope-reorder -q

lint: $(VENV)/.development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.development
	$(BIN)/mypy

$(VENV)/.runtime: requirements.lock pyproject.toml
	@$(PYTHON) -c '$(NEEDS)' || { echo "Suluh needs Python 3.11 or newer with its venv module (Debian: python3-venv); name another one with PYTHON=..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --require-hashes --only-binary :all: -r requirements.lock
	$(INSTALL) --no-deps --no-index --no-build-isolation --editable .
	@touch $@

$(VENV)/.development: $(VENV)/.runtime requirements-dev.lock
	$(INSTALL) --require-hashes --only-binary :all: -r requirements-dev.lock
	@touch $@

bundle: $(VENV)/.runtime  ## one folder that installs on a box without any network
	$(BIN)/python -m tools.bundle bundle

lock:  ## renew the locked dependencies; needs the program uv
	uv pip compile pyproject.toml --extra build --universal --python-version 3.11 --upgrade --generate-hashes \
	  --no-emit-index-url --no-header --no-annotate -o requirements.lock
	uv pip compile pyproject.toml --extra build --extra dev -c requirements.lock --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-header --no-annotate -o requirements-dev.lock

weights: $(VENV)/.runtime  ## suluh/deals/weights anew from training/corpus; a quarter of an hour
	$(BIN)/python -m training.fit

accuracy: $(VENV)/.runtime  ## docs/accuracy.md: deals on worlds of every writer, read by weights that the writer had no part in
	$(BIN)/python -m training.accuracy

validation: $(VENV)/.development  ## validation.json from what was counted; ONLY=near counts that anew, ONLY=all everything in half an hour
	$(BIN)/python -m tools.validation $(ONLY)

schema: $(VENV)/.runtime  ## docs/schema.md from the nouns
	$(BIN)/python tools/schema.py docs/schema.md

dependencies: $(VENV)/.runtime  ## docs/dependencies.md from the lock and what is installed; fails on a licence
	$(BIN)/python tools/dependencies.py docs/dependencies.md

SITE ?= site
site: $(VENV)/.development  ## the documentation as pages in SITE, which open without a network
	$(BIN)/python -m tools.site $(SITE)

glyphs: $(VENV)/.runtime  ## which characters the fonts of papers show, after a new version of typst
	$(BIN)/python tools/glyphs.py

pictures: $(VENV)/.development  ## a picture of each desk page in both languages; needs Chromium
	$(BIN)/python -m tools.pictures docs/pictures

test-cluster: $(VENV)/.cluster  ## the workers of several machines, as nodes of this one
	$(BIN)/python -m pytest -q tests/workers/test_post.py tests/workers/test_ray.py

$(VENV)/.cluster: $(VENV)/.development
	$(PIP) install --only-binary :all: --no-build-isolation --editable '.[cluster]'
	@touch $@

show: $(VENV)/.development  ## the lines of TOPIC, or those that ONLY names: figure, goal, pass or short; QUICK=1 for small sizes
	$(BIN)/python -m tools.show $(or $(TOPIC),$(if $(ONLY),ground)) $(ONLY)

reference: $(VENV)/.development  ## the line on 10,000 to 750,000 made-up pictures: figures and charts; takes an hour and 10 GB
	$(BIN)/python -m tools.reference all $(REFERENCE)

reference-kill: $(VENV)/.development  ## a case of SIZE pictures whose run is killed at drawn moments, beside an undisturbed one
	$(BIN)/python -m tools.reference kill $(REFERENCE) --sizes $(SIZE)

tamper: $(VENV)/.development  ## changes of every kind to cases, packages and exhibits, SHARE=1 of them: found and named; half an hour on two processors
	$(BIN)/python -m tools.tamper $(SHARE)

crash: $(VENV)/.development  ## kills, killed workers, full and bad disks and lost power in the middle of acts, SHARE=1 of them; needs strace; an hour on two processors
	$(BIN)/python -m tools.crash $(SHARE)

hostile: $(VENV)/.development  ## 10,000 malformed files and 30 bombs, SHARE=1 of them, through the locked workers and as an exhibit
	$(BIN)/python -m bench.hostile $(SHARE)

older-case: $(VENV)/.development  ## a case of this version, VERSION=0.2.0, which every later one must open and verify
	$(BIN)/python -m tools.older tests/data/older/$(VERSION)

pdq-reference:  ## tests/data/hashing/pdq.csv anew, by Meta's own code; needs a C++ compiler
	$(PYTHON) -m venv $(VENV)-pdq
	$(VENV)-pdq/bin/pip --disable-pip-version-check --quiet install numpy==2.4.6 pdqhash==0.2.8
	$(VENV)-pdq/bin/python tools/pdq_reference.py

heic-fixtures:  ## tests/data/hashing/heic anew; the encoder is under the GPL, so in an environment of its own
	$(PYTHON) -m venv $(VENV)-heic
	$(VENV)-heic/bin/pip --disable-pip-version-check --quiet install numpy==2.4.6 pillow-heif==1.4.0
	$(VENV)-heic/bin/python tools/heic_fixtures.py

clean:
	rm -rf $(VENV) $(VENV)-pdq $(VENV)-heic build bundle demo site
