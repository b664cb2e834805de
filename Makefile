# sitegen: `make site` builds this repository's site, `make test` runs every test. Both install what is missing.

PREFIX ?= /usr/local
SWIFT ?= swift
SOURCES = Package.swift Sources Tests
# Where the toolchain has it, the Swift runtime goes into the program, which then starts sooner and runs where no Swift is.
STATIC = $(if $(wildcard $(dir $(realpath $(shell command -v $(SWIFT))))../lib/swift_static),--static-swift-stdlib)

# Inlines small functions across targets: a page reads thousands of values through the walls between them.
OPTIMIZED = -Xswiftc -cross-module-optimization

.PHONY: site test bench bench-growth build install setup setup-test format lint clean

site: build
	.build/release/sitegen build

build: setup
	$(SWIFT) build -c release --product sitegen $(STATIC) $(OPTIMIZED)

test: setup-test
	$(SWIFT) test
	.build/checkers/bin/python -m unittest discover --start-directory Tests/Checkers

# Measures sitegen beside Hugo: PAPERS is how many, DISK a folder to write into too, BENCH other options of compare.py.
PAPERS ?= 10000
COMPARE = python3 Benchmarks/Hugo/compare.py $(BENCH)

bench: build
	@.ci/setup --bench
	$(COMPARE) --papers $(PAPERS) $(if $(DISK),--disk $(DISK))

bench-growth: build
	@.ci/setup --bench
	$(COMPARE) --growth

setup:
	@.ci/setup

setup-test:
	@.ci/setup --test

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)
	@.ci/lint

clean:
	rm -rf .build .sitegen

# The program finds its themes in share/sitegen/themes beside the folder that it is in.
install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/sitegen
	install .build/release/sitegen $(DESTDIR)$(PREFIX)/bin/sitegen
	rm -rf $(DESTDIR)$(PREFIX)/share/sitegen/themes
	cp -R themes $(DESTDIR)$(PREFIX)/share/sitegen/themes
	install -m 644 Sources/Papers/Schema/record.schema.json $(DESTDIR)$(PREFIX)/share/sitegen
