# The room "answers-accuracy".
