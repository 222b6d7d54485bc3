# The room "answers-learn".
