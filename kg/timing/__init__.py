"""The grammar of times that `kg.times` uses."""
