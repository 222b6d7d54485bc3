# The room "accuracy".
