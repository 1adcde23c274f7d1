import { readFeed } from './feed-items';

describe('feeds', () => {
  it('may be RSS, with names, full content and dates of extensions', () => {
    const { title, items } =
      readFeed(`<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>R &amp;amp; D</title>
      <item><title>Re: &lt;b&gt;Air&lt;/b&gt;</title><guid isPermaLink="false">g1</guid><link>https://a.example/1</link><dc:creator>Ann</dc:creator><pubDate>Sun, 03 May 2026 08:00:00 GMT</pubDate><description>short</description><content:encoded><![CDATA[<p>Long &amp; <i>good</i></p>]]></content:encoded></item>
      <item><title>Only a title</title><link>https://a.example/2</link></item></channel></rss>`);
    expect(title).toBe('R & D');
    expect(items).toEqual([
      {
        id: 'g1',
        title: 'Re: Air',
        content: 'Long & good',
        link: 'https://a.example/1',
        writtenLink: 'https://a.example/1',
        author: 'Ann',
        date: 'Sun, 03 May 2026 08:00:00 GMT',
      },
      {
        id: null,
        title: 'Only a title',
        content: '',
        link: 'https://a.example/2',
        writtenLink: 'https://a.example/2',
        author: null,
        date: null,
      },
    ]);
  });

  it('may name the page of an RSS item in the way of Atom, and have tags in what it calls text', () => {
    const rss = readFeed(
      '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>F</title><item><title>late</title><atom:link href="/t/1"/></item></channel></rss>',
      'https://site.example/feed',
    );
    expect(rss.items[0]).toMatchObject({ link: 'https://site.example/t/1' });
    const atom = readFeed(
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>i1</id><title>a &lt;3 b</title><content>&lt;p&gt;late&lt;/p&gt;&lt;p&gt;cold&lt;/p&gt;</content></entry></feed>',
    );
    expect(atom.items[0]).toMatchObject({ title: 'a <3 b', content: 'late\n\ncold' });
  });

  it('may be Atom, where text is text unless it says that it is HTML', () => {
    const { items } = readFeed(`<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title>
      <entry><id>i1</id><title>1 &lt; 2</title><author><name>Bo</name></author><published>2026-05-03T08:00:00Z</published><updated>2026-05-09T08:00:00Z</updated><link rel="self" href="https://a.example/self"/><link rel="alternate" href="https://a.example/1"/><content type="html">&lt;p&gt;很好&lt;/p&gt;</content></entry></feed>`);
    expect(items).toEqual([
      {
        id: 'i1',
        title: '1 < 2',
        content: '很好',
        link: 'https://a.example/1',
        writtenLink: 'https://a.example/1',
        author: 'Bo',
        date: '2026-05-03T08:00:00Z',
      },
    ]);
  });

  it.each([
    ['escaped twice', '&amp;lt;p&amp;gt;It &amp;amp;amp; hums&amp;lt;/p&amp;gt;', 'It & hums'],
    ['escaped once', '&lt;p&gt;It &amp;amp; hums&lt;/p&gt;', 'It & hums'],
    ['about tags', '&lt;p&gt;Use &lt;code&gt;&amp;lt;br&amp;gt;&lt;/code&gt; here&lt;/p&gt;', 'Use <br> here'],
    ['with a sign of less', 'I &amp;lt;3 it', 'I <3 it'],
  ])('may have a description %s', (_, description, content) => {
    const rss = `<rss version="2.0"><channel><title>F</title><item><title>t</title><description>${description}</description></item></channel></rss>`;
    expect(readFeed(rss).items[0]?.content).toBe(content);
  });

  it('of podcasts name the author in their own way', () => {
    const rss =
      '<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>F</title><item><title>t</title><itunes:author>Ann</itunes:author></item></channel></rss>';
    expect(readFeed(rss).items[0]?.author).toBe('Ann');
  });

  it('may be RDF', () => {
    const { items } = readFeed(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>D</title></channel><item rdf:about="x1"><title>T</title><link>https://a.example/3</link><description>本文</description><dc:date>2026-05-03</dc:date></item></rdf:RDF>`,
    );
    expect(items).toEqual([
      {
        id: null,
        title: 'T',
        content: '本文',
        link: 'https://a.example/3',
        writtenLink: 'https://a.example/3',
        author: null,
        date: '2026-05-03',
      },
    ]);
  });

  it('may be JSON Feed', () => {
    const { title, items } = readFeed(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'J',
        items: [
          {
            id: '1',
            url: 'https://a.example/4',
            content_html: '<p>x</p>',
            date_published: '2026-05-03T08:00:00Z',
            authors: [{ name: 'Cy' }],
          },
        ],
      }),
    );
    expect(title).toBe('J');
    expect(items).toEqual([
      {
        id: '1',
        title: '',
        content: 'x',
        link: 'https://a.example/4',
        writtenLink: 'https://a.example/4',
        author: 'Cy',
        date: '2026-05-03T08:00:00Z',
      },
    ]);
  });

  it.each([
    ['', 'not a feed'],
    ['<rss><channel><item><title>cut', 'not a feed'],
    ['{"a":1}', 'not a feed'],
    ['<!DOCTYPE html><html></html>', 'a web page, not a feed'],
  ])('are told from "%s"', (text, words) => {
    expect(() => readFeed(text)).toThrow(
      expect.objectContaining({ code: 'not-a-feed-format', message: expect.stringContaining(words) }),
    );
  });

  it('cannot blow up by entities within entities or read files', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${'bcdefghi'
      .split('')
      .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefgh'[index]};`.repeat(10)}">`)
      .join(
        '',
      )}<!ENTITY f SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>t</title><item><title>&i; &f;</title></item></channel></rss>`;
    let text = '';
    try {
      text = JSON.stringify(readFeed(bomb));
    } catch (error) {
      expect(error).toMatchObject({ code: 'not-a-feed-format' });
    }
    expect(text.length).toBeLessThan(10_000);
    expect(text).not.toContain('root:');
  });

  it('may describe films and pictures by Media RSS alone', () => {
    const media = 'xmlns:media="http://search.yahoo.com/mrss/"';
    const atom = readFeed(
      `<feed xmlns="http://www.w3.org/2005/Atom" ${media}><title>A</title><entry><id>1</id><title>Day two</title><media:group><media:description>The hinge broke on day two</media:description></media:group></entry></feed>`,
    );
    expect(atom.items[0]?.content).toBe('The hinge broke on day two');
    const rss = readFeed(
      `<rss version="2.0" ${media}><channel><title>R</title><item><title>a</title><media:content url="https://a.example/f.mp4"><media:description type="html">&lt;b&gt;Too&lt;/b&gt; loud</media:description></media:content></item><item><title>b</title><description>own words</description><media:description>of the picture</media:description></item></channel></rss>`,
    );
    expect(rss.items.map(({ content }) => content)).toEqual(['Too loud', 'own words']);
  });

  describe('whose links are parts', () => {
    const link = (feed: string, address = 'https://feeds.example/x/feed.xml') => readFeed(feed, address).items[0]?.link;
    const rss = (site: string, item: string) =>
      `<rss version="2.0"><channel><title>R</title><link>${site}</link><item><title>t</title>${item}</item></channel></rss>`;
    const atom = (attributes: string, entry: string) =>
      `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><title>A</title><entry ${entry}</entry></feed>`;
    it.each([
      [rss('https://shop.example/', '<link>/forum/t/1</link>'), 'https://shop.example/forum/t/1'],
      [rss('https://feeds.example/', '<link>t/1</link>'), 'https://feeds.example/x/t/1'],
      [rss('', '<link>//shop.example/t/1</link>'), 'https://shop.example/t/1'],
      [rss('/', '<link>?p=1</link>'), 'https://feeds.example/x/feed.xml?p=1'],
      [rss('', '<guid>https://shop.example/t/2</guid>'), 'https://shop.example/t/2'],
      [rss('', '<guid isPermaLink="false">https://shop.example/t/2</guid>'), null],
      [rss('', '<link>javascript:alert(1)</link>'), null],
      [
        atom('xml:base="https://blog.example/de/"', '><id>1</id><link href="post/7"/>'),
        'https://blog.example/de/post/7',
      ],
      [atom('xml:base="/de/"', 'xml:base="a/"><id>1</id><link href="post/7"/>'), 'https://feeds.example/de/a/post/7'],
      [
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: 'J',
          items: [{ id: '1', url: '/j/1', content_text: 'x' }],
        }),
        'https://feeds.example/j/1',
      ],
    ])('gets them whole: %s', (feed, address) => expect(link(feed)).toBe(address));
  });

  it('whose full content is a picture say what is described, and signs that XML forbids are no part of a title', () => {
    const { items } = readFeed(
      '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>F</title><item><guid>1</guid><title>Black & white \u0008cups</title><description>It leaks</description><content:encoded><![CDATA[<img src="x.png">]]></content:encoded></item></channel></rss>',
    );
    expect(items).toMatchObject([{ title: 'Black & white cups', content: 'It leaks' }]);
  });
});
