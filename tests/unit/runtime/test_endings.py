"""Exit codes in words."""

import pytest

from sentinel_toolkit.runtime.endings import ending_of


@pytest.mark.parametrize(
    ("code", "words", "advice"),
    [
        (0xC0000005, "exit code 0xC0000005: a library read memory that is not its own", "report it"),
        (0xC0000135, "exit code 0xC0000135: a library (DLL) is missing", "Make the environment anew"),
        (0xC0000409, "exit code 0xC0000409: a library found its own memory damaged, or gave up", "report it"),
        (0xC000013A, "exit code 0xC000013A: somebody ended it, or the session was closed", "Run it again"),
        (0xC0000017, "exit code 0xC0000017: the memory ran out", "Lower MEMORY_LIMIT"),
        (0xC0001234, "exit code 0xC0001234", ""),
        (3, "exit code 3", ""),
        (0, "exit code 0", ""),
    ],
)
def test_windows_s_codes_and_a_program_s_own(code, words, advice):
    ending = ending_of(code)
    assert ending.words == words
    assert advice in ending.advice
    assert bool(advice) == bool(ending.advice)


@pytest.mark.linux
@pytest.mark.parametrize(
    ("code", "words", "advice"),
    [
        (-9, "signal 9, SIGKILL: it was ended from outside, most likely because the memory ran out", "MEMORY_LIMIT"),
        (-11, "signal 11, SIGSEGV: a library read memory that is not its own", "report it"),
        (-6, "signal 6, SIGABRT: a library gave up", "report it"),
        (-15, "signal 15, SIGTERM: somebody ended it, or the session was closed", "Run it again"),
        (-10, "signal 10, SIGUSR1", ""),
        (-60, "signal 60", ""),  # of real time, without a name
    ],
)
def test_signals(code, words, advice):
    ending = ending_of(code)
    assert ending.words == words
    assert advice in ending.advice
