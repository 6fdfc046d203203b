"""Start of the worker process: load this package alone, whatever else lies beside it, and hand over."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path


def load_package() -> None:
    """Import sentinel_toolkit from this very folder without putting its neighbours on sys.path."""
    folder = Path(__file__).resolve().parents[1]
    spec = importlib.util.spec_from_file_location(
        "sentinel_toolkit", folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    if spec is None or spec.loader is None:
        raise ImportError(f"{folder} is no package")
    module = importlib.util.module_from_spec(spec)
    sys.modules["sentinel_toolkit"] = module
    spec.loader.exec_module(module)


if __name__ == "__main__":
    load_package()
    from sentinel_toolkit.worker.main import main

    sys.exit(main())
