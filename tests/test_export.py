import csv
import io
from dataclasses import replace

import networkx
import pytest
from pyoxigraph import RdfFormat, parse

from kg.errors import InputError
from kg.export import FORMATS, exported
from kg.export.table import COLUMNS
from kg.model import EntityRef, Extraction
from tests.sample import sample_extraction

HOSTILE = '=HYPERLINK("x")\x1b[2J\u202e</script>'


def hostile() -> Extraction:
    """The sample with a name that tries to be a formula, an escape sequence and a tag."""
    extraction = sample_extraction()
    first, *rest = extraction.claims
    assert isinstance(first.subject, EntityRef)
    entity = replace(first.subject.entity, label=HOSTILE)
    entities = tuple(entity if e.id == entity.id else e for e in extraction.entities)
    claim = replace(first, subject=replace(first.subject, entity=entity))
    return replace(extraction, claims=(claim, *rest), entities=entities)


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_deterministic_and_ends_its_last_line(form: str) -> None:
    text = exported([sample_extraction()], form)
    assert text == exported([sample_extraction()], form)
    assert text.endswith("\n")


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(InputError, match="choose one of jsonl, ttl, nt, graphml, csv"):
        exported([], "pdf")


def test_csv_has_all_columns_and_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(exported([hostile()], "csv"))))
    assert len(rows) == len(sample_extraction().claims)
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["subject"] == "'" + HOSTILE
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_graphml_can_be_read_whatever_an_article_says() -> None:
    network = networkx.parse_graphml(exported([hostile()], "graphml"), force_multigraph=True)
    assert isinstance(network, networkx.MultiDiGraph)
    labels = {data["label"] for _, data in network.nodes(data=True)}
    assert HOSTILE.replace("\x1b", "\ufffd") in labels


def test_ntriples_and_turtle_are_the_same_graph() -> None:
    kinds = {"nt": RdfFormat.N_TRIPLES, "ttl": RdfFormat.TURTLE}
    graphs = [{str(quad) for quad in parse(exported([hostile()], form), format=kind)} for form, kind in kinds.items()]
    assert graphs[0] == graphs[1]
    assert len(graphs[0]) > 1000


def test_the_policy_decides_on_plain_triples() -> None:
    sizes = [len(exported([sample_extraction()], "nt", edges)) for edges in ("asserted", "planned", "all")]
    assert sizes[0] < sizes[1] < sizes[2]
