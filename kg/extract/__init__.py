"""Sentences in, propositions out: language knowledge only, nothing of the ontology.

From the bottom up:

- the words: ``verbs``, ``nouns`` and ``reporting`` hold closed word classes;
- the parse: ``forms`` tells what a word's form is, ``repair`` mends what the parser got wrong (with
  ``misread_…`` and ``tags``, by ``trees``);
- noun phrases: ``phrases`` says what they name, with ``lists``, ``apposed``, ``specifics`` and ``shells``;
- who takes part: ``subjects``, ``control``, ``arguments``, ``prepositionals``, ``adjuncts`` and ``noun_clauses``;
- whether it is so: ``polarity`` and ``modality``, with ``auxiliaries`` and ``content_frames``;
- who says it: ``attribution``, ``makers`` and ``carried``; in quotations ``quotes``, with ``quoted``, ``speakers`` and
  ``speaker_nouns``;
- the statement: ``predicates`` finds its words, ``facts`` puts it together;
- the rules: ``clauses``, ``copulas``, ``light_verbs``, ``sums`` and ``tenure`` read verbs; ``nominals``, with
  ``roles``, ``titles`` and ``events``, reads nouns.
"""
