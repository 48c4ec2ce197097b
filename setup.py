"""The one thing that pyproject.toml cannot say: the ontology stands beside the package and travels inside it."""

from setuptools import find_packages, setup

DATA = ["kg.data", "kg.data.gazetteer", "kg.data.queries"]

setup(packages=[*find_packages(include=["kg", "kg.*"]), *DATA], package_dir={"kg.data": "ontology"})
