# The room "answers-check".
