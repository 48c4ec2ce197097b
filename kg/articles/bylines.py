"""Who wrote an article and where: bylines, datelines, picture captions and credits."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NAME = r"[A-Z][\w.'’-]*(?: (?:(?:de|da|del|di|van|von|der|den|la|le|al|bin|ibn|the) )*[A-Z][\w.'’-]*){0,5}"
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SEPARATOR = r"(?:\s*[,|·•/]\s*|\s+(?:and|in|for|at|of|&)\s+|\s+[-–—]\s+)"

# 【By Outlet, Name】 at the beginning of a paragraph: an insert of the editors, whatever it says.
_BRACKETED = re.compile(
    r"[【\[](?:[^】\]\n]{1,150})[】]|\[(?:By|Text|Story|Reported)\b[^\]\n]{1,150}\]|\(By [^)\n]{1,150}\)"
)
_BY = re.compile(
    r"(?:(?:[Ww]ritten|[Rr]eported|[Rr]eporting|[Ss]tory|[Tt]ext|"
    rf"[Ww]ords) )?[Bb][Yy] (?P<who>{_NAME}(?:{_SEPARATOR}{_NAME})*)\.?"
)
_CREDITS = re.compile(
    r"(?:(?:additional )?(?:reporting|writing|editing|compilation|translation|edited|translated|compiled) by\b|"
    r"(?:author|authors|reporter|editor|correspondent|source|text|staff writer)s?\s*[:：])",
    re.IGNORECASE,
)
_DATE_PART = rf"(?:,? {_MONTH} \d{{1,2}}(?:, \d{{4}})?)?"
_PLACE = r"[A-Z][\w.'’-]*(?:[ /,]+[A-Z][\w.'’-]*){0,5}"
_CAPITALS = r"[A-Z][A-Z.'’-]+(?:[ ,]+[A-Z][A-Z.'’-]*){0,4}(?:, [A-Z][\w.]+)?"
_DATELINE = re.compile(
    # LONDON (Reuters) - | WASHINGTON, July 16 (AP) — | London, UK (AFP) -
    rf"(?:{_PLACE}{_DATE_PART},? ?\([A-Z][\w .&/-]{{1,40}}\) ?(?:--?|–|—) ?|"
    # PARIS — | BEIJING, July 16 -
    rf"{_CAPITALS}{_DATE_PART},? (?:--|–|—|-) )(?=[\"“'‘A-Z\d])"
)
_LEADING_DATE = re.compile(rf"{_WEEKDAY}, {_MONTH} \d{{1,2}}, \d{{4}}(?: (?=[A-Z\"“])|$)")

_CAPTION_OPENING = re.compile(
    r"(?:(?:file |stock |press )?(?:photos?|images?|pictures?|pictured|graphics?|illustrations?|photographs?|"
    r"captions?|videos?|screenshots?|chart|map)"
    r"(?: (?:credit|by|courtesy|caption|source|via)\b[^:：.]{0,40})?\s*(?:[:：]|\bby\b|\bcourtesy\b)|"
    r"(?:file (?:photo|image|picture)|representational image)\b|!\[)",
    re.IGNORECASE,
)
_CREDIT_AT_END = re.compile(
    r"(?:\b(?:image|photo|picture|photograph|credit|graphic|illustration|video)s?(?: (?:credit|by|"
    r"courtesy))?\s*[:：]\s*[^.:：]{1,60}\.?|"
    r"[(\[][^()\[\]]{0,60}(?:photo|getty|images|reuters|afp|file|courtesy)[^()\[\]]{0,60}[)\]]|"
    r"(?:getty images|(?:ap|afp|reuters|file) photo(?:/[\w .]+)?|\bfrom file, \d{4}\.?|\bfile (?:photo|image)\.?))$",
    re.IGNORECASE,
)
_PERSON_OF = re.compile(r"(?:[A-Z][\w’'-]+ ){2,3}of (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,4}")
_LONGEST_CAPTION = 300
_LONGEST_BYLINE = 200

_OUTLET_WORD = re.compile(
    r"\b(?:News|Net|Times|Post|Daily|Weekly|Agency|Press|Journal|Herald|Tribune|Gazette|Guardian|Observer|"
    r"Telegraph|Mail|"
    r"Magazine|Review|Chronicle|Standard|Globe|Star|Sun|Mirror|Broadcasting|Television|TV|Radio|Media|Online|"
    r"Newswire|Wire|Today|"
    r"Reuters|Bloomberg|AFP|AP|BBC|CNN|CNBC|NPR|Xinhua|Wikinews|Insider|Economist|Forbes|Politico|Axios|"
    r"Network|Channel|"
    r"Report|Bulletin|Digest|Mercury|Independent|Outlet|Dispatch|Courier|Examiner|Inquirer|Republic)\b|"
    r"\.(?:com|org|net)\b"
)
_PREFIX = re.compile(
    r"^(?:(?:written|reported|reporting|story|text|words|edited) )?by\s+|^(?:author|reporter|source|text)s?\s*[:：]\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """Outlet and writers that a byline names."""

    source: str | None = None
    authors: tuple[str, ...] = ()


def byline_length(paragraph: str) -> int:
    """Return how many characters at the beginning of a paragraph are byline or dateline.

    >>> byline_length("ROME (Reuters) - Italy voted.")
    17
    """
    for pattern in (_BRACKETED, _DATELINE, _LEADING_DATE):
        if match := pattern.match(paragraph, 0, _LONGEST_BYLINE):
            return match.end()
    return 0


def is_byline(block: str) -> bool:
    """Whether a whole block names writers or the day, and says nothing else.

    >>> is_byline("By Jane Doe and John Roe, Reuters"), is_byline("By Monday, Italy had voted.")
    (True, False)
    """
    from kg.articles.dating import date_line

    if len(block) > _LONGEST_BYLINE or re.match(rf"By (?:{_WEEKDAY}|{_MONTH})\b", block):
        return False
    if len(block) < 80 and re.match(r"(?:last )?(?:updated|published|posted|modified)\b[^.]*\d", block, re.IGNORECASE):
        return True
    return bool(_BY.fullmatch(_undated(block)) or _CREDITS.match(block) or date_line(block))


def _undated(block: str) -> str:
    """Return `block` without the date that often ends a byline."""
    return re.sub(rf"{_SEPARATOR}(?:{_WEEKDAY}, )?{_MONTH} \d{{1,2}},? \d{{4}}$", "", block)


def is_caption(block: str) -> bool:
    """Whether a block describes or credits a picture.

    >>> is_caption("Photo: Ms Doe in Rome"), is_caption("Jane Doe in Rome. Image: John Roe.")
    (True, True)
    """
    if len(block) > _LONGEST_CAPTION:
        return False
    return bool(_CAPTION_OPENING.match(block) or _CREDIT_AT_END.search(block) or _PERSON_OF.fullmatch(block))


def parse_byline(byline: str) -> Byline:
    """Return the outlet and the writers that a byline names.

    The outlet is the part that sounds like one, else the part after the comma.

    >>> parse_byline("【By Daily Planet, Clark Kent】")
    Byline(source='Daily Planet', authors=('Clark Kent',))
    """
    dateline = re.search(r"\(([^)]+)\) ?(?:--?|–|—) ?$", byline)
    if dateline:
        return Byline(source=dateline[1])
    inner = _undated(byline.strip().strip("【】[]()").rstrip(". "))
    if not _PREFIX.match(inner):
        return Byline()
    parts = [
        p.strip()
        for p in re.split(r"\s*[,，;|·•]\s*|\s+(?:and|&)\s+|\s+(?:for|at)\s+", _PREFIX.sub("", inner))
        if p.strip()
    ]
    outlets = [p for p in parts if _OUTLET_WORD.search(p)]
    if not outlets and "," in inner and len(parts) > 1:
        outlets = parts[-1:]
    writers = tuple(p for p in parts if p not in outlets and re.match(r"[A-Z]", p))
    return Byline(outlets[0] if outlets else None, writers)
