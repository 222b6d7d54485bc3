# The room "answers-coach".
