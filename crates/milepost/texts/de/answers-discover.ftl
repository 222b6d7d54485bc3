# The room "answers-discover".
