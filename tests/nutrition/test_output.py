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
    with output.replacing(out) as draft:
        (draft / "notes.csv").write_text("one")
        output.finish(draft, {})
    write_run(out, "two")
    assert contents(out) == {"day_totals.csv": "two"}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out"]


def contents(out):
    files = (p for p in out.rglob("*") if p.is_file() and p.name != "run.json")
    return {p.relative_to(out).as_posix(): p.read_text() for p in files}


def test_files_that_no_run_wrote_and_files_changed_since_go_along(tmp_path):
    out = tmp_path / "out"
    with output.replacing(out) as draft:
        (draft / "tables").mkdir()
        for name in ("day_totals.csv", "questions.csv", "items.parquet", "tables/days.csv"):
            (draft / name).write_text("one")
        output.finish(draft, {})
    (out / "plots").mkdir()
    (out / "empty").mkdir()
    (out / "plots" / "a.png").write_text("mine")
    (out / "tables" / "mine.txt").write_text("mine")
    (out / "rejects.csv").write_text("mine")
    (out / "questions.csv").write_text("answered")
    (out / "latest").symlink_to("plots")
    kept = []
    for content in ("two", "three"):
        with output.replacing(out, kept=kept) as draft:
            for name in ("day_totals.csv", "questions.csv", "rejects.csv"):
                (draft / name).write_text(content)
            output.finish(draft, {})
        assert contents(out) == {
            "day_totals.csv": content,
            "questions.csv": content,
            "questions.filled.csv": "answered",
            "plots/a.png": "mine",
            "rejects.csv": content,
            "rejects.kept.csv": "mine",
            "tables/mine.txt": "mine",
        }
        assert (out / "empty").is_dir()
        assert os.readlink(out / "latest") == "plots"  # noqa: PTH115 - the plain question
    assert kept[0] == (
        "Kept from the folder as it was: empty/, latest, plots/, questions.filled.csv, "
        "rejects.kept.csv and 1 other."
    )
    (out / "questions.csv").write_text("answered again")
    write_run(out, "four")
    assert (out / "questions.csv").read_text() == "answered again"
    assert (out / "questions.filled.csv").read_text() == "answered"


def test_a_run_of_before_there_were_hashes_is_told_by_names_and_times(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    for name in ("day_totals.csv", "questions.csv", "notes.csv", "mine.csv"):
        (out / name).write_text("old")
    (out / "run.json").write_text('{"program": "mgca"}')
    os.utime(out / "questions.csv", (4e9, 4e9))
    write_run(out, "new")
    assert contents(out) == {"day_totals.csv": "new", "questions.csv": "old", "mine.csv": "old"}


def test_files_go_along_where_the_disk_knows_no_second_names(tmp_path, monkeypatch):
    def refused(*_args):
        raise PermissionError

    monkeypatch.setattr(os, "link", refused)
    write_run(tmp_path / "out", "one")
    (tmp_path / "out" / "notes.txt").write_text("mine")
    write_run(tmp_path / "out", "two")
    assert contents(tmp_path / "out") == {"day_totals.csv": "two", "notes.txt": "mine"}


def test_a_link_to_a_folder_stays_and_the_folder_behind_it_is_swapped(tmp_path):
    real, link = tmp_path / "real", tmp_path / "here" / "link"
    link.parent.mkdir()
    link.symlink_to(real)
    write_run(link, "one")
    (real / "notes.txt").write_text("mine")
    write_run(link, "two")
    assert link.is_symlink()
    assert contents(real) == {"day_totals.csv": "two", "notes.txt": "mine"}
    assert [p.name for p in link.parent.iterdir()] == ["link"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["here", "real"]


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
    begun = False
    for _ in range(2):
        with pytest.raises(output.OutputError, match=f"{name} is in the way and not ours"):
            output.prepare(tmp_path / "out")
        with pytest.raises(output.OutputError, match=name), output.replacing(tmp_path / "out"):
            begun = True
    assert not begun
    assert (other / "thesis.txt").read_text() == "mine"
    output.recover(tmp_path / "out")
    assert (tmp_path / "out" / "day_totals.csv").read_text() == "one"


def test_a_complete_draft_that_cannot_be_swapped_in_is_cleared_and_the_right_folder_named(tmp_path):
    write_run(tmp_path / "out", "one")
    write_run(tmp_path / "out.new", "two")
    (tmp_path / "out.previous").mkdir()
    (tmp_path / "out.previous" / "thesis.txt").write_text("mine")
    with pytest.raises(output.OutputError, match=r"out\.previous is in the way"):
        output.prepare(tmp_path / "out")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out", "out.previous"]


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
    for moment in range(1, 400):
        out = tmp_path / str(moment) / "out"
        out.parent.mkdir()
        write_run(out, "one")
        (out / "plots").mkdir()
        (out / "plots" / "a.png").write_text("mine")
        (out / "day_totals.csv").write_text("one, changed")
        command = [sys.executable, "-c", KILLED, str(out), str(moment)]
        ended = subprocess.run(command, check=False, cwd=Path(__file__).parents[2])
        output.recover(out)
        assert output.is_ours(out)
        assert [p.name for p in out.parent.iterdir()] == ["out"]
        assert (out / "plots" / "a.png").read_text() == "mine"
        content = (out / "day_totals.csv").read_text().partition(",")[0]
        assert content in ("one", "two")
        mine = "day_totals.csv" if content == "one" else "day_totals.kept.csv"
        assert (out / mine).read_text() == "one, changed"
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


@pytest.mark.parametrize("suffix", [".previous", ".new"])
def test_a_link_beside_the_results_is_refused_and_what_is_behind_it_stays(tmp_path, suffix):
    write_run(tmp_path / "other", "other")
    write_run(tmp_path / "out", "one")
    (tmp_path / f"out{suffix}").symlink_to(tmp_path / "other")
    with pytest.raises(output.OutputError, match="in the way"):
        write_run(tmp_path / "out", "two")
    assert contents(tmp_path / "other") == {"day_totals.csv": "other"}
    assert contents(tmp_path / "out") == {"day_totals.csv": "one"}


def test_what_was_closed_to_others_stays_closed(tmp_path):
    out = tmp_path / "out"
    write_run(out, "one")
    for folder, mode in ((out / "private", 0o700), (out / "locked", 0o500)):
        folder.mkdir()
        (folder / "mine.txt").write_text("mine")
        folder.chmod(mode)
    out.chmod(0o700)
    write_run(out, "two")
    modes = {path.name: path.stat().st_mode & 0o777 for path in (out, *out.iterdir())}
    assert (modes["out"], modes["private"], modes["locked"]) == (0o700, 0o700, 0o500)
    assert contents(out)["locked/mine.txt"] == "mine"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out"]
    (out / "locked").chmod(0o700)
