"""What stands around the prose of a news page: closed lists of the wordings that sites use."""

from __future__ import annotations

import re

_LONGEST = 400

# A block that begins with one of these is not part of the report.
_OPENINGS = (
    r"this (?:article|story|report|piece|post|content) (?:is|was|has been|first|originally|may|contains|"
    r"appeared|represents)\b"
    r"[^.]*\b(?:exclusive|published|appeared|republished|translated|produced|sponsored|generated|written|"
    r"views?|copyright|licen[cs]ed|"
    r"updated|courtesy|permission)\b",
    r"(?:any )?unauthori[sz]ed (?:reproduction|use|copying|distribution)",
    r"all rights reserved",
    r"(?:©|\(c\) ?\d|copyright(?: ?(?:©|\(c\)|\d{4}|notice\b|by\b)|\s*:))",
    r"(?:original|source|via|link|permalink|url)(?: (?:article|link|source|text|url))?\s*[:：]\s*(?:https?://|www\.)",
    r"original (?:article|link|text|source)\s*[:：]",
    r"(?:statement|disclaimer|notice|editor['’]s note)\s*[:：]\s*(?:this|the|all|any)\b[^.]*\b(?:views?|"
    r"opinions?|author|article|content)\b",
    r"the (?:views|opinions) expressed\b",
    r"(?:please )?(?:sign|log) (?:up|in)(?: (?:for|to|now|here|with|today|free)\b|$)",
    r"subscribe(?: (?:to|for|now|here|today)\b|$)",
    r"(?:read|see|learn|find out|discover) more(?:\b| about)\s*(?:[:：»›>→]|about\b|at\b|on\b|here\b|from\b|$)",
    r"(?:read (?:also|next)|also read|see also|related(?: (?:articles?|stories|news|topics|links))?|"
    r"further reading|more on this)\s*(?:[:：]|$)",
    r"(?:more from|most (?:read|popular|viewed)|recommended(?: for you)?|trending(?: now)?|you (?:may|"
    r"might) also like)\s*(?:[:：]|$)",
    r"(?:we|this (?:web)?site|our (?:web)?site|by (?:continuing|using)\b[^.]*\bwebsite)\b[^.]*\bcookies?\b",
    r"(?:accept|reject|manage)(?: all)? cookies",
    r"(?:share|tweet|pin|print|email|save)(?: (?:this|on|via|to)\b[^.]*)?$",
    r"(?:follow|like|find|join) us (?:on|at)\b",
    r"(?:click|tap) here\b",
    r"(?:download|get) (?:our|the) (?:free )?app\b",
    r"support (?:our|independent|quality) journalism",
    r"(?:continue reading|story continues|article continues|scroll (?:down )?to continue)\b",
    r"skip (?:to|past|advert)",
    r"(?:do you )?have (?:a|any) (?:news )?(?:tips?|stor(?:y|ies)|information)\b[^.]*\?",
    r"(?:contact us|get in touch|write to us)\b",
    r"(?:tags?|topics?|categor(?:y|ies)|keywords?|filed under|our standards|share|listen|watch)\s*[:：]",
    r"(?:this is a )?(?:developing|breaking) (?:news )?story\b[^.]*\b(?:updates?|updated|refresh)\b",
    r"for (?:more|the latest) (?:information|news|stories|updates?),? (?:visit|see|go to|follow|contact|"
    r"sign up|subscribe)\b",
    r"(?:a version of )?this (?:article|story) (?:appears|appeared|was published) in\b",
    r"(?:get|receive)\b[^.]*\b(?:newsletter|in(?:to)? your inbox)\b",
)
_OPENING = re.compile("|".join(f"(?:{p})" for p in _OPENINGS), re.IGNORECASE)

# A block that is nothing but one of these.
_WHOLE = re.compile(
    r"(?:-+ ?)?(?:advertise?ments?|adverts?|sponsored(?: content)?|promoted|comments?(?: \(?\d+\)?)?|"
    r"\d+ comments?|newsletters?|"
    r"(?:\d+|one|two|three|four|five)[ -]min(?:ute)?s? read|reading time.*|privacy policy.*|terms of (?:use|"
    r"service).*|cookie (?:policy|settings)|"
    r"do not sell my .*|(?:(?:facebook|twitter|x|whatsapp|linkedin|email|e-mail|reddit|telegram|pinterest|"
    r"instagram|youtube|"
    r"copy link|print|share|tweet|messenger|weibo|wechat)[\s,|/·]*)+|back to top|menu|search|home|loading\.*|"
    r"(?:next|previous)(?: article| story)?|close|end of (?:article|story)|###|-?ends?-?|-30-)(?: ?-+)?",
    re.IGNORECASE,
)
_ONLY_LINKS = re.compile(r"[<(\[]?(?:(?:https?://|www\.)\S+[\s,;|]*)+", re.IGNORECASE)


def is_boilerplate(block: str) -> bool:
    """Whether a block belongs to the page around an article, not to the article.

    >>> is_boilerplate("Read more: Three ships collide")
    True
    >>> is_boilerplate("Read more and you will know, the minister said.")
    False
    """
    if len(block) > _LONGEST:
        return bool(_ONLY_LINKS.fullmatch(block))
    return bool(_OPENING.match(block) or _WHOLE.fullmatch(block) or _ONLY_LINKS.fullmatch(block))


# --- what an export leaves at the beginning of the first paragraph ---

_SENTENCE_OPENERS = (
    "A|An|The|This|That|These|In|On|At|With|Yesterday|Today|After|Before|When|While|Since|According|Speaking|"
    "Several|Two|As|"
    "For|From|Following|During|Despite|Under|It|He|She|They"
)
_LABELS = re.compile(r"(?:[A-Z][\w.&'’-]*[ ]){0,4}(?:[Ii]nfobox|news)[ ](?=[A-Z])")
_MORE_LABEL = re.compile(
    rf"(?:(?!(?:{_SENTENCE_OPENERS})\b)(?:[A-Z]\S*|\d{{4}})[ ]){{1,4}}(?=(?:{_SENTENCE_OPENERS})\b)"
)
_NAMED_ROLE = re.compile(r"(?P<first>[A-Z][a-z]+) [A-Z][a-z’'-]+, (?:an? |the )?[a-z]")
_ROLES = frozenset(
    "President Chief Prime Minister Senator Governor Chairman Foreign Deputy Vice Secretary Judge Mayor King "
    "Queen Prince "
    "Pope General Justice Representative Premier Chancellor Commissioner".split()
)


def label_length(paragraph: str, title: str | None) -> int:
    """Return how many characters at the beginning of the first paragraph are left over from a page.

    Exports keep the words of an info box (``Infobox Somewhere``, ``Somewhere news``) or the bare
    name of the topic that the title begins with, in front of the first sentence.

    >>> label_length("Ruritanian news A poll has found", None)
    16
    """
    if match := _LABELS.match(paragraph):
        more = _MORE_LABEL.match(paragraph, match.end())
        return more.end() if more else match.end()
    return _topic_length(paragraph, title) if title else 0


def _topic_length(paragraph: str, title: str) -> int:
    """Length of ``Topic `` in ``Topic Jane Doe, head of …`` under the title ``Topic head resigns``."""
    topic = re.match(r"(?:[A-Z][\w.&-]*[ ])+(?=[a-z])", title)
    if not topic or not paragraph.startswith(topic[0]):
        return 0
    named = _NAMED_ROLE.match(paragraph, topic.end())
    return topic.end() if named and named["first"] not in _ROLES else 0
