import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { LanguageModel, RolePrompts } from '@moodline/language-model/api';
import type { Role, RoleSummary, TrialAnswer } from '@moodline/sentiment/contract';
import { Database } from '@moodline/shared/db';
import { ProblemFilter, type RequestWithActor } from '@moodline/shared/http';
import { createTestDatabase, type TestDatabase } from '@moodline/shared/testing';
import type { AddressInfo } from 'node:net';
import { LABEL_ROLE } from '../prompts/label';
import { MindedModel } from '../testing/minded-model';
import { EvaluationChangesQuery } from './evaluation-changes.query';
import { LabelVersions } from './label-versions.repository';
import { RoleEditor } from './role-editor';
import { RoleEvaluationsQuery } from './role-evaluations.query';
import { RoleHistoryQuery } from './role-history.query';
import { RoleTrialRunner } from './role-trial';
import { RoleRepository } from './role.repository';
import { RoleRunner } from './role-runner';
import { RolesController } from './roles.controller';

const WORDS = { en: 'Greeter', zh: '迎宾' };
const GREETER = {
  name: 'greeter',
  version: 1,
  system: 'Greet',
  about: { title: WORDS, purpose: WORDS, answer: WORDS, language: 'en', task: 'write', sample: 'hi' },
} as const;

describe('the roles API', () => {
  let test: TestDatabase;
  let app: INestApplication;
  let prompts: RolePrompts;
  let url: string;

  beforeAll(async () => {
    test = await createTestDatabase();
    await test.database.user.createMany({
      data: [{ workspaceId: test.workspaceId, id: 1, name: 'Mei', role: 'owner' }],
    });
    const module = await Test.createTestingModule({
      controllers: [RolesController],
      providers: [
        RoleEditor,
        RoleRepository,
        LabelVersions,
        RoleHistoryQuery,
        RoleEvaluationsQuery,
        RoleTrialRunner,
        RoleRunner,
        EvaluationChangesQuery,
        RolePrompts,
        { provide: Database, useValue: test.database },
        { provide: LanguageModel, useClass: MindedModel },
      ],
    }).compile();
    app = module.createNestApplication({ logger: false });
    app.useGlobalFilters(new ProblemFilter());
    app.use((request: RequestWithActor, _: unknown, next: () => void) => {
      request.actor = { workspaceId: test.workspaceId, userId: 1, role: 'owner', by: 'session' };
      next();
    });
    prompts = app.get(RolePrompts);
    prompts.register(LABEL_ROLE, GREETER);
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}/roles`;
  });
  beforeEach(async () => {
    await test.database.role.deleteMany();
    await test.database.roleVersion.deleteMany();
    await test.database.roleActivation.deleteMany();
    for (const { name } of prompts.all()) prompts.forget(test.workspaceId, name);
  });
  afterAll(async () => {
    await app.close();
    await test.close();
  });

  async function ask<T>(
    path: string,
    body?: unknown,
    accept = 'application/json',
  ): Promise<{ status: number; body: T; text: string }> {
    const response = await fetch(
      url + path,
      body
        ? {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', Accept: accept },
            body: JSON.stringify(body),
          }
        : {},
    );
    const text = await response.text();
    return { status: response.status, text, body: (accept.includes('json') ? JSON.parse(text) : undefined) as T };
  }
  const save = (system: string, name = 'label') =>
    ask<{ version: number; code: string; details: unknown }>(`/${name}/versions`, { system, note: 'shorter' });
  const activate = (version: number, more = {}, name = 'label') =>
    ask<Role & { code: string }>(`/${name}/activate`, { version, ...more });

  it('lists every role of the product with what it is for, before anybody changed one', async () => {
    const { body } = await ask<RoleSummary[]>('');
    expect(body).toMatchObject([
      { name: 'greeter', title: WORDS, activeVersion: 1, versions: 1, edited: false, options: null },
      { name: 'label', activeVersion: 2, versions: 2, edited: false, options: ['POSITIVE', 'NEUTRAL', 'NEGATIVE'] },
    ]);
    const role = (await ask<Role>('/greeter')).body;
    expect(role).toMatchObject({
      versions: [{ version: 1, system: 'Greet', author: null, createdAt: null }],
      activations: [],
    });
  });

  it('keeps a draft with author and note, and leaves the version in force', async () => {
    expect(await save(' Judge.\r\nOne word. ')).toMatchObject({ status: 201, body: { version: 3 } });
    const { role, versions } = (await ask<Role>('/label')).body;
    expect(role).toMatchObject({ activeVersion: 2, versions: 3, edited: false });
    expect(versions).toMatchObject([
      { version: 3, kind: 'prompt', system: 'Judge.\nOne word.', note: 'shorter', author: 'Mei' },
      { version: 2, kind: 'head', author: null, createdAt: null },
      { version: 1, kind: 'prompt', author: null, createdAt: null },
    ]);
    expect((await prompts.active(test.workspaceId, LABEL_ROLE)).version).toBe(2);
  });

  it('gives two people who save at once two numbers', async () => {
    const saved = await Promise.all(Array.from({ length: 6 }, (_, index) => save(`draft ${index}`, 'greeter')));
    expect(saved.map(({ body }) => body.version).sort()).toEqual([2, 3, 4, 5, 6, 7]);
  });

  it.each([
    ['an empty prompt', ' \n ', 'role-prompt-empty'],
    ['a prompt with too many characters', 'abcd '.repeat(1_300), 'role-prompt-too-long'],
    ['a prompt with too many tokens', '判断情感'.repeat(600), 'role-prompt-too-long'],
  ])('refuses %s', async (_, system, code) => {
    expect(await save(system)).toMatchObject({ status: 422, body: { code } });
  });

  it('refuses a prompt that a version has already, and says which', async () => {
    await save('draft');
    expect(await save('draft\n')).toMatchObject({
      status: 409,
      body: { code: 'role-prompt-same', details: { version: 3 } },
    });
    expect(await save(LABEL_ROLE.system)).toMatchObject({ status: 409, body: { details: { version: 1 } } });
  });

  it('puts a version in force and an older one again, and keeps who did', async () => {
    await save('Greet warmly', 'greeter');
    await activate(2, {}, 'greeter');
    expect(await prompts.active(test.workspaceId, GREETER)).toEqual({
      name: 'greeter',
      version: 2,
      system: 'Greet warmly',
    });
    const { body } = await activate(1, {}, 'greeter');
    expect(body.activations).toMatchObject([
      { version: 1, previous: 2, by: 'Mei' },
      { version: 2, previous: 1, by: 'Mei' },
    ]);
    expect(await prompts.active(test.workspaceId, GREETER)).toMatchObject({ version: 1, system: 'Greet' });
    await activate(1, {}, 'greeter');
    expect(await test.database.roleActivation.count()).toBe(2);
  });

  it('asks for a confirmation before a version labels comments that was never evaluated', async () => {
    await save('draft');
    expect(await activate(3)).toMatchObject({ status: 409, body: { code: 'role-not-evaluated' } });
    expect(await activate(3, { confirmWithoutEvaluation: true })).toMatchObject({
      status: 200,
      body: { role: { activeVersion: 3, edited: true }, activations: [{ evaluated: false }] },
    });
    // What the product brings was measured before it was shipped: the prompt and the heads.
    expect(await activate(1)).toMatchObject({ status: 200, body: { role: { activeVersion: 1, edited: false } } });
    expect(await activate(2)).toMatchObject({ status: 200, body: { role: { activeVersion: 2, edited: false } } });
  });

  it('takes a finished evaluation for enough, and shows what it found', async () => {
    await save('draft');
    const found = { accuracy: { n: 40, correct: 31, value: 0.775, low: 0.62, high: 0.88 }, macroF1: 0.71 };
    const evaluation = {
      workspaceId: test.workspaceId,
      setKind: 'built-in',
      setName: 'Built-in',
      role: 'label',
      version: 3,
      model: 'minded',
      total: 40,
      userId: 1,
    };
    await test.database.evaluation.create({ data: { ...evaluation, state: 'running' } });
    expect(await activate(3)).toMatchObject({ status: 409 });
    await test.database.evaluation.create({ data: { ...evaluation, state: 'done', result: found } });
    const { body } = await activate(3);
    expect(body.versions[0]?.evaluations).toMatchObject([
      { set: { kind: 'built-in' }, model: 'minded', accuracy: { n: 40, value: 0.775, low: 0.62 }, macroF1: 0.71 },
    ]);
    expect(body.activations[0]).toMatchObject({ version: 3, evaluated: true });
    await test.database.evaluation.deleteMany();
  });

  it('counts the labels in which two evaluations differ, on the texts that both have judged', async () => {
    const evaluated = async (version: number, said: (string | null)[], setKind = 'built-in') => {
      const { id } = await test.database.evaluation.create({
        data: {
          workspaceId: test.workspaceId,
          setKind,
          setName: 'x',
          role: 'label',
          version,
          model: 'minded',
          state: 'done',
          total: 4,
          userId: 1,
        },
      });
      const row = {
        workspaceId: test.workspaceId,
        evaluationId: id,
        gold: 'negative',
        language: 'en',
        source: '',
        judged: true,
      };
      await test.database.evaluationRow.createMany({
        data: said.map((predicted, index) => ({ ...row, position: index + 1, predicted })),
      });
      return id;
    };
    const before = await evaluated(1, ['negative', 'neutral', 'positive', null]);
    const after = await evaluated(2, ['positive', 'negative', 'neutral', null, 'negative']);
    expect((await ask(`/label/changes?before=${before}&after=${after}`)).body).toEqual({
      compared: 4,
      changed: 3,
      better: 1,
      worse: 1,
    });
    const elsewhere = await evaluated(2, ['positive'], 'corrections');
    expect((await ask(`/label/changes?before=${before}&after=${elsewhere}`)).body).toMatchObject({ compared: 0 });
  });

  it('knows no other roles and versions', async () => {
    expect(await ask('/nobody')).toMatchObject({ status: 404 });
    expect(await save('x', 'nobody')).toMatchObject({ status: 404 });
    expect(await activate(7)).toMatchObject({ status: 404 });
  });

  it('tries a version or an unsaved prompt, and stores nothing', async () => {
    await save('says negative');
    const best = async (prompt: object) =>
      (await ask<TrialAnswer>('/label/try', { text: 'the battery', ...prompt })).body;
    expect(await best({ version: 1 })).toMatchObject({
      kind: 'choice',
      chances: [{ option: 'POSITIVE', probability: 0.8 }, {}, {}],
    });
    expect(await best({ version: 3 })).toMatchObject({ chances: [{ option: 'NEGATIVE' }, {}, {}], also: [] });
    expect(await best({ system: 'says neutral' })).toMatchObject({ chances: [{ option: 'NEUTRAL' }, {}, {}] });
    expect(await ask('/label/try', { text: 'x', version: 9 })).toMatchObject({ status: 404 });
    expect(await ask('/label/try', { text: 'x' })).toMatchObject({ status: 400 });
    expect(await ask('/label/try', { text: 'x', system: ' ' })).toMatchObject({ status: 422 });
    expect(await test.database.roleVersion.count({ where: { role: 'label' } })).toBe(3);
  });

  it('streams what a writing role writes', async () => {
    const { text } = await ask('/greeter/try', { text: 'hi', system: 'Greet' }, 'text/event-stream');
    expect(text).toMatch(
      /^event: piece\ndata: {"text":"Gree"}\n\nevent: piece\ndata: {"text":"t: hi"}\n\nevent: done\ndata: {"kind":"text","text":"Greet: hi","finish":"stop"/,
    );
  });
});
