"""Sentences in, propositions out: language knowledge only, nothing of the ontology.

From the bottom up: ``verbs`` and ``nouns`` hold the closed word classes, ``repair`` mends the parse
(with ``misread_verbs`` and ``misread_nouns``), ``forms`` tells what a verb form is, ``phrases`` what a noun
phrase names, ``subjects`` and ``arguments`` who takes part in a verb, ``polarity`` and ``modality`` (with
``auxiliaries`` and ``content_frames``) whether it is so, ``attribution`` who says it, ``predicates`` in
which words. ``facts`` puts all of this together as a proposition for the rules: ``clauses``, ``copulas``
and ``light_verbs`` read verbs; ``roles``, ``titles`` and ``events`` read nouns.
``quotes`` finds quoted words and their speakers.
"""
