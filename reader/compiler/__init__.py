"""A guide's folder -> a compiled guide.

Imports no Qt. Runs in a child process with limits on time and memory (`python -m reader.compiler`).
"""
