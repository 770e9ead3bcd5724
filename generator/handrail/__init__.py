"""Handrail: a static site generator for the resource hubs of peer-support groups.

A build is a line of pure stages between two that touch the disk:

    load → decode → link → plan → render → write          (check reads what render made)

`load` reads every source once. `decode` turns each into a typed entry. `link` joins entries into a site whose
references all hold. `plan` lists the outputs, each with a key that digests everything it is made from. `render`
makes the outputs whose key is new, and `write` puts them on disk. Every stage returns its problems as values.

Read `build`, which joins the stages; then `model`; then any kind (`kinds/`) and any format (`formats/`).
"""

__version__ = "0.1.0"
