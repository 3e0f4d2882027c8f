-- Made-up patients and real ones never share a database: the first start says which it is for, and holds it to that.
alter table installation add column simulated boolean not null default false;
