# The room "answers".
