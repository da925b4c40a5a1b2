"""The walls: what each package may import, what importing costs, what no page computes."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
OURS = {"foods", "nutrition", "dashboard", "app"}
MAY_IMPORT = {
    "foods": {"foods"},
    "nutrition": {"foods", "nutrition", "app"},
    "dashboard": {"foods", "nutrition", "dashboard"},
}


def imports(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_each_package_imports_only_from_those_above_it(package):
    offenders = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in (ROOT / package).rglob("*.py")
        for name in imports(path)
        if name in OURS - MAY_IMPORT[package]
    }
    assert offenders == set()


def test_only_pages_import_streamlit():
    offenders = {
        str(path.relative_to(ROOT))
        for package in ("foods", "nutrition")
        for path in (ROOT / package).rglob("*.py")
        if "streamlit" in imports(path)
    }
    assert offenders == set()


@pytest.mark.parametrize("module", ["foods", "nutrition", "nutrition.cli", "foods.quantity"])
def test_importing_costs_nothing_heavy(module):
    heavy = "{'pandas', 'pint', 'scipy', 'streamlit', 'altair', 'duckdb', 'pyarrow', 'numpy'}"
    code = f"import sys, {module}; print(sorted({heavy} & set(sys.modules)))"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert told.stdout.strip() == "[]"


def test_a_coded_batch_imports_neither_pandas_nor_pint(tmp_path):
    diary = tmp_path / "diary.csv"
    diary.write_text("person_id,day,food_id,amount,unit\n1,1,sr28:11457,2,cup\n")
    code = (
        "import sys; from pathlib import Path; from nutrition.batch import Job, run; "
        f"run(Job((Path({str(diary)!r}),), Path({str(tmp_path / 'out')!r}))); "
        "print(sorted({'pandas', 'pint', 'scipy', 'streamlit'} & set(sys.modules)))"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert told.stdout.strip() == "[]"


def test_no_lock_or_setting_names_an_index():
    for path in [*(ROOT / "requirements").iterdir(), ROOT / "pyproject.toml", ROOT / "Makefile"]:
        text = path.read_text(encoding="utf-8")
        assert "://" not in text.replace("tcp://", ""), path.name
        assert "--index-url" not in text, path.name
