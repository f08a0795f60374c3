"""The glossary in the reader's language: hard words, and the Vietnamese words that a translation keeps."""

from __future__ import annotations

from camnang.handbook.facts.facts import Facts
from camnang.handbook.facts.glossary import Term
from camnang.handbook.facts.languages import Language
from camnang.site.views.learning import LoanView, TermView


def translated_meanings(facts: Facts, code: str) -> dict[str, str]:
    """Return the meanings that exist in the language `code`, by term id."""
    data = facts.translated_data.get((code, "glossary"))
    return {name: words["meaning"] for name, words in data.entries.items()} if data else {}


def terms_in(facts: Facts, code: str) -> tuple[Term, ...]:
    """Return the glossary with the meanings of the language `code` where it has them."""
    own = translated_meanings(facts, code)
    return tuple(term.model_copy(update={"meaning": own.get(term.id, term.meaning)}) for term in facts.glossary)


def term_views(facts: Facts, language: Language) -> tuple[TermView, ...]:
    """Return the hard words, each with the language of its meaning."""
    own = translated_meanings(facts, language.code)
    return tuple(
        TermView(
            id=term.id,
            term=term.term,
            also=term.also,
            meaning=own.get(term.id, term.meaning),
            language=language.code if term.id in own else facts.original.code,
        )
        for term in facts.glossary
    )


def loan_views(facts: Facts, language: Language) -> tuple[LoanView, ...]:
    """Return the Vietnamese words that the language's pages keep, in their order; none in Vietnamese."""
    entries = facts.lexicon.entries.get(language.code, {})
    loans = (entry for entry in entries.values() if entry.kind == "loan" and entry.meaning.lower() != entry.word)
    return tuple(LoanView(entry.word, entry.meaning) for entry in sorted(loans, key=lambda entry: entry.word))
