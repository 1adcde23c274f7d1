import { SvgRecorder } from './svg-recorder';

describe('SvgRecorder', () => {
  const measured = { font: '', measureText: (text: string) => ({ width: 7 * text.length }) as TextMetrics };
  let recorder: SvgRecorder;
  beforeEach(() => (recorder = new SvgRecorder(measured)));

  it('keeps lines with their colour, opacity, width and dash', () => {
    recorder.strokeStyle = 'rgba(194, 65, 12, 0.5)';
    recorder.lineWidth = 2;
    recorder.setLineDash([4, 4]);
    recorder.beginPath();
    recorder.moveTo(0, 1.234);
    recorder.lineTo(10, 20);
    recorder.stroke();
    expect(recorder.markup).toBe(
      '<path d="M0 1.23L10 20" fill="none" stroke="rgb(194, 65, 12)" stroke-opacity="0.5" stroke-width="2" ' +
        'stroke-linecap="butt" stroke-linejoin="miter" stroke-dasharray="4 4" stroke-dashoffset="0"/>',
    );
  });

  it('brings back what was saved, and places things by the transformation in force', () => {
    recorder.save();
    recorder.translate(100, 50);
    recorder.scale(2, 2);
    recorder.fillStyle = '#fff';
    recorder.fillRect(1, 2, 3, 4);
    recorder.restore();
    recorder.fillRect(1, 2, 3, 4);
    expect(recorder.markup).toBe(
      '<path d="M102 54L108 54L108 62L102 62Z" fill="#fff"/><path d="M1 2L4 2L4 6L1 6Z" fill="#000"/>',
    );
  });

  it('draws a whole circle', () => {
    recorder.beginPath();
    recorder.arc(10, 10, 5, 0, 2 * Math.PI);
    recorder.fill();
    expect(recorder.markup.match(/A5 5 0 0 1/g)?.length).toBeGreaterThanOrEqual(2);
    expect(recorder.markup).toContain('M15 10');
    expect(recorder.markup).toMatch(/15 10" fill/);
  });

  it('cuts by a clip, and by the clip around it', () => {
    for (const size of [50, 20]) {
      recorder.beginPath();
      recorder.rect(0, 0, size, size);
      recorder.clip();
    }
    recorder.fillRect(0, 0, 100, 100);
    expect(recorder.markup).toContain('<clipPath id="clip2" clip-path="url(#clip1)">');
    expect(recorder.markup).toContain('<g clip-path="url(#clip2)"><path d="M0 0L100 0');
  });

  it('writes texts as texts, whatever stands in them', () => {
    recorder.font = '600 12px Inter, sans-serif';
    recorder.textAlign = 'center';
    recorder.textBaseline = 'middle';
    recorder.fillText('<b>"Update" & more</b>', 5, 10);
    expect(recorder.markup).toBe(
      '<text transform="matrix(1 0 0 1 0 0)" x="5" y="14.2" font-family="Inter, sans-serif" font-size="12" font-weight="600" ' +
        'text-anchor="middle" fill="#000">&lt;b&gt;&quot;Update&quot; &amp; more&lt;/b&gt;</text>',
    );
    expect(recorder.measureText('abc').width).toBe(21);
  });

  it('takes in what another one drew, where it stands', () => {
    recorder.translate(24, 80);
    recorder.include('<path d="M0 0"/>');
    expect(recorder.markup).toBe('<g transform="matrix(1 0 0 1 24 80)"><path d="M0 0"/></g>');
  });

  it('begins anew when all is wiped', () => {
    recorder.fillRect(0, 0, 1, 1);
    recorder.clearRect();
    expect(recorder.markup).toBe('');
  });
});
