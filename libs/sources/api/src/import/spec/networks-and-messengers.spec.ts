import { expectHeld, lines, type Expected } from './read-export';

describe('exports of networks and messengers', () => {
  it.each<[string, string, Expected, { timeZone?: string }?]>([
    [
      'Brandwatch: preamble of eight lines, Twitter columns',
      lines(
        'Report:,Bulk Mentions Download',
        'Brand:,Acme',
        'From:,Sun Mar 01 00:00:00 UTC 2026',
        'To:,Mon Mar 09 00:00:00 UTC 2026',
        'Label:,Acme all',
        '',
        'Query Id,Query Name,Date,Title,Snippet,Url,Domain,Sentiment,Page Type,Language,Country Code,Author,Full Name,Full Text,Thread Id,Reach (new),Impact,Likes,Added,Updated',
        '1,Acme,2026-03-01 10:00:00.0,ann (@ann) on X,the lamp …,https://x.example/1,x.example,negative,twitter,en,USA,ann,ann (Ann),"the lamp broke, again",0,1200,12.5,3,2026-03-05 10:00:00.0,2026-03-06 10:00:00.0',
        '1,Acme,2026-03-02 10:00:00.0,Lamp test,We tried …,https://b.example/2,b.example,positive,blog,en,GBR,bob,Bob,We tried five lamps. This one is the best.,0,90,2.5,0,2026-03-05 10:00:00.0,2026-03-06 10:00:00.0',
      ),
      {
        texts: ['the lamp broke, again', 'Lamp test\n\nWe tried five lamps. This one is the best.'],
        times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'],
        likes: [3, 0],
        authors: ['ann', 'bob'],
        links: ['https://x.example/1', 'https://b.example/2'],
        stars: [null, null],
      },
    ],
    [
      'Talkwalker: indexed before published, snippets',
      lines(
        'uniq_id;indexed;search_indexed;published;title;content;title_snippet;content_snippet;root_url;url;domain_url;lang;extra_author_attributes.name;sentiment;engagement;reach',
        't1;2026-03-05 08:00:00;2026-03-05 08:01:00;2026-03-01 10:00:00;;The lamp broke after two days and nobody answers my mails;;The lamp broke after…;http://x.example/;http://x.example/1;http://x.example/;en;ann;-5;12;3000',
        't2;2026-03-05 08:00:00;2026-03-05 08:01:00;2026-03-02 10:00:00;Lamps;Of all the lamps that we had this is the one to buy;Lamps;Of all the lamps…;http://b.example/;http://b.example/2;http://b.example/;en;bob;5;0;100',
      ),
      {
        texts: [
          'The lamp broke after two days and nobody answers my mails',
          'Lamps\n\nOf all the lamps that we had this is the one to buy',
        ],
        times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'],
        likes: [12, 0],
        authors: ['ann', 'bob'],
        links: ['http://x.example/1', 'http://b.example/2'],
        externalIds: ['t1', 't2'],
      },
    ],
    [
      'Hootsuite inbox: INBOUND and OUTBOUND',
      lines(
        'Created Date (GMT),Conversation ID,Message ID,Channel,Sender,Direction,Message,Assigned To',
        '2026-03-01 10:00:00,k1,m1,Facebook,Ann,INBOUND,why is the app down again,Eve',
        '2026-03-01 10:05:00,k1,m2,Facebook,Acme,OUTBOUND,We are on it and will keep you posted,Eve',
        '2026-03-01 11:00:00,k1,m3,Facebook,Ann,INBOUND,works again thanks,Eve',
      ),
      {
        texts: ['why is the app down again', 'We are on it and will keep you posted', 'works again thanks'],
        leftOut: [null, 'staff', null],
        authors: ['Ann', 'Acme', 'Ann'],
        externalIds: ['m1', 'm2', 'm3'],
      },
    ],
    [
      'Brand24: Hour holds a clock',
      lines(
        'Date;Hour;Title;Author;Author URL;Content;Source;Domain;Sentiment;Likes count;Comments count;Shares count;Influence score',
        '2026-03-01;10:15;;ann;https://x.example/ann;the lamp broke, again;X;x.example;Negative;3;1;0;4',
        '2026-03-02;18:40;Lamp test;bob;https://b.example/bob;this one is the best of five;Blog;b.example;Positive;0;0;0;2',
      ),
      {
        texts: ['the lamp broke, again', 'Lamp test\n\nthis one is the best of five'],
        times: ['2026-03-01T10:15Z', '2026-03-02T18:40Z'],
        likes: [3, 0],
        authors: ['ann', 'bob'],
      },
    ],
    [
      'Facebook account: posts, text in data[], time above, mojibake',
      '[{"timestamp":1772359200,"data":[{"post":"the cafÃ© was closed ð¡"}],"title":"ZoÃ« updated her status."},{"timestamp":1772445600,"attachments":[{"data":[{"external_context":{"url":"https://a.example"}}]}],"data":[{"post":"Ã¼berraschend gut"},{"update_timestamp":1772445700}],"title":"ZoÃ« shared a link."}]',
      { texts: ['the café was closed 😡', 'überraschend gut'], times: ['2026-03-01T10:00Z', '2026-03-02T10:00Z'] },
    ],
    [
      'Messenger: newest first, reactions by who, mojibake names',
      '{"participants":[{"name":"ZoÃ«"},{"name":"Acme"}],"messages":[{"sender_name":"Acme","timestamp_ms":1772359320000,"content":"We are sorry","is_geoblocked_for_viewer":false},{"sender_name":"ZoÃ«","timestamp_ms":1772359260000,"photos":[{"uri":"x.jpg","creation_timestamp":1772359250}],"is_geoblocked_for_viewer":false},{"sender_name":"ZoÃ«","timestamp_ms":1772359200000,"content":"mein PÃ¤ckchen ist weg","reactions":[{"reaction":"ð¢","actor":"Acme"},{"reaction":"ð¢","actor":"Bob"}],"is_geoblocked_for_viewer":false}],"title":"Acme","thread_path":"inbox/acme_1"}',
      {
        texts: ['We are sorry', 'mein Päckchen ist weg'],
        times: ['2026-03-01T10:02Z', '2026-03-01T10:00Z'],
        authors: ['Acme', 'Zoë'],
        likes: [0, 2],
        bad: ['empty-text'],
      },
    ],
    [
      'TikTok account: comments among chats, searches and watched films',
      '{"Activity":{"Video Browsing History":{"VideoList":[{"Date":"2026-03-01 10:00:00","Link":"https://t.example/v/0"},{"Date":"2026-03-02 10:00:00","Link":"https://t.example/v/1"},{"Date":"2026-03-03 10:00:00","Link":"https://t.example/v/2"},{"Date":"2026-03-04 10:00:00","Link":"https://t.example/v/3"},{"Date":"2026-03-05 10:00:00","Link":"https://t.example/v/4"},{"Date":"2026-03-06 10:00:00","Link":"https://t.example/v/5"},{"Date":"2026-03-07 10:00:00","Link":"https://t.example/v/6"},{"Date":"2026-03-08 10:00:00","Link":"https://t.example/v/7"},{"Date":"2026-03-09 10:00:00","Link":"https://t.example/v/8"},{"Date":"2026-03-01 10:00:00","Link":"https://t.example/v/9"},{"Date":"2026-03-02 10:00:00","Link":"https://t.example/v/10"},{"Date":"2026-03-03 10:00:00","Link":"https://t.example/v/11"},{"Date":"2026-03-04 10:00:00","Link":"https://t.example/v/12"},{"Date":"2026-03-05 10:00:00","Link":"https://t.example/v/13"},{"Date":"2026-03-06 10:00:00","Link":"https://t.example/v/14"},{"Date":"2026-03-07 10:00:00","Link":"https://t.example/v/15"},{"Date":"2026-03-08 10:00:00","Link":"https://t.example/v/16"},{"Date":"2026-03-09 10:00:00","Link":"https://t.example/v/17"},{"Date":"2026-03-01 10:00:00","Link":"https://t.example/v/18"},{"Date":"2026-03-02 10:00:00","Link":"https://t.example/v/19"},{"Date":"2026-03-03 10:00:00","Link":"https://t.example/v/20"},{"Date":"2026-03-04 10:00:00","Link":"https://t.example/v/21"},{"Date":"2026-03-05 10:00:00","Link":"https://t.example/v/22"},{"Date":"2026-03-06 10:00:00","Link":"https://t.example/v/23"},{"Date":"2026-03-07 10:00:00","Link":"https://t.example/v/24"},{"Date":"2026-03-08 10:00:00","Link":"https://t.example/v/25"},{"Date":"2026-03-09 10:00:00","Link":"https://t.example/v/26"},{"Date":"2026-03-01 10:00:00","Link":"https://t.example/v/27"},{"Date":"2026-03-02 10:00:00","Link":"https://t.example/v/28"},{"Date":"2026-03-03 10:00:00","Link":"https://t.example/v/29"}]},"Search History":{"SearchList":[{"Date":"2026-03-01 09:00:00","SearchTerm":"cup that does not leak"},{"Date":"2026-03-01 09:10:00","SearchTerm":"best cup of the year"}]}},"Comment":{"Comments":{"CommentsList":[{"date":"2026-03-01 10:00:00","comment":"the lid leaks"},{"date":"2026-03-02 11:00:00","comment":"mine is fine"}]}},"Direct Messages":{"Chat History":{"ChatHistory":{"Chat History with bob:":[{"Date":"2026-03-03 10:00:00","From":"me","Content":"did you see that film about the cups"}]}}}}',
      { texts: ['the lid leaks', 'mine is fine'], times: ['2026-03-01T10:00Z', '2026-03-02T11:00Z'] },
    ],
    [
      'Slack: bot_message without bot_id, files, threads',
      '[{"type":"message","user":"U1","text":"export is broken since the update","ts":"1772359200.000100","thread_ts":"1772359200.000100","reply_count":1,"replies":[{"user":"U2","ts":"1772359260.000200"}],"reactions":[{"name":"+1","users":["U2"],"count":1}],"user_profile":{"real_name":"Ann","title":"I manage the cups and saucers"}},{"type":"message","user":"U2","text":"same here &amp; everywhere","ts":"1772359260.000200","thread_ts":"1772359200.000100","parent_user_id":"U1"},{"type":"message","subtype":"bot_message","text":"Build 12 passed","username":"ci","ts":"1772359300.000300"},{"type":"message","subtype":"channel_join","user":"U3","text":"<@U3> has joined the channel","ts":"1772359310.000300"}]',
      {
        texts: ['export is broken since the update', 'same here & everywhere', 'Build 12 passed'],
        times: ['2026-03-01T10:00Z', '2026-03-01T10:01Z', '2026-03-01T10:01:40.000Z'],
        leftOut: [null, null, 'bot'],
        bad: ['placeholder'],
      },
    ],
    [
      'KakaoTalk on an iPhone',
      lines(
        '아크메 님과 카카오톡 대화',
        '저장한 날짜 : 2026. 3. 5. 오전 10:00',
        '',
        '2026년 3월 1일 일요일',
        '2026. 3. 1. 오후 7:00, 앤 : 배터리가 너무 빨리 닳아요',
        '2026. 3. 1. 오후 7:01, 밥 : 저는 만족합니다',
        '정말로요',
      ),
      {
        texts: ['배터리가 너무 빨리 닳아요', '저는 만족합니다\n정말로요'],
        times: ['2026-03-01T10:00Z', '2026-03-01T10:01Z'],
        authors: ['앤', '밥'],
      },
      { timeZone: 'Asia/Seoul' },
    ],
    [
      'LINE in English',
      lines(
        '[LINE] Chat history with Acme',
        'Saved on: 3/20/2026, 10:00 PM',
        '',
        'Sun, 3/1/2026',
        '10:00 AM\tAnn\tthe lid leaks',
        '10:05 AM\tBob\t[Sticker]',
        'Sat, 3/14/2026',
        '9:15 PM\tAnn\tstill leaks',
      ),
      {
        texts: ['the lid leaks', 'still leaks'],
        times: ['2026-03-01T10:00Z', '2026-03-14T21:15Z'],
        authors: ['Ann', 'Ann'],
        bad: ['placeholder'],
      },
    ],
    [
      'LINE on Windows, traditional Chinese: 2026.03.01 星期日',
      lines('2026.03.01 星期日', '10:00 小安 蓋子會漏水', '10:05 小博 貼圖', '2026.03.14 星期六', '21:15 小安 還是漏'),
      { texts: ['蓋子會漏水', '還是漏'], times: ['2026-03-01T02:00Z', '2026-03-14T13:15Z'], authors: ['小安', '小安'] },
      { timeZone: 'Asia/Taipei' },
    ],
    [
      'WhatsApp in tr',
      lines(
        '14.03.2026 10:00 - Ann: kapak sızdırıyor',
        '14.03.2026 10:00 - Ann: <Medya dahil edilmedi>',
        '14.03.2026 10:00 - Ann: fine',
      ),
      { texts: ['kapak sızdırıyor', 'fine'], times: ['2026-03-14T10:00Z', '2026-03-14T10:00Z'], bad: ['placeholder'] },
    ],
    [
      'WhatsApp in nl',
      lines(
        '14-03-2026 10:00 - Ann: het deksel lekt',
        '14-03-2026 10:00 - Ann: <Media weggelaten>',
        '14-03-2026 10:00 - Ann: fine',
      ),
      { texts: ['het deksel lekt', 'fine'], times: ['2026-03-14T10:00Z', '2026-03-14T10:00Z'], bad: ['placeholder'] },
    ],
    [
      'WhatsApp in ru',
      lines(
        '14.03.2026, 10:00 - Аня: крышка течёт',
        '14.03.2026, 10:00 - Аня: <Без медиафайлов>',
        '14.03.2026, 10:00 - Аня: fine',
      ),
      { texts: ['крышка течёт', 'fine'], times: ['2026-03-14T10:00Z', '2026-03-14T10:00Z'], bad: ['placeholder'] },
    ],
    [
      'WhatsApp in id',
      lines(
        '14/03/26 10.00 - Ani: tutupnya bocor',
        '14/03/26 10.00 - Ani: <Media tidak disertakan>',
        '14/03/26 10.00 - Ani: fine',
      ),
      { texts: ['tutupnya bocor', 'fine'], times: ['2026-03-14T10:00Z', '2026-03-14T10:00Z'], bad: ['placeholder'] },
    ],
    [
      'WhatsApp in sv',
      lines(
        '2026-03-14 10:00 - Ann: locket läcker',
        '2026-03-14 10:00 - Ann: <Media har utelämnats>',
        '2026-03-14 10:00 - Ann: fine',
      ),
      { texts: ['locket läcker', 'fine'], times: ['2026-03-14T10:00Z', '2026-03-14T10:00Z'], bad: ['placeholder'] },
    ],
    [
      'WhatsApp in fi',
      lines(
        '14.3.2026 klo 10.00 - Ann: kansi vuotaa',
        '14.3.2026 klo 10.00 - Ann: <Media jätettiin pois>',
        '14.3.2026 klo 10.00 - Ann: fine',
      ),
      { texts: ['kansi vuotaa', 'fine'], times: ['2026-03-14T10:00Z', '2026-03-14T10:00Z'], bad: ['placeholder'] },
    ],
    [
      'WhatsApp in pl',
      lines(
        '14.03.2026, 10:00 - Ania: pokrywka przecieka',
        '14.03.2026, 10:00 - Ania: <pominięto multimedia>',
        '14.03.2026, 10:00 - Ania: fine',
      ),
      {
        texts: ['pokrywka przecieka', 'fine'],
        times: ['2026-03-14T10:00Z', '2026-03-14T10:00Z'],
        bad: ['placeholder'],
      },
    ],
    [
      'WhatsApp in zh-CN',
      lines(
        '2026/3/14 10:00 - 小安: 盖子漏水',
        '2026/3/14 10:00 - 小安: <省略多媒体文件>',
        '2026/3/14 10:00 - 小安: fine',
      ),
      { texts: ['盖子漏水', 'fine'], times: ['2026-03-14T10:00Z', '2026-03-14T10:00Z'], bad: ['placeholder'] },
    ],
    [
      'WhatsApp in zh-TW',
      lines(
        '2026/3/14 上午10:00 - 小安: 蓋子漏水',
        '2026/3/14 上午10:00 - 小安: <已略過多媒體檔案>',
        '2026/3/14 上午10:00 - 小安: fine',
      ),
      { texts: ['蓋子漏水', 'fine'], times: ['2026-03-14T10:00Z', '2026-03-14T10:00Z'], bad: ['placeholder'] },
    ],
    [
      'WhatsApp in ja',
      lines(
        '2026/03/14 10:00 - アン: 蓋が漏れる',
        '2026/03/14 10:00 - アン: <メディアなし>',
        '2026/03/14 10:00 - アン: fine',
      ),
      { texts: ['蓋が漏れる', 'fine'], times: ['2026-03-14T10:00Z', '2026-03-14T10:00Z'], bad: ['placeholder'] },
    ],
    [
      'WhatsApp in ko',
      lines(
        '2026. 3. 14. 오전 10:00 - 앤: 뚜껑이 새요',
        '2026. 3. 14. 오전 10:00 - 앤: <미디어 파일 제외됨>',
        '2026. 3. 14. 오전 10:00 - 앤: fine',
      ),
      { texts: ['뚜껑이 새요', 'fine'], times: ['2026-03-14T10:00Z', '2026-03-14T10:00Z'], bad: ['placeholder'] },
    ],
    [
      'WhatsApp in ar',
      lines(
        '١٤‏/٣‏/٢٠٢٦، ١٠:٠٠ ص - علي: الغطاء يسرب',
        '١٤‏/٣‏/٢٠٢٦، ١٠:٠٠ ص - علي: <تم استبعاد الوسائط>',
        '١٤‏/٣‏/٢٠٢٦، ١٠:٠٠ ص - علي: fine',
      ),
      { texts: ['الغطاء يسرب', 'fine'], times: ['2026-03-14T10:00Z', '2026-03-14T10:00Z'], bad: ['placeholder'] },
    ],
    [
      'WhatsApp in hi',
      lines(
        '14/03/26, 10:00 am - अनु: ढक्कन लीक करता है',
        '14/03/26, 10:00 am - अनु: <मीडिया छोड़ा गया>',
        '14/03/26, 10:00 am - अनु: fine',
      ),
      { texts: ['ढक्कन लीक करता है', 'fine'], times: ['2026-03-14T10:00Z', '2026-03-14T10:00Z'], bad: ['placeholder'] },
    ],
    [
      'WeChat by MemoTrace: Type, StrContent, StrTime, notices and pictures in XML',
      lines(
        'localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender',
        '1,3,1,0,0,1772359200,3,杯子漏水了,2026-03-01 18:00:00,小安,安安,wxid_a',
        '2,3,3,0,0,1772359260,3,"<?xml version=""1.0""?><msg><img aeskey=""1a"" cdnthumburl=""30""/></msg>",2026-03-01 18:01:00,小安,安安,wxid_a',
        '3,3,10000,0,0,1772359320,3,小安撤回了一条消息,2026-03-01 18:02:00,小安,安安,wxid_a',
        '4,3,1,0,1,1772359380,2,我的没问题呀,2026-03-01 18:03:00,,博博,wxid_b',
      ),
      { texts: ['杯子漏水了', '我的没问题呀'], times: ['2026-03-01T10:00Z', '2026-03-01T10:03Z'] },
      { timeZone: 'Asia/Shanghai' },
    ],
    [
      'Google Chat takeout',
      '{"messages":[{"creator":{"name":"Ann","email":"ann@x.example","user_type":"Human"},"created_date":"Sunday, March 1, 2026 at 10:00:00 AM UTC","text":"the lid leaks","topic_id":"T1","message_id":"S/T1/M1"},{"creator":{"name":"Bot","email":"","user_type":"Bot"},"created_date":"Sunday, March 1, 2026 at 10:01:00 AM UTC","text":"Ticket was made","topic_id":"T1","message_id":"S/T1/M2"}]}',
      {
        texts: ['the lid leaks', 'Ticket was made'],
        times: ['2026-03-01T10:00Z', '2026-03-01T10:01Z'],
        leftOut: [null, 'bot'],
        authors: ['Ann', 'Bot'],
        externalIds: ['S/T1/M1', 'S/T1/M2'],
      },
    ],
    [
      'Skype export',
      '{"userId":"8:ann","exportDate":"2026-03-20T10:00","conversations":[{"id":"8:bob","displayName":"Bob","version":1,"MessageList":[{"id":"1772359200000","displayName":null,"originalarrivaltime":"2026-03-01T10:00:00.123Z","messagetype":"RichText","version":1772359200000,"content":"it broke &amp; nobody cares <ss type=\\"sad\\">:(</ss>","conversationid":"8:bob","from":"8:ann"},{"id":"1772359260000","displayName":"Bob","originalarrivaltime":"2026-03-01T10:01:00Z","messagetype":"RichText","version":1772359260000,"content":"mine is fine","conversationid":"8:bob","from":"8:bob"}]}]}',
      {
        texts: ['it broke & nobody cares :(', 'mine is fine'],
        times: ['2026-03-01T10:00:00.123Z', '2026-03-01T10:01Z'],
        authors: ['8:ann', '8:bob'],
      },
    ],
    [
      'VK API: likes.count, threads',
      '{"response":{"count":2,"items":[{"id":11,"from_id":5,"date":1772359200,"text":"крышка течёт","post_id":3,"owner_id":-1,"parents_stack":[],"likes":{"can_like":1,"count":3,"user_likes":0},"thread":{"count":1,"items":[{"id":12,"from_id":6,"date":1772359260,"text":"у меня всё хорошо","post_id":3,"owner_id":-1,"parents_stack":[11],"likes":{"can_like":1,"count":1,"user_likes":0},"reply_to_comment":11}]}},{"id":13,"from_id":7,"date":1772359320,"text":"слишком дорого","post_id":3,"owner_id":-1,"parents_stack":[],"likes":{"can_like":1,"count":0,"user_likes":0},"thread":{"count":0,"items":[]}}]}}',
      {
        texts: ['крышка течёт', 'у меня всё хорошо', 'слишком дорого'],
        likes: [3, 1, 0],
        authors: ['5', '6', '7'],
        externalIds: ['11', '12', '13'],
      },
    ],
    [
      'Microsoft Forms: start, completion',
      lines(
        'ID,Start time,Completion time,Email,Name,How likely are you to recommend us?,What could we improve?',
        '1,3/1/26 10:00:00,3/1/26 10:04:10,anonymous,,3,Answer the phone sometimes',
        '2,3/14/26 11:00:00,3/14/26 11:02:00,anonymous,,9,Nothing comes to mind',
      ),
      {
        texts: ['Answer the phone sometimes', 'Nothing comes to mind'],
        times: ['2026-03-01T10:04:10.000Z', '2026-03-14T11:02Z'],
        stars: [1.5, 4.5],
      },
    ],
    // Not by name: Jest takes a fourth parameter that a row does not give for a callback to wait for.
  ])('%s', async (...[, content, expected, options]) => expectHeld(content, expected, options));
});
