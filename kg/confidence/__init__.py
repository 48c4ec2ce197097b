"""How likely a statement is right: a small model over what can be seen of how it was read."""

from __future__ import annotations

from kg.confidence.model import Rating, Trained, load_rating, load_trained, rated
from kg.confidence.signs import Shape, Sight, shape_of, signs

__all__ = ["Rating", "Shape", "Sight", "Trained", "load_rating", "load_trained", "rated", "shape_of", "signs"]
