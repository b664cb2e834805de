# sitegen: `make site` builds this repository's site, `make test` runs every test. Both install what is missing.

PREFIX ?= /usr/local
SWIFT ?= swift
SOURCES = Package.swift Sources Tests

.PHONY: site test build setup setup-test format lint clean

site: build
	.build/release/sitegen build

build: setup
	$(SWIFT) build -c release --product sitegen

test: setup-test
	$(SWIFT) test
	.build/checkers/bin/python -m unittest discover --start-directory Tests/Checkers

setup:
	@.ci/setup

setup-test:
	@.ci/setup --test

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)

clean:
	rm -rf .build .sitegen
