import { htmlToText } from './html-text';

describe('the text of HTML', () => {
  it.each([
    ['<p>One</p><p>Two<br>Three &amp; four</p>', 'One\n\nTwo\nThree & four'],
    ['a &lt;b&gt; c &#20320;&#x597D; &hellip;&nbsp;&eacute; &#146;', 'a <b> c 你好 … é ’'],
    ['&amp;lt;script&amp;gt;', '&lt;script&gt;'],
    ['1 < 2 and 3 > 2, <3', '1 < 2 and 3 > 2, <3'],
    ['x<script>alert("</p>")</SCRIPT >y<style>p{}</style>z', 'xyz'],
    ['<a title="1 > 0" href=\'x\'>link</a>', 'link'],
    ['a<!-- <p> hidden -->b<!-- never closed', 'ab'],
    ['<img src=x onerror="alert(1)">seen', 'seen'],
    ['&bogus; &copy 2026 &#0; &#xD800;', '&bogus; &copy 2026 \uFFFD \uFFFD'],
    ['<![CDATA[inside]]>', 'inside]]>'],
    ['<script>never closed', ''],
    ['Price: 5 <b', 'Price: 5 <b'],
    [
      '<blockquote>worst lamp ever, trash</blockquote><p>I do not agree, love it</p>',
      '> worst lamp ever, trash\nI do not agree, love it',
    ],
    ['<blockquote><p>one</p><p>two</p></blockquote>mine', '> one\n>\n> two\nmine'],
    [
      '<p>first</p><aside class="quote"><div>bob:</div><blockquote>bad</blockquote></aside>no',
      'first\n> bob:\n> bad\nno',
    ],
    ['a<blockquote>never closed', 'a\n> never closed'],
    ['a</blockquote>b', 'a\nb'],
  ])('%s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it.each([
    ['<a "', 200_000],
    ['<', 1_000_000],
    ['<!--', 300_000],
    ['<script>', 200_000],
    ['&#', 500_000],
    ['<a \'"', 200_000],
    ['<p>', 300_000],
    ['<blockquote>', 100_000],
  ])('of %s repeated is read in time that grows with its length only', (piece, times) => {
    const started = performance.now();
    htmlToText(piece.repeat(times));
    expect(performance.now() - started).toBeLessThan(4_000);
  });

  it.each([
    ['Love it <img class="wp-smiley" alt="👎">', 'Love it 👎'],
    ["<img src='https://s.example/images/core/emoji/15/svg/1f44e.svg' alt='👎'>", '👎'],
    ['<img class="emoji" alt=":rage:"> again', ':rage: again'],
    ['<img alt="😡">', '😡'],
    ['<img alt="[怒]" src="https://h.example/face/1.png">', '[怒]'],
    ['<img alt=❤️>', '❤️'],
    ['<img alt="🇯🇵👍🏽">', '🇯🇵👍🏽'],
    ['<img class="twemoji" title="x" alt="&#128545;"/>', '😡'],
    ['a <img src="photo.jpg" alt="The lamp in the kitchen"> b', 'a b'],
    ['<img class="wp-smiley">', ''],
  ])('keeps emoji that are written as images, and no other pictures: %s', (html, text) =>
    expect(htmlToText(html)).toBe(text),
  );
});
