import { Injectable } from '@nestjs/common';
import { MonitorRepository } from '@moodline/comments/api';
import { createMonitorSchema, type Monitor, type MonitorKind } from '@moodline/comments/contract';

const monitor = (name: string, kind: MonitorKind, ...words: string[]) =>
  createMonitorSchema.parse({ name, kind, rules: { any: { words, wordForms: kind === 'topic' } } });

/** What a new installation watches in the demo: the brand, two topics of its crisis, and one other brand beside it. */
export const DEMO_MONITORS = [
  monitor('Pebblo', 'brand', 'pebblo', '派波', 'ペブロ', '小石头'),
  monitor('Battery life', 'topic', 'battery', '续航', '电池', '掉电', 'バッテリー', '電池'),
  monitor('Firmware 2.4', 'topic', '2.4', 'firmware', 'update', '固件', '更新', 'ファームウェア', 'アップデート'),
  monitor('Nubira', 'competitor', 'nubira', '努比拉', 'ヌビラ'),
];

/** Sets up the monitors of the demo, and takes away those that nobody changed. */
@Injectable()
export class DemoMonitors {
  constructor(private readonly monitors: MonitorRepository) {}

  /** Leaves alone what is called the same. */
  async add(workspaceId: number): Promise<void> {
    const taken = new Set((await this.monitors.all(workspaceId)).map(({ name }) => name));
    for (const wanted of DEMO_MONITORS) if (!taken.has(wanted.name)) await this.monitors.create(workspaceId, wanted);
  }

  /** A monitor that somebody renamed or gave other words is theirs, and stays. */
  async remove(workspaceId: number): Promise<void> {
    for (const found of await this.monitors.all(workspaceId))
      if (DEMO_MONITORS.some((made) => isSame(made, found))) await this.monitors.remove(workspaceId, found.id);
  }
}

const isSame = (made: (typeof DEMO_MONITORS)[number], { name, kind, rules }: Monitor): boolean =>
  made.name === name && made.kind === kind && JSON.stringify(made.rules) === JSON.stringify(rules);
