# The room "answers-forecast".
