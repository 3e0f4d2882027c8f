-- Which messages have been kept: a keyless hash of who sent it and what it is called there (MSH-10). The same message again
-- adds nothing. The row is written in the transaction that keeps the message's events.
create table message_received (
    key uuid primary key,
    at  timestamptz not null
);
