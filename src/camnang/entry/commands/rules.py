"""`soat --luat`: lists the rules that faults name in square brackets, or explains one."""

from __future__ import annotations

from collections.abc import Iterator

from camnang.entry.commands.verb import WrongCallError
from camnang.entry.rule_book import like, rule_groups, rules, spelled


def list_lines() -> Iterator[str]:
    """Yield all rules by group: the id and what it asks."""
    width = max(map(len, rules()))
    for group in rule_groups():
        yield f"{group.title}:"
        yield from (f"  {rule.id:<{width}}  {rule.asks}" for rule in group.rules)
    yield f"{len(rules())} luật. Hỏi một luật: thêm mã của nó vào sau --luat."


def explained(name: str) -> Iterator[str]:
    """Yield what a rule asks, why, and an example; raise `WrongCallError` for an id that does not exist."""
    rule = rules().get(spelled(name))
    if rule is None:
        near = ", ".join(like(name)) or "xem mọi luật bằng soat --luat"
        raise WrongCallError(f"Không có luật «{name}». Gần giống: {near}")
    yield from (rule.id, f"    cần: {rule.asks}", f"    vì: {rule.why}", f"    ví dụ: {rule.example}")


def told(name: str) -> int:
    """Print all rules when `name` is empty, else that one; return the exit code."""
    for line in explained(name) if name else list_lines():
        print(line)
    return 0
