"""The one thing that pyproject.toml cannot say: the ontology stands beside the package and travels inside it."""

from setuptools import find_packages, setup

setup(packages=[*find_packages(include=["kg", "kg.*"]), "kg.data"], package_dir={"kg.data": "ontology"})
