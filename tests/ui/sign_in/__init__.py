"""The pages of an account that is not signed in."""
