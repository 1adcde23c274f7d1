import { LanguageModel, RolePrompts } from '@moodline/language-model/api';
import { MOST_OWN_ROLES, newRoleSchema, roleRunSchema, type NewRole } from '@moodline/sentiment/contract';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import { MindedModel } from '../testing/minded-model';
import { LabelVersions } from './label-versions.repository';
import { OwnRoles } from './own-role.repository';
import { RoleEditor } from './role-editor';
import { RoleEvaluationsQuery } from './role-evaluations.query';
import { RoleHistoryQuery } from './role-history.query';
import { RoleRunner } from './role-runner';
import { RoleRepository } from './role.repository';

const never = new AbortController().signal;
const role = (more: Partial<NewRole> = {}): NewRole =>
  newRoleSchema.parse({
    ...{ title: 'Ticket sorter', language: 'en', task: 'choose', options: ['delivery', 'price'], system: 'Sort.' },
    ...more,
  });

describe('roles of a workspace', () => {
  let test: TestDatabase;
  let own: OwnRoles;
  let prompts: RolePrompts;
  let editor: RoleEditor;
  let runner: RoleRunner;
  let by: { workspaceId: number; userId: number };

  beforeEach(async () => {
    test = await createTestDatabase();
    const { database } = test;
    const { id } = await database.user.create({
      data: { workspaceId: test.workspaceId, name: 'Mei', role: 'owner' },
    });
    by = { workspaceId: test.workspaceId, userId: id };
    prompts = new RolePrompts();
    own = new OwnRoles(database, prompts);
    own.onModuleInit();
    const roles = new RoleRepository(database);
    const model: LanguageModel = new MindedModel();
    const history = new RoleHistoryQuery(database);
    const evaluations = new RoleEvaluationsQuery(database);
    editor = new RoleEditor(prompts, roles, history, evaluations, new LabelVersions(database), model);
    editor.onModuleInit();
    runner = new RoleRunner(model, prompts, roles);
  });
  afterEach(() => test.close());

  it('are listed, and have their first version in force, by the person who made them', async () => {
    const name = await own.create(by, role());
    expect(name).toBe('own-ticket-sorter');
    const listed = (await editor.list(by.workspaceId)).find((one) => one.name === name);
    expect(listed).toMatchObject({ own: true, edited: false, activeVersion: 1, options: ['delivery', 'price'] });
    const { versions } = await editor.role(by.workspaceId, name);
    expect(versions).toMatchObject([{ version: 1, system: 'Sort.', author: 'Mei', createdAt: expect.any(String) }]);
  });

  it('have versions that are put in force and taken back like those of any role', async () => {
    const name = await own.create(by, role());
    const actor = { ...by, role: 'owner', by: 'session' } as never;
    expect(await editor.addVersion(actor, name, { system: 'Sort well.', note: '' })).toEqual({ version: 2 });
    await editor.activate(by, name, { version: 2, confirmWithoutEvaluation: false });
    const seed = await prompts.seedIn(by.workspaceId, name);
    expect(seed && (await prompts.active(by.workspaceId, seed)).system).toBe('Sort well.');
    const { role: now } = await editor.activate(by, name, { version: 1, confirmWithoutEvaluation: false });
    expect(now).toMatchObject({ activeVersion: 1, versions: 2 });
  });

  it('are run by programs, among their own options', async () => {
    const name = await own.create(by, role());
    const run = roleRunSchema.parse({ texts: ['far too dear'] });
    const { answers, version } = await runner.run(by.workspaceId, name, run, never);
    expect(version).toBe(1);
    expect(['delivery', 'price']).toContain(answers[0]?.choice);
  });

  it('have names of their own, also where titles are the same, or come at once, or have no letters', async () => {
    const names = await Promise.all([own.create(by, role()), own.create(by, role())]);
    expect(names.sort()).toEqual(['own-ticket-sorter', 'own-ticket-sorter-2']);
    expect(await own.create(by, role({ title: '工单分类' }))).toBe('own-role');
    expect(await own.create(by, role({ title: '返品の仕分け' }))).toBe('own-role-2');
  });

  it('go and come back with all their versions; nobody finds them meanwhile', async () => {
    const name = await own.create(by, role());
    await own.remove(by.workspaceId, name);
    await expect(editor.role(by.workspaceId, name)).rejects.toMatchObject({ code: 'not-found' });
    await expect(own.remove(by.workspaceId, name)).rejects.toMatchObject({ code: 'not-found' });
    await own.restore(by.workspaceId, name);
    expect((await editor.role(by.workspaceId, name)).versions).toHaveLength(1);
    await expect(own.restore(by.workspaceId, name)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are not there for another workspace', async () => {
    const name = await own.create(by, role());
    const elsewhere = by.workspaceId + 1;
    expect(await own.all(elsewhere)).toEqual([]);
    await expect(editor.role(elsewhere, name)).rejects.toMatchObject({ code: 'not-found' });
    await expect(own.remove(elsewhere, name)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('have a prompt, and are so many and no more', async () => {
    await expect(own.create(by, role({ system: '  ' }))).rejects.toMatchObject({ code: 'role-prompt-empty' });
    const data = { workspaceId: by.workspaceId, userId: by.userId, title: 'x', purpose: '', task: 'write', sample: '' };
    await test.database.ownRole.createMany({
      data: Array.from({ length: MOST_OWN_ROLES }, (_, at) => ({ ...data, name: `own-${at}` })),
    });
    await expect(own.create(by, role())).rejects.toMatchObject({ code: 'too-many-roles' });
  });

  it('choose among two different answers at least', () => {
    const parse = (options: string[]) => newRoleSchema.safeParse({ ...role(), options }).success;
    expect([parse(['a', 'b']), parse(['a']), parse(['a', 'a']), parse(['a', 'b', 'a'])]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
