"""Write docs/reference/ and schemas/ from the code, after a change to what they tell.

`PYTHONPATH=generator python tools/write_reference.py`
"""

from pathlib import Path

from handrail.json_schema import FOLDER, schema_files
from handrail.reference_docs import reference_pages
from handrail.scaffold.files import write_generated

REPOSITORY = Path(__file__).parents[1]
GENERATED = {"docs/reference": reference_pages, FOLDER: schema_files}


def main() -> None:
    """Write what differs, and say what it was."""
    for folder, make in GENERATED.items():
        for name in write_generated(REPOSITORY / folder, make()):
            print(f"{folder}/{name}")


if __name__ == "__main__":
    main()
