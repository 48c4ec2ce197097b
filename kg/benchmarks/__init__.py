"""Public benchmarks: what the pipeline finds, in the form that their scorers read."""
