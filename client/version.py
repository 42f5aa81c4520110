"""The version of Heliograph: the project file reads it here, and so need nobody look it up among installed packages."""

VERSION = "0.1.0"
