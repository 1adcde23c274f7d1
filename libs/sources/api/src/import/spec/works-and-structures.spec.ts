import { expectHeld, lines, type Expected } from './read-export';

describe('exports of trackers and libraries, and files that were put together', () => {
  it.each<[string, string, Expected, { timeZone?: string }?]>([
    [
      'WooCommerce: order notes are no comments, comment_karma no likes',
      lines(
        'comment_ID,comment_post_ID,comment_author,comment_author_email,comment_date,comment_date_gmt,comment_content,comment_karma,comment_approved,comment_type,comment_parent,rating',
        '11,5,Ann,ann@x.example,2026-03-01 11:00:00,2026-03-01 10:00:00,The lid leaks,0,1,review,0,2',
        '12,9,WooCommerce,woo@shop.example,2026-03-01 12:00:00,2026-03-01 11:00:00,Order status changed from Pending to Processing.,0,1,order_note,0,',
        '13,5,Bob,bob@x.example,2026-03-02 11:00:00,2026-03-02 10:00:00,Mine does not,0,1,review,11,5',
      ),
      {
        texts: ['The lid leaks', 'Mine does not'],
        times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'],
        stars: [2, 5],
        parents: [null, '11'],
        bad: ['placeholder'],
        likes: [0, 0],
        externalIds: ['11', '13'],
      },
    ],
    [
      'eBay feedback: Mar-01-26',
      lines(
        'Feedback,Rating,From,Date/Time,Item',
        'Never arrived,Negative,ann,Mar-01-26 10:00,Cup (#1122)',
        'Fast and well packed,Positive,bob,Mar-14-26 11:00,Cup (#1122)',
      ),
      {
        texts: ['Never arrived', 'Fast and well packed'],
        times: ['2026-03-01T10:00Z', '2026-03-14T11:00Z'],
        recommended: [false, true],
        authors: ['ann', 'bob'],
      },
    ],
    [
      'Goodreads: the title of the book is no title of the review; 0 stars are none',
      lines(
        'Book Id,Title,Author,Additional Authors,ISBN,My Rating,Average Rating,Publisher,Number of Pages,Year Published,Date Read,Date Added,Bookshelves,Exclusive Shelf,My Review,Spoiler,Read Count',
        '1,The Long Lamp,Ann Lee,,123,2,3.91,House,300,2012,2026/02/20,2026/03/01,to-read,read,"Too long, and the end is weak",,1',
        '2,Short Cups,Bob Ray,,124,0,4.10,House,200,1999,,2026/03/02,to-read,read,Could not put it down,,1',
      ),
      {
        texts: ['Too long, and the end is weak', 'Could not put it down'],
        times: ['2026-03-01T00:00Z', '2026-03-02T00:00Z'],
        stars: [2, null],
      },
    ],
    [
      '豆瓣导出: 豆瓣评分 is that of all, 我的评分 mine; 标题 is the film',
      lines(
        '标题,简介,豆瓣评分,链接,创建时间,我的评分,标签,评论',
        '长夜的灯 / The Long Lamp,2012 / 中国大陆 / 剧情 / 安 / 博,8.9,https://d.example/1,2026-03-01 10:00:00,2,,节奏太慢看睡着了',
        '杯子 / Cups,1999 / 日本 / 动画 / 陈,7.1,https://d.example/2,2026-03-02 10:00:00,5,,笑出了眼泪',
      ),
      { texts: ['节奏太慢看睡着了', '笑出了眼泪'], stars: [2, 5], times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'] },
    ],
    [
      'Kickstarter-like: the creator answers, role in a column',
      lines(
        'comment_id,name,role,posted_at,body',
        'c1,Ann,Backer,2026-03-01T10:00:00Z,where is my lamp',
        'c2,Acme,Creator,2026-03-01T12:00:00Z,it ships next week we promise',
        'c3,Bob,Superbacker,2026-03-02T10:00:00Z,got mine and love it',
      ),
      {
        texts: ['where is my lamp', 'it ships next week we promise', 'got mine and love it'],
        leftOut: [null, 'staff', null],
        externalIds: ['c1', 'c2', 'c3'],
      },
    ],
    [
      'year, month and day in three columns',
      lines('year,month,day,comment,rating', '2026,3,1,late again,2', '2026,3,14,good coffee,5', '2025,12,31,so so,3'),
      {
        texts: ['late again', 'good coffee', 'so so'],
        times: ['2026-03-01T00:00Z', '2026-03-14T00:00Z', '2025-12-31T00:00Z'],
        stars: [2, 5, 3],
        likes: [0, 0, 0],
      },
    ],
    [
      '年, 月, 日, 时间 in four columns',
      lines('年,月,日,时间,评论', '2026,3,1,09:15,又迟到了', '2026,3,14,18:40,咖啡不错'),
      { texts: ['又迟到了', '咖啡不错'], times: ['2026-03-01T09:15Z', '2026-03-14T18:40Z'] },
    ],
    [
      'JSON with a date of three numbers',
      '[{"id":"a","comment":"late again","date":{"year":2026,"month":3,"day":1}},{"id":"b","comment":"good coffee","date":{"year":2026,"month":3,"day":14}}]',
      { texts: ['late again', 'good coffee'], times: ['2026-03-01T00:00Z', '2026-03-14T00:00Z'] },
    ],
    [
      'two tables below each other',
      lines(
        'date,comment,likes',
        '2026-03-01,late again,3',
        '2026-03-02,good coffee,4',
        '',
        'product,date,reviewer',
        'cup,2026-03-03,Ann',
        'lid,2026-03-04,Bob',
      ),
      { texts: ['late again', 'good coffee'], likes: [3, 4] },
    ],
    [
      'two tables of the same kind with other orders of columns',
      lines(
        'date,comment,likes',
        '2026-03-01,late again,3',
        '2026-03-02,good coffee,4',
        '',
        'likes,date,comment',
        '7,2026-03-03,lid leaks',
        '8,2026-03-04,love it',
      ),
      { texts: ['late again', 'good coffee'], likes: [3, 4] },
    ],
    [
      'joined files with a BOM in the middle',
      lines(
        '﻿"date","comment"',
        '"2026-03-01","late again"',
        '﻿"date","comment"',
        '"2026-03-02","good coffee"',
        '﻿"2026-03-03","fine"',
      ),
      {
        texts: ['late again', 'good coffee', 'fine'],
        times: ['2026-03-01T00:00Z', '2026-03-02T00:00Z', '2026-03-03T00:00Z'],
      },
    ],
    [
      'JSON Lines with a BOM in the middle',
      lines('{"text":"late again","date":"2026-03-01"}', '﻿{"text":"good coffee","date":"2026-03-02"}'),
      { texts: ['late again', 'good coffee'] },
    ],
    [
      'vertical merge: names over two rows',
      lines(
        'No.,Date,Customer,,Review,',
        ',,Name,Country,Text,Rating',
        '1,2026-03-01,Ann,DE,late again,2',
        '2,2026-03-02,Bob,FR,good coffee,5',
      ),
      { texts: ['late again', 'good coffee'], stars: [2, 5], times: ['2026-03-01T00:00Z', '2026-03-02T00:00Z'] },
    ],
    [
      'danmaku of Bilibili',
      lines(
        '<?xml version="1.0" encoding="UTF-8"?><i><chatserver>chat.x</chatserver><chatid>123</chatid><mission>0</mission><maxlimit>3000</maxlimit><d p="12.34500,1,25,16777215,1772359200,0,a1b2c3d4,99887766554433221,10">前方高能</d><d p="15.00000,5,25,16711680,1772359260,0,d4c3b2a1,99887766554433222,10">漏水 &amp; 难用</d></i>',
      ),
      {
        texts: ['前方高能', '漏水 & 难用'],
        times: ['2026-03-01T10:00Z', '2026-03-01T10:01Z'],
        authors: ['a1b2c3d4', 'd4c3b2a1'],
        externalIds: ['99887766554433221', '99887766554433222'],
      },
    ],
    [
      'Telegram HTML',
      lines(
        '<!DOCTYPE html><html><head><meta charset="utf-8"/><title>Exported Data</title></head><body onload="CheckLocation();"><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">Cups</div></div></div><div class="page_body chat_page"><div class="history">',
        '<div class="message service" id="message-1"><div class="body details">1 March 2026</div></div>',
        '<div class="message default clearfix" id="message11"><div class="pull_left userpic_wrap"><div class="userpic userpic1" style="width: 42px"><div class="initials" style="line-height: 42px">A</div></div></div><div class="body"><div class="pull_right date details" title="01.03.2026 11:00:15 UTC+01:00">11:00</div><div class="from_name">Ann </div><div class="text">the lid leaks<br>badly &amp; often</div><span class="reactions"><span class="reaction"><span class="emoji">👍</span><span class="count">4</span></span></span></div></div>',
        '<div class="message default clearfix joined" id="message12"><div class="body"><div class="pull_right date details" title="01.03.2026 11:01:00 UTC+01:00">11:01</div><div class="text">still leaks</div></div></div>',
        '<div class="message default clearfix" id="message13"><div class="pull_left userpic_wrap"><div class="userpic userpic2"><div class="initials">B</div></div></div><div class="body"><div class="pull_right date details" title="01.03.2026 11:05:00 UTC+01:00">11:05</div><div class="from_name">Bob </div><div class="reply_to details">In reply to <a href="#go_to_message11" onclick="return GoToMessage(11)">this message</a></div><div class="text">mine is <strong>fine</strong></div></div></div>',
        '<div class="message default clearfix" id="message14"><div class="body"><div class="pull_right date details" title="01.03.2026 11:06:00 UTC+01:00">11:06</div><div class="from_name">Cid </div><div class="media_wrap clearfix"><a class="media clearfix pull_left block_link media_photo" href="photos/1.jpg"><div class="body"><div class="title bold">Photo</div><div class="status details">800x600</div></div></a></div></div></div>',
        '</div></div></div></body></html>',
      ),
      {
        texts: ['the lid leaks\nbadly & often', 'still leaks', 'mine is fine'],
        times: ['2026-03-01T10:00:15.000Z', '2026-03-01T10:01Z', '2026-03-01T10:05Z'],
        authors: ['Ann', 'Ann', 'Bob'],
        parents: [null, null, '11'],
        likes: [4, 0, 0],
        externalIds: ['11', '12', '13'],
      },
    ],
    // Not by name: Jest takes a fourth parameter that a row does not give for a callback to wait for.
  ])('%s', async (...[, content, expected, options]) => expectHeld(content, expected, options));
});
