# The room "answers-next".
