import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import {
  channelSchema,
  channelTestSchema,
  deliveryPageSchema,
  type Channel,
  type ChannelTest,
  type CreateChannel,
  type DeliveryPage,
  type NoticeLanguage,
  type UpdateChannel,
} from '@moodline/notify/contract';
import { map, type Observable } from 'rxjs';
import * as z from 'zod';

/** Deliveries that the log shows at once. */
const LOG_PAGE = 25;

/** The channels part of the API. */
@Injectable({ providedIn: 'root' })
export class ChannelsClient {
  private readonly http = inject(HttpClient);

  list(): Observable<Channel[]> {
    return this.http.get('/api/channels').pipe(map((body) => z.array(channelSchema).parse(body)));
  }

  create(channel: CreateChannel): Observable<Channel> {
    return this.http.post('/api/channels', channel).pipe(map((body) => channelSchema.parse(body)));
  }

  update(id: number, change: UpdateChannel): Observable<unknown> {
    return this.http.patch(`/api/channels/${id}`, change);
  }

  remove(id: number): Observable<unknown> {
    return this.http.delete(`/api/channels/${id}`);
  }

  test(id: number, language: NoticeLanguage): Observable<ChannelTest> {
    return this.http.post(`/api/channels/${id}/test`, { language }).pipe(map((body) => channelTestSchema.parse(body)));
  }

  /** What was told, newest first. */
  deliveries(cursor: string | null = null): Observable<DeliveryPage> {
    return this.http
      .get('/api/deliveries', { params: { limit: LOG_PAGE, ...(cursor && { cursor }) } })
      .pipe(map((body) => deliveryPageSchema.parse(body)));
  }

  again(deliveryId: number): Observable<unknown> {
    return this.http.post(`/api/deliveries/${deliveryId}/retry`, null);
  }
}
