"""Every QML file is clean under qmllint, with the Python types known to it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from tests.helpers.qml_types import write_module

QML = Path(__file__).parents[2] / "ui" / "qml"
LINTER = Path(sys.executable).parent / "pyside6-qmllint"


@pytest.fixture(scope="module")
def warnings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What qmllint says, by file."""
    types = tmp_path_factory.mktemp("types")
    write_module(types)
    report = types / "report.json"
    imports = ["-I", str(QML), "-I", str(types), "-I", str(Path(PySide6.__file__).parent / "Qt" / "qml")]
    files = [str(path) for path in sorted(QML.rglob("*.qml"))]
    subprocess.run([str(LINTER), *imports, "--json", str(report), *files], capture_output=True, check=False)
    found = json.loads(report.read_text(encoding="utf-8"))["files"]
    return {
        str(Path(file["filename"]).relative_to(QML)): [
            f"{warning.get('line', 0)}: {warning['message']} [{warning.get('id', '')}]" for warning in file["warnings"]
        ]
        for file in found
    }


@pytest.mark.parametrize("path", sorted(QML.rglob("*.qml")), ids=lambda path: path.name)
def test_a_file_is_clean(path: Path, warnings: dict[str, list[str]]) -> None:
    assert warnings[str(path.relative_to(QML))] == []


def test_the_linter_knows_the_types(tmp_path: Path) -> None:
    """A property that no Python type has is reported; otherwise the test above could not fail for one."""
    write_module(tmp_path)
    wrong = tmp_path / "Wrong.qml"
    wrong.write_text(
        "import QtQuick\nimport Heliograph\n"
        "Item { id: root; required property ApplicationView application; visible: root.application.nothing }\n",
        encoding="utf-8",
    )
    said = subprocess.run([str(LINTER), "-I", str(tmp_path), str(wrong)], capture_output=True, text=True, check=False)
    assert "nothing" in said.stderr + said.stdout
