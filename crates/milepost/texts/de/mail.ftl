# The room "mail".
