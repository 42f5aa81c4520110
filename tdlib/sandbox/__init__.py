"""A local Telegram for demo, development and tests: an MTProto server on loopback with people in it.

It may import the standard library, the packages of the `demo` extra, and of the project only `tdlib.library`'s
`library_path`. Only `ui.app --demo` and tests import it.
"""
