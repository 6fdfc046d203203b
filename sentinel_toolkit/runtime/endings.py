"""How a worker ended that said nothing: signals, and Windows's codes, in words."""

from __future__ import annotations

import signal
from typing import NamedTuple

_LESS = "Lower MEMORY_LIMIT or THREADS, or choose a smaller area."
_AGAIN = "Run it again; if it happens again, report it with what is said here."
_REBUILD = "Make the environment anew (Set up environment)."
_OF_LIBRARY = "a library read memory that is not its own", _AGAIN
_OF_MEMORY = "the memory ran out", _LESS
_ENDED = "somebody ended it, or the session was closed", "Run it again."


class Ending(NamedTuple):
    """What an exit code means."""

    words: str
    """For the message: the code, and what it means where that is known."""
    advice: str
    """For the hint; may be empty."""


# Signal → what it means, and what to do.
_SIGNALS = {
    "SIGKILL": ("it was ended from outside, most likely because the memory ran out", _LESS),
    "SIGSEGV": _OF_LIBRARY,
    "SIGBUS": ("a file changed or vanished while it was read, or the disk is full", "Look at the disk. Run it again."),
    "SIGABRT": ("a library gave up", _AGAIN),
    "SIGFPE": ("a library computed what cannot be computed", _AGAIN),
    "SIGILL": ("a library needs another processor", "Choose another computer, or report it."),
    "SIGTERM": _ENDED,
    "SIGINT": _ENDED,
    "SIGHUP": _ENDED,
    "SIGXCPU": ("it used more time than this computer allows", "Choose a smaller area."),
    "SIGXFSZ": ("a file became larger than this computer allows", "Choose a smaller area or another folder."),
}
# Windows's code (NTSTATUS) → the same. https://learn.microsoft.com/openspecs/windows_protocols/ms-erref
_WINDOWS = {
    0xC0000005: _OF_LIBRARY,
    0xC0000006: ("a file could not be read to its end, often one on the network", "Copy the files to this computer."),
    0xC0000017: _OF_MEMORY,
    0xC000001D: _SIGNALS["SIGILL"],
    0xC000007B: ("a library is of another kind of Windows", _REBUILD),
    0xC00000FD: ("a library went too deep", _AGAIN),
    0xC000012D: _OF_MEMORY,
    0xC0000135: ("a library (DLL) is missing", f"{_REBUILD} A virus scanner may have taken it away."),
    0xC0000138: ("a library (DLL) is of another version", _REBUILD),
    0xC0000139: ("a library (DLL) is of another version", _REBUILD),
    0xC000013A: _ENDED,
    0xC0000142: ("a library (DLL) could not be started", _REBUILD),
    0xC0000374: ("a library damaged its memory", _AGAIN),
    0xC0000409: ("a library found its own memory damaged, or gave up", _AGAIN),
    0xC0000428: ("Windows does not trust a library", "Ask whoever keeps this computer to allow it."),
    0x40010004: _ENDED,
}
_FIRST_OF_WINDOWS = 0x40000000  # smaller codes are a program's own


def ending_of(code: int) -> Ending:
    """Return what the exit code of a process means: below 0 minus a signal's number, as Python has it.

    >>> ending_of(-9).words
    'signal 9, SIGKILL: it was ended from outside, most likely because the memory ran out'
    >>> ending_of(0xC0000135).words, ending_of(3)
    ('exit code 0xC0000135: a library (DLL) is missing', Ending(words='exit code 3', advice=''))
    """
    if code < 0:
        name = _name_of_signal(-code)
        how, known = f"signal {-code}{name and ', '}{name}", _SIGNALS.get(name)
    else:
        shown = f"0x{code:08X}" if code >= _FIRST_OF_WINDOWS else str(code)
        how, known = f"exit code {shown}", _WINDOWS.get(code)
    if known is None:
        return Ending(how, "")
    return Ending(f"{how}: {known[0]}", known[1])


def _name_of_signal(number: int) -> str:
    """Return the name of a signal; empty of one that has none (those of real time)."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return ""
