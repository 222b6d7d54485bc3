# The room "learn".
