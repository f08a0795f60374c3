"""The score of Mozilla's HTTP Observatory for a site's headers, computed again.

Rules and figures: github.com/mdn/mdn-http-observatory, `src/analyzer/tests/` and `src/grader/charts.js`. Cookies,
foreign scripts and CORS are not asked for: no page of ours has any.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from tests.site.hosting.policy_evaluator import directives_of, sources

BEST, BONUS_FROM = 100, 90
GRADES = {100: "A+", 90: "A", 85: "A-", 80: "B+", 70: "B", 65: "B-", 60: "C+", 50: "C", 45: "C-", 40: "D+", 30: "D"}
UNSAFE = {"'unsafe-inline'", "*", "https:", "http:", "data:"}
SIX_MONTHS = 15_768_000
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}


def policy_score(policy: str) -> int:
    """Return what the content policy gives or takes."""
    found = directives_of(policy)
    if not found:
        return -25
    scripts, styles = sources(found, "script-src"), sources(found, "style-src")
    if not scripts or {"'unsafe-inline'", "*", "https:", "http:", "data:"} & {
        *scripts,
        *sources(found, "object-src"),
    }:
        return -20
    if "'unsafe-eval'" in scripts:
        return -10
    if "'unsafe-inline'" in styles:
        return 0
    return 10 if found.get("default-src") == ["'none'"] else 5


def transport_score(header: str) -> int:
    """Return what `Strict-Transport-Security` takes."""
    age = re.search(r"max-age=(\d+)", header)
    if age is None:
        return -20
    return 0 if int(age[1]) >= SIX_MONTHS else -10


def scores(headers: Mapping[str, str], redirect: str) -> dict[str, int]:
    """Return what each rule gives or takes; `redirect` is where a plain `http://` address leads."""
    policy = headers.get("Content-Security-Policy", "")
    framing = directives_of(policy).get("frame-ancestors")
    return {
        "policy": policy_score(policy),
        "transport": transport_score(headers.get("Strict-Transport-Security", "")),
        "redirect": 0 if redirect.startswith("https://") else -20,
        "referrer": 5 if headers.get("Referrer-Policy", "") in PRIVATE else 0,
        "sniffing": 0 if headers.get("X-Content-Type-Options") == "nosniff" else -5,
        "framing": 5 if framing else (0 if headers.get("X-Frame-Options") else -20),
    }


def grade(headers: Mapping[str, str], redirect: str) -> str:
    """Return the grade; what rules give counts only for a site that is good without it."""
    each = scores(headers, redirect).values()
    without = BEST + sum(score for score in each if score < 0)
    total = without + (sum(score for score in each if score > 0) if without >= BONUS_FROM else 0)
    return next((name for least, name in GRADES.items() if total >= least), "F")
