import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { HEAD_CALIBRATION, LABEL_CALIBRATION, LABEL_ROLE } from '../prompts/label';
import { LabelVersions } from './label-versions.repository';

describe('the versions of the label role that the product brings', () => {
  let test: TestDatabase;
  let versions: LabelVersions;

  beforeEach(async () => {
    test = await createTestDatabase();
    versions = new LabelVersions(test.database);
  });
  afterEach(() => test.close());

  const stored = () => test.database.roleVersion.findMany({ where: { role: 'label' }, orderBy: { version: 'asc' } });
  const inForce = () => versions.inForce(test.workspaceId);
  /** As a workspace was before there were heads. */
  const older = async (active: number, ...written: readonly string[]) => {
    const { workspaceId } = test;
    const more = written.map((system, index) => ({ system, version: index + 2, userId: 7 }));
    await test.database.roleVersion.createMany({
      data: [{ system: LABEL_ROLE.system, version: 1, userId: null }, ...more].map((row) => ({
        workspaceId,
        role: 'label',
        ...row,
      })),
    });
    await test.database.role.create({ data: { workspaceId, name: 'label', activeVersion: active } });
  };

  it('are a prompt and heads in a new workspace, and the heads are in force', async () => {
    expect(await inForce()).toMatchObject({
      version: 2,
      kind: 'head',
      head: null,
      brought: true,
      calibration: HEAD_CALIBRATION,
    });
    expect((await stored()).map(({ version, kind }) => [version, kind])).toEqual([
      [1, 'prompt'],
      [2, 'head'],
    ]);
  });

  it('upgrade a workspace whose prompt nobody has changed', async () => {
    await older(1);
    expect(await inForce()).toMatchObject({ version: 2, kind: 'head' });
  });

  it('leave a prompt in force that somebody wrote, and stand beside it', async () => {
    await older(2, 'Judge kindly.');
    expect(await inForce()).toMatchObject({
      version: 2,
      kind: 'prompt',
      system: 'Judge kindly.',
      brought: false,
      calibration: null,
    });
    expect((await stored()).map(({ version, kind }) => [version, kind])).toEqual([
      [1, 'prompt'],
      [2, 'prompt'],
      [3, 'head'],
    ]);
  });

  it('stay out of force when somebody went back to the prompt', async () => {
    await inForce();
    await test.database.role.updateMany({ data: { activeVersion: 1 } });
    expect(await inForce()).toMatchObject({ version: 1, kind: 'prompt', calibration: LABEL_CALIBRATION });
  });

  it('are added once, however many processes look', async () => {
    await older(1);
    // Each transaction takes a connection of its own.
    const active = await Promise.all(Array.from({ length: 4 }, inForce));
    expect(active.map(({ version }) => version)).toEqual([2, 2, 2, 2]);
    expect(await stored()).toHaveLength(2);
  });
});
