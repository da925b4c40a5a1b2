"""The page as `app.py` runs it, on the diary whose folder a file names: one server, many diaries.

A server and its first page cost seconds; `conftest.address` names another folder for each test.
"""

import os
import runpy
from pathlib import Path

os.environ["MGCA_DATA"] = Path(os.environ["MGCA_TEST_FOLDER"]).read_text(encoding="utf-8")
runpy.run_path(str(Path(__file__).resolve().parents[2] / "app.py"))
