"""``sentinel-toolkit JOB --key value``: the jobs for scripts and cron.

The result is JSON on stdout, all else goes to stderr. Exit codes are those of qgis_process: 0 where the job is done, 1
where it failed or was asked wrongly; 130 after Ctrl-C.
"""

from __future__ import annotations

import argparse
import ast
import functools
import importlib
import inspect
import json
import logging
import os
import re
import sys
import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NoReturn

from sentinel_toolkit import paths
from sentinel_toolkit.api.options import Option, options_of
from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.jobs import JOBS, Job

if TYPE_CHECKING:
    from sentinel_toolkit.contract.requests import Request

WITHOUT = ("set_up_environment",)  # the plugin's own
# Fields that name files, as the algorithms' parameters have them in lower case; the others keep their names.
FILES = {
    "scenes_path": "input",
    "rasters_path": "rasters",
    "fine_path": "fine",
    "coarse_path": "coarse",
    "pairs_path": "pairs",
    "zones_path": "zones",
    "samples_path": "samples",
    "scenes_table_path": "scenes",
    "table_path": "table",
}
TABLE_IS_OUTPUT = ("search_scenes", "scene_statistics", "find_scene_pairs", "index_time_series", "download_scenes")
HELP = {
    "input": "Scenes: what search_scenes wrote, a layer of QGIS, or a folder or product.",
    "zones": "Polygons or points: any vector file.",
    "rasters": "Rasters with their dates in their names or tags, separated by commas.",
}
_NUMBERS: dict[str, type] = {"int": int, "float": float, "float | None": float}
_METAVARS = {int: "N", float: "X", str: "TEXT"}
_NAME = re.compile(r"``(\w+)``")
_TABLE = re.compile(r"\b[A-Z][A-Z_]{3,}\b")  # the name of a list of what a field may hold


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(1, f"{self.prog}: {message}\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a job as the command line says; return the exit code."""
    parser = parser_of(arguments)
    _complete(parser)
    words = sys.argv[1:] if arguments is None else arguments
    given = vars(parser.parse_args(list(map(_hyphenated, words))))
    job, is_quiet = JOBS[given.pop("job")], given.pop("quiet")
    logging.basicConfig(
        stream=sys.stderr, level=logging.WARNING if is_quiet else logging.INFO, format="%(levelname)s: %(message)s"
    )
    from sentinel_toolkit.api.command_files import run_with_files

    try:
        result = run_with_files(job, {name: value for name, value in given.items() if value is not None}, not is_quiet)
    except ToolkitError as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.strerror or error}: {error.filename or ''}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped; nothing half-made is left.", file=sys.stderr)
        return 130
    json.dump(result, sys.stdout, allow_nan=False)
    print()
    return 0


def parser_of(arguments: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """Return the parser of the command; only the job that the arguments name gets its options, which takes a while."""
    parser = _Parser(prog="sentinel-toolkit", description="Sentinel Toolkit's jobs without QGIS.")
    parser.add_argument("--version", action="version", version=f"%(prog)s {paths.version()}")
    jobs = parser.add_subparsers(dest="job", metavar="JOB", required=True)
    words = sys.argv[1:] if arguments is None else list(arguments)
    for name, job in JOBS.items():
        if name in WITHOUT:
            continue
        text = _NAME.sub(functools.partial(_flag_of, job), inspect.getdoc(job.request) or "")
        first = text.partition("\n")[0]
        child = jobs.add_parser(name, help=first, description=text, aliases=[name.replace("_", "-")])
        child.set_defaults(job=name)
        if not words or name in (word.replace("-", "_") for word in words) or "_ARGCOMPLETE" in os.environ:
            _add_options(child, job)
    return parser


def _add_options(parser: argparse.ArgumentParser, job: Job[Any, Any]) -> None:
    request: type[Request] = job.request
    docs = field_docs(request)
    parser.add_argument("--quiet", action="store_true", help="Say warnings and errors only.")
    if "aoi_wkt" in docs or "aoi_wkt" in request.__dataclass_fields__:
        parser.add_argument("--area", help="west,south,east,north in degrees, or a vector file.")
    for field in (*request.INPUTS, *request.OUTPUTS, *request.FOLDERS, *_tables(request)):
        name = file_option(job, field)
        parser.add_argument(_flag(name), dest=field, metavar="PATH", help=_escaped(HELP.get(name, docs.get(field, ""))))
    if "zones_path" in request.__dataclass_fields__:
        parser.add_argument("--zone-field", help="The column with the zones' names.")
    for option in options_of(request):
        _add_option(parser, option, docs.get(option.field, ""))


def _add_option(parser: argparse.ArgumentParser, option: Option, doc: str) -> None:
    default = ",".join(option.default) if isinstance(option.default, tuple) else option.default
    text = _escaped(f"{doc} Default: {default}." if default not in ("", None) else doc)
    flag = _flag(option.name.rstrip("_"))
    if option.kind == "bool":
        parser.add_argument(flag, dest=option.field, action=argparse.BooleanOptionalAction, default=None, help=text)
    else:
        kind = _NUMBERS.get(option.kind, str)
        parser.add_argument(flag, dest=option.field, type=kind, metavar=_METAVARS[kind], help=text)


def file_option(job: Job[Any, Any], field: str) -> str:
    """Return the name of the option that a field of files has."""
    return "output" if field == "table_path" and job.name in TABLE_IS_OUTPUT else FILES.get(field, field)


def _tables(request: type[Request]) -> list[str]:
    """Return the fields of tables that are no outputs of their own: a download's, which may be an earlier run's."""
    known = {*request.INPUTS, *request.OUTPUTS, *request.FOLDERS}
    return [name for name in ("table_path",) if name in request.__dataclass_fields__ and name not in known]


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _flag_of(job: Job[Any, Any], name: re.Match[str]) -> str:
    """Return the option of a field that a text names."""
    return _flag(file_option(job, name[1]))


def _hyphenated(word: str) -> str:
    """Return an option as the parser has it: ``--max_cloud=40`` is ``--max-cloud=40``."""
    name, equals, value = word.partition("=")
    return f"{name.replace('_', '-')}{equals}{value}" if word.startswith("--") else word


def _escaped(text: str) -> str:
    return " ".join(text.replace("%", "%%").replace("``", "").split())


def field_docs(request: type[Request]) -> dict[str, str]:
    """Return what stands beneath the fields of a request and of its bases: field → text."""
    docs: dict[str, str] = {}
    for kind in reversed(request.__mro__[:-1]):
        body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
        assert isinstance(body, ast.ClassDef)  # noqa: S101  # nosec B101  (the source of a class)
        for field, text in zip(body.body, body.body[1:], strict=False):
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(text, ast.Expr):
                words = str(ast.literal_eval(text.value))
                docs[field.target.id] = _TABLE.sub(functools.partial(_spelt_out, kind), words)
    return docs


def _spelt_out(kind: type, name: re.Match[str]) -> str:
    """Return the values of a list that a text names, where the module of a request has it; else the name."""
    values = getattr(sys.modules[kind.__module__], name[0], None)
    texts = [value for value in values or () if isinstance(value, str) and value] if not isinstance(values, str) else []
    return ", ".join(texts) or name[0]


def _complete(parser: argparse.ArgumentParser) -> None:
    """Answer a shell that asks for completions: ``eval "$(register-python-argcomplete sentinel-toolkit)"``."""
    if "_ARGCOMPLETE" in os.environ:
        importlib.import_module("argcomplete").autocomplete(parser)


if __name__ == "__main__":
    sys.exit(main())
