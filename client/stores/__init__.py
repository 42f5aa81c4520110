"""What is known, one noun a file: kept up to date by updates, read by everybody, changed by nobody else.

May import tdlib.types, client.changes and client.text; nothing that can send a request.
"""
