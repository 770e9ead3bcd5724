"""Pure: cells that no spreadsheet takes for a formula.

A cell that starts with one of these signs is run as a formula by spreadsheet programs, even one that says to fetch an
address (OWASP, "CSV Injection"). An apostrophe before it makes it a text. Telephone numbers get one too: `+1 202 555
0125` would be a sum. Signs of full width are the same to spreadsheets in East Asian settings.
"""

import re

FORMULA = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")


def guarded(cell: str) -> str:
    """Put an apostrophe before a text that could be taken for a formula, or for one with an apostrophe."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Take the apostrophe away again."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell
