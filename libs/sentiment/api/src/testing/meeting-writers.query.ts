import {
  CommentForgetter,
  CommentIntake,
  CommentMatching,
  ForgottenRepository,
  LeavingOutRepository,
  MonitorRematchRepository,
  MonitorRepository,
  RetentionRepository,
} from '@moodline/comments/api';
import { COMMENT_KINDS, EMOTIONS, KINDS_TO_LEAVE_OUT, monitorRulesSchema } from '@moodline/comments/contract';
import { Database } from '@moodline/shared/db';
import { NotFoundError } from '@moodline/shared/http';
import { isConflict, retryOnConflict } from '@moodline/shared/work';
import { FeatureStore } from '../learning/feature-store.repository';
import { JudgedTexts } from '../learning/judged-texts.query';
import { RelabellingRepository } from '../relabelling/relabelling.repository';
import { chanceOf } from './chance';
import { LabelWriters } from './label-writers';
import { TAG_WRITERS, TagWriters } from './tag-writers.query';
import { WORK_WRITERS, WorkWriters } from './work-writers.query';

const KEY = Buffer.from('key');
const MOODS = ['positive', 'neutral', 'negative'] as const;
const FACET_NAMES = ['emotion', 'kind'] as const;
const FRUITS = ['apple', 'pear', 'plum', 'grape'];
const ZONES = ['Asia/Shanghai', 'Asia/Kolkata', 'Asia/Kathmandu', 'America/New_York', 'UTC'];
const DAY_MS = 86_400_000;

/** Where writers meet: a workspace with a source and two imports. */
export interface MeetingPlace {
  readonly workspaceId: number;
  readonly sourceId: number;
  readonly runIds: readonly number[];
  /** Of the comments of the place, as the source knows them */
  readonly externalIds: readonly string[];
  /** A text of a comment that comes in or is edited */
  readonly text: (chance: Chance) => string;
}

/** A fraction from 0 up to 1, of a seeded row. */
export type Chance = () => number;

/** One of the ways in which comments, labels and what is counted change. */
export type Writer = (process: WritingProcess, place: MeetingPlace, chance: Chance) => Promise<unknown>;

/** For specs: a process of its own, with its own connections. Deadlocks and conflicts that it met are kept, also when the retry went well. */
export class WritingProcess {
  readonly conflicts: unknown[] = [];
  readonly database: Database;
  readonly labels: LabelWriters;
  readonly intake = new CommentIntake(KEY);
  readonly monitors: MonitorRepository;
  readonly rematch: MonitorRematchRepository;
  readonly retention: RetentionRepository;
  readonly forgetter: CommentForgetter;
  readonly relabellings: RelabellingRepository;
  readonly leavingOut: LeavingOutRepository;
  readonly judged: JudgedTexts;
  readonly features: FeatureStore;
  readonly tagging: TagWriters;
  readonly working: WorkWriters;

  constructor(url: string) {
    const database = (this.database = this.watched(new Database(url)));
    const matching = new CommentMatching();
    this.intake.onChanged((transaction, workspace, ids) => matching.forget(transaction, workspace, ids), 'matches');
    this.intake.onStored((transaction, workspace, ids) => matching.matchNew(transaction, workspace, ids), 'matches');
    this.monitors = new MonitorRepository(database);
    this.rematch = new MonitorRematchRepository(database);
    this.labels = new LabelWriters(database).joins(this.intake, this.rematch);
    this.retention = new RetentionRepository(database, this.intake, KEY);
    this.forgetter = new CommentForgetter(new ForgottenRepository(database, this.intake, KEY));
    this.leavingOut = new LeavingOutRepository(database, this.intake, KEY);
    this.judged = new JudgedTexts(database);
    this.features = new FeatureStore(database, this.judged);
    this.tagging = new TagWriters(database).joins(this.intake);
    this.working = new WorkWriters(database).joins(this.intake);
    this.relabellings = new RelabellingRepository(database, this.labels.store, this.labels.buckets);
  }

  close(): Promise<void> {
    return this.database.$disconnect();
  }

  private watched(database: Database): Database {
    const transact = database.$transaction.bind(database) as (...given: unknown[]) => Promise<unknown>;
    const watch = async (...given: unknown[]) => {
      try {
        return await transact(...given);
      } catch (error) {
        if (isConflict(error)) this.conflicts.push(error);
        throw error;
      }
    };
    return Object.assign(database, { $transaction: watch });
  }
}

/** Some of a list, each with the chance of one in two, in a random order. */
function some<T>(list: readonly T[], chance: Chance): T[] {
  return list
    .map((item) => ({ item, at: chance() }))
    .filter(({ at }) => at < 0.5)
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function pick<T>(list: readonly [T, ...T[]], chance: Chance): T {
  return list[Math.floor(chance() * list.length)] ?? list[0];
}

/** A text like no other: no groups of copies meet. */
export const uniqueText = (chance: Chance): string =>
  [FRUITS[Math.floor(chance() * 4)], ...Array.from({ length: 6 }, () => Math.floor(chance() * 1e9).toString(36))].join(
    ' ',
  );

/** Every second text is one of eight that many write, in any case. */
export function copiedText(chance: Chance): string {
  if (chance() < 0.5) return uniqueText(chance);
  const text = uniqueText(chanceOf(Math.floor(chance() * 8)));
  return chance() < 0.5 ? text : text.toUpperCase();
}

const incoming = (externalId: string, text: MeetingPlace['text'], chance: Chance) => ({
  externalId,
  text: text(chance),
  publishedAt: new Date(Date.UTC(2026, 4, 3, 0, Math.floor(chance() * 360))),
});

const idsOf = async ({ database }: WritingProcess, { workspaceId }: MeetingPlace): Promise<number[]> =>
  (await database.comment.findMany({ where: { workspaceId }, select: { id: true } })).map(({ id }) => Number(id));

/** Makes a place: comments of some imports, most with labels of two versions, two monitors that are matched, and a switch that has begun. */
export async function meetingPlace(
  process: WritingProcess,
  chance: Chance,
  {
    count = 24,
    imports = 2,
    text = uniqueText,
  }: { count?: number; imports?: number; text?: MeetingPlace['text'] } = {},
): Promise<MeetingPlace> {
  const { database, intake } = process;
  const { id: workspaceId } = await database.workspace.create({ data: { name: 'Spec', timeZone: 'Asia/Shanghai' } });
  const { id: sourceId } = await database.source.create({ data: { workspaceId, kind: 'file', name: 'Forum' } });
  const run = { workspaceId, sourceId, trigger: 'import', status: 'done' };
  const runIds: number[] = [];
  const externalIds = Array.from({ length: count }, (_, index) => String(index));
  for (let part = 0; part < imports; part++) {
    const { id: runId } = await database.crawlRun.create({ data: run });
    runIds.push(runId);
    const comments = externalIds.filter((_, index) => index % imports === part).map((id) => incoming(id, text, chance));
    await database.$transaction((one) => intake.store(one, { workspaceId, sourceId, runId, comments }));
  }
  const place = { workspaceId, sourceId, runIds, externalIds, text };
  await WRITERS.label(process, place, chance);
  await WRITERS.correct(process, place, chance);
  for (const word of ['apple', 'pear'])
    await process.monitors.create(workspaceId, { name: word, competitor: false, rules: rules(word) });
  while (await process.rematch.advance(workspaceId));
  await database.$executeRaw`
    INSERT INTO label (workspace_id, comment_id, role_version, model, label, kind, kind_probability, current)
    SELECT workspace_id, comment_id, 2, 'spec', 'neutral', 'ad', 0.9, FALSE FROM label WHERE workspace_id = ${workspaceId}`;
  await database.relabelling.create({
    data: { workspaceId, version: 2, model: 'spec', days: 30, since: new Date(0), state: 'switching', userId: 1 },
  });
  // Saved before anything is erased, always: what is erased is recognised by it when it comes again.
  await process.retention.save(workspaceId, 365, new Date());
  return place;
}

/** What was to be forgotten or changed may have gone meanwhile, or lost its text. */
function unlessGone(error: unknown): void {
  if (!(error instanceof NotFoundError) && (error as { code?: string }).code !== 'nothing-to-forget') throw error;
}

const rules = (...words: string[]) => monitorRulesSchema.parse({ any: { words } });

/** Every way in which what is counted changes. */
export const WRITERS = {
  ...TAG_WRITERS,
  ...WORK_WRITERS,
  store: ({ database, intake }, { workspaceId, sourceId, runIds: [runId = 0], text }, chance) => {
    const comments = Array.from({ length: 6 }, () => incoming(`new ${chance()}`, text, chance));
    return retryOnConflict(() =>
      database.$transaction((one) => intake.store(one, { workspaceId, sourceId, runId, comments })),
    );
  },
  edit: ({ database, intake }, { workspaceId, sourceId, runIds: [runId = 0], externalIds, text }, chance) => {
    const comments = some(externalIds, chance).map((id) => incoming(id, text, chance));
    const batch = { workspaceId, sourceId, runId, comments, follow: true };
    return retryOnConflict(() => database.$transaction((one) => intake.store(one, batch)));
  },
  remove: ({ database, intake }, place, chance) => {
    const gone = some(place.externalIds, chance).slice(0, 4);
    return retryOnConflict(() => database.$transaction((one) => intake.removeExternal(one, place, gone)));
  },
  undo: async ({ database, intake }, { workspaceId, runIds }) => {
    const runId = runIds.at(-1) ?? 0;
    while (await retryOnConflict(() => database.$transaction((one) => intake.removeRun(one, workspaceId, runId))));
  },
  forget: async (process, place, chance) => {
    const [id] = some(await idsOf(process, place), chance);
    if (id) await process.forgetter.forget(place.workspaceId, id, 'text').catch(unlessGone);
  },
  retention: ({ retention }, { workspaceId }, chance) => {
    const before = new Date(Date.now() + DAY_MS);
    return retention.eraseSlice({ workspaceId, before }, Math.floor(chance() * 10), new Date());
  },
  rematch: async ({ monitors, rematch }, { workspaceId }, chance) => {
    const [monitor] = some(await monitors.all(workspaceId), chance);
    if (monitor)
      await monitors
        .update(workspaceId, monitor.id, { rules: rules(...some(FRUITS, chance), 'melon') })
        .catch(unlessGone);
    for (let slice = 0; slice < 8; slice++) await rematch.advance(workspaceId, 10);
  },
  clear: async ({ monitors, rematch }, { workspaceId }, chance) => {
    const name = `${chance()}`;
    const { id } = await monitors.create(workspaceId, { name, competitor: true, rules: rules('plum', 'grape') });
    for (let slice = 0; slice < 4; slice++) await rematch.advance(workspaceId, 10);
    await monitors.remove(workspaceId, id);
    await rematch.clearRemoved(workspaceId, 0);
  },
  switch: async ({ database, relabellings }, { workspaceId }) => {
    const [row] = await relabellings.list(workspaceId, 1);
    if (!row) throw new Error('There is no re-labelling');
    while (await relabellings.switchSlice(row, 5));
    await database.relabelling.updateMany({ where: { workspaceId }, data: { switchCursor: 0 } });
  },
  correct: async (process, place, chance) => {
    const { store } = process.labels;
    for (const id of some(await idsOf(process, place), chance).slice(0, 4)) {
      const label = MOODS[Math.floor(chance() * 3)] ?? 'neutral';
      await store.correct(place.workspaceId, id, { label, userId: 1 });
      if (chance() < 0.3) await store.withdraw(place.workspaceId, id);
    }
  },
  label: async ({ labels, database }, { workspaceId }, chance) => {
    const waiting = await database.labelTask.findMany({
      where: { workspaceId },
      select: { commentId: true },
      take: 20,
    });
    const decided = waiting.map(({ commentId }) => {
      const label = MOODS[Math.floor(chance() * 3)] ?? 'neutral';
      const probabilities = { positive: 0.1, neutral: 0.1, negative: 0.1, [label]: 0.8 };
      const [emotion, kind] = [pick(EMOTIONS, chance), pick(COMMENT_KINDS, chance)];
      const said = { emotion: { is: emotion, probability: chance() }, kind: { is: kind, probability: 0.4 + chance() } };
      return { commentId: Number(commentId), decision: { label, probabilities, ...said } };
    });
    await labels.store.store({ workspaceId, roleVersion: 1, model: 'spec', decided });
  },
  countDays: async ({ labels: { facetDays } }) => {
    while (await facetDays.advance(0));
  },
  features: async ({ judged, features }, { workspaceId }) => {
    const read = await judged.unread(workspaceId, 'spec', 40);
    await features.keep(
      workspaceId,
      'spec',
      read.map((text) => ({ ...text, features: Float32Array.of(1, 2) })),
    );
  },
  setApart: async (process, place, chance) => {
    const { database, intake } = process;
    const ids = some(await idsOf(process, place), chance).slice(0, 4);
    const change = chance() < 0.5 ? { leftOut: chance() < 0.5 ? 'staff' : null } : { dateUnknown: chance() < 0.5 };
    await retryOnConflict(() => database.$transaction((one) => intake.setApart(one, place.workspaceId, ids, change)));
  },
  facet: async (process, place, chance) => {
    for (const id of some(await idsOf(process, place), chance).slice(0, 6)) {
      const facet = pick(FACET_NAMES, chance);
      const value = chance() < 0.3 ? null : pick(facet === 'kind' ? COMMENT_KINDS : EMOTIONS, chance);
      await process.labels.store.sayFacet(place.workspaceId, id, { facet, value, userId: 1 });
    }
  },
  kinds: async ({ leavingOut, labels: { zone } }, { workspaceId }, chance) => {
    const kinds = KINDS_TO_LEAVE_OUT.filter(() => chance() < 0.7);
    await leavingOut.save(workspaceId, { accounts: [], officialReplies: false, raffles: false, kinds });
    while (await zone.advance(workspaceId, 7));
  },
  zone: async ({ database, labels: { zone } }, { workspaceId }, chance) => {
    const timeZone = ZONES[Math.floor(chance() * ZONES.length)] ?? 'UTC';
    await database.$transaction(async (one) => {
      await zone.changing(one, workspaceId);
      await one.workspace.update({ where: { id: workspaceId }, data: { timeZone } });
    });
    while (await zone.advance(workspaceId, 7));
  },
} satisfies Record<string, Writer>;
