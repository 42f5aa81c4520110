"""Tests of what people install: the bundle, the packages made of it and all desktops read; `make test-bundle`."""
