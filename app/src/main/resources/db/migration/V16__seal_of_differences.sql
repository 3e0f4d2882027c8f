-- The seal of a return's second file, what differs from the return before it. Empty for the first of a region, and for returns that
-- were made before there was one: of these the numbers of rows tell whether the file is the same.
alter table national_return add column changes_sha256 text not null default '';
