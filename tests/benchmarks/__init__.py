"""Side-by-side measurements; ``python -m tests.benchmarks`` prints every ratio."""
