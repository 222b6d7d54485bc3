# The room "answers-deal".
