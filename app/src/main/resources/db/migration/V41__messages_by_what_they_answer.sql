-- Whether a message is answered is asked of every message that is shown.
create index careplan_message_answers on careplan_message (answers) where answers is not null;
