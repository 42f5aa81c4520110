"""Tests of Heliograph; the folders mirror the source tree."""
