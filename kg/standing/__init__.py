"""Standing relations: who was born where, works for whom, is married to whom, and where a company sits."""
