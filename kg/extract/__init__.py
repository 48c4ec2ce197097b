"""Sentences in, propositions out: language knowledge only, nothing of the ontology.

``repair`` mends the parse, ``phrases`` finds what a noun phrase names, ``arguments`` who takes part
in a verb, ``clauses`` and ``nominals`` turn verbs and nouns into propositions, ``modality`` says
whether they are so, ``attribution`` who says it. ``lexicon`` holds the closed word classes.
"""
