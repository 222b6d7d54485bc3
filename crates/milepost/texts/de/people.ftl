# The room "people".
