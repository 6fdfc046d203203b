"""The planner of costs: its page tells what it reckons, and it reckons right."""

import subprocess
import sys
from pathlib import Path

import plan_costs
import pytest

ROOT = Path(__file__).resolve().parents[1]
SIMPLE = {"core_seconds": 10.0, "writing_core_seconds": 2.0, "read_mb": 100, "requests": 200, "written_mb": 30}


def test_the_page_shows_what_the_script_reckons():
    page = plan_costs.PAGE.read_text("utf-8")
    assert plan_costs.page_with(page, plan_costs.tables()) == page, "run scripts/plan_costs.py --write"


def test_it_starts_under_any_python():
    script = ROOT / "scripts" / "plan_costs.py"
    command = [sys.executable, "-I", "-S", str(script), "--tiles", "40", "--scenes", "30", "--bands", "4", "0", "0"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "| tiles | 40 |" in done.stdout
    assert "| scenes a tile, bands | 30, 4 |" in done.stdout


def test_a_work_like_the_measured_one_costs_what_was_measured(monkeypatch):
    monkeypatch.setattr(plan_costs, "TILE_SIDE", plan_costs.SIDE)
    work = plan_costs.Work("measured", 3600, plan_costs.DATES)
    cost = plan_costs.cost_of(work, measured=SIMPLE)
    again = plan_costs.AGAIN
    assert cost.core_hours == pytest.approx(10 * again)
    assert cost.read_tb == pytest.approx(3600 * 100 / 1e6 * again)
    assert cost.requests == pytest.approx(3600 * 200 * again)
    assert cost.written_tb == pytest.approx(3600 * 30 / 1e6)
    assert cost.month == pytest.approx(3600 * 30 / 1000 * 0.023)


@pytest.mark.parametrize(("scenes", "work"), [(16, 10), (32, 18), (0, 2)])
def test_reading_grows_with_the_scenes_and_writing_does_not(monkeypatch, scenes, work):
    monkeypatch.setattr(plan_costs, "TILE_SIDE", plan_costs.SIDE)
    cost = plan_costs.cost_of(plan_costs.Work("", 1, scenes), measured=SIMPLE)
    assert cost.core_hours * 3600 == pytest.approx(work * plan_costs.AGAIN)


def test_four_bands_are_a_third_of_the_work_and_more_of_the_bytes(monkeypatch):
    monkeypatch.setattr(plan_costs, "TILE_SIDE", plan_costs.SIDE)
    all_, four = (
        plan_costs.cost_of(plan_costs.Work("", 1, 16, bands), measured=SIMPLE) for bands in ((4, 6, 2), (4, 0, 0))
    )
    assert four.core_hours == pytest.approx(all_.core_hours / 3)
    assert four.read_tb == pytest.approx(all_.read_tb * 4.25 / (5.75 + 2 / 36))


def test_hours_are_those_of_what_takes_longer():
    cost = plan_costs.Cost(850, 0, 0, 0, 0, 0, 0)
    assert plan_costs.hours_of(cost, 100) == pytest.approx(10)
    slow = cost._replace(read_tb=plan_costs.MACHINE_MB_S * 3600 * 12.5 * 20 / 1e6)
    assert plan_costs.hours_of(slow, 100) == pytest.approx(20)


def test_what_was_published_stands_beside_it():
    text = plan_costs.tables()
    assert "| batch jobs | 21,000 | 21,000 composites |" in text
    assert "| written | 33 TB" in text
