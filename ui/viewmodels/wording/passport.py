"""Names of the documents that Telegram Passport keeps."""

from __future__ import annotations

from tdlib import types as td
from ui.viewmodels.wording.translation import translator

tr = translator("Passport")


def element(kind: td.PassportElementType) -> str:
    """Returns the name of a kind of document within a sentence."""
    return tr(_NAMES[type(kind)])


_NAMES: dict[type[td.TdObject], str] = {
    td.PassportElementTypePersonalDetails: "personal details",
    td.PassportElementTypePassport: "passport",
    td.PassportElementTypeDriverLicense: "driver's licence",
    td.PassportElementTypeIdentityCard: "identity card",
    td.PassportElementTypeInternalPassport: "internal passport",
    td.PassportElementTypeAddress: "address",
    td.PassportElementTypeUtilityBill: "utility bill",
    td.PassportElementTypeBankStatement: "bank statement",
    td.PassportElementTypeRentalAgreement: "rental agreement",
    td.PassportElementTypePassportRegistration: "registration page of the passport",
    td.PassportElementTypeTemporaryRegistration: "temporary registration",
    td.PassportElementTypePhoneNumber: "phone number",
    td.PassportElementTypeEmailAddress: "e-mail address",
}
