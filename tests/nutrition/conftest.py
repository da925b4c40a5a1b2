"""The command as a test calls it: in this process, in a clean home."""

import pytest


@pytest.fixture
def mgca(capsys, monkeypatch, tmp_path):
    """Run the command in a clean home; return exit code, output and errors."""
    from nutrition.cli import main

    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))

    def call(*words):
        code = main([str(word) for word in words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return call
