-- Why a figure says something else than the words that it quotes stood at the end of the remark on it, after a mark.
alter table observation add column departure_text varchar(1000);

update observation
set departure_text = substring(comment_text from char_length('与引文不一致：') + 1),
    comment_text = null
where comment_text like '与引文不一致：%';

update observation
set departure_text = substring(comment_text from position('
与引文不一致：' in comment_text) + char_length('与引文不一致：') + 1),
    comment_text = substring(comment_text from 1 for position('
与引文不一致：' in comment_text) - 1)
where departure_text is null
  and comment_text like '%
与引文不一致：%';
