# The room "decide".
