"""A folder of results is swapped in whole, and a folder that is not ours is never touched."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from nutrition import output


def write_run(out, content):
    with output.replacing(out) as draft:
        (draft / "day_totals.csv").write_text(content)
        output.finish(draft, {"settings": {}})


def test_a_run_stands_with_its_record(tmp_path):
    out = tmp_path / "out"
    write_run(out, "one")
    assert (out / "day_totals.csv").read_text() == "one"
    assert json.loads((out / "run.json").read_text())["program"] == "mgca"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out"]


def test_a_second_run_replaces_the_first_whole(tmp_path):
    out = tmp_path / "out"
    write_run(out, "one")
    (out / "notes.txt").write_text("mine")
    write_run(out, "two")
    assert (out / "day_totals.csv").read_text() == "two"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out"]


@pytest.mark.parametrize("name", ["run.json", "diary.csv"])
def test_a_folder_that_is_not_ours_is_refused_and_untouched(tmp_path, name):
    out = tmp_path / "out"
    out.mkdir()
    (out / name).write_text('{"program": "another"}')
    with pytest.raises(output.OutputError, match="not empty"):
        write_run(out, "one")
    assert [p.name for p in out.iterdir()] == [name]


def test_a_file_in_the_way_is_refused(tmp_path):
    (tmp_path / "out").write_text("x")
    with pytest.raises(output.OutputError, match="is a file"):
        write_run(tmp_path / "out", "one")


@pytest.mark.parametrize("name", ["out.new", "out.previous"])
def test_somebody_elses_folder_beside_ours_is_never_touched(tmp_path, name):
    write_run(tmp_path / "out", "one")
    other = tmp_path / name
    other.mkdir()
    (other / "thesis.txt").write_text("mine")
    with pytest.raises(output.OutputError, match="not ours"):
        write_run(tmp_path / "out", "two")
    assert (other / "thesis.txt").read_text() == "mine"
    output.recover(tmp_path / "out")
    assert (tmp_path / "out" / "day_totals.csv").read_text() == "one"


def test_an_error_while_writing_leaves_the_old_run(tmp_path):
    out = tmp_path / "out"
    write_run(out, "one")
    with pytest.raises(KeyboardInterrupt), output.replacing(out) as draft:
        (draft / "day_totals.csv").write_text("half")
        raise KeyboardInterrupt
    assert (out / "day_totals.csv").read_text() == "one"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out"]


KILLED = """
import os, signal, sys
from pathlib import Path
from nutrition import output
calls = int(sys.argv[2])
def count(event, args):
    global calls
    if event.startswith(("os.", "shutil.", "open")):
        calls -= 1
        if calls == 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(count)
with output.replacing(Path(sys.argv[1])) as draft:
    (draft / "day_totals.csv").write_text("two")
    (draft / "rejects.csv").write_text("two")
    output.finish(draft, {"settings": {}})
"""


def test_killed_at_any_file_operation_leaves_the_old_run_or_the_new(tmp_path):
    """Kill at the n-th operation on the file system, for every n until the run outlives it."""
    states = []
    for moment in range(1, 200):
        out = tmp_path / str(moment) / "out"
        out.parent.mkdir()
        write_run(out, "one")
        command = [sys.executable, "-c", KILLED, str(out), str(moment)]
        ended = subprocess.run(command, check=False, cwd=Path(__file__).parents[2])
        output.recover(out)
        assert output.is_ours(out)
        assert [p.name for p in out.parent.iterdir()] == ["out"]
        content = (out / "day_totals.csv").read_text()
        assert content in ("one", "two")
        assert (content == "two") == (out / "rejects.csv").exists()
        states.append(content)
        if ended.returncode == 0:
            break
        assert ended.returncode == -signal.SIGKILL
    assert states[0] == "one"
    assert states[-1] == "two"
    assert len(states) > 20
    assert os.path.exists(out)  # noqa: PTH110 - the plain question


STOPPED = """
import os, signal, sys
from nutrition import cli
imports = int(sys.argv.pop(1))
def count(event, args):
    global imports
    if event == "import":
        imports -= 1
        if imports == 0:
            os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(count)
cli.entry()
"""


@pytest.mark.parametrize("imports", [1, 30, 300, 700, 900, 1000, 1100])
def test_stopped_while_modules_load_says_so_and_keeps_the_old_run(tmp_path, imports):
    """Ctrl-C at the n-th import of a batch; one that outlives it is complete."""
    diary, out = tmp_path / "diary.csv", tmp_path / "out"
    diary.write_text("person_id,day,food_id,amount,unit\na,1,sr28:11457,1,cup\n")
    write_run(out, "one")
    command = [sys.executable, "-c", STOPPED, str(imports), "batch", str(diary), "--out", str(out)]
    ended = subprocess.run(
        command, check=False, cwd=Path(__file__).parents[2], capture_output=True, text=True
    )
    assert [p.name for p in tmp_path.iterdir() if p != diary] == ["out"]
    if ended.returncode == 0:
        assert (out / "day_totals.csv").read_text() != "one"
        return
    assert (ended.returncode, ended.stderr) == (130, "mgca: stopped; nothing was changed.\n")
    assert (out / "day_totals.csv").read_text() == "one"
