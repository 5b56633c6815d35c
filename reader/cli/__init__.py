"""The commands that need no window, one file a family. They load no Qt.

Each family has ``add(subparsers)``, which describes its arguments to argparse, and ``run(args)``, which returns the
exit code and raises ReaderError.
"""
