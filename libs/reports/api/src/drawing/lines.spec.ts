import type { CoursePoint } from '@moodline/reports/contract';
import { courseChart } from './course-chart';
import { INK, type Drawing } from './drawing';
import { linesChart } from './lines-chart';

/** Two weeks of 2015 and two of 2026 with a point a month: what lies between is not known. */
const NETS = [10, 20, ...new Array<null>(130).fill(null), -30, -20];
const n = (net: number | null) => (net === null ? 0 : 40);
const linesIn = ({ shapes }: Drawing, stroke: string) =>
  shapes.filter((shape) => shape.kind === 'line' && shape.width === 2 && shape.stroke === stroke && !shape.dash);

describe('lines of reports', () => {
  it('break where nothing is known for long: the mood', () => {
    const points = NETS.map((net, index): CoursePoint => ({ start: String(index), net, n: n(net), comments: n(net) }));
    const words = { alternative: '', comments: '', moment: String, signed: String, number: String };
    const lines = linesIn(courseChart(points, words), INK.text);
    expect(lines.map((line) => line.kind === 'line' && line.points.length)).toEqual([2, 2]);
  });

  it('break where nothing is known for long: two things compared', () => {
    const line = { name: 'Weibo', points: NETS.map((net) => ({ net, n: n(net) })) };
    const drawing = linesChart([line], { alternative: '', moments: NETS.map(String), signed: String });
    const [key, ...lines] = linesIn(drawing, '#2f55d4');
    expect(key).toBeDefined();
    expect(lines.map((one) => one.kind === 'line' && one.points.length)).toEqual([2, 2]);
  });
});
