"""Composite rules: how one observation is made of many, or chosen among them.

All take a stack of int16, shape (time, band, y, x), packed reflectance with -32768 where a pixel has no usable
observation, dates ascending. Rules that choose one observation take dates on which every band is usable, and all bands
from the same date.
"""

from __future__ import annotations

import numba
import numpy as np
from numpy.typing import NDArray

from sentinel_toolkit.core.pixels.temporal import NODATA, median

Int16Array = NDArray[np.int16]
FloatArray = NDArray[np.float64]
MIN_RED_PLUS_NIR = 500  # reflectance x 10000: below, the quotient of NDVI is noise (water, deep shadow)
GEOMEDIAN_STEP = 10.0  # reflectance x 10000 (0.001): the search ends when it moves less
GEOMEDIAN_MIN_DATES = 3  # of two points every point between them is a median
GEOMEDIAN_MAX_STEPS = 200  # Weiszfeld's steps shrink geometrically; real series need some ten


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _mean(stack: Int16Array, values: Int16Array, counts: Int16Array) -> None:
    times, bands, height, width = stack.shape
    for y in range(height):
        for x in range(width):
            for b in range(bands):
                n, total = 0, 0
                for t in range(times):
                    if stack[t, b, y, x] != NODATA:
                        n += 1
                        total += stack[t, b, y, x]
                values[b, y, x] = np.int16(np.rint(total / n)) if n else NODATA
                counts[y, x] = max(counts[y, x], n)


def mean(stack: Int16Array) -> tuple[Int16Array, Int16Array]:
    """Return the mean over time, band by band, halves to even, and the observations of the band that has most.

    >>> values, counts = mean(np.array([100, NODATA, 301], np.int16).reshape(3, 1, 1, 1))
    >>> int(values[0, 0, 0]), int(counts[0, 0])
    (200, 2)
    """
    values, counts = np.empty(stack.shape[1:], np.int16), np.zeros(stack.shape[2:], np.int16)
    _mean(stack, values, counts)
    return values, counts


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _is_complete(stack: Int16Array, t: int, y: int, x: int) -> bool:
    for b in range(stack.shape[1]):  # noqa: SIM110 (numba compiles no generator)
        if stack[t, b, y, x] == NODATA:
            return False
    return True


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _latest(stack: Int16Array, chosen: Int16Array) -> None:
    for y in range(chosen.shape[0]):
        for x in range(chosen.shape[1]):
            t = stack.shape[0] - 1
            while t >= 0 and not _is_complete(stack, t, y, x):
                t -= 1
            chosen[y, x] = t


def latest(stack: Int16Array) -> Int16Array:
    """Return the index of the most recent complete observation of each pixel; -1 where there is none."""
    chosen = np.empty(stack.shape[2:], np.int16)
    _latest(stack, chosen)
    return chosen


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _max_ndvi(stack: Int16Array, red: int, nir: int, chosen: Int16Array) -> None:
    for y in range(chosen.shape[0]):
        for x in range(chosen.shape[1]):
            best, found = -1, -2.0
            for t in range(stack.shape[0]):
                total = np.int32(stack[t, nir, y, x]) + stack[t, red, y, x]
                if total <= MIN_RED_PLUS_NIR or not _is_complete(stack, t, y, x):
                    continue
                ndvi = (np.int32(stack[t, nir, y, x]) - stack[t, red, y, x]) / total
                ndvi = min(max(ndvi, -1.0), 1.0)
                if ndvi > found:
                    best, found = t, ndvi
            chosen[y, x] = best


def max_ndvi(stack: Int16Array, red: int, nir: int) -> Int16Array:
    """Return the index of the observation with the largest NDVI, clipped to ±1; the earliest of equals.

    Holben (1986), doi:10.1080/01431168608948945. Only observations with red + NIR above 0.05 take part: a pixel that
    has none (water, for example) is -1.

    Parameters
    ----------
    stack : shape (time, band, y, x)
    red, nir
        Which bands they are.
    """
    chosen = np.empty(stack.shape[2:], np.int16)
    _max_ndvi(stack, red, nir, chosen)
    return chosen


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _complete(stack: Int16Array, y: int, x: int, spectra: FloatArray, places: NDArray[np.int64]) -> int:
    """Fill in the spectra of a pixel's complete observations and their places in time; return how many."""
    times, bands = stack.shape[:2]
    n = 0
    for t in range(times):
        is_complete = True
        for b in range(bands):
            spectra[n, b] = stack[t, b, y, x]
            is_complete &= stack[t, b, y, x] != NODATA
        places[n] = t
        n += is_complete
    return n


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _distance(spectrum: FloatArray, other: FloatArray) -> float:
    square = 0.0
    for b in range(spectrum.size):
        square += (spectrum[b] - other[b]) ** 2
    distance: float = np.sqrt(square)
    return distance


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _medoid(stack: Int16Array, chosen: Int16Array) -> None:
    times, bands, height, width = stack.shape
    spectra, places = np.empty((times + 1, bands), np.float64), np.empty(times + 1, np.int64)
    sums = np.empty(times + 1, np.float64)
    for y in range(height):
        for x in range(width):
            n = _complete(stack, y, x, spectra, places)
            sums[:n] = 0
            for i in range(n):
                for j in range(i):
                    distance = _distance(spectra[i], spectra[j])
                    sums[i] += distance
                    sums[j] += distance
            chosen[y, x] = places[np.argmin(sums[:n])] if n else -1


def medoid(stack: Int16Array) -> Int16Array:
    """Return the index of the observation with the smallest sum of distances to all others, in the space of the bands.

    Flood (2013), doi:10.3390/rs5126481. The earliest of equals; -1 where no observation is complete.
    """
    chosen = np.empty(stack.shape[2:], np.int16)
    _medoid(stack, chosen)
    return chosen


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _weiszfeld(spectra: FloatArray, centre: FloatArray, moved: FloatArray) -> tuple[float, float]:
    """Move ``centre`` towards the geometric median of spectra by one step; return its length and the least distance."""
    weights, nearest = 0.0, np.inf
    moved[:] = 0
    for i in range(spectra.shape[0]):
        distance = max(_distance(spectra[i], centre), 1e-3)  # a date that is met exactly divides by no 0
        nearest = min(nearest, distance)
        weight = 1 / distance
        weights += weight
        for b in range(centre.size):
            moved[b] += weight * spectra[i, b]
    for b in range(centre.size):
        moved[b] /= weights
    step = _distance(moved, centre)
    centre[:] = moved
    return step, nearest


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _set_free(spectra: FloatArray, centre: FloatArray, pull: FloatArray) -> float:
    """Move ``centre`` away from observations that hold it though the others pull more strongly; return the step.

    Beside an observation, Weiszfeld's steps are short wherever the median lies: its weight is 1 / distance. Each
    observation that is near holds with a pull of 1, and what the others pull beyond that moves the centre (Vardi and
    Zhang 2000, doi:10.1073/pnas.97.4.1423).
    """
    weights, near = 0.0, 0
    pull[:] = 0
    for i in range(spectra.shape[0]):
        distance = _distance(spectra[i], centre)
        if distance < GEOMEDIAN_STEP:
            near += 1
            continue
        weights += 1 / distance
        for b in range(centre.size):
            pull[b] += (spectra[i, b] - centre[b]) / distance
    strength = np.sqrt((pull**2).sum())
    if strength <= near or near == 0:
        return 0.0
    step: float = (strength - near) / weights
    for b in range(centre.size):
        centre[b] += pull[b] / strength * step
    return step


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _geomedian(stack: Int16Array, result: Int16Array) -> None:
    """Replace the values of pixels with enough complete observations by their geometric median."""
    times, bands, height, width = stack.shape
    spectra, places = np.empty((times + 1, bands), np.float64), np.empty(times + 1, np.int64)
    centre, moved = np.empty(bands, np.float64), np.empty(bands, np.float64)
    for y in range(height):
        for x in range(width):
            n = _complete(stack, y, x, spectra, places)
            if n < GEOMEDIAN_MIN_DATES:
                continue
            for b in range(bands):
                centre[b] = spectra[:n, b].mean()
            for _ in range(GEOMEDIAN_MAX_STEPS):
                step, nearest = _weiszfeld(spectra[:n], centre, moved)
                if step < GEOMEDIAN_STEP and nearest < 2 * GEOMEDIAN_STEP:
                    step = _set_free(spectra[:n], centre, moved)
                if step < GEOMEDIAN_STEP:
                    break
            for b in range(bands):
                result[b, y, x] = np.int16(np.rint(centre[b]))


def geomedian(stack: Int16Array) -> tuple[Int16Array, Int16Array]:
    """Return the geometric median over time, and the observations of the band that has most.

    The spectrum with the smallest sum of distances to those of all complete observations, found by Weiszfeld's steps
    from their mean until one is shorter than 0.001 (Roberts et al. 2017, doi:10.1109/TGRS.2017.2723896) and no
    observation beside it holds it back. Pixels with fewer than three complete observations get the median, band by
    band.
    """
    values, counts = median(stack)
    _geomedian(stack, values)
    return values, counts


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _take(stack: Int16Array, chosen: Int16Array, values: Int16Array, counts: Int16Array) -> None:
    times, bands, height, width = stack.shape
    for y in range(height):
        for x in range(width):
            for t in range(times):
                counts[y, x] += _is_complete(stack, t, y, x)
            for b in range(bands):
                values[b, y, x] = stack[chosen[y, x], b, y, x] if chosen[y, x] >= 0 else NODATA


def take(stack: Int16Array, chosen: Int16Array) -> tuple[Int16Array, Int16Array]:
    """Return the values (band, y, x) of the chosen dates, -32768 where none was, and the complete observations."""
    values, counts = np.empty(stack.shape[1:], np.int16), np.zeros(stack.shape[2:], np.int16)
    _take(stack, chosen, values, counts)
    return values, counts
