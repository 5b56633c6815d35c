"""ReaderError: a sentence the user reads."""


class ReaderError(Exception):
    """Something the user should know about, said in one plain sentence.

    The text says what happened, where (file and line when there is one) and what can be done. Only the edge of the
    program catches it: the notice line in the window, standard error in the commands.
    """
