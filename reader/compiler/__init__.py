"""A guide's folder -> a compiled guide. Imports no Qt; runs in a child process with limits (`python -m reader.compiler`)."""
