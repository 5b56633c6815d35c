# Pathway Reader. Each target first sets up what it needs: packages in .venv, system libraries on Debian and Ubuntu.

SYSTEM := .venv/bin/python .ci/system.py
# What Python compiles is kept, whatever the environment says: else each process of the tests compiles all of them.
PYTEST := PYTHONDONTWRITEBYTECODE= .venv/bin/python -m pytest -q -n auto

.PHONY: run test test-all hunt check bench screenshots help-keys clean
.SILENT:

# Open the reader.
run: .venv/.ready
	if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	    echo "There is no display here to open a window on; these work without one:" \
	        ".venv/bin/pathway-reader outline, define TERM, print -o guide.pdf." >&2; \
	    exit 1; \
	fi
	$(SYSTEM) qt
	.venv/bin/pathway-reader

# The tests but the slow ones: under three minutes.
test: .venv/.ready-dev
	$(SYSTEM) qt pdf
	$(PYTEST)

# All tests, the slow ones, those of the authors' tools and those of a real printer too.
test-all: .venv/.ready-author
	$(SYSTEM) qt pdf cups
	$(PYTEST) -m ""

# New made-up cases, other ones each time, for the tests that make cases up: run before a release, mend what it finds.
hunt: .venv/.ready-dev
	$(SYSTEM) qt pdf
	$(PYTEST) -m "" --hypothesis-profile=default $$(grep -rl --include='test_*.py' "^from hypothesis" tests)

# Style, types and which way things point.
check: .venv/.ready-dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

# Speed and memory, as ratios measured in one run.
bench: .venv/.ready-bench
	$(SYSTEM) qt screen pdf
	.venv/bin/python -m tests.benchmarks

# The pictures in the README, and of every state in build/screenshots/, taken of the running program.
screenshots: .venv/.ready-bench
	$(SYSTEM) qt screen
	.venv/bin/python -m tests.pictures

# The keys in the help, from the table of commands: after every change of it.
help-keys: .venv/.ready-dev
	$(SYSTEM) qt
	.venv/bin/python -m tests.help_keys

clean:
	rm -rf .venv build dist .*_cache .hypothesis
	find reader tests -name __pycache__ -prune -exec rm -rf {} +

.venv/.ready: pyproject.toml
	.ci/environment

.venv/.ready-dev .venv/.ready-bench: .venv/.ready-%: pyproject.toml
	.ci/environment $*

.venv/.ready-author: .venv/.ready-dev
	$(SYSTEM) author
	.ci/environment author
