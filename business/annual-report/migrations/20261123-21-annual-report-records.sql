alter table annual_report_figures add column records jsonb;
comment on column annual_report_figures.records is
  'What each record contributed to what was counted, by figure counted and by record, so that a restatement can name what changed; null within where they were too many. Always read and written whole';
