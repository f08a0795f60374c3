"""`sbom.cdx.json`: which packages made the site, from the lock (CycloneDX 1.6, https://cyclonedx.org/docs/1.6/json/)."""

from __future__ import annotations

import json
import re
import tomllib
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

NAME: Final = "sbom.cdx.json"
LOCK: Final = "requirements.lock"
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
FONT: Final = {"type": "file", "name": "Be Vietnam Pro", "licenses": [{"license": {"id": "OFL-1.1"}}]}


def components(lock: str) -> Iterator[dict[str, Any]]:
    """Yield each package of a lock; of two versions for two Pythons both."""
    for name, version in sorted(set(PIN.findall(lock))):
        address = f"pkg:pypi/{name.lower()}@{version}"  # github.com/package-url/purl-spec, «pypi»
        yield {"type": "library", "bom-ref": address, "name": name, "version": version, "purl": address}


def bill_of_materials(root: Path) -> bytes:
    """Return the bill of the handbook in `root`: no clock and no chance, its number follows from the lock."""
    lock = (root / LOCK).read_text(encoding="utf-8")
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    own = {"type": "application", "bom-ref": project["name"], "name": project["name"], "version": project["version"]}
    parts = [*components(lock), FONT]
    found = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, project['version'] + lock)}",
        "version": 1,
        "metadata": {"component": own},
        "components": parts,
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
