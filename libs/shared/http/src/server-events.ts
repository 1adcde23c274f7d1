import { Injectable } from '@nestjs/common';
import type { ServerEvent } from '@moodline/shared/contract';
import { filter, map, Subject, type Observable } from 'rxjs';

/** What happens in the server, for the browsers that listen on `GET /api/events`. Nothing is kept: a late listener asks the API. */
@Injectable()
export class ServerEvents {
  private readonly subject = new Subject<{ workspaceId: number; event: ServerEvent }>();

  publish(workspaceId: number, event: ServerEvent): void {
    this.subject.next({ workspaceId, event });
  }

  of(workspaceId: number): Observable<ServerEvent> {
    return this.subject.pipe(
      filter((entry) => entry.workspaceId === workspaceId),
      map((entry) => entry.event),
    );
  }
}
