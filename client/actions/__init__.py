"""What can be done, one family of verbs a file: with client.account and client.auth the only senders of requests.

May import tdlib, client.stores and the rest of client except account and session.
"""
