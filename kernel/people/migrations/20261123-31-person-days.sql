-- Who was collected, verified or joined in a period is counted from these alone, without reading the wide rows.
create index persons_collected on persons (federation_id, collected_on) include (org_path, id) where merged_into is null and collected_on is not null;
create index persons_verified on persons (federation_id, verified_on) include (org_path, id) where merged_into is null and verified_on is not null;
create index persons_joined on persons (federation_id, joined_on) include (org_path, id) where merged_into is null and joined_on is not null;
