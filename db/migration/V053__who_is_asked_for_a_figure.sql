-- Which department a figure is asked of, where none answers for its indicator.
alter table chase add column department_id bigint;
alter table chase add constraint chase_department_fk foreign key (department_id) references department (id);
