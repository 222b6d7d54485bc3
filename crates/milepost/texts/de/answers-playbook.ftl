# The room "answers-playbook".
