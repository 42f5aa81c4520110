"""`Typed`: what a person typed on the pages of one sign-in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Typed:
    """Stands on its page again when a person comes back to it; codes and passwords are not kept.

    Attributes:
        digits: the phone number with its calling code, without "+".
    """

    digits: str = ""
    first_name: str = ""
    last_name: str = ""
    email_address: str = ""
