# The room "answers-marketing".
