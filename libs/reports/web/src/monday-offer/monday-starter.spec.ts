import { mondayWay } from './monday-starter';

const server = { id: 1, name: 'Mail', kind: 'smtp', to: ['team@example.com'] };
const slack = { id: 2, name: 'Marketing', kind: 'slack', to: null };

describe('the way of a Monday report', () => {
  it('is a mail to who asks for it, whoever else the mail server writes to', () => {
    expect(mondayWay([slack, server], 'anna@example.com')).toEqual({
      ...{ kind: 'mail', to: 'anna@example.com' },
      recipients: [{ channel: 1, addresses: ['anna@example.com'] }],
    });
  });

  it('is a mail to the addresses of the server, for an owner who has told none', () => {
    expect(mondayWay([server], null)).toMatchObject({ kind: 'mail', to: 'team@example.com' });
  });

  it('is another channel, where there is no mail server or nobody to write to', () => {
    expect(mondayWay([slack], 'anna@example.com')).toMatchObject({ kind: 'channel', to: 'Marketing' });
    expect(mondayWay([{ ...server, to: [] }, slack], null)).toMatchObject({ kind: 'channel', to: 'Marketing' });
  });

  it('is the page of reports, where there is none of them', () => {
    expect(mondayWay([], 'anna@example.com')).toEqual({ kind: 'product', to: '', recipients: [] });
    expect(mondayWay([{ ...server, to: [] }], null)).toMatchObject({ kind: 'product' });
  });
});
