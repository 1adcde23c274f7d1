import { Injectable } from '@nestjs/common';
import { MonitorRematchRepository } from './monitor-rematch.repository';

/** Works off what changed rules and removed monitors leave to do. Every step can be repeated. */
@Injectable()
export class MonitorRematcher {
  constructor(private readonly rematch: MonitorRematchRepository) {}

  /** One slice in each workspace that waits. @returns whether anything was done */
  async step(): Promise<boolean> {
    let done = false;
    for (const workspaceId of await this.rematch.waiting()) {
      done = (await this.rematch.advance(workspaceId)) || done;
      done = (await this.rematch.clearRemoved(workspaceId)) > 0 || done;
    }
    return done;
  }
}
