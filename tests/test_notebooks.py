"""The notebooks run as they stand, use only what kg offers, and are stored without outputs."""

import json
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture
def same_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel named python3 that is this very interpreter, whatever else the machine has installed."""
    folder = tmp_path / "jupyter" / "kernels" / "python3"
    folder.mkdir(parents=True)
    argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    spec = {"argv": argv, "display_name": "Python 3", "language": "python"}
    (folder / "kernel.json").write_text(json.dumps(spec), "utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    monkeypatch.setenv("JUPYTER_PREFER_ENV_PATH", "0")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "runtime"))
    assert KernelSpecManager(ensure_native_kernel=False).get_kernel_spec("python3").argv[0] == sys.executable


@pytest.mark.usefixtures("same_python")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path, tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    shutil.copytree(ROOT / "seeds", work / "seeds")
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    manager = _client(notebook, work)
    manager.execute()
    shown = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [output for output in shown if output.output_type == "error"]
    assert any("<iframe" in _data(output).get("text/html", "") for output in shown)
    assert sorted(entry.name for entry in work.iterdir()) == ["seeds"]


def _client(notebook: Any, work: Path) -> NotebookClient:
    from jupyter_client.manager import AsyncKernelManager

    kernels = KernelSpecManager(ensure_native_kernel=False)
    manager = AsyncKernelManager(kernel_name="python3", kernel_spec_manager=kernels)
    return NotebookClient(notebook, km=manager, timeout=120, resources={"metadata": {"path": str(work)}})


def _data(output: Any) -> Mapping[str, str]:
    return output.get("data", {})  # type: ignore[no-any-return]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_stored_without_outputs(path: Path) -> None:
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            assert (cell["outputs"], cell["execution_count"]) == ([], None)
