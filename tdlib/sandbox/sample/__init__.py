"""The sample Telegram: who is in it and what they said to each other.

Texts are data here; `script` reads them, `tdlib.sandbox.seed` puts everything into a world. It imports nothing but
`tdlib.sandbox.codec`, `tdlib.sandbox.world` and `tdlib.sandbox.drawing`.
"""
